"""Themes on white paper: what is read can be read, and dark themes are turned to light."""

from itertools import combinations

import pytest

from publisher.theme.contrast import AA, contrast, lightness
from publisher.theme.load import load_theme, theme_names
from publisher.theme.paper import on_paper
from publisher.theme.rules import GREY_STEP, MOST_INK, SERIES

READ = ("dk1", "accent1", "accent4", "dk2", "hlink", "folHlink")


@pytest.mark.parametrize("name", theme_names())
def test_paper_is_white_and_what_is_read_is_dark(name: str) -> None:
    paper = on_paper(load_theme(name))
    for slot in ("lt1", "lt2"):
        assert (paper.palette[slot], paper.cmyk[slot]) == ("FFFFFF", (0, 0, 0, 0))
    assert paper.cmyk["dk1"] == (0, 0, 0, 100)
    assert {slot: contrast(paper.palette[slot], "FFFFFF") >= AA for slot in READ} == dict.fromkeys(
        READ, True
    )
    for ground in ("accent3",):  # a tinted ground for text
        assert contrast(paper.palette["dk1"], paper.palette[ground]) >= AA


@pytest.mark.parametrize("name", theme_names())
def test_a_chart_is_told_apart_in_grey(name: str) -> None:
    palette = on_paper(load_theme(name)).palette
    for one, other in combinations(SERIES, 2):
        assert abs(lightness(palette[one]) - lightness(palette[other])) >= GREY_STEP


@pytest.mark.parametrize("name", theme_names())
def test_its_inks_are_as_dark_as_its_colours(name: str) -> None:
    paper = on_paper(load_theme(name))
    for inks in paper.cmyk.values():
        assert sum(inks) <= MOST_INK
        assert all(0 <= ink <= 100 for ink in inks)
    dark = sorted(paper.cmyk, key=lambda slot: lightness(paper.palette[slot]))
    covered = {slot: sum(paper.cmyk[slot]) + 2 * paper.cmyk[slot][3] for slot in dark}
    assert covered[dark[0]] > covered["accent5"] > covered["lt1"]


def test_a_light_theme_keeps_its_colours() -> None:
    red = load_theme("red")
    kept = {slot: value for slot, value in on_paper(red).palette.items() if slot[:2] != "lt"}
    assert kept == {slot: value for slot, value in red.palette.items() if slot[:2] != "lt"}


def test_a_dark_theme_keeps_its_hues() -> None:
    night = load_theme("night")
    paper = on_paper(night)
    for slot in ("accent1", "accent6"):
        was, now = (bytes.fromhex(theme.palette[slot]) for theme in (night, paper))
        order = sorted(range(3), key=lambda i: was[i])
        assert sorted(range(3), key=lambda i: now[i]) == order
