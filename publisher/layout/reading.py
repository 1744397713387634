"""Running text on slides: pages that end with a sentence, evenly filled, with their own notes.

What is spoken is cut exactly where the text is, so that the notes of a page are its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from publisher.geometry import Emu, Rect, pt
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.rounding import ROOM, clear_measure
from publisher.layout.scale import sizes_between
from publisher.layout.sentences import Paragraph, Unit, paragraphs_of, units_of
from publisher.layout.shown import middle
from publisher.layout.textbox import text_item
from publisher.plan import Text
from publisher.record import NamedTuple
from publisher.speech import Piece
from publisher.typeface.shaping import measure as width_of

_EMS = 36
"""Characters to a line at most: what the eye follows back without losing its line."""
_INDENT = 2
_GAP = 30
"""Between paragraphs, in per cent of the pitch."""
_ONE_PAGE = pt(20)
"""So far type may shrink to keep a text on one slide; pages are not bought with smaller type."""
_SHORT_TEXT, _FEW = (9, 8), 120
"""A text of so few characters may be an eighth larger."""
_INSIDE, _LONE = 0.02, 4.0
"""What a page that ends inside a paragraph costs, and one line of it alone on either side."""
_NEVER = 1e9


class _Face(NamedTuple):
    """Text of one size in one measure."""

    setter: Setter
    paragraphs: Sequence[Paragraph]
    size: Emu
    measure: Emu
    height: Emu
    starts: dict[tuple[int, int], list[int]]
    """(paragraph, start) to the ends of the lines of what follows; greedy lines do not depend
    on where the text ends."""

    @property
    def pitch(self) -> Emu:
        return self.size * self.setter.theme.styles["reading"].pitch // 100

    @property
    def gap(self) -> Emu:
        return self.pitch * _GAP // 100

    @property
    def longest(self) -> int:
        """Characters that surely fit a page: a sentence that is longer is cut."""
        return max(8, (self.height // self.pitch - 1) * (self.measure // self.size) * 3 // 5)

    def block(self, paragraph: int, start: int, end: int) -> Block:
        """The characters ``start`` to ``end`` of a paragraph, its first line drawn in."""
        indent = 0 if start else _INDENT * self.size
        text = self.paragraphs[paragraph].shown[start:end].strip()
        return self.setter.running(text, "reading", self.size, self.measure, indent)

    @property
    def page(self) -> int:
        """Lines to a page."""
        return self.height // self.pitch

    def lines(self, paragraph: int, start: int, end: int) -> int:
        """How many lines these characters take; more than a page holds is told roughly."""
        if start >= end:
            return 0
        key = (paragraph, start)
        if key not in self.starts:
            text = self.paragraphs[paragraph].shown
            stop = min(len(text), start + self.seen(paragraph))
            lines = self.block(paragraph, start, stop).lines
            ends = list(accumulate((len(line.text) for line in lines), initial=start))[1:]
            # Of a text that goes on, the last line is not known yet.
            self.starts[key] = ends if stop == len(text) else ends[:-1]
        return bisect_left(self.starts[key], end) + 1

    def seen(self, paragraph: int) -> int:
        """So many characters of a paragraph are surely more than a page holds."""
        return (
            (self.page + 2)
            * self.measure
            * len(self.paragraphs[paragraph].shown)
            // max(1, self.width(paragraph))
        )

    def width(self, paragraph: int) -> Emu:
        """The width of a whole paragraph on one endless line."""
        theme = self.setter.theme
        role = theme.fonts[theme.styles["reading"].font].measured
        text = self.paragraphs[paragraph].shown
        return width_of(text, role, self.size, self.setter.typefaces)

    @property
    def least(self) -> Emu:
        """The height that all of the text takes at least, were every line full."""
        widths = (self.width(i) for i, each in enumerate(self.paragraphs) if each.shown)
        lines = [-(-width // self.measure) for width in widths]
        return sum(lines) * self.pitch + self.gap * max(0, len(lines) - 1)

    def reach(self, units: Sequence[Unit]) -> Emu:
        """The height of a page of ``units``."""
        heights = [
            self.lines(i, run[0].shown[0], run[-1].shown[1]) * self.pitch for i, run in _runs(units)
        ]
        filled = [height for height in heights if height]
        return sum(filled) + self.gap * max(0, len(filled) - 1)


def _runs(units: Sequence[Unit]) -> list[tuple[int, list[Unit]]]:
    """Neighbouring units of one paragraph together."""
    return [(i, list(run)) for i, run in groupby(units, lambda unit: unit.paragraph)]


def text_pages(
    setter: Setter, pieces: Sequence[Piece], rect: Rect
) -> list[tuple[tuple[Text, ...], tuple[Piece, ...]]]:
    """The pages that ``pieces`` need in ``rect``: the text of each, and what is spoken there.

    There is no text where nothing of it is to be shown.
    """
    paragraphs = paragraphs_of(pieces)
    face, pages = _largest(setter, paragraphs, rect)
    return [_page(face, units, rect, alone=len(pages) == 1) for units in pages]


def _largest(
    setter: Setter, paragraphs: Sequence[Paragraph], rect: Rect
) -> tuple[_Face, list[list[Unit]]]:
    """The largest type, or a smaller one where it brings all of the text onto one page."""
    chosen: tuple[_Face, list[list[Unit]]] | None = None
    style = setter.theme.styles["reading"]
    grown = style.largest * _SHORT_TEXT[0] // _SHORT_TEXT[1]
    few = sum(len(paragraph.shown) for paragraph in paragraphs) <= _FEW
    for size in sizes_between(style._replace(largest=grown if few else style.largest)):
        if chosen and size < max(style.smallest, _ONE_PAGE):
            break
        measure = clear_measure(min(rect.width, _EMS * size), size)
        face = _Face(setter, paragraphs, size, measure, rect.height - ROOM, {})
        if chosen and face.least > face.height:
            continue
        pages = _paged(face, units_of(paragraphs, face.longest))
        if len(pages) == 1:
            return face, pages
        chosen = chosen or (face, pages)
    if chosen is None:
        raise ValueError("a type scale without sizes")
    return chosen


def _paged(face: _Face, units: Sequence[Unit]) -> list[list[Unit]]:
    """``units`` on as few pages as hold them, as evenly filled as sentences allow.

    The least sum of squares of what stays empty: Knuth and Plass, with pages for lines.
    """
    count = len(units)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] + [(count + 1, _NEVER, 0)] * count
    for start in range(count):
        pages, price, _ = best[start]
        for end in range(start + 1, count + 1):
            height = face.reach(units[start:end])
            if height > face.height and end > start + 1:
                break
            empty = 1 - height / face.height
            total = price + empty * empty + _broken(face, units, end)
            if (pages + 1, total) < best[end][:2]:
                best[end] = (pages + 1, total, start)
    ends = [count]
    while ends[-1]:
        ends.append(best[ends[-1]][2])
    ends.reverse()
    return [list(units[a:b]) for a, b in pairwise(ends)]


def _broken(face: _Face, units: Sequence[Unit], end: int) -> float:
    """What it costs to end a page before unit ``end``."""
    if end == len(units) or units[end].paragraph != units[end - 1].paragraph:
        return 0.0
    i, at = units[end].paragraph, units[end].shown[0]
    before = face.lines(i, 0, at)
    after = face.lines(i, at, len(face.paragraphs[i].shown))
    return _INSIDE + _LONE * (before == 1) + _LONE * (after == 1)


def _page(
    face: _Face, units: Sequence[Unit], rect: Rect, *, alone: bool
) -> tuple[tuple[Text, ...], tuple[Piece, ...]]:
    blocks: list[Block] = []
    for i, run in _runs(units):
        start, end = run[0].shown[0], run[-1].shown[1]
        if start < end:
            blocks.append(face.block(i, start, end))
    height = sum(block.height for block in blocks) + face.gap * max(0, len(blocks) - 1) + ROOM
    y = middle(rect, height) if alone else rect.y
    frame = Rect(rect.x, y, face.measure, height)
    item = text_item(blocks, frame, "text", placeholder="body", gap=face.gap)
    return (item,) if blocks else (), _spoken(face, units)


def _spoken(face: _Face, units: Sequence[Unit]) -> tuple[Piece, ...]:
    """The pieces of these units, each cut to what of it is spoken here."""
    found: list[Piece] = []
    of_piece = groupby(units, lambda unit: id(face.paragraphs[unit.paragraph].piece))
    for _, group in of_piece:
        run = list(group)
        piece = face.paragraphs[run[0].paragraph].piece
        found.append(piece.cut(run[0].source[0], run[-1].source[1]))
    return tuple(found)
