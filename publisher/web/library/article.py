"""A speech as a page to read: its passages as blocks of HTML, in order, each paragraph once.

Everything that shows words of the speech carries the number of their paragraph, so that it can be
linked to, and so that nothing can be lost unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from markupsafe import Markup

from publisher.layout.passage import is_note, role_of
from publisher.manuscript import Cell, Picture, Table
from publisher.outline.report import as_read
from publisher.record import NamedTuple
from publisher.script import Passage, Script
from publisher.speech import Piece, Section, Speech, piece_of
from publisher.web.library.inline import Mark, words_html

_FRONT = frozenset({"secrecy", "title", "subtitle", "speaker", "occasion", "date"})
_DEEPEST = 6


class Line(NamedTuple):
    """Words of paragraph ``number``: as they are shown, and bare."""

    html: Markup
    number: int
    text: str


class Words(NamedTuple):
    """Words of one kind: text (``level`` 0), or a heading of level 1–9 that is linked by its
    ``anchor``. A heading may have several lines."""

    lines: tuple[Line, ...]
    level: int = 0
    anchor: str = ""

    @property
    def rank(self) -> int:
        """The level of HTML, below the page's title."""
        return min(self.level + 1, _DEEPEST)


class Paragraph(NamedTuple):
    """Words in one paragraph; ``role`` is body, quote, caption, heading, salutation …

    A heading stands by itself, or in a paragraph that goes on behind it.
    """

    role: str
    words: tuple[Words, ...]
    kind: str = "paragraph"

    @property
    def heading(self) -> Words | None:
        """The heading, where it stands by itself."""
        return self.words[0] if len(self.words) == 1 and self.words[0].level else None


class Listing(NamedTuple):
    """Items with bullets."""

    items: tuple[Line, ...]
    kind: str = "list"


class TableCell(NamedTuple):
    """A cell: its spans, and its paragraphs."""

    head: bool
    rows: int
    columns: int
    lines: tuple[Line, ...]


class Grid(NamedTuple):
    """A table; ``head`` are the rows that head it."""

    head: tuple[tuple[TableCell, ...], ...]
    rows: tuple[tuple[TableCell, ...], ...]
    kind: str = "table"


class Figure(NamedTuple):
    """A picture; ``number`` counts those of the speech from 1."""

    picture: Picture
    number: int
    kind: str = "figure"


Block: TypeAlias = Paragraph | Listing | Grid | Figure


class Note(NamedTuple):
    """A footnote or endnote."""

    number: int
    lines: tuple[Line, ...]
    typed: bool = False


class Entry(NamedTuple):
    """A line of the contents."""

    level: int
    text: str
    anchor: str


class Article(NamedTuple):
    """``front`` are the lines around the title, in order; ``contents`` are all headings."""

    front: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    contents: tuple[Entry, ...]

    @property
    def titled(self) -> bool:
        """Whether the speech has a title of its own."""
        return any(line.role == "title" for line in self.front)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Figure))


def article(speech: Speech, script: Script, noted: str) -> Article:
    """The page of a speech; ``noted`` is what the mark of a note is called."""
    return _Writer(speech, noted).article(script.passages)


class _Writer:
    """Goes through the passages once, and remembers which notes and pictures there were."""

    def __init__(self, speech: Speech, noted: str) -> None:
        sections = list(speech.walk())
        self._anchors = {section.heading.ref: f"s{i}" for i, section in enumerate(sections, 1)}
        self._contents = tuple(map(self._entry, sections))
        self._noted = noted
        self._notes: dict[object, Note] = {}
        self._marks: dict[int, list[Mark]] = {}
        self._ends: dict[int, int] = {}
        self._figures = 0

    def _entry(self, section: Section) -> Entry:
        return Entry(section.level, as_read(section.words), self._anchors[section.heading.ref])

    def article(self, passages: Sequence[Passage]) -> Article:
        pieces = [piece for passage in passages for _, piece in passage.parts]
        self._gather(pieces)
        for passage in passages:
            if isinstance(passage.block, Table):
                for cell in (cell for row in passage.block.rows for cell in row):
                    self._gather([piece_of(each) for each in cell.paragraphs])
        notes = tuple(sorted(self._notes.values(), key=lambda note: note.number))
        taken = {line.number for note in notes for line in note.lines}
        spoken = [p for p in passages if not (is_note(p) and p.parts[0][1].ref.paragraph in taken)]
        front: list[Paragraph] = []
        blocks: list[Block] = []
        for before, passage, after in zip([None, *spoken], spoken, [*spoken[1:], None]):
            role = role_of(passage, before, after)
            if role in _FRONT and not blocks:
                front += self._paragraph(passage, role)
            else:
                blocks += self._blocks(passage, role)
        return Article(_titles_joined(front), _joined(blocks), notes, self._contents)

    # --- notes ---------------------------------------------------------------------------

    def _gather(self, pieces: Sequence[Piece]) -> None:
        """The notes among ``pieces``, numbered in order, and where they are referred to."""
        labels: dict[int, int] = {}
        owner = -1
        for piece in pieces:
            number = piece.ref.paragraph
            if piece.note:
                if owner >= 0:
                    self._note(piece, owner, labels[owner])
            elif piece.text.strip():
                owner = number
                labels.setdefault(number, piece.label)
                self._ends[number] = piece.ref.end

    def _note(self, piece: Piece, owner: int, label: int) -> None:
        """One paragraph of a note that is referred to in paragraph ``owner``."""
        ref = piece.noted
        key = ("alone", piece.ref.paragraph) if ref is None else ref.number
        found = self._notes.get(key)
        if found is None:
            number, typed = len(self._notes) + 1, ref is not None and ref.typed
            found = Note(number, (), typed)
            place = _AT_END if ref is None else label + ref.at
            self._marks.setdefault(owner, []).append(Mark(place, number, typed))
        line = Line(words_html([piece]), piece.ref.paragraph, piece.text)
        self._notes[key] = found._replace(lines=(*found.lines, line))

    # --- blocks --------------------------------------------------------------------------

    def _blocks(self, passage: Passage, role: str) -> Iterator[Block]:
        block = passage.block
        if isinstance(block, Table):
            yield self._table(block)
        elif isinstance(block, Picture):
            self._figures += 1
            yield Figure(block, self._figures)
        elif passage.parts and passage.parts[0][1].bullet and not passage.parts[0][0]:
            yield Listing((self._line([piece for _, piece in passage.parts]),))
        else:
            yield from self._paragraph(passage, role)

    def _paragraph(self, passage: Passage, role: str) -> Iterator[Paragraph]:
        """A passage, its headings and its text apart; nothing where there is no word in it."""
        found: list[Words] = []
        for level, group in groupby(passage.parts, key=lambda part: part[0]):
            pieces = [piece for _, piece in group]
            for own in [[piece] for piece in pieces] if level else [pieces]:
                line = self._line(own)
                if line.html:
                    anchor = self._anchors.get(own[0].ref, "") if level else ""
                    found.append(Words((line,), level, anchor))
        if found:
            yield Paragraph(role, tuple(_lines_joined(found)))

    def _line(self, pieces: Sequence[Piece]) -> Line:
        first, last = pieces[0].ref, pieces[-1].ref
        ends = last.end >= self._ends.get(first.paragraph, 0)
        marks = self._marks.get(first.paragraph, ())
        own = [m for m in marks if first.start <= m.at < last.end or (ends and m.at >= last.end)]
        text = "".join(piece.text for piece in pieces)
        return Line(words_html(pieces, own, self._noted), first.paragraph, text)

    def _table(self, table: Table) -> Grid:
        rows = [
            tuple(self._cell(cell, number < table.header_rows) for cell in row)
            for number, row in enumerate(table.rows)
        ]
        return Grid(tuple(rows[: table.header_rows]), tuple(rows[table.header_rows :]))

    def _cell(self, cell: Cell, head: bool) -> TableCell:
        lines = (self._line([piece_of(each)]) for each in cell.own)
        return TableCell(head, cell.rows, cell.columns, tuple(line for line in lines if line.html))


_AT_END = 1 << 30
"""Behind every character of a paragraph."""


def _titles_joined(front: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The lines of the title that follow each other are one title."""
    found: list[Paragraph] = []
    for line in front:
        if found and line.role == found[-1].role == "title":
            found[-1] = Paragraph("title", (*found[-1].words, *line.words))
        else:
            found.append(line)
    return tuple(found)


def _lines_joined(words: Iterable[Words]) -> Iterator[Words]:
    """A line of a heading that has no anchor of its own belongs to the heading before it."""
    kept: Words | None = None
    for each in words:
        if kept is not None and kept.level and each.level and not each.anchor:
            kept = kept._replace(lines=(*kept.lines, *each.lines))
            continue
        if kept is not None:
            yield kept
        kept = each
    if kept is not None:
        yield kept


def _joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Items that follow each other as one list, the lines of a heading as one heading."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Listing) and isinstance(last, Listing):
            found[-1] = Listing((*last.items, *block.items))
        elif isinstance(block, Paragraph) and isinstance(last, Paragraph):
            heading, above = block.heading, last.heading
            if heading and above and not heading.anchor:
                joined = above._replace(lines=(*above.lines, *heading.lines))
                found[-1] = last._replace(words=(joined,))
            else:
                found.append(block)
        else:
            found.append(block)
    return tuple(found)
