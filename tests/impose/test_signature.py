"""Which pages share a side: sheets are folded here as hands would fold them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.geometry import mm
from publisher.impose.signature import Side, booklet, creep, sheets_for, signatures


def folded(sides: Sequence[Side]) -> list[int | None]:
    """The pages as a reader turns them, of sheets printed on both sides and folded in stacks.

    A sheet is turned over about its fold's own direction: behind the right half of the front
    stands the left half of the back. The stack is folded with the front of its first sheet
    outside; its right leaf comes first, then those of the sheets inside, then out again.
    """
    sheets = list(zip(sides[::2], sides[1::2]))
    read: list[int | None] = []
    while sheets:
        stack = [sheets.pop(0)]
        while sheets and sheets[0][0].depth:
            stack.append(sheets.pop(0))
        assert [front.depth for front, _ in stack] == list(range(len(stack)))
        assert all(front.depth == back.depth for front, back in stack)
        for front, back in stack:
            read += [front.behind, back.before]
        for front, back in reversed(stack):
            read += [back.behind, front.before]
    return read


@pytest.mark.parametrize("most", [None, 1, 2, 3])
@pytest.mark.parametrize("pages", range(1, 34))
def test_a_folded_booklet_reads_in_order_with_blank_pages_at_its_end(
    pages: int, most: int | None
) -> None:
    read = folded(booklet(pages, most))
    assert read[:pages] == list(range(pages))
    blank = read[pages:]
    assert blank == [None] * (-pages % 4)


def test_a_book_without_pages_has_no_sheets() -> None:
    assert booklet(0) == ()


def test_eight_pages_are_imposed_as_every_printer_knows() -> None:
    assert [(side.before, side.behind) for side in booklet(8)] == [(7, 0), (1, 6), (5, 2), (3, 4)]


@given(sheets=st.integers(1, 400), most=st.integers(1, 40))
def test_signatures_hold_every_sheet_and_differ_by_one_at_most(sheets: int, most: int) -> None:
    found = signatures(sheets, most)
    assert sum(found) == sheets
    assert max(found) <= most
    assert max(found) - min(found) <= 1
    assert len(found) == -(-sheets // most)
    assert list(found) == sorted(found, reverse=True)


def test_sheets_are_folded_together_unless_a_number_is_given() -> None:
    assert signatures(25) == (25,)
    with pytest.raises(ValueError, match="0"):
        signatures(25, 0)


@given(pages=st.integers(1, 500), most=st.none() | st.integers(1, 20))
def test_every_page_is_printed_once(pages: int, most: int | None) -> None:
    sides = booklet(pages, most)
    shown = [page for side in sides for page in side[:2] if page is not None]
    assert sorted(shown) == list(range(pages))
    assert len(sides) == 2 * sheets_for(pages)


def test_creep_grows_by_the_paper_with_each_sheet() -> None:
    assert [creep(depth, mm(0.1)) for depth in range(3)] == [0, mm(0.1), mm(0.2)]
