"""Which pages share a side of paper, so that folded sheets make a book.

A signature is a stack of sheets folded together, four pages to a sheet; books of one signature
are saddle-stitched. Nothing here knows what a page looks like, or what a PDF is.
"""

from __future__ import annotations

from publisher.geometry import Emu
from publisher.record import NamedTuple

PER_SHEET = 4


class Side(NamedTuple):
    """One side of a sheet: the pages (from 0) before and behind the fold, None for a blank one.

    ``before`` is on the left of an upright fold (above a level one), in a book that is bound on
    its left. ``depth`` is how many sheets of the signature lie around this one.
    """

    before: int | None
    behind: int | None
    depth: int


def sheets_for(pages: int) -> int:
    """How many sheets ``pages`` take, four to each."""
    return -(-pages // PER_SHEET)


def signatures(sheets: int, most: int | None = None) -> tuple[int, ...]:
    """How many sheets each signature has: one signature, or as few as hold ``most`` at most.

    They differ by one sheet at most, the thicker ones first, so that none is a lone sheet at the
    end of a thick book. Raises ValueError for ``most`` below 1.
    """
    if most is not None and most < 1:
        raise ValueError(most)
    if not sheets:
        return ()
    count = 1 if most is None else -(-sheets // most)
    each, more = divmod(sheets, count)
    return tuple(each + (number < more) for number in range(count))


def booklet(pages: int, most: int | None = None) -> tuple[Side, ...]:
    """The sides to print, front and back of each sheet in turn, outermost sheet first.

    Of a signature of ``m`` pages, sheet ``d`` has m-1-2d and 2d on its front, 2d+1 and m-2-2d on
    its back. Pages that the book lacks are blank, and the last ones: the reader meets none before
    the end.
    """
    sides: list[Side] = []
    first = 0
    for sheets in signatures(sheets_for(pages), most):
        last = first + PER_SHEET * sheets - 1
        for depth in range(sheets):
            low, high = first + 2 * depth, last - 2 * depth
            for before, behind in ((high, low), (low + 1, high - 1)):
                sides.append(Side(_there(before, pages), _there(behind, pages), depth))
        first = last + 1
    return tuple(sides)


def creep(depth: int, thickness: Emu) -> Emu:
    """How far the pages of a sheet move towards the fold, so that they line up when trimmed.

    A folded sheet is pushed out of the book by the thickness of each sheet around it, and the
    trim takes that from its outer margin.
    """
    return depth * thickness


def _there(page: int, pages: int) -> int | None:
    return page if page < pages else None
