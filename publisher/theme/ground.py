"""What lies behind a rectangle of a drawing: looked up at a grid of points, shape by shape.

A shape's bounds would not do: fields and hills at the foot of a slide have bounds that reach far
above their edge, and a drawing would be blamed for text that stands clear of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from publisher.geometry import Emu, Rect, px
from publisher.plan import Colour, Path, Shape
from publisher.theme.model import Drawing

Stack: TypeAlias = tuple[Colour, ...]
"""Colours upon each other at one point, the lowest first; what an opaque one hides is left out."""
Polygon: TypeAlias = tuple[tuple[float, float], ...]
_ACROSS, _DOWN = 48, 12
_STEPS = 8
"""Straight pieces to a curve: off by less than a pixel on the largest that a slide holds."""
_BROAD: Emu = px(6)
"""Thinner strokes are line art, on which text is read as on ruled paper."""


def beneath(drawing: Drawing) -> dict[str, frozenset[Stack]]:
    """What is found behind each frame of a drawing."""
    return {
        name: grounds(drawing.background, drawing.artwork, frame.rect)
        for name, frame in drawing.frames.items()
    }


def grounds(background: Colour, artwork: Sequence[Shape], rect: Rect) -> frozenset[Stack]:
    """Every stack of colours that is found behind ``rect``."""
    xs = [rect.x + rect.width * (2 * i + 1) // (2 * _ACROSS) for i in range(_ACROSS)]
    near = [shape for shape in artwork if _meet(shape, rect)]
    found: set[Stack] = set()
    for row in range(_DOWN):
        y = rect.y + rect.height * (2 * row + 1) // (2 * _DOWN)
        stacks: list[Stack] = [(background,)] * len(xs)
        for shape in near:
            for colour, polygons in _painted(shape):
                for i in sorted(_covered(polygons, xs, y)):
                    stacks[i] = (colour,) if colour.alpha == 100 else (*stacks[i], colour)
        found.update(stacks)
    return frozenset(found)


def _meet(shape: Shape, rect: Rect) -> bool:
    half, frame = shape.stroke_width // 2, shape.frame
    return (
        frame.x - half < rect.right
        and frame.right + half > rect.x
        and frame.y - half < rect.bottom
        and frame.bottom + half > rect.y
    )


def _covered(polygons: Sequence[Polygon], xs: Sequence[Emu], y: Emu) -> set[int]:
    """Which of the points (x, y) lie inside, by the nonzero rule (SVG 1.1 11.3)."""
    crossings: list[tuple[float, int]] = []
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0])):
            if (y0 <= y) != (y1 <= y):
                crossings.append((x0 + (y - y0) * (x1 - x0) / (y1 - y0), 1 if y1 > y0 else -1))
    crossings.sort()
    covered: set[int] = set()
    winding = passed = 0
    for i, x in enumerate(xs):
        while passed < len(crossings) and crossings[passed][0] <= x:
            winding += crossings[passed][1]
            passed += 1
        if winding:
            covered.add(i)
    return covered


@lru_cache(maxsize=1024)
def _painted(shape: Shape) -> tuple[tuple[Colour, tuple[Polygon, ...]], ...]:
    """The areas that a shape paints: its inside, and its outline where that is broad."""
    outline = tuple(_outline(shape))
    areas = [(shape.fill, outline)] if shape.fill else []
    if shape.stroke and shape.stroke_width >= _BROAD:
        half = shape.stroke_width / 2
        closed = shape.path is None or any(c[0] == "Z" for c in shape.path.commands)
        bars = tuple(bar for polygon in outline for bar in _bars(polygon, half, closed))
        areas.append((shape.stroke, bars))
    return tuple(areas)


def _outline(shape: Shape) -> Iterator[Polygon]:
    x, y, right, bottom = shape.frame.x, shape.frame.y, shape.frame.right, shape.frame.bottom
    if shape.path is not None:
        yield from _flattened(shape.path)
    else:  # an ellipse counts as its box: no text stands in its corners alone
        yield ((x, y), (right, y), (right, bottom), (x, bottom))


def _flattened(path: Path) -> Iterator[Polygon]:
    points: list[tuple[float, float]] = []
    for verb, *numbers in path.commands:
        pairs = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2])]
        if verb == "M" and points:
            yield tuple(points)
            points = []
        if verb == "C" and points:
            start, (one, two, end) = points[-1], pairs
            points += [_on_curve(start, one, two, end, i / _STEPS) for i in range(1, _STEPS + 1)]
        else:
            points += pairs
    if points:
        yield tuple(points)


def _on_curve(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float],
    t: float,
) -> tuple[float, float]:  # fmt: skip
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (sum(w * p[i] for w, p in zip(weights, (a, b, c, d))) for i in (0, 1))
    return x, y


def _bars(polygon: Polygon, half: float, closed: bool) -> Iterator[Polygon]:
    """Each piece of an outline as a bar of its stroke's width, all turned the same way."""
    ends = polygon[1:] + (polygon[:1] if closed else ())
    for (x0, y0), (x1, y1) in zip(polygon, ends):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        if length:
            dx, dy = (y1 - y0) / length * half, (x0 - x1) / length * half
            bar = ((x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy))
            yield bar
