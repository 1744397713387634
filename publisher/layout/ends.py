"""Last lines: a character that stands alone on one gets company from the line above."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.geometry import Emu
from publisher.layout.block import Block
from publisher.layout.kept import break_before, kept_ranges
from publisher.layout.letters import Span
from publisher.layout.rounding import is_orphan, meetings, slack_of
from publisher.layout.wrapping import Broken, break_paragraph, last_lines
from publisher.plan import PAPER_INK
from publisher.theme.model import TextStyle, Theme
from publisher.typeface.registry import Typefaces

_COMPANY = 3
"""Characters that a last line has when it had one."""


class Ends:
    """Lines of text in a theme's styles, and how they end.

    ``together`` are the author's own words that no line parts.
    """

    __slots__ = ("theme", "together", "typefaces")

    def __init__(self, theme: Theme, typefaces: Typefaces, together: frozenset[str]) -> None:
        self.theme = theme
        self.typefaces = typefaces
        self.together = together

    def lines(
        self, text: str, entry: TextStyle, size: Emu, measure: Emu, indent: Emu = 0
    ) -> tuple[Broken, ...]:
        span = self.span(text, entry, size)
        room = measure - slack_of(text, size)
        return break_paragraph((span,), room, self.typefaces, first_indent=indent)

    def span(self, text: str, entry: TextStyle, size: Emu) -> Span:
        """``text`` in the voice of a style; what colour it has is told where it stands."""
        return Span(text, self.theme.fonts[entry.font].measured, size, PAPER_INK)

    def brought_home(self, block: Block) -> Block:
        """A lone last character gets company from the line above, by a break of our own: where it
        leaves none alone at the end of what is before it either, or else anywhere."""
        if not block.lone:
            return block
        home = block
        for text in self._parted_late(block):
            tried = self.filled(block, text)
            if tried.lone:
                continue
            if not self._ends_alone(tried, tried.text.rpartition("\n")[0]):
                return tried
            home = tried if home is block else home
        return home

    def _parted_late(self, block: Block) -> Iterator[str]:
        """The text of ``block`` with a break of ours so many characters from its end."""
        flat = block.text
        if meetings(flat).stray:
            flat = "".join(flat.rsplit("\n", 1))  # the break that leaves one alone
        above = len(flat) - sum(len(line.text) for line in block.lines[-2:])
        ranges = kept_ranges(flat, self.together)
        backs = range(_COMPANY, 3 * _COMPANY)
        places = (break_before(flat, above, max(above, len(flat) - back)) for back in backs)
        for at in dict.fromkeys(places):
            if at and not any(a < at < b for a, b in ranges) and flat[at - 1 : at] != "\n":
                yield f"{flat[:at]}\n{flat[at:]}"

    def filled(self, block: Block, text: str) -> Block:
        """``block`` with the breaks of ``text``, and whether its last line may be a single
        character.

        With Latin marks between Han characters each program breaks lines elsewhere: there, every
        break is our own.
        """
        lines = block.lines
        if text != block.text:
            lines = self.lines(text, block.style, block.size, block.measure, block.indent)
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
        span = self.span(last, block.style, size)
        slack = slack_of(last, size)
        measures = [room - slack for room in rooms]
        ends = last_lines(span, measures, self.typefaces, indent)
        return any(is_orphan(end) and (before or end != last) for end in ends)
