"""Placeholders of model speeches (某某镇, XX市, ×××, 20XX年, ____): found, counted, filled in.

The kinds are one readable table; to teach publisher a new one, add a row. A row's pattern is
compiled only where its signs stand in the text: most speeches have none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from publisher.events import Notice, notice
from publisher.manuscript import Block, Cell, Manuscript, Paragraph, Picture, Run, Table
from publisher.record import NamedTuple

Fill: TypeAlias = tuple[tuple[str, str], ...]
"""(what stands in the speech, what shall stand there) pairs."""

_PLACE = (
    "(?:省|自治区|州|县|镇|街道|社区|市(?![场民值面容])|区(?![域间别分])|乡(?!村)|村(?!民|庄|落)"
    "|工业园|开发区|大学|学院|中学|小学|学校|医院|公司|集团|单位|局|厅)"
)
_UNIT = "(?:亿|万|元|%|％|个|户|家|项|条|名|次|亩|吨|公里|年|月|日|人(?![称体形]))"
_CROSS = "[XxＸｘ×✕╳]"
_BLANK = "[ \u3000]"
_HAN = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—%]"


class Kind(NamedTuple):
    """One kind: its signs, one of which must stand in a text that has it, and its pattern."""

    name: str
    signs: Sequence[str]
    pattern: str


KINDS: tuple[Kind, ...] = (
    Kind("so-and-so", "某", f"某{{2,}}{_PLACE}?|某年某月(?:某日)?|某月某日"),
    Kind("year", "XxＸｘ×✕╳", rf"(?<!\d)[12]\d{_CROSS}{{2}}年?|(?<!\d)[12]\d\d{_CROSS}(?=年)年"),
    Kind("crosses", "XxＸｘ×✕╳",
         rf"(?<![0-9A-Za-z])(?:(?<={_HAN})|(?={_CROSS}+{_BLANK}*{_HAN})|^){_CROSS}{{2,}}"
         rf"(?![0-9A-Za-z])(?:{_PLACE}|[年月日])?"),
    Kind("cross", "XＸ×✕╳", rf"(?<![0-9A-Za-zＸ×✕╳])[XＸ×✕╳](?:{_PLACE}|{_UNIT})"),
    Kind("circles", "○〇◯",
         rf"(?<![一二三四五六七八九十百千零〇○◯\d])[○〇◯]{{2,}}(?![一二三四五六七八九十百千零\d]){_PLACE}?"),
    Kind("stars", "*＊", rf"(?<![*＊])[*＊]{{2,}}(?:{_PLACE}|[年月日])"),
    Kind("line", "_＿", r"(?<!\d)[12]\d[_＿]+年|[_＿]{2,}"),
    Kind("blank date", ("年 ", "年\u3000"), rf"年{_BLANK}+月(?:{_BLANK}+日)?"),
    Kind("brackets", "】|］|〕|（）|（ |（\u3000|《》|《 |《\u3000|( |(\u3000".split("|"),
         rf"【{_BLANK}*】|［{_BLANK}*］|〔{_BLANK}*〕|（{_BLANK}*）|《{_BLANK}*》|\({_BLANK}{{2,}}\)"
         r"|[【［〔](?:请|此处|在此|待填|待补|填写|填入|插入)[^】］〕]{0,24}[】］〕]"
         r"|[【［〔](?:(?:单位|姓名|职务|日期|时间|地点|数字|数据|金额|名称|会议|主题|地名|人名)+)[】］〕]"
         rf"|[【［〔](?:某|{_CROSS}){{1,8}}[】］〕]"),
)  # fmt: skip
_RULE = r"[\s_＿]{12,}"
"""A paragraph of nothing but a line is a rule, not a blank to fill in."""
_MOST_NAMED = 6
_REACH = 200
"""Characters on either side of a placeholder that are shown at most."""


class Placeholder(NamedTuple):
    """A placeholder and its place: characters ``start`` to ``end`` of a paragraph."""

    text: str
    paragraph: int
    start: int
    end: int


def find_placeholders(manuscript: Manuscript) -> tuple[Placeholder, ...]:
    """Every placeholder in reading order."""
    paragraphs = manuscript.paragraphs()
    kinds = _likely("\n".join([paragraph.text for paragraph in paragraphs]), KINDS)
    return tuple(
        Placeholder(paragraph.text[start:end], paragraph.index, start, end)
        for paragraph in (paragraphs if kinds else ())
        for start, end in spans(paragraph.text, kinds)
    )


def spans(text: str, kinds: Sequence[Kind] = KINDS) -> list[tuple[int, int]]:
    """Where placeholders stand in ``text``; where kinds overlap, the first and longest counts."""
    found = [
        match.span()
        for kind in _likely(text, kinds)
        for match in _compiled(kind.pattern).finditer(text)
    ]
    if not found or re.fullmatch(_RULE, text):
        return []
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _likely(text: str, kinds: Sequence[Kind]) -> list[Kind]:
    """Those of ``kinds`` that have a sign in ``text``."""
    return [kind for kind in kinds if any(map(text.__contains__, kind.signs))]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` that holds characters ``start`` to ``end``; a very long one is
    cut on both sides."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    begin = max(max(text.rfind(mark, first, start) for mark in "。！？!?\n") + 1, first)
    stops = [at for mark in "。！？!?\n" if (at := text.find(mark, end, last)) >= 0]
    return text[begin : min(stops) + 1 if stops else last].strip()


def counts(words: Iterable[str]) -> str:
    """``某某镇(6) 某某(18)``: the most frequent first, the rest as an ellipsis."""
    ranked = Counter(words).most_common()
    shown = [f"{word}({count})" for word, count in ranked[:_MOST_NAMED]]
    return " ".join([*shown, "…"] if len(ranked) > _MOST_NAMED else shown)


def left_notices(manuscript: Manuscript) -> tuple[Notice, ...]:
    """One notice with the count of each placeholder that is left; none where there is none."""
    left = find_placeholders(manuscript)
    if not left:
        return ()
    listed = counts(placeholder.text for placeholder in left)
    return (notice("placeholders-left", count=len(left), placeholders=listed),)


def fill(manuscript: Manuscript, pairs: Fill) -> tuple[Manuscript, tuple[Notice, ...]]:
    """``manuscript`` with each word of ``pairs`` replaced, the longest one first at each place.

    What is filled in takes the formatting of the run that its placeholder begins in; automatic
    numbers stay. Alternative texts and the title among the properties are filled too. Paragraphs
    keep their places. Notices: placeholders-filled, fill-unused, placeholders-left.
    """
    values = dict(pairs)
    if not values:
        return manuscript, left_notices(manuscript)
    pattern = _longest_first(values)
    filled: list[str] = []
    blocks = tuple(_filled_block(b, pattern, values, filled) for b in manuscript.blocks)
    metadata = manuscript.metadata
    if metadata.title:
        metadata = metadata._replace(title=filler(pairs)(metadata.title))
    done = Manuscript(blocks, metadata)
    notices = [notice("placeholders-filled", count=len(filled), placeholders=counts(filled))]
    unused = [word for word in values if word not in filled]
    notices = [*(notices if filled else ()), *(notice("fill-unused", text=w) for w in unused)]
    return done, (*notices, *left_notices(done))


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of a text become ``words``."""

    start: int
    end: int
    words: str


def changes(pairs: Fill) -> Callable[[str], list[Change]]:
    """The function that finds where ``pairs`` change a text, in order, the longest at each
    place."""
    values = dict(pairs)
    if not values:
        return lambda _: []
    pattern = _longest_first(values)
    return lambda text: [Change(*m.span(), values[m[0]]) for m in pattern.finditer(text)]


def filler(pairs: Fill) -> Callable[[str], str]:
    """The function that fills ``pairs`` into a text."""
    values = dict(pairs)
    if not values:
        return lambda text: text
    pattern = _longest_first(values)
    return lambda text: pattern.sub(lambda found: values[found[0]], text)


def _longest_first(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest)))


def _filled_block(
    block: Block, pattern: re.Pattern[str], values: Mapping[str, str], filled: list[str]
) -> Block:
    if isinstance(block, Paragraph):
        return _filled(block, pattern, values, filled)
    if isinstance(block, Picture):
        return block._replace(alt=pattern.sub(lambda m: values[m[0]], block.alt))
    rows = tuple(
        tuple(
            Cell(
                tuple(_filled(p, pattern, values, filled) for p in cell.paragraphs),
                cell.columns,
                cell.rows,
            )
            for cell in row
        )
        for row in block.rows
    )
    return Table(rows, block.widths, block.header_rows)


def _filled(
    paragraph: Paragraph, pattern: re.Pattern[str], values: Mapping[str, str], filled: list[str]
) -> Paragraph:
    """A paragraph filled in; the number that Word made is not looked at."""
    found = list(pattern.finditer(paragraph.text, len(paragraph.label)))
    if not found:
        return paragraph
    filled.extend(match[0] for match in found)
    changes = [(match.start(), match.end(), values[match[0]]) for match in found]
    runs = tuple(_changed(paragraph.runs, changes))
    text = "".join(run.text for run in runs)
    return Paragraph(paragraph.index, text, runs, paragraph.cues, paragraph.label)


def _changed(runs: Sequence[Run], changes: Sequence[tuple[int, int, str]]) -> Iterator[Run]:
    """``runs`` with characters ``start`` to ``end`` of their text changed; changes rise."""
    offset = first = 0
    for run in runs:
        end = offset + len(run.text)
        parts: list[str] = []
        at = offset
        while first < len(changes) and changes[first][0] < end:
            start, stop, words = changes[first]
            parts.append(run.text[at - offset : max(start - offset, 0)])
            if start >= offset:
                parts.append(words)
            at = min(stop, end)
            if stop > end:
                break  # the rest of it stands in the next run
            first += 1
        parts.append(run.text[at - offset :])
        text = "".join(parts)
        if text:
            yield Run(text, run.style)
        offset = end
