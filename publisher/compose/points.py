"""Points: the headings below a heading on one slide, and what they are to each other.

Two that are set against each other are a comparison, those in order of time a sequence, all else
are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from publisher.compose.clauses import ems
from publisher.compose.condense import Wish, first_sentence, pick, rest_of, shortened
from publisher.compose.contrast import contrasts
from publisher.compose.course import Course
from publisher.compose.manner import POINT_TITLE, Manner
from publisher.compose.order import ARGUMENT, Mark, ascends, kind_of, mark_of, speaks_of_time
from publisher.compose.specials import flat, is_plain, led, spoken, told
from publisher.script import Point, Role, Slide
from publisher.speech import Piece, Section, text_of
from publisher.treatment import ARRANGED

_LEVEL = 0.6
"""A clause shorter than this share of its neighbours' leaves its card empty."""
_COUNTS = {Role.COMPARISON: range(2, 3), Role.SEQUENCE: range(2, 7)}
"""How many points a role holds."""


def points_slide(
    course: Course,
    manner: Manner,
    section: Section,
    shown: Sequence[Section],
    title: Piece | None,
    spoken_over: int | None = None,
) -> None:
    """``shown`` headings of ``section`` on one slide; ``spoken_over`` it are the first of them, all
    where nothing is said, and the others have slides of their own behind it. Where the last one
    spoken has a table or a picture, it is up to this."""
    count = len(shown) if spoken_over is None else spoken_over
    titles = [shortened(kid.title, POINT_TITLE) for kid in shown]
    wish = manner.measure.support(len(shown))
    supports = _supports(shown, titles, manner, wish) if wish else [None] * len(shown)
    notes = [_notes(kid, last=i + 1 == count) if i < count else () for i, kid in enumerate(shown)]
    points = [Point(kid.number, titles[i], supports[i], notes[i]) for i, kid in enumerate(shown)]
    role, points = role_of(manner, section, shown, points)
    wanted = manner.treatment(section).layout
    layout = wanted if wanted in ARRANGED else None
    course.show(
        Slide(role, (), title, points=tuple(points), layout=layout, most=manner.measure.most)
    )


def titles_slide(
    course: Course, manner: Manner, shown: Sequence[Section], title: Piece | None
) -> None:
    """Headings that have slides of their own, before these come; a single one is no list."""
    if len(shown) < 2:
        return
    points = tuple(Point(kid.number, shortened(kid.title, POINT_TITLE)) for kid in shown)
    course.show(Slide(Role.POINTS, (), title, points=points, most=manner.measure.most))


def _notes(kid: Section, *, last: bool) -> tuple[Piece, ...]:
    """All of a heading; of the last one with a table or a picture, what comes before it."""
    return (*kid.lines, *led(flat(kid))[0]) if last and not is_plain(kid) else spoken(kid)


def _supports(
    kids: Sequence[Section], titles: Sequence[Piece], manner: Manner, wish: Wish
) -> list[Piece | None]:
    """A clause for each title, none much shorter than its neighbours'; for none of them where
    half of them would have none."""
    longer = Wish(wish.ideal, wish.most * 3 // 2)
    found = [
        _support(kid, title, manner, wish) or _support(kid, title, manner, longer)
        for kid, title in zip(kids, titles, strict=True)
    ]
    lengths = [ems(support.text) for support in found if support]
    if len(lengths) * 2 <= len(kids) and len(kids) > 1:
        return [None] * len(kids)
    for i, support in enumerate(found):
        mean = (sum(lengths) - ems(support.text)) / max(len(lengths) - 1, 1) if support else 0
        if support and ems(support.text) < _LEVEL * mean:
            again = _support(kids[i], titles[i], manner, Wish(round(mean), wish.most))
            found[i] = again if again and ems(again.text) > ems(support.text) else support
    return found


def _support(kid: Section, title: Piece, manner: Manner, wish: Wish) -> Piece | None:
    rest = rest_of(kid.title, title)
    if rest and len(rest.text) <= wish.most and len(title.text) < len(kid.title.text) // 2:
        return rest
    own, below = text_of(kid.body), tuple(p for k in kid.children for p in told(k))
    picked = (pick(text, wish, manner.weights, near=title.text) for text in (own, below))
    first = (first_sentence(text, wish.most) for text in (own, below))
    return next((found for found in chain(picked, (rest,), first) if found), None)


def role_of(
    manner: Manner,
    section: Section,
    kids: Sequence[Section],
    points: list[Point],
) -> tuple[Role, list[Point]]:
    """What these points are to each other, and the points as that role shows them."""
    wanted = manner.treatment(section).layout
    marks = list(_marks(kids))
    if wanted in _COUNTS:
        asked = Role(wanted)
        if len(points) in _COUNTS[asked]:
            dated = asked is Role.SEQUENCE and ascends(marks)
            return asked, _labelled(points, marks) if dated else points
    elif wanted is None:
        if len(points) == 2 and contrasts(points[0].title.text, points[1].title.text):
            return Role.COMPARISON, points
        if len(points) in _COUNTS[Role.SEQUENCE] and _is_sequence(section, kids, marks):
            return Role.SEQUENCE, _labelled(points, marks)
    return Role.POINTS, points


def _marks(kids: Sequence[Section]) -> Iterator[Mark | None]:
    """Each heading's mark of time: its title's own, else its marker."""
    for kid in kids:
        number = mark_of(kid.number) if kid.number else None
        yield mark_of(kid.title.text) or (number and number._replace(end=0))


def _is_sequence(section: Section, kids: Sequence[Section], marks: Sequence[Mark | None]) -> bool:
    if not ascends(marks):
        return False
    if kind_of([mark for mark in marks if mark]) != ARGUMENT:
        return True
    around = [section.title.text, *(p.text for p in text_of(section.body))]
    texts = [kid.title.text + "".join(p.text for p in text_of(kid.body)) for kid in kids]
    return speaks_of_time(texts, around)


def _labelled(points: Sequence[Point], marks: Sequence[Mark | None]) -> list[Point]:
    """Points of a sequence: a mark at the beginning of a title is its label."""
    found: list[Point] = []
    for point, mark in zip(points, marks, strict=True):
        text = point.title.text
        end = mark.end if mark else 0
        begin = end + len(text[end:]) - len(text[end:].lstrip("，,、：: 　"))
        if end and ems(text[begin:]) >= 2:
            cut = point.title.cut(begin, len(text))
            point = point._replace(label=text[:end].strip("，,、：: 　"), title=cut)
        found.append(point)
    return found
