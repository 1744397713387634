"""Before a file is opened: what it is by its first bytes, and how large its directory is."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO

from publisher.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
_LARGEST_FILE = 512 << 20
_LARGEST_DIRECTORY = 2 << 20
"""Bytes of the central directory: ten thousand members with names of two hundred."""

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_LOCATOR = b"PK\x06\x07"
_END_64 = b"PK\x06\x06"
_BLOCK = 1 << 20


def refuse_impostors(path: Path, stream: BinaryIO) -> None:
    """Raise InputError for what is named .docx and is not one, by its first bytes.

    The magic comes first: old .doc files hold a zipped theme, so ``is_zipfile`` believes them.
    """
    place = str(path)
    size = stream.seek(0, 2)
    stream.seek(0)
    head = stream.read(8)
    if not head:
        raise InputError("input-empty", place=place)
    if size > _LARGEST_FILE:
        raise InputError("docx-too-big", place=place, part=path.name)
    if head == OLE_MAGIC:
        raise InputError("docx-encrypted" if _encrypted(stream) else "docx-is-doc", place=place)
    if not head.startswith(ZIP_MAGIC):
        raise InputError("docx-not-zip", place=place)
    if _directory_size(stream, size) > _LARGEST_DIRECTORY:
        raise InputError("docx-too-big", place=place, part=path.name)
    stream.seek(0)


def _encrypted(stream: BinaryIO) -> bool:
    """Whether the OLE file has the stream of an encrypted package ([MS-OFFCRYPTO] 2.3.4)."""
    before = b""
    while block := stream.read(_BLOCK):
        if _ENCRYPTED_STREAM in before + block:
            return True
        before = block[-len(_ENCRYPTED_STREAM) :]
    return False


def _directory_size(stream: BinaryIO, size: int) -> int:
    """What the end of the zip says of its directory; zipfile reads all of it before it counts."""
    begin = max(0, size - _END_SIZE - _LONGEST_COMMENT)
    stream.seek(begin)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        return 0
    (declared,) = struct.unpack_from("<L", tail, at + 12)
    if at >= 20 and tail.startswith(_LOCATOR, at - 20):
        (place,) = struct.unpack_from("<Q", tail, at - 12)
        stream.seek(min(place, size))
        end = stream.read(56)
        if end.startswith(_END_64) and len(end) == 56:
            declared = max(declared & 0x7FFFFFFF, struct.unpack_from("<Q", end, 40)[0])
    return int(declared)
