"""Items of a plan as elements of SVG, in the order in which they are read. Nothing is laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from publisher.events import Notice, notice
from publisher.geometry import Rect
from publisher.plan import (
    GRID_RULE,
    Chart,
    Grid,
    GridCell,
    Image,
    Item,
    Line,
    Miniature,
    Shape,
    Sheet,
    Text,
)
from publisher.record import NamedTuple
from publisher.theme.screen import Screen
from publisher.writers.svg.markup import given, number, painted
from publisher.writers.svg.text import Pen
from publisher.writers.xml import escape

if TYPE_CHECKING:
    from publisher.theme.model import Drawing
    from publisher.typeface.registry import Typefaces

Address: TypeAlias = Callable[[bytes, str], str]
"""Where a picture is to be had, from its data and media type."""
_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What every browser shows."""
_UNSEEN = ' aria-hidden="true"'
_ROLES: Mapping[str, str] = {
    "Title": ' role="heading" aria-level="1"',
    **{f"H{level}": f' role="heading" aria-level="{level}"' for level in range(1, 7)},
    "BlockQuote": ' role="blockquote"',
    "Note": ' role="note"',
    "Artifact": _UNSEEN,
}
"""Structure types that WAI-ARIA has roles for."""


class Look(NamedTuple):
    """What a sheet looks like, whichever it is: artwork by layout, colours, faces, pictures."""

    drawings: Mapping[str, Drawing]
    screen: Screen
    typefaces: Typefaces
    address: Address


class Brush:
    """Draws one sheet: ``drawn`` are its elements, ``faces`` the characters by face."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._screen = look.screen
        self._out: list[str] = []
        self._pen = Pen(look.typefaces, look.screen)
        self.faces: Mapping[str, set[str]] = self._pen.faces
        self.notices: list[Notice] = []

    @property
    def drawn(self) -> str:
        return "".join(self._out)

    def sheet(self, sheet: Sheet) -> None:
        """The theme's drawing beneath, then the items in their order."""
        drawings = self._look.drawings
        drawing = drawings[sheet.layout] if drawings and sheet.layout else None
        if drawing is not None:
            background = painted(drawing.background, self._screen, "fill")
            self._add(f'<g{_UNSEEN}><rect width="100%" height="100%"{background}/>')
            self._add("".join(map(self._vector, drawing.artwork)), "</g>")
        for item in sheet.items:
            self._DRAWN_BY[type(item)](self, item)

    def _add(self, *elements: str) -> None:
        self._out += elements

    # --- one method per kind of item -----------------------------------------------------

    def _text(self, text: Text) -> None:
        self._add(self._words(text.lines, _ROLES.get(text.role, ""), text.language))

    def _words(
        self, lines: Sequence[Line], attributes: str = "", language: str | None = None
    ) -> str:
        return self._pen.text(lines, attributes + given(xml__lang=language))

    def _shape(self, shape: Shape) -> None:
        self._add(self._vector(shape))

    def _image(self, image: Image) -> None:
        if image.media_type not in _SHOWN:
            self.notices.append(
                notice("picture-not-drawn", name=image.name, media_type=image.media_type)
            )
            return
        address = self._look.address(image.data, image.media_type)
        furniture = image.role == "Artifact"
        place = _place(image.frame) + given(preserveAspectRatio="none", href=address)
        self._add(f"<image{place}{_figure('' if furniture else image.alt)}</image>")

    def _grid(self, grid: Grid) -> None:
        boxes = grid.boxes
        fills = (Shape(box, fill=cell.fill) for cell, box in zip(grid.cells, boxes) if cell.fill)
        rules = (Shape(box, stroke=grid.rule, stroke_width=GRID_RULE) for box in boxes)
        self._add(f'<g role="table"{given(aria_label=grid.alt or None)}><g{_UNSEEN}>')
        self._add(*map(self._vector, fills), *map(self._vector, rules), "</g>")
        by_row = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
        for _, cells in groupby(by_row, lambda cell: cell.row):
            self._add('<g role="row">', *map(self._cell, cells), "</g>")
        self._add("</g>")

    def _cell(self, cell: GridCell) -> str:
        role = given(
            role="columnheader" if cell.text.role == "TH" else "cell",
            aria_colspan=str(cell.columns) if cell.columns > 1 else None,
            aria_rowspan=str(cell.rows) if cell.rows > 1 else None,
        )
        role = _UNSEEN if cell.text.role == "Artifact" else role
        return f"<g{role}>{self._words(cell.text.lines, language=cell.text.language)}</g>"

    def _chart(self, chart: Chart) -> None:
        self._add(f"<g{_figure(chart.alt)}")
        for part in chart.drawn:
            self._add(self._words(part.lines) if isinstance(part, Text) else self._vector(part))
        self._add("</g>")

    def _miniature(self, miniature: Miniature) -> None:
        """A drawing in the drawing, which cuts off what reaches beyond it (SVG 2, 8.2)."""
        width, height = map(number, miniature.size)
        label = given(
            viewBox=f"0 0 {width} {height}", role="group", aria_label=miniature.name or None
        )
        self._add(f"<svg{_place(miniature.frame)}{label}>")
        self.sheet(miniature.sheet)
        self._add("</svg>")

    _DRAWN_BY: ClassVar[Mapping[type[Item], Callable[..., None]]] = {
        Text: _text,
        Shape: _shape,
        Image: _image,
        Grid: _grid,
        Chart: _chart,
        Miniature: _miniature,
    }

    # --- shapes --------------------------------------------------------------------------

    def _vector(self, shape: Shape) -> str:
        stroked = shape.stroke is not None and shape.stroke_width > 0
        if shape.fill is None and not stroked:
            return ""
        paint = painted(shape.fill, self._screen, "fill")
        if stroked:
            paint += painted(shape.stroke, self._screen, "stroke")
            paint += given(stroke_width=number(shape.stroke_width))
        tag, geometry = _OUTLINES[shape.kind if shape.path or shape.kind != "path" else "rect"](
            shape
        )
        if not shape.alt:
            return f"<{tag}{geometry}{paint}/>"
        return f"<{tag}{geometry}{paint}{_figure(shape.alt)}</{tag}>"


def _rect(shape: Shape) -> tuple[str, str]:
    frame = shape.frame
    if frame.width and frame.height:
        return "rect", _place(frame)
    # A rule: a rectangle without width or height is not drawn (SVG 2, 10.2).
    ends = given(x1=number(frame.x), y1=number(frame.y))
    return "line", ends + given(x2=number(frame.right), y2=number(frame.bottom))


def _ellipse(shape: Shape) -> tuple[str, str]:
    frame = shape.frame
    middle = given(cx=number(frame.x + frame.width // 2), cy=number(frame.y + frame.height // 2))
    return "ellipse", middle + given(rx=number(frame.width // 2), ry=number(frame.height // 2))


def _path(shape: Shape) -> tuple[str, str]:
    commands = shape.path.commands if shape.path else ()
    steps = (
        str(step[0]) + " ".join(number(value) for value in step[1:] if isinstance(value, int))
        for step in commands
    )
    return "path", given(d="".join(steps))


_OUTLINES: Mapping[str, Callable[[Shape], tuple[str, str]]] = {
    "rect": _rect,
    "ellipse": _ellipse,
    "path": _path,
}


def _place(frame: Rect) -> str:
    x, y, width, height = map(number, frame)
    return given(x=x, y=y, width=width, height=height)


def _figure(alt: str) -> str:
    """The rest of a tag that begins a picture, and what it is called; "" is decoration."""
    return f' role="img"><title>{escape(alt)}</title>' if alt else f"{_UNSEEN}>"
