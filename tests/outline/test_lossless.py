"""The pieces of a Speech, in order, are the manuscript's text, each character once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.manuscript import Cues, Paragraph, Run, Style, Table
from publisher.outline.infer import understand
from publisher.speech import Piece
from tests.outline.build import manuscript, table

MARKERS = st.sampled_from([
    "", "一、", "二、", "三、", "（一）", "（二）", "(三)", "1.", "2、", "3．", "1)", "（1）", "①",
    "②",
    "一是", "二是", "三是", "一要", "二要", "一需", "其一，", "其二，", "首先，", "其次，",
    "最后，", "第一，",
    "第二，", "第一部分 ", "第二章", "2024年", "5.5%", "I. ", "A. ", "　　", "\n", "“", "”", "（",
    "附件：", "第一项议程", "（掌声）", "问：", "秘密★1年", "第一句话：", "体会一：", "一　",
])  # fmt: skip
SENTENCES = st.sampled_from([
    "加强领导。", "落实责任；", "同志们：", "修好每一条路，", "引水",
    "他说：“一是早看。二是早办。”", "谢谢大家！",
    "在大会上的讲话", "（2025年3月22日）", "要推动一、二、三产业融合发展。", " ", "\n", "We act. ",
    "是指这样的事。", "（全体起立）", "某某镇人民政府", "述职人：张三", "2025年3月22日", "名词解释",
    "第一部分", "附件1",
])  # fmt: skip
STYLES = st.sampled_from([Style(), Style("黑体", 32), Style("楷体", 32, bold=True), Style(size=44)])
RUNS = st.builds(lambda parts, style: Run("".join(parts), style),
                 st.lists(st.one_of(MARKERS, SENTENCES), min_size=1, max_size=5),
                 STYLES)  # fmt: skip
CUES = st.sampled_from([
    Cues(), Cues(), Cues(), Cues(alignment="center"), Cues(heading_style=0, style_name="Title"),
    Cues(heading_style=1, outline_level=0, style_name="heading 1"), Cues(outline_level=2),
    Cues(note="footnote"), Cues(alignment="right"),
])  # fmt: skip


def _paragraph(runs, cues):
    return Paragraph(0, "".join(run.text for run in runs), tuple(runs), cues)


PARAGRAPHS = st.builds(_paragraph, st.lists(RUNS, min_size=1, max_size=4), CUES)
TABLES = st.builds(lambda a, b: table((a, b)), SENTENCES, MARKERS.filter(bool))


def _texts(blocks):
    for block in blocks:
        if isinstance(block, Table):
            yield from (p.text for row in block.rows for cell in row for p in cell.paragraphs)
        elif isinstance(block, Paragraph | Piece):
            yield block.text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=14))
def test_every_character_is_in_one_piece_and_in_order(sources):
    source = manuscript(*sources)
    speech, _ = understand(source)
    assert "".join(_texts(block for _, _, block in speech.blocks())) == "".join(
        _texts(source.blocks)
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=10))
def test_pieces_say_truly_where_they_come_from(sources):
    source = manuscript(*sources)
    paragraphs = source.paragraphs()
    speech, _ = understand(source)
    pieces = [block for _, _, block in speech.blocks() if isinstance(block, Piece)]
    pieces += [section.title for section in speech.walk()]
    for piece in pieces:
        index, start, end = piece.ref
        assert piece.text == paragraphs[index].text[start:end]


@settings(max_examples=80, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=10))
def test_sections_are_sound(sources):
    speech, _ = understand(manuscript(*sources))
    for section in speech.walk():
        assert 1 <= section.level <= 9
        assert 0 <= section.confidence <= 1
        assert section.heading.text
        assert section.title.text in section.words
        assert all(child.level > section.level for child in section.children)
        assert section.number is None or section.number in section.heading.text
