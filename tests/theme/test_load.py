"""Themes are read strictly, and the shipped ones are complete and legible."""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.messages import sentence
from publisher.resources import data_dir
from publisher.script import Role
from publisher.theme.load import DRAWINGS, load_theme, theme_names
from publisher.theme.model import SLOTS, Theme
from tests.theme.ground import Stack, contrast, mixed, stacks


@pytest.fixture(params=theme_names())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(data_dir("themes") / "red", tmp_path / "mine"))


def test_every_role_has_a_drawing() -> None:
    assert set(DRAWINGS) == {role.value for role in Role}


def test_two_themes_are_shipped() -> None:
    assert {"red", "blue"} <= set(theme_names())


def test_every_drawing_has_a_title_frame(theme: Theme) -> None:
    assert all("title" in drawing.frames for drawing in theme.drawings.values())


def test_frames_and_artwork_use_slots_only(theme: Theme) -> None:
    for drawing in theme.drawings.values():
        assert {frame.colour for frame in drawing.frames.values()} <= set(SLOTS)


@cache
def grounds(name: str, aspect: str) -> Mapping[str, Mapping[str, frozenset[Stack]]]:
    drawings = load_theme(name, aspect).drawings
    return {role: stacks(drawing) for role, drawing in drawings.items()}


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("palette", theme_names())
def test_text_is_legible_in_every_palette(theme: Theme, palette: str, aspect: str) -> None:
    """WCAG 2.2 1.4.3: 4.5 to 1, wherever in its frame a letter may stand."""
    colours = load_theme(palette).palette
    for role, beneath in grounds(theme.name, aspect).items():
        for name, found in beneath.items():
            ink = colours[theme.drawings[role].frames[name].colour]
            worst = min(contrast(ink, mixed(stack, colours)) for stack in found)
            assert worst >= 4.5, (theme.name, role, name, round(worst, 2))


def test_body_text_is_never_below_eighteen_points(theme: Theme) -> None:
    furniture = {"place", "furniture", "cover-line", "section-line"}
    for name, style in theme.styles.items():
        assert style.largest >= style.smallest
        if name not in furniture:
            assert style.smallest >= 18 * 12_700, name


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        load_theme("rad")
    assert caught.value.exit_code == 2
    assert "red" in sentence("theme-unknown.hint", caught.value.values, "en")


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "tells"),
    [
        ("theme.toml", "card-gap = 24", "card-gab = 24", "key-unknown", "card-gap"),
        ("theme.toml", "card-gap = 24\n", "", "key-missing", "card-gap"),
        ("theme.toml", '"9B1B1F"', '"9B1B1"', "theme-hex", "9B1B1"),
        ("theme.toml", 'lt1 = "FFFFFF"', 'lt1 = "FBF8F2"', "theme-twice", "lt1"),
        ("theme.toml", "[palette]", "[palette", "toml", ""),
        ("cover.svg", "#E3CFA4", "#E3CFA5", "theme-colour", "E3CFA4"),
        ("cover.svg", 'data-frame="title"', 'data-frame="titel"', "theme-frame", "title"),
        ("cover.svg", 'data-style="cover-title"', 'data-style="x"', "theme-style", "x"),
        ("cover.svg", "<path", "<text", "theme-svg", ""),
        ("cover.svg", "<svg", "<!DOCTYPE svg><svg", "theme-svg", "DOCTYPE"),
    ],
)
def test_a_mistake_in_a_theme_is_named(
    folder: Path, file: str, old: str, new: str, key: str, tells: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new).replace("</path", "</text"), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_theme(folder)
    assert caught.value.key == key
    assert file in str(caught.value.place)
    assert tells in str(caught.value.values)


def test_a_missing_drawing_is_named(folder: Path) -> None:
    (folder / "quote.svg").unlink()
    with pytest.raises(UsageError) as caught:
        load_theme(folder)
    assert caught.value.values["name"] == "quote.svg"


def test_inkscape_groups_styles_and_transforms_are_understood(folder: Path) -> None:
    path = folder / "cover.svg"
    text = path.read_text(encoding="utf-8")
    extra = (
        '<g transform="translate(10 20)" style="fill:#e3cfa4;stroke:none">'
        '<rect x="0" y="0" width="96" height="96"/></g></svg>'
    )
    path.write_text(text.replace("</svg>", extra), encoding="utf-8")
    shape = load_theme(folder).drawings["cover"].artwork[-1]
    assert shape.fill is not None
    assert shape.fill.slot == "accent3"
    assert shape.frame == (95_250, 190_500, 914_400, 914_400)


def test_the_opacity_of_a_shape_is_a_share_of_its_groups(folder: Path) -> None:
    path = folder / "cover.svg"
    text = path.read_text(encoding="utf-8")
    extra = '<g opacity="0.5"><rect width="9" height="9" fill="#E3CFA4" opacity="0.4"/></g></svg>'
    path.write_text(text.replace("</svg>", extra), encoding="utf-8")
    fill = load_theme(folder).drawings["cover"].artwork[-1].fill
    assert fill is not None
    assert fill.alpha == 20
