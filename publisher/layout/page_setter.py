"""From passages to blocks: the style of each, its lines, its notes, its words in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from publisher.events import Notice, notice
from publisher.geometry import Emu
from publisher.layout.asides import Margin
from publisher.layout.breath import breath_breaks, ends_sentence
from publisher.layout.compositor import Compositor
from publisher.layout.footnotes import STAND_IN, FootNote, hung
from publisher.layout.letters import EM_BASELINE, Span
from publisher.layout.page_blocks import Aside, Mark, PictureBlock, TextBlock, picture_block
from publisher.layout.page_model import PageProfile, PageStyle
from publisher.layout.page_tables import TableBlock, table_block
from publisher.layout.page_text import Lines, breaks_of, composed, from_character
from publisher.layout.paragraph import broken_rules
from publisher.layout.passage import Words, is_source, notes_of, role_of, words_of
from publisher.layout.sense import break_title
from publisher.layout.story import story_paragraph
from publisher.layout.voices import voiced
from publisher.layout.wrapping import text_width
from publisher.manuscript import Picture, Table
from publisher.plan import Colour, Line, Part, TextParagraph, TextRun
from publisher.record import NamedTuple
from publisher.script import Passage
from publisher.typeface.registry import Typefaces

INK = Colour("dk1")
PageBlock = TextBlock | PictureBlock | TableBlock
_STRUCTURE = {"title": "Title", "quote": "BlockQuote", "caption": "Caption"}
_KEPT = frozenset({"title", "subtitle", "salutation", "heading", "annexlabel"})
_BY_SENSE = frozenset({"title", "subtitle"})
_TITLE_LINES = 5
_SMALLER = (1.0, 0.93, 0.86, 0.79, 0.72, 0.65)
"""Sizes that a title is tried at, in parts of its own."""


class Setter(NamedTuple):
    """Sets passages for a profile. ``notices`` gathers what could not be set by the rules."""

    compositor: Compositor
    margin: Margin
    notices: list[Notice]

    @property
    def profile(self) -> PageProfile:
        return self.compositor.profile

    @property
    def typefaces(self) -> Typefaces:
        return self.compositor.typefaces

    def blocks(self, passages: Sequence[Passage]) -> Iterator[PageBlock]:
        """The blocks of ``passages`` in order; notes go with the text that refers to them."""
        notes = notes_of(passages, self.compositor)
        shown = [i for i in range(len(passages)) if i not in notes.taken]
        group, drop = "", 0
        for at, i in enumerate(shown):
            before = passages[shown[at - 1]] if at else None
            after = passages[shown[at + 1]] if at + 1 < len(shown) else None
            role = role_of(passages[i], before, after)
            style = self._style(passages[i], role)
            gap = style.before if group and style.group != group else 0
            noted = notes.by_passage.get(i, ())
            block = self._block(passages[i], role, style, i, after, noted)
            if block is None:
                continue
            if isinstance(block, TextBlock):
                # What is centred below a title keeps its distance, and leaves the grid with it.
                inherited = drop if style.group == group and style.align == "center" else 0
                drop = max(inherited, round((style.size - self.profile.em) * EM_BASELINE), 0)
                if role == "caption":  # nearer to what it tells of than to the text
                    drop = self.profile.pitch // 4 * (1 if block.keep else -1)
                if drop != block.drop:
                    block = block._replace(drop=drop)
            group = style.group
            yield block if gap == block.before else block._replace(before=gap)

    def _style(self, passage: Passage, role: str) -> PageStyle:
        if role == "heading":
            return self.profile.heading(passage.parts[0][0])
        return self.profile.style(role)

    def _style_name(self, words: Words, role: str) -> str:
        if role == "heading":
            return f"heading{words.parts[0][0]}"
        return role if role in self.profile.styles else "body"

    def _block(
        self, passage: Passage, role: str, style: PageStyle, index: int,
        after: Passage | None, noted: Sequence[tuple[int, FootNote]],
    ) -> PageBlock | None:  # fmt: skip
        block, name = passage.block, f"passage {index}"
        if isinstance(block, Picture):
            captioned = after is not None and role_of(after, passage, None) == "caption"
            return picture_block(block, self.profile, name, 0, keep=captioned)
        if isinstance(block, Table):
            if not block.rows:
                return None
            cue = "".join(words for _, words in self.margin.cues.get(index, ()))
            table = table_block(block, self.compositor, name, 0)
            return table._replace(asides=(Aside(0, cue),) if cue else ())
        words = words_of(passage, role, noted)
        if words is None:
            return None
        above_table = after is not None and isinstance(after.block, Table)
        quoted = after is not None and is_source(after)
        keep = role in _KEPT or quoted or (role == "caption" and above_table)
        return self._text(words, passage, role, style, index, keep=keep)

    def _begins(self, passage: Passage, role: str) -> str:
        if role == "heading" and passage.parts[0][0] == 1:
            return self.profile.begins["heading1"]
        return self.profile.begins["annex"] if role == "annexlabel" else "flow"

    def _text(
        self, words: Words, passage: Passage, role: str, style: PageStyle, index: int, *,
        keep: bool,
    ) -> TextBlock:  # fmt: skip
        if role in _BY_SENSE:
            style = self._fitting(style, words.text)
        spans = [self._span(level, text, role, style) for level, text in words.parts]
        spans = voiced(spans, passage.parts, plain=role == "title")
        cues, times = self.margin.cues.get(index, ()), self.margin.times.get(index, ())
        places = [words.at(at) for at, _ in cues]
        breaks = self._titled(spans, style, role) if role in _BY_SENSE else []
        # A centred heading is not torn either; Word breaks it by itself.
        centred = role == "heading" and style.align == "center"
        titled = self._titled(spans, style, role) if centred else breaks
        lines, hang = self._lines(spans, words, style, places, titled)
        self._report(lines, words.paragraph)
        bullet = words.bullet if lines and lines[0].text.startswith(words.bullet) else ""
        of = Lines(lines, words.text, words.marks, len(bullet))
        asides = [Aside(of.of(at), cue=cue) for at, (_, cue) in zip(places, cues)]
        asides += [Aside(of.of(words.at(at)), time=time) for at, time in times]
        level = words.parts[0][0] if role == "heading" else 0
        hangs = max(len(bullet), words.label)
        return TextBlock(
            lines=lines,
            paragraph=_paragraph(spans, style, self.profile),
            size=style.size,
            profile=self.profile,
            role=f"H{min(level, 6)}" if level else "LI" if hangs else _STRUCTURE.get(role, "P"),
            name=f"passage {index}",
            keep=keep,
            begins=self._begins(passage, role),
            lead=_lead(words, of) if role != "title" else len(lines),
            stride=self.profile.stride(style.size),
            marks=_marks(words, of),
            noted=_noted(words, of),
            stops=_stops(lines) if self.profile.sentences else (),
            asides=tuple(asides),
            parts=(Part(0, "Lbl"), Part(hangs, "LBody")) if hangs else _parts(words, of),
            flowing=partial(
                story_paragraph, words, spans, self._style_name(words, role), breaks, hang
            ),
        )

    def _span(self, level: int, text: str, role: str, style: PageStyle) -> Span:
        own = self.profile.heading(level) if level and role != "title" else style
        return Span(text, own.font, own.size, INK)

    def _lines(
        self, spans: Sequence[Span], words: Words, style: PageStyle, places: Sequence[int],
        titled: Sequence[int],
    ) -> tuple[tuple[Line, ...], Emu]:  # fmt: skip
        """The lines of a passage, and the room that a number or bullet hangs in; slides begin
        with a line of their own at ``places``, a title's lines at ``titled``."""
        marker, hang = self._marker(spans, words.bullet or words.text[: words.label], style)
        indent = style.indent * self.profile.em
        label = words.label if hang else 0
        spans = from_character(spans, label)
        room, first = self.profile.measure - (indent + hang), 0
        if not hang:
            room, first = self.profile.measure, indent
        breaks = [*titled] or [place - label for place in places]
        if not titled and self.profile.breath and style.align == "left":
            spare = spans[0].size * 2 // 3 if words.marks and spans else 0
            breaks += breath_breaks(spans, room - spare, self.typefaces, first, self.compositor.own)
        lines = self.compositor.set(
            composed(spans, [mark - label for mark in words.marks], breaks),
            room, first_indent=first, alignment=style.align,
        )  # fmt: skip
        if not hang:
            return lines, 0
        moved = tuple(line._replace(x=line.x + indent + hang) for line in lines)
        return ((hung(moved[0], marker[0], hang), *moved[1:]) if moved else marker), hang

    def _marker(
        self, spans: Sequence[Span], marker: str, style: PageStyle
    ) -> tuple[tuple[Line, ...], Emu]:
        """The number or bullet that hangs, and its room in whole cells; nothing where none is."""
        if not marker:
            return (), 0
        span = spans[0]._replace(text=marker)
        width = text_width([span._replace(text=span.text.rstrip())], self.typefaces)
        em = self.profile.em
        lines = self.compositor.set([span], alignment="left")
        hang = -(-(width + em // 4) // em) * em
        roomy = self.profile.measure - style.indent * em - hang > 4 * em
        return (lines, hang) if len(lines) == 1 and roomy else ((), 0)

    def _fitting(self, style: PageStyle, text: str) -> PageStyle:
        """The style of a title, smaller where narrow paper would tear it, never below the text."""
        for share in _SMALLER:
            smaller = style._replace(size=max(round(style.size * share), self.profile.em))
            if self._by_sense(smaller, text) is not None:
                return smaller
        return style

    def _by_sense(self, style: PageStyle, text: str) -> tuple[str, ...] | None:
        return break_title(
            text, style.font, style.size, self.profile.measure, self.typefaces, _TITLE_LINES,
            self.compositor.own,
        )  # fmt: skip

    def _titled(self, spans: Sequence[Span], style: PageStyle, role: str) -> list[int]:
        """Where the lines of the title begin, broken by sense; [] where that cannot be done."""
        text = "".join(span.text for span in spans)
        broken = self._by_sense(style, text)
        if broken is None:
            if role == "title":
                self.notices.append(notice("title-not-by-sense", title=text))
            return []
        return breaks_of(text, broken)

    def _report(self, lines: Sequence[Line], paragraph: int) -> None:
        """Tell of a line that begins or ends against the rules: no way to set it was found."""
        for marks in broken_rules(lines, self.profile.level):
            if STAND_IN not in marks:
                self.notices.append(notice("line-rule-broken", paragraph, marks=marks))


def _lead(words: Words, of: Lines) -> int:
    """The lines that stay together: those of a run-in heading and the first of its text."""
    first, *rest = words.parts
    return of.of(len(first[1])) + 1 if first[0] and rest else 1


def _marks(words: Words, of: Lines) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    at = 0
    for level, text in words.parts:
        if level:
            heading = text.replace("\n", "").strip().rstrip("。：:；;，")
            marks.append(Mark(level, heading, of.of(at)))
        at += len(text)
    return tuple(marks)


def _parts(words: Words, of: Lines) -> tuple[Part, ...]:
    """A run-in heading, and the text that it runs into; () where all is one or the other."""
    found: list[Part] = []
    at = 0
    for level, text in words.parts:
        role = f"H{min(level, 6)}" if level else "P"
        if not found or found[-1].role != role:
            found.append(Part(of.at(at) if found else 0, role))
        at += len(text)
    return tuple(found) if len(found) > 1 else ()


def _noted(words: Words, of: Lines) -> tuple[tuple[int, FootNote], ...]:
    """The notes with the lines of their marks; one whose mark is typed, with that of its place."""
    found: list[tuple[int, FootNote]] = []
    number = 0
    for at, note in words.noted:
        found.append((of.of_mark(number) if note.numbered else of.of(max(at - 1, 0)), note))
        number += note.numbered
    return tuple(found)


def _stops(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(
        i for i, line in enumerate(lines, 1) if i == len(lines) or ends_sentence(line.text)
    )  # fmt: skip


def _paragraph(spans: Sequence[Span], style: PageStyle, profile: PageProfile) -> TextParagraph:
    runs = tuple(TextRun(span.text, span.role, span.size, span.colour) for span in spans)
    return TextParagraph(runs, style.align, pitch=profile.pitch, indent=style.indent * profile.em)
