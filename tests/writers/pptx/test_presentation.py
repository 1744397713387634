from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pptx import Presentation
from pptx.util import Emu

from publisher.geometry import SLIDE_16_9, Size
from publisher.plan import Sheet
from publisher.writers.pptx import write
from tests.judges.opc import P14, A, P
from tests.writers.pptx.rich_plan import rich_deck
from tests.writers.pptx.sample_plan import NO_FONTS, plan, sample, theme, title
from tests.writers.pptx.test_layouts import parts


def main(data: bytes) -> ET.Element:
    return ET.fromstring(parts(data)["ppt/presentation.xml"])


def sections(data: bytes) -> list[tuple[str, list[int]]]:
    return [
        (row.get("name", ""), [int(slide.get("id", "")) for slide in row.iter(P14 + "sldId")])
        for row in main(data).iter(P14 + "section")
    ]


def test_the_slide_has_the_plans_size() -> None:
    deck = Presentation(BytesIO(sample()))
    assert (deck.slide_width, deck.slide_height) == (Emu(SLIDE_16_9.width), Emu(SLIDE_16_9.height))


def test_children_stand_in_the_order_of_the_schema() -> None:
    names = [child.tag.partition("}")[2] for child in main(rich_deck())]
    assert names == [
        "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz",
        "embeddedFontLst", "kinsoku", "defaultTextStyle", "extLst",
    ]  # fmt: skip


def test_sections_hold_each_slide_once_and_the_first_slides_have_the_title() -> None:
    assert sections(sample()) == [
        ("样本 <讲话>", [256, 257]),
        ("第一部分", [258, 259]),
        ("第二部分", [260, 261, 262, 263, 264]),
    ]


def test_a_section_that_comes_back_is_a_section_of_its_own() -> None:
    back = [Sheet((title("题"),), "题", "points", section=n) for n in (0, 1, 0)]
    data, _ = write(plan(*back), theme(), NO_FONTS)
    assert sections(data) == [("第一部分", [256]), ("第二部分", [257]), ("第一部分", [258])]
    ids = [row.get("id") for row in main(data).iter(P14 + "section")]
    assert len(set(ids)) == 3


def test_what_the_file_says_of_itself() -> None:
    core = Presentation(BytesIO(sample())).core_properties
    assert (core.title, core.author, core.language) == ("样本 <讲话>", "某某", "zh-CN")
    assert core.keywords == "样本; 讲话"


@pytest.mark.parametrize(
    ("created", "year"), [(None, 1980), ("2024-06-01T00:00:00Z", 2024), ("去年", 1980)]
)
def test_dates_are_the_speechs_or_fixed(created: str | None, year: int) -> None:
    data, _ = write(plan(created=created), theme(), NO_FONTS)
    core = Presentation(BytesIO(data)).core_properties
    assert (core.created.year, core.modified.year) == (year, year)


def test_no_subject_or_category_is_made_up() -> None:
    core = Presentation(BytesIO(sample())).core_properties
    assert (core.category, core.subject, core.comments) == ("", "", "")


def test_what_is_counted_is_there() -> None:
    root = ET.fromstring(parts(sample())["docProps/app.xml"])
    counts = {child.tag.partition("}")[2]: child.text for child in root}
    assert counts == {
        "Application": "publisher", "PresentationFormat": "宽屏", "Slides": "9", "Notes": "2",
        "HiddenSlides": "0",
    }  # fmt: skip


def test_a_slide_of_no_common_size_has_no_name() -> None:
    data, _ = write(plan()._replace(size=Size(7_200_000, 7_200_000)), theme(), NO_FONTS)
    assert "PresentationFormat" not in parts(data)["docProps/app.xml"]


def test_it_is_printed_as_a_handout_in_grey() -> None:
    printed = ET.fromstring(parts(sample())["ppt/presProps.xml"]).find(P + "prnPr")
    assert printed is not None
    assert printed.attrib == {"prnWhat": "handouts3", "clrMode": "gray", "frameSlides": "1"}


def test_the_handout_is_headed_by_the_title_and_numbered() -> None:
    root = ET.fromstring(parts(sample())["ppt/handoutMasters/handoutMaster1.xml"])
    kinds = [ph.get("type") for ph in root.iter(P + "ph")]
    assert kinds == ["hdr", "dt", "ftr", "sldNum"]
    assert [t.text for t in root.iter(A + "t")] == ["样本 <讲话>", "‹#›"]


def test_the_handout_master_has_a_theme_of_its_own() -> None:
    rels = parts(sample())
    themes = [
        row.get("Target", "")
        for name in rels
        if name.endswith("Master1.xml.rels")
        for row in ET.fromstring(rels[name])
        if row.get("Type", "").endswith("/theme")
    ]
    assert sorted(themes) == [f"../theme/theme{n}.xml" for n in (1, 2, 3)]
