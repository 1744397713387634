"""Sentences begin and end where a reader pauses, outside quotations and brackets."""

from __future__ import annotations

from itertools import pairwise

from publisher.outline.sentences import sentences


def cut(text):
    bounds = [0, *sentences(text).ends]
    return [text[a:b] for a, b in pairwise(bounds)]


def test_sentences_end_at_full_stops_question_and_exclamation_marks():
    assert cut("先看。再问？快办！余下") == ["先看。", "再问？", "快办！"]


def test_a_quotation_does_not_break_the_sentence_that_holds_it():
    assert cut("要记住“早看。早办。”的道理。完") == ["要记住“早看。早办。”的道理。"]


def test_a_quotation_that_closes_with_a_full_stop_closes_its_sentence():
    assert cut("他说：“早看早办。”我们照办。") == ["他说：“早看早办。”", "我们照办。"]


def test_brackets_belong_to_their_sentence():
    assert cut("看（先看。再看。）了再说。") == ["看（先看。再看。）了再说。"]


def test_a_quotation_that_is_never_closed_protects_nothing():
    assert cut("他说：“早看。早办。") == ["他说：“早看。", "早办。"]


def test_repeated_marks_are_one_end():
    assert cut("真的？！当然。") == ["真的？！", "当然。"]


def test_decimal_points_end_nothing_and_english_full_stops_do():
    assert cut("增长5.5个百分点") == []
    assert cut("We act. We report.") == ["We act.", " We report."]
    assert cut("It began in 1998. Dr. Hale was there.") == [
        "It began in 1998.", " Dr. Hale was there.",
    ]  # fmt: skip


def test_clauses_begin_after_semicolons_and_colons():
    text = "有三点：一看；二问。"
    assert [text[at:] for at in sentences(text).starts] == [text, "一看；二问。", "二问。", ""]


def test_many_brackets_that_never_close_take_linear_time():
    text = "（" * 20_000 + "】" * 20_000 + "早看。"
    assert sentences(text).ends == (len(text),)


def test_half_width_stops_end_sentences_behind_quotes_and_before_numbers():
    assert cut("管“石头”.搭配开采.①统一操作.(1)统一考核.") == [
        "管“石头”.", "搭配开采.", "①统一操作.", "(1)统一考核.",
    ]  # fmt: skip
