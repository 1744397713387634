"""What only looks like a heading stays text."""

from __future__ import annotations

import pytest

from publisher.outline.infer import understand
from tests.outline.asked import outline
from tests.outline.build import (
    FILLER,
    HEI,
    manuscript,
    paragraph,
    table,
)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全县各项工作稳步推进。" + FILLER,
        "5.5%的增速来之不易。" + FILLER,
        "要推动一、二、三产业融合发展。" + FILLER,
        "我们一要早看，二要早办，三要办好。" + FILLER,
        "一是早看，二是早办，三是办好。" + FILLER,
        "他说：“一是早看。二是早办。”" + FILLER,
        "他提出（一是早看。二是早办。）的要求。" + FILLER,
        "第一产业继续增长。第二产业稳中有升。" + FILLER,
        "一是一，二是二。我们讲究实事求是。" + FILLER,
    ],
)
def test_what_only_looks_like_a_heading_stays_text(text):
    assert outline("一、任务", text, "二、要求", FILLER) == [(1, "一、任务"), (1, "二、要求")]


def test_a_long_regular_list_stays_text():
    rule = (
        "所有工作人员都应当按照规定的时间和程序办理各类事项，不得推诿拖延，"
        "不得擅自变更要求，确有困难的应当及时报告。"
    )
    items = [f"{number}.{rule}" for number in range(1, 7)]
    assert outline("一、任务", FILLER, *items, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_a_glossary_stays_text():
    items = [f"{n}.“两看”：是指早看和常看。{FILLER}" for n in range(1, 4)]
    assert outline("一、任务", FILLER, "二、要求", FILLER, "名词解释", *items) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_points_that_say_more_than_their_names_are_points_before_semicolons_too():
    listed = (
        "要办三件事：一是修好村道，雨季以前通车；二是引来清水，装到各家；三是种下树苗，专人看护。"
    )
    assert outline("一、任务", FILLER, listed, "二、要求", FILLER) == [
        (1, "一、任务"), (2, "一是修好村道，雨季以前通车；"), (2, "二是引来清水，装到各家；"),
        (2, "三是种下树苗，专人看护。"), (1, "二、要求"),
    ]  # fmt: skip


def test_a_short_sentence_heads_text_of_middling_length():
    text = FILLER[:44]
    assert outline(
        "一、任务", FILLER, "开会不念稿。", text, "票据不代签。", text, "交班不留尾。", text
    ) == [
        (1, "一、任务"), (2, "开会不念稿。"), (2, "票据不代签。"), (2, "交班不留尾。"),
    ]  # fmt: skip


def test_items_that_end_in_semicolons_are_a_list():
    assert outline("一、任务", "1.修路；", "2.引水；", "3.种树。", "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_questions_and_answers_have_no_headings():
    assert not outline(
        "问：办什么？", "答：一是修路。要快。二是引水。要稳。", "问：还有呢？", "答：有。"
    )


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("记者：", "王局长："), ("Q：", "A："), ("新华社记者：", "答："), ("【问】：", "【答】：")],
)
def test_interviews_by_other_names_have_no_headings_either(ask, answer):
    assert not outline(
        ask + "办什么？",
        answer + "一是学习。要快。二是引水。要稳。",
        ask + "还有呢？",
        answer + "有。",
    )


def test_short_sentences_where_nothing_is_a_heading_are_text():
    long = FILLER * 2
    assert not outline("春天终于来了。", long, "我又回到了村里。", long, "路已经修好了。", long)


def test_text_in_tables_is_never_a_heading():
    assert outline("一、任务", table(("一、修路", "二、引水"), ("（一）看", "（二）问"))) == [
        (1, "一、任务"),
    ]  # fmt: skip


def test_a_table_is_body_where_it_stands():
    speech, _ = understand(manuscript("一、任务", FILLER, table(("甲", "乙")), "二、要求", FILLER))
    kinds = [type(block).__name__ for block in speech.sections[0].body]
    assert kinds == ["Piece", "Table"]


def test_an_answer_with_three_points_and_what_they_mean_has_parts():
    points = f"一是学习。{FILLER}二是引水。{FILLER}三是种树。{FILLER}"
    assert outline("问：办什么？", "答：" + points, "问：还有呢？", "答：最后，请看着。") == [
        (1, "一是学习。"), (1, "二是引水。"), (1, "三是种树。"),
    ]  # fmt: skip


def test_one_short_sentence_alone_is_text_where_others_head_sections_elsewhere():
    text = FILLER[:44]
    assert outline(
        "一、任务", text, "谁也没有吱声。", text, "（一）修路", text, "（二）引水", "开会不念稿。",
        text, "票据不代签。", text, "交班不留尾。", text,
    ) == [
        (1, "一、任务"), (2, "（一）修路"), (2, "（二）引水"), (3, "开会不念稿。"),
        (3, "票据不代签。"), (3, "交班不留尾。"),
    ]  # fmt: skip


def test_a_saying_in_quotes_is_no_heading():
    assert outline("一、任务", FILLER, "“绳子要留一个活扣。”", FILLER, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_lines_above_questions_say_what_these_are_about():
    assert outline(
        "主持人：请提问。", "关于水温", "问：热不热？", "答：热。" + FILLER,
        "关于收费", "问：涨不涨？", "答：不涨。" + FILLER,
    ) == [(1, "关于水温"), (1, "关于收费")]  # fmt: skip


def test_somebody_who_counts_other_things_goes_on_with_no_points():
    assert outline(
        "一、任务", "第二件事，修路。" + FILLER, "第一个来的是老钱。" + FILLER, "二、要求", FILLER
    )[-1] == (1, "二、要求")
    found = outline(
        "一、任务",
        "第一件事，看。" + FILLER + "第一个来的是他。" + FILLER,
        "第二件事，办。" + FILLER,
    )
    assert found[1:] == [(2, "第一件事，看。"), (2, "第二件事，办。")]


@pytest.mark.parametrize(
    "line",
    [
        "钱大明　马小河　贺春生",
        "孩子问我：“光是什么样子的？”",
    ],
)
def test_names_and_what_somebody_says_are_no_headings(line):
    assert outline("一、任务", FILLER, line, FILLER * 2, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_what_a_colon_announces_is_no_part():
    text = FILLER * 2
    assert outline(
        "在年会上的讲话", text, "走过的路", text, "名单如下：", "特等一名", FILLER[:30] + "。",
        "要走的路", text
    ) == [(1, "走过的路"), (1, "要走的路")]  # fmt: skip


def test_a_bare_line_is_no_heading_where_headings_have_a_look():
    parts = [paragraph((f"{n}、走过的路", HEI)) for n in "一二三"]
    text = FILLER * 2
    assert outline(
        "在年会上的讲话", text, parts[0], text, parts[1], text, "回到那年的冬天", text, parts[2],
        text,
    ) == [(1, "一、走过的路"), (1, "二、走过的路"), (1, "三、走过的路")]  # fmt: skip


def test_first_and_last_without_anything_between_frame_a_speech():
    assert outline(
        "一、任务", "首先，欢迎大家。" + FILLER, FILLER, "最后，说一件事。" + FILLER,
        "二、要求", FILLER,
    ) == [(1, "一、任务"), (1, "二、要求")]  # fmt: skip


def test_short_sentences_beside_numbered_headings_are_text():
    text = FILLER * 2
    assert outline(
        "一、任务", text, "大家都笑了。", text, "雨一直下。", text, "后来呢？", text,
        "二、要求", text, "我没有答话。", text, "（一）修路。" + text, "（二）引水。" + text,
    ) == [
        (1, "一、任务"), (1, "二、要求"), (2, "（一）修路。"), (2, "（二）引水。"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["{}.", "（{}）", "{}、"])
@pytest.mark.parametrize("words", ["进门先登记。", "身份证复印件", "进入库房的人员应当登记姓名。"])
def test_numbered_lines_with_nothing_beneath_any_of_them_are_a_list(number, words):
    items = [number.format(n) + words for n in (1, 2, 3)]
    assert outline("一、任务", FILLER, *items, FILLER, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_a_couplet_above_a_heading_leaves_it_one():
    text = FILLER * 2
    assert outline(
        "在年会上的讲话", text, "走过的路", text, "山高挡不住太阳", "水深浮得起船帆",
        "我们要走的路", text, "写给后来人", text,
    ) == [(1, "走过的路"), (1, "我们要走的路"), (1, "写给后来人")]  # fmt: skip
