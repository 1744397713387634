"""Faces as tables: what HarfBuzz makes of their common characters, kept beside the fonts.

With them a deck of ordinary text is measured without HarfBuzz and without opening a font, which
take a tenth of its time. A table holds for the font file whose directory (with a checksum of each
of its tables, OpenType 1.9) it begins with; ``python tools/freeze.py`` makes them.
"""

from __future__ import annotations

import functools
import struct
import sys
from collections.abc import Iterable, Sequence
from itertools import accumulate, product

from publisher.typeface.opened import HAN, LATIN, Manner, Opened, Placed, opened
from publisher.typeface.registry import Face
from publisher.typeface.scripts import joins

SUFFIX = ".table"
"""A font's table has its name, and this."""
_HEAD = 512
"""Bytes of a font file that hold its directory: 12, and 16 for each table."""
_RANGES = (range(0x20, 0x7F), range(0xA0, 0x100), range(0x2000, 0xA000), range(0xFF00, 0xFFF0))
"""The characters of a table: ASCII, Latin-1, marks, symbols, Han, full-width forms."""
_ASCII, _HAN = _RANGES[0], _RANGES[2]
_STARTS = tuple(accumulate(map(len, _RANGES), initial=0))
_COUNT = _STARTS[-1]
_SEARCHED = sorted(zip(_RANGES, _STARTS), key=lambda pair: -len(pair[0]))
"""The longest first: most characters of a speech are Han."""
_LACKING, _ASK = 0xFFFF, 0xFFFE
"""In place of a glyph: the face has none, HarfBuzz must be asked."""
_CONTEXTUAL = frozenset("'\"")
"""Noto chooses these by what stands around them."""
_LANGUAGE = "zh-Hans"
"""The language in which characters look as in the table."""


def _place(char: str) -> int | None:
    """Where a character stands in a table."""
    code = ord(char)
    for codes, start in _SEARCHED:
        if code in codes:
            return start + code - codes.start
    return None


def _pair(a: str, b: str) -> int:
    """Where the kerning between two characters stands in a table."""
    return (ord(a) - _ASCII.start) * len(_ASCII) + ord(b) - _ASCII.start


def _read(face: Face) -> bytes | None:
    """The table that stands beside ``face``, None where there is none that holds for it."""
    try:
        table = face.path.with_suffix(SUFFIX).read_bytes()
        with face.path.open("rb") as font:
            head = font.read(_HEAD)
    except OSError:
        return None
    return table if table.startswith(head) and sys.byteorder == "little" else None


class Ready:
    """A face ready for use by its table, opened only for what its table does not tell."""

    def __init__(self, face: Face) -> None:
        self.name = face.name
        self._face = face
        table = _read(face)
        self._known = table is not None
        if table is None:
            self.units = opened(face).units
            return
        (self.units,) = struct.unpack_from("<H", table, _HEAD)
        numbers = memoryview(table)[_HEAD + 2 :].cast("H")
        self._gids, self._advances = numbers[:_COUNT], numbers[_COUNT : 2 * _COUNT]
        self._kerns = numbers[2 * _COUNT :].cast("B").cast("h")

    def _glyph(self, char: str) -> int:
        place = _place(char) if self._known else None
        return _ASK if place is None else self._gids[place]

    @property
    def _opened(self) -> Opened:
        return opened(self._face)

    def gid(self, char: str) -> int | None:
        """The glyph for ``char``, None where the face has none."""
        gid = self._glyph(char)
        if gid == _ASK:
            return self._opened.gid(char)
        return None if gid == _LACKING else gid

    def lacking(self, chars: Iterable[str]) -> list[str]:
        """Those of ``chars`` that the face has no glyph for, in order."""
        if self._known:
            gids, first = self._gids, _STARTS[_RANGES.index(_HAN)] - _HAN.start
            chars = [c for c in chars if ord(c) not in _HAN or gids[first + ord(c)] >= _ASK]
        return [char for char in chars if self.gid(char) is None]

    def cells(self, chars: Iterable[str], language: str) -> dict[str, int]:
        """The glyphs of those Han characters and marks that the table has on the full em."""
        if not self._known or language != _LANGUAGE:
            return {}
        first = _STARTS[_RANGES.index(_HAN)] - _HAN.start
        places = {char: first + ord(char) for char in chars if ord(char) in _HAN}
        gids, advances, em = self._gids, self._advances, self.units
        return {c: gids[at] for c, at in places.items() if advances[at] == em and gids[at] < _ASK}

    def advance(self, gid: int) -> int:
        """The advance width of a glyph in font units."""
        from publisher.typeface.glyf import glyphs_of  # for what no table tells

        glyphs = glyphs_of(self._face)
        return self._opened.advance(gid) if glyphs is None else glyphs.metrics(gid)[0]

    def shape(self, text: str, language: str, manner: Manner) -> Sequence[Placed]:
        """``text`` as ``Opened.shape`` does it."""
        placed = self._looked_up(text, manner) if language == _LANGUAGE else None
        return self._opened.shape(text, language, manner) if placed is None else placed

    def _looked_up(self, text: str, manner: Manner) -> list[Placed] | None:
        is_latin = manner is LATIN
        if is_latin and not (text.isascii() and _CONTEXTUAL.isdisjoint(text)):
            return None
        found: list[Placed] = []
        for at, char in enumerate(text):
            place = _place(char) if self._known else None
            if place is None or (gid := self._gids[place]) >= _ASK:
                return None
            advance = self._advances[place]
            if is_latin and at + 1 < len(text):
                advance += self._kerns[_pair(char, text[at + 1])]
            found.append(Placed(at, gid, advance))
        return found


@functools.cache
def ready(face: Face) -> Ready:
    """The face, made ready once. Raises InputError ``font-unreadable``."""
    return Ready(face)


def table_of(face: Face) -> bytes:
    """The table of ``face``, as HarfBuzz has it: directory, em, glyphs, advances, kerning."""
    font = opened(face)
    with face.path.open("rb") as file:
        head = file.read(_HEAD)
    known = [_alone(font, chr(code)) for codes in _RANGES for code in codes]
    kerns = [_kerning(font, chr(a), chr(b)) for a, b in product(_ASCII, repeat=2)]
    numbers = (font.units, *(gid for gid, _ in known), *(advance for _, advance in known))
    return head + struct.pack(f"<{len(numbers)}H{len(kerns)}h", *numbers, *kerns)


def _alone(font: Opened, char: str) -> tuple[int, int]:
    """The glyph and the advance of a character by itself, the same in both manners."""
    if font.gid(char) is None:
        return _LACKING, 0
    manners = (HAN, LATIN) if ord(char) in _ASCII else (HAN,)
    looks = {tuple(font.shape(char, _LANGUAGE, manner)) for manner in manners}
    if len(looks) > 1 or len(first := looks.pop()) != 1 or joins(char):
        return (_ASK, 0)
    return first[0].gid, first[0].advance


def _kerning(font: Opened, a: str, b: str) -> int:
    """How much nearer ``b`` stands to ``a`` in a Latin word."""
    if font.gid(a) is None or font.gid(b) is None or {a, b} & _CONTEXTUAL:
        return 0
    first, _ = font.shape(a + b, _LANGUAGE, LATIN)
    (alone,) = font.shape(a, _LANGUAGE, LATIN)
    return first.advance - alone.advance
