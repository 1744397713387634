"""The contrast of text in a deck with what lies beneath it (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


class Ink(NamedTuple):
    """A colour of the scheme as a shape names it, and how much of it covers (0 to 1)."""

    slot: str
    alpha: float = 1.0

    @classmethod
    def of(cls, fills: list[Any]) -> Ink:
        """The colour of the first a:solidFill; text without one is in tx1."""
        for fill in fills:
            for colour in fill.xpath("./a:schemeClr"):
                alpha = colour.xpath("./a:alpha/@val")
                return cls(colour.get("val"), int(alpha[0]) / 100_000 if alpha else 1.0)
        return cls("tx1")


def ratio(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(value: str) -> float:
    def linear(channel: int) -> float:
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    r, g, b = (linear(int(value[i : i + 2], 16)) for i in (0, 2, 4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def blended(above: str, alpha: float, below: str) -> str:
    """``above`` laid over ``below``."""
    mixed = (
        round(int(above[i : i + 2], 16) * alpha + int(below[i : i + 2], 16) * (1 - alpha))
        for i in (0, 2, 4)
    )
    return "".join(f"{channel:02X}" for channel in mixed)


class Grounds:
    """What is painted on one slide, from back to front."""

    def __init__(self, slide: Any) -> None:
        master = slide.slide_layout.slide_master
        theme = etree.fromstring(master.part.part_related_by(_THEME).blob)
        scheme = theme.find(".//a:clrScheme", _A)
        self._values = {etree.QName(slot).localname: next(iter(slot)).get("val") for slot in scheme}
        self._map = dict(master._element.xpath("./p:clrMap")[0].attrib)
        self._paper = self._background(slide, master)
        layout = [s for s in slide.slide_layout.shapes if not s.is_placeholder]
        self._painted = list(_painted([*layout, *slide.shapes]))

    def colour(self, ink: Ink) -> str:
        slot = self._map.get(ink.slot, ink.slot)
        return str(self._values[slot])

    def beneath(self, shape: Any, x: float, y: float) -> str:
        """The colour at a point of the slide (EMU), below ``shape``."""
        ground = self._paper
        for other, ink in self._painted:
            if other._element is shape._element:
                break
            if ink and covers(other, x, y):
                ground = blended(self.colour(ink), ink.alpha, ground)
        return ground

    def _background(self, slide: Any, master: Any) -> str:
        for part in (slide, slide.slide_layout, master):
            fill = part._element.xpath("./p:cSld/p:bg/p:bgPr/a:solidFill")
            if fill:
                return self.colour(Ink.of(fill))
        return self.colour(Ink("bg1"))


def _painted(shapes: list[Any]) -> Iterator[tuple[Any, Ink | None]]:
    """Each shape with what it is filled with."""
    for shape in shapes:
        fill = shape._element.xpath("./p:spPr/a:solidFill")
        yield shape, Ink.of(fill) if fill else None


def covers(shape: Any, x: float, y: float) -> bool:
    """Whether a filled shape covers a point: by its box, its ellipse, or its path."""
    across, down = (x - shape.left) / (shape.width or 1), (y - shape.top) / (shape.height or 1)
    if not (0 <= across <= 1 and 0 <= down <= 1):
        return False
    if shape._element.xpath("./p:spPr/a:prstGeom[@prst='ellipse']"):
        return (across - 0.5) ** 2 + (down - 0.5) ** 2 <= 0.25
    for path in shape._element.xpath("./p:spPr/a:custGeom/a:pathLst/a:path"):
        return _inside(_edges(path), across * int(path.get("w")), down * int(path.get("h")))
    return True


def _edges(path: Any) -> Iterator[tuple[complex, complex]]:
    """The outline as straight edges; a cubic is sixteen of them."""
    start = here = 0j
    for step in path:
        points = [complex(int(p.get("x")), int(p.get("y"))) for p in step.iterfind("a:pt", _A)]
        kind = etree.QName(step).localname
        if kind == "moveTo":
            start = here = points[0]
            continue
        if kind == "close":
            points = [start]
        if kind == "cubicBezTo":
            a, (b, c, d) = here, points
            points = [
                a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3
                for t in (n / 16 for n in range(1, 17))
            ]
        for point in points:
            yield here, point
            here = point


def _inside(edges: Iterator[tuple[complex, complex]], x: float, y: float) -> bool:
    """By the winding number (ECMA-376 leaves the rule open; programs use this one)."""
    winding = 0
    for one, other in edges:
        if (one.imag <= y) != (other.imag <= y):
            at = one.real + (y - one.imag) / (other.imag - one.imag) * (other.real - one.real)
            if at > x:
                winding += 1 if other.imag > one.imag else -1
    return winding != 0
