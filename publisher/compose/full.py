"""The whole text on slides, to be read from the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.compose.course import Course, unshown
from publisher.compose.manner import Manner
from publisher.compose.specials import show_special, units
from publisher.script import Role, Slide
from publisher.speech import BodyBlock, Piece, stage_directions


def whole_text(
    course: Course,
    manner: Manner,
    blocks: Sequence[BodyBlock],
    title: Piece | None,
    named: Piece | None = None,
) -> None:
    """All of ``blocks``: text on text slides, quotations, tables and pictures in their places;
    these are called ``named`` where the slide before has just shown the title."""
    text: list[Piece] = []
    for unit in units(blocks, around=0):
        if unit.text:
            text.append(_seen(unit.text))
            continue
        _show(course, text, title)
        text = []
        show_special(course, manner, unit, title or named)
    _show(course, text, title)


def _show(course: Course, text: Sequence[Piece], title: Piece | None) -> None:
    """A text slide, where there is anything to show; what is only spoken waits."""
    joined = tuple(_joined(text))
    if any(not piece.note for piece in joined):
        course.show(Slide(Role.TEXT, (), title, text=joined))
    else:
        course.say(text)


def _seen(piece: Piece) -> Piece:
    """A paragraph; unshown, where nothing is left of it but stage directions and marks."""
    text = piece.text
    for start, end in reversed(stage_directions(text)):
        text = text[:start] + text[end:]
    return piece if any(char.isalnum() for char in text) else unshown(piece)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces that follow each other in one paragraph as one: a run-in heading with its text."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _follows(last, piece):
            ref = last.ref._replace(end=piece.ref.end)
            last = last._replace(ref=ref, runs=(*last.runs, *piece.runs))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _follows(first: Piece, then: Piece) -> bool:
    same = first.ref.paragraph == then.ref.paragraph and first.ref.end == then.ref.start
    return same and first.note == then.note
