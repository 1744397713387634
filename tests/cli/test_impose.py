"""publisher impose, and the booklet of a speech."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from publisher.cli import main
from tests.impose.made import made, mm_of, placed, saved
from tests.speeches import make_speech


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "文件.pdf"
    path.write_bytes(saved(made(6)))
    return path


def size_mm(path: Path) -> tuple[int, int]:
    with pikepdf.open(path) as pdf:
        box = pdf.pages[0].obj.MediaBox
        return round(mm_of(float(box[2]))), round(mm_of(float(box[3])))


def test_a_booklet_stands_beside_its_pdf_and_tells_how_to_print_it(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    monkeypatch.setenv("PUBLISHER_LANG", "zh")
    assert main(["impose", str(file), "--booklet"]) == 0
    target = file.with_name("文件-booklet.pdf")
    assert size_mm(target) == (297, 210)
    assert file.read_bytes() == before
    said = capsys.readouterr().out
    assert f"{target}（6 页印在 2 张 A4 上，缩放 71%；双面" in said


@pytest.mark.parametrize(
    ("options", "name", "size"),
    [
        (["--booklet", "--paper", "A3"], "文件-booklet.pdf", (420, 297)),
        (["--n-up", "2"], "文件-2up.pdf", (297, 210)),
        (["--n-up", "4", "--frames", "--cuts", "--margin", "0"], "文件-4up.pdf", (210, 297)),
        (["--n-up", "6", "-o", "out.pdf"], "out.pdf", (297, 210)),
        (["--n-up", "1", "-o", "folder"], "folder/文件-1up.pdf", (210, 297)),
    ],
)
def test_sheets_come_as_they_are_asked_for(
    file: Path,
    options: list[str],
    name: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(file.parent)
    assert main(["impose", file.name, *options]) == 0
    assert size_mm(file.parent / name) == size


def test_folding_may_be_chosen(file: Path) -> None:
    chosen = "--booklet --signature 1 --thickness 0.5 --right --no-marks".split()
    assert main(["impose", str(file), *chosen]) == 0
    with pikepdf.open(file.with_name("文件-booklet.pdf")) as pdf:
        found = [list(placed(page)) for page in pdf.pages]
        assert found == [[0, 3], [2, 1], [4], [5]]
        assert not isinstance(pdf.pages[0].obj.Contents, pikepdf.Array)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "--n-up"),
        (["--booklet", "--n-up", "2"], "--n-up"),
        (["--booklet", "--frames"], "--frames"),
        (["--n-up", "2", "--no-marks"], "--no-marks"),
        (["--n-up", "2", "--paper", "B9"], "A3"),
        (["--n-up", "4", "--paper", "A5", "--margin", "80"], "--margin"),
    ],
)
def test_what_cannot_be_meant_is_told(
    file: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impose", str(file), *options]) == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_bad_file_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"PK\x03\x04")
    assert main(["impose", str(bad), "--booklet"]) == 3
    assert "bad.pdf" in capsys.readouterr().err
    assert main(["impose", str(tmp_path / "none.pdf"), "--booklet"]) == 3
    assert "none.pdf" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["bad.pdf"]


def test_the_source_is_never_overwritten(file: Path) -> None:
    before = file.read_bytes()
    assert main(["impose", str(file), "--booklet", "-o", str(file)]) == 5
    assert file.read_bytes() == before


def test_our_own_output_is_renewed_and_a_changed_one_is_kept(file: Path) -> None:
    target = file.with_name("文件-booklet.pdf")
    assert main(["impose", str(file), "--booklet"]) == 0
    assert main(["impose", str(file), "--booklet", "--no-marks"]) == 0
    assert not file.with_name("文件-booklet-2.pdf").exists()
    target.write_bytes(target.read_bytes() + b"% mine\n")
    assert main(["impose", str(file), "--booklet"]) == 0
    assert target.read_bytes().endswith(b"% mine\n")
    assert file.with_name("文件-booklet-2.pdf").exists()


@pytest.mark.parametrize(("options", "size"), [([], (297, 210)), (["--paper", "A3"], (420, 297))])
def test_a_speech_becomes_a_booklet_on_the_paper_that_is_printed(
    tmp_path: Path, options: list[str], size: tuple[int, int]
) -> None:
    speech = make_speech(tmp_path / "讲话.docx")
    assert main(["pdf", str(speech), "--kind", "booklet", *options]) == 0
    target = tmp_path / "讲话-booklet.pdf"
    assert size_mm(target) == size
    with pikepdf.open(target) as pdf:
        form = next(iter(pdf.pages[0].obj.Resources.XObject.values()))
        assert [round(mm_of(float(v))) for v in form.BBox] == [0, 0, 210, 297]


def test_a_build_makes_booklets_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    speech = make_speech(tmp_path / "a.docx")
    build = ["build", str(speech), "--out", str(tmp_path), "--formats", "script,booklet"]
    assert main(build) == 0
    assert {"a.pdf", "a-booklet.pdf"} <= {path.name for path in tmp_path.iterdir()}
    capsys.readouterr()
    assert main(build) == 0
    assert "script,booklet" in capsys.readouterr().out
