"""What is cut out of a text stands by itself; what would lose its condition is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.compose.clauses import sentences
from publisher.compose.condense import Wish, pick, shortened
from publisher.compose.quotes import quotations
from publisher.manuscript import Run, SourceRef
from publisher.speech import Piece

WIDE = Wish(20, 40)
MIXED = st.text(alphabet="田间书屋读要不在，。；：！？、“”‘’（）《》…—a1 ", max_size=120)


def piece(text: str) -> Piece:
    return Piece(SourceRef(0, 0, len(text)), (Run(text),))


@given(MIXED)
def test_clauses_together_are_the_text(text: str) -> None:
    assert "".join(text[c.start : c.end] for s in sentences(text) for c in s) == text


@given(MIXED)
def test_what_is_picked_is_a_contiguous_piece(text: str) -> None:
    found = pick((piece(text),), WIDE)
    if found is not None:
        assert text[found.ref.start : found.ref.end] == found.text
        assert len(found.text) <= WIDE.most


def test_marks_inside_quotes_and_brackets_do_not_cut() -> None:
    text = "他说：“来了，看了，走了。”大家（包括老人，孩子）都笑了。"
    clauses = [text[c.start : c.end] for s in sentences(text) for c in s]
    assert clauses == ["他说：", "“来了，看了，走了。”", "大家（包括老人，孩子）都笑了。"]


def test_a_quotation_never_closed_is_not_cut() -> None:
    text = "老支书说：“先修路。后种树。再办学。"
    assert [text[c.start : c.end] for s in sentences(text) for c in s] == [
        "老支书说：",
        "“先修路。后种树。再办学。",
    ]


def test_a_number_is_not_cut_at_its_comma() -> None:
    assert len(sentences("全年接待读者12,300人次。")[0]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "如果没有稳定的经费来源和专职人员，书屋的大门就会再次关上锁起。",
        "这就要求我们必须把书送到田间地头去，送到每一户人家。",
        "我们绝不能只建不管，健全图书更新和流转的长效机制是关键所在。",
        "力争在明年年底之前，完成全部二十个村级书屋的改造提升任务工作。",
    ],
)
def test_condition_negation_and_hedge_are_never_left_behind(text: str) -> None:
    found = pick((piece(text),), Wish(14, 18))
    assert found is None or found.ref.start == 0


def test_a_clause_that_leans_on_what_was_said_is_refused() -> None:
    assert pick((piece("这些做法都值得在全县范围内认真总结推广。"),), WIDE) is None


def test_a_long_title_keeps_its_first_clauses() -> None:
    assert shortened(piece("办好书屋，留住读者，让阅读成为习惯。"), 10).text == "办好书屋，留住读者"


def test_a_short_title_loses_only_its_closing_mark() -> None:
    assert shortened(piece("办好书屋，留住读者。"), 20).text == "办好书屋，留住读者"


def test_a_quotation_is_whole_and_has_its_speaker() -> None:
    text = "古语说得好。《尚书》有言：“民惟邦本，本固邦宁。”我们记住了。"
    found = next(quotations(piece(text)), None)
    assert found is not None
    assert found.attribution.text == "《尚书》有言："
    assert found.words.text == "民惟邦本，本固邦宁。"


@pytest.mark.parametrize(
    "text",
    [
        "老支书常说：“先修路，后种树，再把学校办起来。大家都记得。",
        "会议提出要“把书送到家门口、送到田间地头”，这是很高的要求。",
        "他说：“好。”",
        "黑板上写着“团结、紧张、严肃、活泼，人人都要做到”。",
    ],
)
def test_an_unclosed_short_or_unattributed_quotation_is_none(text: str) -> None:
    assert next(quotations(piece(text)), None) is None
