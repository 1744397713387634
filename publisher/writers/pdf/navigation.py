"""The ways through a document: links from sheet to sheet, and the bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from publisher.geometry import Emu, Rect, Size, to_pt
from publisher.plan import OutlineEntry, Plan
from publisher.writers.pdf.objects import Document, Name, Ref, Value
from publisher.writers.pdf.tree import Spot

_PRINTED = 4
"""The annotation flag that ISO 19005-2, 6.3.2 demands."""


def add_links(document: Document, spots: Sequence[Spot], size: Size) -> list[Ref]:
    """A link annotation over each place that leads to another sheet; its words say where."""
    links = []
    for spot in spots:
        link = document.add(
            {
                "Type": Name("Annot"),
                "Subtype": Name("Link"),
                "Rect": _corners(spot.frame, size.height),
                "Border": [0, 0, 0],
                "F": _PRINTED,
                "P": document.places[spot.page],
                "Contents": spot.words,
                "A": {"S": Name("GoTo"), "D": [document.places[spot.target], Name("Fit")]},
            }
        )
        links.append(link)
        document.pages[spot.page].setdefault("Annots", []).append(link)
    return links


def add_outline(document: Document, plan: Plan, room: Emu = 0) -> list[Ref]:
    """The bookmarks, nested by their levels; a level that is skipped makes no empty entry.

    The page stands ``room`` from the lower left corner of the paper. Returns all objects.
    """
    if not plan.outline:
        return []
    made = [document.add({"Type": Name("Outlines")})]
    above: list[tuple[int, Ref]] = [(0, made[0])]
    """(level, entry) of those that hold the next one, from the outermost."""
    document.root["Outlines"] = made[0]
    for entry in plan.outline:
        while above[-1][0] >= entry.level:
            above.pop()
        holder = document.at(above[-1][1])
        place = _place(document, entry, plan.size.height + room, room)
        item = {"Title": entry.text, "Parent": above[-1][1], "Dest": place}
        number = document.add(item)
        if "Last" in holder:
            item["Prev"] = holder["Last"]
            document.at(holder["Last"])["Next"] = number
        else:
            holder["First"] = number
        holder["Last"] = number
        for _, each in above:
            outer = document.at(each)
            outer["Count"] = outer.get("Count", 0) + 1
        above.append((entry.level, number))
        made.append(number)
    document.root.setdefault("PageMode", Name("UseOutlines"))
    return made


def add_names(document: Document, plan: Plan) -> None:
    """A name for each place of the outline by its number, ``section-2.1``, so that it can be
    led to from outside (ISO 32000-1, 12.3.2.3)."""
    if not plan.outline:
        return
    found: dict[str, list[Value]] = {}
    counts: list[tuple[int, int]] = []
    """(level, number) of the headings that are open."""
    for entry in plan.outline:
        number = 1
        while counts and counts[-1][0] >= entry.level:
            number = counts.pop()[1] + 1
        counts.append((entry.level, number))
        name = ".".join(str(each) for _, each in counts)
        top = _points(plan.size.height - entry.y)
        found[f"section-{name}"] = [document.places[entry.sheet], Name("XYZ"), 0, top, None]
    names = [each for pair in sorted(found.items()) for each in pair]
    document.root.setdefault("Names", {})["Dests"] = document.add({"Names": names})


def open_full_screen(document: Document, plan: Plan) -> None:
    """Full screen as soon as the file is opened, bookmarks when that ends (ISO 32000-1 12.2)."""
    if plan.full_screen:
        document.root["PageMode"] = Name("FullScreen")
        after = Name("UseOutlines" if plan.outline else "UseNone")
        document.root["ViewerPreferences"]["NonFullScreenPageMode"] = after


def _place(document: Document, entry: OutlineEntry, height: Emu, left: Emu) -> list[Value]:
    """A whole number of points, the next above its line, is near enough to scroll to."""
    top = ceil(to_pt(height - entry.y))
    return [document.places[entry.sheet], Name("XYZ"), _points(left), top, None]


def _corners(rect: Rect, height: Emu) -> list[float]:
    return [
        _points(rect.x),
        _points(height - rect.bottom),
        _points(rect.right),
        _points(height - rect.y),
    ]


def _points(length: Emu) -> float:
    return round(to_pt(length), 3)
