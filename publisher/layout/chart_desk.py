"""The desk of a chart: its data, its room, its one style of text, its colours."""

from __future__ import annotations

from typing import TypeAlias

from publisher.geometry import Emu, Rect, px
from publisher.layout.block import Block
from publisher.layout.chart_data import ChartData
from publisher.layout.fit import Setter
from publisher.layout.textbox import text_item
from publisher.plan import Colour, Shape, Text

Drawn: TypeAlias = Text | Shape
SERIES = tuple(map(Colour, ("accent1", "accent6", "accent2", "accent4", "dk2", "accent3")))
"""Colours of series and slices, in this order."""
TICK = Colour("accent4")
"""What is said of the axes: quieter than the data."""
GAP, KEY = px(12), px(16)


class Desk:
    """What the drawing of one chart works with: texts in its one style, and its room."""

    __slots__ = ("data", "rect", "setter", "size", "style")

    def __init__(self, setter: Setter, data: ChartData, rect: Rect, style: str) -> None:
        self.setter = setter
        self.data = data
        self.rect = rect
        self.style = style
        entry = setter.theme.styles[style]
        self.size = entry.largest
        if data.kind == "bar":
            # Every row has its name; head and foot take rows, those of several series more.
            rows = len(data.categories) + (2 if len(data.series) == 1 else 5)
            self.size = max(
                entry.smallest, min(self.size, rect.height * 100 // entry.pitch // rows)
            )

    def block(self, text: str, width: Emu = 1 << 40) -> Block:
        return self.setter.set(text, self.style, self.size, width)

    @property
    def pitch(self) -> Emu:
        return self.block("0").pitch

    def label(self, text: str, x: Emu, y: Emu, name: str, *, align: str = "left",
              colour: Colour | None = None) -> Text:  # fmt: skip
        """``text`` on one line: its left edge, centre or right edge at ``x``, its top at ``y``."""
        edge = self.rect.x if align != "left" else x
        block = self.cut(text, self.rect.right - edge)
        width = min(block.width + block.size // 3, self.rect.right - edge)
        left = x - {"left": 0, "center": 1, "right": 2}[align] * width // 2
        left = max(self.rect.x, min(left, self.rect.right - width))
        rect = Rect(left, y, width, block.height)
        return text_item(block, rect, name, align=align, colour=colour)

    def cut(self, text: str, width: Emu, lines: int = 1) -> Block:
        """``text`` on so many lines, as much of it as they hold."""
        block = self.block(text, width)
        if len(block.lines) <= lines and block.width <= width:
            return block
        return self.setter.fit(text, self.style, width, lines * block.pitch, max_lines=lines)

    def colour(self, i: int) -> Colour:
        return SERIES[i % len(SERIES)]
