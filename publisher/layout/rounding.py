"""How programs break lines where we do not tell them: what to leave them, and what to avoid.

LibreOffice's characters are up to 0.15 % narrower than the font's, and it spaces Han and Latin
wider than we do (7.4, as measured). So no line may depend on a rounding.
"""

from __future__ import annotations

import functools

from publisher.geometry import Emu, pt
from publisher.record import NamedTuple

SLACK = pt(0.75)
"""A line that fills its frame to the point is one that a program may break: they round."""
ROOM = pt(2)
"""A frame is so much taller than lines that fill it: a program that finds it too full by a
rounding shrinks the type by a hundredth, and then breaks the lines elsewhere."""
_A_LINE = 4
"""So many places where Han and Latin meet are expected on a line at most."""


class Meetings(NamedTuple):
    """Where Han and Latin meet in a text: how often a Latin mark or a letter stands beside a Han
    character, and whether a mark stands between two of them."""

    marks: int
    letters: int
    stray: bool


@functools.lru_cache(maxsize=1024)
def meetings(text: str) -> Meetings:
    """Where Han and Latin meet in ``text``."""
    kinds = "".join(map(_KINDS.__getitem__, text))
    marks, letters = (kinds.count("h" + it) + kinds.count(it + "h") for it in "ml")
    return Meetings(marks, letters, "hmh" in kinds)


class _Kinds(dict[str, str]):
    """Characters as h (Han), l (Latin letter or digit), m (Latin mark), o: looked up, because a
    pattern with all of Han in it takes a millisecond to compile."""

    def __missing__(self, char: str) -> str:
        if char.isascii():
            kind = "l" if char.isalnum() else "m" if "!" <= char <= "~" else "o"
        else:
            kind = "h" if "\u2e80" <= char <= "\u9fff" else "o"
        self[char] = kind
        return kind


_KINDS = _Kinds()


def is_orphan(line: str) -> bool:
    """Whether a last line is a single Han character, or marks alone."""
    if line[:2].isalnum() and len(line) > 1:
        return False
    return sum(map(str.isalnum, line)) < 2 and not line.isascii()


def clear_measure(measure: Emu, size: Emu) -> Emu:
    """``measure``, made less where it is nearly a whole number of characters: whether a line that
    fills it to the point still fits is left to each program's rounding, of 0.15 % as measured."""
    doubt = measure // 400 + SLACK
    over = measure % size
    if over < doubt:
        return measure - over - doubt
    return measure - max(0, over - size + doubt)


def slack_of(text: str, size: Emu) -> Emu:
    """How much of the measure ``text`` leaves for what programs add to its lines.

    They round, space Latin from Han by 0.29 em where we do by a quarter, and space Latin marks
    like Latin words, as they do a dash that begins a paragraph (LibreOffice 7.4, as measured).
    """
    met = meetings(text)
    marks = min(_A_LINE, met.marks) + text.startswith("—")
    letters = min(_A_LINE, met.letters)
    return SLACK + (6 * marks + letters) * size // 20
