"""Themes are read strictly, and the shipped ones are complete and legible."""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.geometry import px
from publisher.messages import sentence
from publisher.resources import data_dir
from publisher.script import Role
from publisher.theme.contrast import AA, least_contrast
from publisher.theme.ground import Stack, beneath
from publisher.theme.load import DRAWINGS, load_theme, theme_names
from publisher.theme.model import SLOTS, Drawing, Theme


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
def grounds_of(name: str, aspect: str) -> Mapping[str, Mapping[str, frozenset[Stack]]]:
    drawings = load_theme(name, aspect).drawings
    return {role: beneath(drawing) for role, drawing in drawings.items()}


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("palette", theme_names())
def test_text_is_legible_in_every_palette(theme: Theme, palette: str, aspect: str) -> None:
    """WCAG 2.2 1.4.3: 4.5 to 1, wherever in its frame a letter may stand."""
    colours = load_theme(palette).palette
    for role, frames in grounds_of(theme.name, aspect).items():
        for name, found in frames.items():
            ink = theme.drawings[role].frames[name].colour
            worst = least_contrast(ink, found, colours)
            assert worst >= AA, (theme.name, role, name, round(worst, 2))


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
        ("theme.toml", "[palette]", "[palette", "toml-line", ""),
        ("theme.toml", "[cmyk]", "[cmyc]", "key-unknown", "cmyk"),
        ("theme.toml", "rule-width = 3", 'rule-width = "3"', "theme-number", "rule-width"),
        (
            "theme.toml",
            "largest = 48, smallest = 32",
            "largest = 32, smallest = 48",
            "theme-order",
            "cover-title",
        ),
        ("theme.toml", "pitch = 142", "pitch = 1.42", "theme-number", "1.42"),
        ("theme.toml", "[0, 0, 0, 100]", "[0, 0, 100]", "theme-inks", "dk1"),
        ("theme.toml", "[0, 0, 0, 100]", "[0, 0, 0, 1000]", "theme-inks", "dk1"),
        ("theme.toml", 'zh = "庄重红"', "zh = 1", "theme-text", "title.zh"),
        ("theme.toml", "bold = true", 'bold = "yes"', "theme-flag", "bold"),
        ("theme.toml", 'colour = "lt1"', 'colour = "lt9"', "key-unknown", "lt9"),
        ("cover.svg", "#E3CFA4", "#E3CFA5", "theme-colour", "E3CFA4"),
        ("cover.svg", 'data-frame="title"', 'data-frame="titel"', "theme-frame", "title"),
        ("cover.svg", 'data-style="cover-title"', 'data-style="x"', "theme-style", "x"),
        ("points.svg", '<rect data-frame="body"', "<rect", "theme-frame-missing", "body"),
        ("cover.svg", "<path", "<text", "theme-svg", ""),
        ("cover.svg", "<svg", "<!DOCTYPE svg><svg", "theme-svg", "DOCTYPE"),
        ("cover.svg", "#E3CFA4", "url(#a)", "theme-paint", "url"),
        ("cover.svg", "#E3CFA4", "gold", "theme-paint", "gold"),
        ("cover.svg", "0 0 1280 720", "0 0 1024 768", "theme-viewbox", "1024"),
        ("cover.svg", '<rect width="1280"', '<rect width="640"', "theme-background", ""),
        ("cover.svg", 'data-frame="date"', 'data-frame="title"', "theme-frame-twice", "title"),
        ("cover.svg", 'data-align="right"', 'data-align="rihgt"', "theme-align", "right"),
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


def test_a_mistake_in_the_settings_is_told_with_its_line(folder: Path) -> None:
    path = folder / "theme.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if line.startswith("card-gap"))
    lines[number - 1] = "card-gap = true"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_theme(folder)
    assert caught.value.place == f"mine/theme.toml:{number}"


def test_settings_may_be_saved_as_notepad_does(folder: Path) -> None:
    path = folder / "theme.toml"
    text = path.read_text(encoding="utf-8").replace('licence = "', "licence = “", 1)
    text = text.replace('this project"', "this project”", 1)
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
    assert load_theme(folder).licence == load_theme("red").licence


def test_a_theme_has_the_name_of_its_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert load_theme(".").name == "mine"
    assert load_theme("../mine/").name == "mine"


def extending(folder: Path, base: str, more: str = "") -> Path:
    folder.mkdir()
    words = f'extends = "{base}"\n[title]\nzh = "又一"\nen = "More"\n{more}'
    (folder / "theme.toml").write_text(words, encoding="utf-8")
    return folder


def test_a_theme_may_extend_another_with_a_palette_of_its_own(tmp_path: Path) -> None:
    mine = load_theme(extending(tmp_path / "mine", "red", '[palette]\naccent1 = "1F5C3B"\n'))
    red = load_theme("red")
    assert mine.palette == {**red.palette, "accent1": "1F5C3B"}
    assert mine.drawings == red.drawings
    assert mine.title["zh"] == "又一"


def test_themes_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    extending(tmp_path / "one", "other")
    extending(tmp_path / "other", "one")
    with pytest.raises(UsageError) as caught:
        load_theme(tmp_path / "one")
    assert caught.value.key == "theme-unknown"


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


def drawn(folder: Path, artwork: str, root: str = 'viewBox="0 0 1280 720"') -> Drawing:
    """The cover of a theme with this artwork on its background."""
    (folder / "cover.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {root}>'
        f'<rect width="1280" height="720" fill="#FBF8F2"/>{artwork}'
        '<rect data-frame="title" data-style="title" width="900" height="90"/></svg>',
        encoding="utf-8",
    )
    return load_theme(folder).drawings["cover"]


def test_a_drawing_in_millimetres_is_brought_to_the_slide(folder: Path) -> None:
    (folder / "cover.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="320mm" height="180mm"'
        ' viewBox="0 0 320 180"><rect width="320" height="180" fill="#FBF8F2"/>'
        '<rect x="10" y="20" width="30" height="40" fill="#9B1B1F"/>'
        '<rect data-frame="title" data-style="title" x="80" y="90" width="160" height="20"/></svg>',
        encoding="utf-8",
    )
    cover = load_theme(folder).drawings["cover"]
    assert cover.artwork[0].frame == (px(40), px(80), px(120), px(160))
    assert cover.frames["title"].rect == (px(320), px(360), px(640), px(80))


def test_hidden_layers_are_not_drawn(folder: Path) -> None:
    shape = '<rect x="1" y="1" width="9" height="9" fill="#9B1B1F"/>'
    hidden = f'<g style="display:none">{shape}<g style="display:inline">{shape}</g></g>'
    assert len(drawn(folder, hidden + shape).artwork) == 1
    assert len(drawn(folder, f'<g visibility="hidden">{shape}</g>').artwork) == 0


def test_rounded_corners_stay_round(folder: Path) -> None:
    rounded = '<rect x="10" y="10" width="100" height="40" rx="12" fill="#9B1B1F"/>'
    (shape,) = drawn(folder, rounded).artwork
    assert shape.path is not None
    assert [command[0] for command in shape.path.commands].count("C") == 4
    assert shape.frame == (px(10), px(10), px(100), px(40))


def test_a_mirrored_rectangle_has_no_negative_size(folder: Path) -> None:
    mirrored = '<rect transform="matrix(-1 0 0 1 200 0)" width="90" height="9" fill="#9B1B1F"/>'
    (shape,) = drawn(folder, mirrored).artwork
    assert shape.frame == (px(110), 0, px(90), px(9))


def test_a_drawing_may_say_in_which_colours_it_was_drawn(folder: Path) -> None:
    root = 'viewBox="0 0 1280 720" data-palette="accent1:00AA55 lt2:FBF8F2"'
    green = '<rect x="1" y="1" width="9" height="9" fill="#00aa55"/>'
    (shape,) = drawn(folder, green, root).artwork
    assert shape.fill is not None
    assert shape.fill.slot == "accent1"
