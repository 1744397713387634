"""Manuscript: what stands in the file, in reading order. It does not know what a heading is.

The records of the four types are named tuples: as frozen as a dataclass, and defined in a third
of the time, of which a short run has many to spend.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TypeAlias

from publisher.options import RATE
from publisher.record import NamedTuple


class SourceRef(NamedTuple):
    """A contiguous piece of one paragraph: characters ``start`` to ``end`` of its text.

    ``paragraph`` counts the non-empty paragraphs in reading order from 0, table cells included.
    """

    paragraph: int
    start: int
    end: int


class Ruby(NamedTuple):
    """A reading (拼音) above the characters of a run. ``number`` tells it from its neighbours,
    which may read alike."""

    reading: str
    number: int


class Style(NamedTuple):
    """Character formatting as resolved through the style chain; sizes in half-points."""

    font: str | None = None
    """The East Asian typeface, or the Latin one where there is none."""
    size: int | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    emphasis: bool = False
    """Emphasis dots (着重号)."""
    raised: int = 0
    """1 superscript, -1 subscript, 0 neither."""
    ruby: Ruby | None = None


class Run(NamedTuple):
    """Characters of one formatting. A line break inside a paragraph is ``\\n``."""

    text: str
    style: Style = Style()


class AutoNumber(NamedTuple):
    """An automatic number: its list, its level in the list from 0, and the marker it shows.

    ``format`` is the ST_NumberFormat name (ECMA-376 17.18.59): decimal, chineseCounting, bullet…
    """

    list_id: str
    level: int
    label: str
    format: str


class NoteRef(NamedTuple):
    """Where a note is referred to: before character ``at`` of its paragraph, the paragraph's own
    automatic number not counted. ``number`` counts the notes of the document from 0; ``typed``:
    the author typed its mark, in the text and in the note."""

    number: int
    at: int
    typed: bool = False


class Cues(NamedTuple):
    """What a paragraph's formatting says of its place, without saying what it means."""

    style_name: str | None = None
    """The paragraph style's *name* (ids are localized or plain numbers in WPS)."""
    outline_level: int | None = None
    """0 to 8 for levels 1 to 9, from the paragraph itself or its style chain; None is body."""
    heading_style: int | None = None
    """1 to 9 where the style chain has a style named "heading N" or "标题 N"; 0 for Title."""
    number: AutoNumber | None = None
    alignment: str = "left"
    """left, center, right or justify."""
    first_line_indent: int = 0
    """Twentieths of a point; negative hangs."""
    left_indent: int = 0
    page_break_before: bool = False
    in_table: bool = False
    note: str | None = None
    """footnote or endnote where the paragraph is one's, standing behind the paragraph that
    refers to it; such a paragraph is never a heading."""
    note_mark: str = ""
    """The note's mark as shown (1, ①, ii), which is not part of any text; "" for a typed one."""
    note_ref: NoteRef | None = None
    """The place of a note's mark, in the last paragraph before it that is no note's."""


def with_readings(runs: Iterable[Run]) -> str:
    """The text of ``runs`` with each reading behind its characters: 谌（chén）.

    For places where nothing stands above a line, so that no reading is lost.
    """
    found: list[str] = []
    for ruby, group in groupby(runs, lambda run: run.style.ruby):
        found += [run.text for run in group]
        if ruby is not None:
            found.append(f"（{ruby.reading}）")
    return "".join(found)


class Paragraph(NamedTuple):
    """One non-empty paragraph, as a reader sees it.

    ``text`` is the concatenation of its runs' texts. Where Word made the number, ``label`` is
    that number with the blank behind it (if any), and the text begins with it.
    """

    index: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    text: str
    runs: tuple[Run, ...]
    cues: Cues = Cues()
    label: str = ""


class Cell(NamedTuple):
    """A table cell; ``columns`` and ``rows`` are its spans."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1

    @property
    def own(self) -> tuple[Paragraph, ...]:
        """Its paragraphs, those of notes left out."""
        return tuple(each for each in self.paragraphs if each.cues.note is None)


class Table(NamedTuple):
    """Rows of cells. ``widths`` are relative column widths; the first ``header_rows`` repeat."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    header_rows: int = 1


class Picture(NamedTuple):
    """A picture as it stands in the file; ``width`` and ``height`` in EMU as shown there."""

    data: bytes
    media_type: str
    """image/png or image/jpeg; other kinds are left out with a notice."""
    width: int
    height: int
    alt: str = ""
    after: int = -1
    """Index of the last paragraph that begins before it, or -1."""


Block: TypeAlias = Paragraph | Table | Picture


class Metadata(NamedTuple):
    """Document properties that a person filled in."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    created: str | None = None
    """ISO 8601, as in docProps/core.xml."""


class Manuscript(NamedTuple):
    """Everything of the file that is to be published, in reading order."""

    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in order, table cells included; ``paragraphs()[i].index == i``."""
        found: list[Paragraph] = []
        for block in self.blocks:
            if isinstance(block, Paragraph):
                found.append(block)
            elif isinstance(block, Table):
                found.extend(p for row in block.rows for cell in row for p in cell.paragraphs)
        return tuple(found)


def statistics(manuscript: Manuscript, rate: int = RATE) -> dict[str, int]:
    """Non-empty paragraphs, characters (non-white), speaking time in seconds and minutes."""
    paragraphs = [p for p in manuscript.paragraphs() if p.text.strip()]
    characters = sum(len("".join(p.text.split())) for p in paragraphs)
    seconds = round(characters * 60 / rate)
    return {
        "paragraphs": len(paragraphs),
        "characters": characters,
        "seconds": seconds,
        "minutes": -(-seconds // 60),
    }
