"""Arrangements of points: cards, rows, halves, statements, and what comes with each click."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.options import Density, Options
from publisher.plan import Text
from publisher.script import Point, Role
from publisher.theme.load import theme_names
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.layout.plans import (
    GEOMETRY,
    SUPPORT,
    baselines,
    body,
    broken,
    frames,
    is_empty,
    lay_out,
    named,
    piece,
    plan_of,
    point,
    size_of,
    slide,
    texts,
    theme_of,
    titled,
    words,
)

TITLES = ("在组织体系上坚持全域覆盖", "在理论武装上做到融会贯通", "在政治引领上强化行动自觉")


# --- cards and rows -------------------------------------------------------------------------


@pytest.mark.parametrize("count", [2, 3])
def test_cards_share_their_edges_and_the_baselines_of_title_and_support(
    count: int, theme: Theme, typefaces: Typefaces
) -> None:
    points = [point(TITLES[i], SUPPORT[: 12 + 10 * i], at=i) for i in range(count)]
    plan = lay_out(slide(Role.POINTS, *points), theme, typefaces)
    cards = frames(plan, "card ")
    assert len(cards) == count
    assert len({(card.y, card.height, card.width) for card in cards}) == 1
    for start in ("label", "point", "support"):
        assert len(baselines(plan, start)) == 1, start


def test_a_group_stands_a_little_above_the_middle(theme: Theme, typefaces: Typefaces) -> None:
    plan = lay_out(slide(Role.POINTS, *titled(2, SUPPORT)), theme, typefaces)
    card, room = frames(plan, "card ")[0], body(theme, plan.sheets[0])
    above, below = card.y - room.y, room.bottom - card.bottom
    assert 0 < above < below
    assert above > below // 2


def test_cards_take_two_thirds_of_the_frame_however_short_their_texts_are(
    theme: Theme, typefaces: Typefaces
) -> None:
    plan = lay_out(slide(Role.POINTS, *titled(2, "一句短话")), theme, typefaces)
    room = body(theme, plan.sheets[0])
    assert all(card.height * 100 >= room.height * 65 for card in frames(plan, "card "))


def test_the_speechs_own_words_count_cards_where_it_has_them(
    theme: Theme, typefaces: Typefaces
) -> None:
    points = [point(TITLES[i], SUPPORT, f"{'一二三'[i]}要", at=i) for i in range(3)]
    plan = lay_out(slide(Role.POINTS, *points), theme, typefaces)
    assert [words(t) for t in named(plan, "label")] == ["一要", "二要", "三要"]  # type: ignore[arg-type]
    mixed = [points[0], points[1], points[2]._replace(label=None)]
    plan = lay_out(slide(Role.POINTS, *mixed), theme, typefaces)
    assert [words(t) for t in named(plan, "label")] == ["1", "2", "3"]  # type: ignore[arg-type]


@pytest.mark.parametrize(("aspect", "cards"), [("16:9", True), ("4:3", False)])
def test_three_cards_stand_side_by_side_only_where_a_column_holds_nine_characters(
    aspect: str, cards: bool, typefaces: Typefaces
) -> None:
    theme = theme_of("red", aspect)
    points = [point(TITLES[i], SUPPORT, at=i) for i in range(3)]
    plan = lay_out(slide(Role.POINTS, *points), theme, typefaces)
    assert bool(named(plan, "card")) is cards
    assert bool(named(plan, "hairline")) is not cards


@pytest.mark.parametrize("wish", ["cards", "rows", "columns"])
def test_the_author_may_choose_the_arrangement(
    wish: str, theme: Theme, typefaces: Typefaces
) -> None:
    made = slide(Role.POINTS, *titled(4, SUPPORT[:10]), layout=wish)
    plan = lay_out(made, theme, typefaces)
    assert bool(named(plan, "card")) is (wish == "cards")
    lefts = {frame.x for frame in frames(plan, "number") + frames(plan, "label")}
    assert len(lefts) > 1 if wish == "columns" else lefts


def test_short_texts_of_four_points_stand_two_by_two_and_long_ones_in_rows(
    typefaces: Typefaces,
) -> None:
    theme = theme_of("red")
    short = lay_out(slide(Role.POINTS, *titled(4, SUPPORT[:16])), theme, typefaces)
    assert len({(c.x, c.y) for c in frames(short, "card")}) == 4
    assert len({c.height for c in frames(short, "card")}) == 1
    sizes = [size_of(t) for t in named(short, "support")]  # type: ignore[arg-type]
    assert min(sizes) == theme.styles["support"].largest


def test_titles_alone_are_larger(theme: Theme, typefaces: Typefaces) -> None:
    plan = lay_out(slide(Role.POINTS, *titled(3)), theme, typefaces)
    assert size_of(named(plan, "point")[0]) > theme.styles["point-title"].largest  # type: ignore[arg-type]


# --- comparison -----------------------------------------------------------------------------


def test_halves_of_a_comparison_have_one_height_and_a_hairline_between(
    theme: Theme, typefaces: Typefaces
) -> None:
    points = (point("门常锁着", SUPPORT, "过去"), point("人来人往", SUPPORT[:14], "现在", at=1))
    plan = lay_out(slide(Role.COMPARISON, *points), theme, typefaces)
    left, right = frames(plan, "card")
    assert (left.y, left.height, left.width) == (right.y, right.height, right.width)
    one, other = frames(plan, "field")
    assert one.height == other.height
    (line,) = frames(plan, "hairline")
    assert left.right < line.x < right.x
    assert [words(t) for t in named(plan, "label")] == ["过去", "现在"]  # type: ignore[arg-type]
    for start in ("label", "point", "support"):
        assert len(baselines(plan, start)) == 1
    fields = [item.fill for item in named(plan, "field")]  # type: ignore[union-attr]
    assert fields[0] != fields[1]
    assert broken(plan) == []


def test_a_comparison_without_supports_is_two_fields(theme: Theme, typefaces: Typefaces) -> None:
    plan = lay_out(slide(Role.COMPARISON, *titled(2)), theme, typefaces)
    assert frames(plan, "field") == frames(plan, "card")
    assert not [found for sheet in plan.sheets for found in is_empty(theme, sheet)]


# --- statement ------------------------------------------------------------------------------


def test_a_statement_alone_is_a_poster_on_a_field(theme: Theme, typefaces: Typefaces) -> None:
    plan = lay_out(slide(Role.STATEMENT, point("没有等来的辉煌，只有拼来的精彩")), theme, typefaces)
    (field,), (text,) = named(plan, "field"), named(plan, "statement")
    assert isinstance(text, Text)
    assert size_of(text) > theme.styles["statement"].largest
    assert field.frame.height * 10 >= body(theme, plan.sheets[0]).height * 6


def test_a_title_with_nothing_beneath_it_is_the_poster_and_stands_under_its_place(
    theme: Theme, typefaces: Typefaces
) -> None:
    made = slide(Role.STATEMENT, title="一句话", place=piece("一、认清分量"))
    plan = lay_out(made, theme, typefaces)
    by_name = {t.name: words(t) for t in texts(plan.sheets[0])}
    assert by_name["statement"] == "一句话"
    assert by_name["title"] == "一、认清分量"


def test_a_statement_with_more_than_a_slide_holds_goes_on(typefaces: Typefaces) -> None:
    theme = theme_of("blue", "4:3")
    made = slide(Role.STATEMENT, point("要把每一件小事都做到群众心坎上，" * 3, SUPPORT * 4))
    plan = lay_out(made, theme, typefaces, larger=True)
    assert len(plan.sheets) == 2
    assert [sheet.notes for sheet in plan.sheets][1:] == [()]
    assert broken(plan) == []


# --- builds ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.POINTS, Role.SEQUENCE, Role.FIGURES])
def test_each_point_comes_with_a_click_and_nothing_comes_twice(
    role: Role, theme: Theme, typefaces: Typefaces
) -> None:
    plan = lay_out(slide(role, *titled(3, SUPPORT[:12])), theme, typefaces)
    for sheet in plan.sheets:
        assert len(sheet.builds) == 3
        clicked = [i for build in sheet.builds for i in build]
        assert len(clicked) == len(set(clicked))
        for build in sheet.builds:
            names = {sheet.items[i].name for i in build}
            assert any(name.startswith(("point", "figure")) for name in names)
            assert not any(name.startswith(("title", "hairline", "track")) for name in names)


def test_a_comparison_comes_half_by_half(theme: Theme, typefaces: Typefaces) -> None:
    plan = lay_out(slide(Role.COMPARISON, *titled(2, SUPPORT)), theme, typefaces)
    assert len(plan.sheets[0].builds) == 2


# --- whatever the points are ----------------------------------------------------------------

HAN = st.text(alphabet="田间书屋读者点单馆员采购，、的是2024年5%。《》“”", min_size=1, max_size=60)
POINTS = st.lists(
    st.builds(
        lambda title, support, label: point(title, support, label),
        HAN, st.one_of(st.none(), HAN), st.sampled_from([None, "一要", "首先", "2024年", "1."]),
    ),
    min_size=1, max_size=9,
)  # fmt: skip
ROLES = st.sampled_from([Role.POINTS, Role.COMPARISON, Role.SEQUENCE, Role.FIGURES, Role.STATEMENT])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    ROLES, POINTS, st.sampled_from(theme_names()), st.sampled_from(["16:9", "4:3"]),
    st.booleans(), st.sampled_from(Density), st.sampled_from([None, "cards", "rows", "columns"]),
)  # fmt: skip
def test_no_points_whatever_break_a_rule(
    role: Role, points: list[Point], name: str, aspect: str, larger: bool, density: Density,
    wish: str | None,
) -> None:  # fmt: skip
    theme = theme_of(name, aspect)
    options = Options(larger=larger, density=density)
    made = slide(role, *points, layout=wish)
    plan = plan_of(made, theme=theme, typefaces=load_typefaces(), options=options)
    assert broken(plan, GEOMETRY) == []
    spoken = [note for sheet in plan.sheets for note in sheet.notes]
    assert spoken == [p.text for p in made.spoken()]
