"""What a reader gets out of the PDF is what the plan says, and stands where the plan says."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.geometry import A4, Emu, mm, pt, to_pt
from publisher.plan import Glyph, GlyphRun, Glyphs, Line
from publisher.writers.pdf import write
from publisher.writers.pdf.tounicode import to_unicode
from tests.writers.pdf import reading
from tests.writers.pdf.plans import TYPEFACES, page_plan, set_line, slide_plan, squeezed, text_of

SPEECH = "“城市工作”——是系统工程……《规划》（试行）：To 2035，增长5.5%；𠮷野·⼀一。"
MARKS = "“”《》（）：，；。、"


def published(*lines: Line) -> bytes:
    data, notices = write(page_plan((text_of(*lines),)), None, TYPEFACES)
    assert notices == ()
    return data


def read(data: bytes) -> str:
    with reading.open_pdf(data) as pdf:
        return reading.text(pdf)


@pytest.mark.parametrize("role", ["fang", "kai", "hei", "song", "biaosong", "sans", "sansbold"])
def test_every_character_comes_back_in_each_role(role: str):
    assert read(published(set_line(SPEECH, role))) == SPEECH


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.sampled_from(SPEECH + "的一是了我不人在他有这上们来到时大地AVTo.,%－·"), min_size=1)
)
def test_any_text_comes_back_also_squeezed(text: str):
    line = set_line(text)
    assert read(published(line, squeezed(line, MARKS))) == text * 2


def test_one_glyph_with_two_meanings_reads_as_each_of_them():
    # U+2F00 is the radical, drawn by the glyph of 一 where the face has no other.
    line = set_line("一")
    (run,) = line.runs
    radical = run.glyphs[0]._replace(text="⼀", x=run.glyphs[0].advance)
    both = line._replace(runs=(run._replace(glyphs=Glyphs.of((*run.glyphs, radical))),))
    assert read(published(both)) == "一⼀"


def test_a_cluster_of_several_glyphs_reads_as_its_characters_in_order():
    line = set_line("葛城市")
    (run,) = line.runs
    first, second, third = run.glyphs
    cluster = (
        first._replace(text="葛\U000e0101"),
        second._replace(text=""),
        third._replace(text="ffi"),
    )
    data = published(line._replace(runs=(run._replace(glyphs=Glyphs.of(cluster)),)))
    assert read(data) == "葛\U000e0101ffi"


def test_characters_that_no_face_has_are_read_all_the_same():
    line = set_line("甲\U0001f642乙")
    assert any(glyph.gid == 0 for run in line.runs for glyph in run.glyphs)
    data = published(line)
    assert read(data) == "甲\U0001f642乙"
    with reading.open_pdf(data) as pdf:
        codes = [font.texts.get(0) for font in reading.fonts(pdf).values()]
    assert set(codes) == {None}, ".notdef itself is never shown (ISO 19005-2, 6.2.11.8)"


def test_to_unicode_holds_surrogate_pairs_and_at_most_100_to_a_range():
    texts = {cid: chr(0x4E00 + cid) for cid in range(1, 250)} | {300: "𠮷", 301: "——"}
    cmap = to_unicode(texts).decode("ascii")
    ranges = [line[:13] for line in cmap.splitlines() if "> [" in line]
    assert ranges == ["<0001> <0064>", "<0065> <00c8>", "<00c9> <00f9>", "<012c> <012d>"]
    assert "4 beginbfrange" in cmap
    assert "<012c> <012d> [<d842dfb7><20142014>]\n" in cmap


def test_ranges_keep_the_first_byte_of_their_codes():
    cmap = to_unicode(dict.fromkeys(range(0xF8, 0x108), "字")).decode("ascii")
    assert [line[:13] for line in cmap.splitlines() if "> [" in line] == [
        "<00f8> <00ff>",
        "<0100> <0107>",
    ]


# --- positions -----------------------------------------------------------------------------


def boxes(data: bytes) -> list[reading.Shown]:
    with reading.open_pdf(data) as pdf:
        return reading.shown(pdf)


def planned(line: Line) -> list[tuple[Emu, Glyph]]:
    return [(line.x + glyph.x, glyph) for run in line.runs for glyph in run.glyphs]


@pytest.mark.parametrize("gap", [0, 1_234, -987, 60_000])
@pytest.mark.parametrize("size", [pt(15.79), pt(22), pt(10.5)])
def test_each_box_stands_where_the_plan_has_it(gap: Emu, size: Emu):
    line = set_line("国家统计局 AVATAR 2035年，" * 4, size=size, gap=gap)
    shown = boxes(published(line))
    for glyph, (x, _) in zip(shown, planned(line), strict=True):
        assert glyph.x == pytest.approx(to_pt(x), abs=0.03)
        assert glyph.y == pytest.approx(to_pt(A4.height - line.baseline), abs=0.001)


def test_squeezed_marks_end_at_the_edge_and_do_not_overlap():
    line = squeezed(set_line("他说：“城市，《规划》。”（略）", size=pt(15.79)), MARKS)
    shown = boxes(published(line))
    for glyph, following in itertools.pairwise(shown):
        assert glyph.x + glyph.width == pytest.approx(following.x, abs=0.05)
    last = shown[-1]
    edge = to_pt(line.x + line.width)
    assert last.x + last.width == pytest.approx(edge, abs=to_pt(mm(0.05)))


def test_a_trimmed_mark_has_its_ink_where_the_plan_has_it():
    whole = set_line("《", size=pt(20))
    (run,) = whole.runs
    trimmed = squeezed(whole, MARKS)
    for line, trim in ((whole, 0), (trimmed, trimmed.runs[0].glyphs[0].trim)):
        with reading.open_pdf(published(line)) as pdf:
            (font,) = reading.fonts(pdf).values()
            (shown,) = reading.shown(pdf)
            ink = reading.left_bearing(font, "《") * 20 + shown.x
        own = _ink_left(run) * 20
        assert ink == pytest.approx(to_pt(line.x - trim) + own, abs=0.1 / 20)


def _ink_left(run: GlyphRun) -> float:
    from publisher.typeface.metrics import face_metrics, ink

    face = TYPEFACES.face(run.face)
    return ink(face, run.glyphs[0].gid).x_min / face_metrics(face).units


def test_many_widths_of_a_mark_stay_few_glyphs():
    lines = []
    for i in range(200):
        line = set_line("，", at=(mm(28), mm(30) + i * pt(3)))
        (run,) = line.runs
        glyph = run.glyphs[0]._replace(advance=pt(16) * (1000 - i) // 1000)
        lines.append(line._replace(runs=(run._replace(glyphs=Glyphs.of([glyph])),)))
    data = published(*lines)
    assert read(data) == "，" * 200
    with reading.open_pdf(data) as pdf:
        (font,) = reading.fonts(pdf).values()
    assert len(font.texts) <= 41


# --- fonts ---------------------------------------------------------------------------------


def test_fonts_are_embedded_subsets_of_the_faces_used():
    with reading.open_pdf(published(set_line(SPEECH, "fang"))) as pdf:
        fonts = list(reading.fonts(pdf).values())
        assert {font.name.split("+")[1] for font in fonts} >= {
            "FandolFang-Regular",
            "Tinos-Regular",
        }
        for font in fonts:
            tag = font.name.removeprefix("/").split("+")[0]
            assert re.fullmatch("[A-Z]{6}", tag)
            assert len(font.file) < 40_000
    assert b"Helvetica" not in b"".join(font.file for font in fonts)


def test_no_page_names_a_font_that_is_not_embedded():
    plan = page_plan((text_of(set_line("一")),), (), (text_of(set_line("二", "hei")),))
    data, _ = write(plan, None, TYPEFACES)
    with reading.open_pdf(data) as pdf:
        for obj in pdf.objects:
            if isinstance(obj, reading.pikepdf.Dictionary) and obj.get("/Type") == "/Font":
                descendant = obj.get("/DescendantFonts", [obj])[0]
                assert "/FontFile2" in descendant.FontDescriptor


def test_an_empty_plan_of_a_slide_is_a_blank_page():
    plan = slide_plan(page_plan(()).sheets[0])
    data, _ = write(plan, None, TYPEFACES)
    with reading.open_pdf(data) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 960, 540]
        assert reading.text(pdf) == ""
