"""Titles broken by sense (GB/T 9704—2012 7.3.1): never inside a word, into a trapezium or lozenge.

A title is cut into words (our table, numbers, and where these leave a gap the BudouX model), each
boundary gets a price for what it parts, each arrangement of lines one for its shape; the cheapest
sum wins.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from publisher import words
from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import Kind
from publisher.layout.segment import JOINS, NUMBER, is_unknown, segment, vocabulary
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape

FORBIDDEN = 1000.0
"""A price that no good shape outweighs; no arrangement is given that has to pay it."""


def break_title(
    text: str,
    role: str,
    size: Emu,
    measure: Emu,
    typefaces: Typefaces,
    max_lines: int = 3,
    own_words: Iterable[str] = (),
    *,
    running: bool = False,
) -> tuple[str, ...] | None:
    """``text`` as lines no wider than ``measure``, set in ``role`` at ``size``.

    ``running`` text fills its lines and ends where it ends; a title's are balanced.

    The lines joined are the text without ``\\n``, at which it is broken before anything else.
    None when ``max_lines`` do not hold it without parting a word, beginning a line with a mark or
    a particle, or leaving one character alone. ``own_words`` are names and phrases kept whole.
    """
    lines: list[str] = []
    parts = [part for part in text.split("\n") if part]
    for i, part in enumerate(parts):
        broken = _break_part(
            part,
            _edges(part, role, size, typefaces),
            measure,
            max_lines - len(lines) - (len(parts) - 1 - i),
            frozenset(own_words),
            running,
        )
        if broken is None:
            return None
        lines += broken
    return tuple(lines) or None


def _edges(text: str, role: str, size: Emu, typefaces: Typefaces) -> list[Emu]:
    """The left edge of each character, and the end of the last, rounded up."""
    glyphs, gaps = _measures(text, role, typefaces)
    widths = [0] * len(text)
    for at, advance, units in glyphs:
        widths[at] += -(-size * advance // units)
    for at in gaps:
        widths[at] += size // 4
    return list(accumulate(widths, initial=0))


@functools.lru_cache(maxsize=256)
def _measures(
    text: str, role: str, typefaces: Typefaces
) -> tuple[list[tuple[int, int, int]], list[int]]:
    """Of each glyph the character that it stands for last, its advance and what that counts in;
    and the characters with a quarter em behind them. Kept, for a title is tried in many sizes."""
    glyphs: list[tuple[int, int, int]] = []
    at = -1
    for glyph in shape(text, role, typefaces):
        at += len(glyph.text)
        if at >= 0:
            glyphs.append((at, glyph.advance, glyph.units))
    table = clreq.pair_table("office")
    pairs = enumerate(pairwise(clreq.classes_of(list(text))))
    return glyphs, [i for i, (a, b) in pairs if table[a][b] & clreq.HAN_LATIN]


def _break_part(
    text: str,
    edges: Sequence[Emu],
    measure: Emu,
    max_lines: int,
    own: frozenset[str],
    running: bool,
) -> tuple[str, ...] | None:
    max_lines = min(max_lines, _MOST_LINES)
    total = edges[-1]
    if total > max_lines * measure:
        return None
    if total <= measure:
        return (text,)
    prices = _prices(text, own)
    best: tuple[float, tuple[int, ...]] | None = None
    fewest = -(-total // measure)
    for count in range(fewest, max_lines + 1):
        if best is not None and count > fewest + 1:
            break
        more = _EXTRA_LINE * (count - fewest)
        for breaks, price in _arrangements(prices, edges, measure, count):
            if best is not None and price + more >= best[0]:
                continue  # whatever shape its lines have
            widths = [edges[b] - edges[a] for a, b in pairwise((0, *breaks))]
            price += _filled(widths, measure) if running else _shape(widths)
            price += more
            if best is None or price < best[0]:
                best = (price, breaks)
    if best is None or best[0] >= FORBIDDEN:
        return None
    return tuple(text[a:b] for a, b in pairwise((0, *best[1])))


_EXTRA_LINE = 1.5
_MOST_LINES = 4
"""What is longer is no title any more; all its arrangements would be too many to look at."""


def _arrangements(
    prices: Sequence[tuple[int, float]], edges: Sequence[Emu], measure: Emu, count: int
) -> Iterator[tuple[tuple[int, ...], float]]:
    """All ways to make ``count`` lines that fit: their ends, and what the breaks cost.

    Lines much shorter than the average (below 0.4) never win, and are not looked at.
    """
    least = round(0.4 * edges[-1] / count)
    return _further(prices, edges, measure, least, 0, count)


def _further(
    prices: Sequence[tuple[int, float]], edges: Sequence[Emu], measure: Emu, least: Emu,
    start: int, left: int, spent: float = 0.0,
) -> Iterator[tuple[tuple[int, ...], float]]:  # fmt: skip
    """The ways to go on from ``start`` with ``left`` lines, two or more, ``spent`` being what it
    cost so far."""
    begin, whole = edges[start], edges[-1]
    nearest = max(begin + least, whole - (left - 1) * measure)
    furthest = begin + measure if left > 2 else min(begin + measure, whole - least)
    for at, price in prices:
        if at <= start or edges[at] < nearest:
            continue
        if edges[at] > furthest:
            break
        if left == 2:
            yield (at, len(edges) - 1), spent + price
            continue
        for rest, cost in _further(prices, edges, measure, least, at, left - 1, spent + price):
            yield (at, *rest), cost


def _shape(widths: Sequence[Emu]) -> float:
    """What the shape of the lines costs: uneven, hourglass, all alike, a short last line."""
    count = len(widths)
    mean = sum(widths) / count
    uneven = [(width / mean - 1) ** 2 for width in widths]
    price = 8 * sum(uneven)
    if count == 2:
        if widths[1] > 1.02 * widths[0]:  # of two lines rather the longer first
            price += 1 + 3 * (widths[1] - widths[0]) / mean
    else:
        for a, b, c in zip(widths, widths[1:], widths[2:]):
            if b < 0.98 * a and b < 0.98 * c:
                price += 5
    alike = [abs(a - b) < 0.02 * mean for a, b in pairwise(widths)]
    return price + 0.5 * sum(alike) + (1.5 if widths[-1] < 0.55 * mean else 0.0)


def _filled(widths: Sequence[Emu], measure: Emu) -> float:
    """What the shape of running text costs: lines that are left empty, the last one aside."""
    return 8 * sum((1 - width / measure) ** 2 for width in widths[:-1])


# --- prices of boundaries -------------------------------------------------------------------


@functools.lru_cache(maxsize=256)
def _prices(text: str, own: frozenset[str]) -> list[tuple[int, float]]:
    """(place, price) for each place where a line may end, in order."""
    found: list[tuple[int, float]] = []
    tokens = segment(text, own)
    letters, total = 0, _letters(text)
    at = 0
    for i, (before, after) in enumerate(pairwise(tokens)):
        at += len(before)
        letters += _letters(before)
        if min(letters, total - letters) < 2 or clreq.forbidden_break(before[-1], after[0]):
            continue
        price = _boundary(tokens, i, before, after)
        if price < FORBIDDEN:
            found.append((at, price))
    return found


def word_ends(text: str, own_words: frozenset[str] = frozenset()) -> dict[int, float]:
    """By place, what it costs the sense to end a line there: 0 behind a mark, more than 8 hardly
    ever worth it. No line should end elsewhere, least of all in one of ``own_words``."""
    return dict(_prices(text, own_words))


def _letters(text: str) -> int:
    return sum(map(_LETTERS.__contains__, map(clreq.kind_of, text)))


_LETTERS = frozenset({Kind.HAN, Kind.UNIT, Kind.LATIN, Kind.DIGIT})
_AFTER_MARK = {"，": 0.0, "；": 0.0, "：": 0.0, "。": 0.0, "！": 0.0, "？": 0.0, "、": 1.5,
               "”": 1.5, "》": 1.5, "）": 1.5, "—": 3.0, "…": 0.5, "　": 0.0, " ": 0.0}  # fmt: skip
_DEFAULT = 5.0
_BETWEEN_MEETINGS = -3.0
"""Between two meetings of one title (…会暨…会) even uneven lines are better parted there."""


def _boundary(tokens: Sequence[str], i: int, before: str, after: str) -> float:
    """The price of parting two neighbouring words, the ``i``-th and the next."""
    if after == "——":  # a subtitle takes its dash along
        return 0.0
    if after == JOINS:
        return _BETWEEN_MEETINGS
    if before[-1] in _AFTER_MARK and after not in _PARTICLES:
        return _AFTER_MARK[before[-1]]
    if after in _NEVER_FIRST or (after[0] in _NEVER_FIRST and after not in vocabulary()):
        return FORBIDDEN
    if before in _PREPOSITIONS:
        return FORBIDDEN if len(before) == 1 else 8.0
    if before in _DETERMINERS or (is_unknown(before) and is_unknown(after)):
        return 12.0
    if len(before) == 1 and i > 0 and tokens[i - 1][-1] in _PAUSES:
        return 7.0  # it begins a clause, and would stand behind the mark alone
    if before in _ADVERBS or (before[-1] == "的" and after in _LAST_WORDS):
        return 8.0
    if before in _LOCALIZERS:
        return 0.3 if "在" in tokens[:i] else 2.0
    if before in _VERBS:
        return 6.0 if after not in _VERBS else 4.0
    if NUMBER.fullmatch(before):
        return 7.0
    return _opening(before, after)


def _opening(before: str, after: str) -> float:
    """The price of beginning a line with ``after``, where nothing holds the two together."""
    if after in _OPENERS or after.startswith("第"):
        return 1.0
    if before in _ORGANIZATIONS or before in _GROUPS:
        return 1.2
    if after in _HEADS:
        return 6.5
    if after in _EVENTS:
        return 2.5
    return 3.5 if before[-1] == "的" else _DEFAULT


_PREPOSITIONS = frozenset(words.PREPOSITIONS)
_LOCALIZERS = frozenset(words.LOCALIZERS)
_PAUSES = frozenset("，、；：。！？")
_DETERMINERS = frozenset("每各该此这那")
"""They belong to what follows."""
_PARTICLES = frozenset(words.PARTICLES)
_NEVER_FIRST = _PARTICLES | _LOCALIZERS | {"和", "与", "及", "或", "而", "同"}
_ADVERBS = frozenset(words.ADVERBS)
_VERBS = frozenset(words.VERBS)
_LAST_WORDS = frozenset(words.KINDS_OF_SPEECH)
_HEADS = frozenset(words.HEADS)
_EVENTS = frozenset(words.EVENTS)
_OPENERS = (
    _VERBS
    | _ADVERBS
    | {event for event in _EVENTS if event.startswith(("专题", "动员", "总结"))}
    | {"专题", "暨", *"在以让为把将向用"}
)
_ORGANIZATIONS = frozenset(words.ORGANIZATIONS)
_GROUPS = frozenset({"精神", "会议精神", "讲话精神", "重要讲话精神", "思想"})
