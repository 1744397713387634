"""Finds the numbers that people type before headings and points: ``kinds`` lists them."""

from __future__ import annotations

import re
from functools import cache

from publisher.outline.kinds import AUTOMATIC, DECOYS, LINE_KINDS, POINT_KINDS, SHAPES, Kind
from publisher.outline.values import any_value
from publisher.record import NamedTuple

_REACH = 24
"""Characters of a line that its number and what must follow it may take."""


def _by_first(kinds: tuple[Kind, ...]) -> dict[str, tuple[Kind, ...]]:
    found: dict[str, tuple[Kind, ...]] = {}
    for kind in kinds:
        for char in kind.first:
            found[char] = (*found.get(char, ()), kind)
    return found


_LINE = _by_first(LINE_KINDS + POINT_KINDS)
_POINT = _by_first(POINT_KINDS)
_INLINE = _by_first(tuple(kind for kind in LINE_KINDS if kind.inline))
_AFTER_LINE = " \t\n\r\u3000\xa0、.．：:"
_AFTER_POINT = " \t\n\r\u3000\xa0，,、：:"


class _Shape(dict[str, str]):
    """Characters as the patterns have them, looked up: they are asked for at each sentence."""

    def __missing__(self, char: str) -> str:
        shape = self[char] = char.translate(SHAPES)
        return shape


_SHAPE = _Shape()


class Marker(NamedTuple):
    """A number found in a text: ``text[start:end]`` is the literal, ``title_at`` comes after it.

    ``form`` tells two series of one family apart: 、 from . after digits, 是 from 要.
    """

    kind: Kind
    literal: str
    value: int
    """1, 2, 3 …; 0 for 最后, which may follow any."""
    form: str
    start: int
    end: int
    title_at: int


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _marker(kinds: dict[str, tuple[Kind, ...]], text: str, at: int) -> Marker | None:
    first = _SHAPE[text[at : at + 1]]
    if first not in kinds:
        return None
    shape = text[at : at + _REACH].translate(SHAPES)
    for kind in kinds[first]:
        if kind.sign not in shape or not shape.startswith(kind.begins):
            continue
        found = _compiled(kind.pattern).match(shape)
        if found is not None:
            return _read(kind, text, at, shape[: found.end()])
    return None


def _read(kind: Kind, text: str, at: int, shape: str) -> Marker | None:
    """The marker whose shape was found at ``at``; None where it is part of a word. It ends with its
    line."""
    shape = shape[: len(text[at : at + len(shape)].split("\n")[0])]
    end = at + len(shape)
    start = at + (shape.index("第") if kind.name == "agenda" else 0)
    literal = text[start:end]
    behind = text[end : end + 1]
    if behind and behind in DECOYS.get(literal[-1], ""):
        return None
    form = kind.name[0]
    if kind.family in {"decimal", "count", "count-weak"}:
        form = shape[-1]
    elif kind.family == "ordinal" and shape[0] in "第头":
        # 第一件事 goes on with 第二件事, not with 第二个人; 第一， is counted otherwise again.
        form = shape.lstrip("第头#9 ").rstrip("是要")[:1]
    return _placed(kind, text, literal, form, start, end)


def _placed(kind: Kind, text: str, literal: str, form: str, start: int, end: int) -> Marker:
    rest = text[end : end + _REACH]
    title_at = end + len(rest) - len(rest.lstrip(_AFTER_POINT if kind.point else _AFTER_LINE))
    return Marker(kind, literal, kind.value(literal), form, start, end, title_at)


def line_marker(text: str, at: int = 0) -> Marker | None:
    """The number that begins the line at ``at``, of either sort."""
    return _marker(_LINE, text, at)


def point_marker(text: str, at: int) -> Marker | None:
    """The number of a point (一是, 其一, 首先 …) that begins at ``at``."""
    return _marker(_POINT, text, at)


def inline_marker(text: str, at: int) -> Marker | None:
    """A number in brackets or with a stop, （一） 1. ①, that begins a sentence at ``at``."""
    return _marker(_INLINE, text, at)


def automatic_marker(text: str, label: str) -> Marker | None:
    """The number that Word made before ``text``, whatever it looks like."""
    literal = label.strip()
    if not literal or not any_value(literal):
        return None
    start = text.index(literal[0])
    return _placed(AUTOMATIC, text, literal, "", start, start + len(literal))
