"""Lines for reading aloud."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.geometry import pt
from publisher.layout.breath import breath_breaks, ends_sentence
from publisher.layout.letters import Span
from publisher.layout.paragraph import set_paragraph
from publisher.plan import Colour
from publisher.typeface.registry import load_typefaces

SIZE = pt(22)


def span(text: str) -> Span:
    return Span(text, "song", SIZE, Colour("dk1"))


def lines(text: str, cells: int = 18) -> list[str]:
    breaks = breath_breaks([span(text)], cells * SIZE, load_typefaces())
    edges = [0, *breaks, len(text)]
    return [text[a:b] for a, b in itertools.pairwise(edges)]


def test_a_line_ends_where_the_voice_rests() -> None:
    assert lines("二十年前装稻谷的屋子，如今装下了一万册图书，孩子们坐在台阶上读绘本。") == [
        "二十年前装稻谷的屋子，", "如今装下了一万册图书，", "孩子们坐在台阶上读绘本。",
    ]  # fmt: skip


def test_a_sentence_begins_a_line() -> None:
    assert "人，一年不少于两次。" not in lines("培训要到人，一年不少于两次。考核要到位。")[-1]
    assert lines("今天天气很好，我们都来了。大家请坐，会议现在开始了。")[1].startswith("大家")


def test_the_voice_rests_longer_at_a_semicolon_than_at_a_comma() -> None:
    assert lines("有的馆门开着，人不来；有的书摆着，没人翻；有的活动热闹一天，冷清一年。") == [
        "有的馆门开着，人不来；", "有的书摆着，没人翻；", "有的活动热闹一天，冷清一年。",
    ]  # fmt: skip


def test_short_items_are_said_in_one_breath() -> None:
    assert lines("向全镇父老乡亲交出一份看得见的河清、水畅、岸绿、景美的答卷。") == [
        "向全镇父老乡亲交出一份看得见的", "河清、水畅、岸绿、景美的答卷。",
    ]  # fmt: skip
    assert lines("健全由党委统一领导、政府负责、社会协同、公众参与的格局。")[0].endswith("、")


def test_a_doubled_word_is_not_parted() -> None:
    text = "每一项决策都要考虑能否给群众带来实实在在的获得感、幸福感、安全感。"
    assert lines(text)[1].startswith("实实在在")


def test_a_long_breath_is_parted_between_words() -> None:
    text = "把群众满意不满意作为工作的出发点和落脚点"
    assert all(word in "|".join(lines(text, 12)) for word in ("群众", "出发点", "落脚点"))
    assert len(lines(text, 12)) == 2


@pytest.mark.parametrize(
    ("text", "ends"),
    [("好。", True), ("“好。”", True), ("好！）", True), ("好，", False), ("好", False)],
)
def test_the_end_of_a_sentence_is_known(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@given(st.text("我们把好书，。、；“”（）12 AB\n的", min_size=1, max_size=60))
def test_no_line_is_wider_than_the_measure(text: str) -> None:
    measure = 12 * SIZE
    breaks = breath_breaks([span(text)], measure, load_typefaces(), 2 * SIZE)
    assert breaks == sorted(set(breaks))
    assert all(0 < b < len(text) for b in breaks)
    edges = [0, *breaks, len(text)]
    for start, end in itertools.pairwise(edges):
        for part in text[start:end].split("\n"):
            set_lines = set_paragraph([span(part)], measure, load_typefaces(), alignment="left")
            if len(set_lines) > 1:  # no way to break it within the rules
                assert end - start > 6
