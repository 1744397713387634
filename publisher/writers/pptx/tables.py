"""Native tables (ECMA-376 21.1.3) and the table style that they name."""

from __future__ import annotations

from publisher.plan import GRID_RULE, Colour, Grid, GridCell
from publisher.writers.pptx.drawing import fill, identity, place, rule, scheme_colour
from publisher.writers.pptx.markup import HEAD
from publisher.writers.pptx.text import ANCHORS, EMPTY_PARAGRAPH, Typesetter

STYLES_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"
STYLE = "{6E25E649-3F16-4E02-A733-19D2CDBF48F0}"
_EMPTY = f"<a:txBody><a:bodyPr/><a:lstStyle/>{EMPTY_PARAGRAPH}</a:txBody>"


def table(number: int, grid: Grid, typesetter: Typesetter) -> str:
    """A graphic frame with the grid: spans, fills, hairlines between rows, no side rules."""
    cells = _Cells(grid, typesetter)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(cells.at(row, c) for c in range(len(grid.widths)))}</a:tr>'
        for row, height in enumerate(grid.heights)
    )
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in grid.widths)
    name = grid.name or f"表格 {number}"
    first_row = ' firstRow="1"' if grid.header_rows else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity(number, name, grid.alt or name)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{place(grid.frame, 'p:xfrm')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{first_row}><a:tableStyleId>{STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


class _Cells:
    """The a:tc of a grid by place; what a span covers is a cell too, marked as merged."""

    __slots__ = ("_boxes", "_grid", "_owners", "_typesetter")

    def __init__(self, grid: Grid, typesetter: Typesetter) -> None:
        self._grid = grid
        self._typesetter = typesetter
        self._boxes = {
            (cell.row, cell.column): box for cell, box in zip(grid.cells, grid.boxes, strict=True)
        }
        self._owners = {
            (row, column): cell
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    def at(self, row: int, column: int) -> str:
        cell = self._owners.get((row, column))
        if cell is None:
            return f"<a:tc>{_EMPTY}<a:tcPr>{self._rules(row)}</a:tcPr></a:tc>"
        spans = (
            _flag("rowSpan", cell.rows, cell.rows > 1 and row == cell.row)
            + _flag("gridSpan", cell.columns, cell.columns > 1 and column == cell.column)
            + _flag("hMerge", 1, column > cell.column)
            + _flag("vMerge", 1, row > cell.row)
        )
        owner = (row, column) == (cell.row, cell.column)
        words = (
            f"<a:txBody><a:bodyPr/><a:lstStyle/>{self._typesetter.paragraphs(cell.text)}</a:txBody>"
            if owner
            else _EMPTY
        )
        inside = self._rules(row) + (fill(cell.fill) if cell.fill else "")
        return f"<a:tc{spans}>{words}<a:tcPr{self._insets(cell)}>{inside}</a:tcPr></a:tc>"

    def _rules(self, row: int) -> str:
        edge = self._grid.rule
        top = rule("lnT", edge, GRID_RULE) if row == 0 else ""
        return f"{rule('lnL', None, 0)}{rule('lnR', None, 0)}{top}{rule('lnB', edge, GRID_RULE)}"

    def _insets(self, cell: GridCell) -> str:
        """The margins that set the cell's text where its frame stands."""
        frame, outer = cell.text.frame, self._boxes[cell.row, cell.column]
        left, top = max(0, frame.x - outer.x), max(0, frame.y - outer.y)
        right, bottom = max(0, outer.right - frame.right), max(0, outer.bottom - frame.bottom)
        return (
            f' marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"'
            f' anchor="{ANCHORS[cell.text.anchor]}"'
        )


def _flag(name: str, value: int, there: bool) -> str:
    return f' {name}="{value}"' if there else ""


def table_styles_xml() -> str:
    """The style of our tables and of those that people add: rules between rows, a bold head."""
    edge = rule("ln", Colour("accent5"), GRID_RULE)
    head = rule("ln", Colour("accent1"), 2 * GRID_RULE)
    ink = f'<a:fontRef idx="minor"/>{scheme_colour("dk1")}'
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' def="{STYLE}"><a:tblStyle styleId="{STYLE}" styleName="横线表">'
        f"<a:wholeTbl><a:tcTxStyle>{ink}</a:tcTxStyle><a:tcStyle><a:tcBdr>"
        f"<a:top>{edge}</a:top><a:bottom>{edge}</a:bottom><a:insideH>{edge}</a:insideH></a:tcBdr>"
        "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f'<a:firstRow><a:tcTxStyle b="on">{ink}</a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"<a:bottom>{head}</a:bottom></a:tcBdr></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )
