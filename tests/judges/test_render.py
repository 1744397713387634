"""The render judge passes a fitting deck and bites on text that leaves its frame."""

from pathlib import Path

import pytest

from tests.judges import decks, glyphs, ooxml, render

pytestmark = [pytest.mark.judge, pytest.mark.xdist_group("render")]
LINE = "从群众最关心的小事做起，一件一件办好。"
CASES = {
    "fits": LINE,
    "overfull": "\n".join([LINE] * 12),
    "endless": "\n".join([LINE] * 20),
    "wide": "长" * 60,
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("render")
    made = {name: folder / f"{name}.pptx" for name in [*CASES, "covered"]}
    for name, text in CASES.items():
        decks.save(made[name], decks.good(text))
    members = decks.good(LINE)
    slide = "ppt/slides/slide1.xml"
    copy = decks.shape(9, "盖住", "", LINE.replace("小事", "大事"), decks.BOX)
    members[slide] = members[slide].replace("</p:spTree>", f"{copy}</p:spTree>")
    decks.save(made["covered"], members)
    pages = render.to_pdf(list(made.values()), folder)
    return {
        name: render.findings(render.frames(deck)[0], glyphs.read(pdf)[0])
        for (name, deck), pdf in zip(made.items(), pages, strict=True)
    }


def test_text_that_fits_has_no_findings(judged: dict[str, list[str]]) -> None:
    assert judged["fits"] == []
    assert judged["wide"] == []


def test_an_overfull_frame_is_found(judged: dict[str, list[str]]) -> None:
    assert any("leaves its frame" in finding for finding in judged["overfull"])
    assert any("not drawn whole" in finding for finding in judged["endless"])


def test_text_on_text_is_found(judged: dict[str, list[str]]) -> None:
    assert any("lies on" in finding for finding in judged["covered"])


def test_the_shipped_fonts_stand_in_for_the_named_ones(tmp_path: Path) -> None:
    pdf = render.to_pdf([decks.save(tmp_path / "a.pptx", decks.good())], tmp_path)[0]
    assert {char.font for char in glyphs.read(pdf)[0].chars} == {"NotoSansSC-Regular"}


def test_every_typeface_of_a_theme_has_a_stand_in() -> None:
    assert render.aliases()["微软雅黑"] == "Noto Sans SC"


def test_the_sdk_passes_the_good_deck_and_names_a_fault(tmp_path: Path) -> None:
    members = decks.good()
    assert ooxml.validate(decks.save(tmp_path / "good.pptx", members)) == []
    slide = "ppt/slides/slide1.xml"
    members[slide] = members[slide].replace("<a:lstStyle/>", "<a:nonsense/>")
    assert ooxml.validate(decks.save(tmp_path / "bad.pptx", members))
