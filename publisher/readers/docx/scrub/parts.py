"""The kinds of parts that a copy has: what they are called, how they are referred to.

Only what the text refers to is copied, each part under a name of ours: names of parts are often
those of files. What no table names is left behind: macros, objects, printers, thumbnails, other
people's data.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

from publisher.readers.docx.ooxml import A, R, V, W
from publisher.readers.docx.scrub.media import TYPES
from publisher.readers.docx.scrub.names import DGM, C
from publisher.record import NamedTuple

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument."
_WORDML = _OFFICE_TYPE + "wordprocessingml."
_DRAWINGML = _OFFICE_TYPE + "drawingml."
_STAMP = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


class Kind(NamedTuple):
    """A kind of part. ``name`` has a gap for a number where there may be several."""

    name: str
    content_type: str
    root: str


KINDS: dict[str, Kind] = {
    "officeDocument": Kind("word/document.xml", _WORDML + "document.main+xml", W + "document"),
    "styles": Kind("word/styles.xml", _WORDML + "styles+xml", W + "styles"),
    "numbering": Kind("word/numbering.xml", _WORDML + "numbering+xml", W + "numbering"),
    "settings": Kind("word/settings.xml", _WORDML + "settings+xml", W + "settings"),
    "fontTable": Kind("word/fontTable.xml", _WORDML + "fontTable+xml", W + "fonts"),
    "theme": Kind("word/theme/theme1.xml", _OFFICE_TYPE + "theme+xml", A + "theme"),
    "footnotes": Kind("word/footnotes.xml", _WORDML + "footnotes+xml", W + "footnotes"),
    "endnotes": Kind("word/endnotes.xml", _WORDML + "endnotes+xml", W + "endnotes"),
    "header": Kind("word/header{}.xml", _WORDML + "header+xml", W + "hdr"),
    "footer": Kind("word/footer{}.xml", _WORDML + "footer+xml", W + "ftr"),
    "chart": Kind("word/charts/chart{}.xml", _DRAWINGML + "chart+xml", C + "chartSpace"),
    "chartUserShapes": Kind(
        "word/drawings/drawing{}.xml", _DRAWINGML + "chartshapes+xml", C + "userShapes"
    ),
    "diagramData": Kind(
        "word/diagrams/data{}.xml", _DRAWINGML + "diagramData+xml", DGM + "dataModel"
    ),
    "diagramLayout": Kind(
        "word/diagrams/layout{}.xml", _DRAWINGML + "diagramLayout+xml", DGM + "layoutDef"
    ),
    "diagramQuickStyle": Kind(
        "word/diagrams/quickStyle{}.xml", _DRAWINGML + "diagramStyle+xml", DGM + "styleDef"
    ),
    "diagramColors": Kind(
        "word/diagrams/colors{}.xml", _DRAWINGML + "diagramColors+xml", DGM + "colorsDef"
    ),
}
"""By the last word of the relationship's type."""
IMPLICIT = ("styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes")
"""The parts of a document that belong to it without being mentioned."""

IMAGE, HYPERLINK = "image", "hyperlink"
BLIP, IMAGEDATA = A + "blip", V + "imagedata"
REFERENCES: dict[str, dict[str, str]] = {
    BLIP: {R + "embed": IMAGE},
    IMAGEDATA: {R + "id": IMAGE},
    V + "fill": {R + "id": IMAGE},
    V + "stroke": {R + "id": IMAGE},
    A + "hlinkClick": {R + "id": HYPERLINK},
    A + "hlinkHover": {R + "id": HYPERLINK},
    W + "hyperlink": {R + "id": HYPERLINK},
    W + "headerReference": {R + "id": "header"},
    W + "footerReference": {R + "id": "footer"},
    C + "chart": {R + "id": "chart"},
    C + "userShapes": {R + "id": "chartUserShapes"},
    DGM + "relIds": {
        R + "dm": "diagramData", R + "lo": "diagramLayout", R + "qs": "diagramQuickStyle",
        R + "cs": "diagramColors",
    },
}  # fmt: skip
"""The elements that may refer to other parts, by attribute, and to what kind."""
WITH_TARGET = frozenset(
    {A + "hlinkClick", A + "hlinkHover", W + "headerReference", W + "footerReference",
     C + "userShapes"}
)  # fmt: skip
"""Those that are nothing without it."""


class Link(NamedTuple):
    """A relationship of a part of the copy; ``target`` is a part or an address."""

    kind: str
    target: str
    external: bool = False


class Copy:
    """The parts of the copy, and how they refer to each other."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._links: dict[str, dict[Link, str]] = {}
        self._counts: dict[str, int] = {}

    def name(self, kind: str, extension: str = "") -> str:
        """A new name for a part of ``kind``."""
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        if kind == IMAGE:
            return f"word/media/image{count}.{extension}"
        found = KINDS[kind].name.format(count)
        self._types[found] = KINDS[kind].content_type
        return found

    def put(self, name: str, data: bytes) -> None:
        self._parts[name] = data

    def put_core(self, data: bytes) -> None:
        """The part of the document's properties."""
        self.put("docProps/core.xml", data)
        self._types["docProps/core.xml"] = (
            "application/vnd.openxmlformats-package.core-properties+xml"
        )
        self.link("", Link("core-properties", "docProps/core.xml"))

    def link(self, source: str, link: Link) -> str:
        """The id of ``link`` in the part ``source``, made where there is none."""
        links = self._links.setdefault(source, {})
        return links.setdefault(link, f"rId{len(links) + 1}")

    def pack(self) -> bytes:
        """The package: content types first, then by name, the same bytes each time."""
        members = dict(self._parts)
        for source, links in self._links.items():
            folder, slash, leaf = source.rpartition("/")
            members[f"{folder}{slash}_rels/{leaf}.rels"] = _relationships(source, links)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            _store(archive, "[Content_Types].xml", self._content_types())
            for name in sorted(members):
                _store(archive, name, members[name])
        return out.getvalue()

    def _content_types(self) -> bytes:
        endings = {name.rpartition(".")[2] for name in self._parts}
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **{ending: TYPES[ending] for ending in endings & set(TYPES)},
        }
        rows = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in sorted(defaults.items())
        ) + "".join(
            f'<Override PartName="/{name}" ContentType="{self._types[name]}"/>'
            for name in sorted(self._types)
        )
        return f'{HEAD}<Types xmlns="{_PACKAGE}content-types">{rows}</Types>'.encode()


def _relationships(source: str, links: dict[Link, str]) -> bytes:
    core = _PACKAGE + "relationships/metadata/"
    rows = "".join(
        f'<Relationship Id="{name}"'
        f' Type="{core if link.kind == "core-properties" else OFFICE}{link.kind}"'
        f" Target={quoteattr(link.target if link.external else _relative(source, link.target))}"
        + (' TargetMode="External"/>' if link.external else "/>")
        for link, name in links.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}relationships">{rows}</Relationships>'.encode()


def _relative(source: str, target: str) -> str:
    """``target`` seen from the folder of ``source``."""
    here, there = source.split("/")[:-1], target.split("/")
    while here and here[0] == there[0]:
        del here[0], there[0]
    return "../" * len(here) + "/".join(there)


def _store(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _STAMP)
    packed = name.endswith((".png", ".jpeg", ".gif"))
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.create_system = 0  # not the system that this happens to run on
    archive.writestr(info, data, compresslevel=_LEVEL)
