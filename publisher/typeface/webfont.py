"""The part of a face that a browser sets text with: some characters, as WOFF2.

Where a font is only shown on the machine that made it, packing costs a hundred times what cutting
does and saves nothing: ``loose`` is the same font unpacked.
"""

from __future__ import annotations

import functools
from io import BytesIO

from publisher.typeface.portable import by_characters
from publisher.typeface.registry import Face

PACKED, LOOSE = "font/woff2", "font/ttf"
"""Media types (RFC 8081)."""


@functools.lru_cache(maxsize=64)
def loose(face: Face, text: str) -> bytes:
    """A font with the characters of ``text`` that ``face`` has, the same for the same.

    It has no rules of layout: each character is its own glyph, as text was measured. A face whose
    maker forbids subsetting comes whole. Raises InputError ``font-restricted``,
    ``font-unreadable``.
    """
    return by_characters(face, text)


@functools.lru_cache(maxsize=64)
def packed(face: Face, text: str) -> bytes:
    """``loose`` as WOFF2 (W3C). Raises as it does."""
    from fontTools.ttLib import woff2

    out = BytesIO()
    woff2.compress(BytesIO(loose(face, text)), out)
    return out.getvalue()
