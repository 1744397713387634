"""The words of a table's cell: its paragraphs as one text, its notes and where they are marked."""

from __future__ import annotations

from itertools import groupby

from publisher.layout.compositor import Compositor
from publisher.layout.footnotes import FootNote, foot_note
from publisher.manuscript import Cell, Paragraph, with_readings
from publisher.record import NamedTuple
from publisher.speech import piece_of


class CellText(NamedTuple):
    """``texts`` are its paragraphs; ``noted`` the notes in order, each with the character of
    these, joined by line breaks, before which it is referred to."""

    texts: tuple[str, ...]
    noted: tuple[tuple[int, FootNote], ...]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def marks(self) -> tuple[int, ...]:
        """The characters before which the mark of a note is set."""
        return tuple(at for at, note in self.noted if note.numbered)


def cell_text(cell: Cell, compositor: Compositor, name: str) -> CellText:
    """The words of ``cell``; its notes are called by ``name``. A note follows the paragraph that
    refers to it; one that follows nothing stays where it is."""
    texts: list[str] = []
    noted: list[tuple[int, FootNote]] = []
    owner, start = None, 0
    for number, group in groupby(cell.paragraphs, _note_of):
        paragraphs = [each for each in group if each.text]
        if number is None or owner is None:
            for owner in paragraphs:
                start = len("\n".join(texts)) + bool(texts)
                texts.append(with_readings(owner.runs))
            continue
        if not paragraphs:
            continue
        ref = paragraphs[0].cues.note_ref
        words = [with_readings(each.runs).replace("\t", " ").strip() for each in paragraphs]
        numbered = ref is None or not ref.typed
        note = foot_note(words, compositor, f"note {name} {len(noted)}", numbered=numbered)
        before = owner.text if ref is None else owner.text[: len(owner.label) + ref.at]
        noted.append((start + _width(owner, len(before)), note))
    return CellText(tuple(texts), tuple(noted))


def _note_of(paragraph: Paragraph) -> object:
    """What paragraphs of one note have in common; None for what is no note's."""
    ref = paragraph.cues.note_ref
    if paragraph.cues.note is None:
        return None
    return ("alone", paragraph.index) if ref is None else ref.number


def _width(paragraph: Paragraph, count: int) -> int:
    """How many characters the first ``count`` are with their readings."""
    return len(with_readings(piece_of(paragraph).cut(0, count).runs))
