"""Readings in the finished PDF: all of them there, and the words below them read on."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.publication import Publication
from tests.judges import glyphs
from tests.readers.build import docx, p, r

pytestmark = pytest.mark.judge


def test_the_words_read_on_without_the_readings_which_follow(tmp_path: Path) -> None:
    inside = f"<w:rt>{r('chén')}</w:rt><w:rubyBase>{r('谌')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby>{inside}</w:ruby></w:r>"
    text = "今天我们一起来读先生的书，他的书我读了三十年，" * 2
    file = docx(tmp_path, p("在读书会上的讲话"), p(text, ruby, "先生", text), p("谢谢大家！"))
    pdf = tmp_path / "speech.pdf"
    pdf.write_bytes(Publication(file).file("script").value)
    (page,) = glyphs.read(pdf)
    found = "".join(char.text for char in page.chars)
    assert f"{text}谌先生{text}chén谢谢大家！" in found.replace(" ", "")
    base = next(char for char in page.chars if char.text == "谌")
    reading = [char for char in page.chars if char.text in "chén"]
    assert all(base.x <= char.x and char.right <= base.right for char in reading)
    assert all(char.baseline < base.baseline - 0.9 * base.size for char in reading)
