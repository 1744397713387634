"""The agenda's entries, and the quiet line of headings on a section slide."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.cards import QUIET
from publisher.layout.fit import Block, Setter, text_item
from publisher.plan import Item, Shape
from publisher.script import Entry
from publisher.theme.model import Frame

_PER_COLUMN = 6


def agenda_pages(setter: Setter, entries: Sequence[Entry], rect: Rect) -> list[tuple[Item, ...]]:
    """At most six entries to a column, two columns to a page, evenly filled."""
    limit = 2 * _PER_COLUMN
    pages = -(-len(entries) // limit)
    each = -(-len(entries) // pages)
    return [
        _page(setter, entries[start : start + each], rect, start)
        for start in range(0, len(entries), each)
    ]


def _page(setter: Setter, entries: Sequence[Entry], rect: Rect, start: int) -> tuple[Item, ...]:
    columns = 1 if len(entries) <= _PER_COLUMN else 2
    per_column = -(-len(entries) // columns)
    gap = setter.theme.spacing["card-gap"]
    boxes = rect.columns(columns, gap)
    height = min(rect.height // per_column, rect.height * 34 // 100)
    top = rect.y + (rect.height - height * per_column) * 46 // 100
    items: list[Item] = []
    for i, entry in enumerate(entries):
        column, row = divmod(i, per_column)
        box = Rect(boxes[column].x, top + row * height, boxes[column].width, height)
        items.extend(_entry(setter, entry, box, start + i + 1, columns))
    return tuple(items)


def _entry(setter: Setter, entry: Entry, box: Rect, number: int, columns: int) -> list[Item]:
    spacing = setter.theme.spacing
    margin = spacing["numeral-column"] // columns
    width = box.width - margin - spacing["rule-gap"]
    heading, line = _head_and_line(entry.title.text)
    room = box.height * 4 // 5
    title = setter.fit(heading, "agenda-entry", width, room if not line else room * 3 // 5,
                       by_sense=True, max_lines=2)  # fmt: skip
    below = setter.fit(line, "agenda-line", width, room - title.height) if line else None
    blocks: list[Block] = [title, below] if below else [title]
    height = sum(block.height for block in blocks)
    y = box.y + (box.height - height) // 2
    numeral = setter.fit(str(number), "agenda-number", margin, box.height)
    beside = max(height, numeral.height)
    x = box.x + margin
    rule: Emu = spacing["divider"]
    items: list[Item] = [
        text_item(
            numeral, Rect(box.x, y - (beside - height) // 2, margin - spacing["row-gap"], beside),
            f"number {number}", anchor="middle", role="Label",
        ),
        text_item(
            blocks, Rect(x + spacing["rule-gap"], y, width, height), f"entry {number}",
            role="TOCI", link=entry.slide,
        ),
    ]  # fmt: skip
    if rule:
        items.insert(1, Shape(Rect(x - rule, y, rule, height), "rect", QUIET, name="divider"))
    return items


def _head_and_line(text: str) -> tuple[str, str]:
    """An entry's title and, after its first comma, its second line; nothing is dropped but it."""
    for mark in "，,；：":
        head, found, rest = text.partition(mark)
        if found and len(head) >= 4 and len(rest) >= 4:
            return head, rest
    return text, ""


def heading_line(setter: Setter, words: Sequence[str], frame: Frame) -> tuple[Item, ...]:
    """Headings side by side, further lines where one is full; none where they do not fit."""
    rect, gap = frame.rect, setter.theme.spacing["rule-gap"] * 2
    for (size,) in setter.sizes(frame.style):
        blocks = [setter.set(word, frame.style, size, rect.width) for word in words]
        rows: list[list[Block]] = [[]]
        x = 0
        for block in blocks:
            if rows[-1] and x + block.width > rect.width:
                rows.append([])
                x = 0
            rows[-1].append(block)
            x += block.width + gap
        if all(len(b.lines) == 1 for b in blocks) and (
            sum(row[0].height for row in rows if row) <= rect.height
        ):
            return _lines(rows, rect, gap, frame)
    return ()


def _lines(rows: Sequence[Sequence[Block]], rect: Rect, gap: Emu, frame: Frame) -> tuple[Item, ...]:
    items: list[Item] = []
    filled = [row for row in rows if row]
    y = rect.bottom - sum(row[0].height for row in filled)
    for row in filled:
        x = rect.x
        for block in row:
            # A box a third of an em wider than its text: another renderer may measure wider.
            box = Rect(x, y, min(block.width + block.size // 3, rect.right - x), block.height)
            name = f"heading {len(items) + 1}"
            items.append(text_item(block, box, name, colour=frame.colour))
            x += block.width + gap
        y += row[0].height
    return tuple(items)
