"""Breaking a whole paragraph at its best.

After Knuth and Plass (Breaking Paragraphs into Lines, 1981): boxes, glue and penalties, and the
least sum of costs over all lines. Chinese may break nearly everywhere, so each break is followed
by three or four feasible ends only, and prefix sums (``stretch``) price a line without a walk.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from operator import add
from typing import TypeAlias

from publisher.geometry import Emu
from publisher.layout.clreq import (
    ADDRESS,
    HYPHEN,
    IN_FIGURE,
    IN_WORD,
    KEPT,
    MAY_BREAK,
    OWN,
    SEVERABLE,
)
from publisher.layout.stretch import Stretch
from publisher.record import NamedTuple

Price: TypeAlias = Callable[[Stretch, int, int, Emu], float]
"""The cost of the line from one break to another that lacks so much of the measure."""

_LINE = 0.1
_GROWN = 0.7, 0.4
_GIVEN = 1.6, 0.3
"""What each em costs that gaps take or marks give, and what its square."""
_CROWDED = 0.08
_MARKS_LEFT = 0.5
_SHOWS = 0.5
_WIDE_GAPS = 0.05
_ORPHAN = 60.0
_PARTED = 1.4
"""A phrase is kept whole for an em of stretch and more in a line of 28, for less in a shorter."""
_PARTED_RAGGED = 5.0
_OWN = 2.5
"""What weighs more in a phrase that the author asked to be kept."""
_DIVIDED = 1.0
"""A word hyphenated, an address divided."""
_FORBIDDEN = 3e4
_TORN_FIGURE = 2e4
_TORN_WORD = 1e4
"""Where the measure makes every way impossible, the rule of least weight gives way."""
_OVERFULL = 1e6
_NEVER = 1e18
_TOLERANCES = (2.1, 4.0)
"""How far, in ems, a line may be stretched: nearly all paragraphs are settled by the first."""


def break_lines(
    stretch: Stretch,
    measure: Emu,
    indent: Emu = 0,
    *,
    justify: bool = True,
    western: bool = False,
) -> list[int]:
    """The breaks of the paragraph at its best: ``[…, len(boxes)]``, one for each line.

    ``indent`` shortens the first line; ``western`` lines are filled by word spaces alone. Rules
    are kept as long as any way to break keeps them; in a measure too narrow for that the fewest
    are broken, and a box wider than the measure stands alone. Empty text gives no line.
    """
    count = len(stretch.widths)
    if not count:
        return []
    if stretch.right[count] <= measure - indent:
        return [count]
    price = _ragged if not justify else _spaced if western else _justified
    parted = _PARTED * min(1.0, measure / (_LONG * stretch.em)) if justify else _PARTED_RAGGED
    looseness = (*(round(ems * stretch.em) for ems in _TOLERANCES), measure)
    found: list[tuple[float, list[int]]] = []
    for tolerance in looseness if justify else (measure,):
        way = _Search(stretch, measure, indent, tolerance, price, parted).best()
        if way[1]:
            found.append(way)
            if (way[1][-2] if len(way[1]) > 1 else 0) < stretch.alone:
                break
    if found:
        return min(found)[1]
    search = _Search(stretch, measure, indent, measure, price, parted, desperate=True)
    return search.best()[1]


class _Search(NamedTuple):
    """One look for the cheapest way: how loose its lines may be, and what each costs.

    ``parted`` is the price of a break inside a phrase. ``desperate`` takes a box that is wider
    than the measure, and forbidden breaks, at a price.
    """

    stretch: Stretch
    measure: Emu
    indent: Emu
    tolerance: Emu
    price: Price
    parted: float
    desperate: bool = False

    def best(self) -> tuple[float, list[int]]:
        """The cheapest way to the end and its breaks; none where none is within the tolerance.

        Ways are gone on with in the order of what they have cost (Dijkstra, 1959), so that those
        dearer than the best one are never priced; of two as cheap, the one with the earlier breaks
        is taken.
        """
        count = len(self.stretch.widths)
        cost: dict[int, float] = {0: 0.0}
        came: dict[int, int] = {}
        ahead = self._ahead()
        dues = _Dues(self.parted)
        waiting = [(0.0, 0)]
        while waiting:
            base, start = heappop(waiting)
            if start == count:
                break
            if base > cost[start]:  # a cheaper way to it has been gone on with
                continue
            for end, line in self._lines(start, ahead, dues):
                total, known = base + line + _LINE, cost.get(end, _NEVER)
                if total < known:
                    heappush(waiting, (total, end))
                if total < known or (total == known and start < came[end]):
                    cost[end], came[end] = total, start
        if count not in cost:
            return _NEVER, []
        way = [count]
        while came[way[-1]]:
            way.append(came[way[-1]])
        return cost[count], way[::-1]

    def _ahead(self) -> list[Emu]:
        """How far a line that ends there reaches at most, with all that its gaps may grow, from
        the start of all boxes; in order. Only a hyphen reaches further, by less than an em."""
        stretch = self.stretch
        return list(map(add, stretch.left, stretch.first)) if stretch.growth else stretch.left

    def _lines(self, start: int, ahead: list[Emu], dues: _Dues) -> Iterator[tuple[int, float]]:
        """The lines that may begin at ``start``: where they end, and what they cost."""
        stretch, tolerance, price = self.stretch, self.tolerance, self.price
        right, shrink, last, first = stretch.right, stretch.shrink, stretch.last, stretch.first
        flags, desperate = stretch.flags, self.desperate
        count, legal = len(flags), SEVERABLE if desperate else MAY_BREAK
        edge = stretch.left[start] + self.measure - (0 if start else self.indent)
        at = start + 1
        if not desperate:
            near = edge - tolerance + first[start] - stretch.em
            at = min(bisect_left(ahead, near, at), count)  # a last line may be short
        first_of_all = True
        for end in range(at, count + 1):
            if end == count:
                due = _ORPHAN if start >= stretch.alone else 0.0
            elif flags[end - 1] & legal:
                due = dues[flags[end - 1]]
            else:
                continue
            need = edge - right[end]
            seen = last[end]
            if need >= 0:
                if end == count:
                    yield end, due
                elif need <= tolerance + first[seen] - first[start]:
                    yield end, price(stretch, start, end, need) + due
            elif -need <= shrink[seen] - shrink[start]:
                yield end, price(stretch, start, end, need) + due
            else:
                if desperate and first_of_all:
                    yield end, _OVERFULL
                return
            first_of_all = False


class _Dues(dict[int, float]):
    """What is to be avoided however well a line fits that ends there, by the flags of its end: a
    forbidden break, and at the price of ``parted`` one inside a phrase."""

    def __init__(self, parted: float) -> None:
        super().__init__()
        self._parted = parted

    def __missing__(self, flags: int) -> float:
        due = self[flags] = self._due(flags)
        return due

    def _due(self, flags: int) -> float:
        if not flags & MAY_BREAK:
            if flags & IN_WORD:
                return _TORN_WORD
            return _TORN_FIGURE if flags & IN_FIGURE else _FORBIDDEN
        if flags & KEPT:
            return self._parted * _OWN if flags & OWN else self._parted
        return _DIVIDED if flags & _RATHER_NOT else 0.0


_RATHER_NOT = ADDRESS | HYPHEN


def _justified(stretch: Stretch, start: int, end: int, need: Emu) -> float:
    """The cost of filling a line by ``need`` (negative: squeezing).

    Half an em of squeezing costs about as much as an em of stretch: a mark that would begin a
    line is squeezed in where the marks of the line have more than enough, and pushed out with its
    character where they would give all (先挤进后推出, CLREQ 3.1.5). Half an em of stretch costs
    less than both: what fits is not squeezed for evenness' sake. Sums weigh more than squares,
    so that a text gives and takes less in all than where its lines are filled one by one.
    """
    last = stretch.last[end]
    em = stretch.em
    if need >= 0:
        first = stretch.first[last] - stretch.first[start]
        rest = max(0, need - first) / em
        share = min(1.0, need / first) if first else 0.0
        return rest * (_GROWN[0] + _GROWN[1] * rest) + _WIDE_GAPS * share * share
    given = -need / em
    ratio = -need / (stretch.shrink[last] - stretch.shrink[start])
    dear = given - (stretch.cheap[last] - stretch.cheap[start]) / em
    crowd = _LONG * given * em / (stretch.right[end] - stretch.left[start] + need)
    cost = given * (_GIVEN[0] + _GIVEN[1] * given) + _CROWDED * crowd * crowd
    return cost + _MARKS_LEFT * ratio * ratio + max(0.0, _SHOWS * dear)


_LONG = 28
"""The characters of a line in GB/T 9704: longer ones are no more crowded, nor keep more whole."""


def _spaced(stretch: Stretch, start: int, end: int, need: Emu) -> float:
    """The cost of filling an English line: what its word spaces take or give, each of its own."""
    last = stretch.last[end]
    if need >= 0:
        first = stretch.first[last] - stretch.first[start]
        gaps = max(1, stretch.gaps[last] - stretch.gaps[start])
        rest = _LONG * max(0, need - first) / (stretch.em * gaps)
        share = min(1.0, need / first) if first else 0.0
        return rest * rest + 0.5 * share * share
    ratio = -need / (stretch.shrink[last] - stretch.shrink[start])
    return 0.5 + 0.5 * ratio * ratio


def _ragged(stretch: Stretch, start: int, end: int, need: Emu) -> float:
    """The cost of a line that is not filled: its shortfall, in ems, beyond the first."""
    if need >= 0:
        short = need / stretch.em
        return short * short * 0.05
    return _justified(stretch, start, end, need) + 0.5
