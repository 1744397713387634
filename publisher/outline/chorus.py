"""Points without numbers: paragraphs that begin alike, as many as were announced.

我提三点希望。 | 希望你们勤学。… | 希望你们敢做。… | 希望你们常回来。…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.manuscript import Paragraph
from publisher.outline.cues import is_note
from publisher.outline.sentences import sentences
from publisher.outline.values import han_value
from publisher.traditional import simplified

_ANNOUNCED = "([两二三四五六七八九十])(?:点|个|条|方面|项|句|件|层|大)"
_ENDING = 24
"""Characters at the end of a paragraph among which points are announced."""
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
        count = _announced(paragraph.text)
        if count:
            found += _led(spoken[place + 1 : place + 1 + count * _REACH], count)
    return found


def _announced(text: str) -> int:
    """How many points a paragraph says will come; 0 where it says nothing of them."""
    ending = simplified(text.rstrip()[-_ENDING:])
    if not ending.endswith(("。", "：", "！", ".", ":")):
        return 0
    counts = re.findall(_ANNOUNCED, ending)
    return han_value(counts[-1]) if counts else 0


def _led(following: Sequence[Paragraph], count: int) -> list[tuple[Paragraph, int]]:
    """The paragraphs that begin like the first, if they are as many as were announced."""
    if not following:
        return []
    begin = following[0].text.lstrip()[:_BEGIN]
    alike = [p for p in following if p.text.lstrip().startswith(begin)]
    named = [(p, sentences(p.text).end_after(0, len(p.text))) for p in alike[: count + 1]]
    whole = len(named) == count and all(0 < end <= _NAME < len(p.text) for p, end in named)
    return named if whole else []
