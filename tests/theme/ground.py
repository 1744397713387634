"""What lies beneath the frames of a drawing: every stack of paint that a letter may stand on.

Artwork is judged where it is, not by its bounds, and translucent paint is mixed, since a pale wash
or a curved band costs contrast too.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from publisher.geometry import Rect
from publisher.plan import Colour, Shape
from publisher.theme.model import Drawing

Stack = tuple[Colour, ...]
Outline = tuple[tuple[float, float], ...]
_ACROSS, _DOWN, _STEPS = 32, 8, 12


def luminance(value: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    r, g, b = (_linear(int(value[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(stack: Stack, palette: Mapping[str, str]) -> str:
    """The colour that a stack of paints, from back to front, shows in a palette."""
    seen = (0.0, 0.0, 0.0)
    for paint in stack:
        value, alpha = palette[paint.slot], paint.alpha / 100
        parts = (int(value[i : i + 2], 16) for i in (0, 2, 4))
        seen = tuple(
            under + (over - under) * alpha for under, over in zip(seen, parts, strict=True)
        )
    return "".join(f"{round(part):02X}" for part in seen)


def stacks(drawing: Drawing) -> dict[str, frozenset[Stack]]:
    """For each frame the stacks of paint that are found in it, looked for on a close grid."""
    painted = [(shape, _outlines(shape)) for shape in drawing.artwork if shape.fill]
    return {
        name: frozenset(_stacks(frame.rect, drawing.background, painted))
        for name, frame in drawing.frames.items()
    }


def _stacks(
    rect: Rect, ground: Colour, painted: list[tuple[Shape, list[Outline]]]
) -> Iterator[Stack]:
    near = [pair for pair in painted if _meet(rect, pair[0].frame)]
    for i in range(_ACROSS):
        for j in range(_DOWN):
            x = rect.x + rect.width * (i + 0.5) / _ACROSS
            y = rect.y + rect.height * (j + 0.5) / _DOWN
            over = [s.fill for s, outlines in near if s.fill and _inside(x, y, outlines)]
            yield (ground, *over)


def _meet(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


def _inside(x: float, y: float, outlines: list[Outline]) -> bool:
    """Whether a point is in a shape, by the even-odd rule."""
    crossings = 0
    for outline in outlines:
        for (x1, y1), (x2, y2) in pairwise((*outline, outline[0])):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


def _outlines(shape: Shape) -> list[Outline]:
    """The polygons of a shape, its curves cut into short lines."""
    if shape.path is None:
        f = shape.frame
        return [((f.x, f.y), (f.right, f.y), (f.right, f.bottom), (f.x, f.bottom))]
    found: list[list[tuple[float, float]]] = []
    for verb, *numbers in shape.path.commands:
        points = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if verb == "M":
            found.append(points)
        elif verb == "L":
            found[-1].extend(points)
        elif verb == "C":
            found[-1].extend(_curve(found[-1][-1], *points))
    return [tuple(outline) for outline in found]


def _curve(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
            sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
        )
