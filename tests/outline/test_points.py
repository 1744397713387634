"""Run-in headings, points inside paragraphs, and numbers of every sort."""

from __future__ import annotations

import pytest

from publisher.manuscript import AutoNumber, Cues, Paragraph
from publisher.outline.infer import understand
from tests.outline.asked import outline
from tests.outline.build import (
    FILLER,
    manuscript,
    paragraph,
)

# --- run-in headings and points -----------------------------------------------------------


def test_a_run_in_heading_is_the_first_sentence_with_its_mark():
    speech, _ = understand(manuscript("（一）坚持早看。" + FILLER, "（二）坚持早办。" + FILLER))
    first = speech.sections[0]
    assert first.heading.text == "（一）坚持早看。"
    assert first.title.text == "坚持早看"
    assert first.number == "（一）"
    assert first.run_in
    assert [block.text for block in first.body] == [FILLER]


def test_a_paragraph_that_is_only_the_heading_is_not_run_in():
    speech, _ = understand(manuscript("一、站位要高。", FILLER, "二、担当要实。", FILLER))
    assert [section.run_in for section in speech.walk()] == [False, False]


def test_points_of_one_paragraph_each_become_a_section():
    speech, _ = understand(
        manuscript("一、任务", f"具体而言。一要早看。{FILLER}二要早办；三要办好。", FILLER)
    )
    part = speech.sections[0]
    assert [block.text for block in part.body] == ["具体而言。"]
    assert [
        (s.number, s.title.text, s.run_in, [b.text for b in s.body]) for s in part.children
    ] == [
        ("一要", "早看", True, [FILLER]),
        ("二要", "早办", True, []),
        ("三要", "办好", True, [FILLER]),
    ]


def test_titles_leave_out_marker_and_comma():
    speech, _ = understand(manuscript(f"其一，早看。{FILLER}其二，早办。{FILLER}"))
    assert [(s.number, s.title.text) for s in speech.walk()] == [("其一", "早看"), ("其二", "早办")]


def test_the_first_point_may_follow_a_comma_if_the_second_begins_a_sentence():
    assert outline("一、任务", "要办三件事，一是修路。路通。二是引水。水来。三是种树。树活。") == [
        (1, "一、任务"), (2, "一是修路。"), (2, "二是引水。"), (2, "三是种树。"),
    ]  # fmt: skip


def test_a_single_point_that_begins_its_paragraph_is_one():
    assert outline("一、任务", "一是修好道路。" + FILLER)[1:] == [(2, "一是修好道路。")]


def test_first_and_second_without_each_other_are_plain_words():
    assert outline("一、任务", "首先，我向大家问好。" + FILLER, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_a_heading_after_a_line_break_is_found():
    assert outline("一、修路", f"{FILLER}\n二、引水\n{FILLER}") == [
        (1, "一、修路"),
        (1, "二、引水"),
    ]


def test_a_summary_before_the_first_part_is_no_list_of_parts():
    assert outline(
        "下面讲三点：一是修路；二是引水；三是种树。", "一、修路", FILLER, "二、引水", FILLER
    ) == [(1, "一、修路"), (1, "二、引水")]


def test_a_heading_ends_at_its_sentence_where_no_number_belongs_to_the_text_behind():
    points = "一是修路。" + FILLER, "二是引水。" + FILLER
    assert outline("一、任务", FILLER, "具体从三个维度展开。", *points) == [
        (1, "一、任务"), (2, "一是修路。"), (2, "二是引水。"),
    ]  # fmt: skip


def test_a_summary_just_above_the_first_sub_heading_is_no_list_of_points():
    assert outline(
        "一、任务", "要办三件事：一是修路；二是引水；三是种树。",
        "（一）修路。" + FILLER, "（二）引水。" + FILLER, "（三）种树。" + FILLER,
    ) == [(1, "一、任务"), (2, "（一）修路。"), (2, "（二）引水。"), (2,
    "（三）种树。")]  # fmt: skip


def test_sentences_that_stand_alone_above_text_are_headings_if_there_are_several():
    long = FILLER * 2
    assert outline(
        "一、任务", "路要一直修到家门口。", long, "水要一直引到田头上。", long,
        "树要一直种到山顶上。", long,
    ) == [
        (1, "一、任务"), (2, "路要一直修到家门口。"), (2, "水要一直引到田头上。"), (2,
        "树要一直种到山顶上。"),
    ]  # fmt: skip
    assert outline("一、任务", long, "我们具体从三个方面来说。", long) == [(1, "一、任务")]


def test_verses_are_no_headings():
    assert outline("一、任务", FILLER, "清渠流到千家去", "好风吹过万山来", FILLER * 2) == [
        (1, "一、任务"),
    ]  # fmt: skip


def test_levels_of_an_automatic_list_nest_though_they_look_alike():
    def item(label, level, text):
        return paragraph(label + text, cues=Cues(number=AutoNumber("1", level, label, "decimal")))

    assert outline(
        item("1.", 0, "站位"), FILLER, item("1.", 1, "学习"), FILLER, item("2.", 1, "思考"),
        FILLER,
        item("2.", 0, "担当"), FILLER,
    ) == [(1, "1.站位"), (2, "1.学习"), (2, "2.思考"), (1, "2.担当")]  # fmt: skip


def test_decimal_numbers_of_several_parts_nest():
    assert outline(
        "1. 站位", FILLER, "1.1 学习", FILLER, "1.2 思考", FILLER, "2. 担当", FILLER,
        "2.1亿元已经到位。",
    ) == [(1, "1. 站位"), (2, "1.1 学习"), (2, "1.2 思考"), (1, "2. 担当")]  # fmt: skip


# --- numbers of every sort ----------------------------------------------------------------


def test_a_number_alone_on_its_line_is_joined_with_its_words_on_the_next():
    speech, _ = understand(
        manuscript("在大会上的报告", FILLER, "第一部分", "过去的工作", FILLER, "第二部分",
                   "今后的任务", FILLER)
    )  # fmt: skip
    assert [(s.number, s.title.text, s.words) for s in speech.walk()] == [
        ("第一部分", "过去的工作", "第一部分\n过去的工作"),
        ("第二部分", "今后的任务", "第二部分\n今后的任务"),
    ]  # fmt: skip
    assert [block.text for block in speech.sections[0].body] == [FILLER]


def test_numbers_in_brackets_count_inside_a_paragraph():
    assert outline(
        "一、任务", "具体来说：（1）早看。" + FILLER + "（2）早办。" + FILLER, "二、要求",
        "1.快查。" + FILLER + "2.快改。" + FILLER,
    ) == [
        (1, "一、任务"), (2, "（1）早看。"), (2, "（2）早办。"),
        (1, "二、要求"), (2, "1.快查。"), (2, "2.快改。"),
    ]  # fmt: skip


def test_a_number_in_brackets_that_does_not_count_is_text():
    assert outline("一、任务", "看附表。（3）是重点。" + FILLER, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_clauses_of_one_sentence_are_no_points():
    listed = "要做到三点：一是抓好学习；二是抓好落实；三是抓好督查。"
    assert outline("一、任务", FILLER, listed, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["1", "壹拾", "Article 1", "一", "1 -", "第一条"])
def test_a_number_that_word_made_counts_whatever_it_looks_like(label):
    def item(label, text):
        cues = Cues(number=AutoNumber("1", 0, label, "custom"))
        made = paragraph(label + "\t" + text, cues=cues)
        return Paragraph(0, made.text, made.runs, cues, label + "\t")

    second = label.translate(str.maketrans("1一壹", "2二贰"))
    found = outline(item(label, "站位"), FILLER, item(second, "担当"), FILLER)
    assert [text.split("\t")[-1] for _, text in found] == ["站位", "担当"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("体会一：读书", "体会二：思考"),
        ("教训一：读书", "教训二：思考"),
        ("一）读书", "二）思考"),
        ("第一阶段：读书。", "第二阶段：思考。"),
        ("第一讲　读书", "第二讲　思考"),
        ("第一个环节，读书。", "第二个环节，思考。"),
        ("头一条，读书。", "第二条，思考。"),
        ("第一件事，读书。", "最后一件事，思考。"),
        ("第一，读书。", "再一个，思考。"),
        ("第一篇章　读书", "第二篇章　思考"),
        ("一怕读得少。", "二怕想得浅。"),
        ("Lesson one: read.", "Lesson two: think."),
        ("一个办法是读书。", "另一个办法是思考。"),
        ("第一句话：读书。", "第二句话：思考。"),
        ("【一】读书", "【二】思考"),
        ("一　读书", "二　思考"),
        ("Ⅰ、读书", "Ⅱ、思考"),
        ("第一講　讀書", "第二講　思考"),
        ("Part One: Reading", "Part Two: Thinking"),
    ],
)
def test_rarer_kinds_of_numbers_head_parts(first, second):
    assert outline("在大会上的发言", FILLER, first, FILLER, second, FILLER) == [
        (1, first), (1, second),
    ]  # fmt: skip


def test_a_kind_of_number_that_skips_a_level_keeps_the_level_where_it_first_stood():
    assert outline(
        "一、站位", "（一）学习", "1.读书。" + FILLER, "2.思考。" + FILLER,
        "二、担当", "1.早看。" + FILLER, "2.早办。" + FILLER,
    ) == [
        (1, "一、站位"), (2, "（一）学习"), (3, "1.读书。"), (3, "2.思考。"),
        (1, "二、担当"), (3, "1.早看。"), (3, "2.早办。"),
    ]  # fmt: skip


def test_half_width_stops_between_han_characters_end_sentences():
    assert outline("一、站位.要学深悟透,知行合一.", "二、担当.要早看早办,不等不靠.") == [
        (1, "一、站位."), (1, "二、担当."),
    ]  # fmt: skip


def test_a_typed_table_of_contents_is_no_second_set_of_parts():
    assert outline(
        "在大会上的报告", "一、站位", "二、担当", "三、落实",
        "一、站位", FILLER, "二、担当", FILLER, "三、落实", FILLER,
    ) == [(1, "一、站位"), (1, "二、担当"), (1, "三、落实")]  # fmt: skip


def test_items_that_a_colon_announces_are_a_list():
    assert outline(
        "一、任务", "会议有三项内容：", "1.宣读决定", "2.颁奖", "3.领导讲话", "二、要求", FILLER
    ) == [(1, "一、任务"), (1, "二、要求")]  # fmt: skip


def test_an_address_said_again_above_a_heading_goes_with_it():
    speech, _ = understand(
        manuscript("在大会上的讲话", "同志们：", "一、站位", FILLER, "同志们！", "二、担当", FILLER)
    )
    first, second = speech.sections
    assert [block.text for block in first.body] == [FILLER]
    assert [piece.text for piece in second.lines] == ["同志们！", "二、担当"]


def test_a_heading_may_end_before_the_semicolon_of_a_longer_sentence():
    named = "（一）省要省得彻底；" + FILLER, "（二）挣要挣得长远；" + FILLER
    assert outline("一、任务", FILLER, *named) == [
        (1, "一、任务"), (2, "（一）省要省得彻底；"), (2, "（二）挣要挣得长远；"),
    ]  # fmt: skip


def test_clauses_of_one_build_head_a_paragraph_together():
    named = "（一）抓学习；抓作风；抓纪律；抓落实；抓队伍。"
    assert outline("一、任务", FILLER, named + FILLER, "（二）抓督查。" + FILLER)[1] == (2, named)


def test_paragraphs_that_begin_alike_are_points_where_as_many_were_announced():
    hope = "希望同学们耐得住寂寞。" + FILLER
    other = "希望同学们守得住规矩。" + FILLER + "其一，早看。" + FILLER + "其二，早办。" + FILLER
    start = "在典礼上的致辞", "同学们："
    assert outline(*start, FILLER + "我提两点希望。", hope, other, FILLER) == [
        (1, "希望同学们耐得住寂寞。"), (1, "希望同学们守得住规矩。"),
        (2, "其一，早看。"), (2, "其二，早办。"),
    ]  # fmt: skip
    for announced in ("我提三点希望。", "我有希望。"):
        found = outline(*start, FILLER + announced, hope, other, FILLER)
        assert [level for level, _ in found] == [1, 1]


def test_a_heading_goes_on_over_what_only_looks_like_a_point():
    assert outline(
        "一、任务：一靠得住二帮得上", FILLER, "（一）找准病根：首先要查工艺。" + FILLER,
        "（二）开对药方。" + FILLER,
    ) == [
        (1, "一、任务：一靠得住二帮得上"), (2, "（一）找准病根：首先要查工艺。"),
        (2, "（二）开对药方。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "numbers",
    ["（1） （2） （3）", "1. 2. 3.", "① ② ③", "一、 二、 三、", "甲、 乙、 丙、", "A. B. C."],
)
def test_numbers_inside_a_paragraph_head_full_clauses_and_sentences(numbers):
    first, second, third = numbers.split()
    words = "修好村道，雨季以前全线通车", "引来清水，年底以前装到各家", "种下树苗，每一块地专人看护"
    for end, last in (("；", "。"), ("。" + FILLER, "。" + FILLER)):
        text = f"{first}{words[0]}{end}{second}{words[1]}{end}{third}{words[2]}{last}"
        found = outline("第一部分　任务", FILLER, "要办三件事：" + text, "第二部分　要求", FILLER)
        assert [level for level, _ in found] == [1, 2, 2, 2, 1]


def test_a_number_that_begins_inside_a_paragraph_may_go_on_in_the_next():
    assert outline(
        "一、任务", f"要办两件事。（1）修路。{FILLER}", FILLER, f"（2）引水。{FILLER}",
        "二、要求", FILLER,
    ) == [(1, "一、任务"), (2, "（1）修路。"), (2, "（2）引水。"), (1, "二、要求")]  # fmt: skip


@pytest.mark.parametrize("before", ["（掌声）", "要办两件事——"])
def test_points_begin_behind_stage_directions_and_dashes(before):
    text = f"{FILLER}{before}第一，修路。{FILLER}（笑声）第二，引水。{FILLER}"
    assert outline("一、任务", text, "二、要求", FILLER) == [
        (1, "一、任务"), (2, "第一，修路。"), (2, "第二，引水。"), (1, "二、要求"),
    ]  # fmt: skip


def test_verbs_of_points_may_change_where_there_are_three():
    points = f"一抓班子。{FILLER}二带队伍。{FILLER}三强基层。{FILLER}"
    assert [text for _, text in outline("一、任务", points)][1:] == [
        "一抓班子。", "二带队伍。", "三强基层。",
    ]  # fmt: skip
    assert (
        len(outline("一、任务", f"一看就懂。{FILLER}二来省钱。{FILLER}", "二、要求", FILLER)) == 2
    )


def test_what_a_speaker_says_that_he_will_talk_about_are_points():
    text = FILLER * 2
    assert outline("在大会上的讲话", text, "先说路。" + text, text, "再说水。" + text,
                   "最后说人。" + text) == [
        (1, "先说路。"), (1, "再说水。"), (1, "最后说人。"),
    ]  # fmt: skip


def test_labels_of_one_build_are_points_without_being_announced():
    labels = ["关于收入问题。", "关于住房问题。", "关于上学问题。"]
    assert outline("在大会上的讲话", FILLER, *(label + FILLER for label in labels)) == [
        (1, label) for label in labels
    ]


def test_most_clauses_decide_whether_all_of_them_are_points():
    full = "一是修好村道，雨季以前通车；二是从东山引来清水；三是种下树苗，专人看护。"
    assert len(outline("一、任务", full, "二、要求", FILLER)) == 5
    names = "一是修好村道；二是引来清水，装到各家；三是种下树苗。"
    assert len(outline("一、任务", names, "二、要求", FILLER)) == 2


def test_points_with_text_behind_them_announce_nothing():
    points = f"一是修路。{FILLER}二是引水。{FILLER}"
    assert outline("在大会上的讲话", points, "一、任务", FILLER, "二、要求", FILLER)[:2] == [
        (1, "一是修路。"), (1, "二是引水。"),
    ]  # fmt: skip


def test_the_same_words_again_and_one_more_count_on():
    points = f"一个是木屑。{FILLER}一个是人。{FILLER}还有一个是路。{FILLER}"
    assert [text for _, text in outline("一、任务", points, "二、要求", FILLER)][1:4] == [
        "一个是木屑。", "一个是人。", "还有一个是路。",
    ]  # fmt: skip
