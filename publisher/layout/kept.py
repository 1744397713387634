"""What is never parted on a slide: names with posts, set phrases, dates, figures, short titles.

CLREQ 3.1.3 names figures with their units; GB/T 9704—2012 7.3.1 asks that a title be broken by
sense. The words are tables (``words``), people add their own. They are looked up, not compiled
into one pattern: that would take longer than all the lines of a deck.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from operator import add
from typing import TypeAlias

from publisher import words
from publisher.layout import clreq

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""(start, end) of characters, in order and apart from each other."""
Pairs: TypeAlias = list[tuple[int, str]]
"""Neighbouring characters with the place of the first."""

_NUMBER = "[约近超逾达第]?[0-9０-９]+(?:[,，.．:：—～~-]+[0-9０-９]+)*"
_ENCLOSED = (("《", "》", 12, "《\n"), ("“", "”", 8, "“，。；\n"), ("（", "）", 6, "（\n"))
"""Marks, how many characters may stand between them, and which may not."""
_COUNTED = (
    ("年", "[〇零一二三四五六七八九]{4}年"),
    ("党的", "党的[一二三四五六七八九十]+大(?:精神|报告)?"),
    ("中全会", "[一二三四五六七八九十]+届[一二三四五六七]中全会(?:精神)?"),
)
"""二〇二六年, 党的十九大报告, 二十届三中全会精神; a pattern is compiled where its sign stands."""
_DOUBLED = r"(\w)\1(\w)\2|(\w\w)\3"
"""实实在在, 一班一班."""
_SIGNS = "%％‰℃"
_POWERS = "十百千万亿"
_ENDS_A_NAME = frozenset("，。、；：！？）》”说等 　\n")
_COMRADE = "同志"


@functools.lru_cache(maxsize=512)
def kept_ranges(text: str, own: frozenset[str] = frozenset()) -> Ranges:
    """Where ``text`` is not to be broken; ``own`` are words that its author keeps whole.

    What overlaps is one range.
    """
    pairs = _pairs(text)
    found = [*_phrases(text, pairs), *_names(text, pairs), *_figures(text)]
    patterns = [pattern for sign, pattern in _COUNTED if sign in text]
    patterns += map(re.escape, own)
    found += [match.span() for pattern in patterns for match in re.finditer(pattern, text)]
    found += _enclosed(text)
    found += [m.span() for m in re.finditer(_DOUBLED, text) if not m[0].isascii()]
    return _merged(span for span in found if span[1] - span[0] > 1)


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """Short titles, quotations and parentheses with their marks, one after the other."""
    found: list[tuple[int, int]] = []
    for opening, closing, most, barred in _ENCLOSED:
        at = text.find(opening)
        while at >= 0:
            end = text.find(closing, at + 2, at + 2 + most)
            if end >= 0 and not any(mark in text[at + 1 : end] for mark in (closing, *barred)):
                found.append((at, end + 1))
            at = text.find(opening, at + 1)
    last = 0
    for start, end in sorted(found):
        if start >= last:
            yield start, end
            last = end


def kept_words(text: str, own: frozenset[str] = frozenset()) -> frozenset[str]:
    """The same as words, for the breaking of titles."""
    return own | {text[start:end] for start, end in kept_ranges(text, own)}


@functools.cache
def _by_two(table: str) -> dict[str, tuple[str, ...]]:
    """The words of a table of ``words`` by their first two characters, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(getattr(words, table), key=len, reverse=True):
        found[word[:2]] = (*found.get(word[:2], ()), word)
    return found


def _pairs(text: str) -> Pairs:
    """The neighbours that a word of the tables may begin with, and where they stand."""
    found: list[tuple[int, str]] = []
    for pair in _beginnings().intersection(map(add, text, text[1:])):
        at = text.find(pair)
        while at >= 0:
            found.append((at, pair))
            at = text.find(pair, at + 1)
    return sorted(found)


@functools.cache
def _beginnings() -> frozenset[str]:
    return frozenset((*_by_two("SET_PHRASES"), *_by_two("POSTS")))


def _phrases(text: str, pairs: Pairs, table: str = "SET_PHRASES") -> Iterator[tuple[int, int]]:
    """The longest word of the table at each place."""
    by_two = _by_two(table)
    for start, pair in pairs:
        for word in by_two.get(pair, ()):
            if text.startswith(word, start):
                yield start, start + len(word)
                break


def _names(text: str, pairs: Pairs) -> Iterator[tuple[int, int]]:
    """沈知秋馆长, 王书记, 县长李明（, each a post with the name before or behind it."""
    for start, end in _phrases(text, pairs, "POSTS"):
        for at in range(max(0, start - 4), start):
            if _is_name(text[at:start], short=True):
                yield at, end
                break
        for until in (end + 4, end + 3, end + 2):
            if _is_name(text[end:until]) and _is_over(text, until):
                yield start, until + len(_COMRADE) * text.startswith(_COMRADE, until)
                break


def _is_over(text: str, end: int) -> bool:
    """Whether a name may end here: before a mark, or before what is done or said by it."""
    if end >= len(text):
        return end == len(text)
    return text[end] in _ENDS_A_NAME or text.startswith(_COMRADE, end)


@functools.cache
def _surnames() -> frozenset[str]:
    return frozenset(words.SURNAMES)


def _is_name(word: str, *, short: bool = False) -> bool:
    """A surname and one or two characters; ``short``: the surname alone will do (王书记)."""
    if not all("\u4e00" <= char <= "\u9fff" for char in word):
        return False
    for length in (2, 1):
        given = len(word) - length
        if word[:length] in _surnames() and (0 if short else 1) <= given <= 2:
            return True
    return False


@functools.cache
def _measures() -> dict[str, list[str]]:
    """Measure words by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for measure in sorted(set(words.MEASURES), key=len, reverse=True):
        found.setdefault(measure[0], []).append(measure)
    return found


def _figures(text: str) -> Iterator[tuple[int, int]]:
    """约120.5亿元, 5.5%, 3—5个百分点, 2024年5月6日, with the blanks that people leave in them."""
    open_date: tuple[int, int] | None = None
    for match in re.finditer(_NUMBER, text) if any(map(str.isdecimal, text)) else ():
        start, end = match.start(), _counted(text, match.end())
        if open_date and not text[open_date[1] : start].strip(" "):
            start = open_date[0]
        yield start, end
        open_date = (start, end) if text[end - 1] in "年月" else None


def _counted(text: str, end: int) -> int:
    """Where a number ends that stands before ``end``, its sign or what it counts included."""
    at = end + (text[end : end + 1] in (" ", "\u00a0"))
    if text[at : at + 1] and text[at] in _SIGNS:
        return at + 1
    power = at
    while text[power : power + 1] and text[power] in _POWERS:
        power += 1
    about = power + (text[power : power + 1] in ("多", "余"))
    for measure in _measures().get(text[about : about + 1], ()):
        if text.startswith(measure, about):
            return about + len(measure)
    return about if about > at else end


def _merged(spans: Iterable[tuple[int, int]]) -> Ranges:
    """Spans that share characters as one each."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def break_before(text: str, start: int, end: int) -> int | None:
    """The last place from ``end`` back where a line may end, behind ``start``; None without one."""
    for at in range(end, start, -1):
        if not clreq.forbidden_break(text[at - 1], text[at]):
            return at
    return None
