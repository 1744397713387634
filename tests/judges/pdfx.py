"""PDF/X-4 (ISO 15930-7) as far as our files go: no validator of it is to be had.

Structure, boxes, intent, metadata and operators are read with pikepdf, one rule a function; what
only the plates tell (``plates``) comes from Ghostscript. Each rule yields what breaks it.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf

from tests.judges import plates

BLEED = 3 / 25.4 * 72
"""Points that print shops ask for."""
MOST_INK = 300
LIGHT = frozenset("rg RG sh".split())
_PDFX = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
_MM, _XMP = "{http://ns.adobe.com/xap/1.0/mm/}", "{http://ns.adobe.com/xap/1.0/}"
_NEEDED = (
    f"{_MM}DocumentID", f"{_MM}VersionID", f"{_MM}RenditionClass",
    f"{_XMP}CreateDate", f"{_XMP}ModifyDate", f"{_XMP}MetadataDate",
    "{http://purl.org/dc/elements/1.1/}title",
)  # fmt: skip


def judge(path: Path, *, ink: bool = True) -> list[str]:
    """All that breaks PDF/X-4 or the promises that go with it; ``ink`` off spares the plates."""
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError:
        return ["file: encrypted, and locked"]
    with pdf:
        found = [f"{rule.__name__[1:]}: {fault}" for rule in RULES for fault in rule(pdf)]
        boxes = [plates.Boxes.of(page) for page in pdf.pages] if not found else []
        if not found and ink:
            found += [f"plates: {fault}" for fault in plates.faults(path, boxes, MOST_INK)]
    return found


def _file(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encrypted"
    version = str(pdf.Root.get("/Version", "/" + pdf.pdf_version)).strip("/")
    if float(version) > 1.6:
        yield f"PDF {version}"
    if "/ID" not in pdf.trailer:
        yield "no /ID"
    for each in pdf.objects:
        filters = str(each.get("/Filter", "")) if isinstance(each, pikepdf.Stream) else ""
        if "LZW" in filters or "Crypt" in filters:
            yield f"packed by {filters}"
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/PS":
            yield "PostScript in a form"


def _intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [i for i in pdf.Root.get("/OutputIntents", []) if i.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"{len(intents)} of GTS_PDFX"
        return
    (intent,) = intents
    if not str(intent.get("/OutputConditionIdentifier", "")):
        yield "the condition is not named"
    if "/DestOutputProfile" not in intent:
        yield "no profile"
        return
    profile = intent.DestOutputProfile.read_bytes()
    if profile[12:20] != b"prtrCMYK" or profile[36:40] != b"acsp":
        yield f"a profile of {profile[12:20]!r}"
    if int.from_bytes(profile[:4], "big") != len(profile):
        yield "a profile that is cut off"
    if intent.DestOutputProfile.get("/N") != 4:
        yield "/N is not 4"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    info = pdf.trailer.get("/Info", pikepdf.Dictionary())
    trapped = str(info.get("/Trapped", ""))
    if trapped not in ("/True", "/False"):
        yield f"Trapped is {trapped or 'not said'}"
    if "/Metadata" not in pdf.Root:
        yield "none"
        return
    root = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    if root.findtext(f".//{_PDFX}") != "PDF/X-4":
        yield "claims no PDF/X-4"
    for name in _NEEDED:
        element = root.find(f".//{name}")
        if element is None or not "".join(element.itertext()).strip():
            yield f"no {name.partition('}')[2]}"
    if root.findtext(".//{http://ns.adobe.com/pdf/1.3/}Trapped") != trapped.strip("/"):
        yield "pdf:Trapped is not what the Info says"


def _boxes(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        lacking = [name for name in ("/MediaBox", "/BleedBox", "/TrimBox") if name not in page.obj]
        if lacking or "/ArtBox" in page.obj:
            yield f"page {number} lacks {lacking}, or has an ArtBox beside its TrimBox"
            continue
        media, bleed, trim = plates.Boxes.of(page)
        for outer, inner, name in ((media, bleed, "bleed"), (bleed, trim, "trim")):
            if any(o > i + 0.01 for o, i in zip(outer[:2], inner[:2])) or any(
                o < i - 0.01 for o, i in zip(outer[2:], inner[2:])
            ):
                yield f"page {number}: the {name} box leaves the one around it"
        if any(abs(abs(b - t) - BLEED) > 0.02 for b, t in zip(bleed, trim)):
            yield f"page {number}: the bleed is not 3 mm"
        if "/Rotate" in page.obj or "/UserUnit" in page.obj:
            yield f"page {number} is turned or scaled"


def _actions(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        if name in pdf.Root:
            yield name
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    for name in ("/JavaScript", "/EmbeddedFiles"):
        if name in names:
            yield name
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") in ("/JavaScript", "/Launch"):
            yield str(each.S)


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        for each in page.obj.get("/Annots", []):
            yield f"page {number} has a {each.get('/Subtype')}"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for where, resources, _ in _streams(pdf):
        for name, font in resources.get("/Font", {}).items():
            inner = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
            descriptor = inner.get("/FontDescriptor", pikepdf.Dictionary())
            if not any(f"/FontFile{n}" in descriptor for n in ("", "2", "3")):
                yield f"{where}: {name} ({font.get('/BaseFont')}) is not embedded"


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    for where, resources, stream in _streams(pdf):
        for operands, operator in pikepdf.parse_content_stream(stream):
            if str(operator) in LIGHT:
                yield f"{where}: {operator}"
            elif str(operator) in ("cs", "CS"):
                space = resources.get("/ColorSpace", {}).get(str(operands[0]), operands[0])
                yield from (f"{where}: {fault}" for fault in _space(space))
            elif str(operator) == "INLINE IMAGE":
                yield f"{where}: a picture inside the content"
        for name, each in resources.get("/XObject", {}).items():
            if each.get("/Subtype") == "/Image":
                faults = _space(each.get("/ColorSpace", pikepdf.Name.None_))
                yield from (f"{where}: picture {name}: {fault}" for fault in faults)
                if "/Alternates" in each or "/OPI" in each:
                    yield f"{where}: picture {name} has another one behind it"


def _space(space: Any) -> Iterator[str]:
    """What is wrong with a colour space: the press has its four inks, and marks are in all."""
    if space in ("/DeviceCMYK", "/DeviceGray"):
        return
    if isinstance(space, pikepdf.Array) and space[0] == "/Separation":
        if space[1] not in ("/All", "/Black") or space[2] != "/DeviceCMYK":
            yield f"{space[1]} by {space[2]}"
        return
    yield str(space[0] if isinstance(space, pikepdf.Array) else space)


def _blending(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        group = page.obj.get("/Group")
        space = group.get("/CS") if group is not None else None
        if group is not None and space != "/DeviceCMYK":
            yield f"page {number} blends in {space}"
        if group is None and _blends(page):
            yield f"page {number} has alpha and no group to blend in"


def _blends(page: pikepdf.Page) -> bool:
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    states = resources.get("/ExtGState", {}).values()
    alpha = any(float(s.get(key, 1)) < 1 for s in states for key in ("/ca", "/CA"))
    pictures = resources.get("/XObject", {}).values()
    return alpha or any("/SMask" in each for each in pictures)


def _black(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Black is K alone, and as text it overprints; nothing else does."""
    for number, page in enumerate(pdf.pages, 1):
        for shown in plates.shown_texts(page):
            cyan, magenta, yellow, black = shown.ink
            if not shown.shape and black >= 0.8 and cyan + magenta + yellow > 0.9:
                yield f"page {number}: black text in four inks {shown.ink}"
            only = not shown.shape and shown.ink == (0, 0, 0, 1) and shown.alpha == 1
            if only and not (shown.overprints and shown.mode == 1):
                yield f"page {number}: black text knocks out"
            if shown.overprints and not only:
                what = "a shape" if shown.shape else "text"
                yield f"page {number}: {what} in {shown.ink} overprints"


RULES: tuple[Callable[[pikepdf.Pdf], Iterator[str]], ...] = (
    _file, _intent, _metadata, _boxes, _actions, _annotations, _fonts, _colours, _blending, _black,
)  # fmt: skip


def _streams(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any, Any]]:
    """Each content stream once, with its resources: pages, and the forms that they name."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        waiting = [(f"page {number}", page.obj.get("/Resources", pikepdf.Dictionary()), page)]
        while waiting:
            where, resources, stream = waiting.pop()
            yield where, resources, stream
            for name, each in resources.get("/XObject", {}).items():
                if each.get("/Subtype") == "/Form" and each.objgen not in seen:
                    seen.add(each.objgen)
                    inner = each.get("/Resources", pikepdf.Dictionary())
                    waiting.append((f"{where}{re.sub('/', ' ', str(name))}", inner, each))
