"""A sheet as SVG: its text is text, in its place, in order, and nothing else than that."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from publisher.geometry import SLIDE_16_9, Rect, mm, pt, px
from publisher.plan import (
    Chart,
    Colour,
    Grid,
    GridCell,
    Image,
    Item,
    Miniature,
    Plan,
    PlanMeta,
    Series,
    Shape,
    Sheet,
    texts_of,
)
from publisher.publication import Publication
from publisher.typeface.registry import Face
from publisher.writers.svg import Drawer, Drawn, Fonts, font_faces, write
from tests.speeches import make_speech
from tests.writers.pdf.plans import START, TYPEFACES, page_plan, set_line, squeezed, text_of
from tests.writers.pdf.test_paint import themed

ROOT = Path(__file__).parent.parent.parent.parent
SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PNG = (ROOT / "docs" / "images" / "theme-red.png").read_bytes()
EVIL = '</text><script>alert(1)</script>"\' onload="x"&amp;\x0b'


def drawn(*items: Item, theme: object = None, layout: str | None = None) -> Drawn:
    plan = page_plan(items)
    sheet = plan.sheets[0]._replace(layout=layout)
    return Drawer(plan, theme, TYPEFACES).draw(sheet)  # type: ignore[arg-type]


def tree(*items: Item) -> ET.Element:
    return ET.fromstring(drawn(*items).svg)


def only(element: ET.Element, tag: str) -> ET.Element:
    (found,) = element.iter(SVG + tag)
    return found


def numbers(element: ET.Element, name: str) -> list[float]:
    return [float(value) for value in element.get(name, "").split()]


@pytest.fixture(scope="module")
def example() -> tuple[Publication, Plan]:
    publication = Publication(ROOT / "examples" / "reading.docx")
    return publication, publication.slides.value


def test_all_text_of_an_example_is_there_once_and_in_order(
    example: tuple[Publication, Plan],
) -> None:
    publication, plan = example
    drawer = Drawer(plan, publication.theme, publication.typefaces)
    for sheet in plan.sheets:
        svg = ET.fromstring(drawer.draw(sheet).svg)
        found = "".join("".join(text.itertext()) for text in svg.iter(SVG + "text"))
        wanted = "".join(line.text for text in texts_of(sheet.items) for line in text.lines)
        assert found == wanted


def test_each_character_stands_where_the_plan_has_it() -> None:
    line = squeezed(set_line("国泰（民安）。"), "（）。")
    span = only(tree(text_of(line)), "tspan")
    glyphs = line.runs[0].glyphs
    assert span.text == line.text
    places = [(line.x + glyph.x - glyph.trim) / px(1) for glyph in glyphs]
    assert numbers(span, "x") == pytest.approx(places, abs=0.006)
    assert numbers(span, "y") == pytest.approx([line.baseline / px(1)], abs=0.006)
    assert span.get("font-size") == "21.33"


def test_a_glyph_that_a_browser_would_not_choose_is_an_outline_over_unpainted_text() -> None:
    svg = tree(text_of(set_line("他说——好", "sans")))
    spans = list(svg.iter(SVG + "tspan"))
    assert [(span.text, span.get("fill")) for span in spans] == [
        ("他说", "#000000"), ("——", "none"), ("好", "#000000"),
    ]  # fmt: skip
    first, second = numbers(spans[1], "x")
    assert second - first == pytest.approx(21.33, abs=0.02)
    stroke = only(svg, "path")
    assert stroke.get("transform", "").startswith(f"translate({first:g} ")
    assert stroke.get("fill") == "#000000"


def test_a_character_beyond_the_first_plane_has_a_list_of_places_of_its_own() -> None:
    line = set_line("一𠀀二", "song")
    spans = list(tree(text_of(line)).iter(SVG + "tspan"))
    assert all(len(numbers(span, "x")) == len(span.text or "") for span in spans)
    assert "𠀀" in [span.text for span in spans]


def test_markup_in_a_speech_is_text() -> None:
    image = Image(Rect(*START, mm(20), mm(20)), PNG, "image/png", EVIL)
    svg = tree(text_of(set_line(EVIL), role="H1", language=EVIL), image)
    assert {element.tag for element in svg.iter()} <= {
        SVG + tag for tag in ("svg", "g", "path", "text", "tspan", "image", "title")
    }
    kept = EVIL.replace("\x0b", "\ufffd")
    assert "".join(only(svg, "text").itertext()) == kept
    assert svg.get("aria-label") == kept
    assert only(svg, "title").text == kept
    assert only(svg, "text").get(LANG) == kept


def test_a_font_may_be_called_anything() -> None:
    evil = TYPEFACES.face("NotoSansSC-Regular")._replace(family="x'}</style>")
    faces = dict(TYPEFACES.faces) | {"NotoSansSC-Regular": evil}
    typefaces = type(TYPEFACES)(faces, TYPEFACES.roles)
    plan = page_plan((text_of(set_line("字", "sans")),))
    found = Drawer(plan, None, typefaces).draw(plan.sheets[0])
    family = only(ET.fromstring(found.svg), "tspan").get("font-family", "")
    assert re.fullmatch(r"NotoSansSC-Regular, '[\w -]*'", family)


def test_what_assistive_technology_is_told() -> None:
    svg = tree(
        text_of(set_line("题目"), role="H2"),
        text_of(set_line("— 1 —"), role="Artifact"),
        Image(Rect(*START, mm(20), mm(20)), PNG, "image/png", "馆前的孩子"),
        Image(Rect(*START, mm(20), mm(20)), PNG, "image/png", "", role="Artifact"),
    )
    title, number = svg.iter(SVG + "text")
    assert (title.get("role"), title.get("aria-level")) == ("heading", "2")
    assert number.get("aria-hidden") == "true"
    figure, furniture = svg.iter(SVG + "image")
    assert (figure.get("role"), only(figure, "title").text) == ("img", "馆前的孩子")
    assert furniture.get("aria-hidden") == "true"
    assert (svg.get("role"), svg.get("aria-label")) == ("group", "题目")
    assert svg.get(LANG) == "zh-CN"


def test_a_table_has_rows_and_cells_in_order() -> None:
    def cell(row: int, column: int, word: str, role: str = "TD") -> GridCell:
        return GridCell(row, column, text_of(set_line(word), role=role), fill=Colour("lt1"))

    cells = (cell(0, 0, "项", "TH"), cell(1, 0, "一"), cell(0, 1, "数", "TH"), cell(1, 1, "二"))
    grid = Grid(
        Rect(0, 0, 200, 200), (px(100),) * 2, (px(50),) * 2, cells, 1, Colour("dk1"), alt="表"
    )
    svg = tree(grid)
    assert svg[0].get("role") == "table"
    rows = [g for g in svg.iter(SVG + "g") if g.get("role") == "row"]
    assert [[(c.get("role"), "".join(c.itertext())) for c in row] for row in rows] == [
        [("columnheader", "项"), ("columnheader", "数")], [("cell", "一"), ("cell", "二")],
    ]  # fmt: skip
    rects = list(svg.iter(SVG + "rect"))
    assert [rect.get("x") for rect in rects] == ["0", "0", "100", "100"] * 2


def test_a_chart_is_a_picture_with_a_name() -> None:
    words = text_of(set_line("三成"))
    bar = Shape(Rect(0, 0, px(10), px(20)), fill=Colour("dk1"))
    data = (Series("册", (3.0,)),)
    svg = tree(Chart(bar.frame, "column", ("甲",), data, (bar, words), alt="一根柱子"))
    figure = svg[0]
    assert figure.get("role") == "img"
    assert [child.tag for child in figure] == [SVG + tag for tag in ("title", "rect", "text")]


def test_artwork_lies_beneath_in_the_colours_of_the_theme() -> None:
    field = Shape(Rect(0, 0, px(96), px(48)), fill=Colour("accent1", 40))
    hill = Shape(Rect(0, 0, px(9), px(9)), "ellipse", stroke=Colour("dk1"), stroke_width=px(2))
    theme = themed((field, hill))
    svg = ET.fromstring(drawn(text_of(set_line("字")), theme=theme, layout="cover").svg)
    art, text = svg
    assert (art.tag, art.get("aria-hidden"), text.tag) == (SVG + "g", "true", SVG + "text")
    ground, box, ring = art
    palette = theme.palette
    assert ground.get("fill") == "#" + palette[theme.drawings["cover"].background.slot]
    assert (box.get("fill"), box.get("fill-opacity")) == ("#" + palette["accent1"], "0.4")
    assert (ring.get("fill"), ring.get("stroke-width")) == ("none", "2")


def test_a_rule_is_a_line_for_a_rectangle_without_height_is_not_drawn(
    tmp_path: Path,
) -> None:
    publication = Publication(make_speech(tmp_path / "a.docx"))
    plan = publication.plan("handout").value
    rules = [i for i in plan.sheets[0].items if isinstance(i, Shape) and not i.frame.height]
    svg = Drawer(plan, publication.theme, publication.typefaces).draw(plan.sheets[0]).svg
    assert svg.count("<line ") == len(rules) > 1
    assert 'height="0"' not in svg


def test_a_slide_on_a_page_is_a_drawing_of_its_own_size_cut_off_at_its_frame() -> None:
    inner = Sheet((text_of(set_line("小")),), "slide", "cover")
    small = Miniature(Rect(mm(10), mm(20), mm(80), mm(45)), inner, SLIDE_16_9, "第 1 张")
    nested = tree(small)[0]
    assert nested.get("viewBox") == "0 0 1280 720"
    assert nested.get("width") == "302.36"
    assert (nested.get("overflow"), nested.get("aria-label")) == (None, "第 1 张")


def test_a_picture_that_no_browser_shows_is_told_of() -> None:
    found = drawn(Image(Rect(*START, mm(20), mm(20)), b"", "image/x-emf", "图", name="图 1"))
    assert [notice.code for notice in found.notices] == ["picture-not-drawn"]
    assert "<image" not in found.svg


def test_nothing_in_a_drawing_could_meet_another_in_one_page_or_needs_a_style(
    example: tuple[Publication, Plan],
) -> None:
    publication, plan = example
    drawer = Drawer(plan, publication.theme, publication.typefaces)
    for sheet in plan.sheets:
        svg = drawer.draw(sheet).svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert drawer.draw(sheet) == drawer.draw(sheet)
        assert not re.search(
            r"\s(id|style|class|on\w+)=|url\(|https?:(?!//www\.w3\.org/2000/svg)", svg
        )


def test_a_file_by_itself_has_fonts_with_all_its_characters(
    example: tuple[Publication, Plan],
) -> None:
    publication, plan = example
    data, notices = write(plan, publication.theme, publication.typefaces)
    assert notices == ()
    assert data == write(plan, publication.theme, publication.typefaces)[0]
    whole = ET.fromstring(data)
    fonts = {
        name: set(TTFont(BytesIO(b64decode(font))).getBestCmap())
        for name, font in re.findall(
            r'font-family:"([\w-]+)";src:url\("data:font/woff2;base64,([^"]+)"\)',
            only(whole, "style").text or "",
        )
    }
    for span in whole.iter(SVG + "tspan"):
        if span.get("fill") != "none":
            name = span.get("font-family", "").partition(",")[0]
            assert {ord(char) for char in span.text or ""} <= fonts[name]
    sheets = whole.findall(SVG + "svg")
    assert len(sheets) == len(plan.sheets)
    assert [float(sheet.get("y", "0")) for sheet in sheets[:3]] == [0, 736, 1472]
    assert float(whole.get("height", "0")) == 736 * len(sheets) - 16


def test_an_empty_plan_is_an_empty_picture() -> None:
    data, _ = write(Plan(PlanMeta("空"), SLIDE_16_9, ()), None, TYPEFACES)
    assert ET.fromstring(data).get("height") == "0"


def test_a_page_may_bring_the_fonts_once_for_all_its_pictures() -> None:
    pictures = [drawn(text_of(set_line(words, "sans"))) for words in ("甲乙", "乙丙")]
    asked: list[tuple[str, str]] = []

    def source(face: Face, text: str) -> str:
        asked.append((face.name, text))
        return f"fonts/{face.name}.woff2"

    rules = font_faces(pictures, Fonts(TYPEFACES, source))
    assert asked == [("NotoSansSC-Regular", "丙乙甲")]
    assert rules == (
        '@font-face{font-family:"NotoSansSC-Regular";src:url("fonts/NotoSansSC-Regular.woff2");'
        "font-display:block}"
    )


def test_a_page_may_keep_the_pictures_beside_it() -> None:
    plan = page_plan((Image(Rect(*START, mm(20), mm(20)), PNG, "image/png", "图"),))
    drawer = Drawer(plan, None, TYPEFACES, lambda data, kind: f"{len(data)}.{kind[-3:]}")
    assert f'href="{len(PNG)}.png"' in drawer.draw(plan.sheets[0]).svg


@pytest.mark.parametrize("words", ["a   b", " a", "a ", "a\u3000 b", "a b"])
def test_blanks_beside_blanks_are_kept(words: str) -> None:
    text = only(tree(text_of(set_line(words))), "text")
    kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert kept == (words != "a b")
    assert "".join(text.itertext()) == words


def test_large_type_keeps_its_size() -> None:
    assert only(tree(text_of(set_line("字", size=pt(54)))), "tspan").get("font-size") == "72"
