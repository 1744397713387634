"""What an author says of headings: which there are, and what is wanted for one of them."""

from __future__ import annotations

from typing import TypeAlias

from publisher.manuscript import Picture
from publisher.options import Density
from publisher.record import NamedTuple

ARRANGED = ("cards", "rows", "columns")
"""Arrangements of a heading's points."""
SHOWN_AS = ("statement", "comparison", "sequence", "figures", "text")
"""Roles that a heading's text may be shown in."""
LAYOUTS = (*ARRANGED, *SHOWN_AS)


class Corrections(NamedTuple):
    """What the author says of the outline; it wins over all evidence.

    ``headings``: (text, level) with the heading's text as it stands, with or without its number
    and closing mark; level 1 to 9, 0 for no heading, None for a heading whose level follows from
    its place. White space and the width of marks do not matter. ``title``: the text of the title's
    line or lines, joined.
    """

    headings: tuple[tuple[str, int | None], ...] = ()
    title: str | None = None


class Treatment(NamedTuple):
    """What the author wants for one heading (``[slides]`` in ``<stem>.toml``).

    ``layout`` is one of LAYOUTS. ``density`` holds for the heading and all beneath it. ``slide``
    False gives the heading no slide of its own: its text is spoken on the slide before.
    ``picture`` is shown beneath its text, on a slide of its own. ``chart`` says whether its tables
    are shown as charts. None is: as the program sees fit.
    """

    layout: str | None = None
    density: Density | None = None
    slide: bool = True
    picture: Picture | None = None
    chart: bool | None = None


Treatments: TypeAlias = tuple[tuple[str, Treatment], ...]
"""(text of the heading, what is wanted for it), the text folded as ``folding.as_key`` does."""
