"""Which words weigh: those that come again in the speech, and those of its title.

Chinese is not parted into words, so that pairs of neighbouring characters stand for them: what is
said often makes the same pairs often. Latin text has its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, repeat

_WORD = re.compile(r"[A-Za-z]{4,}")
# Characters that stand between words: a pair that has one says nothing of what is spoken about.
FUNCTION = frozenset(
    "的了和与在是把要将对不也就都而及等这那我你他她它们以于为从到有没着过之其或但并更最很还又再能可"
    "會們這與對個為從來說沒還讓给让被比跟向由因所每各某一二三四五六七八九十个上下中里"
)
_ENOUGH = 6
"""Times that a pair is said, from which it weighs no more."""
_TITLE = 2.0


class _Weighing(dict[str, str]):
    """Characters that may be part of a pair: Han, and none that stands between words."""

    def __missing__(self, char: str) -> str:
        weighs = "\u3400" <= char <= "\u9fff" and char not in FUNCTION
        found = self[char] = char if weighs else ""
        return found


_WEIGHING = _Weighing()


@lru_cache(maxsize=1024)  # a batch goes through texts without end
def _pairs_of(text: str) -> tuple[str, ...]:
    found: list[str] = []
    before = ""
    for char in map(_WEIGHING.__getitem__, text):
        if before and char:
            found.append(before + char)
        before = char
    return (*found, *map(str.lower, _WORD.findall(text)))


class Weights:
    """How often each pair of characters (each Latin word) is said; titles count twice."""

    __slots__ = ("_of", "counts")

    def __init__(self, texts: Iterable[str], titles: Iterable[str] = ()) -> None:
        counts = Counter(chain.from_iterable(map(_pairs_of, texts)))
        self.counts: Mapping[str, int] = counts
        titled = set(chain.from_iterable(map(_pairs_of, titles)))
        self._of = {
            pair: min(count - 1, _ENOUGH) / _ENOUGH * (_TITLE if pair in titled else 1.0)
            for pair, count in counts.items()
            if count > 1
        }

    def weight(self, text: str) -> float:
        """How much of ``text`` is what the speech is about: 0 for none of it, to 2."""
        pairs = _pairs_of(text)
        return sum(map(self._of.get, pairs, repeat(0.0))) / len(pairs) if pairs else 0.0


NOTHING_WEIGHS = Weights(())
