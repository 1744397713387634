"""Numbers and attributes of SVG."""

from __future__ import annotations

from publisher.geometry import PER_PX, Emu
from publisher.plan import Colour
from publisher.theme.screen import Screen
from publisher.writers.xml import attribute

NAMESPACE = "http://www.w3.org/2000/svg"


def number(length: Emu) -> str:
    """A length in pixels of 1/96 inch, to a hundredth."""
    return f"{length / PER_PX:.2f}".rstrip("0").rstrip(".")


def given(**attributes: str | None) -> str:
    """Attributes as they stand in a tag, None left out: ``stroke_width`` is stroke-width,
    ``xml__lang`` xml:lang."""
    return "".join(
        f' {name.replace("__", ":").replace("_", "-")}="{attribute(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def painted(colour: Colour | None, screen: Screen, what: str) -> str:
    """``what`` (fill or stroke) as ``colour``; None paints nothing."""
    if colour is None:
        return f' {what}="none"'
    alpha = f' {what}-opacity="{colour.alpha / 100:g}"' if colour.alpha < 100 else ""
    return f' {what}="#{screen[colour.slot]}"{alpha}'
