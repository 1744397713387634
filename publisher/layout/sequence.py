"""Sequence: steps in order on a track, across where the texts are short, else downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from publisher.geometry import Emu, Rect, px
from publisher.layout.block import Block
from publisher.layout.filling import Filling, fill
from publisher.layout.fit import Setter
from publisher.layout.points import Arrangement
from publisher.layout.shown import ON_FIELD, QUIET, Shown, bar, card, disc, middle
from publisher.layout.textbox import baseline_of, text_item
from publisher.plan import Item, Text
from publisher.script import Point

_DOT, _DISC = px(20), px(44)
"""A marker's diameter: a dot beside a label, a disc that holds a number."""
_TRACK = px(3)
_ACROSS = range(2, 6)
"""How many steps stand side by side."""
_SUPPORT_EMS, _TITLE_EMS = 6.4, 4.2
"""Characters that a card's measure holds at least, at the size that is wanted."""
_LEAST_CARD, _LEAST_BARE = 44, 34
"""A card's height in per cent of the frame's, at least; lower without supports."""
_LINES = 5
"""Of supporting text in a narrow column: longer ones read better across the slide."""
_GAP = px(22)


def across(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Steps side by side, cards under a track; None where their texts are long for that."""
    if len(points) not in _ACROSS:
        return None
    spacing = setter.theme.spacing
    padding = spacing["card-padding"] * 3 // 4
    columns = rect.columns(len(points), spacing["card-gap"])
    width = columns[0].width - 2 * padding
    supported = any(point.support for point in points)
    style = setter.theme.styles["support" if supported else "point-title"]
    if width < (_SUPPORT_EMS if supported else _TITLE_EMS) * style.largest:
        return None
    labels = _labels(setter, points, columns[0].width)
    if labels is None:
        return None
    head = (labels[0].height + _GAP // 2 if labels else 0) + (_DOT if labels else _DISC) + _GAP

    def card_height(filling: Filling) -> Emu:
        support = filling.support_height + _GAP // 2 if filling.support_height else 0
        return filling.title_height + support + 2 * padding

    def fits(filling: Filling) -> bool:
        short = filling.title_lines <= 3 and filling.support_lines <= _LINES
        return short and head + card_height(filling) <= rect.height

    filling = fill(setter, points, width, fits)
    if filling is None:
        return None
    least = rect.height * (_LEAST_CARD if supported else _LEAST_BARE) // 100
    height = min(rect.height - head, max(card_height(filling), least))
    top = middle(rect, head + height)
    y = top + head - _GAP - (_DOT if labels else _DISC) // 2
    track = bar(Rect(rect.x, y - _TRACK // 2, rect.width, _TRACK), "track", QUIET)
    shown = [
        _step_across(
            setter, Rect(column.x, top, column.width, head + height), head,
            labels[i] if labels else None, filling, i, first + i,
        )
        for i, column in enumerate(columns)
    ]  # fmt: skip
    return Shown(tuple(shown), (track,), filling.size, filling.flaws)


def _labels(setter: Setter, points: Sequence[Point], width: Emu) -> list[Block] | None:
    """What stands above each marker; [] where not all steps have a word, None where one is long."""
    words = [(point.label or "").strip("（）()、．，,：: ") for point in points]
    if not all(words) or all(word.isdigit() for word in words):
        return []
    blocks = [setter.fit(word, "word", width, width, max_lines=1) for word in words]
    return None if any(block.clipped for block in blocks) else blocks


def _marker(setter: Setter, x: Emu, y: Emu, number: int, labelled: bool) -> tuple[Item, ...]:
    """The marker of a step, its left edge at ``x``, its middle at ``y``."""
    size = _DOT if labelled else _DISC
    box = Rect(x, y - size // 2, size, size)
    spot = disc(box, f"marker {number}")
    if labelled:
        return (spot,)
    style = setter.theme.styles["word"]
    numeral = setter.set(str(number), "word", style.smallest, size)
    return spot, text_item(numeral, box, f"number {number}", align="center", anchor="middle",
                           role="Label", colour=ON_FIELD)  # fmt: skip


def _step_across(
    setter: Setter, box: Rect, head: Emu, label: Block | None, filling: Filling, i: int,
    number: int,
) -> tuple[Item, ...]:  # fmt: skip
    """A step in ``box``: label and marker in the upper ``head``, below it the card."""
    padding = setter.theme.spacing["card-padding"] * 3 // 4
    title, support = filling.titles[i], filling.supports[i]
    items: list[Item] = []
    if label:
        frame = Rect(box.x, box.y, box.width, label.height)
        items.append(text_item(label, frame, f"label {number}", role="Label"))
    y = box.y + head - _GAP - (_DOT if label else _DISC) // 2
    items += _marker(setter, box.x, y, number, label is not None)
    ground = Rect(box.x, box.y + head, box.width, box.height - head)
    items.append(card(setter, ground, f"card {number}"))
    x, width = box.x + padding, box.width - 2 * padding
    texts = filling.title_height
    texts += _GAP // 2 + filling.support_height if filling.support_height else 0
    y = ground.y + padding + (ground.height - 2 * padding - texts) * (30 if support else 50) // 100
    frame = Rect(x, y, width, filling.title_height)
    items.append(text_item(title, frame, f"point {number}", role="H3"))
    if support:
        y += filling.title_height + _GAP // 2
        frame = Rect(x, y, support.measure, filling.support_height)
        items.append(text_item(support, frame, f"support {number}"))
    return tuple(items)


def down(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """Steps below each other on a track at the left, supports under their titles."""
    return _down(setter, points, rect, first, beside=False)


def down_beside(setter: Setter, points: Sequence[Point], rect: Rect, first: int) -> Shown | None:
    """The same with supports beside their titles, for many steps."""
    return _down(setter, points, rect, first, beside=True)


def _down(
    setter: Setter, points: Sequence[Point], rect: Rect, first: int, *, beside: bool
) -> Shown | None:
    pad = setter.theme.spacing["row-gap"]
    labels = _labels(setter, points, rect.width // 4) or []
    marker = _DOT if labels else _DISC
    column = max((b.width + b.size // 3 for b in labels), default=-_GAP) + _GAP
    text_x = rect.x + column + marker + _GAP * 3 // 2
    width = rect.right - text_x
    part = _title_column(setter, points, width) if beside else width
    if beside and not any(point.support for point in points):
        return None

    def step_height(filling: Filling) -> Emu:
        height = max(map(filling.height, range(len(points))))
        if beside:
            height = max(filling.title_height, filling.support_height)
        return height + pad

    def fits(filling: Filling) -> bool:
        return step_height(filling) * len(points) <= rect.height and filling.title_lines <= 2

    other = width - part - _GAP if beside else 0
    filling = fill(setter, points, part, fits, beside=other)
    if filling is None:
        return None
    height = min(rect.height // len(points), step_height(filling) * 7 // 4)
    top = middle(rect, height * len(points))
    track_x = rect.x + column + marker // 2
    shown: list[tuple[Item, ...]] = []
    centres: list[Emu] = []
    for i in range(len(points)):
        box = Rect(rect.x, top + i * height, rect.width, height)
        label = labels[i] if labels else None
        y, items = _step_down(box, text_x, part if beside else 0, label, filling, i,
                              first + i)  # fmt: skip
        spot = _marker(setter, rect.x + column, y, first + i, label is not None)
        shown.append((*spot, *items))
        centres.append(y)
    line = Rect(track_x - _TRACK // 2, centres[0], _TRACK, centres[-1] - centres[0])
    return Shown(tuple(shown), (bar(line, "track", QUIET),), filling.size, filling.flaws)


def _title_column(setter: Setter, points: Sequence[Point], width: Emu) -> Emu:
    """The column of titles that have their supports beside them: as wide as they need."""
    size = setter.theme.styles["point-title"].largest
    natural = [setter.set(p.title.text, "point-title", size, 1 << 40).width for p in points]
    return max(width // 6, min(max(natural) + size, width * 2 // 5))


def _step_down(
    box: Rect, text_x: Emu, part: Emu, label: Block | None, filling: Filling,
    i: int, number: int,
) -> tuple[Emu, tuple[Item, ...]]:  # fmt: skip
    """The middle of the step's marker, and the step's texts."""
    title, support = filling.titles[i], filling.supports[i]
    height = max(title.height, support.height if support else 0) if part else filling.height(i)
    y = box.y + (box.height - height) // 2
    centre = y + title.pitch // 2
    width = part or box.right - text_x
    texts: list[Text] = []
    if label:
        drop = baseline_of(title) - baseline_of(label)
        frame = Rect(box.x, y + drop, label.width + label.size // 3, label.height)
        texts.append(text_item(label, frame, f"label {number}", role="Label"))
    frame = Rect(text_x, y, width, title.height)
    texts.append(text_item(title, frame, f"point {number}", role="H3"))
    if support and part:
        drop = max(0, baseline_of(title) - baseline_of(support))
        frame = Rect(text_x + part + _GAP, y + drop, support.measure, support.height)
        texts.append(text_item(support, frame, f"support {number}"))
    elif support:
        frame = Rect(text_x, y + title.height, support.measure, support.height)
        texts.append(text_item(support, frame, f"support {number}"))
    return centre, tuple(texts)


STEPS: tuple[Arrangement, ...] = (across, down, down_beside)
STEPS_BY_WISH: Mapping[str, tuple[Arrangement, ...]] = {
    "rows": (down, down_beside),
    "cards": (across,),
    "columns": (across,),
}
