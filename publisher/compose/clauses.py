"""Sentences and clauses: where a text may be cut without harm.

A cut is never made inside “” ‘’ 《》 （） nor in a list joined by 、. A quotation that is opened
and never closed is one clause to the end of its paragraph: nobody knows where it would end.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from publisher.record import NamedTuple, maker
from publisher.speech import stage_directions

SENTENCE_END = "。！？!?"
CLAUSE_END = "，；：,;:"
_ALWAYS_END = "，；："
"""Those that stand in no number."""
CLOSING = "”’）》〉】」』)"
_OPEN = dict(zip("“‘（《〈【「『(", CLOSING, strict=True))
_MARKS = frozenset((*_OPEN, *CLOSING, *SENTENCE_END, *CLAUSE_END, ".", "\n"))
"""What may end a clause, or keep it from ending."""
_IS_NARROW = "\u10ff".__ge__
"""Whether a character takes half an em; a class of so many takes a pattern longer to compile than
all texts of a speech take to be counted."""
_TRAILING = "。，；：、,;: 　\n"


class Span(NamedTuple):
    """Characters ``start`` to ``end``, the closing mark included."""

    start: int
    end: int


span_of = maker(Span)
"""A span of a pair, for loops over texts."""
Sentence: TypeAlias = tuple[Span, ...]
"""The clauses of one sentence, in order, without gaps."""


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` as clauses; together they are the whole text."""
    found: list[Sentence] = []
    clauses: list[Span] = []
    closers: list[str] = []
    start, end, size = 0, 0, len(text)
    for at in [at for at, char in enumerate(text, 1) if char in _MARKS]:
        char = text[at - 1]
        if at <= end:  # it went with the end of a sentence
            continue
        if char in _OPEN:
            closers.append(_OPEN[char])
        elif closers and char == closers[-1]:
            closers.pop()
        if closers:
            continue
        if char in _ALWAYS_END:
            clauses.append(span_of((start, at)))
            start = end = at
            continue
        # “……。”这 ends a sentence behind the closing quote (GB/T 15834 4.8.3.3).
        ended = (
            char in SENTENCE_END
            or (char in CLOSING and at > 1 and text[at - 2] in SENTENCE_END)
            or (char == "." and _full_stop(text, at))
        )
        end = at
        while ended and end < size and text[end] in SENTENCE_END + CLOSING:
            end += 1
        between_digits = (
            char in ",:" and text[at - 2 : at - 1].isdigit() and text[at : at + 1].isdigit()
        )
        if ended or char == "\n" or (char in CLAUSE_END and not between_digits):
            clauses.append(span_of((start, end)))
            start = end
        if (ended or char == "\n") and clauses:
            found.append(tuple(clauses))
            clauses = []
    if start < size:
        clauses.append(Span(start, size))
    if clauses:
        found.append(tuple(clauses))
    return tuple(found)


def _full_stop(text: str, at: int) -> bool:
    """Whether the "." before ``at`` ends an English sentence: behind a word of three letters."""
    return text[at : at + 1] in ("", " ", "\n") and text[max(0, at - 4) : at - 1].isalpha()


def ems(text: str) -> float:
    """The length of a text in Han characters: a Latin letter or digit takes half of one."""
    return len(text) - 0.5 * sum(map(_IS_NARROW, text))


def without_directions(text: str, span: Span) -> Span:
    """``span`` without stage directions at its ends: （掌声）."""
    start, end = span
    directions = stage_directions(text[start:end])
    for first, last in directions:
        if not text[start : span.start + first].strip(_TRAILING):
            start = span.start + last
    for first, last in reversed(directions):
        if start <= span.start + first and not text[span.start + last : end].strip(_TRAILING):
            end = span.start + first
    return Span(start, end)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without stage directions, blanks and marks that separate at its ends."""
    return stripped(text, without_directions(text, span))


def stripped(text: str, span: Span) -> Span:
    """``span`` without blanks and marks that separate at its ends."""
    start, end = span
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return span_of((start, end))
