"""The page on themes keeps its word, in both languages: commands run, examples and tables hold."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from publisher.cli import main
from publisher.theme.aspect import MARGIN
from publisher.theme.contrast import AA
from publisher.theme.load import (
    DRAWINGS,
    FONTS,
    SPACING,
    STYLES,
    load_theme,
)
from publisher.theme.model import SLOTS
from publisher.theme.problem import Severity
from publisher.theme.review import review
from publisher.theme.roles import FRAMES_OF
from publisher.theme.rules import MOST_INK
from publisher.typeface.registry import load_typefaces
from tests.speeches import make_speech

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("themes.md", "themes.zh-CN.md")


def blocks(page: str, language: str = "") -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [block for kind, block in found if kind == language]


def commands(page: str) -> list[str]:
    return [line for block in blocks(page) for line in block.splitlines()]


def rows(page: str) -> list[list[set[str]]]:
    """The rows of all tables, as the words in backticks of each cell."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [
        [set(re.findall(r"`([\w-]+)`", cell)) for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ")
    ]


@pytest.mark.parametrize("page", PAGES)
def test_its_commands_run_in_their_order(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    make_speech(tmp_path / "speech.docx")
    found = commands(page)
    assert {shlex.split(line)[2] for line in found if " themes " in line} == {
        "new", "check", "show", "export",
    }  # fmt: skip
    for line in found:
        program, *words = shlex.split(line)
        assert program == "publisher"
        assert main(words) == 0, line
    capfd.readouterr()
    for name in ("theme-dawn.png", "speech.pptx", "speech-slides.pdf", "dawn.potx"):
        assert (tmp_path / name).stat().st_size > 10_000


def test_both_pages_show_the_same_commands_and_examples() -> None:
    for language in ("", "toml", "xml"):
        assert blocks(PAGES[0], language) == blocks(PAGES[1], language) != []


@pytest.mark.parametrize("page", PAGES)
def test_its_tables_are_those_of_the_program(page: str) -> None:
    table = rows(page)
    assert {row[0].pop() for row in table if len(row) == 2 and row[0] & set(SLOTS)} == set(SLOTS)
    roles = {next(iter(row[0])): row for row in table if len(row) == 4 and row[0]}
    assert set(roles) == set(FRAMES_OF) == set(DRAWINGS)
    for role, (_, needed, wanted, instead) in roles.items():
        assert needed == set(FRAMES_OF[role].needed), role
        assert wanted == set(FRAMES_OF[role].wanted), role
        assert instead == {DRAWINGS[role][1]} - {None}, role
    styles = [row[1] for row in rows(page) if len(row) == 2 and row[1] & STYLES]
    listed = [style for row in styles for style in row if style in STYLES]
    assert set(listed) == STYLES
    text = (DOCS / page).read_text(encoding="utf-8")
    assert set(re.findall(r"`([\w-]+)`", text)) >= SPACING | FONTS


@pytest.mark.parametrize("page", PAGES)
def test_its_numbers_are_those_of_the_program(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for number in (MARGIN // 9525, MOST_INK, AA):
        assert f"{number}" in text


@pytest.mark.parametrize("page", PAGES)
def test_its_examples_are_good(page: str, tmp_path: Path) -> None:
    (settings,) = blocks(page, "toml")
    pine = tmp_path / "pine"
    pine.mkdir()
    (pine / "theme.toml").write_text(settings, encoding="utf-8")
    assert load_theme(pine).palette["accent1"] == tomllib.loads(settings)["palette"]["accent1"]
    found = review(pine, load_typefaces().roles)[1]
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []

    (frame,) = blocks(page, "xml")
    (pine / "text.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" data-palette='
        f'"dk1:2B2523"><rect width="1280" height="720" fill="#FBF8F2"/>{frame}'
        '<rect data-frame="body" data-style="reading" y="160" width="900" height="400"/></svg>',
        encoding="utf-8",
    )
    assert load_theme(pine).drawings["text"].frames["title"].style == "title"


@pytest.mark.parametrize("page", PAGES)
def test_its_links_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or (DOCS / target).exists(), target
