"""Paragraph and run properties, each kind understood once: a speech has few, and many times."""

from __future__ import annotations

from typing import TypeAlias
from xml.etree.ElementTree import Element

from publisher.readers.docx.formats import NO_FORMAT, ParagraphFormat, paragraph_format
from publisher.readers.docx.ooxml import W, integer, switch, val
from publisher.readers.docx.styles import style_id
from publisher.record import NamedTuple

Key: TypeAlias = tuple[object, ...]

_NESTED = frozenset({W + "rPr", W + "numPr"})
MOST_KEPT = 4096
"""Kinds of properties that are remembered; beyond them somebody makes a new one each time."""


def key_of(properties: Element | None) -> Key:
    """Equal properties have equal keys: the children with their attributes, as they stand."""
    if properties is None:
        return ()
    return tuple([(child.tag, *child.items()) for child in properties])


def _paragraph_key(properties: Element) -> Key:
    return tuple(
        [
            (child.tag, *child.items(), key_of(child) if child.tag in _NESTED else None)
            for child in properties
        ]
    )


class ParagraphProperties(NamedTuple):
    """What a ``w:pPr`` says (17.3.1.26). ``mark`` formats the paragraph mark."""

    key: Key = ()
    style: str | None = None
    direct: ParagraphFormat = NO_FORMAT
    num: str | None = None
    level: int | None = None
    numbered: bool = False
    mark: Element | None = None
    joined: bool = False
    """Its mark was deleted or moved away: the next paragraph goes on with it."""


_PLAIN = ParagraphProperties()


class PropertyCache:
    """Paragraph properties by their key."""

    def __init__(self) -> None:
        self._known: dict[Key, ParagraphProperties] = {}

    def of(self, properties: Element | None) -> ParagraphProperties:
        """What ``properties`` say."""
        if properties is None or not len(properties):
            return _PLAIN
        key = _paragraph_key(properties)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = self._known[key] = _read(properties, key)
        return found


def _read(properties: Element, key: Key) -> ParagraphProperties:
    number = properties.find(W + "numPr")
    mark = properties.find(W + "rPr")
    return ParagraphProperties(
        key=key,
        style=style_id(properties),
        direct=paragraph_format(properties),
        num=val(number, "numId"),
        level=integer(val(number, "ilvl")),
        numbered=number is not None,
        mark=mark,
        joined=mark_is_gone(mark),
    )


def mark_is_gone(mark: Element | None) -> bool:
    """Whether a paragraph's mark, formatted by ``mark``, was deleted or moved away."""
    gone = () if mark is None else (mark.find(W + "del"), mark.find(W + "moveFrom"))
    return any(switch(element) for element in gone)
