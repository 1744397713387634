"""Drawings: one SVG file becomes artwork and frames.

Ordinary shapes are artwork; a rectangle with ``data-frame`` is where text goes. A colour equal to
a palette value *is* that slot, so a theme's drawings follow its palette, and another's too.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeAlias

from publisher.errors import UsageError, nearest
from publisher.geometry import px
from publisher.plan import Colour, Shape
from publisher.record import NamedTuple
from publisher.theme.model import SLOTS, Drawing, Frame, TextStyle
from publisher.theme.shapes import box, shape
from publisher.theme.svgpath import Matrix, parse_transform

FRAMES = frozenset(
    "title subtitle speaker occasion date body label parts place footer number logo unit "
    "caption".split()
)
_ANCHORS = frozenset({"top", "middle", "bottom"})
_ALIGNS = frozenset({"left", "center", "right"})
IGNORED = frozenset({"defs", "metadata", "title", "desc", "namedview", "style"})
"""Elements that draw nothing by themselves (SVG 1.1 5.4, 5.5; Inkscape's own)."""
LAYER = "{http://www.inkscape.org/namespaces/inkscape}groupmode"
"""What tells Inkscape's layers, which are folders, from groups, which belong together."""
_INHERITED = (
    "fill stroke stroke-width opacity fill-opacity stroke-opacity display visibility".split()
)
_WIDTH, _HEIGHT = 1280, 720
_HEX = re.compile(r"[0-9A-F]{6}")


Report: TypeAlias = Callable[[UsageError], None]
"""Is told of a mistake: it raises it, or keeps it where all of them are wanted."""


def refuse(error: UsageError) -> None:
    """The report that stops at the first mistake."""
    raise error


class Canvas(NamedTuple):
    """What a drawing is read against: its file, the palette, and the type scale.

    ``report`` is told of each mistake; where it does not raise it, what is nearest stands in.
    """

    file: Path
    slots: Mapping[str, str]
    """RRGGBB to slot name."""
    styles: Mapping[str, TextStyle]
    report: Report = refuse

    def error(self, key: str, **values: object) -> UsageError:
        return UsageError(key, place=f"{self.file.parent.name}/{self.file.name}", **values)

    def colour(self, text: str, alpha: float) -> Colour | None:
        if text in ("none", "transparent") or alpha <= 0:
            return None
        value = text.lstrip("#").upper()
        if len(value) == 3:
            value = "".join(c * 2 for c in value)
        flat = _HEX.fullmatch(value) is not None
        if not flat:
            self.report(self.error("theme-paint", paint=text))
        near = min(self.slots, key=lambda known: _apart(value, known)) if flat else "000000"
        if flat and near != value:
            self.report(self.error("theme-colour", colour=text, near=f"#{near}"))
        return Colour(self.slots.get(near, "dk1"), round(alpha * 100))

    def known(self, key: str, value: str, names: Collection[str]) -> str:
        """``value`` where it is one of ``names``, else the nearest of them, reported."""
        if value in names:
            return value
        near = nearest(value, names)
        self.report(self.error(key, value=value, near=near))
        return near


def _apart(one: str, other: str) -> int:
    """How far two colours (RRGGBB) are from each other: the square of their distance."""
    return sum((a - b) ** 2 for a, b in zip(bytes.fromhex(one), bytes.fromhex(other)))


def read_drawing(canvas: Canvas) -> Drawing:
    """Read one layout. Reports colours outside the palette, unknown frames, styles and elements
    (UsageError); the first shape is a rectangle over the whole slide, its background."""
    found = _Found([], [], {})
    root = _parsed(canvas)
    if root is not None:
        canvas = canvas._replace(slots={**canvas.slots, **drawn_in(root)})
        _walk(root, _onto_slide(root, canvas), {}, canvas, found, None)
    first = 1 if found.shapes and _is_background(found.shapes[0]) else 0
    if not first and root is not None:
        canvas.report(canvas.error("theme-background"))
    return Drawing(
        name=canvas.file.stem,
        title=canvas.file.stem if root is None else root.get("data-title", canvas.file.stem),
        background=(first and found.shapes[0].fill) or Colour("lt2"),
        artwork=tuple(found.shapes[first:]),
        frames=found.frames,
        groups=tuple(found.groups[first:]),
    )


class _Found(NamedTuple):
    """What a walk over a drawing gathers: shapes, the group of each, frames by name."""

    shapes: list[Shape]
    groups: list[int]
    frames: dict[str, Frame]


def _parsed(canvas: Canvas) -> ET.Element | None:
    source = canvas.file.read_bytes()
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        canvas.report(canvas.error("theme-svg", detail="DOCTYPE"))
        return None
    try:
        return ET.fromstring(source)
    except ET.ParseError as error:
        canvas.report(canvas.error("theme-svg", detail=error))
        return None


def drawn_in(root: ET.Element) -> dict[str, str]:
    """The palette (RRGGBB to slot) that a drawing says it was drawn in, {} where it does not:
    ``data-palette="dk1:2B2523 …"``. With it a drawing follows when the theme's palette changes."""
    pairs = (pair.partition(":") for pair in root.get("data-palette", "").split())
    return {value: slot for slot, _, value in pairs if _HEX.fullmatch(value) and slot in SLOTS}


def _onto_slide(root: ET.Element, canvas: Canvas) -> Matrix:
    """What takes the drawing's own units to those of the slide (SVG 1.1 7.7)."""
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        left, top, width, height = map(float, box or (0, 0, _WIDTH, _HEIGHT))
        if abs(width * _HEIGHT - height * _WIDTH) > width * _HEIGHT / 100 or width <= 0:
            raise ValueError("not 16:9")
    except ValueError:
        canvas.report(canvas.error("theme-viewbox", box=" ".join(box)))
        return Matrix()
    across, down = _WIDTH / width, _HEIGHT / height
    return Matrix(across, 0, 0, down, -left * across, -top * down)


def _is_background(shape: Shape) -> bool:
    left, top, right, bottom = shape.frame.x, shape.frame.y, shape.frame.right, shape.frame.bottom
    covers = max(left, top) <= px(1) and right >= px(_WIDTH - 1) and bottom >= px(_HEIGHT - 1)
    return shape.kind == "rect" and shape.fill is not None and covers


def _walk(
    element: ET.Element,
    outer: Matrix,
    inherited: Mapping[str, str],
    canvas: Canvas,
    found: _Found,
    group: int | None,
) -> None:
    tag = element.tag.rsplit("}", 1)[-1]
    own = _paint(element)
    paint = {**inherited, **own}
    if tag in IGNORED or paint.get("display") == "none" or paint.get("visibility") == "hidden":
        return
    try:
        matrix = outer.then(parse_transform(element.get("transform", "")))
        if "opacity" in own:
            paint["opacity"] = str(float(inherited.get("opacity", "1")) * float(own["opacity"]))
        if tag in ("svg", "g"):
            if group is None and tag == "g" and element.get(LAYER) != "layer":
                group = len(found.shapes)
            for child in element:
                _walk(child, matrix, paint, canvas, found, group)
        elif tag == "rect" and element.get("data-frame"):
            frame = _frame(element, matrix, paint, canvas)
            if frame.name in found.frames:
                canvas.report(canvas.error("theme-frame-twice", value=frame.name))
            found.frames[frame.name] = frame
        else:
            found.shapes.append(shape(element, matrix, paint, canvas.colour))
            found.groups.append(len(found.shapes) - 1 if group is None else group)
    except ValueError as error:
        canvas.report(canvas.error("theme-svg", detail=f"<{tag}> {error}"))


def _paint(element: ET.Element) -> dict[str, str]:
    """Presentation attributes; ``style="…"``, as Inkscape writes it, wins (SVG 1.1 6.4)."""
    found = {name: value for name in _INHERITED if (value := element.get(name)) is not None}
    for declaration in element.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in _INHERITED:
            found[name.strip()] = value.strip()
    return found


def _frame(element: ET.Element, matrix: Matrix, paint: Mapping[str, str], canvas: Canvas) -> Frame:
    style = canvas.known("theme-style", element.get("data-style", ""), canvas.styles)
    colour = canvas.colour(paint.get("fill", "none"), 1.0)
    return Frame(
        name=canvas.known("theme-frame", element.get("data-frame", ""), FRAMES),
        rect=box(element, matrix),
        style=style,
        colour=colour.slot if colour else canvas.styles[style].colour,
        align=canvas.known("theme-align", element.get("data-align", "left"), _ALIGNS),
        anchor=canvas.known("theme-anchor", element.get("data-anchor", "top"), _ANCHORS),
    )
