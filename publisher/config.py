"""publisher.toml: the defaults of a folder and everything below it.

The nearest file upwards from the speech counts, alone: files are not merged. Every key is known
and every value checked, so that a slip of the pen is an error and not a default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from publisher.errors import UsageError, nearest
from publisher.outline.report import RATE
from publisher.resources import is_file

if TYPE_CHECKING:
    from publisher.settings import Settings

NAME = "publisher.toml"
FORMATS = ("pptx", "script", "slides")
"""What a speech can become."""
_RATES = range(60, 601)
"""Characters a minute that a person can speak."""


class Person(NamedTuple):
    """Somebody on the office's list: the name, and the posts as they are written before it."""

    name: str
    posts: tuple[str, ...] = ()


class Config(NamedTuple):
    """Defaults as a person set them.

    ``theme`` is a name, or a folder made absolute; ``formats`` are those of a build; ``rate`` is
    in characters a minute; ``out`` and ``speeches`` are the folders a build writes to and reads
    from, None where nothing was said. Folders in the file are meant from the file's own folder.
    ``names`` are the office's own list in its order (``[names]``), for ``publisher check``.
    """

    theme: str = "red"
    formats: tuple[str, ...] = FORMATS
    rate: int = RATE
    out: Path | None = None
    speeches: Path | None = None
    names: tuple[Person, ...] = ()


def config_for(place: Path) -> Config:
    """The defaults that hold for the file or folder ``place``, which need not exist.

    Raises UsageError for a file that is no TOML, an unknown key (naming the nearest known one)
    or a value out of range.
    """
    place = place.absolute()
    return _nearest(place if place.is_dir() else place.parent)


def _nearest(folder: Path) -> Config:
    file = folder / NAME
    if file.is_file():
        return read_config(file)
    return Config() if folder.parent == folder else _nearest(folder.parent)


def read_config(file: Path) -> Config:
    """The settings in ``file``; raises UsageError as ``config_for`` does."""
    from publisher.settings import read_settings  # most folders have no such file

    settings = read_settings(file)
    settings.check_keys("", _READ_BY)
    return Config(
        **{key: _READ_BY[key](settings, key, settings.data[key]) for key in settings.data}
    )


def known_format(name: str, place: str | None = None) -> str:
    """``name`` if it is one of FORMATS, else UsageError with the nearest one."""
    if name not in FORMATS:
        raise UsageError(
            "format-unknown", place=place, name=name, near=nearest(name, FORMATS),
            known=", ".join(FORMATS),
        )  # fmt: skip
    return name


def _theme(settings: Settings, key: str, value: Any) -> str:
    name = _string(settings, key, value)
    folder = settings.file.parent / name
    return str(folder) if is_file(folder / "theme.toml") else name


def _formats(settings: Settings, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise settings.wrong("", key, value, '["pptx", "script"]')
    place = str(settings.file)
    return tuple(known_format(_string(settings, key, name), place) for name in value)


def _rate(settings: Settings, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in _RATES:
        raise settings.wrong("", key, value, f"{_RATES.start} … {_RATES.stop - 1}")
    return value


def _folder(settings: Settings, key: str, value: Any) -> Path:
    return settings.file.parent / _string(settings, key, value)


def _string(settings: Settings, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise settings.wrong("", key, value, '"…"')
    return value


def _names(settings: Settings, key: str, value: Any) -> tuple[Person, ...]:
    """``order = ["县委书记 王清", "县委副书记、县长 李和"]``: posts, a blank, the name."""
    settings.check_keys(key, ("order",))
    order = value.get("order", [])
    if not isinstance(order, list) or not all(isinstance(e, str) and e.split() for e in order):
        raise settings.wrong(key, "order", order, '["县委书记 王清", "县长 李和"]')
    return tuple(_person(entry) for entry in order)


def _person(entry: str) -> Person:
    *posts, name = entry.split()
    return Person(name, tuple(post for post in re.split("[、，,]", "、".join(posts)) if post))


_READ_BY: Mapping[str, Callable[[Settings, str, Any], Any]] = {
    "theme": _theme,
    "formats": _formats,
    "rate": _rate,
    "out": _folder,
    "speeches": _folder,
    "names": _names,
}
