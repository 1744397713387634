"""The plan as text: golden files are made of it, so its form is fixed here."""

from __future__ import annotations

from publisher.geometry import SLIDE_16_9, Rect, mm, pt
from publisher.plan import (
    Colour,
    GlyphRun,
    Glyphs,
    Grid,
    GridCell,
    Image,
    Item,
    Line,
    Miniature,
    OutlineEntry,
    Path,
    Plan,
    PlanMeta,
    Shape,
    Sheet,
    Text,
    TextParagraph,
    TextRun,
)
from publisher.typeface.registry import Typefaces
from publisher.writers import debug

NO_FACES = Typefaces({}, {})
DARK = Colour("dk1")
QUIET = Colour("accent3", 40)
FRAME = Rect(mm(20), mm(30), mm(100), mm(12.345))


def heading(**changes: object) -> Text:
    """A title of two faces over two lines, broken by sense."""
    runs = (
        GlyphRun("Sans-Bold", pt(36), DARK, Glyphs("城市", [5, 6], [0, pt(36)], [pt(36), 1])),
        GlyphRun("Latin", pt(36), DARK, Glyphs("A", [7], [pt(72)], [pt(20)])),
    )
    lines = (
        Line(mm(20), mm(38), pt(92), runs),
        Line(mm(20), mm(50), pt(36), (GlyphRun("Sans-Bold", pt(36), QUIET, runs[0].glyphs[:1]),)),
    )
    paragraph = TextParagraph(
        (
            TextRun("城市A\n", "title", pt(36), DARK, bold=True),
            TextRun("城", "text", pt(10.5), QUIET),
        ),
        "center",
        pitch=pt(45),
        before=pt(6),
    )
    text = Text(FRAME, (paragraph,), lines, "标题 1", "Title", "title", "middle")
    return text._replace(**changes)  # type: ignore[arg-type]


def written(*items: Item, **sheet: object) -> str:
    plan = Plan(PlanMeta("城市"), SLIDE_16_9, (Sheet(items, "甲", **sheet),))  # type: ignore[arg-type]
    data, notices = debug.write(plan, None, NO_FACES)
    assert notices == ()
    return data.decode("utf-8").split("\n\n", 1)[1]


def test_the_head_tells_of_the_document_and_its_outline():
    plan = Plan(
        PlanMeta("城市\n工作", "张三", created="2025-11-03", keywords=("城市", "讲话")),
        SLIDE_16_9,
        (),
        (OutlineEntry(1, "一、总则", 0, mm(12)), OutlineEntry(2, "（一）要求", 2, 0)),
        ("一、总则",),
    )
    assert debug.write(plan, None, NO_FACES)[0].decode("utf-8") == (
        "plan 338.67 x 190.50 mm, zh-CN\n"
        "title 城市\\n工作\n"
        "author 张三\n"
        "created 2025-11-03\n"
        "keywords 城市; 讲话\n"
        "section 0 一、总则\n"
        "outline 1 一、总则 > sheet 1 at 12.00\n"
        "outline   2 （一）要求 > sheet 3 at 0.00\n"
    )


def test_text_shows_its_paragraphs_and_where_each_line_is_set():
    assert written(heading(), layout="cover", section=0) == (
        "sheet 1 on cover in section 0: 甲\n"
        "  text 标题 1 [20.00 30.00 100.00 12.35] Title, in title, middle\n"
        "    paragraph center pitch 45 before 6:"
        " <title bold 36 dk1>城市A\\n <text 10.5 accent3/40%>城\n"
        "    line 20.00 38.00 w 32.46 <Sans-Bold 36 dk1 + Latin 36 dk1> 城市A\n"
        "    line 20.00 50.00 w 12.70 <Sans-Bold 36 accent3/40%> 城\n"
    )


def test_text_shows_its_link_and_field():
    text = heading(link=2, field="number", placeholder=None, anchor="top", lines=(), paragraphs=())
    assert written(text) == (
        "sheet 1: 甲\n  text 标题 1 [20.00 30.00 100.00 12.35] Title, to sheet 3, field number\n"
    )


def test_shapes_and_pictures_take_one_line_and_a_path_one_more():
    path = Path((("M", mm(1), mm(2)), ("L", -mm(3), mm(4)), ("Z",)))
    shapes = (
        Shape(FRAME, fill=QUIET, name="卡片"),
        Shape(FRAME, "path", None, DARK, pt(0.75), path, alt="箭头"),
        Image(FRAME, b"abc", "image/png", "一张图", "图片 1"),
    )
    assert written(*shapes) == (
        "sheet 1: 甲\n"
        "  shape 卡片 [20.00 30.00 100.00 12.35] rect fill accent3/40%\n"
        "  shape [20.00 30.00 100.00 12.35] path stroke dk1 0.75 alt 箭头\n"
        "    path M 1.00 2.00 L -3.00 4.00 Z\n"
        "  image 图片 1 [20.00 30.00 100.00 12.35] image/png 3 bytes, crc 352441c2 alt 一张图\n"
    )


def test_a_grid_shows_each_cell_with_its_text():
    cell = GridCell(0, 1, heading(lines=(), paragraphs=(), placeholder=None), columns=2, fill=DARK)
    grid = Grid(FRAME, (mm(40), mm(60)), (mm(12.345),), (cell,), 1, QUIET, "表格 1")
    assert written(grid) == (
        "sheet 1: 甲\n"
        "  grid 表格 1 [20.00 30.00 100.00 12.35] columns 40.00 60.00, rows 12.35,"
        " header 1, rule accent3/40%\n"
        "    cell 0 1 spans 1 x 2 fill dk1\n"
        "      text 标题 1 [20.00 30.00 100.00 12.35] Title, middle\n"
    )


def test_notes_are_written_whole():
    assert written(notes=("第一段。", "第二段。"), notes_head="一、总则") == (
        "sheet 1: 甲\n  notes head 一、总则\n  note 第一段。\n  note 第二段。\n"
    )


def test_a_sheet_shown_small_is_told_with_what_stands_on_it() -> None:
    shown = Sheet((Shape(FRAME, fill=DARK),), "甲", "cover")
    small = Miniature(Rect(mm(20), mm(26), mm(96), mm(54)), shown, SLIDE_16_9, "slide 3")
    assert written(small).splitlines()[-2:] == [
        "  miniature slide 3 [20.00 26.00 96.00 54.00] on cover of 338.67 x 190.50: 甲",
        "    shape [20.00 30.00 100.00 12.35] rect fill dk1",
    ]
