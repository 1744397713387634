"""Script: what is said together. It does not know geometry, fonts or colours."""

from enum import StrEnum

from publisher.manuscript import Picture, Table
from publisher.record import NamedTuple
from publisher.speech import BodyBlock, Piece


class Role(StrEnum):
    """What a slide is for; each has an arrangement in layout and a drawing in every theme."""

    COVER = "cover"
    AGENDA = "agenda"
    SECTION = "section"
    POINTS = "points"
    COMPARISON = "comparison"
    SEQUENCE = "sequence"
    FIGURES = "figures"
    STATEMENT = "statement"
    TEXT = "text"
    QUOTE = "quote"
    TABLE = "table"
    CHART = "chart"
    PICTURE = "picture"
    CLOSING = "closing"


class Point(NamedTuple):
    """One point: its marker as the speech has it (一要), its title, and a supporting clause.

    On a sequence ``label`` is when (首先, 2024年), on a figures slide ``title`` is the figure as
    written (5.5%, 120亿元) and ``support`` what it measures.

    ``notes`` is what is spoken about it: it goes with the point to whichever slide has room.
    """

    label: str | None
    title: Piece
    support: Piece | None = None
    notes: tuple[Piece, ...] = ()


class Entry(NamedTuple):
    """A line of the agenda: number as shown, title, and the section slide that it leads to."""

    number: str | None
    title: Piece
    slide: int


class Slide(NamedTuple):
    """One slide before anybody knows how wide it is.

    What is set depends on the role:
    cover: title, subtitle, speaker, date, occasion; agenda: entries; section: label (第一部分),
    title, points (its sub-headings, titles only); points: title, points; statement: title (may
    be None), points (one); comparison: title, points (two); sequence: title, points (two to
    six, in order of time); figures: title, points (one to four); text: title, text (all of it,
    paragraph by paragraph, goes on over as many pages as it needs, each with its own notes;
    stage directions in it, and pieces with ``note`` set, are spoken there and not shown);
    quote: title (the attribution), quotation; table and chart: title, table;
    picture: title, picture, caption; closing: title (what the speech says at its end), or
    None and the cover's title again.

    Statements, text and points may have no title: then the slide before has just shown it.

    ``layout`` is how the author wants points arranged (cards, rows, columns), None as it fits.
    ``most`` is how many points stand together: more go on on further pages.

    ``notes`` are the pieces of the speech that are spoken here before its points' own; over all
    slides they are the whole speech, in order, each character once. ``section`` is the index of
    the level-1 part (from 0) that the slide belongs to, ``place`` the running heading shown in
    its corner.
    """

    role: Role
    notes: tuple[Piece, ...]
    title: Piece | None = None
    label: str | None = None
    points: tuple[Point, ...] = ()
    entries: tuple[Entry, ...] = ()
    lines: tuple[tuple[str, Piece], ...] = ()
    """Further lines by frame name: subtitle, speaker, occasion, date."""
    quotation: Piece | None = None
    text: tuple[Piece, ...] = ()
    table: Table | None = None
    picture: Picture | None = None
    section: int | None = None
    place: Piece | None = None
    layout: str | None = None
    most: int = 6

    def spoken(self) -> tuple[Piece, ...]:
        """All that is spoken on this slide: its notes, its text, then those of its points."""
        pointed = tuple(piece for point in self.points for piece in point.notes)
        return self.notes + self.text + pointed


class Passage(NamedTuple):
    """One paragraph of the script for pages: its role and its parts.

    ``role`` is title, subtitle, speaker, occasion, date, salutation, heading, body or closing.
    ``parts`` are (level, piece): level 1–9 for the words of a heading, 0 for text; a run-in
    heading is (2, heading), (0, rest). A table or picture stands alone in ``block``.
    """

    role: str
    parts: tuple[tuple[int, Piece], ...] = ()
    block: BodyBlock | None = None


class Script(NamedTuple):
    """The speech as slides and as passages, both with the whole text."""

    title: str
    """What the file is called in a title bar: the speech's title, else its first words."""
    speaker: str | None
    language: str
    slides: tuple[Slide, ...]
    passages: tuple[Passage, ...]
    keywords: tuple[str, ...] = ()
    """What the speech is about, in its own words: for the properties of the file."""
    secrecy: str | None = None
    """The mark of secrecy as it stands, where there is one: then notes stay in the house."""
