"""Drawings: one SVG file becomes artwork and frames.

Ordinary shapes are artwork; a rectangle with ``data-frame`` is where text goes. A colour equal to
a palette value *is* that slot, so a theme's drawings follow its palette, and another's too.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from publisher.errors import UsageError, nearest
from publisher.geometry import Rect, px
from publisher.plan import Colour, Shape
from publisher.plan import Path as Outline
from publisher.theme.model import Drawing, Frame, TextStyle
from publisher.theme.svgpath import Matrix, Point, Segment, parse_path, parse_transform

FRAMES = frozenset(
    "title subtitle speaker occasion date body label parts place footer number logo unit "
    "caption".split()
)
_ANCHORS = frozenset({"top", "middle", "bottom"})
_ALIGNS = frozenset({"left", "center", "right"})
_IGNORED = frozenset({"defs", "metadata", "title", "desc", "namedview", "style"})
_LAYER = "{http://www.inkscape.org/namespaces/inkscape}groupmode"
"""What tells Inkscape's layers, which are folders, from groups, which belong together."""
_INHERITED = ("fill", "stroke", "stroke-width", "opacity", "fill-opacity", "stroke-opacity")


class Canvas(NamedTuple):
    """What a drawing is read against: its file, the palette, and the type scale."""

    file: Path
    slots: Mapping[str, str]
    """RRGGBB to slot name."""
    styles: Mapping[str, TextStyle]

    def error(self, key: str, **values: object) -> UsageError:
        return UsageError(key, place=f"{self.file.parent.name}/{self.file.name}", **values)

    def colour(self, text: str, alpha: float) -> Colour | None:
        if text in ("none", "transparent") or alpha <= 0:
            return None
        value = text.lstrip("#").upper()
        if len(value) == 3:
            value = "".join(c * 2 for c in value)
        if value not in self.slots:
            near = "#" + nearest(value, self.slots)
            raise self.error("theme-colour", colour=text, near=near)
        return Colour(self.slots[value], round(alpha * 100))


def read_drawing(canvas: Canvas) -> Drawing:
    """Read one layout. Raises UsageError for colours outside the palette, unknown frames,
    styles or elements; the first full-size rectangle is the background."""
    source = canvas.file.read_bytes()
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        raise canvas.error("theme-svg", detail="DOCTYPE")
    try:
        root = ET.fromstring(source)
    except ET.ParseError as error:
        raise canvas.error("theme-svg", detail=error) from error
    found = _Found([], [], {})
    _walk(root, Matrix(), {}, canvas, found, None)
    shapes = found.shapes
    if not shapes or shapes[0].kind != "rect" or shapes[0].fill is None:
        raise canvas.error("theme-background")
    return Drawing(
        name=canvas.file.stem,
        title=root.get("data-title", canvas.file.stem),
        background=shapes[0].fill,
        artwork=tuple(shapes[1:]),
        frames=found.frames,
        groups=tuple(found.groups[1:]),
    )


class _Found(NamedTuple):
    """What a walk over a drawing gathers: shapes, the group of each, frames by name."""

    shapes: list[Shape]
    groups: list[int]
    frames: dict[str, Frame]


def _walk(
    element: ET.Element,
    outer: Matrix,
    inherited: Mapping[str, str],
    canvas: Canvas,
    found: _Found,
    group: int | None,
) -> None:
    tag = element.tag.rsplit("}", 1)[-1]
    if tag in _IGNORED:
        return
    own = _paint(element)
    paint = {**inherited, **own}
    try:
        matrix = outer.then(parse_transform(element.get("transform", "")))
        if "opacity" in own:
            paint["opacity"] = str(float(inherited.get("opacity", "1")) * float(own["opacity"]))
        if tag in ("svg", "g"):
            if group is None and tag == "g" and element.get(_LAYER) != "layer":
                group = len(found.shapes)
            for child in element:
                _walk(child, matrix, paint, canvas, found, group)
        elif tag == "rect" and element.get("data-frame"):
            frame = _frame(element, matrix, paint, canvas)
            found.frames[frame.name] = frame
        else:
            found.groups.append(len(found.shapes) if group is None else group)
            found.shapes.append(_shape(tag, element, matrix, paint, canvas))
    except ValueError as error:
        raise canvas.error("theme-svg", detail=f"<{tag}> {error}") from error


def _paint(element: ET.Element) -> dict[str, str]:
    """Presentation attributes; ``style="…"``, as Inkscape writes it, wins (SVG 1.1 6.4)."""
    found = {name: value for name in _INHERITED if (value := element.get(name)) is not None}
    for declaration in element.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in _INHERITED:
            found[name.strip()] = value.strip()
    return found


def _number(element: ET.Element, name: str, default: float = 0.0) -> float:
    return float(element.get(name, str(default)).removesuffix("px"))


def _box(element: ET.Element, matrix: Matrix) -> Rect:
    if not matrix.upright:
        raise ValueError("rotated")
    x, y = matrix.apply((_number(element, "x"), _number(element, "y")))
    width, height = _number(element, "width") * matrix.a, _number(element, "height") * matrix.d
    return Rect(px(x), px(y), px(width), px(height))


def _frame(element: ET.Element, matrix: Matrix, paint: Mapping[str, str], canvas: Canvas) -> Frame:
    name, style = element.get("data-frame", ""), element.get("data-style", "")
    checks = (
        ("theme-frame", name, FRAMES),
        ("theme-style", style, canvas.styles),
        ("theme-anchor", element.get("data-anchor", "top"), _ANCHORS),
        ("theme-align", element.get("data-align", "left"), _ALIGNS),
    )
    for key, value, known in checks:
        if value not in known:
            raise canvas.error(key, value=value, near=nearest(value, known))
    colour = canvas.colour(paint.get("fill", "none"), 1.0)
    return Frame(
        name=name,
        rect=_box(element, matrix),
        style=style,
        colour=colour.slot if colour else canvas.styles[style].colour,
        align=element.get("data-align", "left"),
        anchor=element.get("data-anchor", "top"),
    )


def _shape(
    tag: str, element: ET.Element, matrix: Matrix, paint: Mapping[str, str], canvas: Canvas
) -> Shape:
    opacity = float(paint.get("opacity", "1"))
    fill = canvas.colour(
        paint.get("fill", "#000000"), opacity * float(paint.get("fill-opacity", "1"))
    )
    stroke = canvas.colour(
        paint.get("stroke", "none"), opacity * float(paint.get("stroke-opacity", "1"))
    )
    width = px(float(paint.get("stroke-width", "1").removesuffix("px")) * abs(matrix.a))
    if tag == "rect" and matrix.upright:
        return Shape(_box(element, matrix), "rect", fill, stroke, width)
    outline = _outline(tag, element)
    points = [
        (command, tuple(matrix.apply(point) for point in points)) for command, points in outline
    ]
    if tag in ("line", "polyline"):
        fill = None
    return Shape(_bounds(points), "path", fill, stroke, width, _path(points))


def _outline(tag: str, element: ET.Element) -> tuple[Segment, ...]:
    if tag == "path":
        return parse_path(element.get("d", ""))
    if tag in ("circle", "ellipse"):
        cx, cy = _number(element, "cx"), _number(element, "cy")
        rx = _number(element, "r" if tag == "circle" else "rx")
        ry = _number(element, "r" if tag == "circle" else "ry")
        return parse_path(
            f"M {cx - rx} {cy} A {rx} {ry} 0 1 1 {cx + rx} {cy} A {rx} {ry} 0 1 1 {cx - rx} {cy} Z"
        )
    if tag == "line":
        ends = [str(_number(element, name)) for name in ("x1", "y1", "x2", "y2")]
        return parse_path("M {} {} L {} {}".format(*ends))
    if tag in ("polygon", "polyline"):
        return parse_path(f"M {element.get('points', '')}" + (" Z" if tag == "polygon" else ""))
    if tag == "rect":
        x, y = _number(element, "x"), _number(element, "y")
        w, h = _number(element, "width"), _number(element, "height")
        return parse_path(f"M {x} {y} h {w} v {h} h {-w} Z")
    raise ValueError("element")


def _bounds(segments: list[tuple[str, tuple[Point, ...]]]) -> Rect:
    xs = [px(x) for _, points in segments for x, _ in points]
    ys = [px(y) for _, points in segments for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _path(segments: list[tuple[str, tuple[Point, ...]]]) -> Outline:
    return Outline(
        tuple(
            (command, *(px(v) for point in points for v in point)) for command, points in segments
        )
    )
