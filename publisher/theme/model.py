"""Theme: palette, typefaces, type scale and drawings, as data.

What each palette slot means is one table for all themes, so that any palette works in any
theme's drawings.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.geometry import Emu, Rect, Size
from publisher.plan import Colour, Shape
from publisher.record import NamedTuple

SLOTS: Mapping[str, str] = {
    "dk1": "text that is read, on paper and cards",
    "lt1": "cards, and text on fields of accent1 and dk2",
    "dk2": "the field's shade: artwork on accent1",
    "lt2": "the paper: background of content slides",
    "accent1": "the field: background of cover and section; titles, numerals on paper",
    "accent2": "rules and small ornaments on paper",
    "accent3": "rules and secondary text on fields; on paper quiet ornament, or a tinted ground "
    "for text in dk1 and accent1",
    "accent4": "secondary text on paper (furniture, subtitles)",
    "accent5": "hairlines and card borders",
    "accent6": "a second colour for charts and comparison",
    "hlink": "links",
    "folHlink": "links that were followed",
}
"""A dark theme keeps the meanings and turns lightness round: dk1 is light, lt1 and lt2 are dark,
accent1 is light enough for lt1 to be read on it, accent3 dark enough. What is printed in grey asks
that the series of a chart (accent1, accent6, accent2, accent4) differ in lightness.
"""


class Typeface(NamedTuple):
    """A font role of a theme.

    ``measured`` is the role in ``fonts/fonts.toml`` that text is measured and, in PDF, drawn with;
    ``ea`` and ``latin`` are the typefaces that a deck names (present on Windows and with WPS).
    """

    measured: str
    ea: str
    latin: str
    bold: bool = False


class TextStyle(NamedTuple):
    """One entry of the type scale: the font role, sizes between which text is fitted, pitch.

    ``pitch`` is in per cent of the size. ``largest`` is tried first, ``smallest`` is the floor.
    """

    font: str
    largest: Emu
    smallest: Emu
    pitch: int
    colour: str


class Frame(NamedTuple):
    """Where text goes in a drawing.

    ``name`` is title, body, subtitle, speaker, date, occasion, number, footer, place, label,
    parts, caption, logo or unit; ``style`` an entry of the type scale; ``colour`` the slot of its
    text (the drawing's own fill on the frame's rectangle, else the style's).
    """

    name: str
    rect: Rect
    style: str
    colour: str
    align: str = "left"
    anchor: str = "top"


class Drawing(NamedTuple):
    """One layout: its background colour, its artwork from back to front, and its frames.

    ``groups`` numbers the outermost group that each shape of the artwork was drawn in (a shape
    by itself is its own); empty, no two belong together.
    """

    name: str
    title: str
    background: Colour
    artwork: tuple[Shape, ...]
    frames: Mapping[str, Frame]
    groups: tuple[int, ...] = ()


class Theme(NamedTuple):
    """A complete theme. ``palette`` maps the twelve slots to RRGGBB."""

    name: str
    title: Mapping[str, str]
    """Its name for people, by language (zh, en)."""
    description: Mapping[str, str]
    palette: Mapping[str, str]
    cmyk: Mapping[str, tuple[int, int, int, int]]
    fonts: Mapping[str, Typeface]
    """Font roles: title (major), text (minor), strong, numeral."""
    styles: Mapping[str, TextStyle]
    spacing: Mapping[str, Emu]
    size: Size
    drawings: Mapping[str, Drawing]
    licence: str
    package: bytes = b""
    """The deck whose masters and layouts these are, where they are not ours to draw."""
