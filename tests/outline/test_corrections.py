"""The author has the last word."""

from __future__ import annotations

import pytest

from publisher.outline.corrections import NOT_A_HEADING
from publisher.outline.infer import understand
from publisher.treatment import Corrections
from tests.outline.build import FILLER, manuscript

TITLE = "在全县工作会议上的讲话"
SPEECH = (
    TITLE, "同志们：", FILLER, "一、站位", FILLER, "（一）早看。" + FILLER, "（二）早办。" + FILLER,
    "二、担当", FILLER, "办法总比困难多。" + FILLER, "三、落实", FILLER,
)  # fmt: skip


def outline(*headings, title=None, sources=SPEECH):
    speech, notices = understand(manuscript(*sources), Corrections(headings, title))
    return [(s.level, s.heading.text) for s in speech.walk()], [n.code for n in notices], speech


def test_without_corrections_nothing_changes():
    assert understand(manuscript(*SPEECH)) == understand(manuscript(*SPEECH), Corrections())


@pytest.mark.parametrize("words", ["（二）早办。", "(二)早办", "早办", "（二） 早办 ."])
def test_a_heading_is_addressed_by_its_words_in_any_width(words):
    found, codes, _ = outline((words, NOT_A_HEADING))
    assert (2, "（二）早办。") not in found
    assert (2, "（一）早看。") in found
    assert not codes


def test_a_level_said_by_the_author_wins():
    found, _, speech = outline(("二、担当", 2))
    assert found == [
        (1, "一、站位"), (2, "（一）早看。"), (2, "（二）早办。"), (2, "二、担当"), (1, "三、落实"),
    ]  # fmt: skip
    section = next(s for s in speech.walk() if s.title.text == "担当")
    assert section.evidence[0].startswith("author")
    assert section.confidence == 1


def test_a_sentence_becomes_a_heading_where_the_author_says_so():
    found, _, speech = outline(("办法总比困难多", None))
    assert (2, "办法总比困难多。") in found
    section = next(s for s in speech.walk() if "困难" in s.title.text)
    assert section.run_in
    assert section.title.text == "办法总比困难多"
    assert [block.text for block in section.body] == [FILLER]


def test_words_that_stand_nowhere_are_reported():
    found, codes, _ = outline(("四、督查", 1))
    assert codes == ["correction-unmatched"]
    assert len(found) == 5


def test_the_title_is_the_line_that_the_author_names():
    sources = ("学习材料之三", "要把水引进来", "同志们：", FILLER)
    _, _, plain = outline(sources=sources)
    _, _, said = outline(title="要把水引进来", sources=sources)
    assert plain.named("title") == "学习材料之三"
    assert said.named("title") == "要把水引进来"
    assert said.named("salutation") == "同志们："


def test_a_title_may_take_two_lines():
    sources = ("会议材料", "让清水流进", "每一座村庄", "同志们：", FILLER)
    _, _, speech = outline(title="让清水流进每一座村庄", sources=sources)
    assert speech.named("title") == "让清水流进每一座村庄"


def test_a_title_that_stands_nowhere_is_reported():
    _, codes, speech = outline(title="让清风吹进来")
    assert codes == ["correction-unmatched"]
    assert speech.named("title") == TITLE
