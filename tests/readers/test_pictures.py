"""Pictures: which are taken, how large they are shown, where they stand."""

from publisher.geometry import pt, px
from publisher.manuscript import Paragraph, Picture, Table
from publisher.readers.docx.package import LIMITS
from publisher.readers.raster import pixels
from tests.readers import images
from tests.readers.build import PNG, cell, p, r, row, table

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04\x00\x00"  # APP0
    b"\xff\xc0\x00\x0b\x08\x00\x40\x00\x80\x01\x01\x11\x00"  # SOF0: 64 rows of 128 samples
)
RELATED = [
    ("rId5", "image", "media/image1.png"),
    ("rId6", "image", "/word/media/image2.jpeg"),
    ("rId7", "image", "media/image3.emf"),
    ("rId8", "image", "https://example.org/tracker.png"),
    ("rId9", "image", "NULL"),
]
PARTS = {
    "word/media/image1.png": PNG,
    "word/media/image2.jpeg": JPEG,
    "word/media/image3.emf": b"\x01\x00\x00\x00",
}
OPTIONS = {"related": RELATED, "parts": PARTS}


def pic(identifier, *, crop="", shape=""):
    return (
        f'<pic:pic><pic:blipFill><a:blip r:embed="{identifier}"/>{crop}</pic:blipFill>'
        f"<pic:spPr>{shape}</pic:spPr></pic:pic>"
    )


def drawing(inside, *, extent='<wp:extent cx="914400" cy="457200"/>', alt="规划图"):
    return (
        f'<w:r><w:drawing><wp:inline>{extent}<wp:docPr id="1" name="图片 1" descr="{alt}"/>'
        f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def pictures(found):
    return [b for b in found.manuscript.blocks if isinstance(b, Picture)]


def test_a_picture_stands_behind_the_paragraph_that_holds_it(read):
    found = read(
        p("前"), p(drawing(pic("rId5"))), p("图", drawing(pic("rId6"))), p("后"), **OPTIONS
    )
    kinds = [type(b).__name__ for b in found.manuscript.blocks]
    assert kinds == ["Paragraph", "Picture", "Paragraph", "Picture", "Paragraph"]
    first, second = pictures(found)
    assert first == Picture(PNG, "image/png", 914400, 457200, "规划图", after=0)
    assert (second.media_type, second.after) == ("image/jpeg", 1)
    assert pixels(second.data) == pixels(JPEG)


def test_a_picture_before_all_text_is_after_nothing(read):
    assert pictures(read(p(drawing(pic("rId5"))), p("后"), **OPTIONS))[0].after == -1


def test_vml_pictures_have_the_size_of_their_shape(read):
    body = (
        '<w:r><w:pict><v:shape style="position:absolute;width:72pt;height:48px" alt="照片">'
        '<v:imagedata r:id="rId5" o:title="x"/></v:shape></w:pict></w:r>'
    )
    (found,) = pictures(read(p(body), **OPTIONS))
    assert (found.width, found.height, found.alt) == (pt(72), px(48), "照片")


def test_a_picture_without_a_size_has_that_of_its_pixels(read):
    found = read(p(drawing(pic("rId5"), extent="")), p(drawing(pic("rId6"), extent="")), **OPTIONS)
    assert [(x.width, x.height) for x in pictures(found)] == [(px(1), px(1)), (px(128), px(64))]


def test_pictures_in_a_group_have_sizes_of_their_own(read):
    shape = '<a:xfrm><a:ext cx="{}" cy="36000"/></a:xfrm>'
    group = "".join(pic("rId5", shape=shape.format(n)) for n in (36000, 72000))
    found = read(p(drawing(f"<wpg:wgp>{group}</wpg:wgp>")), **OPTIONS)
    assert [x.width for x in pictures(found)] == [36000, 72000]


def test_a_picture_in_choice_and_fallback_is_one(read):
    fallback = '<w:pict><v:shape><v:imagedata r:id="rId5"/></v:shape></w:pict>'
    body = (
        f"<mc:AlternateContent><mc:Choice>{drawing(pic('rId5'))}</mc:Choice>"
        f"<mc:Fallback><w:r>{fallback}</w:r></mc:Fallback></mc:AlternateContent>"
    )
    assert len(pictures(read(p(body), **OPTIONS))) == 1


def test_pictures_that_cannot_be_shown_are_reported(read):
    linked = drawing(pic("rId8").replace("r:embed", "r:link"))
    body = [p("文", drawing(pic(i))) for i in ("rId7", "rId9", "rId404")]
    found = read(*body, p(linked), **OPTIONS)
    assert pictures(found) == []
    assert found.texts == ["文"] * 3
    assert found.value("picture-kind", "kind") == "EMF"
    assert found.value("picture-missing", "count") == "3"


def test_a_picture_too_large_is_left_out_and_the_speech_is_read(read, monkeypatch):
    small = LIMITS._replace(media_part=10)
    monkeypatch.setattr("publisher.readers.docx.package.LIMITS", small)
    found = read(p("文", drawing(pic("rId5"))), **OPTIONS)
    assert (found.texts, found.codes) == (["文"], ["picture-missing"])


def test_a_cropped_picture_has_nothing_of_what_was_cropped_off(read):
    options = {**OPTIONS, "parts": {**PARTS, "word/media/image1.png": images.png()}}
    whole = read(p(drawing(pic("rId5"))), **options)
    found = read(p(drawing(pic("rId5", crop='<a:srcRect l="50000"/>'))), **options)
    assert pixels(pictures(whole)[0].data)[0] == 2 * pixels(pictures(found)[0].data)[0]
    assert found.codes == []
    assert read(p(drawing(pic("rId5", crop="<a:srcRect/>"))), **OPTIONS).codes == []


def test_a_hidden_picture_is_not_shown(read):
    hidden = drawing(pic("rId5")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    assert pictures(read(p("文", hidden, r("文")), **OPTIONS)) == []


def test_pictures_in_cells_follow_the_table(read):
    merged = '<w:vMerge w:val="{}"/>'
    found = read(
        p("前"),
        table(
            row(cell(p("甲", drawing(pic("rId5"))), properties=merged.format("restart")), "乙"),
            row(cell(p(drawing(pic("rId6"))), properties=merged.format("continue")), "丙"),
        ),
        p("后"),
        **OPTIONS,
    )
    blocks = found.manuscript.blocks
    assert [type(b) for b in blocks] == [Paragraph, Table, Picture, Picture, Paragraph]
    assert [x.after for x in pictures(found)] == [1, 2]
