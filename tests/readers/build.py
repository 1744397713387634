"""Small .docx files written from readable XML.

``docx(folder, p("一、规划"))`` is a whole document; ``p``, ``r``, ``table`` and ``lists`` spell
the XML that comes again and again, everything else is written out in the test that needs it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": DOCUMENT_RELATIONSHIPS,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "cp": f"{PACKAGE_RELATIONSHIPS[:-13]}metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
    }.items()
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE_RELATIONSHIPS[:-13]}content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_OFFICE}.numbering+xml"/>'
    "</Types>"
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "fccf50cf0000050201022a5b1d4a0000000049454e44ae426082"
)
"""One pixel."""


def t(text: str) -> str:
    """Text that keeps its blanks."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run; ``properties`` is the inside of its ``w:rPr``."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def p(*content: str, style: str | None = None, properties: str = "", mark: str = "") -> str:
    """A paragraph of runs; what does not begin with < becomes a run. ``mark`` formats its mark."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    runs = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p><w:pPr>{named}{properties}{marked}</w:pPr>{runs}</w:p>"


def numbered(text: str, num: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>',
    )


def field(code: str, result: str) -> str:
    """A complex field: its code, and the runs of its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(*content: str, properties: str = "") -> str:
    """A table cell; what does not begin with < becomes a paragraph."""
    blocks = "".join(c if c.startswith("<") else p(c) for c in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; what does not begin with < becomes a cell."""
    inside = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, widths: Iterable[int] = ()) -> str:
    """A table; ``widths`` in 1/20 pt."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def level(
    text: str, number_format: str = "decimal", *, index: int = 0, start: int = 1, more: str = ""
) -> str:
    """A level of an abstract list, such as ``level("%1、", "chineseCounting")``."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*abstracts: str, nums: Mapping[int, str] | None = None) -> str:
    """numbering.xml: abstract lists 0, 1, … of the levels given; list n+1 shows abstract n.

    ``nums`` adds lists by number, each given by the inside of its ``w:num``.
    """
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{levels}</w:abstractNum>'
        for i, levels in enumerate(abstracts)
    )
    plain = {i + 1: f'<w:abstractNumId w:val="{i}"/>' for i in range(len(abstracts))}
    instances = "".join(
        f'<w:num w:numId="{number}">{inside}</w:num>'
        for number, inside in {**plain, **(nums or {})}.items()
    )
    return definitions + instances


def style(
    identifier: str, name: str, inside: str = "", *, based_on: str | None = None,
    kind: str = "paragraph", default: bool = False,
) -> str:  # fmt: skip
    """A style of styles.xml."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"{mark}>'
        f'<w:name w:val="{name}"/>{base}{inside}</w:style>'
    )


def relationships(entries: Iterable[tuple[str, str, str]]) -> str:
    """A .rels part of (id, last word of the type, target)."""
    inside = "".join(
        f'<Relationship Id="{i}" Type="{DOCUMENT_RELATIONSHIPS}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for i, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{inside}</Relationships>'


def parts_of(
    *body: str,
    styles: str = "",
    numbering: str = "",
    core: str = "",
    related: Iterable[tuple[str, str, str]] = (),
) -> dict[str, str | bytes]:
    """The parts of a document by name; ``related`` adds relationships of its main part."""
    root = f"<w:document {NAMESPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(
            [
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", "core-properties", "docProps/core.xml"),
            ]
        ),
        "word/document.xml": root,
        "word/_rels/document.xml.rels": relationships(
            [
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                *related,
            ]
        ),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        "docProps/core.xml": f"<cp:coreProperties {NAMESPACES}>{core}</cp:coreProperties>",
    }
    return parts


def package(path: Path, parts: Mapping[str, str | bytes | None]) -> Path:
    """Zip ``parts`` to ``path``; a part of None is left out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            if content is not None:
                target.writestr(name, content)
    return path


def docx(
    folder: Path,
    *body: str,
    parts: Mapping[str, str | bytes | None] | None = None,
    styles: str = "",
    numbering: str = "",
    core: str = "",
    related: Iterable[tuple[str, str, str]] = (),
) -> Path:
    """A .docx in ``folder``; ``parts`` adds parts, replaces them, or leaves them out (None)."""
    made = parts_of(*body, styles=styles, numbering=numbering, core=core, related=related)
    return package(folder / "speech.docx", {**made, **(parts or {})})
