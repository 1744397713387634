"""Timeline: running text whose sentences begin with marks of time, as a sequence of points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.compose.clauses import Sentence, Span, ems, sentences, trimmed
from publisher.compose.course import Pieces
from publisher.compose.manner import POINT_TITLE, Manner
from publisher.compose.order import (
    ARGUMENT,
    Mark,
    ascends,
    enough,
    kind_of,
    mark_of,
    speaks_of_time,
)
from publisher.compose.standing import leans
from publisher.record import NamedTuple
from publisher.script import Point, Role
from publisher.speech import Piece, stage_directions
from publisher.traditional import simplified

_MOST = 6
_LONGEST_TITLE = 34
_APART = 200
"""Characters from one mark to the next; where more lie between them, nobody hears an order."""


class Stretch(NamedTuple):
    """Points that running text tells, what they are to each other, and the text around them."""

    role: Role
    before: Pieces
    points: tuple[Point, ...]
    after: Pieces


class _Marked(NamedTuple):
    """A sentence that begins with a mark: which piece it stands in, and where."""

    at: int
    sentence: Sentence
    mark: Mark


def timeline(pieces: Pieces, manner: Manner) -> Stretch | None:
    """The sequence that ``pieces`` tell, None where they tell none."""
    found = list(_marked(pieces))
    for first in range(len(found)):
        near = found[first : first + 2 * _MOST]
        run = [m for m in near if kind_of((near[0].mark, m.mark))]
        if 1 < len(run) <= _MOST and _in_order(run, pieces):
            return _told(run, pieces, manner)
    return None


def _marked(pieces: Pieces) -> Iterator[_Marked]:
    for at, piece in enumerate(pieces):
        if piece.note:
            continue
        for sentence in sentences(simplified(piece.text)):
            mark = mark_of(piece.text[sentence[0].start : sentence[-1].end])
            if mark is not None:
                yield _Marked(at, sentence, mark)


def _in_order(run: list[_Marked], pieces: Pieces) -> bool:
    marks = [m.mark for m in run]
    if not enough(marks) or not ascends(marks):
        return False
    if kind_of(marks) == ARGUMENT:
        texts = [pieces[m.at].text[m.sentence[0].start :] for m in run]
        if not speaks_of_time(texts, ()):
            return False
    places = [(m.at, m.sentence[0].start) for m in run]
    return all(_between(pieces, here, there) <= _APART for here, there in pairwise(places))


def _between(pieces: Pieces, here: tuple[int, int], there: tuple[int, int]) -> int:
    texts = [piece.text for piece in pieces[here[0] : there[0] + 1]]
    return sum(map(len, texts[:-1])) - here[1] + there[1]


def _told(run: list[_Marked], pieces: Pieces, manner: Manner) -> Stretch | None:
    """The points of a run of marked sentences, each with the text up to the next as notes."""
    points: list[Point] = []
    wish = manner.measure.support(len(run))
    starts = [(m.at, m.sentence[0].start) for m in run]
    for marked, start, end in zip(run, starts, [*starts[1:], (len(pieces), 0)]):
        point = _point(pieces[marked.at], marked, wish.most if wish else 0)
        if point is None:
            return None
        last = end if end[0] < len(pieces) else (run[-1].at + 1, 0)
        points.append(point._replace(notes=tuple(_cut(pieces, start, last))))
    after = pieces[run[-1].at + 1 :]
    return Stretch(Role.SEQUENCE, tuple(_cut(pieces, (0, 0), starts[0])), tuple(points), after)


def _cut(pieces: Pieces, start: tuple[int, int], end: tuple[int, int]) -> Iterator[Piece]:
    """The text from one place (piece, character) to another."""
    for at in range(start[0], min(end[0] + 1, len(pieces))):
        text = pieces[at].text
        first = start[1] if at == start[0] else 0
        last = end[1] if at == end[0] else len(text)
        if last > first:
            yield pieces[at] if (first, last) == (0, len(text)) else pieces[at].cut(first, last)


def _point(piece: Piece, marked: _Marked, most: int) -> Point | None:
    """A marked sentence as a point: its mark as label, its first clauses, and what follows."""
    text, sentence = piece.text, marked.sentence
    begin, end = sentence[0].start, sentence[-1].end
    label = trimmed(text, Span(begin, begin + marked.mark.end))
    told = [clause for clause in sentence if clause.end > label.end]
    title = _title(text, label.end, told)
    if title is None or stage_directions(text[begin:end]):
        return None
    rest = trimmed(text, Span(title.end, end))
    words = text[rest.start : rest.end]
    support = piece.cut(*rest) if 0 < ems(words) <= most and not leans(words) else None
    return Point(text[label.start : label.end], piece.cut(*title), support)


def _title(text: str, start: int, clauses: list[Span]) -> Span | None:
    """The first clauses behind a mark, as many as a title holds; None where one is too long."""
    spans = [trimmed(text, Span(start, clause.end)) for clause in clauses]
    spans = [span for span in spans if span.end > span.start]
    fitting = [span for span in spans if ems(text[slice(*span)]) <= POINT_TITLE]
    best = fitting[-1] if fitting else spans[0] if spans else None
    return best if best and ems(text[slice(*best)]) <= _LONGEST_TITLE else None
