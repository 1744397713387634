"""Text boxes: blocks of set text at their place on a sheet, as items of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from publisher.geometry import Emu, Rect
from publisher.later import Later
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.letters import EM_BASELINE
from publisher.plan import Colour, Line, Part, Text, TextParagraph, TextRun
from publisher.record import NamedTuple
from publisher.theme.model import Frame

_CENTRE = round(100 * EM_BASELINE)
"""Per cent of the em above the baseline in a CJK em box."""
_HALVES = {"top": 0, "middle": 1, "bottom": 2, "left": 0, "center": 1, "right": 2}
"""Halves of the room that stand before what is so anchored or aligned."""


def baseline_of(block: Block) -> Emu:
    """How far the first line's baseline stands below the block's top."""
    return block.slack + block.size * _CENTRE // 100


def text_item(
    block: Block | Sequence[Block],
    rect: Rect,
    name: str,
    *,
    align: str = "left",
    anchor: str = "top",
    colour: Colour | str | None = None,
    role: str = "P",
    placeholder: str | None = None,
    link: int | None = None,
    field: str | None = None,
    gap: Emu = 0,
) -> Text:
    """A Text of one or several blocks below each other in ``rect``, ``gap`` apart.

    A box of its own is as wide as the measure that its lines were broken for, so that a program
    breaks them alike.
    """
    blocks = [block] if isinstance(block, Block) else list(block)
    if align == "left" and placeholder is None:
        measure = max([each.measure for each in blocks], default=rect.width)
        if measure < rect.width:
            rect = rect._replace(width=measure)
    room = rect.height - sum(b.height + gap for b in blocks) + gap
    top = rect.y + room * _HALVES[anchor] // 2
    stood = list(_stood(blocks, top, gap, colour))
    return Text(
        frame=rect,
        paragraphs=tuple(each.paragraph(align, gap if i else 0) for i, each in enumerate(stood)),
        lines=Later(lambda: tuple(_lines(stood, rect, align))),
        name=name,
        role=role,
        placeholder=placeholder,
        anchor=anchor,
        link=link,
        field=field,
        parts=_parts(blocks) if role == "P" and len(blocks) > 1 else (),
    )


class _Standing(NamedTuple):
    """A block on its sheet, with its first line's baseline, in its colour."""

    block: Block
    baseline: Emu
    colour: Colour

    def paragraph(self, align: str, before: Emu) -> TextParagraph:
        text, style, size = self.block[:3]
        run = TextRun(text, style.font, size, self.colour)
        return TextParagraph((run,), align, self.block.pitch, before, self.block.indent)


def _stood(
    blocks: Iterable[Block], top: Emu, gap: Emu, colour: Colour | str | None
) -> Iterator[_Standing]:
    """The blocks from ``top`` downwards, ``gap`` apart."""
    for block in blocks:
        tint = colour if isinstance(colour, Colour) else Colour(colour or block.style.colour)
        yield _Standing(block, top + baseline_of(block), tint)
        top += block.height + gap


def _parts(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Each block as a paragraph of its own."""
    lengths = [sum(len(line.text) for line in block.lines) for block in blocks]
    return tuple(Part(start, "P") for start in accumulate(lengths[:-1], initial=0))


def _lines(stood: Iterable[_Standing], rect: Rect, align: str) -> Iterator[Line]:
    for block, baseline, colour in stood:
        for row, broken in enumerate(block.lines):
            shift = _HALVES[align] * (rect.width - broken.width) // 2
            line = broken.line()
            yield line._replace(
                x=rect.x + shift + line.x,
                baseline=baseline + row * block.pitch,
                runs=tuple(run._replace(colour=colour) for run in line.runs),
            )


def in_frame(
    setter: Setter,
    text: str,
    frame: Frame,
    *,
    role: str = "P",
    by_sense: bool = False,
    field: str | None = None,
    max_lines: int | None = None,
    fewest: bool = False,
    link: int | None = None,
) -> tuple[Text, bool]:
    """``text`` fitted into a frame of the drawing as its placeholder; whether it was cut."""
    rect = frame.rect
    block = setter.fit(
        text, frame.style, rect.width, rect.height,
        by_sense=by_sense, max_lines=max_lines, fewest=fewest,
    )  # fmt: skip
    item = text_item(
        block, rect, frame.name, align=frame.align, anchor=frame.anchor, colour=frame.colour,
        role=role, placeholder=frame.name, field=field, link=link,
    )  # fmt: skip
    return item, block.clipped
