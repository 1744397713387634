"""What the colours of a plan become on a page: light for screens, inks for a press.

A plan's colours are slots of the theme. On a screen a slot is its RRGGBB, greys in DeviceGray; on
a press it is the four inks that the theme gives it, and nothing else is ever written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from publisher.plan import Colour
from publisher.theme.screen import Screen

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
    """Sets the current colour of a reportlab canvas, alpha included."""

    def fill(self, canvas: Any, colour: Colour) -> None:
        """For the inside of shapes."""

    def stroke(self, canvas: Any, colour: Colour) -> None:
        """For outlines and rules."""

    def text(self, canvas: Any, colour: Colour) -> None:
        """For glyphs."""


class Light:
    """RGB and greys, as on a ``screen``."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def fill(self, canvas: Any, colour: Colour) -> None:
        red, green, blue = self._rgb(colour)
        if red == green == blue:
            canvas.setFillGray(red)  # so that printers set black text in black alone
        else:
            canvas.setFillColorRGB(red, green, blue)
        canvas.setFillAlpha(colour.alpha / 100)

    text = fill

    def stroke(self, canvas: Any, colour: Colour) -> None:
        red, green, blue = self._rgb(colour)
        if red == green == blue:
            canvas.setStrokeGray(red)
        else:
            canvas.setStrokeColorRGB(red, green, blue)
        canvas.setStrokeAlpha(colour.alpha / 100)

    def _rgb(self, colour: Colour) -> tuple[float, float, float]:
        value = bytes.fromhex(self._screen[colour.slot])
        return value[0] / 255, value[1] / 255, value[2] / 255


class Inks:
    """CMYK, from ``inks`` (slots to per cent).

    Black text is on one plate, so that it is sharp where the plates are a hair apart, and
    overprints, so that no light seam shows beside it; a deep shade that is all but black is black.
    Shapes knock out what they lie on: a black field over a coloured one would carry the sum.
    """

    def __init__(self, inks: Mapping[str, Ink]) -> None:
        self._inks = inks

    def fill(self, canvas: Any, colour: Colour) -> None:
        self._fill(canvas, colour.alpha, self._of(colour), overprint=False)

    def text(self, canvas: Any, colour: Colour) -> None:
        ink = self._of(colour)
        black = colour.alpha == 100 and ink[3] >= _NEARLY_BLACK
        self._fill(canvas, colour.alpha, BLACK if black else ink, overprint=black)

    def stroke(self, canvas: Any, colour: Colour) -> None:
        canvas.setStrokeColorCMYK(*_shares(self._of(colour)))
        canvas.setStrokeAlpha(colour.alpha / 100)

    def _fill(self, canvas: Any, alpha: int, ink: Ink, *, overprint: bool) -> None:
        canvas.setFillColorCMYK(*_shares(ink))
        canvas.setFillAlpha(alpha / 100)
        canvas.setFillOverprint(overprint)
        if overprint:
            canvas.setOverprintMask(_BESIDE_ZERO)

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


def _shares(ink: Ink) -> tuple[float, float, float, float]:
    cyan, magenta, yellow, black = (part / 100 for part in ink)
    return cyan, magenta, yellow, black
