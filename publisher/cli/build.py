"""publisher build: many speeches, in all formats, only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from publisher.cli.making import Asked, making
from publisher.cli.options import DECK, FILE, PAGES, PRINT, Force, Formats, Out, Paths
from publisher.cli.render import minutes, text

if TYPE_CHECKING:
    from publisher.batch.build import Outcome

_COLUMNS = "speech formats slides pages minutes state".split()
_PAGES = ("script", "reading", "handout", "notes", "docx")
"""Kinds that have pages; Word divides them itself, so its number comes last."""
_NUMBERS = frozenset({"slides", "pages", "minutes"})


@making({**DECK, **PAGES, **PRINT, **FILE}, force=Force)
def build(asked: Asked, paths: Paths = None, out: Out = None, formats: Formats = None) -> int:
    from publisher.batch.build import Order, build_all
    from publisher.config import known_format
    from publisher.named import theme_named

    said, edits, console = asked
    if "theme" in said:
        theme_named(said["theme"])
    chosen = None
    if formats is not None:
        chosen = tuple(known_format(name.strip()) for name in formats.split(","))
    order = Order(tuple(paths or ()), out, chosen, said, said["force"], edits)
    outcomes = build_all(order, console)
    console.inputs = len(outcomes)
    for outcome in outcomes:
        console.note(outcome.notices, outcome.source.name)
        for error in outcome.errors:
            console.fail(error)
    for line in summary(outcomes):
        console.say(line)
    return console.finish()


def summary(outcomes: Sequence[Outcome]) -> list[str]:
    """A plain table: a line for each speech under a line of headings."""
    rows = [[text(f"build.{column}") for column in _COLUMNS], *map(_row, outcomes)]
    widths = [max(map(_cells, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths, _COLUMNS)).rstrip() for row in rows]


def _row(outcome: Outcome) -> list[str]:
    entries = outcome.entries
    slides = next((entries[kind].sheets for kind in ("pptx", "slides") if kind in entries), None)
    pages = next((entries[kind].sheets for kind in _PAGES if kind in entries), None)
    spoken = next((minutes(entry.seconds) for entry in entries.values()), None)
    numbers = ["–" if number is None else str(number) for number in (slides, pages, spoken)]
    state = text(f"build.{outcome.state.value}")
    return [outcome.name, ",".join(entries) or "–", *numbers, state]


def _padded(cell: str, width: int, column: str) -> str:
    blank = " " * (width - _cells(cell))
    return blank + cell if column in _NUMBERS else cell + blank


def _cells(words: str) -> int:
    """Columns of a terminal: two for wide and full-width characters (UAX #11)."""
    import unicodedata

    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in words)
