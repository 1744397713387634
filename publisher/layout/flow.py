"""Filling regions: what stands on which page, and in which row.

Space is a value: a block is asked for the part of it that goes into so many rows, and hands back
the rest; breaking is asking again with the next region. Rows are those of the page's grid. Notes
stand at the foot of the page on which they are referred to: with them a page has fewer rows, and
that smaller region is what the block is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from publisher.record import NamedTuple

Room: TypeAlias = Callable[[int], int]
"""The rows of text on a page that has so many lines of notes at its foot."""
_NOTE_TOGETHER = 2
"""Lines of a note that stand on the page of its mark at least."""
_TEXT_SHARE = 3
"""Of a page on which a note goes on, text has one row in so many at least."""
_WORTH = 3
"""Rows that may stay empty for a note to stay in one piece."""


class Note(Protocol):
    """What a note must tell: how many lines it has."""

    @property
    def height(self) -> int: ...


class Block(Protocol):
    """Something that takes rows.

    ``before``: empty rows above it, none at the top of a page. ``keep``: it does not end a page,
    what follows goes with it. ``begins``: flow, page or right (page_model.Begin). ``notes`` are
    those that its text refers to, in order.
    """

    @property
    def before(self) -> int: ...

    @property
    def keep(self) -> bool: ...

    @property
    def begins(self) -> str: ...

    @property
    def notes(self) -> Sequence[Note]: ...

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


class Foot(NamedTuple):
    """Lines ``start`` to ``end`` of a note at the foot of page ``page``, in their order there."""

    note: Note
    page: int
    start: int
    end: int


class Flowed(NamedTuple):
    """What stands where; ``pages`` counts those that are empty too."""

    placed: tuple[Placement, ...]
    feet: tuple[Foot, ...]
    pages: int


def flow(blocks: Sequence[Block], room: Room) -> Flowed:
    """Place ``blocks`` in order on pages of ``room(note lines)`` rows."""
    filling = _Filling(room)
    for i, block in enumerate(blocks):
        filling.begin(block.begins)
        if filling.row and not filling.holds(*_reach(blocks, i, room(0))):
            filling.turn()
        filling.add(block, i)
    while filling.owed:
        filling.turn()
    return Flowed(tuple(filling.placed), tuple(filling.feet), filling.page + 1)


class _Filling:
    """The page that is being filled: its next row, the lines of notes at its foot."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.page = self.row = self.lines = 0
        self.placed: list[Placement] = []
        self.feet: list[Foot] = []
        self.owed: list[tuple[Note, int]] = []
        """Notes, or their ends, for which there was no room: from which line on."""

    def holds(self, rows: int, lines: int) -> bool:
        return rows <= self.room(self.lines + lines) - self.row

    def begin(self, begins: str) -> None:
        """Turn to where a block is to begin."""
        if begins == "flow":
            return
        if self.row or self.owed:
            self.turn()
        while self.owed or (begins == "right" and self.page % 2):
            self.turn()

    def turn(self) -> None:
        """The next page; what notes were owed stands there first."""
        self.page, self.row, self.lines = self.page + 1, 0, 0
        owed, self.owed = self.owed, []
        self._put(owed, self.room(0) // _TEXT_SHARE, begin=True)

    def add(self, block: Block, source: int) -> None:
        rest: Block | None = block
        while rest is not None:
            before = rest.before if self.row and rest is block else 0
            part, after = self._part(rest, self.row + before)
            if part is None:
                self.turn()
                continue
            self.placed.append(Placement(part, self.page, self.row + before, source))
            self.row += before + part.rows
            self._put([(note, 0) for note in part.notes], self.row)
            rest = after
            if rest is not None:
                self.turn()

    def _part(self, rest: Block, top: int) -> tuple[Block | None, Block | None]:
        """As much of ``rest`` as stands from row ``top`` on, above the notes that it brings."""
        first = rest.split(self.room(self.lines) - top, anyhow=self.row == 0)
        part, partly = first[0], first
        if part is None or self._fits(part, top, whole=True):
            return first
        found = self._fewer(rest, top, part.rows, whole=True)
        partly = first if self._fits(part, top) else self._fewer(rest, top, part.rows)
        if partly[0] is None:
            # On an empty page something stands, unless notes from before fill it.
            return (None, rest) if self.row or self.owed else first
        if found[0] is not None and partly[0].rows - found[0].rows <= _WORTH:
            return found
        return partly

    def _fewer(
        self, rest: Block, top: int, rows: int, *, whole: bool = False
    ) -> tuple[Block | None, Block | None]:
        """The most of ``rest`` in fewer than ``rows`` rows that fits together with its notes."""
        while rows > 1:
            part, after = rest.split(rows - 1)
            if part is None:
                break
            if self._fits(part, top, whole=whole):
                return part, after
            rows = part.rows
        return None, rest

    def _fits(self, part: Block, top: int, *, whole: bool = False) -> bool:
        """Whether the notes of ``part`` stand below it: all lines, or the first of the last one."""
        if not part.notes:
            return top + part.rows <= self.room(self.lines) or self.row == 0
        lines = sum(note.height for note in part.notes) if whole else _fewest(part)
        return not self.owed and top + part.rows <= self.room(self.lines + lines)

    def _put(self, notes: Sequence[tuple[Note, int]], rows: int, *, begin: bool = False) -> None:
        """Notes at the foot, below ``rows`` rows; what does not fit is owed to the next page.
        With ``begin`` one line is put there in any case."""
        for note, start in notes:
            end = start
            while (
                end < note.height
                and not self.owed
                and (self.room(self.lines + 1) >= rows or (begin and not self.lines))
            ):
                end, self.lines = end + 1, self.lines + 1
            left = note.height - end
            if not begin and start == 0 and 0 < left < _NOTE_TOGETHER <= end - left:
                end -= _NOTE_TOGETHER - left  # the rest is no single line
                self.lines -= _NOTE_TOGETHER - left
            if end > start:
                self.feet.append(Foot(note, self.page, start, end))
            if end < note.height:
                self.owed.append((note, end))


def _fewest(part: Block) -> int:
    """The lines of notes that stand on the page of ``part`` at least: the last one may go on."""
    heights = [note.height for note in part.notes]
    return sum(heights[:-1]) + _least(heights[-1]) if heights else 0


def _least(height: int) -> int:
    """The lines that a note begins with; neither they nor the rest are a single line."""
    return height if height < 2 * _NOTE_TOGETHER else _NOTE_TOGETHER


def _reach(blocks: Sequence[Block], i: int, rows: int) -> tuple[int, int]:
    """The rows, and the lines of notes, needed to begin block ``i`` and what it is kept with."""
    need = lines = 0
    for block in blocks[i:]:
        if block.begins != "flow" and block is not blocks[i]:
            break
        need += block.before
        if not block.keep:
            need += block.least
            if block.notes:
                lines += _fewest(block.split(block.least)[0] or block)
            break
        need += block.rows
        lines += sum(note.height for note in block.notes)
        if need > rows:  # more than any page holds: no page would do
            return 0, 0
    return (need, lines) if need <= rows else (0, 0)
