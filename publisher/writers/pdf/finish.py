"""From content streams to a document: what reportlab does not write, pikepdf adds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from publisher.geometry import Emu, Rect, to_pt
from publisher.plan import OutlineEntry, Plan, Text
from publisher.writers.pdf import icc, xmp
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.fonts import embed

if TYPE_CHECKING:
    import pikepdf

_PRINTED = 4
"""The annotation flag that ISO 19005-2, 6.3.2 demands."""


def finish(drawn: bytes, plan: Plan, fonts: Mapping[str, FontCodes]) -> bytes:
    """The file for ``plan``, from reportlab's file with its pages and the codes used there.

    ``fonts`` maps the font names of the content streams to their codes.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _resources(pdf, fonts)
        _links(pdf, plan)
        _catalog(pdf, plan)
        _outline(pdf, plan)
        out = io.BytesIO()
        pdf.save(
            out,
            # PDF/A-2 is a profile of PDF 1.7. Without a clock the /ID comes from the content.
            force_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _resources(pdf: pikepdf.Pdf, fonts: Mapping[str, FontCodes]) -> None:
    """Our fonts on every page, in place of what reportlab put there."""
    from pikepdf import Dictionary

    shared = pdf.make_indirect(
        Dictionary({f"/{name}": embed(pdf, codes) for name, codes in fonts.items()})
    )
    for page in pdf.pages:
        page.obj.Resources.Font = shared
        for empty in ("/Trans", "/Rotate"):
            if empty in page.obj:
                del page.obj[empty]


def _links(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """A link annotation over every text that leads to another sheet."""
    from pikepdf import Array, Dictionary, Name

    for page, sheet in zip(pdf.pages, plan.sheets):
        links = [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(_corners(item.frame, plan.size.height)),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                P=page.obj,
                A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[item.link].obj, Name.Fit])),
            )
            for item in sheet.items
            if isinstance(item, Text) and item.link is not None
        ]
        if links:
            page.obj.Annots = Array([pdf.make_indirect(link) for link in links])


def _catalog(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """What the document says of itself: metadata, language, intent, page numbers, display."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    root = pdf.Root
    # A pikepdf dictionary is iterated by .keys() alone.
    for key in [key for key in root.keys() if key not in ("/Type", "/Pages")]:  # noqa: SIM118
        del root[key]
    root.Lang = String(plan.meta.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=_page_labels(plan))
    root.Metadata = pdf.make_indirect(
        Stream(pdf, xmp.packet(plan.meta), Type=Name.Metadata, Subtype=Name.XML)
    )
    profile = pdf.make_indirect(Stream(pdf, icc.srgb(), N=3, Alternate=Name.DeviceRGB))
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(icc.NAME),
        Info=String(icc.NAME),
        DestOutputProfile=profile,
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(value) for key, value in xmp.info(plan.meta).items()})
    )


def _page_labels(plan: Plan) -> pikepdf.Array:
    """The numbers as printed (ISO 32000-1 12.4.2): a range begins where they do not go on."""
    from pikepdf import Array, Dictionary, Name

    ranges: list[object] = []
    style, number = "", 0
    for i, sheet in enumerate(plan.sheets):
        label = str(i + 1) if sheet.label is None else sheet.label
        if label.isdecimal():
            here = ("D", int(label))
        else:  # roman ones begin with i and go on, so that each is one more than the last
            here = ("r", number + 1 if style == "r" else 1) if label else ("", 0)
        if here != (style, number + 1) or not style:
            shown = Dictionary(S=Name(f"/{here[0]}"), St=here[1]) if here[0] else Dictionary()
            ranges += [i, shown]
        style, number = here
    return Array(ranges)


def _outline(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """The bookmarks, nested by their levels; a level that is skipped makes no empty entry."""
    if not plan.outline:
        return
    from pikepdf import Name, OutlineItem

    with pdf.open_outline() as outline:
        open_entries: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for entry in plan.outline:
            while open_entries[-1][0] >= entry.level:
                open_entries.pop()
            item = _bookmark(entry, plan.size.height)
            open_entries[-1][1].append(item)
            open_entries.append((entry.level, item.children))
    pdf.Root.PageMode = Name.UseOutlines


def _bookmark(entry: OutlineEntry, height: Emu) -> pikepdf.OutlineItem:
    from pikepdf import OutlineItem, PageLocation

    return OutlineItem(
        entry.text, entry.sheet, PageLocation.XYZ, left=0, top=_points(height - entry.y)
    )


def _corners(rect: Rect, height: Emu) -> list[float]:
    return [
        _points(rect.x),
        _points(height - rect.bottom),
        _points(rect.right),
        _points(height - rect.y),
    ]


def _points(length: Emu) -> float:
    return round(to_pt(length), 3)
