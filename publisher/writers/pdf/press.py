"""What a file for a print shop has that others have not (PDF/X-4, ISO 15930-7).

It is a PDF/A-2u too. Both ask for an output intent, and both must mean the same profile.
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, to_pt
from publisher.plan import Plan
from publisher.writers.pdf import icc
from publisher.writers.pdf.marks import ROOM, marks
from publisher.writers.pdf.objects import Document, Name, Ref, Stream

CONDITION = "FOGRA39"
"""The printing condition's name in the ICC's registry."""
_ABOUT = "Offset on coated paper (ISO 12647-2:2004/Amd 1, OFCOM, paper type 1 or 2)"
_REGISTRY = "http://www.color.org"


def press_intents(document: Document) -> list[Ref]:
    """The intents of PDF/X (ISO 15930-7, 6.2.2) and of PDF/A with one profile."""
    profile = Stream(icc.fogra39(), {"N": 4, "Alternate": Name("DeviceCMYK")})
    shared = {
        "OutputConditionIdentifier": CONDITION,
        "OutputCondition": _ABOUT,
        "RegistryName": _REGISTRY,
        "Info": _ABOUT,
        "DestOutputProfile": document.add(profile),
    }
    return [
        document.add({"Type": Name("OutputIntent"), "S": Name(standard), **shared})
        for standard in ("GTS_PDFX", "GTS_PDFA1")
    ]


def prepare_pages(document: Document, plan: Plan, transparent: Sequence[bool]) -> None:
    """Boxes and marks of each page, and where it has alpha the inks as its blending space.

    The trimmed page stands ``ROOM`` from the lower left corner of the paper.
    """
    printed = marks(document, plan.size, plan.bleed)
    origin = f"q 1 0 0 1 {_points(ROOM)} {_points(ROOM)} cm /Marks Do Q".encode("ascii")
    for page, blends in zip(document.pages, transparent, strict=True):
        for name, beyond in (("MediaBox", ROOM), ("BleedBox", plan.bleed), ("TrimBox", 0)):
            page[name] = _box(plan, beyond)
        page["Resources"].setdefault("XObject", {})["Marks"] = printed
        page["Contents"] = [page["Contents"], document.add(Stream(origin, {}))]
        if blends:  # ISO 15930-7, 6.3; ISO 19005-2, 6.2.10
            page["Group"] = {
                "Type": Name("Group"), "S": Name("Transparency"), "CS": Name("DeviceCMYK"),
            }  # fmt: skip


def _box(plan: Plan, beyond: Emu) -> list[float]:
    low = ROOM - beyond
    width, height = plan.size
    return [_points(low), _points(low), _points(ROOM + width + beyond),
            _points(ROOM + height + beyond)]  # fmt: skip


def _points(length: Emu) -> float:
    return round(to_pt(length), 3)
