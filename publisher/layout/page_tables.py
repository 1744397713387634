"""Tables on pages: a grid of black rules, cells measured, the header again on each page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.geometry import Emu, Rect, pt
from publisher.layout.cell_text import CellText, cell_text
from publisher.layout.compositor import Compositor
from publisher.layout.flow import Block
from publisher.layout.footnotes import FootNote, without_marks
from publisher.layout.kept import kept_words
from publisher.layout.letters import EM_BASELINE, Alignment, Span, place
from publisher.layout.page_blocks import Aside, rows_for
from publisher.layout.page_model import PageProfile, PageStyle
from publisher.layout.page_text import composed
from publisher.layout.sense import break_title
from publisher.layout.wrapping import text_width
from publisher.manuscript import Cell, Table
from publisher.plan import Colour, Grid, GridCell, Item, Line, Text, TextParagraph, TextRun
from publisher.record import NamedTuple

INK = Colour("dk1")
PADDING = _PAD_X, _PAD_Y = pt(5), pt(5)
"""The room in a cell left and right of, above and below its text."""
CELL_LEADING = 1.5
_FEWEST, _FEW_LINES = 2, 3
"""Lines of an entry that is still short, and of one that is broken by sense."""


class _Set(NamedTuple):
    """A cell set in lines, at its place in the table."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]
    paragraphs: tuple[TextParagraph, ...]
    size: Emu
    header: bool
    align: Alignment
    noted: tuple[tuple[int, FootNote], ...] = ()

    @property
    def notes(self) -> tuple[FootNote, ...]:
        return tuple(note for _, note in self.noted)

    @property
    def height(self) -> Emu:
        return round(self.size * CELL_LEADING) * max(1, len(self.lines)) + 2 * _PAD_Y


class TableBlock(NamedTuple):
    """Rows ``start`` to ``end`` of a table, with its header rows above them.

    Notes belong to the rows that refer to them, those of the header to its first page.
    """

    cells: tuple[_Set, ...]
    widths: tuple[Emu, ...]
    heights: tuple[Emu, ...]
    header: int
    profile: PageProfile
    name: str
    start: int
    end: int
    before: int = 0
    keep: bool = False
    begins: str = "flow"
    asides: tuple[Aside, ...] = ()

    @property
    def notes(self) -> tuple[FootNote, ...]:
        first = 0 if self.start <= self.header else self.start
        return tuple(
            note for cell in self.cells if first <= cell.row < self.end for note in cell.notes
        )

    @property
    def shown(self) -> tuple[int, ...]:
        """The rows of the table that stand here, in order."""
        return (*range(self.header), *range(self.start, self.end))

    @property
    def rows(self) -> int:
        return rows_for(sum(self.heights[row] for row in self.shown), self.profile)

    @property
    def is_whole(self) -> bool:
        """A table of a third of a page is not divided: a few rows torn from their head are harder
        to read than a foot left empty."""
        return 3 * self.rows <= self.profile.rows

    @property
    def least(self) -> int:
        return self.rows if self.is_whole else self._replace(end=self._cuts()[0]).rows

    def _cuts(self) -> list[int]:
        """The ends at which no cell is cut through, the last of them the table's."""
        crossed = {
            row
            for cell in self.cells
            for row in range(cell.row + 1, min(cell.row + cell.rows, len(self.heights)))
        }
        return [row for row in range(self.start + 1, self.end) if row not in crossed] + [self.end]

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        cuts = self._cuts()
        fitting = [cut for cut in cuts if self._replace(end=cut).rows <= rows]
        if not fitting and not anyhow:
            return None, self
        end = fitting[-1] if fitting else cuts[0]
        if end == self.end:
            return self, None
        first = self._replace(end=end, keep=False)
        return first, self._replace(start=end, begins="flow", asides=())

    def items(self, area: Rect, row: int) -> list[Item]:
        top = area.y + row * self.profile.pitch
        shown = self.shown
        heights = tuple(self.heights[each] for each in shown)
        rows = {each: i for i, each in enumerate(shown)}
        tops = [top + sum(heights[:i]) for i in range(len(shown) + 1)]
        again = self.start > self.header
        cells = tuple(
            self._cell(cell, rows[cell.row], tops, area.x, again=again and cell.header)
            for cell in self.cells
            if cell.row in rows
        )
        frame = Rect(area.x, top, sum(self.widths), sum(heights))
        grid = Grid(frame, self.widths, heights, cells, self.header, INK, self.name)
        return [grid._replace(element=self.name)]

    def _cell(self, cell: _Set, row: int, tops: list[Emu], left: Emu, *, again: bool) -> GridCell:
        x = left + sum(self.widths[: cell.column])
        bottom = tops[min(row + cell.rows, len(tops) - 1)]
        width = sum(self.widths[cell.column : cell.column + cell.columns])
        frame = Rect(x, tops[row], width, bottom - tops[row]).inset(_PAD_X, 0, _PAD_X, 0)
        pitch = round(cell.size * CELL_LEADING)
        high = pitch * (len(cell.lines) - 1) + cell.size
        baseline = frame.y + (frame.height - high) // 2 + round(cell.size * EM_BASELINE)
        role = "Artifact" if again else "TH" if cell.header else "TD"
        text = Text(
            frame,
            cell.paragraphs,
            place(cell.lines, frame.x, baseline, pitch),
            f"{self.name} {cell.row} {cell.column}",
            role,
            anchor="middle",
        )
        text = without_marks(text) if again and cell.notes else text
        return GridCell(row, cell.column, text, cell.rows, cell.columns)


def table_block(table: Table, compositor: Compositor, name: str, before: int) -> TableBlock:
    """The table over the whole measure, its columns in the file's proportions, as far as these
    do not tear figures and words."""
    profile = compositor.profile
    header = min(table.header_rows, len(table.rows) - 1) if table.rows else 0
    places = list(_places(table))
    count = max((column + cell.columns for _, column, cell in places), default=1)
    widths = _widths(table.widths, count, profile.measure)
    roomy = _ROOMY * profile.style("cell").size + 2 * _PAD_X
    widths = _with_room(widths, _least_widths(places, count, header, compositor), roomy)
    cells = tuple(
        _set(cell, row, column, row < header, widths, compositor, f"{name} {row} {column}")
        for row, column, cell in places
    )
    heights = _heights(cells, len(table.rows))
    return TableBlock(
        cells, widths, heights, header, profile, name, header, len(table.rows), before
    )


def _places(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """(row, column, cell): a cell stands right of what the rows above have taken."""
    taken: dict[int, int] = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while taken.get(column, 0) > row:
                column += 1
            yield row, column, cell
            for each in range(column, column + cell.columns):
                taken[each] = row + cell.rows
            column += cell.columns


def _widths(shares: Sequence[int], count: int, measure: Emu) -> tuple[Emu, ...]:
    """Column widths that add up to the measure; equal where the file has none."""
    known = [max(share, 0) for share in shares[:count]]
    fallback = max(1, sum(known) // len(known)) if known and sum(known) else 1
    full = [share or fallback for share in known] + [fallback] * (count - len(known))
    total = sum(full)
    edges = [measure * sum(full[:i]) // total for i in range(count + 1)]
    return tuple(b - a for a, b in pairwise(edges))


def _least_widths(
    places: Sequence[tuple[int, int, Cell]], count: int, header: int, compositor: Compositor
) -> list[Emu]:
    """What each column needs at least for the figures and words of its cells to stay whole."""
    least = [0] * count
    known: dict[tuple[str, str], Emu] = {}
    for row, column, cell in places:
        if cell.columns > 1:
            continue
        name = "head" if row < header else "cell"
        style = compositor.profile.style(name)
        for word in {word for each in cell.own for word in re.findall(_WORD, each.text)}:
            if (name, word) not in known:
                span = Span(word, style.font, style.size, INK)
                known[name, word] = text_width([span], compositor.typefaces) + 2 * _PAD_X
            least[column] = max(least[column], known[name, word])
    return least


_WORD = r"[（(]?[￥$€£]?[0-9A-Za-z]+(?:[.,:/-][0-9A-Za-z]+)*[%％‰℃年月日]?[，。、；）)]?"
"""What is not divided in a cell, with the mark that stays with it: 2026年, 13.6, （GPS）."""


_ROOMY = 5
"""Characters to the line that a column keeps for its words where another lacks room."""


def _with_room(widths: tuple[Emu, ...], least: Sequence[Emu], roomy: Emu) -> tuple[Emu, ...]:
    """Columns that lack room take it from those that have more than they need, in proportion."""
    lack = sum(max(0, need - width) for width, need in zip(widths, least))
    spare = [max(0, width - max(need, roomy)) for width, need in zip(widths, least)]
    if not lack or lack > sum(spare):
        return widths
    wide = [max(width, need) for width, need in zip(widths, least)]
    taken = [lack * sum(spare[:i]) // sum(spare) for i in range(len(spare) + 1)]
    return tuple(width - (b - a) for width, (a, b) in zip(wide, pairwise(taken)))


def _set(
    cell: Cell,
    row: int,
    column: int,
    header: bool,
    widths: tuple[Emu, ...],
    compositor: Compositor,
    name: str,
) -> _Set:
    style = compositor.profile.style("head" if header else "cell")
    measure = max(sum(widths[column : column + cell.columns]) - 2 * _PAD_X, style.size)
    words = cell_text(cell, compositor, name)
    lines, align = _lines(words, style, measure, compositor)
    pitch = round(style.size * CELL_LEADING)
    paragraphs = tuple(
        TextParagraph((TextRun(text, style.font, style.size, INK),), align, pitch)
        for text in words.texts
    )
    return _Set(
        row, column, cell.rows, cell.columns, lines, paragraphs, style.size, header, align,
        words.noted,
    )  # fmt: skip


def _lines(
    words: CellText, style: PageStyle, measure: Emu, compositor: Compositor
) -> tuple[tuple[Line, ...], Alignment]:
    """The lines of a cell, broken by sense where they are few, and where they stand: short entries
    in the middle."""
    spans = composed([Span(words.text, style.font, style.size, INK)], words.marks)
    lines = compositor.set(spans, measure, alignment=style.align)
    short = len(lines) <= len(words.texts)
    if 1 < len(lines) <= _FEW_LINES and len(words.texts) == 1 and not words.noted:
        broken = break_title(
            words.text, style.font, style.size, measure, compositor.typefaces, len(lines),
            kept_words(words.text, compositor.own), running=True,
        )  # fmt: skip
        if broken:
            short = len(broken) == _FEWEST
            spans = [spans[0]._replace(text="\n".join(broken))]
    align: Alignment = "center" if short else style.align
    return compositor.set(spans, measure, alignment=align), align


def _heights(cells: Sequence[_Set], count: int) -> tuple[Emu, ...]:
    """Row heights: those of the tallest cell of one row; a spanning cell widens its last row."""
    heights = [0] * count
    for cell in cells:
        if cell.rows == 1:
            heights[cell.row] = max(heights[cell.row], cell.height)
    for cell in cells:
        if cell.rows > 1:
            end = min(cell.row + cell.rows, count)
            lack = cell.height - sum(heights[cell.row : end])
            heights[end - 1] += max(0, lack)
    return tuple(heights)
