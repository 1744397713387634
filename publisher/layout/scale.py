"""The type scale of a deck: its theme's, as the density and the wish for larger type change it."""

from __future__ import annotations

from publisher.geometry import Emu, pt
from publisher.options import Density, Options
from publisher.theme.model import TextStyle, Theme

_TIMES = (7, 6)
"""Larger type is 7/6 of a theme's: 24 pt becomes 28."""
_READ = pt(28)
"""Larger supporting and reading text is never below this."""
_FULL = pt(18)
"""The floor of supporting text where the whole text stands on the slides."""
_ROOM_IS_GIVEN = frozenset(
    "title cover-title cover-line section-title section-line label agenda-title agenda-entry "
    "agenda-line agenda-number attribution closing-title closing-line caption chart-label "
    "numeral".split()
)
"""Their frames are the drawing's, so that they may shrink as far as the theme allows."""
_AS_THEY_ARE = frozenset({"place", "furniture"})
_SUPPORTING = ("support", "reading")
_TITLING = ("statement", "point-title")
"""They shrink to the size of what stands beneath them, and no further."""


def scaled(theme: Theme, options: Options) -> Theme:
    """``theme`` with the sizes that ``options`` ask for; spacing and frames stay."""
    styles = dict(theme.styles)
    if options.density is Density.FULL:
        support = styles["support"]
        styles["support"] = support._replace(smallest=min(support.smallest, _FULL))
    if options.larger:
        styles = {name: _larger(name, style) for name, style in styles.items()}
    return theme._replace(styles=styles)


def _larger(name: str, style: TextStyle) -> TextStyle:
    if name in _AS_THEY_ARE:
        return style
    largest = _times(style.largest)
    if name in _SUPPORTING:
        return style._replace(largest=max(largest, _READ), smallest=_READ)
    smallest = style.smallest if name in _ROOM_IS_GIVEN else _times(style.smallest)
    if name in _TITLING:
        smallest = _READ
    return style._replace(largest=largest, smallest=smallest)


def _times(size: Emu) -> Emu:
    """``size`` made larger, in whole points."""
    return pt(round(size * _TIMES[0] / _TIMES[1] / pt(1)))


STEP = pt(1)


def sizes_between(style: TextStyle, step: Emu = STEP) -> tuple[Emu, ...]:
    """The sizes of a style, largest first."""
    sizes = list(range(style.largest, style.smallest, -step))
    return (*sizes, style.smallest)
