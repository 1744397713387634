"""The committed examples are what their sources build, and what their outlines say they are."""

from __future__ import annotations

import json
import runpy
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SPEECHES = sorted(EXAMPLES.glob("*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIGITS = "一二三四五六七八九十"

each_speech = pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, built anew in a process of its own."""
    folder = tmp_path_factory.mktemp("examples")
    script = str(EXAMPLES / "build.py")
    subprocess.run([sys.executable, script, str(folder)], check=True)
    return folder


def members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with zipfile.ZipFile(path) as package:
        return [(i.filename, i.date_time, package.read(i)) for i in package.infolist()]


def paragraphs(path: Path) -> list[ET.Element]:
    """The non-empty paragraphs in reading order, those of table cells included."""
    with zipfile.ZipFile(path) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    return [element for element in root.iter(W + "p") if text_of(element).strip()]


def text_of(paragraph: ET.Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(W + "t"))


def outline(path: Path) -> dict[str, Any]:
    data = (EXAMPLES / "outlines" / f"{path.stem}.json").read_text(encoding="utf-8")
    annotated: dict[str, Any] = json.loads(data)
    return annotated


def automatic_numbers(path: Path) -> dict[int, str]:
    """What Word prints before each numbered paragraph: 一、 （一） 1. by level."""
    numbers, counts = {}, [0, 0, 0]
    for index, paragraph in enumerate(paragraphs(path)):
        level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if level is not None:
            at = int(level.attrib[W + "val"])
            counts[at:] = [counts[at] + 1] + [0] * (2 - at)
            digit = DIGITS[counts[at] - 1]
            numbers[index] = (f"{digit}、", f"（{digit}）", f"{counts[at]}.")[at]
    return numbers


def test_the_script_builds_these_three_files_and_no_other(built: Path) -> None:
    assert len(SPEECHES) == 3
    assert [path.name for path in sorted(built.iterdir())] == [path.name for path in SPEECHES]


@each_speech
def test_the_committed_file_is_what_the_script_builds(speech: Path, built: Path) -> None:
    # Part by part: another zlib may pack the same bytes differently.
    assert members(speech) == members(built / speech.name)


@each_speech
def test_no_part_carries_a_clock_a_person_or_a_path(speech: Path) -> None:
    for _name, date, data in members(speech):
        assert date == (1980, 1, 1, 0, 0, 0)
        for trace in (b"/work", b"/home", b"/root", b"C:\\", b"python-docx"):
            assert trace not in data


@each_speech
def test_a_speech_is_long_enough_for_a_real_deck(speech: Path) -> None:
    characters = "".join(text_of(paragraph) for paragraph in paragraphs(speech)).split()
    assert 2500 <= len("".join(characters)) <= 3600


@each_speech
def test_no_real_person_speaks(speech: Path) -> None:
    text = "".join(text_of(paragraph) for paragraph in paragraphs(speech))
    for name in ("习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "总书记", "党中央", "国务院"):
        assert name not in text


@each_speech
def test_every_quotation_is_closed_in_its_paragraph(speech: Path) -> None:
    for paragraph in paragraphs(speech):
        text = text_of(paragraph)
        for opening, closing in ("“”", "‘’", "《》", "（）"):
            assert text.count(opening) == text.count(closing), text


@each_speech
def test_the_annotated_headings_stand_where_the_outline_says(speech: Path) -> None:
    texts = [text_of(paragraph) for paragraph in paragraphs(speech)]
    numbers = automatic_numbers(speech)
    for heading in outline(speech)["headings"]:
        at = heading["paragraph"]
        whole = numbers.get(at, "") + texts[at]
        assert heading["text"].startswith(heading["number"])
        assert (heading["text"] != whole) == heading["run_in"]
        assert heading["text"] in whole
        assert not heading["run_in"] or heading["text"].endswith("。")


@each_speech
def test_every_styled_or_numbered_paragraph_is_an_annotated_heading(speech: Path) -> None:
    expected = set(automatic_numbers(speech))
    for index, paragraph in enumerate(paragraphs(speech)):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.attrib[W + "val"].startswith("Heading"):
            expected.add(index)
    found = {heading["paragraph"] for heading in outline(speech)["headings"]}
    assert expected <= found


@each_speech
def test_the_named_lines_are_paragraphs_of_the_speech(speech: Path) -> None:
    texts = [text_of(paragraph) for paragraph in paragraphs(speech)]
    annotated = outline(speech)
    named = ("title", "subtitle", "speaker", "date", "salutation", "closing")
    lines = [annotated[name] for name in named if annotated[name]]
    assert annotated["title"] == texts[0]
    assert annotated["closing"] in {None, texts[-1]}
    assert set(lines) <= set(texts)


def pixels(png: bytes) -> Iterator[bytes]:
    """The chunks of a PNG with the packed pixels unpacked."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        yield kind + (zlib.decompress(data) if kind == b"IDAT" else data)
        at += 12 + length


def test_the_committed_picture_is_what_the_script_draws() -> None:
    drawing = runpy.run_path(str(EXAMPLES / "draw.py"))
    committed = drawing["PICTURE"].read_bytes()
    assert list(pixels(committed)) == list(pixels(drawing["png"](drawing["canvas"]())))
    assert len(committed) < 60_000


def test_one_speech_carries_the_picture() -> None:
    pictures = [d for path in SPEECHES for name, _, d in members(path) if name.endswith(".png")]
    assert pictures == [(EXAMPLES / "sources" / "passengers.png").read_bytes()]
