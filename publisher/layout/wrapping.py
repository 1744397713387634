"""Text boxes: how an office program will break their paragraphs, never with fewer lines than it."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add

from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import HAN_LATIN, MAY_BREAK, Kind
from publisher.layout.letters import Letters, Span, forced_lines, letters_of, runs_of
from publisher.layout.placed import Row
from publisher.layout.rounding import SLACK, clear_measure
from publisher.plan import Line
from publisher.record import NamedTuple, maker
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape


class Broken(NamedTuple):
    """A line as it was broken: what stands on it, where it begins, and how wide it is. Its glyphs
    are laid when it is to be drawn: most lines are only tried."""

    text: str
    x: Emu
    width: Emu
    part: _Part
    start: int
    end: int

    def line(self) -> Line:
        """The line, its baseline at 0."""
        row = self.part.laid(self.start, self.end)
        return Line(self.x, 0, self.width, runs_of(row, self.part.letters))


def break_paragraph(
    spans: Sequence[Span], measure: Emu, typefaces: Typefaces, *, first_indent: Emu = 0
) -> tuple[Broken, ...]:
    """Break ``spans`` as PowerPoint or LibreOffice will, rather one line more than fewer.

    Greedy and ragged: marks keep their full width, a quarter em stands between Han and Latin,
    nothing hangs; a mark that would begin a line takes the character before it along; a word is
    broken only where it is wider than the measure. ``\n`` ends a line, and an empty line stays.
    """
    lines: list[Broken] = []
    for spoken in forced_lines(spans, keep_empty=True):
        part = _part(tuple(spoken), typefaces)
        indent = 0 if lines else first_indent
        lines += part.broken(part.places(measure, indent), indent)
    return tuple(lines)


def last_lines(
    span: Span, measures: Iterable[Emu], typefaces: Typefaces, first_indent: Emu = 0
) -> set[str]:
    """What stands on the last of the lines that ``break_paragraph`` makes of ``span``, which has
    no ``\\n``, in each of ``measures``."""
    if not span.text:
        return {""}
    part = _part((span,), typefaces)
    least, *between, most = sorted(measures)
    found = [part.places(least, first_indent), part.places(most, first_indent)]
    if found[0] != found[1]:  # else each line ends there in all measures between them too
        found += (part.places(each, first_indent) for each in between)
    return {part.last(places) for places in found}


def lines_of(span: Span, texts: Iterable[str], typefaces: Typefaces) -> tuple[Broken, ...] | None:
    """``span`` in the lines ``texts``, each of which has room: what ``break_paragraph`` makes of it
    with ``\\n`` between them, without measuring each anew. None where it may be another thing:
    a line is only sure to look the same by itself if it does not end amid Latin."""
    part = _part((span,), typefaces)
    places = part.letters_at(accumulate(map(len, texts), initial=0))
    return None if places is None else tuple(part.broken(places))


_line = maker(Broken)


@functools.lru_cache(maxsize=512)
def _part(spans: tuple[Span, ...], typefaces: Typefaces) -> _Part:
    """Kept, for a text is tried in many measures."""
    return _Part(letters_of(spans, typefaces, "zh-Hans", rounded_up=True))


class _Part:
    """Letters between two forced breaks, with all that a line's end is asked for.

    By letter, in a line without end: ``lefts`` is its left edge, ``reach`` how far the letters up
    to it reach, spaces left out. By place: ``ends`` is the last one up to it where a line may end,
    ``at`` its character.
    """

    __slots__ = ("_at", "_ends", "_kinds", "_lefts", "_reach", "_text", "letters")

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        texts, widths = letters.texts, letters.widths
        self._text = "".join(texts)
        self._at = list(accumulate(map(len, texts), initial=0))
        self._kinds = kinds = clreq.classes_of(texts)
        flags = _flags(texts, kinds)
        legal = (i if flag & MAY_BREAK else 0 for i, flag in enumerate(flags, start=1))
        self._ends = list(accumulate(legal, max, initial=0))
        pitches = map(add, widths, _gaps(flags, letters.ems))
        self._lefts = list(accumulate(pitches, initial=0))
        rights: Iterable[Emu] = map(add, self._lefts, widths)
        if _SPACE in kinds:
            rights = (0 if kind == _SPACE else right for kind, right in zip(kinds, rights))
        self._reach = list(accumulate(rights, max))

    def places(self, measure: Emu, indent: Emu) -> list[int]:
        """The letters that lines begin with, and the end of the last: a line ends at its last legal
        break that fits. No letters are one line too."""
        lefts, reach, ends, count = self._lefts, self._reach, self._ends, len(self._reach)
        at, room, found = 0, measure - indent, [0]
        while True:
            end = bisect_right(reach, lefts[at] + room, at)
            if end < count:
                end = ends[end] if ends[end] > at else self._torn(at, end)
            found.append(end)
            if end == count:
                return found
            at, room = end, measure

    def _torn(self, start: int, full: int) -> int:
        """Where the first word of a line is broken, of which the letters up to ``full`` fit: in no
        cluster, and not before its first letter."""
        full = max(full, start + 1)
        while full < len(self._kinds) and self._kinds[full] == _JOINED:
            full += 1
        return full

    def letters_at(self, characters: Iterable[int]) -> list[int] | None:
        """The letters that begin with these characters; None where one is none, or belongs to the
        same Latin as that before it."""
        text, at = self._text, self._at
        found: list[int] = []
        for char in characters:
            letter = bisect_left(at, char)
            if at[letter] != char:
                return None
            if 0 < char < len(text) and not (_is_han(text[char - 1]) or _is_han(text[char])):
                return None
            found.append(letter)
        return found

    def broken(self, places: Sequence[int], indent: Emu = 0) -> list[Broken]:
        """Its lines between ``places``, the first drawn in by ``indent``."""
        text, at = self._text, self._at
        lines: list[Broken] = []
        for start, end in pairwise(places):
            x = 0 if start else indent
            width = self.width(start, end)
            lines.append(_line((text[at[start] : at[end]], x, width, self, start, end)))
        return lines

    def last(self, places: Sequence[int]) -> str:
        """What stands on the last line."""
        return self._text[self._at[places[-2]] :]

    def width(self, start: int, end: int) -> Emu:
        """How wide a line is; spaces at its end have no width."""
        return max(0, self._reach[end - 1] - self._lefts[start]) if end else 0

    def laid(self, start: int, end: int) -> Row:
        """The boxes of a line at their natural places; spaces at its end have no width."""
        seen, origin = end, self._lefts[start]
        while seen > start and self._kinds[seen - 1] == _SPACE:
            seen -= 1
        blanks = end - seen
        xs = [x - origin for x in self._lefts[start:seen]] + [self.width(start, end)] * blanks
        widths = self.letters.widths[start:seen] + [0] * blanks
        return Row(start, xs, widths)


_SPACE, _JOINED = int(Kind.SPACE), int(Kind.JOINED)


def _is_han(char: str) -> bool:
    """Whether a character, full-width marks too, is shaped by itself, whatever is beside it."""
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uff60"


def _flags(texts: Sequence[str], kinds: Sequence[int]) -> list[int]:
    """What may happen behind each letter; a line may end behind the last."""
    table = clreq.pair_table("office")
    flags = [table[a][b] for a, b in pairwise(kinds)] + [MAY_BREAK]
    for b in clreq.address_breaks(texts, after="/"):
        flags[b - 1] |= MAY_BREAK
    return flags


def _gaps(flags: list[int], ems: list[Emu]) -> Iterator[Emu]:
    """The blank behind each letter: a quarter of the larger em between Han and Latin."""
    for i, flag in enumerate(flags):
        yield max(ems[i : i + 2]) // 4 if flag & HAN_LATIN else 0


_NARROW = 3
"""A measure of fewer ems may be narrower than a letter, of which a line then holds one."""
_KERNED, _LATIN = 0.15, "\u2000"
"""Kerning adds so much of an em at most to a Latin character's advance, which ends with the line;
characters from the second on are never kerned."""


def least_lines(text: str, role: str, size: Emu, measure: Emu, typefaces: Typefaces) -> int:
    """In fewer lines ``text`` is never set, whatever breaks are chosen: told by its width alone."""
    room = clear_measure(measure, size) - SLACK
    forced = max(1, sum(map(bool, text.split("\n")))) if "\n" in text else 1
    if room < _NARROW * size:
        return forced
    return max(forced, int(-(-_ems(text, role, typefaces) * size // room)))  # rounded up


@functools.lru_cache(maxsize=512)
def _ems(text: str, role: str, typefaces: Typefaces) -> float:
    """How wide ``text`` is in ems on however many lines: without spaces and gaps, at least."""
    shapes = shape(text, role, typefaces)
    ink = sum(advance / units for chars, _, _, advance, units in shapes if not chars.isspace())
    return max(0.0, ink - _KERNED * sum(map(_LATIN.__gt__, text)))


def text_width(spans: Sequence[Span], typefaces: Typefaces) -> Emu:
    """The width of ``spans`` on one line as ``break_paragraph`` reckons it."""
    lines = break_paragraph(spans, 1 << 60, typefaces)
    return max((line.width for line in lines), default=0)
