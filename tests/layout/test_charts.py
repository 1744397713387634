"""Charts: what a table's cells say, which chart shows it, and what is drawn of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.geometry import pt
from publisher.layout.chart_axis import axis, tick_label
from publisher.layout.chart_data import Number, chart_of, parse_number
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Cell, Paragraph, Run, Table
from publisher.options import Options
from publisher.plan import Chart, Plan, Shape, Text
from publisher.script import Role
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.layout.plans import GEOMETRY, broken, plan_of, script_of, size_of, slide, theme_of, words

YEARS = (("年份", "客运量（万人次）"), ("2023年", "1.55"), ("2024年", "1.75"), ("2025年", "1.86"))
SHARES = (("来源", "占比"), ("票款", "46.5%"), ("补贴", "38%"), ("广告", "9.5%"), ("其他", "6%"))
TOWNS = (("乡镇", "借阅量（册）"), ("青禾镇", "12,450"), ("红旗农场管委会", "5,410"))
LONG_RUN = (
    ("指标（亿元）", *(f"{year}年" for year in range(2018, 2025))),
    ("工业产值", "102", "118", "111", "136", "151", "167", "188"),
    ("农业产值", "45", "48", "52", "55", "–", "61", "66"),
)
TWO = (("年份", "柴油车", "电动车"), ("2023年", "88", "62"), ("2024年", "51", "112"))


def table(*rows: tuple[str, ...], header: int = 1) -> Table:
    cells = tuple(tuple(Cell((Paragraph(0, text, (Run(text),)),)) for text in row) for row in rows)
    return Table(cells, (1,) * len(rows[0]), header)


def drawn(rows: tuple[tuple[str, ...], ...], theme: Theme, typefaces: Typefaces) -> Chart:
    made = slide(Role.CHART, table=table(*rows))
    (chart,) = (
        item
        for item in plan_of(made, theme=theme, typefaces=typefaces).sheets[0].items
        if isinstance(item, Chart)
    )
    return chart


# --- data -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.5", Number(1234.5, "", "")),
        ("12.3%", Number(12.3, "", "%")),
        ("12.3％", Number(12.3, "", "%")),
        ("45万", Number(45, "万", "")),
        ("3.2亿元", Number(3.2, "亿", "元")),
        ("-7", Number(-7, "", "")),
        ("−7.5", Number(-7.5, "", "")),
        ("120 公里", Number(120, "", "公里")),
        ("–", None),
        ("", None),
        ("增长 15.5%", None),
        ("2024年5月", None),
        ("1.2.3", None),
    ],
)
def test_a_cell_is_a_number_as_people_write_it(text: str, number: Number | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (YEARS, "column"),
        (LONG_RUN, "line"),
        (SHARES, "pie"),
        (TOWNS, "bar"),
        (TWO, "column"),
        ((("月份", "次数"), *((f"{m}月", str(m)) for m in range(1, 13))), "line"),
        ((("部门", "人数"), ("一科", "3"), ("二科", "5")), "column"),
        ((("部门", "人数构成"), ("一科", "3"), ("二科", "5")), "pie"),
        ((("部门", "占比"), *((f"{i}科", "12.5%") for i in range(8))), "column"),
    ],
)
def test_the_data_choose_the_chart(rows: tuple[tuple[str, ...], ...], kind: str) -> None:
    data = chart_of(table(*rows))
    assert data is not None
    assert data.kind == kind


def test_periods_across_the_head_are_the_categories() -> None:
    data = chart_of(table(*LONG_RUN))
    assert data is not None
    assert data.categories == LONG_RUN[0][1:]
    assert [series.name for series in data.series] == ["工业产值", "农业产值"]
    assert data.series[1].values[4] is None
    assert data.unit == "亿元"


def test_the_unit_comes_from_the_cells_or_the_head() -> None:
    by_head = chart_of(table(*YEARS))
    assert by_head is not None
    assert (by_head.unit, by_head.series[0].name) == ("万人次", "客运量")
    assert by_head.caption == "客运量（万人次）"
    by_cell = chart_of(table(("年份", "产值"), ("2023年", "3.2亿元"), ("2024年", "8000万元")))
    assert by_cell is not None
    assert by_cell.unit == "亿元"
    assert by_cell.series[0].values == (3.2, 0.8)
    assert by_cell.labels == (("3.2亿元", "8000万元"),)


def test_only_what_is_counted_in_one_unit_stands_in_one_chart() -> None:
    rows = (("年份", "产值（亿元）", "增速（%）"), ("2023年", "12", "5.5"), ("2024年", "13", "6.1"))
    data = chart_of(table(*rows))
    assert data is not None
    assert [series.name for series in data.series] == ["产值"]


def test_totals_are_no_category() -> None:
    data = chart_of(table(*SHARES, ("合计", "100%")))
    assert data is not None
    assert data.categories == ("票款", "补贴", "广告", "其他")


@pytest.mark.parametrize(
    "rows",
    [
        (("指标", "完成"), ("客运量（万人次）", "1.75"), ("正点率（%）", "93")),
        (("姓名", "职务"), ("沈知秋", "馆长"), ("李明", "书记")),
        (("年份", "产值"), ("2024年", "12")),
        (("部门", "人数"), *((f"第{i}科", str(i)) for i in range(30))),
    ],
)
def test_a_table_that_is_not_one_set_of_numbers_is_no_chart(
    rows: tuple[tuple[str, ...], ...], typefaces: Typefaces
) -> None:
    assert chart_of(table(*rows)) is None
    script = script_of(slide(Role.CHART, table=table(*rows)))
    plan, notices = lay_out_slides(script, theme_of("red"), typefaces)
    assert plan.sheets[0].layout == "table"
    assert "chart-as-table" in [notice.code for notice in notices]


# --- drawing --------------------------------------------------------------------------------


def shapes(chart: Chart, start: str) -> list[Shape]:
    return [d for d in chart.drawn if isinstance(d, Shape) and d.name.startswith(start)]


def labels(chart: Chart, name: str) -> list[str]:
    return [words(d) for d in chart.drawn if isinstance(d, Text) and d.name.startswith(name)]


def test_columns_stand_on_the_axis_in_proportion_and_say_their_values(
    theme: Theme, typefaces: Typefaces
) -> None:
    chart = drawn(YEARS, theme, typefaces)
    columns = shapes(chart, "column")
    assert len({column.frame.bottom for column in columns}) == 1
    heights = [column.frame.height for column in columns]
    assert heights == pytest.approx([heights[0] * v / 1.55 for v in (1.55, 1.75, 1.86)], rel=0.01)
    assert labels(chart, "value") == ["1.55", "1.75", "1.86"]
    assert labels(chart, "category") == ["2023年", "2024年", "2025年"]
    assert labels(chart, "caption") == ["客运量（万人次）"]
    assert labels(chart, "tick") == ["0.0", "0.5", "1.0", "1.5", "2.0"]


def test_series_have_colours_of_their_own_and_a_legend(theme: Theme, typefaces: Typefaces) -> None:
    chart = drawn(TWO, theme, typefaces)
    assert [s.fill.slot for s in shapes(chart, "key") if s.fill] == ["accent1", "accent6"]
    assert labels(chart, "legend") == ["柴油车", "电动车"]
    for column in shapes(chart, "column"):
        assert column.fill is not None
        assert column.fill.slot == ("accent1" if column.name.startswith("column 1") else "accent6")


def test_a_line_has_a_gap_where_the_table_has_none(theme: Theme, typefaces: Typefaces) -> None:
    chart = drawn(LONG_RUN, theme, typefaces)
    assert len(shapes(chart, "line")) == 2
    assert len(shapes(chart, "point 1")) == 7
    assert len(shapes(chart, "point 2")) == 6
    assert labels(chart, "value") == ["188", "66"]


def test_slices_go_once_around(theme: Theme, typefaces: Typefaces) -> None:
    chart = drawn(SHARES, theme, typefaces)
    slices = shapes(chart, "slice")
    assert len(slices) == 4
    first, last = slices[0].path, slices[-1].path
    assert first is not None
    assert last is not None
    assert first.commands[1][1:] == last.commands[-2][-2:]
    assert labels(chart, "value") == ["46.5%", "38%", "9.5%", "6%"]


@pytest.mark.parametrize("rows", [YEARS, LONG_RUN, SHARES, TOWNS, TWO])
@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("larger", [False, True])
def test_no_text_of_a_chart_overlaps_another_or_leaves_its_frame(
    rows: tuple[tuple[str, ...], ...], aspect: str, larger: bool, typefaces: Typefaces
) -> None:
    theme = theme_of("red", aspect)
    made = slide(Role.CHART, table=table(*rows))
    options = Options(larger=larger)
    plan = plan_of(made, theme=theme, typefaces=typefaces, options=options)
    assert broken(plan) == []
    inside(plan)
    chart = next(item for item in plan.sheets[0].items if isinstance(item, Chart))
    assert min(size_of(d) for d in chart.drawn if isinstance(d, Text)) >= pt(18)
    assert chart.alt


def inside(plan: Plan) -> None:
    for item in plan.sheets[0].items:
        for part in item.drawn if isinstance(item, Chart) else ():
            frame, room = part.frame, item.frame
            assert frame.x >= room.x, part.name
            assert frame.right <= room.right, part.name
            assert frame.y >= room.y, part.name
            assert frame.bottom <= room.bottom + pt(0.5), part.name


VALUES = st.one_of(st.just("–"), st.integers(-99999, 999999).map(lambda n: f"{n:,}"))
NAMES = st.text(alphabet="田间书屋读者点单", min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["16:9", "4:3"]), st.booleans())
def test_no_data_whatever_break_a_rule(data: st.DataObject, aspect: str, larger: bool) -> None:
    across = data.draw(st.integers(1, 3))
    years = data.draw(st.booleans())
    count = data.draw(st.integers(2, 14))
    names = [f"{2010 + i}年" for i in range(count)] if years else [
        f"{data.draw(NAMES)}{i}" for i in range(count)
    ]  # fmt: skip
    heads = ("名称", *(f"{data.draw(NAMES)}{i}" for i in range(across)))
    rows = [(name, *(data.draw(VALUES) for _ in range(across))) for name in names]
    made = slide(Role.CHART, table=table(heads, *rows))
    plan = plan_of(
        made, theme=theme_of("blue", aspect), typefaces=load_typefaces(),
        options=Options(larger=larger),
    )  # fmt: skip
    assert broken(plan, GEOMETRY) == []
    inside(plan)


# --- axes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((1.32, 1.86), (0, 0.5, 1, 1.5, 2)),
        ((3200, 12450), (0, 5000, 10000, 15000)),
        ((-8, 12), (-10, -5, 0, 5, 10, 15)),
        ((0, 0), (0, 0.25, 0.5, 0.75, 1.0)),
    ],
)
def test_an_axis_goes_from_zero_in_round_steps(
    values: tuple[float, ...], ticks: tuple[float, ...]
) -> None:
    assert axis(values, 0, 100).ticks == pytest.approx(ticks)


def test_a_line_high_above_zero_need_not_begin_there() -> None:
    scale = axis((93.0, 94.6), 0, 100, from_zero=False)
    assert scale.low > 90
    assert scale.at(scale.low) == 0
    assert scale.at(scale.high) == 100


def test_ticks_have_the_decimals_of_their_step() -> None:
    assert tick_label(1.5, 0.5, commas=False) == "1.5"
    assert tick_label(0.25, 0.25, commas=False) == "0.25"
    assert tick_label(10000, 5000, commas=True) == "10,000"
