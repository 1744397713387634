"""A font file opened by HarfBuzz: the one place where its untyped objects are touched.

The file is mapped, not read: opening costs about a millisecond whatever its size, and only the
pages that are used are ever loaded.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeAlias

from publisher.errors import InputError
from publisher.record import NamedTuple
from publisher.typeface.registry import Face

_Point: TypeAlias = tuple[float, float]


class Manner(NamedTuple):
    """How text is shaped: which features act, and in which script (ISO 15924), by default the
    text's own; marks have none."""

    features: Mapping[str, bool]
    script: str | None = None


# One glyph stays one character where the font can do so: a ligature cannot be spaced or broken.
LATIN = Manner({"liga": False, "clig": False})
# Han characters are set on their em, alone: nothing may act between two of them.
HAN = Manner({"liga": False, "clig": False, "calt": False, "kern": False}, "Hani")


class Placed(NamedTuple):
    """A glyph, its advance, and ``start``, where its cluster begins in the text."""

    start: int
    gid: int
    advance: int


class Ink(NamedTuple):
    """The bounds of a glyph's outline in font units; all 0 where nothing is drawn."""

    x_min: int
    y_min: int
    x_max: int
    y_max: int


class Opened:
    """A face ready for use. ``units`` is its em in font units; ``hb_face`` is HarfBuzz's own."""

    def __init__(self, face: Face) -> None:
        import uharfbuzz as hb

        try:
            self.hb_face: Any = hb.Face(hb.Blob.from_file_path(str(face.path)))
        except (OSError, hb.HarfBuzzError) as error:
            raise InputError("font-unreadable", place=str(face.path), face=face.name) from error
        if not self.hb_face.glyph_count:
            raise InputError("font-unreadable", place=str(face.path), face=face.name)
        self.name = face.name
        self.units: int = self.hb_face.upem
        self._font: Any = hb.Font(self.hb_face)
        self._shape = hb.shape
        self._buffer = hb.Buffer

    def gid(self, char: str) -> int | None:
        """The glyph that the character map has for ``char``, None where it has none."""
        found: int | None = self._font.get_nominal_glyph(ord(char))
        return found

    def shape(self, text: str, language: str, manner: Manner) -> list[Placed]:
        """Shape ``text`` from left to right. Marks are moved within the advances around them.

        ``language`` (BCP 47) lets ``locl`` choose the regional form. A glyph's horizontal offset
        is added to the advance before it and taken from its own, so that advances alone place
        every glyph; the first glyph's, and vertical ones, are dropped.
        """
        buffer = self._buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if manner.script is not None:
            buffer.script = manner.script
        buffer.direction = "ltr"
        buffer.language = language
        self._shape(self._font, buffer, manner.features)
        out: list[Placed] = []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions):
            shift = position.x_offset
            if shift and out:
                before = out[-1]
                out[-1] = before._replace(advance=before.advance + shift)
                advance = position.x_advance - shift
            else:
                advance = position.x_advance
            out.append(Placed(info.cluster, info.codepoint, advance))
        return out

    def advance(self, gid: int) -> int:
        """The advance width of a glyph in font units."""
        width: int = self._font.get_glyph_h_advance(gid)
        return width

    @functools.cache  # noqa: B019  # faces are opened once and kept for the whole run
    def ink(self, gid: int) -> Ink:
        """The bounds of a glyph's outline."""
        extents = self._font.get_glyph_extents(gid)
        if extents is None or not extents.width or not extents.height:
            return Ink(0, 0, 0, 0)
        left, top = extents.x_bearing, extents.y_bearing
        return Ink(left, top + extents.height, left + extents.width, top)

    def outline(self, gid: int) -> tuple[tuple[str | int, ...], ...]:
        """The glyph's outline in font units, y upwards: absolute M, L, Q, C and Z, as in SVG."""
        pen = _Pen()
        self._font.draw_glyph_with_pen(gid, pen)
        return tuple(pen.commands)

    def table(self, tag: str) -> bytes:
        """The bytes of a table of the font, empty where it is missing."""
        data: bytes = self.hb_face.reference_table(tag).data or b""
        return data


class _Pen:
    """Gathers an outline as HarfBuzz draws it, one curve at a time."""

    def __init__(self) -> None:
        self.commands: list[tuple[str | int, ...]] = []

    def moveTo(self, point: _Point) -> None:  # noqa: N802 - fontTools' names for a pen's moves
        self._add("M", point)

    def lineTo(self, point: _Point) -> None:  # noqa: N802
        self._add("L", point)

    def qCurveTo(self, *points: _Point) -> None:  # noqa: N802
        self._add("Q", *points)

    def curveTo(self, *points: _Point) -> None:  # noqa: N802
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self._add("Z")

    def _add(self, command: str, *points: _Point) -> None:
        self.commands.append((command, *(round(value) for point in points for value in point)))


@functools.cache
def opened(face: Face) -> Opened:
    """The face, opened once. Raises InputError ``font-unreadable``."""
    return Opened(face)
