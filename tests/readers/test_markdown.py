"""Markdown: what becomes of headings, emphasis, lists, tables, pictures and front matter."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.manuscript import Picture, Table
from publisher.outline.infer import understand
from publisher.readers import read, read_text
from publisher.readers.markdown_parser import DEEPEST
from tests.readers.build import PNG


def md(source):
    return read_text(source.encode(), "稿.md")


def paragraphs(source):
    return md(source)[0].paragraphs()


def texts(source):
    return [p.text for p in paragraphs(source)]


def looks(source):
    return [(r.text, r.style.bold, r.style.italic) for r in paragraphs(source)[0].runs]


def test_headings_are_outline_levels():
    found = paragraphs("# 讲话\n\n## 一、规划\n\n正文。\n\n副题\n---\n")
    assert [(p.text, p.cues.outline_level) for p in found] == [
        ("讲话", 0), ("一、规划", 1), ("正文。", None), ("副题", 1),
    ]  # fmt: skip


def test_a_speech_in_markdown_has_the_outline_of_its_headings():
    source = (
        "# 在动员会上的讲话\n\n同志们：\n\n## 一、规划\n\n好。\n\n### （一）布局\n\n好。\n\n"
        "## 二、建设\n\n好。\n"
    )
    speech, _ = understand(md(source)[0])
    assert speech.named("title") == "在动员会上的讲话"
    assert [(s.level, s.heading.text) for s in speech.sections] == [
        (1, "一、规划"),
        (1, "二、建设"),
    ]
    assert [s.heading.text for s in speech.sections[0].children] == ["（一）布局"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "**（一）加强领导。**各级要抓好。",
            [("（一）加强领导。", True, False), ("各级要抓好。", False, False)],
        ),
        (
            "强调**“实干”**的作风",
            [("强调", False, False), ("“实干”", True, False), ("的作风", False, False)],
        ),
        ("*甲***乙**", [("甲", False, True), ("乙", True, False)]),
        ("***甲***", [("甲", True, True)]),
        ("甲<b>乙</b>丙", [("甲", False, False), ("乙", True, False), ("丙", False, False)]),
        ("2 * 3 * 4", [("2 * 3 * 4", False, False)]),
        (r"\*不是强调\*", [("*不是强调*", False, False)]),
    ],
)  # fmt: skip
def test_emphasis_becomes_runs_also_beside_full_width_marks(source, expected):
    assert looks(source) == expected


def test_lists_are_numbered_paragraphs():
    found = paragraphs("3. 甲\n   - 乙\n   - Plan\n4. 丙\n\n   又一段\n\n正文\n\n1) 丁\n")
    numbers = [(p.text, p.label, p.cues.number and p.cues.number.level) for p in found]
    assert numbers == [
        ("3.甲", "3.", 0),
        ("• 乙", "• ", 1),
        ("• Plan", "• ", 1),
        ("4.丙", "4.", 0),
        ("又一段", "", None),
        ("正文", "", None),
        ("1)丁", "1)", 0),
    ]
    assert [p.cues.number.format for p in found if p.cues.number] == [
        "decimal", "bullet", "bullet", "decimal", "decimal",
    ]  # fmt: skip


def test_typed_numbers_stay_typed():
    assert texts("一、甲\n\n（一）乙\n\n1、丙\n") == ["一、甲", "（一）乙", "1、丙"]


def test_tables_are_tables():
    manuscript, _ = md("前\n\n| 项目 | 数量 |\n|---|--:|\n| **甲** | 3 |\n| 乙 | |\n\n后")
    table = manuscript.blocks[1]
    assert isinstance(table, Table)
    said = [["".join(p.text for p in cell.paragraphs) for cell in row] for row in table.rows]
    assert said == [["项目", "数量"], ["甲", "3"], ["乙", ""]]
    assert (table.header_rows, len(table.widths)) == (1, 2)
    assert table.rows[1][1].paragraphs[0].cues.alignment == "right"
    assert all(p.cues.in_table for p in manuscript.paragraphs()[1:-1])
    assert [p.index for p in manuscript.paragraphs()] == list(range(7))


def test_a_blank_header_row_is_no_row():
    table = md("| | |\n|---|---|\n| 甲 | 乙 |\n")[0].blocks[0]
    assert (len(table.rows), table.header_rows) == (1, 0)


def test_each_line_is_a_paragraph_unless_the_text_is_wrapped():
    assert texts("同志们：\n今天开会。\n一、规划") == ["同志们：", "今天开会。", "一、规划"]
    body = "今年以来全市上下共同努力取得了很好的成绩各项工作都有进步但也要看到还有很多不足之处"
    lines = [body[at : at + 15] for at in range(0, len(body), 15)]
    assert texts("\n".join(lines)) == [body]
    assert texts("one short line\nand another") == ["one short line and another"]


def test_hard_breaks_are_line_breaks():
    assert texts("甲  \n乙\\\n丙<br>丁") == ["甲\n乙\n丙\n丁"]


def test_indented_paragraphs_are_no_code():
    assert texts("    四个空格\n\n　　全角空格\n") == ["四个空格", "全角空格"]


def test_code_and_quotes_are_text():
    assert texts("> 引用\n\n`代码`\n\n```\n块\n行\n```\n") == ["引用", "代码", "块\n行"]


# --- front matter -------------------------------------------------------------------------


def test_front_matter_becomes_the_title_page():
    source = (
        '---\ntitle: "在会上的讲话"\nauthor: 张三\ndate: 2025-03-22\nlang: zh-CN\n---\n\n'
        "同志们：\n\n今天开会。\n"
    )
    manuscript, notices = md(source)
    assert [p.text for p in manuscript.paragraphs()][:3] == ["在会上的讲话", "张三", "2025-03-22"]
    assert manuscript.metadata[:3] == ("在会上的讲话", "张三", "zh-CN")
    assert notices == ()
    speech, _ = understand(manuscript)
    assert [(role, piece.text) for role, piece in speech.front] == [
        ("title", "在会上的讲话"),
        ("speaker", "张三"),
        ("date", "2025-03-22"),
        ("salutation", "同志们："),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("---\n标题：讲话稿\n讲话人: [张三, 李四]\n---", ["讲话稿", "张三", "李四"]),
        (
            "---\ntitle: 讲话稿 # 定稿\nspeaker:\n  - 张三\n  - 李四\n---",
            ["讲话稿", "张三", "李四"],
        ),
        ('+++\ntitle = "讲话稿"\ndate = 2025-03-22\n+++', ["讲话稿", "2025-03-22"]),
        ("---\nsubtitle: >\n  副题\n---", ["副题"]),
    ],
)
def test_front_matter_in_the_ways_people_write_it(head, expected):
    assert texts(f"{head}\n正文。\n") == [*expected, "正文。"]


def test_unknown_keys_are_named():
    _, notices = md("---\ntitle: 讲话\ntags: [a]\ndraft: true\n---\n正文。")
    assert [(n.code, dict(n.values)["keys"]) for n in notices] == [
        ("front-matter-left-out", "tags, draft")
    ]


def test_a_title_is_not_said_twice():
    assert texts("---\ntitle: 讲话\n---\n\n# 讲话\n\n正文。") == ["讲话", "正文。"]


@pytest.mark.parametrize("source", ["---\n\n同志们，今天开会。\n\n---\n", "+++\n不是文件头\n+++\n"])
def test_what_is_no_front_matter_is_text(source):
    assert [line for line in texts(source) if line != "+++"] in (
        ["同志们，今天开会。"],
        ["不是文件头"],
    )


# --- pictures, HTML, addresses ------------------------------------------------------------


def test_pictures_beside_the_file_are_read_and_others_never(tmp_path):
    folder = tmp_path / "speech"
    folder.mkdir()
    (folder / "图 1.png").write_bytes(PNG)
    (folder / "a.gif").write_bytes(b"GIF89a")
    (tmp_path / "outside.png").write_bytes(PNG)
    source = (
        "甲\n\n![说明](图%201.png)\n\n![](../outside.png)\n\n![](a.gif)\n\n![](none.png)\n\n"
        "![](http://localhost:9/x.png) 乙 ![](//localhost:9/y.png)\n"
    )
    (folder / "讲话.md").write_text(source, encoding="utf-8")
    manuscript, notices = read(folder / "讲话.md")
    pictures = [block for block in manuscript.blocks if isinstance(block, Picture)]
    assert [(p.alt, p.after, p.media_type) for p in pictures] == [("说明", 0, "image/png")]
    assert pictures[0].width == pictures[0].height == 9525
    counts = {n.code: dict(n.values)["count"] for n in notices}
    assert counts == {"picture-missing": "2", "picture-kind": "1", "picture-external": "2"}


def test_text_from_nowhere_reads_no_file():
    manuscript, notices = md("甲 ![](tests/x.png)")
    assert [p.text for p in manuscript.paragraphs()] == ["甲"]
    assert [n.code for n in notices] == ["picture-external"]


def test_html_leaves_its_words_and_is_told():
    manuscript, notices = md(
        '<div align="center"><h1>在会上的讲话</h1>\n'
        '<p style="text-align:center">张三&nbsp;同志</p></div>\n\n'
        "甲<!-- 删去 -->乙<span>丙</span>\n\n<script>\nalert(1)\n</script>\n"
    )
    found = [(p.text, p.cues.outline_level, p.cues.alignment) for p in manuscript.paragraphs()]
    assert found == [
        ("在会上的讲话", 0, "center"),
        ("张三 同志", None, "center"),
        ("甲乙丙", None, "left"),
    ]
    counts = {n.code: dict(n.values)["count"] for n in notices}
    assert counts == {"html-left-out": "10", "comment-left-out": "1"}


def test_notes_and_explanations_in_brackets_are_not_swallowed():
    assert texts("正文[^1]。\n\n[^1]: 脚注内容\n\n[注]: 说明\n") == [
        "正文[^1]。",
        "[^1]: 脚注内容",
        "[注]: 说明",
    ]
    assert texts("见[网站][1]。\n\n[1]: https://example.org\n") == ["见网站。"]


def test_standard_input_is_markdown_where_it_begins_like_it():
    assert [p.text for p in read_text("# 讲话\n\n**甲**".encode())[0].paragraphs()] == [
        "讲话",
        "甲",
    ]
    assert [p.text for p in read_text("**甲**\n# 乙".encode())[0].paragraphs()] == [
        "**甲**",
        "# 乙",
    ]


# --- hostile ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    ["> " * 3000 + "甲", "[" * 3000 + "甲", "![" * 3000 + "甲", "*a " * 3000, "`" * 3000 + "甲",
     "<div " * 3000, "<!-- " * 3000 + "甲", "\n".join(" " * (2 * n) + "- 甲" for n in range(200))],
    ids=["quotes", "brackets", "pictures", "stars", "ticks", "tags", "comments", "lists"],
)  # fmt: skip
def test_nesting_without_end_loses_nothing(source):
    found = "".join(texts(source))
    wanted = re.sub(r"[^甲a]", "", source)
    assert re.sub(r"[^甲a]", "", found) == wanted
    assert DEEPEST < 100


def test_marks_beyond_measure_are_read_as_text():
    manuscript, notices = md("*甲* " * 120_000)
    assert len(manuscript.paragraphs()) == 1
    assert notices[0].code == "markdown-too-dense"


@given(st.text(st.sampled_from("甲乙a1。，\n #*_`>-|+.:()!~\\；=　"), max_size=300))
@settings(max_examples=300, deadline=None)
def test_every_word_arrives_once_and_in_order(source):
    found = "".join(p.text[len(p.label) :] for p in paragraphs(source + "\n\n完"))
    assert re.sub(r"[^甲乙完]", "", found) == re.sub(r"[^甲乙完]", "", source + "完")
