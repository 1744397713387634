"""Fitting: slack for what programs add to lines, titles broken by sense within their frame."""

from __future__ import annotations

import pytest

from publisher.geometry import pt, px
from publisher.layout.fit import Setter
from publisher.layout.rounding import SLACK, is_orphan, slack_of
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
    ("text", "twentieths"),
    [
        ("沉到水底，才能摸到石头", 0),
        ("沉到水底,才能摸到石头", 12),
        ("一,二,三,四", 24),
        ("——在开学典礼上", 6),
        ("前后——在中间", 0),
        ("2025年, next year", 6 + 1),
        ("在70%左右", 6 + 1),
    ],
)
def test_room_is_left_for_the_spaces_that_programs_add_between_han_and_latin(
    text: str, twentieths: int
) -> None:
    assert slack_of(text, EM) == SLACK + twentieths * EM // 20


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


def test_with_latin_marks_among_han_every_line_break_is_ours(
    theme: Theme, typefaces: Typefaces
) -> None:
    text = "传票写的是上午九点,当事人下午三点才到,赶了八十里路,羊还交给邻居看着"
    block = Setter(theme, typefaces).set_evenly(text, "support", pt(24), pt(228))
    assert block.text.split("\n") == [line.text for line in block.lines]
    assert block.text.replace("\n", "") == text
    assert not block.breaks_badly


@pytest.mark.parametrize("measure", range(200, 640, 7))
def test_running_text_never_ends_in_one_character_however_a_program_rounds(
    measure: int, theme: Theme, typefaces: Typefaces
) -> None:
    text = "他说自己就记得一句话，“人活着，一要有个盼头，二要有双肯动的手”。"
    setter = Setter(theme, typefaces)
    for size in (pt(18), pt(20), pt(24)):
        block = setter.running(text, "reading", size, pt(measure), 2 * size)
        assert not block.lone
        assert block.text.replace("\n", "") == text


def test_company_for_a_last_character_leaves_none_alone_before_it(typefaces: Typefaces) -> None:
    text = "5G没有什么变化等读者等读者建设一坐在馆里推进"
    setter = Setter(theme_of("red"), typefaces)
    block = setter.running(text, "support", pt(20), 7 * pt(20), 0)
    assert setter.set(text, "support", pt(20), 7 * pt(20)).lone
    assert [line.text for line in block.lines[-2:]] == ["者建设一坐在", "馆里推进"]


def test_a_title_of_two_meetings_is_parted_between_them_at_the_cost_of_size(
    typefaces: Typefaces,
) -> None:
    theme = theme_of("red")
    text = "在某某镇全面推行河湖长制暨流域水环境综合治理工作推进会上的讲话"
    style = theme.styles["cover-title"]
    setter = Setter(theme, typefaces)
    largest = setter.set(text, "cover-title", style.largest, px(1090), by_sense=True, most=2)
    assert largest.rough, "it has no room for the second meeting"
    block = setter.fit(text, "cover-title", px(1090), px(190), by_sense=True)
    assert [line.text for line in block.lines] == text.replace("暨", "\n暨").split("\n")
    assert style.largest * 4 // 5 < block.size < style.largest


TEXTS = (
    LONG,
    "一是加快推进项目建设，全年完成投资120.5亿元，同比增长5.5%，新开工项目32个",
    "Keep promises, AVAWAT To Yo. VA: (To) fully-automated, state-of-the-art Toys 3/4 rooms",
    "以 AI 赋能、以 5G 提速，ＡＢＣ　全角　空格——破折号",
    "前一行\n\n后一行更长一些，要分成两行才放得下",
    "一",
    "",
)


@pytest.mark.parametrize("style", ["support", "point-title", "title", "figure"])
@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_set_in_fewer_lines_than_its_width_allows(
    text: str, style: str, theme: Theme, typefaces: Typefaces
) -> None:
    setter = Setter(theme, typefaces)
    for size in range(pt(14), pt(60), pt(5)):
        for measure in range(size, 30 * size, pt(37)):
            least = setter.least(text, style, size, measure)
            for block in (
                setter.set(text, style, size, measure),
                setter.set(text, style, size, measure, by_sense=True),
                setter.set_evenly(text, style, size, measure),
            ):
                assert len(least.lines) <= len(block.lines), (size, measure, block.text)


def test_the_least_of_lines_is_that_of_a_text_of_full_lines(
    theme: Theme, typefaces: Typefaces
) -> None:
    setter = Setter(theme, typefaces)
    measure = 10 * EM + SLACK + EM // 4
    for count in (9, 10, 11, 20, 21, 30):
        least = setter.least("文" * count, "support", EM, measure)
        assert len(least.lines) == -(-count // 10)
