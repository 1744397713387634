"""Items of a plan as operators of a content stream. Nothing is laid out here.

reportlab's Canvas writes paths, images, colours and alpha; text is written as operators with our
own fonts (``codes``). One method draws one kind of item, from its first operator to its last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar

from publisher.events import Notice, notice
from publisher.geometry import PER_POINT, Emu, Rect, Size
from publisher.plan import (
    Chart,
    Colour,
    GlyphRun,
    Grid,
    Image,
    Item,
    Line,
    Miniature,
    Shape,
    Sheet,
    Text,
)
from publisher.writers.pdf.codes import FontCodes

if TYPE_CHECKING:
    from publisher.theme.model import Drawing

_PAPER: Mapping[str, str] = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "paper-ink": "000000",
    "paper-quiet": "595959",
    "paper-hairline": "A3A3A3",
}
_GRID_RULE: Emu = 9_525
"""Rules of a table are 0.75 pt wide."""
_NONZERO = 1
"""The fill rule of SVG, in which artwork is drawn."""


class Painter:
    """Draws sheets of ``size`` on ``canvas``.

    ``palette`` maps colour slots to RRGGBB, None is paper: black on white. ``fonts`` maps each
    face's name to its resource name and codes; ``drawings`` are the theme's by layout name.
    ``notices`` gathers what could not be drawn.
    """

    def __init__(
        self,
        canvas: Any,
        size: Size,
        palette: Mapping[str, str] | None,
        fonts: Mapping[str, tuple[str, FontCodes]],
        drawings: Mapping[str, Drawing],
    ) -> None:
        self._canvas = canvas
        self._height = size.height
        self._width = size.width
        self._palette = _PAPER if palette is None else {**_PAPER, **palette}
        self._fonts = fonts
        self._drawings = drawings
        self.notices: list[Notice] = []

    def sheet(self, sheet: Sheet) -> None:
        """Draw a page."""
        self._sheet(sheet)
        self._canvas.showPage()

    def _sheet(self, sheet: Sheet) -> None:
        """The theme's drawing beneath, then the items in their order."""
        drawing = self._drawings[sheet.layout] if self._drawings and sheet.layout else None
        if drawing is not None:
            self._background(drawing.background)
            for shape in drawing.artwork:
                self._shape(shape)
        for item in sheet.items:
            self._DRAWN_BY[type(item)](self, item)

    # --- one method per kind of item -----------------------------------------------------

    def _text(self, text: Text) -> None:
        lines = [line for line in text.lines if any(run.glyphs for run in line.runs)]
        if not lines:
            return
        self._canvas.addLiteral("BT")
        font = ""
        colour = None
        for line in lines:
            for run in line.runs:
                if not run.glyphs:
                    continue
                if run.colour != colour:
                    colour = run.colour
                    self._fill(colour)
                name, codes = self._fonts[run.face]
                selected = f"/{name} {_number(run.size)} Tf"
                if selected != font:
                    font = selected
                    self._canvas.addLiteral(font)
                self._canvas.addLiteral(f"{self._origin(line, run)} Tm")
                self._canvas.addLiteral(f"{codes.show(run)} TJ")
        self._canvas.addLiteral("ET")

    def _shape(self, shape: Shape) -> None:
        stroked = shape.stroke is not None and shape.stroke_width > 0
        if shape.fill is None and not stroked:
            return
        if shape.fill is not None:
            self._fill(shape.fill)
        if stroked and shape.stroke is not None:
            self._stroke(shape.stroke, shape.stroke_width)
        path = self._canvas.beginPath()
        _OUTLINES[shape.kind](self, path, shape)
        self._canvas.drawPath(path, int(stroked), int(shape.fill is not None), _NONZERO)

    def _image(self, image: Image) -> None:
        from publisher.writers.pdf.pictures import readable

        picture = readable(image)
        if picture is None:
            self.notices.append(
                notice("picture-not-drawn", name=image.name, media_type=image.media_type)
            )
            return
        self._canvas.drawImage(picture, *self._box(image.frame), mask="auto")

    def _grid(self, grid: Grid) -> None:
        columns = list(accumulate(grid.widths, initial=grid.frame.x))
        rows = list(accumulate(grid.heights, initial=grid.frame.y))
        boxes = []
        for cell in grid.cells:
            left, top = columns[cell.column], rows[cell.row]
            right, bottom = columns[cell.column + cell.columns], rows[cell.row + cell.rows]
            boxes.append(Rect(left, top, right - left, bottom - top))
        for cell, box in zip(grid.cells, boxes):
            if cell.fill is not None:
                self._shape(Shape(box, fill=cell.fill))
        for box in boxes:
            self._shape(Shape(box, stroke=grid.rule, stroke_width=_GRID_RULE))
        for cell in grid.cells:
            self._text(cell.text)

    def _chart(self, chart: Chart) -> None:
        for part in chart.drawn:
            self._DRAWN_BY[type(part)](self, part)

    def _miniature(self, miniature: Miniature) -> None:
        """The sheet drawn in its own coordinates, in a scaled space of the page.

        Its artwork is written each time: three kilobytes at most, while a form of it could hold
        none of the marks of the page's structure.
        """
        left, bottom, width, height = self._box(miniature.frame)
        canvas, size, page = self._canvas, miniature.size, (self._width, self._height)
        canvas.saveState()
        window = canvas.beginPath()
        window.rect(left, bottom, width, height)
        canvas.clipPath(window, stroke=0, fill=0)
        scale = miniature.frame.width / size.width
        canvas.transform(scale, 0, 0, scale, left, bottom)
        self._width, self._height = size
        self._sheet(miniature.sheet)
        self._width, self._height = page
        canvas.restoreState()

    _DRAWN_BY: ClassVar[Mapping[type[Item], Callable[..., None]]] = {
        Text: _text,
        Shape: _shape,
        Image: _image,
        Grid: _grid,
        Chart: _chart,
        Miniature: _miniature,
    }

    # --- outlines of shapes --------------------------------------------------------------

    def _rect(self, path: Any, shape: Shape) -> None:
        path.rect(*self._box(shape.frame))

    def _ellipse(self, path: Any, shape: Shape) -> None:
        path.ellipse(*self._box(shape.frame))
        path.close()

    def _path(self, path: Any, shape: Shape) -> None:
        if shape.path is None:
            self._rect(path, shape)
            return
        steps = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
        for command in shape.path.commands:
            numbers = [value for value in command[1:] if isinstance(value, int)]
            points = (
                (numbers[i] / PER_POINT, (self._height - numbers[i + 1]) / PER_POINT)
                for i in range(0, len(numbers), 2)
            )
            steps[str(command[0])](*(value for point in points for value in point))

    # --- state and coordinates -----------------------------------------------------------

    def _background(self, colour: Colour) -> None:
        self._shape(Shape(Rect(0, 0, self._width, self._height), fill=colour))

    def _fill(self, colour: Colour) -> None:
        red, green, blue = self._rgb(colour)
        if red == green == blue:
            self._canvas.setFillGray(red)  # so that printers set black text in black alone
        else:
            self._canvas.setFillColorRGB(red, green, blue)
        self._canvas.setFillAlpha(colour.alpha / 100)

    def _stroke(self, colour: Colour, width: Emu) -> None:
        red, green, blue = self._rgb(colour)
        if red == green == blue:
            self._canvas.setStrokeGray(red)
        else:
            self._canvas.setStrokeColorRGB(red, green, blue)
        self._canvas.setStrokeAlpha(colour.alpha / 100)
        self._canvas.setLineWidth(width / PER_POINT)

    def _rgb(self, colour: Colour) -> tuple[float, float, float]:
        value = bytes.fromhex(self._palette.get(colour.slot, _PAPER["dk1"]))
        return value[0] / 255, value[1] / 255, value[2] / 255

    def _origin(self, line: Line, run: GlyphRun) -> str:
        """The text matrix for the first glyph of ``run`` in ``line``."""
        x, y = line.x + run.glyphs[0].x, self._height - line.baseline + run.rise
        return f"1 0 0 1 {_number(x)} {_number(y)}"

    def _box(self, rect: Rect) -> tuple[float, float, float, float]:
        """Left, bottom, width and height in points, from the lower left corner of the page."""
        return (
            rect.x / PER_POINT,
            (self._height - rect.bottom) / PER_POINT,
            rect.width / PER_POINT,
            rect.height / PER_POINT,
        )


_OUTLINES: Mapping[str, Callable[[Painter, Any, Shape], None]] = {
    "rect": Painter._rect,
    "ellipse": Painter._ellipse,
    "path": Painter._path,
}


def _number(length: Emu) -> str:
    """A length in points, to 0.001 pt."""
    return f"{length / PER_POINT:.3f}".rstrip("0").rstrip(".")
