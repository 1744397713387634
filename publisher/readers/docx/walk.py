"""One pass over the body: what a reader of the paper would see, in the order of reading.

The walker keeps its own stack, so that no file is too deep for it. Elements that it does not
know are entered: a container nobody told us about must not swallow text (ECMA-376 part 3, 10).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from xml.etree.ElementTree import Element

from publisher.manuscript import Block, Style
from publisher.readers.docx.drafts import Draft, Finisher
from publisher.readers.docx.fields import FLD_CHAR, Fields
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.ooxml import MC, PIC, WP, WPG, XML, A, M, O, V, W, val
from publisher.readers.docx.pictures import Frame, Pictures, drawing_frame, shape_frame
from publisher.readers.docx.styles import Styles
from publisher.readers.docx.symbols import symbol
from publisher.readers.docx.tables import DraftTable, grid_widths

_INLINE = frozenset({W + "r", W + "t", M + "oMath"})
"""Where these stand outside a paragraph, they make one."""
_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_LOST = {
    W + "commentReference": "comment-left-out",
    W + "footnoteReference": "note-left-out",
    W + "endnoteReference": "note-left-out",
}
_SPACES = str.maketrans("\t\n\r", "   ")
_READABLE = (W + "t", PIC + "pic", V + "imagedata", M + "t", W + "sym")
_NESTED_ALTERNATIVES = 8
"""Deeper ones are taken as they come, so that looking ahead stays cheap."""
_LEFT_OUT_GRAPHICS = {"chart": "chart", "diagram": "SmartArt", "chartex": "chart"}
BOX = "text box"
"""Text boxes number their lists apart from the body."""


class Walker:
    """Reads one part's body into ``blocks``."""

    def __init__(
        self, styles: Styles, finisher: Finisher, pictures: Pictures, losses: Losses, root: Element
    ) -> None:
        self.blocks: list[Block] = []
        self.losses = losses
        self._styles = styles
        self._finisher = finisher
        self._pictures = pictures
        self._fields = Fields(root, losses)
        self._stack: list[Element | Callable[[], None]] = []
        self._sink = self.blocks
        self._tables: list[DraftTable] = []
        self._draft: Draft | None = None
        self._carried: Draft | None = None
        self._style = Style()
        self._frame = Frame()
        self._grouped = False
        self._story = ""
        self._page_break = False
        self._inserting = False
        self._alternatives = 0
        self._index = 0

    def read(self, body: Element) -> list[Block]:
        """All blocks below ``body``."""
        stack = self._stack
        stack.append(self._flush)
        stack.extend(body[::-1])
        while stack:
            item = stack.pop()
            if not isinstance(item, Element):
                item()
                continue
            handler = HANDLERS.get(item.tag)
            if handler is None:
                stack.extend(item[::-1])
            elif self._draft is None and item.tag in _INLINE:
                self._open(None, [item])
            else:
                handler(self, item)
        return self.blocks

    @property
    def paragraphs(self) -> int:
        """How many paragraphs were read."""
        return self._index

    # --- paragraphs ----------------------------------------------------------------------

    def paragraph(self, element: Element) -> None:
        """A block inside a paragraph is a text box's: it is read after the paragraph."""
        if self._draft is not None:
            self._draft.after.append(element)
        else:
            self._open(element.find(W + "pPr"), element[::-1])

    def _open(self, properties: Element | None, reversed_content: list[Element]) -> None:
        draft = self._finisher.begin(properties)
        if self._carried is not None:  # its mark was deleted: two paragraphs became one
            draft.pieces, draft.pictures = self._carried.pieces, self._carried.pictures
            draft.after, self._carried = self._carried.after, None
        draft.page_break, self._page_break = self._page_break, False
        self._draft = draft
        self._style = self._styles.look(draft.style).style
        self._stack.append(self._close)
        self._stack.extend(reversed_content)

    def _close(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft.mark_has("del") or draft.mark_has("moveFrom"):
            self._carried = draft
        else:
            self._emit(draft)

    def _emit(self, draft: Draft) -> None:
        paragraph = self._finisher.finish(
            draft, self._index, self._story, in_table=bool(self._tables)
        )
        if paragraph is not None:
            self._sink.append(paragraph)
            self._index += 1
            self.losses.paragraph = self._index
        elif draft.page_break:
            self._page_break = True
        self._sink.extend(replace(picture, after=self._index - 1) for picture in draft.pictures)
        self._stack.extend(reversed(draft.after))

    def _flush(self) -> None:
        """A paragraph without a mark has nothing to join at the end of its story."""
        carried, self._carried = self._carried, None
        if carried is not None:
            self._stack.append(self._flush)
            self._emit(carried)

    # --- text ----------------------------------------------------------------------------

    def _put(self, text: str) -> None:
        silent = self._fields.silent
        if silent == "contents":
            self.losses.add("contents-left-out", len(text))
        elif silent is None and self._draft is not None and text:
            self._draft.pieces.append((text, self._style))

    def run(self, element: Element) -> None:
        draft = self._draft
        if draft is None:
            return
        look = self._styles.look(draft.style, element.find(W + "rPr"))
        if look.hidden:
            self._leave_out("hidden-left-out", element)
            return
        self._style = look.style
        self._stack.extend(element[::-1])

    def text(self, element: Element) -> None:
        text = element.text or ""
        if element.get(XML + "space") != "preserve":
            text = text.strip(" \t\r\n")
        self._put(text.translate(_SPACES))

    def character(self, element: Element) -> None:
        self._put(_CHARACTERS[element.tag])

    def line_break(self, element: Element) -> None:
        if element.get(W + "type", "textWrapping") == "textWrapping":
            self._put("\n")
        elif element.get(W + "type") == "page" and self._draft is not None:
            if any(text.strip() for text, _ in self._draft.pieces):
                self._page_break = True
            else:
                self._draft.page_break = True

    def symbol(self, element: Element) -> None:
        character = symbol(element.get(W + "font"), element.get(W + "char"))
        if character is None:
            code, font = element.get(W + "char", ""), element.get(W + "font", "")
            self.losses.add("symbol-left-out", 1, sign=code, font=font)
        else:
            self._put(character)

    def ruby(self, element: Element) -> None:
        """The base text stays, the reading above it goes."""
        self.losses.add("ruby-left-out", _characters(element.find(W + "rt")))
        self._stack.append(partial(setattr, self, "_style", self._style))
        self._stack.extend(element.findall(W + "rubyBase"))

    def math(self, element: Element) -> None:
        self.losses.add("math-as-text")
        self._stack.extend(element[::-1])

    # --- what is not published -----------------------------------------------------------

    def drop(self, _: Element) -> None:
        """Properties and marks, which are no text."""

    def _leave_out(self, code: str, element: Element) -> None:
        """Not published, but fields that begin or end inside are followed."""
        for child in element.iter():
            if child.tag == FLD_CHAR:
                self._fields.mark(child)
            elif child.tag == W + "instrText":
                self._fields.instruct(child.text or "")
        characters = _characters(element)
        if characters:
            self.losses.add(code, characters)

    def deleted(self, element: Element) -> None:
        self._leave_out("revision-left-out", element)

    def inserted(self, element: Element) -> None:
        characters = 0 if self._inserting else _characters(element)
        if characters:
            self.losses.add("revision-accepted", characters)
        self._stack.append(partial(setattr, self, "_inserting", self._inserting))
        self._inserting = True
        self._stack.extend(element[::-1])

    def lost(self, element: Element) -> None:
        self.losses.add(_LOST[element.tag])

    def embedded(self, element: Element) -> None:
        self.losses.add("embedded-left-out", kind=element.get("ProgID") or "altChunk")

    def word_art(self, element: Element) -> None:
        text = element.get("string", "").strip()
        if text:
            self.losses.add("word-art-left-out", len(text), text=text[:40])

    # --- fields --------------------------------------------------------------------------

    def field_mark(self, element: Element) -> None:
        self._fields.mark(element)

    def field_code(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def simple_field(self, element: Element) -> None:
        code = element.get(W + "instr", "").split(maxsplit=1)
        if code and code[0].upper() == "TOC":
            self.losses.add("contents-left-out", _characters(element))
            return
        self.losses.add("field-result-kept")
        self._stack.extend(element[::-1])

    # --- containers ----------------------------------------------------------------------

    def control(self, element: Element) -> None:
        """A content control: its content, unless it is a table of contents."""
        gallery = val(element.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery")
        if gallery == "Table of Contents":
            self._leave_out("contents-left-out", element)
            return
        content = element.find(W + "sdtContent")
        if content is not None:
            self._stack.extend(content[::-1])

    def alternatives(self, element: Element) -> None:
        """One branch of several (part 3, 10.2): the first that has something to read."""
        branches = [*element.findall(MC + "Choice"), *element.findall(MC + "Fallback")]
        chosen = branches[:1]
        if self._alternatives < _NESTED_ALTERNATIVES:
            chosen = [branch for branch in branches if _readable(branch)][:1] or chosen
        self._stack.append(partial(setattr, self, "_alternatives", self._alternatives))
        self._alternatives += 1
        self._stack.extend(chosen)

    def text_box(self, element: Element) -> None:
        if self._draft is not None:
            self._draft.after.append(element)
            return
        self._stack.append(partial(setattr, self, "_story", self._story))
        self._stack.append(self._flush)
        self._story = BOX
        self._stack.extend(element[::-1])

    # --- pictures ------------------------------------------------------------------------

    def drawing(self, element: Element) -> None:
        self._frame, self._grouped = drawing_frame(element), False
        self._stack.extend(element[::-1])

    def group(self, element: Element) -> None:
        self._grouped = True
        self._stack.extend(element[::-1])

    def graphic(self, element: Element) -> None:
        kind = _LEFT_OUT_GRAPHICS.get(element.get("uri", "").rpartition("/")[2])
        if kind is not None:
            self.losses.add("embedded-left-out", kind=kind)
        self._stack.extend(element[::-1])

    def picture(self, element: Element) -> None:
        picture = self._pictures.drawn(element, self._frame, grouped=self._grouped)
        if picture is not None and self._draft is not None:
            self._draft.pictures.append(picture)

    def shape(self, element: Element) -> None:
        self._frame = shape_frame(element)
        self._stack.extend(element[::-1])

    def image_data(self, element: Element) -> None:
        picture = self._pictures.imaged(element, self._frame)
        if picture is not None and self._draft is not None:
            self._draft.pictures.append(picture)

    # --- tables --------------------------------------------------------------------------

    def table(self, element: Element) -> None:
        if self._draft is not None:
            self._draft.after.append(element)
            return
        if self._carried is not None:
            self._stack.append(element)
            self._flush()
            return
        if self._tables:
            self.losses.add("nested-table")
        draft = DraftTable(grid_widths(element))
        self._tables.append(draft)
        self._stack.append(partial(self._close_table, self._sink))
        self._stack.extend(element[::-1])

    def row(self, element: Element) -> None:
        properties = element.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            self._leave_out("revision-left-out", element)
            return
        if self._tables:
            self._tables[-1].begin_row(properties)
        self._stack.extend(element[::-1])

    def cell(self, element: Element) -> None:
        if not self._tables or not self._tables[-1].rows:
            self._stack.extend(element[::-1])
            return
        properties = element.find(W + "tcPr")
        cell = self._tables[-1].begin_cell(properties)
        if properties is not None and properties.find(W + "cellDel") is not None:
            self._leave_out("revision-left-out", element)
            return
        self._stack.append(partial(self._close_cell, self._sink))
        self._stack.append(self._flush)
        self._stack.extend(element[::-1])
        self._sink = cell.blocks

    def _close_cell(self, sink: list[Block]) -> None:
        self._sink = sink

    def _close_table(self, sink: list[Block]) -> None:
        draft = self._tables.pop()
        pictures = draft.pictures()
        table = draft.finish()
        if table is not None:
            sink.append(table)
        sink.extend(pictures)


def _characters(element: Element | None) -> int:
    """How many characters Word would show, or would have shown, inside."""
    if element is None:
        return 0
    shown = (W + "t", W + "delText")
    return sum(len(e.text or "") for e in element.iter() if e.tag in shown)


def _readable(branch: Element) -> bool:
    return any(next(branch.iter(tag), None) is not None for tag in _READABLE)


HANDLERS: dict[str, Callable[[Walker, Element], None]] = {
    W + "p": Walker.paragraph,
    W + "r": Walker.run,
    M + "r": Walker.run,
    W + "t": Walker.text,
    M + "t": Walker.text,
    **dict.fromkeys(_CHARACTERS, Walker.character),
    W + "br": Walker.line_break,
    W + "sym": Walker.symbol,
    W + "ruby": Walker.ruby,
    M + "oMath": Walker.math,
    W + "del": Walker.deleted,
    W + "moveFrom": Walker.deleted,
    W + "ins": Walker.inserted,
    W + "moveTo": Walker.inserted,
    **dict.fromkeys(_LOST, Walker.lost),
    W + "altChunk": Walker.embedded,
    O + "OLEObject": Walker.embedded,
    V + "textpath": Walker.word_art,
    FLD_CHAR: Walker.field_mark,
    W + "instrText": Walker.field_code,
    W + "fldSimple": Walker.simple_field,
    W + "sdt": Walker.control,
    MC + "AlternateContent": Walker.alternatives,
    W + "txbxContent": Walker.text_box,
    WP + "inline": Walker.drawing,
    WP + "anchor": Walker.drawing,
    WPG + "wgp": Walker.group,
    A + "graphicData": Walker.graphic,
    PIC + "pic": Walker.picture,
    **dict.fromkeys((V + "shape", V + "rect", V + "roundrect", V + "oval"), Walker.shape),
    V + "imagedata": Walker.image_data,
    W + "tbl": Walker.table,
    W + "tr": Walker.row,
    W + "tc": Walker.cell,
    **dict.fromkeys(
        [W + n for n in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "delText")],
        Walker.drop,
    ),
}
