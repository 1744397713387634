"""The part of a face that a file embeds: only the glyphs it uses, only the tables they need."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain

from publisher.errors import InputError
from publisher.record import NamedTuple
from publisher.typeface.glyf import glyphs_of
from publisher.typeface.registry import Face
from publisher.typeface.sfnt import Mapped, checksum, mapped, write_font
from publisher.typeface.variants import Variant, append_variants

_TRUETYPE = b"\0\1\0\0"
_NO_PROGRAMS = (1, 0, 0, 0, 0, 0, 0)
"""maxp from maxZones to maxSizeOfInstructions, of a font without instructions."""
_RESTRICTED = 0x0002
_NO_SUBSETTING = 0x0100
_BITMAP_ONLY = 0x0200


class Subset(NamedTuple):
    """A font file with some of a face's glyphs; ``mapping`` gives a glyph's new number by its old,
    ``advances`` by the new number its width, in ``units`` to the em.

    Glyph 0 is .notdef. Components of composite glyphs are in it without having been asked for.
    """

    data: bytes
    mapping: Mapping[int, int]
    units: int
    advances: Sequence[int]


def subset(face: Face, gids: Iterable[int]) -> Subset:
    """The glyphs ``gids`` of ``face`` as a font, without hinting, the same bytes for the same set.

    A font in a PDF needs only what draws glyphs that are addressed by their numbers (ISO 32000-1
    9.9, table 126). A face whose maker forbids subsetting comes whole. Raises InputError
    ``font-restricted`` where he forbids embedding (OS/2 fsType, OpenType 1.9), ``font-outlines``
    for outlines that are not TrueType's, ``font-unreadable``.
    """
    font = mapped(face)
    whole = not may_subset(face)
    glyphs = glyphs_of(face)
    if glyphs is None:
        raise InputError("font-outlines", place=str(face.path), face=face.name)
    try:
        old = sorted(glyphs.closed(range(glyphs.count) if whole else {0, *gids}))
        mapping = {gid: number for number, gid in enumerate(old)}
        metrics = [glyphs.metrics(gid) for gid in old]
        outlines = [glyphs.outline(gid, mapping) for gid in old]
        tables = _tables(font, [outline.data for outline in outlines], metrics)
    except (struct.error, LookupError) as error:
        raise InputError("font-unreadable", place=str(face.path), face=face.name) from error
    sums = {tag: checksum(body) for tag, body in tables.items() if tag != "glyf"}
    sums["glyf"] = sum(outline.sum for outline in outlines) & 0xFFFFFFFF
    data = write_font(_TRUETYPE, tables, sums)
    return Subset(data, mapping, glyphs.units, [advance for advance, _ in metrics])


def _tables(
    font: Mapped, outlines: Sequence[bytes], metrics: Sequence[tuple[int, int]]
) -> dict[str, bytes]:
    """What draws glyphs with these ``outlines`` and ``metrics``."""
    places = list(accumulate(map(len, outlines), initial=0))
    head, hhea, maxp = (bytearray(font.table(tag)) for tag in ("head", "hhea", "maxp"))
    struct.pack_into(">L", head, 8, 0)  # the checksum of the file, which is yet to be made
    struct.pack_into(">h", head, 50, 1)  # loca has 32 bits
    struct.pack_into(">H", hhea, 34, len(outlines))
    struct.pack_into(">H", maxp, 4, len(outlines))
    struct.pack_into(">7H", maxp, 14, *_NO_PROGRAMS)
    return {
        "glyf": b"".join(outlines),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "hmtx": struct.pack(">" + "Hh" * len(metrics), *chain.from_iterable(metrics)),
        "loca": struct.pack(f">{len(places)}L", *places),
        "maxp": bytes(maxp),
    }


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
    table = mapped(face).table("OS/2")
    value: int = struct.unpack_from(">H", table, 8)[0] if len(table) >= 10 else 0
    return value
