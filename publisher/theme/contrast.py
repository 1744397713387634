"""Whether text can be told from what is behind it: the contrast ratio of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from publisher.plan import Colour

AA = 4.5
"""The least ratio (WCAG 2.2, 1.4.3) for text of any size, and ours for what stands in frames: that
large text may do with less supposes a good screen, and a projector in a lit room has half of that.
"""
LARGE = 3.0
"""The same for type of 18 pt and more, for headings on fields of colour."""


def luminance(value: str) -> float:
    """Relative luminance of RRGGBB, from 0 for black to 1 for white."""
    r, g, b = (_linear(channel / 255) for channel in bytes.fromhex(value))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (RRGGBB), from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(value: str) -> float:
    """How light RRGGBB looks, and so prints in grey: CIE L*, from 0 to 100."""
    y = luminance(value)
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def blended(stack: Sequence[Colour], palette: Mapping[str, str]) -> str:
    """What is seen (RRGGBB) of colours that lie upon each other, the lowest first."""
    seen: tuple[float, ...] = (255, 255, 255)
    for colour in stack:
        over, share = bytes.fromhex(palette[colour.slot]), colour.alpha / 100
        seen = tuple(o * share + s * (1 - share) for o, s in zip(over, seen))
    return "".join(f"{round(channel):02X}" for channel in seen)


def least_contrast(
    ink: str, grounds: Collection[Sequence[Colour]], palette: Mapping[str, str]
) -> float:
    """The lowest ratio of text in the slot ``ink`` to any of the ``grounds`` (stacks of colours)
    that it stands on."""
    return min(contrast(palette[ink], blended(stack, palette)) for stack in grounds)
