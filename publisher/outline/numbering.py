"""Finds the numbers that people type before headings and points: ``kinds`` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from publisher.outline.kinds import AUTOMATIC, DECOYS, LINE_KINDS, POINT_KINDS, SHAPES, Kind
from publisher.outline.values import any_value
from publisher.record import NamedTuple

_REACH = 24
"""Characters of a line that its number and what must follow it may take."""


class _ByFirst(dict[str, tuple[Kind, ...]]):
    """Kinds by the character that a number begins with, as texts have it: it is asked for at each
    sentence, and begins none at most of them."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        super().__init__()
        self._shapes: dict[str, tuple[Kind, ...]] = {}
        for kind in kinds:
            for shape in kind.first:
                self._shapes[shape] = (*self._shapes.get(shape, ()), kind)

    def __missing__(self, char: str) -> tuple[Kind, ...]:
        kinds = self[char] = self._shapes.get(char.translate(SHAPES), ())
        return kinds


_LINE = _ByFirst(LINE_KINDS + POINT_KINDS)
_POINT = _ByFirst(POINT_KINDS)
_INLINE = _ByFirst(kind for kind in LINE_KINDS if kind.inline)
_AFTER_LINE = " \t\n\r\u3000\xa0、.．：:"
_AFTER_POINT = " \t\n\r\u3000\xa0，,、：:"


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


def _marker(kinds: _ByFirst, text: str, at: int) -> Marker | None:
    likely = kinds[text[at : at + 1]]
    if not likely:
        return None
    shape = text[at : at + _REACH].translate(SHAPES)
    for kind in likely:
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


def point_markers(text: str, places: Iterable[int]) -> list[Marker]:
    """Those numbers of points that begin at ``places``."""
    return _markers(_POINT, text, places)


def inline_markers(text: str, places: Iterable[int]) -> list[Marker]:
    """Numbers in brackets or with a stop, （一） 1. ①, that begin sentences at ``places``."""
    return _markers(_INLINE, text, places)


def _markers(kinds: _ByFirst, text: str, places: Iterable[int]) -> list[Marker]:
    likely = [at for at in places if kinds[text[at : at + 1]]]
    return [found for at in likely if (found := _marker(kinds, text, at)) is not None]


def automatic_marker(text: str, label: str) -> Marker | None:
    """The number that Word made before ``text``, whatever it looks like."""
    literal = label.strip()
    if not literal or not any_value(literal):
        return None
    start = text.index(literal[0])
    return _placed(AUTOMATIC, text, literal, "", start, start + len(literal))
