"""``read``: write a document from XML, read it, and look at what a person would see."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pytest

from publisher.events import Notice
from publisher.manuscript import Manuscript, Paragraph
from publisher.messages import MESSAGES, sentence
from publisher.readers import read as read_file
from tests.readers.build import docx


class Found:
    """A manuscript that was read, with shortcuts for assertions."""

    def __init__(self, manuscript: Manuscript, notices: tuple[Notice, ...]) -> None:
        self.manuscript = manuscript
        self.notices = notices
        self.paragraphs: tuple[Paragraph, ...] = manuscript.paragraphs()
        self.texts = [paragraph.text for paragraph in self.paragraphs]
        self.codes = [notice.code for notice in notices]

    def value(self, code: str, name: str) -> str:
        """The value ``name`` of the one notice ``code``."""
        (found,) = [notice for notice in self.notices if notice.code == code]
        return dict(found.values)[name]


class Read(Protocol):
    def __call__(self, *body: str, **options: Any) -> Found: ...


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a document of the given body. Holds for all: indexes count, notices have words."""

    def build_and_read(*body: str, **options: Any) -> Found:
        found = Found(*read_file(docx(tmp_path, *body, **options)))
        assert [q.index for q in found.paragraphs] == list(range(len(found.paragraphs)))
        for q in found.paragraphs:
            assert q.text == "".join(run.text for run in q.runs)
            assert q.text.startswith(q.label)
        for notice in found.notices:
            assert notice.code in MESSAGES
            assert all(sentence(notice.code, dict(notice.values), lang) for lang in ("zh", "en"))
        return found

    return build_and_read
