"""Boxes on their lines, and marks on their boxes: what laying out a line comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from publisher.geometry import Emu
from publisher.record import NamedTuple


class Boxes(NamedTuple):
    """Unbreakable clusters, in columns: of each its text, its advance, and the em it is set in."""

    texts: Sequence[str]
    widths: list[Emu]
    ems: list[Emu]


class Row(NamedTuple):
    """Boxes on their line, which follow each other: the first one's number, and of each its left
    edge from the line's, its width, and what was cut before its ink (nothing where no box has
    any)."""

    first: int
    xs: list[Emu]
    widths: list[Emu]
    trims: Sequence[Emu] = ()


class Move(NamedTuple):
    """How far the ink of a mark is moved right and up, in parts of the em."""

    right: float
    up: float


Moves: TypeAlias = Mapping[int, Move]
"""Moves by the number of a box."""
