"""Lines for reading aloud: a line ends where the voice rests.

Words between two marks are one breath. Lines are filled with whole breaths; one that is longer
than the measure is parted between words, never inside one. Of all ways the cheapest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import MAY_BREAK
from publisher.layout.kept import kept_words
from publisher.layout.letters import Span
from publisher.layout.sense import word_ends
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape

_REST = "[，；：。！？,;:!?…—]+[”’）》〉」』】〕]*|、[”’》」』]*"
_SENTENCE = "[。！？!?…][”’）》〉」』】〕]*$"
_LINE = 6.0
"""What another line costs, in the coin of the prices below."""
_IN_BREATH, _IN_WORD = 20.0, 900.0
_AT_END, _AT_COMMA = -10.0, 0.0
_AT_REST = {"；": -8.0, ";": -8.0, "、": 8.0}
"""What a line's end costs between words and inside one, at the end of a sentence, at a comma or a
mark that has no price of its own."""
_SHORT, _IN_LIST = 3, 27.5
"""Items of so many characters are said in one breath: 河清、水畅、岸绿、景美."""
_RAGGED = 16.0
_ALONE = 30.0
"""A last line of less than three characters."""


def _ends(text: str) -> bool:
    return bool(re.search(_SENTENCE, text))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends at the end of ``text``."""
    return _ends(text.rstrip())


def breath_breaks(
    spans: Sequence[Span],
    measure: Emu,
    typefaces: Typefaces,
    indent: Emu = 0,
    own_words: frozenset[str] = frozenset(),
) -> list[int]:
    """Where lines no wider than ``measure`` begin, as offsets into the text of ``spans``.

    The first line is narrower by ``indent``; ``own_words`` are kept whole where they can be.
    ``\\n`` in the text begins a line, and is in no other; it is not among the offsets.
    """
    text = "".join(span.text for span in spans)
    edges = _edges(spans, typefaces)
    own = kept_words(text, frozenset(word for word in own_words if word in text))
    breaks: list[int] = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        first = measure - (0 if start else indent)
        breaks += _cheapest(text[start:end], edges[start : end + 1], first, measure, start, own)
        start = end + 1
    return breaks


def _cheapest(
    text: str, edges: Sequence[Emu], first: Emu, measure: Emu, offset: int, own: frozenset[str]
) -> list[int]:  # fmt: skip
    """The line starts inside ``text`` that cost least, the first at 0 left out."""
    if not text or edges[-1] - edges[0] <= first:
        return []
    prices = _prices(text, own)
    ends = sorted(prices)
    cost: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for end in ends:
        best: tuple[float, int] | None = None
        for start in reversed([0, *(each for each in ends if each < end)]):
            room = measure if start else first
            width = edges[end] - edges[start]
            if width > room:
                break
            if start not in cost:
                continue
            slack = 0.0 if end == len(text) else ((room - width) / room) ** 2 * _RAGGED
            short = _ALONE if end == len(text) and end - start < 3 else 0.0
            total = cost[start][0] + _LINE + slack + short + prices[end]
            if best is None or total < best[0]:
                best = total, start
        if best is not None:
            cost[end] = best
    starts: list[int] = []
    at = len(text)
    while at in cost and cost[at][1]:
        at = cost[at][1]
        starts.append(at + offset)
    return starts[::-1]


def _prices(text: str, own: frozenset[str]) -> dict[int, float]:
    """By offset, what it costs to end a line there; where none may end, nothing."""
    table = clreq.pair_table("GB")
    kinds = clreq.classes_of(list(text))
    allowed = {i + 1 for i, (a, b) in enumerate(pairwise(kinds)) if table[a][b] & MAY_BREAK}
    words = word_ends(text, own)
    prices = {i: _IN_BREATH + 2 * words[i] if i in words else _IN_WORD for i in allowed}
    rests = list(re.finditer(_REST, text))
    begins = [0, *(rest.end() for rest in rests)]
    ends = [*(rest.start() for rest in rests), len(text)]
    breaths = [end - begin for begin, end in zip(begins, ends)]
    for rest, before, after in zip(rests, breaths, breaths[1:]):
        if rest.end() in prices:
            prices[rest.end()] = _rest(rest[0], min(before, after))
    prices[len(text)] = 0.0
    return prices


def _rest(mark: str, shorter: int) -> float:
    """What it costs to end a line at ``mark``; ``shorter`` is the shorter breath beside it."""
    if mark[0] == "、" and shorter <= _SHORT:
        return _IN_LIST
    return _AT_END if _ends(mark) else _AT_REST.get(mark[0], _AT_COMMA)


def _edges(spans: Sequence[Span], typefaces: Typefaces) -> list[Emu]:
    """The left edge of each character, and the end of the last; rather too far than too near."""
    widths: list[Emu] = []
    for span in spans:
        for piece in re.split("(\n)", span.text):
            if piece == "\n":
                widths.append(0)
                continue
            for glyph in shape(piece, span.role, typefaces):
                widths += [0] * len(glyph.text)
                if widths:
                    widths[-1] += -(-span.size * glyph.advance // glyph.units)
    kinds = clreq.classes_of([char for span in spans for char in span.text])
    table = clreq.pair_table("GB")
    size = max((span.size for span in spans), default=0)
    for i, (a, b) in enumerate(pairwise(kinds)):
        if table[a][b] & clreq.HAN_LATIN and i < len(widths):
            widths[i] += size // 4
    return list(accumulate(widths, initial=0))
