"""A manuscript is understood as a careful reader would understand it."""

from __future__ import annotations

import pytest

from publisher.manuscript import AutoNumber, Cues, Paragraph
from publisher.outline.infer import understand
from tests.outline.build import (
    BOLD,
    FILLER,
    HEI,
    KAI,
    KAI_BOLD,
    TITLE,
    manuscript,
    paragraph,
    styled,
    table,
)


def outline(*sources):
    """(level, heading text) of every heading."""
    speech, _ = understand(manuscript(*sources))
    return [(section.level, section.heading.text) for section in speech.walk()]


def codes(*sources):
    return [notice.code for notice in understand(manuscript(*sources))[1]]


# --- levels ------------------------------------------------------------------------------


def test_levels_follow_the_order_in_which_kinds_nest():
    assert outline(
        "一、站位", FILLER, "（一）学习", FILLER, "1.读书", FILLER, "2.思考", FILLER,
        "（二）落实", FILLER, "二、担当", FILLER,
    ) == [
        (1, "一、站位"), (2, "（一）学习"), (3, "1.读书"), (3, "2.思考"), (2, "（二）落实"),
        (1, "二、担当"),
    ]  # fmt: skip


def test_a_speech_may_begin_with_decimal_numbers():
    assert outline(
        "1、站位", FILLER, "（1）学习", FILLER, "（2）落实", FILLER, "2、担当", FILLER
    ) == [
        (1, "1、站位"), (2, "（1）学习"), (2, "（2）落实"), (1, "2、担当"),
    ]  # fmt: skip


def test_a_level_may_be_skipped_throughout():
    found = outline("一、站位", "1.学习。" + FILLER, "2.落实。" + FILLER)
    assert [level for level, _ in found] == [1, 2, 2]


def test_unnumbered_parts_stand_above_numbers_that_begin_again_in_each():
    assert outline(
        "在大会上的报告", "去年工作回顾", FILLER, "一、产业", FILLER, "二、民生", FILLER,
        "今年工作安排", FILLER, "一、项目", FILLER, "二、生态", FILLER,
    ) == [
        (1, "去年工作回顾"), (2, "一、产业"), (2, "二、民生"),
        (1, "今年工作安排"), (2, "一、项目"), (2, "二、生态"),
    ]  # fmt: skip


def test_unnumbered_parts_stand_above_numbers_that_run_on_through_them():
    assert outline(
        "在大会上的报告", "走过的路", FILLER, "一、修路", FILLER, "二、引水", FILLER,
        "要走的路", FILLER, "三、种树", FILLER, "四、铺桥", FILLER,
    ) == [
        (1, "走过的路"), (2, "一、修路"), (2, "二、引水"),
        (1, "要走的路"), (2, "三、种树"), (2, "四、铺桥"),
    ]  # fmt: skip


def test_one_of_several_unnumbered_parts_may_have_numbers():
    assert outline(
        "在大会上的报告", "走过的路", FILLER, "一、修路", FILLER, "二、引水", FILLER,
        "要走的路", FILLER,
    ) == [(1, "走过的路"), (2, "一、修路"), (2, "二、引水"), (1, "要走的路")]  # fmt: skip


def test_unnumbered_headings_between_all_numbers_stand_beneath_them():
    assert outline(
        "在大会上的报告", "一、修路", FILLER, "路要修到山里", FILLER, "二、引水", FILLER,
        "水要引到田头", FILLER, "三、种树", FILLER,
    ) == [
        (1, "一、修路"), (2, "路要修到山里"), (1, "二、引水"), (2, "水要引到田头"), (1, "三、种树"),
    ]  # fmt: skip


@pytest.mark.parametrize("look", [None, HEI], ids=["plain", "in the look of its kin"])
def test_a_lone_unnumbered_part_is_the_equal_of_the_numbers_around_it(look):
    def part(text):
        return paragraph((text, look)) if look else text

    assert outline(
        "在年会上的讲话", part("一、修路"), FILLER, part("二、引水"), FILLER,
        part("回头自问"), f"还有差距。其一，走得不勤。{FILLER}其二，想得不远。{FILLER}",
        part("三、种树"), FILLER,
    ) == [
        (1, "一、修路"), (1, "二、引水"), (1, "回头自问"), (2, "其一，走得不勤。"),
        (2, "其二，想得不远。"), (1, "三、种树"),
    ]  # fmt: skip


def test_a_lone_unnumbered_part_stands_beside_the_innermost_series_that_goes_on():
    assert outline(
        "一、修路", FILLER, "（一）选线", FILLER, "几点说明", FILLER, "（二）备料", FILLER,
        "（三）开工", FILLER, "二、引水", FILLER,
    ) == [
        (1, "一、修路"), (2, "（一）选线"), (2, "几点说明"), (2, "（二）备料"), (2, "（三）开工"),
        (1, "二、引水"),
    ]  # fmt: skip


def test_questions_on_lines_of_their_own_head_parts():
    assert outline(
        "在读书会上的发言", FILLER, "为什么要读？", FILLER, "读什么？", FILLER, "怎样读？", FILLER
    ) == [(1, "为什么要读？"), (1, "读什么？"), (1, "怎样读？")]  # fmt: skip


def test_a_line_of_text_between_two_numbers_does_not_break_their_series():
    assert outline(
        "第一章　站位", FILLER, "一、学习", "书要一页一页地读。", "二、思考", FILLER,
        "第二章　担当", FILLER,
    ) == [
        (1, "第一章　站位"), (2, "一、学习"), (2, "二、思考"), (1, "第二章　担当"),
    ]  # fmt: skip


def test_short_sentences_stand_beneath_lines_that_no_mark_closes():
    long = FILLER * 2
    assert outline(
        "在年会上的讲话", long, "过去的一年", long, "一、生意更稳", long, "老店守住招牌。", long,
        "新店打开销路。", long, "二、朋友更多", long, "新的一年", long, "一、把诚信立起来", long,
        "账目经得起算。", long,
    ) == [
        (1, "过去的一年"), (2, "一、生意更稳"), (3, "老店守住招牌。"), (3, "新店打开销路。"),
        (2, "二、朋友更多"), (1, "新的一年"), (2, "一、把诚信立起来"), (3, "账目经得起算。"),
    ]  # fmt: skip


def test_of_two_lines_in_a_row_that_head_text_the_first_is_the_outer():
    assert outline(
        "在街道会上的讲话", FILLER, "回头看走过的路", "街面亮了", FILLER, "楼道净了", FILLER,
        "向前看要走的路", "把网格织得更密一些", FILLER,
    ) == [
        (1, "回头看走过的路"), (2, "街面亮了"), (2, "楼道净了"),
        (1, "向前看要走的路"), (2, "把网格织得更密一些"),
    ]  # fmt: skip


def test_the_same_marker_is_two_levels_where_its_context_differs():
    assert outline(
        "一、站位", "一是学习。" + FILLER + "二是思考。" + FILLER,
        "二、担当", "（一）落实。一是早办。" + FILLER + "二是办好。" + FILLER,
    ) == [
        (1, "一、站位"), (2, "一是学习。"), (2, "二是思考。"),
        (1, "二、担当"), (2, "（一）落实。"), (3, "一是早办。"), (3, "二是办好。"),
    ]  # fmt: skip


def test_points_nest_in_points_and_come_back():
    assert outline(
        "一要学深。一是读原文。" + FILLER + "二是想问题。" + FILLER
        + "二要做实。一是敢担当。" + FILLER + "二是善作为。" + FILLER,
    ) == [
        (1, "一要学深。"), (2, "一是读原文。"), (2, "二是想问题。"),
        (1, "二要做实。"), (2, "一是敢担当。"), (2, "二是善作为。"),
    ]  # fmt: skip


def test_a_series_goes_on_by_number_where_its_words_change():
    assert outline("一需站稳。" + FILLER, "二要看远。" + FILLER, "三要走实。" + FILLER) == [
        (1, "一需站稳。"), (1, "二要看远。"), (1, "三要走实。"),
    ]  # fmt: skip


def test_full_and_half_width_numbers_are_one_kind():
    assert outline("（一）学习", FILLER, "(二)落实", FILLER, "（三) 督查", FILLER) == [
        (1, "（一）学习"), (1, "(二)落实"), (1, "（三) 督查"),
    ]  # fmt: skip


# --- run-in headings and points ----------------------------------------------------------


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


# --- numbers of every sort ---------------------------------------------------------------


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
        ("第一讲　读书", "第二讲　思考"),
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


# --- decoys ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全县各项工作稳步推进。" + FILLER,
        "5.5%的增速来之不易。" + FILLER,
        "要推动一、二、三产业融合发展。" + FILLER,
        "我们一要早看，二要早办，三要办好。" + FILLER,
        "一是早看，二是早办，三是办好。" + FILLER,
        "他说：“一是早看。二是早办。”" + FILLER,
        "他提出（一是早看。二是早办。）的要求。" + FILLER,
        "第一产业继续增长。第二产业稳中有升。" + FILLER,
        "一是一，二是二。我们讲究实事求是。" + FILLER,
    ],
)
def test_what_only_looks_like_a_heading_stays_text(text):
    assert outline("一、任务", text, "二、要求", FILLER) == [(1, "一、任务"), (1, "二、要求")]


def test_a_long_regular_list_stays_text():
    rule = (
        "所有工作人员都应当按照规定的时间和程序办理各类事项，不得推诿拖延，"
        "不得擅自变更要求，确有困难的应当及时报告。"
    )
    items = [f"{number}.{rule}" for number in range(1, 7)]
    assert outline("一、任务", FILLER, *items, "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_a_glossary_stays_text():
    items = [f"{n}.“两看”：是指早看和常看。{FILLER}" for n in range(1, 4)]
    assert outline("一、任务", FILLER, "二、要求", FILLER, "名词解释", *items) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_points_that_say_more_than_their_names_are_points_before_semicolons_too():
    listed = (
        "要办三件事：一是修好村道，雨季以前通车；二是引来清水，装到各家；三是种下树苗，专人看护。"
    )
    assert outline("一、任务", FILLER, listed, "二、要求", FILLER) == [
        (1, "一、任务"), (2, "一是修好村道，雨季以前通车；"), (2, "二是引来清水，装到各家；"),
        (2, "三是种下树苗，专人看护。"), (1, "二、要求"),
    ]  # fmt: skip


def test_a_short_sentence_heads_text_of_middling_length():
    text = FILLER[:44]
    assert outline(
        "一、任务", FILLER, "开会不念稿。", text, "票据不代签。", text, "交班不留尾。", text
    ) == [
        (1, "一、任务"), (2, "开会不念稿。"), (2, "票据不代签。"), (2, "交班不留尾。"),
    ]  # fmt: skip


def test_items_that_end_in_semicolons_are_a_list():
    assert outline("一、任务", "1.修路；", "2.引水；", "3.种树。", "二、要求", FILLER) == [
        (1, "一、任务"), (1, "二、要求"),
    ]  # fmt: skip


def test_questions_and_answers_have_no_headings():
    assert not outline(
        "问：办什么？", "答：一是修路。要快。二是引水。要稳。", "问：还有呢？", "答：有。"
    )


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("记者：", "王局长："), ("Q：", "A："), ("新华社记者：", "答："), ("【问】：", "【答】：")],
)
def test_interviews_by_other_names_have_no_headings_either(ask, answer):
    assert not outline(
        ask + "办什么？",
        answer + "一是学习。要快。二是引水。要稳。",
        ask + "还有呢？",
        answer + "有。",
    )


def test_short_sentences_where_nothing_is_a_heading_are_text():
    long = FILLER * 2
    assert not outline("春天终于来了。", long, "我又回到了村里。", long, "路已经修好了。", long)


def test_text_in_tables_is_never_a_heading():
    assert outline("一、任务", table(("一、修路", "二、引水"), ("（一）看", "（二）问"))) == [
        (1, "一、任务"),
    ]  # fmt: skip


def test_a_table_is_body_where_it_stands():
    speech, _ = understand(manuscript("一、任务", FILLER, table(("甲", "乙")), "二、要求", FILLER))
    kinds = [type(block).__name__ for block in speech.sections[0].body]
    assert kinds == ["Piece", "Table"]


# --- formatting --------------------------------------------------------------------------


def test_heading_styles_win_over_numbers():
    speech, _ = understand(
        manuscript(
            styled(0, "讲话"), styled(1, "（一）站位"), FILLER, styled(2, "一、学习"), FILLER,
            styled(3, "读书"), FILLER,
        )
    )  # fmt: skip
    assert [(s.level, s.title.text) for s in speech.walk()] == [
        (1, "站位"),
        (2, "学习"),
        (3, "读书"),
    ]
    assert speech.sections[0].evidence[0] == "style:heading 1"


def test_outline_levels_count_like_styles():
    parts = [paragraph(text, cues=Cues(outline_level=level)) for text, level in
             (("站位", 0), ("学习", 1), ("担当", 0))]  # fmt: skip
    speech, _ = understand(manuscript(parts[0], FILLER, parts[1], FILLER, parts[2], FILLER))
    assert [s.level for s in speech.walk()] == [1, 2, 1]
    assert speech.sections[0].evidence[0] == "outline:1"


def test_typed_points_nest_beneath_styled_headings():
    assert outline(
        styled(1, "站位"), FILLER, styled(2, "学习"), f"一是读书。{FILLER}二是思考。{FILLER}",
        styled(1, "担当"), FILLER,
    ) == [(1, "站位"), (2, "学习"), (3, "一是读书。"), (3, "二是思考。"), (1,
    "担当")]  # fmt: skip


def test_a_title_in_the_outermost_heading_style_lifts_the_parts():
    speech, _ = understand(
        manuscript(styled(1, "在大会上的讲话"), "同志们：", styled(2, "站位"), FILLER,
                   styled(3, "学习"), FILLER, styled(2, "担当"), FILLER)
    )  # fmt: skip
    assert speech.named("title") == "在大会上的讲话"
    assert [s.level for s in speech.walk()] == [1, 2, 1]


def test_unnumbered_headings_show_by_their_look():
    assert outline(
        "在大会上的讲话", paragraph(("提高思想站位", HEI)), FILLER, paragraph(("学习要深。",
        KAI_BOLD)), FILLER,
        paragraph(("思考要远。", KAI_BOLD)), FILLER, paragraph(("扛起责任担当", HEI)), FILLER,
    ) == [(1, "提高思想站位"), (2, "学习要深。"), (2, "思考要远。"), (1,
    "扛起责任担当")]  # fmt: skip


def test_first_sentences_set_apart_are_run_in_headings():
    assert outline(
        "一、任务", paragraph(("修好每一条路。", BOLD), FILLER),
        paragraph(("引好每一渠水。", BOLD), FILLER),
    ) == [(1, "一、任务"), (2, "修好每一条路。"), (2, "引好每一渠水。")]  # fmt: skip


def test_evidence_names_number_and_font():
    speech, _ = understand(
        manuscript(paragraph(("一、站位", HEI)), FILLER, paragraph(("二、担当", HEI)), FILLER)
    )
    assert speech.sections[0].evidence[:2] == ("number:一、", "font:黑体")
    assert speech.sections[0].confidence > 0.95


def test_more_evidence_gives_more_confidence():
    plain, _ = understand(manuscript("1.站位", FILLER, "2.担当", FILLER))
    bold, _ = understand(
        manuscript(paragraph(("1.站位", BOLD)), FILLER, paragraph(("2.担当", BOLD)), FILLER)
    )
    assert 0 < plain.sections[0].confidence < bold.sections[0].confidence <= 1


def test_automatic_numbers_are_read_like_typed_ones():
    def item(label, level, text):
        cues = Cues(number=AutoNumber("1", level, label, "chineseCounting"))
        return paragraph(label + text, cues=cues)

    speech, _ = understand(
        manuscript(item("一、", 0, "站位"), FILLER, item("（一）", 1, "学习"), FILLER,
                   item("二、", 0, "担当"), FILLER)
    )  # fmt: skip
    assert [(s.level, s.number, s.title.text) for s in speech.walk()] == [
        (1, "一、", "站位"), (2, "（一）", "学习"), (1, "二、", "担当"),
    ]  # fmt: skip
    assert "list:一、" in speech.sections[0].evidence


def test_text_that_wears_a_heading_style_by_mistake_stays_text():
    assert outline(styled(1, "站位"), FILLER, styled(1, FILLER * 4), styled(1, "担当"),
    FILLER) == [
        (1, "站位"), (1, "担当"),
    ]  # fmt: skip


# --- other languages and scripts ---------------------------------------------------------


def test_an_english_speech_is_understood():
    text = "We have worked hard for three years, and the harbour is open again to everyone."
    speech, _ = understand(
        manuscript("Keeping the Harbour Open", "Remarks at the Northern Ports Conference",
                   "Eleanor Marsh, Harbour Master", "14 May 2025", "Ladies and gentlemen,",
                   text, "I. What we learned", text, "A. We listened. " + text,
                   "B. We shared. " + text,
                   "II. What remains", f"First, let us agree. {text} Second, let us train. {text}",
                   "Thank you.")
    )  # fmt: skip
    assert [(role, piece.text) for role, piece in speech.front] == [
        ("title", "Keeping the Harbour Open"),
        ("subtitle", "Remarks at the Northern Ports Conference"),
        ("speaker", "Eleanor Marsh, Harbour Master"),
        ("date", "14 May 2025"),
        ("salutation", "Ladies and gentlemen,"),
    ]
    assert [(s.level, s.heading.text) for s in speech.walk()] == [
        (1, "I. What we learned"), (2, "A. We listened."), (2, "B. We shared."),
        (1, "II. What remains"), (2, "First, let us agree."), (2, "Second, let us train."),
    ]  # fmt: skip
    assert [block.text for block in speech.closing] == ["Thank you."]


def test_a_speech_in_traditional_characters_is_understood():
    text = "這件事要從頭做起，一家一戶地做，讓每一位街坊都能看到變化、得到方便、感到踏實。"
    speech, _ = understand(
        manuscript("在週年大會上的致詞", "互助會會長　葉望潮", "各位街坊、各位朋友：", text,
                   "一、站位",
                   f"首先，要有老師。{text}其次，要有廚房。{text}最後，要有規矩。{text}",
                   "二、擔當", f"第一，修路。{text}第二，引水。{text}", "謝謝大家！")
    )  # fmt: skip
    assert [s.heading.text for s in speech.walk()] == [
        "一、站位", "首先，要有老師。", "其次，要有廚房。", "最後，要有規矩。",
        "二、擔當", "第一，修路。", "第二，引水。",
    ]  # fmt: skip
    assert speech.named("speaker") == "互助會會長　葉望潮"
    assert [block.text for block in speech.closing] == ["謝謝大家！"]


# --- doubts ------------------------------------------------------------------------------


def test_a_missing_title_is_noticed_and_not_invented():
    speech, notices = understand(
        manuscript("同志们：", FILLER, "一、站位", FILLER, "二、担当", FILLER)
    )
    assert speech.named("title") is None
    assert [notice.code for notice in notices] == ["title-missing"]


def test_a_gap_in_the_numbers_is_reported_and_not_repaired():
    speech, notices = understand(
        manuscript(paragraph(("在大会上的讲话", TITLE)), "一、站位", FILLER, "三、担当", FILLER)
    )
    assert [s.number for s in speech.walk()] == ["一、", "三、"]
    assert [(n.code, n.paragraph, dict(n.values)) for n in notices] == [
        ("number-gap", 3, {"before": "一、", "number": "三、"})
    ]


def test_a_repeated_number_is_reported():
    assert "number-repeated" in codes(
        "在大会上的讲话", "一、站位", FILLER, "二、担当", FILLER, "二、落实", FILLER
    )


def test_a_speech_without_headings_is_noticed():
    assert codes("在大会上的讲话", FILLER, FILLER) == ["headings-missing"]


def test_an_address_at_a_celebration_needs_no_headings():
    assert codes("在大会上的致辞", FILLER, FILLER) == []


def test_a_heading_with_little_behind_it_is_doubtful():
    _, notices = understand(
        manuscript("在大会上的讲话", FILLER, "一、看路", FILLER, "我们走到了河边", FILLER)
    )
    doubtful = [n for n in notices if n.code == "heading-doubtful"]
    assert [(n.paragraph, dict(n.values)) for n in doubtful] == [
        (2, {"heading": "一、看路"}), (4, {"heading": "我们走到了河边"}),
    ]  # fmt: skip


def test_kai_and_hei_need_no_number_but_body_text_does():
    assert not outline(FILLER, paragraph((FILLER * 2, KAI)), FILLER)


# --- seen in speeches written after the first rules -----------------------------------------


def test_unnumbered_parts_with_headings_of_their_own_are_equals_of_the_numbers():
    assert outline(
        "在读书会上的发言", "先说说这本书", FILLER, "一、读懂近字", FILLER, "二、读懂慢字", FILLER,
        "再说说我自己", f"有两点要改。第一是改口气。{FILLER}第二是改眼光。{FILLER}",
        "三、读懂守字", FILLER,
    ) == [
        (1, "先说说这本书"), (1, "一、读懂近字"), (1, "二、读懂慢字"), (1, "再说说我自己"),
        (2, "第一是改口气。"), (2, "第二是改眼光。"), (1, "三、读懂守字"),
    ]  # fmt: skip


def test_two_short_sentences_of_one_build_are_headings():
    assert outline(
        "一、慢是不糊弄", "药要一味一味称。", FILLER, "话要一句一句讲。", FILLER, "二、快", FILLER
    ) == [
        (1, "一、慢是不糊弄"), (2, "药要一味一味称。"), (2, "话要一句一句讲。"), (1, "二、快"),
    ]  # fmt: skip


def test_a_short_sentence_of_clauses_that_stands_alone_is_text():
    found = outline("一、师德", "老师一句话，学生记一生。", FILLER, "二、教学", FILLER)
    assert found == [(1, "一、师德"), (1, "二、教学")]


def test_points_beneath_a_first_point_are_no_summary():
    assert outline(
        f"首先，汇报这三年怎么走来。{FILLER}一靠技术不断线。{FILLER}二靠队伍不散架。{FILLER}",
        "其次，谈谈认识。", f"（一）小产品要有耐心。{FILLER}", f"（二）老行当要有办法。{FILLER}",
    ) == [
        (1, "首先，汇报这三年怎么走来。"), (2, "一靠技术不断线。"), (2, "二靠队伍不散架。"),
        (1, "其次，谈谈认识。"), (2, "（一）小产品要有耐心。"), (2, "（二）老行当要有办法。"),
    ]  # fmt: skip


def test_the_first_point_may_stand_inside_a_clause_where_the_others_begin_theirs():
    found = outline(
        "建议市里一是给予贴息，期限放长；二是共建专业，进校拜师；三是排成日历，早作准备。"
    )
    assert [text for _, text in found] == [
        "一是给予贴息，期限放长；", "二是共建专业，进校拜师；", "三是排成日历，早作准备。",
    ]  # fmt: skip


def test_points_that_are_lines_count_apart_from_points_in_the_text():
    assert outline(
        "在培训班上的讲课", "引子：为什么难", FILLER, "第一个办法：坐得住", FILLER,
        "第二个办法：传得下", f"带人有讲究。第一条，敢放手。{FILLER}第二条，敢让位。{FILLER}",
        "尾声", FILLER,
    ) == [
        (1, "引子：为什么难"), (1, "第一个办法：坐得住"), (1, "第二个办法：传得下"),
        (2, "第一条，敢放手。"), (2, "第二条，敢让位。"), (1, "尾声"),
    ]  # fmt: skip


def test_points_before_the_first_question_of_a_transcript_are_headings():
    assert outline(
        f"第一，改什么居民定。{FILLER}", f"第二，怎么改居民看。{FILLER}",
        "问：何时开工？", "答：首先，谢谢您。下月开工。", "问：谁来管？", "答：街道来管。",
    ) == [(1, "第一，改什么居民定。"), (1, "第二，怎么改居民看。")]  # fmt: skip


def test_a_number_before_a_line_break_does_not_take_the_next_paragraph():
    speech, _ = understand(manuscript("一、\n", "加强领导"))
    assert "".join(b.text for _, _, b in speech.blocks()) == "一、\n加强领导"


def test_one_and_the_other_are_two_points_where_each_begins_a_sentence():
    found = outline(f"反映困难。一个是期限太短。{FILLER}另一个是来源太窄。{FILLER}")
    assert found == [(1, "一个是期限太短。"), (1, "另一个是来源太窄。")]
    assert not outline(f"他有两个儿子，一个是木匠，另一个是瓦匠。{FILLER}", FILLER)
