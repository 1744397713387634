"""The package: python-docx's, filled with parts of ours, zipped the same way every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from publisher.plan import PlanMeta
from publisher.seal import BLANK
from publisher.writers.docx.markup import element, root
from publisher.writers.xml import writable

_STAMP = (1980, 1, 1, 0, 0, 0)
_EPOCH = "1980-01-01T00:00:00+00:00"
"""No clock is read: a speech that carries no date has that of the zip's stamps."""
_LEVEL = 6
_LONGEST = 255
"""Characters that a property may have in Word."""
_STORED = (".png", ".jpeg")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS: Mapping[str, tuple[str, str]] = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
}
"""Kinds of parts: their content type and that of the relationship to them."""
_MANY = frozenset({"header", "footer"})
_MAIN = {"document": "document.main", "styles": "styles", "settings": "settings",
         "fontTable": "fontTable"}  # fmt: skip
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>publisher</Application></Properties>"
)


class Parts:
    """The parts of a document that is being made."""

    def __init__(self) -> None:
        blank = {name: root(tag) for name, tag in (
            ("document", "document"), ("styles", "styles"), ("settings", "settings"),
            ("fontTable", "fonts"),
        )}  # fmt: skip
        blank["document"].append(element("body"))
        self._docx: Any = Document(io.BytesIO(_blank(blank)))
        self._counts: dict[str, int] = {}
        self._media: dict[bytes, str] = {}
        self._shown = 0

    def add(self, kind: str, content: Any) -> str:
        """A new part of ``kind`` (a key of _KINDS); the id of the relationship to it."""
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        name = f"{kind}{number}" if kind in _MANY else kind
        type_, relationship = _KINDS[kind]
        return self._related(f"/word/{name}.xml", type_, serialize_part_xml(content), relationship)

    def media(self, data: bytes, suffix: str, media_type: str) -> tuple[int, str]:
        """How many pictures are shown with this one, and the relationship to its part; equal
        ones share a part."""
        self._shown += 1
        if data not in self._media:
            name = f"/word/media/image{len(self._media) + 1}.{suffix}"
            self._media[data] = self._related(name, media_type, data, RELATIONSHIP_TYPE.IMAGE)
        return self._shown, self._media[data]

    def _related(self, name: str, type_: str, data: bytes, relationship: str) -> str:
        main = self._docx.part
        part = Part(PackURI(name), type_, data, main.package)
        related: str = main.relate_to(part, relationship)
        return related

    def packed(
        self, meta: PlanMeta, body: list[Any], styles: Any, settings: Any, fonts: Any
    ) -> bytes:
        """The bytes of the file, with its seal blank."""
        main = self._docx.part
        self._docx.element.body.extend(body)
        _filled(main.part_related_by(RELATIONSHIP_TYPE.STYLES).element, styles)
        _filled(main.part_related_by(RELATIONSHIP_TYPE.SETTINGS).element, settings)
        table = main.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
        table._blob = serialize_part_xml(fonts)  # it has no way to say so
        _describe(self._docx.core_properties, meta)
        out = io.BytesIO()
        self._docx.save(out)
        return _zipped(out)


def _filled(target: Any, source: Any) -> None:
    target.extend(list(source))


def _describe(properties: Any, meta: PlanMeta) -> None:
    """Core properties (part 2, 11): of the speech, not of the machine or the hour."""
    author = writable(meta.author or "")[:_LONGEST]
    properties.title = writable(meta.title)[:_LONGEST]
    properties.author = properties.last_modified_by = author
    properties.keywords = writable("; ".join(meta.keywords))[:_LONGEST]
    properties.language = meta.language
    properties.revision = 1
    properties.created = properties.modified = _when(meta.created or _EPOCH)


def _when(said: str) -> datetime:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return datetime.fromisoformat(_EPOCH)


# --- zip ------------------------------------------------------------------------------------


def _blank(parts: Mapping[str, Any]) -> bytes:
    """A document with nothing in it, for python-docx to open."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORDML}{kind}+xml"/>'
        for name, kind in _MAIN.items()
    )
    package = "http://schemas.openxmlformats.org/package/2006/"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    app = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{app}"/>{types}</Types>',
        "_rels/.rels": _relationships(
            (_OFFICE + "officeDocument", "word/document.xml"),
            (package + "relationships/metadata/core-properties", "docProps/core.xml"),
            (_OFFICE + "extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": _relationships(
            *((_OFFICE + name, f"{name}.xml") for name in _MAIN if name != "document")
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
        "docProps/app.xml": _APP,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", serialize_part_xml(part))
    return out.getvalue()


def _relationships(*rows: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(rows, 1)
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{found}</Relationships>'


def _zipped(source: io.BytesIO) -> bytes:
    """The same files in a fixed order with fixed stamps, and a seal in the comment of the zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(source) as there, zipfile.ZipFile(out, "w") as archive:
        archive.comment = BLANK.encode("ascii")
        names = sorted(there.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            info = zipfile.ZipInfo(name, _STAMP)
            stored = name.endswith(_STORED)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.create_system = 0  # not the system that this happens to run on
            archive.writestr(info, there.read(name), compresslevel=_LEVEL)
    return out.getvalue()
