"""Cards and rows: two to six points inside the body frame.

Cards share their edges and inner baselines; their height follows the longest text and the group
stands a little above the middle, where the eye takes the centre to be. Short texts make rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from publisher.geometry import Emu, Rect, pt
from publisher.layout.fit import Block, Setter, text_item
from publisher.plan import Colour, Item, Shape
from publisher.script import Point

CARD, EDGE, FIELD = Colour("lt1"), Colour("accent5"), Colour("accent1")
RULE, QUIET = Colour("accent2"), Colour("accent3")
OPTICAL = 42
"""Per cent of the free height that stands above a group."""
_SHRINK = pt(2)
"""How much smaller supporting text may be set for the sake of a better break."""
LEAST = 72
"""A card's height in per cent of the frame's, at least."""


class _Filling(NamedTuple):
    """A card's or row's texts at one pair of sizes."""

    titles: tuple[Block, ...]
    supports: tuple[Block | None, ...]

    @property
    def title_height(self) -> Emu:
        return max(block.height for block in self.titles)

    @property
    def support_height(self) -> Emu:
        return max((block.height for block in self.supports if block), default=0)

    @property
    def support_size(self) -> Emu:
        return max((block.size for block in self.supports if block), default=0)

    @property
    def support_lines(self) -> int:
        return max((len(block.lines) for block in self.supports if block), default=0)


def _filling(
    setter: Setter,
    points: Sequence[Point],
    width: Emu,
    fits: Callable[[_Filling], bool],
) -> _Filling | None:
    """The points at the largest sizes that fit; the largest without a bad break is preferred."""
    first = None
    for title_size, support_size in setter.sizes("point-title", "support"):
        titles = tuple(
            setter.set(p.title.text, "point-title", title_size, width, by_sense=True)
            for p in points
        )
        supports = tuple(
            setter.set_evenly(p.support.text, "support", support_size, width) if p.support else None
            for p in points
        )
        filling = _Filling(titles, supports)
        if not fits(filling):
            continue
        first = first or filling
        drawn_out = any(len(block.lines) > 2 for block in titles)
        badly = any(block and block.breaks_badly for block in (*titles, *supports))
        if not drawn_out and not badly:
            return filling
        if support_size < first.support_size - _SHRINK:
            break
    return first


def label_of(point: Point, ordinal: int) -> str:
    """What counts a point on a card: the word the speech uses (一要, 其一), else its ordinal."""
    label = (point.label or "").strip("（）()、.．，, ")
    wordy = len(label) > 1 and not label.isdigit() and label.isalpha()
    return label if wordy else str(ordinal)


def card_row(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int
) -> tuple[Item, ...] | None:
    """Cards side by side, or None where they do not fit or would stand almost empty."""
    spacing = setter.theme.spacing
    padding, bar = spacing["card-padding"], spacing["card-bar"]
    columns = rect.columns(len(points), spacing["card-gap"])
    width = columns[0].width - 2 * padding
    labels = [label_of(point, first + i) for i, point in enumerate(points)]
    word = [setter.fit(label, "word", width, rect.height) for label in labels]
    gap = spacing["rule-gap"]

    def height_of(filling: _Filling) -> Emu:
        inner = word[0].height + gap // 3 + filling.title_height
        inner += (2 * gap + filling.support_height) if filling.support_height else 0
        return bar + inner + 2 * padding

    def fits(filling: _Filling) -> bool:
        lines = max(len(block.lines) for block in filling.titles)
        return height_of(filling) <= rect.height and lines <= 3

    filling = _filling(setter, points, width, fits)
    if filling is None:
        return None
    if filling.support_lines <= 1 and len(points) > 2:
        return None
    height = max(height_of(filling), rect.height * LEAST // 100)
    top = rect.y + (rect.height - height) * OPTICAL // 100
    items: list[Item] = []
    for i, column in enumerate(columns):
        card = Rect(column.x, top, column.width, height)
        items.extend(_card(setter, card, word[i], filling, i, first + i))
    return tuple(items)


def _card(
    setter: Setter, card: Rect, word: Block, filling: _Filling, i: int, number: int
) -> list[Item]:
    spacing = setter.theme.spacing
    padding, gap = spacing["card-padding"], spacing["rule-gap"]
    items: list[Item] = [
        Shape(card, "rect", CARD, EDGE, spacing["card-border"], name=f"card {number}")
    ]
    if spacing["card-bar"]:
        bar = Rect(card.x, card.y, card.width, spacing["card-bar"])
        items.append(Shape(bar, "rect", FIELD, name=f"card bar {number}"))
    x, width = card.x + padding, card.width - 2 * padding
    y = card.y + spacing["card-bar"] + padding
    items.append(text_item(word, Rect(x, y, width, word.height), f"label {number}", role="Label"))
    y += word.height + gap // 3
    title, support = filling.titles[i], filling.supports[i]
    box = Rect(x, y, width, filling.title_height)
    items.append(text_item(title, box, f"point {number}", role="H3"))
    y += filling.title_height + gap
    if support:
        rule = Rect(x, y, spacing["rule-length"], spacing["rule-width"])
        items.append(Shape(rule, "rect", RULE, name=f"rule {number}"))
        y += gap
        box = Rect(x, y, support.measure, card.bottom - padding - y)
        items.append(text_item(support, box, f"support {number}"))
    return items


def rows(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int, columns: int = 1
) -> tuple[Item, ...] | None:
    """Numbered rows with hairlines between them, in one or two columns; None if they overflow."""
    spacing = setter.theme.spacing
    gap = spacing["card-gap"] * 2
    per_column = -(-len(points) // columns)
    across = rect.columns(columns, gap)
    margin = spacing["numeral-column"] if columns == 1 else spacing["numeral-column"] * 3 // 4
    width = across[0].width - margin
    pad = spacing["row-gap"]

    def height_of(filling: _Filling) -> Emu:
        return filling.title_height + filling.support_height + 2 * pad

    def fits(filling: _Filling) -> bool:
        lines = max(len(block.lines) for block in filling.titles)
        return height_of(filling) * per_column <= rect.height and lines <= 2

    filling = _filling(setter, points, width, fits)
    if filling is None:
        return None
    # Rows breathe where there is room, bare titles more.
    height = height_of(filling) * (3 if filling.support_height else 4) // 2
    height = min(rect.height // per_column, height)
    top = rect.y + (rect.height - height * per_column) * OPTICAL // 100
    items: list[Item] = []
    for i, _ in enumerate(points):
        column, row = divmod(i, per_column)
        box = Rect(across[column].x, top + row * height, across[column].width, height)
        items.extend(_row(setter, box, margin, filling, i, first + i))
        if row < per_column - 1 and i < len(points) - 1:
            line = Rect(box.x, box.bottom, box.width, spacing["card-border"])
            items.append(Shape(line, "rect", EDGE, name=f"hairline {first + i}"))
    return tuple(items)


def _row(
    setter: Setter, box: Rect, margin: Emu, filling: _Filling, i: int, number: int
) -> list[Item]:
    spacing = setter.theme.spacing
    title, support = filling.titles[i], filling.supports[i]
    height = title.height + (support.height if support else 0)
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
        rule = Rect(divider_x, y, spacing["divider"], height)
        items.append(Shape(rule, "rect", QUIET, name=f"divider {number}"))
    x, width = box.x + margin, box.width - margin
    items.append(text_item(title, Rect(x, y, width, title.height), f"point {number}", role="H3"))
    if support:
        below = Rect(x, y + title.height, support.measure, support.height)
        items.append(text_item(support, below, f"support {number}"))
    return items


def two_columns(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int
) -> tuple[Item, ...] | None:
    """Numbered rows in two columns."""
    return rows(setter, points, rect, first, 2)


Arrangement: TypeAlias = Callable[[Setter, Sequence[Point], Rect, int], tuple[Item, ...] | None]
ARRANGEMENTS: Mapping[int, tuple[Arrangement, ...]] = {
    2: (card_row, rows),
    3: (card_row, rows),
    4: (rows, two_columns),
    5: (two_columns,),
    6: (two_columns,),
}
"""What is tried for so many points, in this order."""


def arrange_points(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int = 1
) -> tuple[Item, ...] | None:
    """The first arrangement for this many points that fits; None where none does."""
    tried = (arrange(setter, points, rect, first) for arrange in ARRANGEMENTS[len(points)])
    return next((items for items in tried if items), None)
