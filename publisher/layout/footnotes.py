"""Footnotes: their marks in the text, their lines at the foot of the page.

A mark's number is known when its page is. All circled numbers are as wide as one another, so a
paragraph is set with a stand-in, and the number takes its place when the page is drawn: nothing
moves. The stand-in is a character that never begins a line, as a mark never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.geometry import Emu, Rect, pt
from publisher.layout.compositor import Compositor
from publisher.layout.flow import Foot
from publisher.layout.letters import EM_BASELINE, Span, place
from publisher.layout.page_model import PageProfile
from publisher.plan import (
    Colour,
    GlyphRun,
    Glyphs,
    Item,
    Line,
    Part,
    Shape,
    Text,
    TextParagraph,
    TextRun,
)
from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape

INK = Colour("dk1")
STAND_IN = "℃"
_FONT = "song"
_SMALL, _RISE = 0.62, 0.36
"""A mark's size and how far it is raised, in ems of its text."""
_RULE_WIDTH = pt(0.5)


class FootNote(NamedTuple):
    """A note set in lines; without ``numbered`` its author typed its mark."""

    lines: tuple[Line, ...]
    paragraphs: tuple[TextParagraph, ...]
    numbered: bool
    name: str

    @property
    def height(self) -> int:
        return len(self.lines)


def circled(number: int) -> str:
    """① for 1 … ㊿ for 50, then anew."""
    number = (number - 1) % 50 + 1
    first = 0x2460 if number <= 20 else 0x3251 - 20 if number <= 35 else 0x32B1 - 35
    return chr(first + number - 1)


def mark_span(size: Emu) -> Span:
    """The stand-in for a mark in text of ``size``."""
    return Span(STAND_IN, _FONT, round(size * _SMALL), INK)


def foot_note(
    texts: Sequence[str], compositor: Compositor, name: str, *, numbered: bool
) -> FootNote:
    """A note of these paragraphs; its number stands out at the left."""
    style, measure = compositor.profile.notes, compositor.profile.measure
    hang = style.size * 3 // 2 if numbered else 0
    lines: list[Line] = []
    for text in texts:
        span = Span(text, style.font, style.size, INK)
        lines += compositor.set([span], measure - hang)
    lines = [line._replace(x=line.x + hang) for line in lines]
    if numbered and lines:
        mark = compositor.set([Span(STAND_IN, _FONT, style.size, INK)])
        lines[0] = hung(lines[0], mark[0], hang)
    paragraphs = tuple(
        TextParagraph((TextRun(text, style.font, style.size, INK),), pitch=style.pitch)
        for text in texts
    )
    return FootNote(tuple(lines), paragraphs, numbered, name)


def hung(line: Line, marker: Line, hang: Emu) -> Line:
    """``line`` with ``marker`` in the room of ``hang`` before it."""
    runs, above = (
        tuple(run._replace(glyphs=run.glyphs.moved(hang)) for run in part)
        for part in (line.runs, line.above)
    )
    return Line(line.x - hang, line.baseline, line.width + hang, marker.runs + runs, above)


def with_numbers(item: Text, numbers: Iterator[int], typefaces: Typefaces) -> Text:
    """``item``, a paragraph or cell, with the next of ``numbers`` for each stand-in in it."""
    sizes = _mark_sizes(item)

    def run_of(run: GlyphRun) -> GlyphRun:
        if not _is_mark(run, sizes):
            return run
        glyphs = []
        for glyph in run.glyphs:
            words = circled(next(numbers))
            gid = shape(words, _FONT, typefaces)[0].gid
            glyphs.append(glyph._replace(text=words, gid=gid))
        return run._replace(glyphs=Glyphs.of(glyphs), rise=round(run.size / _SMALL * _RISE))

    lines = tuple(line._replace(runs=tuple(map(run_of, line.runs))) for line in item.lines)
    return item._replace(lines=lines)


def without_marks(item: Text) -> Text:
    """``item`` without its stand-ins: a table's header that stands on another page again."""
    sizes = _mark_sizes(item)
    return item._replace(
        lines=tuple(
            line._replace(runs=tuple(run for run in line.runs if not _is_mark(run, sizes)))
            for line in item.lines
        )
    )


def _mark_sizes(item: Text) -> set[Emu]:
    return {round(run.size * _SMALL) for each in item.paragraphs for run in each.runs}


def _is_mark(run: GlyphRun, sizes: set[Emu]) -> bool:
    return run.size in sizes and not run.glyphs.text.strip(STAND_IN)


def foot_items(
    feet: Sequence[Foot], area: Rect, profile: PageProfile, typefaces: Typefaces
) -> list[Item]:
    """The notes of one page at its foot, below their rule; they are numbered from ① on."""
    if not feet:
        return []
    style = profile.notes
    count = sum(foot.end - foot.start for foot in feet)
    top = area.bottom - count * style.pitch
    rule = Rect(area.x, top - profile.note_clearance // 3, min(style.rule, area.width // 3), 0)
    items: list[Item] = [Shape(rule, stroke=INK, stroke_width=_RULE_WIDTH, name="note rule")]
    number = 0
    row = 0
    for foot in feet:
        note = foot.note
        assert isinstance(note, FootNote)  # noqa: S101  # only these were given to the flow
        baseline = top + row * style.pitch + (style.pitch - style.size) // 2
        baseline += round(style.size * EM_BASELINE)
        lines = place(note.lines[foot.start : foot.end], area.x, baseline, style.pitch)
        if note.numbered and foot.start == 0:
            number += 1
            lines = (_numbered(lines[0], number, typefaces), *lines[1:])
        height = (foot.end - foot.start) * style.pitch
        frame = Rect(area.x, top + row * style.pitch, area.width, height)
        items.append(_foot(foot, note, frame, lines))
        row += foot.end - foot.start
    return items


def _foot(foot: Foot, note: FootNote, frame: Rect, lines: tuple[Line, ...]) -> Text:
    start = sum(len(line.text) for line in note.lines[: foot.start])
    return Text(
        frame, note.paragraphs, lines, note.name, "Note", element=note.name, start=start,
        parts=(Part(0, "Lbl"), Part(1, "P")) if note.numbered else (),
    )  # fmt: skip


def _numbered(line: Line, number: int, typefaces: Typefaces) -> Line:
    first, *rest = line.runs
    words = circled(number)
    glyph = first.glyphs[0]._replace(text=words, gid=shape(words, _FONT, typefaces)[0].gid)
    own = first._replace(glyphs=Glyphs.of([glyph]))
    others = (first._replace(glyphs=first.glyphs[1:]),) if first.glyphs[1:] else ()
    return line._replace(runs=(own, *others, *rest))
