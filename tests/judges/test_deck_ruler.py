"""The ruler passes a deck of ours and bites where it is spoiled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from publisher.publish import Request, publish
from tests.judges import deck_ruler, glyphs, render
from tests.judges.contrast import blended, ratio
from tests.judges.programs import ROOT

EXAMPLE = ROOT / "examples" / "reading.docx"


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(Request(EXAMPLE, "pptx", tmp_path_factory.mktemp("deck") / "a.pptx")).target


def spoiled(deck: Path, name: str, change: Callable[[Any], None]) -> Path:
    """The deck with the first shape whose name begins with ``name`` changed."""
    whole = Presentation(str(deck))
    shape = next(s for slide in whole.slides for s in slide.shapes if s.name.startswith(name))
    change(shape)
    path = deck.with_name("spoiled.pptx")
    whole.save(str(path))
    return path


def small(shape: Any) -> None:
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(19)


def across(shape: Any) -> None:
    shape.top -= shape.height


def outside(shape: Any) -> None:
    shape.left = -914_400


def pale(shape: Any) -> None:
    for colour in shape._element.xpath(".//a:rPr/a:solidFill/a:schemeClr"):
        colour.set("val", "accent3")


def orphaned(shape: Any) -> None:
    shape.text_frame.paragraphs[0].text = "一行字写满以后再另起一行只剩下一个\v字"


def test_a_deck_of_ours_is_clean(deck: Path) -> None:
    assert list(deck_ruler.sizes(deck, "standard", larger=False)) == []
    assert list(deck_ruler.frames(deck)) == []


def test_small_type_is_found(deck: Path) -> None:
    found = list(deck_ruler.sizes(spoiled(deck, "support", small), "standard", larger=False))
    assert len(found) == 1
    assert "19 pt" in found[0]
    assert len(list(deck_ruler.sizes(deck, "standard", larger=True))) > 1


@pytest.mark.parametrize(("change", "what"), [(across, "overlaps"), (outside, "outside")])
def test_frames_out_of_place_are_found(
    deck: Path, change: Callable[[Any], None], what: str
) -> None:
    assert any(what in fault for fault in deck_ruler.frames(spoiled(deck, "support", change)))


@pytest.mark.judge
@pytest.mark.xdist_group("render")
def test_pale_text_and_orphans_are_found_in_the_render(deck: Path, tmp_path: Path) -> None:
    decks = [deck]
    for change in (pale, orphaned):
        path = tmp_path / f"{change.__name__}.pptx"
        decks.append(spoiled(deck, "support", change).rename(path))
    rendered = [glyphs.read(pdf) for pdf in render.to_pdf(decks, tmp_path)]
    good, faint, lone = zip(decks, rendered, strict=True)
    assert list(deck_ruler.contrasts(*good)) == list(deck_ruler.orphans(*good)) == []
    assert len(list(deck_ruler.contrasts(*faint))) == 1
    assert any("字」" in fault for fault in deck_ruler.orphans(*lone))


def test_black_on_white_is_the_whole_range() -> None:
    assert ratio("000000", "FFFFFF") == pytest.approx(21)
    assert ratio("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert blended("000000", 0.5, "FFFFFF") == "808080"
