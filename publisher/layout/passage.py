"""What a passage is on a page: its role, its words as they are set, the notes that it refers to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from publisher.layout.compositor import Compositor
from publisher.layout.footnotes import FootNote, foot_note
from publisher.manuscript import Picture, Table, with_readings
from publisher.record import NamedTuple
from publisher.script import Passage
from publisher.speech import Piece

_CAPTION = r"[图表]\s?[0-9一二三四五六七八九十]+"
_LONGEST_CAPTION = 40
_QUOTED = r"\s*“[^“”]+”[。！？…]?\s*"
_SOURCE = "——[^。！？；：]{2,24}(?<![，、])"
_BULLET = "•"
_ANNEX_ROLES = frozenset({"annex", "signature", "date", "secrecy"})


def role_of(passage: Passage, before: Passage | None, after: Passage | None) -> str:
    """The passage's role, finer than the script has it: caption, quote, annexlabel.

    A short 图1 … beside a picture or 表1 … above a table is its caption; a paragraph that is
    nothing but one quotation is a quote. An annex's label stands before the annex itself, a list
    of annexes before more of the same, before a signature or at the end.
    """
    if passage.block is not None or not passage.parts:
        return passage.role
    if passage.role == "annex" and after is not None and after.role not in _ANNEX_ROLES:
        return "annexlabel"
    if passage.role != "body" or any(level for level, _ in passage.parts):
        return passage.role
    text = "".join(piece.text for _, piece in passage.parts)
    beside = [neighbour.block for neighbour in (before, after) if neighbour is not None]
    captioned = any(isinstance(block, Picture | Table) for block in beside)
    if captioned and len(text.strip()) <= _LONGEST_CAPTION and re.match(_CAPTION, text.strip()):
        return "caption"
    quoted = text.lstrip().startswith("“") and re.fullmatch(_QUOTED, text)
    return "quote" if quoted else "body"


def is_source(passage: Passage) -> bool:
    """Whether a passage tells whose words stand before it: ——《荀子·修身》."""
    text = "".join(piece.text for _, piece in passage.parts).strip()
    return text.startswith("——") and re.fullmatch(_SOURCE, text) is not None


class Words(NamedTuple):
    """A passage's words as they are set: (level, text) parts, and where they begin in the file.

    ``noted`` are its notes with the characters before which they are marked, ``label`` is how
    many characters at the beginning are a number that hangs, ``bullet`` is one that is added.
    """

    parts: tuple[tuple[int, str], ...]
    paragraph: int
    start: int
    noted: tuple[tuple[int, FootNote], ...] = ()
    label: int = 0
    bullet: str = ""

    @property
    def text(self) -> str:
        return "".join([text for _, text in self.parts])

    @property
    def marks(self) -> list[int]:
        """The characters before which a mark is set, in order."""
        return [at for at, note in self.noted if note.numbered]

    def at(self, place: int) -> int:
        """The offset in ``text`` of a character of the paragraph in the file."""
        return min(max(place - self.start, 0), len(self.text))


def words_of(passage: Passage, role: str, noted: Sequence[tuple[int, FootNote]]) -> Words | None:
    """The words of a passage; None where there are none. ``noted`` counts characters behind the
    paragraph's automatic number; negative is the paragraph's end."""
    first = passage.parts[0][1]
    raw = "".join(piece.text for _, piece in passage.parts)
    parts = _trimmed([(level, _clean(piece.text)) for level, piece in passage.parts])
    if not parts:
        return None
    start = first.ref.start + len(raw) - len(raw.lstrip())
    hangs = role == "body" and not any(level for level, _ in parts)
    label = max(first.label - (start - first.ref.start), 0) if hangs else 0
    bullet = _BULLET if hangs and first.bullet else ""
    words = Words(tuple(parts), first.ref.paragraph, start, (), label, bullet)
    if not noted:
        return words
    end = len(words.text)
    places = [end if at < 0 else words.at(first.label + at) for at, _ in noted]
    found = zip((max(place, label) for place in places), (note for _, note in noted), strict=True)
    return words._replace(noted=tuple(sorted(found, key=lambda each: each[0])))


def _clean(text: str) -> str:
    return text.replace("\t", " ")


def _trimmed(parts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The parts without the blanks that somebody typed to indent or to fill up."""
    kept = [(level, text) for level, text in parts if text]
    while kept and not kept[0][1].lstrip():
        kept.pop(0)
    while kept and not kept[-1][1].rstrip():
        kept.pop()
    if kept:
        kept[0] = (kept[0][0], kept[0][1].lstrip())
        kept[-1] = (kept[-1][0], kept[-1][1].rstrip())
    return kept


# --- notes ----------------------------------------------------------------------------------


def is_note(passage: Passage) -> bool:
    """Whether a passage is a paragraph of a footnote or endnote."""
    return bool(passage.parts) and passage.parts[0][1].note


class Noted(NamedTuple):
    """Notes by the passage that refers to them, with the character that each is marked before
    (-1: the end); ``taken`` are the passages that became notes."""

    by_passage: Mapping[int, tuple[tuple[int, FootNote], ...]]
    taken: frozenset[int]


def notes_of(passages: Sequence[Passage], compositor: Compositor) -> Noted:
    """The notes among ``passages``: each belongs to the last text before it.

    One behind a table or at the beginning, of which nothing tells what refers to it, stays where
    it is.
    """
    groups: dict[tuple[int, object], list[int]] = {}
    of: int | None = None
    for i, passage in enumerate(passages):
        if not is_note(passage):
            of = i if passage.parts and not _blank(passage) else None
        elif of is not None and not _blank(passage):
            ref = passage.parts[0][1].noted
            groups.setdefault((of, ("alone", i) if ref is None else ref.number), []).append(i)
    found: dict[int, list[tuple[int, FootNote]]] = {}
    for (owner, _), members in groups.items():
        first: Piece = passages[members[0]].parts[0][1]
        texts = [
            _clean("".join(with_readings(p.runs) for _, p in passages[i].parts)).strip()
            for i in members
        ]
        numbered = first.noted is None or not first.noted.typed
        note = foot_note(texts, compositor, f"note {members[0]}", numbered=numbered)
        at = -1 if first.noted is None else first.noted.at
        found.setdefault(owner, []).append((at, note))
    taken = frozenset(i for members in groups.values() for i in members)
    return Noted({owner: tuple(notes) for owner, notes in found.items()}, taken)


def _blank(passage: Passage) -> bool:
    return not "".join(piece.text for _, piece in passage.parts).strip()
