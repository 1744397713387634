"""Paragraphs made again in a text whose line ends were lost, at the marks that begin them.

A break is put behind the title, behind the salutation, before each number that counts on, and
between a heading and the text glued to it. Not a character is added or taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.record import NamedTuple

LONG = 600
"""Characters of a paragraph that is several; nobody writes one in a speech."""

_N = "[一二三四五六七八九十]{1,3}"
_CLOSED = "[。！？!?；;…](?:[”’」』）)])?"


class Kind(NamedTuple):
    """A kind of number that begins a paragraph.

    ``behind`` must stand before it; ``heads`` tells headings that stand alone, so that text glued
    to them is cut off; ``lonely`` numbers may stay without a second.
    """

    name: str
    pattern: str
    behind: str = _CLOSED
    heads: bool = False
    lonely: bool = True


KINDS: tuple[Kind, ...] = (
    Kind("第一部分", f"第{_N}(?:部分|章|节|篇)", heads=True),
    Kind("一、", f"{_N}、(?!{_N}、|{_N}产业)", heads=True),
    Kind("（一）", f"[（(]{_N}[）)]", rf"{_CLOSED}|[\u4e00-\u9fff](?<![条款项第])"),
    Kind("1.", r"\d{1,2}[.．、](?!\d)", lonely=False),
    Kind("（1）", r"[（(]\d{1,2}[）)]", lonely=False),
    Kind("①", "[①-⑳]", lonely=False),
    Kind("一是", f"{_N}(?:是(?!一)|要(?![务素件点])|需|须)"),
    Kind("其一", f"其{_N}(?=[,，、:：是])"),
    Kind("第一，", f"第{_N}(?=[,，、])", lonely=False),
    Kind("首先", "首先(?=[,，])|其次(?=[,，])|再次(?=[,，])|最后(?=[,，])", lonely=False),
)
_MARKER = re.compile("|".join(f"(?P<k{i}>{kind.pattern})" for i, kind in enumerate(KINDS)))
_BEHIND = tuple(re.compile(f"(?:{kind.behind})$") for kind in KINDS)
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}

_SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的|各位|同志们|朋友们|同学们|老师们|女士们)[^。；;？“”]{0,60}?[:：]"
)
_TITLE = re.compile(
    "[^。：:；;？！]{4,60}?(?:讲话|发言|致辞|报告|汇报|演讲|党课|主持词|讲稿|体会|材料)"
    "(?=尊敬的|敬爱的|亲爱的|各位|同志们|朋友们|同学们)"
)
_SAYS = "(?:强调|指出|要求|提出|明确|讲|说)"
_BODY = re.compile(
    # How text begins that lost the line end between it and its heading. Add what you meet.
    rf"习近平(?:总书记|同志|主席)[^,，。]{{0,16}}{_SAYS}"
    rf"|党的(?:二十|十)[^,，。]{{0,16}}{_SAYS}"
    rf"|(?:党中央|中央[^,，。]{{0,10}}会议|会议|全会)[^,，。]{{0,6}}{_SAYS}"
    "|(?:近年来|近几年|多年来|一年来|今年以来|去年以来|五年来|长期以来|当前|目前|过去的?一年)[,，]"
    "|我们(?:必须|应当|始终|深知|坚持|要|将)|作为[^,，。]{2,12}[,，]"
)
_HEADING = range(4, 46)
"""Characters of a heading in front of its text."""


def paragraphs_again(text: str, title: str = "") -> list[str]:
    """The paragraphs of one run-on ``text``; ``title`` is what the speech is known to be called."""
    start, parts = 0, []
    for end in _front(text, title):
        parts.append(text[start:end])
        start = end
    cuts = [start, *(at for at in _cuts(text) if at > start), len(text)]
    for begin, end in pairwise(cuts):
        parts.extend(_heading_and_text(text[begin:end]))
    return [part.strip() for part in parts if part.strip()]


def _front(text: str, title: str) -> Iterator[int]:
    """The ends of title and salutation."""
    at = 0
    if title and text.startswith(title):
        at = len(title)
        yield at
    elif found := _TITLE.match(text):
        at = found.end()
        yield at
    if found := _SALUTATION.match(text, at):
        yield found.end()


class _Found(NamedTuple):
    at: int
    kind: int
    value: int


def _cuts(text: str) -> list[int]:
    """Where numbers stand that begin a count or go on with one."""
    found = [
        _Found(m.start(), int((m.lastgroup or "k0")[1:]), _value(m.group()))
        for m in _MARKER.finditer(text)
    ]
    found = [f for f in found if _BEHIND[f.kind].search(text, max(f.at - 3, 0), f.at) or not f.at]
    reached: dict[int, int] = {}
    cuts: list[int] = []
    for index, number in enumerate(found):
        kind = KINDS[number.kind]
        counts_on = number.value in {0, reached.get(number.kind, 0) + 1}
        begins = number.value == 1 and (kind.lonely or _has_second(found, index))
        if begins or (counts_on and number.kind in reached):
            reached[number.kind] = number.value
            cuts.append(number.at)
    return cuts


def _has_second(found: Sequence[_Found], index: int) -> bool:
    kind = found[index].kind
    following = (other.value for other in found[index + 1 : index + 40] if other.kind == kind)
    return next(following, 0) == 2


def _value(marker: str) -> int:
    if marker in _ORDER:
        return _ORDER[marker]
    digits = re.sub(r"\D", "", marker)
    if digits:
        return int(digits)
    if "①" <= marker[0] <= "⑳":
        return ord(marker[0]) - ord("①") + 1
    tens, ten, ones = "".join(c for c in marker if c in _DIGITS or c == "十").rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _heading_and_text(part: str) -> list[str]:
    """A heading that lost the line end behind it, and the text that begins with known words."""
    marker = _MARKER.match(part)
    if marker is None or not KINDS[int((marker.lastgroup or "k0")[1:])].heads:
        return [part]
    reach = re.search("[。！？!?；;]", part)
    limit = min(_HEADING.stop + marker.end(), len(part) if reach is None else reach.start())
    for found in _BODY.finditer(part, marker.end() + _HEADING.start):
        if found.start() >= limit:
            break
        if part[found.start() - 1] not in "，,、":
            return [part[: found.start()], part[found.start() :]]
    return [part]
