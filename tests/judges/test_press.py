"""Every file for the press passes PDF/X-4 and PDF/A-2u, over a choice of all there is to choose.

Each theme meets each kind of slide page, and every two values of different choices meet once.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges import pdf, pdfx, plates, verapdf
from tests.judges.programs import ROOT

pytestmark = pytest.mark.judge

REPORT, READING = "公交公司年度工作报告.docx", "reading.docx"
CASES: dict[str, tuple[str, str]] = {
    "red": (REPORT, "--kind slides --theme red --charts"),
    "blue": (REPORT, "--kind slides --theme blue --aspect 4:3 --density brief"),
    "ink": (READING, "--kind slides --theme ink --density full"),
    "spring": (REPORT, "--kind slides --theme spring --ink saving"),
    "academy": (READING, "--kind slides --theme academy --aspect 4:3 --larger"),
    "night": (REPORT, "--kind slides --theme night --charts --density full"),
    "night-saving": (READING, "--kind slides --theme night --ink saving --aspect 4:3"),
    "handout": (REPORT, "--kind handout --theme red --per-page 3"),
    "handout-saving": (REPORT, "--kind handout --theme night --per-page 6 --ink saving"),
    "script": (REPORT, "--kind script"),
    "book": (READING, "--kind script --page-profile book --paper A5"),
    "booklet": (REPORT, "--kind booklet"),
    "booklet-large": (REPORT, "--kind booklet --paper A3"),
    "booklet-office": (READING, "--kind booklet --page-profile office --paper A5"),
    "lectern": (REPORT, "--kind reading --size 一号"),
}


def made(name: str, folder: Path) -> Path:
    speech, wishes = CASES[name]
    out = folder / f"{name}.pdf"
    command = [sys.executable, "-m", "publisher", "pdf", str(ROOT / "examples" / speech)]
    subprocess.run(
        [*command, "-o", str(out), "--profile", "press", "--quiet", *wishes.split()],
        cwd=ROOT,
        check=True,
    )
    return out


@pytest.mark.xdist_group("red")  # with the products, so that one JVM does for both
@pytest.mark.parametrize("name", CASES)
def test_files_for_the_press_pass(name: str, tmp_path: Path) -> None:
    file = made(name, tmp_path)
    assert pdfx.judge(file) == []
    assert pdf.sound(file) + pdf.drawable(file) + pdf.fonts(file) == []
    assert verapdf.validate([file], "2u") == []


@pytest.mark.parametrize("name", ["script", "red"])
def test_black_text_is_on_the_black_plate_alone(name: str, tmp_path: Path) -> None:
    file, bare = made(name, tmp_path), tmp_path / "bare.pdf"
    assert plates.without_black_text(file, bare) > 100
    for with_text, without in zip(plates.separate(file), plates.separate(bare), strict=True):
        for plate in plates.PLATES[:3]:
            assert with_text[plate].tobytes() == without[plate].tobytes()


def test_pages_without_pictures_need_no_ink_but_black(tmp_path: Path) -> None:
    file = made("book", tmp_path)
    with pdfx.pikepdf.open(file) as opened:
        boxes = [plates.Boxes.of(page) for page in opened.pages]
    inked = {
        plate
        for box, page in zip(boxes, plates.separate(file), strict=True)
        for plate in page
        if page[plate].crop(box.pixels(box.bleed)).getextrema()[0] != 255
    }
    assert inked == {"Black"}
