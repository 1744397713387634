"""Records are the named tuples of ``typing``, made faster."""

import pickle
import typing
from copy import copy, deepcopy
from typing import Any

import pytest

from publisher.record import NamedTuple


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 2
    label: str = ""

    @property
    def total(self) -> int:
        return self.x + self.y

    @classmethod
    def origin(cls) -> "Point":
        return cls(0, 0)

    def __str__(self) -> str:
        return f"{super().__str__()}!"


class Model(typing.NamedTuple):
    """A point."""

    x: int
    y: int = 2
    label: str = ""


class Empty(NamedTuple):
    """Nothing."""


@pytest.mark.parametrize("kind", [Point, Model])
def test_a_record_is_made_as_a_named_tuple_is(kind: Any) -> None:
    assert kind(1) == (1, 2, "")
    assert kind(1, label="a") == (1, 2, "a")
    assert kind(y=1, x=0) == (0, 1, "")
    assert kind._make([1, 2, 3]) == (1, 2, 3)
    assert kind(1)._replace(y=5, x=4) == (4, 5, "")
    assert kind(1)._asdict() == {"x": 1, "y": 2, "label": ""}
    assert kind._fields == kind.__match_args__ == ("x", "y", "label")
    assert kind._field_defaults == {"y": 2, "label": ""}
    assert kind.__doc__ == "A point."
    assert typing.get_type_hints(kind) == {"x": int, "y": int, "label": str}
    assert repr(kind(1)) == f"{kind.__name__}(x=1, y=2, label='')"
    assert hash(kind(1)) == hash((1, 2, ""))
    assert not hasattr(kind(1), "__dict__")


@pytest.mark.parametrize("kind", [Point, Model])
def test_mistakes_are_told_as_of_a_named_tuple(kind: Any) -> None:
    with pytest.raises(TypeError, match=f"{kind.__name__}.__new__.. missing 1 .*'x'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        kind(1, z=2)
    with pytest.raises(TypeError, match="takes from 2 to 4 positional arguments"):
        kind(1, 2, 3, 4)
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        kind._make([1])
    with pytest.raises(ValueError, match=r"unexpected field names: .'z'"):
        kind(1)._replace(z=1)
    with pytest.raises(AttributeError):
        kind(1).x = 2


def test_records_have_methods_and_go_through_pickle_and_copies() -> None:
    point = Point(1)
    assert (point.total, Point.origin().total) == (3, 0)
    assert str(point) == "Point(x=1, y=2, label='')!"
    for other in (pickle.loads(pickle.dumps(point)), copy(point), deepcopy(point)):
        assert (other, type(other)) == (point, Point)
    match point:
        case Point(x, y, label=label):
            assert (x, y, label) == (1, 2, "")


def test_records_of_as_many_fields_do_not_mix_up_their_names() -> None:
    class Other(NamedTuple):
        a: int
        b: int
        c: int

    assert Other(c=3, b=2, a=1) == (1, 2, 3)
    assert Point(label="c", y=2, x=1) == (1, 2, "c")
    assert Empty() == ()
