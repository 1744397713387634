"""Quotations, tables and pictures: what has a slide of its own wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.compose.clauses import sentences
from publisher.compose.course import Course, Pieces, unshown
from publisher.compose.manner import Manner
from publisher.compose.quotes import Quotation, quotations
from publisher.events import notice
from publisher.manuscript import Picture, Table
from publisher.record import NamedTuple
from publisher.script import Role, Slide
from publisher.speech import BodyBlock, Piece, Section, text_of
from publisher.traditional import simplified

_OF_PICTURE, _OF_TABLE = ("图", "Fig", "Photo"), ("表", "附表", "Table")
_LONGEST_CAPTION = 40
_AROUND = 120
"""Characters before or behind a quotation that are still spoken over it; more has its own slide."""
_LEADS_IN = "(.{4,24}?)[，,]?(?:详|请|可)?(?:见|如|大家看|请看|看)(?:下|附|后|这张|这个|本|以下)?表"
"""主要指标完成情况见下表。 says what the table shows."""


class Unit(NamedTuple):
    """A block of a body with what belongs to it: a caption, a text's quotation."""

    block: BodyBlock
    caption: Piece | None = None
    quotation: Quotation | None = None

    @property
    def text(self) -> Piece | None:
        """The block, where it is running text without a quotation to show."""
        return self.block if isinstance(self.block, Piece) and not self.quotation else None


def units(body: Sequence[BodyBlock], around: int = _AROUND) -> Iterator[Unit]:
    """The blocks of a body; a caption goes with its picture or table, and more text than
    ``around`` before or behind a quotation is a unit of its own."""
    skip = False
    for block, following in zip(body, (*body[1:], None)):
        if skip:
            skip = False
        elif isinstance(block, Picture) and _captions(following, _OF_PICTURE):
            skip = True
            yield Unit(block, following if isinstance(following, Piece) else None)
        elif isinstance(block, Piece) and isinstance(following, Table):
            skip = _captions(block, _OF_TABLE)
            yield from (Unit(following, block),) if skip else _quoted(block, around)
        elif isinstance(block, Piece):
            yield from _quoted(block, around)
        else:
            yield Unit(block)


def _quoted(piece: Piece, around: int) -> Iterator[Unit]:
    """A text as one unit, or parted around its quotations."""
    text, first = piece.text, piece.ref.start
    at = 0
    for quotation in quotations(piece):
        start, end = quotation.attribution.ref.start - first, quotation.words.ref.end - first
        if start < at:
            continue  # It is in the sentence of the one before.
        end = _sentence_end(text, end) if around else _past_marks(text, end)
        if len(text[at:start].strip()) > around:
            yield Unit(piece.cut(at, start))
            at = start
        end = end if len(text[end:].strip()) > around else len(text)
        yield Unit(piece.cut(at, end), quotation=quotation)
        at = end
    if at < len(text) or not at:
        yield Unit(piece.cut(at, len(text)) if at else piece)


def _sentence_end(text: str, at: int) -> int:
    """The first end of a sentence from ``at`` on."""
    return next(sentence[-1].end for sentence in sentences(text) if sentence[-1].end >= at)


def _past_marks(text: str, at: int) -> int:
    """Past the closing quotation mark and the marks behind it."""
    while at < len(text) and not text[at].isalnum() and text[at] not in "“‘《（(":
        at += 1
    return at


def _captions(block: BodyBlock | None, words: tuple[str, ...]) -> bool:
    if not isinstance(block, Piece) or len(block.text) > _LONGEST_CAPTION:
        return False
    text = simplified(block.text.strip())
    return text.startswith(words) and text[-1:] not in "。：；，"


def show_special(course: Course, manner: Manner, unit: Unit, title: Piece | None) -> None:
    """The slide of a quotation, table or picture, after what was said on the way to it."""
    block, caption = unit.block, unit.caption
    own = (caption,) if caption else ()
    if isinstance(block, Table):
        from publisher.compose.data import is_data

        named = caption or _leads_in(course.waiting) or title
        chart = manner.charts and is_data(block)
        if manner.charts and not chart:
            course.tell(notice("table-not-data", _place(block), title=named.text if named else ""))
        role = Role.CHART if chart else Role.TABLE
        course.show(Slide(role, (*own, *text_of((block,))), named, table=block))
    elif isinstance(block, Picture):
        lines = (("caption", caption),) if caption else ()
        course.show(Slide(Role.PICTURE, own, title, lines=lines, picture=block))
    elif unit.quotation is not None:
        who, said = unit.quotation
        course.show(Slide(Role.QUOTE, (block,), who, quotation=said))


def _place(table: Table) -> int | None:
    """The first paragraph of a table."""
    found = (p.index for row in table.rows for cell in row for p in cell.paragraphs)
    return next(found, None)


def _leads_in(pending: Pieces) -> Piece | None:
    """What the last words before a table say that it shows."""
    last = pending[-1] if pending else None
    if last is None or last.note:
        return None
    text = simplified(last.text)
    start = next((s[0].start for s in reversed(sentences(text))), 0)
    found = re.compile(_LEADS_IN).match(text, start)
    return last.cut(*found.span(1)) if found else None


def specials(
    course: Course, manner: Manner, body: Sequence[BodyBlock], title: Piece | None
) -> None:
    """The slides of all quotations, tables and pictures of a body; its text is spoken on the way
    to them, and behind the last on whatever is shown next."""
    for unit in units(body):
        if unit.text:
            course.say((unit.text,))
        else:
            show_special(course, manner, unit, title)


def led(body: Sequence[BodyBlock]) -> tuple[Pieces, tuple[BodyBlock, ...]]:
    """The text before the first quotation, table or picture of a body, and the rest of it."""
    lead: list[Piece] = []
    rest: list[BodyBlock] = []
    for unit in units(body):
        if unit.text and not rest:
            lead.append(unit.text)
        elif unit.caption and isinstance(unit.block, Table):
            rest += [unit.caption, unit.block]
        else:
            rest += [unit.block, *([unit.caption] if unit.caption else [])]
    return tuple(lead), tuple(rest)


def is_plain(section: Section) -> bool:
    """Whether a heading has neither tables nor pictures below it."""
    return all(isinstance(block, Piece) for s in section.walk() for block in s.body)


def flat(section: Section) -> tuple[BodyBlock, ...]:
    """Everything under a heading, the lines of the headings below it unshown."""
    blocks: list[BodyBlock] = list(section.body)
    for kid in (s for child in section.children for s in child.walk()):
        blocks += [*map(unshown, kid.lines), *kid.body]
    return tuple(blocks)


def told(section: Section) -> Pieces:
    """What is said of a heading: its own title and text, and those of the headings below."""
    below = tuple(piece for kid in section.children for piece in told(kid))
    return (section.title, *text_of(section.body), *below)


def spoken(section: Section) -> Pieces:
    """Everything of a heading and below it, in order."""
    return tuple(piece for s in section.walk() for piece in (*s.lines, *text_of(s.body)))
