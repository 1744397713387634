"""A look at a finished file for the press before it leaves the house.

What a print shop would send back is a bug of ours: better no file than one that a customer has
printed. These are the points of ISO 15930-7 that a change elsewhere could break unseen.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from publisher.errors import InternalError

if TYPE_CHECKING:
    import pikepdf

_ROOM = 0.01
"""Points by which boxes may miss each other, from rounding."""
_LIGHT = "rg RG sh cs CS"
"""Operators of RGB, shadings and named colour spaces: the pages use none of them."""
_INKS = frozenset({"/DeviceCMYK", "/DeviceGray"})


def check_press(data: bytes) -> None:
    """Raises InternalError ``press-unsound``, exit code 70, with the first thing that is wrong."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for what, faults in _CHECKS.items():
            for fault in faults(pdf):
                raise InternalError("press-unsound", detail=f"{what}: {fault}")


def _file(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encrypted"
    if pdf.trailer.Info.get("/Trapped") not in ("/True", "/False"):
        yield "Trapped is not said"
    if "/Metadata" not in pdf.Root or b"PDF/X-4<" not in pdf.Root.Metadata.read_bytes():
        yield "the metadata claims no PDF/X-4"
    for name in ("/AA", "/OpenAction", "/AcroForm"):
        if name in pdf.Root:
            yield name


def _intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = {str(i.S): i for i in pdf.Root.get("/OutputIntents", [])}
    press, archive = intents.get("/GTS_PDFX"), intents.get("/GTS_PDFA1")
    if press is None or archive is None:
        yield "missing"
    elif press.DestOutputProfile.objgen != archive.DestOutputProfile.objgen:
        yield "two profiles"
    elif press.DestOutputProfile.N != 4:
        yield "no profile of four inks"


def _boxes(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        names = ("/MediaBox", "/BleedBox", "/TrimBox")
        if any(name not in page.obj for name in names) or "/ArtBox" in page.obj:
            yield f"page {number} lacks one, or has an ArtBox"
            continue
        media, bleed, trim = (_sides(page.obj[name]) for name in names)
        for outer, inner in ((media, bleed), (bleed, trim)):
            low = all(o <= i + _ROOM for o, i in zip(outer[:2], inner[:2]))
            if not low or not all(o >= i - _ROOM for o, i in zip(outer[2:], inner[2:])):
                yield f"page {number} not nested"


def _sides(box: Any) -> list[float]:
    return [float(side) for side in box]


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page.obj or "/AA" in page.obj:
            yield f"page {number}"


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    from pikepdf import parse_content_stream

    for number, page in enumerate(pdf.pages, 1):
        used = parse_content_stream(page, _LIGHT)
        if used:
            yield f"page {number} uses {used[0].operator}"
        group = page.obj.get("/Group")
        if group is not None and group.get("/CS") != "/DeviceCMYK":
            yield f"page {number} blends in {group.get('/CS')}"
        pictures: Any = page.obj.Resources.get("/XObject", {})
        for name, each in pictures.items():
            if each.Subtype == "/Image" and str(each.ColorSpace) not in _INKS:
                yield f"picture {name} of page {number} in {each.ColorSpace}"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        for name, font in page.obj.Resources.get("/Font", {}).items():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor: Any = inner.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"{name} of page {number} is not embedded"


_CHECKS: Mapping[str, Callable[[pikepdf.Pdf], Iterator[str]]] = {
    "file": _file,
    "output intent": _intent,
    "page boxes": _boxes,
    "annotations": _annotations,
    "colours": _colours,
    "fonts": _fonts,
}
