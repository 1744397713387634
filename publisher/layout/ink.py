"""Where the ink of a full-width mark stands in its em, and where it should.

A mark can be cut on the side of its blank, by the glyph's own bounds. In Taiwan and Hong Kong
pauses and stops stand in the middle of their em (CLREQ 3.1.6); our faces are made for the mainland
and have them at the lower left, so their ink is moved there.
"""

from __future__ import annotations

import functools

from publisher.geometry import Emu
from publisher.layout.clreq import Kind, kind_of
from publisher.layout.placed import Move
from publisher.typeface.metrics import face_metrics, ink
from publisher.typeface.registry import Typefaces

_HALF = 0.52
"""Ink no wider than this part of the em fits half a cell (a few pen faces go over by a hair)."""
BEHIND, BEFORE, BOTH, NONE = 0.0, 1.0, 0.5, -1.0


@functools.lru_cache(maxsize=4096)
def ink_share(typefaces: Typefaces, face: str, gid: int) -> float:
    """On which side of its ink a full-width mark has its blank.

    0 behind (，), 1 before (“), 0.5 both (· and a centred ？); -1 where the ink fills more than
    half the em, so that nothing can be cut.
    """
    entry = typefaces.face(face)
    units = face_metrics(entry).units
    bounds = ink(entry, gid)
    if bounds.x_max - bounds.x_min > _HALF * units:
        return NONE
    middle = (bounds.x_min + bounds.x_max) / (2 * units)
    if bounds.x_max <= _HALF * units and middle < 0.45:
        return BEHIND
    return BEFORE if bounds.x_min >= (1 - _HALF) * units and middle > 0.55 else BOTH


_RESTS = frozenset({Kind.PAUSE, Kind.STOP})


def is_rest(text: str, width: Emu, em: Emu) -> bool:
    """Whether a box is a full-width pause or stop."""
    return width >= em and kind_of(text) in _RESTS


@functools.lru_cache(maxsize=1024)
def to_middle(typefaces: Typefaces, face: str, gid: int) -> Move:
    """What brings the ink of a mark to the middle of its em box."""
    entry = typefaces.face(face)
    metrics, bounds = face_metrics(entry), ink(entry, gid)
    middle = metrics.em_top - metrics.units / 2
    return Move(
        0.5 - (bounds.x_min + bounds.x_max) / (2 * metrics.units),
        (middle - (bounds.y_min + bounds.y_max) / 2) / metrics.units,
    )
