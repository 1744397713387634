"""Tables and pictures inside the body frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.geometry import Emu, Rect, px
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.scale import sizes_between
from publisher.layout.textbox import text_item
from publisher.manuscript import Cell, Picture, Table
from publisher.plan import Colour, Grid, GridCell, Image
from publisher.record import NamedTuple

HEAD, BAND, RULE = Colour("accent1"), Colour("lt1"), Colour("accent5")
_PAD_X, _PAD_Y = px(14), px(9)
_NARROWEST, _SHORT = px(64), 6
"""A column's least width; texts of so many characters are not broken if it can be helped."""
_NUMBER = re.compile(r"[+\-−－–—]?[0-9][0-9,，.．]*\s?[%％‰万亿]?|[-–—…/]+")
_ROOMY = 88
"""A table that is lower than this share of the frame gets taller rows, up to half as much again."""


def picture_page(picture: Picture, rect: Rect) -> Image:
    """The picture in its proportions, as large as the frame allows, in its middle."""
    scale = min(rect.width / max(1, picture.width), rect.height / max(1, picture.height))
    width, height = int(picture.width * scale), int(picture.height * scale)
    frame = Rect(
        rect.x + (rect.width - width) // 2, rect.y + (rect.height - height) // 2, width, height
    )
    return Image(frame, picture.data, picture.media_type, picture.alt, "picture")


def table_pages(setter: Setter, table: Table, rect: Rect, cut: list[str]) -> list[Grid]:
    """The table, on as many pages as its rows need, each with the header rows again.

    ``cut`` gathers the texts of cells that no page holds whole.
    """
    head = min(table.header_rows, max(1, len(table.rows) - 1))
    widths, aligns = _widths(setter, table, rect.width), _aligns(table)
    for sizes in _sizes(setter):
        heights = _heights(setter, table, widths, sizes)
        if sum(heights) <= rect.height:
            break
    if sum(heights) < rect.height * _ROOMY // 100:
        airy = min(150, rect.height * _ROOMY // sum(heights))
        heights = [height * airy // 100 for height in heights]
    if sum(heights[:head]) > rect.height // 2:
        heights[:head] = [min(h, rect.height // 2 // head) for h in heights[:head]]
    room = rect.height - sum(heights[:head])
    heights[head:] = [min(height, room) for height in heights[head:]]
    form = _Form(head, widths, aligns, sizes, cut)
    pages: list[Grid] = []
    for start, end in _stretches(table, heights, head, room):
        rows = (*table.rows[:head], *table.rows[start:end])
        chosen = (*heights[:head], *heights[start:end])
        pages.append(_grid(setter, rows, form, chosen, rect))
    return pages


class _Form(NamedTuple):
    """What the pages of a table share."""

    head: int
    widths: tuple[Emu, ...]
    aligns: tuple[str, ...]
    sizes: tuple[Emu, Emu]
    cut: list[str]


def _stretches(table: Table, heights: Sequence[Emu], head: int, room: Emu) -> list[tuple[int, int]]:
    """The rows of each page, evenly filled, never parting cells that span rows if it can be."""
    count = len(table.rows)
    joined = {row for r, _, cell in _placed(table.rows) for row in range(r + 1, r + cell.rows)}
    pages = _filled(heights, head, count, joined, room)
    if len(pages) > 1:
        even = sum(heights[head:]) // len(pages) + max(heights[head:])
        evenly = _filled(heights, head, count, joined, min(room, even))
        pages = evenly if len(evenly) == len(pages) else pages
    return pages


def _filled(
    heights: Sequence[Emu], start: int, count: int, joined: set[int], room: Emu
) -> list[tuple[int, int]]:
    pages: list[tuple[int, int]] = []
    while start < count or not pages:
        end, left = start, room
        while end < count and heights[end] <= left:
            left -= heights[end]
            end += 1
        end = max(end, min(start + 1, count))
        whole = next((at for at in range(end, start, -1) if at not in joined), end)
        pages.append((start, whole))
        start = whole
    return pages


def _sizes(setter: Setter) -> Iterator[tuple[Emu, Emu]]:
    """Sizes of heads and cells to try, largest first: they shrink together."""
    heads = sizes_between(setter.theme.styles["table-head"])
    cells = sizes_between(setter.theme.styles["table-cell"])
    for i in range(max(len(heads), len(cells))):
        yield heads[min(i, len(heads) - 1)], cells[min(i, len(cells) - 1)]


def _text(cell: Cell) -> str:
    return "\n".join(paragraph.text for paragraph in cell.own)


class _Placed(NamedTuple):
    """A cell at its place: below and beside what other cells cover."""

    row: int
    column: int
    cell: Cell


def _placed(rows: Sequence[Sequence[Cell]]) -> list[_Placed]:
    found: list[_Placed] = []
    taken: dict[int, int] = {}
    """Column to the row from which it is free again."""
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            while taken.get(column, 0) > r:
                column += 1
            found.append(_Placed(r, column, cell))
            for each in range(column, column + cell.columns):
                taken[each] = r + cell.rows
            column += cell.columns
    return found


def _widths(setter: Setter, table: Table, width: Emu) -> tuple[Emu, ...]:
    """Column widths: as wide as their texts; where there is no room for that, a column of long
    texts gives way, and one of short words and numbers keeps them on a line."""
    count = max(1, len(table.widths))
    wanted, least = [_NARROWEST] * count, [_NARROWEST] * count
    for r, column, cell in _placed(table.rows):
        if cell.columns > 1 or column >= count:
            continue
        style = "table-head" if r < table.header_rows else "table-cell"
        size = setter.theme.styles[style].largest
        need = setter.set(_text(cell), style, size, 1 << 40).width + 2 * _PAD_X + size // 2
        wanted[column] = max(wanted[column], min(need, width))
        least[column] = max(least[column], min(need, _SHORT * size + 2 * _PAD_X))
    spare = width - sum(wanted)
    if spare >= 0:
        shares = [each + spare * each // sum(wanted) for each in wanted]
    elif sum(least) < width:
        room, more = width - sum(least), sum(wanted) - sum(least)
        shares = [low + room * (high - low) // more for low, high in zip(least, wanted)]
    else:
        shares = [width * each // sum(least) for each in least]
    shares[-1] += width - sum(shares)
    return tuple(shares)


def _aligns(table: Table) -> tuple[str, ...]:
    """Columns of numbers are set to the right, their headings with them."""
    count = max(1, len(table.widths))
    numbers, others = [0] * count, [0] * count
    for r, column, cell in _placed(table.rows):
        text = _text(cell).strip()
        if text and r >= table.header_rows and cell.columns == 1 and column < count:
            kind = numbers if _NUMBER.fullmatch(text) else others
            kind[column] += 1
    found = zip(numbers, others, strict=True)
    return tuple("right" if n and not o else "left" for n, o in found)


def _span(widths: Sequence[Emu], column: int, cell: Cell) -> Emu:
    return max(sum(widths[column : column + cell.columns]) - 2 * _PAD_X, px(20))


def _block(setter: Setter, cell: Cell, width: Emu, size: Emu, head: bool) -> Block:
    return setter.set(_text(cell), "table-head" if head else "table-cell", size, width)


def _heights(
    setter: Setter, table: Table, widths: Sequence[Emu], sizes: tuple[Emu, Emu]
) -> list[Emu]:
    """Row heights: that of the highest cell; a cell over several rows asks for none."""
    heights = [0] * len(table.rows)
    for r, column, cell in _placed(table.rows):
        head = r < table.header_rows
        block = _block(setter, cell, _span(widths, column, cell), sizes[not head], head)
        heights[r] = max(heights[r], block.height if cell.rows == 1 else 0, block.pitch)
    return [height + 2 * _PAD_Y for height in heights]


def _grid(
    setter: Setter,
    rows: Sequence[Sequence[Cell]],
    form: _Form,
    heights: tuple[Emu, ...],
    rect: Rect,
) -> Grid:
    cells: list[GridCell] = []
    widths = form.widths
    for r, column, cell in _placed(rows):
        head = r < form.head
        deep = min(cell.rows, len(rows) - r)
        box = Rect(
            rect.x + sum(widths[:column]),
            rect.y + sum(heights[:r]),
            sum(widths[column : column + cell.columns]),
            sum(heights[r : r + deep]),
        )
        inner = box.inset(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y)
        span = _span(widths, column, cell)
        block = _block(setter, cell, span, form.sizes[not head], head)
        if block.height > inner.height:
            style = "table-head" if head else "table-cell"
            block = setter.fit(_text(cell), style, span, inner.height)
            form.cut.extend([_text(cell)] * block.clipped)
        text = text_item(
            block, inner, f"cell {r} {column}", anchor="middle", role="TH" if head else "TD",
            align=form.aligns[column] if cell.columns == 1 and column < len(widths) else "left",
        )  # fmt: skip
        cells.append(GridCell(r, column, text, deep, cell.columns, HEAD if head else BAND))
    frame = Rect(rect.x, rect.y, sum(widths), sum(heights))
    return Grid(frame, widths, heights, tuple(cells), form.head, RULE, "table")
