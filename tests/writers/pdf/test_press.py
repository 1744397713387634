"""Files for the press: boxes, marks, inks, pictures, and the look at them before they leave."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from publisher.errors import InternalError
from publisher.geometry import Rect, mm, pt
from publisher.layout.bleed import with_bleed
from publisher.options import Options, Profile
from publisher.plan import Colour, Image, Item, Shape, Sheet
from publisher.theme.load import load_theme, theme_names
from publisher.writers.pdf import write
from publisher.writers.pdf.icc import fogra39
from publisher.writers.pdf.pictures import raster
from publisher.writers.pdf.selfcheck_press import check_press
from publisher.writers.pdf.separation import MOST_INK, ink_total, inks_for, separated
from tests.writers.pdf import reading
from tests.writers.pdf.plans import TYPEFACES, page_plan, set_line, slide_plan, text_of

PRESS = Options(profile=Profile.PRESS)
BOX = Rect(pt(100), pt(40), mm(25.4), mm(25.4))


def picture(mode: str = "RGB", kind: str = "PNG", size: int = 300) -> Image:
    ramp = Pillow.linear_gradient("L").resize((size, size))
    bands = [ramp.rotate(90 * i) for i in range(len(Pillow.new(mode, (1, 1)).getbands()))]
    out = io.BytesIO()
    Pillow.merge(mode, bands).save(out, kind)
    return Image(BOX, out.getvalue(), f"image/{kind.lower()}", "图", "图一")


def pressed(*items: Item, layout: str | None = "points") -> bytes:
    plan, theme = with_bleed(slide_plan(Sheet(items, "甲", layout)), load_theme("red"))
    return write(plan, theme, TYPEFACES, PRESS)[0]


def test_boxes_are_nested_and_the_trimmed_page_is_the_slide():
    with reading.open_pdf(pressed()) as pdf:
        page = pdf.pages[0].obj
        media, bleed, trim = (
            [float(side) for side in page[f"/{name}Box"]] for name in ("Media", "Bleed", "Trim")
        )
    assert (trim[2] - trim[0], trim[3] - trim[1]) == (960, 540)
    assert bleed == pytest.approx(
        [trim[0] - 8.504, trim[1] - 8.504, trim[2] + 8.504, trim[3] + 8.504], abs=2e-3
    )
    assert media == pytest.approx([0, 0, trim[2] + 34.016, trim[3] + 34.016], abs=2e-3)


def test_black_text_overprints_and_shapes_do_not():
    black = Shape(BOX, fill=Colour("dk1"))
    with reading.open_pdf(pressed(text_of(set_line("字")), black)) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        lines = reading.operators(pdf)
    at = lines.index("0 0 0 1 k")
    asked = [states[line.split()[0]] for line in lines[at + 1 : at + 3] if line.endswith("gs")]
    assert {key: asked[0].get(key) or asked[-1].get(key) for key in ("/op", "/OPM")} == {
        "/op": True,
        "/OPM": 1,
    }
    (after,) = (line for line in lines[at + 3 :] if line.endswith("gs"))
    assert states[after.split()[0]].op is False


def test_colours_are_the_inks_of_the_theme():
    theme = load_theme("red")
    with reading.open_pdf(pressed(layout="cover")) as pdf:
        used = {line for line in reading.operators(pdf) if line.endswith((" k", " K"))}
    wanted = {slot: " ".join(f"{ink / 100:g}" for ink in theme.cmyk[slot]) for slot in theme.cmyk}
    assert used <= {f"{inks} {kind}" for inks in wanted.values() for kind in "kK"}
    assert f"{wanted['accent1']} k" in used


@pytest.mark.parametrize(
    ("item", "blends"),
    [
        (Shape(BOX, fill=Colour("accent1")), False),
        (Shape(BOX, fill=Colour("accent1", 50)), True),
        (picture("RGB"), False),
        (picture("RGBA"), True),
    ],
)
def test_pages_with_alpha_blend_in_inks(item: Item, blends: bool):
    data, _ = write(page_plan((item,))._replace(bleed=mm(3)), None, TYPEFACES, PRESS)
    with reading.open_pdf(data) as pdf:
        group = pdf.pages[0].obj.get("/Group")
        assert (group is not None and group.CS == "/DeviceCMYK") is blends


@pytest.mark.parametrize(
    ("mode", "kind", "space", "packed"),
    [
        ("RGB", "PNG", "/DeviceCMYK", "/FlateDecode"),
        ("RGBA", "PNG", "/DeviceCMYK", "/FlateDecode"),
        ("L", "PNG", "/DeviceGray", "/FlateDecode"),
        ("L", "JPEG", "/DeviceGray", "/DCTDecode"),
        ("CMYK", "JPEG", "/DeviceCMYK", "/DCTDecode"),
    ],
)
def test_pictures_are_separated(mode: str, kind: str, space: str, packed: str):
    with reading.open_pdf(pressed(picture(mode, kind))) as pdf:
        (shown,) = (x for x in pdf.pages[0].obj.Resources.XObject.values() if x.Subtype == "/Image")
        assert (shown.ColorSpace, shown.Filter) == (space, packed)
        assert ("/SMask" in shown) is (mode == "RGBA")


def test_a_picture_looks_as_it_did():
    """Back through the profile, printable colours are where they were."""
    colours = [(180, 60, 60), (70, 110, 80), (90, 100, 150), (200, 190, 160), (235, 235, 230)]
    strip = Pillow.new("RGB", (len(colours), 1))
    strip.putdata(colours)
    inks = separated(strip)
    assert inks.mode == "CMYK"
    press = ImageCms.ImageCmsProfile(io.BytesIO(fogra39()))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    back = ImageCms.buildTransform(
        press, ImageCms.createProfile("sRGB"), "CMYK", "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, flags=flags,
    ).apply(inks)  # fmt: skip
    for i, wanted in enumerate(colours):
        assert back.getpixel((i, 0)) == pytest.approx(wanted, abs=8)


def test_no_picture_carries_more_ink_than_paper_bears():
    levels = range(0, 256, 15)
    cube = Pillow.new("RGB", (len(levels) ** 2, len(levels)))
    cube.putdata([(r, g, b) for r in levels for g in levels for b in levels])
    assert 250 < ink_total(separated(cube)) <= MOST_INK
    four = Pillow.new("CMYK", (2, 2), (255, 255, 255, 255))
    assert ink_total(separated(four)) <= MOST_INK


@pytest.mark.parametrize("size", [64, 300])
def test_jpegs_keep_below_the_limit_too(size: int):
    noise = Pillow.effect_noise((size, size), 90).point(lambda level: 255 if level > 128 else 0)
    out = io.BytesIO()
    dark = Pillow.merge("RGB", (noise, Pillow.new("L", noise.size), Pillow.new("L", noise.size)))
    dark.save(out, "JPEG", quality=95)
    made = raster(Image(BOX, out.getvalue(), "image/jpeg", ""), Profile.PRESS)
    assert made is not None
    if made.filter == "DCTDecode":
        assert ink_total(Pillow.open(io.BytesIO(made.data))) <= MOST_INK


def test_greys_go_to_the_black_plate_and_keep_their_order():
    ramp = Pillow.linear_gradient("L").resize((1, 256))
    plate = list(separated(ramp.convert("RGB")).tobytes())
    assert (plate[0], plate[-1]) == (0, 255)
    assert plate == sorted(plate)


def test_a_profile_that_cannot_be_read_is_passed_over():
    plain = Pillow.new("RGB", (4, 4), (200, 30, 40))
    broken = plain.copy()
    broken.info["icc_profile"] = fogra39()  # of inks, for a picture of light
    assert separated(broken).tobytes() == separated(plain).tobytes()


def test_colours_without_inks_get_some():
    inks = inks_for({"dk1": "202124", "lt1": "FFFFFF", "accent1": "1F5C9E", "accent2": "808080"})
    assert inks["dk1"] == (0, 0, 0, 100)
    assert inks["lt1"] == (0, 0, 0, 0)
    assert inks["accent1"][0] > 80
    assert inks["accent1"][2] < 20
    assert inks["accent2"][:3] == (0, 0, 0)


@pytest.mark.parametrize("name", theme_names())
def test_themes_print_as_they_are_shown(name: str) -> None:
    """On the press of the profile: CIE 1976, where 12 is a shade lighter or darker; black apart."""
    theme = load_theme(name)
    press = ImageCms.ImageCmsProfile(io.BytesIO(fogra39()))
    screen, lab = (ImageCms.createProfile(space) for space in ("sRGB", "LAB"))
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    proof = ImageCms.buildTransform(
        press, screen, "CMYK", "RGB", intent, ImageCms.Flags.BLACKPOINTCOMPENSATION
    )
    seen = ImageCms.buildTransform(screen, lab, "RGB", "LAB", intent)
    for slot, inks in theme.cmyk.items():
        if inks[3] < 100:
            levels = tuple(round(ink * 2.55) for ink in inks)
            printed = seen.apply(proof.apply(Pillow.new("CMYK", (1, 1), levels)))
            shown = seen.apply(Pillow.new("RGB", (1, 1), f"#{theme.palette[slot]}"))
            one, other = (picture.tobytes() for picture in (printed, shown))
            light = (one[0] - other[0]) / 2.55
            apart = (
                (
                    light**2
                    + sum(
                        ((a - b + 128) % 256 - 128) ** 2  # bytes with a sign
                        for a, b in zip(one[1:], other[1:])
                    )
                )
                ** 0.5
            )
            assert apart < 12, slot


def test_a_coarse_picture_is_told_once_with_its_page_and_resolution():
    plan = page_plan((picture(size=300),), (picture(size=100),), (picture(size=100),))
    _, notices = write(plan, None, TYPEFACES, PRESS)
    assert [(n.code, dict(n.values)) for n in notices] == [
        ("picture-coarse", {"page": "2", "dpi": "100", "least": "220"})
    ]


def test_the_same_plan_gives_the_same_bytes():
    assert pressed(picture("RGBA")) == pressed(picture("RGBA"))


def _rgb(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"1 0 0 rg"))


def _no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


def _bleed(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.BleedBox = pikepdf.Array([-99, 0, 9, 9])


def _intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _two_profiles(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[1].DestOutputProfile = pdf.make_stream(b"", N=4)


def _link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = pikepdf.Array([])


def _trapped(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info["/Trapped"]


def _claim(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(b"<x/>")


def _font(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font = pikepdf.Dictionary(H=pikepdf.Dictionary())


def _picture(pdf: pikepdf.Pdf) -> None:
    for each in pdf.pages[0].obj.Resources.XObject.values():
        if each.Subtype == "/Image":
            each.ColorSpace = pikepdf.Name.DeviceRGB


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (_rgb, "colours: page 1 uses rg"),
        (_picture, "colours: picture"),
        (_no_trim, "page boxes: page 1 lacks"),
        (_bleed, "page boxes: page 1 not nested"),
        (_intent, "output intent: missing"),
        (_two_profiles, "output intent: two profiles"),
        (_link, "annotations: page 1"),
        (_trapped, "file: Trapped"),
        (_claim, "file: the metadata"),
        (_font, "fonts: H of page 1"),
    ],
)
def test_a_broken_file_never_leaves_the_house(break_it: Callable[[pikepdf.Pdf], None], told: str):
    out = io.BytesIO()
    with reading.open_pdf(pressed(picture())) as pdf:
        break_it(pdf)
        pdf.save(out)
    with pytest.raises(InternalError) as error:
        check_press(out.getvalue())
    assert error.value.key == "press-unsound"
    assert str(error.value.values["detail"]).startswith(told)
    assert error.value.exit_code == 70


def test_a_locked_file_never_leaves_the_house():
    out = io.BytesIO()
    with reading.open_pdf(pressed()) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    with pytest.raises(InternalError):
        check_press(out.getvalue())
