"""Slices of a pie as paths of cubic curves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from publisher.geometry import Rect, px
from publisher.plan import Colour, Path, Shape

_QUARTER = math.pi / 2
_SEAM = Colour("lt2")


def pie(circle: Rect, values: Sequence[float], colours: Sequence[Colour]) -> Iterator[Shape]:
    """A slice for each value, clockwise from the top, with seams of paper between them."""
    total = sum(values)
    at = -_QUARTER
    for i, value in enumerate(values):
        if value <= 0:
            continue
        to = at + 2 * math.pi * value / total
        path = _slice(circle, at, to)
        yield Shape(
            _bounds(circle, at, to), "path", colours[i], _SEAM, px(2), path, f"slice {i + 1}"
        )
        at = to


def _slice(circle: Rect, start: float, end: float) -> Path:
    """The sector from ``start`` to ``end`` (radians, clockwise), an arc in pieces of a quarter.

    A cubic with handles of 4/3·tan(a/4) radii is within 0.03 % of the arc.
    """
    radius = circle.width / 2
    x, y = circle.x + radius, circle.y + radius

    def on(angle: float, out: float = 0.0) -> tuple[int, int]:
        """The point at ``angle``, moved ``out`` radii along the tangent."""
        cos, sin = math.cos(angle), math.sin(angle)
        return round(x + radius * (cos - out * sin)), round(y + radius * (sin + out * cos))

    count = max(1, math.ceil((end - start) / _QUARTER - 1e-9))
    step = (end - start) / count
    handle = 4 / 3 * math.tan(step / 4)
    commands: list[tuple[str | int, ...]] = [("M", round(x), round(y)), ("L", *on(start))]
    for i in range(count):
        a, b = start + i * step, start + (i + 1) * step
        commands.append(("C", *on(a, handle), *on(b, -handle), *on(b)))
    return Path((*commands, ("Z",)))


def _bounds(circle: Rect, start: float, end: float) -> Rect:
    """The box around the sector from ``start`` to ``end``: its corners, and where it is widest."""
    radius = circle.width / 2
    quarters = range(math.ceil(start / _QUARTER - 1e-9), math.floor(end / _QUARTER + 1e-9) + 1)
    angles = (start, end, *(quarter * _QUARTER for quarter in quarters))
    xs = [0.0, *(radius * math.cos(angle) for angle in angles)]
    ys = [0.0, *(radius * math.sin(angle) for angle in angles)]
    left, top = math.floor(min(xs)), math.floor(min(ys))
    x, y = circle.x + circle.width // 2, circle.y + circle.height // 2
    return Rect(x + left, y + top, math.ceil(max(xs)) - left, math.ceil(max(ys)) - top)
