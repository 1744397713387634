"""What a page profile says: the paper, its grid, its voices, and what a page has besides text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from publisher.geometry import Emu, Rect, Size
from publisher.layout.clreq import Level
from publisher.layout.letters import Alignment
from publisher.record import NamedTuple

Begin: TypeAlias = Literal["flow", "page", "right"]
"""Where something begins: where the text before ends, on a new page, on a right-hand page."""


class PageStyle(NamedTuple):
    """How a role is set. ``indent`` counts cells, ``before`` empty rows above another group."""

    font: str
    size: Emu
    align: Alignment
    indent: int
    group: str
    before: int


class NumberStyle(NamedTuple):
    """The page number: ``below`` the type area to its dash, ``indent`` in its own ems.

    ``form`` has {number}, and {total} where it tells how many pages there are.
    """

    font: str
    size: Emu
    form: str
    below: Emu
    indent: int
    odd: Alignment
    even: Alignment


class NoteStyle(NamedTuple):
    """Footnotes: their type, the distance of their baselines, the length of the rule above."""

    font: str
    size: Emu
    pitch: Emu
    rule: Emu


class HeadStyle(NamedTuple):
    """Running heads ``above`` the type area: on even pages the title, on odd ones the part."""

    font: str
    size: Emu
    above: Emu


class CoverStyle(NamedTuple):
    """A page of its own for the lines before the text: the title's top, the last line's foot."""

    title: Emu
    foot: Emu


class ContentsStyle(NamedTuple):
    """The table of contents: its heading, its type, the deepest level that it lists."""

    title: str
    font: str
    size: Emu
    levels: int


class MarginStyle(NamedTuple):
    """What a lectern copy says in its left margin: slide numbers and minutes.

    ``edge`` is from the paper's edge; ``cue`` has {number}, ``time`` {minutes} and {seconds};
    headings down to ``levels`` tell their time.
    """

    font: str
    size: Emu
    edge: Emu
    cue: str
    time: str
    levels: int


class PageProfile(NamedTuple):
    """A page: ``columns`` × ``rows`` cells of ``em``, on baselines ``pitch`` apart.

    The first em box begins at the type area's top. ``breath``: lines end where the voice rests;
    ``sentences``: no sentence is divided between pages where that can be avoided. ``begins`` says
    of heading1 and annex where they begin.
    """

    name: str
    paper: Size
    top: Emu
    bottom: Emu
    inside: Emu
    outside: Emu
    mirrored: bool
    columns: int
    rows: int
    em: Emu
    pitch: Emu
    level: Level
    number: NumberStyle
    styles: Mapping[str, PageStyle]
    notes: NoteStyle
    begins: Mapping[str, Begin]
    head: HeadStyle | None = None
    cover: CoverStyle | None = None
    contents: ContentsStyle | None = None
    margin: MarginStyle | None = None
    breath: bool = False
    sentences: bool = False

    @property
    def measure(self) -> Emu:
        return self.paper.width - self.inside - self.outside

    @property
    def height(self) -> Emu:
        return self.paper.height - self.top - self.bottom

    def area(self, page: int) -> Rect:
        """The type area (版心) of page ``page``, from 0; odd page numbers are right-hand pages."""
        left = self.outside if self.mirrored and page % 2 else self.inside
        return Rect(left, self.top, self.measure, self.height)

    def room(self, note_lines: int) -> int:
        """The rows of text on a page with that many lines of footnotes at its foot."""
        if not note_lines:
            return self.rows
        left = self.height - self.note_clearance - note_lines * self.notes.pitch - self.em
        return max(0, min(self.rows, left // self.pitch + 1))

    @property
    def note_clearance(self) -> Emu:
        """The room between the last row of text and the first em box of the notes."""
        return self.pitch // 2

    def stride(self, size: Emu) -> int:
        """The rows that a line of type of ``size`` takes."""
        return -(-size * 6 // (5 * self.pitch))

    def style(self, role: str) -> PageStyle:
        """The style of a role of the script; one that has none is set as body."""
        return self.styles.get(role, self.styles["body"])

    def heading(self, level: int) -> PageStyle:
        return self.styles[f"heading{min(max(level, 1), 4)}"]
