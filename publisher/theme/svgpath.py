"""SVG path data and transforms, reduced to absolute moves, lines, cubics and closes.

SVG 1.1 8.3 (path data), 7.6 (transforms). Quadratics become cubics exactly; an elliptical arc
becomes one cubic per quarter turn (SVG 1.1 F.6), which is off by less than 0.03 % of its radius.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from publisher.record import NamedTuple

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[str, tuple[Point, ...]]

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FUNCTION = re.compile(r"(matrix|translate|scale|rotate)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class Matrix(NamedTuple):
    """``x' = a x + c y + e``, ``y' = b x + d y + f``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, inner: Matrix) -> Matrix:
        """The transform that applies ``inner`` first and this one to its result."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            *self.apply((inner.e, inner.f)),
        )

    @property
    def upright(self) -> bool:
        """Whether a rectangle stays an upright rectangle."""
        return self.b == 0 and self.c == 0


def parse_transform(text: str) -> Matrix:
    """The product of a ``transform`` attribute's functions; skews raise ValueError."""
    result = Matrix()
    if text.strip() and not _FUNCTION.search(text):
        raise ValueError(text)
    for name, inner in _FUNCTION.findall(text):
        result = result.then(_function(name, [float(n) for n in _NUMBER.findall(inner)]))
    return result


def _function(name: str, args: list[float]) -> Matrix:
    if name == "matrix":
        return Matrix(*args)
    if name == "translate":
        return Matrix(e=args[0], f=args[1] if len(args) > 1 else 0.0)
    if name == "scale":
        return Matrix(a=args[0], d=args[1] if len(args) > 1 else args[0])
    turn = math.radians(args[0])
    rotation = Matrix(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn))
    if len(args) < 3:
        return rotation
    return Matrix(e=args[1], f=args[2]).then(rotation).then(Matrix(e=-args[1], f=-args[2]))


def parse_path(data: str) -> tuple[Segment, ...]:
    """Path data as ("M"|"L"|"C"|"Z", points); raises ValueError on what is not path data."""
    segments: list[Segment] = []
    here: Point = (0.0, 0.0)
    start: Point = here
    control: Point | None = None
    for command, args in _commands(data):
        upper = command.upper()
        values = _absolute(upper, args, here) if command.islower() else args
        if upper == "Z":
            segments.append(("Z", ()))
            here, control = start, None
            continue
        if upper in "ML":
            here = (values[0], values[1])
            segments.append((upper, (here,)))
            start, control = (here, None) if upper == "M" else (start, None)
        elif upper in "HV":
            here = (values[0], here[1]) if upper == "H" else (here[0], values[0])
            segments.append(("L", (here,)))
            control = None
        elif upper == "A":
            target = (values[5], values[6])
            segments.extend(_arc(here, values, target))
            here, control = target, None
        else:
            cubic, control = _curve(upper, values, here, control, segments)
            segments.append(("C", cubic))
            here = cubic[2]
    return tuple(segments)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with their arguments, repeated arguments spelled out (SVG 1.1 8.3.1)."""
    command = ""
    args: list[float] = []
    bare = False
    for letter, number in _TOKEN.findall(data):
        if letter:
            if args or bare:
                raise ValueError(data[:40])
            command, bare = letter, letter not in "Zz"
            if letter in "Zz":
                yield letter, []
            continue
        if not command or command in "Zz":
            raise ValueError(data[:40])
        bare = False
        args.append(float(number))
        if len(args) == _ARITY[command.upper()]:
            yield command, args
            args = []
            command = {"M": "L", "m": "l"}.get(command, command)
    if args or bare:
        raise ValueError(data[:40])


def _absolute(command: str, args: list[float], here: Point) -> list[float]:
    if command == "H":
        return [args[0] + here[0]]
    if command == "V":
        return [args[0] + here[1]]
    if command == "A":
        return [*args[:5], args[5] + here[0], args[6] + here[1]]
    return [value + here[i % 2] for i, value in enumerate(args)]


def _curve(
    command: str, v: list[float], here: Point, control: Point | None, before: list[Segment]
) -> tuple[tuple[Point, Point, Point], Point | None]:
    """One cubic for C, S, Q or T, and the control point that a following S or T mirrors."""
    smooth = before and before[-1][0] == "C"
    mirrored = (2 * here[0] - control[0], 2 * here[1] - control[1]) if control and smooth else here
    if command == "C":
        return ((v[0], v[1]), (v[2], v[3]), (v[4], v[5])), (v[2], v[3])
    if command == "S":
        return (mirrored, (v[0], v[1]), (v[2], v[3])), (v[0], v[1])
    middle = (v[0], v[1]) if command == "Q" else mirrored
    end = (v[-2], v[-1])
    first = (here[0] + 2 / 3 * (middle[0] - here[0]), here[1] + 2 / 3 * (middle[1] - here[1]))
    second = (end[0] + 2 / 3 * (middle[0] - end[0]), end[1] + 2 / 3 * (middle[1] - end[1]))
    return (first, second, end), middle


def _arc(here: Point, v: list[float], end: Point) -> Iterator[Segment]:
    rx, ry, phi = abs(v[0]), abs(v[1]), math.radians(v[2])
    large, sweep = v[3] != 0, v[4] != 0
    if rx == 0 or ry == 0 or here == end:
        yield "L", (end,)
        return
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (here[0] - end[0]) / 2, (here[1] - end[1]) / 2
    x1, y1 = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = max(1.0, math.sqrt((x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    inner = (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2
    factor = math.sqrt(max(0.0, inner / ((rx * y1) ** 2 + (ry * x1) ** 2)))
    factor = -factor if large == sweep else factor
    cx, cy = factor * rx * y1 / ry, -factor * ry * x1 / rx
    start = math.atan2((y1 - cy) / ry, (x1 - cx) / rx)
    turn = math.atan2((-y1 - cy) / ry, (-x1 - cx) / rx) - start
    if sweep and turn < 0:
        turn += 2 * math.pi
    if not sweep and turn > 0:
        turn -= 2 * math.pi
    middle = ((here[0] + end[0]) / 2, (here[1] + end[1]) / 2)
    frame = Matrix(cos, sin, -sin, cos, cos * cx - sin * cy + middle[0],
                   sin * cx + cos * cy + middle[1])  # fmt: skip
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    k = 4 / 3 * math.tan(step / 4)
    for i in range(count):
        a, b = start + i * step, start + (i + 1) * step
        yield (
            "C",
            (
                frame.apply(
                    (rx * (math.cos(a) - k * math.sin(a)), ry * (math.sin(a) + k * math.cos(a)))
                ),
                frame.apply(
                    (rx * (math.cos(b) + k * math.sin(b)), ry * (math.sin(b) - k * math.cos(b)))
                ),
                frame.apply((rx * math.cos(b), ry * math.sin(b))),
            ),
        )
