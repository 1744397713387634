"""Which tables are data: what may be drawn as a chart without saying what the table does not."""

from __future__ import annotations

import re

from publisher.manuscript import Cell, Table

_NUMBER = r"[-+−－]?\d{1,3}(?:[,，]?\d{3})*(?:[.．]\d+)?\s*(%|％|‰|[^\d\s,.，．%]{1,4})?"
_UNIT = r"[（(]([^（）()]{1,8})[）)]\s*$"
_CATEGORIES = range(2, 13)
_SERIES = range(1, 5)


def is_data(table: Table) -> bool:
    """Whether a table has a header row, a first column of categories, and numbers of one unit.

    Units differ where numbers carry different ones, or where categories or series name several
    in brackets (客运量（万人次）, 正点率（%）): one axis cannot show them all. Merged cells, gaps,
    and more than twelve categories or four series are nothing for a chart either.
    """
    head, *body = table.rows
    columns = range(1, len(head))
    if len(body) not in _CATEGORIES or len(columns) not in _SERIES:
        return False
    if any(len(row) != len(head) for row in body) or any(_merged(c) for r in table.rows for c in r):
        return False
    numbers = [[re.fullmatch(_NUMBER, _text(row[c])) for c in columns] for row in body]
    categories = [_text(row[0]) for row in body]
    series = [_text(cell) for cell in head[1:]]
    if not all(map(all, numbers)) or not all(map(_names, categories)) or not all(series):
        return False
    units = {found[1] for row in numbers for found in row if found}
    return all(len(each) <= 1 for each in (units, _bracketed(categories), _bracketed(series)))


def _bracketed(texts: list[str]) -> set[str | None]:
    """The units that texts carry in brackets, None for having none."""
    return {match[1] if (match := re.search(_UNIT, text)) else None for text in texts}


def _names(text: str) -> bool:
    """Whether a cell names a category: a word or a year, and no ordinal."""
    return bool(text) and not (text.isdigit() and len(text) < 4)


def _merged(cell: Cell) -> bool:
    return cell.columns > 1 or cell.rows > 1


def _text(cell: Cell) -> str:
    return "".join(paragraph.text for paragraph in cell.own).strip()
