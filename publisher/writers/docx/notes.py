"""Footnotes (ECMA-376 17.11), numbered ① anew on each page as the printed script's are."""

from __future__ import annotations

from typing import Any

from publisher.story import StoryNote
from publisher.writers.docx.markup import element, root, words
from publisher.writers.docx.styles import NAMES, REFERENCE

_FIRST = 1
"""-1 and 0 are the rules above the notes, as Word numbers them."""


class Notes:
    """The notes of a document, numbered in the order in which they are referred to."""

    def __init__(self) -> None:
        self._notes: list[StoryNote] = []

    def reference(self, note: StoryNote) -> Any:
        """The run that refers to ``note``; where its author typed the mark, that follows."""
        self._notes.append(note)
        mark = element("footnoteReference", id=len(self._notes) - 1 + _FIRST)
        if not note.numbered:
            mark = element(
                "footnoteReference", customMarkFollows=True, id=len(self._notes) - 1 + _FIRST
            )
        return element("r", element("rPr", element("rStyle", val=REFERENCE)), mark)

    def part(self) -> Any:
        """The ``w:footnotes``; None where nothing is referred to."""
        if not self._notes:
            return None
        rules = [
            element(
                "footnote",
                element("p", element("pPr", _tight()), element("r", element(kind))),
                type=kind, id=i,
            )
            for i, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]  # fmt: skip
        notes = [_note(note, i) for i, note in enumerate(self._notes, _FIRST)]
        return root("footnotes", *rules, *notes)


def _tight() -> Any:
    return element("spacing", before=0, after=0, line=240, lineRule="auto")


def _note(note: StoryNote, number: int) -> Any:
    paragraphs = []
    for i, text in enumerate(note.paragraphs or ("",)):
        found = element("p", element("pPr", element("pStyle", val=NAMES["note"].id)))
        if i == 0 and note.numbered:
            level = element("rPr", element("rStyle", val=REFERENCE))
            level.append(element("vertAlign", val="baseline"))
            found.append(element("r", level, element("footnoteRef"), element("tab")))
        hint = element("rPr", element("rFonts", hint="eastAsia"))
        found.append(element("r", hint, words(text)))
        paragraphs.append(found)
    return element("footnote", *paragraphs, id=number)


def footnote_properties() -> Any:
    """How notes are numbered; a section says it (17.11.11)."""
    return element(
        "footnotePr",
        element("numFmt", val="decimalEnclosedCircleChinese"),
        element("numRestart", val="eachPage"),
    )
