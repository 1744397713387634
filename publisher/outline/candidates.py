"""Places where a heading may begin. Generous: ``weighing`` decides, by all the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from publisher.manuscript import Paragraph
from publisher.outline.cues import Look, Looks, differences, explicit_level
from publisher.outline.numbering import Marker, line_marker, point_marker
from publisher.outline.roles import announces, is_no_heading
from publisher.outline.sentences import STOPS, Sentences, sentences

SHORT = 30
"""Characters of a usual heading; what is longer needs more evidence."""
_SENTENCE_ALONE = 18
"""Characters of an unnumbered sentence that may head the paragraphs after it."""
LONG = 60
SENTENCE = 76
"""The longest sentence that was a heading in annotated speeches."""
_TEXT = 120
_CLOSING = STOPS | frozenset("：:；;，,、…")
_CLOSED = _CLOSING | frozenset("”」）)")
_BLANKS = " \t\u3000\xa0\n"
_BLANK = re.compile(f"[{_BLANKS}]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a heading may begin, and what is seen there.

    ``start`` to ``end`` is the heading as it stands if it is one; ``last`` is the end of its
    line. ``family`` and ``form`` name its kind of number for ``nesting``; unnumbered ones go by
    their look. ``value`` is the number, -1 without.
    """

    paragraph: int
    start: int
    end: int
    last: int
    marker: Marker | None
    lead: bool
    """It begins its line."""
    explicit: int | None
    look: Look
    family: str
    form: str
    value: int
    depth: int
    """Level in its automatic list, or parts of a number like 1.2.3: the same kind may nest."""
    rank: float
    point: bool
    text: str
    rest: int
    """Characters of body behind it in its line."""
    wears: bool = False
    """Unnumbered, but its look stands out from the body's."""


def _heading_end(text: str, marks: Sentences, at: int, last: int, whole: bool) -> int:
    """The end of the sentence that holds ``at``; the line where it is a heading as it stands."""
    if whole:
        line = text[at:last].rstrip(_BLANKS)
        if not line or (len(line) <= LONG and line[-1] not in _CLOSED):
            return last
    end = marks.end_after(at, last)
    if end - at > SENTENCE:
        colon = marks.colon_after(at, end)
        if colon is not None and colon - at <= SHORT:
            end = colon
    return last if _skip(text, end) >= last else end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _unnumbered(
    paragraph: Paragraph, looks: Looks, marks: Sentences, body: Look, level: int | None
) -> tuple[int, bool] | None:
    """(heading end, stands out) of a paragraph without number that may be, or begin with, one."""
    text = paragraph.text
    size = len(text.strip(_BLANKS))
    if not size:
        return None
    if level is not None:
        # Whole paragraphs of text that wear a heading style by mistake stay text.
        if size > _TEXT and len(marks.ends) > 1:
            return None
        return len(text), True
    if size < 2 or is_no_heading(text):
        return None
    lead = looks.lead_end()
    first = marks.end_after(0, len(text))
    if lead < len(text) and text[lead:].strip(_BLANKS):
        # A first sentence set apart from what follows: 加粗段首句.
        stands_out = any(differences(looks.of(0, lead), body)) and lead - first in {-1, 0, 1}
        return (first, True) if stands_out and first <= LONG else None
    stands_out = any(differences(looks.of(0, len(text)), body))
    if stands_out:
        return (len(text), True) if size <= LONG else None
    mark = text.rstrip(_BLANKS)[-1:]
    limit = _SENTENCE_ALONE if mark == "。" and not announces(text) else SHORT
    likely = size <= limit and (mark not in _CLOSING or limit == _SENTENCE_ALONE)
    return (len(text), False) if likely else None


def _points(text: str, marks: Sentences) -> Iterator[Marker]:
    """Markers of points at the starts of sentences.

    一是 may also stand after a comma (主要有三点，一是…。二是…。) if 二 begins a sentence later;
    where 二 only follows a comma (一是…，二是…), they are clauses of one sentence, not points.
    """
    strict = set(marks.starts)
    found = [
        (marker, at in strict)
        for at in sorted(strict.union(marks.clauses))
        if (marker := point_marker(text, at)) is not None
    ]
    for place, (marker, starts) in enumerate(found):
        second = next(
            (s for m, s in found[place + 1 : place + 4] if m.kind is marker.kind and m.value == 2),
            None,
        )
        if (starts, second) in _KEEP if marker.value == 1 else starts:
            yield marker


# (begins a sentence, whether 二 does; None without 二): which 一 may be points.
_KEEP = {(True, True), (True, None), (False, True)}


def candidates(paragraphs: Sequence[Paragraph], body: Look, first: int) -> list[Candidate]:
    """All places of ``paragraphs`` (those that are not front or closing) where a heading may be."""
    found: list[Candidate] = []
    for paragraph in paragraphs:
        if not paragraph.cues.in_table and paragraph.index >= first:
            found.extend(_of_paragraph(paragraph, body))
    return found


def _of_paragraph(paragraph: Paragraph, body: Look) -> Iterator[Candidate]:
    text = paragraph.text
    marks = sentences(text)
    looks = Looks(paragraph)
    level = explicit_level(paragraph)
    bounds = list(_lines(text))
    leads = {_skip(text, start) for start, _ in bounds}
    heads = {m.start: m for m in _points(text, marks)}
    heads |= {at: m for at in leads if (m := line_marker(text, at)) and not m.kind.point}
    begun = 0
    if _skip(text, 0) not in heads:
        seen = _unnumbered(paragraph, looks, marks, body, level)
        if seen is not None:
            begun = seen[0]
            yield _unnumbered_candidate(paragraph, looks, *seen, level)
    order = [heads[at] for at in sorted(heads) if at >= begun]
    line = 0
    for marker, following in zip_longest(order, order[1:]):
        while bounds[line][1] < marker.start:
            line += 1
        begin, last = bounds[line]
        if following is not None:
            last = min(last, following.start)
        lead = marker.start in leads
        own = level if lead and begin == 0 else None
        whole = lead and (own is not None or not marker.kind.point)
        end = _heading_end(text, marks, marker.end, last, whole)
        start = begin if lead else marker.start
        yield Candidate(
            paragraph.index, start, end, last, marker, lead, own, looks.of(start, end),
            marker.kind.family, marker.form, marker.value, _depth(paragraph, marker, lead),
            marker.kind.rank, marker.kind.point,
            text[marker.title_at : end].strip(_BLANKS), len(text[end:last].strip(_BLANKS)),
        )  # fmt: skip


def _depth(paragraph: Paragraph, marker: Marker, lead: bool) -> int:
    number = paragraph.cues.number
    listed = number.level if number is not None and lead else 0
    return listed + marker.literal.rstrip(".．").replace("．", ".").count(".")


def _unnumbered_candidate(
    paragraph: Paragraph, looks: Looks, end: int, wears: bool, level: int | None
) -> Candidate:
    text = paragraph.text
    return Candidate(
        paragraph.index, 0, end, len(text), None, True, level, looks.of(0, end),
        "unnumbered", "", -1, 0, 2.5, False, text[:end].strip(_BLANKS),
        len(text[end:].strip(_BLANKS)), wears,
    )  # fmt: skip


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
