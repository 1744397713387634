"""The agenda: numbered entries in one column or two, each leading to its section slide."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect, pt
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.scale import sizes_between
from publisher.layout.shown import QUIET, bar, wide_number
from publisher.layout.textbox import text_item
from publisher.plan import Item
from publisher.record import NamedTuple
from publisher.script import Entry

_PER_COLUMN = 6
_FEW = 2
_GROWN = (5, 4)
"""So few entries are set a quarter larger, and further apart."""
_ROW, _FEW_ROW = 30, 36
"""An entry takes this share of the frame's height, in per cent, at most."""
_LARGE, _EMS = pt(24), 9
_FILLED = 82
"""Per cent of its row that an entry fills at most."""


def head_and_line(text: str) -> tuple[str, str]:
    """A title and, after its first comma, its second line; nothing is dropped but the comma."""
    for mark in "，,；：":
        head, found, rest = text.partition(mark)
        if found and len(head) >= 4 and len(rest) >= 4:
            return head, rest
    return text, ""


def agenda_pages(
    setter: Setter, entries: Sequence[Entry], rect: Rect, cut: list[str]
) -> list[tuple[Item, ...]]:
    """At most six entries to a column, two columns to a page, evenly filled.

    ``cut`` gathers the titles that had to be cut.
    """
    columns = 2 if _holds_two(setter, rect) else 1
    limit = columns * _PER_COLUMN
    pages = -(-len(entries) // limit)
    each = -(-len(entries) // max(1, pages))
    return [
        _page(setter, entries[start : start + each], rect, start, cut)
        for start in range(0, len(entries), max(1, each))
    ]


def _holds_two(setter: Setter, rect: Rect) -> bool:
    """Whether half of the frame is wide enough for a column of entries."""
    spacing = setter.theme.spacing
    half = rect.columns(2, spacing["card-gap"])[0].width - _margin(setter, 2 * _PER_COLUMN, 2)
    return half - spacing["rule-gap"] >= _EMS * setter.theme.styles["agenda-entry"].smallest


def _margin(setter: Setter, last: int, columns: int) -> Emu:
    """The column of the numbers up to ``last``."""
    spacing = setter.theme.spacing
    widest = _numeral(setter, wide_number(last)).width
    return max(spacing["numeral-column"] // columns, widest + spacing["row-gap"])


def _numeral(setter: Setter, number: int, size: Emu = 0) -> Block:
    style = setter.theme.styles["agenda-number"]
    return setter.set(str(number), "agenda-number", size or style.smallest, 1 << 40)


class _Form(NamedTuple):
    """What all entries of a page share: measures, the size of numbers, whether they are few."""

    margin: Emu
    width: Emu
    row: Emu
    numeral: Emu
    few: bool


def _page(
    setter: Setter, entries: Sequence[Entry], rect: Rect, start: int, cut: list[str]
) -> tuple[Item, ...]:
    spacing = setter.theme.spacing
    columns = 1 if len(entries) <= _PER_COLUMN else 2
    few = len(entries) <= _FEW
    per_column = -(-len(entries) // columns)
    boxes = rect.columns(columns, spacing["card-gap"])
    height = min(rect.height // per_column, rect.height * (_FEW_ROW if few else _ROW) // 100)
    last = start + len(entries)
    margin = _margin(setter, last, columns)
    numeral = _largest_numeral(setter, last, margin - spacing["row-gap"], height)
    form = _Form(margin, boxes[0].width - margin - spacing["rule-gap"], height, numeral, few)
    blocks = _blocks(setter, entries, form, cut)
    top = rect.y + (rect.height - height * per_column) // 2
    items: list[Item] = []
    for i, entry in enumerate(entries):
        column, row = divmod(i, per_column)
        box = Rect(boxes[column].x, top + row * height, boxes[column].width, height)
        items.extend(_entry(setter, entry, box, form, blocks[i], start + i + 1))
    return tuple(items)


def _largest_numeral(setter: Setter, last: int, width: Emu, height: Emu) -> Emu:
    """The size at which every number up to ``last`` stands in its column."""
    style = setter.theme.styles["agenda-number"]
    sizes = sizes_between(style)
    blocks = (_numeral(setter, wide_number(last), size) for size in sizes)
    return next((b.size for b in blocks if b.width <= width and b.height <= height), sizes[-1])


def _blocks(
    setter: Setter, entries: Sequence[Entry], form: _Form, cut: list[str]
) -> list[tuple[Block, ...]]:
    """Each entry's title and second line, all in one pair of sizes, on a line each if possible."""
    parts = [head_and_line(entry.title.text) for entry in entries]
    room = form.row * _FILLED // 100
    heads, lines = setter.theme.styles["agenda-entry"], setter.theme.styles["agenda-line"]
    if form.few:
        heads = heads._replace(largest=heads.largest * _GROWN[0] // _GROWN[1])
        lines = lines._replace(largest=lines.largest * _GROWN[0] // _GROWN[1])
    sizes = [(h, min(lines.largest, max(lines.smallest, h * lines.largest // heads.largest)))
             for h in sizes_between(heads)]  # fmt: skip
    # On one line each, unless that makes them small; then rather two lines.
    for most, least in ((1, _LARGE), (2, 0), (3, 0)):
        for head_size, line_size in sizes:
            if head_size < least:
                break
            found = [_set(setter, part, (head_size, line_size), form.width) for part in parts]
            if all(_fits(blocks, room, most) for blocks in found):
                return found
    whole = [
        setter.fit(entry.title.text, "agenda-entry", form.width, room, by_sense=True)
        for entry in entries
    ]
    cut.extend(e.title.text for e, block in zip(entries, whole, strict=True) if block.clipped)
    return [(block,) for block in whole]


def _set(
    setter: Setter, part: tuple[str, str], sizes: tuple[Emu, Emu], width: Emu
) -> tuple[Block, ...]:
    head = setter.set(part[0], "agenda-entry", sizes[0], width, by_sense=True)
    if not part[1]:
        return (head,)
    return head, setter.set(part[1], "agenda-line", sizes[1], width, by_sense=True)


def _fits(blocks: Sequence[Block], room: Emu, most: int) -> bool:
    lines = max(len(block.lines) for block in blocks)
    return lines <= most and sum(block.height for block in blocks) <= room


def _entry(
    setter: Setter, entry: Entry, box: Rect, form: _Form, blocks: Sequence[Block], number: int
) -> list[Item]:
    spacing = setter.theme.spacing
    height = sum(block.height for block in blocks)
    y = box.y + (box.height - height) // 2
    numeral = _numeral(setter, number, form.numeral)
    beside = max(height, numeral.height + numeral.size // 12)  # programs set digits lower
    x = box.x + form.margin
    frame = Rect(box.x, y - (beside - height) // 2, form.margin - spacing["row-gap"], beside)
    items: list[Item] = [
        text_item(numeral, frame, f"number {number}", anchor="middle", role="Label")
    ]
    if spacing["divider"]:
        rect = Rect(x - spacing["divider"], y, spacing["divider"], height)
        items.append(bar(rect, f"divider {number}", QUIET))
    frame = Rect(x + spacing["rule-gap"], y, form.width, height)
    items.append(text_item(blocks, frame, f"entry {number}", role="TOCI", link=entry.slide))
    return items
