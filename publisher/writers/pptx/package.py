"""An Open Packaging package (ECMA-376 part 2): parts, their relationships, content types, zip.

Everything is written in a fixed order with fixed stamps, so that one plan makes one file.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from publisher.deflate import RAW, quick, smallest
from publisher.frozen import frozen, thawed
from publisher.record import NamedTuple
from publisher.resources import data_dir
from publisher.writers.pptx.markup import HEAD

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_RELATIONSHIP_TYPES = {
    "core-properties": _PACKAGE + "relationships/metadata/core-properties",
}
_STAMP = (0, 1 << 5 | 1)
"""Midnight, the first of January 1980: where MS-DOS begins to count (APPNOTE 4.4.6)."""
_VERSION, _STORED, _DEFLATED, _UTF_8 = 20, 0, 8, 1 << 11
_OWNERS_FILE = 0o600 << 16
FROZEN = "parts.frozen"
Sums: TypeAlias = tuple[int, int, int]
"""By which a part is known: its length, its CRC-32, its Adler-32."""


class Part:
    """A part: its name without the leading slash, its content type, its content, its links.

    Content that other decks may have too is text, which is kept packed; what is this deck's own is
    bytes.
    """

    __slots__ = ("_ids", "body", "content_type", "name")

    def __init__(self, name: str, content_type: str, body: str | bytes = "") -> None:
        self.name = name
        self.content_type = content_type
        self.body = body
        self._ids: dict[tuple[str, str], str] = {}

    def relate(self, kind: str, target: Part) -> str:
        """The id of the relationship of type ``kind`` to ``target``, made where there is none."""
        return self._ids.setdefault((kind, target.name), f"rId{len(self._ids) + 1}")

    def relationships(self) -> str:
        """The content of the part's .rels, "" where it relates to nothing."""
        if not self._ids:
            return ""
        rows = "".join(
            f'<Relationship Id="{id_}" Type="{_RELATIONSHIP_TYPES.get(kind, _OFFICE + kind)}"'
            f' Target="{_relative(self.name, target)}"/>'
            for (kind, target), id_ in self._ids.items()
        )
        return f'{HEAD}<Relationships xmlns="{_PACKAGE}relationships">{rows}</Relationships>'


class Media(Part):
    """A part whose type follows from its extension; ``packed`` if it is compressed already."""

    __slots__ = ("packed",)

    def __init__(self, name: str, content_type: str, body: bytes, *, packed: bool = True) -> None:
        super().__init__(name, content_type, body)
        self.packed = packed


def pack(root: Part, parts: Iterable[Part], comment: str = "", theme: str = "") -> bytes:
    """The zip of ``parts``; ``root`` is the package itself, its name is empty. What all decks in a
    shipped ``theme`` have comes packed.

    Programs pass over the ``comment`` (part 2, annex B): it is a place for a word of ours.
    """
    parts = sorted(parts, key=lambda part: part.name)
    members: dict[str, str | bytes] = {_rels_name(""): root.relationships()}
    for part in parts:
        members[part.name] = part.body
        if rels := part.relationships():
            members[_rels_name(part.name)] = rels

    stored = {part.name for part in parts if isinstance(part, Media) and part.packed}
    packed = {"[Content_Types].xml": _deflated_text(_content_types(parts), theme)}
    for name, body in sorted(members.items()):
        if isinstance(body, str):
            packed[name] = _deflated_text(body, theme)
        else:
            packed[name] = _stored(body) if name in stored else _deflated(body)
    return _zip(packed, comment.encode("ascii"))


class _Packed(NamedTuple):
    """What a member holds: how it is packed, CRC-32 and length before, bytes after."""

    method: int
    crc: int
    length: int
    data: bytes


def _stored(data: bytes) -> _Packed:
    return _Packed(_STORED, zlib.crc32(data), len(data), data)


def _deflated(data: bytes) -> _Packed:
    return _Packed(_DEFLATED, zlib.crc32(data), len(data), quick(data, RAW))


@functools.lru_cache(maxsize=192)
def _deflated_text(text: str, theme: str) -> _Packed:
    """Kept, because half the parts of a deck are those of any deck in its theme."""
    data = text.encode("utf-8")
    crc = zlib.crc32(data)
    packed = _shipped(theme).get((len(data), crc, zlib.adler32(data)))
    return _Packed(_DEFLATED, crc, len(data), packed or quick(data, RAW))


@functools.cache
def _shipped(theme: str) -> Mapping[Sums, bytes]:
    """The parts that come packed with a theme; none for names that no shipped one has."""
    file = data_dir("themes") / theme / FROZEN if theme.isidentifier() else None
    return (file and thawed(file, ())) or {}


def frozen_parts(parts: Iterable[bytes]) -> bytes:
    """Parts that all decks in a shipped theme have, as a file to be thawed: packing them takes
    longer than packing the rest."""
    return frozen({(len(d), zlib.crc32(d), zlib.adler32(d)): smallest(d, RAW) for d in parts}, ())


def _zip(members: dict[str, _Packed], comment: bytes) -> bytes:
    """The members one after another, and their directory (APPNOTE.TXT 4.3, 4.4).

    Written here, because ``zipfile`` takes as long about a member as packing it does.
    """
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for title, packed in members.items():
        name = title.encode("utf-8")
        flags = 0 if title.isascii() else _UTF_8
        said = struct.pack(
            "<5H3L2H", _VERSION, flags, packed.method, *_STAMP, packed.crc, len(packed.data),
            packed.length, len(name), 0,
        )  # fmt: skip
        directory += (
            b"PK\x01\x02", struct.pack("<H", _VERSION), said,
            struct.pack("<3H2L", 0, 0, 0, _OWNERS_FILE, at), name,
        )  # fmt: skip
        out += (b"PK\x03\x04", said, name, packed.data)
        at += 4 + len(said) + len(name) + len(packed.data)
    listed, count = b"".join(directory), len(members)
    end = struct.pack("<4H2LH", 0, 0, count, count, len(listed), at, len(comment))
    return b"".join((*out, listed, b"PK\x05\x06", end, comment))


def _content_types(parts: list[Part]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides: list[str] = []
    for part in parts:
        if isinstance(part, Media):
            defaults[part.name.rpartition(".")[2]] = part.content_type
        else:
            overrides.append(
                f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
            )
    rows = "".join(
        f'<Default Extension="{extension}" ContentType="{type_}"/>'
        for extension, type_ in sorted(defaults.items())
    )
    return f'{HEAD}<Types xmlns="{_PACKAGE}content-types">{rows}{"".join(overrides)}</Types>'


def _rels_name(name: str) -> str:
    folder, slash, leaf = name.rpartition("/")
    return f"{folder}{slash}_rels/{leaf}.rels"


def _relative(source: str, target: str) -> str:
    """``target`` seen from the folder of ``source``."""
    here, there, shared = source.split("/"), target.split("/"), 0
    while shared < len(here) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:])
