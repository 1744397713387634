"""The copy for the lectern and the book, as plans."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.geometry import PAPERS, pt, size_of
from publisher.layout.compositor import Compositor
from publisher.layout.cues import Cue
from publisher.layout.front_pages import Contents
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import Format, load_profile
from publisher.manuscript import statistics
from publisher.options import Options
from publisher.outline.infer import understand
from publisher.plan import OutlineEntry, Plan, Sheet, Text
from publisher.readers import read
from publisher.script import Script
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.noted import make_noted
from tests.speeches import make_speech


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def script_of(path: Path) -> Script:
    return compose(understand(read(path)[0])[0])[0]


def texts(sheet: Sheet, name: str) -> list[str]:
    items = [item for item in sheet.items if isinstance(item, Text) and item.name == name]
    return ["".join(line.text for line in item.lines) for item in items]


def named(plan: Plan, name: str) -> list[str]:
    return [text for sheet in plan.sheets for text in texts(sheet, name)]


@pytest.mark.parametrize("rate", [180, 220, 251])
def test_the_times_of_parts_and_of_what_is_before_them_are_the_whole(
    tmp_path: Path, rate: int
) -> None:
    speech = make_noted(tmp_path / "s.docx", 3, 4)
    profile = load_profile("reading")
    assert profile.margin is not None
    profile = profile._replace(margin=profile.margin._replace(levels=1))
    plan = lay_out_pages(script_of(speech), profile, faces(), (), Options(rate=rate))[0]
    times = named(plan, "time")
    seconds = [int(a) * 60 + int(b) for a, b in (re.findall(r"\d+", time) for time in times)]
    assert len(seconds) == 1 + 3
    assert sum(seconds) == statistics(read(speech)[0], rate)["seconds"]


def test_a_cue_begins_a_line_and_stands_beside_it(tmp_path: Path) -> None:
    script = script_of(make_speech(tmp_path / "s.docx"))
    cues = (Cue(0, 0, 1), Cue(4, 7, 2), Cue(4, 7, 3), Cue(7, 5, 4))
    plan = lay_out_pages(script, load_profile("reading"), faces(), cues)[0]
    assert named(plan, "cue") == ["〔▶ 1〕", "〔▶ 2–3〕", "〔▶ 4〕"]
    lines = {
        line.baseline: line.text
        for sheet in plan.sheets for item in sheet.items
        if isinstance(item, Text) and item.role != "Artifact" for line in item.lines
    }  # fmt: skip
    beside = [
        lines[item.lines[0].baseline]
        for sheet in plan.sheets for item in sheet.items
        if isinstance(item, Text) and item.name == "cue" and item.lines[0].baseline in lines
    ]  # fmt: skip
    assert any(text.startswith("一要读经典") for text in beside)


@pytest.mark.parametrize("size", ["小二", "二号", "一号", 20])
def test_nothing_is_smaller_than_18_points(tmp_path: Path, size: object) -> None:
    profile = load_profile("reading", Format(size=size_of(size)))
    plan = lay_out_pages(script_of(make_noted(tmp_path / "s.docx", 1, 4)), profile, faces())[0]
    sizes = {
        run.size
        for sheet in plan.sheets for item in sheet.items
        if isinstance(item, Text)
        for line in item.lines for run in line.runs if not run.rise
    }  # fmt: skip
    assert min(sizes) >= pt(18)
    assert size_of(size) in sizes


@pytest.mark.parametrize("wrong", ["三号", "17", 12, "大", 100])
def test_a_size_that_is_not_large_is_none(wrong: object) -> None:
    with pytest.raises(ValueError, match=str(wrong)):
        size_of(wrong)


def test_a_page_ends_with_a_sentence(tmp_path: Path) -> None:
    profile = load_profile("reading")
    plan = lay_out_pages(script_of(make_noted(tmp_path / "s.docx", 2, 9)), profile, faces())[0]
    for sheet in plan.sheets:
        text = [i for i in sheet.items if isinstance(i, Text) and i.role in ("P", "H1", "H2")]
        if text:
            assert text[-1].lines[-1].text[-1] in "。！？：”①②③④⑤⑥⑦⑧⑨"


@pytest.mark.parametrize("paper", PAPERS)
def test_the_margin_says_all_it_has_to_say_on_every_paper(paper: str, tmp_path: Path) -> None:
    script = script_of(make_speech(tmp_path / "s.docx"))
    cues = (Cue(0, 0, 1), Cue(4, 7, 128), Cue(4, 7, 129))
    plan = lay_out_pages(script, load_profile("reading", Format(paper)), faces(), cues)[0]
    margin = [
        item for sheet in plan.sheets for item in sheet.items
        if isinstance(item, Text) and item.name in ("cue", "time")
    ]  # fmt: skip
    assert len(margin) > 2
    for item in margin:
        assert "".join(line.text for line in item.lines) == item.paragraphs[0].runs[0].text
        assert all(line.x >= 0 for line in item.lines)


# --- the book -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    script = script_of(make_noted(tmp_path_factory.mktemp("b") / "s.docx", 5, 12))
    return lay_out_pages(script, load_profile("book"), faces())[0]


def test_the_contents_name_the_printed_page_and_lead_there(book: Plan) -> None:
    rows = [
        item for sheet in book.sheets for item in sheet.items
        if isinstance(item, Text) and item.name == "contents line"
    ]  # fmt: skip
    assert len(rows) >= 5
    for row in rows:
        heading, number = row.paragraphs[0].runs[0].text.split("\t")
        assert row.link is not None
        target = book.sheets[row.link]
        assert target.label == number
        assert any(
            isinstance(i, Text) and heading in "".join(line.text for line in i.lines)
            for i in target.items
        )


def test_parts_begin_on_right_hand_pages_without_a_running_head(book: Plan) -> None:
    for i, sheet in enumerate(book.sheets):
        opens = any(isinstance(item, Text) and item.role == "H1" for item in sheet.items)
        if opens:
            assert i % 2 == 0
        heads = texts(sheet, "running head")
        assert bool(heads) == (bool(texts(sheet, "page number")) and not opens
                               and sheet.label not in ("1", "i"))  # fmt: skip


def test_the_cover_and_empty_pages_have_no_number(book: Plan) -> None:
    assert [sheet.label for sheet in book.sheets[:5]] == ["", "", "i", "", "1"]
    for sheet in book.sheets:
        if not sheet.items or not sheet.label:
            assert not texts(sheet, "page number")


def test_what_goes_on_in_the_contents_is_indented() -> None:
    profile = load_profile("book", Format("A5"))
    assert profile.contents is not None
    contents = Contents(Compositor(profile, faces()), profile.contents)
    entry = OutlineEntry(1, "一、深刻把握核心要义，筑牢高质量发展思想根基，谱写新时代新篇章", 0, 0)
    (page,) = contents.pages([entry], ["128"], 0)
    (row,) = (item for item in page if isinstance(item, Text) and item.name == "contents line")
    first, *others = row.lines
    assert others
    assert first.x == row.frame.x
    assert {line.x - row.frame.x for line in others} == {2 * profile.contents.size}
    assert others[-1].text.endswith("128")
    assert others[-1].x + others[-1].width == row.frame.right
