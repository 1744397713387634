"""Handouts: every slide once, in order, in its proportions, with room for a hand to write."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.geometry import ASPECTS, PAPERS, Rect, mm
from publisher.layout.handouts import ARRANGEMENTS, lay_out_handouts
from publisher.layout.sheet_furniture import area_of
from publisher.layout.slides import lay_out_slides
from publisher.options import PER_PAGE, Options
from publisher.outline.infer import understand
from publisher.plan import Item, Miniature, Plan, Shape, Sheet, Text
from publisher.readers import read
from publisher.script import Script
from publisher.typeface.registry import load_typefaces
from tests.layout.plans import theme_of

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "reading.docx"
TYPEFACES = load_typefaces()
COUNTS = pytest.mark.parametrize("per_page", PER_PAGE)
BOTH = pytest.mark.parametrize("aspect", ASPECTS)


@cache
def script() -> Script:
    return compose(understand(read(EXAMPLE)[0])[0])[0]


@cache
def deck(aspect: str = "16:9") -> Plan:
    options = Options(aspect=aspect)
    return lay_out_slides(script(), theme_of("red", aspect), TYPEFACES, options)[0]


@cache
def handout(per_page: int = 3, aspect: str = "16:9", paper: str = "A4") -> Plan:
    plan, notices = lay_out_handouts(deck(aspect), script(), TYPEFACES, per_page, PAPERS[paper])
    assert notices == ()
    return plan


def small(sheet: Sheet) -> list[Miniature]:
    return [item for item in sheet.items if isinstance(item, Miniature)]


def lines(sheet: Sheet) -> list[Rect]:
    return [i.frame for i in sheet.items if isinstance(i, Shape) and i.name == "note line"]


def _figures(item: Item) -> Rect:
    """The room that the figures of a number take: they stand on the line."""
    assert isinstance(item, Text)
    ((line,),) = (item.lines,)
    high = round(0.73 * line.runs[0].size)
    return Rect(line.x, line.baseline - high, line.width, high)


def words(sheet: Sheet, name: str) -> list[str]:
    found = [item for item in sheet.items if isinstance(item, Text) and item.name == name]
    return ["".join(line.text for line in item.lines) for item in found]


def test_what_may_be_asked_for_is_what_there_is() -> None:
    assert tuple(ARRANGEMENTS) == PER_PAGE
    assert all(count == how.columns * how.rows for count, how in ARRANGEMENTS.items())


@BOTH
@COUNTS
def test_every_slide_stands_there_once_and_in_order(per_page: int, aspect: str) -> None:
    plan, slides = handout(per_page, aspect), deck(aspect).sheets
    shown = [item for sheet in plan.sheets for item in small(sheet)]
    assert [item.sheet.name for item in shown] == [sheet.name for sheet in slides]
    assert [item.sheet.layout for item in shown] == [sheet.layout for sheet in slides]
    numbers = [word for sheet in plan.sheets for word in words(sheet, "slide number")]
    assert numbers == [str(number) for number in range(1, len(slides) + 1)]
    assert [len(small(sheet)) for sheet in plan.sheets[:-1]] == [per_page] * (len(plan.sheets) - 1)


@pytest.mark.parametrize("paper", PAPERS)
@BOTH
@COUNTS
def test_slides_keep_their_proportions_and_nothing_meets_or_leaves_the_type_area(
    per_page: int, aspect: str, paper: str
) -> None:
    plan, area, size = handout(per_page, aspect, paper), area_of(PAPERS[paper]), ASPECTS[aspect]
    for sheet in plan.sheets:
        frames = [item.frame for item in small(sheet)]
        numbers = [_figures(i) for i in sheet.items if i.name == "slide number"]
        for frame in (*frames, *numbers, *lines(sheet)):
            assert area.x <= frame.x <= frame.right <= area.right
            assert area.y <= frame.y <= frame.bottom <= area.bottom
        for frame in frames:
            assert abs(frame.width * size.height - frame.height * size.width) < size.width
        for one, other in combinations((*frames, *numbers, *lines(sheet)), 2):
            assert not (
                one.x < other.right and other.x < one.right
                and one.y < other.bottom and other.y < one.bottom
            )  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
@BOTH
@COUNTS
def test_lines_to_write_on_are_8_to_9_mm_apart(per_page: int, aspect: str, paper: str) -> None:
    for sheet in handout(per_page, aspect, paper).sheets:
        columns: dict[int, list[int]] = {}
        for line in lines(sheet):
            columns.setdefault(line.x, []).append(line.y)
        for baselines in columns.values():
            apart = [b - a for a, b in pairwise(baselines)]
            assert all(mm(8) <= each <= mm(9) or each > mm(12) for each in apart)


@BOTH
def test_three_slides_have_their_lines_beside_them_level_with_their_lower_edges(
    aspect: str,
) -> None:
    for sheet in handout(3, aspect).sheets:
        for item in small(sheet):
            beside = [line for line in lines(sheet) if item.frame.y < line.y < item.frame.bottom]
            assert len(beside) >= 6
            assert all(line.x >= item.frame.right + mm(5) for line in beside)
            assert min(abs(line.y - item.frame.bottom) for line in lines(sheet)) < mm(0.1)


def test_margins_leave_room_for_the_holes_of_a_file_at_both_sides() -> None:
    for sheet in handout().sheets:
        boxes = [item.frame for item in sheet.items if item.name != "page number"]
        assert min(box.x for box in boxes) >= mm(16)
        assert max(box.right for box in boxes) <= mm(210 - 16)


def test_a_page_tells_title_speaker_date_and_which_of_how_many_it_is() -> None:
    plan = handout()
    for number, sheet in enumerate(plan.sheets, 1):
        assert words(sheet, "running head") == [script().title]
        assert words(sheet, "byline") == ["县图书馆馆长　沈知秋　2025年4月23日"]
        assert words(sheet, "page number") == [f"第 {number} 页　共 {len(plan.sheets)} 页"]


def test_a_long_title_gives_way_to_the_speaker() -> None:
    long = script()._replace(title="在全县深入推进" * 9, speaker="县委常委、宣传部部长" * 6)
    plan = lay_out_handouts(deck(), long, TYPEFACES)[0]
    head, byline = (
        next(item for item in plan.sheets[0].items if item.name == name)
        for name in ("running head", "byline")
    )
    assert isinstance(head, Text)
    assert isinstance(byline, Text)
    assert head.lines[0].text.endswith("…")
    assert head.lines[0].x + head.lines[0].width < byline.lines[0].x
    assert byline.lines[0].x + byline.lines[0].width <= area_of(PAPERS["A4"]).right


def test_an_english_speech_has_english_pages() -> None:
    plan = lay_out_handouts(deck(), script()._replace(language="en-GB"), TYPEFACES)[0]
    assert words(plan.sheets[1], "page number") == [f"2 / {len(plan.sheets)}"]


@COUNTS
def test_bookmarks_lead_to_the_places_of_their_slides(per_page: int) -> None:
    plan = handout(per_page)
    assert [entry.text for entry in plan.outline] == [entry.text for entry in deck().outline]
    for entry, own in zip(plan.outline, deck().outline, strict=True):
        there = small(plan.sheets[entry.sheet])[own.sheet % per_page]
        assert there.name == f"slide {own.sheet + 1}"
        assert entry.y == there.frame.y


def test_slides_on_paper_lead_nowhere() -> None:
    linked = [item for sheet in deck().sheets for item in sheet.items if _link(item) is not None]
    assert linked
    for sheet in handout().sheets:
        for miniature in small(sheet):
            assert all(_link(item) is None for item in miniature.sheet.items)
            assert not miniature.sheet.notes
            assert not miniature.sheet.builds


def _link(item: Item) -> int | None:
    return item.link if isinstance(item, Text) else None
