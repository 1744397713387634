"""The drawings of the shipped themes: complete, tidy, legible in each other's palettes."""

from __future__ import annotations

from itertools import combinations

import pytest

from publisher.geometry import ASPECTS
from publisher.theme.contrast import AA, LARGE, contrast, least_contrast, lightness
from publisher.theme.ground import beneath
from publisher.theme.load import load_theme, theme_names
from publisher.theme.model import Theme
from publisher.theme.rules import GREY_STEP, MOST_INK, SERIES

ON_CARDS = (
    "point-title support word statement numeral table-cell reading figure figure-unit "
    "chart-label caption"
).split()
"""Styles that layout sets on cards (lt1) and straight on paper (lt2)."""
STEPS = {"lightness": GREY_STEP, "luma": 5}
"""How far two series are apart, of 100, so that a grey print tells them from each other: programs
make grey of either."""
OF_CONTENT = "title body footer number place".split()
FRAMES = {
    "cover": "title subtitle occasion speaker date unit logo".split(),
    "agenda": "title body number".split(),
    "section": "label title body parts".split(),
    "picture": [*OF_CONTENT, "caption"],
    "closing": ["title", "speaker"],
}
"""What a drawing has frames for at least; those that are not named are content slides."""


@pytest.fixture(params=theme_names())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def luma(value: str) -> float:
    """Y' of ITU-R BT.601, 0 to 100."""
    r, g, b = (int(value[i : i + 2], 16) / 2.55 for i in (0, 2, 4))
    return 0.299 * r + 0.587 * g + 0.114 * b


def test_every_drawing_has_the_frames_of_its_role(theme: Theme) -> None:
    for role, drawing in theme.drawings.items():
        missing = set(FRAMES.get(role, OF_CONTENT)) - set(drawing.frames)
        assert not missing, (theme.name, role, missing)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_frames_stand_on_the_slide_and_apart_from_each_other(theme: Theme, aspect: str) -> None:
    shown = load_theme(theme.name, aspect)
    for role, drawing in shown.drawings.items():
        for name, frame in drawing.frames.items():
            assert frame.rect.x > 0 < frame.rect.y, (theme.name, role, name)
            assert frame.rect.right < shown.size.width, (theme.name, role, name)
            assert frame.rect.bottom < shown.size.height, (theme.name, role, name)
        for (one, a), (other, b) in combinations(drawing.frames.items(), 2):
            across = a.rect.x < b.rect.right and b.rect.x < a.rect.right
            down = a.rect.y < b.rect.bottom and b.rect.y < a.rect.bottom
            assert not (across and down), (theme.name, role, one, other)


@pytest.mark.parametrize("palette", theme_names())
def test_what_stands_on_cards_and_paper_is_legible_in_every_palette(
    theme: Theme, palette: str
) -> None:
    colours = load_theme(palette).palette
    pairs = [(style, ground) for style in ON_CARDS for ground in ("lt1", "lt2")]
    for style, ground in [*pairs, ("table-head", "accent1")]:
        found = contrast(colours[theme.styles[style].colour], colours[ground])
        assert found >= AA, (theme.name, style, ground, round(found, 2))


@pytest.mark.parametrize("palette", theme_names())
def test_titles_are_legible_on_both_fields_of_a_comparison(palette: str) -> None:
    colours = load_theme(palette).palette
    for field in ("accent1", "accent6"):
        assert contrast(colours["lt1"], colours[field]) >= LARGE, (palette, field)


@pytest.mark.parametrize("palette", theme_names())
def test_the_current_part_is_legible_in_the_colour_of_the_title(theme: Theme, palette: str) -> None:
    colours = load_theme(palette).palette
    section = theme.drawings["section"]
    ink = section.frames["title"].colour
    worst = least_contrast(ink, beneath(section)["parts"], colours)
    assert worst >= AA, (theme.name, palette, round(worst, 2))


@pytest.mark.parametrize("palette", theme_names())
def test_the_agenda_is_legible_where_its_entries_stand(theme: Theme, palette: str) -> None:
    colours = load_theme(palette).palette
    stacks = beneath(theme.drawings["agenda"])["body"]
    for style in ("agenda-number", "agenda-entry", "agenda-line"):
        worst = least_contrast(theme.styles[style].colour, stacks, colours)
        assert worst >= AA, (theme.name, style, round(worst, 2))


def test_the_series_of_a_chart_differ_in_grey(theme: Theme) -> None:
    for one, other in combinations(SERIES, 2):
        for measure in (lightness, luma):
            apart = abs(measure(theme.palette[one]) - measure(theme.palette[other]))
            assert apart >= STEPS[measure.__name__], (theme.name, one, other, round(apart, 1))


def test_no_colour_takes_more_ink_than_paper_holds(theme: Theme) -> None:
    for slot, inks in theme.cmyk.items():
        assert all(0 <= ink <= 100 for ink in inks), (theme.name, slot)
        assert sum(inks) <= MOST_INK, (theme.name, slot)
