"""Running text that is more than a statement: lists, questions, quotations."""

from __future__ import annotations

import pytest

from publisher.compose.quotes import quotations
from publisher.script import Role
from tests.compose.made import TITLE, made, of_role, piece, titles

TEXT = "要把这件事情抓紧抓实抓出成效，让群众看得见、摸得着、信得过。"


def test_numbered_paragraphs_that_are_no_headings_are_points() -> None:
    items = (
        "1.全体业主的表决书原件和身份证复印件，夫妻共有的要两个人签字。",
        "2.由有资质的设计单位盖章的方案图，包括日照分析和结构安全说明，一式三份。",
        "3.住户之间签好的出资协议。",
    )
    lines = (
        "加装电梯问答", "问：要带些什么材料？", "答：要带的东西，我念一遍，大家记一下：",
        *items, "问：装好以后谁来管？", "答：找楼组长，楼组长找维保单位，三十分钟内到场处理。",
    )  # fmt: skip
    (slide,) = of_role(made(*lines), Role.POINTS)
    assert slide.title is not None
    assert slide.title.text == "要带些什么材料？"
    assert [point.label for point in slide.points] == ["1.", "2.", "3."]
    assert titles(slide)[2] == "住户之间签好的出资协议"
    assert [point.notes[0].text for point in slide.points] == list(items)


def test_bullets_are_points_without_a_label() -> None:
    items = ("——同邻县签订联防联控协议；", "——发行专项债券八千万元；", "——聘请民间河长二百名。")
    script = made(*TITLE, "一、难处", TEXT * 2, "二、打算", "下一步要办好三件事：", *items)
    (slide,) = of_role(script, Role.POINTS)
    assert titles(slide) == ["同邻县签订联防联控协议", "发行专项债券八千万元", "聘请民间河长二百名"]
    assert [point.label for point in slide.points] == [None] * 3
    assert [point.notes[0].text for point in slide.points] == list(items)


LONG_QUESTION = (
    "问：我是晚报记者。今年缴费标准又提高了二十元，很多家庭都觉得压力不小，也有人想不通，"
    "请问为什么年年都要涨？"
)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("问：要花多少钱？", "要花多少钱？"),
        (LONG_QUESTION, "很多家庭都觉得压力不小，也有人想不通，请问为什么年年都要涨？"),
    ],
)
def test_a_question_stands_over_its_answer(asked: str, title: str) -> None:
    answer = "答：补贴办法就贴在居委会门口，到明年年底都有效。" + TEXT
    script = made(
        "居民关心的几件事问答", "主持人：现在请大家提问。", asked, answer, *(asked, answer)
    )
    slide = next(s for s in script.slides if s.title and s.title.text == title)
    assert slide.role is Role.STATEMENT
    assert titles(slide) == ["补贴办法就贴在居委会门口，到明年年底都有效"]
    assert [note.text for note in slide.notes[-2:]] == [asked, answer]


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "師父臨終前把偶頭放在我手裡，說：「木頭是死的，人心是活的。」我記住了。",
            "師父臨終前把偶頭放在我手裡，說：",
            "木頭是死的，人心是活的。",
        ),
        (
            "The harbour master said, “Tell them early, and tell them the truth.” We did.",
            "The harbour master said,",
            "Tell them early, and tell them the truth.",
        ),
    ],
)
def test_quotations_of_other_scripts_are_heard(text: str, who: str, words: str) -> None:
    found = next(quotations(piece(text)), None)
    assert found is not None
    assert (found.attribution.text, found.words.text) == (who, words)


def test_much_text_around_a_quotation_has_slides_of_its_own() -> None:
    body = TEXT * 5 + "老支书常说：“先修路，后种树，再把学校办起来。”" + TEXT * 5
    script = made(*TITLE, "一、修路", body, "二、种树", TEXT)
    at = next(i for i, slide in enumerate(script.slides) if slide.role is Role.QUOTE)
    assert [slide.role for slide in script.slides[at - 1 : at + 2]] == [
        Role.STATEMENT, Role.QUOTE, Role.STATEMENT,
    ]  # fmt: skip
    assert [note.text for note in script.slides[at].notes] == [
        "老支书常说：“先修路，后种树，再把学校办起来。”"
    ]


def test_a_host_s_announcements_are_what_the_audience_reads() -> None:
    script = made(
        "全市读书节开幕式主持词", "同志们：", TEXT * 3, "第一项议程：宣读表彰决定", TEXT * 3,
        "第二项议程：颁奖", TEXT * 2, "散会！",
    )  # fmt: skip
    roles = [slide.role for slide in script.slides]
    assert roles == [Role.COVER, Role.SECTION, Role.SECTION, Role.CLOSING]
    assert [slide.label for slide in of_role(script, Role.SECTION)] == ["第一项议程", "第二项议程"]


def test_a_long_paragraph_is_parted_at_sentences() -> None:
    body = TEXT * 30
    script = made(*TITLE, "一、修路", body, "二、种树", TEXT)
    shown = of_role(script, Role.STATEMENT)
    assert len(shown) >= 2
    lengths = [sum(len(note.text) for note in slide.notes) for slide in shown]
    assert max(lengths) < 480
    assert all(note.text.endswith("。") for slide in shown for note in slide.notes)
