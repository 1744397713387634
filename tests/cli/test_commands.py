"""The command line, run in this process as a person would."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

import publisher.publish
from publisher import __version__
from publisher.cli import main
from publisher.cli.doctor import CHECKS
from publisher.theme.load import theme_names
from tests.speeches import make_speech

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "en")


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PUBLISHER_LANG", request.param)
    return str(request.param)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    if "PUBLISHER_LANG" not in __import__("os").environ:
        monkeypatch.setenv("PUBLISHER_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_deck_stands_beside_the_speech_and_one_line_says_so(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "讲话 #2 90%（一）.docx")
    code, out, err = run("pptx", "讲话 #2 90%（一）.docx")
    assert (code, err) == (0, "")
    assert out.startswith("讲话 #2 90%（一）.pptx (")
    assert out.endswith(" slides, about 1 min)\n")
    assert ZipFile(tmp_path / "讲话 #2 90%（一）.pptx").testzip() is None


@pytest.mark.parametrize(
    ("options", "name"),
    [((), "a.pdf"), (("--kind", "script"), "a.pdf"), (("--kind", "slides"), "a-slides.pdf")],
)
def test_a_pdf_is_the_script_or_the_slides(
    run: Run, tmp_path: Path, options: tuple[str, ...], name: str
) -> None:
    make_speech(tmp_path / "a.docx")
    code, out, _ = run("pdf", "a.docx", *options)
    assert code == 0
    assert out.startswith(name)
    assert names(tmp_path) == sorted(["a.docx", name])


@pytest.mark.parametrize(
    ("output", "written"),
    [
        ("deck.pptx", "deck.pptx"),
        ("DECK.PPTX", "DECK.PPTX"),
        ("x/deck.pptx", "x/deck.pptx"),
        ("there", "there/a.pptx"),
        ("new/", "new/a.pptx"),
        ("第2.1稿", "第2.1稿/a.pptx"),
    ],
)
def test_the_output_is_a_file_or_a_folder(
    run: Run, tmp_path: Path, output: str, written: str
) -> None:
    make_speech(tmp_path / "a.docx")
    (tmp_path / "there").mkdir()
    assert run("pptx", "a.docx", "-o", output)[0] == 0
    assert names(tmp_path) == sorted(["a.docx", written])


def test_several_speeches_go_on_after_one_that_fails(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx")
    make_speech(tmp_path / "c.docx")
    code, out, err = run("pptx", "a.docx", "b.docx", "c.docx", "-o", "out")
    assert code == 1
    assert names(tmp_path / "out") == ["a.pptx", "c.pptx"]
    assert len(out.splitlines()) == 2
    assert err == "b.docx: file not found. Check the name and the folder.\n"


def test_two_speeches_of_one_name_are_not_written_to_one_file(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "x" / "a.docx")
    make_speech(tmp_path / "y" / "a.docx")
    code, _, err = run("pptx", "x/a.docx", "y/a.docx", "-o", "out")
    assert code == 2
    assert "would be written to the same file" in err
    assert not (tmp_path / "out").exists()


MISTAKES = {
    "a missing file": (("pptx", "missing.docx"), 3),
    "a text file named .docx": (("pptx", "text.docx"), 3),
    "a file of another kind": (("pptx", "sheet.xlsx"), 3),
    "a folder that is a file": (("pptx", "a.docx", "-o", "text.docx/out/"), 5),
    "a folder at the file's place": (("pptx", "a.docx", "-o", "taken"), 5),
    "an unknown theme": (("pptx", "a.docx", "--theme", "gren"), 2),
    "an unknown theme on paper": (("pdf", "a.docx", "--theme", "gren"), 2),
    "an unknown kind": (("pdf", "a.docx", "--kind", "poster"), 2),
    "an unknown format": (("build", "a.docx", "--formats", "pptx,poster"), 2),
    "a wrong suffix": (("pptx", "a.docx", "-o", "a.pdf"), 2),
    "an unknown command": (("pptxx", "a.docx"), 2),
    "an unknown option": (("pptx", "a.docx", "--tehme", "red"), 2),
    "a missing argument": (("pptx",), 2),
    "an option without its value": (("pptx", "a.docx", "-o"), 2),
    "too many arguments": (("outline", "a.docx", "b.docx"), 2),
    "nothing to build": (("build",), 2),
    "an empty folder to build": (("build", "empty"), 2),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_line_with_a_remedy_and_its_exit_code(
    language: str, run: Run, tmp_path: Path, mistake: str
) -> None:
    make_speech(tmp_path / "a.docx")
    (tmp_path / "a.pptx").write_bytes(b"old")
    (tmp_path / "taken" / "a.pptx").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for name in ("text.docx", "sheet.xlsx"):
        (tmp_path / name).write_text("not what the name says", encoding="utf-8")
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    arguments, expected = MISTAKES[mistake]
    code, out, err = run(*arguments)
    assert (code, out) == (expected, "")
    assert len(err.splitlines()) == 1
    stop = "。" if language == "zh" else "."
    assert err.count(stop) >= 2  # what happened, and what to do
    assert (max(err) >= "\u4e00") == (language == "zh")
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_a_bug_of_ours_asks_to_be_reported_and_shows_its_trace_on_request(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*arguments: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(publisher.publish, "put_out", stumble)
    make_speech(tmp_path / "a.docx")
    code, out, err = run("pptx", "a.docx")
    assert (code, out) == (70, "")
    assert len(err.splitlines()) == 1
    assert "ZeroDivisionError: by zero" in err
    assert "report" in err
    code, _, err = run("pptx", "a.docx", "--debug")
    assert code == 70
    assert "Traceback" in err
    assert "test_commands.py" in err


def test_an_interruption_is_no_traceback(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publisher.publish, "put_out", interrupt)
    make_speech(tmp_path / "a.docx")
    code, out, err = run("pptx", "a.docx")
    assert (code, out) == (130, "")
    assert len(err.splitlines()) == 1
    assert names(tmp_path) == ["a.docx"]


BROKEN_NUMBERING = (
    "一次讲话的题目在这里",
    "一、第一部分的标题",
    "甲。",
    "三、第三部分的标题",
    "乙。",
)


def test_notices_are_lines_on_standard_error_and_fail_a_strict_run(
    run: Run, tmp_path: Path
) -> None:
    make_speech(tmp_path / "a.docx", BROKEN_NUMBERING)
    code, out, err = run("pptx", "a.docx")
    assert code == 0
    assert "notice: " in err
    code, out, err = run("pptx", "a.docx", "--strict")
    assert code == 4
    assert "a.pptx" in out
    assert "--strict was asked" in err.splitlines()[-1]


def test_quiet_says_nothing_but_errors(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx", BROKEN_NUMBERING)
    assert run("pptx", "a.docx", "--quiet") == (0, "", "")
    code, out, err = run("pptx", "b.docx", "--quiet")
    assert (code, out) == (3, "")
    assert err


def test_the_settings_of_the_folder_are_defaults(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx")
    for theme in ("red", "blue"):
        (tmp_path / "publisher.toml").write_text(f'theme = "{theme}"', encoding="utf-8")
        assert run("pptx", "a.docx", "-o", f"{theme}.pptx")[0] == 0
        assert run("pptx", "a.docx", "-o", f"{theme}-2.pptx", "--theme", "red")[0] == 0
    deck = {p.stem: p.read_bytes() for p in tmp_path.glob("*.pptx")}
    assert deck["red"] == deck["red-2"] == deck["blue-2"]
    assert deck["blue"] != deck["red"]


def test_wrong_settings_are_wrong_usage(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx")
    (tmp_path / "publisher.toml").write_text('tehme = "red"', encoding="utf-8")
    code, _, err = run("pptx", "a.docx")
    assert code == 2
    assert "publisher.toml" in err
    assert "theme" in err


def test_the_outline_is_a_tree_or_json(language: str, run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "讲话.docx")
    code, out, err = run("outline", "讲话.docx")
    assert (code, err) == (0, "")
    assert "一、认识读书的意义" in out
    code, out, err = run("outline", "讲话.docx", "--json")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert data["file"] == "讲话.docx"
    assert data["salutation"] == "同志们："
    assert [h["number"] for h in data["headings"]] == ["一、", "一要", "二要", "二、"]


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"publisher {__version__}\n", "")


def test_themes_and_fonts_are_listed(language: str, run: Run) -> None:
    code, out, err = run("themes", "list")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(theme_names())
    code, out, err = run("fonts", "list")
    assert (code, err) == (0, "")
    assert {"biaosong", "fang", "hei", "kai"} <= {line.split()[0] for line in out.splitlines()}


def test_without_a_command_there_is_help(run: Run) -> None:
    for arguments in ((), ("themes",)):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert "Usage: publisher" in err


@pytest.mark.parametrize(
    "command",
    [
        "", "pptx", "pdf", "outline", "check", "build", "doctor", "themes list", "themes show",
        "themes new", "themes check", "themes export", "fonts list",
    ],
)  # fmt: skip
def test_every_command_has_help(language: str, run: Run, command: str) -> None:
    code, out, err = run(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert out.startswith("用法：" if language == "zh" else "Usage:")
    listed = [line for line in out.splitlines() if line.startswith("  --")]
    assert all(len(line.split(maxsplit=1)) == 2 for line in listed)


def test_the_doctor_finds_this_machine_well(language: str, run: Run) -> None:
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == len(CHECKS)


def test_the_doctor_says_what_is_missing_and_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publisher.typeface.registry.data_dir", lambda name: tmp_path / name)
    code, out, err = run("doctor")
    assert code == 4
    (line,) = [line for line in out.splitlines() if line.startswith("missing")]
    assert "fonts.toml" in line
    assert "install the program again" in line.lower()
    assert len(err.splitlines()) == 1
