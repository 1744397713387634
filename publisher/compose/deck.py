"""The deck: a speech as slides by role. What belongs together is decided here, not where.

Every slide takes the next pieces of the speech as its notes, so that over all slides they are
the speech, each character once, in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from publisher.compose.clauses import Span, sentences, without_directions
from publisher.compose.condense import Wish, bare, first_sentence, pick, shortened
from publisher.compose.specials import (
    Pieces,
    Place,
    is_plain,
    leading_text,
    special,
    specials,
    text_of,
    text_under,
    units,
)
from publisher.options import Options
from publisher.script import Entry, Point, Role, Slide
from publisher.speech import BodyBlock, Piece, Section, Speech, is_stage_direction
from publisher.treatment import Treatments

SUPPORT: Mapping[int, Wish] = {
    1: Wish(44, 80),
    2: Wish(36, 56),
    3: Wish(30, 44),
    4: Wish(26, 40),
    5: Wish(20, 30),
    6: Wish(20, 30),
}
"""How long a point's supporting clause is, by the number of points on the slide."""
STATEMENT = Wish(24, 40)
POINT_TITLE, SLIDE_TITLE, PLACE, GLANCE, CLOSING = 24, 40, 16, 10, 48
"""Characters to a title by where it stands; longer ones are cut at a clause."""
CHUNK = 320
"""Characters of running text to a statement slide: about a minute and a half."""
BRIEF = 260
"""Leaves of a part shorter than this on the average share slides."""
OVER_AGENDA = 400
"""Characters of the opening that are spoken while the agenda is shown."""
MOST_POINTS = 6


def deck(
    speech: Speech, language: str, options: Options, treatments: Treatments
) -> tuple[Slide, ...]:
    """All slides of the speech, in the order in which it is spoken."""
    del options, treatments
    title = next((piece for role, piece in speech.front if role == "title"), None)
    lines = tuple((r, bare(p)) for r, p in speech.front if r not in ("title", "salutation"))
    ahead = _directions_ahead(speech.opening)
    notes = (*(piece for _, piece in speech.front), *ahead)
    cover = Slide(Role.COVER, notes, title, lines=lines)
    has_agenda = speech.agenda and len(speech.sections) > 1
    early, late = _opening(speech.opening[len(ahead) :], has_agenda)
    opening = list(_running(early, title, Place()))
    parts = [list(_part(s, i, language)) for i, s in enumerate(speech.sections)]
    agenda = []
    if has_agenda:
        starts = [2 + len(opening) + sum(map(len, parts[:i])) for i in range(len(parts))]
        entries = tuple(
            Entry(s.number, shortened(s.title, SLIDE_TITLE), start)
            for s, start in zip(speech.sections, starts, strict=True)
        )
        agenda = [Slide(Role.AGENDA, late, entries=entries)]
    body = [slide for part in parts for slide in part]
    return (cover, *opening, *agenda, *body, _closing(speech))


def _opening(
    blocks: tuple[BodyBlock, ...], has_agenda: bool
) -> tuple[tuple[BodyBlock, ...], Pieces]:
    """The opening in two: what is shown as statements, and what is spoken over the agenda."""
    late: list[Piece] = []
    length = 0
    for block in reversed(blocks if has_agenda else ()):
        if not isinstance(block, Piece) or (late and length + len(block.text) > OVER_AGENDA):
            break
        late.insert(0, block)
        length += len(block.text)
    return blocks[: len(blocks) - len(late)], tuple(late)


def _part(section: Section, index: int, language: str) -> Iterator[Slide]:
    """The section slide of a level-1 part, and what follows it."""
    named = section.title if section.more else section.heading
    place = Place(index, shortened(named, PLACE))
    kids = section.children
    intro = leading_text(section.body) if kids else ()
    yield Slide(
        Role.SECTION,
        (*section.lines, *intro),
        shortened(section.title, SLIDE_TITLE),
        label=_part_label(section, index, language),
        points=tuple(Point(kid.number, shortened(kid.title, GLANCE)) for kid in kids[:MOST_POINTS]),
        section=index,
    )
    rest = section.body[len(intro) :]
    if not kids:
        yield from _running(rest, shortened(section.title, SLIDE_TITLE), place)
    elif _share_a_slide(kids):
        yield from _with_points(section, rest, (), place)
    else:
        slides, pending = specials(rest, shortened(section.title, SLIDE_TITLE), (), place)
        yield from slides
        for i, kid in enumerate(kids):
            yield from _content(kid, place, pending if i == 0 else ())


def _share_a_slide(kids: Sequence[Section]) -> bool:
    """Whether headings of level 2 are themselves the points: bare, and short on the average."""
    length = sum(len(piece.text) for kid in kids for piece in text_under(kid))
    return all(not kid.children and is_plain(kid) for kid in kids) and length <= BRIEF * len(kids)


def _content(section: Section, place: Place, before: Pieces = ()) -> Iterator[Slide]:
    """The slides of a heading below the parts."""
    kids = section.children
    pending = (*before, *section.lines)
    if not kids:
        yield from _running(section.body, shortened(section.title, SLIDE_TITLE), place, pending)
    elif any(len(kid.children) > 1 or not is_plain(kid) for kid in kids):
        slides, pending = specials(
            section.body, shortened(section.title, SLIDE_TITLE), pending, place
        )
        yield from slides
        points = tuple(Point(k.number, shortened(k.title, POINT_TITLE)) for k in kids)
        yield _points_slide(section, points, pending, place)
        for kid in kids:
            yield from _content(kid, place)
    else:
        yield from _with_points(section, section.body, pending, place)


def _with_points(
    section: Section, body: Sequence[BodyBlock], pending: Pieces, place: Place
) -> Iterator[Slide]:
    """A heading whose children are its points."""
    slides, pending = specials(body, shortened(section.title, SLIDE_TITLE), pending, place)
    yield from slides
    kids = section.children
    pages = -(-len(kids) // MOST_POINTS)
    wish = SUPPORT[-(-len(kids) // pages)]
    points = tuple(_point(kid, wish) for kid in kids)
    yield _points_slide(section, points, pending, place)


def _points_slide(
    section: Section, points: tuple[Point, ...], pending: Pieces, place: Place
) -> Slide:
    role = Role.STATEMENT if len(points) == 1 else Role.POINTS
    title = shortened(section.title, SLIDE_TITLE)
    return Slide(role, pending, title, points=points, section=place.section, place=place.words)


def _point(section: Section, wish: Wish) -> Point:
    """A point: its title, a clause of its text, and all of its text as notes."""
    title = shortened(section.title, POINT_TITLE)
    text = text_under(section)
    rest = _rest_of(section.title, title)
    support = pick(text, wish, near=title.text) or rest or first_sentence(text, wish.most)
    if rest and len(rest.text) <= wish.most and len(title.text) < len(section.title.text) // 2:
        support = rest
    spoken = tuple(piece for kid in section.walk() for piece in (*kid.lines, *text_of(kid.body)))
    return Point(section.number, title, support, spoken)


def _rest_of(whole: Piece, cut: Piece) -> Piece | None:
    """What a shortened title leaves of its heading, without the mark between them."""
    if cut.ref.end >= whole.ref.end:
        return None
    rest = whole.cut(cut.ref.end - whole.ref.start, len(whole.text))
    text = rest.text
    blanks = len(text) - len(text.lstrip("，；：、,;: 　"))
    return rest.cut(blanks, len(text)) if blanks < len(text) else None


def _running(
    blocks: Sequence[BodyBlock], title: Piece | None, place: Place, pending: Pieces = ()
) -> Iterator[Slide]:
    """Text without points: a statement for each stretch; tables and pictures on their own."""
    chunk: Pieces = ()
    for unit in units(blocks):
        length = sum(len(piece.text) for piece in (*chunk, unit.text) if piece)
        if chunk and (length > CHUNK or not unit.text):
            yield _statement(chunk, title, place, pending)
            pending, chunk = (), ()
        if unit.text:
            chunk = (*chunk, unit.text)
        else:
            yield special(unit, title, place, pending)
            pending = ()
    if chunk:
        yield _statement(chunk, title, place, pending)
        pending = ()
    if pending:
        yield _bare(pending, title, place)


def _statement(chunk: Pieces, title: Piece | None, place: Place, pending: Pieces) -> Slide:
    """What a stretch of text says, large, and one more clause of it beneath."""
    said = pick(chunk, STATEMENT) or first_sentence(chunk, STATEMENT.most)
    if said is None:
        return _bare((*pending, *chunk), title, place)
    support = pick(chunk, SUPPORT[1], near=said.text, after=said)
    return Slide(
        Role.STATEMENT, (*pending, *chunk), title, points=(Point(None, said, support),),
        section=place.section, place=place.words,
    )  # fmt: skip


def _bare(notes: Pieces, title: Piece | None, place: Place) -> Slide:
    """A heading with nothing that could stand beneath it: its own words are the statement."""
    spoken = next((note for note in notes if not is_stage_direction(note.text)), notes[0])
    words = title or shortened(spoken, SLIDE_TITLE)
    return Slide(
        Role.STATEMENT, notes, place.words or title, points=(Point(None, words),),
        section=place.section, place=place.words,
    )  # fmt: skip


def _closing(speech: Speech) -> Slide:
    """What the speech says at its end; nothing where it says nothing.

    The signature, notes and annexes stand in its notes: they are in the file, but not spoken.
    """
    spoken = text_of(speech.closing)
    last = next((p for p in reversed(spoken) if not is_stage_direction(p.text)), None)
    words = None
    if last is not None:
        last = last.cut(*without_directions(last.text, Span(0, len(last.text))))
        words = last if len(last.text) <= CLOSING else _last_words(last)
    unspoken = [block for _, block in speech.back]
    for annex in speech.annexes:
        unspoken += [annex.label, *annex.body]
        for section in (s for root in annex.sections for s in root.walk()):
            unspoken += [*section.lines, *section.body]
    return Slide(Role.CLOSING, (*spoken, *text_of(unspoken)), words)


def _directions_ahead(blocks: Sequence[BodyBlock]) -> Pieces:
    """Stage directions before the first word: they stand in the notes of the cover."""
    found: list[Piece] = []
    for block in blocks:
        if not isinstance(block, Piece) or not is_stage_direction(block.text):
            break
        found.append(block)
    return tuple(found)


def _last_words(piece: Piece) -> Piece:
    """The last sentences of a long leave-taking, as many as fit."""
    start = len(piece.text)
    for sentence in reversed(sentences(piece.text)):
        if start < len(piece.text) and len(piece.text) - sentence[0].start > CLOSING:
            break
        start = sentence[0].start
    return piece.cut(start, len(piece.text))


_DIGITS = "零一二三四五六七八九十"


def _part_label(section: Section, index: int, language: str) -> str | None:
    """第一部分 over a numbered part's title; a marker that says so itself stays as it is."""
    if section.number is None:
        return None
    number = section.number.strip(" 　、，.．:：")
    if number.startswith(("第", "Part", "Chapter", "PART")):
        return number
    count = index + 1
    if not language.startswith("zh"):
        return f"Part {count}"
    tens, ones = divmod(count, 10)
    han = _DIGITS[count] if count <= 10 else (
        ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    )  # fmt: skip
    return f"第{han}部分"
