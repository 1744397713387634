"""Two points that are set against each other."""

from __future__ import annotations

import pytest

from publisher.compose.contrast import contrasts, spoken_contrast
from publisher.script import Role
from tests.compose.made import TITLE, made, of_role, piece, titles


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("过去靠天吃饭", "现在靠科技吃饭"),
        ("成绩要讲够", "问题要讲透"),
        ("我们的优势", "存在的短板"),
        ("抢抓机遇", "应对挑战"),
        ("從前的難處", "如今的日子"),
        ("立足当前抓整改", "着眼长远建机制"),
        ("Our strengths", "Our weaknesses"),
    ],
)
def test_titles_with_the_words_of_a_pair_contrast(first: str, second: str) -> None:
    assert contrasts(first, second)
    assert not contrasts(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("加强领导", "压实责任"), ("今天的问题", "明天的问题"), ("既有成绩也有问题", "问题不少")],
)
def test_other_titles_do_not(first: str, second: str) -> None:
    assert not contrasts(first, second)


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "办手续变了样。以前要跑七个窗口，现在一次就够。",
            ["以前要跑七个窗口", "现在一次就够"],
        ),
        (
            "红石岭的乡亲过去进城要走六里山路，如今在村口抬脚就上车。",
            ["红石岭的乡亲过去进城要走六里山路", "如今在村口抬脚就上车"],
        ),
        (
            "和美乡村不是涂出来的墙，而是庄稼人愿意住下去的日子。",
            ["和美乡村不是涂出来的墙", "而是庄稼人愿意住下去的日子"],
        ),
        (
            "公交企业既要把该跑的线路跑好，也要把能挣的钱挣到。",
            ["公交企业既要把该跑的线路跑好", "也要把能挣的钱挣到"],
        ),
        (
            "過去大家各顧各的門前雪。現在一條街的人一起掃。",
            ["過去大家各顧各的門前雪", "現在一條街的人一起掃"],
        ),
    ],
)
def test_halves_are_whole_clauses_and_the_first_keeps_the_subject(
    text: str, halves: list[str]
) -> None:
    found = spoken_contrast((piece(text),))
    assert found is not None
    assert [point.title.text for point in found] == halves


def test_one_hand_and_other_hand_are_labels() -> None:
    text = "一方面，市场需求持续旺盛向好。另一方面，原料供应仍然偏紧不足。"
    found = spoken_contrast((piece(text),))
    assert found is not None
    assert [(point.label, point.title.text) for point in found] == [
        ("一方面", "市场需求持续旺盛向好"),
        ("另一方面", "原料供应仍然偏紧不足"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "过去的一年大家都很辛苦，成绩来之不易。",
        "这不是为了惩罚谁，而是为了对大家公平。",
        "以前怎么办，现在怎么办？",
        "不是只有干部才要学，也不是学一次就够。",
    ],
)
def test_half_a_contrast_and_one_that_leans_are_none(text: str) -> None:
    assert spoken_contrast((piece(text),)) is None


def test_two_contrasting_points_are_a_comparison_and_others_stay_points() -> None:
    text = "这里写的是具体的情况说明，大家可以对照着看一看。" * 2
    parts = ("一、形势", "（一）成绩来之不易", text, "（二）问题不容忽视", text, "二、任务", text)
    (slide,) = of_role(made(*TITLE, *parts), Role.COMPARISON)
    assert titles(slide) == ["成绩来之不易", "问题不容忽视"]
    parts = ("一、形势", "（一）领导更有力", text, "（二）措施更扎实", text, "二、任务", text)
    script = made(*TITLE, *parts)
    assert of_role(script, Role.COMPARISON) == []
    assert titles(of_role(script, Role.POINTS)[0]) == ["领导更有力", "措施更扎实"]
