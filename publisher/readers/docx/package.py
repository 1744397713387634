"""The zip package (ECMA-376 part 2): opened with care, read part by part.

Nothing is read before its declared size was checked, nothing is read beyond it, and only parts
that a relationship names are read at all.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from xml.etree import ElementTree as ET

from publisher.errors import InputError
from publisher.readers.docx.ooxml import STRICT_NAMESPACES

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.readers.docx.losses import Losses


class Limits(NamedTuple):
    """Sizes in bytes. A speech is far below; a zip bomb is above at least one of them."""

    file: int = 512 << 20
    members: int = 10_000
    xml_part: int = 64 << 20
    media_part: int = 48 << 20
    total: int = 256 << 20
    """What one run may inflate altogether."""
    ratio: int = 250
    """Inflated to packed; text that repeats reaches 100."""
    ratio_from: int = 8 << 20
    """Smaller parts may have any ratio."""


LIMITS = Limits()

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    NotImplementedError,  # a compression method that zipfile does not have
    RuntimeError,  # a member with a password
    EOFError,
    OSError,
    ValueError,
    LookupError,  # an encoding nobody knows
)


class Relationship(NamedTuple):
    """A relationship of a part: the last word of its type, and the part that it names."""

    kind: str
    target: str
    external: bool


class Package:
    """An open package. ``place`` is the file's name for messages."""

    def __init__(self, stream: BinaryIO, place: str, losses: Losses) -> None:
        self.place = place
        self._losses = losses
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(stream)
        except _UNREADABLE as error:
            raise InputError("docx-broken", place=place, detail=str(error)) from error
        members = self._zip.infolist()
        if len(members) > LIMITS.members:
            raise InputError("docx-too-big", place=place, part=f"{len(members)} members")
        # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            name = member.filename.replace("\\", "/")
            if name.startswith("/") or ".." in name.split("/"):
                raise InputError("docx-broken", place=place, detail=name[:80])
            self._members[name.lower()] = member

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

    def bytes_of(self, part: str, limit: int) -> bytes:
        """The content of ``part``; InputError where it is missing, damaged or too large."""
        member = self._members.get(part.lower())
        if member is None:
            raise InputError("docx-broken", place=self.place, detail=part)
        self._refuse_large(member, limit)
        try:
            with self._zip.open(member) as source:
                data = source.read(limit + 1)  # the declared size may lie
        except _UNREADABLE as error:
            if member.flag_bits & 0x1:
                raise InputError("docx-encrypted", place=self.place) from error
            raise InputError("docx-broken", place=self.place, detail=part) from error
        self._inflated += len(data)
        if len(data) > limit:
            raise InputError("docx-too-big", place=self.place, part=part)
        return data

    def _refuse_large(self, member: zipfile.ZipInfo, limit: int) -> None:
        size = member.file_size
        dense = size > LIMITS.ratio_from and size > LIMITS.ratio * max(1, member.compress_size)
        if size > limit or dense or self._inflated + size > LIMITS.total:
            raise InputError("docx-too-big", place=self.place, part=member.filename)

    def xml_bytes(self, part: str) -> bytes:
        """The XML of ``part`` with transitional namespaces; a DOCTYPE is refused."""
        data = self.bytes_of(part, LIMITS.xml_part)
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:4]:
            data = _to_utf8(data, self.place, part)
        if b"<!DOCTYPE" in data:
            raise InputError("docx-doctype", place=self.place, part=part)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, transitional in STRICT_NAMESPACES:
                data = data.replace(strict, transitional)
        return data

    def xml(self, part: str) -> ET.Element:
        """The root of ``part``; InputError where it cannot be read."""
        data = self.xml_bytes(part)
        try:
            return ET.fromstring(data)
        except _UNREADABLE as error:
            detail = f"{part}: {error}"
            raise InputError("docx-broken", place=self.place, detail=detail) from error

    def optional_xml(self, part: str | None) -> ET.Element | None:
        """As ``xml``, but a part that is missing or damaged is done without, with a notice."""
        if part is None:
            return None
        try:
            return self.xml(part)
        except InputError as error:
            if error.key == "docx-doctype":
                raise
            self._losses.add("part-unreadable", part=part)
            return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships of ``part`` by id; "" is the package itself."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        root = self.optional_xml(rels) if rels in self else None
        found: dict[str, Relationship] = {}
        for element in () if root is None else root:
            target = element.get("Target", "").replace("\\", "/")
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, _unquoted(target)))[1:]
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relationship(kind, target, external)
        return found

    def main_part(self) -> str:
        """The part that the package's officeDocument relationship names (11.3.10)."""
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self:
                return relationship.target
        if "word/document.xml" in self:
            return "word/document.xml"
        raise InputError("docx-not-word", place=self.place)


def _unquoted(target: str) -> str:
    """A part name is a URI (6.2.2); hardly any of them has something to decode."""
    if "%" not in target:
        return target
    from urllib.parse import unquote

    return unquote(target)


def _to_utf8(data: bytes, place: str, part: str) -> bytes:
    """UTF-16 XML as UTF-8, so that what follows may look at its bytes."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-16-le"
    if data[:1] == b"\0":
        encoding = "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("docx-broken", place=place, detail=part) from error
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :]
    return text.encode("utf-8", "replace")


def refuse_impostors(path: Path, stream: BinaryIO) -> None:
    """Raise InputError for what is named .docx and is not one, by its first bytes.

    The magic comes first: old .doc files hold a zipped theme, so ``is_zipfile`` believes them.
    """
    place = str(path)
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    head = stream.read(8)
    if not head:
        raise InputError("input-empty", place=place)
    if size > LIMITS.file:
        raise InputError("docx-too-big", place=place, part=path.name)
    if head == OLE_MAGIC:
        stream.seek(0)
        encrypted = _ENCRYPTED_STREAM in stream.read(LIMITS.file)
        raise InputError("docx-encrypted" if encrypted else "docx-is-doc", place=place)
    if not head.startswith(ZIP_MAGIC):
        raise InputError("docx-not-zip", place=place)
    stream.seek(0)
