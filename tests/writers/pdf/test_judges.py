"""What other programs make of our files: poppler, MuPDF and qpdf."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from publisher.geometry import mm, pt
from publisher.writers.pdf import write
from tests.writers.pdf.plans import TYPEFACES, page_plan, set_line, squeezed, text_of

pytestmark = pytest.mark.judge

ROWS = (
    "他说：“城市工作”——是系统工程……《规划》（试行），",
    "到2035年，AVATAR To WiFi 增长5.5%；𠮷野家·⼀一。",
    "“《（一二）》。”，“三”、《四》。",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each row as set by the face, spread, and with every mark squeezed, in two voices."""
    lines = []
    for i, row in enumerate(ROWS):
        y = mm(40) + i * mm(50)
        lines += [
            set_line(row, "fang", pt(15.79), (mm(28), y)),
            set_line(row, "kai", pt(15.79), (mm(28), y + mm(10)), gap=9_000),
            squeezed(
                set_line(row, "fang", pt(15.79), (mm(28), y + mm(20))), "“”《》（）：，；。、"
            ),
            squeezed(set_line(row, "kai", pt(15.79), (mm(28), y + mm(30))), "“”《》（）：，；。、"),
        ]
    data, _ = write(page_plan((text_of(*lines),)), None, TYPEFACES)
    path = tmp_path_factory.mktemp("pdf") / "判.pdf"
    path.write_bytes(data)
    return path


def output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


@pytest.mark.parametrize(
    "program",
    [
        ("pdftotext", "{}", "-"),
        ("pdftotext", "-layout", "{}", "-"),
        ("mutool", "draw", "-F", "text", "{}"),
    ],
)
def test_text_is_extracted_exactly_and_in_order(file: Path, program: tuple[str, ...]):
    text = output(*(part.format(file) for part in program))
    rows = ["".join(line.split()) for line in text.split("\n") if line.strip()]
    expected = ["".join(row.split()) for row in ROWS for _ in range(4)]
    assert rows == expected


def test_every_font_is_embedded_as_a_subset_with_its_texts(file: Path):
    rows = output("pdffonts", file).splitlines()[2:]
    assert rows
    assert {tuple(row.split()[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


def test_the_file_is_sound(file: Path):
    assert "No syntax or stream encoding errors found" in output("qpdf", "--check", file)
