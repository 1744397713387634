import ast
from pathlib import Path
from string import Formatter

import pytest

import publisher.errors
from publisher.cli.render import MOST_NOTICES, error_line, notice_lines
from publisher.errors import InputError, PublisherError, UsageError
from publisher.events import notice
from publisher.messages import MESSAGES

SOURCES = sorted(Path(publisher.__file__).parent.rglob("*.py"))


def calls() -> list[tuple[str, str]]:
    """(function, first argument) of each call in the package whose first argument is a string."""
    found = []
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.append((node.func.id, first.value))
    return found


def test_every_error_has_its_sentence_and_its_remedy() -> None:
    raised = {key for name, key in calls() if name in vars(publisher.errors)}
    assert {"input-missing", "theme-unknown", "output-open"} <= raised
    assert {key for key in raised if key not in MESSAGES} == set()
    assert {key for key in raised if f"{key}.hint" not in MESSAGES} == set()


def test_every_notice_and_line_has_its_sentence() -> None:
    told = {key for name, key in calls() if name in ("notice", "text", "sentence")}
    assert {key for key in told if key not in MESSAGES} == set()


def test_a_sentence_has_the_same_gaps_in_both_languages() -> None:
    for key, (chinese, english) in MESSAGES.items():
        assert gaps(chinese) == gaps(english), key
        assert chinese, key
        assert english, key


def gaps(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "a.docx: file not found. Check the name and the folder."),
        ("zh", "a.docx：找不到文件。请检查文件名和所在文件夹。"),
    ],
)
def test_an_error_says_where_what_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, language: str, line: str
) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", language)
    assert error_line(InputError("input-missing", place="a.docx")) == line


def test_a_message_is_one_line_whatever_the_file_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "en")
    assert "\n" not in error_line(InputError("input-missing", place="a\nb.docx"))


def test_values_may_be_called_like_our_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "en")
    error: PublisherError = UsageError("key-unknown", key="tehme", near="theme")
    assert error_line(error) == "Unknown key tehme. The nearest known one is theme."


def test_notices_are_told_once_and_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "en")
    few = notice_lines([notice("title-missing", 2)] * 2, "a.docx")
    assert few == ["a.docx: notice: paragraph 3: the speech has no title"]
    many = notice_lines([notice("title-missing", n) for n in range(MOST_NOTICES + 3)])
    assert len(many) == MOST_NOTICES + 1
    assert many[-1] == "notice: … and 3 more"
