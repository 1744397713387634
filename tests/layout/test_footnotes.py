"""Footnotes at the foot of the page that refers to them."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection
from pathlib import Path

from publisher.geometry import Emu
from publisher.layout.footnotes import STAND_IN, circled
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import load_profile
from publisher.manuscript import NoteRef, Run, SourceRef
from publisher.plan import Grid, Line, Plan, Shape, Sheet, Text
from publisher.publication import Publication
from publisher.script import Passage, Script
from publisher.speech import Piece
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.readers.build import cell, docx, p, table
from tests.readers.build import row as row_of
from tests.readers.test_notes import note as note_of
from tests.readers.test_notes import refer, with_notes

BODY = "我们要坚持以人民为中心的发展思想，把群众满意不满意作为工作的出发点和落脚点。"


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def body(index: int, text: str = BODY, label: int = 0) -> Passage:
    piece = Piece(SourceRef(index, 0, len(text)), (Run(text),), label=label)
    return Passage("body", ((0, piece),))


def note(index: int, text: str, ref: NoteRef | None) -> Passage:
    piece = Piece(SourceRef(index, 0, len(text)), (Run(text),), note=True, noted=ref)
    return Passage("body", ((0, piece),))


def pages(*passages: Passage) -> Plan:
    script = Script("标题", None, "zh-CN", (), passages)
    return lay_out_pages(script, load_profile(), faces())[0]


def texts(sheet: Sheet, role: str) -> list[str]:
    items = [item for item in sheet.items if isinstance(item, Text) and item.role == role]
    return ["".join(line.text for line in item.lines) for item in items]


def lines(plan: Plan) -> list[Line]:
    items = [item for sheet in plan.sheets for item in sheet.items if isinstance(item, Text)]
    return [line for item in items for line in item.lines]


def test_a_mark_stands_raised_where_the_text_refers_to_its_note() -> None:
    plan = pages(body(0), note(1, "见上。", NoteRef(0, 16)))
    assert texts(plan.sheets[0], "P") == [BODY[:16] + "①" + BODY[16:]]
    assert texts(plan.sheets[0], "Note") == ["①见上。"]
    runs = [run for line in lines(plan) for run in line.runs if run.rise]
    assert [glyph.text for run in runs for glyph in run.glyphs] == ["①"]
    assert all(run.size < load_profile().em for run in runs)


def test_an_automatic_number_is_not_counted_in_the_place_of_a_mark() -> None:
    plan = pages(body(0, "1.先说后做。", label=2), note(1, "注。", NoteRef(0, 2)))
    assert texts(plan.sheets[0], "LI") == ["1.先说①后做。"]


def test_a_mark_whose_place_is_not_known_ends_the_paragraph() -> None:
    assert texts(pages(body(0), note(1, "注。", None)).sheets[0], "P") == [BODY + "①"]


def test_a_note_of_two_paragraphs_is_one_and_two_notes_at_one_place_are_two() -> None:
    first, second = NoteRef(0, 3), NoteRef(1, 3)
    plan = pages(
        body(0), note(1, "其一。", first), note(2, "续。", first), note(3, "其二。", second)
    )
    assert texts(plan.sheets[0], "Note") == ["①其一。续。", "②其二。"]
    assert texts(plan.sheets[0], "P") == [BODY[:3] + "①②" + BODY[3:]]


def test_a_mark_that_the_author_typed_stays_as_it_is() -> None:
    plan = pages(body(0, "先说*后做。"), note(1, "* 注。", NoteRef(0, 2, typed=True)))
    assert texts(plan.sheets[0], "P") == ["先说*后做。"]
    assert texts(plan.sheets[0], "Note") == ["* 注。"]


def test_numbers_begin_anew_on_each_page_and_notes_stand_below_a_rule() -> None:
    passages = [p for i in range(20) for p in
                (body(2 * i, BODY * 2), note(2 * i + 1, f"注{i}。", NoteRef(i, 40)))]  # fmt: skip
    plan = pages(*passages)
    assert len(plan.sheets) > 2
    profile = load_profile()
    for page, sheet in enumerate(plan.sheets):
        marks = [text[0] for text in texts(sheet, "Note")]
        assert marks == [circled(i + 1) for i in range(len(marks))]
        (rule,) = [item for item in sheet.items if isinstance(item, Shape)]
        bottoms: list[Emu] = []
        for item in sheet.items:
            if isinstance(item, Text) and item.role == "P":
                bottoms += [line.baseline for line in item.lines]
            if isinstance(item, Text) and item.role == "Note":
                assert item.frame.y > rule.frame.y
                assert item.frame.bottom <= profile.area(page).bottom
        assert max(bottoms) < rule.frame.y
    assert STAND_IN not in "".join(line.text for line in lines(plan))


def test_a_note_that_is_longer_than_its_page_goes_on_without_a_second_number() -> None:
    plan = pages(body(0), note(1, BODY * 40, NoteRef(0, 5)), body(2))
    assert len(plan.sheets) >= 2
    first, second = (texts(sheet, "Note")[0] for sheet in plan.sheets[:2])
    assert first.startswith("①")
    assert not second.startswith("①")
    assert "".join(t for s in plan.sheets for t in texts(s, "Note")) == "①" + BODY * 40


def test_circled_numbers_go_to_fifty() -> None:
    assert [circled(n) for n in (1, 20, 21, 35, 36, 50, 51)] == list("①⑳㉑㉟㊱㊿①")


# --- in tables --------------------------------------------------------------------------------


def speech_with_table(folder: Path, rows: int, noted: Collection[int]) -> Publication:
    """A table whose rows ``noted`` refer to a note; row 0 is its header."""
    notes = [note_of(number + 2, f"第{row}行的出处。") for number, row in enumerate(noted)]
    numbers = {row: number + 2 for number, row in enumerate(noted)}
    body = [
        row_of(
            cell(p(f"第{row}馆", *([refer(numbers[row])] if row in numbers else []), "藏书")),
            cell(p(f"{row * 7}册")),
        )
        for row in range(rows)
    ]
    made = with_notes(*notes)
    file = docx(
        folder, p("在推进会上的讲话"), p(BODY), table(*body), p("谢谢大家！"),
        parts=made["parts"], related=made["related"],
    )  # fmt: skip
    return Publication(file)


def tabled(folder: Path, rows: int, noted: Collection[int]) -> Plan:
    script = speech_with_table(folder, rows, noted).script.value
    return lay_out_pages(script, load_profile(), faces())[0]


def cells(sheet: Sheet) -> list[str]:
    grids = [item for item in sheet.items if isinstance(item, Grid)]
    return ["".join(line.text for line in c.text.lines) for grid in grids for c in grid.cells]


def test_a_cell_has_the_mark_and_the_foot_of_the_page_its_note(tmp_path: Path) -> None:
    (sheet,) = tabled(tmp_path, 4, (1, 3)).sheets
    assert cells(sheet)[::2] == ["第0馆藏书", "第1馆①藏书", "第2馆藏书", "第3馆②藏书"]
    assert texts(sheet, "Note") == ["①第1行的出处。", "②第3行的出处。"]


def test_notes_of_a_table_go_with_its_rows_and_the_header_is_marked_once(tmp_path: Path) -> None:
    plan = tabled(tmp_path, 60, (0, 2, 30, 58))
    assert len(plan.sheets) > 2
    for sheet in plan.sheets:
        marked = [words for words in cells(sheet) if re.search("[①-④]", words)]
        rows = [re.sub(r"\D", "", re.sub("[①-④]", "", words)) for words in marked]
        assert rows == [re.sub(r"\D", "", words[1:]) for words in texts(sheet, "Note")]
    first, *others = (cells(sheet)[0] for sheet in plan.sheets if cells(sheet))
    assert first == "第0馆①藏书"
    assert set(others) == {"第0馆藏书"}
    found = [words[1:] for sheet in plan.sheets for words in texts(sheet, "Note")]
    assert found == [f"第{row}行的出处。" for row in (0, 2, 30, 58)]


def test_slides_show_a_table_without_its_notes_which_are_spoken(tmp_path: Path) -> None:
    sheets = speech_with_table(tmp_path, 4, (0, 3)).slides.value.sheets
    shown = [words for sheet in sheets for words in cells(sheet)]
    assert "第3馆藏书" in shown
    assert not any("出处" in words for words in shown)
    assert "第3行的出处。" in {words for sheet in sheets for words in sheet.notes}
