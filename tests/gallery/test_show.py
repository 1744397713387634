"""A theme is shown as one picture: every role, the palette, the type scale."""

import re
import shutil
from io import BytesIO
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from publisher.gallery.sheet import WIDTH, contact_sheet, ground_of
from publisher.gallery.shelf import bookshelf
from publisher.gallery.show import drawn, lay_out_sample, show
from publisher.geometry import Rect
from publisher.layout.slides import ARRANGEMENTS
from publisher.plan import Shape, Text, texts_of
from publisher.resources import data_dir
from publisher.seal import is_untouched, sealed
from publisher.theme.load import load_theme, theme_names
from publisher.theme.model import SLOTS
from publisher.typeface.registry import load_typefaces

TYPEFACES = load_typefaces()


@pytest.fixture(scope="module")
def picture() -> bytes:
    return show(load_theme("red"), "16:9", TYPEFACES, 1056).picture


def test_it_is_a_small_png_as_wide_as_was_asked(picture: bytes) -> None:
    image = Image.open(BytesIO(picture))
    image.load()
    assert (image.format, image.width, image.mode) == ("PNG", 1056, "P")
    assert len(picture) < 250_000


def test_the_same_theme_is_the_same_picture_sealed(picture: bytes) -> None:
    assert show(load_theme("red"), "16:9", TYPEFACES, 1056).picture == picture
    assert is_untouched(sealed(picture))
    assert not is_untouched(picture)


def test_the_slides_are_in_it_in_their_colours(picture: bytes) -> None:
    """The cover's field is the first thing that the eye meets."""
    theme = load_theme("red")
    image = Image.open(BytesIO(picture)).convert("RGB")
    sheet = contact_sheet(theme, "16:9", ["cover"], TYPEFACES)
    window, scale = sheet.windows[0], WIDTH / 1056
    inside = (round((window.x + window.width // 20) / scale), round((window.y + 9525 * 9) / scale))
    field = tuple(bytes.fromhex(theme.palette["accent1"]))
    seen = image.getpixel(inside)
    assert isinstance(seen, tuple)
    assert max(abs(a - b) for a, b in zip(seen, field)) <= 12


def test_as_svg_each_slide_is_in_its_window_with_its_text() -> None:
    theme = load_theme("red")
    picture, count = drawn(theme, "16:9", TYPEFACES)
    assert drawn(theme, "16:9", TYPEFACES).picture == picture
    assert is_untouched(sealed(picture))
    whole = ET.fromstring(picture)
    slides = [e for e in whole.iter("{http://www.w3.org/2000/svg}svg") if e.get("x")]
    shown = lay_out_sample(theme, TYPEFACES)
    assert len(slides) == count == len(shown.sheets)
    for slide, sheet in zip(slides, shown.sheets, strict=True):
        found = "".join(
            "".join(t.itertext()) for t in slide.iter("{http://www.w3.org/2000/svg}text")
        )
        assert found == "".join(line.text for t in texts_of(sheet.items) for line in t.lines)
        assert slide.get("viewBox") == "0 0 1280 720"


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_every_role_that_layout_knows_has_its_window(name: str, aspect: str) -> None:
    theme = load_theme(name, aspect)
    shown = lay_out_sample(theme, TYPEFACES)
    roles = [sheet.layout or "" for sheet in shown.sheets]
    assert set(roles) == {role.value for role in ARRANGEMENTS}
    sheet = contact_sheet(theme, aspect, roles, TYPEFACES)
    assert len(sheet.windows) == len(roles)
    for one, other in combinations(sheet.windows, 2):
        assert not _meet(one, other)
    for window in sheet.windows:
        assert window.x >= 0
        assert window.right <= WIDTH
        ratio = theme.size.width / theme.size.height
        assert window.width / window.height == pytest.approx(ratio, rel=0.001)


def _meet(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) > max(one.x, other.x)
    return across and min(one.bottom, other.bottom) > max(one.y, other.y)


@pytest.mark.parametrize("name", theme_names())
def test_the_sheet_shows_every_slot_and_every_style(name: str) -> None:
    theme = load_theme(name)
    sheet = contact_sheet(theme, "16:9", ["cover"], TYPEFACES)
    (items,) = (page.items for page in sheet.plan.sheets)
    fills = [item.fill.slot for item in items if isinstance(item, Shape) and item.fill]
    assert set(SLOTS) <= set(fills)
    words = {line.text for item in items if isinstance(item, Text) for line in item.lines}
    assert set(theme.styles) | set(SLOTS) <= words
    assert {f"#{value}" for value in theme.palette.values()} <= words
    assert {theme.title["zh"], theme.title["en"]} <= {
        part for text in words for part in text.split("\u3000")
    }


@pytest.mark.parametrize("name", theme_names())
def test_nothing_on_the_sheet_leaves_its_frame(name: str) -> None:
    sheet = contact_sheet(load_theme(name), "16:9", ["cover", "points"], TYPEFACES)
    for item in sheet.plan.sheets[0].items:
        if isinstance(item, Text):
            for line in item.lines:
                assert line.x >= item.frame.x - 1
                assert line.x + line.width <= item.frame.right + 1
                assert item.frame.y <= line.baseline <= item.frame.bottom


def test_slides_that_go_on_are_shown_by_their_first_sheet(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data_dir("themes") / "red", tmp_path / "mine"))
    for role in ("points", "table"):
        path = folder / f"{role}.svg"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r'(data-frame="body".*)height="\d+"', r'\1height="150"', text), encoding="utf-8"
        )
    theme = load_theme(folder)
    shown = lay_out_sample(theme, TYPEFACES)
    assert len(shown.plan.sheets) > len(shown.firsts)
    roles = [sheet.layout for sheet in shown.sheets]
    assert set(roles) == {role.value for role in ARRANGEMENTS}
    assert show(theme, "16:9", TYPEFACES, 500).slides == len(roles)


def test_a_style_stands_on_the_ground_of_its_frame() -> None:
    theme = load_theme("red")
    assert ground_of(theme, "cover-title").slot == "accent1"
    assert ground_of(theme, "title").slot == "lt2"
    assert ground_of(theme, "agenda-title").slot == "accent1"
    assert ground_of(theme, "numeral").slot == "lt1"


def test_the_bookshelf_is_the_same_on_every_run(tmp_path: Path) -> None:
    data = bookshelf()
    assert data == bookshelf()
    image = Image.open(BytesIO(data))
    assert image.size == (1600, 900)
    assert len(image.convert("RGB").getcolors(1 << 20) or []) > 8
