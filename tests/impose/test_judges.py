"""What other programs make of sheets: veraPDF, poppler, MuPDF, qpdf and Ghostscript."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.impose import Scheme, impose
from publisher.impose.sheets import Fold, Rows
from publisher.publication import Publication
from tests.conftest import EXAMPLES
from tests.impose.made import saved, tagged
from tests.judges import pdf as judge
from tests.judges.programs import run
from tests.judges.verapdf import validate

pytestmark = pytest.mark.judge

SCHEMES = {"fold": Fold(), "rows": Rows(4, frames=True, cuts=True)}


@pytest.fixture(scope="module")
def script() -> bytes:
    return Publication(EXAMPLES[0]).file("script").value


@pytest.fixture(scope="module")
def files(script: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The script itself (source), and on sheets, by scheme."""
    folder = tmp_path_factory.mktemp("sheets")
    data = {"source": script}
    data |= {name: impose(script, scheme)[0].data for name, scheme in SCHEMES.items()}
    found = {name: folder / f"{name}.pdf" for name in data}
    for name, path in found.items():
        path.write_bytes(data[name])
    return found


def flavours(data: bytes) -> list[str]:
    """What the file claims to be."""
    found = ["2u"]
    if b"<pdfaid:conformance>A" in data:
        found = ["2a"]
    return [*found, "ua1"] if b"pdfuaid:part" in data else found


@pytest.mark.parametrize("name", SCHEMES)
def test_sheets_are_what_their_pages_claim_to_be(
    files: dict[str, Path], script: bytes, name: str
) -> None:
    for flavour in flavours(script):
        assert validate([files[name]], flavour) == []


@pytest.mark.parametrize("name", SCHEMES)
def test_sheets_are_sound_and_draw_without_a_word(files: dict[str, Path], name: str) -> None:
    assert judge.sound(files[name]) == []
    assert judge.drawable(files[name]) == []
    assert judge.fonts(files[name]) == []


def test_the_text_of_sheets_is_the_text_of_pages(files: dict[str, Path]) -> None:
    """In rows the order is the same; folded, no character is lost."""
    for read in (judge.text_by_poppler, judge.text_by_mupdf):
        text = read(files["source"])
        assert len(text) > 1000
        assert sorted(read(files["rows"])) == sorted(text)
        assert sorted(read(files["fold"])) == sorted(text)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_reader_of_structure_hears_the_same_in_the_same_order(
    scheme: Scheme, tmp_path: Path
) -> None:
    source, sheets = tmp_path / "source.pdf", tmp_path / "sheets.pdf"
    source.write_bytes(saved(tagged()))
    sheets.write_bytes(impose(source.read_bytes(), scheme)[0].data)
    heard = [_structure(path) for path in (source, sheets)]
    assert "Begins here" in heard[0]
    assert heard[0] == heard[1]


def test_the_structure_of_a_script_reads_the_same_on_sheets(files: dict[str, Path]) -> None:
    source = _structure(files["source"])
    if not source:
        pytest.skip("the script has no structure tree")
    assert _structure(files["fold"]) == _structure(files["rows"]) == source


def _structure(path: Path) -> str:
    """The structure with its text; the numbers of objects and the places of boxes aside."""
    lines = run("pdfinfo", "-struct-text", path).stdout.splitlines()
    return "\n".join(line for line in lines if "Object " not in line and "/BBox" not in line)
