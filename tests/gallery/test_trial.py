"""The trial looks at texts where layout puts them."""

import shutil
from pathlib import Path

import pytest

from publisher.gallery.trial import trial, tried
from publisher.geometry import ASPECTS
from publisher.resources import data_dir
from publisher.theme.load import load_theme, theme_names
from publisher.theme.problem import Problem, Severity
from publisher.typeface.registry import load_typefaces

TYPEFACES = load_typefaces()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(data_dir("themes") / "red", tmp_path / "mine"))


def changed(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def tried_out(folder: Path) -> tuple[Problem, ...]:
    return trial({aspect: load_theme(folder, aspect) for aspect in ASPECTS}, TYPEFACES)


@pytest.mark.parametrize("name", theme_names())
def test_a_shipped_theme_passes(name: str) -> None:
    assert trial({aspect: load_theme(name, aspect) for aspect in ASPECTS}, TYPEFACES) == ()


def test_text_that_does_not_fit_is_told_with_its_aspect(folder: Path) -> None:
    words = 'title = { font = "title", largest = 30, smallest = 24'
    changed(
        folder, "theme.toml", f"\n{words}", f"\n{words.replace('30', '90').replace('24', '80')}"
    )
    found = tried_out(folder)
    assert {problem.key for problem in found} == {"theme-trial-cut"}
    assert {dict(problem.values)["aspect"] for problem in found} == set(ASPECTS)
    assert {problem.place for problem in found} >= {"points.svg"}


def test_pale_text_on_cards_and_in_tables_is_told(folder: Path) -> None:
    old = 'support = { font = "text", largest = 24, smallest = 20, pitch = 150, colour = "dk1" }'
    changed(folder, "theme.toml", old, old.replace("dk1", "accent5"))
    old = 'table-cell = { font = "text", largest = 20, smallest = 18, pitch = 140, colour = "dk1" }'
    changed(folder, "theme.toml", old, old.replace("dk1", "accent3"))
    found = tried_out(folder)
    assert {problem.key for problem in found} == {"theme-trial-contrast"}
    assert {"points.svg", "table.svg"} <= {problem.place for problem in found}
    assert {dict(problem.values)["slot"] for problem in found} == {"accent5", "accent3"}


def test_what_cannot_be_laid_out_is_not_tried(folder: Path) -> None:
    changed(folder, "points.svg", 'data-frame="body"', 'data-frame="caption"')
    theme, found = tried(str(folder), TYPEFACES)
    assert theme.name == "mine"
    keys = {problem.key for problem in found if problem.severity is Severity.ERROR}
    assert keys == {"theme-frame-missing"}
    changed(folder, "points.svg", 'data-frame="caption"', 'data-frame="body"')
    changed(folder, "theme.toml", '"biaosong"', '"biaosung"')
    assert {p.key for p in tried(str(folder), TYPEFACES)[1] if p.severity is Severity.ERROR} == {
        "theme-font"
    }
