"""Path data and transforms come out as absolute cubics."""

import math

import pytest

from publisher.theme.svgpath import Matrix, parse_path, parse_transform


def test_relative_commands_become_absolute() -> None:
    assert parse_path("m10 10 l5 0 v5 h-5 z") == (
        ("M", ((10, 10),)),
        ("L", ((15, 10),)),
        ("L", ((15, 15),)),
        ("L", ((10, 15),)),
        ("Z", ()),
    )


def test_a_move_with_several_pairs_draws_lines() -> None:
    assert [command for command, _ in parse_path("M0 0 1 1 2 2")] == ["M", "L", "L"]


def test_a_smooth_curve_mirrors_the_last_control_point() -> None:
    assert parse_path("M0 0 C0 10 10 10 10 0 S20 -10 20 0")[2] == (
        "C",
        ((10, -10), (20, -10), (20, 0)),
    )


def test_a_quadratic_becomes_the_same_cubic() -> None:
    (_, (first, second, end)) = parse_path("M0 0 Q3 6 6 0")[1]
    assert first == pytest.approx((2, 4))
    assert second == pytest.approx((4, 4))
    assert end == (6, 0)


def test_an_arc_stays_on_its_circle() -> None:
    segments = parse_path("M-10 0 A10 10 0 0 1 10 0")
    assert segments[-1][1][2] == pytest.approx((10, 0))
    for _, points in segments[1:]:
        assert math.hypot(*points[2]) == pytest.approx(10)
    assert segments[1][1][2] == pytest.approx((0, -10))


@pytest.mark.parametrize("data", ["10 10", "M0", "M0 0 L", "Z 5"])
def test_what_is_not_path_data_is_refused(data: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller names the file and element
        parse_path(data)


def test_transforms_apply_from_right_to_left() -> None:
    matrix = parse_transform("translate(10 20) scale(2)")
    assert matrix == Matrix(2, 0, 0, 2, 10, 20)
    assert matrix.apply((1, 1)) == (12, 22)


def test_a_turn_about_a_point_leaves_that_point() -> None:
    assert parse_transform("rotate(90 5 5)").apply((5, 5)) == pytest.approx((5, 5))
