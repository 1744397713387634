"""Setting a line out: who gives and who takes, so that it fills its measure exactly.

Squeezing and stretching go by the order of CLREQ 3.1.6.2 and 3.2.1: a rank gives all it has,
evenly, before the next is asked.
"""

from __future__ import annotations

from itertools import accumulate
from operator import add

from publisher.geometry import Emu
from publisher.layout.clreq import HAN_LATIN, MAY_GROW
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
        return Row(start, blank, blank, blank), 0
    natural = stretch.right[end] - stretch.left[start]
    need = 0 if room is None else room - natural
    extra, cuts = _deal(stretch, start, last, need)
    boxes = slice(start, last + 1)
    widths, trims = stretch.widths[boxes], stretch.trims[boxes]
    for i, cut in cuts.items():
        widths[i - start] -= cut
        trims[i - start] += round(cut * stretch.marks[i][1])
        extra[i - start] -= cut
    origin = stretch.left[start]
    xs = [x - origin for x in stretch.left[boxes]]
    if extra:
        xs = list(map(add, xs, accumulate(extra, initial=0)))
    if last in stretch.end_cut:
        cut, trim = stretch.end_cut[last]
        widths[-1] -= cut
        trims[-1] += trim
    right = xs[-1] + widths[-1]
    blanks = end - last - 1
    if blanks:
        xs, widths, trims = xs + [right] * blanks, widths + [0] * blanks, trims + [0] * blanks
    return Row(start, xs, widths, trims), right


def _deal(stretch: Stretch, start: int, last: int, need: Emu) -> tuple[list[Emu], dict[int, Emu]]:
    """What is added behind each box, and what is cut off each mark, so that ``need`` is met."""
    if need == 0 or last == start:
        return [], {}
    extra = [0] * (last - start + 1)
    if need > 0:
        rest = _grow_first(stretch, start, last, need, extra)
        _grow_evenly(stretch, start, last, rest, extra)
        return extra, {}
    cuts: dict[int, Emu] = {}
    offers: list[list[tuple[int, Emu]]] = [[] for _ in range(RANKS)]
    for i in range(start, last):
        for rank, length in stretch.squeezes.get(i, ()):
            offers[rank].append((i, length))
    rest = -need
    for rank, offered in enumerate(offers):
        for i, share in _shared(offered, rest):
            rest -= share
            if rank in _GLUE_RANKS:
                extra[i - start] -= share
            else:
                cuts[i] = share
    return extra, cuts


_GLUE_RANKS = frozenset({RANK_SPACE, RANK_HAN_LATIN})


def _grow_first(stretch: Stretch, start: int, last: int, need: Emu, extra: list[Emu]) -> Emu:
    """Word spaces first, then Han–Latin gaps, to half an em; what is left over is returned."""
    if stretch.first[last] == stretch.first[start]:
        return need
    for spaces in (True, False):
        offers = [
            (i, stretch.growth[i])
            for i in range(start, last)
            if i in stretch.growth and bool(stretch.flags[i] & HAN_LATIN) is not spaces
        ]
        for i, share in _shared(offers, need):
            need -= share
            extra[i - start] += share
    return need


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


def _grow_evenly(stretch: Stretch, start: int, last: int, need: Emu, extra: list[Emu]) -> None:
    gaps = stretch.gaps[last] - stretch.gaps[start]
    if not need or not gaps:
        return
    flags = stretch.flags
    given = done = 0
    for i in range(start, last):
        if flags[i] & MAY_GROW:
            done += 1
            share = need * done // gaps - given
            given += share
            extra[i - start] += share
