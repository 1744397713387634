"""The sheets themselves: pages as forms in their places, marks, boxes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.geometry import Emu, Rect, to_pt
from publisher.impose.marks import Line
from publisher.impose.sheets import Laid, Place
from publisher.impose.source import Box, SourcePage, inherited
from publisher.record import NamedTuple

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""As in a content stream: x' = ax + cy + e, y' = bx + dy + f (ISO 32000-1 8.3.3)."""
_TURNS: Mapping[int, tuple[int, int, int, int]] = {
    0: (1, 0, 0, 1),
    1: (0, -1, 1, 0),
    2: (-1, 0, 0, -1),
    3: (0, 1, -1, 0),
}
"""Quarter turns clockwise as the first four numbers of a matrix."""
_HAIRLINE = 0.25
_DASHES = "[3 2] 0 d"
_GREY, _BLACK, _EACH = "0.5 G", "0 0 0 0.5 K", "/All CS 1 SCN"


class Printed(NamedTuple):
    """Where a source page came to stand: the sheet, its form, and the way from page to sheet."""

    sheet: pikepdf.Object
    form: pikepdf.Object | None
    matrix: Matrix
    page: SourcePage


def matrix_of(page: SourcePage, place: Place, height: Emu, around: Emu) -> Matrix:
    """From the page's own space to that of a sheet ``height`` high with room ``around`` it."""
    quarters = (page.turn + 3 * place.turned) % 4
    a, b, c, d = _TURNS[quarters]
    left, bottom, right, top = page.box
    width = abs(a) * (right - left) + abs(b) * (top - bottom)
    scale = to_pt(place.frame.width) / width
    corners = [(a * x + c * y, b * x + d * y) for x in (left, right) for y in (bottom, top)]
    x0, y0 = min(x for x, _ in corners), min(y for _, y in corners)
    x, y = to_pt(place.frame.x + around), to_pt(height - place.frame.bottom + around)
    return a * scale, b * scale, c * scale, d * scale, x - scale * x0, y - scale * y0


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point of the page on its sheet."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_box(matrix: Matrix, box: Box) -> Box:
    """An upright rectangle of the page on its sheet."""
    (x1, y1), (x2, y2) = moved(matrix, *box[:2]), moved(matrix, *box[2:])
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def pages_drawn(laid: Laid, drawn: Sequence[tuple[Place, str, Matrix]]) -> bytes:
    """The content that shows pages: what draws each (``drawn``), in its place and its clip."""
    lines = []
    for place, painted, matrix in drawn:
        clip = _rect(place.clip, laid.size.height, laid.around)
        lines.append(f"q {clip} re W n {numbers(matrix)} cm {painted} Q")
    return "\n".join(lines).encode("ascii")


def marks_drawn(marks: Sequence[Line], laid: Laid, *, plates: bool) -> bytes:
    """The content that draws marks, as artifacts (14.8.2.2).

    ``plates`` is whether the colours are printing plates; what is cut off then stands on each.
    """
    colour = _EACH if plates and laid.bleed else _BLACK if plates else _GREY
    lines = [f"/Artifact BMC q {_HAIRLINE} w {colour}"]
    for dashed in (False, True):
        strokes = [_stroke(m, laid.size.height, laid.around) for m in marks if m.dashed == dashed]
        if strokes:
            lines += [*([_DASHES] if dashed else []), *strokes, "S"]
    return "\n".join([*lines, "Q EMC"]).encode("ascii")


def boxes_of(laid: Laid) -> Mapping[str, Box]:
    """The boxes of every sheet: the paper, and what it is trimmed to (14.11.2)."""
    width, height, around = map(to_pt, (*laid.size, laid.around))
    bleed = to_pt(laid.bleed)
    trim = around, around, around + width, around + height
    boxes = {"/MediaBox": (0.0, 0.0, width + 2 * around, height + 2 * around), "/TrimBox": trim}
    if bleed:
        boxes["/BleedBox"] = (
            trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed,
        )  # fmt: skip
    return boxes


def all_plates(pdf: pikepdf.Pdf, pages: Iterable[SourcePage]) -> pikepdf.Object:
    """The colour that prints on every plate (8.6.6.4), as the pages have it where they do.

    One file has but one of a name (ISO 19005-2 6.2.4.4).
    """
    for page in pages:
        resources = inherited(page.obj, "/Resources")
        spaces = None if resources is None else resources.get("/ColorSpace")
        for space in spaces.values() if isinstance(spaces, pikepdf.Dictionary) else ():
            if isinstance(space, Array) and space[:2] == [Name.Separation, Name.All]:
                return space
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))


def numbers(values: Iterable[float]) -> str:
    """Operands, without exponents and needless zeros."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in values)


def _stroke(line: Line, height: Emu, around: Emu) -> str:
    start = map(to_pt, (line.x1 + around, height - line.y1 + around))
    end = map(to_pt, (line.x2 + around, height - line.y2 + around))
    return f"{numbers(start)} m {numbers(end)} l"


def _rect(rect: Rect, height: Emu, around: Emu) -> str:
    corner = (rect.x + around, height - rect.bottom + around)
    return numbers(map(to_pt, (*corner, rect.width, rect.height)))
