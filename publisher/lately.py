"""What was made last, kept for the next time: documents of a batch have their theme in common."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def lately(make: Callable[_P, _T]) -> Callable[_P, _T]:
    """``make``, which gives again what it gave last where it is asked the same.

    What it is given has to be equal, not to have a hash: records with tables in them, which
    themes are. What it gives is shared, and must not be changed.
    """
    last: tuple[object, _T] | None = None

    @functools.wraps(make)
    def made(*given: _P.args, **named: _P.kwargs) -> _T:
        nonlocal last
        if last is None or last[0] != (given, named):
            last = (given, named), make(*given, **named)
        return last[1]

    return made
