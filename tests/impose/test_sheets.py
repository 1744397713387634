"""Where pages go, as numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.geometry import A4, PAPERS, Rect, Size, mm
from publisher.impose.marks import crop_marks, cut_marks, fold_marks, frame_lines
from publisher.impose.sheets import Fold, Rows, folded_scale, on_booklet, on_rows

A3, A5 = PAPERS["A3"], PAPERS["A5"]
SLIDE = Size(12_192_000, 6_858_000)
SIZES = st.builds(Size, st.integers(mm(50), mm(500)), st.integers(mm(50), mm(500)))
PAPER = st.sampled_from(list(PAPERS.values()))


def inside(inner: Rect, outer: Rect, slack: int = 1) -> bool:
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def test_a4_pages_keep_their_size_on_a3_and_meet_in_the_fold() -> None:
    laid = on_booklet([A4] * 8, A3)
    assert laid.scale == 1
    assert laid.size == Size(mm(420), mm(297))
    left, right = laid.sheets[0].places
    assert (left.page, right.page) == (7, 0)
    assert left.frame == Rect(0, 0, mm(210), mm(297))
    assert right.frame == Rect(mm(210), 0, mm(210), mm(297))


def test_a5_pages_keep_their_size_on_a4_though_half_of_it_is_wider() -> None:
    laid = on_booklet([A5] * 4, A4)
    assert laid.scale == 1
    assert laid.sheets[0].places[1].frame.x == mm(148.5) + mm(0.25)


def test_a4_pages_on_a4_are_made_a5() -> None:
    assert on_booklet([A4] * 4, A4).scale == pytest.approx(210 / 297, abs=1e-4)


def test_pages_of_inner_sheets_creep_towards_the_fold() -> None:
    fold = Fold(thickness=mm(0.2))
    laid, still = on_booklet([A4] * 12, A4, fold), on_booklet([A4] * 12, A4, Fold(thickness=0))
    for sheet, flat in zip(laid.sheets, still.sheets):
        depth = laid.sheets.index(sheet) // 2
        moved = [a.frame.x - b.frame.x for a, b in zip(sheet.places, flat.places)]
        assert moved == [depth * mm(0.2), -depth * mm(0.2)]
        assert [place.clip for place in sheet.places] == [place.clip for place in flat.places]


def test_creep_begins_anew_in_each_signature() -> None:
    laid = on_booklet([A4] * 16, A4, Fold(signature=2))
    first = [sheet.places[1].frame.x for sheet in laid.sheets[::2]]
    assert first[0] == first[2] == first[1] + mm(0.1) == first[3] + mm(0.1)


def test_a_book_bound_on_the_right_changes_sides() -> None:
    laid = on_booklet([A4] * 4, A4, Fold(right=True))
    assert [place.page for place in laid.sheets[0].places] == [0, 3]


def test_rows_may_run_from_the_right() -> None:
    laid = on_rows([A4] * 4, A4, Rows(4, right=True))
    frames = [place.frame for place in laid.sheets[0].places]
    assert frames[0].x > frames[1].x == frames[3].x
    assert frames[0].y == frames[1].y < frames[2].y


def test_slides_are_bound_at_their_top() -> None:
    laid = on_booklet([SLIDE] * 8, A4)
    assert laid.size == A4
    above, below = laid.sheets[2].places
    assert (above.page, below.page) == (5, 2)
    assert above.frame.bottom <= mm(148.5) <= below.frame.y
    assert above.frame.width == below.frame.width == mm(210)
    flat = on_booklet([SLIDE] * 8, A4, Fold(thickness=0)).sheets[2]
    assert above.frame.y - flat.places[0].frame.y == mm(0.1)


def test_a_broad_page_among_upright_ones_is_turned() -> None:
    broad = Size(A4.height, A4.width)
    laid = on_booklet([A4, broad, A4, A4], A4)
    (place,) = [p for sheet in laid.sheets for p in sheet.places if p.page == 1]
    assert place.turned
    assert place.frame.height == pytest.approx(mm(210), abs=2)
    assert not any(p.turned for s in laid.sheets for p in s.places if p.page != 1)


@given(pages=st.lists(SIZES, min_size=1, max_size=9), paper=PAPER)
def test_pages_of_a_booklet_stay_in_their_halves(pages: list[Size], paper: Size) -> None:
    laid = on_booklet(pages, paper, Fold(thickness=0))
    for sheet in laid.sheets:
        for place in sheet.places:
            size = pages[place.page]
            width, height = size[::-1] if place.turned else size
            assert inside(place.frame, place.clip)
            assert inside(place.clip, Rect(0, 0, *laid.size))
            assert place.frame.width * height == pytest.approx(place.frame.height * width, rel=1e-4)
        assert not any(
            overlap(a.clip, b.clip) for a in sheet.places for b in sheet.places if a is not b
        )


@given(
    pages=st.lists(SIZES, min_size=1, max_size=30),
    paper=PAPER,
    each=st.integers(1, 16),
    margin=st.integers(0, mm(10)),
)
def test_pages_in_rows_stand_in_reading_order_apart_and_within_the_margin(
    pages: list[Size], paper: Size, each: int, margin: int
) -> None:
    laid = on_rows(pages, paper, Rows(each, margin))
    room = Rect(0, 0, *laid.size).inset(margin, margin, margin, margin)
    assert [place.page for sheet in laid.sheets for place in sheet.places] == list(
        range(len(pages))
    )
    for sheet in laid.sheets:
        frames = [place.frame for place in sheet.places]
        assert all(inside(frame, room) for frame in frames)
        for one, other in pairwise(frames):
            assert other.x >= one.right or other.y >= one.bottom
            assert not overlap(one, other)


@given(size=SIZES, paper=PAPER, each=st.integers(1, 9))
def test_no_full_grid_shows_pages_larger_and_no_other_much_larger(
    size: Size, paper: Size, each: int
) -> None:
    laid = on_rows([size] * each, paper, Rows(each, 0))
    fits: dict[bool, list[float]] = {True: [], False: []}
    for sheet in (paper, Size(paper.height, paper.width)):
        for across in range(1, each + 1):
            down = -(-each // across)
            fit = min(sheet.width / across / size.width, sheet.height / down / size.height)
            fits[across * down == each].append(1 if 1 <= fit <= 1.02 else fit)
    assert laid.scale >= max(fits[True]) * 0.999
    assert laid.scale >= max(fits[False], default=0) * 0.84


@pytest.mark.parametrize(
    ("pages", "each", "size", "columns"),
    [(A4, 2, (297, 210), 2), (A4, 4, (210, 297), 2), (SLIDE, 2, (210, 297), 1),
     (SLIDE, 3, (210, 297), 1), (SLIDE, 4, (297, 210), 2), (SLIDE, 9, (297, 210), 3)],
)  # fmt: skip
def test_usual_numbers_come_out_as_people_expect(
    pages: Size, each: int, size: tuple[int, int], columns: int
) -> None:
    laid = on_rows([pages] * each, A4, Rows(each))
    assert laid.size == Size(*map(mm, size))
    assert len({place.frame.x for place in laid.sheets[0].places}) == columns


def test_a_margin_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(ValueError, match=str(mm(105))):
        on_rows([A4], A4, Rows(2, mm(105)))


def test_bleed_is_drawn_around_the_sheet_and_never_over_the_fold() -> None:
    laid = on_booklet([A4] * 4, A3, Fold(), mm(3))
    left, right = laid.sheets[0].places
    assert left.clip == Rect(-mm(3), -mm(3), mm(213), mm(303))
    assert right.clip == Rect(mm(210), -mm(3), mm(213), mm(303))
    assert laid.bleed == mm(3)
    assert laid.around == mm(9)


def test_a_sheet_with_bleed_is_cut_to_its_pages_and_not_to_the_paper() -> None:
    laid = on_booklet([SLIDE] * 4, A4, Fold(), mm(3))
    page = Size(mm(210), round(mm(210) * 9 / 16))
    assert laid.size == Size(page.width, 2 * page.height)
    assert laid.sheets[0].places[0].frame == Rect(0, 0, *page)
    assert laid.bleed == round(mm(3) * laid.scale)


@pytest.mark.parametrize("page", [A4, A5, SLIDE])
@pytest.mark.parametrize("paper", [A3, A4])
def test_how_large_a_folded_page_comes_out_is_known_before(page: Size, paper: Size) -> None:
    scale = folded_scale(page, paper)
    laid = on_booklet([page] * 4, paper, Fold(), round(mm(3) / scale))
    assert laid.scale == pytest.approx(scale, rel=1e-5)
    assert laid.bleed == pytest.approx(mm(3), abs=2)


def test_fold_marks_stand_at_both_ends_of_the_fold() -> None:
    sheet = Size(mm(297), mm(210))
    first, last = fold_marks(sheet, upright=True)
    assert first == (mm(148.5), 0, mm(148.5), mm(8), True)
    assert last == (mm(148.5), mm(210), mm(148.5), mm(202), True)
    level = fold_marks(A4, upright=False)
    assert [line.y1 for line in level] == [line.y2 for line in level] == [mm(148.5)] * 2
    beyond = fold_marks(sheet, upright=True, bleed=mm(3))
    assert [line.y1 for line in beyond] == [-mm(4), mm(214)]


def test_crop_marks_keep_off_the_bleed() -> None:
    marks = crop_marks(A4, mm(3))
    assert len(marks) == 8
    kept = Rect(0, 0, *A4).inset(-mm(3), -mm(3), -mm(3), -mm(3))
    for mark in marks:
        x, y = (mark.x1 + mark.x2) // 2, (mark.y1 + mark.y2) // 2
        assert not (kept.x <= x <= kept.right and kept.y <= y <= kept.bottom)


def test_cut_marks_stand_between_pages_and_not_where_they_touch() -> None:
    frames = Rect(0, 0, mm(100), mm(100)).columns(2, mm(5))
    marks = cut_marks(frames, mm(5))
    between = [m for m in marks if frames[0].right < m.x1 and m.x2 < frames[1].x]
    assert len(between) == 2  # one for both neighbours, above and below
    assert cut_marks(frames, 0) == ()
    assert len(frame_lines(frames)) == 8
