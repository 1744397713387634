"""A picture as it may be passed on: by its first bytes, whatever its name says."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from publisher.readers.docx.package import LIMITS
from publisher.readers.docx.scrub.drawings import WHOLE, Box
from publisher.readers.docx.scrub.images import (
    BLANK,
    GIF,
    JPEG,
    PNG,
    clean_gif,
    clean_jpeg,
    clean_png,
)
from publisher.readers.docx.scrub.metafiles import (
    EMF_HEAD,
    EMF_SIGNATURE,
    WMF_HEADS,
    clean_emf,
    clean_wmf,
)
from publisher.readers.docx.scrub.pixels import redrawn
from publisher.record import NamedTuple

_PACKED = b"\x1f\x8b"
_REDRAWN = (b"BM", b"II*\0", b"MM\0*")
"""BMP and TIFF: what else they hold is everywhere in them, so their pixels become a PNG."""

_Cleaner = Callable[[bytes], bytes]
_FORMATS: tuple[tuple[tuple[bytes, ...], str, _Cleaner], ...] = (
    ((JPEG,), "jpeg", clean_jpeg),
    ((PNG,), "png", clean_png),
    (GIF, "gif", clean_gif),
    (WMF_HEADS, "wmf", clean_wmf),
)
_DRAWN_OF_PIXELS = frozenset({"jpeg", "png", "gif"})
TYPES = {
    "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}  # fmt: skip
"""Content types by extension."""


class Clean(NamedTuple):
    """A picture of a copy. ``code`` of a notice says what happened to it, if anything did."""

    data: bytes
    extension: str
    code: str | None = None


def clean(data: bytes, box: Box = WHOLE) -> Clean:
    """``data`` without what it tells of itself, and without what ``box`` cuts off. What cannot be
    cleaned or cut is not passed on: a blank takes its place."""
    try:
        plain = _unpacked(data)
        if box != WHOLE or plain.startswith(_REDRAWN):
            if _kind(plain)[0] not in _DRAWN_OF_PIXELS and not plain.startswith(_REDRAWN):
                raise ValueError("metafile")
            plain = redrawn(plain, box)
        extension, cleaner = _kind(plain)
        cleaned = cleaner(plain)
    except ValueError:
        return Clean(BLANK, "png", "scrub-picture-blank")
    if box != WHOLE:
        return Clean(cleaned, extension, "scrub-cropped")
    return Clean(cleaned, extension, None if cleaned == data else "scrub-pictures")


def _kind(data: bytes) -> tuple[str, _Cleaner]:
    """Extension and cleaner; ValueError for a format that nobody here knows."""
    if data.startswith(EMF_HEAD) and data[40:44] == EMF_SIGNATURE:
        return "emf", clean_emf
    for heads, extension, cleaner in _FORMATS:
        if data.startswith(heads):
            return extension, cleaner
    if data.startswith(_REDRAWN):
        return "", bytes
    raise ValueError("format")


def _unpacked(data: bytes) -> bytes:
    """A packed metafile (.emz, .wmz) as it is."""
    if not data.startswith(_PACKED):
        return data
    try:
        inflater = zlib.decompressobj(31)
        unpacked = inflater.decompress(data, LIMITS.media_part)
    except zlib.error as error:
        raise ValueError("gzip") from error
    if inflater.unconsumed_tail:
        raise ValueError("gzip")
    return unpacked
