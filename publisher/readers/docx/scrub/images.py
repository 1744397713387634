"""Pictures without what they tell of who made them, and when and where: no pixel is changed.

Each format is read piece by piece, and of its pieces those stay that are needed to draw it:
camera data, positions, thumbnails, comments, layers of editors and whatever hangs behind the end
are none of them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from publisher.readers.docx.scrub.icc import clean_profile

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
GIF = (b"GIF87a", b"GIF89a")

# --- JPEG (ITU-T T.81, Annex B) --------------------------------------------------------------

_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_START_OF_SCAN = 0xDA
_END = 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_TABLES_AND_FRAMES = frozenset(range(0xC0, 0xE0)) - {0xC8, _END, 0xD8, *range(0xD0, 0xD8)}
_JFIF, _ICC, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_ROOM = 65519
"""Bytes of a profile that one segment holds."""


def clean_jpeg(data: bytes) -> bytes:
    """``data`` without its application data, but for the JFIF density, the colour profile and
    Adobe's word on its colours. Raises ValueError where it is damaged."""
    head: list[bytes] = []
    body: list[bytes] = []
    profile: dict[int, bytes] = {}
    ended = False
    for marker, segment in _segments(data):
        content = segment[4:]
        if marker == _END:
            ended = True
        elif marker in _TABLES_AND_FRAMES:
            body.append(segment)
        elif marker == 0xE0 and content.startswith(_JFIF) and len(content) >= 14:
            head.append(b"\xff\xe0\x00\x10" + content[:12] + b"\0\0")
        elif marker == 0xE2 and content.startswith(_ICC) and len(content) > 14:
            profile.setdefault(content[12], content[14:])
        elif marker == 0xEE and content.startswith(_ADOBE) and len(content) >= 12:
            head.append(b"\xff\xee\x00\x0e" + content[:12])
    if not body or not ended:
        raise ValueError("jpeg")
    cleaned = clean_profile(b"".join(profile[number] for number in sorted(profile)))
    return b"".join((b"\xff\xd8", *head, *_profile_segments(cleaned), *body, b"\xff\xd9"))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, segment) pairs; a scan's segment goes on to the next marker. A picture that was
    cut short ends where it ends."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("jpeg")
        marker = data[at + 1]
        if marker == 0xFF:  # any number of them may stand before a marker
            at += 1
            continue
        if marker == _END:
            break
        if marker in _ALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            raise ValueError("jpeg")
        if marker == _START_OF_SCAN:
            found = _MARKER.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[at:end]
        at = end
    yield _END, b""


def _profile_segments(profile: bytes) -> list[bytes]:
    pieces = [profile[at : at + _ROOM] for at in range(0, len(profile), _ROOM)]
    return [
        b"\xff\xe2" + (16 + len(piece)).to_bytes(2, "big") + _ICC
        + bytes((number, len(pieces))) + piece
        for number, piece in enumerate(pieces, 1)
    ]  # fmt: skip


# --- PNG (ISO/IEC 15948, 11) -----------------------------------------------------------------

_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD",
     b"pHYs", b"cICP"}
)  # fmt: skip
_LARGEST_PROFILE = 4 << 20


def clean_png(data: bytes) -> bytes:
    """``data`` with the chunks that draw it and their colours. Raises ValueError where it is
    damaged."""
    found = [PNG]
    kinds: set[bytes] = set()
    at = len(PNG)
    while b"IEND" not in kinds:
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            raise ValueError("png")
        kinds.add(kind)
        if kind in _CHUNKS:
            found.append(data[at:end])
        elif kind == b"iCCP":
            found.append(_png_profile(data[at + 8 : end - 4]))
        at = end
    if not {b"IHDR", b"IDAT"} <= kinds:
        raise ValueError("png")
    return b"".join(found)


def _png_profile(content: bytes) -> bytes:
    """An iCCP chunk that names nobody; none where its profile cannot be read."""
    try:
        inflater = zlib.decompressobj()
        profile = inflater.decompress(content.partition(b"\0")[2][1:], _LARGEST_PROFILE)
    except zlib.error:
        return b""
    cleaned = clean_profile(profile)
    if not cleaned:
        return b""
    packed = b"ICC\0\0" + zlib.compress(cleaned, 9)
    if cleaned == profile and content.startswith(b"ICC\0\0") and not inflater.unused_data:
        packed = content
    return chunk(b"iCCP", packed)


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG with its length and its checksum."""
    checksum = zlib.crc32(kind + content)
    return len(content).to_bytes(4, "big") + kind + content + checksum.to_bytes(4, "big")


BLANK = b"".join(
    (
        PNG,
        chunk(b"IHDR", bytes((0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0))),
        # A stored block, so that every zlib makes the same.
        chunk(b"IDAT", b"\x78\x01\x01\x05\x00\xfa\xff\0\0\0\0\0" + b"\x00\x05\x00\x01"),
        chunk(b"IEND", b""),
    )
)
"""One pixel that nobody sees: what stands where a picture cannot be passed on."""

# --- GIF (GIF89a, Appendix) --------------------------------------------------------------------

_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def clean_gif(data: bytes) -> bytes:
    """``data`` without comments and application data, but for how often it loops. Raises
    ValueError where it is damaged."""
    try:
        at = 13 + _palette(data[10])
        found = [data[:at]]
        while at < len(data) and (kind := data[at]) != 0x3B:
            if kind == 0x2C:
                start = at + 10 + _palette(data[at + 9]) + 1
                keep = True
            elif kind == 0x21:
                label = data[at + 1]
                start = at + 2
                looping = label == 0xFF and data[at + 3 : at + 14] in _LOOPS
                keep = label == 0xF9 or looping
            else:
                raise ValueError("gif")
            end = _after_blocks(data, start)
            if keep:
                found.append(data[at:end])
            at = end
    except IndexError as error:
        raise ValueError("gif") from error
    if len(found) == 1:
        raise ValueError("gif")
    return b"".join((*found, b"\x3b"))


def _palette(flags: int) -> int:
    """Bytes of the colour table that a descriptor's flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1
