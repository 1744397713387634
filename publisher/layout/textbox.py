"""Text boxes: blocks of set text at their place on a sheet, as items of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.fit import Block, Setter
from publisher.layout.letters import EM_BASELINE, place
from publisher.layout.wrapping import Broken
from publisher.plan import Colour, Line, Part, Text, TextParagraph, TextRun
from publisher.theme.model import Frame

_CENTRE = round(100 * EM_BASELINE)
"""Per cent of the em above the baseline in a CJK em box."""


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
        measure = max((each.measure for each in blocks), default=rect.width)
        rect = rect._replace(width=min(rect.width, measure))
    room = rect.height - sum(b.height + gap for b in blocks) + gap
    top = rect.y + {"top": 0, "middle": room // 2, "bottom": room}[anchor]
    paragraphs: list[TextParagraph] = []
    lines: list[Line] = []
    starts = [0]
    for i, each in enumerate(blocks):
        before = gap if i else 0
        top += before
        tint = colour if isinstance(colour, Colour) else Colour(colour or each.style.colour)
        run = TextRun(each.text, each.style.font, each.size, tint)
        paragraphs.append(TextParagraph((run,), align, each.pitch, before, each.indent))
        baseline = top + baseline_of(each)
        for row, line in enumerate(_tinted(each.lines, tint)):
            shift = {"left": 0, "center": 1, "right": 2}[align] * (rect.width - line.width) // 2
            lines.extend(place((line,), rect.x + shift, baseline + row * each.pitch, each.pitch))
        top += each.height
        starts.append(starts[-1] + sum(len(line.text) for line in each.lines))
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
        parts=tuple(Part(start, "P") for start in starts[:-1])
        if role == "P" and len(blocks) > 1
        else (),
    )


def _tinted(lines: tuple[Broken, ...], colour: Colour) -> Iterator[Line]:
    for line in (broken.line() for broken in lines):
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
