"""publisher themes: from the first look to a theme of one's own, without a line of code."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from publisher.cli import main
from publisher.theme.load import load_theme, theme_names
from tests.speeches import make_speech

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("PUBLISHER_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def size(picture: Path) -> tuple[int, int]:
    return Image.open(BytesIO(picture.read_bytes())).size


def edited(file: Path, changes: dict[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        text, count = re.subn(old, new, text)
        assert count, old
    file.write_text(text, encoding="utf-8")


# --- show -------------------------------------------------------------------------------------


def test_a_theme_is_shown_as_a_picture_named_after_it(run: Run, tmp_path: Path) -> None:
    code, out, err = run("themes", "show", "red", "--width", 600)
    assert (code, err) == (0, "")
    assert re.fullmatch(r"theme-red\.png \(\d+ slides\)\n", out)
    assert size(tmp_path / "theme-red.png")[0] == 600
    assert files(tmp_path) == ["theme-red.png"]


def test_several_themes_are_shown_in_a_folder(run: Run, tmp_path: Path) -> None:
    names = theme_names()[:2]
    code, out, _ = run("themes", "show", *names, *names, "-o", "look/there", "--width", 500)
    assert code == 0
    assert len(out.splitlines()) == 2
    assert files(tmp_path) == [f"look/there/theme-{name}.png" for name in names]


def test_the_other_aspect_is_another_picture(run: Run, tmp_path: Path) -> None:
    assert run("themes", "show", "red", "-o", "wide.png", "--width", 600)[0] == 0
    assert run("themes", "show", "red", "-o", "a.png", "--aspect", "4:3", "--width", 600)[0] == 0
    assert size(tmp_path / "wide.png") != size(tmp_path / "a.png")


def test_a_picture_of_ours_is_renewed_and_one_of_others_is_kept(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "theme-red.png"
    for _ in range(2):
        assert run("themes", "show", "red", "--width", 500)[0] == 0
    assert files(tmp_path) == ["theme-red.png"]
    target.write_bytes(b"somebody's own")
    code, out, err = run("themes", "show", "red", "--width", 500)
    assert (code, target.read_bytes()) == (0, b"somebody's own")
    assert out.startswith("theme-red-2.png")
    assert "stays as it is" in err
    assert run("themes", "show", "red", "--width", 500, "--force")[0] == 0
    assert size(target)[0] == 500


# --- new --------------------------------------------------------------------------------------


def test_a_new_theme_works_at_once(run: Run, tmp_path: Path) -> None:
    code, out, err = run("themes", "new", "晨光")
    assert (code, err) == (0, "")
    count = len(files(tmp_path)) - 1
    assert out == f"晨光 (theme.toml and {count} drawings, after red)\n"
    make_speech(tmp_path / "a.docx")
    assert run("pptx", "a.docx", "--theme", "晨光")[0] == 0
    assert ZipFile(tmp_path / "a.pptx").testzip() is None
    assert run("themes", "check", "晨光")[0] == 0


def test_a_new_theme_goes_where_it_is_told_and_replaces_nothing(run: Run, tmp_path: Path) -> None:
    assert run("themes", "new", "mine", "-o", "x/y")[0] == 0
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    assert all(name.startswith("x/y/mine/") for name in before)
    code, out, err = run("themes", "new", "mine", "-o", "x/y")
    assert (code, out) == (5, "")
    assert err.startswith("x/y/mine: it is there already and is not replaced.")
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_a_new_theme_is_explained_in_the_language_of_its_reader(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "zh")
    assert run("themes", "new", "mine")[0] == 0
    assert 'inkscape:label="文字框"' in (tmp_path / "mine" / "cover.svg").read_text(
        encoding="utf-8"
    )
    assert "# 封面标题" in (tmp_path / "mine" / "theme.toml").read_text(encoding="utf-8")


# --- a seventh theme --------------------------------------------------------------------------

COLOURS = {
    "dk2": ("1E4034", "[70, 30, 60, 60]"),
    "accent1": ("2C5B4A", "[72, 28, 62, 42]"),
    "hlink": ("2C5B4B", "[72, 28, 62, 42]"),
    "folHlink": ("1E4035", "[70, 30, 60, 60]"),
}


def test_a_seventh_theme_needs_no_code(run: Run, tmp_path: Path) -> None:
    """New colours and a new cover: deck and slides are made with it, and its check is clean."""
    assert run("themes", "new", "pine")[0] == 0
    before = json.loads(run("themes", "check", "pine", "--json")[1])
    settings, cover = tmp_path / "pine" / "theme.toml", tmp_path / "pine" / "cover.svg"
    edited(settings, {
        change: new
        for slot, (colour, inks) in COLOURS.items()
        for change, new in (
            (rf'(?m)^{slot} = "\w+"', f'{slot} = "{colour}"'),
            (rf"(?m)^{slot} = \[.*\]", f"{slot} = {inks}"),
        )
    })  # fmt: skip
    # The new palette's own colours, in a shape of our own instead of the old artwork.
    band = '<path d="M0 640 L1280 560 V720 H0 Z" fill="#1E4034"/>'
    edited(cover, {r'(?s)(<rect width="1280" height="720"[^>]*>).*?</g>': rf"\1{band}</g>"})
    edited(cover, {r'(?s)(<path [^>]*/></g>).*(<g id="frames")': r"\1\2"})

    code, out, err = run("themes", "check", "pine", "--json")
    assert (code, err) == (0, "")
    after = json.loads(out)
    assert after["counts"]["error"] == 0
    assert [p for p in after["problems"] if p not in before["problems"]] == []

    make_speech(tmp_path / "a.docx")
    assert run("pptx", "a.docx", "--theme", "pine")[0] == 0
    assert run("pdf", "a.docx", "--kind", "slides", "--theme", "pine")[0] == 0
    deck = ZipFile(tmp_path / "a.pptx")
    assert b"2C5B4A" in deck.read("ppt/theme/theme1.xml")
    layouts = [deck.read(n) for n in deck.namelist() if "slideLayouts/slideLayout" in n]
    assert any(b'name="\xe5\xb0\x81\xe9\x9d\xa2"' in xml and b"custGeom" in xml for xml in layouts)
    assert (tmp_path / "a-slides.pdf").read_bytes().startswith(b"%PDF-")
    (shape,) = load_theme(tmp_path / "pine").drawings["cover"].artwork
    assert shape.fill is not None
    assert shape.fill.slot == "dk2"
    assert run("themes", "show", "pine", "--width", 600)[0] == 0
    assert run("themes", "export", "pine", "pine.potx")[0] == 0


# --- check ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", theme_names())
def test_a_shipped_theme_is_found_good(run: Run, name: str) -> None:
    code, out, err = run("themes", "check", name)
    assert (code, err) == (0, "")
    assert "✗" not in out


def test_what_is_wrong_is_told_at_once_with_exit_code_4(run: Run, tmp_path: Path) -> None:
    run("themes", "new", "mine")
    edited(tmp_path / "mine" / "theme.toml", {"licence = .*": 'licence = ""', "row-gap": "row-gab"})
    edited(tmp_path / "mine" / "table.svg", {'data-frame="title"': 'data-frame="titel"'})
    code, out, err = run("themes", "check", "mine")
    assert code == 4
    assert [line for line in out.splitlines() if "titel" in line] == [
        "✗ table.svg  error: no frame is called “titel”. The nearest is title"
    ]
    assert sum(line.startswith("✗") for line in out.splitlines()) == 4
    assert err == "Errors in the theme: 4. Do what the lines above say, then check again.\n"
    code, out, err = run("themes", "check", "mine", "--json")
    data = json.loads(out)
    assert (code, data["theme"], data["counts"]["error"]) == (4, "mine", 4)
    assert {p["rule"] for p in data["problems"] if p["severity"] == "error"} == {
        "theme-licence", "key-unknown", "key-missing", "theme-frame",
    }  # fmt: skip
    assert run("themes", "check", "mine", "--quiet")[:2] == (4, "")


def test_settings_that_cannot_be_read_are_wrong_usage(run: Run, tmp_path: Path) -> None:
    run("themes", "new", "mine")
    edited(tmp_path / "mine" / "theme.toml", {r"\[palette\]": "[palette"})
    code, out, err = run("themes", "check", "mine")
    assert (code, out) == (2, "")
    assert "theme.toml" in err


# --- export -----------------------------------------------------------------------------------


def test_a_theme_becomes_a_template(run: Run, tmp_path: Path) -> None:
    code, out, err = run("themes", "export", "red", "red.potx")
    assert (code, err) == (0, "")
    assert out == f"red.potx ({len(load_theme('red').drawings)} layouts)\n"
    package = ZipFile(tmp_path / "red.potx")
    assert b"presentationml.template.main+xml" in package.read("[Content_Types].xml")
    assert [n for n in package.namelist() if n.startswith("ppt/slides/slide")] == [
        "ppt/slides/slide1.xml"
    ]
    first = (tmp_path / "red.potx").read_bytes()
    assert run("themes", "export", "red", "red.potx")[0] == 0
    assert (tmp_path / "red.potx").read_bytes() == first
    assert run("themes", "export", "red", "narrow.potx", "--aspect", "4:3")[0] == 0
    xml = ZipFile(tmp_path / "narrow.potx").read("ppt/presentation.xml")
    assert b'<p:sldSz cx="9144000" cy="6858000"' in xml


# --- mistakes ---------------------------------------------------------------------------------

MISTAKES = {
    ("show", "gren"): 2,
    ("show",): 2,
    ("show", "red", "-o", "a.pdf"): 2,
    ("show", "red", "plain", "-o", "a.png"): 2,
    ("show", "red", "--width", "9"): 2,
    ("show", "red", "--aspect", "1:1"): 2,
    ("new",): 2,
    ("new", "a/b"): 2,
    ("new", "red"): 2,
    ("new", "mine", "--from", "gren"): 2,
    ("new", "mine", "-o", "taken/file"): 5,
    ("check", "gren"): 2,
    ("export", "red"): 2,
    ("export", "gren", "a.potx"): 2,
    ("export", "red", "a.pptx"): 2,
    ("export", "red", "taken/file/a.potx"): 5,
}


@pytest.mark.parametrize("arguments", MISTAKES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_mistake_is_one_line_with_a_remedy_and_leaves_nothing(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    lang: str,
) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", lang)
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_bytes(b"")
    given = [theme_names()[0] if word == "plain" else word for word in arguments]
    code, out, err = run("themes", *given)
    assert (code, out) == (MISTAKES[arguments], "")
    assert len(err.splitlines()) == 1
    assert err.count("。" if lang == "zh" else ".") >= 2
    assert files(tmp_path) == ["taken/file"]
