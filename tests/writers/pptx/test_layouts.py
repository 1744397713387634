import re
import zipfile
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from publisher.theme.load import load_theme, theme_names
from publisher.writers.pptx import write
from publisher.writers.pptx.placeholders import FRAMES, NOT_TYPED_IN, placeholders
from tests.writers.pptx.rich_plan import rich_deck
from tests.writers.pptx.sample_plan import COVER, DRAWINGS, NO_FONTS, frame, plan, sample, theme

LITERAL = re.compile(r"srgbClr|sysClr|prstClr")


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def layout(name: str):
    return Presentation(BytesIO(sample())).slide_layouts.get_by_name(name)


def test_each_drawing_is_a_layout_with_a_placeholder_for_each_frame() -> None:
    for drawing in DRAWINGS:
        found = [tuple(_place(p)) for p in layout(drawing.title).placeholders]
        assert sorted(found) == sorted(tuple(f.rect) for f in drawing.frames.values())


def _place(shape) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.width, shape.height


@pytest.mark.parametrize("name", theme_names())
def test_each_frame_of_our_own_themes_has_its_placeholder(name: str) -> None:
    ours = load_theme(name)
    for drawing in ours.drawings.values():
        kinds = placeholders(drawing)
        assert set(kinds) == set(drawing.frames) - NOT_TYPED_IN <= set(FRAMES)
        indices = [kind.idx for kind in kinds.values()]
        assert len(set(indices)) == len(indices)


def test_a_cover_has_a_centred_title_and_a_subtitle() -> None:
    kinds = {p.placeholder_format.type for p in layout("封面").placeholders}
    assert {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE} <= kinds
    assert layout("封面")._element.get("type") == "title"


def test_a_subtitle_beside_a_body_leaves_the_body_its_index() -> None:
    found = {p.name: p.placeholder_format.idx for p in layout("引语").placeholders}
    assert found["正文"] == 1
    assert found["副标题"] != 1


def test_a_frame_of_a_themes_own_becomes_a_body_placeholder() -> None:
    own = type(COVER)(
        "x", "x", COVER.background, (), {"motto": frame("motto", COVER.frames["title"].rect)}
    )
    assert placeholders(own)["motto"].kind == "body"


def test_the_list_of_parts_is_no_placeholder() -> None:
    section = type(COVER)(
        "x", "x", COVER.background, (), {"parts": frame("parts", COVER.frames["title"].rect)}
    )
    assert placeholders(section) == {}


def test_artwork_is_native_in_theme_colours_and_marked_as_decoration() -> None:
    xml = parts(sample())["ppt/slideLayouts/slideLayout1.xml"]
    assert "<a:custGeom>" in xml
    assert "<a:cubicBezTo>" in xml
    assert '<a:schemeClr val="tx2"><a:alpha val="40000"/></a:schemeClr>' in xml
    assert 'prst="ellipse"' in xml
    assert xml.count("adec:decorative ") == len(COVER.artwork)


def test_a_path_is_drawn_from_the_corner_of_its_frame() -> None:
    xml = parts(sample())["ppt/slideLayouts/slideLayout1.xml"]
    move = re.search(r'<a:moveTo><a:pt x="(-?\d+)" y="(-?\d+)"/>', xml)
    assert move is not None
    assert (int(move[1]), int(move[2])) == (0, 100 * 9525)


def test_the_background_is_the_drawings_colour() -> None:
    xml = parts(sample())["ppt/slideLayouts/slideLayout1.xml"]
    assert '<p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>' in xml


def test_text_styles_of_the_layout_are_those_of_the_type_scale() -> None:
    title = layout("要点").placeholders[0]
    level = title._element.find(".//" + qn("a:lvl1pPr"))
    assert level.find(qn("a:defRPr")).get("sz") == "3600"
    assert level.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}").get("val") == "4680"
    assert (level.get("eaLnBrk"), level.get("latinLnBrk"), level.get("hangingPunct")) == (
        "1",
        "0",
        "0",
    )


def test_furniture_has_no_exact_spacing_and_never_shrinks() -> None:
    for shape in layout("要点").placeholders:
        if shape.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            assert shape._element.find(".//" + qn("a:lnSpc")) is None
            assert shape._element.find(".//" + qn("a:normAutofit")) is None


def test_the_master_spaces_other_text_in_per_cent() -> None:
    xml = parts(sample())
    other = xml["ppt/slideMasters/slideMaster1.xml"].partition("<p:otherStyle>")[2]
    defaults = xml["ppt/presentation.xml"].partition("<p:defaultTextStyle>")[2]
    for part in (other, defaults):
        assert part.count("<a:lnSpc>") == part.count("<a:spcPct") == 9


def test_no_part_but_the_theme_has_a_colour_of_its_own() -> None:
    literal = [name for name, xml in parts(rich_deck()).items() if LITERAL.search(xml)]
    assert literal == [f"ppt/theme/theme{n}.xml" for n in (1, 2, 3)]


def test_another_theme_of_the_same_drawings_changes_the_theme_parts_alone() -> None:
    other = parts(write(plan(), theme("另一", 0x203040), NO_FONTS)[0])
    changed = [n for n, xml in parts(sample()).items() if other[n] != xml]
    assert changed == [f"ppt/theme/theme{n}.xml" for n in (1, 2, 3)]


def test_the_theme_names_chinese_typefaces_for_every_program() -> None:
    xml = parts(sample())["ppt/theme/theme1.xml"]
    assert '<a:majorFont><a:latin typeface="Times New Roman"/><a:ea typeface="华文中宋"/>' in xml
    assert '<a:font script="Hans" typeface="微软雅黑"/>' in xml
    assert 'name="样本 &amp; 主题"' in xml
    assert "gradFill" not in xml
    assert "Shdw" not in xml
