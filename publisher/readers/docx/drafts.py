"""A paragraph while it is read, and how it becomes a Paragraph of the manuscript."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publisher.manuscript import Cues, Paragraph, Picture, Run, Style
from publisher.readers.docx.numbering import Number, Numbering
from publisher.readers.docx.properties import (
    MOST_KEPT,
    Key,
    ParagraphProperties,
    PropertyCache,
)
from publisher.readers.docx.styles import Look, ResolvedStyle, Styles
from publisher.record import NamedTuple

if TYPE_CHECKING:
    from publisher.readers.docx.notes import Note

_BODY = 9
"""outlineLvl 9 means body text (17.3.1.20)."""


class Draft:
    """What a paragraph holds so far. ``after`` is what is read after it: blocks inside it (text
    boxes), its notes; ``blank``, how many pieces at its beginning are known to be blank."""

    __slots__ = ("after", "blank", "page_break", "pictures", "pieces", "properties", "style")

    def __init__(self, properties: ParagraphProperties, style: ResolvedStyle) -> None:
        self.properties = properties
        self.style = style
        self.pieces: list[tuple[str, Style]] = []
        self.pictures: list[Picture] = []
        self.after: list[Element | Callable[[], None]] = []
        self.page_break = False
        self.blank = 0

    def is_empty(self) -> bool:
        """Whether there is nothing at all, not even a blank."""
        return not (self.pieces or self.pictures or self.after or self.page_break)

    def has_words(self) -> bool:
        """Whether there is anything but white space; no piece is looked at twice."""
        while self.blank < len(self.pieces) and not self.pieces[self.blank][0].strip():
            self.blank += 1
        return self.blank < len(self.pieces)


class Place(NamedTuple):
    """Where a paragraph stands: its number, the text it belongs to, what it is part of."""

    index: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    story: str = ""
    in_table: bool = False
    hidden: bool = False
    """What says nothing of being hidden is hidden here."""
    note: Note | None = None


class Finisher:
    """Turns drafts into paragraphs: number, runs, cues."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._properties = PropertyCache()
        self._known: dict[Key, Cues] = {}

    def begin(self, properties: Element | None) -> Draft:
        """A draft with its style."""
        said = self._properties.of(properties)
        return Draft(said, self._styles.paragraph_style(said.style))

    def finish(self, draft: Draft, place: Place) -> Paragraph | None:
        """The paragraph, or None where it has no text. Its number counts all the same, but not
        where its mark was deleted too."""
        blank = not draft.has_words()
        if draft.properties.joined and draft.is_empty():
            return None
        number = self._number(draft, place, blank=blank)
        if blank:
            return None
        runs = _merged(draft.pieces)
        label, text_style = "", runs[0].style
        if number is not None and number.auto.label:
            look = self._mark_look(draft, number)
            if not _hidden(look, place):
                label = number.auto.label + _blank_behind(number, runs[0].text)
                runs = (Run(label, look.style), *runs)
        cues = self._cues(draft, number, text_style, place)
        text = "".join([run.text for run in runs])
        return Paragraph(place.index, text, runs, cues, label)

    def _number(self, draft: Draft, place: Place, *, blank: bool) -> Number | None:
        """The list is the paragraph's own, else its style's; so is the level (17.9.23)."""
        link = draft.style.number
        said = draft.properties
        num = said.num or (link.num if link else None)
        if num is None or (blank and _hidden(self._mark_look(draft), place)):
            return None  # a paragraph that is hidden with its mark does not count
        level = said.level
        if level is None and link is not None and said.num is None:
            level = self._numbering.level_of_style(num, link.style)
            level = link.level if level is None else level
        return self._numbering.count(num, level or 0, place.story)

    def _mark_look(self, draft: Draft, number: Number | None = None) -> Look:
        """How the paragraph mark looks, and with it an automatic number (17.9.24)."""
        run = None if number is None else number.run
        return self._styles.look(draft.style, draft.properties.mark, run)

    def _cues(self, draft: Draft, number: Number | None, text: Style, place: Place) -> Cues:
        """Most paragraphs have no number and share their cues with others."""
        if number is not None or place.note is not None:
            return self._new_cues(draft, number, text, place)
        key: Key = (
            draft.style.id, draft.properties.key, text.size, place.in_table, draft.page_break,
        )  # fmt: skip
        cues = self._known.get(key)
        if cues is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            cues = self._known[key] = self._new_cues(draft, number, text, place)
        return cues

    def _new_cues(self, draft: Draft, number: Number | None, text: Style, place: Place) -> Cues:
        style, said, note = draft.style, draft.properties, place.note
        inherited = style.paragraph
        if number is not None:
            level = number.paragraph
            inherited = level.over(inherited) if said.numbered else inherited.over(level)
        form = said.direct.over(inherited)
        # A number's paragraph properties carry indents; the outline level is the style's.
        own = said.direct.outline
        outline = style.paragraph.outline if own is None else own
        if note is not None or (outline is not None and not 0 <= outline < _BODY):
            outline = None
        em = (text.size or 20) * 10  # half-points to 1/20 pt
        return Cues(
            style_name=style.name,
            outline_level=outline,
            heading_style=style.heading if note is None else None,
            number=None if number is None else number.auto,
            alignment=form.alignment or "left",
            first_line_indent=_indent(form.first_line, form.first_chars, em),
            left_indent=_indent(form.left, form.left_chars, em),
            page_break_before=draft.page_break or bool(form.page_break),
            in_table=place.in_table,
            note=None if note is None else note.kind,
            note_mark="" if note is None else note.mark,
            note_ref=None if note is None else note.ref,
        )


def _hidden(look: Look, place: Place) -> bool:
    return place.hidden if look.hidden is None else look.hidden


def _indent(length: int | None, hundredths: int | None, em: int) -> int:
    """In 1/20 pt; an indent in characters wins over one in points (17.3.1.12)."""
    return hundredths * em // 100 if hundredths else length or 0


def _merged(pieces: list[tuple[str, Style]]) -> tuple[Run, ...]:
    """Neighbours of one look become one run: Word splits words at every edit."""
    if len(pieces) == 1:
        return (Run(*pieces[0]),)
    runs: list[Run] = []
    texts: list[str] = []
    current: Style | None = None
    for text, style in pieces:
        if current is not None and style is not current and style != current:
            runs.append(Run("".join(texts), current))
            texts.clear()
        current = style
        texts.append(text)
    if current is not None:
        runs.append(Run("".join(texts), current))
    return tuple(runs)


def _blank_behind(number: Number, text: str) -> str:
    """A blank for the number's tab or space, where Latin text follows: 1. Plan, but 一、规划."""
    first = text[:1]
    if number.suffix == "nothing" or first.isspace():
        return ""
    from unicodedata import east_asian_width

    return "" if east_asian_width(first) in {"W", "F"} else " "
