"""Points without numbers: paragraphs that begin alike, as many as were announced.

我提三点希望。 | 希望你们勤学。… | 希望你们敢做。… | 希望你们常回来。…
先说路。… | 再说水。… | 最后说人。…
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from publisher.manuscript import Paragraph
from publisher.outline.announced import announced
from publisher.outline.cues import is_note
from publisher.outline.sentences import sentences
from publisher.traditional import simplified

_BEGIN = 2
"""Characters with which paragraphs begin alike."""
_NAME = 40
"""Characters of the sentence that names a point."""
_LABEL = 14
"""Characters of a sentence that is no more than a label: 关于收入问题。"""
_SUPPORT = 30
"""Characters of text behind a label."""
_KIN = 3
"""Labels of one build that are more than chance."""
_REACH = 12
"""Paragraphs that a point may take, its own included."""
_FIRST = ("先说", "先讲", "先谈")
_THEN = tuple("再说 再讲 再谈 接着说 接着讲 然后说 后说 最后说 最后讲 最后谈 末了说".split())
_LABELS = frozenset(
    "关于 關於 对于 對於 围绕 聚焦 坚持 堅持 突出 强化 加强 做到 抓好 守住 希望".split()
)
"""What labels begin with."""

Point: TypeAlias = tuple[Paragraph, int]
"""A paragraph and the end of its first sentence."""


def chorus(paragraphs: Sequence[Paragraph]) -> list[Point]:
    """Points that begin alike. ``paragraphs``: those that begin with nothing else."""
    spoken = [p for p in paragraphs if not p.cues.in_table and not is_note(p)]
    found: dict[int, Point] = {}
    for place, paragraph in enumerate(spoken):
        count = announced(paragraph.text)
        if count:
            behind = spoken[place + 1 : place + 1 + count * _REACH]
            found |= {p.index: (p, end) for p, end in _led(behind, count)}
    for group in (_told(spoken), *_labelled(spoken)):
        found |= {p.index: (p, end) for p, end in group}
    return list(found.values())


def _named(paragraph: Paragraph) -> Point:
    return paragraph, sentences(paragraph.text).end_after(0, len(paragraph.text))


def _led(following: Sequence[Paragraph], count: int) -> list[Point]:
    """The paragraphs that begin like the first, if they are as many as were announced."""
    if not following:
        return []
    begin = following[0].text.lstrip()[:_BEGIN]
    alike = [p for p in following if p.text.lstrip().startswith(begin)]
    named = [_named(p) for p in alike[: count + 1]]
    whole = len(named) == count and all(0 < end <= _NAME < len(p.text) for p, end in named)
    return named if whole else []


def _told(spoken: Sequence[Paragraph]) -> list[Point]:
    """先说路。…, 再说水。…: what a speaker says that he will talk about."""
    begun = [p for p in spoken if simplified(p.text.lstrip()[:3]).startswith((*_FIRST, *_THEN))]
    named = [(p, end) for p, end in map(_named, begun) if _is_label(p, end)]
    first = bool(named) and simplified(named[0][0].text.lstrip()).startswith(_FIRST)
    return named if first and len(named) > 1 else []


def _labelled(spoken: Sequence[Paragraph]) -> list[list[Point]]:
    """关于收入问题。…, 关于住房问题。…, several times."""
    groups: dict[str, list[Point]] = {}
    for paragraph in spoken:
        begin = paragraph.text.lstrip()[:_BEGIN]
        # Most paragraphs are told from a label by their length before any mark is looked for.
        if begin in _LABELS and len(paragraph.text) > _SUPPORT:
            named = _named(paragraph)
            if _is_label(*named):
                groups.setdefault(begin, []).append(named)
    return [group for group in groups.values() if len(group) >= _KIN]


def _is_label(paragraph: Paragraph, end: int) -> bool:
    return end <= _LABEL and len(paragraph.text) - end >= _SUPPORT
