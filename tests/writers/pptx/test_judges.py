"""Outside programs about whole decks: a plain one, and one with everything on."""

import io
import zipfile
from pathlib import Path

import pytest

from publisher.theme.load import load_theme
from publisher.writers.pptx import write
from publisher.writers.pptx.theme_part import theme_xml
from tests.judges import decks, render
from tests.judges.ooxml import validate
from tests.judges.pptx_lint import lint
from tests.judges.programs import run
from tests.writers.pptx.rich_plan import rich, rich_deck, theme, typefaces
from tests.writers.pptx.sample_plan import sample, save

pytestmark = pytest.mark.judge

DECKS = {"plain": sample, "rich": rich_deck}


@pytest.mark.parametrize("office", ["Office2007", "Office2013", "Microsoft365"])
@pytest.mark.parametrize("name", DECKS)
def test_the_open_xml_sdk_finds_no_error(name: str, office: str, tmp_path: Path) -> None:
    assert validate(save(tmp_path, DECKS[name]()), office) == []


@pytest.mark.parametrize("member", ["Microsoft_Excel_Sheet2.xlsx", "Microsoft_Word_Document1.docx"])
def test_the_open_xml_sdk_finds_no_error_in_what_is_inside(member: str, tmp_path: Path) -> None:
    path = tmp_path / member
    with zipfile.ZipFile(io.BytesIO(rich_deck())) as archive:
        path.write_bytes(archive.read(f"ppt/embeddings/{member}"))
    assert validate(path, "Office2007") + validate(path) == []


def test_another_theme_part_recolours_text_cards_table_and_chart(tmp_path: Path) -> None:
    """Nothing but theme1.xml is exchanged; LibreOffice shows the other theme's colours."""
    data, _ = write(rich(), theme(), typefaces())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    red = decks.save(tmp_path / "red.pptx", members)
    other = load_theme("blue")
    members["ppt/theme/theme1.xml"] = theme_xml(other)
    blue = decks.save(tmp_path / "blue.pptx", members)
    assert lint(blue) == []
    before, after = (_colours(path, tmp_path) for path in (red, blue))
    for what, (page, slot) in WHERE.items():
        old, new = load_theme("red").palette[slot], other.palette[slot]
        assert old in before[page], what
        assert new in after[page], what
        assert old == new or old not in after[page], what


# Page of the rich deck, and a slot that shows there and nowhere else on it.
WHERE = {
    "text": (4, "dk1"), "a card's edge": (4, "accent5"), "paper": (4, "lt2"),
    "a table's head": (6, "accent1"), "the first series": (13, "accent1"),
    "the second series": (13, "accent6"), "a slice": (16, "accent2"),
}  # fmt: skip


def _colours(deck: Path, folder: Path) -> dict[int, set[str]]:
    """The colours of at least a few pixels on the pages of ``deck``."""
    from PIL import Image

    (pdf,) = render.to_pdf([deck], folder)
    run("pdftoppm", "-r", "96", "-png", pdf, folder / deck.stem)
    found = {}
    for page in sorted({page for page, _ in WHERE.values()}):
        with Image.open(folder / f"{deck.stem}-{page:02}.png") as picture:
            counted = picture.convert("RGB").getcolors(1 << 24) or []
        found[page] = {"{:02X}{:02X}{:02X}".format(*rgb) for count, rgb in counted if count > 20}
    return found
