"""One pass over the body: what a reader of the paper would see, in the order of reading.

The walker keeps its own stack, so that no file is too deep for it. Elements that it does not
know are entered: a container nobody told us about must not swallow text (ECMA-376 part 3, 10).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from importlib import import_module
from xml.etree.ElementTree import Element

from publisher.manuscript import Block
from publisher.readers.docx.drafts import Draft
from publisher.readers.docx.fields import Fields, pairs_of
from publisher.readers.docx.inline import INLINE
from publisher.readers.docx.notes import KINDS, Note
from publisher.readers.docx.ooxml import MC, PIC, WP, WPG, WPS, A, M, V, W, switch, val
from publisher.readers.docx.reading import Handler, Reading, characters

_PARAGRAPH = W + "p"
_PROPERTIES = W + "pPr"
_ORPHANS = frozenset({W + "r", W + "t", M + "oMath", M + "r", M + "t"})
"""Where these stand outside a paragraph, they make one."""
_SILENT = (
    "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "delText",
    "delInstrText",
)  # fmt: skip
BOX = "text box"
"""Text boxes number their lists apart from the body, as Word does."""


def walk(reading: Reading, blocks: Iterable[Element], paired: Sequence[bool]) -> list[Block]:
    """All that is published of ``blocks``, the children of the body, in order.

    ``paired`` tells of each ``w:fldChar``, in document order, whether its field has both ends.
    """
    found = reading.sink
    has_fields, expected = bool(paired), iter(paired)
    for block in blocks:
        if block.tag == _PARAGRAPH and not len(block) and reading.carried is None:
            continue  # a blank line; some people write nothing else
        if has_fields:
            reading.fields.expect(block, expected, more=reading.carried is not None)
        reading.stack.append(block)
        _read(reading)
    _flush(reading)
    _read(reading)
    return found


def _read(reading: Reading) -> None:
    """Work the stack off."""
    stack = reading.stack
    while stack:
        item = stack.pop()
        if not isinstance(item, Element):
            item()
            continue
        handler = HANDLERS[item.tag]
        if handler is None:
            stack.extend(item[::-1])
        elif reading.draft is None and item.tag in _ORPHANS:
            stack.append(_wrapped(_PARAGRAPH, item))
        else:
            handler(reading, item)


# --- paragraphs --------------------------------------------------------------------------


def paragraph(reading: Reading, element: Element) -> None:
    """A block inside a paragraph is a text box's: it is read after the paragraph."""
    if reading.draft is not None:
        reading.draft.after.append(element)
        return
    if _between_cells(reading):
        cell(reading, _wrapped(W + "tc", element))
        return
    content = element[::-1]
    first = content[-1] if content else None
    if first is not None and first.tag == _PROPERTIES:
        _open(reading, content.pop(), content)
    else:
        _open(reading, element.find(_PROPERTIES), content)


def _between_cells(reading: Reading) -> bool:
    """Whether a block here would stand in a table and in none of its cells."""
    return bool(reading.tables) and not reading.in_cell and reading.tables[-1] is not None


def _wrapped(tag: str, element: Element) -> Element:
    """``element`` where a writer forgot the element around it."""
    wrapper = Element(tag)
    wrapper.append(element)
    return wrapper


def _open(reading: Reading, properties: Element | None, content: list[Element]) -> None:
    """Begin a paragraph; ``content`` is in reverse order, as the stack wants it."""
    draft = reading.finisher.begin(properties)
    carried, reading.carried = reading.carried, None
    if carried is not None:  # its mark was deleted: two paragraphs became one
        draft.pieces, draft.pictures = carried.pieces, carried.pictures
        draft.after, draft.blank = carried.after, carried.blank
    draft.page_break, reading.page_break = reading.page_break, False
    reading.draft = draft
    reading.opened += 1
    reading.style = reading.look(draft, None).style
    reading.stack.append(partial(_close, reading, draft))
    reading.stack.extend(content)


def _close(reading: Reading, draft: Draft) -> None:
    reading.draft = None
    if draft.properties.joined:
        reading.carried = draft
    else:
        _emit(reading, draft)


def _emit(reading: Reading, draft: Draft) -> None:
    found = reading.finisher.finish(draft, reading.place())
    if found is not None:
        reading.sink.append(found)
        reading.index += 1
        reading.characters += len(found.label)
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
    properties = element.find(W + "sdtPr")
    if is_contents(element):
        reading.leave_out("contents-left-out", element)
        return
    if properties is not None and switch(properties.find(W + "showingPlcHdr")):
        reading.losses.add("prompt-kept")
    reading.enter(element)


def is_contents(element: Element) -> bool:
    """Whether a ``w:sdt`` is a table of contents."""
    part = element.find(f"{W}sdtPr/{W}docPartObj")
    return val(part, "docPartGallery") == "Table of Contents"


def note_reference(reading: Reading, element: Element) -> None:
    """A note is read after the paragraph that refers to it; what hides that hides the note."""
    if reading.draft is None or reading.fields.silent is not None:
        return
    at = sum(len(text) for text, _ in reading.draft.pieces)
    found = reading.notes.take(element, at)
    if found is not None:
        reading.draft.after.append(partial(_note, reading, found))


def _note(reading: Reading, found: Note) -> None:
    """A footnote or endnote: paragraphs of its own, with fields and lists of its own."""
    reading.losses.add(found.kind + "-kept", characters(found.element))
    for name in ("note", "story", "fields", "pictures"):
        reading.restore(name)
    reading.stack.append(partial(_flush, reading))
    reading.note, reading.story, reading.pictures = found, found.kind, found.pictures
    reading.fields = Fields(reading.losses)
    reading.fields.expect(found.element, iter(pairs_of(found.element)))
    reading.enter(found.element)


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
    if _between_cells(reading):
        cell(reading, _wrapped(W + "tc", element))
        return
    if reading.tables:  # a table in a cell: its paragraphs become the cell's
        reading.losses.add("nested-table")
        reading.tables.append(None)
    else:
        from publisher.readers.docx.tables import DraftTable, grid_widths

        reading.tables.append(DraftTable(grid_widths(element)))
    if reading.styles.hides(val(element.find(W + "tblPr"), "tblStyle")):
        reading.restore("hidden")
        reading.hidden = True
    reading.restore("in_cell")
    reading.in_cell = False
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
    place = None
    if draft is not None and not reading.in_cell:
        if not draft.rows:
            draft.begin_row(None)
        if draft.full:
            from publisher.readers.docx.tables import MOST_COLUMNS

            reading.losses.add("table-cut", most=str(MOST_COLUMNS))
        place = draft.begin_cell(properties)
    if properties is not None and properties.find(W + "cellDel") is not None:
        reading.leave_out("revision-left-out", element)
        return
    reading.restore("sink")
    reading.restore("in_cell")
    reading.in_cell = True
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


class _Handlers(dict[str, Handler | None]):
    """What is done at an element, by its tag. What drawings and formulas need is imported when one
    is met: few speeches have any."""

    def __missing__(self, tag: str) -> Handler | None:
        wanted = _SELDOM.pop(tag[: tag.rfind("}") + 1], None)
        if wanted is None:
            return None
        module = import_module(f"publisher.readers.docx.{wanted}")
        self.update(module.HANDLERS)
        return self.get(tag)


_SELDOM = {M: "math", **dict.fromkeys((MC, WP, WPG, WPS, A, PIC, V), "drawings")}
"""Modules whose ``HANDLERS`` are those of a namespace's elements."""
HANDLERS = _Handlers({
    **INLINE,
    W + "p": paragraph,
    **dict.fromkeys(KINDS, note_reference),
    W + "sdt": control,
    W + "txbxContent": text_box,
    W + "tbl": table,
    W + "tr": row,
    W + "tc": cell,
    **dict.fromkeys((W + name for name in _SILENT), drop),
})  # fmt: skip
