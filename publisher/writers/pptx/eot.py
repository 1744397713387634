"""Embedded OpenType: the wrapper that PowerPoint keeps a font in (W3C submission EOT, 2008).

Font data may be compressed and obfuscated; ours is neither, which the format allows.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from publisher.typeface.sfnt import read_tables

_VERSION = 0x00020002
_MAGIC = 0x504C
_NO_ROOT = 0x50475342
"""The checksum of an empty list of addresses: such a font may be used from anywhere."""
_LATIN_1 = 1252
_GB2312, _DEFAULT = 134, 1
"""Character sets (LOGFONT): simplified Chinese, and whatever the program has."""
_SIMPLIFIED_CHINESE = 1 << 18
_WINDOWS, _UNICODE_BMP, _ENGLISH = 3, 1, 0x0409
_FAMILY, _STYLE, _FULL, _VERSION_NAME = 1, 2, 4, 5


def eot(font: bytes) -> bytes:
    """``font``, a TrueType file, in its wrapper; the header says again what its tables say."""
    tables, _ = read_tables(font)
    os2, head = tables["OS/2"], tables["head"]
    names = _names(tables["name"])
    (weight,) = struct.unpack_from(">H", os2, 4)
    (permission,) = struct.unpack_from(">H", os2, 8)
    (selection,) = struct.unpack_from(">H", os2, 62)
    pages = _code_pages(os2)
    (check,) = struct.unpack_from(">L", head, 8)
    fields = (
        struct.pack("<2L", _VERSION, 0)
        + os2[32:42]
        + struct.pack("<BBLHH", charset(font), selection & 1, weight, permission, _MAGIC)
        + struct.pack("<4L", *struct.unpack_from(">4L", os2, 42))
        + struct.pack("<2LL4L", *pages, check, 0, 0, 0, 0)
        + b"".join(_string(names.get(id_, "")) for id_ in (_FAMILY, _STYLE, _VERSION_NAME, _FULL))
        + _string("")  # the addresses that it may be used from
        + struct.pack("<2L", _NO_ROOT, _LATIN_1)
        + _string("")  # no signature
        + struct.pack("<2L", 0, 0)  # no characters of a user's own
    )
    size = 8 + len(fields) + len(font)
    return struct.pack("<2L", size, len(font)) + fields + font


def charset(font: bytes) -> int:
    """The character set of a font file: simplified Chinese where its code pages have it."""
    tables, _ = read_tables(font)
    return _GB2312 if _code_pages(tables["OS/2"])[0] & _SIMPLIFIED_CHINESE else _DEFAULT


def family(font: bytes) -> str:
    """The name that a document must call the font by."""
    tables, _ = read_tables(font)
    return _names(tables["name"]).get(_FAMILY, "")


def _code_pages(os2: bytes) -> tuple[int, int]:
    """None in the first version of the table."""
    return struct.unpack_from(">2L", os2, 78) if len(os2) >= 86 else (0, 0)


def _names(table: bytes) -> Mapping[int, str]:
    """The names for Windows by their number, the English one of several (OpenType 1.9, name)."""
    _, count, start = struct.unpack_from(">3H", table)
    found: dict[int, str] = {}
    for i in range(count):
        platform, encoding, language, id_, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * i
        )
        if (platform, encoding) != (_WINDOWS, _UNICODE_BMP):
            continue
        if language == _ENGLISH or id_ not in found:
            text = table[start + offset : start + offset + length]
            found[id_] = text.decode("utf-16-be", "replace")
    return found


def _string(text: str) -> bytes:
    """Two bytes of padding, the length, the characters."""
    data = text.encode("utf-16-le")
    return struct.pack("<HH", 0, len(data)) + data
