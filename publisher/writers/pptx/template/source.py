"""The package of a template: its parts as they are, without slides, dead ends and macros."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from publisher.errors import UsageError
from publisher.record import NamedTuple

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_LEFT_BEHIND = frozenset(
    "slide comments commentAuthors vbaProject customXml customXmlProps authors tags".split()
)
"""Kinds of relationship whose targets are the old deck's own content, or say who made it."""
_OF_MAIN = frozenset({"slideMaster", "theme"})
"""What of the main part comes along: all else of a deck is ours."""
_MOST_MEMBERS, _MOST_BYTES = 5_000, 300 << 20


class Relationship(NamedTuple):
    """One row of a .rels part; ``kind`` is the last step of its type's address."""

    id: str
    kind: str
    type: str
    target: str
    """The part's name, or the address where ``external``."""
    external: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Parts by name (without the leading slash), with their types and relationships."""

    parts: dict[str, bytes]
    types: dict[str, str]
    main: str
    relationships: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that ``part`` leads to by relationships of this kind, in order."""
        return [r.target for r in self.relationships.get(part, ()) if r.kind == kind]

    def root(self, part: str) -> Any:
        """The parsed part. Raises UsageError where it is no XML, or has a DOCTYPE."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(self.parts[part], parser)
        except (etree.XMLSyntaxError, KeyError) as error:
            raise UsageError("template-broken", detail=f"{part}: {error}") from error
        if root.getroottree().docinfo.doctype:
            raise UsageError("template-broken", detail=f"{part}: DOCTYPE")
        return root


def read_source(data: bytes) -> Source:
    """The template in ``data``: what its main part leads to, but for its slides and traces.

    Relationships that lead nowhere (a missing part, "NULL") are dropped; so are macros. Raises
    UsageError ``template-not``, ``template-big`` or ``template-broken``.
    """
    members, types = _members(data)
    main = _main(members)
    parts: dict[str, bytes] = {}
    relationships: dict[str, tuple[Relationship, ...]] = {}
    waiting = [main]
    while waiting:
        name = waiting.pop()
        if name in parts:
            continue
        parts[name] = members[name]
        rows = tuple(_kept(name, members, is_main=name == main))
        relationships[name] = rows
        waiting += [row.target for row in rows if not row.external]
    kept = {name: types[name] for name in parts if name in types}
    return Source(parts, kept | {main: MAIN}, main, relationships)


def _members(data: bytes) -> tuple[dict[str, bytes], dict[str, str]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
        if len(infos) > _MOST_MEMBERS or sum(i.file_size for i in infos) > _MOST_BYTES:
            raise UsageError("template-big")
        members = {i.filename: archive.read(i) for i in infos if not i.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise UsageError("template-not", detail=error) from error
    if sum(map(len, members.values())) > _MOST_BYTES:
        raise UsageError("template-big")
    return members, _types(members)


def _types(members: dict[str, bytes]) -> dict[str, str]:
    """The content type of each part (ECMA-376 part 2, 7.3)."""
    rows = _rows(members, "[Content_Types].xml")
    defaults = {r.get("Extension", "").lower(): r.get("ContentType", "") for r in rows}
    types = {n: defaults.get(n.rpartition(".")[2].lower(), "") for n in members}
    return types | {
        row.get("PartName", "").lstrip("/"): row.get("ContentType", "")
        for row in rows
        if row.get("PartName")
    }


def _main(members: dict[str, bytes]) -> str:
    for row in _rows(members, "_rels/.rels"):
        target = str(row.get("Target", "")).lstrip("/")
        is_main = row.get("Type", "").endswith("/officeDocument")
        if is_main and b"presentationml" in members.get(target, b""):
            return target
    raise UsageError("template-not", detail="presentation.xml")


def _kept(part: str, members: dict[str, bytes], *, is_main: bool) -> Iterator[Relationship]:
    folder, _, leaf = part.rpartition("/")
    for row in _rows(members, f"{folder}/_rels/{leaf}.rels".lstrip("/")):
        type_ = row.get("Type", "").replace(_STRICT, OFFICE)
        kind = type_.rpartition("/")[2]
        external = row.get("TargetMode") == "External"
        target = row.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        dead = target.upper().endswith("NULL") or (not external and target not in members)
        wanted = kind in _OF_MAIN if is_main else kind not in _LEFT_BEHIND
        if not dead and wanted:
            yield Relationship(row.get("Id", ""), kind, type_, target, external)


def _rows(members: dict[str, bytes], name: str) -> list[Any]:
    from lxml import etree

    try:
        return list(etree.fromstring(members[name], etree.XMLParser(resolve_entities=False)))
    except KeyError:
        return []
    except etree.XMLSyntaxError as error:
        raise UsageError("template-broken", detail=f"{name}: {error}") from error
