"""The formatting of the file in the voices of a Chinese page."""

import functools
import io

import pikepdf
import pytest

from publisher.geometry import Rect, mm, pt
from publisher.layout.letters import Span, place
from publisher.layout.page_blocks import TextBlock
from publisher.layout.pages import lay_out_pages
from publisher.layout.paragraph import set_paragraph
from publisher.layout.profile import load_profile
from publisher.layout.voices import drawn_marks, voiced
from publisher.manuscript import Run, SourceRef, Style
from publisher.plan import Colour, Line, Plan, Shape, Text
from publisher.script import Passage, Script
from publisher.speech import Piece
from publisher.typeface.registry import Typefaces, load_typefaces
from publisher.writers.pdf import write

INK = Colour("dk1")
EM = pt(16)


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def piece(*runs: tuple[str, Style]) -> Piece:
    text = "".join(words for words, _ in runs)
    return Piece(SourceRef(0, 0, len(text)), tuple(Run(*run) for run in runs))


def voices(*runs: tuple[str, Style], role: str = "fang") -> list[Span]:
    whole = piece(*runs)
    return voiced([Span(whole.text, role, EM, INK)], [(0, whole)])


def lines(*runs: tuple[str, Style]) -> tuple[Line, ...]:
    return place(set_paragraph(voices(*runs), EM * 20, faces()), mm(28), mm(50), pt(29))


PLAIN, BOLD = Style(), Style(bold=True)


@pytest.mark.parametrize(
    ("style", "role"),
    [(BOLD, "hei"), (Style(italic=True), "kai"), (Style(bold=True, italic=True), "hei")],
)
def test_stress_and_citation_have_their_own_faces(style: Style, role: str) -> None:
    spans = voices(("学习", PLAIN), ("贯彻", style), ("落实", PLAIN))
    assert [(span.text, span.role) for span in spans] == [
        ("学习", "fang"), ("贯彻", role), ("落实", "fang"),
    ]  # fmt: skip


def test_what_the_whole_paragraph_has_stresses_nothing() -> None:
    assert [span.role for span in voices(("学习", BOLD), ("贯彻", BOLD))] == ["fang"]


def test_a_heading_keeps_the_voice_of_its_level() -> None:
    heading, rest = piece(("（一）抓住重点。", BOLD)), piece(("要", PLAIN), ("落实", BOLD))
    spans = [Span(heading.text, "kai", EM, INK), Span(rest.text, "fang", EM, INK)]
    found = voiced(spans, [(2, heading), (0, rest)])
    assert [span.role for span in found] == ["kai", "fang", "hei"]


def test_words_that_were_trimmed_keep_their_voices() -> None:
    whole = piece(("　　前\t", PLAIN), ("后", BOLD))
    found = voiced([Span("前 后", "fang", EM, INK)], [(0, whole)])
    assert [(span.text, span.role) for span in found] == [("前 ", "fang"), ("后", "hei")]


def test_words_that_are_not_the_passages_stay_as_they_are() -> None:
    spans = [Span("别的", "fang", EM, INK)]
    assert voiced(spans, [(0, piece(("学习", BOLD)))]) == spans


def test_raised_characters_are_small_stand_above_and_stay_with_what_is_before() -> None:
    for shift in range(15, 22):
        found = lines(("字" * shift + "10m", PLAIN), ("2", Style(raised=1)), ("的地方", PLAIN))
        joined = next(line for line in found if "m" in line.text)
        assert "m2" in joined.text
        raised = next(run for run in joined.runs if run.rise)
        assert (raised.size, raised.rise > EM // 4) == (round(EM * 0.6), True)
    (lowered,) = lines(("CO", PLAIN), ("2", Style(raised=-1)))
    assert [run.rise < 0 for run in lowered.runs] == [False, True]


def test_a_rule_goes_through_under_all_that_is_underlined() -> None:
    under = Style(underline=True)
    (line,) = lines(("请看", PLAIN), ("这里 ok", under), ("。", PLAIN))
    (rule,) = drawn_marks([line])
    first = line.runs[1].glyphs[0]
    assert rule.frame.x == line.x + first.x
    assert rule.frame.right > rule.frame.x + 3 * EM
    assert line.baseline < rule.frame.y < line.baseline + EM // 4


def test_dots_stand_under_the_middle_of_characters_and_not_under_marks() -> None:
    (line,) = lines(("这是", PLAIN), ("重点，", Style(emphasis=True)), ("请记住", PLAIN))
    dots = drawn_marks([line])
    assert len(dots) == 2
    centres = [dot.frame.x + dot.frame.width // 2 for dot in dots]
    assert centres == pytest.approx([line.x + 5 * EM // 2, line.x + 7 * EM // 2], abs=2)
    assert all(dot.frame.y > line.baseline + EM // 8 for dot in dots)


def test_pages_draw_marks_with_their_lines_and_the_text_stays_whole() -> None:
    words = piece(
        ("普通", PLAIN), ("加粗", BOLD), ("下划线", Style(underline=True)),
        ("着重", Style(emphasis=True)), ("x", PLAIN), ("2", Style(raised=1)), ("。", PLAIN),
    )  # fmt: skip
    script = Script("题", None, "zh-CN", (), (Passage("body", ((0, words),)),))
    plan: Plan = lay_out_pages(script, load_profile(), faces())[0]
    items = plan.sheets[0].items
    text = next(item for item in items if isinstance(item, Text))
    assert "".join(line.text for line in text.lines) == words.text
    assert sum(isinstance(item, Shape) for item in items) == 3
    pdf = pikepdf.open(io.BytesIO(write(plan, None, faces())[0]))
    assert len(pdf.pages[0].Resources.Font) >= 3


def test_marks_go_with_their_lines_to_the_next_page() -> None:
    found = set_paragraph(
        voices(("字" * 100, PLAIN), ("重", Style(emphasis=True))), EM * 20, faces()
    )
    profile = load_profile()
    block = TextBlock(found, None, EM, profile, "P", "p")  # type: ignore[arg-type]
    area = Rect(0, 0, profile.measure, profile.height)
    first, rest = block.split(3)
    assert first is not None
    assert rest is not None
    assert len(first.items(area, 0)) == 1  # type: ignore[attr-defined]
    assert len(rest.items(area, 0)) == 2  # type: ignore[attr-defined]
