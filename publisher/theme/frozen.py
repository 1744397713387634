"""The shipped themes as they were read, so that a deck waits for no parser of TOML or SVG."""

from __future__ import annotations

from pathlib import Path

from publisher.frozen import frozen, thawed
from publisher.geometry import ASPECTS
from publisher.resources import data_dir, is_file
from publisher.theme.model import Theme

NAME = "theme.frozen"


def sources(folder: Path) -> list[Path]:
    """The files that a theme is read from."""
    return sorted(file for file in folder.iterdir() if file.suffix in {".toml", ".svg"})


def frozen_theme(name: str, aspect: str = "16:9") -> Theme | None:
    """The shipped theme ``name`` for slides of ``aspect``; None for any other, or a changed one.

    A folder of that name stands before the shipped theme, as in ``load_theme``.
    """
    if not name.isidentifier() or is_file(Path(name) / "theme.toml"):
        return None
    folder = data_dir("themes") / name
    if not is_file(folder / NAME):
        return None
    theme: Theme | None = thawed(folder / NAME, sources(folder))
    size = ASPECTS[aspect]
    if theme is None or theme.size == size:
        return theme
    from publisher.theme.aspect import adapted

    drawings = {role: adapted(d, theme.size, size) for role, d in theme.drawings.items()}
    return theme._replace(size=size, drawings=drawings)


def frozen_of(name: str) -> bytes:
    """The shipped theme ``name``, read from its sources, as a file to be thawed."""
    from publisher.theme.load import load_theme

    folder = data_dir("themes") / name
    return frozen(load_theme(folder), sources(folder))
