"""Lengths, points and rectangles.

Every length that crosses a module is an integer number of English Metric Units, the unit of
OOXML (ECMA-376 20.1.10.16): 914 400 to the inch, 12 700 to the point, 36 000 to the millimetre.
Integers add up exactly, so two writers draw the same plan at the same place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from publisher.record import NamedTuple

Emu: TypeAlias = int

PER_INCH = 914_400
PER_POINT = 12_700
PER_MM = 36_000
PER_PX = 9_525
"""A theme drawing is 1280 px wide and a 16:9 slide 13.333 in: 96 px to the inch."""


def pt(value: float) -> Emu:
    """A length of ``value`` points (1/72 inch)."""
    return round(value * PER_POINT)


def mm(value: float) -> Emu:
    """A length of ``value`` millimetres."""
    return round(value * PER_MM)


def px(value: float) -> Emu:
    """A length of ``value`` drawing units of a theme (1/96 inch)."""
    return round(value * PER_PX)


def to_pt(length: Emu) -> float:
    """``length`` in points, for file formats that count in points."""
    return length / PER_POINT


class Size(NamedTuple):
    """A width and a height."""

    width: Emu
    height: Emu


class Rect(NamedTuple):
    """An upright rectangle; ``x`` grows rightwards, ``y`` downwards from the top left."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        return self.y + self.height

    def inset(self, left: Emu, top: Emu, right: Emu, bottom: Emu) -> Rect:
        """The rectangle inside the given margins."""
        return Rect(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def columns(self, count: int, gap: Emu) -> tuple[Rect, ...]:
        """``count`` columns of one width side by side, ``gap`` apart, filling the rectangle."""
        width = (self.width - gap * (count - 1)) // count
        return tuple(
            Rect(self.x + i * (width + gap), self.y, width, self.height) for i in range(count)
        )

    def rows(self, count: int, gap: Emu) -> tuple[Rect, ...]:
        """``count`` rows of one height below each other, ``gap`` apart, filling the rectangle."""
        height = (self.height - gap * (count - 1)) // count
        return tuple(
            Rect(self.x, self.y + i * (height + gap), self.width, height) for i in range(count)
        )


SLIDE_16_9 = Size(12_192_000, 6_858_000)
SLIDE_4_3 = Size(9_144_000, 6_858_000)
ASPECTS: Mapping[str, Size] = {"16:9": SLIDE_16_9, "4:3": SLIDE_4_3}
"""Slide sizes by aspect; all are 7.5 in high, so that type keeps its size."""
A4 = Size(mm(210), mm(297))
SIZES: Mapping[str, float] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9,
}  # fmt: skip
"""Chinese sizes of type in points."""
LARGE_PRINT = 18
"""Points: what is read at a lectern is no smaller."""
_LARGEST = 72


def size_of(value: object) -> Emu:
    """The length of 二号, 22 or "22", for large print. Raises ValueError for what is none."""
    points = SIZES.get(str(value)) or float(str(value))
    if not LARGE_PRINT <= points <= _LARGEST:
        raise ValueError(value)
    return pt(points)


PAPERS: Mapping[str, Size] = {
    "A4": A4,
    "A5": Size(mm(148), mm(210)),
    "B5": Size(mm(176), mm(250)),
    "A3": Size(mm(297), mm(420)),
    "Letter": Size(PER_INCH * 17 // 2, PER_INCH * 11),
}
"""Upright sheets of paper by name."""
