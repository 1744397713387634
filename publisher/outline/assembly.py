"""Cuts paragraphs at headings and ends, and hangs the pieces into the tree of a Speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from publisher.manuscript import Manuscript, Paragraph, Picture, Run, SourceRef, Table
from publisher.outline.back import Back
from publisher.outline.candidate import Candidate
from publisher.outline.cues import is_note
from publisher.outline.front import Front
from publisher.outline.manuscripts import Kind
from publisher.outline.roles import salutation_end
from publisher.outline.weighing import Verdict
from publisher.speech import Annex, BodyBlock, Piece, Section, Speech, has_bullet, piece_of

_WHOLE = 2
"""Bounds between which a paragraph is not cut."""
_CLOSING_MARKS = "。；：，、;:,. \t\u3000\xa0\n"


class _Node:
    """A section in the making."""

    __slots__ = ("before", "body", "children", "heading", "level", "more", "run_in", "verdict")

    def __init__(self, level: int, verdict: Verdict, heading: Piece, run_in: bool) -> None:
        self.level = level
        self.verdict = verdict
        self.heading = heading
        self.run_in = run_in
        self.before: list[Piece] = []
        self.more: list[Piece] = []
        self.body: list[BodyBlock] = []
        self.children: list[_Node] = []

    def section(self) -> Section:
        """Recursion is as deep as levels are: nine at most."""
        candidate = self.verdict.candidate
        marker = candidate.marker
        title = _whole(self.more[-1]) if self.more else _title(self.heading, candidate)
        return Section(
            level=self.level,
            number=marker.literal if marker else None,
            heading=self.heading,
            title=title,
            run_in=self.run_in,
            evidence=self.verdict.evidence,
            confidence=self.verdict.confidence,
            body=tuple(self.body),
            children=tuple(child.section() for child in self.children),
            before=tuple(self.before),
            more=tuple(self.more),
        )


class _Tree:
    """A document in the making: the speech itself, or an annex."""

    def __init__(self) -> None:
        self.opening: list[BodyBlock] = []
        self.roots: list[_Node] = []
        self.path: list[_Node] = []

    def current(self) -> list[BodyBlock]:
        """Where text goes that stands here."""
        return self.path[-1].body if self.path else self.opening

    def open(self, node: _Node) -> None:
        """Hang a heading in; an address said again just above it goes with it."""
        body = self.current()
        while body and isinstance(body[-1], Piece) and _is_address(body[-1]):
            node.before.insert(0, body[-1])
            body.pop()
        while self.path and self.path[-1].level >= node.level:
            self.path.pop()
        (self.path[-1].children if self.path else self.roots).append(node)
        self.path.append(node)

    def sections(self) -> tuple[Section, ...]:
        return tuple(node.section() for node in self.roots)


def _is_address(piece: Piece) -> bool:
    text = piece.text
    return len(text) < 60 and salutation_end(text) == len(text.rstrip())


def _whole(piece: Piece) -> Piece:
    text = piece.text
    return piece.cut(len(text) - len(text.lstrip()), len(text.rstrip()))


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
    if len(bounds) == _WHOLE and all(run.text for run in paragraph.runs):
        return [piece_of(paragraph)]
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
        ref = SourceRef(paragraph.index, start, end)
        label = 0 if start else min(len(paragraph.label), end)
        cues = paragraph.cues
        bullet = has_bullet(paragraph) and not start
        noted = is_note(paragraph)
        pieces.append(Piece(ref, tuple(parts), noted, cues.note_ref, label, bullet))
    return pieces


class Assembly:
    """The walk over a manuscript's blocks. ``headings`` are (verdict, level) in order."""

    def __init__(
        self,
        manuscript: Manuscript,
        front: Front,
        back: Back,
        headings: Sequence[tuple[Verdict, int]],
    ) -> None:
        self.manuscript = manuscript
        self.ends = back
        self.front_lines: dict[int, list[tuple[str, int, int]]] = {}
        for role, index, start, end in front.lines:
            self.front_lines.setdefault(index, []).append((role, start, end))
        self.headings: dict[int, list[tuple[int, Verdict]]] = {}
        for verdict, level in headings:
            entry = level, verdict
            self.headings.setdefault(verdict.candidate.paragraph, []).append(entry)
        self.labels = {index for index, _ in back.annexes}
        self.tree = _Tree()
        self.trees: list[tuple[Piece | None, _Tree]] = [(None, self.tree)]
        self.front: list[tuple[str, Piece]] = []
        self.closing: list[BodyBlock] = []
        self.back: list[tuple[str, BodyBlock]] = []
        self.state = "text"
        self.awaited = 0
        """Paragraphs still to come that belong to the heading just opened."""

    def speech(self, kind: Kind | None, secrecy: str | None) -> Speech:
        for block in self.manuscript.blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._block(block)
        (_, speech), *annexes = self.trees
        return Speech(
            front=tuple(self.front),
            opening=tuple(speech.opening),
            sections=speech.sections(),
            closing=tuple(self.closing),
            metadata=self.manuscript.metadata,
            back=tuple(self.back),
            annexes=tuple(
                Annex(label, tuple(tree.opening), tree.sections())
                for label, tree in annexes
                if label is not None
            ),
            kind=kind.name if kind else None,
            agenda=kind.agenda if kind else True,
            secrecy=secrecy,
        )

    def _block(self, block: Table | Picture) -> None:
        first = -1
        if isinstance(block, Table):
            first = next((p.index for row in block.rows for c in row for p in c.paragraphs), -1)
        if self.state == "text" and first >= self.ends.closing[0]:
            self.state = "closing"
        if first >= self.ends.after and self.state in {"text", "closing"}:
            self.state = "back"
        self._put(block)

    def _put(self, block: BodyBlock, role: str = "annex") -> None:
        if self.state == "back":
            self.back.append((role, block))
        elif self.state == "closing":
            self.closing.append(block)
        else:
            self.tree.current().append(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        index = paragraph.index
        if self.awaited:
            self.awaited -= 1
            self.tree.path[-1].more.append(piece_of(paragraph))
        elif index in self.labels:
            self.state = "annex"
            self.tree = _Tree()
            self.trees.append((piece_of(paragraph), self.tree))
        elif self.state != "annex" and index >= self.ends.after:
            self.state = "back"
            role = "note" if is_note(paragraph) else self.ends.roles.get(index, "annex")
            self._put(piece_of(paragraph), role)
        else:
            self._cut(paragraph)

    def _cut(self, paragraph: Paragraph) -> None:
        """The cuts of a paragraph: front line, headings, the words that take leave."""
        size = len(paragraph.text)
        lines = self.front_lines.get(paragraph.index, ())
        headings = self.headings.get(paragraph.index, [])
        closing = self.ends.closing
        leave = closing[1] if closing[0] == paragraph.index else None
        if not lines and not headings and leave is None:
            self._hang(paragraph, size, ())
            return
        cuts: list[tuple[int, int, str | tuple[int, Verdict]]] = [
            (start, end, role) for role, start, end in lines
        ]
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
            self._put(pieces[0])
        for number, (_, _, what) in enumerate(cuts):
            piece, rest = pieces[2 * number + 1], pieces[2 * number + 2]
            if what == "closing":
                self.state = "closing"
            elif isinstance(what, str):
                self.front.append((what, piece))
            else:
                level, verdict = what
                run_in = piece.ref.start > 0 or bool(rest.runs) or number + 1 < len(cuts)
                self.tree.open(_Node(level, verdict, piece, run_in))
                self.awaited = verdict.candidate.more
            if rest.runs:
                self._put(rest)
