"""Tables (ECMA-376 17.4): real cells, header rows that repeat, spans as Word has them."""

from __future__ import annotations

from typing import Any

from publisher.story import StoryCell, StoryTable
from publisher.writers.docx.markup import element, twips
from publisher.writers.docx.paragraphs import Paragraphs
from publisher.writers.docx.styles import TABLE, alignment


def table(said: StoryTable, paragraphs: Paragraphs) -> Any:
    """The ``w:tbl``."""
    widths = [twips(width) for width in said.widths]
    across, down = map(twips, said.padding)
    sides = {"top": down, "left": across, "bottom": down, "right": across}
    margins = [element(side, w=room, type="dxa") for side, room in sides.items()]
    found = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=TABLE),
            element("tblW", w=sum(widths), type="dxa"),
            element("jc", val="center"),
            element("tblLayout", type="fixed"),
            element("tblCellMar", *margins),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )
    places = {
        (row, cell.column): cell
        for cell in said.cells
        for row in range(cell.row, min(cell.row + cell.rows, said.rows))
    }
    found.extend(_row(row, said, places, widths, paragraphs) for row in range(said.rows))
    return found


def _row(
    row: int, said: StoryTable, places: dict[tuple[int, int], StoryCell], widths: list[int],
    paragraphs: Paragraphs,
) -> Any:  # fmt: skip
    properties = element("trPr", element("cantSplit"))
    if row < said.header_rows:
        properties.append(element("tblHeader"))
    found = element("tr", properties)
    column = 0
    while column < len(widths):
        cell = places.get((row, column))
        if cell is None:  # a row that is shorter than the others
            cell = StoryCell(row, column, 1, 1, (), "cell", "left")
        width = sum(widths[column : column + cell.columns])
        found.append(_cell(cell, row, width, said.whole and row + 1 < said.rows, paragraphs))
        column += cell.columns
    return found


def _cell(cell: StoryCell, row: int, width: int, kept: bool, paragraphs: Paragraphs) -> Any:
    """``kept``: its row stays on one page with the next."""
    first = row == cell.row
    properties = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("gridSpan", val=cell.columns) if cell.columns > 1 else None,
        element("vMerge", val="restart" if first else "continue") if cell.rows > 1 else None,
        element("vAlign", val="center"),
    )
    own = paragraphs.story.styles[cell.style].align
    aligned = () if cell.align == own else (alignment(cell.align),)
    texts = cell.paragraphs if first else ()
    keep = (element("keepNext"),) if kept else ()
    written = (paragraphs.cell(runs, cell.style, *keep, *aligned) for runs in texts or ((),))
    return element("tc", properties, *written)
