"""Readings (拼音) above their characters (CLREQ, interlinear annotation).

A reading is set at half the size of its base, in the middle of it, in the room between two lines.
One that is wider makes room for itself: its characters move apart, so that it neither touches its
neighbour nor stands over characters that it is not of. A base is never divided.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from publisher.geometry import Emu
from publisher.layout.letters import Letters, Span, letters_of
from publisher.layout.placed import Move, Row
from publisher.plan import Glyph, GlyphRun, Glyphs
from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces

_SIZE = 0.5
_APART = 0.25
"""Between the readings of neighbours, in their own em."""
_RISE = 1.0
"""From baseline to baseline, in ems of the base: what goes below the one clears the other."""


class Reading(NamedTuple):
    """A reading as letters, above the boxes ``start`` to ``end``."""

    start: int
    end: int
    letters: Letters

    @property
    def width(self) -> Emu:
        return sum(self.letters.widths)

    @property
    def size(self) -> Emu:
        return self.letters.spans[0].size

    @property
    def room(self) -> Emu:
        """What its base is wide at least."""
        return self.width + round(self.size * _APART)


def readings_of(letters: Letters, typefaces: Typefaces, language: str) -> list[Reading]:
    """The readings of a paragraph, in order."""
    found: list[Reading] = []
    at = 0
    for ruby, group in groupby(letters.spans, lambda span: span.ruby):
        base = list(group)
        if ruby is not None:
            span = base[0]
            small = Span(ruby.reading, span.role, round(span.size * _SIZE), span.colour)
            shaped = letters_of([small], typefaces, language)
            found.append(Reading(at, at + len(base), shaped))
        at += len(base)
    return [reading for reading in found if len(reading.letters)]


def make_room(letters: Letters, readings: Iterable[Reading]) -> dict[int, Move]:
    """Widen the bases of wide readings, in place; the moves that keep ink in the middle."""
    moves: dict[int, Move] = {}
    for reading in readings:
        base = range(reading.start, reading.end)
        lack = reading.room - sum(letters.widths[reading.start : reading.end])
        if lack <= 0:
            continue
        for number, i in enumerate(base):
            more = lack * (number + 1) // len(base) - lack * number // len(base)
            letters.widths[i] += more
            moves[i] = Move(more / 2 / letters.spans[i].size, 0.0)
    return moves


def above(row: Row, readings: Iterable[Reading], letters: Letters) -> tuple[GlyphRun, ...]:
    """The readings above the boxes of a line; one whose base had to be divided, above its start."""
    runs: list[GlyphRun] = []
    for reading in readings:
        start, end = reading.start - row.first, min(reading.end - row.first, len(row.xs))
        if 0 <= start < end:
            left, right = row.xs[start], row.xs[end - 1] + row.widths[end - 1]
            runs += _set(reading, left, right - left, letters.spans[reading.start])
    return tuple(runs)


def _set(reading: Reading, left: Emu, room: Emu, base: Span) -> list[GlyphRun]:
    """The runs of a reading in the middle of ``room``; Han and Bopomofo are spread over it."""
    spare = room - reading.width
    count = len(reading.letters)
    size = reading.size
    spread = all(width >= size for width in reading.letters.widths)
    gap = max(spare, 0) / count if spread else 0.0
    x = left + (gap / 2 if spread and spare > 0 else spare / 2)
    rise = round(base.size * _RISE) + base.rise
    runs: list[GlyphRun] = []
    small = reading.letters
    letters = zip(small.faces, small.texts, small.gids, small.widths)
    for face, group in groupby(letters, itemgetter(0)):
        glyphs: list[Glyph] = []
        for _, text, gid, width in group:
            glyphs.append(Glyph(text, gid, round(x), width))
            x += width + gap
        runs.append(GlyphRun(face, size, base.colour, Glyphs.of(glyphs), rise))
    return runs
