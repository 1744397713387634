"""Points: which arrangement they get, and how many of them a slide holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from publisher.geometry import Rect, pt
from publisher.layout.cards import card_row
from publisher.layout.fit import Setter
from publisher.layout.rows import grid, rows, two_columns
from publisher.layout.shown import Shown
from publisher.script import Point

MOST = 6
"""Points to a slide."""


def short_grid(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Two by two, where the texts are so short that rows would leave them alone."""
    shown = grid(setter, points, rect, first)
    style = setter.theme.styles["support"]
    supported = any(point.support for point in points)
    return shown if shown and supported and shown.size == style.largest else None


Arrangement: TypeAlias = Callable[[Setter, Sequence[Point], Rect, int], Shown | None]
BY_COUNT: Mapping[int, tuple[Arrangement, ...]] = {
    2: (card_row, rows),
    3: (card_row, rows),
    4: (short_grid, rows, grid, two_columns),
    5: (two_columns, grid),
    6: (two_columns, grid),
}
"""What is tried for so many points, the most fitting first."""
BY_WISH: Mapping[str, tuple[Arrangement, ...]] = {
    "cards": (card_row, grid),
    "rows": (rows,),
    "columns": (two_columns,),
}
"""What the author may ask for (``script.Slide.layout``)."""
_RANK, _FLAW = pt(2.5), pt(3)
"""How much larger its type must be for the next arrangement to be taken, and what a flaw costs."""


def best_of(
    arrangements: Sequence[Arrangement],
    setter: Setter,
    points: Sequence[Point],
    rect: Rect,
    first: int = 1,
) -> Shown | None:
    """The arrangement with the largest type and the fewest flaws, an earlier one preferred."""
    best: tuple[int, Shown] | None = None
    for rank, arrange in enumerate(arrangements):
        if best and best[0] >= setter.theme.styles["support"].largest - rank * _RANK:
            break
        shown = arrange(setter, points, rect, first)
        if shown is None:
            continue
        worth = shown.size - rank * _RANK - shown.flaws * _FLAW
        if best is None or worth > best[0]:
            best = (worth, shown)
    return best[1] if best else None


def share(count: int, most: int) -> int:
    """How many of ``count`` stand on the first of as few pages as hold ``most`` each: evenly."""
    return -(-count // -(-count // most))
