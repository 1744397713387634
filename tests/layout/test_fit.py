"""Fitting: slack for what programs add to lines, titles broken by sense within their frame."""

from __future__ import annotations

import pytest

from publisher.geometry import pt
from publisher.layout.fit import SLACK, Setter, is_orphan, slack_of
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.layout.plans import theme_of

EM = pt(20)
LONG = "在青山镇党委理论学习中心组深入学习城市工作会议精神专题研讨会上的发言"


@pytest.fixture(scope="module")
def typefaces() -> Typefaces:
    return load_typefaces()


@pytest.fixture(scope="module")
def theme() -> Theme:
    return theme_of("academy", "16:9")


@pytest.mark.parametrize(
    ("text", "quarters"),
    [
        ("沉到水底，才能摸到石头", 0),
        ("沉到水底,才能摸到石头", 2),
        ("一,二,三,四", 4),
        ("——在开学典礼上", 2),
        ("前后——在中间", 0),
        ("2025年, next year", 0),
    ],
)
def test_room_is_left_for_the_spaces_that_programs_add_around_latin_marks_and_a_first_dash(
    text: str, quarters: int
) -> None:
    assert slack_of(text, EM) == SLACK + quarters * EM // 4


@pytest.mark.parametrize(
    ("line", "lone"), [("言", True), ("路。」", True), ("500元", False), ("不断。", False)]
)
def test_a_last_line_is_lone_with_one_character_marks_not_counted(line: str, lone: bool) -> None:
    assert is_orphan(line) == lone


def test_a_long_title_takes_the_lines_its_frame_has_and_none_is_lone(
    theme: Theme, typefaces: Typefaces
) -> None:
    style = theme.styles["title"]
    height = 2 * style.largest * style.pitch // 100
    block = Setter(theme, typefaces).fit(LONG, "title", pt(708), height, by_sense=True)
    assert not block.clipped
    assert [len(line.text) > 5 for line in block.lines] == [True, True]
    assert block.text.replace("\n", "") == LONG
