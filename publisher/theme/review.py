"""A theme under review: all that is wrong with it at once, each with its file and a remedy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from publisher.errors import UsageError
from publisher.theme.load import read_source, review_theme, theme_folder, theme_names
from publisher.theme.model import Theme
from publisher.theme.problem import Problem, Severity, in_order, problem
from publisher.theme.rules import NARROW, RULES, WIDE, Case

_MISSING = ("theme-frame-missing", "theme-frame-wanted")


def review(
    name: str | Path, font_roles: Collection[str]
) -> tuple[Mapping[str, Theme], tuple[Problem, ...]]:
    """A theme by aspect, mended where it is broken, and all its problems, file by file.

    ``font_roles`` are those of fonts/fonts.toml. Raises UsageError where there is no theme, or
    where its settings cannot be read at all.
    """
    folder = theme_folder(name)
    errors: list[UsageError] = []
    wide, source = review_theme(folder, errors.append)
    narrow, _ = review_theme(folder, _unheard, NARROW)
    palettes = {
        other: read_source(theme_folder(other)).palette
        for other in theme_names()
        if theme_folder(other).resolve() != folder.resolve()
    }
    case = Case({WIDE: wide, NARROW: narrow}, source, font_roles, palettes)
    found = [_of(error, folder) for error in errors]
    found += [problem for rule in RULES for problem in rule(case)]
    # Of a drawing that could not be read all frames are missing: that was said.
    unread = {problem.place for problem in found if problem.key == "theme-svg"}
    found = [p for p in found if p.place not in unread or p.key not in _MISSING]
    return case.themes, in_order(found)


def _unheard(error: UsageError) -> None:
    """The narrow slide is read from the same files: all was said about the wide one."""
    del error


def _of(error: UsageError, folder: Path) -> Problem:
    place = str(error.place or "").removeprefix(f"{folder.name}/")
    return problem(Severity.ERROR, place, error.key, **error.values)
