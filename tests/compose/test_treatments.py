"""What an author wants for single headings."""

from __future__ import annotations

import pytest

from publisher.events import Notice
from publisher.manuscript import Picture
from publisher.options import Density
from publisher.script import Role, Script, Slide
from publisher.speech import Speech
from publisher.treatment import Treatment
from tests.compose.made import TITLE, of_role, speech_of, titles, treated
from tests.outline.build import table

TEXT = "要把这件事情抓紧抓实抓出成效，让群众看得见、摸得着、信得过。"
FIGURES = "全年接待读者21.5万人次，购书经费达到380万元，群众都很满意。"
LINES = (
    *TITLE,
    "一、工作回顾",
    f"（一）建成书屋。{TEXT}{TEXT}",
    f"（二）用好书屋。{FIGURES}",
    "二、主要做法",
    f"（一）抓选址。{TEXT}",
    f"（二）抓选书。{TEXT}",
    f"（三）抓选人。{TEXT}",
    "三、下步打算",
    TEXT * 3,
)
TABLE = table(("年份", "册数"), ("2023年", "1200"), ("2024年", "1900"))


@pytest.fixture
def speech() -> Speech:
    return speech_of(*LINES)


def under(script: Script, title: str) -> Slide:
    return next(s for s in script.slides if s.title and s.title.text == title)


def codes(notices: list[Notice]) -> list[tuple[str, str]]:
    return [(found.code, dict(found.values)["heading"]) for found in notices]


@pytest.mark.parametrize("heading", ["二、主要做法", "主要做法", "二、 主要做法。"])
@pytest.mark.parametrize("layout", ["cards", "rows", "columns"])
def test_points_are_arranged_as_wanted(speech: Speech, heading: str, layout: str) -> None:
    script, notices = treated(speech, (heading, Treatment(layout)))
    (slide,) = [slide for slide in script.slides if slide.layout == layout]
    assert titles(slide) == ["抓选址", "抓选书", "抓选人"]
    assert notices == []


@pytest.mark.parametrize(
    ("heading", "layout", "role"),
    [
        ("用好书屋", "figures", Role.FIGURES),
        ("建成书屋", "statement", Role.STATEMENT),
        ("建成书屋", "text", Role.TEXT),
        ("工作回顾", "comparison", Role.COMPARISON),
        ("主要做法", "sequence", Role.SEQUENCE),
        ("下步打算", "text", Role.TEXT),
    ],
)
def test_a_heading_is_shown_in_the_role_that_is_wanted(
    speech: Speech, heading: str, layout: str, role: Role
) -> None:
    assert of_role(treated(speech)[0], role) == [] or role is Role.STATEMENT
    script, notices = treated(speech, (heading, Treatment(layout)))
    assert notices == []
    assert of_role(script, role)


@pytest.mark.parametrize(
    ("heading", "layout"),
    [("主要做法", "comparison"), ("建成书屋", "figures"), ("建成书屋", "cards")],
)
def test_what_cannot_be_done_is_told_with_its_heading(
    speech: Speech, heading: str, layout: str
) -> None:
    _, notices = treated(speech, (heading, Treatment(layout)))
    ((code, named),) = codes(notices)
    assert code == "treatment-undone"
    assert heading in named
    assert notices[0].paragraph is not None


def test_a_heading_that_stands_nowhere_is_told(speech: Speech) -> None:
    script, notices = treated(speech, ("四、没有的标题", Treatment("cards")))
    assert codes(notices) == [("treatment-unmatched", "四、没有的标题")]
    assert script == treated(speech)[0]


def test_a_heading_without_a_slide_is_spoken_on_the_slide_before(speech: Speech) -> None:
    script, notices = treated(speech, ("（二）抓选书", Treatment(slide=False)))
    slide = next(s for s in of_role(script, Role.POINTS) if "抓选址" in titles(s))
    assert titles(slide) == ["抓选址", "抓选人"]
    spoken = [piece.text for piece in slide.spoken()]
    assert spoken == ["（一）抓选址。", TEXT, "（二）抓选书。", TEXT, "（三）抓选人。", TEXT]
    assert notices == []


def test_a_part_without_a_slide_has_neither_an_entry_nor_a_number(speech: Speech) -> None:
    script, _ = treated(speech, ("工作回顾", Treatment(slide=False)))
    agenda = of_role(script, Role.AGENDA)[0]
    assert [entry.title.text for entry in agenda.entries] == ["主要做法", "下步打算"]
    sections = of_role(script, Role.SECTION)
    assert [slide.section for slide in sections] == [0, 1]
    assert [slide.label for slide in sections] == ["第二部分", "第三部分"]
    assert [script.slides[entry.slide].role for entry in agenda.entries] == [Role.SECTION] * 2
    before = "".join(piece.text for slide in script.slides[:2] for piece in slide.spoken())
    assert FIGURES in before


def test_in_full_what_has_no_slide_is_not_in_the_text(speech: Speech) -> None:
    script, _ = treated(speech, ("用好书屋", Treatment(slide=False)), density=Density.FULL)
    shown = [p for slide in of_role(script, Role.TEXT) for p in slide.text if FIGURES in p.text]
    assert [piece.note for piece in shown] == [True]


def test_a_density_holds_for_a_heading_and_all_beneath_it(speech: Speech) -> None:
    script, _ = treated(speech, ("工作回顾", Treatment(density=Density.FULL)))
    assert [s.title.text for s in of_role(script, Role.TEXT) if s.title] == ["建成书屋", "用好书屋"]
    script, _ = treated(speech, ("主要做法", Treatment(density=Density.BRIEF)))
    slide = next(s for s in of_role(script, Role.POINTS) if "抓选址" in titles(s))
    assert all(point.support is None for point in slide.points)


def test_a_picture_is_shown_beneath_its_heading_and_told_by_its_words(speech: Speech) -> None:
    picture = Picture(b"", "image/png", 300, 200)
    script, notices = treated(speech, ("抓选书", Treatment(picture=picture)))
    (slide,) = of_role(script, Role.PICTURE)
    assert slide.title is not None
    assert slide.title.text == "抓选书"
    assert slide.picture == picture._replace(alt="抓选书")
    before = script.slides[script.slides.index(slide) - 1]
    assert TEXT in [piece.text for piece in before.spoken()]
    assert notices == []


def test_a_table_of_data_is_a_chart_where_it_is_wanted() -> None:
    speech = speech_of(*TITLE, "一、藏书", TABLE, "二、借阅", TABLE)
    script, notices = treated(speech, ("藏书", Treatment(chart=True)))
    assert [s.role for s in script.slides if s.table] == [Role.CHART, Role.TABLE]
    assert notices == []
    script, _ = treated(speech, ("借阅", Treatment(chart=False)), charts=True)
    assert [s.role for s in script.slides if s.table] == [Role.CHART, Role.TABLE]


def test_a_chart_without_a_table_is_told(speech: Speech) -> None:
    _, notices = treated(speech, ("下步打算", Treatment(chart=True)))
    assert codes(notices) == [("treatment-undone", "三、下步打算")]
