import io
import struct
import zlib
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame

from publisher.errors import InternalError
from publisher.geometry import Size
from publisher.plan import Attachment
from publisher.writers.pptx import write
from publisher.writers.pptx.icon import icon
from tests.writers.pptx.rich_plan import ICON, attachment, docx
from tests.writers.pptx.sample_plan import NO_FONTS, plan, theme

PALETTE = theme().palette


def written(*attachments: Attachment) -> Presentation:
    data, _ = write(plan()._replace(attachments=attachments), theme(), NO_FONTS)
    return Presentation(BytesIO(data))


def frame(*attachments: Attachment) -> GraphicFrame:
    return next(reversed(list(written(*attachments).slides[0].shapes)))


def test_a_document_is_embedded_as_it_is_under_its_programs_name() -> None:
    ole = frame(attachment()).ole_format
    assert (ole.blob, ole.prog_id, ole.show_as_icon) == (docx(), "Word.Document.12", True)


def test_it_stands_above_all_else_with_its_name_and_alternative_text() -> None:
    made = frame(attachment())
    assert (made.left, made.top, made.width, made.height) == tuple(ICON)
    assert made.name == "讲稿.docx"
    assert made._element.nvGraphicFramePr.cNvPr.get("descr") == "双击打开讲稿全文"
    (ole,) = made._element.iter(qn("p:oleObj"))
    assert (ole.get("name"), ole.get("imgW"), ole.get("imgH")) == (
        "讲稿.docx", str(ICON.width), str(ICON.height),
    )  # fmt: skip


def test_a_click_in_a_show_opens_it() -> None:
    click = frame(attachment())._element.nvGraphicFramePr.cNvPr.find(qn("a:hlinkClick"))
    assert (click.get("action"), click.get(qn("r:id"))) == ("ppaction://ole?verb=0", "")


def test_its_picture_is_the_icon() -> None:
    made = frame(attachment())
    (blip,) = made._element.iter(qn("a:blip"))
    picture = made.part.related_part(blip.get(qn("r:embed")))
    assert picture.blob == icon(Size(ICON.width, ICON.height), PALETTE)


def test_two_of_one_slide_are_two_documents_with_one_icon() -> None:
    deck = written(attachment(), attachment(name="另一份.docx"), attachment(sheet=2))
    parts = [str(part.partname) for part in deck.part.package.iter_parts()]
    assert sorted(p for p in parts if "/embeddings/" in p) == [
        f"/ppt/embeddings/Microsoft_Word_Document{n}.docx" for n in (1, 2, 3)
    ]
    assert len([p for p in parts if p.endswith(".png")]) == 2  # the sample's photo, and the icon
    ids = [shape.shape_id for shape in deck.slides[0].shapes]
    assert len(set(ids)) == len(ids) == 5


@pytest.mark.parametrize("broken", [attachment(sheet=99), attachment(media_type="text/plain")])
def test_what_no_deck_can_carry_is_a_bug(broken: Attachment) -> None:
    with pytest.raises(InternalError):
        written(broken)


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and samples of an RGBA picture without filters."""
    width, height = struct.unpack_from(">II", png, 16)
    at = png.index(b"IDAT")
    (length,) = struct.unpack_from(">I", png, at - 4)
    raw = zlib.decompress(png[at + 4 : at + 4 + length])
    stride = 1 + 4 * width
    assert {raw[y * stride] for y in range(height)} == {0}
    return width, height, b"".join(raw[y * stride + 1 : (y + 1) * stride] for y in range(height))


@pytest.mark.parametrize(
    ("size", "expected"),
    [(Size(3, 4), (240, 320)), (Size(1, 1), (320, 320)), (Size(1, 2), (240, 480))],
)
def test_the_icon_has_the_proportions_of_its_frame(size: Size, expected: tuple[int, int]) -> None:
    width, height, samples = pixels(icon(size, PALETTE))
    assert (width, height) == expected
    assert len(samples) == 4 * width * height


def test_the_icon_is_a_page_in_the_themes_colours_without_its_corner() -> None:
    width, height, samples = pixels(icon(Size(3, 4), PALETTE))

    def at(x: int, y: int) -> str:
        place = 4 * (y * width + x)
        return samples[place : place + 4].hex().upper()

    assert at(width - 1, 0) == "00000000"  # turned down
    assert at(0, 0) == at(width - 1, height - 1) == f"{PALETTE['accent4']}FF"  # the edge
    assert at(20, 20) == f"{PALETTE['lt1']}FF"  # paper
    assert at(60, 120) == f"{PALETTE['accent1']}FF"  # the heading
    assert at(width - 60, 50) == f"{PALETTE['accent5']}FF"  # the fold


def test_a_library_reads_the_icon() -> None:
    from PIL import Image

    with Image.open(io.BytesIO(icon(Size(3, 4), PALETTE))) as picture:
        picture.load()
        assert (picture.mode, picture.size) == ("RGBA", (240, 320))
    assert icon(Size(3, 4), PALETTE) == icon(Size(6, 8), dict(PALETTE))
