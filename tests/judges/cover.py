"""How much of a slide's body is taken up: cards and set lines, against the layout's body frame."""

from pathlib import Path
from typing import NamedTuple

from tests.judges import render
from tests.judges.glyphs import Page
from tests.judges.render import PER_POINT

STEP = 2.0
"""The raster that areas are counted on, in points."""


class Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def body_cover(deck: Path, pages: list[Page]) -> dict[int, float]:
    """Slide number → the covered share of its body frame, for slides whose layout has one."""
    shares = {}
    slides = render.opened(deck).slides
    for number, (slide, boxes, page) in enumerate(
        zip(slides, render.frames(deck), pages, strict=True), 1
    ):
        body = [p for p in slide.slide_layout.placeholders if p.placeholder_format.idx == 1]
        if not body or slide.slide_layout.name not in CONTENT:
            continue
        areas = [_area(s) for s in slide.shapes if not s.is_placeholder and _filled(s)]
        for box, chars in render.drawn(boxes, page):
            if box.furniture or not chars:
                continue
            for baseline in {round(char.baseline, 1) for char in chars}:
                row = [char for char in chars if abs(char.baseline - baseline) < 0.2]
                areas.append(
                    Area(row[0].x, row[0].top, row[-1].right, max(char.bottom for char in row))
                )
        shares[number] = _share(_area(body[0]), areas)
    return shares


CONTENT = {"要点", "表格", "图片", "图表"}
"""The layouts of content slides, which carry an arrangement in their body."""


def _filled(shape: object) -> bool:
    fill = getattr(shape, "fill", None)
    return (fill is not None and fill.type is not None) or not hasattr(shape, "fill")


def _area(shape: object) -> Area:
    left, top, width, height = (
        getattr(shape, side) / PER_POINT for side in ("left", "top", "width", "height")
    )
    return Area(left, top, left + width, top + height)


def _share(frame: Area, areas: list[Area]) -> float:
    columns = int((frame.right - frame.left) / STEP)
    rows = int((frame.bottom - frame.top) / STEP)
    taken = 0
    for row in range(rows):
        y = frame.top + (row + 0.5) * STEP
        spans = [a for a in areas if a.top <= y < a.bottom]
        taken += sum(
            any(a.left <= x < a.right for a in spans)
            for x in (frame.left + (column + 0.5) * STEP for column in range(columns))
        )
    return taken / (rows * columns)
