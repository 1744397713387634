"""Metafiles of Windows (MS-EMF, MS-WMF, MS-EMFPLUS) without descriptions and comments.

Programs leave in them who drew the picture, and the formula or the table that it was made of.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from publisher.readers.docx.scrub.images import chunk

EMF_HEAD = b"\x01\0\0\0"
EMF_SIGNATURE = b" EMF"
WMF_HEADS = (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0")

_HEADER_RECORD = 1
_END_RECORD = 14
_COMMENT = 70
_PLUS = b"EMF+"
_PLUS_COMMENT = 0x4003
_DESCRIPTION = 60
"""Where the header says how long its description is, and where it stands."""

_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_ESCAPE = 0x0626
_HEADER_WORDS = 9


def clean_emf(data: bytes) -> bytes:
    """An enhanced metafile without its description, comments, and what follows its end. Comments
    that hold the drawing once more, as EMF+, stay. Raises ValueError where it is damaged."""
    try:
        records = [_record(kind, record) for kind, record in _emf_records(data)]
    except struct.error as error:
        raise ValueError("emf") from error
    kept = [record for record in records if record]
    header = bytearray(kept[0])
    struct.pack_into("<LL", header, 48, sum(map(len, kept)), len(kept))
    return b"".join((bytes(header), *kept[1:]))


def _emf_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at, kind = 0, 0
    while kind != _END_RECORD:
        kind, size = struct.unpack_from("<LL", data, at)
        if size < 8 or size % 4 or at + size > len(data) or (kind == _HEADER_RECORD) != (at == 0):
            raise ValueError("emf")
        yield kind, data[at : at + size]
        at += size


def _record(kind: int, record: bytes) -> bytes:
    """A record as it stays; b"" where it goes."""
    if kind == _HEADER_RECORD:
        return _without_description(record)
    if kind == _COMMENT:
        return _without_plus_comments(record) if record[12:16] == _PLUS else b""
    return without_metadata(record)


def _without_description(header: bytes) -> bytes:
    if len(header) < 88:
        raise ValueError("emf")
    length, start = struct.unpack_from("<LL", header, _DESCRIPTION)
    cleaned = bytearray(header)
    if length and 88 <= start <= len(header):
        cleaned[start : min(start + 2 * length, len(header))] = bytes(
            min(2 * length, len(header) - start)
        )
    struct.pack_into("<LL", cleaned, _DESCRIPTION, 0, 0)
    return bytes(cleaned)


def _without_plus_comments(record: bytes) -> bytes:
    """The records of EMF+ (2.3.2), their comments blank."""
    cleaned = bytearray(without_metadata(record))
    at = 16
    while at + 12 <= len(record):
        kind, _, size, length = struct.unpack_from("<HHLL", record, at)
        if size < 12 or at + size > len(record):
            break
        if kind == _PLUS_COMMENT:
            end = min(at + 12 + length, at + size)
            cleaned[at + 12 : end] = bytes(end - at - 12)
        at += size
    return bytes(cleaned)


def clean_wmf(data: bytes) -> bytes:
    """A metafile without escapes, in which programs keep what they like, and without what follows
    its end. Raises ValueError where it is damaged."""
    start = 22 if data.startswith(_PLACEABLE) else 0
    head = data[start : start + 18]
    if len(head) < 18 or int.from_bytes(head[2:4], "little") != _HEADER_WORDS:
        raise ValueError("wmf")
    records: list[bytes] = []
    at, function = start + 18, 1
    while function:
        try:
            words, function = struct.unpack_from("<LH", data, at)
        except struct.error as error:
            raise ValueError("wmf") from error
        if words < 3 or at + 2 * words > len(data):
            raise ValueError("wmf")
        if function != _ESCAPE:
            records.append(without_metadata(data[at : at + 2 * words]))
        at += 2 * words
    total = _HEADER_WORDS + sum(map(len, records)) // 2
    longest = max(map(len, records)) // 2
    head = (
        head[:6] + struct.pack("<L", total) + head[10:12] + struct.pack("<L", longest) + head[16:]
    )
    return b"".join((data[:start], head, *records))


# --- pictures inside a metafile -------------------------------------------------------------

_JPEG_SEGMENT = re.compile(
    rb"\xff[\xe1\xed](..)(?=Exif\0|http://ns\.adobe\.com/|Photoshop )", re.DOTALL
)
_PNG_CHUNK = re.compile(rb"(.{4})(tEXt|iTXt|zTXt|eXIf|tIME)", re.DOTALL)
_PNG = b"\x89PNG\r\n\x1a\n"


def without_metadata(record: bytes) -> bytes:
    """``record`` of the same length: what a JPEG or PNG inside it tells of itself is blank."""
    if b"\xff\xd8\xff" not in record and _PNG not in record:
        return record
    cleaned = bytearray(record)
    for found in _JPEG_SEGMENT.finditer(record):
        end = min(found.start() + 2 + int.from_bytes(found[1], "big"), len(record))
        cleaned[found.end() : end] = bytes(end - found.end())
    if _PNG in record:
        for found in _PNG_CHUNK.finditer(record):
            end = found.end() + int.from_bytes(found[1], "big")
            if end + 4 <= len(record):
                cleaned[found.start() : end + 4] = chunk(found[2], bytes(end - found.end()))
    return bytes(cleaned)
