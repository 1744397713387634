"""Word's automatic numbering for typed markers: which markers, and in which lists.

A list is what a person makes with the numbering button: levels filled as they are needed, going
on while the next number is the one that Word would show, and begun anew (the way WPS restarts:
a copy of the abstract list with another start) where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _han(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.index(text)
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


class Kind(NamedTuple):
    """Markers of one alphabet: before, number, after; the number format that Word has for it."""

    pattern: re.Pattern[str]
    number_format: str
    value: Callable[[str], int]


_HAN = "([一二三四五六七八九十]+)"
KINDS = (
    Kind(re.compile(rf"(第){_HAN}([章节讲篇]|部分)"), "chineseCountingThousand", _han),
    Kind(re.compile(rf"(){_HAN}(、)"), "chineseCounting", _han),
    Kind(re.compile(rf"([(（]){_HAN}([)）])"), "japaneseCounting", _han),
    Kind(re.compile(r"([(（]?)([0-9]+)([.．、)）])"), "decimal", int),
    Kind(
        re.compile("()([①②③④⑤⑥⑦⑧⑨⑩])()"),
        "decimalEnclosedCircleChinese",
        lambda circle: ord(circle) - ord("①") + 1,
    ),
    Kind(re.compile(r"()([IVX]+)(\.)"), "upperRoman", _ROMAN.index),
    Kind(re.compile(r"()([A-H])(\.)"), "upperLetter", lambda letter: ord(letter) - ord("A") + 1),
)


class Look(NamedTuple):
    """What a level of a list shows."""

    number_format: str
    before: str
    after: str

    @property
    def blank(self) -> bool:
        """Western numbers stand before a tab, the others close up."""
        return self.after in {".", ")"} and not self.before


class Marker(NamedTuple):
    look: Look
    value: int


def marker(number: str) -> Marker | None:
    """The automatic number that shows what was typed; None where Word has none (一是, 首先)."""
    for kind in KINDS:
        if found := kind.pattern.fullmatch(number):
            return Marker(Look(kind.number_format, found[1], found[3]), kind.value(found[2]))
    return None


@dataclass
class _List:
    levels: dict[int, tuple[Look, int]] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    passed_over: set[int] = field(default_factory=set)
    """Levels that a deeper one went before: programs disagree whether these have begun."""

    def takes(self, level: int, wanted: Marker) -> bool:
        if level in self.passed_over:
            return False
        look, start = self.levels.get(level, wanted)
        shown = self.counters[level] + 1 if level in self.counters else start
        return (look, shown) == wanted

    def add(self, level: int, wanted: Marker) -> None:
        self.levels.setdefault(level, wanted)
        self.counters[level] = wanted.value
        # ECMA-376 17.9.10: a level begins anew after each higher one.
        self.counters = {at: n for at, n in self.counters.items() if at <= level}
        self.passed_over = {at for at in self.passed_over if at <= level}
        self.passed_over |= {at for at in range(level) if at not in self.counters}


@dataclass
class Lists:
    """The lists of one document, in the order of their making; the last one is at hand."""

    made: list[_List] = field(default_factory=list)

    def number(self, level: int, wanted: Marker) -> int:
        """The w:numId, from 1, whose next number at this level (from 0) is the wanted one."""
        if not self.made or not self.made[-1].takes(level, wanted):
            self.made.append(_List())
        self.made[-1].add(level, wanted)
        return len(self.made)

    def xml(self) -> str:
        """The inside of w:numbering."""
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>'
            f"{''.join(map(_level, sorted(made.levels.items())))}</w:abstractNum>\n"
            for at, made in enumerate(self.made)
        )
        nums = "".join(
            f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>\n'
            for at in range(len(self.made))
        )
        return abstracts + nums


def _level(item: tuple[int, tuple[Look, int]]) -> str:
    index, (look, start) = item
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{look.number_format}"/>'
        f'<w:suff w:val="{"tab" if look.blank else "nothing"}"/>'
        f'<w:lvlText w:val="{look.before}%{index + 1}{look.after}"/></w:lvl>'
    )
