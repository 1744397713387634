"""Scripts on the page of GB/T 9704, for tests."""

from __future__ import annotations

import functools

from publisher.layout.page_model import PageProfile
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import load_profile
from publisher.manuscript import Cell, Paragraph, Run, SourceRef, Table
from publisher.plan import Grid, Line, Plan, Sheet, Text
from publisher.script import Passage, Script
from publisher.speech import Piece
from publisher.typeface.registry import Typefaces, load_typefaces


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


@functools.cache
def profile() -> PageProfile:
    return load_profile("gbt9704")


def piece(text: str) -> Piece:
    return Piece(SourceRef(0, 0, len(text)), (Run(text),))


def passage(role: str, *parts: str | tuple[int, str]) -> Passage:
    pairs = [(0, part) if isinstance(part, str) else part for part in parts]
    return Passage(role, tuple((level, piece(text)) for level, text in pairs))


def table(rows: int, header: int = 1) -> Passage:
    def cell(text: str) -> Cell:
        return Cell((Paragraph(0, text, (Run(text),)),))

    cells = tuple((cell(f"第{i}行"), cell("指标"), cell(f"{i}.5%")) for i in range(rows))
    return Passage("body", block=Table(cells, (2, 3, 1), header))


def pages(*passages: Passage) -> Plan:
    plan, notices = lay_out_pages(Script("标题", "张三", "zh-CN", (), passages), profile(), faces())
    assert notices == ()
    return plan


def texts(sheet: Sheet) -> list[Text]:
    return [item for item in sheet.items if isinstance(item, Text) and item.role != "Artifact"]


def lines(sheet: Sheet) -> list[Line]:
    return [line for text in texts(sheet) for line in text.lines]


def words(plan: Plan) -> str:
    found = []
    for sheet in plan.sheets:
        for item in sheet.items:
            if isinstance(item, Grid):
                held = [cell.text for cell in item.cells]
            else:
                held = [item] if isinstance(item, Text) else []
            found += [line.text for text in held if text.role != "Artifact" for line in text.lines]
    return "".join(found)


def squeezed(text: str) -> str:
    return "".join(text.split())


BODY = "我们要坚持以人民为中心的发展思想，把群众满意不满意作为工作的出发点和落脚点。"


def grids(plan: Plan) -> list[tuple[int, Grid]]:
    return [
        (i, item)
        for i, sheet in enumerate(plan.sheets)
        for item in sheet.items
        if isinstance(item, Grid)
    ]


def words_of(sheet: Sheet) -> str:
    return "".join(line.text for line in lines(sheet))
