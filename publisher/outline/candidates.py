"""Places where a heading may begin. Generous: ``weighing`` decides, by all the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from publisher.manuscript import Paragraph
from publisher.outline.candidate import BLANKS, CHORUS, CLOSING, LONG, SHORT, Candidate
from publisher.outline.chorus import chorus
from publisher.outline.cues import Look, Looks, explicit_level, is_note
from publisher.outline.numbering import Marker, automatic_marker, line_marker
from publisher.outline.points import inline_numbers, points
from publisher.outline.roles import is_no_heading
from publisher.outline.sentences import Sentences, sentences
from publisher.outline.unnumbered import mark_outer, unnumbered

_SENTENCE = 76
"""The longest sentence that was a heading in annotated speeches."""
_NEAR = 6
"""Paragraphs that a point may take before the next."""
_ALIKE = 4
"""Characters that clauses of one build may differ in length."""
_TIMES = 2
"""How many times longer than its name the text behind a semicolon is."""
_CLOSED = CLOSING | frozenset("”」）)")


def _heading_end(text: str, marks: Sentences, at: int, last: int, whole: bool) -> int:
    """The end of the sentence that holds ``at``; the line where it is a heading as it stands."""
    if whole:
        line = text[at:last].rstrip(BLANKS)
        if not line or (len(line) <= LONG and line[-1] not in _CLOSED):
            return last
    end = marks.end_after(at, last)
    name = marks.semicolon_after(at, end)
    if name is not None and _is_name(text[at:name], text[name:last]):
        return name
    if end - at > _SENTENCE:
        colon = marks.colon_after(at, end)
        if colon is not None and colon - at <= SHORT:
            end = colon
    return last if _skip(text, end) >= last else end


def _is_name(clause: str, rest: str) -> bool:
    """Whether a clause that a semicolon closes is the heading: （一）见急不急；…

    The text behind it is longer, and not a row of clauses built like it: 抓学习；抓作风；….
    """
    following = rest.partition("；")[0]
    alike = following[:1] == clause[:1] and abs(len(following) - len(clause)) < _ALIKE
    return len(clause) <= SHORT and len(rest) >= _TIMES * len(clause) and not alike


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _lead_marker(paragraph: Paragraph, at: int) -> Marker | None:
    """The number that begins a line: typed, or made by Word in whatever form."""
    text = paragraph.text
    found = line_marker(text, at)
    number = paragraph.cues.number
    label = paragraph.label.strip()
    if number is None or number.format == "bullet" or not label or at >= len(paragraph.label):
        return found
    typed = found is not None and found.end >= at + len(label)
    return found if typed else automatic_marker(text, label)


def candidates(paragraphs: Sequence[Paragraph], body: Look, first: int) -> list[Candidate]:
    """All places of ``paragraphs`` (those that are not front or closing) where a heading may be."""
    found: list[Candidate] = []
    taken = -1
    for paragraph in paragraphs:
        if paragraph.index < first or paragraph.index == taken:
            continue
        if paragraph.cues.in_table or is_note(paragraph):
            continue
        new = list(_of_paragraph(paragraph, body, paragraphs))
        following = paragraphs[paragraph.index + 1 : paragraph.index + 2]
        if len(new) == 1 and following and _goes_on(new[0], paragraph, following[0]):
            new[0].text = following[0].text.strip(BLANKS)
            new[0].more = 1
            taken = following[0].index
        found.extend(new)
    mark_outer(found)
    begun = {c.paragraph for c in found if c.lead}
    sung = chorus([p for p in paragraphs if p.index >= first and p.index not in begun])
    for paragraph, end in sung:
        found.append(_refrain(paragraph, end))
    return sorted(found, key=lambda c: (c.paragraph, c.start)) if sung else found


def _refrain(paragraph: Paragraph, end: int) -> Candidate:
    span = (0, end, len(paragraph.text))
    c = Candidate(paragraph, span, None, Looks(paragraph), lead=True, explicit=None)
    c.form = CHORUS
    return c


def _goes_on(candidate: Candidate, paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a number stands alone on its line, and its words on the next."""
    marker = candidate.marker
    if marker is None or marker.kind.point or candidate.text:
        return False
    if candidate.end < len(paragraph.text):
        return False
    text = following.text.strip(BLANKS)
    return (
        1 < len(text) <= SHORT + 10
        and text[-1] not in CLOSING
        and "\n" not in text
        and not following.cues.in_table
        and not is_note(following)
        and explicit_level(following) in {None, explicit_level(paragraph)}
        and line_marker(text) is None
        and not is_no_heading(text)
    )


def _next_marker(paragraphs: Sequence[Paragraph], at: int) -> Marker | None:
    """The number that begins the next numbered paragraph, among a few."""
    found = (line_marker(p.text, _skip(p.text, 0)) for p in paragraphs[at + 1 : at + _NEAR])
    return next((marker for marker in found if marker is not None), None)


def _of_paragraph(
    paragraph: Paragraph, body: Look, paragraphs: Sequence[Paragraph]
) -> Iterator[Candidate]:
    text = paragraph.text
    marks = sentences(text)
    looks = Looks(paragraph)
    level = explicit_level(paragraph)
    bounds = list(_lines(text))
    leads = {_skip(text, start) for start, _ in bounds}
    heads = {m.start: m for m in points(text, marks)}
    heads |= {
        at: m for at in sorted(leads) if (m := _lead_marker(paragraph, at)) and not m.kind.point
    }
    upcoming = partial(_next_marker, paragraphs, paragraph.index)
    heads |= {m.start: m for m in inline_numbers(text, marks, heads, upcoming)}
    begun = 0
    if _skip(text, 0) not in heads:
        seen = unnumbered(paragraph, looks, marks, body, level)
        if seen is not None:
            begun, wears = seen
            span = (0, begun, len(text))
            yield Candidate(paragraph, span, None, looks, lead=True, explicit=level, wears=wears)
    order = [at for at in sorted(heads) if at >= begun]
    if not order:
        return
    line = 0
    for at, following in zip_longest(order, order[1:]):
        marker = heads[at]
        while bounds[line][1] < at:
            line += 1
        begin, line_end = bounds[line]
        behind = len(text) if following is None else following
        last = min(line_end, behind)
        lead = at in leads
        own = level if lead and begin == 0 else None
        whole = lead and (own is not None or not marker.kind.point)
        end = _heading_end(text, marks, marker.end, last, whole)
        start = begin if lead else at
        c = Candidate(
            paragraph, (start, end, behind), marker, looks,
            lead=lead, explicit=own, depth=_depth(paragraph, marker, lead),
        )  # fmt: skip
        if last < line_end:
            c.reach = _heading_end(text, marks, marker.end, line_end, whole)
        yield c


def _depth(paragraph: Paragraph, marker: Marker, lead: bool) -> int:
    number = paragraph.cues.number
    listed = number.level if number is not None and lead else 0
    return listed + marker.literal.rstrip(".．").replace("．", ".").count(".")


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in BLANKS:
        at += 1
    return at
