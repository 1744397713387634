"""Parts: how they are announced, and what stands over their points."""

from __future__ import annotations

import pytest

from publisher.compose.headline import headline, last_clause
from publisher.compose.weights import NOTHING_WEIGHS
from publisher.script import Role
from tests.compose.made import TITLE, made, of_role, piece, titles

TEXT = "要把这件事情抓紧抓实抓出成效，让群众看得见、摸得着、信得过。"


@pytest.mark.parametrize(
    ("intro", "words"),
    [
        ("成绩要讲够，问题更要讲透。", "成绩要讲够，问题更要讲透"),
        ("对照群众的期盼，工作还有不少差距：", "对照群众的期盼，工作还有不少差距"),
        ("难处不必掩饰，说出来才有办法。我看主要有两个方面。", "难处不必掩饰，说出来才有办法"),
        ("难处年年都有。我看主要有两个方面。", "我看主要有两个方面"),
        ("2024年，全县粮食播种面积稳定在62.4万亩。", None),
        ("后来我跟着他们下地，话匣子才打开。", None),
        ("同志们，这件事情要抓紧。", None),
        ("我们为什么要读书？", None),
        ("大雨下了三天，渠里的水满了，田里的稻子也倒了一片又一片。", None),
    ],
)
def test_a_sentence_that_asserts_stands_over_the_points(intro: str, words: str | None) -> None:
    found = headline((piece(intro),), NOTHING_WEIGHS)
    assert (found.text if found else None) == words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("严明纪律，确保责任落到人头", "确保责任落到人头"),
        ("存在的问题", "存在的问题"),
        ("安全这本账，要天天算", "安全这本账，要天天算"),
        ("盯住一朵菇，选准一条路", "盯住一朵菇，选准一条路"),
        ("路子走不通，也绝对走不远的", "路子走不通，也绝对走不远的"),
    ],
)
def test_the_last_clause_stands_for_a_title_where_it_can(title: str, words: str) -> None:
    assert last_clause(piece(title)).text == words


def test_points_are_not_listed_twice() -> None:
    lines = ("（一）抓选址。" + TEXT, "（二）抓选书。" + TEXT)
    script = made(*TITLE, "一、做法", "办法总比困难多。", *lines, "二、打算", TEXT)
    first = script.slides.index(of_role(script, Role.SECTION)[0])
    announced, points = script.slides[first : first + 2]
    assert announced.points == ()
    assert points.title is not None
    assert points.title.text == "办法总比困难多"
    assert titles(points) == ["抓选址", "抓选书"]
    assert [piece.text for piece in points.notes] == ["办法总比困难多。"]


def test_headings_with_slides_of_their_own_are_listed_where_the_part_is_announced() -> None:
    first, second, long = "（一）抓好选址", "（二）抓好选书", TEXT * 14
    script = made(*TITLE, "一、做法", first, long, second, long, "二、打算", TEXT)
    assert titles(of_role(script, Role.SECTION)[0]) == ["抓好选址", "抓好选书"]


def test_the_slide_that_was_just_announced_does_not_say_its_title_again() -> None:
    script = made(*TITLE, TEXT * 4, "一、读书的意义", TEXT * 4, "二、读书的办法", TEXT * 4)
    shown = of_role(script, Role.STATEMENT)
    assert len(shown) >= 2
    assert [slide.title for slide in shown] == [None] * len(shown)


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        (("一、", "二、"), ["第一部分", "第二部分"]),
        (("一、", "三、"), ["第一部分", "第三部分"]),
        (("第一章　", "第二章　"), ["第一章", "第二章"]),
        (("1.", "2."), ["第一部分", "第二部分"]),
    ],
)
def test_a_part_has_the_number_that_the_speech_gives_it(
    numbers: tuple[str, str], labels: list[str]
) -> None:
    lines = [
        line for n, t in zip(numbers, ("读书的意义", "读书的办法")) for line in (n + t, TEXT * 4)
    ]
    script = made(*TITLE, *lines)
    assert [slide.label for slide in of_role(script, Role.SECTION)] == labels


def test_a_single_heading_below_another_is_no_list_of_one() -> None:
    lone = (
        "（一）宜居提升。" + TEXT + "一是完善支撑。重点解决老旧小区设施老化、供水供电不稳定的问题。"
    )
    script = made(*TITLE, "一、任务", lone, "（二）产业焕新。" + TEXT * 10, "二、保障", TEXT)
    for slide in script.slides:
        assert not (slide.role is Role.STATEMENT and slide.points[0].label)


def test_a_mark_of_secrecy_goes_with_the_script() -> None:
    assert made(*TITLE, "一、任务", TEXT, "二、保障", TEXT).secrecy is None
    script = made("内部资料　会后收回", *TITLE, "一、任务", TEXT, "二、保障", TEXT)
    assert script.secrecy == "内部资料　会后收回"
