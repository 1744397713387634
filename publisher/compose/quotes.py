"""Other people's words: a quotation that may stand on a slide of its own.

It is shown whole, with its speaker as the speech has it. A quotation that is never closed is
none: nobody knows where the other's words end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.compose.clauses import Span, sentences, trimmed
from publisher.record import NamedTuple
from publisher.speech import Piece, stage_directions
from publisher.traditional import simplified

_SAYING = (
    "强调 指出 说 要求 讲 写道 曰 云 认为 提出 道 言 谈到 提到 告诫 嘱托 勉励 有句话 一句话 "
    "said wrote says".split()
)
_ENGLISH = r"\b(?:said|says|wrote|asked|told \w+),$"
"""What stands before a quotation in English, where Chinese has a colon (GB/T 15834 4.7.3)."""
_MARKS = {"“": "”", "「": "」"}
_SHORTEST, _LONGEST = 9, 90
_ATTRIBUTION = 30


class Quotation(NamedTuple):
    """Who says it (up to the colon) and the words between the marks; both pieces of one text."""

    attribution: Piece
    words: Piece


def quotations(piece: Piece) -> Iterator[Quotation]:
    """The quotations of ``piece`` that have a speaker, are closed, and fit a slide, in order; none
    behind one that is never closed."""
    text = "" if piece.note else piece.text
    if not any(mark in text for mark in _MARKS):
        return
    ahead = -1
    for sentence in sentences(text):
        start, end = sentence[0].start, sentence[-1].end
        if ahead < start:
            ahead = _opening(text, start, len(text))
        if ahead < 0:
            return
        opening = ahead
        while start < opening < end:
            closing = _closing(text, opening)
            if closing is None:
                return
            who = _attribution(text, start, opening)
            told = stage_directions(text[opening:closing])
            if who and not told and _SHORTEST <= closing - opening - 1 <= _LONGEST:
                yield Quotation(piece.cut(*who), piece.cut(opening + 1, closing))
            opening = _opening(text, closing, end)


def _opening(text: str, start: int, end: int) -> int:
    """Where the next quotation opens, -1 where none does."""
    found = [at for mark in _MARKS if (at := text.find(mark, start, end)) >= 0]
    return min(found, default=-1)


def _closing(text: str, opening: int) -> int | None:
    """Where the quotation that opens at ``opening`` closes; quotes inside it counted."""
    opens, closes = text[opening], _MARKS[text[opening]]
    at = text.find(closes, opening)
    while at >= 0 and text.count(opens, opening, at) > text.count(closes, opening, at + 1):
        at = text.find(closes, at + 1)
    return at if at >= 0 else None


def _attribution(text: str, start: int, opening: int) -> Span | None:
    """The words that name the speaker: they end in a colon and have a verb of saying."""
    end = start + len(text[start:opening].rstrip())
    mark = text[end - 1 : end]
    if mark not in ("：", ":") and (mark != "," or not re.search(_ENGLISH, text[start:end])):
        return None
    span = trimmed(text, Span(start, end))
    lead = text[span.start : end - 1]
    if len(lead) > _ATTRIBUTION:
        cut = max(lead.rfind(mark) for mark in "，；,;")
        span = Span(span.start + cut + 1, span.end)
        lead = lead[cut + 1 :]
    says = any(word in simplified(lead) for word in _SAYING)
    return Span(span.start, end) if says and 1 < len(lead) <= _ATTRIBUTION else None
