"""A manuscript is understood as a careful reader would understand it."""

from __future__ import annotations

from publisher.manuscript import AutoNumber, Cues
from publisher.outline.infer import understand
from tests.outline.asked import codes, outline
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
)

# --- formatting ---------------------------------------------------------------------------


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


# --- other languages and scripts ----------------------------------------------------------


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


# --- doubts -------------------------------------------------------------------------------


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


# --- seen in speeches written after the first rules ---------------------------------------


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
