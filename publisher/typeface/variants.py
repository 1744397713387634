"""Glyphs with another advance, added to a TrueType subset: a squeezed 「 is a glyph of its own.

An opening mark has its blank before the ink. Set at half its width the ink must stand half an em
further left; done with offsets in a PDF's content, readers take the jump for a new line and text
extraction breaks. As a composite glyph (OpenType 1.9, glyf) that shows the mark shifted, with an
advance of its own, it is ordinary text.

The tables are edited as bytes: fontTools would take longer to import than the whole run.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from publisher.errors import InternalError
from publisher.record import NamedTuple
from publisher.typeface.sfnt import checksum, read_tables, write_font

_ARGS_ARE_WORDS_AND_XY = 0x0001 | 0x0002


class Variant(NamedTuple):
    """Glyph ``gid`` of a subset, moved right by ``dx`` and up by ``dy``, with ``advance`` (all in
    font units)."""

    gid: int
    dx: int
    advance: int
    dy: int = 0


class _Made(NamedTuple):
    """A new glyph: its outline (empty where there is no ink), advance and box."""

    outline: bytes
    advance: int
    x_min: int
    x_max: int
    y_min: int = 0
    y_max: int = 0


def append_variants(data: bytes, variants: Sequence[Variant]) -> tuple[bytes, list[int]]:
    """Append ``variants`` to the font file ``data``, whose own glyphs stay byte for byte.

    Returns the font file and the numbers of the new glyphs, in order. The same glyph may have
    several. Raises InternalError ``bug`` when the font has no TrueType outlines.
    """
    tables, checksums = read_tables(data)
    if "glyf" not in tables:
        raise InternalError("bug", detail="glyph variants need TrueType outlines")
    places = _read_places(tables)
    made = [_composite(tables["glyf"], places, variant) for variant in variants]
    outlines, ends = _laid_out(made, -(-len(tables["glyf"]) // 4) * 4)
    first, count = len(places) - 1, len(places) - 1 + len(made)

    changed = {
        "glyf": tables["glyf"] + bytes(-len(tables["glyf"]) % 4) + outlines,
        "loca": struct.pack(f">{count + 1}L", *places, *ends),
        "hmtx": _metrics(tables, first, made),
        "hhea": _patched_hhea(tables["hhea"], count, made),
        "head": _patched_head(tables["head"], made),
        "maxp": _patched_maxp(tables["maxp"], count),
    }
    # Outlines are most of the file: their sum is the old one's and the new words'.
    sums = {tag: checksum(changed[tag]) for tag in changed if tag != "glyf"}
    sums["glyf"] = (checksums["glyf"] + checksum(outlines)) & 0xFFFFFFFF
    return (
        write_font(data[:4], tables | changed, checksums | sums),
        list(range(first, count)),
    )


def _composite(glyf: bytes, places: Sequence[int], variant: Variant) -> _Made:
    """The glyph that shows another one moved."""
    start, end = places[variant.gid : variant.gid + 2]
    if start == end:
        return _Made(b"", variant.advance, 0, 0)
    x_min, y_min, x_max, y_max = struct.unpack_from(">4h", glyf, start + 2)
    x_min, x_max = x_min + variant.dx, x_max + variant.dx
    y_min, y_max = y_min + variant.dy, y_max + variant.dy
    component = (_ARGS_ARE_WORDS_AND_XY, variant.gid, variant.dx, variant.dy)
    outline = struct.pack(">5hHHhh", -1, x_min, y_min, x_max, y_max, *component)
    return _Made(outline, variant.advance, x_min, x_max, y_min, y_max)


def _laid_out(made: Sequence[_Made], start: int) -> tuple[bytes, list[int]]:
    """The outlines one after another on words, and the end of each when they begin at ``start``."""
    outlines, ends = b"", []
    for glyph in made:
        outlines += glyph.outline + bytes(-len(glyph.outline) % 4)
        ends.append(start + len(outlines))
    return outlines, ends


def _read_places(tables: Mapping[str, bytes]) -> list[int]:
    """Where each glyph begins in glyf, and where the last one ends (loca).

    The end is moved up to a whole word, where the first new glyph begins: the last glyph that
    has an outline takes the padding between.
    """
    loca = tables["loca"]
    (long_offsets,) = struct.unpack_from(">h", tables["head"], 50)
    if long_offsets:
        places = list(struct.unpack(f">{len(loca) // 4}L", loca))
    else:
        places = [2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca)]
    end = -(-len(tables["glyf"]) // 4) * 4
    return [end if place == places[-1] else place for place in places]


def _metrics(tables: Mapping[str, bytes], count: int, made: Sequence[_Made]) -> bytes:
    """hmtx with an advance and a left side bearing for each of ``count`` old and all new glyphs.

    The old table may give the last advance once for all glyphs that follow.
    """
    hmtx = tables["hmtx"]
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    repeated = hmtx[4 * full - 4 : 4 * full - 2]
    bearings = (hmtx[i : i + 2] for i in range(4 * full, 4 * full + 2 * (count - full), 2))
    new = (struct.pack(">Hh", glyph.advance, glyph.x_min) for glyph in made)
    return b"".join((hmtx[: 4 * full], *(repeated + bearing for bearing in bearings), *new))


def _patched_hhea(hhea: bytes, count: int, made: Sequence[_Made]) -> bytes:
    """hhea with ``count`` full metrics, its extremes widened by the new glyphs."""
    out = bytearray(hhea)
    widest, least_left, least_right, extent = struct.unpack_from(">Hhhh", hhea, 10)
    drawn = [glyph for glyph in made if glyph.outline]
    widest = max(widest, *(glyph.advance for glyph in made), 0)
    least_left = min((least_left, *(glyph.x_min for glyph in drawn)))
    least_right = min((least_right, *(glyph.advance - glyph.x_max for glyph in drawn)))
    extent = max((extent, *(glyph.x_max for glyph in drawn)))
    struct.pack_into(">Hhhh", out, 10, widest, least_left, least_right, extent)
    struct.pack_into(">H", out, 34, count)
    return bytes(out)


def _patched_head(head: bytes, made: Sequence[_Made]) -> bytes:
    """head with its box widened by the new glyphs, long loca offsets and no file checksum yet."""
    out = bytearray(head)
    x_min, y_min, x_max, y_max = struct.unpack_from(">4h", head, 36)
    drawn = [glyph for glyph in made if glyph.outline]
    struct.pack_into(">L", out, 8, 0)
    struct.pack_into(
        ">4h", out, 36,
        min((x_min, *(glyph.x_min for glyph in drawn))),
        min((y_min, *(glyph.y_min for glyph in drawn))),
        max((x_max, *(glyph.x_max for glyph in drawn))),
        max((y_max, *(glyph.y_max for glyph in drawn))),
    )  # fmt: skip
    struct.pack_into(">h", out, 50, 1)
    return bytes(out)


def _patched_maxp(maxp: bytes, count: int) -> bytes:
    """maxp: what a reader must have room for; a variant shows one glyph, composite or not."""
    out = bytearray(maxp)
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    most = max(points, composite_points), max(contours, composite_contours)
    struct.pack_into(">H", out, 4, count)
    struct.pack_into(">2H", out, 10, *most)
    struct.pack_into(">2H", out, 28, max(elements, 1), depth + 1)
    return bytes(out)
