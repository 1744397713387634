"""Blocks flow into pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from publisher.layout.flow import Block, Note, flow


@dataclass(frozen=True)
class Lines:
    """A block of ``rows`` lines of which any number may stand on a page."""

    rows: int
    before: int = 0
    keep: bool = False
    least: int = 1
    begins: str = "flow"
    notes: tuple[Note, ...] = ()

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        fit = max(rows, 1 if anyhow else 0)
        if self.rows <= fit:
            return self, None
        if fit < self.least and not anyhow:
            return None, self
        return replace(self, rows=fit), replace(self, rows=self.rows - fit)


def ten(note_lines: int) -> int:
    """Ten rows to a page; two lines of notes take one of them."""
    return 10 - -(-note_lines // 2)


BLOCKS = st.lists(
    st.builds(Lines, st.integers(1, 30), st.integers(0, 2), st.booleans(), st.just(1)), max_size=20
)


@given(BLOCKS)
def test_every_row_is_placed_once_in_order_and_within_its_page(blocks: list[Lines]) -> None:
    placed = flow(blocks, ten).placed
    for i, block in enumerate(blocks):
        assert sum(p.block.rows for p in placed if p.source == i) == block.rows
    ends = [(p.page, p.row + p.block.rows) for p in placed]
    starts = [(p.page, p.row) for p in placed]
    assert starts == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:]))
    assert all(row <= 10 for _, row in ends)


def test_a_heading_goes_with_what_follows() -> None:
    placed = flow([Lines(9), Lines(1, keep=True), Lines(5)], ten).placed
    assert [(p.page, p.row) for p in placed] == [(0, 0), (1, 0), (1, 1)]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    placed = flow([Lines(10), Lines(2, before=1), Lines(2, before=1)], ten).placed
    assert [(p.page, p.row) for p in placed] == [(0, 0), (1, 0), (1, 3)]


class Remark(NamedTuple):
    """A note of ``height`` lines."""

    height: int


@dataclass(frozen=True)
class Noted(Lines):
    """Lines of which the one with number ``at`` refers to a note."""

    at: int = 0

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        first, rest = super().split(rows, anyhow=anyhow)
        if not isinstance(first, Noted) or not isinstance(rest, Noted):
            return first, rest
        if self.at < first.rows:
            return first, replace(rest, notes=())
        return replace(first, notes=()), replace(rest, at=self.at - first.rows)


def noted(rows: int, at: int, height: int) -> Noted:
    return Noted(rows, at=at % rows, notes=(Remark(height),))


NOTED = st.lists(
    st.builds(noted, st.integers(1, 14), st.integers(0, 13), st.integers(1, 30)), max_size=12
)


@given(NOTED)
def test_a_note_begins_on_the_page_of_its_mark_and_stands_whole_and_in_order(
    blocks: list[Noted],
) -> None:
    flowed = flow(blocks, ten)
    pages = {i: p.page for p in flowed.placed for i in [p.source] if p.block.notes}
    ends: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        feet = [foot for foot in flowed.feet if foot.note is block.notes[0]]
        assert feet[0].start == 0
        assert feet[-1].end == block.notes[0].height
        assert all(a.end == b.start and b.page == a.page + 1 for a, b in pairwise(feet))
        assert feet[0].page == pages[i]
        ends.append((feet[0].page, feet[-1].page))
    assert ends == sorted(ends)


@given(NOTED)
def test_text_and_notes_share_the_page(blocks: list[Noted]) -> None:
    flowed = flow(blocks, ten)
    for page in range(flowed.pages):
        lines = sum(foot.end - foot.start for foot in flowed.feet if foot.page == page)
        rows = max((p.row + p.block.rows for p in flowed.placed if p.page == page), default=0)
        assert rows <= ten(lines)


def test_a_part_begins_on_a_right_hand_page() -> None:
    flowed = flow([Lines(3), Lines(2, begins="right"), Lines(2, begins="page")], ten)
    assert [(p.page, p.row) for p in flowed.placed] == [(0, 0), (2, 0), (3, 0)]


def test_a_short_note_moves_with_its_line_and_a_long_one_goes_on() -> None:
    short = flow([Lines(8), noted(3, 1, 3)], ten)
    assert [(f.page, f.start, f.end) for f in short.feet] == [(1, 0, 3)]
    long = flow([Lines(6), noted(3, 0, 12)], ten)
    assert [f.page for f in long.feet] == [0, 1]


def test_a_heading_goes_with_a_first_line_whose_note_has_no_room() -> None:
    placed = flow([Lines(8), Lines(1, keep=True), noted(1, 0, 2)], ten).placed
    assert [p.page for p in placed] == [0, 1, 1]
