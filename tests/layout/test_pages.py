"""The script on the page of GB/T 9704."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.geometry import mm, pt, to_pt
from publisher.layout.pages import lay_out_pages
from publisher.layout.profile import Format, load_profile
from publisher.messages import MESSAGES
from publisher.plan import Plan, Text
from publisher.script import Script
from tests.layout.paper import (
    BODY,
    faces,
    lines,
    pages,
    passage,
    profile,
    squeezed,
    table,
    texts,
    words,
    words_of,
)


@pytest.fixture(scope="module")
def long_plan() -> Plan:
    return pages(
        passage("title", "在某某镇委理论学习中心组深入学习城市工作会议精神专题研讨会上的发言"),
        passage("speaker", "张三"),
        passage("date", "（2026年3月1日）"),
        passage("salutation", "同志们："),
        *(passage("body", BODY * (n % 5 + 1)) for n in range(18)),
        passage("heading", (1, "一、提高站位，统一思想")),
        passage("body", (2, "（一）压实责任。"), BODY, (3, "一是抓紧抓实。"), BODY),
    )


def test_every_character_stands_on_a_page_once_and_in_order(long_plan: Plan) -> None:
    expected = (
        "在某某镇委理论学习中心组深入学习城市工作会议精神专题研讨会上的发言张三（2026年3月1日）同志们："
        + "".join(BODY * (n % 5 + 1) for n in range(18))
        + f"一、提高站位，统一思想（一）压实责任。{BODY}一是抓紧抓实。{BODY}"
    )
    assert words(long_plan) == expected


def test_a_full_page_has_22_baselines_29_62_points_apart(long_plan: Plan) -> None:
    baselines = [line.baseline for line in lines(long_plan.sheets[1])]
    gaps = {round(to_pt(b - a), 2) for a, b in itertools.pairwise(baselines)}
    assert gaps == {29.62}
    top = baselines[0] - round(0.88 * profile().em)
    assert top == pytest.approx(mm(37), abs=2)
    full = [sheet for sheet in long_plan.sheets[1:-1] if len(lines(sheet)) == 22]
    assert full
    last = lines(full[0])[-1].baseline + round(0.12 * profile().em)
    assert last == pytest.approx(mm(297 - 35), abs=30)


def test_text_stands_within_mirrored_margins(long_plan: Plan) -> None:
    for i, sheet in enumerate(long_plan.sheets):
        left = mm(26) if i % 2 else mm(28)
        assert min(line.x for line in lines(sheet)) == left
        assert max(line.x + line.width for line in lines(sheet)) <= left + mm(156)


def test_the_title_is_22_points_broken_by_sense_and_centred(long_plan: Plan) -> None:
    title = texts(long_plan.sheets[0])[0]
    assert title.role == "Title"
    assert [line.text for line in title.lines] == [
        "在某某镇委理论学习中心组", "深入学习城市工作会议精神", "专题研讨会上的发言",
    ]  # fmt: skip
    assert {run.size for line in title.lines for run in line.runs} == {pt(22)}
    middles = [line.x + line.width // 2 for line in title.lines]
    assert all(abs(middle - mm(28 + 78)) <= 1 for middle in middles)
    assert title.frame.y >= mm(37)


def test_the_title_has_an_empty_line_below_it(long_plan: Plan) -> None:
    title, speaker = texts(long_plan.sheets[0])[:2]
    assert speaker.lines[0].baseline - title.lines[-1].baseline > pt(48)


def test_headings_take_the_fonts_of_their_level_also_when_run_in(long_plan: Plan) -> None:
    runs = [run for sheet in long_plan.sheets for line in lines(sheet) for run in line.runs]
    voices = {run.face: "".join(g.text for g in run.glyphs) for run in runs[-30:]}
    assert voices["NotoSansSC-Medium"] == "一、提高站位，统一思想"
    assert voices["LXGWWenKai-Regular"] == "（一）压实责任。"


def test_the_outline_lists_the_headings_where_they_stand(long_plan: Plan) -> None:
    assert [(entry.level, entry.text) for entry in long_plan.outline] == [
        (1, "一、提高站位，统一思想"),
        (2, "（一）压实责任"),
        (3, "一是抓紧抓实"),
    ]
    for entry in long_plan.outline:
        near = [
            line for line in lines(long_plan.sheets[entry.sheet])
            if 0 < line.baseline - entry.y < profile().em and entry.text[0] in line.text
        ]  # fmt: skip
        assert near


def test_the_salutation_is_flush_left_and_body_two_cells_in(long_plan: Plan) -> None:
    salutation = next(t for t in texts(long_plan.sheets[0]) if t.lines[0].text == "同志们：")
    body = texts(long_plan.sheets[0])[-1]
    assert salutation.lines[0].x == mm(28)
    assert body.lines[0].x == mm(28) + 2 * profile().em


def test_page_numbers_stand_outside_one_character_in(long_plan: Plan) -> None:
    for i, sheet in enumerate(long_plan.sheets):
        number = sheet.items[-1]
        assert isinstance(number, Text)
        (line,) = number.lines
        assert (number.role, number.field, line.text) == ("Artifact", "number", f"— {i + 1} —")
        assert {run.size for run in line.runs} == {pt(14)}
        if i % 2:
            assert line.x == mm(26) + pt(14)
        else:
            assert line.x + line.width == pytest.approx(mm(210 - 26) - pt(14), abs=2)
        dash_height = line.baseline - (mm(297 - 35) + mm(7))
        assert 0 < dash_height < pt(14) / 2


def test_no_page_begins_with_the_last_line_of_a_paragraph(long_plan: Plan) -> None:
    for before, after in zip(long_plan.sheets, long_plan.sheets[1:]):
        first = texts(after)[0]
        if texts(before)[-1].name == first.name:
            assert len(first.lines) >= 2


def test_no_page_ends_with_a_heading() -> None:
    for filler in range(15, 25):
        plan = pages(
            *(passage("body", "一行。") for _ in range(filler)),
            passage("heading", (1, "一、标题")),
            passage("heading", (2, "（一）标题")),
            passage("body", BODY),
        )
        for sheet in plan.sheets:
            assert not texts(sheet)[-1].role.startswith("H")


def test_a_run_in_heading_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    heading = "（一）坚持人民至上，始终把群众的冷暖安危放在心头抓实抓。"  # one line
    for filler in range(15, 25):
        plan = pages(
            *(passage("body", "一行。") for _ in range(filler)),
            passage("body", (2, heading), BODY * 3),
        )
        assert not lines(plan.sheets[0])[-1].text.startswith("（一）")


def test_blanks_typed_to_indent_are_not_set_twice() -> None:
    plan = pages(passage("body", "　　我们来了。 "))
    (line,) = lines(plan.sheets[0])
    assert (line.text, line.x) == ("我们来了。", mm(28) + 2 * profile().em)


def test_a_speech_of_nothing_is_an_empty_page() -> None:
    assert len(pages().sheets) == 1


def test_a_title_without_sense_is_broken_by_width_and_reported() -> None:
    narrow = Script("标题", None, "zh-CN", (), (passage("title", "鹭" * 150),))
    plan, notices = lay_out_pages(narrow, profile(), faces())
    assert words(plan) == "鹭" * 150
    assert [notice.code for notice in notices] == ["title-not-by-sense"]
    assert "title-not-by-sense" in MESSAGES


def test_a_line_against_the_rules_is_reported() -> None:
    endless = Script("", None, "zh-CN", (), (passage("body", "好" + "！" * 200),))
    plan, notices = lay_out_pages(endless, profile(), faces())
    assert words(plan) == "好" + "！" * 200
    assert {notice.code for notice in notices} == {"line-rule-broken"}
    assert "line-rule-broken" in MESSAGES


# --- tables and pictures --------------------------------------------------------------------


def test_who_said_it_stands_on_the_page_of_what_was_said() -> None:
    for count in range(16, 23):
        plan = pages(
            *(passage("body", "一行。") for _ in range(count)),
            passage("body", "道虽迩，不行不至；事虽小，不为不成。" * 2),
            passage("body", "——《荀子·修身》"),
        )
        (page,) = (i for i, sheet in enumerate(plan.sheets) if "荀子" in words_of(sheet))
        assert "道虽迩" in words_of(plan.sheets[page])


PASSAGES = st.lists(
    st.tuples(
        st.sampled_from(["body", "heading", "closing", "salutation", "speaker"]),
        st.lists(
            st.sampled_from([BODY, "（掌声）", "GDP增长5.5%，", "一要抓实。"]),
            min_size=1,
            max_size=9,
        ),
    ),
    max_size=14,
)


@settings(max_examples=40)
@given(PASSAGES)
def test_any_script_comes_out_whole_and_within_its_pages(
    scripted: list[tuple[str, list[str]]],
) -> None:
    plan = pages(
        *(passage(role, (1 if role == "heading" else 0, "".join(said))) for role, said in scripted)
    )
    assert words(plan) == "".join("".join(said) for _, said in scripted)
    for i, sheet in enumerate(plan.sheets):
        bottom = profile().area(i).bottom
        assert all(line.baseline <= bottom for line in lines(sheet))
        assert squeezed("".join(line.text for line in lines(sheet))) or not scripted


# --- what the pages mean ------------------------------------------------------------------------


def test_a_paragraph_that_goes_on_overleaf_is_one_element() -> None:
    long = "一句话说完就是一句话。" * 120
    plan = pages(passage("body", (2, "（一）总的要求。"), long))
    first, second = (texts(sheet)[0] for sheet in plan.sheets[:2])
    assert first.element == second.element != ""
    assert [part.role for part in first.parts] == ["H1", "P"]
    assert first.parts == second.parts
    assert (first.start, second.start) == (0, len("".join(line.text for line in first.lines)))
    whole = "".join(line.text for line in (*first.lines, *second.lines))
    assert whole[first.parts[1].start :].startswith("一句话")


def test_quotes_captions_and_numbered_items_say_what_they_are() -> None:
    plan = pages(passage("body", "表1　指标"), table(2), passage("body", "“凡事预则立。”"))
    assert [text.role for text in texts(plan.sheets[0])] == ["Caption", "BlockQuote"]


def test_a_title_is_smaller_rather_than_torn_where_the_paper_is_narrow() -> None:
    title = "在某某镇委理论学习中心组深入学习城市工作会议精神专题研讨会上的发言"
    script = Script(title, None, "zh-CN", (), (passage("title", title), passage("body", "好。")))
    for name in ("gbt9704", "book", "reading"):
        page = load_profile(name, Format("A5"))
        plan, notices = lay_out_pages(script, page, faces())
        assert notices == (), name
        text = next(text for text in texts(plan.sheets[0]) if text.role == "Title")
        (size,) = {run.size for line in text.lines for run in line.runs}
        assert page.em <= size <= page.style("title").size
    (whole,) = (
        {run.size for line in texts(sheet)[0].lines for run in line.runs}
        for sheet in lay_out_pages(script, profile(), faces())[0].sheets
    )
    assert whole == {profile().style("title").size}


def test_a_centred_heading_is_broken_by_sense() -> None:
    heading = passage("heading", (1, "一、深刻把握核心要义，筑牢高质量发展思想根基"))
    script = Script("标题", "张三", "zh-CN", (), (heading, passage("body", BODY)))
    plan, _ = lay_out_pages(script, load_profile("book"), faces())
    found = next(text for sheet in plan.sheets for text in texts(sheet) if text.role == "H1")
    assert [line.text for line in found.lines] == [
        "一、深刻把握核心要义，", "筑牢高质量发展思想根基",
    ]  # fmt: skip
