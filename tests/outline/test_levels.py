"""Levels follow the order in which headings nest."""

from __future__ import annotations

import pytest

from publisher.manuscript import Cues
from tests.outline.asked import outline
from tests.outline.build import (
    FILLER,
    HEI,
    KAI,
    KAI_BOLD,
    paragraph,
)


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


def test_formal_numerals_stand_above_plain_ones():
    assert outline(
        "壹、前言", FILLER, "貳、成果", FILLER, "一、橋梁", FILLER, "二、長者", FILLER,
        "參、重點", FILLER, "一、演練。" + FILLER, "二、對話。" + FILLER,
    ) == [
        (1, "壹、前言"), (1, "貳、成果"), (2, "一、橋梁"), (2, "二、長者"),
        (1, "參、重點"), (2, "一、演練。"), (2, "二、對話。"),
    ]  # fmt: skip


def test_numbers_without_a_level_go_on_behind_a_part_that_has_one():
    aside = paragraph("临时增加：连线厨房", cues=Cues(outline_level=0))
    assert outline(
        "在现场会上的主持词", "第一项议程，通报情况。" + FILLER, aside, FILLER,
        "第二项议程，交流做法。" + FILLER,
    ) == [
        (1, "第一项议程，通报情况。"), (1, "临时增加：连线厨房"), (1, "第二项议程，交流做法。"),
    ]  # fmt: skip


def test_an_unnumbered_part_in_the_look_of_run_in_parts_is_their_equal():
    parts = [paragraph((f"体会{n}：站位要高。", HEI), FILLER) for n in "一二"]
    assert outline(
        "在研讨会上的发言", FILLER, *parts,
        paragraph(("体会三：担当要实。", HEI), f"其一，早看。{FILLER}其二，早办。{FILLER}"),
        paragraph(("几条约定", HEI)), FILLER,
    )[-1] == (1, "几条约定")  # fmt: skip


def test_the_parts_of_every_report_stand_above_other_unnumbered_lines():
    assert outline(
        "在年会上的讲话", FILLER, "过去一年的工作", FILLER, "一扇门接待", FILLER, "一张单交办",
        FILLER,
        "存在的问题", FILLER, "下一步打算", FILLER, "（一）往前走。" + FILLER, "走到巷子口", FILLER,
        "（二）往下沉。" + FILLER, "（三）往实办。" + FILLER,
    ) == [
        (1, "过去一年的工作"), (2, "一扇门接待"), (2, "一张单交办"), (1, "存在的问题"),
        (1, "下一步打算"), (2, "（一）往前走。"), (2, "走到巷子口"), (2, "（二）往下沉。"),
        (2, "（三）往实办。"),
    ]  # fmt: skip


def test_unnumbered_lines_of_one_build_stand_beneath_those_of_another():
    assert outline(
        "在年会上的讲话", FILLER, "走过的路", FILLER, "坚持开一扇门", FILLER, "坚持交一张单",
        FILLER,
        "坚持喝一杯茶", FILLER, "要走的路", FILLER, "坚持再加一把劲", FILLER,
    ) == [
        (1, "走过的路"), (2, "坚持开一扇门"), (2, "坚持交一张单"), (2, "坚持喝一杯茶"),
        (1, "要走的路"), (2, "坚持再加一把劲"),
    ]  # fmt: skip


def test_a_look_of_unnumbered_headings_keeps_its_level():
    def part(text):
        return paragraph((text, HEI))

    def piece(text):
        return paragraph((text, KAI))

    def run_in(text):
        return paragraph((text, KAI_BOLD), FILLER)

    assert outline(
        "在年会上的讲话", FILLER, part("走过的路"), FILLER, piece("一扇门"), FILLER,
        piece("一张单"), FILLER, part("要走的路"), FILLER, run_in("（一）往前走。"),
        piece("走到巷子口"), FILLER, run_in("（二）往下沉。"),
    ) == [
        (1, "走过的路"), (2, "一扇门"), (2, "一张单"), (1, "要走的路"), (2, "（一）往前走。"),
        (2, "走到巷子口"), (2, "（二）往下沉。"),
    ]  # fmt: skip


def test_numbers_that_run_on_are_headings_though_a_part_stands_between():
    found = outline(
        "在年会上的讲话", FILLER, "走过的路", FILLER, "一、修路", FILLER, "二、引水", FILLER,
        "附带说明", FILLER, "三、种树", FILLER, "要走的路", FILLER, "一、铺桥", FILLER,
        "二、通电", FILLER,
    )  # fmt: skip
    assert (2, "三、种树") in found


def test_the_outermost_kind_of_number_stands_beside_a_line_before_it():
    text = FILLER * 2
    assert outline(
        "在读书会上的发言", FILLER, "先说这本书", text, "1、路近", "（1）看路。" + text,
        "（2）走路。" + text, "2、心近", "（1）开会不念稿", "药要一味一味称。", text,
        "话要一句一句讲。", text, "（2）看人", text, "3、守住", text, "再说我自己", text,
    )[:3] == [(1, "先说这本书"), (1, "1、路近"), (2, "（1）看路。")]  # fmt: skip


def test_lines_behind_run_in_parts_are_their_equals():
    assert outline(
        "在年会上的讲话", FILLER, "一、修路。" + FILLER, "二、引水。" + FILLER,
        "几点说明", FILLER, "几句心里话", FILLER,
    ) == [
        (1, "一、修路。"), (1, "二、引水。"), (1, "几点说明"), (1, "几句心里话"),
    ]  # fmt: skip


def test_a_series_that_runs_on_through_several_parts_stands_beneath_them():
    assert outline(
        "在复盘会上的汇报", FILLER, "接警", FILLER, "教训一：看。" + FILLER,
        "教训二：问。" + FILLER, "搜索", FILLER, "教训三：找。" + FILLER, "转运", FILLER,
        "教训四：抬。" + FILLER, "整改", FILLER,
    ) == [
        (1, "接警"), (2, "教训一：看。"), (2, "教训二：问。"), (1, "搜索"), (2, "教训三：找。"),
        (1, "转运"), (2, "教训四：抬。"), (1, "整改"),
    ]  # fmt: skip


def test_points_on_lines_of_their_own_are_parts_like_any_others():
    assert outline(
        "在警示会上的讲话", FILLER, "先说一个案子", FILLER, "第一，要怕", "（一）怕手抖。" + FILLER,
        "（二）怕熟人。" + FILLER, "第二，要清", FILLER, "几点说明", FILLER, "第三，要亲", FILLER,
    ) == [
        (1, "先说一个案子"), (1, "第一，要怕"), (2, "（一）怕手抖。"), (2, "（二）怕熟人。"),
        (1, "第二，要清"), (1, "几点说明"), (1, "第三，要亲"),
    ]  # fmt: skip


def test_points_counted_otherwise_nest_in_one_another():
    assert outline(
        "第一个方面：引来。" + FILLER, "第二个方面：留住。第一，路要通。" + FILLER
        + "第二，水要清。" + FILLER, "第三个方面：用好。" + FILLER,
    ) == [
        (1, "第一个方面：引来。"), (1, "第二个方面：留住。"), (2, "第一，路要通。"),
        (2, "第二，水要清。"), (1, "第三个方面：用好。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "numbers", ["一是 二是", "其一， 其二，", "1. 2.", "（一） （二）", "首先， 其次，"]
)
@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("apart", [True, False])
def test_what_comes_right_behind_a_point_stands_beneath_it(numbers, place, apart):
    wanted, sources = [], []
    kids = [f"{number}{words}" for number, words in zip(numbers.split(), ("看图。", "看路。"))]
    for at, number in enumerate("一二三四"):
        wanted.append((1, f"第{number}件事，办好。"))
        sources.append(wanted[-1][1] + FILLER)
        if at == place:
            wanted += [(2, kid) for kid in kids]
            if apart:
                sources += [kid + FILLER for kid in kids]
            else:
                sources[-1] += "".join(kid + FILLER for kid in kids)
    assert outline("在大会上的讲话", "同志们：", FILLER, *sources) == wanted
