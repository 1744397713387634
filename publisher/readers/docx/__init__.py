"""Reading .docx with a walker of its own: python-docx loses text that this one keeps.

Content controls, text boxes, smart tags, insertions and automatic numbers are read; deletions,
hidden text, comments, field codes and tables of contents are left out, each with a notice.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from publisher.errors import InputError
from publisher.events import Notice
from publisher.manuscript import Manuscript, Metadata
from publisher.readers.docx.archive import refuse_impostors
from publisher.readers.docx.drafts import Finisher
from publisher.readers.docx.losses import Losses
from publisher.readers.docx.notes import Notes
from publisher.readers.docx.numbering import Numbering
from publisher.readers.docx.ooxml import W
from publisher.readers.docx.package import LIMITS, Package, Relationship
from publisher.readers.docx.pictures import Pictures
from publisher.readers.docx.reading import Reading, characters
from publisher.readers.docx.stream import blocks, survey
from publisher.readers.docx.styles import Styles, parse_styles
from publisher.readers.docx.walk import walk

_NOT_WORDS = r"(?i)[\W\d_第页共]+|of|page"
_MOST_HEADERS = 100
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_REGIONS = frozenset({"zh-TW", "zh-HK", "zh-MO"})
"""Languages that somebody chose: zh-CN is what Word says of a document in any other, too."""
_TERMS = "{http://purl.org/dc/terms/}"


def read(path: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of a Word document (transitional or strict ECMA-376).

    Raises InputError for what is not one: missing or empty, encrypted, an old .doc, text, a
    broken or hostile package.
    """
    place = str(path)
    try:
        with path.open("rb") as stream:
            refuse_impostors(path, stream)
            with _no_collector():
                return read_stream(stream, place)
    except FileNotFoundError as error:
        raise InputError("input-missing", place=place) from error
    except OSError as error:
        raise InputError("input-unreadable", place=place, detail=error.strerror or "") from error


@contextmanager
def _no_collector() -> Iterator[None]:
    """Reading makes no circles; the collector would only walk through all that was read, again
    and again, which is a third of the time of a long text."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_stream(stream: BinaryIO, place: str) -> tuple[Manuscript, tuple[Notice, ...]]:
    losses = Losses()
    package = Package(stream, place, losses)
    main = package.main_part()
    seen = survey(package, main)
    relationships = package.relationships(main)

    def part(kind: str) -> Element | None:
        return package.optional_xml(_target(relationships, kind))

    styles = Styles(
        _styles(package, _target(relationships, "styles"), losses), lambda: part("theme")
    )
    numbering = Numbering(part("numbering"), styles.number_of)
    pictures = Pictures(package, relationships, losses)
    notes = Notes(package, relationships, seen.note_formats, losses)
    reading = Reading(styles, Finisher(styles, numbering), notes, pictures, losses)
    found = walk(reading, _bounded(reading, package, main), seen.paired)
    losses.paragraph = 0
    for element in notes.unread():
        losses.add("note-left-out", characters(element))
    for name in numbering.unknown_formats:
        losses.add("number-format", format=name)
    _report_headers(package, relationships, losses)
    metadata = _metadata(package)
    if metadata.language is None and styles.language in _REGIONS:
        metadata = metadata._replace(language=styles.language)
    manuscript = Manuscript(tuple(found), metadata)
    return manuscript, losses.notices(reading.index)


def _bounded(reading: Reading, package: Package, main: str) -> Iterator[Element]:
    """The blocks of the text, until they are more than any speech has."""
    for block in blocks(package, main):
        yield block
        if reading.characters > LIMITS.characters or reading.opened > LIMITS.paragraphs:
            raise package.too_big(main)


def _target(relationships: dict[str, Relationship], kind: str) -> str | None:
    """The first part of a kind, internal ones only."""
    for relationship in relationships.values():
        if relationship.kind == kind and not relationship.external:
            return relationship.target
    return None


def _styles(package: Package, part: str | None, losses: Losses) -> Element | None:
    if part is None:
        return None
    try:
        return parse_styles(package.xml_bytes(part))
    except InputError as error:
        if error.key == "docx-doctype":
            raise
    except ParseError:
        pass
    losses.add("part-unreadable", part=part)
    return None


def _report_headers(
    package: Package, relationships: dict[str, Relationship], losses: Losses
) -> None:
    """Page headers and footers are not published; more than a page number is worth a line."""
    losses.paragraph = 0
    parts = {
        relationship.target: None
        for relationship in relationships.values()
        if relationship.kind in {"header", "footer"} and relationship.target in package
    }
    for part in list(parts)[:_MOST_HEADERS]:
        root = package.optional_xml(part)
        words = "" if root is None else "".join(t.text or "" for t in root.iter(W + "t"))
        lettered = any(char.isalnum() and not char.isdecimal() for char in words)
        if lettered and re.sub(_NOT_WORDS, "", words):
            losses.add("page-header-left-out", len(words))


def _metadata(package: Package) -> Metadata:
    """Document properties (part 2, 8): what a person filled in, blanks as None."""
    root = package.optional_xml(_target(package.relationships(""), "core-properties"))

    def said(tag: str) -> str | None:
        return None if root is None else (root.findtext(tag) or "").strip() or None

    return Metadata(
        title=said(_DUBLIN_CORE + "title"),
        author=said(_DUBLIN_CORE + "creator"),
        language=said(_DUBLIN_CORE + "language"),
        created=said(_TERMS + "created"),
    )
