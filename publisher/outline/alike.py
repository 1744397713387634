"""What unnumbered lines say by standing among others that look and are built like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from publisher.outline.candidate import CHORUS, LONG, OUTER, SENTENCE_MARKS, Candidate, is_full
from publisher.outline.cues import Look
from publisher.outline.setting import Setting
from publisher.outline.weights import Vote, vote

_TEXT = 40
"""Characters of a paragraph that is text beneath a short sentence, or ``_TIMES`` as many as it
has, where these are fewer; beneath a line, ``LONG``."""
_TIMES = 3
_NEAR = 6
"""Candidates that may lie between two short sentences of one build."""


def appearance(c: Candidate) -> tuple[bool, bool, Look]:
    return c.wears, c.text.endswith("。"), c.look


def is_sentence(c: Candidate) -> bool:
    """A short sentence of its own that no look tells apart from the text."""
    return c.marker is None and not c.wears and c.form != CHORUS and c.text.endswith(SENTENCE_MARKS)


def unnumbered(
    found: Sequence[Candidate],
    index: int,
    setting: Setting,
    looks: Counter[tuple[bool, bool, Look]],
    framed: bool,
    alone: bool,
) -> Iterator[Vote]:
    """Whether an unnumbered line is one of several, and stands above text.

    ``framed``: the document has other headings; ``alone``: no other stands beside this one.
    """
    c = found[index]
    plain_sentence = is_sentence(c)
    if c.form == CHORUS:
        yield vote("announced")
    if plain_sentence and not framed and not c.text.endswith(("？", "?")):
        yield vote("unframed")
    if plain_sentence:
        if alone:
            yield vote("lonely")
        if _has_parallel(found, index):
            yield vote("parallel")
        if is_full(c):
            yield vote("clauses")
    if looks[appearance(c)] > (2 if plain_sentence else 1):
        yield vote("regular")
    behind = setting.lengths[c.paragraph + 1 : c.paragraph + 2]
    if behind and behind[0] > (min(_TEXT, _TIMES * len(c.text)) if plain_sentence else LONG):
        yield vote("heads-text")
    if not c.wears and c.paragraph - 1 in setting.colons:
        yield vote("told")
    if not c.wears:
        near = (found[i] for i in (index - 1, index + 1) if 0 <= i < len(found))
        if any(
            n.marker is None
            and OUTER not in (c.form, n.form)
            and abs(n.paragraph - c.paragraph) == 1
            and n.text.endswith(SENTENCE_MARKS) is plain_sentence
            for n in near
        ):
            yield vote("cluster")


def _has_parallel(found: Sequence[Candidate], index: int) -> bool:
    """Whether the unnumbered line before or after it is built alike, points in between aside."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(found) and found[at].point and abs(at - index) < _NEAR:
            at += step
        near = 0 <= at < len(found) and abs(at - index) <= _NEAR
        if near and found[at].marker is None and is_parallel(found[index].text, found[at].text):
            return True
    return False


def is_parallel(one: str, other: str) -> bool:
    """Sentences about as long, with words at the same places: 把底数摸清。 把钱用好。"""
    if abs(len(one) - len(other)) > 2:
        return False
    ends = [(a, b) for a, b in zip(one[:-1], other[:-1]) if a == b]
    tails = [(a, b) for a, b in zip(one[-2::-1], other[-2::-1]) if a == b]
    begins = one[0] == other[0]
    return begins or max(len(ends), len(tails)) > 1 or (len(one) == len(other) and bool(ends))
