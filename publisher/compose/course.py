"""Course: a deck in the making. What is said waits for the next slide that is shown.

So every slide takes the next pieces of the speech as its notes, and over all slides they are the
speech, each character once, in order, however the slides are chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from publisher.compose.manner import Place
from publisher.events import Notice
from publisher.script import Slide
from publisher.speech import Piece

Pieces: TypeAlias = tuple[Piece, ...]
NOWHERE = Place()


class Course:
    """The slides so far, what was said since the last one, and what a person should know.

    ``place`` is where the next slide stands.
    """

    __slots__ = ("_waiting", "notices", "place", "slides")

    def __init__(self) -> None:
        self.slides: list[Slide] = []
        self.notices: list[Notice] = []
        self.place: Place = NOWHERE
        self._waiting: list[Piece] = []

    @property
    def waiting(self) -> Pieces:
        """What was said since the last slide."""
        return tuple(self._waiting)

    def say(self, pieces: Iterable[Piece]) -> None:
        """``pieces`` are spoken on the next slide, before its own notes."""
        self._waiting.extend(pieces)

    def show(self, slide: Slide) -> None:
        """The next slide."""
        notes = (*self._waiting, *slide.notes)
        self._waiting.clear()
        place = self.place
        self.slides.append(slide._replace(notes=notes, section=place.section, place=place.words))

    def settle(self, pieces: Iterable[Piece] = ()) -> None:
        """What waits, and then ``pieces``, is spoken at the end of the slide before."""
        said = (*self._waiting, *pieces)
        if said and self.slides:
            self._waiting.clear()
            self.slides[-1] = _spoken_after(self.slides[-1], said)
        else:
            self._waiting = list(said)

    def tell(self, found: Notice) -> None:
        """Something that a person should know."""
        self.notices.append(found)


def _spoken_after(slide: Slide, pieces: Pieces) -> Slide:
    """``slide`` with ``pieces`` spoken after all else on it, and not shown."""
    if slide.points:
        *points, last = slide.points
        return slide._replace(points=(*points, last._replace(notes=(*last.notes, *pieces))))
    if slide.text:
        return slide._replace(text=(*slide.text, *map(unshown, pieces)))
    return slide._replace(notes=(*slide.notes, *pieces))


def unshown(piece: Piece) -> Piece:
    """``piece`` as one that is spoken and never shown."""
    return piece._replace(note=True)
