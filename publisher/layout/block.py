"""Blocks: text as it was set."""

from __future__ import annotations

from itertools import pairwise

from publisher.geometry import Emu
from publisher.layout.rounding import is_orphan
from publisher.layout.wrapping import Broken
from publisher.record import NamedTuple
from publisher.theme.model import TextStyle


class Block(NamedTuple):
    """Text set in one style and size: ``text`` with its chosen breaks, and its lines.

    ``parted``: a line break stands inside what belongs together; ``lone``: the last line is one
    character, here or in a program that gets more on a line; ``rough``: it was to be broken by
    sense, and could not; ``indent`` is the first line's.
    """

    text: str
    style: TextStyle
    size: Emu
    lines: tuple[Broken, ...]
    measure: Emu
    clipped: bool = False
    parted: bool = False
    lone: bool = False
    rough: bool = False
    indent: Emu = 0

    @property
    def pitch(self) -> Emu:
        return self.size * self.style.pitch // 100

    @property
    def height(self) -> Emu:
        return self.pitch * len(self.lines)

    @property
    def slack(self) -> Emu:
        """The blank above the first line's characters, which the eye counts as margin."""
        return (self.pitch - self.size) // 2

    @property
    def breaks_badly(self) -> bool:
        """Whether the last line is one Han character, marks not counted (CLREQ 孤字), or a line
        parts a number from its unit or a word that is kept whole."""
        lines = self.lines
        if len(lines) < 2:
            return False
        if self.parted or self.lone or is_orphan(lines[-1].text):
            return True
        for above, below in pairwise(lines):
            if above.text[-1:].isdigit() and below.text[:1].isalnum():
                return True
        return False

    @property
    def width(self) -> Emu:
        return max([line.width for line in self.lines], default=0)
