"""What touches the edge of a sheet goes on beyond it, and nothing inside the sheet moves."""

import pytest

from publisher.geometry import SLIDE_16_9, Rect, Size, mm, pt
from publisher.layout.bleed import BLEED, Edges, beyond, with_bleed
from publisher.plan import Colour, Path, Plan, PlanMeta, Shape, Sheet
from publisher.theme.ground import grounds
from publisher.theme.load import load_theme, theme_names

SIZE = Size(1000 * 12700, 600 * 12700)
EDGES = Edges(SIZE, BLEED)
RED = Colour("accent1")
B = BLEED


def led_on(*commands: tuple[object, ...]) -> list[tuple[object, ...]]:
    path = Path(commands)  # type: ignore[arg-type]
    shape = Shape(Rect(0, 0, *SIZE), "path", fill=RED, path=path)
    out = beyond(shape, EDGES).path
    assert out is not None
    return list(out.commands)


def test_a_field_on_three_edges_is_pushed_out_on_three():
    shape = Shape(Rect(0, 0, pt(300), SIZE.height), fill=RED)
    assert beyond(shape, EDGES).frame == Rect(-B, -B, pt(300) + B, SIZE.height + 2 * B)


@pytest.mark.parametrize("frame", [Rect(0, SIZE.height - 9, 99, 9), Rect(SIZE.width - 9, 50, 9, 9)])
def test_a_bar_at_the_edge_stays_where_it_is_and_grows_outwards(frame: Rect):
    grown = beyond(Shape(frame, fill=RED), EDGES).frame
    assert (min(grown.right, SIZE.width), min(grown.bottom, SIZE.height)) == (
        frame.right,
        frame.bottom,
    )
    assert grown.width * grown.height > frame.width * frame.height


def test_what_touches_no_edge_is_left_alone():
    shape = Shape(Rect(pt(1), pt(1), pt(9), pt(9)), fill=RED)
    assert beyond(shape, EDGES) is shape or beyond(shape, EDGES) == shape
    triangle = (("M", pt(9), pt(9)), ("L", pt(20), pt(9)), ("L", pt(9), pt(20)), ("Z",))
    assert led_on(*triangle) == [*triangle[:-1], ("L", pt(9), pt(9)), ("Z",)]


def test_an_outline_is_led_on_the_way_it_was_going():
    """A slope of one half that runs into the right edge goes on with it."""
    line = led_on(("M", SIZE.width - 2 * B, 0 + 9 * B), ("L", SIZE.width, 8 * B))
    assert line[-1] == ("L", SIZE.width + B, 8 * B - B // 2)


def test_a_flat_outline_is_bent_to_45_degrees():
    line = led_on(("M", 0, SIZE.height - B // 9), ("L", pt(500), SIZE.height))
    assert line[-1] == ("L", pt(500) + B, SIZE.height + B)


def test_a_hill_at_the_foot_reaches_the_corners_of_the_bleed():
    hill = led_on(
        ("M", 0, pt(400)),
        ("C", pt(300), pt(300), pt(600), pt(500), SIZE.width, pt(400)),
        ("L", SIZE.width, SIZE.height), ("L", 0, SIZE.height), ("Z",),
    )  # fmt: skip
    corners = {(-B, SIZE.height + B), (SIZE.width + B, SIZE.height + B)}
    assert corners <= {tuple(command[-2:]) for command in hill}
    assert ("C", pt(300), pt(300), pt(600), pt(500), SIZE.width, pt(400)) in hill


@pytest.mark.parametrize("name", theme_names())
def test_themes_look_the_same_inside_and_go_on_outside(name: str):
    theme = load_theme(name)
    plan = Plan(PlanMeta("题"), SLIDE_16_9, (Sheet((), "甲", "cover"),))
    bled_plan, bled = with_bleed(plan, theme)
    assert bled is not None
    assert bled_plan.bleed == BLEED == mm(3)
    whole, hair = Rect(0, 0, *SLIDE_16_9), mm(0.2)
    for role, drawing in theme.drawings.items():
        led = bled.drawings[role]
        inside = whole.inset(hair, hair, hair, hair)
        assert grounds(led.background, led.artwork, inside) == grounds(
            drawing.background, drawing.artwork, inside
        )


def test_pages_that_are_printed_smaller_are_drawn_further_beyond_their_edges():
    plan = Plan(PlanMeta("题"), Size(mm(210), mm(297)), ())
    half = with_bleed(plan, None, 0.5)[0]
    assert half.bleed == 2 * BLEED


def test_slides_on_a_handout_are_not_cut_themselves():
    theme = load_theme("red")
    plan = Plan(PlanMeta("题"), Size(mm(210), mm(297)), ())
    assert with_bleed(plan, theme)[1] is theme
