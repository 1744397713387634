"""What the first bytes of a picture say: its kind and its size in pixels."""

from __future__ import annotations

from publisher.geometry import Emu, px

_MAGIC = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_NO_FRAME = frozenset((0xC4, 0xC8, 0xCC))
"""Markers between SOF0 and SOF15 that begin no frame (ITU-T T.81 table B.1)."""
_MOST_SEGMENTS = 1000
"""Of a JPEG, before its size is given up."""
MOST_PIXELS = 50_000_000
"""Of one picture: whoever opens it needs three or four bytes for each."""


def media_type(data: bytes) -> str | None:
    """image/png or image/jpeg, by the magic bytes; None for what cannot be shown."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height as the picture itself declares them; 0 where it does not."""
    if media_type(data) == "image/png":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if at + 9 >= len(data) or data[at] != 0xFF:
            break
        if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in _NO_FRAME:
            height, width = (int.from_bytes(data[i : i + 2], "big") for i in (at + 5, at + 7))
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def shown_size(data: bytes) -> tuple[Emu, Emu]:
    """Width and height in EMU, at 96 pixels to the inch."""
    width, height = pixels(data)
    return px(max(1, width)), px(max(1, height))
