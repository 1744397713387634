"""Manuscript → Speech, in four steps: the two ends, candidates, weighing, nesting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from publisher.events import Notice, notice
from publisher.manuscript import Manuscript, Paragraph, Picture, Run, SourceRef, Table
from publisher.outline.candidates import LONG, Candidate, candidates
from publisher.outline.cues import body_look, explicit_level
from publisher.outline.ends import Front, find_annex, find_closing, find_front
from publisher.outline.nesting import Place, nest
from publisher.outline.roles import ANSWER, QUESTION
from publisher.outline.weighing import Setting, Verdict, weigh
from publisher.speech import BodyBlock, Piece, Section, Speech

_CLOSING_MARKS = "。；：，、;:,. \t\u3000\xa0\n"


def understand(manuscript: Manuscript) -> tuple[Speech, tuple[Notice, ...]]:
    """What a manuscript means, and what is doubtful about it.

    The pieces of the Speech, in order, are the manuscript's text, each character once.
    Notices: title-missing, headings-missing, number-gap, number-repeated. Takes time in
    proportion to the length of the text.
    """
    paragraphs = manuscript.paragraphs()
    body = body_look(p for p in paragraphs if not p.cues.in_table)
    front = find_front(paragraphs[: _first_table(manuscript)], body)
    annex = find_annex(paragraphs)
    closing = find_closing(paragraphs, front.at[0] + (front.at[1] > 0), annex)
    setting = Setting(
        body=body,
        annex=annex,
        transcript=_is_transcript(paragraphs),
        styles={
            p.index: (p.cues.style_name or "") if p.cues.heading_style else ""
            for p in paragraphs
            if explicit_level(p) is not None
        },
        lists=frozenset(
            p.index for p in paragraphs if p.cues.number and p.cues.number.format != "bullet"
        ),
        centred=frozenset(p.index for p in paragraphs if p.cues.alignment == "center"),
        texts=frozenset(p.index for p in paragraphs if len(p.text) > LONG),
    )
    found = [
        c
        for c in candidates(paragraphs, body, front.at[0])
        if front.at <= (c.paragraph, c.start) and (c.paragraph, c.end) <= closing
    ]
    verdicts = weigh(found, setting)
    places = nest([v.candidate for v in verdicts])
    shift = _shift(front, places)
    speech = _Assembly(manuscript, front, closing, verdicts, places, shift).speech()
    return speech, tuple(_doubts(speech, verdicts, places))


def _first_table(manuscript: Manuscript) -> int:
    """How many paragraphs come before the first table."""
    count = 0
    for block in manuscript.blocks:
        if isinstance(block, Table):
            break
        count += isinstance(block, Paragraph)
    return count


def _is_transcript(paragraphs: Sequence[Paragraph]) -> bool:
    """Questions and answers, two of each at least."""
    asked = sum(p.text.lstrip().startswith(QUESTION) for p in paragraphs)
    answered = sum(p.text.lstrip().startswith(ANSWER) for p in paragraphs)
    return asked > 1 and answered > 1


def _shift(front: Front, places: Sequence[Place]) -> int:
    """Levels to take off where the title wears the outermost heading style."""
    outermost = min((place.level for place in places), default=1)
    return outermost - 1 if front.title_level is not None else 0


@dataclass(slots=True)
class _Node:
    """A section in the making."""

    level: int
    verdict: Verdict
    heading: Piece
    run_in: bool
    body: list[BodyBlock] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def section(self) -> Section:
        """Recursion is as deep as levels are: nine at most."""
        candidate = self.verdict.candidate
        marker = candidate.marker
        return Section(
            level=self.level,
            number=marker.literal if marker else None,
            heading=self.heading,
            title=_title(self.heading, candidate),
            run_in=self.run_in,
            evidence=self.verdict.evidence,
            confidence=self.verdict.confidence,
            body=tuple(self.body),
            children=tuple(child.section() for child in self.children),
        )


def _title(heading: Piece, candidate: Candidate) -> Piece:
    """The heading without marker and closing mark; a marker that stands alone is the title."""
    text = heading.text
    start = len(text) - len(text.lstrip(_CLOSING_MARKS))
    if candidate.marker is not None:
        start = candidate.marker.title_at - candidate.start
    end = len(text.rstrip(_CLOSING_MARKS))
    if start >= end:
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return heading.cut(start, end)


def slices(paragraph: Paragraph, bounds: Sequence[int]) -> list[Piece]:
    """A paragraph cut at ``bounds`` (offsets, rising), its runs walked once."""
    pieces: list[Piece] = []
    runs = iter(paragraph.runs)
    run: Run | None = next(runs, None)
    used, at = 0, bounds[0]
    for start, end in pairwise(bounds):
        parts: list[Run] = []
        while at < end and run is not None:
            text = run.text[used : used + end - at]
            if text:
                parts.append(Run(text, run.style))
            at += len(text)
            used += len(text)
            if used >= len(run.text):
                run, used = next(runs, None), 0
        pieces.append(Piece(SourceRef(paragraph.index, start, end), tuple(parts)))
    return pieces


class _Assembly:
    """Cuts paragraphs at headings and ends, and hangs the pieces into the tree."""

    def __init__(
        self,
        manuscript: Manuscript,
        front: Front,
        closing: tuple[int, int],
        verdicts: Sequence[Verdict],
        places: Sequence[Place],
        shift: int,
    ) -> None:
        self.manuscript = manuscript
        self.front_lines: dict[int, list[tuple[str, int, int]]] = {}
        for role, index, start, end in front.lines:
            self.front_lines.setdefault(index, []).append((role, start, end))
        self.closing_at = closing
        self.headings: dict[int, list[tuple[int, Verdict]]] = {}
        for verdict, place in zip(verdicts, places):
            entry = place.level - shift, verdict
            self.headings.setdefault(verdict.candidate.paragraph, []).append(entry)
        self.front: list[tuple[str, Piece]] = []
        self.opening: list[BodyBlock] = []
        self.roots: list[_Node] = []
        self.path: list[_Node] = []
        self.closing: list[BodyBlock] = []
        self.ending = False

    def speech(self) -> Speech:
        for block in self.manuscript.blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._ends_before(block)
                self._current().append(block)
        return Speech(
            front=tuple(self.front),
            opening=tuple(self.opening),
            sections=tuple(node.section() for node in self.roots),
            closing=tuple(self.closing),
            metadata=self.manuscript.metadata,
        )

    def _ends_before(self, block: Table | Picture) -> None:
        first = -1
        if isinstance(block, Table):
            first = next((p.index for row in block.rows for c in row for p in c.paragraphs), -1)
        self.ending = self.ending or first >= self.closing_at[0]

    def _current(self) -> list[BodyBlock]:
        """Where text goes that stands here."""
        if self.ending:
            return self.closing
        return self.path[-1].body if self.path else self.opening

    def _paragraph(self, paragraph: Paragraph) -> None:
        """The cuts of a paragraph: front line, headings, the words that take leave."""
        size = len(paragraph.text)
        cuts: list[tuple[int, int, str | tuple[int, Verdict]]] = [
            (start, end, role) for role, start, end in self.front_lines.get(paragraph.index, ())
        ]
        headings = self.headings.get(paragraph.index, [])
        leave = self.closing_at[1] if self.closing_at[0] == paragraph.index else None
        limits = [h.candidate.start for _, h in headings[1:]] + [size if leave is None else leave]
        cuts += [
            (h.candidate.start, min(h.candidate.end, limit), (level, h))
            for (level, h), limit in zip(headings, limits)
        ]
        if leave is not None:
            cuts.append((leave, leave, "closing"))
        self._hang(paragraph, size, cuts)

    def _hang(
        self,
        paragraph: Paragraph,
        size: int,
        cuts: Sequence[tuple[int, int, str | tuple[int, Verdict]]],
    ) -> None:
        bounds = [0, *(at for start, end, _ in cuts for at in (start, end)), size]
        pieces = slices(paragraph, bounds)
        if pieces[0].runs:
            self._current().append(pieces[0])
        for number, (_, _, what) in enumerate(cuts):
            piece, rest = pieces[2 * number + 1], pieces[2 * number + 2]
            if what == "closing":
                self.ending = True
            elif isinstance(what, str):
                self.front.append((what, piece))
            else:
                level, verdict = what
                run_in = piece.ref.start > 0 or bool(rest.runs) or number + 1 < len(cuts)
                self._open(_Node(level, verdict, piece, run_in))
            if rest.runs:
                self._current().append(rest)

    def _open(self, node: _Node) -> None:
        while self.path and self.path[-1].level >= node.level:
            self.path.pop()
        (self.path[-1].children if self.path else self.roots).append(node)
        self.path.append(node)


def _doubts(
    speech: Speech, verdicts: Sequence[Verdict], places: Sequence[Place]
) -> Iterator[Notice]:
    """What a person should look at."""
    if speech.named("title") is None:
        yield notice("title-missing")
    if not verdicts:
        yield notice("headings-missing")
    latest: dict[int, Candidate] = {}
    for verdict, place in zip(verdicts, places):
        candidate = verdict.candidate
        before = latest.get(place.series)
        if candidate.marker is None:
            continue
        value = before.value if before else 0
        if candidate.value and before is not None and before.marker is not None:
            facts = {"number": candidate.marker.literal, "before": before.marker.literal}
            if candidate.value > value + 1:
                yield notice("number-gap", candidate.paragraph, **facts)
            elif candidate.value <= value:
                yield notice("number-repeated", candidate.paragraph, **facts)
        latest[place.series] = candidate
