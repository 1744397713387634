"""Story: the text of pages as it flows, before anybody divided it into lines and pages.

A program that sets pages itself (a word processor) takes it from here, with the measures that the
pages of the plan were set by; a sheet's items are the same text, divided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from publisher.geometry import Emu, Rect, Size
from publisher.record import NamedTuple


class StoryNote(NamedTuple):
    """A footnote: its paragraphs. Without ``numbered`` its author typed its mark, in the text
    and in the note."""

    paragraphs: tuple[str, ...]
    numbered: bool = True


class StoryRun(NamedTuple):
    """Characters of one voice; ``font`` is a role of the page, ``size`` the em.

    ``\\n`` ends a line: typed so, or chosen by sense. ``mark`` is underline, dots or "";
    ``raised`` is 1 above and -1 below the line. ``level`` is that of a heading whose words these
    are in a paragraph that goes on behind it. ``reading`` stands above them; runs of one ``ruby``
    (0 for none) share it. Where ``note`` is given, it is referred to here, and there is no text.
    """

    text: str
    font: str
    size: Emu
    mark: str = ""
    raised: int = 0
    level: int = 0
    reading: str = ""
    ruby: int = 0
    note: StoryNote | None = None


class StoryStyle(NamedTuple):
    """How the paragraphs of a role are set.

    ``indent`` is the first line's in cells of the grid; ``pitch`` the distance of its baselines;
    ``level`` is that of a heading, 0 for others.
    """

    font: str
    size: Emu
    align: str
    indent: int
    pitch: Emu
    level: int = 0


class StoryParagraph(NamedTuple):
    """A paragraph; ``style`` is a key of the story's styles.

    ``before`` is the room above it, ``pitch`` its own distance of baselines (0: the style's).
    ``keep``: it stands on one page with what follows. ``begins`` is flow, page or right.
    ``hang`` is how far its lines but the first stand in from the first. ``bullet``: a bullet,
    which is not in its text, hangs before it. ``western``: it is set by the rules of English.
    """

    style: str
    runs: tuple[StoryRun, ...]
    before: Emu = 0
    pitch: Emu = 0
    keep: bool = False
    begins: str = "flow"
    hang: Emu = 0
    bullet: bool = False
    western: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class StoryCell(NamedTuple):
    """A cell of a table: its place, its spans, the runs of its paragraphs, all in one style."""

    row: int
    column: int
    rows: int
    columns: int
    paragraphs: tuple[tuple[StoryRun, ...], ...]
    style: str
    align: str


class StoryTable(NamedTuple):
    """A table of ``rows`` rows, the first ``header_rows`` of which repeat on each page.

    ``padding`` is the room in a cell left and right of, above and below its text; ``whole``: it
    is not divided between pages.
    """

    widths: tuple[Emu, ...]
    rows: int
    header_rows: int
    cells: tuple[StoryCell, ...]
    padding: tuple[Emu, Emu]
    whole: bool = False
    before: Emu = 0


class StoryPicture(NamedTuple):
    """A picture in the middle of a line of its own, as large as it is shown."""

    data: bytes
    media_type: str
    size: Size
    alt: str
    before: Emu = 0
    keep: bool = False


StoryBlock: TypeAlias = StoryParagraph | StoryTable | StoryPicture


class StoryNumber(NamedTuple):
    """The page number: ``form`` has {number}, perhaps {total}; ``baseline`` is on the page,
    ``indent`` the distance from the edge of the type area."""

    font: str
    size: Emu
    form: str
    baseline: Emu
    indent: Emu
    odd: str
    even: str


class StoryHead(NamedTuple):
    """Running heads: the title on even pages, on odd ones the part, none where a part begins."""

    font: str
    size: Emu
    baseline: Emu


class StoryPage(NamedTuple):
    """The page: ``area`` is the type area of a right-hand page, ``columns`` × ``rows`` cells of
    ``em`` on baselines ``pitch`` apart; the first em box begins at the area's top.

    ``mirrored``: left-hand pages have the margins the other way round.
    """

    paper: Size
    area: Rect
    mirrored: bool
    columns: int
    rows: int
    em: Emu
    pitch: Emu
    number: StoryNumber
    head: StoryHead | None = None


class StoryEntry(NamedTuple):
    """A line of the contents: the ``heading``-th heading of the story (from 0), its level, its
    words, and the number of the page that it stands on here."""

    heading: int
    level: int
    text: str
    page: str


class StoryContents(NamedTuple):
    """The table of contents, down to level ``levels``."""

    title: str
    levels: int
    entries: tuple[StoryEntry, ...]


class Story(NamedTuple):
    """Everything in order. ``cover`` stands on a page of its own, ``contents`` follow it; the
    text begins on a right-hand page then, with page number 1.

    ``styles`` has those of the blocks, heading1 to heading9, and note, contents1 to contents9.
    """

    page: StoryPage
    styles: Mapping[str, StoryStyle]
    blocks: Sequence[StoryBlock]
    cover: Sequence[StoryParagraph] = ()
    contents: StoryContents | None = None
