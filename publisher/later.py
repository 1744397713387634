"""What is made when somebody looks: a deck needs no glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

_T = TypeVar("_T", covariant=True)


class Later(Sequence[_T]):
    """As good as the tuple that ``make`` gives, which is called once, and not before it must."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Sequence[_T]]) -> None:
        self._make: Callable[[], Sequence[_T]] | None = make
        self._made: tuple[_T, ...] = ()

    @property
    def whole(self) -> tuple[_T, ...]:
        """All of it."""
        if self._make is not None:
            self._made, self._make = tuple(self._make()), None
        return self._made

    def __len__(self) -> int:
        return len(self.whole)

    def __getitem__(self, at: Any) -> Any:
        return self.whole[at]

    def __iter__(self) -> Iterator[_T]:
        return iter(self.whole)

    def __eq__(self, other: object) -> bool:
        return self.whole == (other.whole if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self.whole)

    def __repr__(self) -> str:
        return repr(self.whole)
