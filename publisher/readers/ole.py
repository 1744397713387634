"""Which program wrote a compound file ([MS-CFB]): by the names of its streams.

Kingsoft's .wps is a Word 97 file in all but name, Microsoft Works' .wps is another thing, and a
password wraps a .docx into such a file.
"""

from __future__ import annotations

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "word"),
    ("MatOST", "works"),
    ("CONTENTS", "works"),
    ("MN0", "works"),
    ("Workbook", "other"),
    ("PowerPoint Document", "other"),
)
_ENTRY = 128
"""Bytes of a directory entry: a name of 64, its length in two, then the rest (2.6.1)."""
_ENCRYPTED = 0x0100
"""fEncrypted in the flags of the FIB ([MS-DOC] 2.5.2)."""
_WORD_MAGIC = b"\xec\xa5"


def kind_of(data: bytes) -> str:
    """word, works, encrypted or other."""
    kind = next((kind for name, kind in _STREAMS if _has_stream(data, name)), "other")
    return "encrypted" if kind == "word" and _has_password(data) else kind


def _has_stream(data: bytes, name: str) -> bool:
    wanted = name.encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0:
        length = int.from_bytes(data[at + 64 : at + 66], "little")
        if at % _ENTRY == 0 and length == len(wanted) + 2:
            return True
        at = data.find(wanted, at + 2)
    return False


def _has_password(data: bytes) -> bool:
    """The WordDocument stream begins a sector with its magic; its flags stand at byte 10."""
    for at in range(512, len(data), 512):
        if data.startswith(_WORD_MAGIC, at):
            return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _ENCRYPTED)
    return False
