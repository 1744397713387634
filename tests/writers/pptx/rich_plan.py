"""A deck with everything on: charts of each kind, builds, times, an attachment, embedded fonts."""

import io
import zipfile
from functools import cache

from publisher.geometry import Rect, px
from publisher.options import Options
from publisher.plan import Attachment, Chart, Plan, Series, Sheet
from publisher.theme.load import load_theme
from publisher.theme.model import Theme
from publisher.typeface.registry import Typefaces, load_typefaces
from publisher.writers.pptx import write
from tests.writers.pptx.sample_plan import (
    BODY,
    COVER,
    PHOTO,
    cards,
    furniture,
    grid,
    plan,
    sheets,
    text,
    title,
)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EVERYTHING = Options(animate=True, embed_fonts=True)
YEARS = ("2022年", "2023年", "2024年")
RIDES = Series("客运量", (8210.0, 10530.0, 12345.0))
LINES = Series("线路", (None, 36.0, 41.5))
ICON = Rect(px(1120), px(560), px(72), px(96))


def chart(kind: str, *series: Series, **rest: object) -> Chart:
    return Chart(BODY, kind, YEARS, series or (RIDES,), (), **rest)  # type: ignore[arg-type]


CHARTS = (
    chart("column", unit="万人次", name="客运量", alt="三年客运量"),
    chart("column", RIDES, Series("目标", (8000.0, 10000.0, 12500.0)), alt="客运量与目标"),
    chart("bar", Series("满意度", (91.5, 93.0, 96.25)), unit="%", alt="满意度"),
    chart("line", RIDES, LINES, alt="两条线"),
    chart("pie", Series("构成", (50.0, 30.0, 20.0)), unit="%", alt="构成"),
)


@cache
def docx() -> bytes:
    """The smallest document that Word opens (ECMA-376 part 1, 11.3.10)."""
    kind = "application/vnd.openxmlformats-"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packages = "http://schemas.openxmlformats.org/package/2006"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"><Default Extension="rels"'
        f' ContentType="{kind}package.relationships+xml"/><Override PartName="/word/document.xml"'
        f' ContentType="{kind}officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="rId1"'
        f' Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>讲稿'
        "</w:t></w:r></w:p></w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(zipfile.ZipInfo(name), body)
    return out.getvalue()


def attachment(**rest: object) -> Attachment:
    given = Attachment("讲稿.docx", docx(), DOCX, 0, ICON, "双击打开讲稿全文")
    return given._replace(**rest)


def points() -> Sheet:
    """Three cards that come one by one, each with its text, then a picture, a table, a chart."""
    items = (title("三件事"), *cards(), *furniture(2), PHOTO, grid(), CHARTS[0])
    last = len(items) - 3
    clicks = ((1, 2), (3, 4), (5, 6), (last,), (last + 1,), (last + 2,))
    return Sheet(items, "三件事", "points", ("讲三件事。",), "开场", 0, 45, clicks)


def rich() -> Plan:
    charts = tuple(
        Sheet((title(each.alt), each), each.alt, "points", ("看图。",), section=1, seconds=30)
        for each in CHARTS
    )
    cover = COVER.frames
    back = text("目录", cover["date"].rect, "所在部分", placeholder="place", link=1)
    more = (points(), Sheet((title("一页"), back), "一页", "points"), *charts)
    made = plan(*sheets(), *more)
    return made._replace(attachments=(attachment(),))


def theme() -> Theme:
    return load_theme("red")


@cache
def typefaces() -> Typefaces:
    return load_typefaces()


@cache
def rich_deck() -> bytes:
    return write(rich(), theme(), typefaces(), EVERYTHING)[0]
