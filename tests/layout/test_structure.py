"""What plans say to programs that read aloud."""

from __future__ import annotations

import pytest

from publisher.geometry import Rect
from publisher.layout.structure import structured
from publisher.plan import Colour, Part, Sheet, Text, TextParagraph, TextRun


def text(role: str, words: str = "文字", **fields: object) -> Text:
    run = TextRun(words, "text", 1, Colour("dk1"))
    return Text(Rect(0, 0, 1, 1), (TextParagraph((run,)),), (), "名", role, **fields)  # type: ignore[arg-type]


def roles(*sheets: Sheet) -> list[str]:
    found = structured(sheets, "zh-CN")
    return [
        " ".join(part.role for part in item.parts) or item.role
        for sheet in found
        for item in sheet.items
        if isinstance(item, Text)
    ]


@pytest.mark.parametrize(
    ("raw", "nested"),
    [
        ("Title H1 H2 H3", "Title H1 H2 H3"),
        ("Title H2 H3 H2 H1 H3", "Title H1 H2 H1 H1 H2"),
        ("H1 H4 H4 H2 H4", "H1 H2 H2 H2 H3"),
        ("P H3 P H3", "P H1 P H1"),
    ],
)
def test_no_heading_skips_a_level(raw: str, nested: str) -> None:
    sheet = Sheet(tuple(map(text, raw.split())), "页")
    assert roles(sheet) == nested.split()


def test_a_run_in_heading_counts_and_keeps_its_level_overleaf() -> None:
    parts = (Part(0, "H3"), Part(4, "P"))
    first = Sheet((text("H1"), text("P", parts=parts, element="段")), "一")
    second = Sheet((text("P", parts=parts, element="段", start=9), text("H2")), "二")
    assert roles(first, second) == ["H1", "H2 P", "H2 P", "H2"]


@pytest.mark.parametrize(
    ("words", "language", "own"),
    [
        ("Ladies and gentlemen, welcome.", "zh-CN", "en"),
        ("提升 AVATAR To WiFi 的水平", "zh-CN", None),
        ("PPP", "zh-CN", None),
        ("2035", "zh-CN", None),
        ("各位来宾", "en", "zh-CN"),
        ("Welcome to 青山", "en", None),
    ],
)
def test_a_paragraph_in_another_language_says_so(
    words: str, language: str, own: str | None
) -> None:
    (sheet,) = structured([Sheet((text("P", words),), "页")], language)
    (item,) = sheet.items
    assert isinstance(item, Text)
    assert item.language == own


def test_furniture_stays_as_it_is() -> None:
    (sheet,) = structured([Sheet((text("Artifact", "The running head of it"),), "页")], "zh-CN")
    (item,) = sheet.items
    assert isinstance(item, Text)
    assert (item.role, item.language) == ("Artifact", None)
