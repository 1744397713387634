"""Which code each glyph gets in a content stream, and the operators that show a run of them.

A code (CID) stands for one glyph, one width and one text, for that is what a reader can know of
it: the width from /W, the text from /ToUnicode (ISO 32000-1 9.7.4, 9.10.3). Where the plan uses a
glyph otherwise than the face has it, a squeezed or moved mark or a second meaning, the code gets a
glyph of its own in the embedded font; so CID and glyph number are always the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any, TypeAlias

from publisher.errors import InternalError
from publisher.geometry import Emu
from publisher.plan import GlyphRun, Glyphs
from publisher.record import NamedTuple, maker
from publisher.typeface.registry import Face
from publisher.typeface.subset import subset, with_variants

_STEP = 5
"""Squeezed widths are rounded to 5/1000 em (0.03 mm at 16 pt), so that they stay few. What is
rounded away is made up by positioning: ink stands where the plan has it."""

_TOLERANCE = 0.5
"""In 1/1000 em: a glyph closer than this (0.003 mm at 16 pt) to its place is not moved."""


class Code(NamedTuple):
    """How a glyph is shown at one size.

    ``hex`` is its CID, ``width`` its advance and ``offset`` the distance from the left edge of
    the glyph's box in the plan to its origin, both in EMU.
    """

    hex: str
    width: float
    offset: float


_code_of = maker(Code)


Shown: TypeAlias = tuple[int, str, Emu, Emu, Emu]
"""A glyph, what it stands for, its advance, and how far its ink is trimmed and lifted."""
_Key: TypeAlias = tuple[int | str, ...]
"""The same, or its first three where there is nothing to tell of the ink."""


class FontCodes:
    """The codes of one face, given out as a document is drawn.

    ``gids`` are all glyphs of the face that the document uses. ``texts`` maps each CID that was
    given out to its text, in the order of their first use.
    """

    def __init__(self, face: Face, gids: Iterable[int]) -> None:
        self.face = face
        self._subset = subset(face, sorted(gids))
        self._units, self._advances = self._subset.units, self._subset.advances
        self.texts: dict[int, str] = {}
        self._variants: list[tuple[int, int, int, int]] = []
        self._by_meaning: dict[tuple[int, str, int, int, int], int] = {}
        self._by_size: dict[Emu, dict[_Key, Code]] = {}

    def finish(self) -> tuple[bytes, list[float]]:
        """The font file to embed, and the width of each CID in 1/1000 em, in order."""
        data = self._subset.data
        if self._variants:
            data, numbers = with_variants(self._subset, self._variants)
            if numbers[0] != len(self._advances):
                raise InternalError("bug", detail="variants do not follow the subset's glyphs")
        advances = [*self._advances, *(advance for _, _, advance, _ in self._variants)]
        return data, [round(advance * 1000 / self._units, 3) for advance in advances]

    def show(self, run: GlyphRun) -> str:
        """The TJ operand that shows ``run``; its origin is the first glyph's box's left edge.

        Every glyph is placed from the plan's own numbers, so no rounding adds up.
        """
        size, xs = run.size, run.glyphs.xs
        codes = self._codes(_keys(run.glyphs), size)
        least, most = -_TOLERANCE * size / 1000, _TOLERANCE * size / 1000
        pen: float = xs[0]
        shown: list[str] = []
        for x, (digits, width, offset) in zip(xs, codes):
            ahead = x + offset - pen
            if least <= ahead <= most:
                shown.append(digits)
            else:
                move = round(ahead * 1000 / size)
                shown.append(f">{-move}<{digits}")
                pen += move * size / 1000
            pen += width
        # A move before the first glyph leaves an empty string in front of it.
        return f"[<{''.join(shown)}>]".replace("[<>", "[")

    def _codes(self, keys: Sequence[_Key], size: Emu) -> list[Code]:
        """The codes of glyphs at ``size``."""
        known = self._by_size.setdefault(size, {})
        try:
            return list(map(known.__getitem__, keys))
        except KeyError:  # of one at least that is met for the first time
            for key in keys:
                if key not in known:
                    known[key] = self._code(key, size)
        return [known[key] for key in keys]

    def _code(self, key: Any, size: Emu) -> Code:
        """The code for a glyph at ``size``, a new one where none means the same."""
        shown: Shown = (*key, 0, 0)[:5]
        number, text, _, trim, lift = shown
        gid = self._subset.mapping[number]
        meaning, offset = (gid, text, self._advances[gid], 0, 0), 0.0
        if trim or lift or _is_mark(text):
            meaning = self._changed(shown, size, gid)
            offset = meaning[3] * size / self._units - trim
        cid = self._by_meaning.get(meaning)
        if cid is None:
            cid = self._by_meaning[meaning] = self._cid(*meaning)
        width = round(meaning[2] * 1000 / self._units, 3) * size / 1000
        return _code_of((f"{cid:04x}", width, offset))

    def _changed(self, shown: Shown, size: Emu, gid: int) -> tuple[int, str, int, int, int]:
        """The meaning of a mark or a glyph that is moved: its glyph and text, its width, and how
        far its ink is moved to the left and up, in units of the font."""
        _, text, advance, trimmed, lifted = shown
        own = self._advances[gid]
        width, trim, lift = own, 0, 0
        if trimmed or _is_mark(text):
            squeezed = self._in_units(_STEP * round(advance * 1000 / size / _STEP))
            trim = self._in_units(_STEP * round(trimmed * 1000 / size / _STEP))
            if trim or squeezed < own - self._in_units(_STEP):
                width = squeezed
        if lifted:
            lift = self._in_units(_STEP * round(lifted * 1000 / size / _STEP))
        return gid, text, width, trim, lift

    def _cid(self, gid: int, text: str, width: int, trim: int, lift: int) -> int:
        """The glyph of the subset itself, if this is its first and ordinary use, else a variant.

        .notdef may not be shown (ISO 19005-2, 6.2.11.8): its copy may.
        """
        ordinary = gid and not trim and not lift and width == self._advances[gid]
        if ordinary and gid not in self.texts:
            cid = gid
        else:
            cid = len(self._advances) + len(self._variants)
            self._variants.append((gid, -trim, width, lift))
        self.texts[cid] = text
        return cid

    def _in_units(self, thousandths: int) -> int:
        return round(thousandths * self._units / 1000)


def _keys(glyphs: Glyphs) -> Sequence[_Key]:
    """What is shown, glyph by glyph."""
    columns = glyphs.gids, _each_its_text(glyphs.texts), glyphs.advances
    if not glyphs.trims and not glyphs.lifts:
        return list(zip(*columns))
    none = repeat(0)
    return list(zip(*columns, glyphs.trims or none, glyphs.lifts or none))


def _each_its_text(texts: Sequence[str]) -> Sequence[str]:
    """Clusters of several glyphs, their characters given out one to a glyph, the rest to the last.

    A base and its mark, or variation selector, then read as what they are.
    """
    if isinstance(texts, str) or "" not in texts:
        return texts
    out: list[str] = []
    rest = ""
    for text, following in zip(texts, [*texts[1:], None]):
        rest += text
        last = following is None or bool(following)
        out.append(rest if last else rest[:1])
        rest = "" if last else rest[1:]
    return out


def _is_mark(text: str) -> bool:
    """Whether a glyph may be squeezed for good; letters are only kerned, and stay text."""
    return bool(text) and not text[0].isalnum()
