"""The corpus is what it claims to be, and its files carry all of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.table import Table

from publisher.readers import read
from tests.corpus.evaluate import compact
from tests.corpus.files import build
from tests.corpus.forms import FORMS, SPLITTING, expected, lines
from tests.corpus.lists import Lists, marker
from tests.corpus.parse import (
    HALVES,
    AnnotatedSpeech,
    Heading,
    Paragraph,
    load,
    parse,
    text_of,
)

SPEECHES = [speech for half in HALVES for speech in load(half)]
DECOYS = {
    "a year begins a paragraph": r"^(19|20)\d\d年",
    "a decimal begins a paragraph": r"^\d+\.\d",
    "ordinals inside a sentence": r"[^。]一、[二两]",
    "一要 inside a sentence": r"，一[要是]",
    "first, as a courtesy or in time": r"首先[，请]|\b[Ff]irst ",
    "a term explained": r"^\d+[.、]“[^”]+”：是?",
    "a rule of a list": r"^\d+[.．、)][^0-9]",
    "a question or an answer": r"^[问答]：",
    "the audience addressed again": r"^(同志们|朋友们|工友们|老师们|各位\w+)[！，、]",
    "a stage direction": r"[（(][^）)]*(掌声|起立|笑声|颁奖|发言|宣读|讲话)",
    "an annex": r"^附件：",
    "a mark of secrecy": r"^(内部|秘密|机密)\w*",
}
"""What looks like a heading or a number and is none (outside the headings of the annotation)."""

each_speech = pytest.mark.parametrize("speech", SPEECHES, ids=lambda s: f"{s.half}-{s.name}")
each_form = pytest.mark.parametrize("form", FORMS)
each_half = pytest.mark.parametrize("half", HALVES)


def plain(paragraph: Paragraph) -> str:
    """The paragraph without its headings, a bar in place of each."""
    return "".join("|" if isinstance(span, Heading) else span for span in paragraph.spans)


def shown(speech: AnnotatedSpeech, form: str) -> str:
    """Every character that a reader of the form sees, numbers made by Word included."""
    found = ""
    for block in speech.blocks:
        if isinstance(block, Paragraph):
            found += "".join(text_of(s) for line in lines(block, form) for s in line.spans)
        else:
            found += "".join(cell for row in block.rows for cell in row)
    return compact(found)


def texts(file: bytes) -> Iterator[str]:
    """What python-docx sees: no automatic numbers."""
    for block in docx.Document(io.BytesIO(file)).iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text


@each_half
def test_a_half_has_twelve_speeches_or_more(half: str) -> None:
    assert len(load(half)) >= 12


def test_the_open_speeches_are_as_long_as_a_short_address() -> None:
    lengths = {speech.name: len(compact(speech.text)) for speech in load("open")}
    assert {name: n for name, n in lengths.items() if not 900 <= n <= 2200} == {}


@each_half
def test_forty_percent_of_the_headings_are_run_in(half: str) -> None:
    headings = [h for speech in load(half) for h in expected(speech, "bare")]
    assert sum(h.run_in for h in headings) >= 0.4 * len(headings)


@pytest.mark.parametrize("decoy", DECOYS)
def test_every_decoy_stands_three_times_in_the_open_half(decoy: str) -> None:
    paragraphs = [
        plain(p) for speech in load("open") for p in speech.paragraphs if p.role == "body"
    ]
    assert sum(len(re.findall(DECOYS[decoy], text)) for text in paragraphs) >= 3


@each_speech
def test_a_speech_says_what_it_is_and_what_is_hard_in_it(speech: AnnotatedSpeech) -> None:
    assert set(speech.remarks) == {"kind", "about", "traps"}


@each_speech
def test_a_heading_before_other_text_ends_with_its_mark(speech: AnnotatedSpeech) -> None:
    followed = [
        span.text
        for paragraph in speech.paragraphs
        for span in paragraph.spans[:-1]
        if isinstance(span, Heading)
    ]
    assert [text for text in followed if text[-1] not in "。；！？.!?;：:"] == []


@each_form
@each_speech
def test_a_file_carries_every_character(speech: AnnotatedSpeech, form: str) -> None:
    typed = "".join(
        "".join(line.typed for line in lines(block, form))
        if isinstance(block, Paragraph)
        else "".join(cell for row in block.rows for cell in row)
        for block in speech.blocks
    )
    assert compact("".join(texts(build(speech, form)))) == compact(typed)


@each_form
@each_speech
def test_a_reader_sees_the_speech_whole(speech: AnnotatedSpeech, form: str, tmp_path: Path) -> None:
    path = tmp_path / "speech.docx"
    path.write_bytes(build(speech, form))
    seen = compact("".join(p.text for p in read(path)[0].paragraphs()))
    assert seen == shown(speech, form)
    if form != "localized":  # which drops the closing marks of headings that it splits off
        assert seen == compact(speech.text)


@each_form
def test_the_same_speech_gives_the_same_bytes(form: str) -> None:
    assert build(SPEECHES[0], form) == build(SPEECHES[0], form)


def test_only_styled_forms_set_a_run_in_heading_apart() -> None:
    (paragraph,) = parse("⟦2|（一）|先把日子过顺。⟧水龙头拧开有水。").paragraphs
    assert {form for form in FORMS if len(list(lines(paragraph, form))) == 2} == set(SPLITTING)


def test_equal_points_of_one_paragraph_stay_together() -> None:
    (paragraph,) = parse("⟦2|首先|，要学。⟧天天学。⟦2|其次|，要做。⟧天天做。").paragraphs
    assert [len(list(lines(paragraph, form))) for form in FORMS] == [1] * len(FORMS)


def test_a_styled_form_drops_a_closing_mark_only_where_it_splits() -> None:
    speech = parse("⟦1|一、|守住底线。⟧要守。\n⟦1|二、|守住底线。⟧")
    assert [h.text for h in expected(speech, "localized")] == ["一、守住底线", "二、守住底线。"]
    assert [h.text for h in expected(speech, "styles")] == ["一、守住底线。", "二、守住底线。"]


@pytest.mark.parametrize("typed", ["一是", "一要", "其一", "首先", "第一，", "第一项议程", ""])
def test_word_makes_no_numbers_that_are_words(typed: str) -> None:
    assert marker(typed) is None


def test_a_list_goes_on_until_the_next_number_is_another() -> None:
    lists = Lists()
    typed = [(0, "一、"), (1, "（一）"), (1, "（二）"), (0, "二、"), (1, "（一）"), (0, "四、")]
    numbers = [lists.number(at, wanted) for at, text in typed if (wanted := marker(text))]
    assert numbers == [1, 1, 1, 1, 1, 2]


def test_a_list_begins_anew_at_a_level_that_was_passed_over() -> None:
    lists = Lists()
    typed = [(0, "一、"), (2, "1."), (1, "（一）")]
    numbers = [lists.number(at, wanted) for at, text in typed if (wanted := marker(text))]
    assert numbers == [1, 1, 2]


@pytest.mark.parametrize("line", ["", "@author 某某", "⟦一、|没有级别⟧", "⟦1|一、|没有关上"])
def test_what_is_not_of_the_format_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"unknown role|cannot read"):
        parse(f"@title 题目\n{line}\n正文。")
