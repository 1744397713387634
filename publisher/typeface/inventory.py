"""Which face draws what in finished plans, and which characters no face has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publisher.plan import Chart, Grid, Plan, Text


class Inventory(NamedTuple):
    """``faces`` counts the characters that each face draws, by the face's name; ``missing``
    those that no face has, each as the cluster that it stands in."""

    faces: dict[str, Counter[str]]
    missing: Counter[str]


def inventory(plans: Iterable[Plan]) -> Inventory:
    """What is drawn on all sheets of ``plans``; white space is not counted."""
    found = Inventory({}, Counter())
    for plan in plans:
        for text in texts(plan):
            for line in text.lines:
                for run in line.runs:
                    for glyph in run.glyphs:
                        if not glyph.text.strip():
                            continue
                        if glyph.gid:
                            found.faces.setdefault(run.face, Counter()).update(glyph.text)
                        else:
                            found.missing[glyph.text] += 1
    return found


def texts(plan: Plan) -> Iterator[Text]:
    """All texts of a plan, those of grids and charts included."""
    for sheet in plan.sheets:
        for item in sheet.items:
            if isinstance(item, Text):
                yield item
            elif isinstance(item, Grid):
                yield from (cell.text for cell in item.cells)
            elif isinstance(item, Chart):
                yield from (part for part in item.drawn if isinstance(part, Text))
