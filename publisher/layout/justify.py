"""Setting a line out: who gives and who takes, so that it fills its measure exactly.

Squeezing and stretching go by the order of CLREQ 3.1.6.2 and 3.2.1: a rank gives all it has,
evenly, before the next is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from operator import add

from publisher.geometry import Emu
from publisher.layout.clreq import HAN_LATIN
from publisher.layout.placed import Row
from publisher.layout.squeezing import RANK_HAN_LATIN, RANK_SPACE, RANKS
from publisher.layout.stretch import Stretch


def set_out(stretch: Stretch, start: int, end: int, room: Emu | None) -> tuple[Row, Emu]:
    """The boxes of one line with their places, and the line's width.

    ``room`` is the width that the line fills exactly, by growing its gaps or squeezing its marks;
    None sets it at its natural width. A line that cannot be squeezed far enough stays too wide,
    one without gaps too narrow. Spaces at its end stand there without width.
    """
    last = stretch.last[end]
    if last < start:  # spaces only
        blank = [0] * (end - start)
        return Row(start, blank, blank), 0
    natural = stretch.right[end] - stretch.left[start]
    need = 0 if room is None or last == start else room - natural
    boxes = slice(start, last + 1)
    widths, trims = stretch.widths[boxes], stretch.trims[boxes]
    cuts, growth = _deal(stretch, start, last, need) if need else _NOTHING
    for i, cut in cuts.items():
        widths[i - start] -= cut
        trims[i - start] += round(cut * stretch.marks[i][1])
    xs = _places(stretch, start, last, growth, max(0, need - sum(growth.values())))
    if last in stretch.end_cut:
        cut, trim = stretch.end_cut[last]
        widths[-1] -= cut
        trims[-1] += trim
    right = xs[-1] + widths[-1]
    blanks = end - last - 1
    if blanks:
        xs, widths, trims = xs + [right] * blanks, widths + [0] * blanks, trims + [0] * blanks
    return Row(start, xs, widths, trims if any(trims) else ()), right


_NOTHING: tuple[Mapping[int, Emu], Mapping[int, Emu]] = {}, {}


def _places(
    stretch: Stretch, start: int, last: int, growth: Mapping[int, Emu], even: Emu
) -> list[Emu]:
    """The left edges of the boxes of a line: ``growth`` is put behind its boxes, and ``even``
    spread over all that may grow."""
    boxes, origin = slice(start, last + 1), stretch.left[start]
    first = stretch.gaps[start]
    gaps = stretch.gaps[last] - first
    if even and gaps:
        columns = zip(stretch.left[boxes], stretch.gaps[boxes])
        xs = [x - origin + even * (gap - first) // gaps for x, gap in columns]
    else:
        xs = [x - origin for x in stretch.left[boxes]]
    if not growth:
        return xs
    steps = [0] * len(xs)
    for i, length in growth.items():
        steps[i + 1 - start] = length
    return list(map(add, xs, accumulate(steps)))


def _deal(
    stretch: Stretch, start: int, last: int, need: Emu
) -> tuple[Mapping[int, Emu], Mapping[int, Emu]]:
    """What is cut off each mark, and what is put behind boxes before the rest is spread evenly,
    so that ``need`` is met: less is put where less is needed."""
    if need >= 0:
        return {}, _grown_first(stretch, start, last, need)
    cuts: dict[int, Emu] = {}
    growth: dict[int, Emu] = {}
    offers: list[list[tuple[int, Emu]]] = [[] for _ in range(RANKS)]
    for i in range(start, last):
        for rank, length in stretch.squeezes.get(i, ()):
            offers[rank].append((i, length))
    rest = -need
    for rank, offered in enumerate(offers):
        for i, share in _shared(offered, rest):
            rest -= share
            growth[i] = growth.get(i, 0) - share
            if rank not in _GLUE_RANKS:
                cuts[i] = share
    return cuts, growth


_GLUE_RANKS = frozenset({RANK_SPACE, RANK_HAN_LATIN})


def _grown_first(stretch: Stretch, start: int, last: int, need: Emu) -> dict[int, Emu]:
    """What word spaces take first, and then Han–Latin gaps, to half an em."""
    growth: dict[int, Emu] = {}
    if stretch.first[last] == stretch.first[start]:
        return growth
    spaces: list[tuple[int, Emu]] = []
    gaps: list[tuple[int, Emu]] = []
    for i in range(start, last):
        if i in stretch.growth:
            offers = gaps if stretch.flags[i] & HAN_LATIN else spaces
            offers.append((i, stretch.growth[i]))
    for offers in (spaces, gaps):
        for i, share in _shared(offers, need):
            need -= share
            growth[i] = share
    return growth


def _shared(offers: list[tuple[int, Emu]], need: Emu) -> list[tuple[int, Emu]]:
    """``need``, or all there is, taken from each offer in proportion; to the last EMU."""
    total = sum(length for _, length in offers)
    if not total:  # ideographic spaces are word spaces that never grow
        return []
    take = min(need, total)
    shares: list[tuple[int, Emu]] = []
    given = done = 0
    for i, length in offers:
        done += length
        share = take * done // total - given
        given += share
        shares.append((i, share))
    return shares
