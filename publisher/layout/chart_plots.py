"""Columns, lines, bars and slices: the data of a chart as shapes and texts.

Hairlines are the grid; every value that has room says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.geometry import Emu, Rect, px
from publisher.layout.chart_axis import Axis, axis, tick_label
from publisher.layout.chart_data import ChartData
from publisher.layout.chart_desk import GAP, KEY, TICK, Desk, Drawn
from publisher.layout.pie import pie
from publisher.layout.shown import EDGE, bar, disc, meet
from publisher.layout.textbox import text_item
from publisher.plan import Colour, Path, Shape

_LINE, _DOT = px(3), px(10)
_WIDEST_BAR = px(92)
_VALUES_TO_LINES = 10
"""Points of a single line up to which each says its value."""


def _values(data: ChartData) -> list[float]:
    return [value for each in data.series for value in each.values if value is not None]


def _ticks(desk: Desk, scale: Axis) -> list[str]:
    commas = any("," in label for labels in desk.data.labels for label in labels)
    sign = "%" if desk.data.unit == "%" else ""
    return [tick_label(value, scale.step, commas=commas) + sign for value in scale.ticks]


def _grid(desk: Desk, plot: Rect, scale: Axis) -> Iterator[Drawn]:
    """Hairlines across ``plot`` with their values at its left."""
    for value, text in zip(scale.ticks, _ticks(desk, scale), strict=True):
        y = scale.at(value)
        colour = TICK if abs(value) < scale.step / 1e6 else EDGE
        yield bar(Rect(plot.x, y, plot.width, px(1)), "gridline", colour)
        yield desk.label(text, plot.x - GAP, y - desk.pitch // 2, "tick", align="right",
                         colour=TICK)  # fmt: skip


def _plot(desk: Desk, rect: Rect, *, from_zero: bool, below: Emu = 0) -> tuple[Rect, Axis]:
    """The room between the ticks at the left and the categories below, and its axis.

    ``below`` is room for values under the axis.
    """
    top, bottom = rect.y + desk.pitch, rect.bottom - desk.pitch * 3 // 2 - px(4) - below
    scale = axis(_values(desk.data), bottom, top - bottom, from_zero=from_zero)
    ticks = max(desk.block(text).width for text in _ticks(desk, scale))
    left = rect.x + ticks + desk.size // 3 + GAP
    return Rect(left, top, rect.right - left, bottom - top), scale


def _categories(desk: Desk, y: Emu, centres: Sequence[Emu], room: Emu) -> Iterator[Drawn]:
    """The names below the axis; where they are too many, every second, third … from the last."""
    widest = max(desk.block(name).width for name in desk.data.categories) + desk.size
    every = -(-widest // room)
    free = desk.rect.right
    named = list(zip(desk.data.categories, centres, strict=True))
    found: list[Drawn] = []
    for name, x in reversed(named[(len(named) - 1) % every :: every]):
        label = desk.label(name, x, y, "category", align="center")
        if label.frame.right <= free:
            free = label.frame.x
            found.append(label)
    yield from reversed(found)


def columns(desk: Desk, rect: Rect) -> Iterator[Drawn]:
    """Columns side by side, those of one category together."""
    data = desk.data
    below = desk.pitch if min(_values(data)) < 0 else 0
    plot, scale = _plot(desk, rect, from_zero=True, below=below)
    yield from _grid(desk, plot, scale)
    room = plot.width // len(data.categories)
    width = min(_WIDEST_BAR, room * 3 // 5 // len(data.series))
    # Values stand as far apart as their columns.
    space = width if len(data.series) > 1 else room
    told = all(
        desk.block(text).width + desk.size // 3 <= space
        for labels in data.labels
        for text in labels
    )
    centres = [plot.x + room * i + room // 2 for i in range(len(data.categories))]
    for s, each in enumerate(data.series):
        for i, value in enumerate(each.values):
            if value is None:
                continue
            x = centres[i] - width * len(data.series) // 2 + s * width
            top, foot = sorted((scale.at(value), scale.at(0)))
            inner = width - (px(4) if len(data.series) > 1 else 0)
            frame = Rect(x, top, inner, max(px(1), foot - top))
            yield bar(frame, f"column {s + 1}.{i + 1}", desk.colour(s))
            if told:
                y = top - desk.pitch if value >= 0 else foot
                yield desk.label(data.labels[s][i], x + inner // 2, y, "value", align="center")
    yield from _categories(desk, rect.bottom - desk.pitch, centres, room)


def lines(desk: Desk, rect: Rect) -> Iterator[Drawn]:
    """A line for each series, with a gap where the table has nothing."""
    data = desk.data
    plot, scale = _plot(desk, rect, from_zero=False)
    yield from _grid(desk, plot, scale)
    room = plot.width // len(data.categories)
    centres = [plot.x + room * i + room // 2 for i in range(len(data.categories))]
    told = len(data.series) == 1 and len(centres) <= _VALUES_TO_LINES
    taken: list[Rect] = []
    for s, each in enumerate(data.series):
        points = [(centres[i], scale.at(v)) for i, v in enumerate(each.values) if v is not None]
        if len(points) > 1:
            yield _polyline(points, f"line {s + 1}", desk.colour(s))
        for i, (x, y) in enumerate(points):
            spot = Rect(x - _DOT // 2, y - _DOT // 2, _DOT, _DOT)
            yield disc(spot, f"point {s + 1}.{i + 1}", desk.colour(s))
        labels = [label for label, v in zip(data.labels[s], each.values) if v is not None]
        for i, (x, y) in enumerate(points):
            last = i == len(points) - 1
            if (told or last) and desk.block(labels[i]).width + desk.size // 3 <= room:
                value = desk.label(labels[i], x, y - desk.pitch - _DOT, "value", align="center")
                if not any(meet(value.frame, other) for other in taken):
                    taken.append(value.frame)
                    yield value
    yield from _categories(desk, rect.bottom - desk.pitch, centres, room)


def _polyline(points: Sequence[tuple[Emu, Emu]], name: str, colour: Colour) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    frame = Rect(min(xs), min(ys), max(xs) - min(xs), max(1, max(ys) - min(ys)))
    path = Path(tuple(("L" if i else "M", x, y) for i, (x, y) in enumerate(points)))
    return Shape(frame, "path", None, colour, _LINE, path, name)


def bars(desk: Desk, rect: Rect) -> Iterator[Drawn]:
    """Bars for names that are long; where they are too thin for their values, a grid tells."""
    data = desk.data
    several = len(data.series) > 1
    full = rect.height // len(data.categories)
    told = not several or full * 3 // 5 // len(data.series) >= desk.pitch
    height = rect.height - (0 if told else desk.pitch + GAP)
    room = height // len(data.categories)
    lines = max(1, room // desk.pitch)
    names = [desk.cut(name, rect.width * 2 // 5, lines) for name in data.categories]
    values = max(desk.block(text).width for labels in data.labels for text in labels)
    left = rect.x + max(name.width for name in names) + desk.size // 3 + GAP
    right = rect.right - (values if told else desk.size) - desk.size // 3 - GAP
    scale = axis(_values(data), left, right - left)
    thick = min(_WIDEST_BAR // 2, room * 3 // 5 // len(data.series))
    if not told:
        yield from _upright_grid(desk, Rect(left, rect.y, right - left, height), scale)
    yield bar(Rect(scale.at(0), rect.y, px(1), height), "axis", TICK)
    for i, name in enumerate(names):
        middle = rect.y + room * i + room // 2
        top = max(rect.y, middle - name.height // 2)
        frame = Rect(rect.x, top, left - GAP - rect.x, name.height)
        yield text_item(name, frame, "category", align="right")
        y = middle - thick * len(data.series) // 2
        for s, each in enumerate(data.series):
            if (value := each.values[i]) is not None:
                a, b = sorted((scale.at(value), scale.at(0)))
                inner = thick - (px(3) if several else 0)
                frame = Rect(a, y + s * thick, max(px(1), b - a), inner)
                yield bar(frame, f"bar {s + 1}.{i + 1}", desk.colour(s))
                if told:
                    y_label = frame.y + (inner - desk.pitch) // 2
                    yield desk.label(data.labels[s][i], b + GAP, y_label, "value")


def _upright_grid(desk: Desk, plot: Rect, scale: Axis) -> Iterator[Drawn]:
    """Hairlines down ``plot``, their values below it where these do not touch."""
    last = plot.x - plot.width
    for value, text in zip(scale.ticks, _ticks(desk, scale), strict=True):
        x = scale.at(value)
        yield bar(Rect(x, plot.y, px(1), plot.height), "gridline", EDGE)
        label = desk.label(text, x, plot.bottom + GAP // 2, "tick", align="center", colour=TICK)
        if label.frame.x > last:
            last = label.frame.right
            yield label


def slices(desk: Desk, rect: Rect) -> Iterator[Drawn]:
    """A pie, its parts named beside it."""
    data = desk.data
    values = [value or 0.0 for value in data.series[0].values]
    size = min(rect.height, rect.width * 9 // 20)
    circle = Rect(rect.x + rect.width // 12, rect.y + (rect.height - size) // 2, size, size)
    yield from pie(circle, values, [desk.colour(i) for i in range(len(values))])
    x = circle.right + rect.width // 12
    row = min(rect.height // len(values), desk.pitch * 2)
    y = rect.y + (rect.height - row * len(values)) // 2 + (row - desk.pitch) // 2
    label_x = x + KEY + GAP
    widest = max(desk.block(name).width for name in data.categories)
    value_x = min(rect.right, label_x + widest + desk.size * 6)
    for i, name in enumerate(data.categories):
        key = Rect(x, y + (desk.pitch - KEY) // 2, KEY, KEY)
        yield bar(key, f"key {i + 1}", desk.colour(i))
        yield desk.label(name, label_x, y, "category")
        yield desk.label(data.labels[0][i], value_x, y, "value", align="right")
        y += row
