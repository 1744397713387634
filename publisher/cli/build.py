"""publisher build: many speeches, in all formats, only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from publisher.cli.console import Console
from publisher.cli.options import (
    DECK,
    FILE,
    PAGES,
    PRINT,
    Debug,
    Fill,
    Force,
    Formats,
    Out,
    Paths,
    Quiet,
    Strict,
    Tidy,
    choosing,
)
from publisher.cli.render import minutes, text
from publisher.options import Said

if TYPE_CHECKING:
    from publisher.batch.build import Outcome

_COLUMNS = "speech formats slides pages minutes state".split()
_PAGES = ("script", "reading", "handout", "notes", "docx")
"""Kinds that have pages; Word divides them itself, so its number comes last."""
_NUMBERS = frozenset({"slides", "pages", "minutes"})


@choosing({**DECK, **PAGES, **PRINT, **FILE})
def build(
    said: Said,
    paths: Paths = None,
    out: Out = None,
    formats: Formats = None,
    fill: Fill = None,
    tidy: Tidy = False,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.batch.build import Order, build_all
    from publisher.config import known_format
    from publisher.publish import Edits, theme_named
    from publisher.sidecar import fill_of

    if "theme" in said:
        theme_named(said["theme"])
    wanted = None
    if formats is not None:
        wanted = tuple(known_format(name.strip()) for name in formats.split(","))
    console = Console(quiet=quiet, debug=debug, strict=strict)
    said = {**said, "force": force}
    order = Order(tuple(paths or ()), out, wanted, said, force, Edits(fill_of(fill or ()), tidy))
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
