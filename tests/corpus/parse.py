"""Reads an annotated speech: a paragraph a line, with its headings marked where they stand.

``⟦level|number|words⟧`` is a heading that reads number + words; alone on its line it is a
paragraph of its own, followed by text it is run in. ``#key value`` says what the file is about,
``@role words`` is a line of the front or the end, ``|a|b`` a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

CORPUS = Path(__file__).parent
DEVELOPED = ("open", "held", "more")
"""Halves that rules were developed on; all but the open one only after a first, unseen measure.

More holds the batches a, b and c of three authors who had not seen the rules, each measured before
it was learnt from, and d to g, written beside the rules for habits that the others lack: how well
these are heard says nothing of speeches by others.
"""
HALVES = (*DEVELOPED, *(("fresh",) if any((CORPUS / "fresh").glob("*.txt")) else ()))
"""The fresh half was written by two authors who had not seen the rules (the second one's files
begin with u, written after the last change of the rules): it is measured, never learnt from."""
REMARKS = ("kind", "about", "traps")
ROLES = (
    "title", "subtitle", "speaker", "occasion", "date", "salutation",
    "closing", "signature", "stage",
)  # fmt: skip

_HEADING = re.compile(r"⟦([1-9])\|([^|⟦⟧]*)\|([^|⟦⟧]+)⟧")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands: its marker (empty where it has none), then its words."""

    level: int
    number: str
    words: str

    @property
    def text(self) -> str:
        return self.number + self.words


Span: TypeAlias = str | Heading
"""A stretch of a paragraph: body text, or a heading."""


def text_of(span: Span) -> str:
    return span.text if isinstance(span, Heading) else span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the file. ``role`` is a role of the front or the end, or ``body``."""

    role: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return "".join(map(text_of, self.spans))

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(span for span in self.spans if isinstance(span, Heading))


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AnnotatedSpeech:
    """A speech and the outline that its annotator gave it."""

    half: str
    name: str
    remarks: dict[str, str]
    blocks: tuple[Paragraph | Table, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(h for paragraph in self.paragraphs for h in paragraph.headings)

    @property
    def title(self) -> str:
        """The lines of the title, joined."""
        return "".join(p.text for p in self.paragraphs if p.role == "title")

    @property
    def salutation(self) -> str:
        """The lines that address the audience at the beginning, joined."""
        return "".join(p.text for p in self.paragraphs if p.role == "salutation")

    @property
    def text(self) -> str:
        """Every character that the file carries, cells of tables included."""
        return "".join(
            block.text
            if isinstance(block, Paragraph)
            else "".join(cell for row in block.rows for cell in row)
            for block in self.blocks
        )


def _spans(line: str) -> Iterator[Span]:
    at = 0
    for found in _HEADING.finditer(line):
        if found.start() > at:
            yield line[at : found.start()]
        yield Heading(int(found[1]), found[2], found[3])
        at = found.end()
    if at < len(line):
        yield line[at:]


def _paragraph(line: str) -> Paragraph:
    role = "body"
    if line.startswith("@"):
        role, _, line = line[1:].partition(" ")
        if role not in ROLES:
            raise ValueError(f"unknown role @{role}")
    paragraph = Paragraph(role, tuple(_spans(line)))
    if not line.strip() or "⟦" in "".join(s for s in paragraph.spans if isinstance(s, str)):
        raise ValueError(f"cannot read: {line!r}")
    return paragraph


def parse(text: str, *, half: str = "", name: str = "") -> AnnotatedSpeech:
    """The speech of an annotated text. ValueError where a line is not of the format."""
    remarks: dict[str, str] = {}
    blocks: list[Paragraph | Table] = []
    rows: list[tuple[str, ...]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        if line.startswith("#"):
            key, _, value = line[1:].partition(" ")
            if key not in REMARKS or blocks:
                raise ValueError(f"unexpected remark #{key}")
            remarks[key] = value
        else:
            blocks.append(_paragraph(line))
    if rows:
        blocks.append(Table(tuple(rows)))
    return AnnotatedSpeech(half, name, remarks, tuple(blocks))


def load(half: str) -> tuple[AnnotatedSpeech, ...]:
    """The speeches of one half (one of ``HALVES``), by name."""
    return tuple(
        parse(path.read_text(encoding="utf-8"), half=half, name=path.stem)
        for path in sorted((CORPUS / half).glob("*.txt"))
    )
