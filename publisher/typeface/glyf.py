"""TrueType outlines as they stand in a font file (OpenType 1.9: glyf, loca, hmtx)."""

from __future__ import annotations

import functools
import struct
from collections.abc import Iterable, Iterator, Mapping
from mmap import mmap

from publisher.errors import InputError
from publisher.record import NamedTuple
from publisher.typeface.registry import Face
from publisher.typeface.sfnt import Mapped, checksum, mapped

_HEADER = 10
"""Bytes of a glyph before its points or components: how many contours, and its box."""
_NEGATIVE = 0x80
"""In the first byte of a composite glyph, which has less than no contours."""
_WORDS, _SCALE, _MORE, _SCALES, _MATRIX, _PROGRAM = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080, 0x0100
"""Flags of a component."""
_LONG, _SHORT = struct.Struct(">2L"), struct.Struct(">2H")
"""Where a glyph begins and ends, in bytes or in pairs of them (loca)."""
_SCALED_BY = {_SCALE: 2, _SCALES: 4, _MATRIX: 8}


class Glyphs:
    """The ``count`` glyphs of ``font``, in ``units`` to the em.

    Programs that fit outlines to pixels are left out. Broken tables raise struct.error or
    LookupError.
    """

    def __init__(self, font: Mapped) -> None:
        self.table = font.table
        self._data = font.data
        self._glyf, _ = font.places["glyf"]
        self._loca, _ = font.places["loca"]
        self._hmtx, _ = font.places["hmtx"]
        head = font.table("head")
        (self.units,) = struct.unpack_from(">H", head, 18)
        (long_offsets,) = struct.unpack_from(">h", head, 50)
        self._pair, self._unit = (_LONG, 1) if long_offsets else (_SHORT, 2)
        (self.count,) = struct.unpack_from(">H", font.table("maxp"), 4)
        (self._full,) = struct.unpack_from(">H", font.table("hhea"), 34)

    def closed(self, gids: Iterable[int]) -> set[int]:
        """``gids`` and all glyphs that they are composed of."""
        found: set[int] = set()
        waiting = list(gids)
        while waiting:
            gid = waiting.pop()
            if gid not in found:
                found.add(gid)
                waiting += _glyph(self, gid).parts
        return found

    def metrics(self, gid: int) -> tuple[int, int]:
        """The advance of a glyph, and how far its box begins from its origin."""
        advance, bearing = struct.unpack_from(
            ">Hh", self._data, self._hmtx + 4 * min(gid, self._full - 1)
        )
        if gid >= self._full:  # the last advance is that of all glyphs that follow
            at = self._hmtx + 4 * self._full + 2 * (gid - self._full)
            (bearing,) = struct.unpack_from(">h", self._data, at)
        return advance, bearing

    def box(self, gid: int) -> tuple[int, int, int, int]:
        """The bounds of a glyph's outline, all 0 where nothing is drawn: left, bottom, right, top.

        As HarfBuzz has it, an outline stands where its bearing says, whatever its box.
        """
        start, end = self._place(gid)
        if start == end:
            return 0, 0, 0, 0
        x_min, y_min, x_max, y_max = struct.unpack_from(">4h", self._data, start + 2)
        if x_min == x_max or y_min == y_max:
            return 0, 0, 0, 0
        _, left = self.metrics(gid)
        return left, y_min, left + x_max - x_min, y_max

    def outline(self, gid: int, numbers: Mapping[int, int]) -> Outline:
        """A glyph as it stands in glyf, the numbers of its parts being ``numbers`` of theirs."""
        outline, parts = _glyph(self, gid)
        return _on_words(_renumbered(outline.data, numbers)) if parts else outline

    def read(self, gid: int) -> _Glyph:
        """A glyph from the file."""
        data = self._data
        start, end = self._place(gid)
        if start == end:
            return _Glyph(Outline(b"", 0))
        if data[start] >= _NEGATIVE:
            parts = tuple(part for _, _, part in _components(data, start))
            return _Glyph(Outline(data[start:end], 0), parts)
        contours = data[start] << 8 | data[start + 1]
        program = start + _HEADER + 2 * contours
        length = data[program] << 8 | data[program + 1]
        if not length:
            return _Glyph(_on_words(data[start:end]))
        return _Glyph(_on_words(data[start:program] + b"\0\0" + data[program + 2 + length : end]))

    def _place(self, gid: int) -> tuple[int, int]:
        if gid >= self.count:
            raise LookupError(gid)
        at = self._loca + gid * self._pair.size // 2
        start, end = self._pair.unpack_from(self._data, at)
        return self._glyf + self._unit * start, self._glyf + self._unit * end


class Outline(NamedTuple):
    """A glyph's entry in glyf, a whole number of words, and their sum (OpenType 1.9, Calculating
    Checksums): that of the table takes longer than cutting it."""

    data: bytes
    sum: int


def _on_words(data: bytes) -> Outline:
    data += bytes(-len(data) % 4)
    return Outline(data, checksum(data))


class _Glyph(NamedTuple):
    """A glyph by itself: its outline, of a simple one without its program, and what it is composed
    of, nothing for a simple one; the outline of others is as in the file, and has no sum."""

    outline: Outline
    parts: tuple[int, ...] = ()


@functools.lru_cache(maxsize=8192)
def _glyph(glyphs: Glyphs, gid: int) -> _Glyph:
    """Kept, because the scripts of a batch have most of their characters in common."""
    return glyphs.read(gid)


def _components(data: bytes | mmap, start: int) -> Iterator[tuple[int, int, int]]:
    """Where each part of the composite glyph at ``start`` ends, its flags and its glyph."""
    at, flags = start + _HEADER, _MORE
    while flags & _MORE:
        flags, gid = struct.unpack_from(">HH", data, at)
        at += 8 if flags & _WORDS else 6
        at += sum(size for flag, size in _SCALED_BY.items() if flags & flag)
        yield at, flags, gid


def _renumbered(glyph: bytes, numbers: Mapping[int, int]) -> bytes:
    """A composite glyph with other numbers of its parts, without a program."""
    out, at = bytearray(glyph), _HEADER
    for end, flags, gid in _components(glyph, 0):
        struct.pack_into(">HH", out, at, flags & ~_PROGRAM, numbers[gid])
        at = end
    return bytes(out[:at])


@functools.cache
def glyphs_of(face: Face) -> Glyphs | None:
    """The glyphs of ``face``, None where its outlines are not TrueType's. Raises InputError
    ``font-unreadable``."""
    font = mapped(face)
    if not {"glyf", "loca", "hmtx"} <= font.places.keys():
        return None
    try:
        return Glyphs(font)
    except (struct.error, LookupError) as error:
        raise InputError("font-unreadable", place=str(face.path), face=face.name) from error
