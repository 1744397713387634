"""What stands around the text: page numbers, running heads, the lectern's margin."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from itertools import groupby

from publisher.geometry import Emu, Rect, mm, pt
from publisher.layout.asides import Margin
from publisher.layout.compositor import CHINESE, Compositor
from publisher.layout.letters import Alignment, Span, place
from publisher.layout.page_blocks import Aside
from publisher.layout.page_model import MarginStyle, PageProfile
from publisher.layout.paragraph import set_paragraph
from publisher.layout.wrapping import text_width
from publisher.plan import Colour, Item, Shape, Text, TextParagraph, TextRun
from publisher.record import NamedTuple
from publisher.typeface.metrics import ink
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import shape

INK = Colour("dk1")
_GAP = mm(3)
"""Between the margin's words and the text."""
_APART = 0.55
"""How far a cue and a time beside the same line move apart, in their em."""
_ELLIPSIS = "…"


def furniture(
    words: str, span: Span, frame: Rect, baseline: Emu, align: Alignment, name: str,
    typefaces: Typefaces, *, language: str = CHINESE, field: str | None = None,
) -> Text:  # fmt: skip
    """One line of furniture on ``baseline`` within the width of ``frame``."""
    span = span._replace(text=words)
    lines = set_paragraph([span], frame.width, typefaces, alignment=align, language=language)[:1]
    run = TextRun(words, span.role, span.size, span.colour)
    return Text(
        Rect(frame.x, baseline - span.size, frame.width, round(1.2 * span.size)),
        (TextParagraph((run,), align),),
        place(lines, frame.x, baseline, span.size),
        name,
        "Artifact",
        field=field,
    )


def cut_to(words: str, span: Span, width: Emu, typefaces: Typefaces) -> str:
    """As much of ``words`` as stands in one line of ``width``, in the voice of ``span``."""
    if text_width([span._replace(text=words)], typefaces) <= width:
        return words
    while words and text_width([span._replace(text=words + _ELLIPSIS)], typefaces) > width:
        words = words[:-1]
    return words + _ELLIPSIS


@functools.lru_cache(maxsize=64)
def _dash_height(font: str, size: Emu, typefaces: Typefaces) -> Emu:
    """How far a page number's dash stands above the baseline: it is the dash that is 7 mm below."""
    glyph = shape("—", font, typefaces)[0]
    bounds = ink(typefaces.face(glyph.face), glyph.gid)
    return size * (bounds.y_min + bounds.y_max) // (2 * glyph.units)


def roomy(profile: PageProfile, margin: Margin, typefaces: Typefaces) -> PageProfile:
    """The profile, its margin wider by whole cells where the words in it need more room."""
    style = profile.margin
    if style is None:
        return profile
    groups = (*margin.cues.values(), *margin.times.values())
    needed = max(
        (
            set_paragraph([Span(words, style.font, style.size, INK)], _ENDLESS, typefaces)[0].width
            for words in {words for group in groups for _, words in group}
        ),
        default=0,
    )
    cells = -(-(needed - (profile.inside - _GAP - style.edge)) // profile.em)
    if cells <= 0:
        return profile
    inside = profile.inside + cells * profile.em
    return profile._replace(columns=profile.columns - cells, inside=inside)


_ENDLESS: Emu = 1 << 50


class Furnisher(NamedTuple):
    """Puts furniture on pages of a profile."""

    compositor: Compositor

    @property
    def profile(self) -> PageProfile:
        return self.compositor.profile

    @property
    def typefaces(self) -> Typefaces:
        return self.compositor.typefaces

    def number(self, page: int, label: str, total: int, *, is_field: bool = True) -> Text:
        """The number ``label`` of page ``page`` (from 0), as GB/T 9704 7.5 has it."""
        style, area = self.profile.number, self.profile.area(page)
        words = style.form.format(number=label, total=total)
        indent = style.indent * style.size
        frame = area.inset(indent, 0, indent, 0)
        return furniture(
            words, Span("", style.font, style.size, INK), frame,
            self.baseline(area), style.even if page % 2 else style.odd,
            "page number", self.typefaces, language=self.compositor.practice,
            field="number" if is_field else None,
        )  # fmt: skip

    def baseline(self, area: Rect) -> Emu:
        """Where the page number stands below the type area."""
        style = self.profile.number
        return area.bottom + style.below + _dash_height(style.font, style.size, self.typefaces)

    def head(self, page: int, words: str) -> list[Item]:
        """The running head at the outer edge, with a rule below it; none without words."""
        style, area = self.profile.head, self.profile.area(page)
        if style is None or not words:
            return []
        span = Span("", style.font, style.size, INK)
        baseline = area.y - style.above
        align: Alignment = "left" if page % 2 else "right"
        text = furniture(
            cut_to(words, span, area.width, self.typefaces), span, area, baseline, align,
            "running head", self.typefaces, language=self.compositor.practice,
        )  # fmt: skip
        rule = Rect(area.x, baseline + style.size // 2, area.width, 0)
        return [text, Shape(rule, stroke=INK, stroke_width=pt(0.5), name="head rule")]

    def asides(self, asides: Iterable[tuple[Emu, Aside]], area: Rect) -> list[Item]:
        """The margin's words beside lines on these baselines."""
        style = self.profile.margin
        if style is None:
            return []
        items: list[Item] = []
        ordered = sorted(asides, key=lambda each: each[0])
        for baseline, group in groupby(ordered, lambda each: each[0]):
            members = [aside for _, aside in group]
            cue = "".join(aside.cue for aside in members)
            time = "".join(aside.time for aside in members)
            shift = round(_APART * style.size) if cue and time else 0
            items += self._aside(cue, "cue", baseline - shift, area, style)
            items += self._aside(time, "time", baseline + shift, area, style)
        return items

    def _aside(
        self, words: str, name: str, baseline: Emu, area: Rect, style: MarginStyle
    ) -> list[Item]:
        if not words:
            return []
        frame = Rect(style.edge, baseline, area.x - _GAP - style.edge, style.size)
        span = Span("", style.font, style.size, INK)
        language = self.compositor.practice
        return [
            furniture(
                words, span, frame, baseline, "right", name, self.typefaces, language=language
            )
        ]
