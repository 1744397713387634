from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pptx import Presentation
from pptx.util import Emu

from publisher.geometry import SLIDE_16_9
from publisher.plan import Sheet
from publisher.writers.pptx import write
from tests.judges.opc import P14
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
    names = [child.tag.partition("}")[2] for child in main(sample())]
    assert names == [
        "sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "kinsoku",
        "defaultTextStyle", "extLst",
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
