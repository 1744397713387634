"""Lines without a number that may be headings, and paragraphs that begin with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from publisher.manuscript import Paragraph
from publisher.outline.candidate import (
    BLANKS,
    CLOSING,
    LONG,
    OPEN,
    OUTER,
    Candidate,
)
from publisher.outline.cues import Look, Looks, differences
from publisher.outline.roles import announces, is_no_heading, is_part
from publisher.outline.sentences import QUOTES, STOPS, Sentences
from publisher.speech import stage_directions

_SENTENCE_ALONE = 18
"""Characters of an unnumbered sentence that may head the paragraphs after it."""
_LINE_ALONE = 45
"""Characters of an unnumbered line that no mark closes."""
_TEXT = 120
_ASKING = ("？", "?")
_BEGIN = 2
"""Characters with which lines of one build begin."""
_KIN = 3
"""Lines of one build that are more than chance."""


def unnumbered(
    paragraph: Paragraph, looks: Looks, marks: Sentences, body: Look, level: int | None
) -> tuple[int, bool] | None:
    """(heading end, stands out) of a paragraph without number that may be, or begin with, one."""
    text = paragraph.text
    size = len(text.strip(BLANKS))
    if not size:
        return None
    if level is not None:
        # Whole paragraphs of text that wear a heading style by mistake stay text.
        if size > _TEXT and len(marks.ends) > 1:
            return None
        return len(text), True
    seen = _seen(text, looks, marks, body) if size > 1 else None
    return None if seen is None or is_no_heading(text) else seen


def _seen(text: str, looks: Looks, marks: Sentences, body: Look) -> tuple[int, bool] | None:
    """The same of a line to which nobody gave a level, by its looks and its length."""
    size = len(text.strip(BLANKS))
    lead = looks.lead_end()
    first = marks.end_after(0, len(text))
    if lead < len(text) and text[lead:].strip(BLANKS):
        # A first sentence set apart from what follows: 加粗段首句.
        stands_out = any(differences(looks.of(0, lead), body)) and lead - first in {-1, 0, 1}
        return (first, True) if stands_out and first <= LONG else None
    stands_out = any(differences(looks.of(0, len(text)), body))
    if stands_out:
        return (len(text), True) if size <= LONG else None
    if first < len(text.rstrip(BLANKS)):
        return None
    mark = text.rstrip(BLANKS)[-1:]
    if mark in QUOTES and text.rstrip(BLANKS)[-2:-1] in STOPS:
        return None  # somebody is speaking
    if mark in _ASKING or (mark in "。." and not announces(text)):
        likely = size <= _SENTENCE_ALONE
    else:
        likely = size <= _LINE_ALONE and mark not in CLOSING
    return (len(text), False) if likely and not stage_directions(text) else None


def mark_outer(found: Sequence[Candidate]) -> None:
    """Tells lines that stand above others from these, where words or places show it."""
    alone = {
        c.paragraph: c
        for c in found
        if c.form == OPEN and not (c.wears or c.rest or c.said or c.explicit is not None)
    }
    for outer in (_above(alone), _customary(alone), _beside_kin(alone)):
        for c in outer if 1 < len(outer) < len(alone) else ():
            c.form = OUTER


def _above(alone: dict[int, Candidate]) -> list[Candidate]:
    """The first of two lines in a row, several times; lines of one length are a couplet."""
    return [
        c
        for at, c in alone.items()
        if at + 1 in alone
        and at - 1 not in alone
        and at + 2 not in alone
        and len(alone[at + 1].text) != len(c.text)
    ]


def _customary(alone: dict[int, Candidate]) -> list[Candidate]:
    """The parts that every report has (存在的问题, 下一步打算), where the first line is one."""
    return _with_first(alone, [c for c in alone.values() if is_part(c.text)])


def _beside_kin(alone: dict[int, Candidate]) -> list[Candidate]:
    """The lines that do not begin like three others with text between them: 坚持用…, 坚持用…."""
    spread = [c for at, c in alone.items() if at - 1 not in alone and at + 1 not in alone]
    begins = Counter(c.text[:_BEGIN] for c in spread)
    kin = {begin for begin, count in begins.items() if count >= _KIN}
    return _with_first(alone, [c for c in spread if kin and c.text[:_BEGIN] not in kin])


def _with_first(alone: dict[int, Candidate], outer: list[Candidate]) -> list[Candidate]:
    """``outer``, if the first of all the lines is among them: nothing stands above it."""
    return outer if next(iter(alone.values()), None) in outer else []
