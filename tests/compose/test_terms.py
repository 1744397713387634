"""What a speech is about, and which of its words weigh."""

from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from publisher.compose import compose
from publisher.compose.condense import Wish, pick
from publisher.compose.terms import keywords
from publisher.compose.weights import Weights
from publisher.speech import text_of
from tests.compose.made import piece, speeches


def test_terms_are_words_of_the_speech_and_few() -> None:
    for name, speech in speeches().items():
        text = "\n".join(p.text for p in text_of([b for _, _, b in speech.blocks()]))
        terms = compose(speech)[0].keywords
        assert 2 <= len(terms) <= 8, name
        assert len(set(terms)) == len(terms)
        for term in terms:
            assert text.lower().count(term.lower()) > 1, (name, term)
            assert 2 <= len(term) <= 16


def test_what_is_said_often_is_a_term_and_what_every_speech_says_is_not() -> None:
    text = (
        "我们的医共体建起来了。办好医共体，要靠县医院。医共体里的专家下乡，我们放心。"
        "要把医共体的药管好，我们要让医共体的信息通起来。县医院牵头，县医院负责。"
    )
    terms = keywords(text, "", Weights([text]), chinese=True)
    assert terms[0] == "医共体"
    assert "我们" not in terms


def test_a_part_of_a_word_is_no_term() -> None:
    text = "河长制要落实。河长制不能挂空挡。推行河长制，关键在人。河长制好不好，群众说了算。"
    terms = keywords(text, "", Weights([text]), chinese=True)
    assert "河长制" in terms
    assert not {"长制", "河长"} & set(terms)


@given(st.text(alphabet="书屋乡村阅读，。a b", max_size=300))
def test_terms_never_fail(text: str) -> None:
    for chinese in (True, False):
        assert len(keywords(text, text[:20], Weights([text]), chinese=chinese)) <= 8


def test_words_that_recur_weigh_more_and_those_of_the_title_most() -> None:
    weights = Weights(
        ["书屋要办好。", "书屋要用好。", "天气真好。", "阅读推广，阅读推广"], ["书屋"]
    )
    assert weights.weight("书屋") > weights.weight("阅读") > weights.weight("天气") == 0
    assert weights.weight("") == 0


def test_a_batch_of_texts_without_end_is_not_kept() -> None:
    weights = Weights(["书屋要办好。"])
    tracemalloc.start()
    try:
        sizes = []
        for count in (3_000, 3_000):
            for number in range(count):
                weights.weight(f"书屋{len(sizes)}号，第{number}次阅读")
            sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[1] < 1.05 * sizes[0]


def test_of_two_clauses_the_one_about_the_speech_is_picked() -> None:
    text = "那天的天气格外晴朗舒服怡人。村里的书屋办得红红火火热闹。"
    plain = pick((piece(text),), Wish(13, 20), Weights([]))
    weights = Weights(["村里的书屋红红火火", "村里的书屋办得好", "书屋红红火火"], ["村里的书屋"])
    weighed = pick((piece(text),), Wish(13, 20), weights)
    assert plain is not None
    assert weighed is not None
    assert weighed.text == "村里的书屋办得红红火火热闹"
