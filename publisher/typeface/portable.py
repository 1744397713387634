"""The part of a face that other programs set text with: glyphs, and what they are found by.

A PDF addresses glyphs by number and needs their outlines alone (see ``subset``). A presentation
keeps its text as characters: the font in it must still say which glyph a character has, what the
font is called, and which language it is for.
"""

from __future__ import annotations

import struct
from typing import Any

from publisher.errors import InputError
from publisher.typeface.opened import opened
from publisher.typeface.registry import Face
from publisher.typeface.sfnt import checksum, read_tables, write_font
from publisher.typeface.subset import may_subset

# Rules of layout that our lines were not measured by, and metrics of upright text.
_DROPPED = (
    *("BASE", "GDEF", "GPOS", "GSUB", "JSTF", "STAT", "DSIG", "meta"),
    *("vhea", "vmtx", "VORG", "gasp", "kern", "hdmx", "VDMX", "LTSH"),
)
_PANOSE, _CODE_PAGES = 32, 78
"""Places in OS/2 (OpenType 1.9)."""
_LATIN_TEXT = 2
_WEIGHTS = {False: 5, True: 8}
"""PANOSE: book and heavy, the weights of a family's regular and bold."""
_SIMPLIFIED_CHINESE = 1 << 18
_HAN = "一"
"""A face with the simplest of all hanzi is one for Chinese."""


def portable(face: Face, text: str, *, bold: bool) -> bytes:
    """A TrueType font with the characters of ``text`` that ``face`` has, the same for the same.

    It goes into a family as its regular or its ``bold`` face: PANOSE says the same, and the code
    page of simplified Chinese is set for a face that has hanzi, since programs choose by them.
    A face whose maker forbids subsetting comes whole and as it is. Raises InputError
    ``font-restricted``, ``font-unreadable``, and ``font-outlines-deck`` for other outlines.
    """
    font = opened(face)
    if not font.table("glyf"):
        raise InputError("font-outlines-deck", place=str(face.path), face=face.name)
    data = by_characters(face, text)
    if not may_subset(face):
        return data
    tables, checksums = read_tables(data)
    tables["OS/2"] = _marked(tables["OS/2"], bold, font.gid(_HAN) is not None)
    checksums["OS/2"] = checksum(tables["OS/2"])
    return write_font(data[:4], tables, checksums)


def by_characters(face: Face, text: str) -> bytes:
    """The characters of ``text`` that ``face`` has, as a font, the same for the same: without
    hinting, which slides are too large to need, and without rules of layout.

    A face whose maker forbids subsetting comes whole. Raises InputError ``font-restricted``,
    ``font-unreadable``.
    """
    import uharfbuzz as hb

    if not may_subset(face):
        return face.path.read_bytes()

    wanted: Any = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, text))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED
    )
    plan: Any = hb.SubsetPlan(opened(face).hb_face, wanted)
    data: bytes = plan.execute().blob.data
    return data


def _marked(os2: bytes, bold: bool, chinese: bool) -> bytes:
    out = bytearray(os2)
    if out[_PANOSE] == _LATIN_TEXT:  # else the digits that follow mean something else, or nothing
        out[_PANOSE + 2] = _WEIGHTS[bold]
    if chinese and len(out) >= _CODE_PAGES + 4:
        (pages,) = struct.unpack_from(">L", out, _CODE_PAGES)
        struct.pack_into(">L", out, _CODE_PAGES, pages | _SIMPLIFIED_CHINESE)
    return bytes(out)
