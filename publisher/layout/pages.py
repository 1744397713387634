"""The script on pages: GB/T 9704 by default, any grid by profile.

Passages become blocks (``page_blocks``, ``page_tables``), blocks flow into pages (``flow``),
pages become sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from publisher.events import Notice, notice
from publisher.geometry import Emu, Rect
from publisher.layout.flow import Placement, flow
from publisher.layout.page_blocks import Mark, PictureBlock, TextBlock, picture_block
from publisher.layout.page_tables import TableBlock, table_block
from publisher.layout.paragraph import EM_BASELINE, Span, broken_rules, place, set_paragraph
from publisher.layout.profile import PageProfile, PageStyle
from publisher.layout.sense import break_title
from publisher.layout.voices import voiced
from publisher.manuscript import Picture, Table
from publisher.plan import (
    Colour,
    Item,
    Line,
    OutlineEntry,
    Plan,
    PlanMeta,
    Sheet,
    Text,
    TextParagraph,
    TextRun,
)  # fmt: skip
from publisher.script import Passage, Script
from publisher.typeface.metrics import ink
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape

INK = Colour("dk1")
PageBlock = TextBlock | PictureBlock | TableBlock


def lay_out_pages(
    script: Script, profile: PageProfile, typefaces: Typefaces
) -> tuple[Plan, tuple[Notice, ...]]:
    """The script's passages as sheets of paper: each character once, in order.

    The outline has an entry for each heading. Notices: ``title-not-by-sense`` where a title could
    not be broken without parting a word, ``line-rule-broken`` where a line begins or ends with a
    mark that must not stand there, because no other way was found.
    """
    notices: list[Notice] = []
    blocks = list(_Setter(profile, typefaces, notices).blocks(script.passages))
    placements = flow(blocks, profile.rows)
    count = placements[-1].page + 1 if placements else 1
    pages: list[list[Item]] = [[] for _ in range(count)]
    outline: list[OutlineEntry] = []
    for placed in placements:
        area = profile.area(placed.page)
        _draw(placed, area, pages[placed.page], outline)
    numbering = _Numbering(profile, typefaces)
    for page, items in enumerate(pages):
        items.append(numbering.item(page))
    sheets = tuple(Sheet(tuple(items), f"page {i}") for i, items in enumerate(pages, 1))
    meta = PlanMeta(script.title, script.speaker, script.language)
    return Plan(meta, profile.paper, sheets, tuple(outline)), tuple(notices)


def _draw(placed: Placement, area: Rect, items: list[Item], outline: list[OutlineEntry]) -> None:
    block = placed.block
    assert isinstance(block, PageBlock)  # noqa: S101  # only these were given to the flow
    items += block.items(area, placed.row)
    if isinstance(block, TextBlock):
        outline += block.entries(area, placed.row, placed.page)


# --- passages to blocks ---------------------------------------------------------------------

_CAPTION = re.compile(r"[图表]\s?[0-9一二三四五六七八九十]+")
_LONGEST_CAPTION = 40
_STRUCTURE = {"title": "Title"}


class _Setter(NamedTuple):
    profile: PageProfile
    typefaces: Typefaces
    notices: list[Notice]

    def blocks(self, passages: Sequence[Passage]) -> Iterator[PageBlock]:
        group, drop = "", 0
        for i, passage in enumerate(passages):
            before = passages[i - 1] if i else None
            after = passages[i + 1] if i + 1 < len(passages) else None
            role = _role(passage, before, after)
            style = self._style(passage, role)
            gap = style.before if group and style.group != group else 0
            block = self._block(passage, role, style, f"passage {i}", gap, after)
            if isinstance(block, TextBlock):
                # What is centred below a title keeps its distance, and leaves the grid with it.
                inherited = drop if style.group == group and style.align == "center" else 0
                drop = max(inherited, round((style.size - self.profile.em) * EM_BASELINE), 0)
                if role == "caption":  # nearer to what it tells of than to the text
                    drop = self.profile.pitch // 4 * (1 if block.keep else -1)
                block = block._replace(drop=drop)
            if block is not None:
                group = style.group
                yield block

    def _style(self, passage: Passage, role: str) -> PageStyle:
        if role == "heading":
            return self.profile.heading(passage.parts[0][0])
        return self.profile.style(role)

    def _block(
        self,
        passage: Passage,
        role: str,
        style: PageStyle,
        name: str,
        before: int,
        after: Passage | None,
    ) -> PageBlock | None:
        block = passage.block
        if isinstance(block, Picture):
            captioned = after is not None and _role(after, passage, None) == "caption"
            return picture_block(block, self.profile, name, before, keep=captioned)
        if isinstance(block, Table):
            return (
                table_block(block, self.profile, self.typefaces, name, before)
                if block.rows
                else None
            )
        return self._text(passage, role, style, name, before, after)

    def _text(
        self,
        passage: Passage,
        role: str,
        style: PageStyle,
        name: str,
        before: int,
        after: Passage | None,
    ) -> TextBlock | None:
        parts = _trimmed([(level, _clean(piece.text)) for level, piece in passage.parts])
        if not parts:
            return None
        spans = [self._span(level, text, role, style) for level, text in parts]
        spans = voiced(spans, passage.parts) if role != "title" else spans
        lines = self._titled(spans, style) if role == "title" else ()
        lines = lines or self._set(spans, style)
        self._report(lines, passage.parts[0][1].ref.paragraph)
        marks = _marks(parts, lines)
        level = parts[0][0] if role == "heading" else 0
        above_table = after is not None and isinstance(after.block, Table)
        return TextBlock(
            lines=lines,
            paragraph=_paragraph(spans, style, self.profile),
            size=style.size,
            profile=self.profile,
            role=f"H{min(level, 6)}" if level else _STRUCTURE.get(role, "P"),
            name=name,
            before=before,
            keep=role in {"title", "subtitle", "salutation", "heading"}
            or (role == "caption" and above_table),
            lead=_lead(parts, lines) if role != "title" else len(lines),
            stride=-(-style.size * 6 // (5 * self.profile.pitch)),
            marks=marks,
        )

    def _span(self, level: int, text: str, role: str, style: PageStyle) -> Span:
        own = self.profile.heading(level) if level and role != "title" else style
        return Span(text, own.font, own.size, INK)

    def _titled(self, spans: Sequence[Span], style: PageStyle) -> tuple[Line, ...]:
        """The title broken by sense; () where that cannot be done."""
        text = "".join(span.text for span in spans)
        measure = self.profile.measure
        broken = break_title(text, style.font, style.size, measure, self.typefaces, 5)
        if broken is None:
            self.notices.append(notice("title-not-by-sense", title=text))
            return ()
        return self._set([Span("\n".join(broken), style.font, style.size, INK)], style)

    def _report(self, lines: Sequence[Line], paragraph: int) -> None:
        """Tell of a line that begins or ends against the rules: no way to set it was found."""
        for marks in broken_rules(lines, self.profile.level):
            self.notices.append(notice("line-rule-broken", paragraph, marks=marks))

    def _set(self, spans: Sequence[Span], style: PageStyle) -> tuple[Line, ...]:
        return set_paragraph(
            spans,
            self.profile.measure,
            self.typefaces,
            first_indent=style.indent * self.profile.em,
            alignment=style.align,
            level=self.profile.level,
        )


def _role(passage: Passage, before: Passage | None, after: Passage | None) -> str:
    """The passage's role; a short 图1 … beside a picture or 表1 … above a table is its caption."""
    if passage.role != "body" or passage.block is not None:
        return passage.role
    text = "".join(piece.text for _, piece in passage.parts).strip()
    if len(text) > _LONGEST_CAPTION or not _CAPTION.match(text):
        return passage.role
    beside = (neighbour.block for neighbour in (before, after) if neighbour is not None)
    return "caption" if any(isinstance(b, Picture | Table) for b in beside) else passage.role


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


def _starts(lines: Sequence[Line]) -> list[int]:
    return list(accumulate((len(line.text) for line in lines), initial=0))


def _line_of(starts: list[int], at: int) -> int:
    return max(i for i, start in enumerate(starts[:-1]) if start <= at)


def _lead(parts: Sequence[tuple[int, str]], lines: Sequence[Line]) -> int:
    """The lines that stay together: those of a run-in heading and the first of its text."""
    first, *rest = parts
    if not first[0] or not rest:
        return 1
    return _line_of(_starts(lines), len(first[1].replace("\n", ""))) + 1


def _marks(parts: Sequence[tuple[int, str]], lines: Sequence[Line]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    starts = _starts(lines)
    at = 0
    for level, text in parts:
        if level:
            words = text.replace("\n", "").strip().rstrip("。：:；;，")
            marks.append(Mark(level, words, _line_of(starts, at)))
        at += len(text.replace("\n", ""))
    return tuple(marks)


def _paragraph(spans: Sequence[Span], style: PageStyle, profile: PageProfile) -> TextParagraph:
    runs = tuple(TextRun(span.text, span.role, span.size, span.colour) for span in spans)
    return TextParagraph(runs, style.align, pitch=profile.pitch, indent=style.indent * profile.em)


# --- page numbers ---------------------------------------------------------------------------


class _Numbering(NamedTuple):
    """Page numbers as GB/T 9704 7.5 has them; furniture, not text."""

    profile: PageProfile
    typefaces: Typefaces

    def item(self, page: int) -> Text:
        style, area = self.profile.number, self.profile.area(page)
        words = style.form.format(number=page + 1)
        align = style.even if page % 2 else style.odd
        spans = [Span(words, style.font, style.size, INK)]
        indent = style.indent * style.size
        frame = area.inset(indent, 0, indent, 0)
        lines = set_paragraph(spans, frame.width, self.typefaces, alignment=align)
        baseline = area.bottom + style.below + self._dash_height()
        return Text(
            Rect(frame.x, baseline - style.size, frame.width, round(1.2 * style.size)),
            (TextParagraph((TextRun(words, style.font, style.size, INK),), align),),
            place(lines, frame.x, baseline, style.size),
            "page number",
            "Artifact",
            field="number",
        )

    def _dash_height(self) -> Emu:
        """How far the dash stands above the baseline: it is the dash that is 7 mm below."""
        style = self.profile.number
        glyph = shape("—", style.font, self.typefaces)[0]
        bounds = ink(self.typefaces.face(glyph.face), glyph.gid)
        return style.size * (bounds.y_min + bounds.y_max) // (2 * glyph.units)
