"""The decks of all speeches of the corpus, wide and narrow, with plain and larger type."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from publisher.compose import compose
from publisher.geometry import pt
from publisher.layout.slides import lay_out_slides
from publisher.options import Options
from publisher.outline.infer import understand
from publisher.plan import Sheet, Text
from publisher.readers import read
from publisher.script import Script
from publisher.theme.load import theme_names
from publisher.typeface.registry import Typefaces
from tests.corpus.files import build
from tests.corpus.parse import DEVELOPED, load
from tests.layout.plans import DECKWORK, FURNITURE, broken, is_empty, size_of, texts, theme_of


@cache
def scripts() -> dict[str, Script]:
    found: dict[str, Script] = {}
    with TemporaryDirectory() as folder:
        for speech in (each for half in DEVELOPED for each in load(half)):
            file = Path(folder) / f"{speech.name}.docx"
            file.write_bytes(build(speech, "styles"))
            found[speech.name] = compose(understand(read(file)[0])[0])[0]
    return found


SIZES = [("16:9", False), ("4:3", False), ("16:9", True), ("4:3", True)]
CASES = [("red", size) for size in SIZES] + [
    # Every theme is looked at in one size of the four, each size in more themes than one.
    (name, SIZES[i % len(SIZES)])
    for i, name in enumerate(name for name in theme_names() if name != "red")
]


@pytest.mark.parametrize(("name", "size"), CASES)
def test_every_deck_of_the_corpus_holds_the_rules(
    name: str, size: tuple[str, bool], typefaces: Typefaces
) -> None:
    aspect, larger = size
    theme = theme_of(name, aspect)
    options = Options(aspect=aspect, larger=larger)
    for title, script in scripts().items():
        plan, _ = lay_out_slides(script, theme, typefaces, options)
        assert broken(plan) == [], title
        for sheet in plan.sheets:
            assert larger or list(is_empty(theme, sheet)) == [], (title, sheet.name)
            assert small(sheet, pt(28 if larger else 20)) == [], (title, sheet.name)
        spoken = "".join(note for sheet in plan.sheets for note in sheet.notes)
        assert spoken == "".join(p.text for slide in script.slides for p in slide.spoken())


def small(sheet: Sheet, least: int) -> list[Text]:
    """Supporting text below the least size of its density."""
    if sheet.layout in DECKWORK:
        return []
    return [
        text
        for text in texts(sheet)
        if text.name.startswith(("support", "text")) and text.name not in FURNITURE
        and size_of(text) < least
    ]  # fmt: skip
