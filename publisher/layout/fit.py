"""Fitting: the largest size between a style's limits at which text stands inside its frame.

Everything is measured before anything is written. What does not fit at the smallest size is cut
to the words that do, at a sense break, and reported: the notes hold all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publisher.geometry import Emu, Rect, pt
from publisher.layout.paragraph import Span, place, wrap_paragraph
from publisher.layout.sense import break_title
from publisher.plan import Colour, Line, Text, TextParagraph, TextRun
from publisher.theme.model import Frame, TextStyle, Theme
from publisher.typeface.registry import Typefaces

STEP = pt(1)
_SHORT = 20
_NARROWER = (95, 90, 85, 80)
"""Shares of the measure, in per cent, tried to bring an orphan home."""
_CENTRE = 88
"""Per cent of the em above the baseline in a CJK em box (the Noto and Fandol faces' 880/1000)."""


class Block(NamedTuple):
    """Text set in one style and size: ``text`` with its chosen breaks, and its lines."""

    text: str
    style: TextStyle
    size: Emu
    lines: tuple[Line, ...]
    measure: Emu
    clipped: bool = False

    @property
    def pitch(self) -> Emu:
        return self.size * self.style.pitch // 100

    @property
    def height(self) -> Emu:
        return self.pitch * len(self.lines)

    @property
    def breaks_badly(self) -> bool:
        """Whether the last line is one Han character, marks not counted (CLREQ 孤字), or a line
        parts a number from its unit."""
        texts = [line.text for line in self.lines]
        parted = any(
            above[-1:].isdigit() and below[:1].isalnum() for above, below in pairwise(texts)
        )
        last = sum(c >= "\u2e80" and c.isalnum() for c in texts[-1]) if texts else 2
        return parted or (len(texts) > 1 and last < 2 and not texts[-1].isascii())

    @property
    def width(self) -> Emu:
        return max((line.width for line in self.lines), default=0)


class Setter:
    """Sets text in a theme's styles. It keeps what it set: sizes are tried many times over."""

    __slots__ = ("_set", "theme", "typefaces")

    def __init__(self, theme: Theme, typefaces: Typefaces) -> None:
        self.theme = theme
        self.typefaces = typefaces
        self._set: dict[tuple[str, str, Emu, Emu, bool], Block] = {}

    def set(
        self, text: str, style: str, size: Emu, measure: Emu, *, by_sense: bool = False
    ) -> Block:
        """``text`` wrapped to ``measure``; ``by_sense`` chooses the breaks as for a title."""
        key = (text, style, size, measure, by_sense)
        if key not in self._set:
            self._set[key] = self._wrapped(*key)
        return self._set[key]

    def set_evenly(self, text: str, style: str, size: Emu, measure: Emu) -> Block:
        """``text`` in as few lines, in a narrower box where the full one would break badly."""
        full = self.set(text, style, size, measure)
        if not full.breaks_badly:
            return full
        tried = (self.set(text, style, size, measure * share // 100) for share in _NARROWER)
        even = (b for b in tried if len(b.lines) == len(full.lines) and not b.breaks_badly)
        return next(even, full)

    def _wrapped(self, text: str, style: str, size: Emu, measure: Emu, by_sense: bool) -> Block:
        entry = self.theme.styles[style]
        role = self.theme.fonts[entry.font].measured
        lines = self._lines(text, role, size, measure, entry)
        if by_sense and len(lines) > 1 and "\n" not in text:
            # A short title is not drawn out; a long one may take a line more to read by sense.
            count = len(lines) if len(text) <= _SHORT else max(3, len(lines))
            for most in (count, count + 1):
                broken = break_title(text, role, size, measure, self.typefaces, max_lines=most)
                if broken:
                    text = "\n".join(broken)
                    lines = self._lines(text, role, size, measure, entry)
                    break
        return Block(text, entry, size, lines, measure)

    def _lines(
        self, text: str, role: str, size: Emu, measure: Emu, entry: TextStyle
    ) -> tuple[Line, ...]:
        return wrap_paragraph(
            (Span(text, role, size, Colour(entry.colour)),), measure, self.typefaces
        )

    def sizes(self, *styles: str) -> Iterator[tuple[Emu, ...]]:
        """The sizes to try, largest first; several styles shrink together, the first last."""
        entries = [self.theme.styles[style] for style in styles]
        sizes = [entry.largest for entry in entries]
        yield tuple(sizes)
        while any(size > entry.smallest for size, entry in zip(sizes, entries, strict=True)):
            for i in reversed(range(len(sizes))):
                if sizes[i] > entries[i].smallest:
                    sizes[i] = max(entries[i].smallest, sizes[i] - STEP)
                    yield tuple(sizes)

    def fit(
        self,
        text: str,
        style: str,
        width: Emu,
        height: Emu,
        *,
        by_sense: bool = False,
        max_lines: int | None = None,
    ) -> Block:
        """The largest setting that fits ``width`` × ``height``, clipped if none does."""
        first = None
        for (size,) in self.sizes(style):
            block = self.set(text, style, size, width, by_sense=by_sense)
            if block.height > height or (max_lines and len(block.lines) > max_lines):
                continue
            first = first or block
            if not block.breaks_badly:
                return block
        return first or self._clip(block, style, width, height, max_lines)

    def _clip(
        self, block: Block, style: str, width: Emu, height: Emu, max_lines: int | None
    ) -> Block:
        room = max(1, height // block.pitch)
        plain = self.set(block.text.replace("\n", ""), style, block.size, width)
        keep = plain.lines[: min(room, max_lines or room)]
        text = "".join(line.text for line in keep)
        cut = max(text.rfind(mark) for mark in "。；，：！？、 ")
        text = text[:cut] if cut >= len(text) // 2 else text
        return self.set(text, style, block.size, width)._replace(clipped=True)


def text_item(
    block: Block | Sequence[Block],
    rect: Rect,
    name: str,
    *,
    align: str = "left",
    anchor: str = "top",
    colour: str | None = None,
    role: str = "P",
    placeholder: str | None = None,
    link: int | None = None,
    field: str | None = None,
) -> Text:
    """A Text of one or several blocks below each other in ``rect``."""
    blocks = [block] if isinstance(block, Block) else list(block)
    height = sum(b.height for b in blocks)
    room = rect.height - height
    top = rect.y + {"top": 0, "middle": room // 2, "bottom": room}[anchor]
    paragraphs: list[TextParagraph] = []
    lines: list[Line] = []
    for each in blocks:
        tint = Colour(colour or each.style.colour)
        run = TextRun(each.text, each.style.font, each.size, tint)
        paragraphs.append(TextParagraph((run,), align, each.pitch))
        baseline = top + (each.pitch - each.size) // 2 + each.size * _CENTRE // 100
        for i, line in enumerate(_tinted(each.lines, tint)):
            shift = {"left": 0, "center": 1, "right": 2}[align] * (rect.width - line.width) // 2
            lines.extend(place((line,), rect.x + shift, baseline + i * each.pitch, each.pitch))
        top += each.height
    return Text(
        frame=rect,
        paragraphs=tuple(paragraphs),
        lines=tuple(lines),
        name=name,
        role=role,
        placeholder=placeholder,
        anchor=anchor,
        link=link,
        field=field,
    )


def _tinted(lines: tuple[Line, ...], colour: Colour) -> Iterator[Line]:
    for line in lines:
        yield line._replace(runs=tuple(run._replace(colour=colour) for run in line.runs))


def in_frame(
    setter: Setter,
    text: str,
    frame: Frame,
    *,
    role: str = "P",
    by_sense: bool = False,
    field: str | None = None,
    max_lines: int | None = None,
) -> tuple[Text, bool]:
    """``text`` fitted into a frame of the drawing as its placeholder; whether it was cut."""
    rect = frame.rect
    block = setter.fit(
        text, frame.style, rect.width, rect.height, by_sense=by_sense, max_lines=max_lines
    )
    item = text_item(
        block, rect, frame.name, align=frame.align, anchor=frame.anchor, colour=frame.colour,
        role=role, placeholder=frame.name, field=field,
    )  # fmt: skip
    return item, block.clipped
