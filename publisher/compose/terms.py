"""Terms: what the speech is about, in its own words, for the properties of the file.

A term is what is said again and again: a word of our tables, or characters that always stand
together though no table has them (医共体, 河长). Words that every speech has are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from publisher import words
from publisher.compose.weights import FUNCTION, Weights

_MOST, _LEAST = 8, 3
_LONGEST = 6
_TRIED, _SEEN = 60, 200
"""Pairs that are tried, and of each its first places."""
_OFTEN = (5, 3, 2)
"""Times that a pair of characters is said which no table has, to be a word of two; the next where
too few terms are found. Longer terms and those of our tables are said as often as the next."""
_HELD = 0.7
"""A longer term is meant where it is at least this share of the shorter one's times."""
_PLAIN = frozenset(
    """
我们 大家 同志 同志们 工作 各项工作 今天 今年 去年 明年 全年 年度 一定 必须 要求 方面 问题 情况
进行 开展 推进 推动 加强 提高 提升 落实 实现 做好 抓好 坚持 完善 建立 加快 进一步 全面 深入 不断
切实 持续 积极 有关 各位 领导 代表 时候 自己 他们 什么 没有 不是 就是 可以 一个 每个 一次 这个
那个 已经 还有 因为 所以 如果 一起 一天 一年 两个 三个 这些 那些 现在 过去 以后 以前 时间 地方
东西 事情 知道 觉得 看到 来说 谢谢 第一 第二 第三 同时 全县 全市 全省 全镇 全区 全国 全体 主任
书记 局长 县长 市长 镇长 院长 校长 站长 主要 重点 某某 任务 目标 一线 意见 报告 讲话 发言 汇报
主持人 请大家 老师们 同学们 朋友们 请各位 各单位 各部门 底前 万元 亿元 公里 万亩 人次 月底 年底
结合 通过 需要 应当 能够 成为 形成 出来 怎么 怎样 多少 小时 当天 当年 代替 完成 提问 感谢 宣布
办成 半年 全部 全站 全院 就地 大会 会议 掌声 欢迎 一句话 件事 句话 哪里
""".split()
)
"""Words that every speech has."""
_EDGES = frozenset(
    "的了和与在是要把将对不也就都而及等这那我你他她它们以于为从到有没着过之其或但并更最很还又再能可"
    "让给被比跟向由因所每各来去说上下里中个们第只会得地请吗呢吧啊多少几年月日元时一二三四五六七八九十"
    "两块条件次"
)
"""Characters that a term neither begins nor ends with, unless our tables have it."""
_WORD = re.compile(r"[A-Za-z][a-z]{4,}")
_NO_TERM = frozenset(
    """
three four five seven eight place about after again before being between could every first their
there these thing things those through under until where which while whose would years never other
still should might shall people today thank
    """.split()
)


def keywords(text: str, titles: str, weights: Weights, *, chinese: bool) -> tuple[str, ...]:
    """Three to eight terms of ``text``, the weightiest first; fewer where it has no more.

    ``titles`` are the lines of the title and the headings: what they say weighs more.
    """
    kept: list[str] = []
    for pairs, least in pairwise((*_OFTEN, _OFTEN[-1])):
        counted = _chinese(text, weights, pairs, least) if chinese else _latin(text)
        scores = {
            term: count * len(term) ** 0.5 * (2.5 if term in titles else 1.0) * _known(term)
            for term, count in counted.items()
        }
        for term in sorted(scores, key=lambda term: (-scores[term], text.find(term))):
            if not any(term in other or other in term for other in kept):
                kept.append(term)
        if len(kept) >= _LEAST:
            break
    return tuple(kept[:_MOST])


def _known(term: str) -> float:
    """A word of our tables is surely one."""
    return 1.4 if term in _nouns() else 1.0


def _latin(text: str) -> dict[str, int]:
    counts = Counter(word.lower() for word in _WORD.findall(text))
    spelt = {word.lower(): word for word in reversed(_WORD.findall(text))}
    return {
        spelt[word]: count for word, count in counts.items() if count > 1 and word not in _NO_TERM
    }


def _chinese(text: str, weights: Weights, pairs: int, least: int) -> dict[str, int]:
    """Terms with how often they are said: pairs of characters, grown while they hold."""
    found: dict[str, int] = {}
    often = [item for item in weights.counts.items() if item[1] >= least]
    often = sorted(often, key=lambda item: item[1], reverse=True)
    lone = _lone(text, often[:_TRIED], often, least)
    for pair, count in often[:_TRIED]:
        term, times = (pair, count) if pair in lone else _grown(text, pair, count, least)
        if (len(term) > 2 or times >= pairs or term in _nouns()) and _is_term(text, term):
            found[term] = times
    return found


def _lone(
    text: str, tried: Sequence[tuple[str, int]], often: Sequence[tuple[str, int]], least: int
) -> frozenset[str]:
    """Those pairs of Han characters that no character nearly always stands beside, for no pair
    that it would make with theirs is said as often. ``often``: all such pairs, the first most.
    """
    if any(char in text for char in FUNCTION - _EDGES):
        return frozenset()  # what may be in a term is in no pair
    begun, ended = dict[str, int](), dict[str, int]()
    for pair, count in often:
        begun.setdefault(pair[0], count)
        ended.setdefault(pair[-1], count)
    return frozenset(
        pair
        for pair, count in tried
        if min(max(ended.get(pair[0], 0), begun.get(pair[-1], 0)), _SEEN) < _share(count, least)
        and not pair.isascii()
    )


def _share(count: int, least: int) -> float:
    """How often a longer term must be said that is meant where one is that is said ``count``
    times."""
    return max(least, _HELD * count)


def _grown(text: str, term: str, count: int, least: int) -> tuple[str, int]:
    """``term`` with the characters that nearly always stand before and behind it, and how often it
    is said."""
    places = list(_places(text, term))
    while len(term) < _LONGEST:
        around = _around(text, term, places[:_SEEN], _share(count, least))
        if not around:
            break
        count, longer = max(around)
        if longer.startswith(term):
            places = [at for at in places if text.startswith(longer, at)]
        else:
            places = [at - 1 for at in places if at and text.startswith(longer, at - 1)]
        term = longer
    return term, count


def _places(text: str, term: str) -> Iterator[int]:
    """Where ``term`` stands in ``text``."""
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + 1)


def _around(text: str, term: str, places: Sequence[int], least: float) -> list[tuple[int, str]]:
    """``term`` with a character that stands before or behind it ``least`` times, and how often."""
    size = len(term)
    before = "".join([text[at - 1 : at] for at in places])
    behind = "".join([text[at + size : at + size + 1] for at in places])
    return [(count, char + term) for char, count in _often(before, least)] + [
        (count, term + char) for char, count in _often(behind, least)
    ]


def _often(chars: str, least: float) -> list[tuple[str, int]]:
    """What of ``chars`` a term may have at its ends and comes ``least`` times. Where too many
    come but once, nothing does."""
    kinds = set(chars)
    if len(chars) - len(kinds) + 1 < least:
        return []
    counted = [(char, chars.count(char)) for char in kinds if _is_inside(char)]
    return [(char, count) for char, count in counted if count >= least]


def _is_inside(char: str) -> bool:
    """Whether a term may begin or end with ``char``, a character or none."""
    return "\u3400" <= char <= "\u9fff" and char not in _EDGES


def _is_term(text: str, term: str) -> bool:
    """Whether ``term`` is a word: one of our tables, or on both sides of it different characters
    or marks are found, as around a word and not around a part of one."""
    if term in _PLAIN or term in _verbs():
        return False
    if term[1:] in _PLAIN or term[:-1] in _PLAIN:
        return False
    if term in _nouns():
        return True
    if term[0] in _EDGES or term[-1] in _EDGES:
        return False
    size = len(term)
    places = list(_places(text, term))
    before = {text[at - 1 : at] for at in places}
    behind = {text[at + size : at + size + 1] for at in places}
    return len(before) > 1 and len(behind) > 1


@cache
def _nouns() -> frozenset[str]:
    return frozenset((*words.SET_PHRASES, *words.WORDS, *words.ORGANIZATIONS, *words.HEADS))


@cache
def _verbs() -> frozenset[str]:
    """Words that say what is done, and how, not with what."""
    return frozenset(
        (*words.VERBS, *words.ADVERBS, *words.PREPOSITIONS, *words.LOCALIZERS, *words.PARTICLES)
    )
