"""What the finished file holds beside its text."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from math import ceil
from pathlib import Path

import pytest

from publisher.errors import InputError
from publisher.geometry import mm, pt
from publisher.plan import OutlineEntry, Plan, PlanMeta, Sheet
from publisher.typeface.registry import Face, Typefaces
from publisher.writers.pdf import icc, write
from tests.writers.pdf import reading
from tests.writers.pdf.plans import TYPEFACES, page_plan, set_line, slide_plan, text_of

CHECKOUT = Path(__file__).parents[3]


def sample() -> Plan:
    """Three pages with headings of three levels, one of them linked to."""
    lead = text_of(set_line("目录：一、总则"), link=2)
    body = text_of(set_line("“城市”——《规划》，𠮷。", at=(mm(28), mm(60))))
    outline = (
        OutlineEntry(1, "一、总则", 0, mm(37)),
        OutlineEntry(3, "1.总的要求", 1, mm(60)),
        OutlineEntry(2, "（二）原则", 1, mm(90)),
        OutlineEntry(1, "二、任务", 2, 0),
    )
    return page_plan((lead,), (body,), (text_of(set_line("一、总则", "hei")),), outline=outline)


@pytest.fixture
def pdf():
    data, notices = write(sample(), None, TYPEFACES)
    assert notices == ()
    with reading.open_pdf(data) as opened:
        yield opened


def test_the_outline_is_nested_by_level_and_points_to_its_places(pdf):
    def tree(items) -> list:
        return [(item.title, tree(item.children)) for item in items]

    with pdf.open_outline() as outline:
        assert tree(outline.root) == [
            ("一、总则", [("1.总的要求", []), ("（二）原则", [])]),
            ("二、任务", []),
        ]
        third = outline.root[0].children[1].destination
    assert third[0].objgen == pdf.pages[1].obj.objgen
    assert [str(third[1]), int(third[3])] == ["/XYZ", ceil(841.89 - 255.118)]
    assert pdf.Root.PageMode == "/UseOutlines"


def test_a_link_covers_its_text_and_leads_to_its_sheet(pdf):
    (link,) = pdf.pages[0].obj.Annots
    assert link.A.S == "/GoTo"
    assert link.A.D[0].objgen == pdf.pages[2].obj.objgen
    frame = sample().sheets[0].items[0].frame
    assert float(link.Rect[2]) - float(link.Rect[0]) == pytest.approx(
        frame.width / 12_700, abs=0.01
    )
    assert int(link.F) == 4
    assert "/Annots" not in pdf.pages[1].obj


def test_the_file_says_what_it_is_in_info_and_xmp():
    meta = PlanMeta(
        "城市 <一> & 二", "张三", created="2025-11-03T09:00:00+08:00", keywords=("甲", "乙")
    )
    plan = Plan(meta, sample().size, sample().sheets)
    with reading.open_pdf(write(plan, None, TYPEFACES)[0]) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        xmp = ElementTree.fromstring(packet)
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.PageLabels.Nums[1].S == "/D"
    assert info["/Title"] == "城市 <一> & 二"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20251103090000+08'00'"
    texts = {
        element.tag.split("}")[1]: "".join(element.itertext()).strip() for element in xmp.iter()
    }
    assert texts["title"] == "城市 <一> & 二"
    assert (texts["creator"], texts["Keywords"], texts["language"]) == ("张三", "甲; 乙", "zh-CN")
    assert texts["CreateDate"] == "2025-11-03T09:00:00+08:00"
    marks = re.findall(r"<(pdf\w+id:\w+)>(\w+)<", packet)
    assert marks == [("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")]


def test_without_a_date_the_file_has_none(pdf):
    assert "/CreationDate" not in pdf.docinfo
    assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_the_output_intent_carries_the_srgb_profile(pdf):
    (intent,) = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert profile == icc.srgb()
    assert len(profile) == int.from_bytes(profile[:4], "big")
    assert profile[36:40] == b"acsp"


def test_pages_carry_nothing_left_over_from_drawing(pdf):
    for page in pdf.pages:
        assert set(page.obj.keys()) <= {
            "/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Annots",
            "/StructParents", "/Tabs",
        }  # fmt: skip


def test_the_same_plan_gives_the_same_bytes_under_any_hash_seed():
    script = (
        "import hashlib\n"
        "from tests.writers.pdf.test_document import TYPEFACES, sample, write\n"
        "print(hashlib.sha256(write(sample(), None, TYPEFACES)[0]).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(write(sample(), None, TYPEFACES)[0]).hexdigest()}


def test_a_speech_without_pictures_and_curves_needs_neither_pillow_nor_reportlab():
    script = (
        "import sys\n"
        "from tests.writers.pdf.test_document import TYPEFACES, sample, write\n"
        "write(sample(), None, TYPEFACES)\n"
        "print('PIL.ExifTags' in sys.modules, 'reportlab' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_a_face_without_truetype_outlines_is_refused_by_name(tmp_path):
    face = TYPEFACES.face("Tinos-Regular")
    data = face.path.read_bytes().replace(b"glyf", b"glyX", 1).replace(b"loca", b"locX", 1)
    odd = tmp_path / "Odd.ttf"
    odd.write_bytes(data)
    typefaces = Typefaces({"Tinos-Regular": Face("Odd", odd, "Odd", "Regular", "OFL")}, {})
    line = set_line("abc")
    with pytest.raises(InputError) as caught:
        write(page_plan((text_of(line),)), None, typefaces)
    assert caught.value.key == "font-outlines"
    assert caught.value.values["face"] == "Odd"


def test_slides_have_the_size_of_slides():
    plan = slide_plan(Sheet((text_of(set_line("一", size=pt(40))),), "甲"))
    with reading.open_pdf(write(plan, None, TYPEFACES)[0]) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 960, 540]


def test_places_have_names_by_their_numbers(pdf):
    names = list(pdf.Root.Names.Dests.Names)
    places = {str(name): place for name, place in zip(names[::2], names[1::2])}
    assert list(places) == ["section-1", "section-1.1", "section-1.2", "section-2"]
    assert places["section-1.2"][0].objgen == pdf.pages[1].obj.objgen
    assert float(places["section-1.2"][3]) == pytest.approx(841.89 - 255.118, abs=0.01)


def test_paper_is_printed_as_large_as_it_is(pdf):
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    plan = slide_plan(Sheet((text_of(set_line("一", size=pt(40))),), "甲", layout="cover"))
    with reading.open_pdf(write(plan, None, TYPEFACES)[0]) as slides:
        assert "/PrintScaling" not in slides.Root.ViewerPreferences
