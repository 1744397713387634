"""How server and workers talk: JSON, its length before it."""

from __future__ import annotations

import json
import struct
from asyncio import StreamReader
from typing import Any, BinaryIO, TypeAlias

Frame: TypeAlias = dict[str, Any]
HEAD = struct.Struct(">I")


def packed(frame: Frame) -> bytes:
    """A frame as it goes through a pipe: four bytes of length (big-endian), UTF-8."""
    body = json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return HEAD.pack(len(body)) + body


def read_frame(stream: BinaryIO) -> Frame | None:
    """The next frame; None at the end of the stream."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    frame: Frame = json.loads(stream.read(*HEAD.unpack(head)))
    return frame


async def next_frame(stream: StreamReader) -> Frame:
    """The next frame. Raises asyncio.IncompleteReadError at the end of the stream."""
    head = await stream.readexactly(HEAD.size)
    frame: Frame = json.loads(await stream.readexactly(*HEAD.unpack(head)))
    return frame
