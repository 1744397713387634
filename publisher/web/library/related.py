"""Speeches that go with each other, and why: the terms that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from publisher.record import NamedTuple
from publisher.web.library.card import Card

_MOST = 5
_TERMS = 4
_SAME_SPEAKER = 0.5
"""What one speaker adds to what is shared, which alone is no reason."""
_COMMON = 0.25
"""A term of more than this share of all speeches tells nothing, where there are many."""
_MANY = 12


class Related(NamedTuple):
    """Another speech and the terms that both are about, the most telling first."""

    slug: str
    terms: tuple[str, ...]


def related(cards: Sequence[Card]) -> Mapping[str, tuple[Related, ...]]:
    """For each speech, by its slug, the few that share most with it: rare terms count more."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, card in enumerate(cards):
        for term in card.keywords:
            holders[term].append(index)
    most = len(cards) * _COMMON if len(cards) >= _MANY else len(cards)
    weights = {
        term: log(1 + len(cards) / len(held)) * len(term) ** 0.5
        for term, held in holders.items()
        if 1 < len(held) <= max(most, 2)
    }
    return {card.slug: _nearest(i, cards, holders, weights) for i, card in enumerate(cards)}


def _nearest(
    index: int,
    cards: Sequence[Card],
    holders: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
) -> tuple[Related, ...]:
    own = cards[index]
    shared: defaultdict[int, list[str]] = defaultdict(list)
    for term in own.keywords:
        for other in holders[term] if term in weights else ():
            if other != index:
                shared[other].append(term)
    scores = {
        other: sum(weights[term] for term in terms)
        + _SAME_SPEAKER * (own.speaker != "" and own.speaker == cards[other].speaker)
        for other, terms in shared.items()
    }
    best = sorted(scores, key=lambda other: (-scores[other], cards[other].slug))[:_MOST]
    return tuple(
        Related(cards[i].slug, tuple(sorted(shared[i], key=lambda t: (-weights[t], t))[:_TERMS]))
        for i in best
    )
