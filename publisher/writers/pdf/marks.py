"""Printer's marks around the trimmed page: where to cut, whether the plates fit, how they print.

All of them stand outside the bleed (ISO 15930-7, 6.13 lets nothing of them into it).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.geometry import PER_POINT, Emu, Size, mm
from publisher.writers.pdf.objects import Document, Name, Ref, Stream

ROOM: Emu = mm(12)
"""The paper around the page that marks take."""
_GAP, _LENGTH = mm(1), mm(5)
"""Crop marks begin a millimetre outside the bleed."""
_HAIR = 0.25
"""Points: the finest line that every plate holds."""
_AWAY = mm(7.5)
"""From the page's edge to the middle of a registration mark and of the colour bar, or more where
the bleed needs it."""
_ARM, _RADIUS = mm(2.5), mm(1.5)
_PATCH = mm(4.5)
_FROM_MIDDLE = mm(10)
_ROUND = 0.5523
"""How far the handles of a quarter circle reach, in radii."""
_SOLIDS = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "0 1 1 0", "1 0 1 0", "1 1 0 0")
_HALVES = (".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5", ".5 .4 .4 0")
"""The colour bar: each ink and each two of them full; each ink half, and a grey of three."""


def marks(document: Document, size: Size, bleed: Emu) -> Ref:
    """A form XObject with the marks of a page of ``size``, its origin at the page's lower left.

    Lines are in every ink there is (/All, ISO 32000-1, 8.6.6.4).
    """
    tint = {
        "FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1],
    }  # fmt: skip
    registration = [Name("Separation"), Name("All"), Name("DeviceCMYK"), tint]
    away = max(_AWAY, bleed + _ARM + _GAP // 2)
    lines = (*_crops(size, bleed), *_registers(size, away), *_bars(size, away))
    content = [f"/R CS 1 SCN {_HAIR} w", *lines]
    room = ROOM / PER_POINT
    box = [-room, -room, size.width / PER_POINT + room, size.height / PER_POINT + room]
    entries = {
        "Type": Name("XObject"),
        "Subtype": Name("Form"),
        "BBox": [round(side, 3) for side in box],
        "Resources": {"ColorSpace": {"R": registration}},
    }
    return document.add(Stream("\n".join(content).encode("ascii"), entries))


def _crops(size: Size, bleed: Emu) -> Iterator[str]:
    near, far = bleed + _GAP, bleed + _GAP + _LENGTH
    for x, out in ((0, -1), (size.width, 1)):
        for y, up in ((0, -1), (size.height, 1)):
            yield _line(x + out * near, y, x + out * far, y)
            yield _line(x, y + up * near, x, y + up * far)


def _registers(size: Size, away: Emu) -> Iterator[str]:
    middle, half = size.width // 2, size.height // 2
    for x, y in ((middle, -away), (middle, size.height + away),
                 (-away, half), (size.width + away, half)):  # fmt: skip
        yield _line(x - _ARM, y, x + _ARM, y)
        yield _line(x, y - _ARM, x, y + _ARM)
        yield _circle(x, y, _RADIUS)


def _bars(size: Size, away: Emu) -> Iterator[str]:
    """Patches on both sides of the upper registration mark."""
    bottom = size.height + away - _PATCH // 2
    start = size.width // 2 - _FROM_MIDDLE - len(_SOLIDS) * _PATCH
    for left, inks in ((start, _SOLIDS), (size.width // 2 + _FROM_MIDDLE, _HALVES)):
        for i, ink in enumerate(inks):
            yield f"{ink} k {_at(left + i * _PATCH, bottom)} {_at(_PATCH, _PATCH)} re f"


def _circle(x: Emu, y: Emu, radius: Emu) -> str:
    handle = round(radius * _ROUND)
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{_at(x + radius, y)} m"]
    for (a, b), (c, d) in pairwise(turns):
        parts.append(
            f"{_at(x + a * radius + c * handle, y + b * radius + d * handle)} "
            f"{_at(x + c * radius + a * handle, y + d * radius + b * handle)} "
            f"{_at(x + c * radius, y + d * radius)} c"
        )
    return " ".join((*parts, "s"))


def _line(x: Emu, y: Emu, to_x: Emu, to_y: Emu) -> str:
    return f"{_at(x, y)} m {_at(to_x, to_y)} l S"


def _at(x: Emu, y: Emu) -> str:
    return f"{x / PER_POINT:.3f} {y / PER_POINT:.3f}"
