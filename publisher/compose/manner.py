"""Manner: how much of the speech its slides show, as one table, and what is wanted where."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.compose.condense import Wish
from publisher.compose.weights import Weights
from publisher.manuscript import SourceRef
from publisher.options import Density, Options
from publisher.record import NamedTuple
from publisher.speech import Piece, Section
from publisher.treatment import Treatment

POINT_TITLE, SLIDE_TITLE, PLACE, GLANCE, CLOSING = 24, 40, 16, 10, 48
"""Characters to a title by where it stands; longer ones are cut at a clause."""
AS_FITS = Treatment()


class Measure(NamedTuple):
    """How much stands on a slide, in Han characters (see ``clauses.ems``).

    ``most``: points that stand together. ``supports``: a point's supporting clause by the number
    of points, the last for all that are more; empty: none. ``statement``: what is set large.
    ``chunk``: running text that is spoken over one statement.
    """

    most: int
    supports: tuple[Wish, ...]
    statement: Wish
    chunk: int

    def support(self, points: int) -> Wish | None:
        """How long a clause may be where so many points stand together, None for no clause."""
        if not self.supports:
            return None
        pages = -(-points // self.most)
        return self.supports[min(-(-points // pages), len(self.supports)) - 1]


_SUPPORTS = tuple(
    Wish(*each) for each in ((44, 80), (36, 56), (30, 44), (26, 40), (20, 30), (20, 30))
)
_LARGER = tuple(Wish(*each) for each in ((32, 48), (26, 36), (20, 28), (18, 26)))
_STANDARD = Measure(6, _SUPPORTS, Wish(24, 40), 320)
_STANDARD_LARGER = Measure(4, _LARGER, Wish(20, 28), 260)
MEASURES: Mapping[tuple[Density, bool], Measure] = {
    (Density.BRIEF, False): Measure(6, (), Wish(20, 30), 640),
    (Density.BRIEF, True): Measure(4, (), Wish(16, 24), 520),
    (Density.STANDARD, False): _STANDARD,
    (Density.STANDARD, True): _STANDARD_LARGER,
    # What is not running text, and what an author wants otherwise, is as in the standard deck.
    (Density.FULL, False): _STANDARD,
    (Density.FULL, True): _STANDARD_LARGER,
}


class Manner(NamedTuple):
    """How a part of the deck is made: the choices, and what is wanted for single headings.

    ``wanted`` is by the place of the heading; ``level`` is the deepest level of headings with
    slides of their own, None as the text asks for it.
    """

    density: Density
    larger: bool
    level: int | None
    charts: bool
    language: str
    host: bool
    """The speech is a host's: the audience looks at what is announced, not at who announces."""
    weights: Weights
    wanted: Mapping[SourceRef, Treatment]

    @property
    def measure(self) -> Measure:
        return MEASURES[self.density, self.larger]

    def treatment(self, section: Section) -> Treatment:
        """What the author wants for this heading."""
        return self.wanted.get(section.heading.ref, AS_FITS)

    def under(self, section: Section) -> Manner:
        """The manner that holds for a heading and all beneath it."""
        treatment = self.treatment(section)
        charts = self.charts if treatment.chart is None else treatment.chart
        return self._replace(density=treatment.density or self.density, charts=charts)


class Place(NamedTuple):
    """Where a slide stands: the index of its part, and the words shown in its corner."""

    section: int | None = None
    words: Piece | None = None


def manner_of(
    options: Options,
    language: str,
    weights: Weights,
    wanted: Mapping[SourceRef, Treatment],
    *,
    host: bool,
) -> Manner:
    """The manner of a whole deck."""
    return Manner(
        options.density, options.larger, options.slide_level, options.charts, language, host,
        weights, wanted,
    )  # fmt: skip
