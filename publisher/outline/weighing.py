"""Which candidates are headings: every cue votes (``voting``).

A heading needs ``ENOUGH``. Members of one series stand or fall together, by their mean, so that
one long item does not tear a list of headings, nor one short item make a list of rules a tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeAlias

from publisher.outline.alike import Lines
from publisher.outline.candidate import LINE, Candidate
from publisher.outline.nesting import nest
from publisher.outline.series import argues, in_series, of_series
from publisher.outline.setting import Setting
from publisher.outline.voting import own, under, wording
from publisher.outline.weights import SHOWN, WEIGHTS, Vote, vote
from publisher.record import NamedTuple

ENOUGH = 3.0
_E = 2.718281828459045


class Verdict(NamedTuple):
    """A heading: where it begins, and what spoke for it."""

    candidate: Candidate
    evidence: tuple[str, ...]
    confidence: float


_Case: TypeAlias = "tuple[Candidate, list[Vote], float]"
"""A candidate, what was said for and against it, and its score."""


def weigh(found: Sequence[Candidate], setting: Setting, where: str) -> list[Verdict]:
    """The candidates of one document (speech, annex, glossary) that are headings, in order.

    Lines without a number that turn out to be text no longer stand between the numbered ones.
    """
    cases = _heard(found, setting, where)
    doubted = frozenset(c for c, _, score in cases if score < ENOUGH)
    if doubted:
        kept = [c for c in found if c.marker or c not in doubted]
        cases = _heard(kept, setting, where, doubted)
    _stretch([c for c, _, score in cases if score >= ENOUGH])
    return [
        Verdict(c, _evidence(votes), _confidence(score))
        for c, votes, score in cases
        if score >= ENOUGH
    ]


def _stretch(headings: Sequence[Candidate]) -> None:
    """A heading goes on over what began before its end and is none: （一）病根：首先要查工艺。"""
    for c, following in zip_longest(headings, headings[1:]):
        inside = following is not None and following.paragraph == c.paragraph
        end = min(c.reach, following.start) if inside else c.reach
        if end > c.end:
            c.name(end)


def _heard(
    found: Sequence[Candidate],
    setting: Setting,
    where: str,
    doubted: frozenset[Candidate] = frozenset(),
) -> list[_Case]:
    """Every cue's vote on every candidate, in the light of what is ``doubted`` already."""
    places = nest(found)
    members: dict[tuple[int, int], list[int]] = {}
    for index, (c, place) in enumerate(zip(found, places)):
        members.setdefault((place.series, setting.turns[c.paragraph]), []).append(index)
    lines = Lines(found, places, setting, doubted)
    running = _running(found)
    texts = Counter(c.text for c in found if c.marker is not None and not c.rest)
    votes: list[list[Vote]] = [[] for _ in found]
    for group in members.values():
        for order, index in enumerate(group):
            c = found[index]
            votes[index].extend((*own(c, setting), *wording(c)))
            if where != "speech":
                votes[index].append(vote(where))
            votes[index].extend(under(found, places, index, len(setting.lengths)))
            if c.marker is not None:
                votes[index].extend(in_series(found, group, order, index in running))
            else:
                votes[index].extend(lines.votes(index))
        for cue in of_series(found, places, group, texts, setting):
            for index in group:
                votes[index].append(vote(cue))
    scores = _settled(found, votes, members)
    parts = (
        i
        for i, c in enumerate(found)
        if scores[i] >= ENOUGH
        and c.marker
        and (c.explicit is not None or not c.point)
        and places[i].level == 1
    )
    first = next(parts, 0)
    for group in members.values():
        # Points beneath nothing that are over before the first part only announce.
        c = found[group[0]]
        over = group[-1] < first and places[group[0]].level == 1
        told = c.point and c.form != LINE and c.explicit is None
        if over and told and not argues([found[index] for index in group]):
            for index in group:
                votes[index].append(vote("summary"))
    return list(zip(found, votes, _settled(found, votes, members)))


def _running(found: Sequence[Candidate]) -> set[int]:
    """The numbers above 1 that come right after the one before them of their kind."""
    latest: dict[tuple[str, str], int] = {}
    running: set[int] = set()
    for index, c in enumerate(found):
        if c.value > 1 and latest.get((c.family, c.form)) == c.value - 1:
            running.add(index)
        latest[c.family, c.form] = c.value
    return running


def _settled(
    found: Sequence[Candidate],
    votes: Sequence[Sequence[Vote]],
    members: dict[tuple[int, int], list[int]],
) -> list[float]:
    """Scores: a series shares its mean; levels set by hand and unnumbered ones speak alone."""
    scores = [sum(weight for _, _, weight in vote) for vote in votes]
    for group in members.values():
        shared = [i for i in group if found[i].explicit is None and found[i].marker is not None]
        if shared:
            mean = sum(scores[i] for i in shared) / len(shared)
            for i in shared:
                scores[i] = mean
    for i, c in enumerate(found):
        if c.said:
            scores[i] = WEIGHTS["author"]
        elif c.explicit is not None:
            scores[i] = max(scores[i], WEIGHTS["style"])
    return scores


def _evidence(votes: Sequence[Vote]) -> tuple[str, ...]:
    """The cues that spoke for it and that a person can see, as ``kind:value``."""
    return tuple(
        f"{cue}:{value}"
        for cue, value, weight in votes
        if weight > 0 and (cue in SHOWN or cue == "number")
    )


def _confidence(score: float) -> float:
    """The score on a logistic curve, 0.5 where it is just enough."""
    odds: float = _E ** (ENOUGH - score)
    return round(1 / (1 + odds), 2)
