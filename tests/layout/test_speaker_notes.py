"""Pages of slides and notes: all of the speech, once and in order, each part below its slide."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.geometry import ASPECTS, PAPERS
from publisher.layout.cues import Cue, slide_cues
from publisher.layout.profile import Format, load_profile
from publisher.layout.slides import lay_out_slides
from publisher.layout.speaker_notes import lay_out_speaker_notes
from publisher.layout.spoken import spoken_to
from publisher.manuscript import NoteRef, Run, SourceRef
from publisher.options import Options
from publisher.outline.infer import understand
from publisher.plan import Grid, Miniature, Plan, Sheet, Text
from publisher.readers import read
from publisher.script import Passage, Script
from publisher.speech import Piece
from publisher.typeface.registry import load_typefaces
from tests.conftest import EXAMPLES
from tests.layout.plans import theme_of

TYPEFACES = load_typefaces()
FURNITURE = frozenset({"slide number", "times", "goes on", "running head", "byline", "page number"})


@cache
def made(example: Path, aspect: str = "16:9", paper: str = "A4") -> tuple[Script, Plan, Plan]:
    """The script, its deck, and its pages of slides and notes."""
    script = compose(understand(read(example)[0])[0])[0]
    deck = lay_out_slides(script, theme_of("red", aspect), TYPEFACES, Options(aspect=aspect))[0]
    profile = load_profile("notes", Format(paper))
    return script, deck, lay_out_speaker_notes(deck, script, profile, TYPEFACES)[0]


def bare(text: str) -> str:
    return "".join(text.split())


def words(sheet: Sheet) -> str:
    """What stands on a page besides its slide and its furniture."""
    texts: list[Text] = []
    for item in sheet.items:
        if isinstance(item, Grid):
            texts += [cell.text for cell in item.cells if cell.text.role != "Artifact"]
        elif isinstance(item, Text) and item.name not in FURNITURE:
            texts.append(item)
    return bare("".join(line.text for text in texts for line in text.lines))


def of_passage(passage: Passage) -> str:
    if passage.parts:
        return bare("".join(piece.text for _, piece in passage.parts))
    rows = getattr(passage.block, "rows", ())
    return bare("".join(p.text for row in rows for cell in row for p in cell.paragraphs))


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_of_the_speech_is_lost_and_all_is_in_order(
    example: Path, aspect: str, paper: str
) -> None:
    script, _, plan = made(example, aspect, paper)
    assert "".join(map(words, plan.sheets)) == "".join(map(of_passage, script.passages))


def test_the_words_below_a_slide_are_those_of_its_notes(example: Path) -> None:
    script, deck, plan = made(example)
    pages: dict[str, str] = {}
    slide = ""
    for sheet in plan.sheets:
        slide = next((i.name for i in sheet.items if isinstance(i, Miniature)), slide)
        pages[slide] = pages.get(slide, "") + words(sheet)
    assert list(pages) == [f"slide {number}" for number in range(1, len(deck.sheets) + 1)]
    if any(passage.block for passage in script.passages):
        return  # a table is spoken to one slide as a whole
    for found, sheet in zip(pages.values(), deck.sheets, strict=True):
        assert found == bare("".join(sheet.notes))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_type_area(aspect: str, paper: str) -> None:
    _, _, plan = made(EXAMPLES[0], aspect, paper)
    profile = load_profile("notes", Format(paper))
    for page, sheet in enumerate(plan.sheets):
        area = profile.area(page)
        for item in sheet.items:
            if item.name in FURNITURE or item.name == "head rule":
                continue
            assert area.x <= item.frame.x <= item.frame.right <= area.right + 1
            assert area.y <= item.frame.y <= item.frame.bottom <= area.bottom + profile.em // 4
        slides = [item.frame for item in sheet.items if isinstance(item, Miniature)]
        lines = [
            line
            for item in sheet.items
            if isinstance(item, Text) and item.name not in FURNITURE
            for line in item.lines
        ]
        assert all(
            line.baseline - profile.em > frame.bottom for line in lines for frame in slides
        )  # fmt: skip


def test_a_page_that_goes_on_tells_of_which_slide(example: Path) -> None:
    _, _, plan = made(example, "16:9", "A5")
    number = 0
    for sheet in plan.sheets:
        slides = [item for item in sheet.items if isinstance(item, Miniature)]
        told = [i.lines[0].text for i in sheet.items if isinstance(i, Text) and i.name == "goes on"]
        number += len(slides)
        assert told == ([] if slides else [f"{number}（续）"])


def test_bookmarks_lead_to_the_pages_of_their_slides(example: Path) -> None:
    _, deck, plan = made(example)
    for entry, own in zip(plan.outline, deck.outline, strict=True):
        shown = [i.name for i in plan.sheets[entry.sheet].items if isinstance(i, Miniature)]
        assert shown == [f"slide {own.sheet + 1}"]


# --- which words belong to which slide ----------------------------------------------------------


def piece(paragraph: int, text: str, **more: object) -> Piece:
    return Piece(SourceRef(paragraph, 0, len(text)), (Run(text),), **more)  # type: ignore[arg-type]


def told(passages: list[Passage], *cues: Cue) -> list[tuple[int, str]]:
    found = spoken_to(passages, cues)
    return [(slide, "".join(p.text for _, p in passage.parts)) for slide, passage in found]


def test_a_paragraph_is_parted_where_a_slide_comes_in_it() -> None:
    passages = [Passage("body", ((0, piece(0, "一要快。二要好。")),)),
                Passage("body", ((0, piece(1, "完。")),))]  # fmt: skip
    found = told(passages, Cue(0, 0, 1), Cue(0, 4, 2), Cue(1, 0, 3))
    assert found == [(1, "一要快。"), (2, "二要好。"), (3, "完。")]


def test_a_note_goes_with_the_part_that_refers_to_it() -> None:
    passages = [
        Passage("body", ((0, piece(0, "一要快。二要好。")),)),
        Passage("body", ((0, piece(1, "甲注", note=True, noted=NoteRef(0, 3))),)),
        Passage("body", ((0, piece(2, "乙注", note=True, noted=NoteRef(1, 7))),)),
    ]
    found = told(passages, Cue(0, 0, 1), Cue(0, 4, 2))
    assert found == [(1, "一要快。"), (1, "甲注"), (2, "二要好。"), (2, "乙注")]


def test_the_parts_are_the_whole_speech(example: Path) -> None:
    script, deck, _ = made(example)
    parts = spoken_to(script.passages, slide_cues(script, deck))
    assert "".join(of_passage(part.passage) for part in parts) == "".join(
        map(of_passage, script.passages)
    )
    assert [part.slide for part in parts] == sorted(part.slide for part in parts)
