"""Tables and pictures inside the body frame."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect, px
from publisher.layout.fit import Block, Setter, text_item
from publisher.manuscript import Cell, Picture, Table
from publisher.plan import Colour, Grid, GridCell, Image

HEAD, BAND, RULE = Colour("accent1"), Colour("lt1"), Colour("accent5")
_PAD_X, _PAD_Y = px(14), px(9)
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


def table_pages(setter: Setter, table: Table, rect: Rect) -> list[Grid]:
    """The table, on as many pages as its rows need, each with the header rows again."""
    head = table.rows[: table.header_rows]
    body = table.rows[table.header_rows :]
    widths = _widths(setter, table, rect.width)
    for head_size, cell_size in setter.sizes("table-head", "table-cell"):
        sizes = (head_size, cell_size)
        heights = [_height(setter, row, widths, sizes[i >= len(head)], i < len(head))
                   for i, row in enumerate(table.rows)]  # fmt: skip
        if sum(heights) <= rect.height:
            break
    if sum(heights) < rect.height * _ROOMY // 100:
        airy = min(150, rect.height * _ROOMY // sum(heights))
        heights = [height * airy // 100 for height in heights]
    top = sum(heights[: len(head)])
    pages: list[Grid] = []
    start = 0
    while start < len(body) or not pages:
        room, end = rect.height - top, start
        while end < len(body) and room >= heights[len(head) + end]:
            room -= heights[len(head) + end]
            end += 1
        end = max(end, start + 1)
        rows = (*head, *body[start:end])
        chosen = [*heights[: len(head)], *heights[len(head) + start : len(head) + end]]
        pages.append(_grid(setter, rows, len(head), widths, chosen, rect, sizes))
        start = end
    return pages


def _text(cell: Cell) -> str:
    return "\n".join(paragraph.text for paragraph in cell.paragraphs)


def _widths(setter: Setter, table: Table, width: Emu) -> tuple[Emu, ...]:
    """Column widths: by their longest text, never below a fifth of an even share."""
    count = max(1, len(table.widths))
    style = setter.theme.styles["table-cell"]
    longest = [width // count // 5] * count
    for row in table.rows:
        column = 0
        for cell in row:
            if cell.columns == 1 and column < count:
                need = max((len(p.text) for p in cell.paragraphs), default=0) * style.largest
                longest[column] = max(longest[column], min(need, width) + 2 * _PAD_X)
            column += cell.columns
    total = sum(longest)
    shares = [width * each // total for each in longest]
    shares[-1] += width - sum(shares)
    return tuple(shares)


def _span(widths: Sequence[Emu], column: int, cell: Cell) -> Emu:
    return max(sum(widths[column : column + cell.columns]) - 2 * _PAD_X, px(20))


def _block(setter: Setter, cell: Cell, width: Emu, size: Emu, head: bool) -> Block:
    return setter.set(_text(cell), "table-head" if head else "table-cell", size, width)


def _height(
    setter: Setter, row: Sequence[Cell], widths: Sequence[Emu], size: Emu, head: bool
) -> Emu:
    column, height = 0, 0
    for cell in row:
        block = _block(setter, cell, _span(widths, column, cell), size, head)
        height = max(height, block.height if cell.rows == 1 else 0, block.pitch)
        column += cell.columns
    return height + 2 * _PAD_Y


def _grid(
    setter: Setter,
    rows: Sequence[Sequence[Cell]],
    head: int,
    widths: tuple[Emu, ...],
    heights: Sequence[Emu],
    rect: Rect,
    sizes: tuple[Emu, Emu],
) -> Grid:
    cells: list[GridCell] = []
    y = rect.y
    taken: dict[int, int] = {}
    """Column -> rows that a cell from above still covers."""
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            while taken.get(column, 0) > r:
                column += 1
            is_head = r < head
            x = rect.x + sum(widths[:column])
            deep = sum(heights[r : r + cell.rows])
            block = _block(setter, cell, _span(widths, column, cell), sizes[not is_head], is_head)
            box = Rect(x, y, sum(widths[column : column + cell.columns]), deep)
            text = text_item(block, box.inset(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y), f"cell {r} {column}",
                             anchor="middle", role="TH" if is_head else "TD")  # fmt: skip
            cells.append(
                GridCell(r, column, text, cell.rows, cell.columns, HEAD if is_head else BAND)
            )
            for each in range(column, column + cell.columns):
                taken[each] = r + cell.rows
            column += cell.columns
        y += heights[r]
    frame = Rect(rect.x, rect.y, sum(widths), sum(heights))
    return Grid(frame, widths, tuple(heights), tuple(cells), head, RULE, "table")
