"""Text without points: for each stretch the slide that it asks for.

A stretch in order of time is a sequence, one with figures that stand out shows them, one that sets
two things against each other is a comparison; all else is a statement: what the stretch says,
large, and one more clause of it beneath. Tables, pictures and quotations have their own slides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.compose.clauses import sentences
from publisher.compose.condense import first_sentence, pick, shortened
from publisher.compose.contrast import spoken_contrast
from publisher.compose.course import Course, Pieces
from publisher.compose.dialogue import questions
from publisher.compose.figures import as_points, figures, key_figures, striking_figure
from publisher.compose.listing import listing
from publisher.compose.manner import SLIDE_TITLE, Manner
from publisher.compose.specials import show_special, units
from publisher.compose.timeline import Stretch, timeline
from publisher.options import Density
from publisher.record import NamedTuple
from publisher.script import Point, Role, Slide
from publisher.speech import BodyBlock, Piece, is_stage_direction

_LEAD_IN = 60
"""Text before a table, picture or quotation shorter than this is spoken over it."""
_SCRAP = 70
"""Text shorter than this is spoken with its neighbours."""


def running(
    course: Course,
    manner: Manner,
    blocks: Sequence[BodyBlock],
    title: Piece | None,
    named: Piece | None = None,
) -> None:
    """The slides of ``blocks``; without ``title`` the slide before has just shown it, and
    ``named`` is what a table or picture is called all the same."""
    stretch: list[Piece] = []
    shown = len(course.slides)
    for unit in units(blocks):
        if unit.text:
            stretch.append(unit.text)
            continue
        if _length(stretch) > _LEAD_IN:
            _stretch(course, manner, tuple(stretch), title)
        else:
            course.say(stretch)
        stretch = []
        show_special(course, manner, unit, title or named)
    if stretch and len(course.slides) > shown and _length(stretch) <= _SCRAP:
        course.settle(stretch)
    elif stretch:
        _stretch(course, manner, tuple(stretch), title)
    if course.waiting:
        if len(course.slides) > shown:
            course.settle()
        else:
            _bare(course, title)


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces if not piece.note)


def _stretch(course: Course, manner: Manner, pieces: Pieces, title: Piece | None) -> None:
    """The slides of running text between two tables, pictures or quotations."""
    for question, answer in questions(pieces):
        asked = question or title
        found = timeline(answer, manner) or listing(answer, manner)
        if found is None:
            _chunks(course, manner, answer, asked)
        else:
            _told(course, manner, found, asked)


def _told(course: Course, manner: Manner, found: Stretch, title: Piece | None) -> None:
    """Points that running text tells, and what stands before and behind them."""
    if _length(found.before) > _SCRAP:
        _chunks(course, manner, found.before, title)
    else:
        course.say(found.before)
    points = found.points
    if not manner.measure.supports:
        points = tuple(point._replace(support=None) for point in points)
    course.show(Slide(found.role, (), title, points=points, most=manner.measure.most))
    if _length(found.after) > _SCRAP:
        _chunks(course, manner, found.after, title)
    else:
        course.settle(found.after)


def _chunks(course: Course, manner: Manner, pieces: Pieces, title: Piece | None) -> None:
    for chunk in _parted(pieces, manner.measure.chunk):
        _chunk(course, manner, chunk, title)


def _parted(pieces: Pieces, most: int) -> Iterator[Pieces]:
    """``pieces`` in stretches of about ``most`` characters; a long one is parted at sentences."""
    small = [part for piece in pieces for part in _pages(piece, most)]
    count = max(1, -(-_length(small) // most))
    share = _length(small) / count
    chunk: list[Piece] = []
    for piece in small:
        if chunk and _length(chunk) + _length([piece]) / 2 > share:
            yield tuple(chunk)
            chunk = []
        chunk.append(piece)
    if chunk:
        yield tuple(chunk)


def _pages(piece: Piece, most: int) -> Iterator[Piece]:
    """A paragraph much longer than ``most`` in as few even parts, at ends of sentences."""
    text = piece.text
    count = -(-len(text) * 2 // (most * 3))
    if piece.note or count < 2:
        yield piece
        return
    start = 0
    for end in (sentence[-1].end for sentence in sentences(text)):
        if end - start >= len(text) / count and len(text) - end > _SCRAP:
            yield piece.cut(start, end)
            start = end
    yield piece.cut(start, len(text))


def _chunk(course: Course, manner: Manner, chunk: Pieces, title: Piece | None) -> None:
    """One slide of running text."""
    said = statement(manner, chunk, title)
    course.say(chunk)
    if said is None:
        if course.slides and _length(chunk) <= _SCRAP and not title:
            course.settle()
        else:
            _bare(course, title)
        return
    role, points = _shown_as(manner, chunk, said)
    course.show(Slide(role, (), title, points=points))


class Said(NamedTuple):
    """What a stretch of text says, and one more clause of it."""

    words: Piece
    support: Piece | None


def statement(manner: Manner, chunk: Pieces, title: Piece | None) -> Said | None:
    """The piece of ``chunk`` that stands for it; None where nothing can be cut out."""
    measure, weights = manner.measure, manner.weights
    near = title.text if title else ""
    words = pick(chunk, measure.statement, weights, near=near)
    for whole in (True, False):
        words = words or first_sentence(chunk, measure.statement.most, whole=whole)
    if words is None:
        return None
    wish = measure.support(1)
    more = pick(chunk, wish, weights, near=words.text, after=words) if wish else None
    return Said(words, more)


def _shown_as(manner: Manner, chunk: Pieces, said: Said) -> tuple[Role, tuple[Point, ...]]:
    """The role of a stretch by what stands in it, and its points."""
    if manner.density is not Density.BRIEF:
        numbers = figures(chunk)
        if found := key_figures(numbers):
            return Role.FIGURES, as_points(found)
        if halves := spoken_contrast(chunk):
            return Role.COMPARISON, halves
        if one := striking_figure(numbers, said.words):
            return Role.FIGURES, (Point(None, one.words, one.clause),)
    return Role.STATEMENT, (Point(None, said.words, said.support),)


def _bare(course: Course, title: Piece | None) -> None:
    """A heading with nothing that could stand beneath it: its own words are the statement."""
    waiting = course.waiting
    spoken = next((note for note in waiting if not is_stage_direction(note.text)), waiting[0])
    words = title or shortened(spoken, SLIDE_TITLE)
    course.show(Slide(Role.STATEMENT, (), None, points=(Point(None, words),)))
