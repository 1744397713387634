"""publisher check, --fill, --tidy, --write and standard input on the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher.cli import main
from tests.speeches import SPEECH, make_speech

Run = Callable[..., tuple[int, str, str]]
MODEL = ("在某某镇读书会上的讲话", "同志们：", "我代表某某欢迎大家,他说：“好。", *SPEECH[3:])


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("PUBLISHER_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return call


def all_text(package: Path) -> str:
    with ZipFile(package) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_a_check_lists_what_it_finds(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx", MODEL)
    code, out, err = run("check", "a.docx")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("! warning, paragraph 1: “某某镇” is not filled in.")
    assert "✗ error, paragraph 3: “ is never closed. Add ” where it ends" in lines
    assert lines[-1] == "1 errors, 3 warnings, 0 notes"


def test_a_check_may_fail_and_speak_json(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx", MODEL)
    code, out, err = run("check", "a.docx", "--json", "--strict", "--minutes", "9")
    assert code == 4
    assert "4 things want a hand" in err
    data = json.loads(out)
    assert data["counts"] == {"error": 1, "warning": 3, "note": 1}
    assert data["findings"][0]["rule"] == "length"
    make_speech(tmp_path / "b.docx")
    assert run("check", "b.docx", "--strict") == (0, "nothing was found\n", "")


def test_edits_come_before_the_check(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx", MODEL)
    edits = ("--fill", "某某镇=青山镇", "--fill", "某某=青山", "--tidy")
    _, out, _ = run("check", "a.docx", "--json", *edits)
    rules = [f["rule"] for f in json.loads(out)["findings"]]
    assert rules == ["placeholders-filled", "tidy-width", "unmatched"]


@pytest.mark.parametrize("kind", [["pptx"], ["pdf"], ["build"]])
def test_what_is_filled_in_is_published(run: Run, tmp_path: Path, kind: list[str]) -> None:
    make_speech(tmp_path / "a.docx", MODEL)
    (tmp_path / "a.toml").write_text("[fill]\n某某 = 青山", encoding="utf-8")
    options = ["--out", "."] if kind == ["build"] else []
    code, _, err = run(*kind, "a.docx", "--fill", "某某镇=绿水镇", *options, "--strict")
    assert (code, err) == (
        0,
        "notice: 2 placeholders were filled in: 某某镇(1) 某某(1)\n",
    ) or kind == ["build"]
    if kind != ["pdf"]:
        words = all_text(tmp_path / "a.pptx")
        assert "某某" not in words
        assert "绿水镇读书会" in words
        assert "代表青山欢迎" in words


def test_a_build_makes_again_what_the_sidecar_or_the_options_change(
    run: Run, tmp_path: Path
) -> None:
    make_speech(tmp_path / "a.docx", MODEL)
    build = ("build", "a.docx", "--formats", "pptx")

    def state(*options: str) -> str:
        return run(*build, *options)[1].split()[-1]

    assert [state(), state()] == ["done", "unchanged"]
    assert [state("--fill", "某某=青山"), state("--fill", "某某=青山")] == ["done", "unchanged"]
    assert [state("--tidy"), state("--tidy")] == ["done", "unchanged"]
    (tmp_path / "a.toml").write_text('[fill]\n"某某" = "青山"', encoding="utf-8")
    assert [state(), state()] == ["done", "unchanged"]


def test_a_sidecar_is_drafted_once(run: Run, tmp_path: Path) -> None:
    make_speech(tmp_path / "a.docx", MODEL)
    code, out, err = run("outline", "a.docx", "--write")
    assert (code, err) == (0, "")
    assert out.startswith("a.toml (")
    file = tmp_path / "a.toml"
    assert '# "某某镇" = ""' in file.read_text(encoding="utf-8")
    file.write_text("# mine", encoding="utf-8")
    code, _, err = run("outline", "a.docx", "--write")
    assert code == 5
    assert "--force" in err
    assert file.read_text(encoding="utf-8") == "# mine"
    assert run("outline", "a.docx", "--write", "--force")[0] == 0
    assert file.read_text(encoding="utf-8") != "# mine"


def test_standard_input_is_a_speech(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = "\n".join(SPEECH).encode("gb18030")

    def speak() -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    speak()
    code, out, _ = run("outline", "-", "--json")
    assert code == 0
    assert json.loads(out)["title"] == SPEECH[0]
    speak()
    assert run("pptx", "-")[0] == 0
    assert (tmp_path / "speech.pptx").is_file()
    speak()
    code, _, err = run("outline", "-", "--write")
    assert code == 2
    assert "name the file" in err.lower()


@pytest.mark.parametrize(
    "arguments",
    [("check", "a.docx", "--fill", "某某"), ("check", "a.docx", "--minutes", "0"), ("check",)],
)
def test_a_mistake_is_one_line(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    make_speech(tmp_path / "a.docx")
    code, out, err = run(*arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
