"""A .pptx as an Open Packaging package (ECMA-376 part 2): parts, relationships, XML roots."""

import posixpath
import zipfile
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
AHYP = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
PKG_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
PKG_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"


class Relationship(NamedTuple):
    """A row of a .rels part; ``kind`` is the last word of its type, ``target`` a member name."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """A package that may be broken: nothing here raises for what a lint has to report."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.malformed: dict[str, str] = {}
        self._roots: dict[str, ET.Element | None] = {}
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self._bytes = {info.filename: archive.read(info) for info in self.infos}

    @cached_property
    def types(self) -> dict[str, str]:
        """The content type of each part that has one."""
        root = self.root(CONTENT_TYPES)
        defaults = {
            row.get("Extension", "").lower(): row.get("ContentType", "")
            for row in root.iter(PKG_CT + "Default")
        }
        found = {name: defaults.get(name.rpartition(".")[2].lower(), "") for name in self.parts}
        for row in root.iter(PKG_CT + "Override"):
            found[row.get("PartName", "").lstrip("/")] = row.get("ContentType", "")
        return found

    @cached_property
    def parts(self) -> list[str]:
        """The members that are parts: not the content types, not the relationships."""
        return [n for n in self._bytes if n != CONTENT_TYPES and not n.endswith((".rels", "/"))]

    def __contains__(self, name: str) -> bool:
        return name in self._bytes

    def read(self, name: str) -> bytes:
        return self._bytes[name]

    def root(self, name: str) -> ET.Element:
        """The root of an XML member; an empty element where it is missing or malformed."""
        if name not in self._roots:
            self._roots[name] = self._parse(name)
        root = self._roots[name]
        return ET.Element("missing") if root is None else root

    def _parse(self, name: str) -> ET.Element | None:
        if name not in self._bytes:
            return None
        if b"<!DOCTYPE" in self._bytes[name]:
            self.malformed[name] = "has a DOCTYPE"
        try:
            return ET.fromstring(self._bytes[name])
        except ET.ParseError as error:
            self.malformed[name] = str(error)
            return None

    def relationships(self, part: str) -> list[Relationship]:
        """Those of a part; of the package itself for ""."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        return [
            Relationship(
                row.get("Id", ""),
                row.get("Type", "").rsplit("/", 1)[-1],
                resolve(folder, row.get("Target", "")),
                row.get("TargetMode") == "External",
            )
            for row in self.root(rels).iter(PKG_REL + "Relationship")
        ]

    def related(self, part: str, kind: str) -> list[str]:
        return [r.target for r in self.relationships(part) if r.kind == kind]

    @cached_property
    def slides(self) -> list[str]:
        """The slide parts in the order of the presentation."""
        targets = {r.id: r.target for r in self.relationships(MAIN)}
        ids = self.root(MAIN).iter(P + "sldId")
        return [targets.get(row.get(R + "id", ""), "") for row in ids]

    @cached_property
    def slide_ids(self) -> list[str]:
        return [row.get("id", "") for row in self.root(MAIN).iter(P + "sldId")]

    def named(self, folder: str) -> list[str]:
        """The XML parts of a folder of ppt/, such as slideLayouts."""
        return sorted(n for n in self.parts if posixpath.dirname(n) == f"ppt/{folder}")


def resolve(folder: str, target: str) -> str:
    """A relationship's target as a member name."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))
