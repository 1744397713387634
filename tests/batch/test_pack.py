"""A pack: one folder with all that a speaker takes along, from one reading of the speech."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

import publisher.readers
from publisher.batch.pack import CONTENTS, folder_beside, pack
from publisher.cli import main
from publisher.kinds import KINDS
from publisher.messages import MESSAGES
from publisher.publication import Publication
from publisher.seal import is_untouched
from tests.speeches import make_speech

FILES = {
    "讲话.pptx", "讲话-show.pdf", "讲话.pdf", "讲话-script.docx", "讲话-reading.pdf",
    "讲话-handout.pdf",
}  # fmt: skip


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    return make_speech(tmp_path / "讲话.docx")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_each_file_of_a_pack_is_told_of() -> None:
    assert set(CONTENTS) <= set(KINDS)
    assert all(f"pack.{kind}" in MESSAGES for kind in CONTENTS)


def test_all_files_are_sealed_and_come_from_one_reading(
    speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, readings = publisher.readers.read, []
    monkeypatch.setattr(publisher.readers, "read", lambda p: (readings.append(p), read(p))[1])
    made = pack(Publication(speech), folder_beside(speech), "zh")
    assert readings == [speech]
    files = contents(speech.parent / "讲话-pack")
    assert set(files) == {*FILES, "打印说明.txt"}
    assert made.page.name == "打印说明.txt"
    assert all(map(is_untouched, files.values()))


def test_packing_again_gives_the_same_bytes(speech: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "b"):
        pack(Publication(speech), tmp_path / name, "en")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_page_tells_paper_edge_and_size_of_what_is_printed(speech: Path) -> None:
    page = pack(Publication(speech, {"paper": "A5"}), folder_beside(speech), "zh").page.read_bytes()
    assert page.startswith(b"\xef\xbb\xbf")
    assert page.count(b"\n") == page.count(b"\r\n")
    parts = page.decode("utf-8-sig").split("\r\n\r\n")
    for name, told in {
        "讲话.pdf": ("A5", "双面", "长边", "实际大小"),
        "讲话-reading.pdf": ("A5", "单面", "实际大小"),
        "讲话-handout.pdf": ("A5", "双面", "长边", "实际大小"),
        "讲话-script.docx": ("A5", "修改"),
        "讲话.pptx": ("F5",),
        "讲话-show.pdf": ("全屏",),
    }.items():
        (part,) = (part for part in parts if part.startswith(name + "\r\n"))
        assert all(word in part for word in told), part


def test_a_page_that_somebody_wrote_on_is_kept(speech: Path) -> None:
    page = pack(Publication(speech), folder_beside(speech), "zh").page
    page.write_bytes(page.read_bytes() + "双面打印 30 份".encode())
    again = pack(Publication(speech), folder_beside(speech), "zh").page
    assert again.name == "打印说明-2.txt"


def test_the_show_opens_full_screen_and_the_slides_do_not(speech: Path) -> None:
    folder = pack(Publication(speech), folder_beside(speech), "en").page.parent
    with pikepdf.open(folder / "讲话-show.pdf") as show:
        assert show.Root.PageMode == "/FullScreen"
        assert show.Root.ViewerPreferences.NonFullScreenPageMode == "/UseOutlines"
    with pikepdf.open(folder / "讲话-handout.pdf") as handout:
        assert handout.Root.PageMode != "/FullScreen"


def test_the_command_says_what_it_made(speech: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", str(speech), "-o", str(speech.parent / "U盘")]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in (*FILES, "PRINTING.txt"))


def test_a_speech_that_cannot_be_read_leaves_no_folder(tmp_path: Path) -> None:
    assert main(["pack", str(tmp_path / "none.docx")]) == 3
    assert list(tmp_path.iterdir()) == []
