"""What the first bytes of a picture say: its kind and its size in pixels."""

from __future__ import annotations

from publisher.geometry import Emu, px

_MAGIC = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_NO_FRAME = frozenset((0xC4, 0xC8, 0xCC))
"""Markers between SOF0 and SOF15 that begin no frame (ITU-T T.81 table B.1)."""


def media_type(data: bytes) -> str | None:
    """image/png or image/jpeg, by the magic bytes; None for what cannot be shown."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def shown_size(data: bytes) -> tuple[Emu, Emu]:
    """Width and height in EMU, at 96 pixels to the inch."""
    width = height = 0
    if media_type(data) == "image/png":
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    else:
        at = 2
        while at + 9 < len(data) and data[at] == 0xFF:
            if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in _NO_FRAME:
                height, width = (int.from_bytes(data[i : i + 2], "big") for i in (at + 5, at + 7))
                break
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return px(max(1, width)), px(max(1, height))
