"""Contrast: two points that are set against each other.

Two headings contrast where their titles carry the two words of a pair (成绩, 问题). In running
text a sentence contrasts where its clauses carry them (过去…，现在…; 不是…，而是…): both halves are
whole clauses, and the first keeps the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from publisher.compose.clauses import Sentence, Span, ems, sentences, trimmed
from publisher.compose.standing import leans
from publisher.script import Point
from publisher.speech import Piece, stage_directions
from publisher.traditional import simplified

_TITLES = (
    ("过去 以前 从前 昨天 昔日 往日 来时", "现在 如今 今天 当下 眼前 而今 未来 明天"),
    ("成绩 成效 成果 亮点 进步", "问题 不足 差距 短板 困难 教训"),
    ("优势 长处 有利", "短板 劣势 短处 弱项 不利"),
    ("机遇 机会", "挑战 风险 考验"),
    ("国内", "国际 国外"),
    ("城市 城镇 城里", "农村 乡村 乡下"),
    ("硬件", "软件"),
    ("治标", "治本"),
    ("当前 眼前 近期 短期", "长远 远期 长期 今后"),
    ("加法", "减法"),
    ("一方面", "另一方面"),
    ("strength", "weakness"),
    ("opportunit", "challenge threat risk"),
    ("past yesterday", "future today tomorrow"),
    ("before", "after"),
)
"""Words of the first and of the second title. They are looked for in simplified, lower case."""

_SPOKEN = (
    ("一方面", "(?:另|再)?一方面", ("一方面",)),
    ("过去|以前|从前|往年|原先", "现在|如今|而今|眼下", tuple("现在 如今 而今 眼下".split())),
    ("不(?:再|仅仅|只|光|单)?是", "(?:而|更)是", ("而是", "更是")),
    ("既要", "(?:又|也|更)要", ("既要",)),
    ("与其", "(?:倒|还)?不如", ("与其",)),
    ("[Oo]n (?:the )?one hand", "[Oo]n the other", ("n the other",)),
)
"""What a clause says first, what a later one begins with, and signs of it: without one of them
in the text, the patterns are not even compiled."""
_NEXT = frozenset({"一方面", "过去|以前|从前|往年|原先", "[Oo]n (?:the )?one hand"})
"""Pairs whose second half may begin the next sentence."""
_LABELS = r"\s*(一方面|另一方面|再一方面)\s*[，,：:]?\s*"
_HALF = range(6, 37)
"""Characters of a half."""
_EARLY = 16
"""Characters of a sentence among which the first word stands."""


def contrasts(first: str, second: str) -> bool:
    """Whether the titles of two points are set against each other."""
    one, two = simplified(first).lower(), simplified(second).lower()
    return any(
        _has(one, left) and not _has(one, right) and _has(two, right) and not _has(two, left)
        for left, right in _TITLES
    )


def _has(title: str, words: str) -> bool:
    return any(word in title for word in words.split())


def spoken_contrast(pieces: Sequence[Piece]) -> tuple[Point, Point] | None:
    """The first contrast in running text, as two points without notes; None where there is none."""
    for piece in pieces:
        if piece.note:
            continue
        halves = _halves(simplified(piece.text))
        for left, right in halves:
            points = _point(piece, left), _point(piece, right)
            if not any(stage_directions(point.title.text) for point in points):
                return points
    return None


def _halves(plain: str) -> Iterator[tuple[Span, Span]]:
    """The two halves of each sentence of ``plain`` (simplified) that contrasts."""
    spoken = [pair for pair in _SPOKEN if any(sign in plain for sign in pair[2])]
    found = sentences(plain) if spoken else ()
    for at, sentence in enumerate(found):
        for left, right, _ in spoken:
            if _pattern(left).search(plain, sentence[0].start, sentence[-1].end) is None:
                continue
            after = found[at + 1] if left in _NEXT and at + 1 < len(found) else None
            pair = _within(plain, sentence, left, right) or _across(plain, sentence, after, right)
            if pair is not None and all(_stands(plain, half) for half in pair):
                yield pair


def _within(plain: str, sentence: Sentence, left: str, right: str) -> tuple[Span, Span] | None:
    start, end = sentence[0].start, sentence[-1].end
    first = _pattern(left).search(plain, start, min(start + _EARLY, end))
    if first is None:
        return None
    if left in _NEXT:  # The other pairs hang on the subject that stands before them.
        start = max(clause.start for clause in sentence if clause.start <= first.start())
    for clause in sentence[1:]:
        if clause.start > first.end() and _pattern(right).match(plain, clause.start):
            return _trimmed(plain, start, clause.start), _trimmed(plain, clause.start, end)
    return None


def _across(
    plain: str, sentence: Sentence, after: Sentence | None, right: str
) -> tuple[Span, Span] | None:
    if after is None or not _pattern(right).match(plain, after[0].start):
        return None
    halves = (sentence, after)
    one, two = (_trimmed(plain, half[0].start, half[-1].end) for half in halves)
    return one, two


def _trimmed(plain: str, start: int, end: int) -> Span:
    return trimmed(plain, Span(start, end))


def _stands(plain: str, half: Span) -> bool:
    words = plain[half.start : half.end]
    led = words.startswith(("而是", "更是", "又要", "也要", "更要", "另一方面", "不如", "不是"))
    return int(ems(words)) in _HALF and (led or not leans(words)) and words[-1:] not in "？?"


def _point(piece: Piece, half: Span) -> Point:
    """A half as a point; 一方面 becomes its label."""
    words = piece.cut(*half)
    label = re.match(_LABELS, simplified(words.text))
    if label is None:
        return Point(None, words)
    return Point(words.text[slice(*label.span(1))], words.cut(label.end(), len(words.text)))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern})")
