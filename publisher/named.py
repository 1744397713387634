"""What options name: theme, template, fonts and logo, loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.errors import UsageError

if TYPE_CHECKING:
    from publisher.events import Notice
    from publisher.manuscript import Picture
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces


def picture_in(file: Path) -> Picture:
    """A picture file (PNG or JPEG) as a picture of the plan. Raises UsageError for another kind
    and for a file that cannot be read."""
    from publisher.manuscript import Picture
    from publisher.readers.raster import media_type, shown_size

    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError("logo-unread", place=str(file), detail=error.strerror) from error
    kind = media_type(data)
    if kind is None:
        raise UsageError("logo-kind", place=str(file))
    return Picture(data, kind, *shown_size(data))


@cache
def theme_named(name: str, aspect: str = "16:9") -> Theme:
    """A theme by name or folder, loaded once. Raises UsageError for an unknown one."""
    from publisher.theme.frozen import frozen_theme

    theme = frozen_theme(name, aspect)
    if theme is None:
        from publisher.theme.load import load_theme

        theme = load_theme(name, aspect)
    return theme


def in_template(file: Path, theme: Theme) -> tuple[Theme, tuple[Notice, ...]]:
    """The deck in ``file`` as a theme, in the type of ``theme``. Raises UsageError."""
    from publisher.writers.pptx.template.theme import read_template, roles_taken

    try:
        template = read_template(file.read_bytes(), theme, file.stem)
    except OSError as error:
        raise UsageError("template-missing", place=str(file)) from error
    except UsageError as error:
        error.place = str(file)
        raise
    return template.theme, (roles_taken(template),)


@cache
def typefaces_with(fonts: tuple[tuple[str, Path], ...], fallback: Path | None) -> Typefaces:
    """The shipped fonts, over them those of ``fonts`` by role, behind all ``fallback``. Raises
    InputError for a font that cannot be used."""
    from publisher.typeface.registry import load_typefaces

    typefaces = load_typefaces()
    if not fonts and fallback is None:
        return typefaces
    from publisher.typeface.own import with_own

    return with_own(typefaces, fonts, fallback)
