"""Tables: grid columns, spans, header rows (ECMA-376 17.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publisher.manuscript import Block, Cell, Paragraph, Picture, Table
from publisher.readers.docx.ooxml import VAL, W, integer, switch, twips, val

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_COLUMNS = 63
"""Word's own limit; a gridSpan beyond it is cut, cells beyond it join the last one."""
_HEADER_LENGTH = 16
_NUMBER = r"[\d\s.,，．%％‰+\-—±:：/年月日]+"


class DraftCell:
    """A cell while it is read; ``blocks`` is where its content goes.

    ``merge`` is restart, continue or None (vMerge); one that is ``joined`` continues the cell on
    its left (hMerge).
    """

    __slots__ = ("blocks", "column", "columns", "joined", "merge", "rows")

    def __init__(self, column: int = 0, columns: int = 1) -> None:
        self.column = column
        self.columns = columns
        self.rows = 1
        self.merge: str | None = None
        self.joined = False
        self.blocks: list[Block] = []

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


class DraftTable:
    """A table while it is read; the next cell begins in grid column ``column``."""

    __slots__ = ("column", "headers", "rows", "widths")

    def __init__(self, widths: list[int]) -> None:
        self.widths = widths
        self.rows: list[list[DraftCell]] = []
        self.headers = 0
        self.column = 0

    @property
    def full(self) -> bool:
        """Whether the current row has as many cells as a table can have columns."""
        return len(self.rows[-1]) >= MOST_COLUMNS

    def begin_row(self, properties: Element | None) -> None:
        """A new row, with the grid columns that it leaves out before its first cell."""
        before = min(_span(val(properties, "gridBefore"), 0), MOST_COLUMNS - 1)
        is_header = properties is not None and switch(properties.find(W + "tblHeader"))
        if is_header and self.headers == len(self.rows):
            self.headers += 1
        self.rows.append([DraftCell(0, before)] if before else [])
        self.column = before

    def begin_cell(self, properties: Element | None) -> DraftCell:
        """A new cell of the current row; the last one, where the row is full."""
        if self.full:
            return self.rows[-1][-1]
        room = max(1, MOST_COLUMNS - self.column)
        cell = DraftCell(self.column, min(room, _span(val(properties, "gridSpan"), 1)))
        if properties is not None:
            merge = properties.find(W + "vMerge")
            cell.merge = None if merge is None else merge.get(VAL, "continue")
            joined = properties.find(W + "hMerge")
            cell.joined = joined is not None and joined.get(VAL, "continue") == "continue"
        self.column += cell.columns
        self.rows[-1].append(cell)
        return cell

    def pictures(self) -> list[Picture]:
        """The pictures in its cells; ask before ``finish``, which joins cells."""
        return [
            block
            for row in self.rows
            for cell in row
            for block in cell.blocks
            if isinstance(block, Picture)
        ]

    def finish(self) -> Table | None:
        """The table, or None where no cell says anything."""
        self._join_columns()
        self._join_rows()
        rows = tuple(
            tuple(Cell(c.paragraphs(), c.columns, c.rows) for c in row) for row in self.rows
        )
        if not any(cell.paragraphs for row in rows for cell in row):
            return None
        return Table(rows, self._widths(), self._header_rows(rows))

    def _join_columns(self) -> None:
        """Old horizontal merges become spans; a cell with words of its own stays a cell."""
        for row in self.rows:
            for at in range(len(row) - 1, 0, -1):
                if row[at].joined and not row[at].paragraphs():
                    row[at - 1].columns += row[at].columns
                    del row[at]

    def _join_rows(self) -> None:
        """vMerge (17.4.84): a continuing cell lengthens the one above, unless it has words."""
        above: dict[int, DraftCell] = {}
        for row in self.rows:
            current: dict[int, DraftCell] = {}
            kept: list[DraftCell] = []
            for cell in row:
                head = above.get(cell.column) if cell.merge == "continue" else None
                if head is not None and head.columns == cell.columns and not cell.paragraphs():
                    head.rows += 1
                    current[cell.column] = head
                    continue
                kept.append(cell)
                if cell.merge is not None:
                    current[cell.column] = cell
            row[:] = kept
            above = current

    def _widths(self) -> tuple[int, ...]:
        count = max((cell.column + cell.columns for row in self.rows for cell in row), default=1)
        known = [w for w in self.widths[:count] if w > 0]
        mean = sum(known) // len(known) if known else 1
        widths = [w if w > 0 else mean for w in self.widths[:count]]
        return tuple(widths + [mean] * (count - len(widths)))

    def _header_rows(self, rows: tuple[tuple[Cell, ...], ...]) -> int:
        if self.headers:
            return self.headers if self.headers < len(rows) else 0
        return 1 if len(rows) > 1 and _looks_like_header(rows[0], rows[1:]) else 0


def _span(text: str | None, default: int) -> int:
    number = integer(text)
    return default if number is None else max(default, min(number, MOST_COLUMNS))


def _looks_like_header(first: tuple[Cell, ...], rest: Iterable[tuple[Cell, ...]]) -> bool:
    """Short words in every cell of the first row, its notes aside, and several columns below."""
    texts = ["".join(p.text for p in cell.own).strip() for cell in first]
    if len(texts) < 2 or any(not t or len(t) > _HEADER_LENGTH for t in texts):
        return False
    return not any(re.fullmatch(_NUMBER, t) for t in texts) and any(len(row) > 1 for row in rest)


def grid_widths(table: Element) -> list[int]:
    """The widths of ``w:tblGrid``, in 1/20 pt; 0 where a column gives none."""
    grid = table.find(W + "tblGrid")
    columns = () if grid is None else grid.iterfind(W + "gridCol")
    return [max(0, twips(column.get(W + "w")) or 0) for column in columns][:MOST_COLUMNS]
