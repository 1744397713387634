"""Steps on a track, and key figures."""

from __future__ import annotations

import pytest

from publisher.layout.figures import parted
from publisher.plan import Text
from publisher.script import Role
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces
from tests.layout.plans import (
    SHORT,
    SUPPORT,
    body,
    broken,
    frames,
    is_empty,
    lay_out,
    named,
    point,
    size_of,
    slide,
    theme_of,
    titled,
    words,
)

# --- sequence -------------------------------------------------------------------------------


def test_short_steps_stand_under_a_track_with_their_dates_above_it(
    theme: Theme, typefaces: Typefaces
) -> None:
    made = slide(Role.SEQUENCE, *titled(3, SUPPORT[:14], ("2024年", "2025年", "2026年")))
    plan = lay_out(made, theme, typefaces)
    (track,) = frames(plan, "track")
    markers, labels = frames(plan, "marker"), frames(plan, "label")
    assert track.width == body(theme, plan.sheets[0]).width
    assert [words(t) for t in named(plan, "label")] == ["2024年", "2025年", "2026年"]  # type: ignore[arg-type]
    assert all(marker.y < track.y < marker.bottom for marker in markers)
    assert all(label.bottom <= marker.y for label, marker in zip(labels, markers, strict=True))
    assert len({card.height for card in frames(plan, "card")}) == 1


def test_steps_without_words_of_their_own_are_numbered_in_their_markers(
    theme: Theme, typefaces: Typefaces
) -> None:
    plan = lay_out(slide(Role.SEQUENCE, *titled(4, SUPPORT[:8])), theme, typefaces)
    numbers = [t for t in named(plan, "number") if isinstance(t, Text) and t.placeholder is None]
    assert [words(t) for t in numbers] == ["1", "2", "3", "4"]
    for marker, number in zip(frames(plan, "marker"), numbers, strict=True):
        assert marker == number.frame


def test_long_steps_go_down_a_track(theme: Theme, typefaces: Typefaces) -> None:
    points = titled(3, SUPPORT * 2, ("首先", "其次", "最后"))
    plan = lay_out(slide(Role.SEQUENCE, *points, layout="rows"), theme, typefaces)
    (track, *_) = frames(plan, "track")
    assert track.height > track.width
    assert all(m.x < track.x < m.right for m in frames(plan, "marker"))
    assert broken(plan) == []


@pytest.mark.parametrize("count", range(2, 7))
@pytest.mark.parametrize("support", [None, SUPPORT[:12], SUPPORT])
@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_sequences_of_all_lengths_hold_the_rules(
    count: int, support: str | None, aspect: str, typefaces: Typefaces
) -> None:
    theme = theme_of("red", aspect)
    plan = lay_out(slide(Role.SEQUENCE, *titled(count, support)), theme, typefaces)
    assert broken(plan) == []
    assert not [found for sheet in plan.sheets for found in is_empty(theme, sheet)]
    shown = [words(t) for t in named(plan, "point") + named(plan, "statement")]  # type: ignore[arg-type]
    assert shown == list(SHORT[:count])


# --- figures --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("120亿元", ("", "120", "亿元")),
        ("5.5%", ("", "5.5", "%")),
        ("约3.5万人", ("约", "3.5", "万人")),
        ("1,234.5公里", ("", "1,234.5", "公里")),
        ("2—3个百分点", ("", "2—3", "个百分点")),
        ("三千万元", ("", "三千", "万元")),
        ("2/3", ("", "2/3", "")),
        ("100+", ("", "100+", "")),
        ("翻一番", ("", "翻一番", "")),
        ("全覆盖", ("", "全覆盖", "")),
    ],
)
def test_a_figure_is_a_number_between_words(text: str, parts: tuple[str, str, str]) -> None:
    assert parted(text) == parts
    assert "".join(parted(text)) == text


@pytest.mark.parametrize("count", range(1, 5))
@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_figures_stand_huge_on_one_baseline_with_their_units(
    count: int, aspect: str, typefaces: Typefaces
) -> None:
    theme = theme_of("red", aspect)
    figures = ("120亿元", "约3.5万人", "98.7%", "1,234.5公里")[:count]
    points = [point(text, SUPPORT[: 10 + 3 * i], at=i) for i, text in enumerate(figures)]
    plan = lay_out(slide(Role.FIGURES, *points), theme, typefaces)
    assert broken(plan) == []
    assert not [found for sheet in plan.sheets for found in is_empty(theme, sheet)]
    shown = [t for t in named(plan, "figure") if isinstance(t, Text)]
    assert [words(t) for t in shown] == list(figures)
    for text in shown:
        assert len(text.lines) == 1
        assert len(text.paragraphs) == 1
        assert text.lines[0].text == words(text)
        largest = max(run.size for run in text.paragraphs[0].runs)
        assert largest >= theme.styles["figure"].smallest
        assert size_of(text) < largest
    assert len({max(r.size for r in t.paragraphs[0].runs) for t in shown}) == 1


def test_a_figure_of_chinese_numerals_only_is_large_as_a_whole(
    theme: Theme, typefaces: Typefaces
) -> None:
    plan = lay_out(slide(Role.FIGURES, point("全覆盖"), point("零", at=1)), theme, typefaces)
    sizes = {size_of(t) for t in named(plan, "figure")}  # type: ignore[arg-type]
    assert min(sizes) >= theme.styles["figure"].smallest
