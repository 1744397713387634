"""Readings (拼音) above their characters."""

from __future__ import annotations

import functools
from itertools import pairwise
from pathlib import Path

import pytest

from publisher.geometry import mm
from publisher.layout.letters import Span
from publisher.layout.pages import lay_out_pages
from publisher.layout.paragraph import set_paragraph
from publisher.layout.profile import load_profile
from publisher.layout.profile_files import profiles
from publisher.layout.voices import voiced
from publisher.manuscript import Ruby, Run, SourceRef, Style
from publisher.plan import Colour, Grid, Line, Text
from publisher.publication import Publication
from publisher.speech import Piece
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.readers.build import cell, docx, p, r, row, table

EM = mm(156) // 28
WIDE = (("庄", "zhuāng"), ("双", "shuāng"), ("床", "chuáng"))


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def lines(*words: str | tuple[str, str], cells: int = 28) -> tuple[Line, ...]:
    """A paragraph of plain words and of (characters, reading)."""
    runs = [
        Run(word) if isinstance(word, str) else Run(word[0], Style(ruby=Ruby(word[1], number)))
        for number, word in enumerate(words)
    ]
    text = "".join(run.text for run in runs)
    piece = Piece(SourceRef(0, 0, len(text)), tuple(runs))
    spans = voiced([Span(text, "fang", EM, Colour("dk1"))], [(0, piece)])
    found = set_paragraph(spans, EM * cells, faces())
    assert "".join(line.text for line in found) == text
    return found


def above(line: Line) -> list[tuple[str, float, float]]:
    """Each reading of a line: its words, its left and its right edge in ems."""
    found = [
        ("".join(g.text for g in run.glyphs), run.glyphs[0].x, run.glyphs[-1]) for run in line.above
    ]
    return [(words, x / EM, (last.x + last.advance) / EM) for words, x, last in found]


def edges(line: Line, char: str) -> tuple[float, float]:
    glyph = next(g for run in line.runs for g in run.glyphs if g.text == char)
    return glyph.x / EM, (glyph.x + glyph.advance) / EM


def test_a_reading_stands_above_the_middle_of_its_characters_at_half_their_size() -> None:
    (line,) = lines("姓", ("谌", "fú"), "的先生来自", ("綦江", "qí jiāng"))
    assert [words for words, _, _ in above(line)] == ["fú", "qí jiāng"]
    (_, left, right), (_, start, end) = above(line)
    assert (left + right) / 2 == pytest.approx(1.5, abs=0.01)
    assert (start + end) / 2 == pytest.approx(edges(line, "江")[0], abs=0.01)
    assert {run.size for run in line.above} == {round(EM / 2)}
    assert all(run.rise >= 0.95 * EM for run in line.above)


def test_wide_readings_move_their_characters_apart_and_stand_over_no_others() -> None:
    (line,) = lines("人称", *WIDE, "先生")
    found = above(line)
    assert all(right + 0.1 < left for (_, _, right), (_, left, _) in pairwise(found))
    for (char, _), (_, left, right) in zip(WIDE, found, strict=True):
        start, end = edges(line, char)
        assert start <= left < right <= end
    assert edges(line, "人") == (0, 1)


def test_the_characters_of_wide_readings_stay_in_the_middle() -> None:
    (line,) = lines("人称", *WIDE)
    for run in line.runs:
        for glyph in run.glyphs:
            assert -2 * glyph.trim == pytest.approx(glyph.advance - EM, abs=4)


def test_a_reading_in_han_is_spread_over_its_characters() -> None:
    (line,) = lines("要有", ("皓首穷经", "读书到老"), "的劲头")
    ((_, left, right),) = above(line)
    assert (left, right) == (pytest.approx(2.25, abs=0.02), pytest.approx(5.75, abs=0.02))


@pytest.mark.parametrize("shift", range(20, 30))
def test_characters_of_one_reading_stay_on_one_line(shift: int) -> None:
    found = lines("字" * shift, ("大渡河", "dàdùhé"), "边的人" * 8)
    assert sum("大渡河" in line.text for line in found) == 1
    assert [bool(line.above) for line in found] == ["大渡河" in line.text for line in found]


def test_neighbours_that_read_alike_have_a_reading_each() -> None:
    (line,) = lines(("孜", "zī"), ("孜", "zī"), "不倦")
    assert [words for words, _, _ in above(line)] == ["zī", "zī"]


@pytest.mark.parametrize("name", profiles())
def test_a_reading_fits_between_two_lines_of_every_profile(name: str) -> None:
    """From the foot of the line above to the reading's top, with an accent on a capital."""
    profile = load_profile(name)
    assert profile.pitch > (0.12 + 1.0 + 0.5 * 0.9) * profile.em


# --- whole speeches --------------------------------------------------------------------------


def ruby(base: str, reading: str) -> str:
    inside = f"<w:rt>{r(reading)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase>"
    return f"<w:r><w:ruby>{inside}</w:ruby></w:r>"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    rows = (row(cell(p("姓")), cell(p("音"))), row(cell(p(ruby("仇", "qiú"), "某")), cell(p("平"))))
    file = docx(
        tmp_path, p("在", ruby("涪", "fú"), "江读书会上的讲话"), p("同志们："),
        p("今天读", ruby("谌", "chén"), "先生的书。"), table(*rows), p("谢谢大家！"),
    )  # fmt: skip
    return Publication(file)


def test_no_reading_is_lost_on_pages(publication: Publication) -> None:
    plan = lay_out_pages(publication.script.value, load_profile(), faces())[0]
    items = [item for sheet in plan.sheets for item in sheet.items]
    texts = [item for item in items if isinstance(item, Text)]
    found = [above(line) for text in texts for line in text.lines if line.above]
    assert [words for line in found for words, _, _ in line] == ["fú", "chén"]
    (grid,) = (item for item in items if isinstance(item, Grid))
    assert "仇（qiú）某" in {"".join(line.text for line in c.text.lines) for c in grid.cells}


def test_slides_show_the_characters_and_their_notes_tell_the_readings(
    publication: Publication,
) -> None:
    sheets = publication.slides.value.sheets
    notes = "".join(note for sheet in sheets for note in sheet.notes)
    for words in ("在涪（fú）江读书会", "今天读谌（chén）先生的书。", "仇（qiú）某"):
        assert words in notes
    shown = [item for sheet in sheets for item in sheet.items if isinstance(item, Text)]
    assert any("在涪江读书会" in line.text for item in shown for line in item.lines)
    assert not any("fú" in line.text for item in shown for line in item.lines)


def test_nothing_is_told_as_left_out(publication: Publication) -> None:
    codes = {notice.code for notice in publication.script.notices}
    assert "ruby-left-out" not in codes
