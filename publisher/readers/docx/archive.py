"""Before a file is opened: what it is by its first bytes, and how large its directory is."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from publisher.errors import InputError
from publisher.readers.docx.zipped import ZipError, directory_of

if TYPE_CHECKING:
    from pathlib import Path

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
_LARGEST_FILE = 512 << 20
_LARGEST_DIRECTORY = 2 << 20
"""Bytes of the central directory: ten thousand members with names of two hundred."""

_BLOCK = 1 << 20


def refuse_impostors(path: Path, stream: BinaryIO) -> None:
    """Raise InputError for what is named .docx and is not one, by its first bytes.

    The magic comes first: old .doc files hold a zipped theme, and so end as a zip does.
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
    if _directory_size(stream) > _LARGEST_DIRECTORY:
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


def _directory_size(stream: BinaryIO) -> int:
    """What the end of the zip says of its directory, which is read at once; 0 where it has none."""
    try:
        return directory_of(stream).size
    except ZipError:
        return 0
