"""A finished deck under a ruler: sizes, contrast, frames that overlap or leave the slide, orphans.

Everything is read from the .pptx (by python-pptx) and from its render, nothing from our plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from tests.judges import render
from tests.judges.contrast import Grounds, Ink, ratio
from tests.judges.glyphs import Page
from tests.judges.render import PER_POINT

SUPPORT = {"brief": 20.0, "standard": 20.0, "full": 18.0}
"""The least size in points of supporting text, by density."""
LARGER = 28.0
LEAST = 18.0
"""What a room reads is never smaller."""
BODY, LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3; type of 24 points is large by any reading of it."""
_LARGE_FROM = 24.0
_TOUCH = 1.0


class Words(NamedTuple):
    """Text of one size and colour in a shape."""

    shape: str
    text: str
    size: float
    ink: Ink
    furniture: bool


def sizes(deck: Path, density: str, larger: bool) -> Iterator[str]:
    """Text below the least size of its kind."""
    support = LARGER if larger else SUPPORT[density]
    for number, slide in _slides(deck):
        for words in _words(slide):
            least = support if words.shape.startswith("support") else LEAST
            if words.size < least - 0.05 and not words.furniture:
                yield f"slide {number} {words.shape}: {words.size:g} pt 「{words.text[:16]}」"


def contrasts(deck: Path, pages: list[Page]) -> Iterator[str]:
    """Text that does not stand out from what lies beneath it, where its characters stand."""
    for (number, slide), boxes, page in zip(_slides(deck), render.frames(deck), pages):
        grounds = Grounds(slide)
        where = {(box.name, box.text): chars for box, chars in render.drawn(boxes, page)}
        for shape in _texts(slide):
            chars = where.get((shape.name, render.squeeze(shape.text_frame.text)), [])
            places = [((c.x + c.right) / 2, c.baseline - c.size / 3) for c in chars]
            beneath = {
                grounds.beneath(shape, x * PER_POINT, y * PER_POINT)
                for x, y in (*places[::7], *places[-1:])
            }
            for words in _runs(shape):
                need = LARGE if words.size >= _LARGE_FROM else BODY
                ink = grounds.colour(words.ink)
                worst = min((ratio(ink, ground) for ground in beneath), default=need)
                if worst < need:
                    yield f"slide {number} {words.shape}: {worst:.2f} to 1 「{words.text[:16]}」"


def frames(deck: Path) -> Iterator[str]:
    """Text frames that overlap, and shapes that leave the slide."""
    whole = render.opened(deck)
    width, height = whole.slide_width / PER_POINT, whole.slide_height / PER_POINT
    for number, boxes in enumerate(render.frames(deck), 1):
        for box in boxes:
            if box.left < -0.1 or box.top < -0.1 or box.right > width or box.bottom > height:
                yield f"slide {number} {box.name}: outside the slide"
        for one, other in combinations(boxes, 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            if across > _TOUCH and down > _TOUCH:
                yield f"slide {number}: {one.name} overlaps {other.name}"


def orphans(deck: Path, pages: list[Page]) -> Iterator[str]:
    """A last line of one Han character; a continuation that carries one line alone."""
    for number, (boxes, page) in enumerate(zip(render.frames(deck), pages, strict=True), 1):
        counts: dict[str, int] = {}
        for box, chars in render.drawn(boxes, page):
            if box.furniture or not chars:
                continue
            lines = _lines(chars)
            counts[box.name] = len(lines)
            last = [char for char in lines[-1] if char.isalnum()]
            lone = len(last) < 2 and not lines[-1].isascii() and lines[-1][0] not in "（(《“"
            if len(lines) > 1 and lone:
                yield f"slide {number} {box.name}: ends in 「{lines[-1]}」"
        title = next((box.text for box in boxes if box.text.endswith("（续）")), None)
        if title is not None and sum(counts.values()) <= 2:
            yield f"slide {number}: one line alone on a continuation of 「{title}」"


def _lines(chars: list[Any]) -> list[str]:
    """The characters of a frame by their baselines, in order."""
    rows: list[tuple[float, str]] = []
    for char in chars:
        if rows and abs(rows[-1][0] - char.baseline) < 1.0:
            rows[-1] = (rows[-1][0], rows[-1][1] + char.text)
        else:
            rows.append((char.baseline, char.text))
    return [text for _, text in rows]


def _slides(deck: Path) -> Iterator[tuple[int, Any]]:
    yield from enumerate(render.opened(deck).slides, 1)


def _texts(slide: Any) -> Iterator[Any]:
    for shape in slide.shapes:
        hidden = shape._element.xpath("./p:nvSpPr/p:cNvPr/@hidden")
        if shape.has_text_frame and shape.text_frame.text.strip() and hidden != ["1"]:
            yield shape


def _words(slide: Any) -> Iterator[Words]:
    for shape in _texts(slide):
        yield from _runs(shape)


def _runs(shape: Any) -> Iterator[Words]:
    # Footer, number, running place; and on a section slide the list of all parts.
    furniture = shape.is_placeholder and shape.placeholder_format.idx > 1
    furniture = furniture or shape.name.startswith("part ")
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph._p.xpath("./a:r | ./a:fld"):
            size = run.xpath("./a:rPr/@sz")
            text = "".join(run.xpath("./a:t/text()"))
            if size and text.strip():
                ink = Ink.of(run.xpath("./a:rPr/a:solidFill"))
                yield Words(shape.name, text, int(size[0]) / 100, ink, furniture)
