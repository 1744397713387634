"""Text boxes: how an office program will break their paragraphs, never with fewer lines than it."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import HAN_LATIN, MAY_BREAK, Kind
from publisher.layout.letters import (
    Alignment,
    Letters,
    Span,
    forced_lines,
    letters_of,
    offset_in,
    runs_of,
)
from publisher.layout.placed import Row
from publisher.plan import Line
from publisher.record import NamedTuple, maker
from publisher.typeface.registry import Typefaces


class Broken(NamedTuple):
    """A line as it was broken: what stands on it, where it begins, and how wide it is. Its glyphs
    are laid when it is to be drawn: most lines are only tried."""

    text: str
    x: Emu
    width: Emu
    part: _Part
    start: int
    end: int

    def line(self) -> Line:
        """The line, its baseline at 0."""
        row = self.part.laid(self.start, self.end)
        return Line(self.x, 0, self.width, runs_of(row, self.part.letters))


def break_paragraph(
    spans: Sequence[Span],
    measure: Emu,
    typefaces: Typefaces,
    *,
    alignment: Alignment = "left",
    first_indent: Emu = 0,
) -> tuple[Broken, ...]:
    """Break ``spans`` as PowerPoint or LibreOffice will, rather one line more than fewer.

    Greedy and ragged: marks keep their full width, a quarter em stands between Han and Latin,
    nothing hangs; a mark that would begin a line takes the character before it along; a word is
    broken only where it is wider than the measure. ``\n`` ends a line, and an empty line stays.
    """
    lines: list[Broken] = []
    for spoken in forced_lines(spans, keep_empty=True):
        part = _part(tuple(spoken), typefaces)
        margin = 0 if lines else first_indent
        for start, end in part.lines(measure, margin):
            width = part.width(start, end)
            shift = margin + offset_in(alignment, measure - margin - width)
            lines.append(_line((part.text(start, end), shift, width, part, start, end)))
            margin = 0
    return tuple(lines)


def last_line(span: Span, measure: Emu, typefaces: Typefaces, first_indent: Emu = 0) -> str:
    """What stands on the last of the lines that ``break_paragraph`` makes of ``span``, which has
    no ``\\n``."""
    if not span.text:
        return ""
    part = _part((span,), typefaces)
    *_, (start, end) = part.lines(measure, first_indent)
    return part.text(start, end)


_line = maker(Broken)


@functools.lru_cache(maxsize=512)
def _part(spans: tuple[Span, ...], typefaces: Typefaces) -> _Part:
    """Kept, for a text is tried in many measures."""
    return _Part(letters_of(spans, typefaces, "zh-Hans", rounded_up=True))


class _Part:
    """Letters between two forced breaks, with all that a line's end is asked for.

    By letter, in a line without end: ``lefts`` is its left edge, ``reach`` how far the letters up
    to it reach, spaces left out. By place: ``ends`` is the last one up to it where a line may end,
    ``seen`` the one that the spaces before it begin at, ``at`` its character.
    """

    __slots__ = ("_at", "_ends", "_kinds", "_lefts", "_reach", "_seen", "_text", "letters")

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        texts, ems = letters.texts, letters.ems
        self._text = "".join(texts)
        self._kinds = clreq.classes_of(texts)
        flags = _flags(texts, self._kinds)
        self._lefts, self._reach = [0], []
        self._ends, self._seen, self._at = [0], [0], [0]
        x = reach = at = 0
        space, gap = int(Kind.SPACE), 0
        columns = zip(letters.widths, self._kinds, flags)
        for i, (width, kind, flag) in enumerate(columns, start=1):
            right = x + width
            if kind != space:
                reach = max(reach, right)
            if flag & HAN_LATIN:
                gap = max(ems[i - 1 : i + 1]) // 4
            x = right + gap
            at += len(texts[i - 1])
            gap = 0
            self._lefts.append(x)
            self._reach.append(reach)
            self._ends.append(i if flag & MAY_BREAK else self._ends[-1])
            self._seen.append(self._seen[-1] if kind == space else i)
            self._at.append(at)

    def lines(self, measure: Emu, indent: Emu) -> Iterator[tuple[int, int]]:
        """From which letter to which each line goes; no letters are one line too."""
        start, count = 0, len(self.letters)
        while True:
            end = self._end_of(start, measure if start else measure - indent)
            yield start, end
            if end == count:
                return
            start = end

    def _end_of(self, start: int, measure: Emu) -> int:
        """The end of the line that begins at ``start``: its last legal break that fits."""
        count = len(self.letters)
        full = bisect_right(self._reach, self._lefts[start] + measure, start)
        if full == count:
            return count
        if self._ends[full] > start:
            return self._ends[full]
        full = max(full, start + 1)  # not even one word fits: break inside it, but in no cluster
        while full < count and self._kinds[full] == int(Kind.JOINED):
            full += 1
        return full

    def text(self, start: int, end: int) -> str:
        return self._text[self._at[start] : self._at[end]]

    def width(self, start: int, end: int) -> Emu:
        """How wide a line is; spaces at its end have no width."""
        return max(0, self._reach[end - 1] - self._lefts[start]) if end else 0

    def laid(self, start: int, end: int) -> Row:
        """The boxes of a line at their natural places; spaces at its end have no width."""
        seen, origin = max(self._seen[end], start), self._lefts[start]
        blanks = end - seen
        xs = [x - origin for x in self._lefts[start:seen]] + [self.width(start, end)] * blanks
        widths = self.letters.widths[start:seen] + [0] * blanks
        return Row(start, xs, widths)


def _flags(texts: Sequence[str], kinds: Sequence[int]) -> list[int]:
    """What may happen behind each letter; a line may end behind the last."""
    table = clreq.pair_table("office")
    flags = [table[a][b] for a, b in pairwise(kinds)] + [MAY_BREAK]
    for b in clreq.address_breaks(texts, after="/"):
        flags[b - 1] |= MAY_BREAK
    return flags


def text_width(spans: Sequence[Span], typefaces: Typefaces) -> Emu:
    """The width of ``spans`` on one line as ``break_paragraph`` reckons it."""
    lines = break_paragraph(spans, 1 << 60, typefaces)
    return max((line.width for line in lines), default=0)
