"""The inputs of the benchmarks: as many, as different and as broken as was asked."""

import re
from pathlib import Path

import pytest

from benchmarks.inputs import BREAKS, Template, documents
from publisher.errors import InputError
from publisher.readers import read
from tests.speeches import make_speech

SPEECH = (
    "在某某镇读书活动启动仪式上的讲话",
    "同志们：",
    "一、认识读书的意义",
    "读书使人明理。一要读经典，打牢根基。二要读专业，增长本领。2024年办了120场。",
)


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "speech.docx", SPEECH)


def words(data: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "read.docx"
    file.write_bytes(data)
    return [paragraph.text for paragraph in read(file)[0].paragraphs()]


def test_variants_differ_but_keep_their_headings_and_dates(speech: Path, tmp_path: Path) -> None:
    template = Template(speech)
    variants = [words(template.variant(number), tmp_path) for number in range(30)]
    assert len({"".join(variant) for variant in variants}) > 20
    for title, salutation, heading, text in variants:
        assert re.fullmatch(r"在\w\w镇读书活动启动仪式上的讲话", title)
        assert (salutation, heading) == SPEECH[1:3]
        assert "某" not in title
        assert text.startswith("读书使人明理。")
        assert re.search(r"2024年办了\d{3}场。", text)
        assert "二要读专业，增长本领。" in text


def test_the_same_speech_gives_the_same_files(speech: Path) -> None:
    assert dict(documents(speech, 10, 2)).keys() == {f"{n:02}.docx" for n in range(1, 11)}
    assert list(documents(speech, 10, 2)) == list(documents(speech, 10, 2))


def test_a_longer_speech_has_one_title_and_so_many_times_the_rest(
    speech: Path, tmp_path: Path
) -> None:
    title, *rest = words(Template(speech).longer(7), tmp_path)
    assert "启动仪式" in title
    assert [paragraph for paragraph in rest if paragraph == "同志们："] == ["同志们："] * 7
    assert len(rest) == 7 * 3
    assert len(set(rest[2::3])) > 4


def test_as_many_are_broken_as_was_asked_in_every_way_that_files_break(
    speech: Path, tmp_path: Path
) -> None:
    reasons = []
    for name, data in documents(speech, 40, 7):
        file = tmp_path / name
        file.write_bytes(data)
        try:
            read(file)
        except InputError as error:
            reasons.append(error.args[0])
    assert len(reasons) == 7
    assert len(set(reasons)) >= len(BREAKS) - 1
