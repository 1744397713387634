"""The author's last word on the outline, addressed by the words of a heading."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.folding import CLOSING, IGNORED, KIN, as_key
from publisher.manuscript import Paragraph
from publisher.outline.candidate import Candidate
from publisher.outline.cues import Looks
from publisher.outline.numbering import line_marker
from publisher.outline.sentences import sentences
from publisher.record import NamedTuple
from publisher.treatment import Corrections

NOT_A_HEADING = 0


class _Wish(NamedTuple):
    """A correction with its place: characters ``start`` to ``end`` of a paragraph."""

    start: int
    end: int
    level: int | None


def _place(key: str, text: str) -> tuple[int, int] | None:
    """Where the words of ``key`` stand in ``text``, at the start of a sentence, mark included."""
    kept = [at for at, char in enumerate(text) if char not in IGNORED]
    bare = "".join(text[at] for at in kept).translate(KIN)
    found = bare.find(key)
    starts: frozenset[int] | None = None
    while found >= 0:
        if starts is None:
            marks = sentences(text)
            starts = frozenset((*marks.starts, *marks.clauses))
        if found == 0 or kept[found] in starts:
            end = kept[found + len(key) - 1] + 1
            while end < len(text) and text[end] in CLOSING:
                end += 1
            return kept[found], end
        found = bare.find(key, found + 1)
    return None


def title_lines(title: str | None, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs whose texts, joined, are the title; empty where there are none."""
    wanted = as_key(title or "")
    for first in range(len(paragraphs) if wanted else 0):
        joined = ""
        for paragraph in paragraphs[first:]:
            joined += as_key(paragraph.text)
            if joined == wanted:
                return frozenset(range(first, paragraph.index + 1))
            if not wanted.startswith(joined):
                break
    return frozenset()


def _placed(
    corrections: Corrections,
    headings: dict[str, list[tuple[int, int, int]]],
    paragraphs: Sequence[Paragraph],
) -> tuple[dict[int, list[_Wish]], tuple[str, ...]]:
    """Corrections by paragraph, and those whose words stand nowhere.

    ``headings``: the candidates as (paragraph, start, end) by the key of their text and of their
    title. Words that no candidate has are looked for at the starts of sentences; where several
    places have them, all are meant.
    """
    placed: dict[int, list[_Wish]] = {}
    lost: list[str] = []
    for text, level in corrections.headings:
        key = as_key(text)
        places = list(headings.get(key, ()))
        if not places and key:
            places = [
                (paragraph.index, *span)
                for paragraph in paragraphs
                if not paragraph.cues.in_table and (span := _place(key, paragraph.text))
            ]
        for index, start, end in places:
            placed.setdefault(index, []).append(_Wish(start, end, level))
        if not places:
            lost.append(text)
    return placed, tuple(lost)


def applied(
    corrections: Corrections, found: list[Candidate], paragraphs: Sequence[Paragraph]
) -> tuple[list[Candidate], tuple[str, ...]]:
    """The candidates of ``paragraphs`` as the author corrected them, and what had no place."""
    texts = {paragraph.index: paragraph for paragraph in paragraphs}
    names: dict[str, list[tuple[int, int, int]]] = {}
    for c in found:
        whole = texts[c.paragraph].text[c.start : c.end]
        for key in dict.fromkeys((as_key(whole), as_key(c.text))):
            names.setdefault(key, []).append((c.paragraph, c.start, c.end))
    placed, lost = _placed(corrections, names, paragraphs)
    kept = [c for c in found if not any(_overlap(c, w) for w in placed.get(c.paragraph, ()))]
    for index, wanted in placed.items():
        looks = Looks(texts[index])
        kept += [
            _corrected(texts[index], wish.start, wish.end, wish.level, looks)
            for wish in wanted
            if wish.level != NOT_A_HEADING
        ]
    return sorted(kept, key=lambda c: (c.paragraph, c.start)), lost


def _corrected(
    paragraph: Paragraph, start: int, end: int, level: int | None, looks: Looks
) -> Candidate:
    """The heading that the author says stands at ``start`` to ``end`` of a paragraph."""
    text = paragraph.text
    marker = line_marker(text, start + len(text[start:]) - len(text[start:].lstrip()))
    if marker is not None and marker.end >= end:
        marker = None
    return Candidate(
        paragraph, (start, end, len(text)), marker, looks,
        lead=not text[:start].strip(), explicit=level, said=True,
    )  # fmt: skip


def _overlap(candidate: Candidate, wish: _Wish) -> bool:
    return candidate.start < wish.end and wish.start < candidate.end
