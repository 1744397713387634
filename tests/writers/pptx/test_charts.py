import io
import zipfile
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pptx import Presentation
from pptx.chart.chart import Chart as Native
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION

from publisher.geometry import pt
from publisher.plan import Chart, Series, Sheet, Text, TextParagraph, TextRun
from publisher.writers.pptx import write
from publisher.writers.pptx.charts import SLOTS, chart_xml
from publisher.writers.pptx.workbook import cells, column, number, workbook
from tests.judges.opc import A, C
from tests.writers.pptx.rich_plan import CHARTS, LINES, RIDES, YEARS, chart
from tests.writers.pptx.sample_plan import BODY, INK, NO_FONTS, plan, theme, title


@cache
def written(*charts: Chart) -> bytes:
    sheets = (Sheet((title("图"), each), "图", "points") for each in charts)
    return write(plan(*sheets), theme(), NO_FONTS)[0]


def native(given: Chart) -> Native:
    (slide,) = Presentation(BytesIO(written(given))).slides
    return slide.shapes[1].chart


def xml(given: Chart) -> ET.Element:
    return ET.fromstring(chart_xml(given, "rId1"))


def formats(given: Chart) -> list[str]:
    return [
        e.get("formatCode", "") for d in xml(given).iter(C + "dLbls") for e in d.iter(C + "numFmt")
    ]


def drawn(given: Chart, *values: str, **others: str) -> Chart:
    """The chart as drawn in 20 points: ``values`` at its bars, other words by their name."""

    def word(name: str, words: str) -> Text:
        run = TextRun(words, "text", pt(20), INK)
        return Text(BODY, (TextParagraph((run,)),), (), name)

    words = [word("value", value) for value in values]
    return given._replace(drawn=(*words, *(word(name, each) for name, each in others.items())))


@pytest.mark.parametrize(
    ("kind", "native_kind"),
    [("column", XL_CHART_TYPE.COLUMN_CLUSTERED), ("bar", XL_CHART_TYPE.BAR_CLUSTERED),
     ("line", XL_CHART_TYPE.LINE_MARKERS), ("pie", XL_CHART_TYPE.PIE)],
)  # fmt: skip
def test_each_kind_is_native_with_its_data(kind: str, native_kind: XL_CHART_TYPE) -> None:
    made = native(chart(kind, RIDES, LINES))
    assert made.chart_type == native_kind
    (plot,) = made.plots
    assert tuple(plot.categories) == YEARS
    assert [(s.name, s.values) for s in plot.series] == [
        ("客运量", RIDES.values),
        ("线路", LINES.values),
    ]


def test_a_kind_that_no_plan_can_name_is_refused() -> None:
    with pytest.raises(KeyError):
        written(chart("radar"))


def test_the_frame_has_the_charts_place_name_and_alternative_text() -> None:
    (slide,) = Presentation(BytesIO(written(CHARTS[0]))).slides
    frame = slide.shapes[1]
    assert (frame.left, frame.top, frame.width, frame.height) == tuple(BODY)
    assert frame.name == "客运量"
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "三年客运量"


def test_a_chart_without_words_is_called_by_its_number() -> None:
    (slide,) = Presentation(BytesIO(written(chart("bar")))).slides
    assert slide.shapes[1].name == slide.shapes[1]._element.nvGraphicFramePr.cNvPr.get("descr")


def test_series_have_colours_of_the_theme_and_then_lighter_ones() -> None:
    eight = tuple(Series(f"第{n}", (1.0, 2.0, 3.0)) for n in range(8))
    series = xml(chart("bar", *eight)).iter(C + "ser")
    colours = [each.find(f"{C}spPr/{A}solidFill/{A}schemeClr") for each in series]
    names = [colour.get("val") for colour in colours]
    assert names == ["accent1", "accent6", "accent2", "accent4", "tx2", "accent3", *names[:2]]
    assert [len(colour) for colour in colours] == [0, 0, 0, 0, 0, 0, 2, 2]


def test_slices_have_colours_of_their_own() -> None:
    points = list(xml(chart("pie")).iter(C + "dPt"))
    colours = [p.find(f"{C}spPr/{A}solidFill/{A}schemeClr") for p in points]
    assert [colour.get("val") for colour in colours] == list(SLOTS[:3])


@pytest.mark.parametrize("given", CHARTS, ids=lambda given: given.alt)
def test_words_have_the_themes_fonts_colours_and_a_size(given: Chart) -> None:
    root = xml(given)
    words = [e for e in root.iter() if e.tag in (A + "defRPr", A + "rPr")]
    assert len(words) >= 2
    for each in words:
        assert (each.get("sz"), each.get("b")) == ("1800", "0")
        assert [each.find(A + tag).get("typeface") for tag in ("latin", "ea")] == [
            "+mn-lt",
            "+mn-ea",
        ]
        assert each.find(f"{A}solidFill/{A}schemeClr").get("val") in ("tx1", "accent4")
    assert not [e for e in root.iter() if e.tag in (A + "srgbClr", A + "sysClr", A + "prstClr")]


def test_words_are_as_small_as_they_were_drawn() -> None:
    sizes = {e.get("sz") for e in xml(drawn(chart("bar"), "8210")).iter(A + "defRPr")}
    assert sizes == {"2000"}


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [((1.0, 2.0, 3.0), "", "0"), ((1.5, 2.5, 3.5), "", "0.0"), ((91.5, 93.0, 96.25), "", "General"),
     ((50.0, 30.0, 20.0), "%", '0"%"'), ((50.5, 30.0, 20.0), "‰", 'General"‰"'),
     ((1.0, None, 3.0), "万人次", "0"), ((None, None, None), "", "0")],
)  # fmt: skip
def test_numbers_have_no_digit_that_the_speech_does_not_say(
    values: tuple[float | None, ...], unit: str, expected: str
) -> None:
    assert formats(chart("column", Series("数", values), unit=unit)) == [expected]


def test_numbers_are_written_as_they_were_drawn() -> None:
    rides = drawn(chart("column"), "8,210", "10,530", "12,345")
    rates = chart("column", Series("率", (91.0, 92.5, 93.0)), unit="%")
    assert formats(rides) == ["#,##0"]
    assert formats(drawn(rates, "91.0%", "92.5%", "93.0%")) == ['0.0"%"']
    assert formats(drawn(rates, "1,000", "92.5", "93")) == ["#,##0.0"]
    line = chart("line", Series("率", (91.5, 92.25, 49.0)))
    assert formats(drawn(line, "49.0")) == ["0.0"]
    sums = chart("column", unit="万")
    assert formats(drawn(sums, "8210万", "10530万", "12345万")) == ['0"万"']
    assert formats(drawn(sums, "8210", "10530", "12345")) == ["0"]


def heading(given: Chart) -> str | None:
    made = native(given)
    return made.chart_title.text_frame.text if made.has_title else None


def test_what_is_counted_stands_above_unless_it_stands_with_each_number() -> None:
    assert heading(chart("column", unit="万人次")) == "万人次"
    assert heading(drawn(chart("column", unit="万人次"), "1", caption="客运量（万人次）")) == (
        "客运量（万人次）"
    )
    assert heading(chart("column", unit="%")) is None
    assert heading(drawn(chart("column", unit="万"), "8210万")) is None
    assert heading(chart("column")) is None


def labelled(given: Chart) -> list[list[str]]:
    """For each series which of its values say what they are."""
    found = []
    for labels in xml(given).iter(C + "dLbls"):
        each = [e.find(C + "idx").get("val") for e in labels.iter(C + "dLbl")]
        found.append(["all"] if labels.find(C + "showVal").get("val") == "1" else each)
    return found


def test_the_values_that_were_drawn_with_words_say_what_they_are() -> None:
    two = chart("line", RIDES, LINES)
    assert labelled(two) == [["all"], ["all"]]
    assert labelled(drawn(two, *"12345")) == [["all"], ["all"]]
    assert labelled(drawn(two, "1", "2")) == [["2"], ["2"]]
    assert labelled(drawn(two, tick="0")) == [[], []]
    gap = chart("line", RIDES, LINES._replace(values=(1.0, None, None)))
    assert labelled(drawn(gap, "1")) == [["2"], ["0"]]


def test_the_slide_shows_through() -> None:
    for given in CHARTS:
        root = xml(given)
        grounds = [root.find(C + "spPr"), root.find(f"{C}chart/{C}plotArea/{C}spPr")]
        assert all(ground.find(A + "noFill") is not None for ground in grounds)


def test_an_axis_stands_where_one_was_drawn() -> None:
    plain = native(chart("column")).value_axis
    assert (plain.visible, plain.has_major_gridlines) == (False, False)
    rates = chart("column", Series("率", (91.0, 92.5, 93.0)), unit="%")
    axis = native(drawn(rates, tick="100%")).value_axis
    assert (axis.visible, axis.has_major_gridlines) == (True, True)
    assert axis.tick_labels.number_format == 'General"%"'
    grouped = native(drawn(chart("column"), "8,210", tick="10,000")).value_axis
    assert grouped.tick_labels.number_format == "#,##0"


def test_a_legend_stands_where_there_is_something_to_tell_apart() -> None:
    assert not native(chart("column")).has_legend
    assert native(chart("pie")).legend.position == XL_LEGEND_POSITION.RIGHT
    legend = native(chart("column", RIDES, LINES)).legend
    assert (legend.position, legend.include_in_layout) == (XL_LEGEND_POSITION.TOP, False)


def test_a_label_is_the_value_alone() -> None:
    for given in CHARTS:
        for labels in xml(given).iter(C + "dLbls"):
            shown = {e.tag.removeprefix(C) for e in labels if e.get("val") == "1"}
            assert shown == {"showVal"}
            assert len([e for e in labels if "show" in e.tag]) >= 6  # what is left out means yes


def test_the_last_values_of_lines_keep_out_of_each_others_way() -> None:
    ends = [Series(str(end), (1.0, 2.0, end)) for end in (9.0, 3.0, 6.0)]
    three = drawn(chart("line", *ends), "9", "3", "6")
    assert [e.get("val") for e in xml(three).iter(C + "dLblPos")] == ["t", "b", "r"]
    alone = drawn(chart("line", ends[0]), "9")
    assert [e.get("val") for e in xml(alone).iter(C + "dLblPos")] == ["r"]


def test_bars_begin_at_zero_unless_some_are_below_it() -> None:
    assert native(chart("column")).value_axis.minimum_scale == 0
    assert native(chart("bar", Series("增减", (-1.0, 2.0, 3.0)))).value_axis.minimum_scale is None
    assert native(chart("line")).value_axis.minimum_scale is None


def test_an_axis_below_zero_ends_where_it_was_drawn() -> None:
    below = chart("column", Series("增减", (-1.5, 2.0, 6.8)))
    words = [Text(BODY, (TextParagraph((TextRun(w, "text", pt(18), INK),)),), (), "tick")
             for w in ("−2.5", "0.0", "2.5")]  # fmt: skip
    axis = native(below._replace(drawn=tuple(words))).value_axis
    assert (axis.minimum_scale, axis.major_unit) == (-2.5, 2.5)


def test_flat_bars_are_read_downwards() -> None:
    assert native(chart("bar")).category_axis.reverse_order
    assert not native(chart("column")).category_axis.reverse_order


def book(data: bytes) -> dict[str, str]:
    """The cells of a workbook by their names."""
    sheet = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {c.get("r", ""): "".join(c.itertext()) for c in root.iter(sheet + "c")}


def test_the_workbook_holds_the_numbers_and_leaves_gaps_empty() -> None:
    assert book(workbook(chart("line", RIDES, LINES, unit="万人次"))) == {
        "A1": "万人次", "B1": "客运量", "C1": "线路",
        "A2": "2022年", "B2": "8210",
        "A3": "2023年", "B3": "10530", "C3": "36",
        "A4": "2024年", "B4": "12345", "C4": "41.5",
    }  # fmt: skip


def test_the_workbook_of_a_chart_in_the_deck_is_the_one_that_it_names() -> None:
    embedded = native(CHARTS[1]).part.chart_workbook.xlsx_part.blob
    assert embedded == workbook(CHARTS[1])


def test_hostile_words_are_harmless_in_charts() -> None:
    hostile = '"><c:v>]]>&amp;<!--\x01'
    given = Chart(
        BODY, "column", (hostile,), (Series(hostile, (1.0,)),), (), hostile, hostile, hostile
    )
    plot = native(given).plots[0]
    assert plot.categories[0] == plot.series[0].name == hostile.replace("\x01", "\ufffd")
    assert book(workbook(given))["A2"] == hostile.replace("\x01", "\ufffd")
    (counted,) = write(plan(Sheet((title("图"), given), "图", "points")), theme(), NO_FONTS)[1]
    assert dict(counted.values) == {"count": "3"}


def test_what_is_no_number_is_a_gap() -> None:
    assert [number(v) for v in (None, float("nan"), float("inf"), 3.0, -2.5, 1e21)] == [
        None, None, None, "3", "-2.5", "1000000000000000000000",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_in_a_sheet(index: int, letters: str) -> None:
    assert column(index) == letters


def test_references_name_the_cells() -> None:
    assert cells(1, 3) == ("Sheet1!$C$1", "Sheet1!$A$2:$A$4", "Sheet1!$C$2:$C$4")


def test_the_same_chart_makes_the_same_bytes() -> None:
    assert workbook(CHARTS[1]) == workbook(CHARTS[1])
    assert write(plan(Sheet((title("图"), CHARTS[0]), "图", "points")), theme(), NO_FONTS)[0] == (
        written(CHARTS[0])
    )
