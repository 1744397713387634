"""Reading plain text: typed, wrapped by a mail program, or scraped from a document library.

    bytes > decode > leave out boilerplate and page numbers > join lines > make paragraphs

Words stay as they are; whatever is left out is reported, one notice each.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from publisher.events import Notice, notice
from publisher.manuscript import Cues, Manuscript, Paragraph, Run
from publisher.readers.boilerplate import trim
from publisher.readers.encoding import decode
from publisher.readers.files import bytes_of
from publisher.readers.page_numbers import without_page_numbers
from publisher.readers.runon import LONG, paragraphs_again
from publisher.readers.wrapping import Line, alignments, paragraphs_of

_EM = 320
"""A full-width blank of the usual 16 pt, in 1/20 pt."""
_MOST_INDENT = 4


def read(path: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of a text file; see ``read_text``."""
    return read_text(bytes_of(path), str(path))


def read_text(data: bytes, place: str) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of plain text; ``place`` names it in messages.

    Raises InputError for nothing at all and for what is no text.
    """
    text, decoding = decode(data, place)
    trimmed = trim(text.split("\n"))
    cleaned = without_page_numbers("\n".join(trimmed.lines))
    lines = paragraphs_of(cleaned.text)
    made: list[Line] = []
    for line in lines:
        if len(line.text) > (LONG // 2 if cleaned.joined else LONG):
            made.extend(Line(part) for part in paragraphs_again(line.text, trimmed.title))
        else:
            made.append(line)
    notices = (*decoding, *cleaned.notices)
    if len(made) > len(lines):
        notices += (notice("paragraphs-made", count=len(made)),)
    notices += trimmed.notices
    blocks = tuple(
        Paragraph(index, line.text, (Run(line.text),), _cues(line.indent, alignment))
        for index, (line, alignment) in enumerate(zip(made, alignments(made), strict=True))
    )
    return Manuscript(blocks), notices


@cache
def _cues(indent: int, alignment: str) -> Cues:
    """Cues are shared: a long text has few kinds of lines."""
    first_line = indent * _EM // 2 if indent <= _MOST_INDENT else 0
    return Cues(alignment=alignment, first_line_indent=first_line)
