"""The kinds of manuscripts and their customs."""

from __future__ import annotations

import pytest

from publisher.compose import compose
from publisher.outline.infer import understand
from publisher.outline.manuscripts import KINDS
from publisher.script import Role
from tests.outline.build import FILLER, manuscript


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("在全县工作会议上的讲话", "讲话"),
        ("在座谈会上的发言提纲", "发言"),
        ("关于养老服务工作情况的汇报", "汇报材料"),
        ("2025年度述职报告", "述职报告"),
        ("把小事办好专题党课讲稿", "党课"),
        ("基层实践心得体会", "心得体会"),
        ("表彰大会主持词", "主持词"),
        ("在校庆日上的致辞", "致辞"),
        ("在週年大會上的致詞", "致辞"),
        ("局长就供水答记者问", "问答"),
        ("Remarks at the Northern Ports Conference", "讲话"),
    ],
)
def test_the_title_tells_the_kind(title, kind):
    speech, _ = understand(manuscript(title, "同志们：", FILLER))
    assert speech.kind == kind


def test_the_first_words_tell_the_kind_where_the_title_does_not():
    speech, _ = understand(
        manuscript("让清水流进村庄", "同志们：", "下面，我讲三点意见。" + FILLER)
    )
    assert speech.kind == "讲话"


def test_without_any_sign_there_is_no_kind():
    speech, _ = understand(manuscript("让清水流进村庄", "同志们：", FILLER))
    assert speech.kind is None


def test_names_of_kinds_are_unique():
    assert len({kind.name for kind in KINDS}) == len(KINDS)


HOST = (
    "表彰大会主持词", "同志们：", FILLER,
    "第一项议程，宣读决定。请王主任宣读。" + FILLER,
    "首先请劳动模范上台领奖。" + FILLER,
    "第二项议程，代表发言。" + FILLER,
    "最后请全体起立。" + FILLER,
)  # fmt: skip


def test_the_items_of_an_agenda_are_the_parts_of_a_hosts_script():
    speech, _ = understand(manuscript(*HOST))
    assert [(s.number, s.heading.text) for s in speech.walk()] == [
        ("第一项议程", "第一项议程，宣读决定。"), ("第二项议程", "第二项议程，代表发言。"),
    ]  # fmt: skip


@pytest.mark.parametrize("lead", ["现在进行", "下面，进行大会", "会议进行", "首先，请进入", ""])
def test_a_host_may_lead_over_to_an_item(lead):
    speech, _ = understand(
        manuscript("大会主持词", "同志们：", FILLER, f"{lead}第一项：请王主任宣读决定。" + FILLER,
                   "下面进行第二项：颁奖。" + FILLER)
    )  # fmt: skip
    assert [s.number for s in speech.walk()] == ["第一项", "第二项"]
    assert speech.sections[0].heading.text == f"{lead}第一项：请王主任宣读决定。"
    assert speech.sections[0].title.text == "请王主任宣读决定"


def test_a_hosts_script_has_no_agenda_slide_and_other_speeches_have():
    host, _ = understand(manuscript(*HOST))
    plain, _ = understand(manuscript("在会上的讲话", *HOST[1:]))
    roles = [[slide.role for slide in compose(speech)[0].slides] for speech in (host, plain)]
    assert Role.AGENDA not in roles[0]
    assert Role.AGENDA in roles[1]
