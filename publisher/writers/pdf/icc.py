"""The profiles of output intents: sRGB, made here byte by byte, and FOGRA39, shipped as a file.

PDF/A wants to know what its RGB means (ISO 19005-2, 6.2.3). The matrix and curve are those of
IEC 61966-2-1; written out as an ICC version 4.2 display profile (ICC.1:2004-10) of half a KB, in
which the curve is a formula and not a table.
"""

from __future__ import annotations

import functools
import struct
from pathlib import Path

NAME = "sRGB IEC61966-2.1"
_SHIPPED = Path(__file__).with_name("profiles")

# The primaries of IEC 61966-2-1, adapted from D65 to the profile space's D50 by Bradford's matrix.
_XYZ = {
    b"wtpt": (0.96420, 1.00000, 0.82491),
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTED = (
    (1.04788, 0.02292, -0.05022), (0.02959, 0.99048, -0.01707), (-0.00925, 0.01507, 0.75168),
)  # fmt: skip
"""Bradford's matrix from D65 to D50 (9.2.10)."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""IEC 61966-2-1, 5.2: above the last value (a x + b) ** g, below it c x."""


def _fixed(value: float) -> int:
    """An s15Fixed16Number."""
    return round(value * 65536)


def _text(words: str) -> bytes:
    """A multiLocalizedUnicodeType with one form, in English (10.13)."""
    form = words.encode("utf-16-be")
    return struct.pack(">4s4xII4sII", b"mluc", 1, 12, b"enUS", len(form), 28) + form


def _numbers(kind: bytes, *values: float) -> bytes:
    return struct.pack(f">4s4x{len(values)}i", kind, *map(_fixed, values))


def _formula(*values: float) -> bytes:
    """A parametricCurveType of the fourth kind (10.15)."""
    return struct.pack(f">4s4xHxx{len(values)}i", b"para", 3, *map(_fixed, values))


@functools.cache
def srgb() -> bytes:
    """The profile, the same bytes each time."""
    elements = {b"desc": _text(NAME), b"cprt": _text("CC0")}
    elements |= {tag: _numbers(b"XYZ ", *xyz) for tag, xyz in _XYZ.items()}
    elements[b"chad"] = _numbers(b"sf32", *(value for row in _ADAPTED for value in row))
    elements |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _formula(*_CURVE))

    table, body, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(elements)
    for tag, element in elements.items():
        if element not in places:  # the three curves are one
            places[element] = start + len(body)
            body += element + bytes(-len(element) % 4)
        table += struct.pack(">4sII", tag, places[element], len(element))
    header = struct.pack(
        ">I4sI4s4s4s12x4s28x3i48x",
        start + len(body),
        *(b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ", b"acsp"),
        *map(_fixed, _XYZ[b"wtpt"]),
    )
    return header + struct.pack(">I", len(elements)) + table + body


@functools.cache
def fogra39() -> bytes:
    """Offset on coated paper, 300 % of ink at most (profiles/README.md tells how it was made)."""
    return (_SHIPPED / "fogra39-300.icc").read_bytes()
