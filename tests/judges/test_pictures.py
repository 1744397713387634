"""The pictures of a slide agree: what a browser draws is what is printed and projected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.glyphs import Char, Page
from tests.judges.pictures import NEAR, WIDTH, Off, apart, pictures, unexplained
from tests.judges.programs import ROOT

EXAMPLE = ROOT / "examples" / "reading.docx"
SAME = 0.1
"""Pixels: numbers are rounded to hundredths."""


def page(*chars: Char) -> Page:
    return Page(WIDTH, 720, chars)


def test_a_character_elsewhere_or_nowhere_is_found() -> None:
    wanted = page(Char("国", 10, 50, 20, 20, "f"), Char("国", 90, 50, 20, 20, "f"))
    moved = page(Char("国", 93, 50, 20, 20, "f"))
    near, gone = sorted(apart([moved], [wanted]), key=lambda off: off.across)
    assert (near.across, near.down) in {(3, 0), (83, 0)}
    assert gone.across == WIDTH


def test_what_the_rule_of_a_program_tells_is_explained() -> None:
    char = Char("国", 10, 50.4, 20, 20, "f")
    assert unexplained(Off(1, char, 0, 7.5), [{50: {7.0, 1.0}}]) == 0.5
    assert unexplained(Off(1, char, 0, 7.5), [{60: {7.0}}]) == 7.5


@pytest.mark.judge
@pytest.mark.xdist_group("render")
@pytest.mark.parametrize("theme", ["red", "ink"])
def test_all_slides_of_an_example(theme: str, tmp_path: Path) -> None:
    drawn = pictures(EXAMPLE, theme, tmp_path)
    assert len(drawn.svg) == len(drawn.pdf) == len(drawn.deck)
    svg = list(apart(drawn.svg, drawn.pdf))
    assert len(svg) > 1000
    assert [off for off in svg if max(abs(off.across), abs(off.down)) > SAME] == []
    # LibreOffice sets lines itself: where Latin meets Han it has gaps of its own, and it puts all
    # of a line's spacing above the line, where we divide it. What its rule does not tell are the
    # number of the page, and the slides before the first such number.
    deck = list(apart(drawn.deck, drawn.pdf))
    beside = [off for off in deck if abs(off.across) > NEAR]
    assert len(beside) < len(deck) / 20
    ruled = [off for off in deck if abs(unexplained(off, drawn.lower)) <= NEAR]
    assert len(ruled) > len(deck) * 9 / 10
    assert [off for off in deck if off.across == WIDTH] == []
