"""The icon of an attached document: a page with a turned corner, drawn here, as PNG.

Every edge is upright, level or at 45 degrees, so that pixels are whole but for the diagonal,
where they are halves: no library is needed to draw it smoothly.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import TypeAlias

from publisher.geometry import Size
from publisher.record import NamedTuple

_Pixel: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue, alpha."""

_UNIT = 10
"""Pixels to a unit of the drawing: 240 × 320, twice what a screen shows."""
_WIDTH, _HEIGHT, _CORNER, _EDGE = 24, 32, 7, 0.6
_LINES = (
    (11, 8, 2, "accent1"), (15.5, 16, 0.8, "accent4"), (18.5, 16, 0.8, "accent4"),
    (21.5, 16, 0.8, "accent4"), (24.5, 10, 0.8, "accent4"),
)  # fmt: skip
"""A heading and four lines of text: top, length, thickness in units, colour."""
_MARGIN = 4
_CLEAR: _Pixel = (0, 0, 0, 0)


class _Box(NamedTuple):
    """A rectangle in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def icon(frame: Size, palette: Mapping[str, str]) -> bytes:
    """A PNG in the proportions of ``frame``, the page in its middle in the colours of ``palette``.

    The same bytes for the same proportions and colours.
    """
    page = _page(palette)
    high, wide = len(page), len(page[0])
    total_width = max(wide, round(high * frame.width / max(1, frame.height)))
    total_height = max(high, round(wide * frame.height / max(1, frame.width)))
    if total_width > wide:
        total_height = high
    left, top = (total_width - wide) // 2, (total_height - high) // 2
    blank = [_CLEAR] * total_width
    rows = [blank] * top
    rows += [[_CLEAR] * left + row + [_CLEAR] * (total_width - wide - left) for row in page]
    rows += [blank] * (total_height - high - top)
    return _png(rows)


def _page(palette: Mapping[str, str]) -> list[list[_Pixel]]:
    """The page alone, row by row."""
    colours = {slot: _rgba(palette[slot]) for slot in ("lt1", "accent1", "accent4", "accent5")}
    paper, line, fold = colours["lt1"], colours["accent4"], colours["accent5"]
    wide, high, corner, edge = (_px(v) for v in (_WIDTH, _HEIGHT, _CORNER, _EDGE))
    rows = [[paper] * wide for _ in range(high)]
    for top, length, thickness, slot in _LINES:
        box = _Box(_px(_MARGIN), _px(top), _px(_MARGIN + length), _px(top + thickness))
        _fill(rows, box, colours[slot])
    for box in (
        _Box(0, 0, wide - corner, edge), _Box(0, 0, edge, high),
        _Box(0, high - edge, wide, high), _Box(wide - edge, corner, wide, high),
    ):  # fmt: skip
        _fill(rows, box, line)
    _turn(rows, corner, edge, fold, line)
    return rows


def _turn(rows: list[list[_Pixel]], corner: int, edge: int, fold: _Pixel, line: _Pixel) -> None:
    """Cut the top right corner off, and lay it down as a triangle with an edge of its own."""
    wide = len(rows[0])
    start = wide - corner
    for y in range(corner):
        cut = start + y  # the diagonal crosses this row here
        row = rows[y]
        row[start:cut] = [fold] * (cut - start)
        slant = round(edge * 1.4)
        row[max(start, cut - slant) : cut] = [line] * (cut - max(start, cut - slant))
        row[cut] = (*line[:3], 128)
        row[cut + 1 :] = [_CLEAR] * (wide - cut - 1)
    _fill(rows, _Box(start, 0, start + edge, corner), line)
    _fill(rows, _Box(start, corner - edge, wide - edge, corner), line)
    rows[0][start + 1 :] = [_CLEAR] * (corner - 1)


def _fill(rows: list[list[_Pixel]], box: _Box, colour: _Pixel) -> None:
    for row in rows[box.top : box.bottom]:
        row[box.left : box.right] = [colour] * (box.right - box.left)


def _px(units: float) -> int:
    return round(units * _UNIT)


def _rgba(hex_: str) -> _Pixel:
    red, green, blue = bytes.fromhex(hex_)
    return red, green, blue, 255


def _png(rows: list[list[_Pixel]]) -> bytes:
    """Rows as PNG (ISO/IEC 15948): eight bits of red, green, blue and alpha."""
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    raw = b"".join(b"\0" + bytes(value for pixel in row for value in pixel) for row in rows)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
