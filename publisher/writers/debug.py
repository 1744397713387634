"""The plan as text, one line per item, stable and readable in a diff: the golden files' form.

Frames and positions are in millimetres from the sheet's top left corner, sizes in points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING
from zlib import crc32

from publisher.events import Notice
from publisher.geometry import PER_MM, PER_POINT, Emu, Rect
from publisher.options import Options
from publisher.plan import (
    Chart,
    Colour,
    Grid,
    Image,
    Item,
    Line,
    Miniature,
    OutlineEntry,
    Plan,
    Shape,
    Sheet,
    Text,
    TextParagraph,
)

if TYPE_CHECKING:
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces


_DEFAULTS = Options()


def write(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[bytes, tuple[Notice, ...]]:
    """``plan`` as UTF-8 text. Neither colours nor faces are looked up: names stand for them."""
    del theme, typefaces, options
    return ("\n".join(_plan(plan)) + "\n").encode("utf-8"), ()


def _plan(plan: Plan) -> Iterator[str]:
    meta = plan.meta
    yield f"plan {_mm(plan.size.width)} x {_mm(plan.size.height)} mm, {meta.language}"
    yield f"title {_one_line(meta.title)}"
    for label, value in (("author", meta.author), ("created", meta.created)):
        if value:
            yield f"{label} {_one_line(value)}"
    if meta.keywords:
        yield f"keywords {_one_line('; '.join(meta.keywords))}"
    if plan.full_screen:
        yield "full screen"
    for i, section in enumerate(plan.sections):
        yield f"section {i} {_one_line(section)}"
    yield from map(_outline, plan.outline)
    for attachment in plan.attachments:
        size = f"{len(attachment.data)} bytes, crc {crc32(attachment.data):08x}"
        where = f"sheet {attachment.sheet + 1} at [{_rect(attachment.frame)}]"
        yield f"attachment {_one_line(attachment.name)} {size}, on {where}"
    for number, sheet in enumerate(plan.sheets, 1):
        yield ""
        yield from _sheet(number, sheet)


def _outline(entry: OutlineEntry) -> str:
    indent = "  " * (entry.level - 1)
    target = f"sheet {entry.sheet + 1} at {_mm(entry.y)}"
    return f"outline {indent}{entry.level} {_one_line(entry.text)} > {target}"


def _sheet(number: int, sheet: Sheet) -> Iterator[str]:
    layout = f" on {sheet.layout}" if sheet.layout else ""
    section = "" if sheet.section is None else f" in section {sheet.section}"
    yield f"sheet {number}{layout}{section}: {_one_line(sheet.name)}"
    if sheet.seconds:
        yield f"  seconds {sheet.seconds}"
    for item in sheet.items:
        yield from _indented(_WRITTEN_BY[type(item)](item))
    if sheet.notes_head:
        yield f"  notes head {_one_line(sheet.notes_head)}"
    for build in sheet.builds:
        yield f"  click {' '.join(map(str, build))}"
    for note in sheet.notes:
        yield f"  note {_one_line(note)}"


def _text(text: Text) -> Iterator[str]:
    marks = [text.role]
    marks += [f"in {text.placeholder}"] if text.placeholder else []
    marks += [text.anchor] if text.anchor != "top" else []
    marks += [f"to sheet {text.link + 1}"] if text.link is not None else []
    marks += [f"field {text.field}"] if text.field else []
    marks += [f"goes on at {text.start}"] if text.start else []
    marks += [f"{part.role} from {part.start}" for part in text.parts]
    marks += [text.language] if text.language else []
    yield f"text {_named(text.name)}[{_rect(text.frame)}] {', '.join(marks)}"
    yield from _indented(map(_paragraph, text.paragraphs))
    yield from _indented(map(_line, text.lines))


def _paragraph(paragraph: TextParagraph) -> str:
    lengths = {"before": paragraph.before, "indent": paragraph.indent}
    extra = "".join(f" {name} {_pt(length)}" for name, length in lengths.items() if length)
    runs = " ".join(
        f"<{run.font}{' bold' if run.bold else ''} {_pt(run.size)} {_colour(run.colour)}>"
        f"{_one_line(run.text)}"
        for run in paragraph.runs
    )
    return f"paragraph {paragraph.alignment} pitch {_pt(paragraph.pitch)}{extra}: {runs}"


def _line(line: Line) -> str:
    styles = ((run.face, run.size, run.colour) for run in line.runs if run.glyphs)
    looks = " + ".join(
        f"{face} {_pt(size)} {_colour(colour)}" for (face, size, colour), _ in groupby(styles)
    )
    place = f"{_mm(line.x)} {_mm(line.baseline)} w {_mm(line.width)}"
    above = "".join(run.glyphs.text for run in line.above)
    readings = f" above {_one_line(above)}" if above else ""
    return f"line {place} <{looks}> {_one_line(line.text)}{readings}"


def _shape(shape: Shape) -> Iterator[str]:
    fill = f" fill {_colour(shape.fill)}" if shape.fill else ""
    stroke = f" stroke {_colour(shape.stroke)} {_pt(shape.stroke_width)}" if shape.stroke else ""
    alt = f" alt {_one_line(shape.alt)}" if shape.alt else ""
    yield f"shape {_named(shape.name)}[{_rect(shape.frame)}] {shape.kind}{fill}{stroke}{alt}"
    if shape.path is not None:
        steps = (
            " ".join(_mm(part) if isinstance(part, int) else part for part in command)
            for command in shape.path.commands
        )
        yield f"  path {' '.join(steps)}"


def _image(image: Image) -> Iterator[str]:
    data = f"{image.media_type} {len(image.data)} bytes, crc {crc32(image.data):08x}"
    alt = f" alt {_one_line(image.alt)}" if image.alt else ""
    role = "" if image.role == "Figure" else f" {image.role}"
    yield f"image {_named(image.name)}[{_rect(image.frame)}] {data}{role}{alt}"


def _grid(grid: Grid) -> Iterator[str]:
    widths = " ".join(map(_mm, grid.widths))
    heights = " ".join(map(_mm, grid.heights))
    alt = f" alt {_one_line(grid.alt)}" if grid.alt else ""
    yield (
        f"grid {_named(grid.name)}[{_rect(grid.frame)}] columns {widths}, rows {heights},"
        f" header {grid.header_rows}, rule {_colour(grid.rule)}{alt}"
    )
    for cell in grid.cells:
        spans = f" spans {cell.rows} x {cell.columns}" if cell.rows * cell.columns > 1 else ""
        fill = f" fill {_colour(cell.fill)}" if cell.fill else ""
        yield f"  cell {cell.row} {cell.column}{spans}{fill}"
        yield from _indented(_indented(_text(cell.text)))


def _chart(chart: Chart) -> Iterator[str]:
    alt = f" alt {_one_line(chart.alt)}" if chart.alt else ""
    unit = f" in {_one_line(chart.unit)}" if chart.unit else ""
    yield f"chart {_named(chart.name)}[{_rect(chart.frame)}] {chart.kind}{unit}{alt}"
    yield f"  categories {' | '.join(map(_one_line, chart.categories))}"
    for series in chart.series:
        values = " ".join("–" if value is None else f"{value:g}" for value in series.values)
        yield f"  series {_one_line(series.name)}: {values}"
    for part in chart.drawn:
        yield from _indented(_WRITTEN_BY[type(part)](part))


def _miniature(miniature: Miniature) -> Iterator[str]:
    sheet, size = miniature.sheet, miniature.size
    layout = f" on {sheet.layout}" if sheet.layout else ""
    yield (
        f"miniature {_named(miniature.name)}[{_rect(miniature.frame)}]{layout}"
        f" of {_mm(size.width)} x {_mm(size.height)}: {_one_line(sheet.name)}"
    )
    for item in sheet.items:
        yield from _indented(_WRITTEN_BY[type(item)](item))


_WRITTEN_BY: Mapping[type[Item], Callable[..., Iterator[str]]] = {
    Text: _text,
    Shape: _shape,
    Image: _image,
    Grid: _grid,
    Chart: _chart,
    Miniature: _miniature,
}


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _named(name: str) -> str:
    return f"{_one_line(name)} " if name else ""


def _one_line(text: str) -> str:
    """Line breaks and tabs as escapes, so that an item stays on its line."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _colour(colour: Colour) -> str:
    return colour.slot if colour.alpha == 100 else f"{colour.slot}/{colour.alpha}%"


def _rect(rect: Rect) -> str:
    return f"{_mm(rect.x)} {_mm(rect.y)} {_mm(rect.width)} {_mm(rect.height)}"


def _mm(length: Emu) -> str:
    return _fixed(length, PER_MM)


def _pt(length: Emu) -> str:
    return _fixed(length, PER_POINT).rstrip("0").rstrip(".")


def _fixed(length: Emu, unit: int) -> str:
    """``length`` in ``unit`` with two decimals, rounded in integers: the same everywhere."""
    hundredths = (2 * 100 * abs(length) + unit) // (2 * unit)
    sign = "-" if length < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02}"
