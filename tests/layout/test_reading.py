"""Running text on slides: whole, in sentences, evenly filled, each page with its own notes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.geometry import pt
from publisher.layout.rounding import SLACK, clear_measure
from publisher.layout.sentences import paragraphs_of, units_of
from publisher.options import Density, Options
from publisher.plan import Plan, Sheet, Text
from publisher.script import Role
from publisher.speech import Piece
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces
from tests.layout.plans import GEOMETRY, broken, piece, plan_of, slide, texts, theme_of, words

SENTENCE = "要把书送到人的手边，书架摆在人常走的地方，书才有人翻。"
ENDS = ("。", "！", "？", "”")


def speech(*paragraphs: str) -> tuple[Piece, ...]:
    return tuple(piece(text, i) for i, text in enumerate(paragraphs))


def pages(pieces: tuple[Piece, ...], theme: Theme, typefaces: Typefaces, **options: object) -> Plan:
    made = slide(Role.TEXT, text=pieces)
    return plan_of(made, theme=theme, typefaces=typefaces, options=Options()._replace(**options))


def text_of(sheet: Sheet) -> Text:
    (found,) = (text for text in texts(sheet) if text.name == "text")
    return found


LONG = speech(*(SENTENCE * n for n in (4, 7, 2, 5, 1, 6)))


def test_the_pages_of_a_text_are_all_of_it_and_their_notes_are_what_they_show(
    theme: Theme, typefaces: Typefaces
) -> None:
    plan = pages(LONG, theme, typefaces)
    assert len(plan.sheets) > 1
    for sheet in plan.sheets:
        assert words(text_of(sheet)) == "".join(sheet.notes)
    spoken = "".join(note for sheet in plan.sheets for note in sheet.notes)
    assert spoken == "".join(part.text for part in LONG)
    assert broken(plan) == []


def test_pages_end_with_a_sentence_and_are_evenly_filled(
    theme: Theme, typefaces: Typefaces
) -> None:
    plan = pages(LONG, theme, typefaces)
    assert all(sheet.notes[-1].endswith(ENDS) for sheet in plan.sheets)
    lines = [len(text_of(sheet).lines) for sheet in plan.sheets]
    assert max(lines) - min(lines) <= 3, lines
    titles = [words(t) for sheet in plan.sheets for t in texts(sheet) if t.name == "title"]
    assert titles == ["标题"] + ["标题（续）"] * (len(titles) - 1)


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("larger", [False, True])
def test_no_line_stands_alone_on_a_page(aspect: str, larger: bool, typefaces: Typefaces) -> None:
    theme = theme_of("red", aspect)
    for count in range(9, 30):
        plan = pages(speech(SENTENCE * count), theme, typefaces, larger=larger)
        if len(plan.sheets) > 1:
            assert min(len(text_of(sheet).lines) for sheet in plan.sheets) > 1, count
        for sheet in plan.sheets:
            last = text_of(sheet).lines[-1].text
            assert sum(char.isalnum() for char in last) > 1, last


def test_no_line_of_a_paragraph_stands_alone_on_either_side_of_a_page_break(
    typefaces: Typefaces,
) -> None:
    theme = theme_of("red")
    short, middle = (
        "书要有人读，人要有书读。",
        "读书会办起来，不求人多，贵在常在，每月至少聚一次就好。",
    )
    for first in range(4, 12):
        said = speech(SENTENCE * first, (short + middle) * 4, SENTENCE * 6)
        plan = pages(said, theme, typefaces)
        for before, after in pairwise(plan.sheets):
            last, next_ = text_of(before).paragraphs[-1], text_of(after).paragraphs[0]
            if next_.indent:
                continue
            assert lines_of(text_of(before), -1) > 1, (first, last.runs[0].text)
            assert lines_of(text_of(after), 0) > 1, (first, next_.runs[0].text)


def lines_of(text: Text, paragraph: int) -> int:
    """How many lines a paragraph has."""
    shown = text.paragraphs[paragraph].runs[0].text.replace("\n", "")
    lines = [line.text for line in text.lines]
    lines = lines if paragraph == 0 else lines[::-1]
    count, length = 0, 0
    while length < len(shown):
        length += len(lines[count])
        count += 1
    return count


def test_a_paragraph_begins_two_characters_in_and_goes_on_flush(
    theme: Theme, typefaces: Typefaces
) -> None:
    plan = pages(speech(SENTENCE * 30), theme, typefaces)
    first, second = (text_of(sheet).paragraphs[0] for sheet in plan.sheets[:2])
    assert first.indent == 2 * first.runs[0].size
    assert second.indent == 0
    frame, line = text_of(plan.sheets[0]).frame, text_of(plan.sheets[0]).lines[0]
    assert line.x == frame.x + first.indent


def test_a_text_that_nearly_fits_shrinks_to_one_page_but_a_long_one_keeps_its_size(
    typefaces: Typefaces,
) -> None:
    theme = theme_of("red")
    style = theme.styles["reading"]
    nearly = pages(speech(SENTENCE * 12), theme, typefaces)
    size = text_of(nearly.sheets[0]).paragraphs[0].runs[0].size
    assert len(nearly.sheets) == 1
    assert pt(20) <= size < style.largest
    long = pages(LONG, theme, typefaces)
    assert text_of(long.sheets[0]).paragraphs[0].runs[0].size == style.largest
    short = pages(speech(SENTENCE), theme, typefaces)
    assert text_of(short.sheets[0]).paragraphs[0].runs[0].size > style.largest


def test_stage_directions_and_footnotes_are_in_the_notes_and_not_on_the_page(
    theme: Theme, typefaces: Typefaces
) -> None:
    said = speech(f"{SENTENCE}（掌声）{SENTENCE}", "（全体起立）", SENTENCE)
    footnote = piece("见附件。", 3)._replace(note=True)
    plan = pages((*said, footnote), theme, typefaces)
    (sheet,) = plan.sheets
    assert words(text_of(sheet)) == SENTENCE * 3
    assert "".join(sheet.notes) == "".join(p.text for p in (*said, footnote))


def test_what_is_said_before_and_after_stays_in_order(theme: Theme, typefaces: Typefaces) -> None:
    made = slide(Role.TEXT, text=LONG, notes=(piece("一、先说道理。", 90),))
    plan = plan_of(made, theme=theme, typefaces=typefaces)
    spoken = [note for sheet in plan.sheets for note in sheet.notes]
    assert spoken[0] == "一、先说道理。"
    assert "".join(spoken) == "".join(part.text for part in made.spoken())


def test_a_sentence_longer_than_a_page_is_cut_at_a_clause(
    theme: Theme, typefaces: Typefaces
) -> None:
    endless = speech("把书送到人的手边，" * 60 + "就这么办。")
    plan = pages(endless, theme, typefaces)
    assert all(sheet.notes[-1].endswith(("，", "。")) for sheet in plan.sheets)
    assert broken(plan) == []


@pytest.mark.parametrize("over", [-3, -1, 0, 0.5, 1, 3, 14])
def test_no_measure_is_nearly_a_whole_number_of_characters(over: float) -> None:
    size, measure = pt(28), pt(28 * 28) + pt(over)
    clear = clear_measure(measure, size)
    doubt = measure // 400
    assert measure - 2 * doubt - 2 * SLACK - pt(1) < clear <= measure
    assert doubt < clear % size < size - doubt


def test_line_breaks_of_the_author_stay(theme: Theme, typefaces: Typefaces) -> None:
    verse = speech("不积跬步，无以至千里；\n不积小流，无以成江海。")
    plan = pages(verse, theme, typefaces)
    assert [line.text for line in text_of(plan.sheets[0]).lines] == [
        "不积跬步，无以至千里；",
        "不积小流，无以成江海。",
    ]
    assert plan.sheets[0].notes == (verse[0].text,)


def test_the_whole_text_may_be_shown_smaller(typefaces: Typefaces) -> None:
    theme = theme_of("red")
    sizes = set()
    for count in range(10, 20):
        plan = pages(speech(SENTENCE * count), theme, typefaces, density=Density.FULL)
        sizes |= {r.size for s in plan.sheets for p in text_of(s).paragraphs for r in p.runs}
    assert min(sizes) >= pt(18)


TEXT = st.lists(
    st.text(alphabet="田间书屋，、。！？“”（）掌声 A1.\n", max_size=200), min_size=1, max_size=8
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, st.booleans())
def test_no_text_whatever_is_lost_or_overflows(paragraphs: list[str], larger: bool) -> None:
    pieces = speech(*paragraphs)
    theme = theme_of("blue")
    plan = pages(pieces, theme, load_typefaces(), larger=larger)
    spoken = "".join(note for sheet in plan.sheets for note in sheet.notes)
    assert spoken == "".join(part.text for part in pieces)
    assert broken(plan, GEOMETRY) == []


@given(TEXT, st.integers(8, 60))
def test_units_cover_each_piece_once_and_show_no_more_than_they_may(
    paragraphs: list[str], longest: int
) -> None:
    pieces = speech(*paragraphs)
    lines = paragraphs_of(pieces)
    units = units_of(lines, longest)
    said = "".join(lines[u.paragraph].piece.text[slice(*u.source)] for u in units)
    assert said == "".join(part.text for part in pieces)
    assert all(unit.shown[1] - unit.shown[0] <= longest for unit in units)
