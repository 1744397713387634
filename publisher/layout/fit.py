"""Fitting: the largest size between a style's limits at which text stands inside its frame.

Everything is measured before anything is written. What does not fit at the smallest size is cut
to the words that do, at a sense break, and reported: the notes hold all of it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, cast

from publisher.geometry import Emu
from publisher.layout.block import Block
from publisher.layout.kept import Ranges, break_before, kept_ranges, kept_words
from publisher.layout.letters import Span
from publisher.layout.rounding import clear_measure, is_orphan, meetings, slack_of
from publisher.layout.scale import sizes_between
from publisher.layout.segment import JOINS
from publisher.layout.sense import break_title
from publisher.layout.wrapping import Broken, break_paragraph, last_line
from publisher.plan import Colour
from publisher.theme.model import TextStyle, Theme
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import measure as width_of

_SHORT, _NO_END = 20, 99
_NARROWER = (95, 90, 85, 80)
"""Shares of the measure, in per cent, tried to bring an orphan home."""
_FEW_LINES, _FEW_WORDS = 3, 36
"""Supporting text of so many lines and characters is broken by sense like a title."""
_COMPANY = 3
"""Characters that a last line has when it had one."""
_KEPT = 80
"""What is wider than this share of the measure, in per cent, is broken like other text."""


RUNNING = frozenset({"support", "reading"})
"""Styles of running text: their lines are filled, not balanced."""

_F = TypeVar("_F", bound=Callable[..., Block])


def _once(make: _F) -> _F:
    """``make``, a method, which sets nothing twice."""

    @functools.wraps(make)
    def made(setter: Setter, *given: Any, **named: Any) -> Block:
        key = (make.__name__, given, *named.items())
        found = setter.known.get(key)
        if found is None:
            found = setter.known[key] = make(setter, *given, **named)
        return found

    return cast("_F", made)


class Setter:
    """Sets text in a theme's styles. It keeps what it set: sizes are tried many times over.

    ``together`` are the author's own words that no line parts.
    """

    __slots__ = ("known", "theme", "together", "typefaces")

    def __init__(
        self, theme: Theme, typefaces: Typefaces, together: frozenset[str] = frozenset()
    ) -> None:
        self.theme = theme
        self.typefaces = typefaces
        self.together = together
        self.known: dict[tuple[object, ...], Block] = {}
        """What was set before."""

    def set(
        self, text: str, style: str, size: Emu, measure: Emu, *, by_sense: bool = False,
        indent: Emu = 0, most: int = _NO_END,
    ) -> Block:  # fmt: skip
        """``text`` wrapped to ``measure``; ``by_sense`` chooses the breaks as for a title, into
        ``most`` lines where it can be done in so few."""
        clear = clear_measure(measure, size)
        return self._wrapped(text, style, size, clear, by_sense, indent, most)

    def running(self, text: str, style: str, size: Emu, measure: Emu, indent: Emu) -> Block:
        """``text`` as a paragraph of running text, without a lone last character."""
        return self._brought_home(self.set(text, style, size, measure, indent=indent))

    @_once
    def set_evenly(self, text: str, style: str, size: Emu, measure: Emu) -> Block:
        """``text`` in as few lines: a short one by sense, a longer one in a narrower box where the
        full one would break badly."""
        full = self.set(text, style, size, measure)
        few = len(full.lines) <= _FEW_LINES and len(text) <= _FEW_WORDS
        mended = full.text != text or full.breaks_badly
        if len(full.lines) > 1 and (few or (mended and len(full.lines) <= _FEW_LINES + 1)):
            sensible = self.set(text, style, size, measure, by_sense=True)
            if len(sensible.lines) == len(full.lines) and not sensible.breaks_badly:
                return sensible
        if not full.breaks_badly:
            return full
        tried = (self.set(text, style, size, measure * share // 100) for share in _NARROWER)
        even = (b for b in tried if len(b.lines) == len(full.lines) and not b.breaks_badly)
        return next(even, None) or self._brought_home(full)

    def _brought_home(self, block: Block) -> Block:
        """A lone last character gets company from the line above, by a break of our own: where it
        leaves none alone at the end of what is before it either, or else anywhere."""
        if not block.lone:
            return block
        homes = [self._filled(block._replace(text=text)) for text in self._parted_late(block)]
        homes = [home for home in homes if not home.lone]
        tidy = (h for h in homes if not self._ends_alone(h, h.text.rpartition("\n")[0]))
        return next(tidy, None) or next(iter(homes), block)

    def _parted_late(self, block: Block) -> Iterator[str]:
        """The text of ``block`` with a break of ours so many characters from its end."""
        flat = block.text
        if meetings(flat).stray:
            flat = "".join(flat.rsplit("\n", 1))  # the break that leaves one alone
        above = len(flat) - sum(len(line.text) for line in block.lines[-2:])
        ranges = kept_ranges(flat, self.together)
        for back in range(_COMPANY, 3 * _COMPANY):
            at = break_before(flat, above, max(above, len(flat) - back))
            if at and not any(a < at < b for a, b in ranges) and flat[at - 1 : at] != "\n":
                yield f"{flat[:at]}\n{flat[at:]}"

    def _filled(self, block: Block) -> Block:
        """``block`` with its lines, and whether its last one may be a single character.

        With Latin marks between Han characters each program breaks lines elsewhere: there, every
        break is our own.
        """
        lines = self._lines(block.text, block.style, block.size, block.measure, block.indent)
        text = block.text
        if len(lines) > 1 and meetings(text).stray:
            text = "\n".join(line.text for line in lines)
        return block._replace(text=text, lines=lines, lone=self._ends_alone(block, text))

    def _ends_alone(self, block: Block, text: str) -> bool:
        """Whether ``text`` may end in a line of one character: as we break it, or as programs do
        whose characters are a rounding narrower, or that put no space between Han and Latin."""
        before, _, last = text.rpartition("\n")
        size, measure = block.size, block.measure
        whole = measure + slack_of(text, size)
        rooms = {measure, whole, whole + measure // 400}
        met = meetings(last)
        if met.marks or met.letters:
            rooms |= {measure + size // 4, measure + size // 2, measure + size}
        indent = 0 if before else block.indent
        span = self._span(last, block.style, size)
        slack = slack_of(last, size)
        ends = {last_line(span, room - slack, self.typefaces, indent) for room in rooms}
        return any(is_orphan(end) and (before or end != last) for end in ends)

    @_once
    def _wrapped(
        self, text: str, style: str, size: Emu, measure: Emu, by_sense: bool, indent: Emu,
        most: int,
    ) -> Block:  # fmt: skip
        entry = self.theme.styles[style]
        lines = self._lines(text, entry, size, measure, indent)
        plain = Block(text, entry, size, lines, measure, indent=indent)
        if len(lines) < 2:
            return plain
        counts = sorted({min(most, n) for n in _counts(text, len(lines))})
        broken = self._by_sense(text, style, size, measure, counts) if by_sense else None
        if broken and broken != text:
            lines = self._lines(broken, entry, size, measure)
            return plain._replace(text=broken, lines=lines, rough=_hides_join(broken))
        return plain if broken else self._filled(self._held(plain._replace(rough=by_sense)))

    def _by_sense(
        self, text: str, style: str, size: Emu, measure: Emu, counts: Sequence[int]
    ) -> str | None:
        """``text`` with the line breaks of a title, in the first of so many lines at most that
        can be well made; else None."""
        own = kept_words(text, self.together)
        role = self.theme.fonts[self.theme.styles[style].font].measured
        for most in counts:
            broken = break_title(
                text, role, size, measure - slack_of(text, size), self.typefaces, max_lines=most,
                own_words=own, running=style in RUNNING,
            )  # fmt: skip
            if broken:
                return "\n".join(broken)
        return None

    def _held(self, block: Block) -> Block:
        """``block`` with breaks of our own wherever a program would part what is kept whole."""
        parts: list[str] = []
        parted = False
        for part in block.text.split("\n"):
            ranges = kept_ranges(part, self.together)
            held, broken = self._held_part(part, ranges, block) if ranges else (part, False)
            parts.append(held)
            parted |= broken
        text = "\n".join(parts)
        return block._replace(text=text, parted=parted)

    def _held_part(self, text: str, ranges: Ranges, block: Block) -> tuple[str, bool]:
        role = self.theme.fonts[block.style.font].measured
        most = block.measure * _KEPT // 100
        kept: list[str] = []
        start, parted = 0, False
        while start < len(text):
            at = end = start
            indent = 0 if start else block.indent
            set_lines = self._lines(text[start:], block.style, block.size, block.measure, indent)
            for line in set_lines[:-1]:
                begin, end = end, end + len(line.text)
                hit = next((r for r in ranges if r[0] < end < r[1]), None)
                if hit is None:
                    continue
                if width_of(text[hit[0] : hit[1]], role, block.size, self.typefaces) > most:
                    parted = True
                    continue
                at = break_before(text, begin, hit[0]) or at
                if at > start:
                    break
                parted = True
            if at == start:
                break
            kept.append(text[start:at])
            start = at
        return "\n".join((*kept, text[start:])), parted

    def _lines(
        self, text: str, entry: TextStyle, size: Emu, measure: Emu, indent: Emu = 0
    ) -> tuple[Broken, ...]:
        span = self._span(text, entry, size)
        room = measure - slack_of(text, size)
        return break_paragraph((span,), room, self.typefaces, first_indent=indent)

    def _span(self, text: str, entry: TextStyle, size: Emu) -> Span:
        return Span(text, self.theme.fonts[entry.font].measured, size, Colour(entry.colour))

    @_once
    def fit(
        self,
        text: str,
        style: str,
        width: Emu,
        height: Emu,
        *,
        by_sense: bool = False,
        max_lines: int | None = None,
        fewest: bool = False,
        largest: Emu = 0,
    ) -> Block:
        """The largest setting that fits ``width`` × ``height``, clipped if none does.

        A bad break is avoided at the cost of size; ``fewest`` also gives size for fewer lines.
        ``largest`` is tried first where it is more than the style's own.
        """
        best: Block | None = None
        entry = self.theme.styles[style]
        for size in sizes_between(entry._replace(largest=max(largest, entry.largest))):
            room = max(1, height // (size * entry.pitch // 100))
            block = self.set(text, style, size, width, by_sense=by_sense, most=room)
            if block.height > height or block.width > width:
                continue
            if max_lines and len(block.lines) > max_lines:
                continue
            if best is None or _price(block, fewest) < _price(best, fewest):
                best = block
            if not _price(best, fewest)[1] and (not fewest or len(best.lines) == 1):
                break
        if best is None:
            return self._clip(block, width, height, max_lines)
        home = self._brought_home(best)
        return home if home.height <= height and home.width <= width else best

    def _clip(self, block: Block, width: Emu, height: Emu, max_lines: int | None) -> Block:
        room = max(1, height // block.pitch)
        plain = self._lines(block.text.replace("\n", ""), block.style, block.size, width)
        keep = plain[: min(room, max_lines or room)]
        text = "".join(line.text for line in keep)
        cut = max(text.rfind(mark) for mark in "。；，：！？、 ")
        text = text[:cut] if cut >= len(text) // 2 else text
        lines = self._lines(text, block.style, block.size, width)
        return block._replace(text=text, lines=lines, measure=width, clipped=True)


def _hides_join(broken: str) -> bool:
    """Whether lines are broken elsewhere than between two meetings of one title (…会暨…会)."""
    return JOINS in broken and f"\n{JOINS}" not in broken


def _counts(text: str, count: int) -> tuple[int, int]:
    """How many lines at most a title may take that needs ``count``: a short one is not drawn out,
    a long one may take a line more to read by sense."""
    count = max(3, count) if len(text) > _SHORT else count
    return count, count + 1


def _price(block: Block, fewest: bool) -> tuple[int, bool]:
    return (len(block.lines) if fewest else 0, block.breaks_badly or block.rough)
