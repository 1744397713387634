"""A script has a title, a language and the whole speech, whatever the speech lacks."""

import pytest

from publisher.compose import compose
from publisher.errors import InputError
from publisher.manuscript import Cell, Cues, Manuscript, Metadata, Paragraph, Run, Table
from publisher.outline.infer import understand
from publisher.script import Role, Script


def paragraph(index: int, text: str) -> Paragraph:
    return Paragraph(index, text, (Run(text),))


def script(*texts: str) -> Script:
    blocks = tuple(paragraph(i, text) for i, text in enumerate(texts))
    return compose(understand(Manuscript(blocks))[0])[0]


def test_a_speech_without_a_title_is_called_by_its_first_words() -> None:
    made = script("今天来到这里，心里很激动。" * 3, "我讲几句话，说得不对的地方请大家指正。" * 3)
    assert made.title.startswith("今天来到这里")
    assert len(made.title) <= 40


def test_a_table_alone_lends_its_first_words_as_title() -> None:
    table = Table(((Cell((paragraph(0, "指标名称"),)),),), (1,))
    made = compose(understand(Manuscript((table,)))[0])[0]
    assert made.title == "指标名称"
    assert [slide.role for slide in made.slides] == [Role.COVER, Role.TABLE, Role.CLOSING]


def test_a_file_without_a_word_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        compose(understand(Manuscript(()))[0])
    assert caught.value.key == "speech-empty"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("今天和大家談談學習與實踐，說說這兩年來的經驗。", None, "zh-TW"),
        ("今天和大家談談學習與實踐，說說這兩年來的經驗。", "zh-CN", "zh-TW"),
        ("今天和大家談談學習與實踐，說說這兩年來的經驗。", "zh-HK", "zh-HK"),
        ("今天和大家谈谈学习与实践，说说这两年来的经验。", None, "zh-CN"),
        ("《論語》里说：学而时习之。今天谈谈学习与实践，说说经验。", None, "zh-CN"),
        ("今天和大家谈谈学习。", "en-US", "zh-CN"),
        ("Good morning, everyone, and welcome.", "zh-CN", "en-US"),
        ("Good morning, everyone, and welcome.", "en-GB", "en-GB"),
    ],
)
def test_the_language_is_that_of_the_words_and_of_their_region(
    text: str, declared: str | None, language: str
) -> None:
    manuscript = Manuscript((paragraph(0, text),), Metadata(language=declared))
    assert compose(understand(manuscript)[0])[0].language == language


def test_no_closing_words_are_invented() -> None:
    made = script(
        "关于修路的讲话", "同志们：", "一、修好路", "路要修好。" * 9, "二、管好路", "要管。" * 9
    )
    assert made.slides[-1].role is Role.CLOSING
    assert made.slides[-1].title is None
    assert made.slides[-1].spoken() == ()


def test_english_speeches_have_english_furniture() -> None:
    text = "Reading opens doors to other minds and other times. " * 4
    made = script("A Talk on Reading", "I. Why we read", text, "II. How we read", text)
    assert made.language == "en-US"
    assert [s.label for s in made.slides if s.role is Role.SECTION] == ["Part 1", "Part 2"]


def test_a_footnote_is_in_the_notes_but_on_no_slide() -> None:
    note = "见《乡村读书调查报告》第三卷第四十五页，二〇二四年版，由县图书馆印行。"
    said = "要把书屋建在人常走的地方，让大家顺路就能借到想看的书。"
    texts = ["关于读书的讲话", "同志们：", "一、建好书屋", said, note, "二、用好书屋", said]
    cues = {4: Cues(note="footnote", note_mark="1")}
    blocks = tuple(
        Paragraph(i, text, (Run(text),), cues.get(i, Cues())) for i, text in enumerate(texts)
    )
    made = compose(understand(Manuscript(blocks))[0])[0]
    spoken = [piece.text for slide in made.slides for piece in slide.spoken()]
    shown = [
        piece.text
        for slide in made.slides
        for point in slide.points
        for piece in (point.title, point.support)
        if piece
    ]
    assert note in spoken
    assert shown
    assert not any(text in note for text in shown)
