"""A look at a finished file before it leaves the house: what makes it archivable and accessible.

A file that is not what it claims to be is a bug of ours: better no file than one that an archive
sends back. Each check is a point of ISO 19005-2 or ISO 14289-1 that a change elsewhere could
break unseen. They read the file as written, and look at its content with one expression a page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from publisher.errors import InternalError
from publisher.writers.pdf.endings import ill_ended

if TYPE_CHECKING:
    import pikepdf

_MARKS = re.compile(
    rb"/(\w+)\s*<<\s*/MCID (\d+)\s*>>\s*BDC|(/Artifact)\b[^\n]*?(?:BDC|BMC)|(\bEMC\b)|"
    rb"(?<![\w/*])(TJ|Tj|f\*?|F|S|s|B\*?|b\*?|Do|sh)(?![\w*])"
)
"""Marked sequences of elements, artifacts, their ends, and what draws."""
_HEADING = re.compile(r"/H([1-6])")
_EMPTY_TEXT = re.compile(rb"> <(?:0000|fffe|feff|fffd)>", re.IGNORECASE)
"""What no character of a text is (ISO 19005-2, 6.2.11.7.2)."""
_FILES = frozenset({"/FontFile", "/FontFile2", "/FontFile3"})


def check_archive(data: bytes) -> None:
    """Raises InternalError ``archive-unsound``, exit code 70, with the first fault."""
    for fault in faults(data):
        raise InternalError("archive-unsound", detail=fault)


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with a finished file, each with the name of the check that found it."""
    import pikepdf

    if (at := ill_ended(data)) is not None:
        yield f"streams: the one at byte {at} has no line end of its own"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, check in CHECKS.items():
            yield from (f"{name}: {fault}" for fault in check(pdf))


# --- what the file says of itself ---------------------------------------------------------------


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    """XMP that claims what the file is, and agrees with the Info dictionary."""
    if "/Metadata" not in pdf.Root:
        yield "missing"
        return
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    for claim in (r"<pdfaid:part>[23]<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        if not re.search(claim, packet):
            yield f"no {claim}"
    if 'pdfaSchema:prefix="pdfuaid"' not in packet:
        yield "pdfuaid is not described"
    title = re.search(r'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)</rdf:li>', packet,
                      re.DOTALL)  # fmt: skip
    information: Any = pdf.trailer.get("/Info", {})
    known = str(information.get("/Title", ""))
    escaped = known.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if title is None or not title[1].strip() or title[1] != escaped:
        yield "the titles of Info and XMP differ, or there is none"


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Language, the title in the title bar, tags, and an output intent."""
    root: Any = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the title is not displayed"
    if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "not tagged"
    if not [i for i in root.get("/OutputIntents", ()) if i.get("/S") == "/GTS_PDFA1"]:
        yield "no output intent"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every font is inside, and says what its codes mean."""
    seen = set()
    for number, page in enumerate(pdf.pages, 1):
        resources: Any = page.obj.get("/Resources", {})
        for name, font in resources.get("/Font", {}).items():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor: Any = inner.get("/FontDescriptor", {})
            if not _FILES & set(descriptor.keys()):
                yield f"{name} of page {number} is not embedded"
            texts = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
            mapped = texts.partition(b"endcodespacerange")[2]
            if b"beginbf" not in mapped or _EMPTY_TEXT.search(mapped):
                yield f"{name} of page {number} does not say what its codes mean"


# --- structure ----------------------------------------------------------------------------------


def _content(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is drawn is an artifact or belongs to an element, which knows it."""
    tree = _numbers(pdf)
    for number, page in enumerate(pdf.pages, 1):
        depth, found = 0, set()
        for _, mcid, artifact, end, drawn in _MARKS.findall(_stream(page)):
            if mcid:
                found.add(int(mcid))
            if mcid or artifact:
                depth += 1
            elif end:
                depth -= 1
            elif drawn and depth != 1:
                yield f"{drawn.decode()} on page {number} stands outside of what is marked"
                break
        if depth:
            yield f"page {number} leaves a marked sequence open"
        key: Any = page.obj.get("/StructParents", -1)
        known = tree.get(key, ())
        if found - {i for i, element in enumerate(known) if element is not None}:
            yield f"page {number} has a mark that no element knows"


def _stream(page: pikepdf.Page) -> bytes:
    from pikepdf import Stream

    content: Any = page.obj.get("/Contents", ())
    parts = [content] if isinstance(content, Stream) else content
    return b"\n".join(part.read_bytes() for part in parts)


def _numbers(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """The parent tree: the elements of a page's marks, or the element of an annotation."""
    root: Any = pdf.Root.get("/StructTreeRoot", {})
    found = list(root.get("/ParentTree", {}).get("/Nums", ()))
    return dict(zip(map(int, found[::2]), found[1::2]))


def _elements(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Figures have words, headings nest, header cells say what they head, notes have names."""
    deepest = 0
    for element, kids in _walk(pdf):
        role = str(element.S)
        heading = _HEADING.fullmatch(role)
        if heading:
            level = int(heading[1])
            if level > deepest + 1:
                yield f"a heading of level {level} follows one of level {deepest}"
            deepest = level
        elif role == "/Figure" and not str(element.get("/Alt", "")):
            yield "a figure without words for it"
        elif role == "/TH" and element.get("/A", {}).get("/Scope") is None:
            yield "a header cell that does not say what it heads"
        elif role == "/Note" and "/ID" not in element:
            yield "a note without a name"
        elif role == "/Link" and not any(_is(kid, "/OBJR") for kid in kids):
            yield "a link without its annotation"


def _is(kid: Any, kind: str) -> bool:
    return not isinstance(kid, int) and kid.get("/Type") == kind


def _walk(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, list[Any]]]:
    """The elements in the order of reading, each with what it holds."""
    from pikepdf import Dictionary

    root: Any = pdf.Root.get("/StructTreeRoot", {})
    waiting = list(root.get("/K", ()))[::-1]
    while waiting:
        element = waiting.pop()
        held = element.get("/K", ())
        kids = [held] if isinstance(held, int | Dictionary) else list(held)
        yield element, kids
        waiting += [kid for kid in reversed(kids) if not isinstance(kid, int) and "/S" in kid]


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every link has words, and an element that knows it."""
    tree = _numbers(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for link in page.obj.get("/Annots", ()):
            if not str(link.get("/Contents", "")):
                yield f"one on page {number} has no words"
            element = tree.get(int(link.get("/StructParent", -1)))
            if element is None or element.get("/S") != "/Link":
                yield f"one on page {number} belongs to no element"
        if "/Annots" in page.obj and page.obj.get("/Tabs") != "/S":
            yield f"page {number} does not tab in the order of reading"


def _destinations(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Bookmarks, links and names lead to pages of the file."""
    pages = {page.obj.objgen for page in pdf.pages}
    for what, target in _targets(pdf):
        there = target is not None and len(target) and getattr(target[0], "objgen", None) in pages
        if not there:
            yield f"{what} leads nowhere"


def _targets(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    for number, page in enumerate(pdf.pages, 1):
        for link in page.obj.get("/Annots", ()):
            yield f"a link of page {number}", _target(link)
    root: Any = pdf.Root
    names = root.get("/Names", {}).get("/Dests", {}).get("/Names", ())
    for name, target in zip(names[::2], names[1::2]):
        yield f"the name {name}", target
    waiting: list[Any] = [root.get("/Outlines", {}).get("/First")]
    while waiting:
        entry = waiting.pop()
        if entry is not None:
            yield f"the bookmark {entry.get('/Title')}", _target(entry)
            waiting += [entry.get("/Next"), entry.get("/First")]


def _target(source: Any) -> Any:
    return source.get("/Dest") if "/Dest" in source else source.get("/A", {}).get("/D")


def _files(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A file inside is the document's source, and only PDF/A-3 has one."""
    root: Any = pdf.Root
    names = list(root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", ()))[1::2]
    associated = {spec.objgen for spec in root.get("/AF", ())}
    for spec in names:
        if spec.objgen not in associated or "/AFRelationship" not in spec:
            yield f"{spec.get('/UF')} is not associated"
    if names and b"<pdfaid:part>3<" not in root.Metadata.read_bytes():
        yield "PDF/A-2 may not hold them"


CHECKS: Mapping[str, Callable[[pikepdf.Pdf], Iterator[str]]] = {
    "metadata": _metadata,
    "catalog": _catalog,
    "fonts": _fonts,
    "content": _content,
    "elements": _elements,
    "links": _links,
    "destinations": _destinations,
    "files": _files,
}
"""The checks by name."""
