"""Placeholders: which are found, and what filling them in leaves as it was."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.manuscript import (
    Cell,
    Cues,
    Manuscript,
    Metadata,
    Paragraph,
    Picture,
    Run,
    Style,
    Table,
)
from publisher.placeholders import counts, fill, find_placeholders, sentence_at, spans


def manuscript(*texts: str | Sequence[str]) -> Manuscript:
    """Paragraphs; one given in several pieces has a run for each, of sizes 1, 2, 3 …"""
    blocks = []
    for index, pieces in enumerate(texts):
        pieces = [pieces] if isinstance(pieces, str) else pieces
        runs = tuple(Run(piece, Style(size=n)) for n, piece in enumerate(pieces, 1))
        blocks.append(Paragraph(index, "".join(pieces), runs))
    return Manuscript(tuple(blocks))


def texts(made: Manuscript) -> list[str]:
    return [paragraph.text for paragraph in made.paragraphs()]


FOUND = {
    "在某某镇委学习会上": ["某某镇"],
    "某某的某某某同志和某某市": ["某某", "某某某", "某某市"],
    "某某市场、某某村民、某某城市": ["某某", "某某", "某某"],
    "XX市××县ＸＸ镇XX工业园xx村": ["XX市", "××县", "ＸＸ镇", "XX工业园", "xx村"],
    "到20XX年，比201X年、20××年多": ["20XX年", "201X年", "20××年"],
    "×××同志任X县县长": ["×××", "X县"],
    "不低于____%，（　　），20__年": ["____", "（　　）", "20__年"],
    "【请填写单位】【　】〔单位名称〕【XX】": [
        "【请填写单位】",
        "【　】",
        "〔单位名称〕",
        "【XX】",
    ],
    "○○镇、**市": ["○○镇", "**市"],
    "2025年  月  日": ["年  月  日"],
    "XX年XX月XX日": ["XX年", "XX月", "XX日"],
    "202x年突破X亿元，增长X%，开工X个、×户": ["202x年", "X亿", "X%", "X个", "×户"],
}
NOT_FOUND = [
    "某些同志、某种意义、某个地方、某市发生的事",
    "2024年，3×4=12，5X倍，XXL码，Article XX",
    "二〇〇五年、二○○八年、一九〇〇年",
    "【掌声】［1］【会议要求】（一）《论语》",
    "X光、X轴、X染色体、AXX、Foxx、每边2×3个",
    "____________________________",
    "**重点**内容",
    "5年3月、十年",
]


@pytest.mark.parametrize("text", FOUND)
def test_placeholders_are_found(text: str) -> None:
    assert [text[start:end] for start, end in spans(text)] == FOUND[text]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert spans(text) == []


def test_the_longest_word_is_filled_in_first_and_what_is_filled_in_stays() -> None:
    made, notices = fill(manuscript("某某镇和某某"), (("某某", "某某镇"), ("某某镇", "青山镇")))
    assert texts(made) == ["青山镇和某某镇"]
    assert notices[0].code == "placeholders-filled"
    assert dict(notices[0].values) == {"count": "2", "placeholders": "某某镇(1) 某某(1)"}
    assert notices[1].code == "placeholders-left"


def test_a_placeholder_across_runs_takes_the_formatting_it_begins_in() -> None:
    made, _ = fill(manuscript(["在某", "某", "镇召开"]), (("某某镇", "青山镇"),))
    (paragraph,) = made.paragraphs()
    assert [(run.text, run.style.size) for run in paragraph.runs] == [("在青山镇", 1), ("召开", 3)]


def test_tables_captions_and_properties_are_filled_and_automatic_numbers_are_not() -> None:
    numbered = Paragraph(0, "XX、某某", (Run("XX、某某"),), Cues(), "XX、")
    cell = Cell((Paragraph(1, "某某", (Run("某某"),)),))
    picture = Picture(b"", "image/png", 1, 1, "某某")
    whole = Manuscript((numbered, Table(((cell,),), (1,)), picture), Metadata(title="某某"))
    made, notices = fill(whole, (("某某", "青山"), ("XX", "二十")))
    assert texts(made) == ["XX、青山", "青山"]
    assert made.paragraphs()[0].label == "XX、"
    assert isinstance(made.blocks[2], Picture)
    assert made.blocks[2].alt == made.metadata.title == "青山"
    assert ("fill-unused", (("text", "XX"),)) in [(n.code, n.values) for n in notices]


def test_without_pairs_nothing_changes_and_what_is_left_is_counted() -> None:
    whole = manuscript("某某和某某镇", "XX市")
    made, (left,) = fill(whole, ())
    assert made is whole
    assert dict(left.values) == {"count": "3", "placeholders": "某某(1) 某某镇(1) XX市(1)"}
    assert [p.paragraph for p in find_placeholders(whole)] == [0, 0, 1]


def test_many_kinds_are_summed_up() -> None:
    assert counts("abcdefga") == "a(2) b(1) c(1) d(1) e(1) f(1) …"


def test_a_placeholder_is_shown_with_its_sentence() -> None:
    text = "甲。乙某某丙！丁"
    assert sentence_at(text, 4, 6) == "乙某某丙！"


@given(
    st.lists(st.lists(st.text("某镇X甲乙", min_size=1, max_size=5), min_size=1), min_size=1),
    st.dictionaries(st.text("某镇X", min_size=1, max_size=3), st.text("丙丁某", min_size=1)),
)
def test_filling_in_is_replacing_in_the_text_and_keeps_the_rest(
    pieces: list[list[str]], words: dict[str, str]
) -> None:
    whole = manuscript(*pieces)
    made, _ = fill(whole, tuple(words.items()))
    for before, after in zip(whole.paragraphs(), made.paragraphs(), strict=True):
        assert after.text == "".join(run.text for run in after.runs) == replaced(before.text, words)
        assert after.index == before.index
        assert all(run.text for run in after.runs)


def replaced(text: str, words: dict[str, str]) -> str:
    """The same, told another way: at each place the longest word that begins there."""
    done, at = "", 0
    while at < len(text):
        word = max((w for w in words if text.startswith(w, at)), key=len, default="")
        done += words[word] if word else text[at]
        at += len(word) or 1
    return done
