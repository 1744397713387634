"""Where pages go on sheets: folded to a booklet, or several side by side in rows.

All lengths are EMU, ``y`` grows downwards from a sheet's top. Pages are known by their size alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from publisher.geometry import Emu, Rect, Size, mm
from publisher.impose.marks import ROOM, Line, crop_marks, cut_marks, fold_marks, frame_lines
from publisher.impose.signature import Side, booklet, creep
from publisher.record import NamedTuple

_GAP = mm(5)
_AS_IT_IS = 1.02
"""A page that fits with so little to spare keeps its size: A5 is 148 mm wide, half an A4 148.5."""
_WASTE = 0.85
"""What the size of pages is worth on a grid with places for more than there are."""


class Place(NamedTuple):
    """A page (from 0) in its ``frame``, of which what lies outside ``clip`` is not drawn.

    ``turned`` pages lie on their left side: their top is on the left of the frame.
    """

    page: int
    frame: Rect
    clip: Rect
    turned: bool = False


class Sheet(NamedTuple):
    """One side of paper."""

    places: tuple[Place, ...]
    marks: tuple[Line, ...] = ()


class Fold(NamedTuple):
    """How a booklet is made of sheets.

    ``signature`` is the most sheets folded together, None for all; ``thickness`` that of the
    paper. ``right`` binds on the right, as books in vertical lines are. ``marks`` are drawn at
    the ends of the fold.
    """

    signature: int | None = None
    thickness: Emu = mm(0.1)
    right: bool = False
    marks: bool = True


SADDLE = Fold()


class Rows(NamedTuple):
    """Pages side by side: how many on ``each`` sheet, how far from its edges, and what is drawn
    around them; from right to left where ``right`` is set."""

    each: int
    margin: Emu = mm(8)
    right: bool = False
    frames: bool = False
    cuts: bool = False

    @property
    def gap(self) -> Emu:
        """Between pages side by side."""
        return min(_GAP, self.margin)


class Laid(NamedTuple):
    """Sheets of one ``size`` when trimmed; ``scale`` is that of most pages.

    ``bleed`` is what is drawn beyond the size, ``around`` the room for it and for marks on each
    side of the sheet.
    """

    size: Size
    sheets: tuple[Sheet, ...]
    scale: float
    bleed: Emu = 0
    around: Emu = 0


def on_booklet(pages: Sequence[Size], paper: Size, fold: Fold = SADDLE, bleed: Emu = 0) -> Laid:
    """Pages two by two on ``paper`` with a fold between them.

    Upright pages are bound at their side, on broad paper; broad ones (slides) at their top, on
    upright paper. A page that lies the other way is turned: its head is on the left, as
    GB/T 9704 has it for tables. ``bleed`` is how far pages are drawn beyond their edges: never
    over the fold. With it the sheet is cut to the usual page, which fits ``paper``, and is itself
    larger.
    """
    upright = not _mostly_broad(pages)
    paper = _lying(paper, broad=upright)
    cells = _halves(paper, upright)
    if bleed:
        usual, fit = _usual(pages), _fit(_usual(pages), cells[0])
        bleed, paper = round(bleed * fit), _two_of(usual, fit, upright)
        cells = _halves(paper, upright)
    clips = _beyond(cells, bleed, upright)
    marks = fold_marks(paper, upright, bleed) if fold.marks else ()
    if bleed:
        marks += crop_marks(paper, bleed)
    sheets = []
    for side in booklet(len(pages), fold.signature):
        shift = creep(side.depth, fold.thickness)
        places = []
        for page, cell, clip, way in zip(_as_bound(side, fold.right), cells, clips, (1, -1)):
            if page is None:
                continue
            turned = _is_broad(pages[page]) == upright and not _is_square(pages[page])
            frame = _fitted(_turned(pages[page]) if turned else pages[page], cell)
            x, y = (way * shift, 0) if upright else (0, way * shift)
            places.append(Place(page, frame._replace(x=frame.x + x, y=frame.y + y), clip, turned))
        sheets.append(Sheet(tuple(places), marks))
    scale = _scale(pages, sheets)
    return Laid(paper, tuple(sheets), scale, bleed, bleed + ROOM if bleed else 0)


def folded_scale(page: Size, paper: Size) -> float:
    """What is left of a ``page``'s measures on half a ``paper``: less than 1 where it shrinks."""
    upright = not _is_broad(page)
    return _fit(page, _halves(_lying(paper, broad=upright), upright)[0])


def on_rows(pages: Sequence[Size], paper: Size, rows: Rows) -> Laid:
    """``rows.each`` pages on a sheet, in rows from the top down.

    Of all grids, on upright and on broad paper, the one that shows the usual page largest; one
    that leaves places empty must be worth it.
    Raises ValueError where the margin leaves no room.
    """
    usual = _usual(pages)
    papers = (_lying(paper, broad=False), _lying(paper, broad=True))
    grids = [
        (size, across, -(-rows.each // across))
        for size in papers
        for across in range(1, rows.each + 1)
    ]
    found = [(size, _grid(size, across, down, rows)) for size, across, down in grids]
    found = [(size, cells) for size, cells in found if min(cells[0].width, cells[0].height) > 0]
    if not found:
        raise ValueError(rows.margin)
    size, cells = max(found, key=lambda grid: _worth(usual, grid[1], rows.each))
    sheets = []
    for first in range(0, len(pages), rows.each):
        group = range(first, min(first + rows.each, len(pages)))
        frames = [_fitted(pages[page], cell) for page, cell in zip(group, cells)]
        places = tuple(Place(page, frame, frame) for page, frame in zip(group, frames))
        marks = frame_lines(frames) if rows.frames else ()
        marks += cut_marks(frames, rows.gap) if rows.cuts else ()
        sheets.append(Sheet(places, marks))
    return Laid(size, tuple(sheets), _scale(pages, sheets))


def _worth(usual: Size, cells: Sequence[Rect], each: int) -> float:
    return _fit(usual, cells[0]) * (1 if len(cells) == each else _WASTE)


def _as_bound(side: Side, right: bool) -> tuple[int | None, int | None]:
    return (side.behind, side.before) if right else (side.before, side.behind)


def _two_of(page: Size, scale: float, upright: bool) -> Size:
    width, height = (round(side * scale) for side in page)
    return Size(2 * width, height) if upright else Size(width, 2 * height)


def _halves(paper: Size, upright: bool) -> tuple[Rect, ...]:
    sheet = Rect(0, 0, *paper)
    return sheet.columns(2, 0) if upright else sheet.rows(2, 0)


def _beyond(cells: Sequence[Rect], bleed: Emu, upright: bool) -> tuple[Rect, Rect]:
    """The halves with the bleed around them, but not over the fold."""
    first, last = cells
    if upright:
        return first.inset(-bleed, -bleed, 0, -bleed), last.inset(0, -bleed, -bleed, -bleed)
    return first.inset(-bleed, -bleed, -bleed, 0), last.inset(-bleed, 0, -bleed, -bleed)


def _grid(paper: Size, across: int, down: int, rows: Rows) -> tuple[Rect, ...]:
    inner = Rect(0, 0, *paper).inset(*(rows.margin,) * 4)
    way = -1 if rows.right else 1
    lines = inner.rows(down, rows.gap)
    return tuple(cell for line in lines for cell in line.columns(across, rows.gap)[::way])


def _fitted(page: Size, cell: Rect) -> Rect:
    """The page as large as the cell allows, in its middle."""
    fit = _fit(page, cell)
    width, height = round(page.width * fit), round(page.height * fit)
    return Rect(
        cell.x + (cell.width - width) // 2, cell.y + (cell.height - height) // 2, width, height
    )


def _fit(page: Size, cell: Rect) -> float:
    fit = min(cell.width / page.width, cell.height / page.height)
    return 1.0 if 1 <= fit <= _AS_IT_IS else fit


def _scale(pages: Sequence[Size], sheets: Sequence[Sheet]) -> float:
    """That of the first page of the usual size."""
    usual = pages.index(_usual(pages))
    place = next(place for sheet in sheets for place in sheet.places if place.page == usual)
    return (place.frame.height if place.turned else place.frame.width) / pages[usual].width


def _usual(pages: Sequence[Size]) -> Size:
    """The size that most pages have, the first of equally many."""
    return Counter(pages).most_common(1)[0][0]


def _mostly_broad(pages: Sequence[Size]) -> bool:
    return 2 * sum(map(_is_broad, pages)) > len(pages)


def _is_broad(size: Size) -> bool:
    return size.width > size.height


def _is_square(size: Size) -> bool:
    return size.width == size.height


def _turned(size: Size) -> Size:
    return Size(size.height, size.width)


def _lying(paper: Size, *, broad: bool) -> Size:
    short, long = sorted(paper)
    return Size(long, short) if broad else Size(short, long)
