"""Slides: everything stands inside its frame, nothing is lost, every word is the speech's own."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.geometry import Rect, pt
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Manuscript, Run, SourceRef
from publisher.outline.infer import understand
from publisher.plan import Grid, Image, Plan, Sheet, Text
from publisher.readers import read
from publisher.script import Point, Role, Script, Slide
from publisher.speech import Piece
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces

OURS = re.compile(r"目　录|Agenda|第[一二三四五六七八九十]+部分|Part \d+|\d+|（续）")
FURNITURE = {"place", "footer", "number"}


def texts(sheet: Sheet) -> list[Text]:
    found: list[Text] = []
    for item in sheet.items:
        if isinstance(item, Text):
            found.append(item)
        elif isinstance(item, Grid):
            found += [cell.text for cell in item.cells]
    return found


def deck(path: Path, theme: Theme, typefaces: Typefaces) -> tuple[Manuscript, Plan]:
    manuscript = read(path)[0]
    script = compose(understand(manuscript)[0])[0]
    return manuscript, lay_out_slides(script, theme, typefaces)[0]


def piece(text: str, paragraph: int = 0) -> Piece:
    return Piece(SourceRef(paragraph, 0, len(text)), (Run(text),))


def lay_out(slide: Slide, theme: Theme, typefaces: Typefaces) -> Plan:
    script = Script("题目", None, "zh-CN", (slide,), ())
    return lay_out_slides(script, theme, typefaces)[0]


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def words(text: Text) -> str:
    return "".join(run.text for par in text.paragraphs for run in par.runs).replace("\n", "")


def test_the_notes_are_the_speech_in_order_and_once(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    manuscript, plan = deck(example, theme, typefaces)
    spoken = "".join(note for sheet in plan.sheets for note in sheet.notes)
    assert spoken == "".join(p.text for p in manuscript.paragraphs())


def test_no_line_leaves_its_frame_and_no_frame_the_slide(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    _, plan = deck(example, theme, typefaces)
    for sheet in plan.sheets:
        for item in sheet.items:
            frame = item.frame
            assert frame.x >= 0
            assert frame.y >= 0
            assert frame.right <= plan.size.width
            assert frame.bottom <= plan.size.height
        for text in texts(sheet):
            heights = sum(
                par.pitch * (1 + "".join(r.text for r in par.runs).count("\n"))
                for par in text.paragraphs
            )
            assert heights <= text.frame.height + pt(0.5), (sheet.name, text.name)
            for line in text.lines:
                assert line.x >= text.frame.x - pt(0.1), (sheet.name, text.name)
                assert line.x + line.width <= text.frame.right + pt(0.1), (sheet.name, line.text)
                assert text.frame.y < line.baseline <= text.frame.bottom, (sheet.name, line.text)


def test_no_two_texts_overlap(example: Path, theme: Theme, typefaces: Typefaces) -> None:
    _, plan = deck(example, theme, typefaces)
    for sheet in plan.sheets:
        frames = [(text.name, text.frame) for text in texts(sheet)]
        for (one, a), (other, b) in combinations(frames, 2):
            assert not overlap(a, b), (sheet.name, one, other)


def test_every_word_is_a_contiguous_piece_of_the_speech(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    manuscript, plan = deck(example, theme, typefaces)
    speech = "\x00".join(p.text for p in manuscript.paragraphs()).replace("\n", "")
    for sheet in plan.sheets:
        for text in texts(sheet):
            for paragraph in text.paragraphs:
                shown = "".join(r.text for r in paragraph.runs).replace("\n", "")
                own = shown.removesuffix("（续）")
                assert own in speech or OURS.fullmatch(shown), (sheet.name, shown)


def test_reading_text_is_never_small(example: Path, theme: Theme, typefaces: Typefaces) -> None:
    _, plan = deck(example, theme, typefaces)
    for sheet in plan.sheets:
        if sheet.layout in ("cover", "section", "agenda", "closing"):
            continue
        for text in texts(sheet):
            if text.name in FURNITURE:
                continue
            assert min(r.size for p in text.paragraphs for r in p.runs) >= pt(18), text.name


def test_content_covers_a_third_of_the_body(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    _, plan = deck(example, theme, typefaces)
    for sheet in plan.sheets:
        if sheet.layout not in ("points", "statement", "table", "picture"):
            continue
        body = theme.drawings[sheet.layout].frames["body"].rect
        inside = [
            item.frame
            for item in sheet.items
            if not (isinstance(item, Text) and item.placeholder)
            and (isinstance(item, (Text, Grid, Image)) or item.name.startswith("card"))
        ]
        covered = union(inside)
        assert covered >= 0.30 * body.width * body.height, sheet.name


def union(rects: list[Rect]) -> int:
    """The area that the rectangles cover together."""
    xs = sorted({x for r in rects for x in (r.x, r.right)})
    total = 0
    for left, right in pairwise(xs):
        spans = sorted((r.y, r.bottom) for r in rects if r.x <= left and r.right >= right)
        end = 0
        for top, bottom in spans:
            total += max(0, bottom - max(top, end)) * (right - left)
            end = max(end, bottom)
    return total


def test_agenda_entries_lead_to_their_section_slides(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    _, plan = deck(example, theme, typefaces)
    links = [t for sheet in plan.sheets for t in texts(sheet) if t.link is not None]
    sections = [i for i, sheet in enumerate(plan.sheets) if sheet.layout == "section"]
    assert [text.link for text in links] == sections
    for text in links:
        assert text.link is not None
        assert plan.sheets[text.link].name.startswith(words(text)[:4])


@pytest.mark.parametrize("count", range(2, 15))
def test_points_that_do_not_fit_go_on_and_stay_in_order(
    count: int, theme: Theme, typefaces: Typefaces
) -> None:
    points = tuple(
        Point(None, piece(f"第{i}个要点的标题", i), piece("支撑它的一句话" * 4, i),
              (piece(f"第{i}个要点的标题", i),))
        for i in range(count)
    )  # fmt: skip
    plan = lay_out(Slide(Role.POINTS, (), piece("标题"), points=points), theme, typefaces)
    named = [t for sheet in plan.sheets for t in texts(sheet)]
    shown = [t for t in named if t.name.startswith(("point ", "statement"))]
    assert [words(t) for t in shown] == [point.title.text for point in points]
    titles = [words(t) for t in named if t.name == "title"]
    assert titles == ["标题"] + ["标题（续）"] * (len(titles) - 1)
    notes = [note for sheet in plan.sheets for note in sheet.notes]
    assert notes == [point.title.text for point in points]


def test_an_endless_title_is_cut_and_reported(theme: Theme, typefaces: Typefaces) -> None:
    title = piece("没有标点的标题" * 60)
    slide = Slide(Role.SECTION, (title,), title, section=0)
    script = Script("题目", None, "zh-CN", (slide,), ())
    plan, notices = lay_out_slides(script, theme, typefaces)
    (shown,) = (t for t in texts(plan.sheets[0]) if t.name == "title")
    assert title.text.startswith(words(shown))
    assert len(shown.lines) * shown.paragraphs[0].pitch <= shown.frame.height
    assert [n.code for n in notices] == ["slide-shortened"]
    assert plan.sheets[0].notes == (title.text,)
