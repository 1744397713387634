import re
from io import BytesIO

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

from publisher.options import Options
from publisher.plan import Sheet
from publisher.writers.pptx import write
from tests.writers.pptx.rich_plan import points
from tests.writers.pptx.sample_plan import NO_FONTS, cards, plan, sample, sheets, text, theme, title
from tests.writers.pptx.test_layouts import parts

ANIMATED = Options(animate=True)


def slide(sheet: Sheet, options: Options = ANIMATED) -> Slide:
    data, _ = write(plan(sheet), theme(), NO_FONTS, options)
    return Presentation(BytesIO(data)).slides[0]


def tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def clicks(made: Slide) -> list[list[tuple[str, str]]]:
    """For each click the names of the shapes that it brings, and how."""
    names = {str(shape.shape_id): shape.name for shape in made.shapes}
    main = made._element.find(f".//{qn('p:cTn')}[@nodeType='mainSeq']")
    return [
        [
            (names[effect.find(f".//{qn('p:spTgt')}").get("spid")], effect.get("nodeType"))
            for effect in step.iter(qn("p:cTn"))
            if effect.get("presetClass")
        ]
        for step in main.find(qn("p:childTnLst"))
    ]


def test_nothing_moves_unless_asked() -> None:
    made = slide(points(), Options())
    assert made._element.find(qn("p:timing")) is None
    (transition,) = made._element.iter(qn("p:transition"))
    assert (len(transition), dict(transition.attrib)) == (0, {"advClick": "1", "advTm": "45000"})
    assert "<p:transition" not in parts(sample())["ppt/slides/slide1.xml"]


@pytest.mark.parametrize("options", [Options(), ANIMATED])
def test_times_are_written_and_a_show_does_not_run_by_them(options: Options) -> None:
    data, _ = write(plan(points()), theme(), NO_FONTS, options)
    assert 'advClick="1" advTm="45000"' in parts(data)["ppt/slides/slide1.xml"]
    assert 'useTimings="0"' in parts(data)["ppt/presProps.xml"]


@pytest.mark.parametrize(("seconds", "time"), [(0, None), (1, "1000"), (10**6, "86399000")])
def test_a_time_fits_the_dialog(seconds: int, time: str | None) -> None:
    made = slide(points()._replace(seconds=seconds))
    (transition,) = made._element.iter(qn("p:transition"))
    assert transition.get("advTm") == time


def test_each_slide_fades_in_and_moves_in_the_order_of_the_schema() -> None:
    data, _ = write(plan(*sheets(), points()), theme(), NO_FONTS, ANIMATED)
    for each in Presentation(BytesIO(data)).slides:
        names = [tag(child) for child in each._element]
        assert names[:3] == ["cSld", "clrMapOvr", "transition"]
        assert names[3:] in ([], ["timing"])
        assert [tag(child) for child in each._element[2]] == ["fade"]


def test_a_click_brings_a_card_with_its_words() -> None:
    first, rest = "clickEffect", "withEffect"
    assert clicks(slide(points())) == [
        [("卡片 1", first), ("要点 1", rest)],
        [("卡片 2", first), ("要点 2", rest)],
        [("卡片 3", first), ("要点 3", rest)],
        [("照片", first)],
        [("客运表", first)],
        [("客运量", first)],
    ]


def test_shapes_are_found_where_the_title_was_moved_to_the_front() -> None:
    made = slide(Sheet((*cards(), title("后写的题")), "题", "points", builds=((0, 1), (6,))))
    names = [[name for name, _ in click] for click in clicks(made)]
    assert names == [["卡片 1", "要点 1"], ["标题"]]


def test_what_came_does_not_come_again_and_what_is_not_there_does_not_come() -> None:
    made = slide(Sheet((title("题"), text("甲")), "题", "points", builds=((1, 1), (1,), (7, -1))))
    assert clicks(made) == [[("文字", "clickEffect")]]


def test_without_clicks_there_is_nothing_to_time() -> None:
    made = slide(Sheet((title("题"),), "题", "points", builds=((9,),)))
    assert made._element.find(qn("p:timing")) is None


def test_the_build_list_takes_each_kind_as_one() -> None:
    made = slide(points())
    (builds,) = made._element.iter(qn("p:bldLst"))
    names = {str(shape.shape_id): shape.name for shape in made.shapes}
    found = [
        (
            names[b.get("spid")],
            etree.QName(b).localname,
            b.get("animBg"),
            [etree.QName(c).localname for c in b],
        )
        for b in builds
    ]
    assert found == [
        *((f"{kind} {n}", "bldP", ground, []) for n in (1, 2, 3)
          for kind, ground in (("卡片", "1"), ("要点", None))),
        ("客运量", "bldGraphic", None, ["bldAsOne"]),
    ]  # fmt: skip


def test_effects_of_pictures_and_tables_are_in_no_group() -> None:
    made = slide(points())
    names = {str(shape.shape_id): shape.name for shape in made.shapes}
    groups = {
        names[e.find(f".//{qn('p:spTgt')}").get("spid")]: e.get("grpId")
        for e in made._element.iter(qn("p:cTn"))
        if e.get("presetClass")
    }
    assert (groups["照片"], groups["客运表"], groups["客运量"]) == (None, None, "0")


def test_time_nodes_are_numbered_from_one_without_a_gap() -> None:
    data, _ = write(plan(points()), theme(), NO_FONTS, ANIMATED)
    ids = re.findall(r'<p:cTn id="(\d+)"', parts(data)["ppt/slides/slide1.xml"])
    assert [int(id_) for id_ in ids] == list(range(1, len(ids) + 1))
