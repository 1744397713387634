"""Options for paper: kinds, profiles, papers, sizes, fonts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from publisher.cli import main
from publisher.resources import data_dir
from tests.speeches import SPEECH, make_speech


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "讲话.docx")


def width_mm(pdf: Path) -> int:
    with pikepdf.open(pdf) as file:
        return round(float(file.pages[0].MediaBox[2]) / 72 * 25.4)


def test_a_lectern_copy_stands_beside_the_speech(speech: Path) -> None:
    assert main(["pdf", str(speech), "--kind", "reading", "--size", "一号"]) == 0
    with pikepdf.open(speech.with_name("讲话-reading.pdf")) as file:
        assert b" 26 Tf" in file.pages[0].Contents.read_bytes()


@pytest.mark.parametrize(
    ("paper", "width"), [("A4", 210), ("A5", 148), ("A3", 297), ("Letter", 216)]
)
def test_pages_come_on_the_paper_that_is_asked(speech: Path, paper: str, width: int) -> None:
    assert main(["pdf", str(speech), "--paper", paper]) == 0
    assert width_mm(speech.with_suffix(".pdf")) == width


def test_a_handout_stands_beside_the_speech_with_as_many_slides_a_page_as_asked(
    speech: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", str(speech), "--kind", "handout", "--per-page", "2"]) == 0
    with pikepdf.open(speech.with_name("讲话-handout.pdf")) as file:
        pages = len(file.pages)
        assert file.pages[0].Contents.read_bytes().count(b" cm\n") == 2
    assert f"{pages} pages" in capsys.readouterr().out
    assert main(["pdf", str(speech), "--kind", "handout", "--paper", "A5"]) == 0
    assert width_mm(speech.with_name("讲话-handout.pdf")) == 148


def test_a_folder_says_how_many_slides_stand_on_a_page(speech: Path) -> None:
    settings = speech.parent / "publisher.toml"
    settings.write_text("per_page = 1\n", encoding="utf-8")
    assert main(["build", str(speech), "--formats", "handout", "--out", str(speech.parent)]) == 0
    with pikepdf.open(speech.with_name("讲话-handout.pdf")) as file:
        assert file.pages[0].Contents.read_bytes().count(b" cm\n") == 1
    settings.write_text("per_page = 5\n", encoding="utf-8")
    assert main(["build", str(speech), "--formats", "handout", "--out", str(speech.parent)]) != 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--size", "22"], "--kind reading"),
        (["--per-page", "4"], "--kind handout"),
        (["--kind", "handout", "--per-page", "5"], "1, 2, 3, 4, 6, 9"),
        (["--kind", "reading", "--size", "12"], "二号"),
        (["--paper", "A6"], "A5"),
        (["--page-profile", "bok"], "book"),
        (["--kind", "readin"], "reading"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_can(
    speech: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", str(speech), *arguments]) == 2
    assert told in capsys.readouterr().err
    assert sorted(path.name for path in speech.parent.iterdir()) == [speech.name]


def test_a_folder_says_which_profile_paper_and_fonts(speech: Path) -> None:
    shutil.copy(data_dir("fonts") / "LXGWWenKai-Regular.ttf", speech.parent / "own.ttf")
    (speech.parent / "own.toml").write_text(
        'name = "own"\nextends = "office"\n[styles.title]\nsize_pt = 31\n', encoding="utf-8"
    )
    (speech.parent / "publisher.toml").write_text(
        'page_profile = "own.toml"\npaper = "A5"\n[fonts]\nfang = "own.ttf"\n', encoding="utf-8"
    )
    assert (
        main(["build", str(speech), "--formats", "script,reading", "--out", str(speech.parent)])
        == 0
    )
    script = speech.with_suffix(".pdf")
    assert width_mm(script) == width_mm(speech.with_name("讲话-reading.pdf")) == 148
    with pikepdf.open(script) as file:
        page = file.pages[0]
        assert b" 31 Tf" in page.Contents.read_bytes()
        fonts = {str(font.BaseFont) for font in page.Resources.Font.values()}
    assert any("LXGWWenKai" in name for name in fonts)
    assert not any("Fandol" in name for name in fonts)


def test_fonts_check_tells_the_fonts_and_what_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = make_speech(tmp_path / "good.docx")
    assert main(["fonts", "check", str(good), "--strict"]) == 0
    assert "Fandol" in capsys.readouterr().out
    bad = make_speech(tmp_path / "bad.docx", (*SPEECH, "最后请𲎀同志讲话。"))
    assert main(["fonts", "check", str(bad)]) == 0
    assert "U+32380" in capsys.readouterr().out
    assert main(["fonts", "check", str(bad), "--strict"]) == 4


def claims(pdf: Path) -> tuple[bool, bool]:
    """Whether a file says that it is PDF/X-4, and whether it is linearized."""
    with pikepdf.open(pdf) as file:
        return b">PDF/X-4<" in file.Root.Metadata.read_bytes(), file.is_linearized


@pytest.mark.parametrize(
    ("profile", "wanted"),
    [("archive", (False, False)), ("press", (True, False)), ("screen", (False, True))],
)
def test_a_pdf_is_for_what_is_asked(speech: Path, profile: str, wanted: tuple[bool, bool]) -> None:
    assert main(["pdf", str(speech), "--profile", profile]) == 0
    assert claims(speech.with_suffix(".pdf")) == wanted


def test_a_folder_and_a_speech_say_what_their_pdfs_are_for(speech: Path) -> None:
    (speech.parent / "publisher.toml").write_text('profile = "press"\n', encoding="utf-8")
    assert main(["pdf", str(speech)]) == 0
    assert claims(speech.with_suffix(".pdf")) == (True, False)
    speech.with_suffix(".toml").write_text('[deck]\nprofile = "screen"\n', encoding="utf-8")
    assert main(["pdf", str(speech)]) == 0
    assert claims(speech.with_suffix(".pdf")) == (False, True)


def test_slides_are_printed_at_little_ink_and_decks_are_shown_as_they_are(speech: Path) -> None:
    slides, deck = speech.with_name("讲话-slides.pdf"), speech.with_suffix(".pptx")
    first = {}
    for ink in ("full", "saving"):
        (speech.parent / "publisher.toml").write_text(f'ink = "{ink}"\n', encoding="utf-8")
        assert main(["pdf", str(speech), "--kind", "slides"]) == 0
        assert main(["pptx", str(speech)]) == 0
        with pikepdf.open(slides) as file:
            first[ink] = file.pages[0].Contents.read_bytes(), deck.read_bytes()
    red = b".60784 .10588 .12157 rg\n0 0 960 540 re"
    assert (red in first["full"][0], red in first["saving"][0]) == (True, False)
    assert first["full"][1] == first["saving"][1]


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [("--profile", "pres", "archive, press, screen"), ("--ink", "none", "full, saving")],
)
def test_an_unknown_choice_is_told_with_the_known_ones(
    speech: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, known: str
) -> None:
    assert main(["pdf", str(speech), option, value]) == 2
    assert known in capsys.readouterr().err
