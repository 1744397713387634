"""Items of a plan as operators of a content stream. Nothing is laid out here.

One method draws one kind of item, from its first operator to its last. Text is shown with our own
fonts (``codes``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from publisher.events import Notice, notice
from publisher.geometry import Rect
from publisher.options import Profile
from publisher.plan import (
    GRID_RULE,
    Chart,
    Colour,
    Grid,
    Image,
    Item,
    Line,
    Miniature,
    Plan,
    Shape,
    Sheet,
    Text,
)
from publisher.record import NamedTuple
from publisher.writers.pdf.codes import FontCodes
from publisher.writers.pdf.content import Content, number
from publisher.writers.pdf.marks import ROOM
from publisher.writers.pdf.outlines import outline, sides
from publisher.writers.pdf.tags import LAYOUT, PAGINATION, Tags

if TYPE_CHECKING:
    from publisher.theme.model import Drawing
    from publisher.writers.pdf.inks import Colours
    from publisher.writers.pdf.pictures import Raster

_PAINT = {(False, True): "f", (True, False): "S", (True, True): "B"}
"""Operators by (stroked, filled); what is inside of a path is as SVG counts it (8.5.3.3.2)."""


class Painted(NamedTuple):
    """A page's content stream and what it asks of the file: parameters of the graphics state and
    pictures by resource name, and whether colours blend with what is beneath them."""

    content: bytes
    states: Mapping[str, dict[str, float]]
    pictures: tuple[str, ...]
    transparent: bool


class Painter:
    """Draws sheets of ``plan``; for a press away from the paper's corner, with bleed.

    ``fonts`` maps each face's name to its resource name and codes; ``drawings`` are the theme's by
    layout name. ``tags`` gathers the structure, ``pages`` and ``pictures`` (by resource name) what
    was used, ``notices`` what could not be drawn.
    """

    def __init__(
        self,
        plan: Plan,
        colours: Colours,
        fonts: Mapping[str, tuple[str, FontCodes]],
        drawings: Mapping[str, Drawing],
        tags: Tags,
        profile: Profile = Profile.ARCHIVE,
    ) -> None:
        self._content = Content()
        self._height = plan.size.height
        self._width = plan.size.width
        self._bleed = plan.bleed
        self._scale = 1.0
        self._colours = colours
        self._fonts = fonts
        self._drawings = drawings
        self._tags = tags
        self._open = ""
        """The operator that began the marked sequence that is not ended yet."""
        self._profile = profile
        self._names: dict[Raster, str] = {}
        self._used: dict[str, None] = {}
        self._transparent = False
        self.pages: list[Painted] = []
        self.notices: list[Notice] = []

    @property
    def pictures(self) -> Mapping[str, Raster]:
        return {name: raster for raster, name in self._names.items()}

    def sheet(self, sheet: Sheet) -> None:
        """Draw a page."""
        self._content, self._used, self._transparent = Content(), {}, False
        if self._profile is Profile.PRESS:
            self._into_the_paper()
        self._tags.sheet()
        self._sheet(sheet)
        self._end()
        content = self._content
        if self._profile is Profile.PRESS:
            content.restore()
        pictures = tuple(self._used)
        self.pages.append(Painted(content.data(), content.states, pictures, self._transparent))

    def _sheet(self, sheet: Sheet) -> None:
        """The theme's drawing beneath, then the items in their order."""
        drawing = self._drawings[sheet.layout] if self._drawings and sheet.layout else None
        if drawing is not None:
            self._begin(self._artwork_mark())
            self._background(drawing.background)
            for shape in drawing.artwork:
                self._path_of(shape)
        for item in sheet.items:
            self._DRAWN_BY[type(item)](self, item)

    def _artwork_mark(self) -> str:
        """Begins the theme's drawing; its box is the whole page (ISO 32000-1 14.8.2.2.2)."""
        size = f"{number(self._width)} {number(self._height)}"
        return f"/Artifact<</Type/Background/BBox[0 0 {size}]>>BDC"

    # --- marked sequences: everything that is drawn stands in one (ISO 14289-1, 7.1) -------

    def _begin(self, mark: str) -> None:
        """What follows belongs to ``mark``; artifacts of a kind that follow each other are one."""
        if mark != self._open:
            self._end()
            self._content.add(mark)
            self._open = mark

    def _end(self) -> None:
        if self._open:
            self._content.add("EMC")
            self._open = ""

    # --- one method per kind of item -----------------------------------------------------

    def _text(self, text: Text) -> None:
        for mark, lines in self._tags.text(text):
            self._begin(mark)
            self._lines(lines)

    def _lines(self, lines: Sequence[Line]) -> None:
        runs = [(line, run) for line in lines for run in line.runs if run.glyphs.gids]
        if not runs:
            return
        # Readings come last, so that what they stand above reads on from line to line.
        runs += [(line, run) for line in lines for run in line.above if run.glyphs.gids]
        content, height = self._content, self._height
        content.add("BT")
        colour = None
        for line, run in runs:
            if run.colour != colour:
                colour = run.colour
                self._seen(colour)
                self._colours.text(content, colour)
            name, codes = self._fonts[run.face]
            content.use("font", f"/{name} {number(run.size)} Tf")
            x, y = line.x + run.glyphs.xs[0], height - line.baseline + run.rise
            content.add(f"1 0 0 1 {number(x)} {number(y)} Tm {codes.show(run)} TJ")
        content.add("ET")

    def _shape(self, shape: Shape) -> None:
        self._begin(self._tags.figure(shape.alt) if shape.alt else LAYOUT)
        self._path_of(shape)

    def _path_of(self, shape: Shape) -> None:
        stroked = shape.stroke is not None and shape.stroke_width > 0
        if shape.fill is None and not stroked:
            return
        if shape.fill is not None:
            self._seen(shape.fill)
            self._colours.fill(self._content, shape.fill)
        if stroked and shape.stroke is not None:
            self._seen(shape.stroke)
            self._colours.stroke(self._content, shape.stroke)
            self._content.use("width", f"{number(shape.stroke_width)} w")
        self._content.add(
            f"{outline(shape, self._height)} {_PAINT[stroked, shape.fill is not None]}"
        )

    def _image(self, image: Image) -> None:
        from publisher.writers.pdf.pictures import PRESS_DPI, raster

        picture = raster(image, self._profile, self._scale)
        if picture is None:
            self.notices.append(
                notice("picture-not-drawn", name=image.name, media_type=image.media_type)
            )
            return
        dpi = picture.dpi(image.frame, self._scale)
        coarse = self._profile is Profile.PRESS and dpi < PRESS_DPI
        if coarse and picture not in self._names:  # a logo on every slide is told of once
            page = len(self.pages) + 1
            self.notices.append(notice("picture-coarse", page=page, dpi=dpi, least=PRESS_DPI))
        name = self._names.setdefault(picture, f"P{len(self._names)}")
        self._used[name] = None
        self._transparent |= picture.mask is not None
        furniture = image.role == "Artifact"
        self._begin(PAGINATION if furniture else self._tags.figure(image.alt))
        left, bottom, width, height = sides(image.frame, self._height)
        self._content.add(f"q {width} 0 0 {height} {left} {bottom} cm /{name} Do Q")

    def _grid(self, grid: Grid) -> None:
        boxes = grid.boxes
        self._begin(LAYOUT)
        for cell, box in zip(grid.cells, boxes):
            if cell.fill is not None:
                self._path_of(Shape(box, fill=cell.fill))
        for box in boxes:
            self._path_of(Shape(box, stroke=grid.rule, stroke_width=GRID_RULE))
        for mark, lines in self._tags.cells(grid):
            self._begin(mark)
            self._lines(lines)

    def _chart(self, chart: Chart) -> None:
        self._begin(self._tags.figure(chart.alt))
        for part in chart.drawn:
            if isinstance(part, Text):
                self._lines(part.lines)
            else:
                self._path_of(part)

    def _miniature(self, miniature: Miniature) -> None:
        """The sheet drawn in its own coordinates, in a scaled space of the page.

        Its artwork is written each time: three kilobytes at most, while a form of it could hold
        none of the marks of the page's structure.
        """
        left, bottom, width, height = sides(miniature.frame, self._height)
        page = self._width, self._height
        scale = miniature.frame.width / miniature.size.width
        self._end()
        self._content.save(
            f"{left} {bottom} {width} {height} re W n",
            f"{scale:.6f} 0 0 {scale:.6f} {left} {bottom} cm",
        )
        self._width, self._height = miniature.size
        bleed, self._bleed, self._scale = self._bleed, 0, scale
        self._sheet(miniature.sheet)
        self._end()
        self._width, self._height = page
        self._bleed, self._scale = bleed, 1.0
        self._content.restore()

    _DRAWN_BY: ClassVar[Mapping[type[Item], Callable[..., None]]] = {
        Text: _text,
        Shape: _shape,
        Image: _image,
        Grid: _grid,
        Chart: _chart,
        Miniature: _miniature,
    }

    # --- state and coordinates -----------------------------------------------------------

    def _background(self, colour: Colour) -> None:
        page = Rect(0, 0, self._width, self._height)
        self._path_of(Shape(page.inset(*[-self._bleed] * 4), fill=colour))

    def _into_the_paper(self) -> None:
        """The origin to the trimmed page's corner, and nothing drawn beyond the bleed."""
        page = Rect(0, 0, self._width, self._height).inset(*[-self._bleed] * 4)
        left, bottom, width, height = sides(page, self._height)
        self._content.save(
            f"1 0 0 1 {number(ROOM)} {number(ROOM)} cm",
            f"{left} {bottom} {width} {height} re W n",
        )

    def _seen(self, colour: Colour) -> None:
        self._transparent |= colour.alpha < 100
