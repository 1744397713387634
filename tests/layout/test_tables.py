"""Tables on slides: every cell in its place, every row on a page, numbers to the right."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Cell, Paragraph, Run, Table
from publisher.plan import Grid, Plan
from publisher.script import Role
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.layout.plans import GEOMETRY, broken, plan_of, script_of, slide, theme_of, words


def cell(text: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell((Paragraph(0, text, (Run(text),)),), columns, rows)


def table(*rows: tuple[str | Cell, ...], header: int = 1) -> Table:
    made = tuple(tuple(c if isinstance(c, Cell) else cell(c) for c in row) for row in rows)
    return Table(made, (1,) * max(sum(c.columns for c in row) for row in made), header)


def grids(plan: Plan) -> list[Grid]:
    return [item for sheet in plan.sheets for item in sheet.items if isinstance(item, Grid)]


def lay_out(made: Table, typefaces: Typefaces, theme: str = "red", aspect: str = "16:9") -> Plan:
    shown = slide(Role.TABLE, table=made)
    return plan_of(shown, theme=theme_of(theme, aspect), typefaces=typefaces)


STATISTICS = table(
    ("指标", "年初计划", "全年完成", "比上年"),
    ("日均客运量（万人次）", "1.75", "1.86", "增长 15.5%"),
    ("正点率（%）", "93.0", "94.6", "提高 2.1 个百分点"),
    ("每百万人次投诉（件）", "12.0", "–", "下降 21.6%"),
)


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_columns_of_numbers_are_set_to_the_right_and_their_heads_with_them(
    aspect: str, typefaces: Typefaces
) -> None:
    (grid,) = grids(lay_out(STATISTICS, typefaces, aspect=aspect))
    aligned = {c.column: c.text.paragraphs[0].alignment for c in grid.cells}
    assert aligned == {0: "left", 1: "right", 2: "right", 3: "left"}


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_short_words_and_numbers_stay_on_a_line(aspect: str, typefaces: Typefaces) -> None:
    (grid,) = grids(lay_out(STATISTICS, typefaces, aspect=aspect))
    assert sum(grid.widths) == grid.frame.width
    short = [c.text for c in grid.cells if len(words(c.text)) <= 6]
    assert all(len(text.lines) == 1 for text in short)


def test_a_long_table_goes_on_with_its_head_and_is_evenly_filled(typefaces: Typefaces) -> None:
    rows = [(f"第{i}项工作", "张三", "六月底前完成") for i in range(23)]
    plan = lay_out(table(("事项", "责任人", "时限"), *rows), typefaces)
    found = grids(plan)
    assert len(found) > 1
    counts = [len(grid.heights) - 1 for grid in found]
    assert sum(counts) == 23
    assert max(counts) - min(counts) <= 1
    assert {words(grid.cells[0].text) for grid in found} == {"事项"}
    assert len({grid.widths for grid in found}) == 1
    assert broken(plan) == []


def test_cells_that_span_rows_keep_their_neighbours_in_place_and_are_not_parted(
    typefaces: Typefaces,
) -> None:
    rows: list[tuple[str | Cell, ...]] = []
    for i in range(8):
        rows += [(cell(f"第{i}组", rows=3), "一", "1"), ("二", "2"), ("三", "3")]
    plan = lay_out(table(("组", "项", "数"), *rows), typefaces)
    found = grids(plan)
    assert len(found) > 1
    for grid in found:
        assert (len(grid.heights) - 1) % 3 == 0
        for each in grid.cells:
            assert each.row + each.rows <= len(grid.heights)
            assert (each.column == 0) == (words(each.text)[0] in "组第")
    assert broken(plan) == []


def test_a_cell_that_no_page_holds_is_cut_and_reported(typefaces: Typefaces) -> None:
    script = script_of(slide(Role.TABLE, table=table(("甲", "乙"), ("长" * 3000, "1"))))
    plan, notices = lay_out_slides(script, theme_of("red"), typefaces)
    assert broken(plan, GEOMETRY) == []
    assert "slide-shortened" in [notice.code for notice in notices]


TEXTS = st.text(alphabet="田间书屋，。Reading 0123.5%\n", max_size=40)
ROWS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.tuples(*[TEXTS] * width), min_size=1, max_size=14)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, st.integers(0, 2), st.sampled_from(["16:9", "4:3"]))
def test_no_table_whatever_leaves_its_page(
    rows: list[tuple[str, ...]], header: int, aspect: str
) -> None:
    made = table(*rows, header=min(header, len(rows)))
    plan = lay_out(made, load_typefaces(), "blue", aspect)
    assert broken(plan, GEOMETRY) == []
    shown = sum(len(grid.heights) - grid.header_rows for grid in grids(plan))
    assert shown >= len(rows) - made.header_rows
