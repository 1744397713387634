"""Section slides: the headings of the part as a quiet line, and its place among all parts."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect, pt, px
from publisher.layout.agenda import head_and_line
from publisher.layout.block import Block
from publisher.layout.desk import Deck
from publisher.layout.fit import Setter
from publisher.layout.shown import bar
from publisher.layout.textbox import text_item
from publisher.plan import Colour, Item
from publisher.script import Slide
from publisher.theme.model import Frame

_RULE, _THIN = px(3), px(1)
_QUIET = 45
"""Per cent of colour in the rule over a part that is not the current one."""
_READ = pt(18)
_SHORT = 12
"""Longer titles stand there up to their first comma."""
_BESIDE = px(16)


def _sizes(setter: Setter, frame: Frame) -> tuple[Emu, ...]:
    """The sizes to try, none below what a room reads."""
    style = setter.theme.styles[frame.style]
    sizes = style.largest, (style.largest + style.smallest) // 2, style.smallest
    return tuple(dict.fromkeys(max(_READ, size) for size in sizes))


def heading_line(setter: Setter, words: Sequence[str], frame: Frame) -> tuple[Item, ...]:
    """Headings side by side, further lines where one is full; none where they do not fit."""
    rect, gap = frame.rect, setter.theme.spacing["rule-gap"] * 2
    for size in _sizes(setter, frame):
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
    height = sum(row[0].height for row in filled)
    y = {"top": rect.y, "middle": rect.y + (rect.height - height) // 2}.get(
        frame.anchor, rect.bottom - height
    )
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


def parts(deck: Deck, current: int | None, frame: Frame, bright: str) -> tuple[Item, ...]:
    """All parts of the speech in the frame, the current one in ``bright``; each leads to its slide.

    Side by side in a frame that is wide, below each other in one that is high; none where they
    do not fit on a line each, or there is but one.
    """
    found = deck.sections
    if len(found) < 2:
        return ()
    upright = frame.rect.height > frame.rect.width // 3
    gap = deck.setter.theme.spacing["card-gap"]
    if not _has_room(frame.rect, len(found), gap, upright):
        return ()
    boxes = frame.rect.rows(len(found), 0) if upright else frame.rect.columns(len(found), gap)
    blocks = _names(deck.setter, [slide for _, slide in found], frame, boxes[0])
    if blocks is None:
        return ()
    items: list[Item] = []
    for (index, slide), block, box in zip(found, blocks, boxes, strict=True):
        here = slide.section == current
        items += _part(block, box, bright if here else frame.colour, index, here, upright)
    return tuple(items)


def _has_room(rect: Rect, count: int, gap: Emu, upright: bool) -> bool:
    """Whether each of ``count`` parts has room for words: told at once, for each of hundreds of
    parts asks for the names of all."""
    if upright:
        return rect.height // count >= _READ and rect.width > _BESIDE
    return rect.height >= _READ and (rect.width - gap * (count - 1)) // count > _BESIDE


def _names(setter: Setter, slides: Sequence[Slide], frame: Frame, box: Rect) -> list[Block] | None:
    """The parts' titles, to their first comma where they are long, or their numbers (第一部分),
    on a line each."""
    titles = [slide.title.text if slide.title else "" for slide in slides]
    heads = [head_and_line(title)[0] if len(title) > _SHORT else title for title in titles]
    labels = [slide.label or "" for slide in slides]
    for words in (heads, labels) if all(labels) else (heads,):
        for size in _sizes(setter, frame):
            blocks = [setter.set(word, frame.style, size, box.width - _BESIDE) for word in words]
            if all(len(block.lines) == 1 and block.height <= box.height for block in blocks):
                return blocks
    return None


def _part(
    block: Block, box: Rect, colour: str, slide: int, here: bool, upright: bool
) -> tuple[Item, ...]:
    thick = _RULE if here else _THIN
    if upright:
        mark = Rect(box.x, box.y + (box.height - block.height) // 2, thick, block.height)
        text = Rect(box.x + _BESIDE, box.y, box.width - _BESIDE, box.height)
    else:
        mark = Rect(box.x, box.y, box.width, thick)
        text = Rect(box.x, box.y + _RULE + _BESIDE // 2, box.width, block.height)
    words = text_item(
        block, text, f"part {slide}", colour=colour, anchor="middle" if upright else "top",
        link=slide,
    )  # fmt: skip
    tint = Colour(colour, 100 if here else _QUIET)
    return bar(mark, f"mark {slide}", tint), words
