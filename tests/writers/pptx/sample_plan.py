"""A small deck by hand: one sheet of each kind, in a theme of two colours and few frames."""

from functools import cache
from pathlib import Path as FilePath

from publisher.geometry import SLIDE_16_9, Rect, pt, px
from publisher.plan import (
    Colour,
    Grid,
    GridCell,
    Image,
    Path,
    Plan,
    PlanMeta,
    Shape,
    Sheet,
    Text,
    TextParagraph,
    TextRun,
)
from publisher.theme.model import SLOTS, Drawing, Frame, TextStyle, Theme, Typeface
from publisher.typeface.registry import Typefaces
from publisher.writers.pptx import write
from tests.judges.decks import dot

NO_FONTS = Typefaces({}, {})
INK = Colour("dk1")

TITLE = Rect(px(64), px(48), px(700), px(64))
BODY = Rect(px(64), px(150), px(1152), px(480))
FULL = Rect(0, 0, *SLIDE_16_9)


def frame(name: str, rect: Rect, style: str = "text", align: str = "left") -> Frame:
    return Frame(name, rect, style, "dk1", align)


FURNITURE = (
    frame("place", Rect(px(800), px(48), px(416), px(40)), "small", "right"),
    frame("footer", Rect(px(64), px(668), px(600), px(28)), "small"),
    frame("number", Rect(px(1096), px(668), px(120), px(28)), "small", "right"),
)
HILL = Path((
    ("M", 0, px(600)),
    ("C", px(300), px(500), px(900), px(700), px(1280), px(560)),
    ("L", px(1280), px(720)),
    ("L", 0, px(720)),
    ("Z",),
))  # fmt: skip


def drawing(name: str, title: str, *frames: Frame, background: str = "lt2") -> Drawing:
    artwork = (
        Shape(Rect(0, px(500), px(1280), px(220)), "path", Colour("dk2", 40), path=HILL, name="山"),
        Shape(Rect(px(64), px(40), px(48), px(3)), "rect", Colour("accent2"), name="短线"),
        Shape(Rect(px(10), px(10), px(9), px(9)), "ellipse", None, Colour("accent3"), px(1)),
    )
    return Drawing(name, title, Colour(background), artwork, {f.name: f for f in frames})


COVER = drawing(
    "cover",
    "封面",
    frame("title", Rect(px(96), px(180), px(1000), px(240)), "title"),
    frame("subtitle", Rect(px(96), px(430), px(1000), px(60))),
    frame("speaker", Rect(px(96), px(600), px(400), px(40))),
    frame("date", Rect(px(800), px(600), px(380), px(40))),
    background="accent1",
)
DRAWINGS = (
    COVER,
    drawing("section", "章节", frame("title", TITLE, "title"), frame("label", BODY)),
    drawing("points", "要点", frame("title", TITLE, "title"), frame("body", BODY), *FURNITURE),
    drawing(
        "quote",
        "引语",
        frame("title", TITLE),
        frame("body", BODY, "title"),
        frame("subtitle", Rect(px(64), px(640), px(600), px(28))),
    ),
    drawing("closing", "结束", frame("title", TITLE, "title")),
)


def theme(name: str = "样本", first: int = 0x102030) -> Theme:
    palette = {slot: f"{first + i * 0x0A0A0A:06X}" for i, slot in enumerate(SLOTS)}
    return Theme(
        name,
        {"zh": f"{name} & 主题", "en": "Sample"},
        {},
        palette,
        {},
        {
            "title": Typeface("biaosong", "华文中宋", "Times New Roman", bold=True),
            "text": Typeface("sans", "微软雅黑", "Arial"),
            "strong": Typeface("sansbold", "微软雅黑", "Arial", bold=True),
            "numeral": Typeface("numeral", "华文中宋", "Times New Roman"),
        },
        {
            "title": TextStyle("title", pt(36), pt(24), 130, "dk1"),
            "text": TextStyle("text", pt(24), pt(18), 150, "dk1"),
            "small": TextStyle("text", pt(12), pt(12), 130, "accent4"),
        },
        {},
        SLIDE_16_9,
        {each.name: each for each in DRAWINGS},
        "Apache-2.0",
    )


def paragraph(text: str, font: str = "text", size: float = 24, **rest: object) -> TextParagraph:
    run = TextRun(text, font, pt(size), INK)
    return TextParagraph((run,), pitch=pt(size * 1.5))._replace(**rest) if rest else TextParagraph(
        (run,), pitch=pt(size * 1.5)
    )  # fmt: skip


def text(words: str, rect: Rect = BODY, name: str = "文字", **rest: object) -> Text:
    font = "title" if rest.get("placeholder") == "title" else "text"
    return Text(rect, (paragraph(words, font),), (), name, **rest)  # type: ignore[arg-type]


def title(words: str, rect: Rect = TITLE) -> Text:
    return text(words, rect, "标题", placeholder="title", role="H2")


def furniture(number: int) -> tuple[Text, ...]:
    place, footer, page = (each.rect for each in FURNITURE)
    return (
        text("一、开头", place, "所在部分", placeholder="place", role="Artifact"),
        text("样本讲话", footer, "页脚", placeholder="footer", role="Artifact"),
        text(str(number), page, "页码", placeholder="number", field="number", role="Artifact"),
    )


def cards() -> tuple[Shape | Text, ...]:
    items: list[Shape | Text] = []
    for n, rect in enumerate(BODY.columns(3, px(24)), 1):
        inner = rect.inset(px(24), px(24), px(24), px(24))
        card = Shape(rect, "rect", Colour("lt1"), Colour("accent5"), px(1), name=f"卡片 {n}")
        items += [card, text(f"第{n}件事\n要办好", inner, f"要点 {n}")]
    return tuple(items)


def grid() -> Grid:
    widths, heights = (px(400), px(300), px(452)), (px(60), px(60), px(60))
    words = {(0, 0): "指标", (0, 1): "今年", (1, 0): "客运量", (1, 1): "1.86", (2, 0): "合计"}
    spans = {(0, 1): (1, 2), (1, 0): (2, 1)}
    cells = []
    for (row, column), word in words.items():
        if (row, column) == (2, 0):
            continue
        rows, columns = spans.get((row, column), (1, 1))
        x, y = BODY.x + sum(widths[:column]), BODY.y + sum(heights[:row])
        box = Rect(x, y, sum(widths[column : column + columns]), sum(heights[row : row + rows]))
        inner = box.inset(px(14), px(9), px(10), px(8))
        label = text(word, inner, "格", anchor="middle")
        fill = Colour("accent1") if row == 0 else None
        cells.append(GridCell(row, column, label, rows, columns, fill))
    size = Rect(BODY.x, BODY.y, sum(widths), sum(heights))
    return Grid(size, widths, heights, tuple(cells), 1, Colour("accent5"), "客运表", "今年客运量")


PHOTO = Image(Rect(px(300), px(200), px(400), px(400)), dot(), "image/png", "一个红点", "照片")
NOTES = ("同志们：", "第一段，“带引号”，a < b & c > d。", "第二段\n有换行。", "　　末段。")


def sheets() -> tuple[Sheet, ...]:
    cover = COVER.frames
    return (
        Sheet(
            (
                text("把一件事\n说清楚", cover["title"].rect, "标题", placeholder="title"),
                text("副题", cover["subtitle"].rect, "副标题", placeholder="subtitle"),
                text("某某", cover["speaker"].rect, "发言人", placeholder="speaker"),
            ),
            "把一件事说清楚",
            "cover",
            NOTES[:1],
            "样本会议　2025年1月",
        ),
        Sheet((title("目录"), text("第一部分", link=2)), "目录", "points"),
        Sheet((title("第一部分"),), "第一部分", "section", section=0),
        Sheet((*furniture(4), *cards(), title("三件事")), "三件事", "points", NOTES[1:]),
        Sheet((title("某人说："), text("引语", placeholder="body")), "引语", "quote", section=1),
        Sheet((title("一张表"), grid()), "一张表", "points"),
        Sheet((title("一张图"), PHOTO, PHOTO._replace(alt="")), "一张图", "points"),
        Sheet((text("没有题目的一页"),), "没有题目", "points"),
        Sheet((title("完"),), "完", "closing"),
    )


def plan(*own: Sheet, **meta: object) -> Plan:
    """The sample deck, or one of other sheets."""
    about = PlanMeta("样本 <讲话>", "某某", keywords=("样本", "讲话"), **meta)  # type: ignore[arg-type]
    return Plan(about, SLIDE_16_9, own or sheets(), (), ("第一部分", "第二部分"))


@cache
def sample() -> bytes:
    return write(plan(), theme(), NO_FONTS)[0]


def save(folder: FilePath, data: bytes | None = None) -> FilePath:
    path = folder / "deck.pptx"
    path.write_bytes(sample() if data is None else data)
    return path
