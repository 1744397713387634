"""Hard-wrapped lines joined again, typed layout (indents, centring) turned into cues.

Text is wrapped where its full lines mostly end in the middle of a sentence. A line goes on in
the next one when that one's first word would not have fitted, and nothing says that a paragraph
begins: no blank line, no indent, no number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from publisher.record import NamedTuple

_CLOSED = frozenset("。！？!?…：:；;.”’」』）)")
_NARROWEST, _WIDEST = 24, 2000
"""Columns of wrapped text: of a narrow e-mail, of a page scraped as one line."""
_OPEN_SHARE = 0.5
_N = r"[一二三四五六七八九十\d]{1,3}"
_START = re.compile(
    rf"第{_N}(?:部分|章|节|篇)|{_N}、(?!{_N}、)|[(（]{_N}[)）]|\d{{1,2}}[.．、)](?!\d)"
    r"|[①-⑳•·●■◆▪\-*] ?|[IVX]{1,5}\. |问[：:]|答[：:]"
)
"""What a paragraph begins with, whatever stands before it."""
_WORD = re.compile(r"[!-~]+|.[，。、；：！？）》”’,.;:!?)]*")
_LATIN = re.compile(r"[!-~À-ɏ]")
_CENTRED = 8
"""Columns of blank before a line that somebody centred or set to the right with the space bar."""
_LONG = 60


class Line(NamedTuple):
    """One paragraph's text without the blanks around it; ``indent`` in columns before it."""

    text: str
    indent: int = 0


def columns(text: str) -> int:
    """Character cells: wide, full-width and ambiguous characters take two (UAX 11)."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def paragraphs_of(text: str) -> list[Line]:
    """The paragraphs of ``text``, one for each line or for each run of wrapped lines."""
    lines = [_line(line) for line in text.split("\n")]
    width = _wrap_width([line for line in lines if line.text])
    if width is None:
        return [line for line in lines if line.text]
    margin = min((line.indent for line in lines if line.text), default=0)
    lines = [Line(line.text, line.indent - margin) if line.text else line for line in lines]
    return _joined(_single_spaced(lines), width - margin)


def is_wrapped(text: str) -> bool:
    """Whether line ends in ``text`` say nothing: most of its full lines break sentences."""
    lines = [_line(line) for line in text.split("\n")]
    return _wrap_width([line for line in lines if line.text]) is not None


def _line(line: str) -> Line:
    text = line.strip()
    before = line[: len(line) - len(line.lstrip())] if text else ""
    return Line(text, columns(before.expandtabs(8)))


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """Columns at which the text is wrapped, or None where each line is a paragraph."""
    if len(lines) < 3:
        return None
    widths = sorted(line.indent + columns(line.text) for line in lines)
    width = widths[-1 - len(widths) // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not _START.match(b.text)]
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    open_ended = sum(a.text[-1] not in _CLOSED for a, b in full)
    enough = len(full) >= max(2, len(lines) // 4)
    return width if enough and open_ended >= _OPEN_SHARE * len(full) else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted into this one."""
    word = _WORD.match(following.text)
    first = columns(word.group()) if word else 0
    return line.indent + columns(line.text) + min(first, width // 2) > width - 1


def _single_spaced(lines: Sequence[Line]) -> list[Line]:
    """Blank lines behind every line separate nothing."""
    solid = [line for line in lines if line.text]
    doubled = sum(bool(a.text and b.text) for a, b in pairwise(lines)) * 10 < len(solid)
    return solid if doubled else list(lines)


def _joined(lines: Sequence[Line], width: int) -> list[Line]:
    indented = sum(2 <= line.indent < _CENTRED for line in lines) > 1
    done: list[Line] = []
    parts: list[str] = []
    before: Line | None = None
    for line in lines:
        goes_on = before is not None and line.text and _goes_on(before, line, width, indented)
        if parts and not goes_on:
            done[-1] = Line(_together(parts), done[-1].indent)
            parts = []
        if line.text:
            if not goes_on:
                done.append(line)
            parts.append(line.text)
        before = line if line.text else None
    if parts:
        done[-1] = Line(_together(parts), done[-1].indent)
    return done


def _goes_on(before: Line, line: Line, width: int, indented: bool) -> bool:
    if line.indent >= 2 and line.indent != before.indent:
        return False
    if indented and line.indent >= 2:
        return False
    return not _START.match(line.text) and _is_full(before, line, width)


def _together(parts: Sequence[str]) -> str:
    """Joined without a blank between Han characters, with one between words."""
    joined = [parts[0]]
    for before, part in pairwise(parts):
        words = _LATIN.match(before[-1]) and _LATIN.match(part[0]) and before[-1] != "-"
        joined.append(" " + part if words else part)
    return "".join(joined)


def alignments(lines: Sequence[Line]) -> list[str]:
    """left, center or right for each: far-off lines before the text are titles, behind it dates."""
    long = [at for at, line in enumerate(lines) if len(line.text) > _LONG]
    first, last = (long[0], long[-1]) if long else (len(lines), len(lines))
    return [
        "left"
        if line.indent < _CENTRED
        else "center"
        if at < first
        else "right"
        if at > last
        else "left"
        for at, line in enumerate(lines)
    ]
