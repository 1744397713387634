"""publisher.toml: the defaults of a folder and everything below it.

The nearest file upwards from the speech counts, alone: files are not merged. Every key is known
and every value checked, so that a slip of the pen is an error and not a default.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from publisher.errors import UsageError, nearest
from publisher.outline.report import RATE

NAME = "publisher.toml"
FORMATS = ("pptx", "script", "slides")
"""What a speech can become."""
_RATES = range(60, 601)
"""Characters a minute that a person can speak."""

_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Config(NamedTuple):
    """Defaults as a person set them.

    ``theme`` is a name, or a folder made absolute; ``formats`` are those of a build; ``rate`` is
    in characters a minute; ``out`` and ``speeches`` are the folders a build writes to and reads
    from, None where nothing was said. Folders in the file are meant from the file's own folder.
    """

    theme: str = "red"
    formats: tuple[str, ...] = FORMATS
    rate: int = RATE
    out: Path | None = None
    speeches: Path | None = None


def config_for(place: Path) -> Config:
    """The defaults that hold for the file or folder ``place``, which need not exist.

    Raises UsageError for a file that is not TOML in UTF-8, an unknown key (naming the nearest
    known one) or a value out of range.
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
    import tomllib

    try:
        data = tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as error:
        raise UsageError("toml", place=str(file), detail=error) from error
    for key in data:
        if key not in _READ_BY:
            raise UsageError("key-unknown", place=str(file), key=key, near=nearest(key, _READ_BY))
    return Config(**{key: _READ_BY[key](file, key, value) for key, value in data.items()})


def known_format(name: str, place: str | None = None) -> str:
    """``name`` if it is one of FORMATS, else UsageError with the nearest one."""
    if name not in FORMATS:
        raise UsageError(
            "format-unknown", place=place, name=name, near=nearest(name, FORMATS),
            known=", ".join(FORMATS),
        )  # fmt: skip
    return name


def _text(file: Path) -> str:
    """UTF-8, with the byte order mark that Notepad puts in front, or without."""
    try:
        data = file.read_bytes()
        if data.startswith(_OTHER_ENCODINGS):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError("config-unreadable", place=str(file), detail=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UsageError("config-encoding", place=str(file)) from error


def _theme(file: Path, key: str, value: Any) -> str:
    name = _string(file, key, value)
    folder = file.parent / name
    return str(folder) if (folder / "theme.toml").is_file() else name


def _formats(file: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise _wrong(file, key, value, '["pptx", "script"]')
    return tuple(known_format(_string(file, key, name), str(file)) for name in value)


def _rate(file: Path, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in _RATES:
        raise _wrong(file, key, value, f"{_RATES.start} … {_RATES.stop - 1}")
    return value


def _folder(file: Path, key: str, value: Any) -> Path:
    return file.parent / _string(file, key, value)


def _string(file: Path, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(file, key, value, '"…"')
    return value


def _wrong(file: Path, key: str, value: Any, example: str) -> UsageError:
    return UsageError("config-value", place=str(file), key=key, value=value, example=example)


_READ_BY: Mapping[str, Callable[[Path, str, Any], Any]] = {
    "theme": _theme,
    "formats": _formats,
    "rate": _rate,
    "out": _folder,
    "speeches": _folder,
}
