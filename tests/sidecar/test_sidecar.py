"""The author's last word."""

import tomllib
from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.kinds import KINDS
from publisher.placeholders import spans
from publisher.publication import Edits, Publication
from publisher.sidecar import Sidecar, fill_of, merged, sidecar_file, sidecar_for
from publisher.sidecar.draft import draft
from publisher.speech import Piece
from publisher.typeface.registry import load_typefaces
from publisher.writers.debug import write
from tests.conftest import EXAMPLES
from tests.speeches import SPEECH, make_speech


def beside(speech: Path, text: str) -> Path:
    sidecar_file(speech).write_text(text, encoding="utf-8")
    return speech


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "讲话 1.2.docx")


def headings(publication: Publication) -> list[tuple[int, str]]:
    return [(s.level, s.heading.text) for s in publication.speech.value.walk()]


def codes(publication: Publication) -> list[str]:
    return [notice.code for notice in publication.speech.notices]


def test_without_a_file_nothing_is_said(speech: Path) -> None:
    assert sidecar_for(speech) == Sidecar()
    assert sidecar_file(speech).name == "讲话 1.2.toml"


def test_a_speech_called_as_the_settings_has_no_sidecar(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "publisher.docx")
    beside(speech, 'theme = "red"')
    assert sidecar_for(speech) == Sidecar()


def test_levels_are_corrected_by_the_heading_s_words(speech: Path) -> None:
    said = """[outline]
        "认识读书的意义" = 2
        "一要读经典，打牢根基" = false
        "二要读专业，增长本领。" = true
    """
    publication = Publication(beside(speech, said))
    assert (2, "一、认识读书的意义") in headings(publication)
    assert not [text for _, text in headings(publication) if text.startswith("一要")]
    assert [text for _, text in headings(publication) if text.startswith("二要")]


def test_the_title_is_what_the_author_calls_so(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "a.docx", ("工作简报", "让好书走进教室", *SPEECH[1:]))
    publication = Publication(beside(speech, '[outline]\n"让好书走进教室" = "title"'))
    assert publication.speech.value.named("title") == "让好书走进教室"


def test_words_that_stand_nowhere_are_told(speech: Path) -> None:
    publication = Publication(beside(speech, '[outline]\n"三、没有的标题" = 1'))
    assert "correction-unmatched" in codes(publication)


def test_lines_that_the_title_page_lacks_are_added_once(speech: Path) -> None:
    said = """[speech]
        title = "在全校读书活动启动仪式上的讲话"
        speaker = "校长　陆知行"
        date = 2025-04-23
    """
    publication = Publication(beside(speech, said))
    found = publication.speech.value
    assert found.named("title") == SPEECH[0]
    assert found.named("speaker") == "校长　陆知行"
    assert found.named("date") == "2025年4月23日"
    assert codes(publication).count("sidecar-added") == 2
    paragraphs = publication.manuscript.value.paragraphs()
    assert [p.index for p in paragraphs] == list(range(len(SPEECH) + 2))
    pieces = [block for _, _, block in found.blocks() if isinstance(block, Piece)]
    assert "".join(p.text for p in paragraphs) == "".join(p.text for p in pieces)


def test_a_speech_without_a_title_gets_the_author_s(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "a.docx", SPEECH[1:])
    publication = Publication(beside(speech, '[speech]\ntitle = "在读书会上的讲话"'))
    assert publication.speech.value.named("title") == "在读书会上的讲话"
    assert publication.manuscript.value.paragraphs()[0].text == "在读书会上的讲话"


def test_a_line_that_the_speech_has_in_other_words_keeps_them(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "a.docx", (SPEECH[0], "（2025年4月23日）", *SPEECH[1:]))
    publication = Publication(beside(speech, '[speech]\ndate = "2025年5月1日"'))
    assert publication.speech.value.named("date") == "（2025年4月23日）"
    assert "sidecar-differs" in codes(publication)


def test_notices_of_the_reader_move_with_the_paragraphs(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "a.docx", (*SPEECH[:-1], "三、第三部分的标题", "某某。"))
    said = '[speech]\nspeaker = "校长　陆知行"\n[fill]\n"某某" = "青山"'
    publication = Publication(beside(speech, said))
    assert publication.manuscript.value.paragraphs()[-1].text == "青山。"


def test_options_fill_in_over_the_file(tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "a.docx", ("在某某镇的讲话", *SPEECH[1:], "某某，XX市。"))
    beside(
        speech,
        '[fill]\n"某某镇" = "青山镇"\n"某某" = "青山"\n[outline]\n"在某某镇的讲话" = "title"',
    )
    publication = Publication(speech, edits=Edits(fill_of(["XX市=东河市", "某某＝西河"])))
    last = publication.manuscript.value.paragraphs()[-1]
    assert last.text == "西河，东河市。"
    assert publication.speech.value.named("title") == "在青山镇的讲话"
    assert "correction-unmatched" not in codes(publication)


def test_the_second_of_two_words_counts() -> None:
    assert merged((("a", "1"), ("b", "2")), (("b", "3"),)) == (("a", "1"), ("b", "3"))


@pytest.mark.parametrize("option", ["某某镇", "=青山镇", "某某镇=", " = "])
def test_an_option_with_a_gap_is_refused(option: str) -> None:
    with pytest.raises(UsageError) as caught:
        fill_of([option])
    assert caught.value.key == "fill-wrong"


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('\n[fil]\n"某某" = "青山"', "setting-unknown", 2),
        ('[speech]\n\nspaeker = "周一"', "setting-unknown", 3),
        ("[speech]\nspeaker = 3", "config-value", 2),
        ('[fill]\n"某某" = ""', "config-value", 2),
        ('[fill]\n"" = "青山"', "config-value", 2),
        ('[outline]\n"一、" = 10', "config-value", 2),
        ('[outline]\n"一、" = "heading"', "config-value", 2),
        ("fill = 1", "config-value", 1),
    ],
)
def test_a_mistake_is_named_with_its_line(speech: Path, text: str, key: str, line: int) -> None:
    with pytest.raises(UsageError) as caught:
        sidecar_for(beside(speech, text))
    assert (caught.value.key, caught.value.values["line"]) == (key, line)
    assert caught.value.place == str(sidecar_file(speech))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_draft_changes_nothing_until_a_line_is_put_in_force(tmp_path: Path, lang: str) -> None:
    speech = make_speech(
        tmp_path / "a.docx", ("在某某镇的\t“讲话”", *SPEECH[1:], "一、认识读书的意义", "某某\\。")
    )
    plain = Publication(speech)
    text = draft("a.docx", plain.manuscript.value, plain.speech.value, lang)
    with_draft = Publication(beside(speech, text))
    assert with_draft.sidecar == Sidecar()
    assert with_draft.speech == plain.speech
    live = [line[2:] for line in text.split("\n") if line.startswith('# "')]
    assert any(line.startswith('"某某镇" = ') for line in live)
    for line in live:
        tomllib.loads(line)
    outline = text[text.index("[outline]") :].replace('# "', '"')
    beside(speech, outline)
    assert headings(Publication(speech)) == headings(plain)


MODEL = next(path for path in EXAMPLES if "河湖" in path.name)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_filled_in_stands_in_deck_notes_and_pages(kind: str) -> None:
    pairs = ["某某镇=青山镇", "20XX年=2025年", "XX工业园=东河工业园", "XX市=东河市", "____=九十"]
    stage = Publication(MODEL, edits=Edits(fill_of(pairs))).plan(kind)
    words = write(stage.value, None, load_typefaces())[0].decode("utf-8")
    assert "青山镇" in words
    assert not spans(words)
    assert "placeholders-left" not in {notice.code for notice in stage.notices}
