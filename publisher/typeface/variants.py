"""Glyphs with another advance, added to a TrueType subset: a squeezed 「 is a glyph of its own.

An opening mark has its blank before the ink. Set at half its width the ink must stand half an em
further left; done with offsets in a PDF's content, readers take the jump for a new line and text
extraction breaks. As a composite glyph (OpenType 1.9, glyf) that shows the mark shifted, with an
advance of its own, it is ordinary text.

The tables are edited as bytes: fontTools would take longer to import than the whole run.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from publisher.errors import InternalError

_ARGS_ARE_WORDS_AND_XY = 0x0001 | 0x0002
_COMPONENT_OF_COMPOSITE = 1


class Variant(NamedTuple):
    """Glyph ``gid`` of a subset, moved right by ``dx``, with ``advance`` (both in font units)."""

    gid: int
    dx: int
    advance: int


def append_variants(data: bytes, variants: Sequence[Variant]) -> tuple[bytes, list[int]]:
    """Append ``variants`` to the font file ``data``.

    Returns the font file and the numbers of the new glyphs, in order. The same glyph may have
    several. Raises InternalError ``bug`` when the font has no TrueType outlines.
    """
    tables = _read_tables(data)
    if "glyf" not in tables:
        raise InternalError("bug", detail="glyph variants need TrueType outlines")
    glyphs = _read_glyphs(tables)
    metrics = _read_metrics(tables, len(glyphs))
    first = len(glyphs)
    for variant in variants:
        outline, left = _composite(glyphs[variant.gid], variant)
        glyphs.append(outline)
        metrics.append((variant.advance, left))
    _write_glyphs(tables, glyphs)
    _write_metrics(tables, glyphs, metrics, first)
    _write_limits(tables, len(glyphs))
    return _write_tables(tables, data[:4]), list(range(first, len(glyphs)))


def _composite(base: bytes, variant: Variant) -> tuple[bytes, int]:
    """The outline that shows ``base`` moved, and its left side bearing."""
    if not base:
        return b"", 0
    _, x_min, y_min, x_max, y_max = struct.unpack_from(">5h", base)
    box = (x_min + variant.dx, y_min, x_max + variant.dx, y_max)
    component = (_ARGS_ARE_WORDS_AND_XY, variant.gid, variant.dx, 0)
    return struct.pack(">5hHHhh", -1, *box, *component), box[0]


def _read_tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        tables[tag.decode("ascii")] = data[offset : offset + length]
    return tables


def _read_glyphs(tables: dict[str, bytes]) -> list[bytes]:
    loca, glyf = tables["loca"], tables["glyf"]
    (long_offsets,) = struct.unpack_from(">h", tables["head"], 50)
    if long_offsets:
        places = struct.unpack(f">{len(loca) // 4}L", loca)
    else:
        places = tuple(2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca))
    return [glyf[a:b] for a, b in pairwise(places)]


def _read_metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """Advance and left side bearing of each glyph; the last advance holds for the rest (hmtx)."""
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    metrics = [struct.unpack_from(">Hh", tables["hmtx"], 4 * i) for i in range(full)]
    bearings = struct.unpack_from(f">{count - full}h", tables["hmtx"], 4 * full)
    return [*metrics, *((metrics[-1][0], bearing) for bearing in bearings)]


def _write_glyphs(tables: dict[str, bytes], glyphs: Sequence[bytes]) -> None:
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    places = [0]
    for glyph in padded:
        places.append(places[-1] + len(glyph))
    tables["glyf"] = b"".join(padded)
    tables["loca"] = struct.pack(f">{len(places)}L", *places)
    head = bytearray(tables["head"])
    struct.pack_into(">h", head, 50, 1)  # indexToLocFormat: long offsets hold any size
    tables["head"] = bytes(head)


def _write_metrics(
    tables: dict[str, bytes],
    glyphs: Sequence[bytes],
    metrics: Sequence[tuple[int, int]],
    first: int,
) -> None:
    """hmtx, and the extremes over all glyphs in hhea and head, widened by the new ones."""
    tables["hmtx"] = b"".join(struct.pack(">Hh", *each) for each in metrics)
    hhea, head = bytearray(tables["hhea"]), bytearray(tables["head"])
    widest, least_left, least_right, extent = struct.unpack_from(">Hhhh", hhea, 10)
    bbox = list(struct.unpack_from(">4h", head, 36))
    for glyph, (advance, left) in zip(glyphs[first:], metrics[first:]):
        widest = max(widest, advance)
        if not glyph:
            continue
        x_min, _, x_max, _ = struct.unpack_from(">4h", glyph, 2)
        least_left = min(least_left, left)
        least_right = min(least_right, advance - x_max)
        extent = max(extent, x_max)
        bbox[0], bbox[2] = min(bbox[0], x_min), max(bbox[2], x_max)
    struct.pack_into(">Hhhh", hhea, 10, widest, least_left, least_right, extent)
    struct.pack_into(">H", hhea, 34, len(metrics))
    struct.pack_into(">4h", head, 36, *bbox)
    tables["hhea"], tables["head"] = bytes(hhea), bytes(head)


def _write_limits(tables: dict[str, bytes], count: int) -> None:
    """maxp: what a reader must have room for; a variant shows one glyph, composite or not."""
    maxp = bytearray(tables["maxp"])
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    struct.pack_into(">H", maxp, 4, count)
    struct.pack_into(
        ">2H", maxp, 10, max(points, composite_points), max(contours, composite_contours)
    )
    struct.pack_into(">2H", maxp, 28, max(elements, 1), depth + _COMPONENT_OF_COMPOSITE)
    tables["maxp"] = bytes(maxp)


def _write_tables(tables: dict[str, bytes], version: bytes) -> bytes:
    """A font file: directory and tables in the order of their tags, with their checksums."""
    head = bytearray(tables["head"])
    struct.pack_into(">L", head, 8, 0)
    tables["head"] = bytes(head)
    power = 1 << (len(tables).bit_length() - 1)
    search = (16 * power, power.bit_length() - 1, 16 * (len(tables) - power))
    directory = version + struct.pack(">4H", len(tables), *search)
    places: dict[str, int] = {}
    checksums = 0
    place = 12 + 16 * len(tables)
    for tag, body in sorted(tables.items()):
        checksum = _checksum(body)
        directory += struct.pack(">4sLLL", tag.encode("ascii"), checksum, place, len(body))
        places[tag] = place
        checksums += checksum
        place += len(body) + -len(body) % 4
    bodies = (body + bytes(-len(body) % 4) for _, body in sorted(tables.items()))
    data = bytearray(directory + b"".join(bodies))
    # The sum over the whole file is that of its parts, each of which is a whole number of words.
    adjustment = 0xB1B0AFBA - checksums - _checksum(directory)
    struct.pack_into(">L", data, places["head"] + 8, adjustment & 0xFFFFFFFF)
    return bytes(data)


def _checksum(data: bytes) -> int:
    """The sum of the words of a table (OpenType 1.9, Calculating Checksums)."""
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
