"""Colour profiles (ICC.1:2022) without names: calibrated screens are called after their owners."""

from __future__ import annotations

_HEADER = 128
_SIGNATURE = slice(36, 40)
_MOST_TAGS = 100
_KEPT = frozenset(
    {b"wtpt", b"bkpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC",
     b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt", b"cicp", b"chrm", b"lumi",
     b"clro"}
)  # fmt: skip
"""The tags that say what colours mean; a description and a copyright must be there as well."""
_NAMED = {b"desc": "Colour profile", b"cprt": "None"}
_WIPED = ((4, 4), (40, 4), (48, 8), (80, 4), (84, 16))
"""Offset and length of what the header says of software, system, device, creator and identity."""
_DATE = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def clean_profile(profile: bytes) -> bytes:
    """``profile`` with its colours alone; b"" where it is none, which draws as sRGB."""
    if len(profile) < _HEADER + 4 or profile[_SIGNATURE] != b"acsp":
        return b""
    count = int.from_bytes(profile[_HEADER : _HEADER + 4], "big")
    tags: dict[bytes, bytes] = {}
    for number in range(min(count, _MOST_TAGS)):
        at = _HEADER + 4 + 12 * number
        name = profile[at : at + 4]
        start, size = (int.from_bytes(profile[i : i + 4], "big") for i in (at + 4, at + 8))
        if start + size > len(profile):
            return b""
        if name in _KEPT:
            tags.setdefault(name, profile[start : start + size])
    if not tags:
        return b""
    for name, words in _NAMED.items():
        tags[name] = _text(name, words, profile[8])
    return _written(_clean_header(profile), tags)


def _clean_header(profile: bytes) -> bytes:
    header = bytearray(profile[:_HEADER])
    for start, size in _WIPED:
        header[start : start + size] = bytes(size)
    header[24:36] = _DATE
    header[100:_HEADER] = bytes(_HEADER - 100)
    return bytes(header)


def _text(name: bytes, words: str, version: int) -> bytes:
    """A text as the profile's version wants it (10.15; before version 4 ICC.1:2001, 6.5.17)."""
    plain = words.encode() + b"\0"
    if version >= 4:
        wide = words.encode("utf-16-be")
        numbers = (1, 12, int.from_bytes(b"enUS", "big"), len(wide), 28)
        return b"mluc\0\0\0\0" + b"".join(n.to_bytes(4, "big") for n in numbers) + wide
    if name == b"cprt":
        return b"text\0\0\0\0" + plain
    return b"desc\0\0\0\0" + len(plain).to_bytes(4, "big") + plain + bytes(8 + 3 + 67)


def _written(header: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A profile of ``tags``, each on a boundary of four bytes, equal ones once."""
    at = _HEADER + 4 + 12 * len(tags)
    table: list[bytes] = []
    content: list[bytes] = []
    places: dict[bytes, int] = {}
    for name in sorted(tags):
        data = tags[name]
        if data not in places:
            places[data] = at
            padded = data + bytes(-len(data) % 4)
            content.append(padded)
            at += len(padded)
        table.append(name + places[data].to_bytes(4, "big") + len(data).to_bytes(4, "big"))
    body = b"".join((len(tags).to_bytes(4, "big"), *table, *content))
    return (_HEADER + len(body)).to_bytes(4, "big") + header[4:] + body
