"""What unnumbered lines say by standing among others that look and are built like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.outline.candidate import (
    CHORUS,
    LONG,
    OUTER,
    SENTENCE_MARKS,
    Candidate,
    is_full,
)
from publisher.outline.cues import Look, differences
from publisher.outline.nesting import Place
from publisher.outline.setting import Setting
from publisher.outline.weights import Vote, vote

_TEXT = 40
"""Characters of a paragraph that is text beneath a short sentence, or ``_TIMES`` as many as it
has, where these are fewer; beneath a line, ``LONG``."""
_TIMES = 3
_DRESSED = 3
"""Headings with a style or a look of their own that tell how the author marks headings."""
_NEAR = 6
"""Candidates that may lie between two short sentences of one build."""


def _appearance(c: Candidate) -> tuple[bool, bool, Look]:
    return c.wears, c.text.endswith(("。", ".")), c.look


def is_sentence(c: Candidate) -> bool:
    """A short sentence of its own that no look tells apart from the text."""
    return c.marker is None and not c.wears and c.form != CHORUS and c.text.endswith(SENTENCE_MARKS)


def _is_dressed(c: Candidate, setting: Setting) -> bool:
    """A heading of some sort with a style or a look of its own."""
    look = c.lead and not c.point and any(differences(c.look, setting.body))
    return look or c.explicit is not None


class Lines:
    """The unnumbered lines of a document among its other candidates.

    ``doubted``: those that seem to be no headings.
    """

    def __init__(
        self,
        found: Sequence[Candidate],
        places: Sequence[Place],
        setting: Setting,
        doubted: frozenset[Candidate],
    ) -> None:
        self.found = found
        self.places = places
        self.setting = setting
        self.looks = Counter(_appearance(c) for c in found if c.marker is None)
        self.sentences = Counter(p.level for c, p in zip(found, places) if is_sentence(c))
        """How many short sentences each level has."""
        self.numbered = {
            p.level for c, p in zip(found, places) if c.marker and not c.point and c not in doubted
        }
        """Levels of headings that have numbers."""
        self.couplets = _couplets(found)
        self.dressed = sum(_is_dressed(c, setting) for c in found) >= _DRESSED
        """Whether the author marks headings by style or look."""

    def votes(self, index: int) -> Iterator[Vote]:
        """Whether a line is one of several, and stands above text."""
        c = self.found[index]
        if c.form == CHORUS:
            yield vote("announced")
        elif self.dressed and not c.wears and c.explicit is None:
            yield vote("undressed")
        if is_sentence(c):
            yield from self._of_sentence(index)
        if self.looks[_appearance(c)] > (2 if is_sentence(c) else 1):
            yield vote("regular")
        yield from self._of_place(index)

    def _of_sentence(self, index: int) -> Iterator[Vote]:
        c = self.found[index]
        level = self.places[index].level
        asks = c.text.endswith(("？", "?"))
        if level in self.numbered or (level == 1 and not asks):
            yield vote("unframed")
        if self.sentences[self.places[index].level] == 1:
            yield vote("lonely")
        if _has_parallel(self.found, index):
            yield vote("parallel")
        if is_full(c):
            yield vote("clauses")

    def _of_place(self, index: int) -> Iterator[Vote]:
        """What the lines before and behind it say."""
        c, lengths = self.found[index], self.setting.lengths
        behind = lengths[c.paragraph + 1] if c.paragraph + 1 < len(lengths) else 0
        enough = min(_TEXT, _TIMES * len(c.text)) if is_sentence(c) else LONG
        if behind > enough:
            yield vote("heads-text")
        if c.wears:
            return
        level = self.places[index].level
        heads = any(place.level > level for place in self.places[index + 1 : index + 2])
        if c.paragraph - 1 in self.setting.colons and behind <= _TEXT and not heads:
            yield vote("told")
        if any(self._in_a_row(index, near) for near in (index - 1, index + 1)):
            yield vote("cluster")

    def _in_a_row(self, index: int, near: int) -> bool:
        """Whether two lines of one sort stand in a row, and neither is the other's part."""
        if not 0 <= near < len(self.found):
            return False
        c, other = self.found[index], self.found[near]
        if near in self.couplets and index not in self.couplets:
            return False
        return (
            other.marker is None
            and OUTER not in (c.form, other.form)
            and abs(other.paragraph - c.paragraph) == 1
            and other.text.endswith(SENTENCE_MARKS) is is_sentence(c)
        )


def _couplets(found: Sequence[Candidate]) -> set[int]:
    """Unnumbered lines next to one another that are as long as each other."""
    return {
        index
        for at, (one, other) in enumerate(pairwise(found))
        for index in (at, at + 1)
        if one.marker is None is other.marker
        and other.paragraph == one.paragraph + 1
        and len(one.text) == len(other.text)
    }


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
