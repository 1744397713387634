"""Charts: the data for programs that draw charts, and the same in shapes and texts.

Columns and lines for what goes through time, bars for long names, a pie for the parts of a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from publisher.geometry import Emu, Rect
from publisher.layout.chart_data import ChartData, are_periods
from publisher.layout.chart_desk import GAP, KEY, TICK, Desk, Drawn
from publisher.layout.chart_plots import bars, columns, lines, slices
from publisher.layout.fit import Setter
from publisher.layout.shown import bar
from publisher.plan import Chart

_KINDS: Mapping[str, Callable[[Desk, Rect], Iterator[Drawn]]] = {
    "column": columns,
    "line": lines,
    "bar": bars,
    "pie": slices,
}
_STYLES = {"pie": "support"}
"""A pie has few words, and room for them to be larger."""


def chart_item(setter: Setter, data: ChartData, rect: Rect, name: str) -> Chart:
    """The chart of ``data`` in ``rect``; ``name`` is what it is called for people."""
    kind = _suited(setter, data, rect)
    desk = Desk(setter, data, rect, _STYLES.get(kind, "chart-label"))
    head, top = _head(desk)
    drawn = (*head, *_KINDS[kind](desk, Rect(rect.x, top, rect.width, rect.bottom - top)))
    alt = "；".join(
        "，".join(f"{category} {label}" for category, label in zip(data.categories, labels))
        for labels in data.labels
    )
    return Chart(rect, kind, data.categories, data.series, drawn, data.unit, "chart",
                 f"{name}：{alt}" if name else alt)  # fmt: skip


def _suited(setter: Setter, data: ChartData, rect: Rect) -> str:
    """The kind that the data ask for; bars where their names are too long for it."""
    desk = Desk(setter, data, rect, _STYLES.get(data.kind, "chart-label"))
    widest = max(desk.block(name).width for name in data.categories) + desk.size
    room = {"column": rect.width * 9 // 10 // len(data.categories), "pie": rect.width * 3 // 10}
    if data.kind in room and widest > room[data.kind] and not are_periods(data.categories):
        return "bar"
    return data.kind


def _head(desk: Desk) -> tuple[list[Drawn], Emu]:
    """What is counted at the left and the legend of several series, and where both end.

    The legend stands at the right, or in rows of its own where there is no room beside.
    """
    rect, data = desk.rect, desk.data
    several = len(data.series) > 1
    found: list[Drawn] = []
    y = rect.y
    left = 0
    if data.caption:
        caption = desk.label(data.caption, rect.x, y, "caption", colour=TICK)
        left = caption.frame.width + 2 * GAP
        found.append(caption)
    widths = [_key_width(desk, each.name) for each in data.series] if several else []
    if sum(widths) > rect.width - left:
        y += desk.pitch if data.caption else 0
        x = rect.x
    else:
        x = rect.right - sum(widths)
    for i, width in enumerate(widths):
        if x > rect.x and x + width > rect.right + 2 * GAP:
            x, y = rect.x, y + desk.pitch
        found += _legend(desk, i, x, y)
        x += width
    return found, y + (desk.pitch + GAP if found else 0)


def _key_width(desk: Desk, name: str) -> Emu:
    """What an entry of the legend takes, the gap behind it included."""
    width = desk.block(name).width + desk.size // 3 + KEY + GAP // 2 + 2 * GAP
    return min(width, desk.rect.width)


def _legend(desk: Desk, i: int, x: Emu, y: Emu) -> tuple[Drawn, ...]:
    key = Rect(x, y + (desk.pitch - KEY) // 2, KEY, KEY)
    name = desk.label(desk.data.series[i].name, x + KEY + GAP // 2, y, f"legend {i + 1}")
    return bar(key, f"key {i + 1}", desk.colour(i)), name
