"""What `publisher` makes of the examples, in every theme, before all the judges."""

import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.judges import cover, glyphs, ooxml, page_ruler, pdf, pptx_lint, render, verapdf
from tests.judges.programs import ROOT

THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.toml"))
OFFICES = ("Office2007", "Office2013", "Microsoft365")
FOOT = 35
"""Millimetres at a page's foot that hold the page number."""

pytestmark = pytest.mark.judge


@dataclass(frozen=True)
class Products:
    """The files of one theme, and the decks' renders by LibreOffice, made when first asked for."""

    folder: Path

    def decks(self) -> list[Path]:
        return sorted(self.folder.glob("*.pptx"))

    def slides(self) -> list[Path]:
        return sorted(self.folder.glob("*-slides.pdf"))

    def scripts(self) -> list[Path]:
        return sorted({*self.folder.glob("*.pdf")} - {*self.slides()})

    def rendered(self) -> dict[Path, list[glyphs.Page]]:
        folder = self.folder / "render"
        if not folder.exists():
            folder.mkdir()
            render.to_pdf(self.decks(), folder)
        return {deck: glyphs.read(folder / f"{deck.stem}.pdf") for deck in self.decks()}


@pytest.fixture(
    scope="module",
    # All of a theme's tests share its files: xdist gives them to one worker.
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in THEMES],
)
def products(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Products:
    folder = tmp_path_factory.mktemp(request.param)
    command = [sys.executable, "-m", "publisher", "build", "examples", "--theme", request.param]
    subprocess.run(
        [*command, "--out", str(folder), "--formats", "pptx,script,slides", "--quiet"],
        cwd=ROOT,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    made = Products(folder)
    assert len(made.decks()) == len(made.slides()) == len(made.scripts()) >= 3
    return made


def test_decks_pass_the_package_lint(products: Products) -> None:
    assert [(deck.name, str(f)) for deck in products.decks() for f in pptx_lint.lint(deck)] == []


@pytest.mark.parametrize("office", OFFICES)
def test_decks_pass_the_open_xml_sdk(products: Products, office: str) -> None:
    assert [error for deck in products.decks() for error in ooxml.validate(deck, office)] == []


@pytest.mark.parametrize("theme", THEMES)
def test_decks_with_everything_on_pass_both(theme: str, tmp_path: Path) -> None:
    speech, deck = ROOT / "examples" / "公交公司年度工作报告.docx", tmp_path / "deck.pptx"
    wishes = ["--theme", theme, "--animate", "--embed-fonts", "--charts", "--quiet"]
    command = [sys.executable, "-m", "publisher", "pptx", str(speech), "-o", str(deck), *wishes]
    subprocess.run(command, cwd=ROOT, check=True)
    assert [str(finding) for finding in pptx_lint.lint(deck)] == []
    assert [error for office in OFFICES for error in ooxml.validate(deck, office)] == []


def test_no_text_leaves_its_frame_in_libreoffice(products: Products) -> None:
    found = [
        f"{deck.name} slide {number}: {finding}"
        for deck, pages in products.rendered().items()
        for number, (boxes, page) in enumerate(zip(render.frames(deck), pages, strict=True), 1)
        for finding in render.findings(boxes, page)
    ]
    assert found == []


def test_what_a_room_reads_is_at_least_18_points(products: Products) -> None:
    sizes = [
        (char.size, deck.name, box.name)
        for deck, pages in products.rendered().items()
        for boxes, page in zip(render.frames(deck), pages, strict=True)
        for box, chars in render.drawn(boxes, page)
        for char in chars
        if not box.furniture
    ]
    assert min(sizes)[0] >= 17.95, min(sizes)


def test_content_covers_three_tenths_of_its_body(products: Products) -> None:
    shares = {
        (deck.name, number): round(share, 2)
        for deck, pages in products.rendered().items()
        for number, share in cover.body_cover(deck, pages).items()
    }
    assert shares
    assert {place: share for place, share in shares.items() if share < 0.3} == {}


def test_pdfs_are_sound_and_draw(products: Products) -> None:
    files = products.scripts() + products.slides()
    assert [(file.name, f) for file in files for f in pdf.sound(file) + pdf.drawable(file)] == []


def test_pdfs_carry_their_fonts(products: Products) -> None:
    files = products.scripts() + products.slides()
    assert [(file.name, fault) for file in files for fault in pdf.fonts(file)] == []


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_pdfs_are_archivable_and_accessible(products: Products, flavour: str) -> None:
    assert verapdf.validate(products.scripts() + products.slides(), flavour) == []


def test_scripts_keep_to_the_page_of_gbt_9704(products: Products) -> None:
    found = [(p.name, finding) for p in products.scripts() for finding in page_ruler.findings(p)]
    assert found == []


def test_slide_pages_hold_the_text_of_the_deck(products: Products) -> None:
    for deck, slides in zip(products.decks(), products.slides(), strict=True):
        assert slides.stem == f"{deck.stem}-slides"
        for boxes, page in zip(render.frames(deck), glyphs.read(slides), strict=True):
            # Drawn in the deck's order, but for the furniture.
            shown = render.squeeze(page.text)
            assert [box.text for box in boxes if box.text not in shown] == []


def test_notes_and_script_hold_the_same_speech(products: Products) -> None:
    from pptx import Presentation

    for deck, script in zip(products.decks(), products.scripts(), strict=True):
        slides = Presentation(str(deck)).slides
        notes = [
            slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide
        ]
        spoken = render.squeeze("".join(notes))
        assert pdf.text_by_mupdf(script, FOOT) == spoken
        assert pdf.text_by_poppler(script, FOOT) == spoken


def test_bookmarks_name_the_headings_in_order(products: Products) -> None:
    import pikepdf

    for script in products.scripts():
        text = pdf.text_by_mupdf(script, FOOT)
        with pikepdf.open(script) as file, file.open_outline() as outline:
            titles = [render.squeeze(item.title) for item in _all(outline.root)]
        places = [text.find(title.rstrip("。")) for title in titles]
        assert len(titles) >= 3
        assert min(places) >= 0, titles[places.index(-1)]
        assert all(a < b for a, b in pairwise(places)), titles


def _all(items: list) -> list:
    return [each for item in items for each in [item, *_all(item.children)]]
