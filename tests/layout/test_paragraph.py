"""Paragraphs on pages and in text boxes."""

from __future__ import annotations

import functools
import itertools
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publisher.geometry import Emu, mm, pt
from publisher.layout.clreq import Kind, forbidden_break, kind_of
from publisher.layout.letters import EM_BASELINE, Span, place
from publisher.layout.paragraph import broken_rules, set_paragraph
from publisher.layout.western import is_western
from publisher.layout.wrapping import break_paragraph, lines_of
from publisher.plan import Colour, Glyph, Line
from publisher.typeface.metrics import face_metrics, ink
from publisher.typeface.registry import Typefaces, load_typefaces

# The first example opens the fonts; how long that takes is no property of a paragraph.
settings.register_profile("paragraph", settings(), deadline=None)
settings.load_profile("paragraph")

INK = Colour("dk1")
MEASURE = mm(156)
EM = MEASURE // 28
TOLERANCE = mm(0.1)


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def spans(text: str, role: str = "fang", size: Emu = EM) -> list[Span]:
    return [Span(text, role, size, INK)]


def page(text: str, measure: Emu = MEASURE, indent: Emu = 2 * EM) -> tuple[Line, ...]:
    return set_paragraph(spans(text), measure, faces(), first_indent=indent)


def wrapped(given: list[Span], measure: Emu, typefaces: Typefaces) -> tuple[Line, ...]:
    """Lines as slides have them, with their glyphs."""
    return tuple(broken.line() for broken in break_paragraph(given, measure, typefaces))


def glyphs(line: Line) -> list[Glyph]:
    return [glyph for run in line.runs for glyph in run.glyphs]


def right_edge(line: Line) -> Emu:
    last = glyphs(line)[-1]
    return line.x + last.x + last.advance


SPEECH = st.lists(
    st.sampled_from(
        [
            "城市",
            "工作",
            "我们",
            "的",
            "人民",
            "发展是第一要务",
            "，",
            "。",
            "、",
            "；",
            "：“",
            "。”",
            "”，",
            "《",
            "》、",
            "（一）",
            "——",
            "……",
            "5.5%",
            "120亿元",
            "2026年",
            "GDP",
            " ",
            "AI ",
            "·",
            "！",
            "？”",
            "‘",
            "’",
            "℃",
            "Windows 11",
            "5G",
            "“",
            "”",
        ]
    ),
    max_size=120,
).map("".join)
PLAIN = st.text(alphabet="城市工作会议精神人民发展", min_size=1, max_size=150)


def offences(lines: tuple[Line, ...]) -> list[str]:
    """The breaks between lines that the rules forbid."""
    found = []
    for before, after in itertools.pairwise(lines):
        a, b = before.text.rstrip(" "), after.text
        if a and b and a == before.text and forbidden_break(a[-1], b[0]):
            found.append(f"{a[-3:]}|{b[:3]}")
    return found


@given(SPEECH)
def test_characters_come_out_once_and_in_order(text: str) -> None:
    assert "".join(line.text for line in page(text)) == text
    assert "".join(line.text for line in wrapped(spans(text), EM * 9, faces())) == text


@given(SPEECH, st.integers(16, 40))
def test_no_line_starts_or_ends_with_a_forbidden_mark(text: str, cells: int) -> None:
    text = re.sub("[“”《‘’]", "", text)
    text = re.sub("([^一-鿿A-Za-z0-9 ])[^一-鿿A-Za-z0-9 ]+", r"\1", text)  # marks pile up
    assert offences(page("开" + text, EM * cells)) == []


@given(SPEECH, st.integers(6, 12))
def test_each_rule_that_a_narrow_measure_breaks_is_told(text: str, cells: int) -> None:
    assume(not is_western(text))  # its words are hyphenated by rule
    lines = page(text, EM * cells, 0)
    broken = {
        f"{before.text[-1]}|{after.text[0]}"
        for before, after in itertools.pairwise(lines)
        if before.text[-1] != " " and forbidden_break(before.text[-1], after.text[0])
    }
    told = set(broken_rules(lines))
    assert broken <= told
    short = f"{lines[-2].text[-1]}|{lines[-1].text[0]}" if len(lines) > 1 else ""
    figures = re.compile(r"[0-9千百万亿]\|[千百万亿年月元]")
    assert all(marks == short or figures.match(marks) for marks in told - broken)


@given(SPEECH)
def test_lines_inside_a_paragraph_end_at_the_right_edge(text: str) -> None:
    for line in page(text)[:-1]:
        assert abs(right_edge(line) - MEASURE) <= TOLERANCE


@given(SPEECH, st.integers(1, 12))
def test_glyphs_never_run_backwards_however_narrow_the_measure(text: str, cells: int) -> None:
    for line in page(text, EM * cells, 0):
        edges = [(glyph.x, glyph.x + glyph.advance) for glyph in glyphs(line)]
        assert all(0 <= left <= right for left, right in edges)
        assert all(a[0] <= b[0] for a, b in itertools.pairwise(edges))


@given(PLAIN)
def test_a_plain_line_holds_exactly_28_cells(text: str) -> None:
    lines = page(text, indent=0)
    full = lines[:-2] if len(lines) > 1 and len(text) % 28 == 1 else lines[:-1]
    for line in full:
        assert len(line.text) == 28
        assert [glyph.x // EM for glyph in glyphs(line)] == list(range(28))


def test_the_first_line_is_two_cells_in_and_its_turnover_flush() -> None:
    first, second = page("城市工作会议精神" * 6)
    assert first.x == 2 * EM
    assert len(first.text) == 26
    assert second.x == 0


def test_a_last_line_is_not_one_character() -> None:
    lines = page("字" * (26 + 28 + 1))
    assert len(lines[-1].text) >= 2


def test_a_last_line_of_one_character_and_a_mark_takes_one_more() -> None:
    lines = page("字" * (26 + 28 + 1) + "。")
    assert len(lines[-1].text) >= 3


def test_a_mark_that_would_start_a_line_is_squeezed_in_where_there_are_marks() -> None:
    squeezed = "字" * 9 + "，" + "字" * 9 + "，" + "字" * 8 + "，"
    line = page(squeezed + "好" * 10, EM * 28, 0)[0]
    assert line.text == squeezed
    assert right_edge(line) == EM * 28


def test_a_mark_that_would_start_a_line_takes_a_character_along_where_nothing_gives() -> None:
    lines = page("字" * 28 + "，好好好", EM * 28, 0)
    assert [len(line.text) for line in lines] == [27, 5]


def test_adjacent_marks_take_one_and_a_half_cells() -> None:
    line = page("他说好。”我", EM * 20, 0)[0]
    assert line.width == pytest.approx(EM * 5.5, abs=2)


def test_a_mark_at_the_line_end_takes_half_a_cell() -> None:
    text = "字" * 27 + "，" + "好" * 5
    first = page(text, EM * 28, 0)[0]
    assert first.text[-1] == "，"
    assert glyphs(first)[-1].advance == pytest.approx(EM / 2, abs=2)
    assert right_edge(first) == EM * 28


def test_an_opening_mark_loses_the_blank_before_its_ink() -> None:
    line = page("（“好”）", EM * 20, 0)[0]
    second = glyphs(line)[1]
    assert second.advance == pytest.approx(EM / 2, abs=2)
    assert second.trim == pytest.approx(EM / 2, abs=2)


def test_a_quarter_em_stands_between_han_and_latin_but_not_at_edges_or_marks() -> None:
    line = page("第5G好，", EM * 20, 0)[0]
    han, five, g, good, _ = glyphs(line)
    assert five.x - han.advance == EM // 4
    assert good.x - (g.x + g.advance) == EM // 4
    latin = glyphs(page("5G，", EM * 20, 0)[0])
    assert latin[0].x == 0
    assert latin[2].x == latin[1].x + latin[1].advance


@pytest.mark.parametrize("kept", ["5.5%", "120亿元", "Windows", "——", "……", "2026年", "36.5℃"])
def test_these_stay_on_one_line_wherever_they_fall(kept: str) -> None:
    for shift in range(24, 30):
        text = "字" * shift + kept + "字" * 30
        assert any(kept in line.text for line in page(text, EM * 28, 0)), shift


def test_lines_are_aligned_within_the_measure() -> None:
    def x(alignment: str) -> Emu:
        (line,) = set_paragraph(spans("四个大字"), EM * 10, faces(), alignment=alignment)  # type: ignore[arg-type]
        return line.x

    assert (x("left"), x("center"), x("right")) == (0, 3 * EM, 6 * EM)


@pytest.mark.parametrize("role", ["fang", "song", "hei", "kai", "biaosong"])
def test_pauses_and_stops_stand_in_the_middle_of_their_em_in_taiwan(role: str) -> None:
    text = "甲，乙。丙、丁；戊：己！庚？"
    (line,) = set_paragraph(spans(text, role), EM * 20, faces(), language="zh-TW")
    for run in line.runs:
        entry = faces().face(run.face)
        units, top = face_metrics(entry).units, face_metrics(entry).em_top
        for glyph in run.glyphs:
            if glyph.text.isalnum():
                assert (glyph.trim, glyph.lift) == (0, 0)
                continue
            box = ink(entry, glyph.gid)
            across = (box.x_min + box.x_max) / 2 / units - glyph.trim / EM
            up = (box.y_min + box.y_max) / 2 / units + glyph.lift / EM
            assert glyph.advance == EM
            assert across == pytest.approx(0.5, abs=0.002)
            assert up == pytest.approx(top / units - 0.5, abs=0.002)


def test_marks_in_the_middle_are_squeezed_nowhere() -> None:
    text = "字" * 27 + "，" + "今天，我們說「好，來。」再見，各位、朋友。" * 6
    lines = set_paragraph(spans(text), MEASURE, faces(), language="zh-HK")
    rests = [glyph for line in lines for glyph in glyphs(line) if glyph.text in "，。、"]
    assert {glyph.advance for glyph in rests} == {EM}
    assert lines[0].text[-1] == "，"
    assert abs(right_edge(lines[0]) - MEASURE) <= TOLERANCE
    pushed = set_paragraph(spans("字" * 28 + "，" + "字" * 9), MEASURE, faces(), language="zh-HK")
    assert len(pushed[0].text) == 27


def test_a_forced_line_is_not_stretched() -> None:
    lines = page("上\n下下", EM * 10, 0)
    assert [line.text for line in lines] == ["上", "下下"]
    assert lines[0].width == EM


def test_spans_of_different_voices_share_a_line() -> None:
    both = [Span("（一）坚持。", "kai", EM, INK), Span("我们要", "fang", EM, INK)]
    (line,) = set_paragraph(both, EM * 28, faces())
    assert [run.face for run in line.runs] == ["LXGWWenKai-Regular", "FandolFang-Regular"]


# --- text boxes -----------------------------------------------------------------------------


@given(SPEECH, st.integers(4, 20))
def test_wrapped_lines_stay_within_the_measure(text: str, cells: int) -> None:
    for line in wrapped(spans(text, "sans", pt(20)), pt(20) * cells, faces()):
        assert line.width <= pt(20) * cells


@given(SPEECH, st.integers(8, 20))
def test_wrapped_lines_never_number_fewer_than_the_widths_demand(text: str, cells: int) -> None:
    lines = wrapped(spans(text, "sans", pt(20)), pt(20) * cells, faces())
    whole = wrapped(spans(text, "sans", pt(20)), 1 << 60, faces())
    if whole:
        # What stands at a break falls away there: spaces, or the gap between Han and Latin.
        dropped = text.count(" ") * max(glyph.advance for glyph in _blanks(whole[0]))
        dropped += (len(lines) - 1) * pt(20) // 4
        assert len(lines) * pt(20) * cells + dropped >= whole[0].width


def _blanks(line: Line) -> list[Glyph]:
    return [glyph for glyph in glyphs(line) if glyph.text == " "] or [Glyph("", 0, 0, 0)]


def test_a_space_that_falls_away_at_the_break_is_no_line_lacking() -> None:
    text = "城市城市城市城Windows 11城市"
    lines = wrapped(spans(text, "sans", pt(20)), pt(20) * 12, faces())
    assert "".join(line.text for line in lines) == text
    assert lines[0].width <= pt(20) * 12


def test_wrapping_squeezes_nothing() -> None:
    (line,) = wrapped(spans("好。”（好）", "sans", pt(20)), pt(400), faces())
    assert line.width == pt(20) * 6


def test_a_mark_takes_the_character_before_it_down() -> None:
    lines = wrapped(spans("一二三四，五", "sans", pt(20)), pt(80), faces())
    assert [line.text for line in lines] == ["一二三", "四，五"]


def test_a_word_is_broken_only_where_it_is_wider_than_the_measure() -> None:
    text = "用Kubernetes部署"
    wide = wrapped(spans(text, "sans", pt(20)), pt(120), faces())
    assert [line.text for line in wide] == ["用", "Kubernetes", "部署"]
    narrow = wrapped(spans(text, "sans", pt(20)), pt(60), faces())
    assert all(line.width <= pt(60) for line in narrow)


def test_empty_lines_of_a_box_stay() -> None:
    assert len(wrapped(spans("上\n\n下"), EM * 9, faces())) == 3


def test_placing_moves_lines_onto_baselines_a_pitch_apart() -> None:
    lines = place(page("城市工作会议精神" * 6), mm(28), mm(40), pt(29.62))
    assert [line.baseline for line in lines] == [mm(40), mm(40) + pt(29.62)]
    assert lines[1].x == mm(28)


def test_chinese_faces_stand_088_em_below_their_em_box() -> None:
    roles = [faces().role(role) for role in ("fang", "hei", "kai", "sans")]
    metrics = [face_metrics(faces().face(role.han)) for role in roles]
    assert {round(1000 * each.em_top / each.units) for each in metrics} == {1000 * EM_BASELINE}


def test_letters_are_told_from_marks() -> None:
    assert kind_of("字") is Kind.HAN


@pytest.mark.parametrize(
    "lines",
    [
        ("在青山镇党委理论学习中心组", "深入学习城市工作会议精神"),
        ("以 AI 赋能，", "以 5G 提速"),
        ("完成投资", "120.5亿元　", "，同比增长5.5%"),
        ("“先立后破”，", "——在开学典礼上"),
        ("用好", '"两山"', "理念"),
    ],
)
def test_lines_of_a_text_are_those_that_it_has_with_breaks_there(lines: tuple[str, ...]) -> None:
    (whole,), (parted,) = spans("".join(lines)), spans("\n".join(lines))
    cut = lines_of(whole, lines, faces())
    assert cut is not None
    broken = break_paragraph([parted], 1 << 40, faces())
    assert [(line.text, line.width) for line in cut] == [(b.text, b.width) for b in broken]
    assert [line.line() for line in cut] == [line.line() for line in broken]


@pytest.mark.parametrize("lines", [("Keep ", "promises"), ("10", "年"), ("cafe", "\u0301")])
def test_a_line_that_ends_amid_latin_may_look_otherwise_by_itself(lines: tuple[str, ...]) -> None:
    (whole,) = spans("".join(lines))
    known = lines_of(whole, lines, faces())
    assert (known is not None) == (lines[1] == "年")
