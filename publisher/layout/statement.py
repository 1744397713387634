"""The statement: one point, large, on one card."""

from __future__ import annotations

from publisher.geometry import Rect
from publisher.layout.cards import CARD, EDGE, FIELD, LEAST, OPTICAL, RULE
from publisher.layout.fit import Setter, text_item
from publisher.plan import Item, Shape
from publisher.script import Point


def statement(setter: Setter, point: Point, rect: Rect) -> tuple[tuple[Item, ...], bool]:
    """One point, large, on one card with its support under a rule; whether it was cut."""
    spacing = setter.theme.spacing
    padding, gap = spacing["card-padding"] * 2, spacing["rule-gap"]
    width = rect.width - 2 * padding
    label = setter.fit(point.label, "word", width, rect.height) if point.label else None
    room = rect.height - 2 * padding - (label.height + gap // 2 if label else 0)
    share = room * 3 // 5 if point.support else room
    title = setter.fit(point.title.text, "statement", width, share, by_sense=True)
    left = room - title.height - 2 * gap
    support = setter.fit(point.support.text, "support", width, left) if point.support else None
    if support and not support.clipped:
        support = setter.set_evenly(support.text, "support", support.size, width)
    inner = rect.height - 2 * padding - room + title.height
    inner += 2 * gap + support.height if support else 0
    height = max(inner + 2 * padding, rect.height * LEAST // 100)
    card = Rect(rect.x, rect.y + (rect.height - height) * OPTICAL // 100, rect.width, height)
    items: list[Item] = [Shape(card, "rect", CARD, EDGE, spacing["card-border"], name="card")]
    if spacing["card-bar"]:
        bar = Rect(card.x, card.y, spacing["card-bar"], card.height)
        items.append(Shape(bar, "rect", FIELD, name="card bar"))
    x, y = card.x + padding, card.y + (height - inner) // 2
    if label:
        items.append(text_item(label, Rect(x, y, width, label.height), "label", role="Label"))
        y += label.height + gap // 2
    items.append(text_item(title, Rect(x, y, width, title.height), "statement", role="H3"))
    y += title.height + gap
    if support:
        rule = Rect(x, y, spacing["rule-length"], spacing["rule-width"])
        items.append(Shape(rule, "rect", RULE, name="rule"))
        y += gap
        box = Rect(x, y, min(width, support.measure), support.height)
        items.append(text_item(support, box, "support"))
    return tuple(items), title.clipped or bool(support and support.clipped)
