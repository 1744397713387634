"""A ruler for lines: reads a finished PDF and measures every line of its paragraphs.

Written apart from the engine, from W3C CLREQ 3.1 and 3.2 and GB/T 15834—2011 5.1; it knows the
words of the speech and the type area, and else only what stands in the file: origins, advances
and sizes by MuPDF. Lengths are points, those in the findings parts of an em.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.judges import clreq, glyphs
from tests.judges.glyphs import Char

MM = 72 / 25.4
EVEN = 0.1 * MM
"""What a line's last advance box may differ by from the right edge."""
FINE = 0.015
"""In ems: widths in a file are rounded to 0.005."""

OPENING, CLOSING, PAUSING, STOPPING = (
    "“‘（《〈「『【〔〖［｛",
    "”’）》〉」』】〕〗］｝",
    "，、；：",
    "。？！",
)
HALVED = "·～／"
"""Half an em by rule (GB/T 15834—2011 5.1.7 to 5.1.9)."""
BEHIND = CLOSING + PAUSING + STOPPING
"""Their blank is behind them, and falls away at a line's end."""
ORDER = ("brackets", "，、；：", "Han–Latin gaps", "。？！")
"""CLREQ 3.1.6.2: what is squeezed before what."""
ADDRESS = re.compile(r"(?:[a-z]+://|www\.)[!-~]+|[\w.+-]+@[\w.-]+", re.ASCII | re.IGNORECASE)
UNITS = "亿万千百元年月日号人名户个项条次倍吨亩里米岁度届"
FIGURE = re.compile(rf"[￥¥$€£]?[0-9]+(?:[.,:][0-9]+)*(?:[%％‰℃°]|[亿万千百]*[{UNITS}])?")
LETTER = re.compile(r"[A-Za-z0-9]+")
WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:[’'][A-Za-z]+)*|——|……")


class Source(NamedTuple):
    """A paragraph of the speech, and whether it is set to the full measure.

    ``centred``: its pauses and stops stand in the middle of their em and keep it (CLREQ 3.1.6, the
    practice of Taiwan and Hong Kong).
    """

    text: str
    justified: bool = True
    centred: bool = False


class Area(NamedTuple):
    """The type area: its left edge on odd and on even pages, its width, its foot."""

    odd: float
    even: float
    width: float
    foot: float

    def left(self, page: int) -> float:
        return self.odd if page % 2 else self.even


class Row(NamedTuple):
    """A line: its page from 1, its characters, and where its first stands in the paragraph."""

    page: int
    chars: tuple[Char, ...]
    start: int

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def end(self) -> int:
        return self.start + len(self.chars)


def findings(
    pdf: Path,
    sources: Iterable[Source],
    area: Area,
    *,
    level: str = "GB",
    excused: Iterable[str] = (),
) -> list[str]:
    """Everything that breaks a rule. ``excused`` are the breaks that the maker told of, as a|b:
    each excuses one, and only one that is forbidden for want of room."""
    excuses = Counter(excused)
    found: list[str] = []
    for source, rows in paragraphs(pdf, sources, area):
        if not rows:
            found.append(f"「{source.text[:12]}」 is not found in the file")
            continue
        for row, fault, marks in _breaks(source, rows, level):
            if marks and excuses[marks] > 0:
                excuses[marks] -= 1
            else:
                found.append(_place(row, fault))
        if source.justified:
            found += [_place(row, f) for row, f in _even(source, rows, area)]
            if len(rows) > 1 and _letters(rows[-1].text) < 2 and _han(rows[-1].text):
                marks = f"{rows[-2].text[-1]}|{rows[-1].text[0]}"
                if excuses[marks] > 0:
                    excuses[marks] -= 1
                else:
                    found.append(_place(rows[-1], "is a last line of one character"))
        found += [_place(row, f) for row in rows for f in _squeezing(row, source)]
    return found


def _place(row: Row, fault: str) -> str:
    return f"page {row.page} 「{row.text[:6]}…{row.text[-4:]}」 {fault}"


def paragraphs(
    pdf: Path, sources: Iterable[Source], area: Area
) -> Iterator[tuple[Source, list[Row]]]:
    """Each paragraph with its lines, found by its words, which stand in the order of the file."""
    chars = [
        (number, char)
        for number, page in enumerate(glyphs.read(pdf), 1)
        for char in page.chars
        if char.baseline < area.foot
    ]
    chars = _without_hyphens(chars)
    text = "".join(char.text[0] for _, char in chars)
    at = 0
    for source in sources:
        words = re.sub(r"\s", "", source.text)
        if not words:
            continue
        start = text.find(words, at)
        start = text.find(words) if start < 0 else start
        if start < 0:
            yield source, []
            continue
        at = start + len(words)
        yield source, list(_rows(chars[start:at]))


HYPHEN = "\u200b"
"""What a hyphen that was put at a line's end stands for: it is no part of the text."""


def _without_hyphens(chars: list[tuple[int, Char]]) -> list[tuple[int, Char]]:
    """Hyphens at line ends count towards the width of the letter before them."""
    found: list[tuple[int, Char]] = []
    for page, char in chars:
        if char.text == HYPHEN and found:
            letter = found[-1][1]
            width = char.right - letter.x
            found[-1] = (page, letter._replace(text=letter.text[0] + HYPHEN, width=width))
        else:
            found.append((page, char))
    return found


def _rows(chars: list[tuple[int, Char]]) -> Iterator[Row]:
    start = 0
    for i in range(1, len(chars) + 1):
        if i < len(chars):
            (page, char), (before, previous) = chars[i], chars[i - 1]
            if page == before and abs(char.baseline - previous.baseline) < char.size * 0.7:
                continue
        yield Row(chars[start][0], tuple(char for _, char in chars[start:i]), start)
        start = i


def _letters(text: str) -> int:
    return sum(char not in clreq.MARKS and char not in "—…" for char in text)


def _han(text: str) -> bool:
    return any("㐀" <= char <= "鿿" or char >= "\U00020000" for char in text)


# --- where lines break ------------------------------------------------------------------------

_STRICT = "—…"
_START = {
    "none": set(),
    "basic": clreq.NEVER_START,
    "GB": clreq.NEVER_START,
    "strict": clreq.NEVER_START | set(_STRICT),
}
_END = {
    "none": set(),
    "basic": clreq.NEVER_END - {"／"},
    "GB": clreq.NEVER_END,
    "strict": clreq.NEVER_END,
}


def _breaks(source: Source, rows: list[Row], level: str) -> Iterator[tuple[Row, str, str]]:
    text = re.sub(r"\s", "", source.text)
    spaces = _spaced(source.text)
    forced = _forced(source.text)
    whole = _whole(source.text)
    for row, after in pairwise(rows):
        marks = f"{row.text[-1]}|{after.text[0]}"
        pair = level != "strict" and text[after.start : after.start + 2] in {"——", "……"}
        if after.start in forced:
            continue
        if row.text.endswith(HYPHEN):
            if not any(a + 1 < after.start < b - 2 for a, b in whole):
                yield row, f"hyphenates {row.text[-6:-1]}|{after.text[:4]}", ""
            continue
        if after.text[0] in _START[level] and not pair:
            yield after, f"starts with {after.text[0]}", marks
        if row.text[-1] in _END[level]:
            yield row, f"ends with {row.text[-1]}", marks
        if after.start not in spaces and any(a < after.start < b for a, b in whole):
            yield row, f"tears {marks} apart", marks


def _spaced(text: str) -> set[int]:
    """The places, white space not counted, that white space stands before."""
    found, at = set(), 0
    for char in text:
        if char.isspace():
            found.add(at)
        else:
            at += 1
    return found


def _forced(text: str) -> set[int]:
    return {len(re.sub(r"\s", "", text[: m.start()])) for m in re.finditer("\n", text)}


def _whole(text: str) -> list[tuple[int, int]]:
    """What is never divided, as places in the text without its white space."""
    addresses = [m.span() for m in ADDRESS.finditer(text)]
    spans = []
    for pattern in (FIGURE, WORD):
        for match in pattern.finditer(text):
            start, end = match.span()
            inside = any(a <= start < b for a, b in addresses)
            # Letters and figures that touch are one word: 5G, H7N9.
            more = LETTER.match(text, end - 1)
            end = more.end() if more and not inside else end
            spans.append((start, end))
    squeezed = [len(re.sub(r"\s", "", text[:at])) for span in spans for at in span]
    return list(zip(squeezed[::2], squeezed[1::2]))


# --- the right edge ---------------------------------------------------------------------------


def _even(source: Source, rows: list[Row], area: Area) -> Iterator[tuple[Row, str]]:
    forced = _forced(source.text)
    for row in rows[:-1]:
        if row.end in forced:
            continue
        edge = area.left(row.page) + area.width
        last = row.chars[-1]
        ragged = not any(map(_is_han, source.text)) and last.right < edge
        if abs(last.right - edge) > EVEN and not ragged:
            yield row, f"ends {(last.right - edge) / MM:+.3f} mm from the right edge"
        behind = CLOSING if source.centred else BEHIND
        if last.text in behind and last.width > (0.5 + FINE) * last.size and _cuttable(last):
            yield row, f"ends with a {last.text} of {last.width / last.size:.2f} em"


def _cuttable(char: Char) -> bool:
    """A ？ that fills its box has nothing to give; none of our faces has another such mark."""
    return char.text not in "？！"


# --- what is squeezed and what is stretched ------------------------------------------------------


class Spot(NamedTuple):
    """What a place of a line gave up, of what it had to give: ``rank`` as in ORDER."""

    rank: int
    given: float
    had: float


def _squeezing(row: Row, source: Source) -> Iterator[str]:
    """CLREQ 3.1.6: only marks give way, by half an em at most, in their order; and none does
    on a line that is stretched."""
    spaces = _spaced(source.text)
    spots: list[Spot] = []
    stretched = 0.0
    for i, (char, after) in enumerate(pairwise(row.chars)):
        em = char.size
        width = char.width / em
        gap = (after.x - char.right) / em
        spaced = row.start + i + 1 in spaces
        before = row.chars[i - 1].text if i else ""
        whole = _is_han(char.text) or (source.centred and char.text in PAUSING + STOPPING)
        if whole and abs(width - 1) > FINE:
            yield f"has a {char.text} of {width:.2f} em"
        if gap < -FINE and not char.text.isascii() and not after.text.isascii():
            yield f"has {char.text}{after.text} over each other by {-gap:.2f} em"
        full = source.centred or _full(before, char.text, after.text)
        rank = None if whole else _rank(char.text)
        halved = rank is not None and rank < ORDER.index("。？！") and not full and not spaced
        if halved and width > 0.5 + FINE:
            yield f"has a {char.text} of {width:.2f} em beside another mark"
        if rank is not None and full and width > 0.4:
            spots.append(Spot(rank, max(0.0, 1 - width), 0.5))
            if width < 0.5 - FINE:
                yield f"has a {char.text} of {width:.2f} em"
        if _meet(char.text, after.text) and not spaced:
            spots.append(Spot(2, max(0.0, 0.25 - gap), 0.125))
            if gap < 0.125 - FINE:
                yield f"has a gap {char.text}|{after.text} of {gap:.2f} em"
        elif not char.text.isascii() and not after.text.isascii() and not spaced:
            stretched = max(stretched, gap)
    yield from _in_order(spots)
    if stretched > 2 * FINE and any(spot.given > 2 * FINE for spot in spots):
        yield f"is squeezed and stretched by {stretched:.2f} em"


def _in_order(spots: list[Spot]) -> Iterator[str]:
    for rank in range(1, len(ORDER)):
        asked = any(spot.given > 2 * FINE for spot in spots if spot.rank == rank)
        spared = [s for s in spots if s.rank < rank and s.given < s.had - 2 * FINE]
        if asked and spared:
            yield f"squeezes {ORDER[rank]} before {ORDER[spared[0].rank]}"


def _is_han(text: str) -> bool:
    return "一" <= text <= "鿿"


def _rank(text: str) -> int | None:
    if text in OPENING or text in CLOSING:
        return 0
    return 1 if text in PAUSING else 3 if text in STOPPING else None


def _full(before: str, mark: str, after: str) -> bool:
    """Whether a mark has its full em by nature: next to another it has half (CLREQ 3.1.6.1)."""
    if mark in BEHIND and after and (after in BEHIND or after in OPENING):
        return False
    return not (mark in OPENING and before and before in OPENING)


def _meet(a: str, b: str) -> bool:
    """Han beside Latin or a figure, either way about (CLREQ 3.2.1)."""
    return (_is_han(a) and b.isascii() and b.isalnum()) or (
        _is_han(b) and a.isascii() and a.isalnum()
    )
