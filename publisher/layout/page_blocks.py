"""What stands on a page: paragraphs, pictures and tables, each knowing how it may be divided."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from publisher.geometry import Emu, Rect
from publisher.layout.flow import Block
from publisher.layout.footnotes import FootNote
from publisher.layout.letters import EM_BASELINE, place
from publisher.layout.page_model import PageProfile
from publisher.layout.voices import drawn_marks
from publisher.manuscript import Picture
from publisher.plan import Image, Item, Line, OutlineEntry, Part, Text, TextParagraph
from publisher.record import NamedTuple
from publisher.story import StoryParagraph

_TOGETHER = 2
"""Lines of a paragraph's end that a page begins with at least."""


class Mark(NamedTuple):
    """A heading for the document outline, and the line of its paragraph in which it begins."""

    level: int
    text: str
    line: int


class Aside(NamedTuple):
    """What the margin says beside a line: which slides come, how long a part takes; or ""."""

    line: int
    cue: str = ""
    time: str = ""


class TextBlock(NamedTuple):
    """A paragraph set in lines, ``stride`` rows apart; its first ``lead`` lines stay together.

    It stands ``drop`` below the grid, so that the em boxes of larger type keep within their rows.
    ``noted`` are its notes with the lines of their marks. ``stops`` counts the lines up to each
    end of a sentence, where it should be divided; () for anywhere. ``parts`` are the whole
    paragraph's, ``start`` counts its characters before ``lines`` (plan.Text); ``flowing`` gives
    the whole paragraph without lines.
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
    begins: str = "flow"
    noted: tuple[tuple[int, FootNote], ...] = ()
    stops: tuple[int, ...] = ()
    asides: tuple[Aside, ...] = ()
    parts: tuple[Part, ...] = ()
    start: int = 0
    flowing: Callable[[], StoryParagraph] = partial(StoryParagraph, "body", ())

    @property
    def notes(self) -> tuple[FootNote, ...]:
        return tuple(note for _, note in self.noted)

    @property
    def rows(self) -> int:
        return len(self.lines) * self.stride

    @property
    def least(self) -> int:
        if self.stops:
            whole = next((stop for stop in self.stops if stop >= self.lead), len(self.lines))
            return min(whole * self.stride, self.profile.rows)
        rest = len(self.lines) - self.lead
        return self.rows if rest < _TOGETHER else self.lead * self.stride

    def split(self, rows: int, *, anyhow: bool = False) -> tuple[Block | None, Block | None]:
        """No last line alone on the next page, no heading alone at the foot of this one."""
        count = len(self.lines)
        fit = max(rows // self.stride, 1 if anyhow else 0)
        if count <= fit:
            return self, None
        kept = self._by_sentence(fit) or min(fit, count - _TOGETHER)
        if kept < self.lead or (self.stops and kept not in self.stops):
            if not anyhow:
                return None, self
            kept = max(kept, 1) if kept >= self.lead else fit
        return self._divided(kept)

    def _by_sentence(self, fit: int) -> int:
        """The lines up to the last sentence that ends here; 0 where none does."""
        return max((stop for stop in self.stops if self.lead <= stop <= fit), default=0)

    def _divided(self, kept: int) -> tuple[Block, Block]:
        first = self._replace(
            lines=self.lines[:kept],
            marks=tuple(mark for mark in self.marks if mark.line < kept),
            noted=tuple(each for each in self.noted if each[0] < kept),
            asides=tuple(aside for aside in self.asides if aside.line < kept),
            stops=tuple(stop for stop in self.stops if stop < kept),
            keep=False,
        )
        rest = self._replace(
            lines=self.lines[kept:],
            marks=tuple(m._replace(line=m.line - kept) for m in self.marks if m.line >= kept),
            noted=tuple((line - kept, note) for line, note in self.noted if line >= kept),
            asides=tuple(a._replace(line=a.line - kept) for a in self.asides if a.line >= kept),
            stops=tuple(stop - kept for stop in self.stops if stop > kept),
            lead=1,
            begins="flow",
            start=self.start + sum(len(line.text) for line in self.lines[:kept]),
        )
        return first, rest

    def top(self, area: Rect, row: int) -> Emu:
        """The top of the grid's em box of the line in ``row``."""
        return area.y + row * self.profile.pitch

    def baseline(self, area: Rect, row: int, line: int = 0) -> Emu:
        """The baseline of a line of a block that begins in ``row``."""
        down = (row + line * self.stride) * self.profile.pitch
        return area.y + down + round(self.profile.em * EM_BASELINE) + self.drop

    def items(self, area: Rect, row: int) -> list[Item]:
        pitch = self.profile.pitch * self.stride
        baseline = self.baseline(area, row)
        frame = Rect(
            area.x,
            baseline - round(self.size * EM_BASELINE),
            area.width,
            pitch * (len(self.lines) - 1) + self.size,
        )
        lines = place(self.lines, area.x, baseline, pitch)
        text = Text(
            frame, (self.paragraph,), lines, self.name, self.role,
            element=self.name, start=self.start, parts=self.parts,
        )  # fmt: skip
        return [text, *drawn_marks(lines)]

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
    begins: str = "flow"
    notes: tuple[FootNote, ...] = ()

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
