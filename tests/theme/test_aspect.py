"""Drawings made for 16:9 on 4:3: sides and centre are kept, ornaments keep their shape."""

import shutil
from pathlib import Path

import pytest

from publisher.geometry import SLIDE_4_3, SLIDE_16_9, Emu, Rect, px
from publisher.plan import Colour, Shape
from publisher.plan import Path as Outline
from publisher.resources import data_dir
from publisher.theme.aspect import adapted
from publisher.theme.load import load_theme, theme_names
from publisher.theme.model import Drawing, Frame

PAINT = Colour("accent1")


def bar(x: float, width: float, y: float = 100, height: float = 4) -> Shape:
    return Shape(Rect(px(x), px(y), px(width), px(height)), "rect", PAINT)


def outline(x: float, width: float) -> Shape:
    """A triangle over ``x`` to ``x + width``."""
    left, right = px(x), px(x + width)
    path = Outline((("M", left, 0), ("L", right, 0), ("L", right, px(90)), ("Z",)))
    return Shape(Rect(left, 0, right - left, px(90)), "path", PAINT, path=path)


def narrow(*artwork: Shape, groups: tuple[int, ...] = (), frames: dict[str, Rect] | None = None):
    named = {name: Frame(name, rect, "title", "dk1") for name, rect in (frames or {}).items()}
    drawing = Drawing("x", "x", PAINT, artwork, named, groups)
    return adapted(drawing, SLIDE_16_9, SLIDE_4_3)


def across(shape: Shape) -> tuple[Emu, Emu]:
    return shape.frame.x, shape.frame.right


def test_a_slide_of_the_drawn_size_is_the_drawing_itself() -> None:
    drawing = load_theme("red").drawings["cover"]
    assert adapted(drawing, SLIDE_16_9, SLIDE_16_9) is drawing


def test_margins_are_kept_on_both_sides() -> None:
    found = narrow(frames={"title": Rect(px(64), 0, px(1152), px(80))}).frames["title"].rect
    assert found.x == px(64)
    assert SLIDE_4_3.width - found.right == px(64)


def test_what_is_centred_stays_centred() -> None:
    frame = Rect(px(240), 0, px(800), px(60))
    found = narrow(bar(608, 64), bar(140, 1000), frames={"speaker": frame})
    boxes = [*(shape.frame for shape in found.artwork), found.frames["speaker"].rect]
    for box in boxes:
        assert box.x + box.width // 2 == pytest.approx(SLIDE_4_3.width // 2, abs=2)


@pytest.mark.parametrize("x", [64, 96, 168, 480])
def test_a_rule_keeps_its_length_and_begins_where_its_text_does(x: int) -> None:
    found = narrow(bar(x, 64), frames={"title": Rect(px(x), 0, px(600), px(80))})
    assert found.artwork[0].frame.width == px(64)
    assert found.artwork[0].frame.x == found.frames["title"].rect.x


def test_an_ornament_on_the_right_keeps_its_distance_from_the_right() -> None:
    (found,) = narrow(outline(1000, 200)).artwork
    assert found.frame.width == px(200)
    assert SLIDE_4_3.width - found.frame.right == px(80)


def test_what_runs_off_the_right_side_still_does() -> None:
    half, long = narrow(outline(700, 580), outline(500, 780)).artwork
    assert across(half) == (px(380), SLIDE_4_3.width)
    assert half.path == outline(380, 580).path
    assert long.frame.right == SLIDE_4_3.width
    assert long.frame.width < px(780)


def test_what_reaches_over_the_slide_is_drawn_in() -> None:
    (found,) = narrow(outline(0, 1280)).artwork
    assert across(found) == (0, SLIDE_4_3.width)
    assert found.path == outline(0, 960).path


def test_a_group_goes_together_so_that_an_ornament_stays_on_its_panel() -> None:
    panel, ornament = bar(0, 400, 0, 720), outline(300, 80)
    apart = narrow(panel, ornament).artwork
    together = narrow(panel, ornament, groups=(0, 0)).artwork
    assert apart[1].frame.width == px(80)
    assert apart[1].frame.right > apart[0].frame.right
    assert together[1].frame.right < together[0].frame.right


def test_layers_of_inkscape_are_no_groups(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data_dir("themes") / "red", tmp_path / "mine"))
    path = folder / "cover.svg"
    text = path.read_text(encoding="utf-8")
    two = '<rect width="9" height="9" fill="#E3CFA4"/>' * 2
    layer = (
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:groupmode="layer"'
    )
    extra = f"<g {layer}>{two}<g><g>{two}</g>{two}</g></g></svg>"
    path.write_text(text.replace("</svg>", extra), encoding="utf-8")
    *_, a, b, c, d, e, f = load_theme(folder).drawings["cover"].groups
    assert len({a, b, c}) == 3
    assert c == d == e == f


@pytest.mark.parametrize("name", theme_names())
def test_our_own_drawings_stand_on_the_narrower_slide(name: str) -> None:
    wide, slim = load_theme(name), load_theme(name, "4:3")
    for role, drawing in slim.drawings.items():
        for before, shape in zip(wide.drawings[role].artwork, drawing.artwork, strict=True):
            inside = before.frame.x >= 0 and before.frame.right <= SLIDE_16_9.width
            if inside:
                assert shape.frame.x >= 0, (name, role)
                assert shape.frame.right <= SLIDE_4_3.width, (name, role)
