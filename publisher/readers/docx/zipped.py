"""A zip (APPNOTE.TXT 6.3.3): what its directory says, and what a member holds, piece by piece.

Packages of Word use little of what a zip may be, and ``zipfile`` brings all of it: 3 ms of imports,
half a millisecond to open. Nothing is believed here: sizes and sums are those of the bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO

from publisher.record import NamedTuple

STORED, DEFLATED = 0, 8
"""Ways to pack (4.4.5)."""
ENCRYPTED = 0x1
_UTF_8 = 0x800
"""Flags of a member (4.4.4)."""

_LOCAL = Struct("<26x2H")
"""Lengths of name and extra field (4.3.7)."""
_ENTRY = Struct("<8x2H4x3L3H8xL")
"""Flags, method, CRC-32, sizes packed and not, lengths of name, extra field and comment, place
(4.3.12)."""
_END = Struct("<12x2L2x")
"""Size and place of the directory (4.3.16)."""
_SIGN = b"PK\x05\x06"
_END_64 = Struct("<40x2Q")
"""The same for files of more than 4 GiB, or whose writer thought so (4.3.14)."""
_LOCATOR = 20
"""Bytes of what stands between the two (4.3.15)."""
_LONGEST_COMMENT = 0xFFFF
_ELSEWHERE = 0xFFFFFFFF
"""In place of a number that stands in the extra field (4.5.3)."""
_FIELD = Struct("<2H")
"""Id and length of a part of the extra field (4.5.1)."""
_LONG, _LONG_SIZE = 1, 8


class ZipError(Exception):
    """Not a zip, or not whole."""


class Member(NamedTuple):
    """A file of the zip: ``packed`` and ``size`` are its bytes as they lie there and as they were;
    ``at`` is where its own header begins."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


class Directory(NamedTuple):
    """Where the directory lies: its ``size`` in bytes, where it begins, and how much was put before
    the zip: places count from behind that."""

    size: int
    at: int
    before: int


def directory_of(stream: BinaryIO) -> Directory:
    """What the end of the zip says of its directory. Raises ZipError."""
    length = stream.seek(0, 2)
    begin = max(0, length - _END.size - _LONGEST_COMMENT)
    stream.seek(begin)
    tail = stream.read()
    at = tail.rfind(_SIGN, 0, len(tail) - _END.size + len(_SIGN))
    if at < 0:
        raise ZipError("no end")
    size, place = _END.unpack_from(tail, at)
    long = at - _LOCATOR - _END_64.size
    if long >= 0 and tail.startswith(b"PK\x06\x07", at - _LOCATOR):
        if not tail.startswith(b"PK\x06\x06", long):
            raise ZipError("no long end before its locator")
        size, place = _END_64.unpack_from(tail, long)
        at = long
    before = begin + at - size - place
    if before < 0:
        raise ZipError("no directory")
    return Directory(size, place + before, before)


class Zip:
    """The zip in ``stream``, which stays open. Raises ZipError."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        directory = directory_of(stream)
        self._end = directory.at
        self.members = tuple(self._listed(directory))

    def _listed(self, directory: Directory) -> Iterator[Member]:
        self._stream.seek(directory.at)
        data = self._stream.read(directory.size)
        at = 0
        while at < len(data):
            if not data.startswith(b"PK\x01\x02", at) or at + _ENTRY.size > len(data):
                raise ZipError("no entry of the directory")
            flags, method, crc, packed, size, name, extra, note, place = _ENTRY.unpack_from(
                data, at
            )
            at += _ENTRY.size
            if _ELSEWHERE in (size, packed, place):
                size, packed, place = _long(data[at + name :][:extra], size, packed, place)
            title = _name(data[at : at + name], flags)
            yield Member(title, flags, method, crc, packed, size, place + directory.before)
            at += name + extra + note

    def pieces(self, member: Member, length: int) -> Iterator[bytes]:
        """What ``member`` holds, in pieces of at most ``length`` bytes. Raises ZipError, as soon as
        it is more than its size, and zlib.error."""
        left, crc = member.size, 0
        packed = self._packed(member, length)
        for piece in packed if member.method == STORED else _inflated(packed, length):
            left -= len(piece)
            crc = zlib.crc32(piece, crc)
            if left < 0:
                break
            yield piece
        if left or crc != member.crc:
            raise ZipError(f"{member.name}: other content than it was packed with")

    def _packed(self, member: Member, length: int) -> Iterator[bytes]:
        """The bytes as they lie there. Members may be read in turn: the place is ours."""
        self._stream.seek(min(member.at, self._end))
        head = self._stream.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise ZipError(f"{member.name}: not where it should be")
        name, extra = _LOCAL.unpack(head)
        at = member.at + _LOCAL.size + name + extra
        end = at + member.packed
        while at < end:
            self._stream.seek(at)
            piece = self._stream.read(min(length, end - at))
            if not piece:
                raise ZipError(f"{member.name}: cut off")
            at += len(piece)
            yield piece


def _inflated(packed: Iterator[bytes], length: int) -> Iterator[bytes]:
    """Pieces of at most ``length`` bytes, however tightly they were packed."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for held in packed:
        while True:
            piece = inflater.decompress(held, length)
            if piece:
                yield piece
            held = inflater.unconsumed_tail
            if not held and len(piece) < length:
                break


def _name(raw: bytes, flags: int) -> str:
    """Names are ASCII, UTF-8 or, as on the first PCs, code page 437 (appendix D)."""
    if raw.isascii():
        return raw.decode("ascii")
    return raw.decode("utf-8" if flags & _UTF_8 else "cp437")


def _long(extra: bytes, *numbers: int) -> tuple[int, ...]:
    """``numbers``, those that are too large for four bytes from the extra field (4.5.3)."""
    longs = _field(extra, _LONG)
    out = []
    for number in numbers:
        if number == _ELSEWHERE:
            if len(longs) < _LONG_SIZE:
                raise ZipError("a number is missing")
            number, longs = int.from_bytes(longs[:_LONG_SIZE], "little"), longs[_LONG_SIZE:]
        out.append(number)
    return tuple(out)


def _field(extra: bytes, wanted: int) -> bytes:
    """The part of an extra field that has this id, b"" where there is none (4.5.1)."""
    at = 0
    while at + _FIELD.size <= len(extra):
        kind, size = _FIELD.unpack_from(extra, at)
        at += _FIELD.size
        if kind == wanted:
            return extra[at : at + size]
        at += size
    return b""
