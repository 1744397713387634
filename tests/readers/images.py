"""Small pictures with what cameras, phones and editors leave in them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from typing import Any

from PIL import Image

SIZE = (40, 20)


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        len(content).to_bytes(4, "big") + kind + content
        + zlib.crc32(kind + content).to_bytes(4, "big")
    )  # fmt: skip


def halves(mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", SIZE, (200, 0, 0))
    picture.paste((0, 0, 200), (SIZE[0] // 2, 0, *SIZE))
    return picture.convert(mode)


def png(mode: str = "RGB", *, text: str = "", more: Iterable[tuple[bytes, bytes]] = ()) -> bytes:
    out = io.BytesIO()
    halves(mode).save(out, "PNG")
    data = out.getvalue()
    chunks = [(b"tEXt", b"Author\0" + text.encode())] if text else []
    extra = b"".join(chunk(kind, content) for kind, content in [*chunks, *more])
    return data[:33] + extra + data[33:]


def exif(text: str) -> bytes:
    """An EXIF block with a maker, an artist and a position."""
    block = Image.Exif()
    block[0x010F] = block[0x013B] = text
    block[0x8825] = {1: "N", 2: (39.0, 54.0, 26.0), 29: text}
    return block.tobytes()


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (2 + len(content)).to_bytes(2, "big") + content


def jpeg(text: str = "", *, more: Iterable[bytes] = (), **options: object) -> bytes:
    """A JPEG; with ``text`` in EXIF, XMP, IPTC, a thumbnail, a comment, and behind its end."""
    out = io.BytesIO()
    halves().save(out, "JPEG", quality=90, subsampling=0, **options)
    data = out.getvalue()
    if not text:
        return data[:2] + b"".join(more) + data[2:]
    told = text.encode()
    segments = (
        segment(0xE1, exif(text)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + told + b"</x:xmpmeta>"),
        segment(0xE0, b"JFXX\0\x10" + told),
        segment(0xED, b"Photoshop 3.0\x008BIM" + told),
        segment(0xEB, b"JP" + told),
        segment(0xFE, told),
    )
    return data[:2] + b"".join((*segments, *more)) + data[2:] + told


def gif(text: str) -> bytes:
    out = io.BytesIO()
    frames = [halves("P"), halves("P").transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=text)
    data = out.getvalue()
    told = text.encode()
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes((len(told),)) + told + b"\0"
    return data[:-1] + xmp + data[-1:] + told


def emf(text: str) -> bytes:
    """A line, a description, comments of a program and of EMF+, and something behind the end."""
    description = (text + "\0a\0\0").encode("utf-16-le")
    description += bytes(-len(description) % 4)
    told = text.encode() + bytes(-len(text) % 4)
    plus = b"EMF+" + struct.pack("<HHLL", 0x4003, 0, 12 + len(told), len(told)) + told
    records = [
        _emf_comment(b"\0\0\0\0" + told),
        _emf_comment(plus),
        struct.pack("<LLll", 54, 16, 100, 100),
        struct.pack("<LLLLL", 14, 20, 0, 16, 20),
    ]
    size = 100 + len(description)
    total = size + sum(map(len, records))
    header = struct.pack(
        "<LL4l4l4sLLLHHLLLllll", 1, size, 0, 0, 99, 99, 0, 0, 2600, 2600, b" EMF", 0x10000, total,
        len(records) + 1, 1, 0, len(description) // 2, 100, 0, 1000, 1000, 260, 260,
    )  # fmt: skip
    return header + bytes(100 - len(header)) + description + b"".join(records) + told


def _emf_comment(content: bytes) -> bytes:
    return struct.pack("<LLL", 70, 12 + len(content), len(content)) + content


def wmf(text: str) -> bytes:
    """A placeable metafile with a rectangle, and an escape that says something."""
    told = text.encode() + bytes(len(text) % 2)
    escape = struct.pack("<LHHH", 5 + len(told) // 2, 0x0626, 15, len(told)) + told
    rectangle = struct.pack("<LHhhhh", 7, 0x041B, 90, 90, 10, 10)
    end = struct.pack("<LH", 3, 0)
    words = 9 + (len(escape) + len(rectangle) + len(end)) // 2
    head = struct.pack("<HHHLHLH", 1, 9, 0x300, words, 0, len(escape) // 2, 0)
    placeable = struct.pack("<LHhhhhHL", 0x9AC6CDD7, 0, 0, 0, 100, 100, 96, 0)
    checksum = 0
    for (word,) in struct.iter_unpack("<H", placeable):
        checksum ^= word
    return placeable + struct.pack("<H", checksum) + head + escape + rectangle + end + told


def opened(data: bytes, mode: str = "RGB") -> Image.Image:
    """The pixels of a picture."""
    return Image.open(io.BytesIO(data)).convert(mode)


def saved(kind: str, mode: str = "RGB", **options: Any) -> bytes:
    """Two halves as a file of a kind."""
    out = io.BytesIO()
    halves(mode).save(out, kind, **options)
    return out.getvalue()
