"""Artwork, pictures and tables as operators of the content stream."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image as Pillow

from publisher.geometry import SLIDE_16_9, Rect, mm, pt, px
from publisher.plan import Colour, Grid, GridCell, Image, Item, Path, Shape, Sheet
from publisher.theme.model import Drawing, Theme
from publisher.writers.pdf import write
from tests.writers.pdf import reading
from tests.writers.pdf.plans import TYPEFACES, set_line, slide_plan, text_of

PALETTE = {"dk1": "202020", "lt1": "FFFFFF", "accent1": "FF0033", "accent2": "000000"}
BOX = Rect(pt(100), pt(40), pt(200), pt(50))
RED = Colour("accent1")


def themed(artwork: tuple[Shape, ...] = ()) -> Theme:
    drawing = Drawing("cover", "封面", RED, artwork, {})
    return Theme(
        name="t", title={}, description={}, palette=PALETTE, cmyk={}, fonts={}, styles={},
        spacing={}, size=SLIDE_16_9, drawings={"cover": drawing}, licence="",
    )  # fmt: skip


def drawn(
    *items: Item, layout: str | None = None, theme: Theme | None = None
) -> reading.pikepdf.Pdf:
    theme = theme or themed()
    data, notices = write(slide_plan(Sheet(items, "甲", layout)), theme, TYPEFACES)
    assert notices == ()
    return reading.open_pdf(data)


def test_the_drawing_lies_beneath_the_items():
    theme = themed((Shape(Rect(0, 0, px(96), px(48)), fill=Colour("lt1")),))
    with drawn(Shape(BOX, fill=Colour("dk1")), layout="cover", theme=theme) as pdf:
        assert reading.operators(pdf) == [
            "1 0 0.2 rg", "0 0 960 540 re", "f",
            "1 g", "0 504 72 36 re", "f",
            "0.12549 g", "100 450 200 50 re", "f",
        ]  # fmt: skip


def test_paths_keep_their_coordinates_upside_down():
    path = Path(
        (
            ("M", pt(10), pt(20)),
            ("L", pt(30), pt(20)),
            ("C", pt(31), pt(21), pt(32), pt(22), pt(33), pt(40)),
            ("Z",),
        )
    )
    shape = Shape(BOX, "path", stroke=RED, stroke_width=pt(2), path=path)
    with drawn(shape) as pdf:
        assert reading.operators(pdf) == [
            "1 0 0.2 RG", "2 w", "10 520 m", "30 520 l",
            "31 519 32 518 33 500 c", "h", "S",
        ]  # fmt: skip


def test_an_ellipse_touches_its_frame():
    with drawn(Shape(BOX, "ellipse", fill=RED)) as pdf:
        points = [line.split()[:-1] for line in reading.operators(pdf) if line[-1] in "mc"]
    xs = [float(point[-2]) for point in points]
    ys = [float(point[-1]) for point in points]
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((100, 300, 450, 500), abs=0.01)


def test_no_fill_and_no_stroke_is_nothing_drawn():
    with drawn(Shape(BOX), Shape(BOX, stroke=RED)) as pdf:
        assert reading.operators(pdf) == []


def test_alpha_is_set_for_what_is_transparent_and_unset_after_it():
    veil = Shape(BOX, fill=Colour("accent1", 25), stroke=Colour("dk1", 50), stroke_width=pt(1))
    with drawn(veil, Shape(BOX, fill=RED), Shape(BOX, fill=RED)) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        used = [line.split()[0] for line in reading.operators(pdf) if line.endswith("gs")]
        values = [(key, float(value)) for name in used for key, value in states[name].items()]
        assert "/Group" not in pdf.pages[0].obj
    assert values == [("/ca", 0.25), ("/CA", 0.5), ("/ca", 1.0)]


def test_text_takes_the_colour_of_its_slot():
    with drawn(text_of(set_line("一二", colour=RED), set_line("三", colour=RED))) as pdf:
        assert reading.operators(pdf) == ["1 0 0.2 rg"]


def test_on_paper_text_is_black_in_black_ink_alone():
    plan = slide_plan(Sheet((text_of(set_line("一")),), "甲"))
    with reading.open_pdf(write(plan, None, TYPEFACES)[0]) as pdf:
        assert reading.operators(pdf) == ["0 g"]


# --- pictures ------------------------------------------------------------------------------


def picture(mode: str, format: str) -> bytes:  # noqa: A002  # Pillow's word
    out = io.BytesIO()
    colour = {"RGBA": (200, 30, 30, 128), "CMYK": (0, 200, 200, 0)}.get(mode)
    image = Pillow.new(mode, (8, 4), colour or 1)
    image.save(out, format)
    return out.getvalue()


def image_of(data: bytes, media_type: str = "image/png") -> Image:
    return Image(BOX, data, media_type, "一张图", "图片 1")


def test_a_jpeg_goes_in_as_it_is():
    data = picture("RGB", "JPEG")
    with drawn(image_of(data, "image/jpeg")) as pdf:
        (stream,) = pdf.pages[0].obj.Resources.XObject.values()
        assert stream.read_raw_bytes() == data
        assert stream.Filter == "/DCTDecode" or list(stream.Filter) == ["/DCTDecode"]
        assert "200 0 0 50 100 450 cm" in reading.operators(pdf)


@pytest.mark.parametrize(
    ("mode", "format", "space"),
    [
        ("RGB", "PNG", "/DeviceRGB"),
        ("RGBA", "PNG", "/DeviceRGB"),
        ("L", "PNG", "/DeviceGray"),
        ("P", "PNG", "/DeviceRGB"),
        ("1", "PNG", "/DeviceRGB"),
        ("P", "GIF", "/DeviceRGB"),
        ("CMYK", "JPEG", "/DeviceRGB"),
    ],
)
def test_pictures_of_every_kind_become_grey_or_rgb(mode: str, format: str, space: str):  # noqa: A002
    with drawn(image_of(picture(mode, format))) as pdf:
        (stream,) = (
            stream
            for stream in pdf.pages[0].obj.Resources.XObject.values()
            if "/SMask" in stream or mode != "RGBA"
        )
        assert stream.ColorSpace == space
        assert (int(stream.Width), int(stream.Height)) == (8, 4)
        assert len(stream.read_bytes()) == 8 * 4 * (3 if space == "/DeviceRGB" else 1)


def test_one_picture_on_two_places_is_stored_once():
    image = image_of(picture("RGB", "PNG"))
    with drawn(image, image._replace(frame=Rect(0, 0, mm(8), mm(4)))) as pdf:
        assert len(pdf.pages[0].obj.Resources.XObject) == 1
        assert sum(line.endswith(" Do") for line in reading.operators(pdf)) == 2


def test_a_picture_that_cannot_be_read_is_reported():
    image = image_of(base64.b64decode("AQAAAA=="), "image/x-emf")
    data, notices = write(slide_plan(Sheet((image,), "甲")), themed(), TYPEFACES)
    assert [notice.code for notice in notices] == ["picture-not-drawn"]
    assert dict(notices[0].values) == {"media_type": "image/x-emf", "name": "图片 1"}
    with reading.open_pdf(data) as pdf:
        assert reading.operators(pdf) == []


# --- tables --------------------------------------------------------------------------------


def test_a_grid_draws_fills_then_rules_then_text():
    text = text_of(set_line("表"))
    cells = (
        GridCell(0, 0, text, columns=2, fill=RED),
        GridCell(1, 0, text),
        GridCell(1, 1, text),
    )
    grid = Grid(BOX, (pt(80), pt(120)), (pt(20), pt(30)), cells, 1, Colour("dk1"))
    with drawn(grid) as pdf:
        assert [line for line in reading.operators(pdf) if line.endswith((" re", "f", "S"))] == [
            "100 480 200 20 re", "f",
            "100 480 200 20 re", "S", "100 450 80 30 re", "S", "180 450 120 30 re", "S",
        ]  # fmt: skip
        assert reading.text(pdf) == "表表表"
