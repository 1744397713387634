"""The profiles of output intents: sRGB, made here byte by byte, and FOGRA39, shipped as a file.

PDF/A wants to know what its RGB means (ISO 19005-2, 6.2.3). The matrix and curve are those of
IEC 61966-2-1; written out as an ICC version 2.1 display profile (ICC.1:2001-04) of 2.5 KB.
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
_CURVE_POINTS = 256
"""One for each value of eight bits."""


def _fixed(value: float) -> int:
    """An s15Fixed16Number."""
    return round(value * 65536)


def _linear(encoded: float) -> float:
    """IEC 61966-2-1, 5.2: the light that an encoded value between 0 and 1 stands for."""
    if encoded <= 0.04045:
        return encoded / 12.92
    light: float = ((encoded + 0.055) / 1.055) ** 2.4
    return light


def _text(words: str) -> bytes:
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"


def _description(words: str) -> bytes:
    """A textDescriptionType: ASCII, and empty Unicode and Macintosh forms (6.5.17)."""
    ascii_form = words.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_form)) + ascii_form + bytes(78)


@functools.cache
def srgb() -> bytes:
    """The profile, the same bytes each time."""
    last = _CURVE_POINTS - 1
    points = (round(_linear(i / last) * 65535) for i in range(_CURVE_POINTS))
    curve = struct.pack(f">4s4xI{_CURVE_POINTS}H", b"curv", _CURVE_POINTS, *points)
    elements = {b"desc": _description(NAME), b"cprt": _text("No copyright, use freely")}
    elements |= {
        tag: struct.pack(">4s4x3i", b"XYZ ", *map(_fixed, xyz)) for tag, xyz in _XYZ.items()
    }
    elements |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)

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
        *(b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp"),
        *map(_fixed, _XYZ[b"wtpt"]),
    )
    return header + struct.pack(">I", len(elements)) + table + body


@functools.cache
def fogra39() -> bytes:
    """Offset on coated paper, 300 % of ink at most (profiles/README.md tells how it was made)."""
    return (_SHIPPED / "fogra39-300.icc").read_bytes()
