"""Slides that carry the deck: agenda, section and closing."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.layout.agenda import agenda_pages
from publisher.layout.desk import Desk
from publisher.layout.sections import heading_line, parts
from publisher.layout.shown import Page
from publisher.script import Slide

_AGENDA: Mapping[str, str] = {"zh": "目　录", "en": "Agenda"}


def agenda(desk: Desk, slide: Slide) -> list[Page]:
    """The parts of the speech; all that is spoken over them goes with the first page."""
    title = desk.put("title", _AGENDA[desk.deck.lang], role="H1")
    pages = agenda_pages(desk.setter, slide.entries, desk.body, desk.cut)
    return [Page(title + items, () if i else slide.spoken()) for i, items in enumerate(pages)]


def section(desk: Desk, slide: Slide) -> list[Page]:
    """A part: its number, title and headings, and where it stands in the whole."""
    title = slide.title.text if slide.title else None
    items = desk.put("title", title, role="H1", by_sense=True)
    items += desk.put("label", slide.label)
    words = [point.title.text for point in slide.points]
    items += heading_line(desk.setter, words, desk.frames["body"])
    if "parts" in desk.frames:
        bright = desk.frames["title"].colour
        items += parts(desk.deck, slide.section, desk.frames["parts"], bright)
    return [Page(items, slide.spoken())]


def closing(desk: Desk, slide: Slide) -> list[Page]:
    """What the speech says at its end, or its title and speaker again."""
    words = slide.title.text if slide.title else desk.deck.script.title
    # Leave is taken sentence by sentence: 谢谢大家！ has a line of its own.
    words = words.strip()
    words = "".join(
        char + "\n" * (char in "。！？" and after not in "。！？”）")
        for char, after in zip(words, (*words[1:], ""))
    )
    desk.filled = {"title", "speaker", "logo"}
    items = desk.put("title", words, role="H1", by_sense=True)
    items += desk.put("speaker", desk.deck.script.speaker)
    return [Page(items, slide.spoken())]
