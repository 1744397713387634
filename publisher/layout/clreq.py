"""What each character is to the line: one table of classes, and the rules that follow from it.

Sources: W3C *Requirements for Chinese Text Layout* (CLREQ) 3.1 and 3.2, GB/T 15834—2011 5.1.
Characters are told apart once (``classes_of``); all rules between two neighbours are then a look
into a small table (``pair_table``), so that a line breaker never asks about characters.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import accumulate, compress
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["none", "basic", "GB", "strict"]
"""How much is kept from a line's start and end (CLREQ 3.1.4): nothing, the marks; at GB level a
slash from a line's end too, strictly also —— and …… from a line's start. Words, figures with
their units, —— and …… are whole at every level."""

Rules: TypeAlias = Literal["none", "basic", "GB", "strict", "office"]
"""A level, or what office programs do, which part a figure from a measure word."""


class Kind(IntEnum):
    """Classes of characters, by what a line may do with them."""

    HAN = 0  # so that what is special is true
    LATIN = 1
    DIGIT = 2
    SPACE = 3
    OPEN = 4
    CLOSE = 5
    PAUSE = 6
    STOP = 7
    INTERPUNCT = 8
    CONNECTOR = 9
    SLASH = 10
    DASH = 11
    ELLIPSIS = 12
    PREFIX = 13
    SUFFIX = 14
    UNIT = 15
    """A Han character that is a measure word behind a number: 亿, 元, 年."""
    JOINED = 16
    """A glyph that belongs to the one before it; also a non-breaking space or word joiner."""


_MEMBERS: tuple[tuple[Kind, str], ...] = (
    (Kind.OPEN, "“‘（《〈「『【〔〖［｛([{"),
    (Kind.CLOSE, "”’）》〉」』】〕〗］｝)]}"),
    (Kind.PAUSE, "，、；：,;:﹑"),
    (Kind.STOP, "。？！.?!．"),
    (Kind.INTERPUNCT, "·・‧•"),
    (Kind.CONNECTOR, "～－–‐-+＋"),
    (Kind.SLASH, "／/"),
    (Kind.DASH, "—⸺―"),
    (Kind.ELLIPSIS, "…⋯"),
    (Kind.PREFIX, "￥¥$＄£€№"),
    (Kind.SUFFIX, "%％‰℃℉°′″"),
    (
        Kind.UNIT,
        (
            "亿万千百元角分年月日号时点秒岁度届次项名人户家座亩吨米里斤克升个条件种类级期章节页倍成"
            "台辆架艘列处所间栋套层楼路站册本份张篇部只头匹株棵块片根支把场回遍趟步例宗笔款枚组对双"
        ),
    ),
    (Kind.SPACE, " \t\u2002\u2003\u2009\u3000"),
    (Kind.JOINED, "\u00a0\u2060\u202f\u200b\u200d"),
    (Kind.DIGIT, "0123456789"),
)
_WORDLIKE = frozenset({Kind.LATIN, Kind.DIGIT})
_IN_WORDS = frozenset(".,:;'’/-–?!+·") | frozenset("@#&=_~*")
"""Between two letters or digits these are part of the word: 3.5, 10:30, don’t, a/b, COVID-19."""


class _Kinds(dict[str, int]):
    """First character → class. Anything unlisted is Latin below U+1100, else like a Han."""

    def __missing__(self, char: str) -> int:
        kind = Kind.HAN
        if char == "":
            kind = Kind.JOINED
        elif len(char) > 1:
            kind = Kind(self[char[0]])
        elif char < "\u1100" and (char.isalnum() or char < "\u0080"):
            kind = Kind.DIGIT if char.isdigit() else Kind.LATIN
        self[char] = int(kind)
        return int(kind)


_KINDS = _Kinds({char: int(kind) for kind, chars in _MEMBERS for char in chars})


@functools.cache
def kind_of(char: str) -> Kind:
    """The class of a character standing alone."""
    return Kind(_KINDS[char])


def classes_of(texts: Sequence[str]) -> list[int]:
    """The class of each cluster in a text, as ``int(Kind)``.

    Half-width marks count as their full-width kin, unless letters or digits stand on both sides:
    then they belong to the word. A straight double quote opens and closes by turns. A measure
    word counts as one only behind a number, with what multiplies it (120 亿 元).
    """
    kinds = list(map(_KINDS.__getitem__, texts))
    found = special(kinds)
    marked = [i for i in found if texts[i] in _SPECIAL]
    if marked:
        _settle(texts, kinds, marked)
    _settle_units(texts, kinds, [i for i in found if kinds[i] == _UNIT])
    if "/" in texts or "@" in texts:
        for start, end, _ in _addresses(texts):
            kinds[start:end] = [int(Kind.LATIN)] * (end - start)
    return kinds


def special(kinds: Sequence[int]) -> list[int]:
    """The numbers of those that are not plain Han: one in six, in Chinese."""
    return list(compress(range(len(kinds)), kinds))


_ADDRESS = (
    r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[!-~]*[A-Za-z0-9/#=&_~-]"
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)


def _addresses(texts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """URLs and mail addresses: from which cluster to which, and their characters."""
    text = "".join(texts)
    places = range(len(text) + 1)
    if len(text) != len(texts):
        starts = {at: i for i, at in enumerate(accumulate(map(len, texts), initial=0))}
        places = [starts.get(at, -1) for at in places]  # type: ignore[assignment]
    for match in re.finditer(_ADDRESS, text):
        start, end = places[match.start()], places[match.end()]
        if start >= 0 and end - start == match.end() - match.start():
            yield start, end, match[0]


_LEAST_OF_ADDRESS = 3
"""Characters of an address that stand on a line at least."""


def address_breaks(texts: Sequence[str], after: str = "/?&=-.") -> Iterator[int]:
    """Where an address may be divided: behind one of ``after`` and before a letter, unhyphenated.

    Never inside its ``https://``. Yields the number of the cluster that the new line begins with.
    """
    for start, end, text in _addresses(texts) if "/" in texts or "@" in texts else ():
        least = max(_LEAST_OF_ADDRESS, text.find("://") + 4)
        for at in range(least, end - start - _LEAST_OF_ADDRESS + 1):
            if text[at - 1] in after and text[at].isalpha():
                yield start + at


_SPECIAL = _IN_WORDS | {'"'}


def _settle_units(texts: Sequence[str], kinds: list[int], units: Iterable[int]) -> None:
    """Keep as units, in place, only what stands behind a number or behind what multiplies it."""
    power = False
    for i in units:
        before = kinds[i - 1] if i else _HAN
        if before == _DIGIT or (before == _UNIT and power):
            power = texts[i] in _POWERS
        else:
            kinds[i] = _HAN


_POWERS = "亿万千百"
_HAN, _DIGIT, _UNIT, _JOINED = map(int, (Kind.HAN, Kind.DIGIT, Kind.UNIT, Kind.JOINED))


def _settle(texts: Sequence[str], kinds: list[int], marked: Iterable[int]) -> None:
    """Decide, in place, the marks that depend on their neighbours: those at ``marked``."""
    opening = True
    last = len(texts) - 1
    for i in marked:
        text = texts[i]
        if text == '"':
            kinds[i] = int(Kind.OPEN if opening else Kind.CLOSE)
            opening = not opening
        elif 0 < i < last and _in_word(texts[i - 1], texts[i + 1]):
            kinds[i] = int(Kind.LATIN)


def _in_word(before: str, after: str) -> bool:
    return _KINDS[before] in _WORDLIKE and _KINDS[after] in _WORDLIKE


_NO_START_BASIC = frozenset({
    Kind.CLOSE, Kind.PAUSE, Kind.STOP, Kind.INTERPUNCT, Kind.CONNECTOR, Kind.SLASH,
    Kind.SUFFIX, Kind.UNIT, Kind.SPACE, Kind.JOINED,
})  # fmt: skip
_NO_END_BASIC = frozenset({Kind.OPEN, Kind.PREFIX})

_NEVER_BEGINS = frozenset({Kind.SPACE, Kind.JOINED})

NO_START: dict[Rules, frozenset[Kind]] = {
    "none": _NEVER_BEGINS,
    "office": _NO_START_BASIC - {Kind.UNIT},
    "basic": _NO_START_BASIC,
    "GB": _NO_START_BASIC,
    "strict": _NO_START_BASIC | {Kind.DASH, Kind.ELLIPSIS},
}
"""Classes that never begin a line (CLREQ 3.1.4; a unit never leaves its number)."""

NO_END: dict[Rules, frozenset[Kind]] = {
    "none": frozenset(),
    "office": _NO_END_BASIC,
    "basic": _NO_END_BASIC,
    "GB": _NO_END_BASIC | {Kind.SLASH},
    "strict": _NO_END_BASIC | {Kind.SLASH},
}
"""Classes that never end a line."""

_UNBREAKABLE = frozenset({
    (Kind.DASH, Kind.DASH), (Kind.ELLIPSIS, Kind.ELLIPSIS),
    *((a, b) for a in _WORDLIKE for b in _WORDLIKE),
})  # fmt: skip
_FIGURES = frozenset({
    (Kind.DIGIT, Kind.SUFFIX), (Kind.PREFIX, Kind.DIGIT), (Kind.DIGIT, Kind.UNIT),
    (Kind.UNIT, Kind.UNIT),
})  # fmt: skip
"""A figure and its sign or unit; measure words are units only behind a figure."""
_RIGID = _UNBREAKABLE | {(Kind.DIGIT, Kind.SUFFIX), (Kind.PREFIX, Kind.DIGIT)}
"""Pairs between which no space is added, however loose the line."""

_HANLIKE = frozenset({Kind.HAN, Kind.UNIT})
_WESTERN = _WORDLIKE

MAY_BREAK = 1
MAY_GROW = 2
HAN_LATIN = 4
SEVERABLE = 8
IN_WORD = 16
IN_FIGURE = 32
KEPT = 64
ADDRESS = 128
HYPHEN = 256
OWN = 512


def _rule(before: Kind, after: Kind, level: Rules) -> int:
    if before == Kind.JOINED or after == Kind.JOINED:
        return 0
    flags = SEVERABLE
    pair = (before, after)
    if before in _WORDLIKE and after in _WORDLIKE:
        flags |= IN_WORD
    elif level != "office" and pair in _FIGURES:
        flags |= IN_FIGURE
    elif not (after in NO_START[level] or before in NO_END[level] or pair in _UNBREAKABLE):
        flags |= MAY_BREAK
    if pair not in _RIGID and after != Kind.SPACE:
        flags |= MAY_GROW
    if (before in _HANLIKE and after in _WESTERN) or (before in _WESTERN and after in _HANLIKE):
        flags |= HAN_LATIN
    return flags


@functools.cache
def pair_table(level: Rules) -> tuple[tuple[int, ...], ...]:
    """``table[before][after]``: flags for two neighbours.

    MAY_BREAK: a line may end between them. MAY_GROW: a justified line may add space there.
    HAN_LATIN: a quarter em stands there by nature (CLREQ 3.2.1).
    SEVERABLE: a line too narrow for any rule may end there; IN_WORD and IN_FIGURE say what it
    would tear. The other flags are put on places of a text, where a line may end, but rather
    elsewhere: KEPT in a phrase, OWN in one that
    its author keeps whole, ADDRESS in an address, HYPHEN at a syllable.
    """
    return tuple(tuple(_rule(before, after, level) for after in Kind) for before in Kind)


def forbidden_break(before: str, after: str, level: Level = "GB") -> bool:
    """Whether no line may end between these two characters, seen without their neighbours."""
    first, second = classes_of([before, after])
    return not pair_table(level)[first][second] & MAY_BREAK


def surely_breaks(before: str, after: str, level: Level) -> bool:
    """Whether a line may end between two characters, whatever stands around them.

    A measure word is none unless a number or another one is before it, and as any Han then;
    letters and digits may turn into each other in an address, which makes no difference here.
    """
    first, second = _KINDS[before], _KINDS[after]
    if before in _SPECIAL or after in _SPECIAL or _JOINED in (first, second):
        return False
    if second == _UNIT:
        if first in (_DIGIT, _UNIT):
            return False
        second = _HAN
    return bool(pair_table(level)[_HAN if first == _UNIT else first][second] & MAY_BREAK)
