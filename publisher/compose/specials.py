"""Quotations, tables and pictures: what has a slide of its own wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from publisher.compose.quotes import Quotation, find_quotation
from publisher.manuscript import Picture, Table
from publisher.script import Role, Slide
from publisher.speech import BodyBlock, Piece, Section, piece_of

Pieces: TypeAlias = tuple[Piece, ...]
_CAPTION = ("图", "Fig")
_LONGEST_CAPTION = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slide stands: the index of its part, and the words shown in its corner."""

    section: int | None = None
    words: Piece | None = None


class Unit(NamedTuple):
    """A block of a body with what belongs to it: a picture's caption, a text's quotation."""

    block: BodyBlock
    caption: Piece | None = None
    quotation: Quotation | None = None

    @property
    def text(self) -> Piece | None:
        """The block, where it is running text without a quotation to show."""
        return self.block if isinstance(self.block, Piece) and not self.quotation else None


def units(body: Sequence[BodyBlock]) -> Iterator[Unit]:
    """The blocks of a body; a caption behind its picture goes with it."""
    skip = False
    for block, following in zip(body, (*body[1:], None)):
        if skip:
            skip = False
        elif isinstance(block, Picture) and isinstance(following, Piece) and _captions(following):
            skip = True
            yield Unit(block, caption=following)
        elif isinstance(block, Piece):
            yield Unit(block, quotation=find_quotation(block))
        else:
            yield Unit(block)


def _captions(piece: Piece) -> bool:
    text = piece.text.strip()
    return text.startswith(_CAPTION) and len(text) <= _LONGEST_CAPTION


def special(unit: Unit, title: Piece | None, place: Place, pending: Pieces) -> Slide:
    """The slide of a quotation, table or picture; ``pending`` was said on the way to it."""
    block, section, words = unit.block, place.section, place.words
    if isinstance(block, Table):
        notes = (*pending, *text_of((block,)))
        return Slide(Role.TABLE, notes, title, table=block, section=section, place=words)
    if isinstance(block, Picture):
        lines = (("caption", unit.caption),) if unit.caption else ()
        notes = (*pending, *(piece for _, piece in lines))
        return Slide(
            Role.PICTURE, notes, title, lines=lines, picture=block, section=section, place=words
        )
    if unit.quotation is None:
        raise ValueError("running text has no slide of its own")
    who, said = unit.quotation
    return Slide(Role.QUOTE, (*pending, block), who, quotation=said, section=section, place=words)


def specials(
    body: Sequence[BodyBlock], title: Piece, pending: Pieces, place: Place
) -> tuple[list[Slide], Pieces]:
    """The slides of all quotations, tables and pictures of a body, and the text after them."""
    slides: list[Slide] = []
    for unit in units(body):
        if unit.text:
            pending = (*pending, unit.text)
        else:
            slides.append(special(unit, title, place, pending))
            pending = ()
    return slides, pending


def leading_text(body: Sequence[BodyBlock]) -> Pieces:
    """The text before the first quotation, table or picture."""
    found: list[Piece] = []
    for unit in units(body):
        if not unit.text:
            break
        found.append(unit.text)
    return tuple(found)


def is_plain(section: Section) -> bool:
    """Whether a heading has neither tables nor pictures below it."""
    return all(isinstance(block, Piece) for s in section.walk() for block in s.body)


def text_of(blocks: Sequence[BodyBlock]) -> Pieces:
    """The text of blocks in order, table cells included."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, Piece):
            found.append(block)
        elif isinstance(block, Table):
            found += [piece_of(p) for row in block.rows for cell in row for p in cell.paragraphs]
    return tuple(found)


def text_under(section: Section) -> Pieces:
    """The text under a heading; where it has none of its own, that of the headings below."""
    own = text_of(section.body)
    return own or tuple(p for kid in section.children for p in (kid.title, *text_under(kid)))
