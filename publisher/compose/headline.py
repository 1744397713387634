"""What stands over the points of a part, in place of its title, which the slide before has shown.

It is the sentence before the points that says what they come to (难处不必掩饰，说出来才有办法;
自己还有三点不足), or else the last clause of the title, where this stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.compose.clauses import Span, ems, sentences, trimmed
from publisher.compose.standing import leans
from publisher.compose.weights import Weights
from publisher.speech import Piece, stage_directions
from publisher.traditional import simplified

_LENGTH = range(7, 38)
_ASSERTS = tuple(
    "不能 不是 不可 不必 必须 需要 应当 要 关键 根本 就是 才 决定 取决 问题 差距 短板 不足 毛病 "
    "困难 重点 办法 道理 经验 教训 启示 取得 离不开 must need should never only".split()
)
"""A sentence with none of these tells what happened, or leads nowhere."""
_COUNTED = tuple(
    size + thing
    for size in ("", "个", "大")
    for thing in "方面 句话 句 条 点 件 环节 领域 地方 步 项 块 层 道理".split()
)
_COUNTED_EN = ("two ", "three ", "four ", "five ", "six ")
"""我看主要有两个方面: it leads to the points, and says no more."""
_TELLS = tuple("有人 有的 同志 朋友 大家 问我 他们 她 后来 教了 当时 早就 那 从前 听".split())
"""A sentence with one of these, with a figure or a span of time (三十年) tells or addresses: it
is no title."""


def headline(intro: Sequence[Piece], weights: Weights) -> Piece | None:
    """The sentence of ``intro`` that stands over the points it leads to; None without one."""
    scored = list(_candidates(intro, weights))
    return max(scored, key=lambda found: found[0])[1] if scored else None


def _candidates(intro: Sequence[Piece], weights: Weights) -> Iterator[tuple[float, Piece]]:
    for piece in intro:
        plain = simplified("" if piece.note else piece.text)
        for sentence in sentences(plain):
            span = trimmed(plain, Span(sentence[0].start, sentence[-1].end))
            words = plain[slice(*span)]
            counts = _counts(words)
            if int(ems(words)) not in _LENGTH or _tells(words) or leans(words):
                continue
            if not (counts or _has(words, _ASSERTS)) or words[-1:] in "？?" or "：“" in words:
                continue
            if not stage_directions(piece.text[slice(*span)]):
                yield weights.weight(words) - 0.5 * counts, piece.cut(*span)


def _has(words: str, signs: Sequence[str]) -> bool:
    return any(sign in words for sign in signs)


def _counts(words: str) -> bool:
    return _has(words, _COUNTED_EN) or any(
        numeral in "一二两三四五六七八九十" and words.startswith(_COUNTED, at)
        for at, numeral in enumerate(words, start=1)
    )


def _tells(words: str) -> bool:
    return (
        _has(words, _TELLS)
        or any(map(str.isdecimal, words))
        or any(a in "一二三四五六七八九十百" and b in "天年岁" for a, b in pairwise(words))
    )


def last_clause(title: Piece) -> Piece:
    """The last clause of a title of several, where it stands alone; else all of it."""
    text = title.text
    clauses = [clause for sentence in sentences(text) for clause in sentence]
    span = trimmed(text, clauses[-1]) if len(clauses) > 1 else None
    if span is None or ems(text[slice(*span)]) < _LENGTH.start:
        return title
    words = simplified(text[slice(*span)])
    return title if leans(words) or words.startswith(("要", "不")) else title.cut(*span)
