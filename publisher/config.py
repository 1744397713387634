"""publisher.toml: the defaults of a folder and everything below it.

The nearest file upwards from the speech counts, alone: files are not merged. Every key is known
and every value checked, so that a slip of the pen is an error and not a default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.errors import UsageError, nearest
from publisher.geometry import ASPECTS, PAPERS, size_of
from publisher.kinds import KINDS
from publisher.options import NOTHING_SAID, PER_PAGE, Density, Ink, Profile, Said, chosen
from publisher.record import NamedTuple
from publisher.resources import is_file

if TYPE_CHECKING:
    from publisher.settings import Settings

NAME = "publisher.toml"
_RATES = range(60, 601)
"""Characters a minute that a person can speak."""
_LEVELS = range(1, 10)


class Person(NamedTuple):
    """Somebody on the office's list: the name, and the posts as they are written before it."""

    name: str
    posts: tuple[str, ...] = ()


class Shelf(NamedTuple):
    """What ``[library]`` says: the library's title and what it is about, for a folder; under which
    licence and restrictions a speech may be read, and whether it is shown at all."""

    title: str | None = None
    about: str | None = None
    licence: str | None = None
    restrictions: str | None = None
    listed: bool = True


class Config(NamedTuple):
    """Defaults as a person set them.

    ``said`` are choices among publisher.options, as they were made; ``formats`` are those of a
    build; ``out`` and ``speeches`` are the folders a build writes to and reads from, None where
    nothing was said. Folders in the file are meant from the file's own folder.
    ``names`` are the office's own list in its order (``[names]``), for ``publisher check``;
    ``library`` is what the library says of all speeches here.
    """

    said: Said = NOTHING_SAID
    formats: tuple[str, ...] = ("pptx", "script", "slides")
    out: Path | None = None
    speeches: Path | None = None
    names: tuple[Person, ...] = ()
    library: Shelf = Shelf()

    @property
    def rate(self) -> int:
        """Characters a minute."""
        return chosen(self.said).rate


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
    settings.check_keys("", (*_READ_BY, *CHOICES))
    own = {key: read(settings, key, settings.data[key]) for key, read in _READ_BY.items()
           if key in settings.data}  # fmt: skip
    return Config(choices(settings, ""), **own)


def choices(settings: Settings, table: str) -> Said:
    """What is chosen in ``table`` ("" for the top) of a settings file; its keys are checked.

    Raises UsageError for a value that is none.
    """
    said: dict[str, Any] = {}
    data = settings.table(table) if table else settings.data
    for key, (valid, example) in CHOICES.items():
        if key not in data:
            continue
        value = valid(settings.file, data[key])
        if value is None:
            raise settings.wrong(table, key, data[key], example)
        said[key] = value
    return said


def known_format(name: str, place: str | None = None) -> str:
    """``name`` if it is one of KINDS, else UsageError with the nearest one."""
    if name not in KINDS:
        raise UsageError(
            "format-unknown", place=place, name=name, near=nearest(name, KINDS),
            known=", ".join(KINDS),
        )  # fmt: skip
    return name


def _formats(settings: Settings, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise settings.wrong("", key, value, '["pptx", "script"]')
    place = str(settings.file)
    return tuple(known_format(_string(settings, key, name), place) for name in value)


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


def shelf(settings: Settings, key: str = "library", _: Any = None) -> Shelf:
    """The table ``[library]``; raises UsageError for an unknown key or a value that is none."""
    settings.check_keys(key, Shelf._fields)
    said: dict[str, Any] = {}
    for name, value in settings.table(key).items():
        valid, example = (_flag, "true, false") if name == "listed" else (_text, '"…"')
        said[name] = valid(settings.file, value)
        if said[name] is None:
            raise settings.wrong(key, name, value, example)
    return Shelf(**said)


_READ_BY: Mapping[str, Callable[[Settings, str, Any], Any]] = {
    "formats": _formats,
    "out": _folder,
    "speeches": _folder,
    "names": _names,
    "library": shelf,
}


def _text(_: Path, value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _flag(_: Path, value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _one_of(known: Callable[[Any], Any]) -> Callable[[Path, Any], Any]:
    """A value that ``known`` makes something of, without ValueError or KeyError."""

    def valid(_: Path, value: Any) -> Any:
        try:
            return known(value)
        except (ValueError, KeyError, TypeError):
            return None

    return valid


def _number(among: Collection[int]) -> Callable[[Path, Any], int | None]:
    def valid(_: Path, value: Any) -> int | None:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return value if is_number and value in among else None

    return valid


def _theme(file: Path, value: Any) -> str | None:
    name = _text(file, value)
    folder = file.parent / name if name else None
    return str(folder) if folder and is_file(folder / "theme.toml") else name


def _file(file: Path, value: Any) -> Path | None:
    name = _text(file, value)
    return file.parent / name if name else None


def _profile(file: Path, value: Any) -> str | None:
    name = _text(file, value)
    return str(file.parent / name) if name and name.endswith(".toml") else name


def _fonts(file: Path, value: Any) -> tuple[tuple[str, Path], ...] | None:
    """``[fonts]``: a font file to a role."""
    if not isinstance(value, dict):
        return None
    found = [(role, _file(file, name)) for role, name in value.items()]
    named = tuple((role, path) for role, path in found if path is not None)
    return named if len(named) == len(found) else None


def _paper(value: Any) -> str:
    return str(value) if PAPERS[value] else ""


def _words(_: Path, value: Any) -> tuple[str, ...] | None:
    good = isinstance(value, list) and all(isinstance(w, str) and w.strip() for w in value)
    return tuple(word.strip() for word in value) if good else None


def _aspect(value: Any) -> str:
    return str(value) if ASPECTS[value] else ""


CHOICES: Mapping[str, tuple[Callable[[Path, Any], Any], str]] = {
    "theme": (_theme, '"red"'),
    "template": (_file, '"company.pptx"'),
    "density": (_one_of(Density), '"brief", "standard", "full"'),
    "larger": (_flag, "true, false"),
    "slide_level": (_number(_LEVELS), "1 … 9"),
    "aspect": (_one_of(_aspect), '"16:9", "4:3"'),
    "charts": (_flag, "true, false"),
    "rate": (_number(_RATES), f"{_RATES.start} … {_RATES.stop - 1}"),
    "unit": (_text, '"…"'),
    "logo": (_file, '"logo.png"'),
    "together": (_words, '["两个确立", "书香青山"]'),
    "notes": (_flag, "true, false"),
    "attach": (_flag, "true, false"),
    "attach_source": (_flag, "true, false"),
    "animate": (_flag, "true, false"),
    "embed_fonts": (_flag, "true, false"),
    "page_profile": (_profile, '"gbt9704", "office", "book", "own.toml"'),
    "paper": (_one_of(_paper), ", ".join(f'"{paper}"' for paper in PAPERS)),
    "size": (_one_of(size_of), '"二号", "一号", 22'),
    "per_page": (_number(PER_PAGE), ", ".join(map(str, PER_PAGE))),
    "profile": (_one_of(Profile), ", ".join(f'"{profile}"' for profile in Profile)),
    "ink": (_one_of(Ink), ", ".join(f'"{ink}"' for ink in Ink)),
    "fonts": (_fonts, 'fang = "FZFSJW.ttf"'),
    "fallback_font": (_file, '"fallback.ttf"'),
}
"""By option: what makes its value of what was typed (None where it is none), and an example."""
