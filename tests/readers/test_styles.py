"""What formatting says: style chains, themes, direct formatting, all by name, never by id."""

import pytest

from publisher.manuscript import Style
from publisher.readers.docx.styles import heading_number, without_table_styles
from tests.readers.build import NAMESPACES, p, r, style

EAST_ASIAN = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="{}"/>'
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>" + style(
    "a", "Normal", default=True
)


def run(properties):
    return f"<w:rPr>{properties}</w:rPr>"


@pytest.mark.parametrize(
    ("name", "number"),
    [("heading 1", 1), ("Heading 2", 2), ("标题 3", 3), ("标题4", 4), ("HEADING 9", 9),
     ("Title", 0), ("标题", 0), ("heading 10", None), ("Subtitle", None), ("副标题", None),
     ("标题 1 字符", None), ("TOC Heading", None), ("Normal", None), (None, None)],
)  # fmt: skip
def test_headings_are_known_by_the_name_of_their_style(name, number):
    assert heading_number(name) == number


def test_a_style_says_what_its_chain_says(read):
    outline = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    styles = (
        style("1", "Normal", default=True)
        + style("2", "heading 1", outline.format(0))
        + style("3", "公文一级", based_on="2")
        + style("4", "正文甲", outline.format(9), based_on="3")
    )
    found = read(*[p("文", style=i) for i in ("2", "3", "4", "99")], p("文"), styles=styles)
    cues = [
        (q.cues.style_name, q.cues.heading_style, q.cues.outline_level) for q in found.paragraphs
    ]
    assert cues == [
        ("heading 1", 1, 0),
        ("公文一级", 1, 0),
        ("正文甲", 1, None),
        ("Normal", None, None),
        ("Normal", None, None),
    ]


def test_the_paragraphs_own_outline_level_wins(read):
    styles = style("2", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    found = read(
        p("甲", style="2", properties='<w:outlineLvl w:val="2"/>'),
        p("乙", style="2", properties='<w:outlineLvl w:val="9"/>'),
        p("丙", properties='<w:outlineLvl w:val="1"/>'),
        styles=styles,
    )
    assert [q.cues.outline_level for q in found.paragraphs] == [2, None, 1]


def test_a_chain_that_bites_its_tail_ends(read):
    styles = style("a", "A", run("<w:b/>"), based_on="b") + style("b", "B", based_on="a")
    assert read(p("甲", style="a"), styles=styles).paragraphs[0].runs[0].style.bold


def test_character_formatting_comes_from_defaults_styles_and_runs(read):
    styles = (
        DEFAULTS.format(EAST_ASIAN.format("宋体") + '<w:sz w:val="21"/>')
        + style("b", "正文", run(EAST_ASIAN.format("仿宋_GB2312") + '<w:sz w:val="32"/>'))
        + style("c", "强调", run("<w:b/>"), kind="character")
    )
    found = read(
        p("甲"),
        p("乙", r("丙", '<w:rStyle w:val="c"/>'), r("丁", EAST_ASIAN.format("黑体")), style="b"),
        styles=styles,
    )
    assert found.paragraphs[0].runs[0].style == Style("宋体", 21)
    assert [x.style for x in found.paragraphs[1].runs] == [
        Style("仿宋_GB2312", 32),
        Style("仿宋_GB2312", 32, bold=True),
        Style("黑体", 32),
    ]


def test_every_kind_of_character_formatting_is_read(read):
    found = read(
        p(r("甲", '<w:b/><w:i/><w:u w:val="single"/><w:em w:val="dot"/><w:sz w:val="44"/>'
                  '<w:vertAlign w:val="superscript"/>'),
          r("乙", '<w:b w:val="0"/><w:i w:val="false"/><w:u w:val="none"/><w:em w:val="none"/>'
                  '<w:vertAlign w:val="subscript"/>'))
    )  # fmt: skip
    first, second = (x.style for x in found.paragraphs[0].runs)
    assert first == Style(None, 44, True, True, True, True, 1)
    assert second == Style(None, 20, raised=-1)


def test_a_toggle_that_two_styles_set_cancels_itself(read):
    styles = style("h", "heading 1", run("<w:b/>")) + style(
        "s", "Strong", run("<w:b/>"), kind="character"
    )
    found = read(
        p(
            "甲",
            r("乙", '<w:rStyle w:val="s"/>'),
            r("丙", '<w:rStyle w:val="s"/><w:b/>'),
            style="h",
        ),
        styles=styles,
    )
    assert [x.style.bold for x in found.paragraphs[0].runs] == [True, False, True]


def test_theme_fonts_are_the_chinese_ones(read):
    theme = (
        f"<a:theme {NAMESPACES}><a:themeElements><a:fontScheme>"
        '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/>'
        '<a:font script="Jpan" typeface="ＭＳ ゴシック"/>'
        '<a:font script="Hans" typeface="黑体"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="等线"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    styles = DEFAULTS.format(
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    )
    styles += style(
        "h", "标题 1", run('<w:rFonts w:eastAsiaTheme="majorEastAsia" w:eastAsia="楷体"/>')
    )
    options = {"styles": styles, "related": [("rId9", "theme", "theme/theme1.xml")]}
    body = [p("甲"), p("乙", style="h"), p(r("丙", EAST_ASIAN.format("仿宋")))]
    found = read(*body, **options, parts={"word/theme/theme1.xml": theme})
    assert [q.runs[0].style.font for q in found.paragraphs] == ["等线", "黑体", "仿宋"]
    found = read(*body, **options)
    assert [q.runs[0].style.font for q in found.paragraphs] == [None, "楷体", "仿宋"]
    assert found.codes == ["part-unreadable"]


def test_a_latin_font_stands_in_where_there_is_no_other(read):
    found = read(p(r("甲", '<w:rFonts w:ascii="SimHei"/>')))
    assert found.paragraphs[0].runs[0].style.font == "SimHei"


@pytest.mark.parametrize(
    ("properties", "cues"),
    [
        ('<w:jc w:val="both"/>', ("justify", 0, 0)),
        ('<w:jc w:val="end"/>', ("right", 0, 0)),
        ('<w:jc w:val="center"/><w:ind w:firstLine="640" w:left="30"/>', ("center", 640, 30)),
        ('<w:ind w:hanging="420" w:start="420"/>', ("left", -420, 420)),
        ('<w:ind w:firstLineChars="200" w:firstLine="1"/>', ("left", 640, 0)),
        ('<w:ind w:firstLineChars="0" w:firstLine="9"/>', ("left", 9, 0)),
        ('<w:ind w:firstLine="2cm" w:left="x"/>', ("left", 1133, 0)),
    ],
)
def test_alignment_and_indents(read, properties, cues):
    (found,) = read(p(r("文", '<w:sz w:val="32"/>'), properties=properties)).paragraphs
    assert (found.cues.alignment, found.cues.first_line_indent, found.cues.left_indent) == cues


def test_a_paragraph_may_ask_for_a_new_page(read):
    found = read(p("甲"), p("乙", properties="<w:pageBreakBefore/>"))
    assert [q.cues.page_break_before for q in found.paragraphs] == [False, True]


def test_table_styles_are_cut_before_parsing_and_nothing_else():
    kept = b'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/></w:style>'
    cut = b'<w:style w:type="table" w:styleId="t"><w:name w:val="t"/></w:style>'
    empty = b'<w:style w:type="table" w:styleId="e"/>'
    head, tail = b"<w:styles>", b"</w:styles>"
    assert without_table_styles(head + kept + cut + kept + cut + tail) == head + kept + kept + tail
    assert without_table_styles(head + empty + kept + tail) == head + empty + kept + tail
    assert without_table_styles(head + cut[:60]) == head + cut[:60]


def test_a_comment_that_looks_like_a_table_style_does_no_harm(read):
    confusing = '<!-- <w:style w:type="table" --> ' + style("h", "heading 1")
    assert read(p("甲", style="h"), styles=confusing).paragraphs[0].cues.heading_style == 1


def test_a_document_without_styles_is_read(read):
    found = read(p("甲", style="h"), parts={"word/styles.xml": None, "word/numbering.xml": None})
    assert found.texts == ["甲"]
    assert found.paragraphs[0].cues.style_name is None
