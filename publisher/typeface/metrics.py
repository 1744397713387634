"""What a face says about its proportions, and where a glyph's ink is."""

from __future__ import annotations

import functools
import struct

from publisher.record import NamedTuple
from publisher.typeface.glyf import glyphs_of
from publisher.typeface.opened import Ink, opened
from publisher.typeface.registry import Face
from publisher.typeface.sfnt import mapped
from publisher.typeface.tables import ready


class Metrics(NamedTuple):
    """Lengths of a face in font units, ``units`` of which make the em; y grows upwards.

    ``ascent`` and ``descent`` (negative) are the line's by which programs space text (hhea).
    ``em_top`` and ``em_bottom`` bound the em box of a Han character (OS/2 typographic metrics):
    880 and -120 in Chinese faces. ``bbox`` bounds the ink of all glyphs (head).
    """

    units: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int
    bbox: Ink
    em_top: int
    em_bottom: int


@functools.cache
def face_metrics(face: Face) -> Metrics:
    """The metrics of ``face``. Raises InputError ``font-unreadable``."""
    font = mapped(face)
    hhea, head, os2 = font.table("hhea"), font.table("head"), font.table("OS/2")
    (units,) = struct.unpack_from(">H", head, 18)
    ascent, descent = struct.unpack_from(">hh", hhea, 4)
    em_top, em_bottom = struct.unpack_from(">hh", os2, 68)
    x_height, cap_height = struct.unpack_from(">hh", os2, 86) if len(os2) >= 90 else (0, 0)
    return Metrics(
        units=units,
        ascent=ascent,
        descent=descent,
        cap_height=cap_height or _height(face, "H"),
        x_height=x_height or _height(face, "x"),
        bbox=Ink(*struct.unpack_from(">hhhh", head, 36)),
        em_top=em_top,
        em_bottom=em_bottom,
    )


def _height(face: Face, char: str) -> int:
    return ink(face, ready(face).gid(char) or 0).y_max


def ink(face: Face, gid: int) -> Ink:
    """The bounds of a glyph's outline in font units; all 0 where nothing is drawn.

    A full-width mark has its blank beside them: ``ink.x_min`` before, advance - ``ink.x_max``
    after (CLREQ 3.1.6 squeezes it).
    """
    glyphs = glyphs_of(face)
    return opened(face).ink(gid) if glyphs is None else Ink(*glyphs.box(gid))
