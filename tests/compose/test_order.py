"""Points in order of time or of steps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from publisher.compose.order import ascends, mark_of
from publisher.script import Role, Slide
from tests.compose.made import TITLE, made, of_role, titles

TEXT = "要把这件事情抓紧抓实抓出成效，让群众看得见、摸得着、信得过。"


@pytest.mark.parametrize(
    "texts",
    [
        ("第一步摸底", "第二步整改", "第三步验收"),
        ("会前充分准备", "会中认真记录", "会后抓好落实"),
        ("上半年打基础", "下半年见成效"),
        ("2023年起步", "2024年9月扩面", "2025年底提升"),
        ("二〇二三年起步", "二〇二四年扩面"),
        ("3月份动员", "6月底前完成", "十月验收"),
        ("今年干什么", "明年干什么"),
        ("先把日子过顺", "再把产业做实", "后把规矩立住"),
        ("首先宣传发动", "其次排查整改", "最后总结验收"),
        ("近期抓整治", "中期抓提升", "远期抓机制"),
        ("In 1998 we began", "By 2010 we had grown", "In 2024 we opened again"),
    ],
)
def test_marks_of_one_kind_ascend(texts: tuple[str, ...]) -> None:
    assert ascends([mark_of(text) for text in texts])
    assert not ascends([mark_of(text) for text in reversed(texts)])


@pytest.mark.parametrize(
    "texts",
    [
        ("加强领导", "压实责任"),
        ("上半年打基础", "最后见成效"),
        ("先进典型要宣传", "再次强调纪律"),
        ("第一产业稳", "第二产业进"),
        ("2024年起步", "6月底前完成"),
        ("先查后修", "先训后上"),
    ],
)
def test_other_beginnings_are_no_order(texts: tuple[str, ...]) -> None:
    assert not ascends([mark_of(text) for text in texts])


def parted(*headings: str, intro: str = "") -> Slide:
    """The slide after the one that announces the first part."""
    below = [line for heading in headings for line in (heading, TEXT)]
    lead = [intro] if intro else []
    script = made(*TITLE, "一、怎么做", *lead, *below, "二、保障", TEXT)
    return next(b for a, b in pairwise(script.slides) if a.role is Role.SECTION)


def test_a_mark_in_the_title_becomes_the_label() -> None:
    slide = parted("（一）上半年，打牢基础", "（二）下半年，全面提升")
    assert slide.role is Role.SEQUENCE
    assert [point.label for point in slide.points] == ["上半年", "下半年"]
    assert titles(slide) == ["打牢基础", "全面提升"]


@pytest.mark.parametrize(
    ("intro", "role"),
    [("这项工作分三个步骤来做。", Role.SEQUENCE), ("道理其实很简单，大家都懂得。", Role.POINTS)],
)
def test_first_and_finally_are_a_sequence_only_where_they_speak_of_steps(
    intro: str, role: Role
) -> None:
    lines = (
        "首先，思想要统一。" + TEXT,
        "其次，行动要一致。" + TEXT,
        "最后，作风要过硬。" + TEXT,
    )
    script = made(*TITLE, "一、怎么做", intro, *lines, "二、保障", TEXT)
    slide = next(s for s in script.slides if s.points and s.points[0].label == "首先")
    assert slide.role is role
    assert [point.label for point in slide.points] == ["首先", "其次", "最后"]


def test_running_text_in_order_of_time_is_a_sequence_with_its_notes() -> None:
    told = (
        "2012年，第一座书屋在村口开门。当时只有三百本书。",
        "2016年，书屋连成了网，通借通还，一张卡走遍全县。",
        "2024年，全县所有的行政村都有了自己的书屋。",
    )
    script = made(*TITLE, "一、走过的路", "路是一步一步走出来的。", *told, "二、打算", TEXT * 2)
    (slide,) = of_role(script, Role.SEQUENCE)
    assert [point.label for point in slide.points] == ["2012年", "2016年", "2024年"]
    assert titles(slide)[0] == "第一座书屋在村口开门"
    assert [[note.text for note in point.notes] for point in slide.points] == [[t] for t in told]


def test_two_dates_in_a_story_are_no_sequence() -> None:
    told = "2012年，我来到这个村。村里人待我很好。2024年，我要走了，心里舍不得。" + TEXT
    script = made(*TITLE, "一、走过的路", told, "二、打算", TEXT * 2)
    assert of_role(script, Role.SEQUENCE) == []
