"""One pass over the body: what a reader of the paper would see, in the order of reading.

The walker keeps its own stack, so that no file is too deep for it. Elements that it does not
know are entered: a container nobody told us about must not swallow text (ECMA-376 part 3, 10).
"""

from __future__ import annotations

from functools import partial
from xml.etree.ElementTree import Element

from publisher.manuscript import Block
from publisher.readers.docx.drafts import Draft
from publisher.readers.docx.drawings import DRAWINGS
from publisher.readers.docx.inline import INLINE
from publisher.readers.docx.ooxml import M, W, val
from publisher.readers.docx.reading import Handler, Reading
from publisher.readers.docx.tables import DraftTable, grid_widths

_ORPHANS = frozenset({W + "r", W + "t", M + "oMath"})
"""Where these stand outside a paragraph, they make one."""
_PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "delText")
BOX = "text box"
"""Text boxes number their lists apart from the body, as Word does."""


def walk(reading: Reading, body: Element) -> list[Block]:
    """All blocks below ``body``."""
    stack, blocks = reading.stack, reading.sink
    stack.append(partial(_flush, reading))
    reading.enter(body)
    while stack:
        item = stack.pop()
        if not isinstance(item, Element):
            item()
            continue
        handler = HANDLERS.get(item.tag)
        if handler is None:
            stack.extend(item[::-1])
        elif reading.draft is None and item.tag in _ORPHANS:
            _open(reading, None, [item])
        else:
            handler(reading, item)
    return blocks


# --- paragraphs --------------------------------------------------------------------------


def paragraph(reading: Reading, element: Element) -> None:
    """A block inside a paragraph is a text box's: it is read after the paragraph."""
    if reading.draft is not None:
        reading.draft.after.append(element)
    else:
        _open(reading, element.find(W + "pPr"), element[::-1])


def _open(reading: Reading, properties: Element | None, content: list[Element]) -> None:
    """Begin a paragraph; ``content`` is in reverse order, as the stack wants it."""
    draft = reading.finisher.begin(properties)
    carried, reading.carried = reading.carried, None
    if carried is not None:  # its mark was deleted: two paragraphs became one
        draft.pieces, draft.pictures, draft.after = carried.pieces, carried.pictures, carried.after
    draft.page_break, reading.page_break = reading.page_break, False
    reading.draft = draft
    reading.style = reading.styles.look(draft.style).style
    reading.stack.append(partial(_close, reading, draft))
    reading.stack.extend(content)


def _close(reading: Reading, draft: Draft) -> None:
    reading.draft = None
    if draft.mark_has("del") or draft.mark_has("moveFrom"):
        reading.carried = draft
    else:
        _emit(reading, draft)


def _emit(reading: Reading, draft: Draft) -> None:
    found = reading.finisher.finish(
        draft, reading.index, reading.story, in_table=bool(reading.tables)
    )
    if found is not None:
        reading.sink.append(found)
        reading.index += 1
        reading.losses.paragraph = reading.index
    elif draft.page_break:
        reading.page_break = True
    reading.sink.extend(p._replace(after=reading.index - 1) for p in draft.pictures)
    reading.stack.extend(reversed(draft.after))


def _flush(reading: Reading) -> None:
    """At the end of a story a paragraph without its mark has nothing to join."""
    carried, reading.carried = reading.carried, None
    if carried is not None:
        reading.stack.append(partial(_flush, reading))
        _emit(reading, carried)


# --- containers --------------------------------------------------------------------------


def control(reading: Reading, element: Element) -> None:
    """A content control: its content, unless it is a table of contents."""
    gallery = val(element.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery")
    content = element.find(W + "sdtContent")
    if gallery == "Table of Contents":
        reading.leave_out("contents-left-out", element)
    elif content is not None:
        reading.enter(content)


def text_box(reading: Reading, element: Element) -> None:
    if reading.draft is not None:
        reading.draft.after.append(element)
        return
    reading.restore("story")
    reading.stack.append(partial(_flush, reading))
    reading.story = BOX
    reading.enter(element)


def drop(reading: Reading, element: Element) -> None:
    """Properties and what was deleted: no text to publish."""


# --- tables ------------------------------------------------------------------------------


def table(reading: Reading, element: Element) -> None:
    if reading.draft is not None:
        reading.draft.after.append(element)
        return
    if reading.carried is not None:
        reading.stack.append(element)
        _flush(reading)
        return
    if reading.tables:  # a table in a cell: its paragraphs become the cell's
        reading.losses.add("nested-table")
        reading.tables.append(None)
    else:
        reading.tables.append(DraftTable(grid_widths(element)))
    reading.stack.append(partial(_close_table, reading))
    reading.enter(element)


def row(reading: Reading, element: Element) -> None:
    properties = element.find(W + "trPr")
    if properties is not None and properties.find(W + "del") is not None:
        reading.leave_out("revision-left-out", element)
        return
    draft = reading.tables[-1] if reading.tables else None
    if draft is not None:
        draft.begin_row(properties)
    reading.enter(element)


def cell(reading: Reading, element: Element) -> None:
    properties = element.find(W + "tcPr")
    draft = reading.tables[-1] if reading.tables else None
    place = draft.begin_cell(properties) if draft is not None and draft.rows else None
    if properties is not None and properties.find(W + "cellDel") is not None:
        reading.leave_out("revision-left-out", element)
        return
    reading.restore("sink")
    reading.stack.append(partial(_flush, reading))
    reading.enter(element)
    if place is not None:
        reading.sink = place.blocks


def _close_table(reading: Reading) -> None:
    draft = reading.tables.pop()
    if draft is None:
        return
    pictures = draft.pictures()
    found = draft.finish()
    if found is not None:
        reading.sink.append(found)
    reading.sink.extend(pictures)


HANDLERS: dict[str, Handler] = {
    **INLINE,
    **DRAWINGS,
    W + "p": paragraph,
    W + "sdt": control,
    W + "txbxContent": text_box,
    W + "tbl": table,
    W + "tr": row,
    W + "tc": cell,
    **dict.fromkeys((W + name for name in _PROPERTIES), drop),
}
