"""What is wrong with a theme: a problem, its file, its weight."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from publisher.record import NamedTuple


class Severity(Enum):
    """An error makes a bad slide; a warning wants a look."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """``place`` is a file of the theme, after a colon the line where it is known; the sentences
    are ``key`` and ``key.hint`` in ``messages``, their gaps filled from ``values``."""

    severity: Severity
    place: str
    key: str
    values: tuple[tuple[str, str], ...] = ()


def problem(severity: Severity, place: str, key: str, /, **values: object) -> Problem:
    """A problem; see Problem."""
    return Problem(severity, place, key, tuple((k, str(v)) for k, v in sorted(values.items())))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, file by file."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(found: Problem) -> tuple[bool, str, int]:
    """The settings first, then drawing by drawing; what is found first in each stands first."""
    file, _, line = found.place.partition(":")
    return file.endswith(".svg"), file, int(line or 0)
