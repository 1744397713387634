"""What the colours of a plan become on a page: light for screens, inks for a press.

A plan's colours are slots of the theme. On a screen a slot is its RRGGBB, greys in DeviceGray; on
a press it is the four inks that the theme gives it, and nothing else is ever written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, TypeAlias

from publisher.plan import Colour
from publisher.theme.screen import Screen
from publisher.writers.pdf.content import Content, share

if TYPE_CHECKING:
    from publisher.theme.model import Theme

Ink: TypeAlias = tuple[int, int, int, int]
"""Cyan, magenta, yellow and black in per cent."""
BLACK: Ink = (0, 0, 0, 100)
_PAPER_INKS: Mapping[str, Ink] = {
    "dk1": BLACK,
    "lt1": (0, 0, 0, 0),
    "paper-ink": BLACK,
    "paper-quiet": (0, 0, 0, 75),
    "paper-hairline": (0, 0, 0, 40),
}
_NEARLY_BLACK = 85
"""Per cent of black from which on text is black."""
_BESIDE_ZERO = 1
"""OPM: an ink that a colour has none of is left as it lies beneath (ISO 32000-1, 8.6.7)."""


class Colours(Protocol):
    """Sets the current colour of a page, alpha included."""

    def fill(self, content: Content, colour: Colour) -> None:
        """For the inside of shapes."""

    def stroke(self, content: Content, colour: Colour) -> None:
        """For outlines and rules."""

    def text(self, content: Content, colour: Colour) -> None:
        """For glyphs."""


class Light:
    """RGB and greys, as on a ``screen``."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._known: dict[str, str] = {}

    def fill(self, content: Content, colour: Colour) -> None:
        content.use("fill", self._operator(colour.slot, "g rg"))
        content.state("ca", colour.alpha / 100)

    text = fill

    def stroke(self, content: Content, colour: Colour) -> None:
        content.use("stroke", self._operator(colour.slot, "G RG"))
        content.state("CA", colour.alpha / 100)

    def _operator(self, slot: str, operators: str) -> str:
        """A slot's colour with the operator for greys, so that printers set black text in black
        alone, or for others."""
        key = slot + operators
        if key not in self._known:
            parts = [share(value / 255) for value in bytes.fromhex(self._screen[slot])]
            grey, coloured = operators.split()
            same = len(set(parts)) == 1
            self._known[key] = f"{parts[0]} {grey}" if same else f"{' '.join(parts)} {coloured}"
        return self._known[key]


class Inks:
    """CMYK, from ``inks`` (slots to per cent).

    Black text is on one plate, so that it is sharp where the plates are a hair apart, and
    overprints, so that no light seam shows beside it; a deep shade that is all but black is black.
    Shapes knock out what they lie on: a black field over a coloured one would carry the sum.
    """

    def __init__(self, inks: Mapping[str, Ink]) -> None:
        self._inks = inks

    def fill(self, content: Content, colour: Colour) -> None:
        self._fill(content, colour.alpha, self._of(colour), overprint=False)

    def text(self, content: Content, colour: Colour) -> None:
        ink = self._of(colour)
        black = colour.alpha == 100 and ink[3] >= _NEARLY_BLACK
        self._fill(content, colour.alpha, BLACK if black else ink, overprint=black)

    def stroke(self, content: Content, colour: Colour) -> None:
        content.use("stroke", f"{_shares(self._of(colour))} K")
        content.state("CA", colour.alpha / 100)

    def _fill(self, content: Content, alpha: int, ink: Ink, *, overprint: bool) -> None:
        content.use("fill", f"{_shares(ink)} k")
        content.state("ca", alpha / 100)
        content.state("op", overprint)
        if overprint:
            content.state("OPM", _BESIDE_ZERO)

    def _of(self, colour: Colour) -> Ink:
        return self._inks.get(colour.slot, BLACK)


def light_of(theme: Theme | None) -> Light:
    """The colours of a theme on a screen; None is black on white paper."""
    return Light(Screen(theme))


def inks_of(theme: Theme | None) -> Inks:
    """The colours of a theme on a press; None is black on white paper.

    A company's own deck names no inks: its colours go through the press's profile.
    """
    if theme is None:
        return Inks(_PAPER_INKS)
    if theme.package:
        from publisher.writers.pdf.separation import inks_for

        return Inks({**_PAPER_INKS, **inks_for(theme.palette)})
    return Inks({**_PAPER_INKS, **theme.cmyk})


def _shares(ink: Ink) -> str:
    return " ".join(share(part / 100) for part in ink)
