"""Slides small on paper: their drawing and their items scaled into a frame, as live text."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from publisher.geometry import ASPECTS, SLIDE_16_9, Rect, mm, pt, px
from publisher.options import PER_PAGE
from publisher.plan import PAPER_HAIRLINE, PAPER_INK, Colour, Grid, Miniature, Shape, Sheet, Text
from publisher.publication import Publication
from publisher.theme.load import theme_names
from publisher.writers.pdf import write
from tests.speeches import make_speech
from tests.writers.pdf import reading
from tests.writers.pdf.plans import TYPEFACES, page_plan, set_line, text_of
from tests.writers.pdf.test_paint import themed

FRAME = Rect(mm(20), mm(30), mm(80), mm(45))
EXAMPLE = Path(__file__).parent.parent.parent.parent / "examples" / "reading.docx"


def drawn(*items: Shape | Text | Miniature) -> reading.pikepdf.Pdf:
    theme = themed((Shape(Rect(0, 0, px(96), px(48)), fill=Colour("lt1")),))
    data, notices = write(page_plan(items), theme, TYPEFACES)
    assert notices == ()
    return reading.open_pdf(data)


def miniature(*items: Shape | Text) -> Miniature:
    return Miniature(FRAME, Sheet(items, "甲", "cover"), SLIDE_16_9, "slide 1")


def test_a_slide_is_drawn_in_its_own_coordinates_scaled_into_its_frame() -> None:
    box = Shape(Rect(pt(100), pt(40), pt(200), pt(50)), fill=Colour("dk1"))
    with drawn(miniature(box), Shape(FRAME, fill=PAPER_INK)) as pdf:
        found = reading.operators(pdf)
    assert found == [
        "q", "56.693 629.291 226.772 127.559 re", "W", "n",
        "0.236220 0 0 0.236220 56.693 629.291 cm",
        "1 0 0.2 rg", "0 0 960 540 re", "f",
        "1 g", "0 504 72 36 re", "f",
        "0.12549 g", "100 450 200 50 re", "f",
        "Q",
        "0 g", "56.693 629.291 226.772 127.559 re", "f",
    ]  # fmt: skip


def test_text_of_a_slide_is_text_of_the_page() -> None:
    with drawn(miniature(text_of(set_line("国泰民安", "sans", pt(24))))) as pdf:
        assert reading.text(pdf) == "国泰民安"


def test_paper_is_white_and_its_furniture_black_under_a_dark_theme() -> None:
    frame = Shape(FRAME, stroke=PAPER_HAIRLINE, stroke_width=pt(0.5))
    with drawn(frame, text_of(set_line("第 1 页", "song", colour=PAPER_INK))) as pdf:
        found = reading.operators(pdf)
    assert "0.63922 G" in found
    assert "0 g" in found
    assert not [line for line in found if line.endswith(" rg")]


# --- the finished file --------------------------------------------------------------------------


def handout(per_page: int = 3, **said: object) -> bytes:
    return Publication(EXAMPLE, {"per_page": per_page, **said}).file("handout").value


def test_lines_to_write_on_are_8_to_9_mm_apart_in_the_file() -> None:
    with reading.open_pdf(handout()) as pdf:
        for page in range(len(pdf.pages)):
            rules: dict[str, list[float]] = {}
            for line in reading.operators(pdf, page):
                if found := re.fullmatch(r"([\d.]+) ([\d.]+) ([\d.]+) 0 re", line):
                    rules.setdefault(found[1], []).append(float(found[2]))
            columns = [ys for ys in rules.values() if len(ys) > 2]
            assert len(columns) == 1
            apart = [(a - b) / 72 * 25.4 for a, b in pairwise(columns[0])]
            writing = [each for each in apart if each < 20]
            assert len(writing) >= 8 * round((len(columns[0]) + 1) / 9)
            assert all(8 <= each <= 9 for each in writing)


def test_the_same_speech_gives_the_same_handout() -> None:
    assert handout() == handout()


def words_of(sheet: Sheet) -> str:
    texts: list[Text] = []
    for item in sheet.items:
        if isinstance(item, Text):
            texts.append(item)
        elif isinstance(item, Grid):
            texts += [cell.text for cell in item.cells]
        elif not isinstance(item, Shape):
            texts += [part for part in getattr(item, "drawn", ()) if isinstance(part, Text)]
    return "".join("".join(line.text.split()) for text in texts for line in text.lines)


@pytest.mark.judge
@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("per_page", PER_PAGE)
def test_the_text_of_every_slide_is_had_back_once_and_in_order(
    per_page: int, aspect: str, tmp_path: Path
) -> None:
    publication = Publication(EXAMPLE, {"per_page": per_page, "aspect": aspect})
    file = tmp_path / "handout.pdf"
    file.write_bytes(publication.file("handout").value)
    raw = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], check=True,
                         capture_output=True).stdout.decode("utf-8")  # fmt: skip
    found, at = "".join(raw.split()), 0
    for sheet in publication.slides.value.sheets:
        words = words_of(sheet)
        place = found.find(words, at)
        assert place >= at, words
        at = place + len(words)


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_makes_handouts_with_its_own_drawings(theme: str, tmp_path: Path) -> None:
    speech = make_speech(tmp_path / "speech.docx")
    data = Publication(speech, {"theme": theme}).file("handout").value
    with reading.open_pdf(data) as pdf:
        ground = reading.operators(pdf)
        slides = len([line for line in ground if line.endswith(" cm")])
        sizes = [line for line in ground if line == "0 0 960 540 re"]
    assert slides == 3
    assert len(sizes) == slides
