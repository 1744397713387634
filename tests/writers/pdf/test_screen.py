"""Files for screens: linearized, and no more pixels than they show."""

import io

import pikepdf
import pytest
from PIL import Image as Pillow

from publisher.geometry import Rect, mm, pt
from publisher.options import Options, Profile
from publisher.plan import Image, OutlineEntry
from publisher.writers.pdf import screen, write
from publisher.writers.pdf.pictures import raster
from publisher.writers.pdf.selfcheck import faults
from tests.writers.pdf import reading
from tests.writers.pdf.plans import TYPEFACES, page_plan, set_line, text_of

SCREEN = Options(profile=Profile.SCREEN)
INCH = Rect(pt(100), pt(40), mm(25.4), mm(25.4))


def picture(size: int, mode: str = "RGB", kind: str = "JPEG") -> Image:
    out = io.BytesIO()
    Pillow.linear_gradient("L").resize((size, size)).convert(mode).save(out, kind)
    return Image(INCH, out.getvalue(), f"image/{kind.lower()}", "图")


def screened() -> bytes:
    plan = page_plan((text_of(set_line("春风")), picture(900)), (text_of(set_line("秋月")),))
    outline = (OutlineEntry(1, "春", 0, pt(20)), OutlineEntry(2, "秋", 1, pt(20)))
    return write(plan._replace(outline=outline), None, TYPEFACES, SCREEN)[0]


def test_a_file_for_screens_can_be_read_while_it_arrives():
    with reading.open_pdf(screened()) as pdf:
        assert pdf.is_linearized
        assert pdf.check_linearization()
        assert [reading.text(pdf, i) for i in (0, 1)] == ["春风", "秋月"]
        with pdf.open_outline() as outline:
            assert [(item.title, item.children[0].title) for item in outline.root] == [("春", "秋")]


def test_what_is_not_a_font_is_small():
    data = screened()
    with reading.open_pdf(data) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        fonts = sum(len(s.read_raw_bytes()) for s in streams if "/Length1" in s)
        pictures = sum(len(s.read_raw_bytes()) for s in streams if s.get("/Subtype") == "/Image")
    assert len(data) - fonts - pictures < 10_000


def test_it_is_the_same_each_time():
    assert screened() == screened()


def test_a_hint_stream_that_ends_ill_is_made_again(monkeypatch: pytest.MonkeyPatch):
    good = screened()
    verdicts = iter((31, 31, None))
    monkeypatch.setattr(screen, "ill_ended", lambda data: next(verdicts))
    again = screened()
    assert next(verdicts, "no more") == "no more"
    assert again != good
    assert list(faults(again)) == []
    with reading.open_pdf(again) as pdf:
        assert pdf.is_linearized
        assert pdf.check_linearization()
        assert pdf.pages[0].Contents.read_bytes().endswith(b"\n\n")
        assert [reading.text(pdf, i) for i in (0, 1)] == ["春风", "秋月"]


@pytest.mark.parametrize(("size", "kept"), [(900, 150), (300, 150), (180, 180), (40, 40)])
def test_pixels_that_a_screen_does_not_show_are_left_out(size: int, kept: int):
    made = raster(picture(size), Profile.SCREEN)
    assert made is not None
    assert (made.width, made.height, made.filter) == (kept, kept, "DCTDecode")


def test_a_picture_on_a_handout_needs_fewer():
    made = raster(picture(900), Profile.SCREEN, 0.5)
    assert made is not None
    assert made.width == 75


@pytest.mark.parametrize("mode", ["P", "RGBA", "L", "1", "LA"])
def test_drawings_stay_sharp(mode: str):
    made = raster(picture(900, mode, "PNG"), Profile.SCREEN)
    assert made is not None
    assert (made.width, made.filter) == (150, "FlateDecode")


def test_for_the_archive_pictures_are_whole():
    made = raster(picture(900), Profile.ARCHIVE)
    assert made is not None
    assert made.data == picture(900).data
