"""Cutting a title into words: our own table first, the BudouX model where it leaves a gap.

BudouX (ACL 2021 demo; zh-hans model) errs on set phrases and proper names (镇委理论|…, 把|握核心),
so that its words count only where no word of ours fits.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, repeat, zip_longest
from pathlib import Path
from typing import TypeAlias

from publisher import words
from publisher.frozen import thawed
from publisher.layout import clreq
from publisher.layout.clreq import Kind

_LENGTHS = frozenset(range(1, 21))
"""Characters of a word that is looked for."""
NUMBER = re.compile(
    r"第?[0-9０-９一二三四五六七八九十百千〇零两XxＸ]+(?:[.．][0-9]+)?[%％‰]?"
    r"(?:周年|年度|季度|世纪|[年月日届次个项条批轮期章节讲课级班亿万千百]+元?)?"
    r"|——|……|[A-Za-z0-9][A-Za-z0-9.+\-/&]*[%％]?"
)
"""Numbers with their unit, ordinals, Latin words, and marks of two characters."""

_LETTERS = frozenset({Kind.HAN, Kind.UNIT, Kind.LATIN, Kind.DIGIT})


@functools.cache
def vocabulary() -> frozenset[str]:
    """All words of our table."""
    return frozenset().union(
        words.SET_PHRASES, words.EVENTS, words.KINDS_OF_SPEECH, words.VERBS, words.ADVERBS,
        words.PREPOSITIONS, words.LOCALIZERS, words.PARTICLES, words.ORGANIZATIONS, words.WORDS,
    )  # fmt: skip


_KNOWN, _GUESSED, _SINGLE = 1.0, 1.35, 1.9
_GAP = 2
"""Unknown characters in a row, from which the model is asked."""


def segment(text: str, own: frozenset[str] = frozenset()) -> list[str]:
    """``text`` cut into words, the fewest and best known; joined they are the text again."""
    known = _known_words(text, own)
    tokens = _cheapest(text, known)
    if _has_gap(tokens, own):
        tokens = _cheapest(text, known | _guessed_words(text, known))
    return tokens


def _known_words(text: str, own: frozenset[str]) -> dict[tuple[int, int], float]:
    """(start, end) → price for each word of the tables, number or Latin word in ``text``."""
    found: dict[tuple[int, int], float] = {}
    for table, lengths in ((vocabulary(), _lengths()), (own, set(map(len, own)))):
        for length in lengths & _LENGTHS:
            for start, word in enumerate(_grams(text, length)):
                if word in table:
                    found[start, start + length] = _KNOWN
    for match in NUMBER.finditer(text):
        if len(match[0]) > 1:
            found[match.span()] = _KNOWN
    return found


@functools.cache
def _lengths() -> frozenset[int]:
    """How long the words of our table are."""
    return frozenset(map(len, vocabulary()))


def _grams(text: str, length: int) -> list[str]:
    """All stretches of so many characters, in order."""
    return [text[start : start + length] for start in range(len(text) - length + 1)]


def _guessed_words(text: str, known: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The model's words, where no known word is."""
    found: dict[tuple[int, int], float] = {}
    at = 0
    for end in (*_guessed_ends(text), len(text)):
        if end - at > 1 and (at, end) not in known:
            found[at, end] = _GUESSED
        at = end
    return found


_WINDOWS = {
    "UW1": (-3, -2), "UW2": (-2, -1), "UW3": (-1, 0), "UW4": (0, 1), "UW5": (1, 2), "UW6": (2, 3),
    "BW1": (-2, 0), "BW2": (-1, 1), "BW3": (0, 2),
    "TW1": (-3, 0), "TW2": (-2, 1), "TW3": (-1, 2), "TW4": (0, 3),
}  # fmt: skip
"""The features of BudouX: which characters around a boundary each table of weights looks up."""


def _guessed_ends(text: str) -> list[int]:
    """Where words end by the model's weights: each boundary whose sum is positive."""
    base, tables = _model()
    grams = {length: _grams(text, length) for length in (1, 2, 3)}
    columns: list[Iterable[int]] = []
    for table, (start, end) in tables:
        weights = map(table.get, grams[end - start], repeat(0))
        # The boundary that a window tells of stands ``start`` characters before the window.
        columns.append(chain([0] * -start, islice(weights, max(0, start), None)))
    scores = map(sum, zip_longest(*columns, fillvalue=0))
    return [
        at
        for at, score in enumerate(islice(scores, len(text)))
        if at and (base + score > 0 or JOINS in text[at - 1 : at + 1])
    ]


JOINS = "暨"
"""A word by itself, which joins two meetings in one title; the model takes the next word to it."""


_Tables: TypeAlias = list[tuple[dict[str, int], tuple[int, int]]]
FROZEN = Path(__file__).with_name("budoux.frozen")
"""The model as it was read by tools/freeze.py (BudouX, Google, Apache-2.0): its JSON takes as long
as a slide, to look for its package as long as another."""


@functools.cache
def _model() -> tuple[float, _Tables]:
    """BudouX's model of simplified Chinese, thawed only for words that are not ours."""
    model: Mapping[str, dict[str, int]] = thawed(FROZEN, ()) or {}
    base = -0.5 * sum(sum(weights.values()) for weights in model.values())
    return base, [(weights, _WINDOWS[name]) for name, weights in model.items()]


def _cheapest(text: str, spans: dict[tuple[int, int], float]) -> list[str]:
    """The cut of ``text`` with the least sum of prices; the longer first word wins a tie."""
    count = len(text)
    by_start: dict[int, list[tuple[int, float]]] = {}
    for (start, end), price in spans.items():
        by_start.setdefault(start, []).append((end, price))
    cost = [0.0] * (count + 1)
    step = [0] * (count + 1)
    for start in range(count - 1, -1, -1):
        single = _KNOWN if clreq.kind_of(text[start]) not in _LETTERS else _SINGLE
        choices = [(single + cost[start + 1], -1, start + 1)]
        for end, price in by_start.get(start, ()):
            choices.append((price + cost[end], start - end, end))
        cost[start], _, step[start] = min(choices)
    tokens = []
    at = 0
    while at < count:
        tokens.append(text[at : step[at]])
        at = step[at]
    return tokens


def _has_gap(tokens: Sequence[str], own: frozenset[str]) -> bool:
    run = 0
    for token in tokens:
        run = run + 1 if is_unknown(token) and token not in own else 0
        if run >= _GAP:
            return True
    return False


def is_unknown(token: str) -> bool:
    """Whether a token is a single Han character that is no word of ours."""
    return len(token) == 1 and token not in vocabulary() and clreq.kind_of(token) == Kind.HAN
