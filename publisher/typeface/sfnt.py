"""A font file as tables (OpenType 1.9, Organization of an OpenType Font), as bytes.

fontTools would take longer to import than the whole run.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_DIRECTORY, _RECORD = 12, 16


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
    places: dict[str, int] = {}
    place = _DIRECTORY + _RECORD * len(tables)
    for tag, body in sorted(tables.items()):
        record = (tag.encode("ascii"), checksums[tag], place, len(body))
        directory += struct.pack(">4sLLL", *record)
        places[tag] = place
        place += len(body) + -len(body) % 4
    bodies = (body + bytes(-len(body) % 4) for _, body in sorted(tables.items()))
    data = bytearray(directory + b"".join(bodies))
    # The sum over the whole file is that of its parts, each of which is a whole number of words.
    adjustment = 0xB1B0AFBA - sum(checksums.values()) - checksum(directory)
    struct.pack_into(">L", data, places["head"] + 8, adjustment & 0xFFFFFFFF)
    return bytes(data)


def checksum(data: bytes) -> int:
    """The sum of the words of a table (OpenType 1.9, Calculating Checksums)."""
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
