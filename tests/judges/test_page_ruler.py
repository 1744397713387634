"""The ruler passes a page set exactly by GB/T 9704 and names each thing that is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.judges import page_ruler, pdf
from tests.judges.page_ruler import EM, FOOT, INNER, MM, OUTER, PITCH, TOP
from tests.judges.programs import ROOT

pytestmark = pytest.mark.judge
HAN = "把群众的事当作自己的事来办要从一点一滴做起不怕小不怕难只怕不用心"
"""30 characters and more without a mark, of which a line takes 28."""


@dataclass(frozen=True)
class Setting:
    """What a page of the test is set with; each test changes one of these."""

    em: float = EM
    pitch: float = PITCH
    top: float = TOP
    inner: float = INNER
    outer: float = OUTER
    first: str = HAN[:28]
    rows: int = 22
    title: float = 22
    titles: int = 1
    cells: int = 28
    measure: float = 156 * MM
    number: str = "—{}—"
    number_drop: float = 7 * MM
    number_indent: float = 14
    face: str = "FandolFang-Regular"


def draw(path: Path, setting: Setting, pages: int = 2) -> Path:
    """Pages of plain lines: the first line of page 1 is the title, the text one paragraph."""
    for face in {setting.face, page_ruler.TITLE, page_ruler.FOLIO}:
        pdfmetrics.registerFont(TTFont(face, str(ROOT / "fonts" / f"{face}.ttf")))
    canvas = Canvas(str(path), (210 * MM, 297 * MM), initialFontName=setting.face, invariant=1)
    for page in range(1, pages + 1):
        left = setting.inner if page % 2 else setting.outer

        def put(text: str, x: float, y: float, size: float, step: float, face: str) -> None:
            canvas.setFont(face, size)
            for i, char in enumerate(text):
                canvas.drawString(x + i * step, 297 * MM - y, char)

        for row in range(setting.rows):
            y = setting.top + 0.88 * setting.em + row * setting.pitch
            if page == 1 and row < setting.titles:
                size = setting.title
                put("标题六个字吗", left + 78 * MM - 3 * size, y, size, size, page_ruler.TITLE)
                continue
            text = setting.first if row == setting.titles else HAN[: setting.cells]
            indent = 2 * setting.em if (page, row) == (1, setting.titles) else 0
            shown = text[: len(text) - round(indent / setting.em)]
            step = (setting.measure - indent - setting.em) / (len(shown) - 1)
            put(shown, left + indent, y, setting.em, step, setting.face)
        text = setting.number.format(page)
        y = 297 * MM - FOOT + setting.number_drop + 0.38 * 14
        x = left + setting.number_indent
        if page % 2:
            x = left + 156 * MM - setting.number_indent - len(text) * 14
        put(text, x, y, 14, 14, page_ruler.FOLIO)
        canvas.showPage()
    canvas.save()
    return path


def test_a_page_by_the_standard_has_no_findings(tmp_path: Path) -> None:
    assert page_ruler.findings(draw(tmp_path / "good.pdf", Setting())) == []


BROKEN: dict[str, Callable[[Setting], Setting]] = {
    "is 16.00 pt": lambda s: replace(s, em=16.0),
    "off the grid": lambda s: replace(s, pitch=28.99),
    "of a line off the grid": lambda s: replace(s, top=s.top + 0.5 * MM),
    "2 lines below": lambda s: replace(s, rows=23, number_drop=12 * MM),
    "leaves the type area": lambda s: replace(s, inner=27 * MM, outer=27 * MM),
    "from the right edge": lambda s: replace(s, measure=155.8 * MM),
    "no title of 22 pt": lambda s: replace(s, title=18),
    "holds 27 of 28 cells": lambda s: replace(s, cells=27),
    "a line starts with ，": lambda s: replace(s, first="，" + s.first[1:]),
    "a line ends with 《": lambda s: replace(s, first=s.first[:25] + "《" + s.first[26:27] + "》"),
    "page number says": lambda s: replace(s, number="{}"),
    "below the type area": lambda s: replace(s, number_drop=9 * MM),
    "is set in NotoSansSC": lambda s: replace(s, face="NotoSansSC-Regular"),
    "is a rectangle": lambda s: replace(s, titles=2),
    "mm in from the": lambda s: replace(s, number_indent=0),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_is_named(fault: str, tmp_path: Path) -> None:
    found = page_ruler.findings(draw(tmp_path / "bad.pdf", BROKEN[fault](Setting())))
    assert [finding for finding in found if fault in finding]


def test_both_readers_give_the_text_back_without_the_page_numbers(tmp_path: Path) -> None:
    path = draw(tmp_path / "text.pdf", Setting())
    text = pdf.text_by_mupdf(path, foot_mm=35)
    assert "—1—" not in text
    assert text.startswith("标题六个字吗把群众的事")
    assert pdf.text_by_poppler(path, foot_mm=35) == text
    assert "—1—" in pdf.text_by_poppler(path)
