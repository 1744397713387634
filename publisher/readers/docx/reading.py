"""Where the walker is: what it has read, what is open, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from publisher.manuscript import Block, Ruby, Style
from publisher.readers.docx.drafts import Draft, Finisher, Place
from publisher.readers.docx.fields import FLD_CHAR, Fields
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.notes import Note, Notes
from publisher.readers.docx.ooxml import W
from publisher.readers.docx.pictures import Frame, Pictures
from publisher.readers.docx.properties import MOST_KEPT, Key, key_of
from publisher.readers.docx.styles import Look, Styles

if TYPE_CHECKING:
    from publisher.readers.docx.tables import DraftTable


class Reading:
    """The state of one pass over the text.

    ``stack`` holds what is still to come, the next on top: elements, and the closing of what is
    open. ``sink`` is where finished blocks go: the body, or the innermost table cell.
    """

    def __init__(
        self, styles: Styles, finisher: Finisher, notes: Notes, pictures: Pictures, losses: Losses
    ) -> None:
        self.styles = styles
        self.finisher = finisher
        self.notes = notes
        self.pictures = pictures
        self.losses = losses
        self.fields = Fields(losses)
        self.looks: dict[tuple[str | None, Key], Look] = {}
        self.stack: list[Element | Callable[[], None]] = []
        self.sink: list[Block] = []
        self.tables: list[DraftTable | None] = []
        """The tables around this place; None for one inside a cell."""
        self.in_cell = False
        """Whether a cell of the innermost table is open."""
        self.draft: Draft | None = None
        self.carried: Draft | None = None
        """A paragraph whose mark was deleted; the next one goes on with it."""
        self.style = Style()
        """The look of the run that is being read."""
        self.ruby: Ruby | None = None
        """The reading above what is being read, one of ``rubies``."""
        self.rubies = 0
        self.raised = 0
        """What math lifts (1) or lowers (-1)."""
        self.hidden = styles.hidden
        """Whether text is hidden here that says nothing about it."""
        self.frame = Frame()
        """The drawing that is being read; pictures in a group have sizes of their own."""
        self.grouped = False
        self.story = ""
        self.note: Note | None = None
        """The footnote or endnote that is being read."""
        self.page_break = False
        """A page break that the next paragraph with text stands behind."""
        self.inserting = False
        self.alternatives = 0
        self.index = 0
        """Index of the next paragraph."""
        self.opened = 0
        """How many paragraphs were begun, blank ones too."""
        self.characters = 0

    def look(self, draft: Draft, properties: Element | None) -> Look:
        """How a run of ``draft`` looks."""
        key = (draft.style.id, key_of(properties))
        look = self.looks.get(key)
        if look is None:
            if len(self.looks) >= MOST_KEPT:
                self.looks.clear()
            look = self.looks[key] = self.styles.look(draft.style, properties)
        return look

    def place(self) -> Place:
        """Where the paragraph stands that is being closed."""
        return Place(self.index, self.story, bool(self.tables), self.hidden, self.note)

    def enter(self, element: Element) -> None:
        """Read the children of ``element`` next."""
        self.stack.extend(element[::-1])

    def restore(self, name: str) -> None:
        """When what is read next is done, give the attribute ``name`` its value of now."""
        self.stack.append(partial(setattr, self, name, getattr(self, name)))

    def put(self, text: str) -> None:
        """Text that the reader of the paper sees, unless a field hides it."""
        if self.fields.silent == "contents":
            self.losses.add("contents-left-out", len(text))
        elif self.fields.silent is None and self.draft is not None and text:
            style = self.style if self.ruby is None else self.style._replace(ruby=self.ruby)
            self.draft.pieces.append((text, style))
            self.characters += len(text)

    def leave_out(self, code: str, element: Element) -> None:
        """Publish nothing of ``element``, but follow fields that begin or end inside."""
        for child in element.iter():
            if child.tag == FLD_CHAR:
                self.fields.mark(child)
            elif child.tag == W + "instrText":
                self.fields.instruct(child.text or "")
        count = characters(element)
        if count:
            self.losses.add(code, count)


Handler: TypeAlias = Callable[[Reading, Element], None]


def characters(element: Element | None) -> int:
    """How many characters Word would show, or would have shown, inside."""
    if element is None:
        return 0
    shown = (W + "t", W + "delText")
    return sum(len(e.text or "") for e in element.iter() if e.tag in shown)
