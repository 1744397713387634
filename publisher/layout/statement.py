"""The statement: one point, large. With its support on a card, alone as a poster."""

from __future__ import annotations

from publisher.geometry import Emu, Rect, pt
from publisher.layout.block import Block
from publisher.layout.cards import label_of
from publisher.layout.fit import Setter
from publisher.layout.scale import sizes_between
from publisher.layout.shown import FIELD, ON_FIELD, QUIET, Shown, bar, card, middle, rule
from publisher.layout.textbox import text_item
from publisher.plan import Item, Shape
from publisher.script import Point

_LEAST = 62
"""A statement's card takes this share of the frame's height, in per cent, at least."""
_POSTER_LINES = 3
_POSTER = (4, 3)
"""A poster's type is a third larger than a statement's, where that makes few lines."""
_ALONE = (7, 6)
"""A statement on a card may be a sixth larger where it is short."""


def statement(setter: Setter, point: Point, rect: Rect) -> tuple[Shown, bool]:
    """One point, large; whether it was cut."""
    if point.support is None:
        return poster(setter, point, rect)
    wide = _padding(setter, rect)
    shown, cut = _on_card(setter, point, point.support.text, rect, wide)
    if not cut:
        return shown, cut
    return _on_card(setter, point, point.support.text, rect, wide // 2)


def _on_card(
    setter: Setter, point: Point, support: str, rect: Rect, padding: Emu
) -> tuple[Shown, bool]:
    spacing = setter.theme.spacing
    gap = spacing["rule-gap"]
    width = rect.width - 2 * padding
    word = label_of(point, 1)
    label = None if word.isdigit() else setter.fit(word, "word", width, rect.height, max_lines=1)
    head = label.height + gap // 2 if label else 0
    room = rect.height - 2 * padding - head - 2 * gap
    title, below = _both(setter, point.title.text, support, width, room)
    inner = head + title.height + 2 * gap + below.height
    height = min(rect.height, max(inner + 2 * padding, rect.height * _LEAST // 100))
    box = Rect(rect.x, middle(rect, height), rect.width, height)
    common: list[Item] = [card(setter, box, "card")]
    if spacing["card-bar"]:
        common.append(bar(Rect(box.x, box.y, spacing["card-bar"], box.height), "card bar"))
    items: list[Item] = []
    x, y = box.x + padding, box.y + (height - inner) // 2
    if label:
        frame = Rect(x, y, width, label.height)
        items.append(text_item(label, frame, "label", role="Label"))
    y += head
    items.append(text_item(title, Rect(x, y, width, title.height), "statement", role="H3"))
    y += title.height + gap
    items.append(rule(setter, x, y, "rule"))
    frame = Rect(x, y + gap, below.measure, below.height)
    items.append(text_item(below, frame, "support"))
    flaws = title.breaks_badly + below.breaks_badly
    shown = Shown((tuple(items),), tuple(common), below.size, flaws)
    return shown, title.clipped or below.clipped


def _both(setter: Setter, words: str, support: str, width: Emu, room: Emu) -> tuple[Block, Block]:
    """Title and support in ``room``: the title gives way first, then the support, then words."""
    style = setter.theme.styles["statement"]
    grown = style._replace(largest=style.largest * _ALONE[0] // _ALONE[1])
    first: tuple[Block, Block] | None = None
    for size in sizes_between(setter.theme.styles["support"]):
        below = setter.set_evenly(support, "support", size, width)
        for larger in sizes_between(grown, 2 * pt(1)):
            title = setter.set(words, "statement", larger, width, by_sense=True)
            if title.height + below.height > room:
                continue
            if not title.breaks_badly and not below.breaks_badly:
                return title, below
            first = first or (title, below)
    if first:
        return first
    title = setter.fit(words, "statement", width, room * 3 // 5, by_sense=True)
    return title, setter.fit(support, "support", width, room - title.height)


def _padding(setter: Setter, rect: Rect) -> Emu:
    """Twice a card's padding, where the slide is wide."""
    return min(setter.theme.spacing["card-padding"] * 2, rect.width // 18)


def poster(setter: Setter, point: Point, rect: Rect) -> tuple[Shown, bool]:
    """Words that stand alone: large on a field of the theme's colour."""
    spacing = setter.theme.spacing
    style = setter.theme.styles["statement"]
    padding, gap = _padding(setter, rect), spacing["rule-gap"]
    width = rect.width - 2 * padding
    room = rect.height - 2 * padding - gap
    grown = style.largest * _POSTER[0] // _POSTER[1]
    words = point.title.text
    title = setter.fit(words, "statement", width, room, by_sense=True, largest=grown)
    if len(title.lines) > _POSTER_LINES:
        title = setter.fit(words, "statement", width, room, by_sense=True)
    inner = gap + spacing["rule-width"] + title.height
    height = min(rect.height, max(inner + 2 * padding, rect.height * _LEAST // 100))
    box = Rect(rect.x, middle(rect, height), rect.width, height)
    field = Shape(box, "rect", FIELD, name="field")
    x, y = box.x + padding, box.y + (height - inner) // 2
    stroke = rule(setter, x, y, "rule", QUIET)
    y += spacing["rule-width"] + gap
    frame = Rect(x, y, width, title.height)
    item = text_item(title, frame, "statement", role="H3", colour=ON_FIELD)
    shown = Shown(((stroke, item),), (field,), title.size, title.breaks_badly)
    return shown, title.clipped
