"""The classes and rules of Chinese lines (CLREQ 3.1, 3.2; GB/T 15834)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.layout.clreq import (
    MAY_BREAK,
    MAY_GROW,
    Kind,
    Level,
    address_breaks,
    classes_of,
    forbidden_break,
    kind_of,
    pair_table,
    surely_breaks,
)
from publisher.layout.squeezing import blank_between


def kinds(text: str) -> list[Kind]:
    return [Kind(kind) for kind in classes_of(list(text))]


@pytest.mark.parametrize("mark", "、，。；：！？”’）》】」』〕%％℃·～／")
def test_no_line_starts_with_these(mark: str) -> None:
    assert forbidden_break("字", mark)


@pytest.mark.parametrize("mark", "“‘（《【「『〔￥$")
def test_no_line_ends_with_these(mark: str) -> None:
    assert forbidden_break(mark, "字")
    assert not forbidden_break("字", mark)


def test_only_gb_keeps_a_slash_from_a_line_end_and_only_strict_dashes_from_a_line_start() -> None:
    assert [forbidden_break("／", "字", level) for level in ("basic", "GB", "strict")] == [
        False,
        True,
        True,
    ]
    assert [forbidden_break("字", "—", level) for level in ("basic", "GB", "strict")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("pair", ["——", "……", "ab", "12", "a1", "5%", "3℃", "￥5", "8年", "6亿"])
def test_these_pairs_are_never_parted(pair: str) -> None:
    assert forbidden_break(*pair)


def test_a_measure_word_is_one_only_behind_its_number() -> None:
    assert kinds("12亿元人")[2:] == [Kind.UNIT, Kind.UNIT, Kind.HAN]
    assert kinds("亿元年月") == [Kind.HAN] * 4
    assert kinds("11月元旦")[2:] == [Kind.UNIT, Kind.HAN, Kind.HAN]


def test_half_width_marks_follow_the_rules_of_their_full_width_kin() -> None:
    assert kinds("好,的(二):")[1] is Kind.PAUSE
    assert forbidden_break("好", ",")
    assert forbidden_break("(", "好")


def test_a_mark_between_letters_or_digits_belongs_to_the_word() -> None:
    assert kinds("3.5") == [Kind.DIGIT, Kind.LATIN, Kind.DIGIT]
    assert kinds("don’t")[3] is Kind.LATIN
    assert kinds("9:30")[1] is Kind.LATIN
    assert kinds("完。")[1] is Kind.STOP


def test_straight_quotes_open_and_close_by_turns() -> None:
    assert kinds('说"好"吗')[1::2] == [Kind.OPEN, Kind.CLOSE]


def test_nothing_grows_inside_unbreakable_pairs() -> None:
    table = pair_table("GB")
    for a, b in ((Kind.DASH, Kind.DASH), (Kind.LATIN, Kind.DIGIT), (Kind.DIGIT, Kind.SUFFIX)):
        assert not table[a][b] & (MAY_GROW | MAY_BREAK)
    assert table[Kind.HAN][Kind.HAN] & MAY_GROW


def test_of_two_adjacent_marks_the_one_with_the_blank_between_gives() -> None:
    assert blank_between(kind_of("”"), kind_of("，")) == "before"
    assert blank_between(kind_of("。"), kind_of("”")) == "before"
    assert blank_between(kind_of("，"), kind_of("“")) == "before"
    assert blank_between(kind_of("（"), kind_of("“")) == "after"
    assert blank_between(kind_of("字"), kind_of("，")) == ""


@given(
    st.text(
        st.sampled_from("字的、。“”（）—…·%￥a.@/-\"' 05亿元年\u00a0"), min_size=2, max_size=12
    ),
    st.sampled_from(["none", "basic", "GB", "strict"]),
)
def test_where_a_line_surely_ends_it_may_end_whatever_stands_around(
    text: str, level: Level
) -> None:
    found, table = kinds(text), pair_table(level)
    allowed = {b for b in range(1, len(text)) if table[found[b - 1]][found[b]] & MAY_BREAK}
    allowed |= {*address_breaks(text)}
    assert allowed.issuperset(
        b for b in range(1, len(text)) if surely_breaks(text[b - 1], text[b], level)
    )


def test_most_places_between_han_letters_and_figures_are_sure() -> None:
    for before, after in ("字的", "年字", "字年", "字5", "5字", "。a", "）字"):
        assert surely_breaks(before, after, "GB"), (before, after)
    for before, after in ("5年", "亿元", "a5", "字，", "5%", "字\u00a0"):
        assert not surely_breaks(before, after, "GB"), (before, after)
