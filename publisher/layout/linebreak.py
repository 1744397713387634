"""Breaking a whole paragraph at its best.

After Knuth and Plass (Breaking Paragraphs into Lines, 1981): boxes, glue and penalties, and the
least sum of costs over all lines. Chinese may break nearly everywhere, so each break is followed
by three or four feasible ends only, and prefix sums (``stretch``) price a line without a walk.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TypeAlias

from publisher.geometry import Emu
from publisher.layout.clreq import ADDRESS, HYPHEN, IN_FIGURE, IN_WORD, KEPT, MAY_BREAK, SEVERABLE
from publisher.layout.stretch import Stretch
from publisher.record import NamedTuple

Price: TypeAlias = Callable[[Stretch, int, int, Emu], float]
"""The cost of the line from one break to another that lacks so much of the measure."""

_LINE = 0.02
_SQUEEZED = 0.7
_MARKS_LEFT = 0.15
_SHOWS = 0.5
_WIDE_GAPS = 0.5
_ORPHAN = 60.0
_PARTED = 5.0
"""A phrase is kept whole for up to some two ems of stretch in a line of 28."""
_DIVIDED = 1.0
"""A word hyphenated, an address divided."""
_FORBIDDEN = 3e4
_TORN_FIGURE = 2e4
_TORN_WORD = 1e4
"""Where the measure makes every way impossible, the rule of least weight gives way."""
_OVERFULL = 1e6
_NEVER = 1e18
_LEAST = 2
"""Characters, marks not counted, that a last line holds at least."""
_TOLERANCES = (1.3, 4.0)
"""How far, in ems, a line may be stretched: nearly all paragraphs are settled by the first."""


def break_lines(
    stretch: Stretch, measure: Emu, indent: Emu = 0, *, justify: bool = True
) -> list[int]:
    """The breaks of the paragraph at its best: ``[…, len(boxes)]``, one for each line.

    ``indent`` shortens the first line. Rules are kept as long as any way to break keeps them;
    in a measure too narrow for that the fewest are broken, and a box wider than the measure
    stands alone. Empty text gives no line.
    """
    count = len(stretch.widths)
    if not count:
        return []
    if stretch.right[count] <= measure - indent:
        return [count]
    legal = [b for b in range(1, count) if stretch.flags[b - 1] & MAY_BREAK] + [count]
    price = _justified if justify else _ragged
    looseness = (*(round(ems * stretch.em) for ems in _TOLERANCES), measure)
    found: list[tuple[float, list[int]]] = []
    for tolerance in looseness if justify else (measure,):
        way = _Search(stretch, legal, measure, indent, tolerance, price).best()
        if way[1]:
            found.append(way)
            if not _wanting(stretch, way[1]):
                break
    if found:
        return min(found)[1]
    anywhere = [b for b in range(1, count) if stretch.flags[b - 1] & SEVERABLE] + [count]
    return _Search(stretch, anywhere, measure, indent, measure, price, desperate=True).best()[1]


def _wanting(stretch: Stretch, breaks: list[int]) -> bool:
    """Whether looser lines may be worth it: a last line too short, a phrase parted."""
    start = breaks[-2] if len(breaks) > 1 else 0
    return _is_short(stretch, start) or any(stretch.flags[b - 1] & KEPT for b in breaks[:-1])


def _is_short(stretch: Stretch, start: int) -> bool:
    return stretch.letters[-1] - stretch.letters[start] < _LEAST


class _Search(NamedTuple):
    """One look for the cheapest way: which breaks, how loose, and what a line costs.

    ``desperate`` takes a box that is wider than the measure, and forbidden breaks, at a price.
    """

    stretch: Stretch
    ends: list[int]
    measure: Emu
    indent: Emu
    tolerance: Emu
    price: Price
    desperate: bool = False

    def best(self) -> tuple[float, list[int]]:
        """The cheapest way to the end and its breaks; none where none is within the tolerance."""
        count = self.ends[-1]
        cost: dict[int, float] = {0: 0.0}
        came: dict[int, int] = {}
        stretch = self.stretch
        # How far a line that ends there reaches with all that its gaps may grow, and an em more:
        # a mark at a line's end takes half, and the numbers are to be in order.
        reach = [stretch.right[end] + stretch.first[stretch.last[end]] for end in self.ends]
        reach = list(accumulate((edge + stretch.em for edge in reach), max))
        dues = [self._surcharge(end) for end in self.ends]
        for start in (0, *self.ends[:-1]):
            base = cost.get(start)
            if base is None:
                continue
            for end, line in self._lines(start, reach, dues):
                total = base + line + _LINE
                if total < cost.get(end, _NEVER):
                    cost[end] = total
                    came[end] = start
        if count not in cost:
            return _NEVER, []
        way = [count]
        while came[way[-1]]:
            way.append(came[way[-1]])
        return cost[count], way[::-1]

    def _lines(
        self, start: int, reach: list[Emu], dues: list[float]
    ) -> Iterator[tuple[int, float]]:
        """The lines that may begin at ``start``: where they end, and what they cost."""
        stretch, ends, tolerance, price = self.stretch, self.ends, self.tolerance, self.price
        right, shrink, last, first = stretch.right, stretch.shrink, stretch.last, stretch.first
        count, final = ends[-1], len(ends) - 1
        edge = stretch.left[start] + self.measure - (0 if start else self.indent)
        following = bisect_left(ends, start + 1)
        at = bisect_left(reach, edge - tolerance + first[start], following)
        at = following if self.desperate else min(at, final)  # a last line may be short
        while at <= final:
            end, due = ends[at], dues[at]
            at += 1
            if end == count and _is_short(stretch, start):
                due = _ORPHAN
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
                if self.desperate and at == following + 1:
                    yield end, _OVERFULL
                return

    def _surcharge(self, end: int) -> float:
        """What is to be avoided however well a line fits that ends there: a forbidden break."""
        stretch = self.stretch
        if end == len(stretch.widths):
            return 0.0
        flags = stretch.flags[end - 1]
        if not flags & MAY_BREAK:
            if flags & IN_WORD:
                return _TORN_WORD
            return _TORN_FIGURE if flags & IN_FIGURE else _FORBIDDEN
        if not flags & _RATHER_NOT:
            return 0.0
        return _PARTED if flags & KEPT else _DIVIDED


_RATHER_NOT = KEPT | ADDRESS | HYPHEN


def _justified(stretch: Stretch, start: int, end: int, need: Emu) -> float:
    """The cost of filling a line by ``need`` (negative: squeezing): 1 is one em over 28 gaps.

    Half an em of squeezing costs a little less than a whole em of stretch, in a line of any
    length: so a mark that would begin a line is squeezed in first, and pushed out with its
    character only where that takes more than a mark gives (先挤进后推出, CLREQ 3.1.5). Half an em
    of stretch costs less than both: what fits is not squeezed for evenness' sake.
    """
    last = stretch.last[end]
    em = stretch.em
    if need >= 0:
        first = stretch.first[last] - stretch.first[start]
        grown = min(need, first)
        gaps = stretch.gaps[last] - stretch.gaps[start]
        rest = 28 * (need - grown) / (em * gaps) if gaps else need / em * 28
        share = grown / first if first else 0.0
        return rest * rest + _WIDE_GAPS * share * share
    squeeze = -need
    ratio = squeeze / (stretch.shrink[last] - stretch.shrink[start])
    dear = squeeze - (stretch.cheap[last] - stretch.cheap[start])
    amount = squeeze / em
    short = 28 * em / (stretch.right[end] - stretch.left[start] - squeeze)
    cost = amount * amount + _SQUEEZED + _MARKS_LEFT * ratio * ratio
    return short * short * cost + (_SHOWS * dear / em if dear > 0 else 0.0)


def _ragged(stretch: Stretch, start: int, end: int, need: Emu) -> float:
    """The cost of a line that is not filled: its shortfall, in ems, beyond the first."""
    if need >= 0:
        short = need / stretch.em
        return short * short * 0.05
    return _justified(stretch, start, end, need) + 0.5
