"""What a person may choose for a deck and its file, and what holds where nothing was said.

A choice is made in ``publisher.toml``, in ``<stem>.toml`` or on the command line, the later the
stronger; ``Options`` is what they come to. Every stage reads from it what concerns it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from publisher.record import NamedTuple

RATE = 220
"""Characters a minute, white space aside: official speech in Chinese runs at 200 to 240."""
PER_PAGE = (1, 2, 3, 4, 6, 9)
"""How many slides may stand on a page of a handout."""
Said: TypeAlias = Mapping[str, Any]
"""Choices by name (the fields of Options), only those that somebody made."""


NOTHING_SAID: Said = MappingProxyType({})


class Density(StrEnum):
    """How much of the speech stands on its slides; the notes hold all of it at each."""

    BRIEF = "brief"
    """Titles and points."""
    STANDARD = "standard"
    """With one supporting clause to a point."""
    FULL = "full"
    """The whole text, for reading aloud from the screen."""


class Profile(StrEnum):
    """What a PDF is for."""

    ARCHIVE = "archive"
    """To be kept and read by everybody: PDF/A-2, in the colours of a screen."""
    PRESS = "press"
    """For a print shop: PDF/X-4, in inks, with bleed and marks."""
    SCREEN = "screen"
    """To be sent and read on a screen: as for the archive, but small, and shown as it arrives."""


class Ink(StrEnum):
    """How slides are printed."""

    FULL = "full"
    """As they look on the screen."""
    SAVING = "saving"
    """Fields of colour as white with an outline."""


class Options(NamedTuple):
    """All choices, each with its default.

    ``theme`` is a name or a folder, ``template`` a company's own deck in its place. ``larger``
    means more slides of larger type. ``slide_level`` is the deepest heading level (1–9) that gets
    slides of its own; None: as the text asks for it. ``aspect`` is a key of geometry.ASPECTS,
    ``rate`` in characters a minute, ``unit`` and ``logo`` (a picture file) stand where a theme
    has frames for them, ``together`` are words that are never broken over lines.

    ``page_profile`` is how pages are set, a name or a .toml file, ``paper`` a key of
    geometry.PAPERS in place of its own, ``size`` the lectern copy's type in EMU, ``per_page`` how
    many slides stand on a page of a handout.

    ``profile`` is what a PDF is for, ``ink`` how much of it slides on paper take.

    ``fonts`` are (role, file) for roles set in a font of one's own, ``fallback_font`` is a file
    for characters that no other font has.

    ``notes`` off strips the speaker notes, ``attach`` puts the speech itself into the deck,
    ``attach_source`` into a PDF;
    ``force`` does both in spite of a mark of secrecy, and replaces an output that was changed by
    hand.
    """

    theme: str = "red"
    template: Path | None = None
    density: Density = Density.STANDARD
    larger: bool = False
    slide_level: int | None = None
    aspect: str = "16:9"
    charts: bool = False
    rate: int = RATE
    unit: str | None = None
    logo: Path | None = None
    together: tuple[str, ...] = ()
    notes: bool = True
    attach: bool = False
    attach_source: bool = False
    animate: bool = False
    embed_fonts: bool = False
    force: bool = False
    page_profile: str | None = None
    paper: str | None = None
    size: int | None = None
    per_page: int = 3
    profile: Profile = Profile.ARCHIVE
    ink: Ink = Ink.FULL
    fonts: tuple[tuple[str, Path], ...] = ()
    fallback_font: Path | None = None


def chosen(*said: Said) -> Options:
    """The options that these choices come to; of two about one thing the later holds."""
    merged: dict[str, Any] = {}
    for choices in said:
        merged |= choices
    return Options(**merged)
