"""Page numbers that a scraper or a PDF left in the text, told from numbers that mean something.

Two forms: a line of its own (第 2 页 共 12 页, - 2 -, 2/12, 2) and a number glued to the first
words of a page, "重要\\n2、载体。". Both count pages: 1, 2, 3 … at regular distances up to the end
of the text, and the glued ones cut sentences, which no author's numbering does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from publisher.events import Notice, notice
from publisher.record import NamedTuple

_GLUED = re.compile(r"(?<![\d.．])(\d{1,3})、")
_ALONE = re.compile(
    r"第?\s*(?P<page>\d{1,3})\s*页(?:\s*[,，/|]?\s*共\s*\d{1,3}\s*页)?|(?P<of>\d{1,3})\s*/\s*\d{1,3}"
    r"|[-—–－─]+\s*(?P<dashed>\d{1,3})\s*[-—–－─]+|[Pp]age\s+(?P<english>\d{1,3})(?:\s+of\s+\d{1,3})?"
    r"|(?P<bare>\d{1,3})"
)
_CLOSED = frozenset("。！？!?；;：:”’」』）)…")
_LEAST = 3
"""Fewer numbers than these prove nothing."""
_SHORTEST_PAGE = 80
_SWING = 0.4
"""By how much of itself a page may be longer or shorter than those before it."""
_TRIES = 24


class Cleaned(NamedTuple):
    """``text`` without page numbers; ``joined`` where pages had no line ends of their own."""

    text: str
    notices: tuple[Notice, ...] = ()
    joined: bool = False


class _Number(NamedTuple):
    start: int
    end: int


def without_page_numbers(text: str) -> Cleaned:
    """``text`` with its page numbers left out and the sentences that they cut joined again."""
    alone = _without_lines(text)
    glued = _glued(alone.text)
    if not glued:
        return alone
    inside = alone.text.count("\n", glued[0].start, glued[-1].end)
    joined = inside <= 1.2 * len(glued)
    parts: list[str] = []
    at = 0
    for number in glued:
        before = alone.text[at : number.start]
        kept = before.rstrip()
        cut = bool(parts) and (joined or kept[-1:] not in _CLOSED)
        parts.append(kept if cut else before)
        at = number.end
    parts.append(alone.text[at:])
    told = notice("page-numbers-left-out", count=len(glued))
    return Cleaned("".join(parts), (*alone.notices, told), joined)


def _glued(text: str) -> Sequence[_Number]:
    """The longest chain of glued numbers that counts pages, in order; () for none."""
    places: defaultdict[int, list[_Number]] = defaultdict(list)
    for found in _GLUED.finditer(text):
        places[int(found.group(1))].append(_Number(found.start(), found.end()))
    best: Sequence[_Number] = ()
    for first in (1, 2):
        for start in places[first][:_TRIES]:
            for second in places[first + 1][:_TRIES]:
                if second.start - start.start >= _SHORTEST_PAGE:
                    chain = _chain(places, first, start, second)
                    if len(chain) > len(best) and _counts_pages(text, chain):
                        best = chain
    return best


def _chain(
    places: Mapping[int, Sequence[_Number]], first: int, start: _Number, second: _Number
) -> list[_Number]:
    """The numbers that go on counting at the distance of the first two."""
    chain, value = [start, second], first + 2
    while places.get(value):
        page = (chain[-1].start - start.start) / (len(chain) - 1)
        wanted = chain[-1].start + round(page)
        at = bisect_left(places[value], (wanted,))
        near = min(places[value][max(at - 1, 0) : at + 1], key=lambda n: abs(n.start - wanted))
        if abs(near.start - wanted) > _SWING * page:
            break
        chain.append(near)
        value += 1
    return chain


def _counts_pages(text: str, chain: Sequence[_Number]) -> bool:
    """Pages cover the text to its end, and at least half of their numbers cut a sentence."""
    page = (chain[-1].start - chain[0].start) / (len(chain) - 1)
    covered = len(text) - chain[-1].start <= (1 + _SWING) * page
    before = (text[max(n.start - 9, 0) : n.start].rstrip()[-1:] for n in chain[1:])
    cuts = sum(mark not in _CLOSED for mark in before)
    return len(chain) >= _LEAST and covered and 2 * cuts >= len(chain) - 1


def _without_lines(text: str) -> Cleaned:
    """Numbers on lines of their own, and the blank lines around them."""
    lines = text.split("\n")
    numbers = [(at, _value(line)) for at, line in enumerate(lines)]
    chain = [(at, value) for at, value in numbers if value is not None]
    run: list[tuple[int, int]] = []
    for at, value in chain:
        if not run or value == run[-1][1] + 1:
            run.append((at, value))
    if len(run) < _LEAST or len(run) != len(chain):
        return Cleaned(text)
    gone = {at for at, _ in run}
    kept: list[str] = []
    fresh = False
    for at, line in enumerate(lines):
        if at in gone:
            fresh = True
            while kept and not kept[-1].strip():
                kept.pop()
        elif not fresh or line.strip():
            if fresh and kept and _cut(kept[-1], line):
                kept[-1] = kept[-1].rstrip() + line.strip()
            else:
                kept.append(line)
            fresh = False
    return Cleaned("\n".join(kept), (notice("page-numbers-left-out", count=len(run)),))


def _value(line: str) -> int | None:
    found = _ALONE.fullmatch(line.strip()) if len(line) <= 40 else None
    if found is None:
        return None
    return next(int(number) for number in found.groups() if number)


def _cut(before: str, behind: str) -> bool:
    """Whether a page ended in the middle of a sentence; headings are short and have no stop."""
    text = before.strip()
    runs_on = len(text) > 60 or text[-1:] in "，、,"
    return runs_on and text[-1:] not in _CLOSED and not behind[:1].isspace()
