"""Plan: what stands where, on slides and on pages alike.

It does not know where its content came from, nor which file format it goes to: any plan can go
to any writer. The vocabulary of items is closed and tiny.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from publisher.geometry import Emu, Rect, Size
from publisher.glyphs import Glyph as Glyph
from publisher.glyphs import Glyphs as Glyphs
from publisher.record import NamedTuple
from publisher.story import Story


class Colour(NamedTuple):
    """A theme slot (dk1 … folHlink, ECMA-376 20.1.6.2), its alpha in per cent.

    The PAPER colours are the same under every theme: what stands around slides on white paper.
    """

    slot: str
    alpha: int = 100


PAPER_INK, PAPER_QUIET, PAPER_HAIRLINE = map(Colour, ("paper-ink", "paper-quiet", "paper-hairline"))


class GlyphRun(NamedTuple):
    """Glyphs of one face, size and colour. ``size`` is the em; they stand ``rise`` above the
    line's baseline. ``mark`` is what layout draws to them as shapes: underline, dots or "".
    """

    face: str
    size: Emu
    colour: Colour
    glyphs: Glyphs
    rise: Emu = 0
    mark: str = ""


class Line(NamedTuple):
    """A set line; ``x`` and ``baseline`` are on the sheet.

    ``above`` are readings (拼音) that stand above it, which are no part of its text.
    """

    x: Emu
    baseline: Emu
    width: Emu
    runs: tuple[GlyphRun, ...]
    above: tuple[GlyphRun, ...] = ()

    @property
    def text(self) -> str:
        return "".join([run.glyphs.text for run in self.runs])


class TextRun(NamedTuple):
    """Characters as an editing program needs them; ``font`` is a role of the theme or page.

    ``break`` lines that were chosen by sense are ``\\n`` in the text.
    """

    text: str
    font: str
    size: Emu
    colour: Colour
    bold: bool = False


class TextParagraph(NamedTuple):
    """``pitch`` is the distance from baseline to baseline, ``before`` the extra space above."""

    runs: tuple[TextRun, ...]
    alignment: str = "left"
    pitch: Emu = 0
    before: Emu = 0
    indent: Emu = 0


class Part(NamedTuple):
    """From character ``start`` of an element on, up to the next part, its text is ``role``.

    Characters count as in ``Line.text``, the lines of the whole element joined.
    """

    start: int
    role: str


class Text(NamedTuple):
    """Text in a frame, both as paragraphs to edit and as lines to draw.

    ``placeholder`` names the layout's frame that it fills (title, body, footer, number …); None
    is a free text box. ``anchor`` is top, middle or bottom. ``role`` is its structure type:
    Title, H1–H6, P, LI, TOCI, Note, BlockQuote, Caption, TH, TD (ISO 32000-1 14.8.4), Label (of
    the texts that follow it, up to the next heading above theirs) or Artifact (furniture).
    ``link`` is the index of the sheet that it leads to. ``field`` is "number" where a program
    should keep the sheet's number there.

    Texts of one ``element``, where it has a name, are one paragraph (or note) that goes on from
    sheet to sheet: each has all of its ``paragraphs`` and its own of the lines, ``start`` counts
    the characters of those before. ``parts`` divide it where it is not all of one role: a
    run-in heading (H2, P), a number that hangs (Lbl, LBody), paragraphs (P, P). ``language`` is
    its own, where it is not the plan's (BCP 47).
    """

    frame: Rect
    paragraphs: tuple[TextParagraph, ...]
    lines: Sequence[Line]
    name: str
    role: str = "P"
    placeholder: str | None = None
    anchor: str = "top"
    link: int | None = None
    field: str | None = None
    element: str = ""
    start: int = 0
    parts: tuple[Part, ...] = ()
    language: str | None = None


class Path(NamedTuple):
    """A path of absolute commands: ("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",)."""

    commands: tuple[tuple[str | Emu, ...], ...]


class Shape(NamedTuple):
    """Vector artwork: a rectangle, an ellipse, or a path, inside ``frame``.

    ``kind`` is rect, ellipse or path; ``path`` is given in sheet coordinates. No fill and no
    stroke is nothing drawn. ``alt`` empty means decoration.
    """

    frame: Rect
    kind: str = "rect"
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: Emu = 0
    path: Path | None = None
    name: str = ""
    alt: str = ""


class Image(NamedTuple):
    """A picture, fitted into ``frame`` (already in its proportions).

    ``role`` is Figure, or Artifact where it is furniture.
    """

    frame: Rect
    data: bytes
    media_type: str
    alt: str
    name: str = ""
    role: str = "Figure"


GRID_RULE: Emu = 9_525
"""How wide the rules of a grid are drawn: 0.75 pt."""


class GridCell(NamedTuple):
    """A cell of a grid: its place, spans, text and fill."""

    row: int
    column: int
    text: Text
    rows: int = 1
    columns: int = 1
    fill: Colour | None = None


class Grid(NamedTuple):
    """A table: column widths and row heights add up to ``frame``.

    Grids of one ``element``, where it has a name, are one table that goes on from sheet to
    sheet; header cells that stand there again are Artifacts.
    """

    frame: Rect
    widths: tuple[Emu, ...]
    heights: tuple[Emu, ...]
    cells: tuple[GridCell, ...]
    header_rows: int
    rule: Colour
    name: str = ""
    alt: str = ""
    element: str = ""

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """Where each cell stands, in their order; what reaches beyond the grid ends with it."""
        columns = list(accumulate(self.widths, initial=self.frame.x))
        rows = list(accumulate(self.heights, initial=self.frame.y))
        found = []
        for cell in self.cells:
            left, top = columns[cell.column], rows[cell.row]
            right = columns[min(cell.column + cell.columns, len(self.widths))]
            bottom = rows[min(cell.row + cell.rows, len(self.heights))]
            found.append(Rect(left, top, right - left, bottom - top))
        return tuple(found)


class Series(NamedTuple):
    """One row of numbers of a chart; None where the table has none."""

    name: str
    values: tuple[float | None, ...]


class Chart(NamedTuple):
    """A chart as data, for programs that draw charts, and as drawn, for those that do not.

    ``kind`` is column, bar, line or pie; each series has a value to each category. ``unit`` is
    what the values are counted in, as the speech has it. ``drawn`` are texts and shapes inside
    ``frame`` that show the same.
    """

    frame: Rect
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    drawn: tuple[Text | Shape, ...]
    unit: str = ""
    name: str = ""
    alt: str = ""


class Miniature(NamedTuple):
    """A sheet of ``size`` shown small in ``frame`` (already in its proportions), as on a handout.

    Its items stand as on their own sheet; what reaches beyond the sheet is cut off. It leads
    nowhere: links and builds belong to the sheet itself.
    """

    frame: Rect
    sheet: "Sheet"
    size: Size
    name: str = ""


Item: TypeAlias = Text | Shape | Image | Grid | Chart | Miniature


class Sheet(NamedTuple):
    """A slide or a page. ``layout`` names the theme drawing beneath it, None is blank paper.

    ``notes`` are the paragraphs spoken here; ``notes_head`` stands in the notes page's header.
    ``section`` is an index into the plan's sections. ``seconds`` is how long it is spoken about;
    ``builds`` are the items (by index) that come with each click, where a deck is animated.
    ``label`` is the page's number as printed, where it is not the sheet's: ii, 1, or "" for none.
    """

    items: tuple[Item, ...]
    name: str
    layout: str | None = None
    notes: tuple[str, ...] = ()
    notes_head: str = ""
    section: int | None = None
    seconds: int = 0
    builds: tuple[tuple[int, ...], ...] = ()
    label: str | None = None


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """All texts among ``items`` in their order, those of grids, charts and miniatures included."""
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Grid):
            yield from (cell.text for cell in item.cells)
        elif isinstance(item, Chart):
            yield from (part for part in item.drawn if isinstance(part, Text))
        elif isinstance(item, Miniature):
            yield from texts_of(item.sheet.items)


class OutlineEntry(NamedTuple):
    """A bookmark: its level from 1, its words, its sheet, and how far down it points."""

    level: int
    text: str
    sheet: int
    y: Emu


class PlanMeta(NamedTuple):
    """What the file says of itself."""

    title: str
    author: str | None = None
    language: str = "zh-CN"
    created: str | None = None
    keywords: tuple[str, ...] = ()


class Attachment(NamedTuple):
    """A file inside the file, opened by its icon, which stands in ``frame`` on ``sheet``."""

    name: str
    data: bytes
    media_type: str
    sheet: int
    frame: Rect
    alt: str


class Plan(NamedTuple):
    """Sheets of one size. ``sections`` are the names of the deck's sections in order.

    ``bleed`` is how far beyond the sheet's edges artwork reaches, to be cut off; 0 is not at all.
    ``full_screen``: a page reader shows it so, sheet by sheet, as soon as it is opened.
    ``story`` is the text of pages before it was divided; slides have none.
    """

    meta: PlanMeta
    size: Size
    sheets: tuple[Sheet, ...]
    outline: tuple[OutlineEntry, ...] = ()
    sections: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    bleed: Emu = 0
    full_screen: bool = False
    story: Story | None = None
