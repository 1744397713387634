"""A change does again what it touches, and nothing more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import publisher.outline.infer
import publisher.readers
from publisher.events import Silent
from publisher.web.app.again import Shelf
from tests.speeches import make_speech


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    for module, name in ((publisher.readers, "read"), (publisher.outline.infer, "understand")):
        real = getattr(module, name)

        def counting(*given: object, name: str = name, real: object = real) -> object:
            done.append(name)
            return real(*given)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counting)
    return done


def say(speech: Path, text: str) -> None:
    speech.with_suffix(".toml").write_text(text, encoding="utf-8")


def test_another_theme_reads_and_understands_nothing_anew(
    tmp_path: Path, counted: list[str]
) -> None:
    speech, shelf = make_speech(tmp_path / "a.docx"), Shelf()
    first = shelf.publication(speech, Silent()).slides
    say(speech, '[deck]\ntheme = "ink"\ndensity = "full"\n')
    again = shelf.publication(speech, Silent())
    assert again.theme.name == "ink"
    assert again.slides != first
    assert counted == ["read", "understand"]


@pytest.mark.parametrize(
    "word",
    [
        '[outline]\n"二、养成读书的习惯" = 2\n',
        '[fill]\n"好书" = "书"\n',
        '[speech]\nspeaker = "李和"\n',
    ],
)
def test_the_authors_word_on_the_text_is_heard(
    tmp_path: Path, counted: list[str], word: str
) -> None:
    speech, shelf = make_speech(tmp_path / "a.docx"), Shelf()
    first = shelf.publication(speech, Silent()).speech.value
    say(speech, word)
    assert shelf.publication(speech, Silent()).speech.value != first
    assert counted.count("read") == 2


def test_a_file_that_was_saved_is_read_anew(tmp_path: Path, counted: list[str]) -> None:
    speech, shelf = make_speech(tmp_path / "a.docx"), Shelf()
    shelf.publication(speech, Silent())
    make_speech(speech, ("另一篇讲话", "同志们：", "好。"))
    os.utime(speech, (1, 1))
    title = shelf.publication(speech, Silent()).speech.value.named("title")
    assert title == "另一篇讲话"


def test_only_the_last_speeches_are_kept(tmp_path: Path, counted: list[str]) -> None:
    shelf = Shelf(most=2)
    speeches = [make_speech(tmp_path / f"{name}.docx") for name in "abc"]
    for speech in (*speeches, speeches[0]):
        shelf.publication(speech, Silent())
    assert counted.count("read") == 4
    shelf.publication(speeches[2], Silent())
    assert counted.count("read") == 4
