"""Places where a heading may begin. Generous: ``weighing`` decides, by all the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from publisher.manuscript import Paragraph
from publisher.outline.cues import Look, Looks, differences, explicit_level, is_note
from publisher.outline.numbering import (
    Marker,
    automatic_marker,
    inline_marker,
    line_marker,
    point_marker,
)
from publisher.outline.roles import announces, is_no_heading
from publisher.outline.sentences import STOPS, Sentences, sentences
from publisher.speech import stage_directions

SHORT = 30
"""Characters of a usual heading; what is longer needs more evidence."""
_SENTENCE_ALONE = 18
"""Characters of an unnumbered sentence that may head the paragraphs after it."""
_SENTENCE_MARKS = ("。", "？", "?")
LINE = "line"
"""The form of points that are lines of their own."""
OPEN, CLOSED, OUTER = "open", "closed", "outer"
"""Sorts of unnumbered headings; an outer one stands right above another."""
_LINE_ALONE = 45
"""Characters of an unnumbered line that no mark closes."""
LONG = 60
SENTENCE = 76
"""The longest sentence that was a heading in annotated speeches."""
_TEXT = 120
_CLOSING = STOPS | frozenset("：:；;，,、…")
_CLOSED = _CLOSING | frozenset("”」）)")
_BLANKS = " \t\u3000\xa0\n"


class Candidate:
    """A place where a heading may begin, and what is seen there.

    ``start`` to ``end`` is the heading as it stands if it is one; ``last`` is the end of its
    line, ``rest`` counts the characters of body between them. ``family`` and ``form`` name its
    kind of number for ``nesting``; unnumbered ones go by their look. ``value`` is the number,
    -1 without. ``depth``: level in its automatic list, or parts of a number like 1.2.3 (the same
    kind may nest). ``lead``: it begins its line. ``explicit``: its level, set by hand.
    """

    __slots__ = (
        "depth", "end", "explicit", "family", "form", "last", "lead", "look", "marker", "more",
        "paragraph", "point", "rank", "rest", "said", "start", "text", "value", "wears",
    )  # fmt: skip

    def __init__(
        self, paragraph: Paragraph, span: tuple[int, int, int], marker: Marker | None,
        looks: Looks, *, lead: bool, explicit: int | None, depth: int = 0, wears: bool = False,
        said: bool = False,
    ) -> None:  # fmt: skip
        text = paragraph.text
        self.paragraph = paragraph.index
        self.start, self.end, self.last = span
        self.marker = marker
        self.lead = lead
        self.explicit = explicit
        self.look: Look = looks.of(self.start, self.end)
        self.depth = depth
        self.wears = wears
        """Unnumbered, but its look stands out from the body's."""
        self.said = said
        """The author says that it is a heading."""
        self.more = 0
        """How many of the next paragraphs belong to it: 第一部分 | 总体要求."""
        kind = marker.kind if marker else None
        self.family = kind.family if kind else "unnumbered"
        self.rank = kind.rank if kind else 2.5
        self.point = kind.point if kind else False
        self.value = marker.value if marker else -1
        self.text = text[marker.title_at if marker else self.start : self.end].strip(_BLANKS)
        self.form = marker.form if marker else _form(self.text)
        self.rest = len(text[self.end : self.last].strip(_BLANKS))
        if self.point and lead and not self.rest and self.text and self.text[-1] not in _CLOSING:
            # 第一个办法：坐得住, a line of its own, counts apart from 第一，… in the text.
            self.form = LINE


def _form(text: str) -> str:
    """Lines that no mark closes and short sentences are two sorts of unnumbered headings."""
    return CLOSED if text.endswith(_SENTENCE_MARKS) else OPEN


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
    if first < len(text.rstrip(_BLANKS)):
        return None
    mark = text.rstrip(_BLANKS)[-1:]
    if mark in _SENTENCE_MARKS and not announces(text):
        likely = size <= _SENTENCE_ALONE
    else:
        likely = size <= _LINE_ALONE and mark not in _CLOSING
    return (len(text), False) if likely and not stage_directions(text) else None


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
    found = _with_first(text, marks, found)
    for place, (marker, starts) in enumerate(found):
        second = next(
            (s for m, s in found[place + 1 : place + 4] if m.kind is marker.kind and m.value == 2),
            None,
        )
        if (starts, second) in _KEEP if marker.value == 1 else starts:
            yield marker


def _with_first(
    text: str, marks: Sentences, found: list[tuple[Marker, bool]]
) -> list[tuple[Marker, bool]]:
    """建议一是…；二是…；三是…。: the first point may stand inside a clause where two others begin
    theirs.
    """
    whole: list[tuple[Marker, bool]] = []
    for place, (marker, starts) in enumerate(found):
        before = whole[-1][0] if whole else None
        after = found[place + 1][0] if place + 1 < len(found) else None
        if (
            starts
            and marker.value == 2
            and marker.kind.family == "count"
            and (before is None or before.kind is not marker.kind)
            and after is not None
            and (after.kind, after.value) == (marker.kind, 3)
        ):
            begin = max(marks.end_before(marker.start), marker.start - _TEXT)
            at = text.rfind("一" + marker.literal[-1], begin, marker.start)
            first = point_marker(text, at) if at >= 0 else None
            if first is not None:
                whole.append((first, False))
        whole.append((marker, starts))
    return whole


# (begins a sentence, whether 二 does; None without 二): which 一 may be points.
_KEEP = {(True, True), (True, None), (False, True)}


def _inline(text: str, marks: Sentences, heads: dict[int, Marker]) -> Iterator[Marker]:
    """Numbers like （1） that begin sentences inside a paragraph, where they count 1, 2, …

    The first may begin the paragraph: 1.早看。…2.早办。… on one line.
    """
    found = [
        marker
        for at in marks.starts
        if at not in heads and (marker := inline_marker(text, at)) is not None
    ]
    if not found:
        return
    reached = {m.kind.name: m.value for m in heads.values() if m.kind.inline}
    ones = {m.kind.name for m in found if m.value == 2} | set(reached)
    for marker in found:
        name = marker.kind.name
        goes_on = marker.value > 1 and marker.value == reached.get(name, 0) + 1
        if goes_on or (marker.value == 1 and name in ones):
            reached[name] = marker.value
            yield marker


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
        new = list(_of_paragraph(paragraph, body))
        following = paragraphs[paragraph.index + 1 : paragraph.index + 2]
        if len(new) == 1 and following and _goes_on(new[0], paragraph, following[0]):
            new[0].text = following[0].text.strip(_BLANKS)
            new[0].more = 1
            taken = following[0].index
        found.extend(new)
    _mark_pairs(found)
    return found


def _mark_pairs(found: Sequence[Candidate]) -> None:
    """Where two unnumbered lines in a row head the text, several times, the first is the outer.

    Two lines of five or seven characters each are a couplet.
    """
    alone = {
        c.paragraph: c
        for c in found
        if c.form == OPEN and not (c.wears or c.rest or c.said or c.explicit is not None)
    }
    firsts = [
        c
        for at, c in alone.items()
        if at + 1 in alone
        and at - 1 not in alone
        and at + 2 not in alone
        and not (len(alone[at + 1].text) == len(c.text) and len(c.text) in {5, 7})
    ]
    for c in firsts if len(firsts) > 1 else ():
        c.form = OUTER


def _goes_on(candidate: Candidate, paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a number stands alone on its line, and its words on the next."""
    marker = candidate.marker
    if marker is None or marker.kind.point or candidate.text:
        return False
    if candidate.end < len(paragraph.text):
        return False
    text = following.text.strip(_BLANKS)
    return (
        1 < len(text) <= SHORT + 10
        and text[-1] not in _CLOSING
        and "\n" not in text
        and not following.cues.in_table
        and not is_note(following)
        and explicit_level(following) in {None, explicit_level(paragraph)}
        and line_marker(text) is None
        and not is_no_heading(text)
    )


def _of_paragraph(paragraph: Paragraph, body: Look) -> Iterator[Candidate]:
    text = paragraph.text
    marks = sentences(text)
    looks = Looks(paragraph)
    level = explicit_level(paragraph)
    bounds = list(_lines(text))
    leads = {_skip(text, start) for start, _ in bounds}
    heads = {m.start: m for m in _points(text, marks)}
    heads |= {
        at: m for at in sorted(leads) if (m := _lead_marker(paragraph, at)) and not m.kind.point
    }
    heads |= {m.start: m for m in _inline(text, marks, heads)}
    begun = 0
    if _skip(text, 0) not in heads:
        seen = _unnumbered(paragraph, looks, marks, body, level)
        if seen is not None:
            begun, wears = seen
            span = (0, begun, len(text))
            yield Candidate(paragraph, span, None, looks, lead=True, explicit=level, wears=wears)
    order = [at for at in sorted(heads) if at >= begun]
    line = 0
    for at, following in zip_longest(order, order[1:]):
        marker = heads[at]
        while bounds[line][1] < at:
            line += 1
        begin, last = bounds[line]
        if following is not None:
            last = min(last, following)
        lead = at in leads
        own = level if lead and begin == 0 else None
        whole = lead and (own is not None or not marker.kind.point)
        end = _heading_end(text, marks, marker.end, last, whole)
        start = begin if lead else at
        yield Candidate(
            paragraph, (start, end, last), marker, looks,
            lead=lead, explicit=own, depth=_depth(paragraph, marker, lead),
        )  # fmt: skip


def _depth(paragraph: Paragraph, marker: Marker, lead: bool) -> int:
    number = paragraph.cues.number
    listed = number.level if number is not None and lead else 0
    return listed + marker.literal.rstrip(".．").replace("．", ".").count(".")


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at
