"""Readings (拼音) above their characters (CLREQ, interlinear annotation).

A reading is set at half the size of its base, in the middle of it, in the room between two lines.
One that is wider makes room for itself: its characters move apart, so that it neither touches its
neighbour nor stands over characters that it is not of. A base is never divided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from publisher.geometry import Emu
from publisher.layout.letters import Letter, Span, letters_of
from publisher.layout.placed import Move, Placed
from publisher.plan import Glyph, GlyphRun
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
    letters: tuple[Letter, ...]

    @property
    def width(self) -> Emu:
        return sum(letter.width for letter in self.letters)

    @property
    def room(self) -> Emu:
        """What its base is wide at least."""
        return self.width + round(self.letters[0].span.size * _APART)


def readings_of(letters: Sequence[Letter], typefaces: Typefaces, language: str) -> list[Reading]:
    """The readings of a paragraph, in order."""
    found: list[Reading] = []
    at = 0
    for ruby, group in groupby(letters, lambda letter: letter.span.ruby):
        base = list(group)
        if ruby is not None:
            span = base[0].span
            small = Span(ruby.reading, span.role, round(span.size * _SIZE), span.colour)
            shaped = tuple(letters_of([small], typefaces, language))
            found.append(Reading(at, at + len(base), shaped))
        at += len(base)
    return [reading for reading in found if reading.letters]


def make_room(letters: list[Letter], readings: Iterable[Reading]) -> dict[int, Move]:
    """Widen the bases of wide readings, in place; the moves that keep ink in the middle."""
    moves: dict[int, Move] = {}
    for reading in readings:
        base = range(reading.start, reading.end)
        lack = reading.room - sum(letters[i].width for i in base)
        if lack <= 0:
            continue
        for number, i in enumerate(base):
            more = lack * (number + 1) // len(base) - lack * number // len(base)
            letters[i] = letters[i]._replace(width=letters[i].width + more)
            moves[i] = Move(more / 2 / letters[i].span.size, 0.0)
    return moves


def above(
    placed: Sequence[Placed], readings: Iterable[Reading], letters: Sequence[Letter]
) -> tuple[GlyphRun, ...]:
    """The readings above the boxes of a line; one whose base had to be divided, above its start."""
    if not placed:
        return ()
    boxes = {each.box: each for each in placed}
    runs: list[GlyphRun] = []
    for reading in readings:
        base = [boxes[i] for i in range(reading.start, reading.end) if i in boxes]
        if reading.start in boxes:
            left, right = base[0].x, base[-1].x + base[-1].width
            runs += _set(reading, left, right - left, letters[reading.start].span)
    return tuple(runs)


def _set(reading: Reading, left: Emu, room: Emu, base: Span) -> list[GlyphRun]:
    """The runs of a reading in the middle of ``room``; Han and Bopomofo are spread over it."""
    spare = room - reading.width
    count = len(reading.letters)
    spread = all(letter.width >= letter.span.size for letter in reading.letters)
    gap = max(spare, 0) / count if spread else 0.0
    x = left + (gap / 2 if spread and spare > 0 else spare / 2)
    size, rise = reading.letters[0].span.size, round(base.size * _RISE) + base.rise
    runs: list[GlyphRun] = []
    for face, group in groupby(reading.letters, lambda letter: letter.shaped.face):
        glyphs: list[Glyph] = []
        for shaped, _, width in group:
            glyphs.append(Glyph(shaped.text, shaped.gid, round(x), width))
            x += width + gap
        runs.append(GlyphRun(face, size, base.colour, tuple(glyphs), rise))
    return runs
