"""Headings: which have slides of their own, and which are points of the one above.

Where nothing is said (``Manner.level``), a heading has its own slides when it has points of its
own or much text; short ones share a slide with their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.compose.condense import shortened
from publisher.compose.course import Course, unshown
from publisher.compose.figures import MOST, as_points, figures
from publisher.compose.manner import AS_FITS, SLIDE_TITLE, Manner
from publisher.compose.points import points_slide, titles_slide
from publisher.compose.running import running, statement
from publisher.compose.specials import flat, is_plain, led, specials, spoken
from publisher.options import Density
from publisher.script import Point, Role, Slide
from publisher.speech import BodyBlock, Piece, Section, text_of
from publisher.treatment import ARRANGED

_POINT = 260
"""Characters to a point on the average, beyond which headings below a part do not share a slide."""
_DEEP_POINT = 420
"""The same for those below another heading."""
_MIXED = 150
"""The same where one of their neighbours has its own slide."""
_FOLDED = 120
"""Headings with points of their own are points themselves where they are as short as this."""
_OVER_POINTS = 200
"""Characters that are spoken over points before the first of them; more has its own slide."""
_WHOLE = 320
"""Characters from which a deeper heading has its own slides when the whole text is shown."""
_STANDING = 50
"""The same on the average for those that stand on lines of their own."""
_TITLED = 2
"""The deepest level with slides of its own when the whole text is shown."""
_FORCED = frozenset({"statement", "figures"})


def content(course: Course, manner: Manner, section: Section) -> None:
    """The slides of a heading below the parts."""
    inner = manner.under(section)
    title = shortened(section.title, SLIDE_TITLE)
    cut = title.ref.end - title.ref.start < len(section.title.text.strip("。；：:;. 　"))
    if is_whole(inner, section) and cut:
        under(course, inner, section, (*section.lines, *section.body), title)
    else:
        course.say(section.lines)
        under(course, inner, section, section.body, title)


def is_whole(manner: Manner, section: Section) -> bool:
    """Whether a heading's whole text is shown."""
    wanted = manner.treatment(section).layout
    return wanted == "text" or (manner.density is Density.FULL and wanted is None)


def under(
    course: Course,
    manner: Manner,
    section: Section,
    body: Sequence[BodyBlock],
    title: Piece,
    *,
    announced: bool = False,
) -> None:
    """What stands under a heading: ``body``, then the headings below.

    ``announced``: the slide before has just shown ``title``.
    """
    kids = section.children
    fresh = None if announced else title
    if is_whole(manner, section):
        _whole(course, manner, section, body, title, announced=announced)
    elif manner.treatment(section).layout in _FORCED:
        _forced(course, manner, section._replace(body=tuple(body)), fresh)
    elif not kids:
        running(course, manner, body, fresh, title)
    elif len(kids) == 1 and not own(manner, kids[0], folded=_short(kids, _FOLDED)):
        _lone(course, manner, body, kids[0], title, announced=announced)
    else:
        _introduced(course, manner, body, title, announced=announced)
        _kids(course, manner, section, title, announced=announced)


def length(section: Section) -> int:
    """Characters of a heading's text, and of all below it."""
    text = sum(len(piece.text) for piece in spoken(section) if not piece.note)
    return text - len(section.heading.text)


def own(manner: Manner, kid: Section, *, folded: bool) -> bool:
    """Whether a heading has slides of its own, rather than be a point among its neighbours.

    ``folded``: these are so short that even points of their own are spoken over it.
    """
    if manner.treatment(kid) != AS_FITS:
        return True
    if manner.level is not None:
        return kid.level <= manner.level
    if len(kid.children) < 2:
        return manner.density is not Density.BRIEF and length(kid) > _DEEP_POINT
    return not folded


def _short(kids: Sequence[Section], most: int) -> bool:
    """Whether headings have no more than ``most`` characters on the average."""
    room = most * len(kids)
    for kid in kids:
        room -= length(kid)
        if room < 0:
            return False
    return True


def _share(manner: Manner, section: Section, most: int) -> bool:
    """Whether the headings below one are the points of one slide: none has its own, and they are
    short; or their author wants them so."""
    kids = section.children
    if manner.treatment(section).layout in (*ARRANGED, Role.COMPARISON, Role.SEQUENCE):
        return True
    folded = _short(kids, _FOLDED)
    if any(own(manner, kid, folded=folded) for kid in kids):
        return False
    return _unasked(manner) or _short(kids, most)


def _unasked(manner: Manner) -> bool:
    """Whether headings without slides of their own are points however long they are."""
    return manner.level is not None or manner.density is Density.BRIEF


def _introduced(
    course: Course, manner: Manner, body: Sequence[BodyBlock], title: Piece, *, announced: bool
) -> None:
    """What is said before the first of the headings below: over them, or where it is long on
    slides of its own."""
    long = sum(len(piece.text) for piece in led(body)[0]) > _OVER_POINTS
    if long and manner.density is not Density.BRIEF:
        running(course, manner, body, None if announced else title, title)
    else:
        specials(course, manner, body, title)


def _kids(
    course: Course, manner: Manner, section: Section, title: Piece, *, announced: bool
) -> None:
    """The headings below one: as points, on slides of their own, or some so and some so."""
    runs = runs_of(manner, section, announced=announced)
    if shows_all(manner, runs):
        # The first ones are spoken over all, so that nobody takes them for the whole list.
        first = runs.pop(0)
        points_slide(course, manner, section, section.children, title, len(first))
        _behind(course, manner, first[-1])
    elif not announced:
        titles_slide(course, manner, section.children, title)
    for run in runs:
        if len(run) == 1:
            content(course, manner, run[0])
        else:
            points_slide(course, manner, section, run, title)
            _behind(course, manner, run[-1])


def runs_of(manner: Manner, section: Section, *, announced: bool) -> list[tuple[Section, ...]]:
    """The headings below one in runs that are shown together; alone what has its own slides."""
    kids = section.children
    if _share(manner, section, _POINT if announced else _DEEP_POINT):
        return list(_broken(kids))
    return list(_runs(manner, kids))


def shows_all(manner: Manner, runs: Sequence[tuple[Section, ...]]) -> bool:
    """Whether the first slide of these headings shows all of them."""
    first = runs[0]
    return len(first) > 1 or (manner.level is not None and not own(manner, first[0], folded=True))


def _runs(manner: Manner, kids: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    """``kids`` in runs: short neighbours together, each that has its own slides alone."""
    run: list[Section] = []
    folded = _short(kids, _FOLDED)
    for kid in (*kids, None):
        if kid is not None and not own(manner, kid, folded=folded):
            run.append(kid)
            continue
        together = _unasked(manner) or _short(run, _MIXED)
        yield from _broken(run) if together else ((each,) for each in run)
        run = []
        if kid is not None:
            yield (kid,)


def _broken(kids: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    """``kids`` in runs that end where one has a table or a picture, which comes behind them."""
    run: list[Section] = []
    for kid in kids:
        run.append(kid)
        if not is_plain(kid):
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _behind(course: Course, manner: Manner, kid: Section) -> None:
    """What of the last point told was not spoken over it: from its first table or picture on."""
    if is_plain(kid):
        return
    running(course, manner, led(flat(kid))[1], shortened(kid.title, SLIDE_TITLE))


def _lone(
    course: Course,
    manner: Manner,
    body: Sequence[BodyBlock],
    kid: Section,
    title: Piece,
    *,
    announced: bool,
) -> None:
    """A heading with a single one below it: one number is no list, so its text is shown."""
    if kid.children:
        _introduced(course, manner, body, title, announced=announced)
        course.say(kid.lines)
        named = shortened(kid.title, SLIDE_TITLE) if announced else title
        under(course, manner, kid, kid.body, named)
    else:
        lines = map(unshown, kid.lines)
        whole = (*body, *lines, *kid.body)
        running(course, manner, whole, None if announced else title, title)


def _forced(course: Course, manner: Manner, section: Section, title: Piece | None) -> None:
    """All of a heading's text on one slide, as its author wants it: a statement, or figures."""
    blocks = flat(section)
    text = text_of(blocks)
    found = figures(text)[:MOST]
    wants_figures = manner.treatment(section).layout == Role.FIGURES
    if not all(isinstance(block, Piece) for block in blocks) or (wants_figures and not found):
        running(course, manner, blocks, title)
        return
    said = statement(manner, text, title)
    if wants_figures:
        slide = Slide(Role.FIGURES, (), title, points=as_points(found))
    elif said is not None:
        points = (Point(None, said.words, said.support),)
        slide = Slide(Role.STATEMENT, (), title, points=points)
    else:
        running(course, manner, blocks, title)
        return
    course.say(text)
    course.show(slide)


def _whole(
    course: Course,
    manner: Manner,
    section: Section,
    body: Sequence[BodyBlock],
    title: Piece,
    *,
    announced: bool,
) -> None:
    """The whole text under a heading; those below it that have their own slides after it."""
    from publisher.compose.full import whole_text

    kids = section.children
    fresh = None if announced else title
    blocks: list[BodyBlock] = list(body)
    standing = not _short(kids, _STANDING)
    titled = [_titled(manner, kid, standing=standing) for kid in kids]
    if not blocks and kids and all(titled) and not announced:
        titles_slide(course, manner, kids, title)
    for kid, own_slides in zip(kids, titled, strict=True):
        if own_slides:
            whole_text(course, manner, blocks, fresh, title)
            blocks = []
            content(course, manner, kid)
            fresh = title
        else:
            blocks += [b for s in kid.walk() for b in (*s.lines, *s.body)]
    whole_text(course, manner, blocks, fresh, title)


def _titled(manner: Manner, kid: Section, *, standing: bool) -> bool:
    """Whether a heading has text slides of its own when the whole text is shown; ``standing``:
    so have those that stand on lines of their own."""
    if manner.treatment(kid) != AS_FITS:
        return True
    if manner.level is not None:
        return kid.level <= manner.level
    if kid.heading.ref.start:
        return length(kid) >= _WHOLE  # It begins within a paragraph.
    if kid.level <= _TITLED:
        return True
    return length(kid) >= _WHOLE if kid.run_in else standing
