"""Slides: each role of the script onto the frames of its drawing.

One table says which function lays out which role. A function returns the pages that a slide
needs: one, or more where its content goes on (续).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from publisher.events import Notice, notice
from publisher.layout.agenda import agenda_pages, heading_line
from publisher.layout.cards import arrange_points
from publisher.layout.fit import Setter, in_frame
from publisher.layout.statement import statement
from publisher.layout.tables import picture_page, table_pages
from publisher.options import Options
from publisher.plan import Item, OutlineEntry, Plan, PlanMeta, Sheet, Text
from publisher.script import Role, Script, Slide
from publisher.speech import Piece
from publisher.theme.model import Drawing, Theme
from publisher.typeface.registry import Typefaces

Page: TypeAlias = tuple[tuple[Item, ...], tuple[Piece, ...]]
"""A page's items and what is spoken on it."""
_CONTINUED = {"zh": "（续）", "en": " (continued)"}
_MOST = 6
"""Points to a slide."""
_AGENDA = {"zh": "目　录", "en": "Agenda"}
_DEFAULTS = Options()
_ONE_LINE = frozenset({"place", "footer", "number", "speaker", "date", "label"})


class Desk:
    """What every arrangement works with: the setter, the script, one role's drawing.

    ``cut`` gathers the texts that had to be cut on this slide.
    """

    __slots__ = ("cut", "drawing", "script", "setter")

    def __init__(self, setter: Setter, script: Script, drawing: Drawing) -> None:
        self.setter = setter
        self.script = script
        self.drawing = drawing
        self.cut: list[str] = []

    @property
    def lang(self) -> str:
        return "zh" if self.script.language.startswith("zh") else "en"

    def put(self, frame: str, text: str | None, *, role: str = "P", by_sense: bool = False,
            field: str | None = None) -> tuple[Item, ...]:  # fmt: skip
        """``text`` in the drawing's frame, if it has that frame and there is text."""
        target = self.drawing.frames.get(frame)
        if target is None or not text:
            return ()
        one = 1 if frame in _ONE_LINE else None
        item, clipped = in_frame(
            self.setter, text, target, role=role, by_sense=by_sense, field=field, max_lines=one
        )
        if clipped and frame not in ("place", "footer"):
            self.cut.append(text)
        return (item,)

    def title(self, slide: Slide, part: int = 0) -> tuple[Item, ...]:
        """The slide's title in the title placeholder, with 续 from the second page on."""
        text = slide.title.text if slide.title else None
        if text and part:
            text += _CONTINUED[self.lang]
        return self.put("title", text, role="H2", by_sense=True)


def _cover(desk: Desk, slide: Slide) -> list[Page]:
    items = desk.put("title", desk.script.title, role="Title", by_sense=True)
    for name in dict.fromkeys(name for name, _ in slide.lines):
        lines = [piece.text.strip() for other, piece in slide.lines if other == name]
        items += desk.put(name, ("　" if name in _ONE_LINE else "\n").join(lines))
    return [(items, slide.spoken())]


def _agenda(desk: Desk, slide: Slide) -> list[Page]:
    title = desk.put("title", _AGENDA[desk.lang], role="H1")
    frame = desk.drawing.frames["body"].rect
    pages = agenda_pages(desk.setter, slide.entries, frame)
    return _spoken_first([title + page for page in pages], slide)


def _section(desk: Desk, slide: Slide) -> list[Page]:
    items = desk.put("title", slide.title.text if slide.title else None, role="H1", by_sense=True)
    items += desk.put("label", slide.label)
    words = [point.title.text for point in slide.points]
    items += heading_line(desk.setter, words, desk.drawing.frames["body"])
    return [(items, slide.spoken())]


def _points(desk: Desk, slide: Slide) -> list[Page]:
    frame = desk.drawing.frames["body"].rect
    pages: list[Page] = []
    at = 0
    while at < len(slide.points):
        rest = slide.points[at:]
        count, items = _share(len(rest), _MOST), None
        while items is None and count > 1:
            items = arrange_points(desk.setter, rest[:count], frame, at + 1)
            count = count if items else _share(len(rest), count - 1)
        if items is None:
            items, clipped = statement(desk.setter, rest[0], frame)
            desk.cut.extend([rest[0].title.text] * clipped)
        spoken = tuple(piece for point in rest[:count] for piece in point.notes)
        before = () if pages else slide.notes
        pages.append((desk.title(slide, len(pages)) + items, before + spoken))
        at += count
    return pages


def _share(count: int, most: int) -> int:
    """How many of ``count`` stand on the first of as few pages as hold ``most`` each: evenly."""
    return -(-count // -(-count // most))


def _statement(desk: Desk, slide: Slide) -> list[Page]:
    items, clipped = statement(desk.setter, slide.points[0], desk.drawing.frames["body"].rect)
    desk.cut.extend([slide.points[0].title.text] * clipped)
    return [(desk.title(slide) + items, slide.spoken())]


def _quote(desk: Desk, slide: Slide) -> list[Page]:
    words = slide.quotation.text if slide.quotation else None
    items = desk.title(slide) + desk.put("body", words, role="BlockQuote", by_sense=True)
    return [(items, slide.spoken())]


def _table(desk: Desk, slide: Slide) -> list[Page]:
    if slide.table is None:
        raise ValueError("a table slide without its table")
    frame = desk.drawing.frames["body"].rect
    grids = table_pages(desk.setter, slide.table, frame)
    return _spoken_first([(*desk.title(slide, i), grid) for i, grid in enumerate(grids)], slide)


def _picture(desk: Desk, slide: Slide) -> list[Page]:
    if slide.picture is None:
        raise ValueError("a picture slide without its picture")
    frame = desk.drawing.frames["body"].rect
    items = (*desk.title(slide), picture_page(slide.picture, frame))
    for name, piece in slide.lines:
        items += desk.put(name, piece.text, role="Caption")
    return [(items, slide.spoken())]


def _closing(desk: Desk, slide: Slide) -> list[Page]:
    words = slide.title.text if slide.title else desk.script.title
    # Leave is taken sentence by sentence: 谢谢大家！ has a line of its own.
    words = re.sub(r"(?<=[。！？])(?=[^。！？”）])", "\n", words.strip())
    items = desk.put("title", words, role="H1", by_sense=True)
    items += desk.put("speaker", desk.script.speaker)
    return [(items, slide.spoken())]


def _spoken_first(pages: Sequence[tuple[Item, ...]], slide: Slide) -> list[Page]:
    """All that is spoken goes with the first page."""
    return [(items, () if i else slide.spoken()) for i, items in enumerate(pages)]


ARRANGEMENTS: Mapping[Role, Callable[[Desk, Slide], list[Page]]] = {
    Role.COVER: _cover,
    Role.AGENDA: _agenda,
    Role.SECTION: _section,
    Role.POINTS: _points,
    Role.STATEMENT: _statement,
    Role.QUOTE: _quote,
    Role.TABLE: _table,
    Role.PICTURE: _picture,
    Role.CLOSING: _closing,
    # Until these have arrangements of their own.
    **dict.fromkeys((Role.COMPARISON, Role.SEQUENCE, Role.FIGURES), _points),
    Role.TEXT: lambda desk, slide: [(desk.title(slide), slide.spoken())],
    Role.CHART: _table,
}


def lay_out_slides(
    script: Script, theme: Theme, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[Plan, tuple[Notice, ...]]:
    """The deck as a plan of the theme's slides. Frames and lines are measured, none overflows."""
    del options
    setter = Setter(theme, typefaces)
    notices: list[Notice] = []
    sheets: list[Sheet] = []
    first: list[int] = []
    """The sheet that each slide of the script begins on."""
    for slide in script.slides:
        desk = Desk(setter, script, theme.drawings[slide.role.value])
        pages = ARRANGEMENTS[slide.role](desk, slide)
        first.append(len(sheets))
        notices += _notices(desk, slide, len(pages), len(sheets) + 1)
        for items, spoken in pages:
            items += _furniture(desk, slide, len(sheets) + 1)
            sheets.append(_sheet(slide, items, spoken, script))
    sheets = [_linked(sheet, first) for sheet in sheets]
    meta = PlanMeta(script.title, script.speaker, script.language)
    plan = Plan(meta, theme.size, tuple(sheets), _outline(script, first), _sections(script))
    return plan, tuple(notices)


def _furniture(desk: Desk, slide: Slide, number: int) -> tuple[Item, ...]:
    """The running place, the speech's title and the slide number, where the drawing has them."""
    place = slide.place.text if slide.place else None
    items = desk.put("place", place, role="Artifact")
    items += desk.put("footer", desk.script.title, role="Artifact")
    return items + desk.put("number", str(number), role="Artifact", field="number")


def _sheet(
    slide: Slide, items: tuple[Item, ...], spoken: tuple[Piece, ...], script: Script
) -> Sheet:
    name = slide.title.text if slide.title else script.title
    notes = tuple(piece.text for piece in spoken)
    return Sheet(items, name, slide.role.value, notes, section=slide.section)


def _linked(sheet: Sheet, first: Sequence[int]) -> Sheet:
    """Links name slides of the script while it is laid out; here they become sheets."""
    items = tuple(
        item._replace(link=first[item.link])
        if isinstance(item, Text) and item.link is not None
        else item
        for item in sheet.items
    )
    return sheet._replace(items=items)


def _outline(script: Script, first: Sequence[int]) -> tuple[OutlineEntry, ...]:
    """A bookmark for each slide that brings a heading of its own."""
    entries: list[OutlineEntry] = []
    for slide, sheet in zip(script.slides, first, strict=True):
        text = slide.title.text if slide.title else script.title
        level = 1 if slide.role is Role.SECTION or slide.section is None else 2
        new = not entries or entries[-1].text != text
        if new and slide.role not in (Role.AGENDA, Role.QUOTE):
            entries.append(OutlineEntry(level, text, sheet, 0))
    return tuple(entries)


def _sections(script: Script) -> tuple[str, ...]:
    return tuple(
        slide.title.text if slide.title else script.title
        for slide in script.slides
        if slide.role is Role.SECTION
    )


def _notices(desk: Desk, slide: Slide, pages: int, number: int) -> list[Notice]:
    title = slide.title.text if slide.title else desk.script.title
    found = [notice("slide-shortened", slide=number, title=text) for text in desk.cut]
    if pages > 1:
        found.append(notice("slide-continued", title=title))
    return found
