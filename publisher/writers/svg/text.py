"""Lines of a plan as SVG text: characters, each with its place.

A character whose glyph is the one that its font has for it is drawn by the browser. Any other
glyph (—— as one stroke, é of two characters, the box of a character that no face has) is drawn as
its outline, and its characters stand there unpainted: they are found, selected and read all the
same.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from publisher.geometry import PER_PX, Emu
from publisher.plan import GlyphRun, Line
from publisher.record import NamedTuple
from publisher.theme.screen import Screen
from publisher.typeface.opened import opened
from publisher.writers.svg.fonts import families
from publisher.writers.svg.markup import given, number, painted
from publisher.writers.xml import escape

if TYPE_CHECKING:
    from publisher.typeface.registry import Face, Typefaces

_BEYOND = 0xFFFF
_BLANKS = re.compile(r"^\s|\s\s|\s$|[\t\n]")
_KEPT = ' xml:space="preserve"'
"""Else blanks fall away beside others, and the places behind them are another character's."""
_UNPAINTED = ' fill="none"'


class _Char(NamedTuple):
    """A character at its place; ``alone`` sets it apart from those before it, for a place in a
    list is counted by some as one to a character, by others as two beyond U+FFFF."""

    text: str
    x: Emu
    y: Emu
    shown: bool
    alone: int


class Pen:
    """Writes texts; ``faces`` gathers the characters that are drawn with each face."""

    def __init__(self, typefaces: Typefaces, screen: Screen) -> None:
        self._typefaces = typefaces
        self._screen = screen
        self.faces: dict[str, set[str]] = {}

    def text(self, lines: Sequence[Line], attributes: str) -> str:
        """A ``text`` element with ``attributes``, what is drawn beside it, and its readings."""
        outlines: list[str] = []
        runs = [(line, run) for line in lines for run in line.runs if run.glyphs]
        above = [(line, run) for line in lines for run in line.above if run.glyphs]
        words = "".join(self._run(line, run, outlines) for line, run in runs)
        readings = "".join(self._run(line, run, outlines) for line, run in above)
        drawn = f'<g aria-hidden="true">{"".join(outlines)}</g>' if outlines else ""
        if words:
            text = "".join(line.text for line in lines)
            drawn += f"<text{attributes}{_KEPT if _BLANKS.search(text) else ''}>{words}</text>"
        return drawn + (f'<text aria-hidden="true">{readings}</text>' if readings else "")

    def _run(self, line: Line, run: GlyphRun, outlines: list[str]) -> str:
        face = self._typefaces.face(run.face)
        paint = painted(run.colour, self._screen, "fill")
        chars = list(self._chars(line, run, face, paint, outlines))
        style = given(font_family=families(face), font_size=number(run.size))
        shown = {char.text for char in chars if char.shown}
        self.faces.setdefault(run.face, set()).update(shown)
        spans = groupby(chars, key=lambda char: (char.y, char.shown, char.alone))
        return "".join(
            f"<tspan{style}{paint if visible else _UNPAINTED}{_places(list(group), y)}</tspan>"
            for (y, visible, _), group in spans
        )

    def _chars(
        self, line: Line, run: GlyphRun, face: Face, paint: str, outlines: list[str]
    ) -> Iterator[_Char]:
        alone = 0
        for glyph in run.glyphs:
            x = line.x + glyph.x - glyph.trim
            y = line.baseline - run.rise - glyph.lift
            shown = _is_nominal(face, glyph.text, glyph.gid)
            if not shown:
                outlines.append(_outline(face, glyph.gid, run.size, x, y, paint))
            for i, char in enumerate(glyph.text):
                beyond = ord(char) > _BEYOND
                alone += beyond
                place = x + glyph.advance * i // len(glyph.text)
                yield _Char(char, place, y, shown, alone)
                alone += beyond


def _places(chars: list[_Char], y: Emu) -> str:
    """The rest of a tspan: where each character stands, and the characters."""
    text = escape("".join(char.text for char in chars))
    return f"{given(x=' '.join(number(c.x) for c in chars), y=number(y))}>{text}"


@functools.lru_cache(maxsize=4096)
def _is_nominal(face: Face, text: str, gid: int) -> bool:
    """Whether a browser that is given ``text`` in this face draws this glyph."""
    return len(text) == 1 and gid != 0 and opened(face).gid(text) == gid


def _outline(face: Face, gid: int, size: Emu, x: Emu, y: Emu, paint: str) -> str:
    """A glyph as a path; nothing where it has no ink."""
    path = _glyph_path(face, gid)
    if not path:
        return ""
    scale = f"{size / PER_PX / opened(face).units:.6f}"
    place = f"translate({number(x)} {number(y)}) scale({scale} -{scale})"
    return f"<path{given(d=path, transform=place)}{paint}/>"


@functools.lru_cache(maxsize=1024)
def _glyph_path(face: Face, gid: int) -> str:
    return "".join(
        str(command) + " ".join(map(str, values)) for command, *values in opened(face).outline(gid)
    )
