"""Nothing is lost: whatever stands in the file is in the notes and on the pages, once, in order."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.compose import compose
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import load_profile
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Manuscript
from publisher.outline.infer import understand
from publisher.plan import Grid, Plan, Text
from publisher.script import Script
from publisher.theme.load import load_theme
from publisher.typeface.registry import load_typefaces
from tests.outline.build import manuscript
from tests.outline.test_lossless import PARAGRAPHS, TABLES

SOURCES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=14)

MARK = re.compile("[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]?")


def characters(text: str) -> str:
    return "".join(text.split())


def script_of(source: Manuscript) -> Script | None:
    if not any(characters(p.text) for p in source.paragraphs()):
        return None
    return compose(understand(source)[0])[0]


def whole(source: Manuscript) -> str:
    return "".join(p.text for p in source.paragraphs())


def on_pages(plan: Plan) -> tuple[str, str]:
    """What is drawn, but for page numbers and a table's repeated head: the text, the footnotes.

    The marks of footnotes, which the page makes, are left out.
    """
    text, notes = "", ""
    for sheet in plan.sheets:
        for item in sheet.items:
            texts = [item] if isinstance(item, Text) else []
            texts += [cell.text for cell in item.cells] if isinstance(item, Grid) else []
            for each in texts:
                if each.role == "Note":
                    lines = [line.text for line in each.lines]
                    notes += lines[0].removeprefix(MARK.match(lines[0])[0]) + "".join(lines[1:])
                elif each.role != "Artifact":
                    runs = [run for line in each.lines for run in line.runs if not run.rise]
                    text += "".join(glyph.text for run in runs for glyph in run.glyphs)
    return text, notes


@settings(max_examples=150, deadline=None)
@given(SOURCES)
def test_the_notes_of_all_slides_are_the_speech(sources: list[object]) -> None:
    source = manuscript(*sources)
    script = script_of(source)
    if script:
        spoken = "".join(p.text for slide in script.slides for p in slide.spoken())
        assert spoken == whole(source)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOURCES)
def test_the_finished_slides_and_pages_hold_the_speech(sources: list[object]) -> None:
    source = manuscript(*sources)
    script = script_of(source)
    if script:
        faces = load_typefaces()
        slides = lay_out_slides(script, load_theme("blue"), faces)[0]
        assert "".join(note for sheet in slides.sheets for note in sheet.notes) == whole(source)
        pages = lay_out_pages(script, load_profile("gbt9704"), faces)[0]
        text, notes = map(characters, on_pages(pages))
        assert sorted(text + notes) == sorted(characters(whole(source)))
        noted = [p.text for p in source.paragraphs() if p.cues.note]
        if not noted:
            assert text == characters(whole(source))
        else:
            spoken = iter(characters("".join(noted)))
            assert all(char in spoken for char in notes)  # in order


@settings(max_examples=100, deadline=None)
@given(SOURCES)
def test_what_stands_on_a_slide_is_cut_out_of_the_speech(sources: list[object]) -> None:
    source = manuscript(*sources)
    script = script_of(source)
    texts = [p.text for p in source.paragraphs()]
    for slide in script.slides if script else ():
        shown = [slide.title, slide.quotation, slide.place, *(p for _, p in slide.lines)]
        shown += [piece for point in slide.points for piece in (point.title, point.support)]
        shown += [entry.title for entry in slide.entries]
        for piece in shown:
            if piece is not None:
                index, start, end = piece.ref
                assert texts[index][start:end] == piece.text
