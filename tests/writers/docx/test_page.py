"""The page, its grid, its numbers, and what Word knows the text by."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from publisher.geometry import PER_MM, PER_POINT
from publisher.publication import Publication
from publisher.seal import BLANK, is_untouched, sealed
from publisher.story import StoryParagraph, StoryPicture
from publisher.typeface.registry import Typefaces, load_typefaces
from publisher.writers.docx import write
from tests.noted import make_noted
from tests.speeches import make_speech
from tests.writers.docx.made import Made, W, rich, word

ROOT = Path(__file__).resolve().parents[3]
REPORT = ROOT / "examples" / "公交公司年度工作报告.docx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return word(rich(tmp_path_factory.mktemp("rich")))


@pytest.fixture(scope="module")
def book() -> Made:
    return word(REPORT, page_profile="book")


def texts(made: Made, style: str) -> list[str]:
    return [p.text for p in made.document.paragraphs if p.style.name == style]


def test_headings_are_headings_to_word(made: Made) -> None:
    assert texts(made, "Heading 1") == ["一、提高认识", "二、抓好落实"]
    assert texts(made, "Title") == ["在全县乡村图书馆建设现场推进会议上的讲话"]
    styles = made.document.styles
    for level in range(1, 10):
        properties = styles[f"Heading {level}"].element.find(f"{W}pPr")
        assert properties.find(f"{W}outlineLvl").get(f"{W}val") == str(level - 1)
        assert properties.find(f"{W}keepNext") is not None


def test_a_heading_in_a_paragraph_wears_the_style_for_characters(made: Made) -> None:
    found = [
        (run.text, run.style.name)
        for p in made.document.paragraphs
        for run in p.runs
        if run.style.name.startswith("heading")
    ]
    assert ("（一）认识要再深化。", "heading 2 Char") in found
    assert [text for text, name in found if name == "heading 3 Char"] == [
        "一要抓早。", "二要抓小。", "三要抓实。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "han", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体", 16),
        ("Heading 3", "仿宋", 16),
        ("Body Text", "仿宋", 16),
        ("Quote", "楷体", 16),
        ("footer", "宋体", 14),
    ],
)
def test_styles_name_the_fonts_of_official_documents(
    made: Made, style: str, han: str, points: int
) -> None:
    found = made.document.styles[style]
    fonts = found.element.rPr.rFonts
    assert fonts.get(f"{W}eastAsia") == han
    assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi")
    assert found.font.size.pt == points


def test_a_font_that_is_not_there_has_one_in_its_place(made: Made) -> None:
    fonts = {f.get(f"{W}name"): f for f in made.part("fontTable")}
    assert "华文中宋" in fonts["方正小标宋简体"].find(f"{W}altName").get(f"{W}val")
    assert {"仿宋", "楷体", "黑体", "宋体", "Times New Roman"} <= set(fonts)


def test_the_page_has_the_margins_and_the_grid_of_the_printed_one(made: Made) -> None:
    section, page = made.document.sections[0], made.plan.story.page
    assert abs(section.page_width - page.paper.width) < PER_MM // 20
    assert abs(section.page_height - page.paper.height) < PER_MM // 20
    assert abs(section.left_margin - page.area.x) < PER_MM // 20
    assert abs(section.right_margin - (page.paper.width - page.area.right)) < PER_MM // 20
    grid = section._sectPr.find(f"{W}docGrid")
    assert grid.get(f"{W}type") == "linesAndChars"
    assert (grid.get(f"{W}linePitch"), grid.get(f"{W}charSpace")) == ("592", "-842")
    # 28 cells in the measure, 22 lines in the height, and no more.
    width = section.page_width - section.left_margin - section.right_margin
    cell = 16 - 842 / 4096
    assert int(width / PER_POINT / cell) == 28
    height = section.page_height - section.top_margin - section.bottom_margin
    assert int(height / PER_POINT / (592 / 20)) == 22
    assert made.part("settings").find(f"{W}mirrorMargins") is not None


def test_lines_have_an_exact_pitch_and_28_characters(made: Made) -> None:
    body = made.document.styles["Body Text"]
    assert body.paragraph_format.line_spacing.pt == 29.6
    closer = body.element.rPr.find(f"{W}spacing").get(f"{W}val")
    assert 28 * (16 + int(closer) / 20) <= 156 / 25.4 * 72 < 29 * (16 + int(closer) / 20)


def test_page_numbers_stand_outside_as_fields(made: Made) -> None:
    section = made.document.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert odd.text == even.text == "— 1 —"
    assert odd.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert even.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert odd.paragraph_format.right_indent.pt == even.paragraph_format.left_indent.pt == 14
    for footer in (odd, even):
        codes = [code.text.strip() for code in footer._p.iter(f"{W}instrText")]
        assert codes == ["PAGE"]
    assert made.document.settings.odd_and_even_pages_header_footer


def test_a_number_in_the_middle_is_the_same_on_both_pages() -> None:
    made = word(REPORT, page_profile="office")
    assert not made.document.settings.odd_and_even_pages_header_footer
    footer = made.document.sections[0].footer.paragraphs[0]
    assert footer.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert made.part("settings").find(f"{W}mirrorMargins") is None


def test_voices_are_those_of_the_page(made: Made) -> None:
    (paragraph,) = (p for p in made.document.paragraphs if "重点" in p.text)
    runs = {run.text: run._r.rPr for run in paragraph.runs}
    assert runs["重点"].rFonts.get(f"{W}eastAsia") == "黑体"
    assert runs["引用"].rFonts.get(f"{W}eastAsia") == "楷体"
    assert runs["划线"].find(f"{W}u").get(f"{W}val") == "single"
    assert runs["着重"].find(f"{W}em").get(f"{W}val") == "underDot"
    raised = [r.find(f"{W}vertAlign").get(f"{W}val") for t, r in runs.items() if t == "2"]
    assert raised == ["subscript"]
    assert all(r.rFonts.get(f"{W}hint") == "eastAsia" for r in runs.values())


def test_readings_stand_above_their_characters(made: Made) -> None:
    (ruby,) = made.part("document").iter(f"{W}ruby")
    said = {tag: "".join(t.text for t in ruby.find(f"{W}{tag}").iter(f"{W}t"))
            for tag in ("rt", "rubyBase")}  # fmt: skip
    assert said == {"rt": "chén", "rubyBase": "谌"}
    properties = {child.tag: child.get(f"{W}val") for child in ruby.find(f"{W}rubyPr")}
    assert (properties[f"{W}hps"], properties[f"{W}hpsBaseText"]) == ("16", "32")


def test_english_keeps_its_own_quotes(made: Made) -> None:
    (paragraph,) = (p for p in made.document.paragraphs if p.text.startswith("We shall"))
    fonts = [run._r.rPr.rFonts for run in paragraph.runs]
    assert all(f is None or f.get(f"{W}hint") is None for f in fonts)


def test_tables_are_tables(made: Made) -> None:
    (table,) = made.document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["名称", "藏书（册）", "藏书（册）"],
        ["名称", "2024年", "2025年"],
        ["东馆", "12", "15"],
        ["西馆", "22", "25"],
    ]
    repeated = [row._tr.trPr.find(f"{W}tblHeader") is not None for row in table.rows]
    assert repeated == [True, True, False, False]
    widths = [column.width for column in table.columns]
    assert abs(sum(widths) - made.plan.story.page.area.width) < PER_MM // 10
    # A short table stays on one page: all rows but the last go with the next.
    kept = [row.cells[-1].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, True, True, None]


def test_pictures_say_what_they_show() -> None:
    made = word(REPORT)
    (shape,) = made.document.inline_shapes
    (picture,) = (b for b in made.plan.story.blocks if isinstance(b, StoryPicture))
    assert (shape.width, shape.height) == picture.size
    assert picture.alt
    assert shape._inline.docPr.get("descr") == picture.alt


def test_notes_are_numbered_in_circles_on_each_page(tmp_path: Path) -> None:
    made = word(make_noted(tmp_path / "a.docx", 2, 8))
    references = [r.get(f"{W}id") for r in made.part("document").iter(f"{W}footnoteReference")]
    notes = [n.get(f"{W}id") for n in made.part("footnotes") if n.get(f"{W}type") is None]
    assert references == notes == [str(i) for i in range(1, len(notes) + 1)]
    properties = made.part("document").find(f".//{W}sectPr/{W}footnotePr")
    assert [child.get(f"{W}val") for child in properties] == [
        "decimalEnclosedCircleChinese", "eachPage",
    ]  # fmt: skip


def test_an_annex_begins_a_page(made: Made) -> None:
    (label,) = (p for p in made.document.paragraphs if p.style.name == "附件标识")
    assert label.paragraph_format.page_break_before


def test_a_book_has_its_cover_contents_and_parts(book: Made) -> None:
    begins = [section.start_type.name for section in book.document.sections]
    assert begins == ["NEW_PAGE", *["ODD_PAGE"] * (len(begins) - 1)]
    numbering = [s._sectPr.find(f"{W}pgNumType") for s in book.document.sections]
    assert numbering[0] is None
    assert (numbering[1].get(f"{W}fmt"), numbering[1].get(f"{W}start")) == ("lowerRoman", "1")
    assert numbering[2].get(f"{W}start") == "1"
    assert numbering[3] is None
    assert book.document.sections[0].footer.is_linked_to_previous  # nothing on the cover
    heads = [s.header.paragraphs[0].text for s in book.document.sections[2:]]
    parts = [
        b.text
        for b in book.plan.story.blocks
        if isinstance(b, StoryParagraph) and b.style == "heading1"
    ]
    assert heads[1:] == parts
    assert all(s.different_first_page_header_footer for s in book.document.sections[2:])


def test_contents_lead_to_headings(book: Made) -> None:
    document = book.part("document")
    marks = {
        mark.get(f"{W}name"): "".join(t.text for t in _until_end(document, mark.get(f"{W}id")))
        for mark in document.iter(f"{W}bookmarkStart")
    }
    links = list(document.iter(f"{W}hyperlink"))
    assert links
    for link in links:
        words = "".join(t.text for t in link.iter(f"{W}t"))
        assert words.startswith(marks[link.get(f"{W}anchor")].rstrip("。"))


def _until_end(document: object, number: str) -> list[object]:
    found: list[object] = []
    inside = False
    for element in document.iter():
        if element.get(f"{W}id") == number and "bookmark" in element.tag:
            inside = element.tag == f"{W}bookmarkStart"
        elif inside and element.tag == f"{W}t":
            found.append(element)
    return found


def test_properties_are_the_speechs_own(tmp_path: Path) -> None:
    properties = word(make_speech(tmp_path / "a.docx")).document.core_properties
    assert properties.title == "在全校读书活动启动仪式上的讲话"
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created.year == properties.modified.year == 1980


def test_a_font_of_ones_own_keeps_its_name(tmp_path: Path) -> None:
    shipped = load_typefaces()
    face = shipped.face("NotoSerifSC-Bold")._replace(name="Own", family="青禾小标宋")
    role = shipped.role("biaosong")._replace(han="Own")
    own = Typefaces({**shipped.faces, "Own": face}, {**shipped.roles, "biaosong": role})
    plan = Publication(make_speech(tmp_path / "a.docx")).plan("docx").value
    document = docx.Document(io.BytesIO(write(plan, None, own)[0]))
    fonts = document.styles["Title"].element.rPr.rFonts
    assert (fonts.get(f"{W}eastAsia"), fonts.get(f"{W}ascii")) == ("青禾小标宋", "Times New Roman")


def test_the_file_is_sealed(made: Made) -> None:
    assert BLANK.encode() in made.data
    assert is_untouched(sealed(made.data))
    with ZipFile(io.BytesIO(made.data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
