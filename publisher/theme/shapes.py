"""SVG's basic shapes and paths (SVG 1.1 8, 9) as shapes of a plan."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from typing import TypeAlias

from publisher.geometry import Rect, px
from publisher.plan import Colour, Path, Shape
from publisher.theme.svgpath import Matrix, Point, Segment, parse_path

Painting: TypeAlias = Callable[[str, float], Colour | None]
"""The slot of a colour as SVG writes it, at an alpha from 0 to 1; None where nothing is painted."""


def shape(element: ET.Element, matrix: Matrix, paint: Mapping[str, str], colour: Painting) -> Shape:
    """An SVG element as artwork in slide coordinates, after ``matrix``. Raises ValueError for one
    that is no shape, or is not written as SVG 1.1 has it."""
    tag = element.tag.rsplit("}", 1)[-1]
    opacity = float(paint.get("opacity", "1"))
    fill = colour(paint.get("fill", "#000000"), opacity * float(paint.get("fill-opacity", "1")))
    stroke = colour(paint.get("stroke", "none"), opacity * float(paint.get("stroke-opacity", "1")))
    width = px(float(paint.get("stroke-width", "1").removesuffix("px")) * abs(matrix.a))
    if tag == "rect" and matrix.upright and not _corners(element):
        return Shape(box(element, matrix), "rect", fill, stroke, width)
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
        return _rounded(element)
    raise ValueError("element")


def _corners(element: ET.Element) -> tuple[float, float] | None:
    """The radii of a rectangle's corners, None where they are square (SVG 1.1 9.2)."""
    given = [element.get("rx"), element.get("ry")]
    rx, ry = (float((a or b or "0").removesuffix("px")) for a, b in (given, given[::-1]))
    width, height = _number(element, "width"), _number(element, "height")
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    return (rx, ry) if rx > 0 and ry > 0 else None


def _rounded(element: ET.Element) -> tuple[Segment, ...]:
    x, y = _number(element, "x"), _number(element, "y")
    w, h = _number(element, "width"), _number(element, "height")
    corners = _corners(element)
    if corners is None:
        return parse_path(f"M {x} {y} h {w} v {h} h {-w} Z")
    rx, ry = corners
    turns = [f"a {rx} {ry} 0 0 1 {dx} {dy}" for dx, dy in ((rx, ry), (-rx, ry), (-rx, -ry))]
    return parse_path(
        f"M {x + rx} {y} h {w - 2 * rx} {turns[0]} v {h - 2 * ry} {turns[1]} h {2 * rx - w} "
        f"{turns[2]} v {2 * ry - h} a {rx} {ry} 0 0 1 {rx} {-ry} Z"
    )


def _bounds(segments: list[tuple[str, tuple[Point, ...]]]) -> Rect:
    xs = [px(x) for _, points in segments for x, _ in points]
    ys = [px(y) for _, points in segments for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _path(segments: list[tuple[str, tuple[Point, ...]]]) -> Path:
    return Path(
        tuple(
            (command, *(px(v) for point in points for v in point)) for command, points in segments
        )
    )


def _number(element: ET.Element, name: str, default: float = 0.0) -> float:
    return float(element.get(name, str(default)).removesuffix("px"))


def box(element: ET.Element, matrix: Matrix) -> Rect:
    """Where a rectangle lies after ``matrix``. Raises ValueError where it would be turned."""
    if not matrix.upright:
        raise ValueError("rotated")
    x, y = _number(element, "x"), _number(element, "y")
    width, height = _number(element, "width"), _number(element, "height")
    corners = matrix.apply((x, y)), matrix.apply((x + width, y + height))
    (left, right), (top, bottom) = map(sorted, zip(*corners))
    return Rect(px(left), px(top), px(right - left), px(bottom - top))
