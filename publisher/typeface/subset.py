"""The part of a face that a file embeds: only the glyphs it uses, only the tables they need."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from publisher.errors import InputError
from publisher.record import NamedTuple
from publisher.typeface.opened import opened
from publisher.typeface.registry import Face
from publisher.typeface.variants import Variant, append_variants

# What draws a glyph that is addressed by its number (ISO 32000-1 9.9, table 126). Character map,
# names, metrics for programs and layout rules act in programs that set text, not in readers.
_DROPPED = (
    *("BASE", "GDEF", "GPOS", "GSUB", "JSTF", "STAT", "OS/2", "cmap", "name", "post", "DSIG"),
    *("vhea", "vmtx", "VORG", "gasp", "kern", "hdmx", "VDMX", "LTSH", "meta", "EBDT", "EBLC"),
)
_RESTRICTED = 0x0002
_NO_SUBSETTING = 0x0100
_BITMAP_ONLY = 0x0200


class Subset(NamedTuple):
    """A font file with some of a face's glyphs; ``mapping`` gives a glyph's new number by its old.

    Glyph 0 is .notdef. Components of composite glyphs are in it without having been asked for.
    """

    data: bytes
    mapping: Mapping[int, int]


def subset(face: Face, gids: Iterable[int]) -> Subset:
    """The glyphs ``gids`` of ``face`` as a font, without hinting, the same bytes for the same set.

    A face whose maker forbids subsetting comes whole. Raises InputError ``font-restricted`` where
    he forbids embedding (OS/2 fsType, OpenType 1.9), ``font-unreadable``.
    """
    import uharfbuzz as hb

    font = opened(face)
    wanted = set(gids) | {0}
    if not may_subset(face):
        wanted = set(range(font.hb_face.glyph_count))
    plan_input: Any = hb.SubsetInput()
    plan_input.sets(hb.SubsetInputSets.GLYPH_INDEX).update(wanted)
    plan_input.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    plan_input.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED
    )
    plan: Any = hb.SubsetPlan(font.hb_face, plan_input)
    data: bytes = plan.execute().blob.data
    return Subset(data, dict(sorted(plan.old_to_new_glyph_mapping.items())))


def with_variants(
    subset: Subset, variants: Sequence[tuple[int, int, int] | tuple[int, int, int, int]]
) -> tuple[bytes, list[int]]:
    """Append ``variants`` of its glyphs to ``subset``: half-width marks, for instance.

    Each variant is (gid in the subset, dx, advance, dy): the glyph moved right by dx and up by dy
    (or not at all), with that advance, in font units. Returns the font file and the new glyphs'
    numbers, in order. Raises InternalError ``bug`` when the subset has no TrueType outlines.
    """
    return append_variants(subset.data, [Variant(*each) for each in variants])


def require_embeddable(face: Face) -> None:
    """Raise InputError ``font-restricted`` where the maker of ``face`` forbids embedding it.

    OpenType 1.9, OS/2 fsType: of the usage bits the least restrictive counts, so that 0x0002
    forbids only by itself; a bitmap-only permission is none for outlines.
    """
    permission = _fs_type(face)
    if permission & 0x000F == _RESTRICTED or permission & _BITMAP_ONLY:
        raise InputError(
            "font-restricted", place=str(face.path), face=face.name, permission=f"{permission:#06x}"
        )


def may_subset(face: Face) -> bool:
    """Whether a file may hold some of its glyphs alone. Raises InputError ``font-restricted``."""
    require_embeddable(face)
    return not _fs_type(face) & _NO_SUBSETTING


def _fs_type(face: Face) -> int:
    table = opened(face).table("OS/2")
    value: int = struct.unpack_from(">H", table, 8)[0] if len(table) >= 10 else 0
    return value
