"""Each judge of PDFs, and the one of covered bodies, is seen to bite."""

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.judges import cover, decks, glyphs, pdf, render, verapdf

pytestmark = pytest.mark.judge


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A sound page in Helvetica, which is not inside."""
    path = tmp_path / "bare.pdf"
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 72, "text")
    canvas.save()
    return path


def test_a_sound_file_passes_and_a_torn_one_does_not(bare: Path, tmp_path: Path) -> None:
    assert pdf.sound(bare) == []
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(bare.read_bytes()[:700])
    assert pdf.sound(torn)


def test_a_page_that_cannot_be_drawn_is_found(bare: Path, tmp_path: Path) -> None:
    assert pdf.drawable(bare) == []
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(bare) as file:
        file.pages[0].Contents = file.make_stream(b"BT /None 12 Tf (text) Tj")
        file.save(broken)
    assert pdf.drawable(broken)


def test_a_font_that_is_not_inside_is_found(bare: Path) -> None:
    assert pdf.fonts(bare) == ["Helvetica: embedded no, subset no, ToUnicode no"]


@pytest.mark.xdist_group("red")  # with the products, so that one JVM does for both
def test_verapdf_names_the_rules_that_a_bare_file_breaks(bare: Path) -> None:
    found = verapdf.validate([bare], "2u")
    assert any("6.2.11.4.1-1" in finding for finding in found), found  # fonts embedded
    assert any("6.6.2.1-1" in finding for finding in found), found  # metadata


@pytest.mark.xdist_group("render")
def test_an_empty_body_is_measured_as_one(tmp_path: Path) -> None:
    members = decks.good()
    layout = "ppt/slideLayouts/slideLayout1.xml"
    members[layout] = members[layout].replace("<p:cSld>", '<p:cSld name="要点">')
    deck = decks.save(tmp_path / "empty.pptx", members)
    pages = glyphs.read(render.to_pdf([deck], tmp_path)[0])
    shares = cover.body_cover(deck, pages)
    assert 0.02 < shares[1] < 0.2
