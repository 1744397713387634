"""Punctuation (GB/T 15834—2011): pairs, width, doubled marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.check.finding import Case, Finding, Severity, at
from publisher.manuscript import Paragraph
from publisher.record import NamedTuple

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")"}
_KIN = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", ")": "（", "(": "（"}
"""Which pair a mark belongs to; the two widths of brackets are one."""
_ANY = "[“”‘’《》〈〉（）()]"
_QUOTES = "“”"
_SPAN = 8
"""Paragraphs that one quotation may run through."""
_REACH = 8
"""Characters before a closing bracket that a number may take."""
_AFTER_CLOSING = "，。、；：！？,.;:!?）)"
_MARKER = r"\s*[（(]?(?:[0-9０-９]{1,3}|[a-zA-Zivx]{1,4}|[一二三四五六七八九十]{1,3})$"

_H = "\u3400-\u9fff\uf900-\ufaff〇"
_HALF = "|".join(
    (
        rf"(?<=[{_H}”’》）])[,;:!?](?=[{_H}“‘《（])",
        rf"(?<=[{_H}])\.(?=[{_H}])",
        rf"(?<=[{_H}])[,;:!?.](?=\s*$)",
        rf"(?<=[{_H}])\((?=[{_H}])",
        rf"(?<=[{_H}])\)(?=[{_H}，。；：、])",
        rf'"(?=[{_H}])|(?<=[{_H}，。！？])"',
    )
)
"""Half-width marks with Han characters on both sides, or before the end of a paragraph."""
_DOUBLED = r"[，。、；：]{2,}|(?<=[\u3400-\u9fff])[,，。、；：;]{2,}|([，。；、：])[”’]\1"


class Mark(NamedTuple):
    """A mark without its partner."""

    paragraph: Paragraph
    offset: int
    char: str


def unmatched(case: Case) -> Iterator[Finding]:
    """Marks without a partner. A quotation is an error: where does it end?"""
    lone = [mark for paragraph in case.paragraphs for mark in _lone(paragraph)]
    for mark in _not_spanning(lone, case.paragraphs):
        partner = _PAIRS.get(mark.char, "") or _KIN.get(mark.char, "")
        severity = Severity.ERROR if mark.char in _QUOTES else Severity.WARNING
        key = "unmatched"
        if mark.char in _PAIRS:
            key = "unmatched-turned" if _is_turned(mark) else "unmatched-open"
        end = mark.offset + 1
        yield at("unmatched", severity, mark.paragraph, mark.offset, end, key,
                 mark=mark.char, partner=partner)  # fmt: skip


def _lone(paragraph: Paragraph) -> list[Mark]:
    text = paragraph.text
    opened: list[Mark] = []
    count = dict.fromkeys(_KIN.values(), 0)
    lone: list[Mark] = []
    for found in re.finditer(_ANY, text):
        offset, char = found.start(), found[0]
        kind = _KIN.get(char, char)
        if char in _PAIRS:
            opened.append(Mark(paragraph, offset, char))
            count[kind] += 1
        elif count[kind]:
            while opened:
                mark = opened.pop()
                other = _KIN.get(mark.char, mark.char)
                count[other] -= 1
                if other == kind:
                    break
                lone.append(mark)
        elif not _is_other(text, offset):
            lone.append(Mark(paragraph, offset, char))
    lone.extend(opened)
    return list(_without_turned(sorted(lone, key=lambda mark: mark.offset)))


def _is_other(text: str, offset: int) -> bool:
    """An apostrophe (teachers’), or the bracket of a number (1) a））."""
    if text[offset] == "’":
        return offset > 0 and text[offset - 1].isascii()
    if text[offset] not in "）)":
        return False
    before = re.split("[。；！？\n，：.;”]", text[max(0, offset - _REACH) : offset])[-1]
    return re.fullmatch(_MARKER, before) is not None


def _without_turned(lone: Sequence[Mark]) -> Iterator[Mark]:
    """An opening mark that closes another (“宜居城市“，) is one mistake, not two."""
    for index, mark in enumerate(lone):
        following = lone[index + 1] if index + 1 < len(lone) else None
        if following and following.char == mark.char == "“" and _is_turned(following):
            continue
        yield mark


def _is_turned(mark: Mark) -> bool:
    """Whether an opening mark stands where only a closing one can."""
    text = mark.paragraph.text
    behind = text[mark.offset + 1 : mark.offset + 2]
    return mark.offset > 0 and (not behind or behind in _AFTER_CLOSING)


def _not_spanning(lone: Sequence[Mark], paragraphs: Sequence[Paragraph]) -> Iterator[Mark]:
    """``lone`` without quotations that run through several paragraphs (verses, letters): the
    last one closes, those between may each open again."""
    waiting: list[Mark] = []
    for mark in lone:
        if mark.char == "“":
            if waiting and not _goes_on(waiting[-1], mark):
                yield from _never_closed(waiting, paragraphs)
                waiting = []
            waiting.append(mark)
        elif mark.char == "”" and waiting and _is_run(waiting[-1], mark, paragraphs):
            waiting = []
        else:
            yield mark
    yield from _never_closed(waiting, paragraphs)


def _goes_on(mark: Mark, following: Mark) -> bool:
    """Whether the next paragraph opens the quotation again."""
    paragraph = following.paragraph
    return (
        paragraph.index == mark.paragraph.index + 1
        and not paragraph.text[: following.offset].strip()
    )


def _is_run(mark: Mark, closing: Mark, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether nothing between both paragraphs has quotation marks of its own."""
    first, last = mark.paragraph.index, closing.paragraph.index
    return last - first <= _SPAN and all("“" not in p.text for p in paragraphs[first + 1 : last])


def _never_closed(waiting: Sequence[Mark], paragraphs: Sequence[Paragraph]) -> Iterator[Mark]:
    """``waiting``, unless the paragraph behind is one quotation from end to end."""
    following = waiting[-1].paragraph.index + 1 if waiting else len(paragraphs)
    text = paragraphs[following].text.strip() if following < len(paragraphs) else ""
    if not (text.startswith("“") and text.endswith("”") and text.count("“") == 1):
        yield from waiting


def half_width(case: Case) -> Iterator[Finding]:
    """Half-width marks between Han characters, one finding to a paragraph."""
    for paragraph in case.paragraphs:
        found = list(re.finditer(_HALF, paragraph.text))
        if found:
            first, marks = found[0], dict.fromkeys(match[0] for match in found)
            yield at("half-width", Severity.WARNING, paragraph, first.start(), first.end(),
                     marks=" ".join(marks), count=len(found))  # fmt: skip


def doubled_marks(case: Case) -> Iterator[Finding]:
    """。。 ，。 、， and 。”。"""
    for paragraph in case.paragraphs:
        for match in re.finditer(_DOUBLED, paragraph.text):
            dots = len(match[0]) > 2 and not match[0].strip("。")
            key = "doubled-marks-ellipsis" if dots else "doubled-marks"
            yield at("doubled-marks", Severity.WARNING, paragraph, match.start(), match.end(), key,
                     marks=match[0])  # fmt: skip
