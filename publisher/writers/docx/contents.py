"""The table of contents: a field that Word can work out anew, showing what the pages have now."""

from __future__ import annotations

from typing import Any

from publisher.story import StoryContents, StoryEntry
from publisher.writers.docx.markup import element
from publisher.writers.docx.paragraphs import bookmark, content, plain
from publisher.writers.docx.sections import field
from publisher.writers.docx.styles import CONTENTS_TITLE, NAMES


def contents(said: StoryContents) -> list[Any]:
    """The ``w:sdt`` that programs know as a table of contents (17.5.2.10, 17.16.5.68)."""
    rows = [_entry(entry) for entry in said.entries]
    *begun, end = field(f'TOC \\o "1-{said.levels}" \\h \\z', "")
    for i, run in enumerate(begun, 1):
        rows[0].insert(i, run)
    rows[-1].append(end)
    kind = element("docPartObj", element("docPartGallery", val="Table of Contents"))
    kind.append(element("docPartUnique"))
    title = plain(said.title, CONTENTS_TITLE)
    return [
        element("sdt", element("sdtPr", kind), element("sdtContent", title, *rows))
    ]  # fmt: skip


def _entry(entry: StoryEntry) -> Any:
    name = NAMES[f"contents{entry.level}"].id
    words = element(
        "r", element("rPr", element("rFonts", hint="eastAsia")), *content(entry.text)
    )  # fmt: skip
    tab = element("r", element("tab"))
    page = field(f"PAGEREF {bookmark(entry.heading)} \\h", entry.page)
    link = element("hyperlink", words, tab, *page, anchor=bookmark(entry.heading), history=True)
    return element("p", element("pPr", element("pStyle", val=name)), link)
