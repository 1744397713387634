"""The workbook inside a chart: its numbers, so that people can edit them (ECMA-376 18).

The first row names the series, the first column the categories; what a chart refers to are cells
of this sheet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from publisher.plan import Chart
from publisher.writers.pptx.markup import HEAD
from publisher.writers.pptx.package import Part, pack
from publisher.writers.xml import escape

SHEET = "Sheet1"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# One of each is demanded; cells name none of them (18.8.39).
_STYLES = (
    f'{HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/>'
    '<name val="微软雅黑"/><family val="2"/><charset val="134"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_WIDTH = 16
"""Characters of a column: wide enough for a year, a name, a number of many digits."""


def workbook(chart: Chart) -> bytes:
    """The .xlsx with the numbers of ``chart``; cell A1 holds their unit."""
    root = Part("", "")
    book = Part("xl/workbook.xml", f"{_KIND}sheet.main+xml")
    sheet = Part("xl/worksheets/sheet1.xml", f"{_KIND}worksheet+xml", _sheet_xml(chart))
    styles = Part("xl/styles.xml", f"{_KIND}styles+xml", _STYLES)
    root.relate("officeDocument", book)
    first = book.relate("worksheet", sheet)
    book.relate("styles", styles)
    book.body = (
        f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONSHIPS}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="{first}"/></sheets></workbook>'
    )
    return pack(root, (book, sheet, styles))


def number(value: float | None) -> str | None:
    """A value as cells and caches write it; None where there is none to write."""
    if value is None or not math.isfinite(value):
        return None
    return str(int(value)) if value == int(value) else repr(float(value))


def column(index: int) -> str:
    """The letters of a column counted from 0: A … Z, AA …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cells(series: int, count: int) -> tuple[str, str, str]:
    """What a series refers to: its name, the ``count`` categories, its values (18.17)."""
    letter = column(series + 1)
    last = count + 1
    return (
        f"{SHEET}!${letter}$1",
        f"{SHEET}!$A$2:$A${last}",
        f"{SHEET}!${letter}$2:${letter}${last}",
    )


def _sheet_xml(chart: Chart) -> str:
    width = len(chart.series) + 1
    head = _row(1, [_text("A1", chart.unit)] + [
        _text(f"{column(c)}1", series.name) for c, series in enumerate(chart.series, 1)
    ])  # fmt: skip
    body = "".join(
        _row(r, [_text(f"A{r}", category)] + [
            _number(f"{column(c)}{r}", series.values[r - 2]) for c, series in
            enumerate(chart.series, 1)
        ])
        for r, category in enumerate(chart.categories, 2)
    )  # fmt: skip
    extent = f"A1:{column(width - 1)}{len(chart.categories) + 1}"
    return (
        f'{HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="{extent}"/>'
        f'<cols><col min="1" max="{width}" width="{_WIDTH}" customWidth="1"/></cols>'
        f"<sheetData>{head}{body}</sheetData></worksheet>"
    )


def _row(number_: int, written: Sequence[str]) -> str:
    return f'<row r="{number_}">{"".join(written)}</row>'


def _text(place: str, text: str) -> str:
    if not text:
        return ""
    words = f'<t xml:space="preserve">{escape(text)}</t>'
    return f'<c r="{place}" t="inlineStr"><is>{words}</is></c>'


def _number(place: str, value: float | None) -> str:
    written = number(value)
    return "" if written is None else f'<c r="{place}"><v>{written}</v></c>'
