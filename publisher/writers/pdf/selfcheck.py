"""A look at a finished file before it leaves the house: what makes it archivable and accessible.

A file that is not what it claims to be is a bug of ours: better no file than one that an archive
sends back. Each check is a point of ISO 19005-2 or ISO 14289-1 that a change elsewhere could
break unseen. They read the file as written, and look at its content with one expression a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from publisher.errors import InternalError
from publisher.writers.pdf.endings import ill_ended
from publisher.writers.pdf.finished import Check, Finished, faults_by, unpacked
from publisher.writers.pdf.objects import Stream

_BEGIN = re.compile(rb"(?:/\w+\s*<<\s*/MCID (\d+)\s*>>\s*|/Artifact\b[^\n]*?)(?:BDC|BMC)")
"""What begins a marked sequence, with the number of an element's."""
_MARKS = (
    rb"(?:<[0-9A-Fa-f]+>|[-+\d.\s\[\]]+)+|"
    rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC|(/Artifact)\b[^\n]*?(?:BDC|BMC)|(\bEMC\b)|"
    rb"(?<![\w/*])(TJ|Tj|f\*?|F|S|s|B\*?|b\*?|Do|sh)(?![\w*])"
)
"""Numbers and strings, which are passed over; then marked sequences of elements, artifacts, the
ends of both, and what draws."""
_ELEMENT, _ARTIFACT, _END, _DRAWN = 1, 2, 3, 4
_HEADING = re.compile(r"H([1-6])")
_EMPTY_TEXT = re.compile(rb"> <(?:0000|fffe|feff|fffd)>", re.IGNORECASE)
"""What no character of a text is (ISO 19005-2, 6.2.11.7.2)."""
FONT_FILES = frozenset({"FontFile", "FontFile2", "FontFile3"})


def check_archive(data: bytes) -> None:
    """Raises InternalError ``archive-unsound``, exit code 70, with the first fault."""
    for fault in faults(data):
        raise InternalError("archive-unsound", detail=fault)


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with a finished file, each with the name of the check that found it."""
    if (at := ill_ended(data)) is not None:
        yield f"streams: the one at byte {at} has no line end of its own"
    yield from faults_by(CHECKS, data)


# --- what the file says of itself ---------------------------------------------------------------


def _metadata(file: Finished) -> Iterator[str]:
    """XMP that claims what the file is, and agrees with the Info dictionary."""
    if "Metadata" not in file.root:
        yield "missing"
        return
    packet = unpacked(file.of(file.root, "Metadata")).decode("utf-8")
    for claim in (r"<pdfaid:part>[23]<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        if not re.search(claim, packet):
            yield f"no {claim}"
    if 'pdfaSchema:prefix="pdfuaid"' not in packet:
        yield "pdfuaid is not described"
    title = re.search(r'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)</rdf:li>', packet,
                      re.DOTALL)  # fmt: skip
    known = file.of(file.info, "Title", "")
    escaped = known.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if title is None or not title[1].strip() or title[1] != escaped:
        yield "the titles of Info and XMP differ, or there is none"


def _catalog(file: Finished) -> Iterator[str]:
    """Language, the title in the title bar, tags, and an output intent."""
    root = file.root
    if not file.of(root, "Lang", ""):
        yield "no language"
    if not file.of(root, "ViewerPreferences", {}).get("DisplayDocTitle", False):
        yield "the title is not displayed"
    if not file.of(root, "MarkInfo", {}).get("Marked", False) or "StructTreeRoot" not in root:
        yield "not tagged"
    intents = [file.at(intent) for intent in file.of(root, "OutputIntents", [])]
    if not any(intent.get("S") == "GTS_PDFA1" for intent in intents):
        yield "no output intent"


def _fonts(file: Finished) -> Iterator[str]:
    """Every font is inside, and says what its codes mean."""
    seen = set()
    for number, page in enumerate(file.pages, 1):
        resources = file.of(page, "Resources", {})
        for name, ref in file.of(resources, "Font", {}).items():
            if ref in seen:
                continue
            seen.add(ref)
            font = file.at(ref)
            inner = file.at(font["DescendantFonts"][0]) if "DescendantFonts" in font else font
            descriptor = file.of(inner, "FontDescriptor", {})
            if not FONT_FILES & descriptor.keys():
                yield f"{name} of page {number} is not embedded"
            texts = unpacked(file.of(font, "ToUnicode")) if "ToUnicode" in font else b""
            mapped = texts.partition(b"endcodespacerange")[2]
            if b"beginbf" not in mapped or _EMPTY_TEXT.search(mapped):
                yield f"{name} of page {number} does not say what its codes mean"


# --- structure ----------------------------------------------------------------------------------


def _content(file: Finished) -> Iterator[str]:
    """Everything that is drawn is an artifact or belongs to an element, which knows it."""
    tree = _numbers(file)
    for number, page in enumerate(file.pages, 1):
        content = content_of(file, page)
        found = _in_a_row(content)
        if found is None:
            found = set()
            yield from (f"{fault} on page {number}" for fault in _nested(content, found))
        known = file.at(tree.get(page.get("StructParents", -1))) or ()
        if found - {i for i, element in enumerate(known) if element is not None}:
            yield f"page {number} has a mark that no element knows"


def _in_a_row(content: bytes) -> set[int] | None:
    """The elements' marks on a page where each sequence is ended before the next begins, and
    nothing stands between them; None where one must look closer."""
    *sequences, rest = (content + b"\n").split(b"\nEMC\n")
    found: set[int] = set()
    for sequence in sequences:
        begin = _BEGIN.match(sequence)
        if begin is None or any(sequence.find(mark, begin.end()) >= 0 for mark in (b"BDC", b"BMC")):
            return None
        if begin[1]:
            found.add(int(begin[1]))
    return None if rest.strip() else found


def _nested(content: bytes, found: set[int]) -> Iterator[str]:
    """What is wrong with the marked sequences of a page, whose elements' marks go to ``found``."""
    depth = 0
    for mark in re.finditer(_MARKS, content):
        kind = mark.lastindex
        if kind == _ELEMENT:
            found.add(int(mark[kind]))
            depth += 1
        elif kind == _ARTIFACT:
            depth += 1
        elif kind == _END:
            depth -= 1
        elif kind == _DRAWN and depth != 1:
            yield f"{mark[kind].decode()} stands outside of what is marked"
            break
    if depth:
        yield "a marked sequence is left open"


def content_of(file: Finished, page: dict[str, Any]) -> bytes:
    content = file.of(page, "Contents", [])
    parts = [content] if isinstance(content, Stream) else content
    return b"\n".join(unpacked(file.at(part)) for part in parts)


def _numbers(file: Finished) -> dict[int, Any]:
    """The parent tree: the elements of a page's marks, or the element of an annotation."""
    tree = file.of(file.of(file.root, "StructTreeRoot", {}), "ParentTree", {})
    found = file.of(tree, "Nums", [])
    return dict(zip(found[::2], found[1::2]))


def _elements(file: Finished) -> Iterator[str]:
    """Figures have words, headings nest, header cells say what they head, notes have names."""
    deepest = 0
    for element, kids in _walk(file):
        role = element["S"]
        heading = _HEADING.fullmatch(role)
        if heading:
            level = int(heading[1])
            if level > deepest + 1:
                yield f"a heading of level {level} follows one of level {deepest}"
            deepest = level
        elif role == "Figure" and not element.get("Alt", ""):
            yield "a figure without words for it"
        elif role == "TH" and file.of(element, "A", {}).get("Scope") is None:
            yield "a header cell that does not say what it heads"
        elif role == "Note" and "ID" not in element:
            yield "a note without a name"
        elif role == "Link" and not any(kid.get("Type") == "OBJR" for kid in kids):
            yield "a link without its annotation"


def _walk(file: Finished) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The elements in the order of reading, each with what it holds beside bare marks."""
    waiting = _kids(file, file.of(file.root, "StructTreeRoot", {}))[::-1]
    while waiting:
        element = waiting.pop()
        kids = _kids(file, element)
        yield element, kids
        waiting += [kid for kid in reversed(kids) if "S" in kid]


def _kids(file: Finished, holder: dict[str, Any]) -> list[dict[str, Any]]:
    held = file.of(holder, "K", [])
    kids = map(file.at, held if isinstance(held, list) else [held])
    return [kid for kid in kids if not isinstance(kid, int)]


def _links(file: Finished) -> Iterator[str]:
    """Every link has words, and an element that knows it."""
    tree = _numbers(file)
    for number, page in enumerate(file.pages, 1):
        for link in map(file.at, file.of(page, "Annots", [])):
            if not link.get("Contents", ""):
                yield f"one on page {number} has no words"
            element = file.at(tree.get(link.get("StructParent", -1)))
            if element is None or element.get("S") != "Link":
                yield f"one on page {number} belongs to no element"
        if "Annots" in page and page.get("Tabs") != "S":
            yield f"page {number} does not tab in the order of reading"


def _destinations(file: Finished) -> Iterator[str]:
    """Bookmarks, links and names lead to pages of the file."""
    pages = set(file.places)
    for what, target in _targets(file):
        place = file.at(target)
        if not (isinstance(place, list) and place and place[0] in pages):
            yield f"{what} leads nowhere"


def _targets(file: Finished) -> Iterator[tuple[str, Any]]:
    for number, page in enumerate(file.pages, 1):
        for link in map(file.at, file.of(page, "Annots", [])):
            yield f"a link of page {number}", _target(file, link)
    root = file.root
    names = file.of(file.of(file.of(root, "Names", {}), "Dests", {}), "Names", [])
    for name, target in zip(names[::2], names[1::2]):
        yield f"the name {name}", target
    waiting = [file.of(file.of(root, "Outlines", {}), "First")]
    while waiting:
        entry = waiting.pop()
        if entry is not None:
            yield f"the bookmark {entry.get('Title')}", _target(file, entry)
            waiting += [file.of(entry, "Next"), file.of(entry, "First")]


def _target(file: Finished, source: dict[str, Any]) -> Any:
    return source["Dest"] if "Dest" in source else file.of(source, "A", {}).get("D")


def _files(file: Finished) -> Iterator[str]:
    """A file inside is the document's source, and only PDF/A-3 has one."""
    names = file.of(file.of(file.of(file.root, "Names", {}), "EmbeddedFiles", {}), "Names", [])
    associated = set(file.of(file.root, "AF", []))
    for ref in names[1::2]:
        spec = file.at(ref)
        if ref not in associated or "AFRelationship" not in spec:
            yield f"{spec.get('UF')} is not associated"
    if names and b"<pdfaid:part>3<" not in unpacked(file.of(file.root, "Metadata")):
        yield "PDF/A-2 may not hold them"


CHECKS: Mapping[str, Check] = {
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
