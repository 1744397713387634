"""Tables and pictures among the words of a page."""

from __future__ import annotations

import itertools

import pytest

from publisher.geometry import Emu, mm
from publisher.manuscript import Cell, Paragraph, Picture, Run, Table
from publisher.plan import Image, Text
from publisher.script import Passage
from tests.layout.paper import (
    BODY,
    grids,
    pages,
    passage,
    profile,
    table,
    texts,
    words,
)


def test_a_short_table_is_not_divided_and_fills_the_measure() -> None:
    plan = pages(*(passage("body", "一行。") for _ in range(17)), table(5))
    ((page, grid),) = grids(plan)
    assert page == 1
    assert sum(grid.widths) == grid.frame.width == mm(156)
    assert sum(grid.heights) == grid.frame.height


def test_a_long_table_goes_on_with_its_header_again() -> None:
    plan = pages(passage("body", BODY), table(60))
    found = grids(plan)
    assert len(found) > 2
    for i, (page, grid) in enumerate(found):
        first = grid.cells[0].text
        assert first.lines[0].text == "第0行"
        assert first.role == ("Artifact" if i else "TH")
        assert grid.frame.bottom <= profile().area(page).bottom
    expected = BODY + "".join(f"第{i}行指标{i}.5%" for i in range(60))
    assert words(plan) == expected


def test_a_table_of_more_than_a_third_of_a_page_begins_where_it_is_spoken_of() -> None:
    plan = pages(*(passage("body", "一行。") for _ in range(15)), table(8))
    assert [page for page, _ in grids(plan)] == [0, 1]


def test_columns_are_wide_enough_for_their_figures_where_the_others_have_room() -> None:
    def cell(text: str) -> Cell:
        return Cell((Paragraph(0, text, (Run(text),)),))

    rows = tuple((cell("建成图书馆、开通线路"), cell("2026年"), cell("1234.56")) for _ in range(3))
    (_, grid), *_ = grids(pages(Passage("body", block=Table(rows, (20, 1, 1), 0))))
    assert [len(each.text.lines) for each in grid.cells] == [1] * 9
    assert sum(grid.widths) == mm(156)
    units = tuple(
        (cell("建成图书馆、开通线路"), cell("人民政府"), cell("1234.56")) for _ in range(3)
    )
    (_, grid), *_ = grids(pages(Passage("body", block=Table(units, (40, 6, 1), 0))))
    assert grid.widths[1] == mm(156) * 46 // 47 - mm(156) * 40 // 47, "few characters already"
    (_, narrow), *_ = grids(pages(Passage("body", block=Table((rows[0] * 9,), (1,) * 27, 0))))
    assert max(narrow.widths) - min(narrow.widths) <= 1, "no room for all: the shares of the file"


def test_a_short_entry_is_broken_by_sense_and_stands_in_the_middle() -> None:
    entries = ("百公里能耗成本（元）", "比上年提高2.1个百分点", "第一季度", "合计")
    row = tuple(Cell((Paragraph(0, text, (Run(text),)),)) for text in entries)
    (_, grid), *_ = grids(pages(Passage("body", block=Table((row,), (1,) * 4, 0))))
    cells = [cell.text for cell in grid.cells]
    assert [line.text for line in cells[0].lines] == ["百公里能耗", "成本（元）"]
    assert [line.text for line in cells[1].lines] == ["比上年", "提高2.1个百分点"]
    for cell in cells:
        for line in cell.lines:
            left, right = line.x - cell.frame.x, cell.frame.right - line.x - line.width
            assert abs(left - right) <= 1


def test_cells_keep_within_their_frames() -> None:
    for _, grid in grids(pages(table(9))):
        for cell in grid.cells:
            for line in cell.text.lines:
                assert line.x >= cell.text.frame.x
                assert line.x + line.width <= cell.text.frame.right
                assert cell.text.frame.y < line.baseline < cell.text.frame.bottom


def test_a_cell_over_several_rows_and_columns_takes_their_place() -> None:
    def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
        return Cell((Paragraph(0, text, (Run(text),)),), columns, rows)

    block = Table(
        ((cell("甲", rows=2), cell("乙", columns=2)), (cell("丙"), cell("丁"))), (1, 1, 1), 0
    )
    ((_, grid),) = grids(pages(Passage("body", block=block)))
    places = [(c.text.lines[0].text, c.row, c.column, c.rows, c.columns) for c in grid.cells]
    assert places == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
    ]


def picture(width: Emu, height: Emu) -> Passage:
    return Passage("body", block=Picture(b"", "image/png", width, height, "图"))


@pytest.mark.parametrize(
    ("width", "height"), [(mm(300), mm(100)), (mm(50), mm(400)), (mm(60), mm(40))]
)
def test_a_picture_keeps_its_proportions_within_the_type_area(width: Emu, height: Emu) -> None:
    plan = pages(passage("body", BODY), picture(width, height), passage("body", "图1　说明"))
    ((page, image),) = [
        (i, item) for i, s in enumerate(plan.sheets) for item in s.items if isinstance(item, Image)
    ]
    area = profile().area(page)
    assert image.frame.width * height == pytest.approx(image.frame.height * width, rel=0.01)
    assert image.frame.y >= area.y
    assert image.frame.bottom <= area.bottom
    assert abs(image.frame.x + image.frame.width // 2 - (area.x + area.width // 2)) <= 1
    caption = texts(plan.sheets[page])[-1]
    assert caption.lines[0].text == "图1　说明"
    assert caption.lines[0].baseline > image.frame.bottom


def test_pictures_and_text_never_overlap() -> None:
    plan = pages(
        *(
            p
            for n in range(12)
            for p in (passage("body", BODY * (n % 3 + 1)), picture(mm(120), mm(70)))
        )
    )
    for sheet in plan.sheets:
        edges = [
            (item.frame.y, item.frame.bottom)
            for item in sheet.items
            if isinstance(item, Image) or (isinstance(item, Text) and item.role != "Artifact")
        ]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(edges))
