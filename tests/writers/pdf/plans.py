"""Small plans made by hand, with the glyphs of the real faces."""

from __future__ import annotations

from publisher.geometry import A4, SLIDE_16_9, Emu, Rect, mm, pt
from publisher.plan import (
    Colour,
    Glyph,
    GlyphRun,
    Glyphs,
    Item,
    Line,
    Plan,
    PlanMeta,
    Sheet,
    Text,
    TextParagraph,
    TextRun,
)
from publisher.typeface.registry import load_typefaces
from publisher.typeface.shaping import shape

TYPEFACES = load_typefaces()
BLACK = Colour("dk1")
BODY = pt(16)
START = (mm(28), mm(50))


def set_line(
    text: str,
    role: str = "fang",
    size: Emu = BODY,
    at: tuple[Emu, Emu] = START,
    colour: Colour = BLACK,
    gap: Emu = 0,
) -> Line:
    """``text`` on one line from ``at`` (left edge, baseline), ``gap`` between the glyphs."""
    runs: list[GlyphRun] = []
    x = 0
    for shaped in shape(text, role, TYPEFACES):
        advance = round(shaped.advance * size / shaped.units)
        glyph = Glyph(shaped.text, shaped.gid, x, advance)
        if runs and runs[-1].face == shaped.face:
            runs[-1] = runs[-1]._replace(glyphs=Glyphs.of((*runs[-1].glyphs, glyph)))
        else:
            runs.append(GlyphRun(shaped.face, size, colour, Glyphs.of([glyph])))
        x += advance + gap
    return Line(at[0], at[1], x - gap, tuple(runs))


def squeezed(line: Line, marks: str) -> Line:
    """``line`` with each of ``marks`` set at half its width, opening ones without their lead."""
    runs = []
    x = 0
    for run in line.runs:
        glyphs = []
        for glyph in run.glyphs:
            half = glyph.text in marks
            advance = glyph.advance // 2 if half else glyph.advance
            trim = glyph.advance - advance if half and glyph.text in "“《（" else 0
            glyphs.append(glyph._replace(x=x, advance=advance, trim=trim))
            x += advance
        runs.append(run._replace(glyphs=Glyphs.of(glyphs)))
    return line._replace(width=x, runs=tuple(runs))


def text_of(*lines: Line, name: str = "正文", **fields: object) -> Text:
    """A Text that draws ``lines`` in a frame around them."""
    left = min(line.x for line in lines)
    top = min(line.baseline for line in lines) - pt(16)
    right = max(line.x + line.width for line in lines)
    frame = Rect(left, top, right - left, lines[-1].baseline + pt(4) - top)
    runs = tuple(TextRun(line.text, "text", pt(16), BLACK) for line in lines)
    return Text(frame, (TextParagraph(runs, pitch=pt(28)),), lines, name, **fields)  # type: ignore[arg-type]


def page_plan(*sheets: tuple[Item, ...], **fields: object) -> Plan:
    """Blank A4 pages with the given items."""
    pages = tuple(Sheet(items, f"第{i}页") for i, items in enumerate(sheets, 1))
    return Plan(PlanMeta("测试", "张三"), A4, pages, **fields)  # type: ignore[arg-type]


def slide_plan(*sheets: Sheet) -> Plan:
    """Slides of 16:9."""
    return Plan(PlanMeta("测试"), SLIDE_16_9, sheets)
