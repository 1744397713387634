"""Comparison: two halves of one height, each under a field of its own colour."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.block import Block
from publisher.layout.cards import is_narrow, label_of
from publisher.layout.filling import Filling, fill
from publisher.layout.fit import Setter
from publisher.layout.shown import FIELD, ON_FIELD, SECOND, Shown, card, hairline, middle
from publisher.layout.textbox import text_item
from publisher.plan import Colour, Item, Shape
from publisher.script import Point

_LEAST = 66
_COLOURS = (FIELD, SECOND)


def comparison(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Two points as halves: label and title on a field, the support on a card below it.

    None where a half is too narrow or too low for them.
    """
    spacing = setter.theme.spacing
    padding, between = spacing["card-padding"], spacing["card-gap"] * 2
    halves = rect.columns(2, between)
    width = halves[0].width - 2 * padding
    if len(points) != 2 or is_narrow(setter, width):
        return None
    labels = [_label(setter, point, first + i, width) for i, point in enumerate(points)]
    head = max((label.height for label in labels if label), default=0)

    def field_of(filling: Filling) -> Emu:
        return head + filling.title_height + 2 * padding * 4 // 5

    def height_of(filling: Filling) -> Emu:
        below = filling.support_height + 2 * padding * 4 // 5 if filling.support_height else 0
        return field_of(filling) + below

    filling = fill(setter, points, width, lambda f: height_of(f) <= rect.height)
    if filling is None:
        return None
    height = max(height_of(filling), rect.height * _LEAST // 100)
    field = height if filling.bare else field_of(filling) + (height - height_of(filling)) // 5
    top = middle(rect, height)
    shown = [
        _half(setter, Rect(half.x, top, half.width, height), field, labels[i], head, filling, i,
              first + i)
        for i, half in enumerate(halves)
    ]  # fmt: skip
    line = hairline(setter, halves[0].right + between // 2, top, height, "hairline", upright=True)
    return Shown(tuple(shown), (line,), filling.size, filling.flaws)


def _label(setter: Setter, point: Point, ordinal: int, width: Emu) -> Block | None:
    """The word that the speech has for a half; halves are not counted."""
    word = label_of(point, ordinal)
    if word.isdigit():
        return None
    return setter.set(word, "word", setter.theme.styles["word"].smallest, width)


def _half(
    setter: Setter, box: Rect, field: Emu, label: Block | None, head: Emu, filling: Filling,
    i: int, number: int,
) -> tuple[Item, ...]:  # fmt: skip
    padding = setter.theme.spacing["card-padding"]
    title, support = filling.titles[i], filling.supports[i]
    x, width = box.x + padding, box.width - 2 * padding
    y = box.y + (field - head - filling.title_height) // 2
    items: list[Item] = [
        card(setter, box, f"card {number}"),
        Shape(Rect(box.x, box.y, box.width, field), "rect", _COLOURS[i], name=f"field {number}"),
    ]
    if label:
        items.append(_on_field(label, Rect(x, y, width, label.height), f"label {number}", "Label"))
    y += head
    frame = Rect(x, y, width, filling.title_height)
    items.append(_on_field(title, frame, f"point {number}", "H3"))
    if support:
        below = Rect(x, box.y + field, support.measure, box.height - field)
        y = below.y + (below.height - filling.support_height) * 2 // 5
        frame = Rect(x, y, support.measure, filling.support_height)
        items.append(text_item(support, frame, f"support {number}"))
    return tuple(items)


def _on_field(block: Block, frame: Rect, name: str, role: str) -> Item:
    colour: Colour = ON_FIELD
    return text_item(block, frame, name, role=role, colour=colour)
