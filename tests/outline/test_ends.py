"""The lines before the text, and the words that take leave."""

from __future__ import annotations

import pytest

from publisher.manuscript import Cues
from publisher.outline.infer import understand
from tests.outline.build import (
    FILLER,
    HEI,
    TITLE,
    manuscript,
    paragraph,
    styled,
    table,
)

LONG = "在全市深入推进城乡环境综合整治工作现场会上的讲话"


def front(*sources):
    """(role, text) of the front lines."""
    speech, _ = understand(manuscript(*sources))
    return [(role, piece.text) for role, piece in speech.front]


def closing(*sources):
    speech, _ = understand(manuscript(*sources))
    return [block.text for block in speech.closing]


def test_a_whole_title_page_is_read_line_by_line():
    assert front(
        "让清水流进每一座村庄", "——在治水工作推进会上的讲话", "县委书记　某某某",
        "（2025年3月22日）",
        "各位代表、同志们：", FILLER,
    ) == [
        ("title", "让清水流进每一座村庄"), ("subtitle", "——在治水工作推进会上的讲话"),
        ("speaker", "县委书记　某某某"), ("date", "（2025年3月22日）"),
        ("salutation", "各位代表、同志们："),
    ]  # fmt: skip


def test_the_occasion_may_stand_in_brackets():
    assert front("汇报材料", "（在全县工作会议上）", "同志们：", FILLER)[1] == (
        "occasion",
        "（在全县工作会议上）",
    )


def test_speaker_and_date_on_one_line_are_told_apart():
    assert front(LONG, "张　三（2025年3月22日）", "同志们：", FILLER)[1:3] == [
        ("speaker", "张　三"),
        ("date", "（2025年3月22日）"),
    ]


def test_a_title_split_over_two_paragraphs_is_one():
    speech, _ = understand(
        manuscript("在全市深入推进城乡环境综合整治", "工作现场会上的讲话", "同志们：", FILLER)
    )
    assert speech.named("title") == LONG


def test_a_title_split_by_its_look_is_one():
    first, second = (
        paragraph((text, TITLE), cues=Cues(alignment="center"))
        for text in ("凝聚起众人的力量", "建设美丽的家园")
    )
    assert front(first, second, "同志们：", FILLER)[:2] == [
        ("title", "凝聚起众人的力量"),
        ("title", "建设美丽的家园"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "同志们：",
        "各位代表、同志们：",
        "尊敬的各位领导，各位来宾，女士们、先生们：",
        "尊敬的王书记，各位领导：",
        "老师们、同学们！",
        "各位领导、各位同事:",
        "尊敬的各位评委：",
        "Ladies and gentlemen:",
        "各位领导、各位伙伴，大家好：",
        "各位夥伴，大家下午好！",
        "Members, families, and friends from over the hill,",
    ],
)
def test_an_address_is_recognised(address):
    assert front(LONG, address, FILLER) == [("title", LONG), ("salutation", address)]


@pytest.mark.parametrize(
    "line",
    [
        "各位同志要认真学习：" + FILLER,
        "他对同志们强调：" + FILLER,
        "重点做好以下工作：",
        "大家好！" + FILLER,
    ],
)
def test_what_is_no_address_stays_text(line):
    assert [role for role, _ in front(LONG, line, FILLER)] == ["title"]


def test_an_address_at_the_head_of_a_paragraph_is_cut_off():
    speech, _ = understand(manuscript(LONG, "同志们：" + FILLER, FILLER))
    assert speech.named("salutation") == "同志们："
    assert [block.text for block in speech.opening] == [FILLER, FILLER]


def test_a_title_joined_to_the_address_is_cut_off():
    assert front(LONG + "同志们：" + FILLER, FILLER) == [
        ("title", LONG),
        ("salutation", "同志们："),
    ]


def test_the_title_may_be_just_the_word_for_a_speech():
    assert front("发言稿", "同志们：", FILLER)[0] == ("title", "发言稿")


def test_without_a_title_the_address_comes_first():
    assert front("同志们：", FILLER) == [("salutation", "同志们：")]


def test_text_is_no_title():
    assert front(FILLER, FILLER) == []


def test_a_numbered_heading_is_no_title():
    assert front("一、站位", FILLER, "二、担当", FILLER) == []


def test_a_title_style_wins_over_place():
    assert front("内部资料", styled(0, LONG), "同志们：", FILLER)[-2:] == [
        ("title", LONG),
        ("salutation", "同志们："),
    ]


def test_the_first_of_several_headings_of_one_style_is_no_title():
    assert front(styled(1, "站位"), FILLER, styled(1, "担当"), FILLER) == []


def test_a_second_address_inside_the_speech_is_text():
    speech, _ = understand(
        manuscript(LONG, "同志们：", "一、站位", FILLER, "二、担当", FILLER, "同志们！" + FILLER)
    )
    assert [role for role, _ in speech.front] == ["title", "salutation"]
    assert speech.sections[-1].body[-1].text == "同志们！" + FILLER


def test_a_table_ends_the_front():
    assert front(table(("一", "二")), LONG, "同志们：") == []


@pytest.mark.parametrize(
    "words",
    [
        "谢谢大家！",
        "以上汇报，不当之处请批评指正。",
        "我的发言完毕，谢谢！",
        "最后，祝大家身体健康、工作顺利！",
        "以上报告，请各位代表审议。谢谢大家！",
        "Thank you all.",
    ],
)
def test_short_last_paragraphs_that_take_leave_are_the_closing(words):
    assert closing(LONG, "同志们：", "一、站位", FILLER, "二、担当", FILLER, words) == [words]


def test_several_paragraphs_may_take_leave():
    assert closing(LONG, FILLER, "我的汇报完毕，请指正。", "谢谢大家！") == [
        "我的汇报完毕，请指正。",
        "谢谢大家！",
    ]


def test_thanks_at_the_end_of_a_paragraph_are_cut_off():
    speech, _ = understand(manuscript(LONG, FILLER, FILLER * 3 + "谢谢大家！"))
    assert [block.text for block in speech.closing] == ["谢谢大家！"]
    assert speech.opening[-1].text == FILLER * 3


def test_nothing_is_invented_where_a_speech_just_ends():
    assert closing(LONG, "同志们：", "一、站位", FILLER, "二、担当", FILLER) == []


def test_signature_and_annex_follow_the_closing_and_the_annex_numbers_its_own_parts():
    speech, notices = understand(
        manuscript(
            LONG, "同志们：", "一、站位", FILLER, "二、担当", FILLER, "谢谢大家！",
            "某某镇人民政府",
            "2025年3月22日", "附件：", "一、名单", FILLER, "二、时间", FILLER,
        )
    )  # fmt: skip
    assert [block.text for block in speech.closing] == ["谢谢大家！"]
    assert [(role, block.text) for role, block in speech.back] == [
        ("signature", "某某镇人民政府"), ("signature", "2025年3月22日"),
    ]  # fmt: skip
    assert [s.title.text for s in speech.sections] == ["站位", "担当"]
    (annex,) = speech.annexes
    assert annex.label.text == "附件："
    assert [(s.level, s.title.text) for s in annex.sections] == [(1, "名单"), (1, "时间")]
    assert not notices


def test_an_unnumbered_heading_after_the_title_is_no_front_line():
    speech, _ = understand(
        manuscript(LONG, paragraph(("认清形势", HEI)), FILLER, paragraph(("抓好落实", HEI)), FILLER)
    )
    assert [s.title.text for s in speech.walk()] == ["认清形势", "抓好落实"]


def test_a_long_line_in_latin_letters_and_names_above_the_address_are_front_lines():
    subtitle = "Chair's address to the sixty-second annual meeting of the Green Valley Co-operative"
    lines = front("A Full Churn", subtitle, "Mary Green", "9 August 2025", "Members,", FILLER)
    assert [text for _, text in lines[:3]] == ["A Full Churn", subtitle, "Mary Green"]


def test_dates_of_the_republic_and_issues_of_a_programme_are_front_lines():
    assert front("施政報告", "中華民國一百一十四年五月十二日", "各位代表：", FILLER)[1][0] == "date"
    assert front("访谈实录", "“手艺人”栏目2025年第31期", FILLER * 2)[1][0] == "occasion"


def test_an_annex_may_be_announced_in_brackets():
    speech, _ = understand(
        manuscript("在大会上的讲话", "同志们：", "一、任务", FILLER, "谢谢大家！",
                   "（附：站位说明）", "第一排：领导。", "第二排：嘉宾。")
    )  # fmt: skip
    assert [annex.label.text for annex in speech.annexes] == ["（附：站位说明）"]
    assert [section.heading.text for section in speech.walk()] == ["一、任务"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("（2025年11月28日上午9:00）", "date"),
        ("2025年10月22日晚　文科楼305", "date"),
        ("二楼阶梯教室　第九周周四下午", "occasion"),
        ("市工人文化宫大剧场", "occasion"),
        ("偏鄉教育論壇", "occasion"),
    ],
)
def test_times_and_places_are_front_lines(line, role):
    assert front(LONG, line, "同志们：", FILLER)[1] == (role, line)
