"""The judge of PDF/X-4 is seen to bite: a sound file, and one fault at a time planted in it."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image as Pillow

from publisher.geometry import Rect, mm
from publisher.layout.bleed import with_bleed
from publisher.options import Options, Profile
from publisher.plan import Colour, Image, Sheet
from publisher.theme.load import load_theme
from publisher.writers.pdf import icc, write
from tests.judges import pdfx, plates
from tests.writers.pdf.plans import TYPEFACES, set_line, slide_plan, text_of

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cover with alpha and a picture with a soft mask, and a light slide with black text."""
    out = io.BytesIO()
    red, green = (Pillow.linear_gradient("L").rotate(turn) for turn in (0, 90))
    colours = (red, green, Pillow.new("L", red.size, 60), Pillow.radial_gradient("L"))
    Pillow.merge("RGBA", colours).resize((600, 600)).save(out, "PNG")
    picture = Image(Rect(mm(250), mm(100), mm(40), mm(40)), out.getvalue(), "image/png", "圆")
    title = text_of(set_line("白字", colour=Colour("lt1")))
    body = text_of(
        set_line("黑字"), set_line("红字", at=(mm(28), mm(70)), colour=Colour("accent1"))
    )
    sheets = Sheet((title, picture), "封面", "cover"), Sheet((body, picture), "要点", "points")
    theme = load_theme("red")
    plan, bled = with_bleed(slide_plan(*sheets), theme)
    data, notices = write(plan, bled, TYPEFACES, Options(profile=Profile.PRESS))
    assert notices == ()
    path = tmp_path_factory.mktemp("press") / "sound.pdf"
    path.write_bytes(data)
    return path


def test_a_sound_file_passes(sound: Path) -> None:
    assert pdfx.judge(sound) == []


def no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


def bleed_beyond_the_paper(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.BleedBox = Array([-9, -9, 2000, 2000])


def narrow_bleed(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.BleedBox = pdf.pages[1].obj.TrimBox


def no_press_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0]


def intent_of_a_screen(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(icc.srgb())
    profile.N = 3


def red_operator(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(pdf.make_stream(b"q 1 0 0 rg 100 100 9 9 re f Q"))


def red_in_a_form(pdf: pikepdf.Pdf) -> None:
    marks = pdf.pages[0].obj.Resources.XObject.Marks
    marks.write(marks.read_bytes() + b"\n1 0 0 RG")


def picture_of_light(pdf: pikepdf.Pdf) -> None:
    picture = pikepdf.Stream(pdf, bytes(3), Type=Name.XObject, Subtype=Name.Image, Width=1,
                             Height=1, ColorSpace=Name.DeviceRGB, BitsPerComponent=8)  # fmt: skip
    pdf.pages[0].obj.Resources.XObject.Light = picture


def outside_font(pdf: pikepdf.Pdf) -> None:
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].obj.Resources.Font.H = helvetica


def link(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([99, 99, 199, 199]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def no_claim(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b">PDF/X-4", b">PDF/X-9"))


def no_version(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"xmpMM:VersionID", b"xmpMM:LicenseID"))


def trapping_unknown(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Trapped = Name.Unknown


def blending_in_light(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group.CS = Name.DeviceRGB


def no_blending_space(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Group


def too_much_ink(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(pdf.make_stream(b"q .9 .9 .8 .8 k 200 200 40 40 re f Q"))


def art_ends_at_the_cut(pdf: pikepdf.Pdf) -> None:
    left, bottom, right, top = (float(side) for side in pdf.pages[0].obj.TrimBox)
    clip = f"{left} {bottom} {right - left} {top - bottom} re W n".encode("ascii")
    page = pdf.pages[0]
    page.contents_coalesce()
    page.obj.Contents.write(clip + b"\n" + page.obj.Contents.read_bytes())


def black_of_four(pdf: pikepdf.Pdf) -> None:
    _in_the_text(pdf, b"0 0 0 1 k", b".7 .6 .6 1 k")


def black_that_knocks_out(pdf: pikepdf.Pdf) -> None:
    for state in pdf.pages[1].obj.Resources.ExtGState.values():
        if "/op" in state:
            state.op = False


def white_that_overprints(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.obj.Resources.ExtGState.Over = Dictionary(op=True, OPM=1)
    page.contents_coalesce()
    content = page.obj.Contents.read_bytes()
    page.obj.Contents.write(content.replace(b"BT", b"/Over gs BT", 1))


def newer_version(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Version = Name("/1.7")


def spot_colour(pdf: pikepdf.Pdf) -> None:
    space = pdf.pages[0].obj.Resources.XObject.Marks.Resources.ColorSpace.R
    space[1] = Name("/PANTONE#20871")


def _in_the_text(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[1]
    page.contents_coalesce()
    content = page.obj.Contents.read_bytes()
    assert old in content
    page.obj.Contents.write(content.replace(old, new))


FAULTS: dict[Callable[[pikepdf.Pdf], None], str] = {
    no_trim: "boxes: page 1 lacks",
    bleed_beyond_the_paper: "boxes: page 1: the bleed box leaves",
    narrow_bleed: "boxes: page 2: the bleed is not 3 mm",
    no_press_intent: "intent: 0 of GTS_PDFX",
    intent_of_a_screen: "intent: a profile of b'mntrRGB '",
    red_operator: "colours: page 2: rg",
    red_in_a_form: "colours: page 1 Marks: RG",
    picture_of_light: "colours: page 1: picture /Light: /DeviceRGB",
    spot_colour: "colours: page 1 Marks: /PANTONE",
    outside_font: "fonts: page 1: /H",
    link: "annotations: page 1 has a /Link",
    script: "actions: /OpenAction",
    no_claim: "metadata: claims no PDF/X-4",
    no_version: "metadata: no VersionID",
    trapping_unknown: "metadata: Trapped is /Unknown",
    blending_in_light: "blending: page 1 blends in /DeviceRGB",
    no_blending_space: "blending: page 1 has alpha",
    too_much_ink: "plates: page 2 carries 3",
    art_ends_at_the_cut: "plates: page 1:",
    black_of_four: "black: page 2: black text in four inks",
    black_that_knocks_out: "black: page 2: black text knocks out",
    white_that_overprints: "black: page 1: text in (0.0, 0.0, 0.0, 0.0) overprints",
    newer_version: "file: PDF 1.7",
}


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_fault_is_found(
    plant: Callable[[pikepdf.Pdf], None], sound: Path, tmp_path: Path
) -> None:
    faulty = tmp_path / "faulty.pdf"
    with pikepdf.open(sound) as pdf:
        plant(pdf)
        pdf.save(faulty)
    found = pdfx.judge(faulty)
    assert any(finding.startswith(FAULTS[plant]) for finding in found), found


def test_a_locked_file_is_found(sound: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(sound) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    assert "file: encrypted" in pdfx.judge(locked)


def test_black_text_stands_on_the_black_plate_alone(sound: Path, tmp_path: Path) -> None:
    """Taken out, it changes nothing on the other three."""
    bare = tmp_path / "bare.pdf"
    assert plates.without_black_text(sound, bare) == 1
    for with_text, without in zip(plates.separate(sound), plates.separate(bare), strict=True):
        for plate in plates.PLATES[:3]:
            assert with_text[plate].tobytes() == without[plate].tobytes()
    black = [page["Black"] for page in (*plates.separate(sound), *plates.separate(bare))]
    assert black[1].tobytes() != black[3].tobytes()
