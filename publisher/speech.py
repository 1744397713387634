"""Speech: what the manuscript means. It does not know slides and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from publisher.manuscript import Metadata, Paragraph, Picture, Run, SourceRef, Table


class Piece(NamedTuple):
    """A contiguous piece of one paragraph, with its formatting and where it came from."""

    ref: SourceRef
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def cut(self, start: int, end: int) -> Piece:
        """Characters ``start`` to ``end`` of this piece, as a piece of the same paragraph."""
        runs: list[Run] = []
        at = 0
        for run in self.runs:
            text = run.text[max(start - at, 0) : max(end - at, 0)]
            if text:
                runs.append(Run(text, run.style))
            at += len(run.text)
        ref = self.ref
        return Piece(SourceRef(ref.paragraph, ref.start + start, ref.start + end), tuple(runs))


def piece_of(paragraph: Paragraph) -> Piece:
    """The whole paragraph as one piece."""
    return Piece(SourceRef(paragraph.index, 0, len(paragraph.text)), paragraph.runs)


BodyBlock: TypeAlias = Piece | Table | Picture
"""What stands under a heading: text, a table, or a picture."""


class Section(NamedTuple):
    """A heading and everything under it.

    ``heading`` is the heading as it stands, number and closing mark included; ``number`` is its
    literal marker (一、, （一）, 1., 一要, 其一) or None; ``title`` is the heading without marker
    and closing mark. A marker that is a word of the sentence (一要, 首先) stays out of ``title``
    too: slides show it as the label. ``run_in``: body follows in the same paragraph.
    ``body`` comes before ``children``.
    """

    level: int
    number: str | None
    heading: Piece
    title: Piece
    run_in: bool
    evidence: tuple[str, ...]
    """The cues that voted, as ``kind:value`` (number:一、, style:heading 1, font:黑体)."""
    confidence: float
    body: tuple[BodyBlock, ...] = ()
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Speech(NamedTuple):
    """A speech, understood. Its pieces, in order, are the manuscript's text, each once.

    The order is: ``front`` (title, subtitle, speaker, occasion, date and salutation lines in the
    order of the file; the named fields point into them), ``opening`` (body before the first
    section), ``sections``, ``closing`` (the last paragraphs, where they take leave).
    """

    front: tuple[tuple[str, Piece], ...]
    """(role, piece) with role title, subtitle, speaker, occasion, date or salutation."""
    opening: tuple[BodyBlock, ...]
    sections: tuple[Section, ...]
    closing: tuple[BodyBlock, ...] = ()
    metadata: Metadata = Metadata()

    def named(self, role: str) -> str | None:
        """The text of the front lines with this role, joined; None where there is none."""
        texts = [piece.text.strip() for name, piece in self.front if name == role]
        return "".join(texts) or None

    def walk(self) -> Iterator[Section]:
        """All sections in reading order."""
        for section in self.sections:
            yield from section.walk()

    def blocks(self) -> Iterator[tuple[str, int, BodyBlock]]:
        """Everything in reading order as (role, heading level or 0, block).

        Roles: those of ``front``, then ``body``, ``heading`` and ``closing``.
        """
        for role, piece in self.front:
            yield role, 0, piece
        for block in self.opening:
            yield "body", 0, block
        for section in self.walk():
            yield "heading", section.level, section.heading
            for block in section.body:
                yield "body", 0, block
        for block in self.closing:
            yield "closing", 0, block
