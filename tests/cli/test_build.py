import json
import sys
from itertools import count
from pathlib import Path

import pytest

from publisher.batch import stores
from publisher.batch.build import Build, Order, Outcome, State
from publisher.batch.manifest import Entry
from publisher.cli import main
from publisher.cli.building import Summary, failures, table
from publisher.cli.console import Console
from publisher.errors import InputError
from tests.judges.programs import need_module
from tests.speeches import make_speech


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "en")
    monkeypatch.chdir(tmp_path)


def test_the_summary_is_a_table_in_columns_also_with_wide_characters() -> None:
    entry = Entry("", 12, 130)
    outcomes = [
        Outcome(
            0, Path("a.docx"), "讲话", State.DONE, {"pptx": entry, "script": Entry("", 3, 130)}
        ),
        Outcome(1, Path("b.docx"), "b", State.FAILED, {}),
    ]
    assert table(outcomes) == [
        "speech  formats      slides  pages  minutes  state",
        "讲话    pptx,script      12      3        3  done",
        "b       –                 –      –        –  failed",
    ]


def test_a_build_ends_with_its_summary_and_says_what_failed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_speech(tmp_path / "speeches" / "good.docx")
    (tmp_path / "speeches" / "bad.docx").write_text("no package", encoding="utf-8")
    assert main(["build", "--formats", "script, pptx"]) == 1
    out, err = capsys.readouterr()
    heads = [line.split()[0] for line in out.splitlines()]
    assert heads == ["speech", "bad", "good", "failed", "bad"]
    assert "open it in Word or WPS" in out.splitlines()[-1]
    assert len(err.splitlines()) == 1
    assert "bad.docx" in err
    (tmp_path / "speeches" / "bad.docx").unlink()
    assert main(["build", "--formats", "script, pptx"]) == 0
    assert "unchanged" in capsys.readouterr().out


def test_a_single_speech_that_fails_ends_with_its_own_code(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_text("no package", encoding="utf-8")
    assert main(["build", "bad.docx"]) == 3


def test_of_many_speeches_those_that_failed_are_named_with_a_remedy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for number in range(50):
        make_speech(tmp_path / "speeches" / f"{number:02}.docx", (f"第{number}号题目", "正文。"))
    for name in ("07", "31"):
        (tmp_path / "speeches" / f"{name}.docx").write_bytes(b"")
    assert main(["build", "--formats", "script", "--jobs", "2"]) == 1
    out, err = capsys.readouterr()
    head, first, second, totals = out.splitlines()[:4]
    assert head.split() == ["failed", "reason", "what", "to", "do"]
    assert [line.split()[0] for line in (first, second)] == ["07", "31"]
    assert first.endswith("get the file again")
    assert totals.startswith("48 done, 0 unchanged, 2 failed; ")
    assert len(err.splitlines()) == 2


def test_where_a_terminal_is_narrow_the_remedy_stands_below_the_reason() -> None:
    error = InputError("input-empty")
    outcomes = [Outcome(0, Path("讲话.docx"), "讲话", State.FAILED, {}, (error,))]
    remedy = "a download or copy may have stopped half-way; get the file again"
    assert (
        failures(outcomes, 200)
        == failures(outcomes)
        == [
            "failed  reason                       what to do",
            f"讲话    the file is empty (0 bytes)  {remedy}",
        ]
    )
    assert failures(outcomes, 80) == [
        "failed  reason",
        "        what to do",
        "讲话    the file is empty (0 bytes)",
        f"        {remedy}",
    ]


def test_a_program_reads_a_line_of_json_for_each_event(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_speech(tmp_path / "speeches" / "good.docx")
    (tmp_path / "speeches" / "bad.docx").write_text("no package", encoding="utf-8")
    assert main(["build", "--formats", "script", "--json"]) == 1
    start, bad, good, end = map(json.loads, capsys.readouterr().out.splitlines())
    assert start == {"event": "start", "total": 2}
    assert (bad["name"], bad["state"], bad["errors"][0]["exit_code"]) == ("bad", "failed", 3)
    assert bad["errors"][0]["place"] == str(tmp_path / "speeches" / "bad.docx")
    assert (good["name"], good["number"], good["state"]) == ("good", 1, "done")
    assert good["files"]["script"]["sheets"] > 0
    assert {key: end[key] for key in ("event", "done", "unchanged", "failed", "whole")} == {
        "event": "end",
        "done": 1,
        "unchanged": 0,
        "failed": 1,
        "whole": True,
    }


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for number in range(3):
        make_speech(tmp_path / "speeches" / f"{number}.docx", (f"第{number}号题目", "正文。"))
    ticks = count(0, 6)
    work = Build(Order((tmp_path / "speeches",), tmp_path / "out", ("script",)), tmp_path)
    with Summary(Console(clock=lambda: next(ticks)), work) as summary:
        work.run(summary.outcome)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in lines if "notice" not in line] == ["2/3"]


def test_an_engine_that_is_none_and_a_scheduler_without_one_are_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_speech(tmp_path / "a.docx")
    assert main(["build", "a.docx", "--engine", "spark"]) == 2
    assert "local, dask" in capsys.readouterr().err
    assert main(["build", "a.docx", "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert "--engine dask" in capsys.readouterr().err


def test_a_store_that_nobody_knows_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    need_module("fsspec")
    assert main(["build", "nowhere://a/b.docx"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_an_extra_that_is_missing_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_speech(tmp_path / "a.docx")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["build", "a.docx", "--engine", "dask"]) == 2
    assert "publisher[dask]" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "fsspec", None)
    stores._opened.cache_clear()
    assert main(["build", "s3://a/b.docx"]) == 2
    assert "publisher[stores]" in capsys.readouterr().err
