"""A look at a finished file for the press before it leaves the house.

What a print shop would send back is a bug of ours: better no file than one that a customer has
printed. These are the points of ISO 15930-7 that a change elsewhere could break unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from publisher.errors import InternalError
from publisher.writers.pdf.finished import Check, Finished, faults_by, unpacked
from publisher.writers.pdf.selfcheck import FONT_FILES, content_of

_ROOM = 0.01
"""Points by which boxes may miss each other, from rounding."""
_LIGHT = re.compile(rb"(?<![\w/.*])(rg|RG|sh|cs|CS)(?![\w*])")
"""Operators of RGB, shadings and named colour spaces: the pages use none of them."""
_INKS = frozenset({"DeviceCMYK", "DeviceGray"})


def check_press(data: bytes) -> None:
    """Raises InternalError ``press-unsound``, exit code 70, with the first thing that is wrong."""
    for fault in faults_by(CHECKS, data):
        raise InternalError("press-unsound", detail=fault)


def _file(file: Finished) -> Iterator[str]:
    root = file.root
    if file.info.get("Trapped") not in ("True", "False"):
        yield "Trapped is not said"
    if "Metadata" not in root or b"PDF/X-4<" not in unpacked(file.of(root, "Metadata")):
        yield "the metadata claims no PDF/X-4"
    yield from (name for name in ("AA", "OpenAction", "AcroForm") if name in root)


def _intent(file: Finished) -> Iterator[str]:
    found = [file.at(intent) for intent in file.of(file.root, "OutputIntents", [])]
    intents = {intent["S"]: intent for intent in found}
    press, archive = intents.get("GTS_PDFX"), intents.get("GTS_PDFA1")
    if press is None or archive is None:
        yield "missing"
    elif press["DestOutputProfile"] != archive["DestOutputProfile"]:
        yield "two profiles"
    elif file.of(press, "DestOutputProfile").entries["N"] != 4:
        yield "no profile of four inks"


def _boxes(file: Finished) -> Iterator[str]:
    names = ("MediaBox", "BleedBox", "TrimBox")
    for number, page in enumerate(file.pages, 1):
        if any(name not in page for name in names) or "ArtBox" in page:
            yield f"page {number} lacks one, or has an ArtBox"
            continue
        media, bleed, trim = (file.of(page, name) for name in names)
        for outer, inner in ((media, bleed), (bleed, trim)):
            low = all(o <= i + _ROOM for o, i in zip(outer[:2], inner[:2]))
            if not low or not all(o >= i - _ROOM for o, i in zip(outer[2:], inner[2:])):
                yield f"page {number} not nested"


def _annotations(file: Finished) -> Iterator[str]:
    for number, page in enumerate(file.pages, 1):
        if "Annots" in page or "AA" in page:
            yield f"page {number}"


def _colours(file: Finished) -> Iterator[str]:
    for number, page in enumerate(file.pages, 1):
        used = _LIGHT.search(content_of(file, page))
        if used:
            yield f"page {number} uses {used[0].decode()}"
        group = file.of(page, "Group")
        if group is not None and group.get("CS") != "DeviceCMYK":
            yield f"page {number} blends in {group.get('CS')}"
        for name, ref in _resources(file, page, "XObject"):
            picture: Any = file.at(ref).entries
            if picture["Subtype"] == "Image" and picture["ColorSpace"] not in _INKS:
                yield f"picture {name} of page {number} in {picture['ColorSpace']}"


def _fonts(file: Finished) -> Iterator[str]:
    for number, page in enumerate(file.pages, 1):
        for name, ref in _resources(file, page, "Font"):
            font = file.at(ref)
            inner = file.at(font["DescendantFonts"][0]) if "DescendantFonts" in font else font
            if not FONT_FILES & file.of(inner, "FontDescriptor", {}).keys():
                yield f"{name} of page {number} is not embedded"


def _resources(file: Finished, page: dict[str, Any], kind: str) -> Iterator[tuple[str, Any]]:
    yield from file.of(file.of(page, "Resources", {}), kind, {}).items()


CHECKS: Mapping[str, Check] = {
    "file": _file,
    "output intent": _intent,
    "page boxes": _boxes,
    "annotations": _annotations,
    "colours": _colours,
    "fonts": _fonts,
}
