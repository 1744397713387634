"""A theme's colours for paper that takes little ink: white, and a dark theme turned to light.

The slots keep their meanings (``model.SLOTS``), so drawings and layout need not know.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.theme.contrast import lightness
from publisher.theme.model import Theme

_WHITE = "FFFFFF"
_NO_INK, _BLACK = (0, 0, 0, 0), (0, 0, 0, 100)
_MIDDLE = 50
_TURNED: Mapping[str, int] = {
    "dk2": 30, "accent1": 42, "accent2": 54, "accent3": 93, "accent4": 30, "accent5": 82,
    "accent6": 66, "hlink": 42, "folHlink": 30,
}  # fmt: skip
"""The lightness (L*) of a dark theme's colours on white: what is read has a contrast of 4.5 : 1
and more, and a chart's series are told apart in grey."""
_STEPS = 24


def on_paper(theme: Theme) -> Theme:
    """``theme`` with the colours and inks for white paper."""
    palette, cmyk = dict(theme.palette), dict(theme.cmyk)
    if lightness(theme.palette["lt2"]) < _MIDDLE:
        for slot, wanted in _TURNED.items():
            share, white = _mix(theme.palette[slot], wanted)
            palette[slot] = _mixed(theme.palette[slot], share, white=white)
            if slot in cmyk:
                cmyk[slot] = _inks(theme.cmyk[slot], share, white=white)
        palette["dk1"] = "000000"
    cmyk["dk1"] = _BLACK
    for slot in ("lt1", "lt2"):
        palette[slot], cmyk[slot] = _WHITE, _NO_INK
    return theme._replace(palette=palette, cmyk=cmyk)


def _mix(colour: str, wanted: int) -> tuple[float, bool]:
    """How much of ``colour`` to keep, the rest white or else black, for the lightness wanted."""
    white = lightness(colour) < wanted
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        share = (low + high) / 2
        lighter = lightness(_mixed(colour, share, white=white)) > wanted
        low, high = (share, high) if lighter == white else (low, share)
    return (low + high) / 2, white


def _mixed(colour: str, share: float, *, white: bool) -> str:
    rest = 255 * (1 - share) if white else 0
    return "".join(f"{round(part * share + rest):02X}" for part in bytes.fromhex(colour))


def _inks(
    inks: tuple[int, int, int, int], share: float, *, white: bool
) -> tuple[int, int, int, int]:
    """Lighter is less of every ink, darker is more black."""
    cyan, magenta, yellow, black = inks
    if not white:
        return cyan, magenta, yellow, round(100 - (100 - black) * share)
    cyan, magenta, yellow, black = (round(part * share) for part in inks)
    return cyan, magenta, yellow, black
