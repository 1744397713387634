"""Shipped themes come frozen, and are the themes that their files describe."""

import shutil
from pathlib import Path

import pytest

from publisher.geometry import ASPECTS
from publisher.named import theme_named
from publisher.resources import data_dir
from publisher.theme.frozen import NAME, frozen_theme
from publisher.theme.load import load_theme, theme_names


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("name", theme_names())
def test_a_frozen_theme_is_the_theme(name: str, aspect: str) -> None:
    assert frozen_theme(name, aspect) == load_theme(name, aspect)


@pytest.mark.parametrize("name", ["", ".", "..", "pages", "red/../red", "nosuch"])
def test_nothing_else_is_thawed(name: str) -> None:
    assert frozen_theme(name) is None


def test_a_folder_of_the_name_stands_before_the_shipped_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(data_dir("themes") / "ink", tmp_path / "red")
    monkeypatch.chdir(tmp_path)
    assert frozen_theme("red") is None
    theme_named.cache_clear()
    assert theme_named("red").palette == load_theme(data_dir("themes") / "ink").palette
    theme_named.cache_clear()


def test_a_shipped_theme_that_was_changed_is_read_from_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(data_dir("themes") / "red", tmp_path / "red")
    monkeypatch.setattr("publisher.theme.frozen.data_dir", lambda _: tmp_path)
    assert frozen_theme("red") is not None
    toml = tmp_path / "red" / "theme.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n", encoding="utf-8", newline="\n")
    assert (tmp_path / "red" / NAME).is_file()
    assert frozen_theme("red") is None
