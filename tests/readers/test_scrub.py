"""A clean copy: the same text, and nothing else that the file knew."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest

from publisher.messages import MESSAGES, sentence
from publisher.readers.docx.scrub import scrub
from tests.readers.build import docx
from tests.readers.copies import leaks, texts
from tests.readers.leaks.leak import Leak
from tests.readers.leaks.table import LEAKS

HARMLESS = {"the author of a document", "a chart that is not there"}
"""They hold no secret; what they hold must go all the same."""


def made(folder: Path, leak: Leak) -> bytes:
    return docx(folder, leak.body, **leak.options).read_bytes()


@pytest.mark.parametrize("name", LEAKS)
def test_nothing_that_is_not_shown_is_passed_on(tmp_path: Path, name: str) -> None:
    leak = LEAKS[name]
    data = made(tmp_path, leak)
    copy, notices = scrub(data)
    assert texts(data) == texts(copy) == leak.texts
    assert leaks(data) == (name not in HARMLESS)
    assert not leaks(copy)
    assert sorted(notice.code for notice in notices) == sorted(leak.codes)
    for notice in notices:
        assert notice.code in MESSAGES
        assert all(sentence(notice.code, dict(notice.values), lang) for lang in ("zh", "en"))
    assert python_docx.Document(io.BytesIO(copy)) is not None


@pytest.mark.parametrize("name", LEAKS)
def test_a_copy_of_a_copy_is_the_same_copy(tmp_path: Path, name: str) -> None:
    copy, _ = scrub(made(tmp_path, LEAKS[name]))
    assert scrub(copy) == (copy, ())


def test_every_notice_of_a_copy_is_seen_by_some_test() -> None:
    told = {code for code in MESSAGES if code.startswith("scrub-")}
    seen = {code for leak in LEAKS.values() for code in leak.codes}
    assert told - seen == {"scrub-cropped", "scrub-filled"}  # test_scrub_cropping, _filling
