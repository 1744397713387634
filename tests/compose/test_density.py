"""Brief, standard and full; larger type; how deep headings have slides of their own."""

from __future__ import annotations

import pytest

from publisher.compose import compose
from publisher.compose.manner import MEASURES
from publisher.manuscript import Cues, Manuscript, Paragraph, Run
from publisher.options import Density, Options
from publisher.outline.infer import understand
from publisher.script import Role, Script
from publisher.speech import stage_directions
from tests.compose.made import TITLE, made, of_role, speeches, titles

TEXT = "要把这件事情抓紧抓实抓出成效，让群众看得见、摸得着、信得过。"
LINES = (
    *TITLE,
    "今天的会议很重要，主要是部署下一阶段的工作。",
    "一、看清形势",
    "（一）看清成绩",
    f"一是粮食丰收了。{TEXT}二是水渠修通了。{TEXT}",
    "（二）看清方向",
    TEXT * 5,
    "二、压实责任",
    f"（一）领导带头。{TEXT}",
    f"（二）群众参与。{TEXT}",
    "谢谢大家！",
)


def supports(script: Script) -> list[str]:
    return [p.support.text for slide in script.slides for p in slide.points if p.support]


def test_brief_has_titles_and_points_alone_on_fewer_slides() -> None:
    brief, standard = made(*LINES, density=Density.BRIEF), made(*LINES)
    assert supports(brief) == []
    assert supports(standard)
    shown = [titles(slide) for slide in of_role(brief, Role.POINTS)]
    assert shown == [["看清成绩", "看清方向"], ["领导带头", "群众参与"]]
    for speech in speeches().values():
        few = compose(speech, Options(density=Density.BRIEF))[0].slides
        assert len(few) <= len(compose(speech)[0].slides)


def test_a_part_without_headings_is_in_brief_its_announcement() -> None:
    lines = (*TITLE, "一、读书的意义", TEXT * 6, "二、读书的办法", TEXT * 6)
    script = made(*lines, density=Density.BRIEF)
    roles = [slide.role for slide in script.slides]
    assert roles == [Role.COVER, Role.AGENDA, Role.SECTION, Role.SECTION, Role.CLOSING]
    assert Role.STATEMENT in [slide.role for slide in made(*lines).slides]


def test_in_full_the_text_of_each_heading_is_on_text_slides() -> None:
    script = made(*LINES, density=Density.FULL)
    text = {
        slide.title.text if slide.title else "": [piece.text for piece in slide.text]
        for slide in of_role(script, Role.TEXT)
    }
    assert text == {
        "": ["今天的会议很重要，主要是部署下一阶段的工作。"],
        "看清成绩": [LINES[5]],
        "看清方向": [TEXT * 5],
        "领导带头": [TEXT],
        "群众参与": [TEXT],
    }
    assert [slide.label for slide in of_role(script, Role.SECTION)] == ["第一部分", "第二部分"]
    assert script.slides[-1].title is not None


def test_in_full_a_paragraph_is_one_piece_and_directions_stay_in_their_place() -> None:
    lines = (*TITLE, "一、看", f"（一）早看。{TEXT}", TEXT + "（掌声）" + TEXT, "（全体起立）",
             "（二）早办。" + TEXT, "二、办", TEXT)  # fmt: skip
    script = made(*lines, density=Density.FULL)
    slide = next(s for s in of_role(script, Role.TEXT) if s.title and s.title.text == "早看")
    assert [piece.text for piece in slide.text] == [TEXT, lines[4], lines[5]]
    assert [piece.note for piece in slide.text] == [False, False, True]
    assert stage_directions(slide.text[1].text)


def test_in_full_a_footnote_is_spoken_where_it_stands_and_not_shown() -> None:
    note = "见《乡村读书调查报告》第三卷。"
    texts = ["关于读书的讲话", "同志们：", "一、建好书屋", TEXT, note, TEXT, "二、用好书屋", TEXT]
    cues = {4: Cues(note="footnote", note_mark="1")}
    blocks = tuple(
        Paragraph(i, text, (Run(text),), cues.get(i, Cues())) for i, text in enumerate(texts)
    )
    speech = understand(Manuscript(blocks))[0]
    script = compose(speech, Options(density=Density.FULL))[0]
    slide = of_role(script, Role.TEXT)[0]
    assert [(piece.text, piece.note) for piece in slide.text] == [
        (TEXT, False), (note, True), (TEXT, False),
    ]  # fmt: skip


def test_in_full_quotations_have_their_slides_in_place() -> None:
    body = "道理古人早就讲过。《荀子·劝学》中说：“不积跬步，无以至千里。”这句话我们要记住。"
    script = made(*TITLE, "一、积累", body, "二、坚持", TEXT, density=Density.FULL)
    first = next(i for i, slide in enumerate(script.slides) if slide.role is Role.SECTION)
    before, quote, after = script.slides[first + 1 : first + 4]
    assert [piece.text for piece in before.text] == ["道理古人早就讲过。"]
    assert quote.quotation is not None
    assert quote.quotation.text == "不积跬步，无以至千里。"
    assert [piece.text for piece in after.text] == ["这句话我们要记住。"]


def test_in_full_a_long_leave_taking_is_text_up_to_its_last_words() -> None:
    leave = f"同志们，{TEXT}让我们行动起来。谢谢大家！"
    script = made(*LINES[:-1], leave, density=Density.FULL)
    closing = script.slides[-1]
    assert closing.title is not None
    assert closing.title.text.endswith("谢谢大家！")
    shown = [piece.text for slide in of_role(script, Role.TEXT) for piece in slide.text]
    assert "".join(shown).endswith(leave.removesuffix(closing.title.text))


@pytest.mark.parametrize("density", Density)
def test_larger_type_has_fewer_points_and_shorter_clauses(density: Density) -> None:
    plain, larger = MEASURES[density, False], MEASURES[density, True]
    assert larger.most < plain.most
    assert larger.statement.most < plain.statement.most
    for count in range(1, 9):
        small, large = plain.support(count), larger.support(count)
        assert (small is None) == (large is None)
        assert large is None or small is None or large.most < small.most


def test_larger_slides_say_so_to_the_layout() -> None:
    script = made(*LINES, larger=True)
    assert {slide.most for slide in of_role(script, Role.POINTS)} == {4}
    plain = sum(len(text) for s in speeches().values() for text in supports(compose(s)[0]))
    options = Options(larger=True)
    large = sum(len(t) for s in speeches().values() for t in supports(compose(s, options)[0]))
    assert large < plain * 0.9


def roles_by_title(script: Script) -> list[tuple[Role, str]]:
    return [
        (slide.role, slide.title.text)
        for slide in script.slides
        if slide.title and slide.role not in (Role.COVER, Role.CLOSING)
    ]


def test_headings_down_to_the_level_have_slides_and_deeper_ones_are_points() -> None:
    assert [titles(s) for s in of_role(made(*LINES, slide_level=1), Role.POINTS)] == [
        ["看清成绩", "看清方向"], ["领导带头", "群众参与"],
    ]  # fmt: skip
    second = roles_by_title(made(*LINES, slide_level=2))
    assert (Role.POINTS, "看清成绩") in second
    assert (Role.STATEMENT, "领导带头") in second
    third = roles_by_title(made(*LINES, slide_level=3))
    assert (Role.STATEMENT, "粮食丰收了") in third
    assert (Role.STATEMENT, "水渠修通了") in third
