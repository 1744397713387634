"""Order of time: marks by which points follow each other (第一步, 上半年, 2024年, 先…再…后).

A series of points is a sequence where each begins with a mark of one kind and the marks ascend.
首先, 其次, 最后 order arguments as often as deeds: they are a sequence only where the words around
them speak of time or steps (``speaks_of_time``), else they stay points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from publisher.record import NamedTuple
from publisher.traditional import simplified

Value: TypeAlias = tuple[int, ...]
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0}
_HAN = "[一二三四五六七八九十]{1,3}"


class Mark(NamedTuple):
    """A mark at the beginning of a text: its kind, its place in the order, and where it ends."""

    kind: str
    value: Value
    end: int


_AROUND = "会 课 汛 战 赛 节 灾 训 术 事 班".split()
"""会前, 会中, 会后."""
_WORDS: Mapping[str, str] = {
    "around": "/".join("|".join(thing + when for thing in _AROUND) for when in "前中后"),
    "half": "上半年/下半年",
    "quarter": "/".join(f"第{nth}季度|{nth}季度" for nth in "一二三四"),
    "year": "前年/去年|上年/今年|本年/明年|来年/后年",
    "term": "近期|短期|眼前|当前/中期/远期|长期|长远",
    "phase": "前期|初期|起步阶段/中期|攻坚阶段/后期|末期|收官阶段",
    "day": "清晨|早上|上午/中午|午后|下午/晚上|夜里|傍晚",
    "season": "/".join(f"{name}季|{name}天|{name}" for name in "春夏秋冬"),
    "age": "过去|昨天|昔日/现在|今天|如今/将来|未来|明天",
    "plain": "先/再/然后|接着/后|最后|最终",
    "rank": "首先是|首先|firstly|first/其次|secondly|second|next/"
            "再次|再者|thirdly|third|then/finally|lastly",
}  # fmt: skip
"""Kinds of marks that are words: those of one place by |, the places in order by /."""
_NOT_BEFORE = {"先": "进锋后生辈行", "再": "次者三说", "后": "来续勤备面方"}
"""Characters with which such a mark is another word."""
_ONLY_BEFORE = dict.fromkeys("春夏秋冬", "，：")
ARGUMENT = "rank"
"""The kind that orders arguments as often as deeds; it ends with plain marks (最后)."""
_ONE = frozenset({"plain", ARGUMENT})
_FIRM = frozenset({"step", "around", "half", "quarter", "phase"})
"""Kinds of which two make a sequence in running text."""
_STEP = rf"第({_HAN}|\d{{1,2}})(?:(?:步|阶段|环节)(?![性法走])|[轮批](?=[，,：:、（( 　]|$))"
_STEP_EN = r"(?:step|phase|stage) (\d|one|two|three|four|five|six)\b"
_ENGLISH = {
    word: value for value, word in enumerate("zero one two three four five six".split())
}  # fmt: skip
_YEAR = (
    r"(?:到|至|自)?((?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年"
    r"(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?:以前|之前|以来|年底|底|初|末|春天?|夏天?|秋天?|冬天?)?(?:前|起)?"
)
_MONTH = (
    rf"(?:到|至|自)?(\d{{1,2}}|{_HAN})月(?:份|(\d{{1,2}}|{_HAN})日|上旬|中旬|下旬|底|初)?"
    r"(?:以前|之前|前|起)?"
)
_YEAR_EN = r"(?:in|by|since)? ?((?:19|20)\d\d)\b"
_SHAPES = (
    ("step", "第", "", _STEP),
    ("step", "sp", "", _STEP_EN),
    ("date", "9到至自一二", "年", _YEAR),
    ("date", "9到至自一二三四五六七八九十", "月", _MONTH),
    ("date", "9ibs", "", _YEAR_EN),
)
"""Kinds of marks that are patterns: what they begin with (9 is any digit), a sign that they have;
a pattern is compiled when a text first has both."""
_STEPS = (
    r"步骤|流程|程序|阶段|次序|顺序|进程|历程|环节|日程|时间表|路线图|分[两二三四五]步|[两二三四五]步走"
    r"|\bsteps?\b|\bstages?\b|\bphases?\b|process|timeline"
)
_DATES = (
    r"[0-9一二三四五六七八九十]月|月底|年底|季度|之前|以前|之后|以后|然后|随后|接着|完成后|天之?内|日之?内"
    r"|before|afterwards"
)


def mark_of(text: str) -> Mark | None:
    """The mark of time or order that ``text`` begins with, None where it begins with none."""
    plain = simplified(text[:24]).lower()
    start = len(plain) - len(plain.lstrip())
    if start == len(plain):
        return None
    first = "9" if plain[start].isdecimal() else plain[start]
    for kind, firsts, sign, pattern in _SHAPES:
        if first not in firsts or sign not in plain:
            continue
        found = re.compile(pattern).match(plain, start)
        if found is not None:
            values = tuple(_number(group) for group in found.groups() if group)
            month = pattern == _MONTH
            return Mark(kind, (0, *values) if month else values, found.end())
    for kind, place, word in _by_first().get(first, ()):
        if plain.startswith(word, start) and _is_over(word, plain, start + len(word)):
            return Mark(kind, (place,), start + len(word))
    return None


@cache
def _by_first() -> dict[str, list[tuple[str, int, str]]]:
    """The marks that are words with their kinds and places, by their first characters."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for kind, words in _WORDS.items():
        for place, alike in enumerate(words.split("/")):
            for word in alike.split("|"):
                found.setdefault(word[0], []).append((kind, place, word))
    return found


def _is_over(word: str, text: str, end: int) -> bool:
    """Whether a mark ends at ``end`` and is not the beginning of another word."""
    after = text[end : end + 1]
    if word in _ONLY_BEFORE:
        return after != "" and after in _ONLY_BEFORE[word]
    if word.isascii():
        return not (after.isalnum() or after == "_")
    return after == "" or after not in _NOT_BEFORE.get(word, "")


def ascends(marks: Sequence[Mark | None]) -> bool:
    """Whether these marks, two at the least, are of one kind and each later than the one before.

    Months without a year follow each other among themselves alone.
    """
    given = [mark for mark in marks if mark is not None]
    if len(given) < max(2, len(marks)) or kind_of(given) is None:
        return False
    if given[0].kind == "date" and len({mark.value[0] == 0 for mark in given}) > 1:
        return False
    return all(a.value < b.value for a, b in pairwise(given))


def kind_of(marks: Sequence[Mark]) -> str | None:
    """The one kind of these marks, None for several."""
    kinds = {mark.kind for mark in marks}
    if kinds <= _ONE and ARGUMENT in kinds:
        return ARGUMENT
    return kinds.pop() if len(kinds) == 1 else None


def enough(marks: Sequence[Mark]) -> bool:
    """Whether marks in running text are enough to speak of a sequence: two steps, three dates."""
    return len(marks) >= (2 if marks[0].kind in _FIRM else 3)


def speaks_of_time(texts: Sequence[str], around: Sequence[str]) -> bool:
    """Whether points are deeds in time: the words around them speak of steps (三个步骤), or half
    of the points' own first words of steps or dates (月底以前, 然后)."""
    if any(_search(_STEPS, text) for text in around):
        return True
    timely = sum(_search(f"{_STEPS}|{_DATES}", text[:40]) for text in texts)
    return timely * 2 >= len(texts)


def _search(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, simplified(text).lower()))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text in _ENGLISH:
        return _ENGLISH[text]
    if len(text) == 4:  # 二〇二四
        return int("".join(str(_DIGITS.get(char, 0)) for char in text))
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
