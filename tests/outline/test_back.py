"""After the text come thanks, signature, annexes: each has its place, none is a heading."""

from __future__ import annotations

import pytest

from publisher.manuscript import Cues
from publisher.outline.infer import understand
from tests.outline.build import FILLER, manuscript, paragraph, table

LONG = "在全市深入推进城乡环境综合整治工作现场会上的讲话"
BODY = (LONG, "同志们：", FILLER, "一、站位", FILLER, "二、担当", FILLER)


def read(*sources):
    speech, _ = understand(manuscript(*sources))
    return speech


def back(*sources):
    return [(role, block.text) for role, block in read(*BODY, *sources).back]


@pytest.mark.parametrize(
    "lines",
    [
        ("某某镇人民政府", "2025年3月22日"),
        ("述职人：张三", "二〇二五年三月二十二日"),
        ("第二党支部　李四", "20XX年3月"),
        ("2024年12月于青山",),
        ("学员：王五",),
    ],
)
def test_unit_name_and_date_at_the_end_are_the_signature(lines):
    assert back("谢谢大家！", *lines) == [("signature", line) for line in lines]


def test_a_signature_needs_no_thanks_before_it():
    assert back("述职人：张三", "2025年1月8日") == [
        ("signature", "述职人：张三"), ("signature", "2025年1月8日"),
    ]  # fmt: skip


def test_a_short_last_line_alone_is_no_signature():
    assert back(FILLER, "让我们一起出发") == []


def test_stage_directions_at_the_end_stay_with_the_thanks_or_the_signature():
    speech = read(*BODY, "谢谢大家！", "（长时间热烈掌声）")
    everything = [block.text for block in speech.closing] + [b.text for _, b in speech.back]
    assert everything == ["谢谢大家！", "（长时间热烈掌声）"]
    assert speech.closing[0].text == "谢谢大家！"


def test_a_list_of_annexes_stands_above_the_signature():
    found = back("谢谢大家！", "附件：1.任务清单", "2.联系方式", "某某镇人民政府", "2025年3月22日")
    assert [role for role, _ in found] == ["annex", "annex", "signature", "signature"]


def test_an_annex_behind_the_signature_numbers_its_own_parts_from_one():
    speech = read(
        *BODY, "谢谢大家！", "附件：任务清单", "某某镇人民政府", "2025年3月22日",
        "附件", "一、修路", FILLER, "（一）路基。" + FILLER, "（二）路面。" + FILLER,
        "二、引水", FILLER,
    )  # fmt: skip
    (annex,) = speech.annexes
    assert [(s.level, s.title.text) for root in annex.sections for s in root.walk()] == [
        (1, "修路"), (2, "路基"), (2, "路面"), (1, "引水"),
    ]  # fmt: skip
    assert [s.title.text for s in speech.sections] == ["站位", "担当"]


def test_each_annex_is_a_document_of_its_own():
    speech = read(
        *BODY, "附件1", "一、修路", FILLER, "二、引水", FILLER,
        "附件2", "一、植树", FILLER, "二、种草", FILLER,
    )  # fmt: skip
    assert [annex.label.text for annex in speech.annexes] == ["附件1", "附件2"]
    assert [s.title.text for a in speech.annexes for s in a.sections] == [
        "修路", "引水", "植树", "种草",
    ]  # fmt: skip


def test_a_glossary_has_no_headings():
    speech = read(
        *BODY, "名词解释", "1.早看：每天先看一遍。", "2.早办：当天办完。", "3.早报：当晚报告。"
    )
    assert speech.annexes[0].sections == ()
    assert len(speech.annexes[0].body) == 3


def test_a_table_in_an_annex_belongs_to_it():
    speech = read(*BODY, "谢谢大家！", "附表：名单", table(("一、修路", "二、引水")))
    assert len(speech.annexes[0].body) == 1
    assert [block.text for block in speech.closing] == ["谢谢大家！"]


def test_an_address_said_again_goes_with_the_thanks_behind_it():
    speech = read(*BODY, "同志们！", "谢谢大家！")
    assert [block.text for block in speech.closing] == ["同志们！", "谢谢大家！"]


def test_footnotes_behind_the_last_paragraph_do_not_hide_the_thanks():
    note = paragraph("见《县志》卷三。", cues=Cues(note="footnote"))
    speech = read(*BODY, "谢谢大家！", note)
    assert [block.text for block in speech.closing] == ["谢谢大家！"]
    assert [(role, block.text) for role, block in speech.back] == [("note", "见《县志》卷三。")]


def test_a_footnote_is_never_a_heading():
    note = paragraph("一、见县志", cues=Cues(note="footnote"))
    assert [s.title.text for s in read(*BODY, note, FILLER).walk()] == ["站位", "担当"]


@pytest.mark.parametrize(
    "mark", ["秘密★1年", "内部资料　注意保存", "（内部资料，会后收回）", "机密"]
)
def test_a_mark_of_secrecy_is_seen_at_either_end(mark):
    for sources in ((mark, *BODY, "谢谢大家！"), (*BODY, "谢谢大家！", mark)):
        speech, notices = understand(manuscript(*sources))
        assert speech.secrecy == mark.strip("（）")
        assert speech.named("title") == LONG
        assert [n.code for n in notices] == ["secrecy-marked"]
        assert [block.text for block in speech.closing] == ["谢谢大家！"]


def test_a_sentence_about_secrets_is_no_mark():
    speech = read(LONG, "同志们：", "要严守国家秘密，" + FILLER)
    assert speech.secrecy is None


def test_rules_in_an_annex_are_a_list_though_they_are_numbered_like_parts():
    rule = "带班的人不得离开岗位，值班的人不得擅自换班，接班的人未到以前不得先走，有事要报。"
    rules = [f"{n}、{rule}" for n in "一二三"]
    speech = read(*BODY, "谢谢大家！", "附件：值班纪律", *rules)
    assert [(annex.sections, [p.text for p in annex.body]) for annex in speech.annexes] == [
        ((), rules)
    ]


@pytest.mark.parametrize("label", ["竞赛用语解释：", "有关名词解释", "缩略语说明"])
def test_a_glossary_goes_by_many_names(label):
    speech = read(*BODY, "谢谢大家！", label, f"1.“两看”：是指早看和常看。{FILLER}")
    assert [(annex.label.text, annex.sections) for annex in speech.annexes] == [(label, ())]


def test_a_numbered_part_is_no_glossary():
    assert read(*BODY, "三、名词解释", FILLER).sections[-1].title.text == "名词解释"


def test_what_follows_a_signature_with_its_date_is_an_annex_by_its_place():
    speech = read(
        *BODY, "谢谢大家！", "清河街道办事处", "2025年3月", "有关情况", "1.修路：" + FILLER
    )
    assert [(role, block.text) for role, block in speech.back] == [
        ("signature", "清河街道办事处"), ("signature", "2025年3月"),
    ]  # fmt: skip
    assert [annex.label.text for annex in speech.annexes] == ["有关情况"]


@pytest.mark.parametrize("label", ["（附：站位说明）", "有关名词：", "Appendix: rules", "Glossary"])
def test_annexes_have_labels_of_several_sorts(label):
    (annex,) = read(*BODY, "谢谢大家！", label, "第一排：领导。", "第二排：嘉宾。").annexes
    assert annex.label.text == label
