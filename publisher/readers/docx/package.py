"""The zip package (ECMA-376 part 2): opened with care, read part by part.

Nothing is read before its declared size was checked, nothing is read beyond it, and only parts
that a relationship names are read at all.
"""

from __future__ import annotations

import functools
import posixpath
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree as ET

from publisher.errors import InputError
from publisher.readers.docx.encodings import as_utf8
from publisher.readers.docx.ooxml import STRICT_NAMESPACES
from publisher.readers.docx.weight import PIECE, weight_of
from publisher.readers.docx.zipped import DEFLATED, ENCRYPTED, STORED, Member, Zip, ZipError
from publisher.record import NamedTuple

if TYPE_CHECKING:
    from publisher.readers.docx.losses import Losses


class Limits(NamedTuple):
    """Sizes in bytes. A speech is far below; a hostile file is above at least one of them."""

    members: int = 10_000
    xml_part: int = 128 << 20
    media_part: int = 48 << 20
    media: int = 96 << 20
    """All pictures together."""
    ratio: int = 250
    """Inflated to packed, of parts that are read at once."""
    ratio_from: int = 8 << 20
    """Smaller parts may have any ratio."""
    tree: int = 160 << 20
    """Memory that the elements of a block may take, and those of all other parts together, by
    their weight."""
    text: int = 16 << 20
    """Of one tag, or of the characters between two."""
    depth: int = 100_000
    """Elements open at one time."""
    tags: int = 4_000_000
    """Of the text as a whole, so that it is read within seconds; so are the next two."""
    paragraphs: int = 400_000
    characters: int = 10_000_000
    names: int = 10_000
    """Different names of elements and attributes that one look in eight may find."""


LIMITS = Limits()

_LARGEST_KEPT = 32 << 10
"""Bytes of a part whose tree is kept."""
_METHODS = (STORED, DEFLATED)
"""The two that a package may use (part 2, 6.2.3)."""

UNREADABLE = (
    ZipError,
    zlib.error,
    ET.ParseError,
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
        self._media = self._trees = 0
        try:
            self._zip = Zip(stream)
        except UNREADABLE as error:
            raise InputError("docx-torn", place=place) from error
        members = self._zip.members
        if len(members) > LIMITS.members:
            raise InputError("docx-too-big", place=place, part=f"{len(members)} members")
        # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        self._members: dict[str, Member] = {}
        for member in members:
            name = member.name.replace("\\", "/").lstrip("/")
            if ".." in name.split("/"):
                raise InputError("docx-broken", place=place, detail=name[:80])
            self._members[name.lower()] = member

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

    def names(self) -> list[str]:
        """The names of all members, in the order of the file."""
        return [name for name in self._members if not name.endswith("/")]

    def too_big(self, part: str) -> InputError:
        """The error for a part that goes beyond a limit."""
        return InputError("docx-too-big", place=self.place, part=part)

    def not_word(self) -> InputError:
        """The error for a package without a text of Word."""
        return InputError("docx-not-word", place=self.place)

    def broken(self, detail: str) -> InputError:
        """The error for a part that cannot be read."""
        return InputError("docx-broken", place=self.place, detail=detail)

    # --- bytes ---------------------------------------------------------------------------

    def media(self, part: str) -> bytes:
        """A picture's bytes; InputError where it is missing, damaged or too large."""
        limit = min(LIMITS.media_part, LIMITS.media - self._media)
        data = b"".join(self._inflated(part, limit, dense=False))
        self._media += len(data)
        return data

    def slices(self, part: str, *, dense: bool = True) -> Iterator[bytes]:
        """The XML of ``part`` in UTF-8 with transitional namespaces, in pieces that end behind
        a tag; a DOCTYPE is refused. ``dense``: it may be packed as tightly as it likes."""
        held: list[bytes] = []
        open_ = waiting = 0
        try:
            for piece in as_utf8(self._inflated(part, LIMITS.xml_part, dense=dense)):
                end = piece.rfind(b">") + 1
                held.append(piece[:end] if end else piece)
                waiting += len(held[-1])
                if end:
                    data = self._checked(b"".join(held), part)
                    open_ += weight_of(data).opened
                    held = [piece[end:]]
                if waiting > LIMITS.text or open_ > LIMITS.depth:
                    raise self.too_big(part)
                if end:
                    yield data
                    waiting = len(held[0])
        except ValueError as error:
            raise self.broken(part) from error
        yield self._checked(b"".join(held), part)

    def _checked(self, data: bytes, part: str) -> bytes:
        if b"<!DOCTYPE" in data:
            raise InputError("docx-doctype", place=self.place, part=part)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, transitional in STRICT_NAMESPACES:
                data = data.replace(strict, transitional)
        return data

    def _inflated(self, part: str, limit: int, *, dense: bool) -> Iterator[bytes]:
        """The content of ``part``, never more than ``limit`` bytes, nor than its declared size."""
        member = self._members.get(part.lower())
        if member is None or member.method not in _METHODS:
            raise self.broken(part)
        if member.flags & ENCRYPTED:
            raise InputError("docx-encrypted", place=self.place)
        packed = max(1, member.packed)
        suspect = member.size > LIMITS.ratio_from and member.size > LIMITS.ratio * packed
        if member.size > limit or (suspect and not dense):
            raise self.too_big(part)
        try:
            yield from self._zip.pieces(member, PIECE)
        except UNREADABLE as error:
            raise self.broken(part) from error

    # --- parts ---------------------------------------------------------------------------

    def xml_bytes(self, part: str) -> bytes:
        """The XML of ``part``, as ``slices`` give it, small enough to make a tree of."""
        slices = list(self.slices(part, dense=False))
        self._trees += sum(weight_of(data).size for data in slices)
        if self._trees > LIMITS.tree:
            raise self.too_big(part)
        return b"".join(slices)

    def xml(self, part: str) -> ET.Element:
        """The root of ``part``, to be read only; InputError where it cannot be read."""
        data = self.xml_bytes(part)
        try:
            return _tree(data) if len(data) <= _LARGEST_KEPT else ET.fromstring(data)
        except UNREADABLE as error:
            raise self.broken(f"{part}: {error}") from error

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
                target = posixpath.normpath(posixpath.join("/", folder, _unquoted(target)))
                target = target.lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relationship(kind, target, external)
        return found

    def main_part(self) -> str:
        """The part that the package's officeDocument relationship names (11.3.10).

        Where that is missing: the usual name, else the part whose content type says so.
        """
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self:
                return relationship.target
        if "word/document.xml" in self:
            return "word/document.xml"
        types = "[Content_Types].xml"
        for element in self.optional_xml(types) or () if types in self else ():
            name = element.get("PartName", "").lstrip("/")
            if element.get("ContentType", "").endswith(".main+xml") and name in self:
                return name
        raise self.not_word()


@functools.lru_cache(maxsize=12)
def _tree(data: bytes) -> ET.Element:
    """The root of a small part. Kept a while: documents of one template share most of them."""
    return ET.fromstring(data)


def _unquoted(target: str) -> str:
    """A part name is a URI (6.2.2); hardly any of them has something to decode."""
    if "%" not in target:
        return target
    from urllib.parse import unquote

    return unquote(target)
