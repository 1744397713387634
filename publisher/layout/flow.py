"""Filling regions: what stands on which page, and in which row.

Space is a value: a block is asked for the part of it that goes into so many rows, and hands back
the rest; breaking is asking again with the next region. Rows are those of the page's grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Block(Protocol):
    """Something that takes rows.

    ``before``: empty rows above it, none at the top of a page. ``keep``: it does not end a page,
    what follows goes with it.
    """

    @property
    def before(self) -> int: ...

    @property
    def keep(self) -> bool: ...

    @property
    def rows(self) -> int:
        """The rows that it takes when it stands in one piece."""
        ...

    @property
    def least(self) -> int:
        """The fewest rows that it can begin in."""
        ...

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        """The part that goes into ``rows`` rows, and the rest, or None.

        The first is None where nothing of it may stand there; with ``anyhow``, on an empty page,
        something always does.
        """
        ...


class Placement(NamedTuple):
    """A block, or a part of one, on page ``page`` (from 0) from row ``row`` on.

    ``source`` is the index of the block it comes from.
    """

    block: Block
    page: int
    row: int
    source: int


def flow(blocks: Sequence[Block], rows: int) -> list[Placement]:
    """Place ``blocks`` in order on pages of ``rows`` rows."""
    placed: list[Placement] = []
    page = row = 0
    for i, block in enumerate(blocks):
        rest: Block | None = block
        if row and _reach(blocks, i, rows) > rows - row:
            page, row = page + 1, 0
        while rest is not None:
            before = rest.before if row and rest is block else 0
            part, rest_after = rest.split(rows - row - before, anyhow=row == 0)
            if part is None:
                page, row = page + 1, 0
                continue
            placed.append(Placement(part, page, row + before, i))
            row += before + part.rows
            rest = rest_after
            if rest is not None:
                page, row = page + 1, 0
    return placed


def _reach(blocks: Sequence[Block], i: int, rows: int) -> int:
    """The rows needed to begin block ``i`` and whatever it is kept with, within one page."""
    need = 0
    for block in blocks[i:]:
        need += block.before
        if not block.keep:
            need += block.least
            break
        need += block.rows
        if need > rows:  # more than any page holds: no page would do
            return 0
    return need if need <= rows else 0
