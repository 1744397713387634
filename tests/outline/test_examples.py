"""The project's own speeches are understood as a person annotated them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.manuscript import Cues, Manuscript, Paragraph, Run
from publisher.outline.infer import understand
from publisher.outline.report import as_json, as_read
from publisher.readers import read
from publisher.speech import Piece

EXAMPLES = Path(__file__).parents[2] / "examples"
ANNOTATED = sorted((EXAMPLES / "outlines").glob("*.json"))


def test_there_are_annotated_examples():
    assert len(ANNOTATED) >= 3


@pytest.mark.parametrize("annotation", ANNOTATED, ids=lambda path: path.stem)
def test_an_example_is_understood_as_annotated(annotation):
    wanted = json.loads(annotation.read_text(encoding="utf-8"))
    source, notices = read(EXAMPLES / f"{annotation.stem}.docx")
    speech, doubts = understand(source)
    report = as_json(annotation.name, source, speech, notices + doubts, "zh")
    for key in ("title", "subtitle", "speaker", "date", "salutation"):
        assert report[key] == wanted.get(key), key
    keys = ("level", "number", "text", "run_in", "paragraph")
    found = [{key: heading[key] for key in keys} for heading in report["headings"]]
    assert found == wanted["headings"]
    closing = "".join(block.text for block in speech.closing if isinstance(block, Piece))
    assert (closing or None) == wanted.get("closing")


def _bare(block, levels):
    """A paragraph without any formatting; an outline level where ``levels`` has one."""
    if not isinstance(block, Paragraph):
        return block
    level = levels.get(block.index)
    cues = Cues(outline_level=None if level is None else level - 1)
    return Paragraph(block.index, block.text, (Run(block.text),), cues)


@pytest.mark.parametrize("form", ["text alone", "outline levels alone"])
@pytest.mark.parametrize("annotation", ANNOTATED, ids=lambda path: path.stem)
def test_an_example_is_understood_alike_without_its_formatting(annotation, form):
    wanted = json.loads(annotation.read_text(encoding="utf-8"))["headings"]
    source, _ = read(EXAMPLES / f"{annotation.stem}.docx")
    levels = {}
    if form != "text alone":
        starts = {p.index: p.text.strip() for p in source.paragraphs()}
        levels = {
            heading["paragraph"]: heading["level"]
            for heading in wanted
            if starts[heading["paragraph"]].startswith(heading["text"])
        }
    bare = Manuscript(tuple(_bare(block, levels) for block in source.blocks))
    speech, _ = understand(bare)
    assert [(s.level, as_read(s.heading.text), s.run_in) for s in speech.walk()] == [
        (heading["level"], heading["text"], heading["run_in"]) for heading in wanted
    ]


@pytest.mark.parametrize("annotation", ANNOTATED, ids=lambda path: path.stem)
def test_no_character_of_an_example_is_lost(annotation):
    source, _ = read(EXAMPLES / f"{annotation.stem}.docx")
    speech, _ = understand(source)
    texts = []
    for _, _, block in speech.blocks():
        if isinstance(block, Piece):
            texts.append(block.text)
        else:
            rows = getattr(block, "rows", ())
            texts += [p.text for row in rows for cell in row for p in cell.paragraphs]
    assert "".join(texts) == "".join(p.text for p in source.paragraphs())
