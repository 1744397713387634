"""A speech on the page: its names, and what may be said of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.errors import InputError, PublisherError, UsageError
from publisher.web.app.document import Document, stem_of, suffix_of
from tests.speeches import make_speech


@pytest.fixture
def document(tmp_path: Path) -> Document:
    source = make_speech(tmp_path / "speech.docx")
    return Document(source, "讲话.docx", tmp_path / "folder", bound=False)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("讲话 #2 90%（一）.docx", "讲话 #2 90%（一）"),
        ("a.b.docx", "a.b"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system"),
        ("/etc/cron.d/x.docx", "x"),
        ("C:\\a.docx", "a"),
        ("..", "speech"),
        (".docx", "docx"),
        ("", "speech"),
        ("a\x00b.docx", "a b"),
        ("a\r\nset-cookie: x.docx", "a set-cookie x"),
        ("a\u202excod.docx", "a xcod"),
        ("CON.docx", "speech"),
        ("com1.docx", "speech"),
        ("con.txt.docx", "speech"),
        ("<b>a</b>.docx", "b"),
        ("a" * 300 + ".docx", "a" * 80),
        ("x. . .docx", "x"),
    ],
)
def test_names_of_files_lose_what_is_no_name(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def test_only_what_can_be_read_has_a_suffix() -> None:
    assert suffix_of("A.DOCX") == ".docx"
    assert suffix_of("a.docx.exe") is None
    assert suffix_of("docx") is None
    assert suffix_of("a.docx/../x") is None


def test_changes_stand_in_the_sidecar_and_can_be_taken_back(document: Document) -> None:
    document.change("outline", "一、认识读书的意义", 2)
    document.change("fill", "某某镇", "青山镇")
    document.change("speech", "speaker", "李和")
    document.change("deck", "theme", "ink")
    text = document.sidecar.read_text(encoding="utf-8")
    for line in (
        '"一、认识读书的意义" = 2',
        '"某某镇" = "青山镇"',
        'speaker = "李和"',
        'theme = "ink"',
    ):
        assert line in text
    assert document.steps == 4
    for _ in range(5):
        document.undo()
    assert not document.sidecar.exists()


def test_what_changes_nothing_is_no_step(document: Document) -> None:
    document.change("deck", "theme", "ink")
    document.change("deck", "theme", "ink")
    document.change("deck", "unit", None)
    assert document.steps == 1


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("deck", "theme", "/etc"),
        ("deck", "theme", "../../themes/red"),
        ("deck", "template", "/etc/passwd"),
        ("deck", "logo", "../../secret.png"),
        ("deck", "fallback_font", "x.ttf"),
        ("deck", "density", "huge"),
        ("deck", "larger", "yes"),
        ("deck", "unit", "x" * 1001),
        ("deck", "unit", ["x"]),
        ("outline", "x", 10),
        ("outline", "x", "heading"),
        ("outline", "", 1),
        ("outline", "x" * 4001, 1),
        ("speech", "author", "x"),
        ("speech", "title", ""),
        ("fill", "x", 5),
        ("slides", "x", {"picture": "/etc/passwd"}),
        ("names", "order", "x"),
        ("", "theme", "ink"),
    ],
)
def test_the_page_cannot_say_just_anything(
    document: Document, table: str, key: str, value: object
) -> None:
    with pytest.raises(UsageError):
        document.change(table, key, value)
    assert not document.sidecar.exists()


def test_a_file_saved_by_others_is_news_and_our_own_word_is_not(document: Document) -> None:
    document.change("deck", "theme", "ink")
    assert not document.is_changed()
    os.utime(document.source, (1, 1))
    assert document.is_changed()
    assert not document.is_changed()
    document.sidecar.write_text("", encoding="utf-8")
    assert document.is_changed()
    assert document.steps == 0, "what others wrote is not taken back"


def test_errors_show_the_owners_name_for_the_file(document: Document) -> None:
    error: PublisherError = InputError("input-missing", place=str(document.source))
    assert document.shown_error(error).place == "讲话.docx"
    error = UsageError("toml-line", place=str(document.sidecar), line=1, text="", detail="")
    assert document.shown_error(error).place == "讲话.toml"
