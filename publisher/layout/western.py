"""Paragraphs in a Western language among Chinese ones: which they are, and where words divide.

Hyphenation is by Liang's patterns (pyphen, from LibreOffice's dictionaries), as old as TeX and
still the best that asks no dictionary.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any

_SHARE = 12
"""A paragraph is Western with so many Latin letters to each Han character."""
_LEAST_WORDS = 3
_WORD = r"[A-Za-z]{6,}"
"""Short words are not worth a hyphen."""
_BEFORE, _AFTER = 2, 3
"""Letters that stay before a hyphen, and that go behind it."""


def is_western(text: str) -> bool:
    """Whether a paragraph is set by the rules of English: words, and next to no Han."""
    letters = len(text.encode("ascii", "ignore"))
    if letters * 2 < len(text):
        return False
    han = sum(char >= "\u2e80" for char in text)
    words = re.findall(r"\b[A-Za-z]+\b", text)
    return min(len(words), len(text.split())) >= _LEAST_WORDS and han * _SHARE <= letters


def syllables(text: str, language: str = "en") -> Iterator[int]:
    """The places in ``text`` where a word may be hyphenated, in order.

    Names and abbreviations (a capital inside, or all of it) are left whole.
    """
    for match in re.finditer(_WORD, text):
        word = match[0]
        if not word[1:].islower() or _touches(text, *match.span()):
            continue
        for at in _patterns(language).positions(word.lower()):
            if _BEFORE <= at <= len(word) - _AFTER:
                yield match.start() + at


def _touches(text: str, start: int, end: int) -> bool:
    """Whether a word is part of something longer: an address, a compound, a number."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    dotted = text[start - 1 : start] == "." or (
        text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()
    )
    return dotted or any(char in "-@/_&=\u2019'" or char.isalnum() for char in around)


def breaks_in(texts: Sequence[str], language: str = "en") -> list[int]:
    """``syllables`` as numbers of clusters; a place inside a cluster is none."""
    places = set(syllables("".join(texts), language))
    found, at = [], 0
    for i, text in enumerate(texts):
        if at in places:
            found.append(i)
        at += len(text)
    return found


def compounds(texts: Sequence[str]) -> Iterator[int]:
    """The breaks behind the hyphens that words have of their own: well-known, not 3-5 or e-mail."""
    for match in re.finditer(r"(?<=[A-Za-z]{2})-(?=[A-Za-z]{3})", "".join(texts)):
        at = match.end()
        if at < len(texts) and texts[at - 1] == "-":
            yield at


@functools.cache
def _patterns(language: str) -> Any:
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known if known and known.startswith("en") else "en_US")
