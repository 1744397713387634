"""Styles: each chain is resolved once, when its first paragraph comes (ECMA-376 17.7)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError, fromstring

from publisher.manuscript import Style
from publisher.readers.docx.formats import (
    NO_FORMAT,
    PLAIN,
    ParagraphFormat,
    RunFormat,
    paragraph_format,
    run_format,
    styled,
)
from publisher.readers.docx.ooxml import VAL, A, W, integer, val
from publisher.record import NamedTuple

_HEADINGS = ("heading", "标题")
_MOST_LOOKS = 4096
_MOST_KEPT = 1 << 20
"""Bytes of styles.xml that are kept: a template of Word has 350 KB."""
_TITLES = frozenset({"title", "标题"})


def heading_number(name: str | None) -> int | None:
    """1 to 9 for "heading N" or "标题 N", 0 for "Title" or "标题", else None."""
    if name is None:
        return None
    words = name.strip().lower()
    for heading in _HEADINGS:
        level = words.removeprefix(heading).removeprefix(" ").partition(",")[0]
        if words.startswith(heading) and len(level) == 1 and level in "123456789":
            return int(level)
    return 0 if words in _TITLES else None


class NumberLink(NamedTuple):
    """The list that a style puts its paragraphs in; ``level`` None: the level linked to it."""

    num: str | None
    level: int | None
    style: str
    """Id of the style that named the list."""


class ResolvedStyle(NamedTuple):
    """A style with all that it inherits."""

    id: str | None = None
    name: str | None = None
    heading: int | None = None
    run: RunFormat = PLAIN
    paragraph: ParagraphFormat = NO_FORMAT
    number: NumberLink | None = None


class Look(NamedTuple):
    """How a run looks, and whether Word hides it; None where neither it nor a style says."""

    style: Style
    hidden: bool | None


def without_table_styles(data: bytes) -> bytes:
    """Styles.xml less its table styles, which say nothing here and are nine tenths of its weight.

    Cut before parsing: Word 2010's template has 310 KB of them, 10 ms of XML.
    """
    pieces: list[bytes] = []
    kept = at = 0
    while (at := data.find(b"<w:style ", at)) >= 0:
        head = data.find(b">", at)
        if data[head - 1 : head] == b"/":
            at = head
            continue
        end = data.find(b"</w:style>", head)
        if head < 0 or end < 0:
            break
        end += len(b"</w:style>")
        if b'w:type="table"' in data[at:head]:
            if b"vanish" in data[at:end]:  # it hides what stands in its tables
                return data
            pieces.append(data[kept:at])
            kept = end
        at = end
    pieces.append(data[kept:])
    return b"".join(pieces)


def parse_styles(data: bytes) -> Element:
    """The root of styles.xml, table styles left out. Raises ParseError.

    The last one is kept, to be read only: documents of one template have the same.
    """
    return _parsed(data) if len(data) <= _MOST_KEPT else _parsed.__wrapped__(data)


@functools.lru_cache(maxsize=1)
def _parsed(data: bytes) -> Element:
    try:
        return fromstring(without_table_styles(data))
    except ParseError:  # a comment or CDATA that looked like a style
        return fromstring(data)


class Styles:
    """The styles of a document. ``theme`` reads its theme part when a font refers to it."""

    def __init__(self, root: Element | None, theme: Callable[[], Element | None]) -> None:
        self._theme = theme
        self._theme_fonts: dict[str, str | None] | None = None
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str | None, ResolvedStyle] = {}
        self._looks: dict[tuple[str | None, str | None, RunFormat], Look] = {}
        self._defaults = PLAIN
        self.default_paragraph: str | None = None
        defaults = None
        if root is not None:
            defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for element in root.iterfind(W + "style"):
                self._register(element)
        self._defaults = run_format(defaults, self.theme_font)
        self.hidden = bool(self._defaults.hidden)
        """Whether the document hides what does not say that it is shown (docDefaults)."""
        lang = None if defaults is None else defaults.find(W + "lang")
        self.language = None if lang is None else lang.get(W + "eastAsia")
        """The language of its Chinese (17.3.2.20)."""

    def _register(self, element: Element) -> None:
        identifier = element.get(W + "styleId", "")
        self._elements.setdefault(identifier, element)
        default = element.get(W + "default", "0") in {"1", "true", "on"}
        if default and element.get(W + "type") == "paragraph" and self.default_paragraph is None:
            self.default_paragraph = identifier

    def resolve(self, identifier: str | None) -> ResolvedStyle:
        """The style ``identifier`` with its chain; an unknown one says nothing."""
        found = self._resolved.get(identifier)
        if found is None:
            chain, found = self._chain(identifier)
            for name, element in reversed(chain):
                found = self._resolved[name] = self._inherit(found, element)
            self._resolved.setdefault(identifier, found)
        return found

    def paragraph_style(self, identifier: str | None) -> ResolvedStyle:
        """The style of a paragraph: the default one where it names none, or one unknown."""
        return self.resolve(identifier if identifier in self._elements else self.default_paragraph)

    def hides(self, identifier: str | None) -> bool:
        """Whether the table style ``identifier`` hides the text in its tables."""
        return bool(self.resolve(identifier).run.hidden)

    def number_of(self, identifier: str) -> str | None:
        """The list that a numbering style names (17.9.21, numStyleLink)."""
        link = self.resolve(identifier).number
        return None if link is None else link.num

    def _chain(self, identifier: str | None) -> tuple[list[tuple[str, Element]], ResolvedStyle]:
        """From the style upwards, to what is resolved already: that is the second value.

        A chain that bites its tail ends there.
        """
        chain: dict[str, Element] = {}
        while identifier is not None and identifier in self._elements and identifier not in chain:
            if identifier in self._resolved:
                return list(chain.items()), self._resolved[identifier]
            chain[identifier] = self._elements[identifier]
            identifier = val(chain[identifier], "basedOn")
        return list(chain.items()), ResolvedStyle()

    def _inherit(self, base: ResolvedStyle, element: Element) -> ResolvedStyle:
        name = val(element, "name")
        heading = heading_number(name)
        properties = element.find(W + "pPr")
        identifier = element.get(W + "styleId", "")
        number = None if properties is None else properties.find(W + "numPr")
        return ResolvedStyle(
            id=identifier,
            name=name,
            heading=base.heading if heading is None else heading,
            run=run_format(element.find(W + "rPr"), self.theme_font).over(base.run),
            paragraph=paragraph_format(properties).over(base.paragraph),
            number=base.number if number is None else _link(number, identifier, base.number),
        )

    def look(self, style: ResolvedStyle, *direct: Element | None) -> Look:
        """How a run looks in a paragraph of ``style``: ``direct`` is its ``w:rPr``, strongest
        last where there are several."""
        own = PLAIN
        named: str | None = None
        for properties in direct:
            if properties is not None and len(properties):
                said = run_format(properties, self.theme_font)
                own = said if own is PLAIN else said.over(own)
                named = val(properties, "rStyle") or named
        key = (style.id, named, own)
        look = self._looks.get(key)
        if look is None:
            run = styled(self.resolve(named).run, style.run) if named else style.run
            if len(self._looks) >= _MOST_LOOKS:
                self._looks.clear()
            said = own.over(run)
            look = self._looks[key] = Look(_style(said.over(self._defaults)), said.hidden)
        return look

    def theme_font(self, reference: str) -> str | None:
        """The typeface behind minorEastAsia, majorHAnsi, … (17.18.96), Chinese for Han text."""
        if self._theme_fonts is None:
            self._theme_fonts = _theme_fonts(self._theme())
        return self._theme_fonts.get(reference)


def _style(run: RunFormat) -> Style:
    return Style(
        font=run.font or run.latin,
        size=run.size or 20,  # ten points where nothing says more (17.3.2.38)
        bold=bool(run.bold),
        italic=bool(run.italic),
        underline=bool(run.underline),
        emphasis=bool(run.emphasis),
        raised=run.raised or 0,
    )


def _link(number: Element, identifier: str, base: NumberLink | None) -> NumberLink:
    """A style may name only the level and inherit the list."""
    num, level = val(number, "numId"), integer(val(number, "ilvl"))
    if num is None and base is not None:
        num = base.num
    return NumberLink(num, level, identifier)


def _theme_fonts(theme: Element | None) -> dict[str, str | None]:
    fonts: dict[str, str | None] = {}
    for kind in ("major", "minor"):
        scheme = None
        if theme is not None:
            scheme = theme.find(f"{A}themeElements/{A}fontScheme/{A}{kind}Font")
        if scheme is None:
            continue
        latin, asian = (
            "" if (found := scheme.find(A + slot)) is None else found.get("typeface", "")
            for slot in ("latin", "ea")
        )
        if not asian:  # the script's own font, Hans where the theme leaves it open (20.1.4.1.16)
            for font in scheme.iterfind(A + "font"):
                if font.get("script") == "Hans":
                    asian = font.get("typeface", "")
        fonts[kind + "EastAsia"] = asian or None
        fonts[kind + "Ascii"] = fonts[kind + "HAnsi"] = latin or None
    return fonts


def style_id(properties: Element | None) -> str | None:
    """The ``w:pStyle`` of a paragraph."""
    found = None if properties is None else properties.find(W + "pStyle")
    return None if found is None else found.get(VAL)
