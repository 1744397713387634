"""Running text in the units that a page may end with: sentences, and what goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.record import NamedTuple
from publisher.speech import Piece, stage_directions

_SENTENCE = re.compile(r".*?(?:[。！？!?]+[”’）》」』\"')\]]*\s*|\.(?:\s+|\Z)|\Z)", re.DOTALL)
_CLAUSES = "；，：、;, 　"


class Paragraph(NamedTuple):
    """A line of a piece: a stretch of the speech with a first line of its own.

    ``source`` are the characters of the piece that it stands for; the lines of a piece together
    are all of it. ``shown`` is what stands on the slide: no stage directions, no blanks at the
    ends; ``kept`` is where in the piece it comes from.
    """

    piece: Piece
    source: tuple[int, int]
    shown: str
    kept: tuple[tuple[int, int], ...]


class Unit(NamedTuple):
    """A stretch of a paragraph: characters of its shown text, and of its piece."""

    paragraph: int
    shown: tuple[int, int]
    source: tuple[int, int]


def paragraphs_of(pieces: Sequence[Piece]) -> list[Paragraph]:
    """The pieces line by line; notes at the foot of a page are part of them, but not shown."""
    found: list[Paragraph] = []
    for piece in pieces:
        text = piece.text
        hidden = stage_directions(text)
        start = 0
        for line in text.splitlines(keepends=True) or [""]:
            end = start + len(line)
            kept = () if piece.note else tuple(_shown(text, start, end, hidden))
            shown = "".join(text[a:b] for a, b in kept)
            found.append(Paragraph(piece, (start, end), shown, kept))
            start = end
    return found


def _shown(
    text: str, start: int, end: int, hidden: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` between what is hidden, without blanks at their ends."""
    for a, b in (*((a, b) for a, b in hidden if start <= a and b <= end), (end, end)):
        part = text[start:a]
        left, right = len(part) - len(part.lstrip()), len(part.rstrip())
        if left < right:
            yield start + left, start + right
        start = b


def units_of(paragraphs: Sequence[Paragraph], longest: int) -> list[Unit]:
    """All paragraphs as units in order; what is not shown goes with what comes before it.

    No unit shows more than ``longest`` characters.
    """
    units: list[Unit] = []
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.shown
        ends = [end for a, b in _sentences(text) for end in _cut(text, a, b, longest)] or [0]
        shown, source = 0, paragraph.source[0]
        for end in ends:
            until = _source(paragraph, end)
            units.append(Unit(i, (shown, end), (source, until)))
            shown, source = end, until
    return units


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        if found.end() > found.start():
            yield found.span()


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[int]:
    """The ends of the parts of a sentence that is too long, behind clauses where there are any."""
    while end - start > longest:
        last = max(text.rfind(mark, start + longest // 2, start + longest) for mark in _CLAUSES)
        start = last + 1 if last > start else start + longest
        yield start
    yield end


def _source(paragraph: Paragraph, shown: int) -> int:
    """Where in the piece the shown text has come to; what is hidden behind it is behind it too."""
    for i, (start, end) in enumerate(paragraph.kept):
        if shown < end - start:
            return start + shown
        shown -= end - start
        if not shown and i + 1 < len(paragraph.kept):
            return paragraph.kept[i + 1][0]
    return paragraph.source[1]
