"""The text part, block by block: what was read is let go, so that length costs no memory."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element, XMLPullParser

from publisher.readers.docx.fields import pairs
from publisher.readers.docx.ooxml import W
from publisher.readers.docx.package import LIMITS, UNREADABLE, Package
from publisher.readers.docx.weight import weight_of
from publisher.record import NamedTuple

_TAG_NAME = re.compile(rb"<([\w:.-]{1,64})")
_ATTRIBUTE_NAME = re.compile(rb"\s([\w:.-]{1,64})=[\"']")
_FIELD = rb"<(?:[\w.-]+:)?fldChar\b[^<>]*?fldCharType\s*=\s*[\"'](\w+)"
_NOTE_FORMAT = rb"(?s)<(?:[\w.-]+:)?(footnotePr|endnotePr)>(.{0,400}?)</"

_NOTE_LENGTH = 440
"""What a note format with its tags may have, so that one is found that two slices share."""


class Survey(NamedTuple):
    """What must be known of the whole text before its first block is read.

    ``paired`` tells of each ``w:fldChar``, in document order, whether it begins or ends a field
    that has both ends. ``note_formats`` is the first section's word on its notes, as XML.
    """

    paired: list[bool]
    note_formats: dict[str, bytes]


def survey(package: Package, part: str) -> Survey:
    """Look through ``part`` once. Raises InputError where it is damaged or beyond the limits."""
    kinds: list[str] = []
    formats: dict[str, bytes] = {}
    tags, before = 0, b""
    names: set[bytes] = set()
    for at, data in enumerate(package.slices(part)):
        tags += weight_of(data).tags
        if at % 8 == 0:  # the parser never forgets a name
            names.update(_TAG_NAME.findall(data), _ATTRIBUTE_NAME.findall(data))
        if tags > LIMITS.tags or len(names) > LIMITS.names:
            raise package.too_big(part)
        if b"fldChar" in data:
            kinds += (kind.decode() for kind in re.findall(_FIELD, data))
        if 0 < data.count(b"notePr") < _NOTE_LENGTH:
            for name, inside in re.findall(_NOTE_FORMAT, before + data):
                formats.setdefault(name.decode(), inside)
        before = data[-_NOTE_LENGTH:]
    return Survey(pairs(kinds), formats)


def blocks(package: Package, part: str) -> Iterator[Element]:
    """The children of ``w:body``, in order. Raises InputError for what is no text of Word."""
    parser: XMLPullParser[Element] = XMLPullParser(("start",))
    root: Element | None = None
    body: Element | None = None
    alive = 0
    try:
        for data in package.slices(part):
            alive += weight_of(data).size
            if alive > LIMITS.tree:
                raise package.too_big(part)
            parser.feed(data)
            if root is None:
                root = cast("Element", next(iter(parser.read_events()), ("", None))[-1])
            deque(parser.read_events(), maxlen=0)
            if body is None and root is not None:
                body = root.find(W + "body")
            if body is not None and len(body) > 1:  # the last one may not be whole
                whole = body[:-1]
                del body[:-1]
                alive = weight_of(data).size
                yield from whole
        parser.close()
    except UNREADABLE as error:
        raise package.broken(f"{part}: {error}") from error
    if body is None:
        raise package.not_word()
    yield from body
