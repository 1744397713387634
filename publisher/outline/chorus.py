"""Points without numbers: paragraphs that begin alike, as many as were announced.

我提三点希望。 | 希望你们勤学。… | 希望你们敢做。… | 希望你们常回来。…
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.manuscript import Paragraph
from publisher.outline.announced import announced
from publisher.outline.cues import is_note
from publisher.outline.sentences import sentences

_BEGIN = 2
"""Characters with which paragraphs begin alike."""
_NAME = 40
"""Characters of the sentence that names a point."""
_REACH = 12
"""Paragraphs that a point may take, its own included."""


def chorus(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """(paragraph, end of its first sentence) of points that begin alike.

    ``paragraphs``: those that begin with nothing else.
    """
    spoken = [p for p in paragraphs if not p.cues.in_table and not is_note(p)]
    found: list[tuple[Paragraph, int]] = []
    for place, paragraph in enumerate(spoken):
        count = announced(paragraph.text)
        if count:
            found += _led(spoken[place + 1 : place + 1 + count * _REACH], count)
    return found


def _led(following: Sequence[Paragraph], count: int) -> list[tuple[Paragraph, int]]:
    """The paragraphs that begin like the first, if they are as many as were announced."""
    if not following:
        return []
    begin = following[0].text.lstrip()[:_BEGIN]
    alike = [p for p in following if p.text.lstrip().startswith(begin)]
    named = [(p, sentences(p.text).end_after(0, len(p.text))) for p in alike[: count + 1]]
    whole = len(named) == count and all(0 < end <= _NAME < len(p.text) for p, end in named)
    return named if whole else []
