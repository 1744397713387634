"""Paragraphs in English on a Chinese page."""

import functools
from itertools import pairwise

import pytest

from publisher.geometry import pt
from publisher.layout.letters import Span
from publisher.layout.paragraph import broken_rules, set_paragraph
from publisher.layout.western import breaks_in, is_western, syllables
from publisher.plan import Colour, Line
from publisher.typeface.registry import Typefaces, load_typefaces

EM = pt(16)
TEXT = (
    "It is a pleasure to welcome “everybody” to this extraordinary celebration — a well-deserved "
    "recognition of the neighbourhood’s responsibility, imagination and perseverance over the "
    "last twenty-five years. See https://www.example.org/reading/programme for more."
)


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def page(text: str, cells: int) -> tuple[Line, ...]:
    return set_paragraph([Span(text, "fang", EM, Colour("dk1"))], EM * cells, faces())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        ("我们的 GDP and AI", False),
        ("学习 Python 和 SQL 的人 more and more", False),
        ("The town of Qingshan 青山 welcomes you to its library", True),
        ("Hello", False),
        ("2024 2025 2026", False),
        ("", False),
    ],
)
def test_a_paragraph_is_english_by_its_characters(text: str, expected: bool) -> None:
    assert is_western(text) is expected


def test_words_divide_between_syllables_but_not_names_or_parts_of_longer_things() -> None:
    word = "responsibility"
    assert [word[:at] for at in syllables(word)][:2] == ["re", "respons"]
    for left_whole in (
        "NATOisation",
        "McAlister",
        "www.responsibility.org",
        "a-responsibility",
        "short",
    ):
        assert list(syllables(left_whole)) == []
    assert breaks_in(["a ", *"responsibility"])[0] == 3


@pytest.mark.parametrize("cells", [8, 12, 16, 20, 28])
def test_every_character_comes_out_once_with_a_hyphen_that_is_no_text(cells: int) -> None:
    lines = page(TEXT, cells)
    assert "".join(line.text for line in lines) == TEXT
    assert all(line.x + line.width <= EM * cells + 1 for line in lines)
    assert broken_rules(lines) == []


def test_a_hyphen_ends_at_the_right_edge() -> None:
    lines = [line for cells in range(9, 24) for line in page(TEXT, cells)]
    hyphenated = [line for line in lines if line.runs[-1].glyphs[-1].text == ""]
    assert hyphenated
    assert all(line.text[-1].isalpha() for line in hyphenated)


def test_lines_are_filled_by_word_spaces_alone() -> None:
    lines = page(TEXT, 28)
    assert {line.width for line in lines[:-1]} == {28 * EM}
    for line in lines:
        glyphs = [glyph for run in line.runs for glyph in run.glyphs]
        for before, after in pairwise(glyphs):
            if " " not in (before.text, after.text):
                assert after.x - before.x - before.advance == 0


def test_a_paragraph_that_would_be_too_loose_is_ragged() -> None:
    lines = page("Unfortunately thoroughly straightforward strengths throughout schools " * 2, 7)
    assert len({line.width for line in lines[:-1]}) > 1


def test_quotes_and_dashes_are_those_of_latin() -> None:
    (line,) = page("He said “yes” — and left…", 28)
    assert {run.face for run in line.runs} == {"Tinos-Regular"}


@pytest.mark.parametrize("cells", range(10, 30))
def test_english_marks_stay_with_their_words_even_where_no_rule_is_asked(cells: int) -> None:
    spans = [Span(TEXT, "fang", EM, Colour("dk1"))]
    lines = set_paragraph(spans, EM * cells, faces(), level="none")
    assert not any(line.text[0] in ",.;:!?)" for line in lines)


def test_no_english_line_starts_with_a_dash() -> None:
    for cells in range(8, 24):
        assert not any(line.text.startswith("—") for line in page(TEXT, cells))
