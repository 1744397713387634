"""How full-width marks give way: who, how much and when (CLREQ 3.1.6)."""

from __future__ import annotations

from typing import Literal

from publisher.layout.clreq import Kind
from publisher.record import NamedTuple


class Squeeze(NamedTuple):
    """How a full-width mark gives way, in its class.

    ``leading``: its blank is before the ink (opening), else behind it. ``rank``: when it is asked
    on a line that is too full (0 first; None never). ``line_end``: at a line's end it takes
    half an em. ``always``: it takes half an em everywhere (GB/T 15834—2011 5.1.10).
    """

    leading: bool
    rank: int | None
    line_end: bool
    always: bool = False


RANK_SPACE, RANK_BRACKET, RANK_PAUSE, RANK_HAN_LATIN, RANK_STOP = range(5)
RANKS = 5
CHEAP_RANKS = 3
"""Ranks below this are asked without harm; the others show."""

SQUEEZE: dict[int, Squeeze] = {
    int(Kind.OPEN): Squeeze(leading=True, rank=RANK_BRACKET, line_end=False),
    int(Kind.CLOSE): Squeeze(leading=False, rank=RANK_BRACKET, line_end=True),
    int(Kind.PAUSE): Squeeze(leading=False, rank=RANK_PAUSE, line_end=True),
    int(Kind.STOP): Squeeze(leading=False, rank=RANK_STOP, line_end=True),
    int(Kind.INTERPUNCT): Squeeze(leading=False, rank=None, line_end=True, always=True),
    int(Kind.CONNECTOR): Squeeze(leading=False, rank=None, line_end=True, always=True),
    int(Kind.SLASH): Squeeze(leading=False, rank=None, line_end=True, always=True),
}
"""Squeezing by class, in the order of CLREQ 3.1.6.2; the line-end mark has gone before."""

_BLANK_BEHIND = frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP})


def blank_between(before: int, after: int) -> Literal["", "before", "after"]:
    """Which of two adjacent full-width marks gives up half an em, so that they take 1.5 together.

    ”， and 。” : the first, whose blank is behind it; “（ : the second, whose blank is before it
    (CLREQ 3.1.6.1). Where the blanks of both meet (，“) the first gives.
    """
    if before in _BLANK_BEHIND and (after in _BLANK_BEHIND or after == Kind.OPEN):
        return "before"
    if before == Kind.OPEN and after == Kind.OPEN:
        return "after"
    return ""
