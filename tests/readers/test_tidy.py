"""--tidy: which marks change, that nothing else does, and that each change is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.manuscript import (
    AutoNumber,
    Cell,
    Cues,
    Manuscript,
    Metadata,
    Paragraph,
    Run,
    Style,
    Table,
)
from publisher.readers import read_text
from publisher.readers.tidy import tidy

BOLD = Style(bold=True)


def tidied(text):
    return tidy(read_text(text.encode())[0])[0].paragraphs()[0].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("同志们:今天,我们开会;好吗?好!", "同志们：今天，我们开会；好吗？好！"),
        ("(一)加强领导(包括部门),抓好落实.", "（一）加强领导（包括部门），抓好落实。"),
        ("他说:“好”,我说:“行”", "他说：“好”，我说：“行”"),
        ("加强领导。。抓好落实，，再加油，。", "加强领导。抓好落实，再加油。"),
        ("抓好落实,,再加油", "抓好落实,,再加油"),
        ("一.加强领导.二.抓好落实.", "一.加强领导。二.抓好落实。"),
        ("增长5.5%,共3,000人,A,B,比分3:2", "增长5.5%,共3,000人,A,B,比分3:2"),
        ("ok, fine (yes).", "ok, fine (yes)."),
        ("会议(PPT)开始", "会议(PPT)开始"),
        ("啊......好！！真的？？——……", "啊......好！！真的？？——……"),
    ],
)
def test_only_marks_between_han_characters_change(before, after):
    assert tidied(before) == after


def test_runs_numbers_tables_and_the_rest_stay():
    number = AutoNumber("1", 0, "(一)", "chineseCounting")
    runs = (Run("(一)"), Run("加强,", BOLD), Run(",领导。"), Run("。", BOLD), Run("好", BOLD))
    text = "".join(run.text for run in runs)
    first = Paragraph(0, text, runs, Cues(number=number), "(一)")
    second = Paragraph(1, "甲,乙", (Run("甲,乙"),), Cues(in_table=True))
    table = Table(((Cell((second,), 2),),), (1, 1), 0)
    before = Manuscript((first, table), Metadata(title="稿"))
    after, notices = tidy(before)
    paragraph = after.paragraphs()[0]
    assert paragraph.runs == (Run("(一)"), Run("加强,", BOLD), Run(",领导。"), Run("好", BOLD))
    assert (paragraph.index, paragraph.cues, paragraph.label) == (0, first.cues, "(一)")
    assert after.paragraphs()[1].text == "甲，乙"
    assert (after.metadata, after.blocks[1].rows[0][0].columns) == (before.metadata, 2)
    assert [(n.code, n.paragraph, dict(n.values)["count"]) for n in notices] == [
        ("tidy-doubled", 0, "1"),
        ("tidy-width", 1, "1"),
    ]


def test_each_kind_of_change_is_told_with_its_first_places():
    _, notices = tidy(read_text("\n".join(["甲,乙,丙"] * 7).encode())[0])
    assert [dict(n.values) for n in notices] == [
        {"mark": ",", "to": "，", "count": "14", "places": "1, 2, 3, 4, 5, …"}
    ]
    assert notices[0].paragraph == 0


def test_a_tidy_speech_is_left_alone():
    manuscript = read_text("同志们：\n今天，我们开会。".encode())[0]
    assert tidy(manuscript) == (manuscript, ())


_PIECES = st.lists(
    st.tuples(st.text(st.sampled_from("甲乙,.;:!?()，。、；“”一1a "), max_size=6), st.booleans()),
    min_size=1,
    max_size=6,
)


@given(_PIECES)
@settings(max_examples=300, deadline=None)
def test_tidying_changes_marks_alone_and_once(pieces):
    runs = tuple(Run(text, BOLD if bold else Style()) for text, bold in pieces if text)
    text = "".join(run.text for run in runs)
    before = Manuscript((Paragraph(0, text, runs),))
    after, _ = tidy(before)
    paragraph = after.paragraphs()[0]
    assert paragraph.text == "".join(run.text for run in paragraph.runs)
    words = "甲乙一1a "
    assert [c for c in paragraph.text if c in words] == [c for c in text if c in words]
    bold = [c for run in paragraph.runs if run.style.bold for c in run.text if c in words]
    assert bold == [c for run in runs if run.style.bold for c in run.text if c in words]
    assert tidy(after) == (after, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(“(“甲”)”)", "（“（“甲”）”）"),
        ("我们(包括老人(和孩子))都来了", "我们(包括老人（和孩子）)都来了"),
        ("我们(包括x(1)孩子)都来了", "我们(包括x(1)孩子)都来了"),
        ("(甲\n乙)", "(甲\n乙)"),
    ],
)
def test_brackets_inside_brackets_are_changed_in_one_go(before, after):
    paragraph = Paragraph(0, before, (Run(before),))
    once, _ = tidy(Manuscript((paragraph,)))
    assert once.paragraphs()[0].text == after
    assert tidy(once) == (once, ())
