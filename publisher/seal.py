"""The seal: each file that we make carries a fingerprint of itself.

A file whose seal is whole is as we wrote it and may be written anew. One that a person changed
since, or that was never ours, has none that fits: programs rewrite the file and drop or keep the
old seal, which is then wrong. The seal is text in the file's own bytes, taken over all of them
with itself blank, so that it needs no knowledge of the format.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

_MARK = b"publisher-seal:"
_DIGITS = 64
BLANK = (_MARK + b"0" * _DIGITS).decode("ascii")
"""What a writer puts where its format has room for a word of ours (a comment, an identifier)."""


def sealed(data: bytes) -> bytes:
    """``data`` with its blank seal, if it has one, filled in."""
    at = data.find(BLANK.encode("ascii"))
    if at < 0:
        return data
    digits = at + len(_MARK)
    return data[:digits] + _digest(data) + data[digits + _DIGITS :]


def is_untouched(data: bytes) -> bool:
    """Whether ``data`` carries a seal that is whole."""
    at = data.find(_MARK)
    while at >= 0:
        start, end = at + len(_MARK), at + len(_MARK) + _DIGITS
        blank = data[:start] + b"0" * _DIGITS + data[end:]
        if len(blank) == len(data) and data[start:end] == _digest(blank):
            return True
        at = data.find(_MARK, start)
    return False


_SHORT = 512 << 10
"""Bytes that are summed up before OpenSSL is awake."""


def _digest(data: bytes) -> bytes:
    digest: str = _sha256(len(data))(data).hexdigest()
    return digest.encode("ascii")


def _sha256(length: int) -> Any:
    """What sums up so many bytes the soonest: OpenSSL is faster, but where nothing else has woken
    it yet that takes 2 ms, longer than an ordinary deck takes to sum up."""
    own = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
    awake = length > _SHORT or "hashlib" in sys.modules
    try:
        return import_module("hashlib" if awake else own).sha256
    except ImportError:  # a Python without it, as random knows them
        return import_module("hashlib").sha256
