"""Footnotes and endnotes (ECMA-376 17.11): found where they are referred to, in that order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publisher.manuscript import NoteRef
from publisher.readers.docx.ooxml import VAL, W, integer, switch, val
from publisher.readers.docx.pictures import Pictures
from publisher.record import NamedTuple

if TYPE_CHECKING:
    from publisher.readers.docx.losses import Losses
    from publisher.readers.docx.package import Package, Relationship

KINDS = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""Where a document says nothing (17.11.17, 17.11.18)."""
_FORMAT = rb"numFmt\s[^>]*?val\s*=\s*[\"'](\w+)"
_START = rb"numStart\s[^>]*?val\s*=\s*[\"'](\d{1,6})"
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""Notes that only hold the rule above the notes (17.11.19)."""


class Note(NamedTuple):
    """A note that is to be read: ``mark`` as it is shown, "" where the author typed one.

    ``number`` counts all notes from 0, ``at`` is how much of its paragraph stands before its mark.
    """

    kind: str
    mark: str
    element: Element
    pictures: Pictures
    number: int = 0
    at: int = 0

    @property
    def ref(self) -> NoteRef:
        """The place of its mark."""
        return NoteRef(self.number, self.at, typed=not self.mark)


class Notes:
    """All notes of a document, each read once, however often it is referred to."""

    def __init__(
        self,
        package: Package,
        relationships: dict[str, Relationship],
        formats: dict[str, bytes],
        losses: Losses,
    ) -> None:
        self._package = package
        self._parts = {
            kind[:-1]: relationship.target
            for relationship in relationships.values()
            if (kind := relationship.kind) in {"footnotes", "endnotes"}
            and not relationship.external
        }
        self._settings = next(
            (r.target for r in relationships.values() if r.kind == "settings" and not r.external),
            None,
        )
        self._formats = formats
        self._losses = losses
        self._left = {kind: self._load(part) for kind, part in sorted(self._parts.items())}
        self._read: set[tuple[str, str]] = set()
        self._pictures: dict[str, Pictures] = {}
        self._counted: dict[str, tuple[str, int]] = {}

    def take(self, reference: Element, at: int = 0) -> Note | None:
        """The note that ``reference`` names, the first time; None where there is none.

        ``at`` is how much of its paragraph stands before the reference.
        """
        kind = KINDS[reference.tag]
        name = reference.get(W + "id", "")
        element = self._left.get(kind, {}).pop(name, None)
        if element is None:
            if (kind, name) not in self._read:
                self._losses.add("note-missing")
            return None
        self._read.add((kind, name))
        own = switch_of(reference, "customMarkFollows")
        mark = "" if own else self._next_mark(kind)
        return Note(kind, mark, element, self._pictures_of(kind), len(self._read) - 1, at)

    def unread(self) -> list[Element]:
        """The notes that nothing refers to, so that Word does not show them."""
        return [element for left in self._left.values() for element in left.values()]

    def _load(self, part: str) -> dict[str, Element]:
        root = self._package.optional_xml(part)
        found: dict[str, Element] = {}
        for element in () if root is None else root:
            if element.tag in {W + "footnote", W + "endnote"} and (
                element.get(W + "type") not in _RULES
            ):
                found.setdefault(element.get(W + "id", ""), element)
        return found

    def _pictures_of(self, kind: str) -> Pictures:
        if kind not in self._pictures:
            relationships = self._package.relationships(self._parts[kind])
            self._pictures[kind] = Pictures(self._package, relationships, self._losses)
        return self._pictures[kind]

    def _next_mark(self, kind: str) -> str:
        """Counts through the document: a count anew on each page needs pages, which we remake."""
        if kind not in self._counted:
            self._counted[kind] = self._format(kind)
        name, count = self._counted[kind]
        self._counted[kind] = (name, count + 1)
        from publisher.readers.docx.numerals import NUMERALS

        return NUMERALS.get(name, str)(count)

    def _format(self, kind: str) -> tuple[str, int]:
        """The section's own format, else the document's (17.11.11)."""
        said = self._formats.get(kind + "Pr", b"")
        name, start = re.search(_FORMAT, said), re.search(_START, said)
        properties = None
        if name is None and self._settings is not None:
            settings = self._package.optional_xml(self._settings)
            properties = None if settings is None else settings.find(W + kind + "Pr")
        first = int(start[1]) if start else integer(val(properties, "numStart"))
        named = name[1].decode() if name else val(properties, "numFmt")
        return named or _FORMATS[kind], 1 if first is None else first


def switch_of(element: Element, attribute: str) -> bool:
    """An attribute of type ST_OnOff (17.17.4); absent means off."""
    said = element.get(W + attribute)
    return said is not None and bool(switch(Element("on", {VAL: said})))
