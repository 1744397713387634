"""Contrast is that of WCAG, and is taken against what really lies behind a text."""

import pytest

from publisher.geometry import Rect, px
from publisher.plan import Colour, Path, Shape
from publisher.theme.contrast import blended, contrast, least_contrast
from publisher.theme.ground import grounds

PAPER, FIELD, SHADE = Colour("lt2"), Colour("accent1"), Colour("dk2", 50)
PALETTE = {"lt2": "FFFFFF", "accent1": "000000", "dk2": "FF0000", "dk1": "767676"}
RECT = Rect(px(100), px(100), px(200), px(100))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("767676", "FFFFFF", 4.54)],
)
def test_the_ratios_are_those_that_wcag_names(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


def test_colours_upon_each_other_are_blended() -> None:
    assert blended((PAPER,), PALETTE) == "FFFFFF"
    assert blended((PAPER, SHADE), PALETTE) == "FF8080"
    assert blended((FIELD, SHADE), PALETTE) == "800000"


def square(x: int, y: int, side: int, fill: Colour) -> Shape:
    return Shape(Rect(px(x), px(y), px(side), px(side)), fill=fill)


def test_the_background_alone_lies_behind_a_clear_frame() -> None:
    assert grounds(PAPER, [square(400, 400, 50, FIELD)], RECT) == {(PAPER,)}


def test_an_opaque_shape_hides_what_is_beneath_it_and_a_translucent_one_does_not() -> None:
    both = [square(0, 0, 500, SHADE), square(0, 0, 500, FIELD), square(0, 0, 200, SHADE)]
    assert grounds(PAPER, both, RECT) == {(FIELD,), (FIELD, SHADE)}


def test_a_hill_counts_where_it_is_and_not_where_its_bounds_are() -> None:
    """A triangle whose bounds cover the frame, and whose edge runs below it."""
    commands = (("M", px(0), px(720)), ("L", px(1280), px(0)), ("L", px(1280), px(720)), ("Z",))
    hill = Shape(Rect(0, 0, px(1280), px(720)), "path", FIELD, path=Path(commands))
    assert grounds(PAPER, [hill], RECT) == {(PAPER,)}
    assert grounds(PAPER, [hill], RECT._replace(x=px(1000), y=px(600))) == {(FIELD,)}


def test_a_hole_is_a_hole_where_it_turns_the_other_way() -> None:
    outer = (("M", 0, 0), ("L", px(900), 0), ("L", px(900), px(900)), ("L", 0, px(900)), ("Z",))
    inner = (
        ("M", px(50), px(50)), ("L", px(50), px(400)), ("L", px(400), px(400)),
        ("L", px(400), px(50)), ("Z",),
    )  # fmt: skip
    ring = Shape(Rect(0, 0, px(900), px(900)), "path", FIELD, path=Path(outer + inner))
    assert grounds(PAPER, [ring], RECT) == {(PAPER,)}


def test_broad_strokes_are_ground_and_line_art_is_not() -> None:
    line = Path((("M", px(50), px(150)), ("L", px(500), px(150))))
    frame = Rect(px(50), px(150), px(450), 0)
    thin = Shape(frame, "path", None, FIELD, px(2), line)
    assert grounds(PAPER, [thin], RECT) == {(PAPER,)}
    assert grounds(PAPER, [thin._replace(stroke_width=px(40))], RECT) == {(PAPER,), (FIELD,)}


def test_text_is_as_legible_as_on_its_worst_ground() -> None:
    on_both = least_contrast("dk1", {(PAPER,), (PAPER, SHADE)}, PALETTE)
    assert on_both == contrast("767676", "FF8080") < contrast("767676", "FFFFFF")
