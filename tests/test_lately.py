"""What was made last is given again, for as long as the same is asked."""

from __future__ import annotations

from publisher.lately import lately

made: list[object] = []


@lately
def listed(table: dict[str, int], times: int = 1) -> list[str]:
    made.append(table)
    return list(table) * times


def test_the_same_is_made_once_though_it_has_no_hash() -> None:
    made.clear()
    assert listed({"a": 1}) is listed({"a": 1})
    assert len(made) == 1


def test_what_differs_in_anything_is_made_anew() -> None:
    made.clear()
    assert listed({"b": 1}) == ["b"]
    assert listed({"c": 1}) == ["c"]
    assert listed({"c": 1}, times=2) == ["c", "c"]
    assert listed({"b": 1}) == ["b"]
    assert len(made) == 4
