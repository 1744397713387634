"""Lists: paragraphs with numbers or bullets that are no headings (rules, papers to bring)."""

from __future__ import annotations

import re

from publisher.compose.clauses import Span, ems, sentences, trimmed
from publisher.compose.course import Pieces
from publisher.compose.manner import Manner
from publisher.compose.standing import leans
from publisher.compose.timeline import Stretch
from publisher.script import Point, Role
from publisher.speech import Piece, stage_directions

_NUMBER = (
    r"\s*(?P<label>(?P<digits>\d{1,2})(?:[.．](?!\d)|[、)）])|[（(](?P<inside>\d{1,2})[）)]"
    r"|(?P<circled>[①-⑩])|(?P<bullet>——|[—–•●■◆·]|-(?= )))\s*"
)
_FIRST_OF_NUMBER = frozenset("（(①②③④⑤⑥⑦⑧⑨⑩—–•●■◆·-")
"""What a number begins with, digits aside; the pattern is compiled when one is met."""
_MOST = 12
_WHOLE, _FIRST, _LONGEST = 36, 34, 70
"""Characters of an item that is a title as it stands, of its first clauses, and at the most."""


def listing(pieces: Pieces, manner: Manner) -> Stretch | None:
    """The first list in ``pieces``, None where there is none that a slide can show."""
    values = [_value(piece) for piece in pieces]
    for first, value in enumerate(values):
        if value not in (0, 1) or (value == 0 and first and values[first - 1] == 0):
            continue
        last = first + 1
        while last < len(pieces) and values[last] == (value and last - first + 1):
            last += 1
        if not 1 < last - first <= _MOST:
            continue
        points = [_point(each, manner) for each in pieces[first:last]]
        given = tuple(point for point in points if point is not None)
        if len(given) == len(points):
            return Stretch(Role.POINTS, pieces[:first], given, pieces[last:])
    return None


def _value(piece: Piece) -> int | None:
    """The number that a paragraph begins with, 0 for a bullet."""
    found = None if piece.note or piece.ref.start else _number(piece.text)
    if found is None:
        return None
    if found["bullet"]:
        return 0
    if found["circled"]:
        return ord(found["circled"]) - ord("①") + 1
    return int(found["digits"] or found["inside"])


def _number(text: str) -> re.Match[str] | None:
    first = text.lstrip()[:1]
    numbered = first.isdecimal() or first in _FIRST_OF_NUMBER
    return re.match(_NUMBER, text) if numbered else None


def _point(piece: Piece, manner: Manner) -> Point | None:
    """An item: whole where it is short, else its first clauses and what is left of its sentence.

    None for one that is too long, or has stage directions in it.
    """
    text = piece.text
    number = _number(text)
    found = sentences(text)
    if number is None or stage_directions(text):
        return None
    label = None if number["bullet"] else number[0].strip()
    sentence = next(s for s in found if s[-1].end > number.end())
    whole = trimmed(text, Span(number.end(), sentence[-1].end))
    if ems(text[slice(*whole)]) <= _WHOLE:
        return Point(label, piece.cut(*whole), notes=(piece,))
    wish = manner.measure.support(_MOST // 3)
    spans = [trimmed(text, Span(number.end(), c.end)) for c in sentence if c.end > number.end()]
    short = [span for span in spans if 4 <= ems(text[slice(*span)]) <= _FIRST]
    rest = trimmed(text, Span(short[-1].end, sentence[-1].end)) if short else whole
    words = text[slice(*rest)]
    if short and wish and ems(words) <= wish.most and not leans(words):
        return Point(label, piece.cut(*short[-1]), piece.cut(*rest), (piece,))
    return Point(label, piece.cut(*whole), None, (piece,)) if _fits(text, whole) else None


def _fits(text: str, span: Span) -> bool:
    return ems(text[slice(*span)]) <= _LONGEST
