"""The Word script says what the printed one says, and is understood the same way."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.geometry import Rect, Size, mm, pt
from publisher.plan import Plan, PlanMeta
from publisher.readers.docx import read_stream
from publisher.story import (
    Story,
    StoryNumber,
    StoryPage,
    StoryParagraph,
    StoryRun,
    StoryStyle,
)
from publisher.typeface.registry import load_typefaces
from publisher.writers.docx import write
from publisher.writers.xml import unwritable, writable
from tests.corpus.files import build
from tests.corpus.parse import load
from tests.noted import make_noted
from tests.writers.docx.made import Made, W, on_pages, outline, rich, squeezed, word

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.docx"))
PROFILES = ("gbt9704", "office", "book", "reading")


def words(made: Made) -> str:
    """Everything that the document says, in order, notes behind their paragraphs."""
    manuscript, _ = made.read()
    return squeezed("".join(p.text for p in manuscript.paragraphs()))


def same_outline(made: Made) -> None:
    publication = made.publication
    assert outline(*made.read()) == outline(
        publication.manuscript.value, publication.speech.value
    )  # fmt: skip


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("source", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_its_text_and_its_outline(source: Path, profile: str) -> None:
    made = word(source, page_profile=profile)
    paragraphs = made.publication.manuscript.value.paragraphs()
    assert words(made) == squeezed("".join(p.text for p in paragraphs))
    same_outline(made)


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_what_its_pages_say(source: Path) -> None:
    made = word(source)
    assert words(made) == on_pages(made.plan)


@pytest.mark.parametrize("speech", load("open"), ids=lambda speech: speech.name)
def test_a_speech_of_the_corpus_keeps_its_text_and_its_outline(
    speech: object, tmp_path: Path
) -> None:
    source = tmp_path / "讲话.docx"
    source.write_bytes(build(speech, "direct"))
    made = word(source)
    paragraphs = made.publication.manuscript.value.paragraphs()
    assert words(made) == squeezed("".join(p.text for p in paragraphs))
    same_outline(made)


def test_all_that_a_script_can_have_comes_back(tmp_path: Path) -> None:
    made = word(rich(tmp_path))
    paragraphs = made.publication.manuscript.value.paragraphs()
    assert [squeezed(p.text) for p in made.read()[0].paragraphs()] == [
        squeezed(p.text) for p in paragraphs
    ]
    assert words(made) == on_pages(made.plan)
    same_outline(made)


def test_notes_stay_where_they_are_referred_to(tmp_path: Path) -> None:
    made = word(make_noted(tmp_path / "a.docx", 2, 8))
    before, after = made.publication.manuscript.value, made.read()[0]
    assert [(p.cues.note, squeezed(p.text)) for p in after.paragraphs()] == [
        (p.cues.note, squeezed(p.text)) for p in before.paragraphs()
    ]
    assert [p.cues.note_ref for p in after.paragraphs()] == [
        p.cues.note_ref for p in before.paragraphs()
    ]
    # Bullets, which are no text, are those of a list.
    bullets = [p.cues.number.format for p in after.paragraphs() if p.cues.number]
    assert bullets == ["bullet"] * 4
    # Pages hold the same characters, the marks of notes and bullets aside.
    marks = Counter("①②③④⑤⑥•·")
    lines = Counter(on_pages(made.plan))
    assert set(lines - Counter(words(made))) <= set(marks)


def test_the_same_speech_gives_the_same_bytes(tmp_path: Path) -> None:
    source = rich(tmp_path)
    assert word(source).data == word(source).data


# --- any text -------------------------------------------------------------------------------

_STYLE = StoryStyle("fang", pt(16), "justify", 2, pt(29))
_STYLES = {"body": _STYLE} | {f"heading{n}": _STYLE._replace(level=n) for n in range(1, 10)}
_PAGE = StoryPage(
    Size(mm(210), mm(297)), Rect(mm(28), mm(37), mm(156), mm(225)), True, 28, 22, pt(15.79),
    pt(29.62), StoryNumber("songnum", pt(14), "— {number} —", mm(270), pt(14), "right", "left"),
)  # fmt: skip
_TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\t\r"), min_size=1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_TEXT, min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_text_is_written_as_it_is(texts: list[list[str]]) -> None:
    blocks = tuple(
        StoryParagraph("body", tuple(StoryRun(text, "fang", pt(16)) for text in runs))
        for runs in texts
    )
    plan = Plan(PlanMeta("题"), _PAGE.paper, (), story=Story(_PAGE, _STYLES, blocks))
    data, told = write(plan, None, load_typefaces())
    read = [p.text for p in read_stream(io.BytesIO(data), "a.docx")[0].paragraphs()]
    wanted = [writable("".join(runs)) for runs in texts]
    assert [squeezed(text) for text in read] == [squeezed(t) for t in wanted if t.strip()]
    count = sum(unwritable(text) for runs in texts for text in runs)
    assert [dict(n.values)["count"] for n in told] == ([str(count)] if count else [])


def test_a_break_by_sense_is_a_line_break(tmp_path: Path) -> None:
    made = word(rich(tmp_path))
    title = made.part("document").find(f"{W}body/{W}p")
    assert len(title.findall(f".//{W}br")) == len(made.plan.sheets[0].items[0].lines) - 1
