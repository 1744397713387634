"""Automatic numbers: the label that Word shows stands before the text (ECMA-376 17.9)."""

import pytest

from publisher.readers.docx.numerals import NUMERALS
from tests.readers.build import level, lists, numbered, p, r, row, style, table

OFFICIAL = (
    level("%1、", "chineseCounting")
    + level("（%2）", "chineseCounting", index=1)
    + level("%3.", index=2)
    + level("（%4）", index=3)
)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("decimal", {1: "1", 10: "10", 123: "123"}),
        ("decimalZero", {1: "01", 10: "10", 123: "123"}),
        ("decimalFullWidth", {1: "１", 12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {3: "C", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1994: "mcmxciv"}),
        ("upperRoman", {3: "III", 14: "XIV"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 99: "九十九", 100: "一〇〇"}),
        (
            "chineseCountingThousand",
            {10: "十", 21: "二十一", 100: "一百", 101: "一百零一", 110: "一百一十",
             1001: "一千零一", 1010: "一千零一十"},
        ),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("japaneseCounting", {10: "十", 19: "十九", 100: "百", 110: "百十", 205: "二百五"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 11: "壹拾壹", 105: "壹佰零伍"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("none", {1: ""}),
    ],
)  # fmt: skip
def test_counts_are_written_as_word_writes_them(name, counts):
    assert {count: NUMERALS[name](count) for count in counts} == counts


def test_the_label_is_part_of_the_text_and_a_run_of_its_own(read):
    found = read(numbered("提高认识"), numbered("抓好落实"), numbering=lists(OFFICIAL))
    assert found.texts == ["一、提高认识", "二、抓好落实"]
    second = found.paragraphs[1]
    assert second.label == "二、"
    assert [run.text for run in second.runs] == ["二、", "抓好落实"]
    assert second.cues.number is not None
    assert (second.cues.number.label, second.cues.number.format) == ("二、", "chineseCounting")
    assert second.cues.number.level == 0


@pytest.mark.parametrize(
    ("suffix", "text", "shown"),
    [
        ("tab", "Plan", "1. Plan"),
        ("space", "2025 年", "1. 2025 年"),
        ("nothing", "Plan", "1.Plan"),
        ("tab", "规划", "1.规划"),
        ("tab", "（规划）", "1.（规划）"),
        ("tab", "　规划", "1.　规划"),
        ("tab", " Plan", "1. Plan"),
    ],
)
def test_a_blank_stands_behind_the_label_only_before_narrow_text(read, suffix, text, shown):
    numbering = lists(level("%1.", more=f'<w:suff w:val="{suffix}"/>'))
    found = read(numbered(text), numbering=numbering)
    assert found.texts == [shown]
    assert shown == found.paragraphs[0].label + text


def test_deeper_levels_restart_under_each_higher_one(read):
    found = read(
        numbered("甲"), numbered("乙", level=1), numbered("丙", level=1),
        numbered("丁", level=2), numbered("戊"), numbered("己", level=1), numbered("庚", level=2),
        numbering=lists(OFFICIAL),
    )  # fmt: skip
    assert [q.label for q in found.paragraphs] == [
        "一、", "（一）", "（二）", "1.", "二、", "（一）", "1.",
    ]  # fmt: skip


def test_a_level_may_restart_never_or_only_after_a_given_level(read):
    never = level("%1.") + level("%2)", index=1, more='<w:lvlRestart w:val="0"/>')
    found = read(*[numbered("x", level=i) for i in (0, 1, 0, 1)], numbering=lists(never))
    assert [q.cues.number.label for q in found.paragraphs] == ["1.", "1)", "2.", "2)"]
    after_first = (
        level("%1.") + level("%2)", index=1)
        + level("%3]", index=2, more='<w:lvlRestart w:val="1"/>')
    )  # fmt: skip
    found = read(
        *[numbered("x", level=i) for i in (0, 1, 2, 1, 2, 0, 2)], numbering=lists(after_first)
    )
    labels = [q.cues.number.label for q in found.paragraphs if q.cues.number.level == 2]
    assert labels == ["1]", "2]", "1]"]


def test_a_label_shows_the_counts_above_it_in_their_own_formats(read):
    mixed = level("第%1章", "chineseCounting") + level("%1.%2", index=1)
    legal = level("第%1章", "chineseCounting") + level("%1.%2", index=1, more="<w:isLgl/>")
    body = [numbered("甲", 1), numbered("乙", 1, 1), numbered("丙", 2), numbered("丁", 2, 1)]
    found = read(*body, numbering=lists(mixed, legal))
    assert [q.label for q in found.paragraphs] == ["第一章", "一.1", "第一章", "1.1"]


def test_levels_above_that_were_never_used_count_as_begun(read):
    levels = level("%1.") + level("%1.%2", index=1) + level("%1.%2.%3", index=2)
    found = read(*[numbered("甲", level=i) for i in (1, 0, 2, 1)], numbering=lists(levels))
    assert [q.cues.number.label for q in found.paragraphs] == ["1.1", "2.", "2.1.1", "2.2"]


def test_lists_of_one_abstract_list_count_on_unless_they_start_anew(read):
    numbering = lists(
        level("%1."),
        nums={
            2: '<w:abstractNumId w:val="0"/>',
            3: '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride>',
        },
    )
    body = [numbered("x", n) for n in (1, 1, 2, 3, 3, 1)]
    found = read(*body, numbering=numbering)
    assert [q.cues.number.label for q in found.paragraphs] == ["1.", "2.", "3.", "1.", "2.", "3."]
    ids = [q.cues.number.list_id for q in found.paragraphs]
    assert ids[0] == ids[2] != ids[3]


def test_an_override_may_replace_a_level_and_a_level_may_start_later(read):
    override = (
        f'<w:lvlOverride w:ilvl="0">{level("（%1）", "upperLetter", start=3)}</w:lvlOverride>'
    )
    numbering = lists(
        level("%1.", start=5), nums={2: f'<w:abstractNumId w:val="0"/>{override}'}
    )  # fmt: skip
    assert read(numbered("x"), numbering=numbering).paragraphs[0].label == "5. "
    assert read(numbered("x", 2), numbering=numbering).paragraphs[0].label == "（C） "


def test_a_style_numbers_its_paragraphs_at_the_level_linked_to_it(read):
    numbering = lists(
        level("%1、", "chineseCounting", more='<w:pStyle w:val="1"/>')
        + level("（%2）", "chineseCounting", index=1, more='<w:pStyle w:val="2"/>')
    )
    link = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    only_level = '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("1", "heading 1", link)
        + style("2", "heading 2", link)
        + style("3", "own", based_on="1")
        + style("4", "inherits the list", only_level, based_on="1")
    )
    no_number = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    found = read(
        p("甲", style="1"), p("乙", style="2"), p("丙", style="3"), p("丁", style="4"),
        p("戊", style="1", properties=no_number),
        numbering=numbering, styles=styles,
    )  # fmt: skip
    assert [q.label for q in found.paragraphs] == ["一、", "（一）", "二、", "（一）", ""]


def test_a_numbering_style_stands_for_the_list_that_has_the_levels(read):
    link = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    numbering = lists(
        '<w:numStyleLink w:val="outline"/>',
        '<w:styleLink w:val="outline"/>' + level("%1、", "chineseCounting"),
    )
    styles = style("outline", "outline", link, kind="numbering")
    assert read(numbered("甲"), numbering=numbering, styles=styles).texts == ["一、甲"]
    circle = lists('<w:numStyleLink w:val="outline"/>', '<w:numStyleLink w:val="outline"/>')
    assert read(numbered("甲"), numbering=circle, styles=styles).texts == ["甲"]


def test_bullets_are_a_cue_and_no_text(read):
    found = read(numbered("要点"), numbering=lists(level("\uf06c", "bullet")))
    assert found.texts == ["要点"]
    assert found.paragraphs[0].label == ""
    assert found.paragraphs[0].cues.number.format == "bullet"


def test_a_bullet_or_nothing_shows_no_count_inside_a_deeper_label(read):
    levels = level("•", "bullet") + level("%1%2.", index=1) + level("%3附", "none", index=2)
    found = read(*[numbered("甲", level=i) for i in (0, 1, 2)], numbering=lists(levels))
    assert [q.label for q in found.paragraphs] == ["", "1.", "附"]


def test_an_empty_numbered_paragraph_counts_and_a_hidden_one_does_not(read):
    found = read(
        numbered("甲"), numbered(""), numbered("乙"),
        p(r("密", "<w:vanish/>"), mark="<w:vanish/>",
          properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        numbered("丙"), numbering=lists(OFFICIAL),
    )  # fmt: skip
    assert found.texts == ["一、甲", "三、乙", "四、丙"]


def test_numbers_count_on_in_tables_but_not_in_text_boxes(read):
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{numbered('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    found = read(
        numbered("甲"), p("锚", box), table(row(f"<w:tc>{numbered('格')}</w:tc>")), numbered("乙"),
        numbering=lists(OFFICIAL),
    )  # fmt: skip
    assert found.texts == ["一、甲", "锚", "一、框", "二、格", "三、乙"]


def test_padded_numbers_and_unknown_formats(read):
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1号"/></w:lvl>'
    )
    found = read(
        numbered("甲"), numbered("乙", 2), numbering=lists(custom, level("%1.", "thaiBaht"))
    )
    assert found.texts == ["001号甲", "1.乙"]
    assert found.value("number-format", "format") == "thaiBaht"


def test_a_paragraph_that_was_deleted_with_its_mark_has_no_number(read):
    gone = numbered("").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    gone = gone[: gone.index("<w:r><w:rPr>")] + "</w:p>"
    found = read(gone, table(row("表")), numbered("甲"), numbering=lists(level("%1、")))
    assert found.texts == ["表", "1、甲"]


@pytest.mark.parametrize("num", ["7", "-1", "x", ""])
def test_a_list_that_does_not_exist_numbers_nothing(read, num):
    properties = f'<w:numPr><w:ilvl w:val="99"/><w:numId w:val="{num}"/></w:numPr>'
    assert read(p("甲", properties=properties), numbering=lists(OFFICIAL)).texts == ["甲"]


def test_indents_of_the_level_lie_between_style_and_paragraph(read):
    numbering = lists(level("%1.", more='<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr>'))
    numbers = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("a", "a", '<w:pPr><w:ind w:left="100"/></w:pPr>', default=True)
    direct = numbers + '<w:ind w:left="30"/>'
    found = read(p("甲", properties=numbers), p("乙", properties=direct), p("丙"),
                 numbering=numbering, styles=styles)  # fmt: skip
    cues = [(q.cues.left_indent, q.cues.first_line_indent) for q in found.paragraphs]
    assert cues == [(420, -420), (30, -420), (100, 0)]
