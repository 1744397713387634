"""``--tidy``: half-width marks between Han characters made full-width, doubled marks made one.

The one place where words of a speech change, never unless asked for; every change is counted.
Runs keep their formatting, paragraphs their numbers, automatic numbers stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from publisher.events import Notice, notice
from publisher.manuscript import Block, Manuscript, Paragraph, Run, Table
from publisher.record import NamedTuple

WIDTHS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
"""What becomes of a half-width mark."""

_ROWS = re.compile("[，。、；：]{2,}")
"""Marks in a row; ！！ and ？？ are meant, …… and —— are one mark."""

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_KIN = rf"[{_HAN}“”‘’《》〈〉「」『』【】（），。、；：？！…—]"
_MARK = re.compile(
    rf"(?:(?<={_KIN})|^)[,;:?!](?={_KIN}|\s*$)|(?<=[{_HAN}”’》）])\.(?=[{_HAN}“《]|\s*$)"
)
_BRACKET = re.compile(r"[()\n]")
_INSIDE = re.compile(rf"\([{_HAN}“《]"), re.compile(rf"[{_HAN}”》。]\)")
"""How what is in brackets begins and ends, for them to be full-width ones."""
_NUMBER = re.compile(rf"(?<![{_HAN}])[一二三四五六七八九十]{{1,3}}[)）]?\.")
"""一. is a number, not a sentence."""
_FIRST = 5
"""Places that a notice names."""


class _Change(NamedTuple):
    """``text[start:end]`` becomes ``to``."""

    start: int
    end: int
    to: str


def tidy(manuscript: Manuscript) -> tuple[Manuscript, tuple[Notice, ...]]:
    """``manuscript`` with its marks put in order, and a notice for each kind of change.

    Notices name how often and the first paragraphs (counted from 1); their place is the first.
    """
    told: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    blocks = tuple(_block(block, told) for block in manuscript.blocks)
    notices = tuple(
        notice(code, places[0], mark=mark, to=to, count=len(places), places=_named(places))
        for (code, mark, to), places in told.items()
    )
    return manuscript._replace(blocks=blocks), notices


def _named(places: Iterable[int]) -> str:
    paragraphs = list(dict.fromkeys(place + 1 for place in places))
    more = ["…"] if len(paragraphs) > _FIRST else []
    return ", ".join([*map(str, paragraphs[:_FIRST]), *more])


_Told = defaultdict[tuple[str, str, str], list[int]]


def _block(block: Block, told: _Told) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, told)
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                cell._replace(paragraphs=tuple(_paragraph(p, told) for p in cell.paragraphs))
                for cell in row
            )
            for row in block.rows
        )
        return block._replace(rows=rows)
    return block


def _paragraph(paragraph: Paragraph, told: _Told) -> Paragraph:
    runs = paragraph.runs
    for code, find in _PASSES:
        text = "".join(run.text for run in runs)
        changes = [c for c in find(text) if c.start >= len(paragraph.label)]
        for change in changes:
            told[code, text[change.start : change.end], change.to].append(paragraph.index)
        if changes:
            runs = _changed(runs, changes)
    if runs is paragraph.runs:
        return paragraph
    text = "".join(run.text for run in runs)
    return Paragraph(paragraph.index, text, runs, paragraph.cues, paragraph.label)


def _widths(text: str) -> Iterator[_Change]:
    numbers = {found.end() - 1 for found in _NUMBER.finditer(text)}
    for found in _MARK.finditer(text):
        if found.start() not in numbers:
            yield _Change(found.start(), found.end(), WIDTHS[found.group()])


def _brackets(text: str) -> Iterator[_Change]:
    """Pairs around Han text, those inside others too; a pair with other brackets in it stays."""
    found: list[int] = []
    opened: list[tuple[int, bool]] = []
    """Brackets still open, and whether all pairs in them are changed."""
    for mark in _BRACKET.finditer(text):
        at = mark.start()
        if mark[0] == "(":
            opened.append((at, True))
        elif mark[0] == "\n":
            opened.clear()
        elif opened:
            start, plain = opened.pop()
            if plain and _INSIDE[0].match(text, start) and _INSIDE[1].match(text, at - 1):
                found += [start, at]
            elif opened:
                opened[-1] = (opened[-1][0], False)
    for at in sorted(found):
        yield _Change(at, at + 1, WIDTHS[text[at]])


def _doubles(text: str) -> Iterator[_Change]:
    """One mark said twice stays once; beside a full stop, commas go."""
    for found in _ROWS.finditer(text):
        marks = frozenset(found.group())
        if len(marks) == 1 or marks <= frozenset("，。、"):
            strongest = next(mark for mark in "。，、；：" if mark in marks)
            yield _Change(found.start(), found.end(), strongest)


def _changed(runs: Iterable[Run], changes: Iterable[_Change]) -> tuple[Run, ...]:
    """``runs`` with ``changes`` made; what is new stands in the run where the old text began."""
    waiting = iter(changes)
    change = next(waiting, None)
    done: list[Run] = []
    start = skipped = 0
    for run in runs:
        end, at = start + len(run.text), max(start, skipped)
        parts: list[str] = []
        while change is not None and change.start < end:
            parts += [run.text[at - start : change.start - start], change.to]
            at = skipped = change.end
            change = next(waiting, None)
        parts.append(run.text[max(at - start, 0) :])
        text = "".join(parts)
        if text:
            done.append(Run(text, run.style))
        start = end
    return tuple(done)


_PASSES = (("tidy-width", _brackets), ("tidy-width", _widths), ("tidy-doubled", _doubles))
"""In this order, so that a second time finds nothing more to do."""
