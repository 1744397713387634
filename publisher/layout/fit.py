"""Fitting: the largest size between a style's limits at which text stands inside its frame.

Everything is measured before anything is written. What does not fit at the smallest size is cut
to the words that do, at a sense break, and reported: the notes hold all of it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from publisher.geometry import Emu
from publisher.layout.block import Block
from publisher.layout.ends import Ends
from publisher.layout.kept import Ranges, break_before, kept_ranges, kept_words
from publisher.layout.rounding import clear_measure, slack_of
from publisher.layout.scale import sizes_between
from publisher.layout.segment import JOINS
from publisher.layout.sense import break_title
from publisher.layout.wrapping import break_paragraph, least_lines, lines_of
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import measure as width_of

_SHORT, _NO_END = 20, 99
_NARROWER = (95, 90, 85, 80)
"""Shares of the measure, in per cent, tried to bring an orphan home."""
_FEW_LINES, _FEW_WORDS = 3, 36
"""Supporting text of so many lines and characters is broken by sense like a title."""
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


class Setter(Ends):
    """Sets text in a theme's styles. It keeps what it set: sizes are tried many times over.

    ``together`` are the author's own words that no line parts.
    """

    __slots__ = ("blank", "known")

    def __init__(
        self, theme: Theme, typefaces: Typefaces, together: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(theme, typefaces, together)
        self.known: dict[tuple[object, ...], Block] = {}
        """What was set before."""
        self.blank = break_paragraph((), 0, typefaces)
        """A line with nothing on it."""

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
        return self.brought_home(self.set(text, style, size, measure, indent=indent))

    def least(self, text: str, style: str, size: Emu, measure: Emu) -> Block:
        """``text`` in so few lines that it is set in no fewer, which are blank."""
        entry = self.theme.styles[style]
        role = self.theme.fonts[entry.font].measured
        lines = least_lines(text, role, size, measure, self.typefaces)
        return Block(text, entry, size, self.blank * lines, measure)

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
        count = len(full.lines)
        narrower = [measure * share // 100 for share in _NARROWER]
        least = (m for m in narrower if len(self.least(text, style, size, m).lines) <= count)
        tried = (self.set(text, style, size, narrow) for narrow in least)
        even = (b for b in tried if len(b.lines) == count and not b.breaks_badly)
        return next(even, None) or self.brought_home(full)

    @_once
    def _wrapped(
        self, text: str, style: str, size: Emu, measure: Emu, by_sense: bool, indent: Emu,
        most: int,
    ) -> Block:  # fmt: skip
        entry = self.theme.styles[style]
        lines = self.lines(text, entry, size, measure, indent)
        plain = Block(text, entry, size, lines, measure, indent=indent)
        if len(lines) < 2:
            return plain
        counts = sorted({min(most, n) for n in _counts(text, len(lines))})
        broken = self._by_sense(text, style, size, measure, counts) if by_sense else None
        if broken and broken != text:
            span = self.span(text, entry, size)
            own = lines_of(span, broken.split("\n"), self.typefaces) if "\n" not in text else None
            lines = own or self.lines(broken, entry, size, measure)
            return plain._replace(text=broken, lines=lines, rough=_hides_join(broken))
        if broken:
            return plain
        held, parted = self._held(plain)
        return self.filled(plain._replace(parted=parted, rough=by_sense), held)

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

    def _held(self, block: Block) -> tuple[str, bool]:
        """The text of ``block`` with breaks of our own wherever a program would part what is kept
        whole; whether it is parted all the same."""
        parts: list[str] = []
        parted = False
        for part in block.text.split("\n"):
            ranges = kept_ranges(part, self.together)
            held, broken = self._held_part(part, ranges, block) if ranges else (part, False)
            parts.append(held)
            parted |= broken
        return "\n".join(parts), parted

    def _held_part(self, text: str, ranges: Ranges, block: Block) -> tuple[str, bool]:
        role = self.theme.fonts[block.style.font].measured
        most = block.measure * _KEPT // 100
        kept: list[str] = []
        start, parted = 0, False
        set_lines = block.lines
        while start < len(text):
            at = end = start
            if start or text != block.text:
                indent = 0 if start else block.indent
                rest = text[start:]
                set_lines = self.lines(rest, block.style, block.size, block.measure, indent)
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
        price = (_NO_END, True)
        entry = self.theme.styles[style]
        if largest > entry.largest:
            entry = entry._replace(largest=largest)
        for size in sizes_between(entry):
            room = max(1, height // (size * entry.pitch // 100))
            most = min(room, max_lines or room)
            if size != entry.largest and (best or size != entry.smallest):
                least = self.least(text, style, size, width)
                if len(least.lines) > most or (best and _price(least, fewest) >= price):
                    continue
            block = self.set(text, style, size, width, by_sense=by_sense, most=room)
            if block.height > height or block.width > width or len(block.lines) > most:
                continue
            if best is None or _price(block, fewest) < price:
                best, price = block, _price(block, fewest)
            if price == (int(fewest), False):
                break
        if best is None:
            return self._clip(block, width, height, max_lines)
        home = self.brought_home(best)
        return home if home.height <= height and home.width <= width else best

    def _clip(self, block: Block, width: Emu, height: Emu, max_lines: int | None) -> Block:
        room = max(1, height // block.pitch)
        plain = self.lines(block.text.replace("\n", ""), block.style, block.size, width)
        keep = plain[: min(room, max_lines or room)]
        text = "".join(line.text for line in keep)
        cut = max(text.rfind(mark) for mark in "。；，：！？、 ")
        text = text[:cut] if cut >= len(text) // 2 else text
        lines = self.lines(text, block.style, block.size, width)
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
