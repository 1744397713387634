"""Cards: points side by side.

Cards share their edges and inner baselines; their height follows the longest text, and the group
stands a little above the middle, where the eye takes the centre to be.
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.block import Block
from publisher.layout.filling import Filling, fill
from publisher.layout.fit import Setter
from publisher.layout.shown import Shown, bar, card, middle, rule
from publisher.layout.textbox import text_item
from publisher.plan import Item
from publisher.record import NamedTuple
from publisher.script import Point

LEAST = 66
"""A card's height in per cent of the frame's, at least."""
NARROWEST = 8.8
"""Ems of supporting text, at the size that is wanted, that a card's measure holds at least."""
_TITLE_LINES = 3
_RAISED = 30
"""Per cent of a card's free height that stand above its text."""


def label_of(point: Point, ordinal: int) -> str:
    """What counts a point on a card: the word the speech uses (一要, 其一), else its ordinal."""
    label = (point.label or "").strip("（）()、.．，,：: ")
    wordy = len(label) > 1 and not label.isdigit() and label.isalpha()
    return label if wordy else str(ordinal)


def labels_of(points: Sequence[Point], first: int) -> tuple[list[str], str]:
    """The labels of points and their style; numbers, unless the speech has a word for each."""
    labels = [label_of(point, first + i) for i, point in enumerate(points)]
    if any(label.isdigit() for label in labels):
        return [str(first + i) for i in range(len(points))], "numeral"
    return labels, "word"


def is_narrow(setter: Setter, width: Emu) -> bool:
    """Whether a measure is too narrow for cards of supporting text."""
    return width < NARROWEST * setter.theme.styles["support"].largest


class _Card(NamedTuple):
    """The inner heights that all cards of a group share."""

    padding: Emu
    bar: Emu
    label: Emu
    gap: Emu
    title: Emu
    support: Emu

    @property
    def before_rule(self) -> Emu:
        return self.bar + self.padding + self.label + self.title + self.gap

    @property
    def height(self) -> Emu:
        below = self.gap + self.support if self.support else -self.gap
        return self.before_rule + below + self.padding


def card_row(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Cards side by side, or None where they do not fit or would stand almost empty."""
    spacing = setter.theme.spacing
    padding = spacing["card-padding"]
    columns = rect.columns(len(points), spacing["card-gap"])
    width = columns[0].width - 2 * padding
    if is_narrow(setter, width):
        return None
    texts, style = labels_of(points, first)
    entry = setter.theme.styles[style]
    size = entry.largest if style == "word" else entry.smallest
    labels = [setter.set(text, style, size, width) for text in texts]

    def inside(filling: Filling) -> _Card:
        head = labels[0].height + spacing["rule-gap"] * (2 if style == "word" else 3) // 6
        return _Card(
            padding - labels[0].slack, spacing["card-bar"], head, spacing["rule-gap"] * 4 // 5,
            filling.title_height, filling.support_height,
        )  # fmt: skip

    def fits(filling: Filling) -> bool:
        return inside(filling).height <= rect.height and filling.title_lines <= _TITLE_LINES

    filling = fill(setter, points, width, fits)
    if filling is None or (filling.support_lines <= 1 and len(points) > 2):
        return None
    form = inside(filling)
    height = min(rect.height, max(form.height, rect.height * LEAST // 100))
    top = middle(rect, height)
    shown = [
        _card(setter, form, labels[i], filling, i, first + i,
              Rect(column.x, top, column.width, height))
        for i, column in enumerate(columns)
    ]  # fmt: skip
    return Shown(tuple(shown), size=filling.size, flaws=filling.flaws)


def _card(
    setter: Setter, form: _Card, label: Block, filling: Filling, i: int, number: int, box: Rect
) -> tuple[Item, ...]:
    padding = setter.theme.spacing["card-padding"]
    items: list[Item] = [card(setter, box, f"card {number}")]
    if form.bar:
        items.append(bar(Rect(box.x, box.y, box.width, form.bar), f"card bar {number}"))
    x, width = box.x + padding, box.width - 2 * padding
    y = box.y + form.bar + form.padding + (box.height - form.height) * _RAISED // 100
    items.append(text_item(label, Rect(x, y, width, label.height), f"label {number}", role="Label"))
    y += form.label
    title, support = filling.titles[i], filling.supports[i]
    frame = Rect(x, y, width, form.title)
    items.append(text_item(title, frame, f"point {number}", role="H3"))
    y += form.title + form.gap
    if support:
        items.append(rule(setter, x, y, f"rule {number}"))
        y += form.gap
        frame = Rect(x, y, support.measure, box.bottom - form.padding - y)
        items.append(text_item(support, frame, f"support {number}"))
    return tuple(items)
