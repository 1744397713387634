"""Which face draws what in finished plans, and which characters no face has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from publisher.plan import Plan, texts_of
from publisher.record import NamedTuple


class Inventory(NamedTuple):
    """``faces`` counts the characters that each face draws, by the face's name; ``missing``
    those that no face has, each as the cluster that it stands in."""

    faces: dict[str, Counter[str]]
    missing: Counter[str]


def inventory(plans: Iterable[Plan]) -> Inventory:
    """What is drawn on all sheets of ``plans``; white space is not counted."""
    found = Inventory({}, Counter())
    sheets = (sheet for plan in plans for sheet in plan.sheets)
    lines = (line for sheet in sheets for text in texts_of(sheet.items) for line in text.lines)
    for line in lines:
        for run in (*line.runs, *line.above):
            for glyph in run.glyphs:
                if not glyph.text.strip():
                    continue
                if glyph.gid:
                    found.faces.setdefault(run.face, Counter()).update(glyph.text)
                else:
                    found.missing[glyph.text] += 1
    return found
