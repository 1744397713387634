"""Tables read as data: categories, series, their unit, and the kind of chart that they make.

A cell is a number as people write it (1,234.5, 12.3%, 45万, –). Only what is counted in one unit
stands in one chart: the first unit of the table is shown, and what has another is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.manuscript import Cell, Table
from publisher.plan import Series
from publisher.record import NamedTuple

_NUMBER = re.compile(
    r"(?P<sign>[-+−－＋]?)(?P<whole>\d{1,3}(?:[,，]\d{3})+|\d+)(?P<part>[.．]\d+)?\s*"
    r"(?P<power>[万亿]?)(?P<unit>[^\d\s]{0,6})"
)
_POWERS = {"": 1.0, "万": 1e4, "亿": 1e8}
_NOTHING = frozenset(("", "-", "–", "—", "――", "——", "…", "/", "／", "无", "n/a", "N/A"))
_IN_BRACKETS = re.compile(r"[（(\[]([^（）()\[\]]{1,12})[）)\]]\s*$")
_IN_UNITS = re.compile(r"单位[：:]\s*([^\s）)]{1,12})")
_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d(?:\s?年)?(?:度|上半年|下半年|[一二三四]季度|\s?\d{1,2}\s?月)?"
    r"|\d{1,2}\s?月份?|第?[一二三四1-4]季度|[上下]半年|Q[1-4]"
    r"|[“\"]?十[一二三四五]五[”\"]?(?:时期|期间)?)"
)
_TOTALS = frozenset(("合计", "总计", "小计", "总和", "Total", "total"))
_SHARES = ("占比", "比重", "构成", "比例", "份额", "share")
_FEW, _MOST, _SLICES, _LONG_NAME = 6, 12, 6, 6
_LONGEST_LINE = 36
_WHOLE = (98.5, 101.5)
"""What parts of a hundred per cent add up to, rounded one by one."""


class Number(NamedTuple):
    """A cell as a number; ``power`` is what it is written in (万, 亿)."""

    value: float
    power: str
    unit: str


class ChartData(NamedTuple):
    """``labels`` are the values as the table has them, series by series; ``caption`` is what one
    series is called there, or the unit of several."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    labels: tuple[tuple[str, ...], ...]
    unit: str
    caption: str


class _Column(NamedTuple):
    """One series to be: its heading, its cells, and what these say as numbers."""

    heading: str
    name: str
    unit: str
    cells: tuple[str, ...]
    numbers: tuple[Number | None, ...]


def parse_number(text: str) -> Number | None:
    """A cell that is nothing but a number with its unit; None for words and for nothing."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    whole = found["whole"].replace(",", "").replace("，", "")
    value = float(whole + (found["part"] or "").replace("．", "."))
    unit = found["unit"].replace("％", "%")
    return Number(-value if found["sign"] in ("-", "−", "－") else value, found["power"], unit)


def chart_of(table: Table) -> ChartData | None:
    """The chart of a table, or None where it is not one table of numbers."""
    cells = _plain(table)
    if cells is None:
        return None
    names, rows = cells[0], cells[1:]
    across = [name.strip() for name in names[1:]]
    data_rows = [row for row in rows if row[0].strip() not in _TOTALS]
    if are_periods(across) or (len(data_rows) == 1 and len(across) > 1):
        categories = across
        columns = [_column(row[0], row[1:], names[0]) for row in data_rows]
    else:
        categories = [row[0].strip() for row in data_rows]
        columns = [
            _column(name, [row[i] for row in data_rows], names[0])
            for i, name in enumerate(names[1:], 1)
        ]
    counted = [column for column in columns if column is not None]
    if not counted or len(categories) < 2 or not all(categories) or _differ(categories):
        return None
    alike = [column for column in counted if column.unit == counted[0].unit]
    return _chart(categories, alike)


def _differ(categories: Sequence[str]) -> bool:
    """Whether rows are counted in units of their own: 日均客运量（万人次） beside 正点率（%）."""
    return any(_IN_BRACKETS.search(name) for name in categories)


def _plain(table: Table) -> list[list[str]] | None:
    """The cells as text, the last header row first; None where cells span others."""
    if any(cell.columns > 1 or cell.rows > 1 for row in table.rows for cell in row):
        return None
    rows = [[_text(cell) for cell in row] for row in table.rows[max(0, table.header_rows - 1) :]]
    if len(rows) < 2 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    return rows


def _text(cell: Cell) -> str:
    return " ".join(paragraph.text.strip() for paragraph in cell.paragraphs)


def are_periods(names: Sequence[str]) -> bool:
    """Whether names are times one after the other: years, quarters, months."""
    return len(names) > 1 and all(_PERIOD.fullmatch(name) for name in names)


def _column(name: str, cells: Sequence[str], corner: str) -> _Column | None:
    """A column whose cells are numbers or empty; None for one of words."""
    numbers = tuple(parse_number(cell) for cell in cells)
    counted = [number for number in numbers if number]
    words = [cell for cell, n in zip(cells, numbers) if not n and cell.strip() not in _NOTHING]
    if words or len(counted) < min(2, len(cells)):
        return None
    bracketed = _IN_BRACKETS.search(name.strip())
    label = name.strip()[: bracketed.start()].strip() if bracketed else name.strip()
    own = next((n.power + n.unit for n in counted if n.power + n.unit), "")
    outer = _IN_UNITS.search(corner) or _IN_BRACKETS.search(corner.strip())
    unit = own or (bracketed[1] if bracketed else "") or (outer[1] if outer else "")
    return _Column(name.strip(), label, _bare(unit), tuple(cell.strip() for cell in cells), numbers)


def _bare(unit: str) -> str:
    """单位：万元 is 万元."""
    found = _IN_UNITS.search(unit)
    return (found[1] if found else unit).replace("％", "%")


def _chart(categories: Sequence[str], columns: Sequence[_Column]) -> ChartData | None:
    first = next(n for column in columns for n in column.numbers if n)
    scale = _POWERS[first.power]
    series = tuple(
        Series(c.name, tuple(n.value * _POWERS[n.power] / scale if n else None for n in c.numbers))
        for c in columns
    )
    kind = _kind(categories, series, columns[0].unit)
    if kind is None:
        return None
    labels = tuple(column.cells for column in columns)
    unit = columns[0].unit
    caption = columns[0].heading if len(columns) == 1 else unit
    return ChartData(kind, tuple(categories), series, labels, unit, caption)


def _kind(categories: Sequence[str], series: Sequence[Series], unit: str) -> str | None:
    """What shows these numbers best; None where they are too many to be told apart."""
    count = len(categories)
    if are_periods(categories):
        few = count <= _FEW and count * len(series) <= 2 * _FEW
        return "column" if few else "line" if count <= _LONGEST_LINE else None
    values = [value for each in series for value in each.values if value is not None]
    if len(series) == 1 and count <= _SLICES and min(values) >= 0 and _are_parts(series[0], unit):
        return "pie"
    if count > (_MOST if len(series) == 1 else _MOST - 2) or count * len(series) > 2 * _MOST:
        return None
    return "bar" if max(map(len, categories)) > _LONG_NAME or count > _FEW + 2 else "column"


def _are_parts(series: Series, unit: str) -> bool:
    total = sum(value or 0 for value in series.values)
    if unit == "%":
        return _WHOLE[0] <= total <= _WHOLE[1]
    return total > 0 and any(word in series.name for word in _SHARES)
