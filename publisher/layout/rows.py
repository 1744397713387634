"""Rows: numbered points below each other, with hairlines between or each on a card of its own."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.filling import Filling, fill
from publisher.layout.fit import Setter
from publisher.layout.shown import QUIET, Shown, bar, card, hairline, middle, wide_number
from publisher.layout.textbox import text_item
from publisher.plan import Item
from publisher.script import Point


def rows(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int, columns: int = 1
) -> Shown | None:
    """Numbered rows; None if they overflow. They fill the frame, but are not drawn apart."""
    spacing = setter.theme.spacing
    per_column = -(-len(points) // columns)
    across = rect.columns(columns, spacing["card-gap"] * 2)
    margin = _margin(setter, first + len(points) - 1, columns)
    pad = spacing["row-gap"]

    numeral = _least_numeral(setter)

    def height_of(filling: Filling) -> Emu:
        return max(numeral, max(map(filling.height, range(len(points)))) + pad * 4 // 3)

    filling = fill(
        setter, points, across[0].width - margin,
        lambda f: height_of(f) * per_column <= rect.height and f.title_lines <= 2,
    )  # fmt: skip
    if filling is None:
        return None
    height = height_of(filling) * (2 if filling.bare else 3) // (1 if filling.bare else 2)
    height = min(rect.height // per_column, height)
    top = middle(rect, height * per_column)
    shown: list[tuple[Item, ...]] = []
    lines: list[Item] = []
    for i, _ in enumerate(points):
        column, row = divmod(i, per_column)
        box = Rect(across[column].x, top + row * height, across[column].width, height)
        shown.append(_row(setter, box, margin, filling, i, first + i))
        if row < per_column - 1 and i < len(points) - 1:
            lines.append(hairline(setter, box.x, box.bottom, box.width, f"hairline {first + i}"))
    return Shown(tuple(shown), tuple(lines), filling.size, filling.flaws)


def _margin(setter: Setter, last: int, columns: int) -> Emu:
    """The column of the numbers up to ``last`` and of the divider behind them."""
    wanted = setter.theme.spacing["numeral-column"] * (4 if columns == 1 else 3) // 4
    size = setter.theme.styles["numeral"].smallest
    widest = setter.set(str(wide_number(last)), "numeral", size, 1 << 40).width
    return max(wanted, widest + setter.theme.spacing["row-gap"] * 5 // 2)


def _least_numeral(setter: Setter) -> Emu:
    """The height of the smallest number."""
    style = setter.theme.styles["numeral"]
    return style.smallest * style.pitch // 100


def _row(
    setter: Setter, box: Rect, margin: Emu, filling: Filling, i: int, number: int
) -> tuple[Item, ...]:
    spacing = setter.theme.spacing
    title, support = filling.titles[i], filling.supports[i]
    height = filling.height(i)
    y = box.y + (box.height - height) // 2
    divider_x = box.x + margin - spacing["row-gap"] * 2
    numeral = setter.fit(str(number), "numeral", divider_x - box.x, box.height)
    items: list[Item] = [
        text_item(
            numeral, Rect(box.x, box.y, divider_x - box.x, box.height), f"number {number}",
            anchor="middle", role="Label",
        )
    ]  # fmt: skip
    if spacing["divider"]:
        rect = Rect(divider_x, y, spacing["divider"], height)
        items.append(bar(rect, f"divider {number}", QUIET))
    x, width = box.x + margin, box.width - margin
    items.append(text_item(title, Rect(x, y, width, title.height), f"point {number}", role="H3"))
    if support:
        below = Rect(x, y + title.height, support.measure, support.height)
        items.append(text_item(support, below, f"support {number}"))
    return tuple(items)


def two_columns(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Numbered rows in two columns."""
    return rows(setter, points, rect, first, 2)


def grid(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Numbered points on cards in two columns: for short texts, which rows would leave alone."""
    spacing = setter.theme.spacing
    padding, gap = spacing["card-padding"], spacing["card-gap"]
    lines = -(-len(points) // 2)
    across = rect.columns(2, gap)
    margin = _margin(setter, first + len(points) - 1, 2)
    room = (rect.height - gap * (lines - 1)) // lines

    numeral = _least_numeral(setter)

    def height_of(filling: Filling) -> Emu:
        return max(numeral, max(map(filling.height, range(len(points))))) + padding * 3 // 2

    filling = fill(
        setter, points, across[0].width - margin - 2 * padding,
        lambda f: height_of(f) <= room and f.title_lines <= 2,
    )  # fmt: skip
    if filling is None:
        return None
    height = min(room, height_of(filling) * 3 // 2)
    top = middle(rect, (height + gap) * lines - gap)
    shown: list[tuple[Item, ...]] = []
    for i, _ in enumerate(points):
        row, column = divmod(i, 2)
        box = Rect(across[column].x, top + row * (height + gap), across[column].width, height)
        ground = card(setter, box, f"card {first + i}")
        inner = box.inset(padding, 0, padding, 0)
        shown.append((ground, *_row(setter, inner, margin, filling, i, first + i)))
    return Shown(tuple(shown), (), filling.size, filling.flaws)
