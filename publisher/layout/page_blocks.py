"""What stands on a page: paragraphs, pictures and tables, each knowing how it may be divided."""

from __future__ import annotations

from typing import NamedTuple

from publisher.geometry import Emu, Rect
from publisher.layout.flow import Block
from publisher.layout.paragraph import EM_BASELINE, place
from publisher.layout.profile import PageProfile
from publisher.layout.voices import drawn_marks
from publisher.manuscript import Picture
from publisher.plan import Image, Item, Line, OutlineEntry, Text, TextParagraph

_TOGETHER = 2
"""Lines of a paragraph's end that a page begins with at least."""


class Mark(NamedTuple):
    """A heading for the document outline, and the line of its paragraph in which it begins."""

    level: int
    text: str
    line: int


class TextBlock(NamedTuple):
    """A paragraph set in lines, ``stride`` rows apart; its first ``lead`` lines stay together.

    It stands ``drop`` below the grid, so that the em boxes of larger type keep within their rows.
    """

    lines: tuple[Line, ...]
    paragraph: TextParagraph
    size: Emu
    profile: PageProfile
    role: str
    name: str
    before: int = 0
    keep: bool = False
    lead: int = 1
    stride: int = 1
    drop: Emu = 0
    marks: tuple[Mark, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.lines) * self.stride

    @property
    def least(self) -> int:
        rest = len(self.lines) - self.lead
        return self.rows if rest < _TOGETHER else self.lead * self.stride

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        """No last line alone on the next page, no heading alone at the foot of this one."""
        count = len(self.lines)
        fit = max(rows // self.stride, 1 if anyhow else 0)
        if count <= fit:
            return self, None
        kept = min(fit, count - _TOGETHER)
        if kept < self.lead:
            if not anyhow:
                return None, self
            kept = fit
        here = tuple(mark for mark in self.marks if mark.line < kept)
        later = tuple(m._replace(line=m.line - kept) for m in self.marks if m.line >= kept)
        return (
            self._replace(lines=self.lines[:kept], marks=here, keep=False),
            self._replace(lines=self.lines[kept:], marks=later, lead=1),
        )

    def top(self, area: Rect, row: int) -> Emu:
        """The top of the grid's em box of the line in ``row``."""
        return area.y + row * self.profile.pitch

    def items(self, area: Rect, row: int) -> list[Item]:
        pitch = self.profile.pitch * self.stride
        baseline = area.y + row * self.profile.pitch + round(self.profile.em * EM_BASELINE)
        baseline += self.drop
        frame = Rect(
            area.x,
            baseline - round(self.size * EM_BASELINE),
            area.width,
            pitch * (len(self.lines) - 1) + self.size,
        )
        lines = place(self.lines, area.x, baseline, pitch)
        return [Text(frame, (self.paragraph,), lines, self.name, self.role), *drawn_marks(lines)]

    def entries(self, area: Rect, row: int, sheet: int) -> list[OutlineEntry]:
        return [
            OutlineEntry(
                mark.level, mark.text, sheet, self.top(area, row + mark.line * self.stride)
            )
            for mark in self.marks
        ]


class PictureBlock(NamedTuple):
    """A picture in its proportions, centred; it shrinks a little rather than leave a page empty."""

    picture: Picture
    width: Emu
    height: Emu
    profile: PageProfile
    name: str
    before: int = 0
    keep: bool = False

    @property
    def rows(self) -> int:
        return rows_for(self.height, self.profile)

    @property
    def least(self) -> int:
        return rows_for(round(self.height * _SHRINK), self.profile)

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        if self.rows <= rows:
            return self, None
        if self.least > rows and not anyhow:
            return None, self
        height = max(rows * self.profile.pitch - clearance(self.profile), self.profile.pitch)
        width = self.width * height // self.height
        return self._replace(width=width, height=height), None

    def items(self, area: Rect, row: int) -> list[Item]:
        x = area.x + (area.width - self.width) // 2
        frame = Rect(x, area.y + row * self.profile.pitch, self.width, self.height)
        picture = self.picture
        return [Image(frame, picture.data, picture.media_type, picture.alt, self.name)]


_SHRINK = 0.7


def picture_block(
    picture: Picture, profile: PageProfile, name: str, before: int, *, keep: bool
) -> PictureBlock:
    """The picture as large as in the file, within the measure and a page less its caption.

    It shrinks by less than a row to whole rows, so that its caption stands close below it.
    """
    width, height = max(1, picture.width), max(1, picture.height)
    wished = height * min(1.0, profile.measure / width) + clearance(profile)
    rows = max(2, min(profile.rows - 2, int(wished // profile.pitch)))
    scale = min(profile.measure / width, (rows * profile.pitch - clearance(profile)) / height)
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    return PictureBlock(picture, *size, profile, name, before, keep)


def clearance(profile: PageProfile) -> Emu:
    """The room below a picture or table, before the next line of text."""
    return profile.pitch // 2


def rows_for(height: Emu, profile: PageProfile) -> int:
    """The rows of the grid that a picture or table of this height takes."""
    return -(-(height + clearance(profile)) // profile.pitch)
