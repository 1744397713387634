"""The ways through a document: links from sheet to sheet, and the bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from publisher.geometry import Emu, Rect, Size, to_pt
from publisher.plan import OutlineEntry, Plan
from publisher.writers.pdf.tree import Spot

if TYPE_CHECKING:
    import pikepdf

_PRINTED = 4
"""The annotation flag that ISO 19005-2, 6.3.2 demands."""


def add_links(pdf: pikepdf.Pdf, spots: Sequence[Spot], size: Size) -> list[pikepdf.Object]:
    """A link annotation over each place that leads to another sheet; its words say where."""
    from pikepdf import Array, Dictionary, Name, String

    links: list[pikepdf.Object] = []
    by_page: dict[int, list[pikepdf.Object]] = {}
    for spot in spots:
        link = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(_corners(spot.frame, size.height)),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                P=pdf.pages[spot.page].obj,
                Contents=String(spot.words),
                A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[spot.target].obj, Name.Fit])),
            )
        )
        links.append(link)
        by_page.setdefault(spot.page, []).append(link)
    for page, own in by_page.items():
        pdf.pages[page].obj.Annots = Array(own)
    return links


def add_outline(pdf: pikepdf.Pdf, plan: Plan, room: Emu = 0) -> None:
    """The bookmarks, nested by their levels; a level that is skipped makes no empty entry.

    The page stands ``room`` from the lower left corner of the paper.
    """
    if not plan.outline:
        return
    from pikepdf import Dictionary, Name, OutlineItem

    with pdf.open_outline() as outline:
        open_entries: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for entry in plan.outline:
            while open_entries[-1][0] >= entry.level:
                open_entries.pop()
            item = _bookmark(entry, plan.size.height + room, room)
            open_entries[-1][1].append(item)
            open_entries.append((entry.level, item.children))
    for each in pdf.objects:
        if isinstance(each, Dictionary) and "/Title" in each and each.get("/Count") == 0:
            del each["/Count"]  # there is nothing below it (ISO 32000-1, table 153)
    if "/PageMode" not in pdf.Root:
        pdf.Root.PageMode = Name.UseOutlines


def add_names(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """A name for each place of the outline by its number, ``section-2.1``, so that it can be
    led to from outside (ISO 32000-1, 12.3.2.3)."""
    if not plan.outline:
        return
    from pikepdf import Array, Dictionary, Name, String

    found: dict[str, pikepdf.Object] = {}
    counts: list[tuple[int, int]] = []
    """(level, number) of the headings that are open."""
    for entry in plan.outline:
        number = 1
        while counts and counts[-1][0] >= entry.level:
            number = counts.pop()[1] + 1
        counts.append((entry.level, number))
        name = ".".join(str(each) for _, each in counts)
        top = _points(plan.size.height - entry.y)
        place = [pdf.pages[entry.sheet].obj, Name.XYZ, 0, top, None]
        found[f"section-{name}"] = Array(place)
    names = [each for name, place in sorted(found.items()) for each in (String(name), place)]
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.Dests = pdf.make_indirect(Dictionary(Names=Array(names)))


def open_full_screen(pdf: pikepdf.Pdf, plan: Plan) -> None:
    """Full screen as soon as the file is opened, bookmarks when that ends (ISO 32000-1 12.2)."""
    from pikepdf import Name

    if plan.full_screen:
        pdf.Root.PageMode = Name.FullScreen
        after = Name.UseOutlines if plan.outline else Name.UseNone
        pdf.Root.ViewerPreferences.NonFullScreenPageMode = after


def _bookmark(entry: OutlineEntry, height: Emu, left: Emu) -> pikepdf.OutlineItem:
    """A whole number of points, the next above its line, is near enough to scroll to."""
    from pikepdf import OutlineItem, PageLocation

    top = ceil(to_pt(height - entry.y))
    return OutlineItem(entry.text, entry.sheet, PageLocation.XYZ, left=_points(left), top=top)


def _corners(rect: Rect, height: Emu) -> list[float]:
    return [
        _points(rect.x),
        _points(height - rect.bottom),
        _points(rect.right),
        _points(height - rect.y),
    ]


def _points(length: Emu) -> float:
    return round(to_pt(length), 3)
