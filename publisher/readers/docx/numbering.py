"""Automatic numbers: lists, their levels and counters (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from publisher.manuscript import AutoNumber
from publisher.readers.docx.formats import NO_FORMAT, ParagraphFormat, paragraph_format
from publisher.readers.docx.ooxml import VAL, W, integer, switch, val
from publisher.record import NamedTuple

_PLACE = "%([1-9])"
_ZERO_PADDED = "(0*)1,"
_LEVELS = 9
_LINKS = 16
"""How far a list that refers to a style that refers to a list is followed."""
_LARGEST = 1_000_000
_LONGEST = 80
"""Characters of a level's text: what stands around the number is short."""


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    padding: int = 0
    """Digits of a custom format such as 001, 002 (17.9.17)."""
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    """Shows all counts as decimal (isLgl)."""
    restart: int | None = None
    style: str | None = None
    """The paragraph style that stands for this level (pStyle)."""
    run: Element | None = None
    paragraph: ParagraphFormat = NO_FORMAT


class Number(NamedTuple):
    """The number of one paragraph, and what its level adds to the paragraph's look."""

    auto: AutoNumber
    suffix: str
    run: Element | None
    paragraph: ParagraphFormat


class _List(NamedTuple):
    """A ``w:num``: its abstract list, its levels after overrides, and where it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and their counters.

    Lists that share an abstract list count on from each other; ``w:startOverride`` restarts at
    the first use of its list. ``numbered_style`` gives the list that a numbering style names.
    Text boxes count for themselves (``story``), as Word does.
    """

    def __init__(self, root: Element | None, numbered_style: Callable[[str], str | None]) -> None:
        self.unknown_formats: dict[str, None] = {}
        self._numbered_style = numbered_style
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[tuple[str, str], dict[int, int | None]] = {}
        self._started: set[tuple[str, str, int]] = set()
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                self._abstracts.setdefault(element.get(W + "abstractNumId", ""), element)
            elif element.tag == W + "num":
                self._nums.setdefault(element.get(W + "numId", ""), element)

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level of list ``num`` that is linked to the paragraph style ``style``."""
        found = self._list(num)
        for index, level in () if found is None else found.levels.items():
            if level.style == style:
                return index
        return None

    def count(self, num: str, index: int, story: str = "") -> Number | None:
        """The number of the next paragraph of list ``num`` at level ``index``, from 0.

        None where the list or the level does not exist; numId 0 means no number (17.9.18).
        """
        found = self._list(num)
        if found is None or index not in found.levels:
            return None
        counts = self._counts.setdefault((story, found.abstract), {})
        self._advance(num, found, index, story, counts)
        level = found.levels[index]
        list_id = f"{found.abstract}.{num}" if found.starts else found.abstract
        label = "" if level.format == "bullet" else self._label(found.levels, index, counts)
        return Number(
            AutoNumber(list_id, index, label, level.format),
            level.suffix,
            level.run,
            level.paragraph,
        )

    def _advance(
        self, num: str, found: _List, index: int, story: str, counts: dict[int, int | None]
    ) -> None:
        """Count one up at ``index``. A count of None waits to restart at its start."""
        for upper in range(index):  # levels above that were left out count as begun
            if counts.get(upper) is None and upper in found.levels:
                counts[upper] = found.starts.get(upper, found.levels[upper].start)
        begin = found.starts.get(index, found.levels[index].start)
        current = counts.get(index)
        key = (story, num, index)
        if index in found.starts and key not in self._started:
            self._started.add(key)
            current = None
        counts[index] = begin if current is None else min(current + 1, _LARGEST)
        for deeper in counts:
            if deeper > index and _restarts(found.levels.get(deeper), index):
                counts[deeper] = None

    def _label(self, levels: dict[int, Level], index: int, counts: dict[int, int | None]) -> str:
        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            level = levels.get(place)
            count = counts.get(place)
            if level is None or count is None or place > index:
                return ""
            return self._numeral(level, count, levels[index].legal)

        return re.sub(_PLACE, shown, levels[index].text)

    def _numeral(self, level: Level, count: int, legal: bool) -> str:
        if level.padding:
            return str(count).zfill(level.padding)
        name = "decimal" if legal and level.format not in {"bullet", "none"} else level.format
        from publisher.readers.docx.numerals import NUMERALS

        numeral = NUMERALS.get(name)
        if numeral is None:
            self.unknown_formats[name] = None
            numeral = str
        return numeral(count)

    def _list(self, num: str) -> _List | None:
        if num not in self._lists:
            self._lists[num] = self._read_list(num)
        return self._lists[num]

    def _read_list(self, num: str) -> _List | None:
        element = self._nums.get(num)
        if element is None or num == "0":
            return None
        identifier = self._linked(val(element, "abstractNumId") or "")
        abstract = self._abstracts.get(identifier)
        if abstract is None:
            return None
        levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in element.iterfind(W + "lvlOverride"):
            index = integer(override.get(W + "ilvl"))
            if index is None or not 0 <= index < _LEVELS:
                continue
            own = override.find(W + "lvl")
            if own is not None:
                levels[index] = _level(own)
            start = integer(val(override, "startOverride"))
            if start is not None:
                starts[index] = start
        return _List(identifier, levels, starts)

    def _linked(self, identifier: str) -> str:
        """Follow numStyleLink to the abstract list that has the levels; a circle ends."""
        seen: set[str] = set()
        while identifier not in seen and len(seen) < _LINKS:
            seen.add(identifier)
            style = val(self._abstracts.get(identifier), "numStyleLink")
            num = self._numbered_style(style) if style else None
            target = val(self._nums.get(num or ""), "abstractNumId")
            if target is None:
                break
            identifier = target
        return identifier


def _restarts(level: Level | None, used: int) -> bool:
    """Whether ``level`` begins again after level ``used`` above it (17.9.10)."""
    if level is None or level.restart is None:
        return True
    return used < level.restart


def _levels(abstract: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in abstract.iterfind(W + "lvl"):
        index = integer(element.get(W + "ilvl"))
        if index is not None and 0 <= index < _LEVELS:
            found.setdefault(index, _level(element))
    return found


def _level(element: Element) -> Level:
    # Newer formats stand in mc:AlternateContent; the last one is its fallback.
    formats = list(element.iter(W + "numFmt"))
    custom = next((f.get(W + "format", "") for f in formats if f.get(VAL) == "custom"), "")
    padded = re.match(_ZERO_PADDED, custom)
    start = integer(val(element, "start"))
    return Level(
        start=1 if start is None else start,
        format=formats[-1].get(VAL, "decimal") if formats else "decimal",
        padding=len(padded[1]) + 1 if padded else 0,
        text=(val(element, "lvlText") or "")[:_LONGEST],
        suffix=val(element, "suff") or "tab",
        legal=bool(switch(element.find(W + "isLgl"))),
        restart=integer(val(element, "lvlRestart")),
        style=val(element, "pStyle"),
        run=element.find(W + "rPr"),
        paragraph=paragraph_format(element.find(W + "pPr")),
    )
