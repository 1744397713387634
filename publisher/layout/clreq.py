"""What each character is to the line: one table of classes, and the rules that follow from it.

Sources: W3C *Requirements for Chinese Text Layout* (CLREQ) 3.1 and 3.2, GB/T 15834—2011 5.1.
Characters are told apart once (``classes_of``); all rules between two neighbours are then a look
into a small table (``pair_table``), so that a line breaker never asks about characters.
"""

from __future__ import annotations

import functools
from enum import IntEnum
from typing import Literal, NamedTuple, TypeAlias

Level: TypeAlias = Literal["basic", "GB", "strict"]


class Kind(IntEnum):
    """Classes of characters, by what a line may do with them."""

    HAN = 0
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


def classes_of(texts: list[str]) -> list[int]:
    """The class of each cluster in a text, as ``int(Kind)``.

    Half-width marks count as their full-width kin, unless letters or digits stand on both sides:
    then they belong to the word. A straight double quote opens and closes by turns. A measure
    word counts as one only behind a number, with what multiplies it (120 亿 元).
    """
    kinds = [_KINDS[text] for text in texts]
    if not _SPECIAL.isdisjoint(texts):
        _settle(texts, kinds)
    _settle_units(texts, kinds)
    return kinds


_SPECIAL = _IN_WORDS | {'"'}


def _settle_units(texts: list[str], kinds: list[int]) -> None:
    """Keep as units, in place, only what stands behind a number or behind what multiplies it."""
    before, power = int(Kind.HAN), False
    for i, kind in enumerate(kinds):
        if kind == Kind.UNIT:
            if before == Kind.DIGIT or (before == Kind.UNIT and power):
                power = texts[i] in _POWERS
            else:
                kinds[i] = int(Kind.HAN)
        before = kinds[i]


_POWERS = "亿万千百"


def _settle(texts: list[str], kinds: list[int]) -> None:
    """Decide, in place, the marks that depend on their neighbours."""
    opening = True
    last = len(texts) - 1
    for i, text in enumerate(texts):
        if text == '"':
            kinds[i] = int(Kind.OPEN if opening else Kind.CLOSE)
            opening = not opening
        elif text in _IN_WORDS and 0 < i < last and _in_word(texts[i - 1], texts[i + 1]):
            kinds[i] = int(Kind.LATIN)


def _in_word(before: str, after: str) -> bool:
    return _KINDS[before] in _WORDLIKE and _KINDS[after] in _WORDLIKE


_NO_START_BASIC = frozenset({
    Kind.CLOSE, Kind.PAUSE, Kind.STOP, Kind.INTERPUNCT, Kind.CONNECTOR, Kind.SLASH,
    Kind.SUFFIX, Kind.UNIT, Kind.SPACE, Kind.JOINED,
})  # fmt: skip
_NO_END_BASIC = frozenset({Kind.OPEN, Kind.PREFIX})

NO_START: dict[Level, frozenset[Kind]] = {
    "basic": _NO_START_BASIC - {Kind.UNIT},
    "GB": _NO_START_BASIC,
    "strict": _NO_START_BASIC | {Kind.DASH, Kind.ELLIPSIS},
}
"""Classes that never begin a line (CLREQ 3.1.4; a unit never leaves its number)."""

NO_END: dict[Level, frozenset[Kind]] = {
    "basic": _NO_END_BASIC,
    "GB": _NO_END_BASIC | {Kind.SLASH},
    "strict": _NO_END_BASIC | {Kind.SLASH},
}
"""Classes that never end a line."""

_UNBREAKABLE = frozenset({
    (Kind.DASH, Kind.DASH), (Kind.ELLIPSIS, Kind.ELLIPSIS),
    *((a, b) for a in _WORDLIKE for b in _WORDLIKE),
})  # fmt: skip
_RIGID = _UNBREAKABLE | {(Kind.DIGIT, Kind.SUFFIX), (Kind.PREFIX, Kind.DIGIT)}
"""Pairs between which no space is added, however loose the line."""

_HANLIKE = frozenset({Kind.HAN, Kind.UNIT})
_WESTERN = _WORDLIKE

MAY_BREAK = 1
MAY_GROW = 2
HAN_LATIN = 4
SEVERABLE = 8


def _rule(before: Kind, after: Kind, level: Level) -> int:
    if before == Kind.JOINED or after == Kind.JOINED:
        return 0
    flags = SEVERABLE
    if not (after in NO_START[level] or before in NO_END[level] or (before, after) in _UNBREAKABLE):
        flags |= MAY_BREAK
    if (before, after) not in _RIGID and after != Kind.SPACE:
        flags |= MAY_GROW
    if (before in _HANLIKE and after in _WESTERN) or (before in _WESTERN and after in _HANLIKE):
        flags |= HAN_LATIN
    return flags


@functools.cache
def pair_table(level: Level) -> tuple[tuple[int, ...], ...]:
    """``table[before][after]``: flags for two neighbours.

    MAY_BREAK: a line may end between them. MAY_GROW: a justified line may add space there.
    HAN_LATIN: a quarter em stands there by nature (CLREQ 3.2.1).
    SEVERABLE: a line too narrow for any rule may end there.
    """
    return tuple(tuple(_rule(before, after, level) for after in Kind) for before in Kind)


def forbidden_break(before: str, after: str, level: Level = "GB") -> bool:
    """Whether no line may end between these two characters, seen without their neighbours."""
    first, second = classes_of([before, after])
    return not pair_table(level)[first][second] & MAY_BREAK


class Squeeze(NamedTuple):
    """How a full-width mark gives way, in its class.

    ``leading``: its blank is before the ink (opening), else behind it. ``rank``: when it is asked
    on a line that is too full (0 first; None never). ``line_end``: at a line's end it takes
    half an em. ``always``: it takes half an em everywhere (GB/T 15834—2011 5.1.10).
    """

    leading: bool
    rank: int | None
    line_end: bool
    always: bool = False


RANK_SPACE, RANK_BRACKET, RANK_PAUSE, RANK_HAN_LATIN, RANK_STOP = range(5)
RANKS = 5
CHEAP_RANKS = 3
"""Ranks below this are asked without harm; the others show."""

SQUEEZE: dict[int, Squeeze] = {
    int(Kind.OPEN): Squeeze(leading=True, rank=RANK_BRACKET, line_end=False),
    int(Kind.CLOSE): Squeeze(leading=False, rank=RANK_BRACKET, line_end=True),
    int(Kind.PAUSE): Squeeze(leading=False, rank=RANK_PAUSE, line_end=True),
    int(Kind.STOP): Squeeze(leading=False, rank=RANK_STOP, line_end=True),
    int(Kind.INTERPUNCT): Squeeze(leading=False, rank=None, line_end=True, always=True),
    int(Kind.CONNECTOR): Squeeze(leading=False, rank=None, line_end=True, always=True),
    int(Kind.SLASH): Squeeze(leading=False, rank=None, line_end=True, always=True),
}
"""Squeezing by class, in the order of CLREQ 3.1.6.2; the line-end mark has gone before."""

_BLANK_BEHIND = frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP})


def blank_between(before: int, after: int) -> Literal["", "before", "after"]:
    """Which of two adjacent full-width marks gives up half an em, so that they take 1.5 together.

    ”， and 。” : the first, whose blank is behind it; “（ : the second, whose blank is before it
    (CLREQ 3.1.6.1). Where the blanks of both meet (，“) the first gives.
    """
    if before in _BLANK_BEHIND and (after in _BLANK_BEHIND or after == Kind.OPEN):
        return "before"
    if before == Kind.OPEN and after == Kind.OPEN:
        return "after"
    return ""
