"""Draw sources/passengers.png, the bar chart of the annual report, without any library.

Run from anywhere: ``python examples/draw.py``. build.py places the committed picture, so that a
zlib that packs differently does not change the speech.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

PICTURE = Path(__file__).parent / "sources" / "passengers.png"
WIDTH, HEIGHT = 1200, 600
VALUES = (1.12, 1.05, 1.38, 1.61, 1.86)
"""Passengers a day in units of 10,000, 2021 to 2025."""

PAPER, GRID, AXIS, BAR, LATEST = range(5)
PALETTE = ("FBFAF7", "DEDBD4", "8A857C", "7FA3A8", "2F6F7A")
LEFT, RIGHT, TOP, BASE = 60, 1140, 50, 540
PER_UNIT = 240
"""Pixels for one unit of VALUES; grid lines stand at halves."""


def canvas() -> list[bytearray]:
    """Rows of palette indices, drawn from back to front: grid, bars, base line."""
    rows = [bytearray([PAPER]) * WIDTH for _ in range(HEIGHT)]
    for step in range(1, 5):
        fill(rows, LEFT, RIGHT, BASE - step * PER_UNIT // 2, 2, GRID)
    pitch = (RIGHT - LEFT) // len(VALUES)
    for index, value in enumerate(VALUES):
        left = LEFT + index * pitch + pitch // 4
        tall = round(value * PER_UNIT)
        ink = LATEST if index == len(VALUES) - 1 else BAR
        fill(rows, left, left + pitch // 2, BASE - tall, tall, ink)
    fill(rows, LEFT, RIGHT, BASE, 3, AXIS)
    return rows


def fill(rows: list[bytearray], left: int, right: int, top: int, height: int, ink: int) -> None:
    """Paint a rectangle of palette index ``ink``; all measures in pixels."""
    for row in rows[top : top + height]:
        row[left:right] = bytes([ink]) * (right - left)


def png(rows: list[bytearray]) -> bytes:
    """An indexed PNG of 8 bits a pixel (ISO/IEC 15948, 11.2)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    # A filter byte of 0 (none) before each row.
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"PLTE", bytes.fromhex("".join(PALETTE)))
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


if __name__ == "__main__":
    PICTURE.write_bytes(png(canvas()))
