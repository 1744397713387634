"""``[slides]``: what the author wants for one heading, by its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.errors import UsageError
from publisher.manuscript import Picture
from publisher.options import Density
from publisher.readers.raster import MOST_PIXELS, media_type, pixels, shown_size
from publisher.treatment import LAYOUTS, Treatment, Treatments

if TYPE_CHECKING:
    from publisher.settings import Settings

_MOST_BYTES = 64 << 20
_EXAMPLE = f'{{ layout = "{"|".join(LAYOUTS)}", density = "full", slide = false }}'


def treatments(settings: Settings) -> Treatments:
    """The table ``[slides]``; pictures are read, from the folder of the file.

    Raises UsageError for a key or value that is none, and for a picture that is missing or
    cannot be shown; the message names the line.
    """
    return tuple(
        (text, _treatment(settings, text, value))
        for text, value in settings.table("slides").items()
    )


def _treatment(settings: Settings, text: str, value: Any) -> Treatment:
    """``{ layout = "cards", density = "full", slide = false, picture = "a.png" }``."""
    if not isinstance(value, dict) or not value:
        raise settings.wrong("slides", text, value, _EXAMPLE)
    wanted: dict[str, Any] = {}
    for key, given in value.items():
        valid = _VALID.get(key)
        made = valid(given) if valid else None
        if made is None:
            raise settings.wrong("slides", text, value, _EXAMPLE)
        wanted[key] = _picture(settings, text, made) if key == "picture" else made
    return Treatment(**wanted)


def _picture(settings: Settings, text: str, name: str) -> Picture:
    """The picture in the file ``name``, which is wanted beneath the heading ``text``."""
    file = settings.file.parent / name
    line = settings.line("slides", text)
    place = str(settings.file)
    data = _content(file)
    if data is None:
        raise UsageError("slide-picture-missing", place=place, line=line, file=name)
    kind = media_type(data)
    width, height = pixels(data) if kind else (0, 0)
    if kind is None or not 0 < width * height <= MOST_PIXELS:
        raise UsageError("slide-picture-kind", place=place, line=line, file=name)
    return Picture(data, kind, *shown_size(data))


def _content(file: Path) -> bytes | None:
    """None where there is no such file, it cannot be read, or it is no size for a picture."""
    try:
        if file.is_file() and file.stat().st_size <= _MOST_BYTES:
            return file.read_bytes()
    except (OSError, ValueError):
        pass
    return None


def _density(value: Any) -> Density | None:
    return Density(value) if value in set(Density) else None


def _layout(value: Any) -> str | None:
    return value if value in LAYOUTS else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


_VALID: Mapping[str, Callable[[Any], Any]] = {
    "layout": _layout,
    "density": _density,
    "slide": _flag,
    "picture": _name,
    "chart": _flag,
}
