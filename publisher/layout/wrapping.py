"""Text boxes: how an office program will break their paragraphs, never with fewer lines than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import HAN_LATIN, MAY_BREAK, Kind
from publisher.layout.justify import Placed
from publisher.layout.letters import (
    Alignment,
    Letter,
    Span,
    forced_lines,
    letters_of,
    offset_in,
    runs_of,
)
from publisher.plan import Line
from publisher.typeface.registry import Typefaces


def wrap_paragraph(
    spans: Sequence[Span],
    measure: Emu,
    typefaces: Typefaces,
    *,
    alignment: Alignment = "left",
    first_indent: Emu = 0,
) -> tuple[Line, ...]:
    """Break ``spans`` as PowerPoint or LibreOffice will, rather one line more than fewer.

    Greedy and ragged: marks keep their full width, a quarter em stands between Han and Latin,
    nothing hangs; a mark that would begin a line takes the character before it along; a word is
    broken only where it is wider than the measure. ``\\n`` ends a line, and an empty line stays.
    """
    lines: list[Line] = []
    for part in forced_lines(spans, keep_empty=True):
        letters = letters_of(part, typefaces, "zh-Hans", rounded_up=True)
        lines += _wrap_part(letters, measure, alignment, 0 if lines else first_indent)
    return tuple(lines)


def _wrap_part(
    letters: Sequence[Letter], measure: Emu, alignment: Alignment, indent: Emu
) -> Iterator[Line]:
    if not letters:
        yield Line(offset_in(alignment, measure), 0, 0, ())
        return
    kinds = clreq.classes_of([letter.shaped.text for letter in letters])
    table = clreq.pair_table("office")
    flags = [table[a][b] for a, b in pairwise(kinds)] + [MAY_BREAK]
    for b in clreq.address_breaks([letter.shaped.text for letter in letters], after="/"):
        flags[b - 1] |= MAY_BREAK
    gaps = [
        max(letters[i].span.size, letters[i + 1].span.size) // 4 if flag & HAN_LATIN else 0
        for i, flag in enumerate(flags)
    ]
    start = 0
    while start < len(letters):
        margin = 0 if start else indent
        end = _greedy_end(letters, kinds, flags, gaps, start, measure - margin)
        placed, width = _lay_flush(letters, kinds, gaps, start, end)
        shift = margin + offset_in(alignment, measure - margin - width)
        yield Line(shift, 0, width, runs_of(placed, letters))
        start = end


def _greedy_end(
    letters: Sequence[Letter],
    kinds: list[int],
    flags: list[int],
    gaps: list[Emu],
    start: int,
    measure: Emu,
) -> int:
    """The end of the line that begins at ``start``: its last legal break that fits."""
    x = 0
    fitting = start
    i = start
    while i < len(letters):
        x += letters[i].width
        if x > measure and kinds[i] != int(Kind.SPACE):
            break
        i += 1
        if flags[i - 1] & MAY_BREAK:
            fitting = i
        x += gaps[i - 1]
    if i == len(letters):
        return i
    if fitting > start:
        return fitting
    i = max(i, start + 1)  # not even one word fits: break inside it, but never inside a cluster
    while i < len(letters) and kinds[i] == int(Kind.JOINED):
        i += 1
    return i


def _lay_flush(
    letters: Sequence[Letter], kinds: list[int], gaps: list[Emu], start: int, end: int
) -> tuple[list[Placed], Emu]:
    """The boxes of a line at their natural places; spaces at its end have no width."""
    seen = end
    while seen > start and kinds[seen - 1] == int(Kind.SPACE):
        seen -= 1
    placed: list[Placed] = []
    x = right = 0
    for i in range(start, end):
        if i >= seen:
            placed.append(Placed(i, right, 0, 0))
            continue
        width = letters[i].width
        placed.append(Placed(i, x, width, 0))
        right = x + width
        x = right + gaps[i]
    return placed, right


def text_width(spans: Sequence[Span], typefaces: Typefaces) -> Emu:
    """The width of ``spans`` on one line as ``wrap_paragraph`` reckons it."""
    lines = wrap_paragraph(spans, 1 << 60, typefaces)
    return max((line.width for line in lines), default=0)
