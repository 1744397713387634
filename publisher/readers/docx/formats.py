"""Formatting as partial values that lie over each other (ECMA-376 17.7.2, style hierarchy)."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from publisher.readers.docx.ooxml import VAL, W, integer, switch, twips, val
from publisher.record import NamedTuple

ThemeFont = Callable[[str], str | None]
"""The typeface behind a theme reference such as minorEastAsia."""


class RunFormat(NamedTuple):
    """Character formatting; None where it says nothing. ``size`` in half-points."""

    font: str | None = None
    latin: str | None = None
    size: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    emphasis: bool | None = None
    raised: int | None = None

    def over(self, base: RunFormat) -> RunFormat:
        """This formatting, and ``base`` where it says nothing."""
        if self is PLAIN:
            return base
        return RunFormat._make([b if a is None else a for a, b in zip(self, base)])


PLAIN = RunFormat()


def _parity(first: bool | None, second: bool | None) -> bool | None:
    """A toggle that both styles set cancels itself (17.7.3)."""
    return first if second is None else second if first is None else first != second


def styled(character: RunFormat, paragraph: RunFormat) -> RunFormat:
    """A character style over a paragraph style, toggle properties by parity (17.7.3)."""
    return character.over(paragraph)._replace(
        bold=_parity(character.bold, paragraph.bold),
        italic=_parity(character.italic, paragraph.italic),
        hidden=_parity(character.hidden, paragraph.hidden),
    )


_RAISED = {"superscript": 1, "subscript": -1, "baseline": 0}


def run_format(properties: Element | None, theme_font: ThemeFont) -> RunFormat:
    """What a ``w:rPr`` says."""
    if properties is None or not len(properties):
        return PLAIN
    said: dict[str, Element] = {}
    for child in properties:
        said.setdefault(child.tag, child)
    fonts = said.get(W + "rFonts")
    size = said.get(W + "sz")
    underline = said.get(W + "u")
    emphasis = said.get(W + "em")
    raised = said.get(W + "vertAlign")
    return RunFormat(
        font=_font(fonts, "eastAsia", theme_font),
        latin=_font(fonts, "ascii", theme_font) or _font(fonts, "hAnsi", theme_font),
        size=None if size is None else _half_points(size.get(VAL)),
        bold=switch(said.get(W + "b")),
        italic=switch(said.get(W + "i")),
        hidden=switch(said.get(W + "vanish")),
        underline=None if underline is None else underline.get(VAL, "none") != "none",
        emphasis=None if emphasis is None else emphasis.get(VAL, "none") != "none",
        raised=None if raised is None else _RAISED.get(raised.get(VAL, ""), 0),
    )


def _font(fonts: Element | None, slot: str, theme_font: ThemeFont) -> str | None:
    """A theme reference wins over a name in the same element (17.3.2.26)."""
    if fonts is None:
        return None
    reference = fonts.get(W + slot + "Theme")
    return (theme_font(reference) if reference else None) or fonts.get(W + slot) or None


def _half_points(text: str | None) -> int | None:
    if text and text.endswith("pt"):
        measure = twips(text)
        size = None if measure is None else measure // 10
    else:
        size = integer(text)
    return size if size and size > 0 else None


class ParagraphFormat(NamedTuple):
    """Paragraph formatting; None where it says nothing. Lengths in 1/20 pt, signs as in Cues.

    ``first_chars`` and ``left_chars`` are hundredths of a character and win over lengths.
    """

    alignment: str | None = None
    first_line: int | None = None
    first_chars: int | None = None
    left: int | None = None
    left_chars: int | None = None
    outline: int | None = None
    page_break: bool | None = None

    def over(self, base: ParagraphFormat) -> ParagraphFormat:
        """This formatting, and ``base`` where it says nothing."""
        if self is NO_FORMAT:
            return base
        return ParagraphFormat._make([b if a is None else a for a, b in zip(self, base)])


NO_FORMAT = ParagraphFormat()

_ALIGNMENTS = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "justify", "distribute": "justify", "thaiDistribute": "justify",
    "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify",
}  # fmt: skip


def paragraph_format(properties: Element | None) -> ParagraphFormat:
    """What a ``w:pPr`` says."""
    if properties is None or not len(properties):
        return NO_FORMAT
    alignment = val(properties, "jc")
    indent = properties.find(W + "ind")
    first = first_chars = left = left_chars = None
    if indent is not None:
        first = _hung(twips(indent.get(W + "hanging")), twips(indent.get(W + "firstLine")))
        first_chars = _hung(
            integer(indent.get(W + "hangingChars")), integer(indent.get(W + "firstLineChars"))
        )
        left = twips(indent.get(W + "left", indent.get(W + "start")))
        left_chars = integer(indent.get(W + "leftChars", indent.get(W + "startChars")))
    return ParagraphFormat(
        alignment=None if alignment is None else _ALIGNMENTS.get(alignment, "left"),
        first_line=first,
        first_chars=first_chars,
        left=left,
        left_chars=left_chars,
        outline=integer(val(properties, "outlineLvl")),
        page_break=switch(properties.find(W + "pageBreakBefore")),
    )


def _hung(hanging: int | None, first: int | None) -> int | None:
    """Hanging wins over a first-line indent (17.3.1.12), and counts backwards."""
    return -hanging if hanging else first if first is not None else hanging
