"""Slides: everything stands inside its frame, nothing is lost, every word is the speech's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Manuscript
from publisher.options import Density, Options
from publisher.outline.infer import understand
from publisher.plan import Plan
from publisher.readers import read
from publisher.script import Role
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces
from tests.layout.plans import (
    broken,
    is_empty,
    named,
    piece,
    plan_of,
    point,
    script_of,
    slide,
    texts,
    theme_of,
    words,
)

OURS = re.compile(r"目　录|Agenda|第[一二三四五六七八九十]+部分|Part \d+|\d+|（续）")
SIZES = [("16:9", False), ("16:9", True), ("4:3", False), ("4:3", True)]


def deck(path: Path, theme: Theme, typefaces: Typefaces) -> tuple[Manuscript, Plan]:
    manuscript = read(path)[0]
    script = compose(understand(manuscript)[0])[0]
    return manuscript, lay_out_slides(script, theme, typefaces)[0]


def test_the_notes_are_the_speech_in_order_and_once(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    manuscript, plan = deck(example, theme, typefaces)
    spoken = "".join(note for sheet in plan.sheets for note in sheet.notes)
    assert spoken == "".join(p.text for p in manuscript.paragraphs())


@pytest.mark.parametrize(("aspect", "larger"), SIZES)
def test_every_rule_of_slides_holds(
    example: Path, theme: Theme, typefaces: Typefaces, aspect: str, larger: bool
) -> None:
    fitted = theme_of(theme.name, aspect)
    script = compose(understand(read(example)[0])[0])[0]
    plan, _ = lay_out_slides(script, fitted, typefaces, Options(aspect=aspect, larger=larger))
    assert plan.size == fitted.size
    assert broken(plan) == []
    if not larger:
        assert [found for sheet in plan.sheets for found in is_empty(fitted, sheet)] == []


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


def test_agenda_entries_lead_to_their_section_slides_and_places_lead_back(
    example: Path, theme: Theme, typefaces: Typefaces
) -> None:
    _, plan = deck(example, theme, typefaces)
    links = [(t, i) for i, sheet in enumerate(plan.sheets) for t in texts(sheet) if t.link]
    entries = [text for text, _ in links if text.name.startswith("entry")]
    sections = [i for i, sheet in enumerate(plan.sheets) if sheet.layout == "section"]
    assert [text.link for text in entries] == sections
    for text in entries:
        assert text.link is not None
        assert plan.sheets[text.link].name.startswith(words(text)[:4])
    places = [text for text, _ in links if text.name == "place"]
    assert places
    assert {plan.sheets[text.link or 0].layout for text in places} == {"agenda"}


@pytest.mark.parametrize("count", range(2, 15))
def test_points_that_do_not_fit_go_on_and_stay_in_order(
    count: int, theme: Theme, typefaces: Typefaces
) -> None:
    points = [point(f"第{i}个要点的标题", "支撑它的一句话" * 4, at=i) for i in range(count)]
    plan = plan_of(slide(Role.POINTS, *points), theme=theme, typefaces=typefaces)
    all_texts = [t for sheet in plan.sheets for t in texts(sheet)]
    shown = [t for t in all_texts if t.name.startswith(("point ", "statement"))]
    assert [words(t) for t in shown] == [each.title.text for each in points]
    titles = [words(t) for t in all_texts if t.name == "title"]
    assert titles == ["标题"] + ["标题（续）"] * (len(titles) - 1)
    notes = [note for sheet in plan.sheets for note in sheet.notes]
    assert notes == [piece.text for each in points for piece in each.notes]
    assert broken(plan) == []


def test_an_endless_title_is_cut_and_reported(theme: Theme, typefaces: Typefaces) -> None:
    title = piece("没有标点的标题" * 60)
    script = script_of(slide(Role.SECTION, title=title.text, notes=(title,), section=0))
    plan, notices = lay_out_slides(script, theme, typefaces)
    (shown,) = (t for t in texts(plan.sheets[0]) if t.name == "title")
    assert title.text.startswith(words(shown))
    assert len(shown.lines) * shown.paragraphs[0].pitch <= shown.frame.height
    assert [n.code for n in notices] == ["slide-shortened"]
    assert plan.sheets[0].notes == (title.text,)


def test_a_title_that_is_too_long_loses_whole_clauses_and_keeps_its_continuation_mark(
    typefaces: Typefaces,
) -> None:
    theme = theme_of("red", "4:3")
    title = "建设和美乡村必须依靠群众、发动群众、为了群众，干部干、群众看的路子走不通"
    points = [point(f"第{i}个要点的标题", "支撑它的一句话" * 4, at=i) for i in range(8)]
    plan = plan_of(slide(Role.POINTS, *points, title=title), theme=theme, typefaces=typefaces)
    first, *more = (words(t) for sheet in plan.sheets for t in texts(sheet) if t.name == "title")
    assert first == "建设和美乡村必须依靠群众、发动群众、为了群众，干部干"
    assert more
    assert all(text.endswith("（续）") and text.removesuffix("（续）") in title for text in more)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("坚持党的领导，统领发展全局", ["坚持党的领导，统领发展全局"]),
        (
            "认清乡村阅读的分量，把建馆的道理想明白，讲清楚",
            ["认清乡村阅读的分量，把建馆的道理想明白，讲清楚"],
        ),
        (
            "认清乡村阅读的重要分量，把建馆的道理向全县的群众讲明白",
            ["认清乡村阅读的重要分量，", "把建馆的道理向全县的群众讲明白"],
        ),
        ("把书送到人的手边，", ["把书送到人的手边"]),
    ],
)
def test_a_title_is_one_line_where_it_can_be_and_keeps_marks_that_separate(
    title: str, lines: list[str], typefaces: Typefaces
) -> None:
    theme = theme_of("red")
    plan = plan_of(
        slide(Role.POINTS, point("一"), point("二"), title=title), theme=theme, typefaces=typefaces
    )
    (shown,) = (t for t in texts(plan.sheets[0]) if t.name == "title")
    assert [line.text for line in shown.lines] == lines


@pytest.mark.parametrize("density", Density)
def test_supports_are_twenty_points_or_more_and_eighteen_where_all_of_the_text_is_shown(
    density: Density, theme: Theme, typefaces: Typefaces
) -> None:
    points = [point("标题有八个字的", "支撑它的一句很长的话" * 9, at=i) for i in range(3)]
    options = Options(density=density)
    plan = plan_of(slide(Role.POINTS, *points), theme=theme, typefaces=typefaces, options=options)
    sizes = {r.size for t in named(plan, "support") for p in t.paragraphs for r in p.runs}  # type: ignore[union-attr]
    assert min(sizes) >= 12_700 * (18 if density is Density.FULL else 20)


def test_larger_type_is_larger_and_takes_more_slides(typefaces: Typefaces) -> None:
    theme = theme_of("red")
    points = [point(f"第{i}个要点", "支撑它的一句话" * 5, at=i) for i in range(6)]
    made = slide(Role.POINTS, *points)
    plain = plan_of(made, theme=theme, typefaces=typefaces)
    larger = plan_of(made, theme=theme, typefaces=typefaces, options=Options(larger=True))
    assert len(larger.sheets) > len(plain.sheets)
    for item in named(larger, "support"):
        assert all(r.size >= 28 * 12_700 for p in item.paragraphs for r in p.runs)  # type: ignore[union-attr]
    assert broken(larger) == []


def test_a_slide_without_a_title_is_called_by_what_it_says_and_has_no_bookmark(
    theme: Theme, typefaces: Typefaces
) -> None:
    slides = (
        slide(Role.COVER, title=None),
        slide(Role.SECTION, title="走过的路", section=0),
        slide(Role.STATEMENT, point("路是一步一步走出来的"), title=None, section=0),
        slide(Role.STATEMENT, point("书屋要建在人常走的地方"), title="馆舍", section=0),
        slide(Role.CLOSING, title=None),
    )
    plan = plan_of(*slides, theme=theme, typefaces=typefaces)
    names = ["题目", "走过的路", "路是一步一步走出来的", "馆舍", "题目"]
    assert [sheet.name for sheet in plan.sheets] == names
    marks = [(entry.level, entry.text, entry.sheet) for entry in plan.outline]
    assert marks == [(1, "题目", 0), (1, "走过的路", 1), (2, "馆舍", 3), (1, "题目", 4)]


def test_no_more_points_stand_together_than_the_script_says(
    theme: Theme, typefaces: Typefaces
) -> None:
    six = [point(f"第{i}件事要办好", at=i) for i in range(6)]
    for most, counts in ((6, [6]), (4, [3, 3]), (2, [2, 2, 2])):
        plan = plan_of(slide(Role.POINTS, *six, most=most), theme=theme, typefaces=typefaces)
        assert [len(sheet.notes) for sheet in plan.sheets] == counts
