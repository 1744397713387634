from pathlib import Path

import pytest

from publisher.batch.build import Outcome, State
from publisher.batch.manifest import Entry
from publisher.cli import main
from publisher.cli.building import table
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
    assert [line.split()[0] for line in out.splitlines()] == ["speech", "bad", "good"]
    assert len(err.splitlines()) == 1
    assert "bad.docx" in err
    (tmp_path / "speeches" / "bad.docx").unlink()
    assert main(["build", "--formats", "script, pptx"]) == 0
    assert "unchanged" in capsys.readouterr().out


def test_a_single_speech_that_fails_ends_with_its_own_code(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_text("no package", encoding="utf-8")
    assert main(["build", "bad.docx"]) == 3
