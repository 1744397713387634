"""Handouts: the slides of a deck small on paper, with lines to write on.

Both sides of a page have a margin wide enough for the holes of a file (ISO 838: they end 15 mm
from the edge), so that a page looks the same on the front and the back of a leaf, and may be
bound at either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from publisher.events import Notice
from publisher.geometry import A4, Emu, Rect, Size, mm, pt
from publisher.layout.sheet_furniture import SheetFurniture, area_of, number_text
from publisher.plan import (
    PAPER_HAIRLINE,
    Item,
    Miniature,
    OutlineEntry,
    Plan,
    Shape,
    Sheet,
    Text,
)
from publisher.record import NamedTuple
from publisher.script import Script
from publisher.typeface.registry import Typefaces


class Arrangement(NamedTuple):
    """How slides stand on a page: ``columns`` × ``rows`` cells, each with its slide at the top
    and lines below it, where there is room, or ``beside`` it."""

    columns: int
    rows: int
    beside: bool = False


ARRANGEMENTS: Mapping[int, Arrangement] = {
    1: Arrangement(1, 1),
    2: Arrangement(1, 2),
    3: Arrangement(1, 3, beside=True),
    4: Arrangement(2, 2),
    6: Arrangement(2, 3),
    9: Arrangement(3, 3),
}
"""By slides to a page."""

_NARROWEST, _WIDEST = mm(8), mm(9)
"""Between lines to write on: a hand needs 8 mm, and 9 mm still look like a page of writing."""
_FEWEST = 2
_SHARE = 0.6
"""Of the width of a cell, the slide's where lines stand beside it."""
_GUTTER, _GAP = mm(8), mm(9)
_CAPTION = mm(6)
"""The room below a slide for its number."""
_HAIR = pt(0.5)


class Cell(NamedTuple):
    """The place of one slide, and the lines beside or below it, from the top."""

    slide: Rect
    lines: tuple[Rect, ...]


def lay_out_handouts(
    deck: Plan,
    script: Script,
    typefaces: Typefaces,
    per_page: int = 3,
    paper: Size = A4,
) -> tuple[Plan, tuple[Notice, ...]]:
    """The sheets of ``deck`` as miniatures, ``per_page`` (a key of ARRANGEMENTS) to a page.

    Every slide stands there once and in order; the outline of the deck leads to their places.
    Title, speaker and date are those of ``script``.
    """
    area = area_of(paper)
    cells = _cells(ARRANGEMENTS[per_page], area, deck.size)
    total = -(-len(deck.sheets) // per_page)
    around = SheetFurniture(script, paper, area, typefaces)
    sheets = []
    for page in range(total):
        first = page * per_page
        items: list[Item] = list(around.head())
        for number, (sheet, cell) in enumerate(
            zip(deck.sheets[first : first + per_page], cells), first + 1
        ):
            items += _small(sheet, number, cell, deck.size, typefaces)
        items.append(around.foot(page + 1, total))
        sheets.append(Sheet(tuple(items), f"page {page + 1}"))
    outline = tuple(_entry(entry, per_page, cells) for entry in deck.outline)
    return Plan(deck.meta, paper, tuple(sheets), outline), ()


def _entry(entry: OutlineEntry, per_page: int, cells: Sequence[Cell]) -> OutlineEntry:
    page, place = divmod(entry.sheet, per_page)
    return entry._replace(sheet=page, y=cells[place].slide.y)


def _small(
    sheet: Sheet, number: int, cell: Cell, size: Size, typefaces: Typefaces
) -> Iterator[Item]:
    """A slide in its frame, its number, its lines."""
    yield miniature(sheet, number, cell.slide, size)
    yield framed(cell.slide)
    lines = cell.lines
    left, top = (lines[0].x, cell.slide.y) if _is_beside(cell) else (cell.slide.x, None)
    yield number_text(str(number), left, cell.slide.bottom, top, typefaces)
    for line in lines:
        yield Shape(line, stroke=PAPER_HAIRLINE, stroke_width=_HAIR, name="note line")


def _is_beside(cell: Cell) -> bool:
    return bool(cell.lines) and cell.lines[0].x > cell.slide.x


def miniature(sheet: Sheet, number: int, frame: Rect, size: Size) -> Miniature:
    """Slide ``number`` in ``frame``, without what paper cannot do: notes, clicks and links."""
    items = tuple(
        item._replace(link=None) if isinstance(item, Text) else item for item in sheet.items
    )
    shown = Sheet(items, sheet.name, sheet.layout)
    return Miniature(frame, shown, size, f"slide {number}")


def framed(frame: Rect) -> Shape:
    """The hairline about a slide, which may be as white as the paper."""
    return Shape(frame, stroke=PAPER_HAIRLINE, stroke_width=_HAIR, name="frame")


# --- places -------------------------------------------------------------------------------------


def _cells(how: Arrangement, area: Rect, size: Size) -> list[Cell]:
    """The cells of a page in reading order, for slides of ``size``."""
    place = _beside if how.beside else _below
    return [
        place(cell, size)
        for row in area.rows(how.rows, _GAP)
        for cell in row.columns(how.columns, _GUTTER)
    ]


def _beside(cell: Rect, size: Size) -> Cell:
    """The last of the lines that stand beside the slide is level with its lower edge."""
    slide = fitted(size, Rect(cell.x, cell.y, round(cell.width * _SHARE), cell.height))
    left = cell.x + round(cell.width * _SHARE) + _GUTTER
    width = cell.right - left
    pitch = _pitch(slide.height)
    count = (cell.bottom - slide.y) // pitch
    return Cell(slide, _ruled(left, slide.y, width, pitch, count))


def _below(cell: Rect, size: Size) -> Cell:
    """The slide at the top, in the middle where it does not fill the width."""
    slide = fitted(size, cell.inset(0, 0, 0, _CAPTION))
    slide = slide._replace(x=cell.x + (cell.width - slide.width) // 2)
    top = slide.bottom + _CAPTION // 2
    room = cell.bottom - top
    count = room // ((_NARROWEST + _WIDEST) // 2)
    if count < _FEWEST:
        return Cell(slide, ())
    pitch = min(room // count, _WIDEST)
    return Cell(slide, _ruled(slide.x, top, slide.width, pitch, count))


def fitted(size: Size, room: Rect) -> Rect:
    """The largest frame in the proportions of ``size`` at the top left of ``room``."""
    width = min(room.width, room.height * size.width // size.height)
    return Rect(room.x, room.y, width, width * size.height // size.width)


def _pitch(height: Emu) -> Emu:
    """The distance of lines that fills ``height``, as near to a hand's as it can be."""
    count = max(1, round(2 * height / (_NARROWEST + _WIDEST)))
    return min(max(height // count, _NARROWEST), _WIDEST)


def _ruled(x: Emu, top: Emu, width: Emu, pitch: Emu, count: int) -> tuple[Rect, ...]:
    return tuple(Rect(x, top + row * pitch, width, 0) for row in range(1, count + 1))
