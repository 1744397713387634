"""A new theme is complete, explained, sound at once, and needs no code to become another."""

import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.messages import MESSAGES
from publisher.theme.load import FONTS, SPACING, STYLES, load_theme, theme_names
from publisher.theme.model import SLOTS, Theme
from publisher.theme.problem import Severity
from publisher.theme.review import review
from publisher.theme.starter import starter
from publisher.typeface.registry import load_typefaces

ROLES = load_typefaces().roles
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def made(parent: Path, name: str = "mine", base: str = "red", lang: str = "en") -> Path:
    folder = parent / name
    folder.mkdir()
    for file, data in starter(name, base, lang).items():
        (folder / file).write_bytes(data)
    return folder


def looks(theme: Theme) -> Theme:
    """What is seen of a theme: all but its words."""
    return theme._replace(name="", title={}, description={}, licence="")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("base", theme_names())
def test_a_copy_looks_like_its_base_and_has_no_errors(tmp_path: Path, base: str, lang: str) -> None:
    folder = made(tmp_path, base=base, lang=lang)
    for aspect in ("16:9", "4:3"):
        assert looks(load_theme(folder, aspect)) == looks(load_theme(base, aspect))
    assert [p for p in review(folder, ROLES)[1] if p.severity is Severity.ERROR] == []
    assert load_theme(folder).licence


def test_a_copy_of_a_copy_is_the_copy(tmp_path: Path) -> None:
    first = made(tmp_path, "first")
    second = made(tmp_path, "second", str(first))
    assert looks(load_theme(second)) == looks(load_theme(first))
    for name in ("cover.svg", "points.svg"):
        one, two = ((folder / name).read_text(encoding="utf-8") for folder in (first, second))
        assert one == two


def test_a_theme_that_extends_is_copied_whole_and_in_its_own_colours(tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (base / "theme.toml").write_text(
        'extends = "red"\n[palette]\naccent1 = "1F5C3B"\n', encoding="utf-8"
    )
    folder = made(tmp_path, base=str(base))
    assert "extends" not in tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
    assert "#1F5C3B" in (folder / "cover.svg").read_text(encoding="utf-8")
    assert looks(load_theme(folder)) == looks(load_theme(base))


def test_drawings_follow_when_the_palette_changes(tmp_path: Path) -> None:
    folder = made(tmp_path)
    settings = folder / "theme.toml"
    text = settings.read_text(encoding="utf-8").replace('"9B1B1F"', '"1F5C3B"')
    settings.write_text(text, encoding="utf-8")
    assert load_theme(folder).drawings == load_theme("red").drawings
    assert load_theme(folder).palette["accent1"] == "1F5C3B"


def saved_by_inkscape(drawing: str) -> str:
    """The same drawing with its paint in ``style``, a named view, and a layer that was moved."""

    def paint(match: re.Match[str]) -> str:
        names = ("fill", "stroke", "opacity", "fill-opacity", "stroke-opacity", "stroke-width")
        tag, given = match[1], dict(re.findall(r'([\w:-]+)="([^"]*)"', match[2]))
        style = ";".join(f"{name}:{given.pop(name).lower()}" for name in names if name in given)
        rest = " ".join(f'{name}="{value}"' for name, value in given.items())
        return f'<{tag} style="{style}" {rest}{match[3]}>'

    drawing = re.sub(r"<(g|rect|path)( [^>]*?)(/?)>", paint, drawing)
    view = '<sodipodi:namedview id="v" xmlns:sodipodi="http://sodipodi.sourceforge.net/x"/>'
    layer = f'xmlns:i="{INKSCAPE[1:-1]}" i:groupmode="layer"'
    moved = f'<g {layer} transform="translate(-12.5,4)">'
    moved += f'<g {layer} transform="matrix(1,0,0,1,12.5,-4)">'
    drawing = drawing.replace("-->", f"-->{view}<defs/>{moved}", 1)
    return drawing.replace("</svg>", "</g></g></svg>")


@pytest.mark.parametrize("base", theme_names())
def test_drawings_are_understood_as_inkscape_saves_them(tmp_path: Path, base: str) -> None:
    folder = made(tmp_path, base=base)
    for file in folder.glob("*.svg"):
        text = file.read_text(encoding="utf-8")
        assert saved_by_inkscape(text) != text
        file.write_text(saved_by_inkscape(text), encoding="utf-8")
    assert load_theme(folder).drawings == load_theme(base).drawings


def test_every_setting_is_explained(tmp_path: Path) -> None:
    folder = made(tmp_path)
    lines = (folder / "theme.toml").read_text(encoding="utf-8").splitlines()
    kinds = {"slot": SLOTS, "font": FONTS, "style": STYLES, "spacing": SPACING}
    for kind, names in kinds.items():
        for name in names:
            note = MESSAGES[f"starter.{kind}.{name}"][1]
            assert any(line.startswith(f"{name} = ") and line.endswith(f"# {note}")
                       for line in lines), name  # fmt: skip
    assert max(map(len, (line for line in lines if line.startswith("#")))) <= 94


def test_frames_lie_in_a_layer_of_their_own_and_are_seen_through(tmp_path: Path) -> None:
    root = ET.parse(made(tmp_path) / "cover.svg").getroot()
    artwork, frames = (e for e in root if e.get(f"{INKSCAPE}groupmode") == "layer")
    assert len(root) == 2
    assert all(e.get("data-frame") and e.get("stroke") == e.get("fill") for e in frames)
    assert {e.get("data-frame") for e in frames} == set(load_theme("red").drawings["cover"].frames)
    assert 0 < float(frames.get("fill-opacity", "1")) < 0.3
    assert not any(e.get("data-frame") for e in artwork.iter())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "theme-name"), (" mine", "theme-name"), ("mine.", "theme-name"),
        ("my/theme", "theme-name"), ("..", "theme-name"), ("a\\b", "theme-name"),
        ("nul", "theme-name"), ("COM1.x", "theme-name"), ("a?", "theme-name"),
        ("red", "theme-name-taken"), ("Red", "theme-name-taken"),
    ],
)  # fmt: skip
def test_a_name_that_no_folder_can_have_is_refused(name: str, key: str) -> None:
    with pytest.raises(UsageError) as caught:
        starter(name, "red", "en")
    assert caught.value.key == key


def test_a_name_may_be_chinese_and_hold_blanks_and_dots() -> None:
    assert starter("晨光 2.0", "red", "zh")["theme.toml"].decode("utf-8").count("晨光 2.0") >= 5
