"""The picture of the sample speech: bookshelves and a lamp, drawn here, in colours that go with
any theme."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw as Pen

_SIZE = (1600, 900)
_WALL, _WOOD, _EDGE, _LIGHT, _IRON = "#E9E2D6", "#B98F65", "#8F6A47", "#F6EBCF", "#4A4541"
_SPINES = ("#7C8C84", "#C9A86A", "#A65F4E", "#5E7387", "#D8C7A8", "#8A7B6C", "#6F8F9A", "#B98A7A")
_SHELVES = (250, 500, 750)
"""Where the boards lie; books stand on them."""
_BOARD = 22
_LEFT, _RIGHT = 90, 1130
_SEED = 20
_DETAIL = 2
"""Drawn larger and made smaller again: Pillow's shapes have ragged edges."""


def bookshelf() -> bytes:
    """A PNG of 1600 by 900."""
    from PIL import Image, ImageDraw

    width, height = _SIZE
    picture = Image.new("RGB", (width * _DETAIL, height * _DETAIL), _WALL)
    pen = ImageDraw.Draw(picture)
    _shelves(pen)
    _lamp(pen)
    out = BytesIO()
    picture.resize(_SIZE, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _box(pen: Pen, left: int, top: int, right: int, bottom: int, colour: str) -> None:
    pen.rectangle([n * _DETAIL for n in (left, top, right, bottom)], fill=colour)


def _area(pen: Pen, colour: str, *points: tuple[int, int]) -> None:
    pen.polygon([(x * _DETAIL, y * _DETAIL) for x, y in points], fill=colour)


def _shelves(pen: Pen) -> None:
    _box(pen, _LEFT - 26, 40, _LEFT - 1, 900, _EDGE)
    _box(pen, _RIGHT + 1, 40, _RIGHT + 26, 900, _EDGE)
    state = _SEED
    for board in _SHELVES:
        x = _LEFT + 18
        while x < _RIGHT - 70:
            state = (state * 1103515245 + 12345) % (1 << 31)  # chance, the same on every machine
            wide, tall = 24 + (state >> 8) % 30, 120 + (state >> 16) % 70
            if (state >> 4) % 14 == 0:
                x += 46  # a gap, waiting for a book
                continue
            _book(pen, x, board, wide, tall, _SPINES[(state >> 12) % len(_SPINES)])
            x += wide + 3
        _box(pen, _LEFT - 26, board, _RIGHT + 26, board + _BOARD, _WOOD)


def _book(pen: Pen, x: int, board: int, wide: int, tall: int, colour: str) -> None:
    _box(pen, x, board - tall, x + wide, board, colour)
    for at in (18, 26, tall - 24):
        _box(pen, x + 5, board - tall + at, x + wide - 5, board - tall + at + 2, _LIGHT)


def _lamp(pen: Pen) -> None:
    _area(pen, "#F1E7D2", (1330, 250), (1450, 250), (1590, 790), (1190, 790))
    _area(pen, _IRON, (1335, 130), (1445, 130), (1480, 255), (1300, 255))
    _box(pen, 1386, 0, 1394, 130, _IRON)
    _box(pen, 1190, 790, 1590, 812, _WOOD)
    _box(pen, 1214, 812, 1234, 900, _EDGE)
    _box(pen, 1546, 812, 1566, 900, _EDGE)
    _area(pen, "#FFFFFF", (1270, 782), (1300, 762), (1390, 774), (1390, 790), (1280, 790))
    _area(pen, "#DCCFAE", (1510, 782), (1480, 762), (1390, 774), (1390, 790), (1500, 790))
