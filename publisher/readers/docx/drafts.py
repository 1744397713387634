"""A paragraph while it is read, and how it becomes a Paragraph of the manuscript."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from publisher.manuscript import Cues, Paragraph, Picture, Run, Style
from publisher.readers.docx.formats import paragraph_format
from publisher.readers.docx.numbering import Number, Numbering
from publisher.readers.docx.ooxml import W, integer, switch, val
from publisher.readers.docx.styles import ResolvedStyle, Styles, style_id

_BODY = 9
"""outlineLvl 9 means body text (17.3.1.20)."""


@dataclass(slots=True)
class Draft:
    """What a paragraph holds so far. ``after`` are blocks inside it (text boxes), read later."""

    properties: Element | None
    style: ResolvedStyle
    pieces: list[tuple[str, Style]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    after: list[Element] = field(default_factory=list)
    page_break: bool = False

    def mark_has(self, tag: str) -> bool:
        """Whether the paragraph mark itself is deleted (``del``) or hidden (``vanish``)."""
        mark = None if self.properties is None else self.properties.find(f"{W}rPr/{W}{tag}")
        return bool(switch(mark))


class Finisher:
    """Turns drafts into paragraphs: number, runs, cues."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def begin(self, properties: Element | None) -> Draft:
        """A draft with its style."""
        return Draft(properties, self._styles.paragraph_style(style_id(properties)))

    def finish(self, draft: Draft, index: int, story: str, *, in_table: bool) -> Paragraph | None:
        """The paragraph, or None where it has no text. Its number counts all the same."""
        blank = not any(text.strip() for text, _ in draft.pieces)
        number = None if blank and draft.mark_has("vanish") else self._number(draft, story)
        if blank:
            return None
        runs = _merged(draft.pieces)
        label, text_style = "", runs[0].style
        if number is not None and number.auto.label:
            label = number.auto.label + _blank_behind(number, runs[0].text)
            mark = None if draft.properties is None else draft.properties.find(W + "rPr")
            look = self._styles.look(draft.style, mark, number.run)
            runs = (Run(label, look.style), *runs)
        cues = self._cues(draft, number, text_style, in_table=in_table)
        return Paragraph(index, "".join(run.text for run in runs), runs, cues, label)

    def _number(self, draft: Draft, story: str) -> Number | None:
        """The list is the paragraph's own, else its style's; so is the level (17.9.23)."""
        link = draft.style.number
        own = None if draft.properties is None else draft.properties.find(W + "numPr")
        num = val(own, "numId") or (link.num if link else None)
        if num is None:
            return None
        level = integer(val(own, "ilvl"))
        if level is None and link is not None and val(own, "numId") is None:
            level = self._numbering.level_of_style(num, link.style)
            level = link.level if level is None else level
        return self._numbering.count(num, level or 0, story)

    def _cues(
        self, draft: Draft, number: Number | None, text_style: Style, *, in_table: bool
    ) -> Cues:
        style = draft.style
        direct = paragraph_format(draft.properties)
        inherited = style.paragraph
        if number is not None:
            own = draft.properties is not None and draft.properties.find(W + "numPr") is not None
            level = number.paragraph
            inherited = level.over(inherited) if own else inherited.over(level)
        form = direct.over(inherited)
        # A number's paragraph properties carry indents; the outline level is the style's.
        outline = direct.outline if direct.outline is not None else style.paragraph.outline
        em = (text_style.size or 20) * 10  # half-points to 1/20 pt
        return Cues(
            style_name=style.name,
            outline_level=outline if outline is not None and 0 <= outline < _BODY else None,
            heading_style=style.heading,
            number=None if number is None else number.auto,
            alignment=form.alignment or "left",
            first_line_indent=_indent(form.first_line, form.first_chars, em),
            left_indent=_indent(form.left, form.left_chars, em),
            page_break_before=draft.page_break or bool(form.page_break),
            in_table=in_table,
        )


def _indent(length: int | None, hundredths: int | None, em: int) -> int:
    """In 1/20 pt; an indent in characters wins over one in points (17.3.1.12)."""
    return hundredths * em // 100 if hundredths else length or 0


def _merged(pieces: list[tuple[str, Style]]) -> tuple[Run, ...]:
    """Neighbours of one look become one run: Word splits words at every edit."""
    runs: list[Run] = []
    texts: list[str] = []
    current: Style | None = None
    for text, style in pieces:
        if current is not None and style != current:
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
    return "" if unicodedata.east_asian_width(first) in {"W", "F"} else " "
