"""Lines that tell where to fold and where to cut. Lengths are EMU, ``y`` grows downwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.geometry import Emu, Rect, Size, mm
from publisher.record import NamedTuple

ROOM = mm(6)
"""What marks outside of the trimmed sheet take beyond its bleed."""
_FOLD = mm(8)
"""Longer than the edge that office printers leave blank."""
_STROKE, _OFF = mm(4), mm(1)
"""The length of a cut mark, and how far it keeps from what it must not be seen on."""


class Line(NamedTuple):
    """A mark from one point to another; folds are dashed."""

    x1: Emu
    y1: Emu
    x2: Emu
    y2: Emu
    dashed: bool = False


def fold_marks(size: Size, upright: bool, bleed: Emu = 0) -> tuple[Line, ...]:
    """The two ends of the fold in the middle, inside of the paper; with a bleed, beyond it."""
    near, far = (-bleed - _OFF, -bleed - ROOM) if bleed else (0, _FOLD)
    across, along = size if upright else (size.height, size.width)
    middle = across // 2
    ends = ((near, far), (along - near, along - far))
    if upright:
        return tuple(Line(middle, start, middle, end, dashed=True) for start, end in ends)
    return tuple(Line(start, middle, end, middle, dashed=True) for start, end in ends)


def crop_marks(size: Size, bleed: Emu) -> tuple[Line, ...]:
    """Two strokes at each corner of a sheet that is cut to ``size``, outside of its bleed."""
    return tuple(_at_corners(Rect(0, 0, *size), bleed + _OFF, bleed + ROOM))


def cut_marks(frames: Iterable[Rect], gap: Emu) -> tuple[Line, ...]:
    """Strokes at the corners of pages that stand ``gap`` apart; none where they touch."""
    far = min(_OFF + _STROKE, gap - _OFF)
    strokes = (mark for frame in frames for mark in _at_corners(frame, _OFF, far))
    return tuple(dict.fromkeys(strokes)) if far > _OFF else ()


def frame_lines(frames: Iterable[Rect]) -> tuple[Line, ...]:
    """The edges of each page."""
    return tuple(line for frame in frames for line in _edges(frame))


def _at_corners(frame: Rect, near: Emu, far: Emu) -> Iterator[Line]:
    tops, sides = (frame.y, frame.bottom), (frame.x, frame.right)
    for y in tops:
        yield Line(frame.x - far, y, frame.x - near, y)
        yield Line(frame.right + near, y, frame.right + far, y)
    for x in sides:
        yield Line(x, frame.y - far, x, frame.y - near)
        yield Line(x, frame.bottom + near, x, frame.bottom + far)


def _edges(frame: Rect) -> tuple[Line, ...]:
    x, y, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    return (
        Line(x, y, right, y), Line(right, y, right, bottom),
        Line(x, bottom, right, bottom), Line(x, y, x, bottom),
    )  # fmt: skip
