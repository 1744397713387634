"""What the colours of a plan are on a screen: RRGGBB for each slot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publisher.theme.model import Theme

PAPER: Mapping[str, str] = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "paper-ink": "000000",
    "paper-quiet": "595959",
    "paper-hairline": "A3A3A3",
}
"""Slots of paper, which is what stands where there is no theme, or around its slides."""


class Screen:
    """The colours of ``theme``; None is black on white paper."""

    __slots__ = ("_palette",)

    def __init__(self, theme: Theme | None) -> None:
        self._palette = {**PAPER, **theme.palette} if theme else PAPER

    def __getitem__(self, slot: str) -> str:
        """RRGGBB; black for a slot that is not there."""
        return self._palette.get(slot, PAPER["dk1"])
