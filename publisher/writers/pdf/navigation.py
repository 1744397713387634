"""The ways through a document: links from sheet to sheet, and the bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import Emu, Rect, to_pt
from publisher.plan import OutlineEntry, Plan, Text

if TYPE_CHECKING:
    import pikepdf

_PRINTED = 4
"""The annotation flag that ISO 19005-2, 6.3.2 demands."""


def add_links(pdf: pikepdf.Pdf, plan: Plan) -> None:
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


def add_outline(pdf: pikepdf.Pdf, plan: Plan, room: Emu = 0) -> None:
    """The bookmarks, nested by their levels; a level that is skipped makes no empty entry.

    The page stands ``room`` from the lower left corner of the paper.
    """
    if not plan.outline:
        return
    from pikepdf import Name, OutlineItem

    with pdf.open_outline() as outline:
        open_entries: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for entry in plan.outline:
            while open_entries[-1][0] >= entry.level:
                open_entries.pop()
            item = _bookmark(entry, plan.size.height + room, room)
            open_entries[-1][1].append(item)
            open_entries.append((entry.level, item.children))
    pdf.Root.PageMode = Name.UseOutlines


def _bookmark(entry: OutlineEntry, height: Emu, left: Emu) -> pikepdf.OutlineItem:
    from pikepdf import OutlineItem, PageLocation

    return OutlineItem(
        entry.text, entry.sheet, PageLocation.XYZ, left=_points(left), top=_points(height - entry.y)
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
