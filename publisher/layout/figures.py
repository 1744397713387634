"""Key figures: the number huge, its unit beside it, and what it measures under a hairline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.geometry import Emu, Rect, Size, pt
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.scale import sizes_between
from publisher.layout.shown import FIELD, ON_FIELD, QUIET, Shown, hairline, middle, rule
from publisher.layout.textbox import baseline_of, text_item
from publisher.plan import Colour, GlyphRun, Item, Line, Shape, Text, TextParagraph, TextRun
from publisher.record import NamedTuple
from publisher.script import Point

_DIGITS = "0-9０-９"
_NUMERAL = re.compile(
    rf"[{_DIGITS}](?:[{_DIGITS}]|[,，.．:：/～~—–-](?=[{_DIGITS}]))*[+＋]?"
    r"|[一二三四五六七八九十百千零〇两]{2,}"
)
_LEAST = 66
"""The field of a single figure takes this share of the frame's height, in per cent, at least."""
_FILLED = 97
"""Per cent of the measure that a figure fills at most: programs draw it in a kindred face."""
_SIGNS = frozenset("%％‰℃")
_GROWN = {1: 6, 2: 5}
"""A figure alone is half as large again, two are a quarter larger (in quarters)."""
_BEST = pt(22)
"""Supports smaller than this ask for smaller figures."""
_SHARES = (100, 85, 70, 55)
"""Of a figure's size, in per cent: so it gives way to the words that it needs."""


class Figure(NamedTuple):
    """A figure in three: what stands before its number (约), the number, and its unit."""

    before: str
    number: str
    unit: str


def parted(text: str) -> Figure:
    """约120亿元 as 约, 120, 亿元; joined again they are the text."""
    found = _NUMERAL.search(text)
    if found is None:
        return Figure("", text, "")
    return Figure(text[: found.start()], found[0], text[found.end() :])


class _Set(NamedTuple):
    """A figure's blocks on one baseline."""

    parts: tuple[Block, ...]
    gap: Emu

    @property
    def width(self) -> Emu:
        return sum(part.width for part in self.parts) + self.gap * (len(self.parts) - 1)

    @property
    def height(self) -> Emu:
        """With a little air below: programs set large type lower in exact spacing than we."""
        return max(part.pitch + part.size // 16 for part in self.parts)

    @property
    def widest(self) -> Emu:
        """The width in a program that puts a quarter of the larger em between digits and Han."""
        return self.width + max(part.size for part in self.parts) // 4


def figures(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """One to four figures in a row, four in two rows where their texts are long."""
    if len(points) == 1:
        return _single(setter, points[0], rect, first)
    across = (4, 2) if len(points) == 4 else (len(points),)
    tried = [_placed(setter, points, rect, first, count) for count in across]
    return max(filter(None, tried), key=_worth, default=None)


def _worth(shown: Shown) -> Emu:
    return shown.size - shown.flaws * pt(2)


class _Sized(NamedTuple):
    """Figures and what they measure, at sizes at which both stand in a cell."""

    numbers: list[_Set]
    supports: list[Block | None]
    gap: Emu

    @property
    def upper(self) -> Emu:
        return max(number.height for number in self.numbers)

    @property
    def lower(self) -> Emu:
        return max((block.height for block in self.supports if block), default=0)


def _sized(setter: Setter, points: Sequence[Point], cell: Size, gap: Emu) -> _Sized | None:
    """Both at their largest; where there is no room, the figures give way before the words."""
    style = setter.theme.styles["figure"]
    grown = style.largest * _GROWN.get(len(points), 4) // 4
    sizes = sizes_between(style._replace(largest=grown), 2 * pt(1))
    first: _Sized | None = None
    for share in _SHARES:
        most = max(style.smallest, grown * share // 100)
        numbers = _numbers(setter, points, cell.width, [size for size in sizes if size <= most])
        if numbers is None:
            return first
        upper = max(number.height for number in numbers)
        supports = _supports(setter, points, cell.width, cell.height - upper - 2 * gap)
        if supports is None:
            continue
        found = _Sized(numbers, supports, gap)
        if all(block.size >= _BEST for block in supports if block):
            return found
        first = first or found
    return first


def _placed(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int, across: int
) -> Shown | None:
    """The figures in rows of ``across``, with hairlines between the columns."""
    spacing = setter.theme.spacing
    between = spacing["card-gap"] * 2
    rows = -(-len(points) // across)
    gap = spacing["rule-gap"] * (3 if rows == 1 else 2) // 4
    columns = rect.columns(across, between)
    room = (rect.height - (rows - 1) * between) // rows
    sized = _sized(setter, points, Size(columns[0].width, room), gap)
    if sized is None:
        return None
    height = sized.upper + gap + (gap + sized.lower if sized.lower else 0)
    pitch = min(room, height * 5 // 4) + between
    top = middle(rect, pitch * (rows - 1) + height)
    shown: list[tuple[Item, ...]] = []
    common: list[Item] = []
    for i in range(len(points)):
        row, column = divmod(i, across)
        box = Rect(columns[column].x, top + row * pitch, columns[0].width, height)
        shown.append(_figure(setter, box, sized, i, first + i))
        if column:
            x = box.x - between // 2
            name = f"divider {first + i}"
            common.append(hairline(setter, x, box.y, height, name, upright=True))
    supports = [block for block in sized.supports if block]
    size = max((b.size for b in supports), default=sized.numbers[0].parts[-1].size)
    flaws = sum(block.breaks_badly for block in supports)
    return Shown(tuple(shown), tuple(common), size, flaws)


def _single(setter: Setter, point: Point, rect: Rect, first: int) -> Shown | None:
    """One figure, huge on a field of the theme's colour."""
    spacing = setter.theme.spacing
    padding, gap = spacing["card-padding"] * 2, spacing["rule-gap"]
    width = rect.width - 2 * padding
    style = setter.theme.styles["figure"]
    grown = style._replace(largest=style.largest * _GROWN[1] // 4)
    numbers = _numbers(setter, [point], width, sizes_between(grown, 2 * pt(1)))
    if numbers is None:
        return None
    number = numbers[0]
    words = point.support.text if point.support else ""
    room = rect.height - 2 * padding - number.height - 5 * gap // 4
    support = setter.fit(words, "point-title", width, room, by_sense=True) if words else None
    if support and support.clipped:
        return None
    inner = number.height + (5 * gap // 4 + support.height if support else 0)
    height = max(inner + 2 * padding, rect.height * _LEAST // 100)
    box = Rect(rect.x, middle(rect, height), rect.width, height)
    field = Shape(box, "rect", FIELD, name="field")
    x, y = box.x + padding, box.y + (height - inner) // 2
    frame = Rect(x, y, width, number.height)
    items: list[Item] = [_on_one_line(number, frame, f"figure {first}", ON_FIELD)]
    if support:
        y += number.height + gap // 4
        items.append(rule(setter, x, y, f"rule {first}", QUIET))
        frame = Rect(x, y + gap, width, support.height)
        items.append(text_item(support, frame, f"support {first}", colour=ON_FIELD))
    return Shown((tuple(items),), (field,), setter.theme.styles["support"].largest)


def _numbers(
    setter: Setter, points: Sequence[Point], width: Emu, sizes: Sequence[Emu]
) -> list[_Set] | None:
    """All figures at the first of ``sizes`` at which each stands on one line."""
    split = [parted(point.title.text) for point in points]
    units = setter.theme.styles["figure-unit"]
    for size in sizes:
        share = max(units.smallest, min(units.largest, size // 3))
        found = [_set(setter, figure, size, share) for figure in split]
        if all(number.widest <= width * _FILLED // 100 for number in found):
            return found
    return None


def _set(setter: Setter, figure: Figure, size: Emu, unit: Emu) -> _Set:
    endless = 1 << 40
    sign = size * 11 // 20 if set(figure.unit) <= _SIGNS else unit
    styles = (("figure-unit", unit), ("figure", size), ("figure-unit", sign))
    parts = [
        setter.set(text, style, each, endless)
        for text, (style, each) in zip(figure, styles, strict=True)
        if text
    ]
    return _Set(tuple(parts), unit // 6)


def _supports(
    setter: Setter, points: Sequence[Point], width: Emu, room: Emu
) -> list[Block | None] | None:
    first: list[Block | None] | None = None
    for size in sizes_between(setter.theme.styles["support"]):
        blocks = [
            setter.set_evenly(p.support.text, "support", size, width) if p.support else None
            for p in points
        ]
        if any(block and block.height > room for block in blocks):
            continue
        first = first or blocks
        if not any(block and block.breaks_badly for block in blocks):
            return blocks
    return first


def _figure(setter: Setter, box: Rect, sized: _Sized, i: int, ordinal: int) -> tuple[Item, ...]:
    gap, support = sized.gap, sized.supports[i]
    frame = Rect(box.x, box.y, box.width, sized.upper)
    y = frame.bottom + gap // 2
    items: list[Item] = [
        _on_one_line(sized.numbers[i], frame, f"figure {ordinal}"),
        rule(setter, box.x, y, f"rule {ordinal}"),
    ]
    if support:
        y = frame.bottom + 2 * gap
        frame = Rect(box.x, y, support.measure, sized.lower)
        items.append(text_item(support, frame, f"support {ordinal}"))
    return tuple(items)


def _on_one_line(number: _Set, frame: Rect, name: str, colour: Colour | None = None) -> Text:
    """The figure's parts as runs of one line, on the baseline of the largest."""
    tallest = max(number.parts, key=lambda part: part.size)
    runs: list[TextRun] = []
    glyphs: list[GlyphRun] = []
    x = 0
    for part in number.parts:
        tint = colour or Colour(part.style.colour)
        runs.append(TextRun(part.text, part.style.font, part.size, tint))
        set_runs = part.lines[0].line().runs
        glyphs += [run._replace(glyphs=run.glyphs.moved(x), colour=tint) for run in set_runs]
        x += part.width + number.gap
    baseline = frame.y + baseline_of(tallest)
    line = Line(frame.x, baseline, number.width, tuple(glyphs))
    paragraph = TextParagraph(tuple(runs), "left", tallest.pitch)
    return Text(frame, (paragraph,), (line,), name, role="H3")
