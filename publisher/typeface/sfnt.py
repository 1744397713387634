"""A font file as tables (OpenType 1.9, Organization of an OpenType Font), as bytes.

fontTools would take longer to import than the whole run, and HarfBuzz longer than to cut a font.
"""

from __future__ import annotations

import functools
import mmap
import struct
import sys
from array import array
from collections.abc import Mapping

from publisher.errors import InputError
from publisher.typeface.registry import Face

_DIRECTORY, _RECORD = 12, 16
_COLLECTION = b"ttcf"
_FIRST = 12
"""Where a collection says where its first font is (OpenType 1.9, TTC Header)."""


class Mapped:
    """A font file, of which only what is used is ever loaded; of a collection the first font.

    ``places`` are (start, length) of its tables in ``data``, by tag.
    """

    def __init__(self, face: Face) -> None:
        try:
            with face.path.open("rb") as file:
                self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            start = 0
            if self.data[:4] == _COLLECTION:
                (start,) = struct.unpack_from(">L", self.data, _FIRST)
            (count,) = struct.unpack_from(">H", self.data, start + 4)
            records = (
                struct.unpack_from(">4s4xLL", self.data, start + _DIRECTORY + _RECORD * i)
                for i in range(count)
            )
            self.places = {tag.decode("latin-1"): (at, length) for tag, at, length in records}
        except (OSError, ValueError, struct.error) as error:
            raise InputError("font-unreadable", place=str(face.path), face=face.name) from error

    def table(self, tag: str) -> bytes:
        """The bytes of a table, empty where it is missing."""
        start, length = self.places.get(tag, (0, 0))
        return self.data[start : start + length]


@functools.cache
def mapped(face: Face) -> Mapped:
    """The file of ``face``, mapped once. Raises InputError ``font-unreadable``."""
    return Mapped(face)


def read_tables(data: bytes) -> tuple[dict[str, bytes], dict[str, int]]:
    """The tables of a font file and their checksums, by tag."""
    tables, checksums = {}, {}
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        record = struct.unpack_from(">4sLLL", data, _DIRECTORY + _RECORD * i)
        tag = record[0].decode("ascii")
        tables[tag] = data[record[2] : record[2] + record[3]]
        checksums[tag] = record[1]
    return tables, checksums


def write_font(version: bytes, tables: Mapping[str, bytes], checksums: Mapping[str, int]) -> bytes:
    """A font file: directory, and the tables in the order of their tags, on words."""
    power = 1 << (len(tables).bit_length() - 1)
    search = (_RECORD * power, power.bit_length() - 1, _RECORD * (len(tables) - power))
    directory = version + struct.pack(">4H", len(tables), *search)
    place = _DIRECTORY + _RECORD * len(tables)
    bodies: dict[str, bytes] = {}
    for tag, body in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag.encode("ascii"), checksums[tag], place, len(body))
        bodies[tag] = body + bytes(-len(body) % 4) if len(body) % 4 else body
        place += len(bodies[tag])
    # The sum over the whole file is that of its parts, each of which is a whole number of words.
    adjustment = 0xB1B0AFBA - sum(checksums.values()) - checksum(directory)
    head = bodies["head"]
    bodies["head"] = head[:8] + struct.pack(">L", adjustment & 0xFFFFFFFF) + head[12:]
    return b"".join((directory, *bodies.values()))


def checksum(data: bytes) -> int:
    """The sum of the words of a table (OpenType 1.9, Calculating Checksums)."""
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
