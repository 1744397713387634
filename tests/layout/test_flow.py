"""Blocks flow into pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
