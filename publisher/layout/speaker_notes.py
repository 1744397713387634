"""Pages of slides and notes: each slide above the words that are spoken to it.

The words are set by the engine of the script's pages; what does not fit below the slide goes on
on a page of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from publisher.events import Notice
from publisher.geometry import Rect, Size, mm, pt
from publisher.layout.asides import NO_MARGIN
from publisher.layout.compositor import Compositor
from publisher.layout.cues import slide_cues
from publisher.layout.desk import CONTINUED
from publisher.layout.flow import Block, flow
from publisher.layout.footnotes import FootNote
from publisher.layout.handouts import fitted, framed, miniature
from publisher.layout.letters import Span
from publisher.layout.page_blocks import PictureBlock, rows_for
from publisher.layout.page_furniture import Furnisher, furniture
from publisher.layout.page_items import Drawn, by_page, text_items
from publisher.layout.page_model import PageProfile
from publisher.layout.page_setter import Setter
from publisher.layout.sheet_furniture import SheetFurniture, lang_of, number_text
from publisher.layout.spoken import spoken_to
from publisher.layout.structure import structured
from publisher.plan import PAPER_QUIET, Image, Item, Plan, Sheet
from publisher.record import NamedTuple
from publisher.script import Script
from publisher.typeface.registry import Typefaces

_SHARE = 0.39
"""Of the type area's height, a slide's at most: words have the rest."""
_CAPTION = mm(6)
"""The room below a slide for its number and its time."""
_CAPTION_BASELINE = mm(4.3)
_SIZE = pt(9)


class SlideBlock(NamedTuple):
    """A slide at the top of a page, with its number and what the head of its notes says."""

    sheet: Sheet
    number: int
    frame: Size
    size: Size
    profile: PageProfile
    typefaces: Typefaces
    before: int = 0
    keep: bool = False
    begins: str = "page"
    notes: tuple[FootNote, ...] = ()

    @property
    def rows(self) -> int:
        return rows_for(self.frame.height + _CAPTION, self.profile)

    @property
    def least(self) -> int:
        return self.rows

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        """It is never divided."""
        return (self, None) if rows >= self.rows or anyhow else (None, self)

    def items(self, area: Rect, row: int) -> list[Item]:
        x = area.x + (area.width - self.frame.width) // 2
        frame = Rect(x, area.y + row * self.profile.pitch, *self.frame)
        items: list[Item] = [
            miniature(self.sheet, self.number, frame, self.size),
            framed(frame),
            number_text(str(self.number), frame.x, frame.bottom, None, self.typefaces),
        ]
        if self.sheet.notes_head:
            span = Span("", "song", _SIZE, PAPER_QUIET)
            items.append(furniture(
                self.sheet.notes_head, span, frame, frame.bottom + _CAPTION_BASELINE, "right",
                "times", self.typefaces,
            ))  # fmt: skip
        return items


def lay_out_speaker_notes(
    deck: Plan,
    script: Script,
    profile: PageProfile,
    typefaces: Typefaces,
    together: Collection[str] = (),
) -> tuple[Plan, tuple[Notice, ...]]:
    """The sheets of ``deck``, each above the passages of ``script`` that are spoken to it.

    All of the speech stands there once and in order; of its pictures those that no slide shows.
    The outline of the deck leads to the pages of its slides; words of ``together`` are never
    broken over lines. Notices as of ``lay_out_pages``.
    """
    notices: list[Notice] = []
    compositor = Compositor(profile, typefaces, script.language, frozenset(together))
    blocks = list(_blocks(deck, script, Setter(compositor, NO_MARGIN, notices)))
    flowed = flow(blocks, profile.room)
    placed, feet = by_page(flowed.placed), by_page(flowed.feet)
    begins = {
        each.block.number: each.page for each in flowed.placed if isinstance(each.block, SlideBlock)
    }
    around = SheetFurniture(script, profile.paper, profile.area(0), typefaces)
    furnisher = Furnisher(compositor)
    sheets, number = [], 0
    for page in range(flowed.pages):
        items = [*around.head()]
        first = placed[page][0].block if page in placed else None
        if isinstance(first, SlideBlock):
            number = first.number
        else:
            items.append(_goes_on(number, profile.area(page), lang_of(script), typefaces))
        items += text_items(placed.get(page, ()), feet.get(page, ()), page, furnisher)
        items.append(around.foot(page + 1, flowed.pages))
        sheets.append(Sheet(tuple(items), f"page {page + 1}"))
    outline = tuple(
        entry._replace(sheet=begins[entry.sheet + 1], y=profile.top) for entry in deck.outline
    )
    made = structured(sheets, script.language)
    return Plan(deck.meta, profile.paper, made, outline), tuple(notices)


def _blocks(deck: Plan, script: Script, setter: Setter) -> Iterator[Drawn]:
    """A block for each slide, and behind it those of its words."""
    spoken = spoken_to(script.passages, slide_cues(script, deck))
    shown = {i.data for sheet in deck.sheets for i in sheet.items if isinstance(i, Image)}
    words: Mapping[int, list[Drawn]] = {n: [] for n in range(1, len(deck.sheets) + 1)}
    for block in setter.blocks([passage for _, passage in spoken]):
        if isinstance(block, PictureBlock) and block.picture.data in shown:
            continue
        own = words[spoken[int(block.name.rpartition(" ")[2])].slide]
        own.append(block if own else block._replace(before=0))
    frame = _frame(deck.size, setter.profile)
    for number, sheet in enumerate(deck.sheets, 1):
        yield SlideBlock(sheet, number, frame, deck.size, setter.profile, setter.typefaces)
        yield from words[number]


def _frame(size: Size, profile: PageProfile) -> Size:
    room = Rect(0, 0, profile.measure, round(profile.height * _SHARE))
    rect = fitted(size, room)
    return Size(rect.width, rect.height)


def _goes_on(number: int, area: Rect, lang: str, typefaces: Typefaces) -> Item:
    """Which slide the words at the top of a page still belong to."""
    span = Span("", "song", _SIZE, PAPER_QUIET)
    return furniture(
        f"{number}{CONTINUED[lang]}", span, area, area.y - mm(2.5), "left", "goes on", typefaces
    )
