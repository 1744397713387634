"""The desk: what every arrangement of a slide works with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from publisher.geometry import Rect
from publisher.layout.fit import Setter
from publisher.layout.rounding import ROOM
from publisher.layout.shown import Page, Shown, meet
from publisher.layout.textbox import in_frame
from publisher.manuscript import Picture
from publisher.options import Options
from publisher.plan import Item
from publisher.script import Role, Script, Slide
from publisher.speech import Piece
from publisher.theme.model import Drawing, Frame

CONTINUED: Mapping[str, str] = {"zh": "（续）", "en": " (continued)"}
_ONE_LINE = frozenset({"place", "footer", "number", "speaker", "date", "label", "unit"})
_UNCUT = frozenset({"place", "footer", "unit"})
"""Frames whose text may be cut without a word about it: it stands elsewhere too."""
_GROWING = frozenset({"speaker", "date", "occasion", "subtitle"})
"""Lines of a cover that take more room when they need it and nothing stands there."""
_LOOSE = "，、；：,;: 　"
"""Marks that separate: at the end of a title they part it from nothing."""


class Deck:
    """What holds for all slides of a deck. ``logo`` stands where a drawing has a frame for it."""

    def __init__(
        self, script: Script, setter: Setter, options: Options, logo: Picture | None = None
    ) -> None:
        self.script = script
        self.setter = setter
        self.options = options
        self.logo = logo

    @property
    def lang(self) -> str:
        return "zh" if self.script.language.startswith("zh") else "en"

    @cached_property
    def agenda(self) -> int | None:
        """The index of the agenda among the script's slides."""
        roles = [slide.role for slide in self.script.slides]
        return roles.index(Role.AGENDA) if Role.AGENDA in roles else None

    @cached_property
    def sections(self) -> tuple[tuple[int, Slide], ...]:
        """(index, slide) of the slides that begin a part."""
        slides = enumerate(self.script.slides)
        return tuple((i, slide) for i, slide in slides if slide.role is Role.SECTION)


class Desk:
    """One slide's desk: the deck, and the drawing and frames of the slide's role.

    ``cut`` gathers the texts that had to be cut on this slide, ``told`` codes of other notices.
    ``filled`` are the frames that this slide puts something in.
    """

    __slots__ = ("cut", "deck", "drawing", "filled", "frames", "setter", "told")

    def __init__(self, deck: Deck, drawing: Drawing, frames: Mapping[str, Frame]) -> None:
        self.deck = deck
        self.setter = deck.setter
        self.drawing = drawing
        self.frames = frames
        self.cut: list[str] = []
        self.told: list[str] = []
        self.filled: Collection[str] = frames

    @property
    def body(self) -> Rect:
        return self.frames["body"].rect

    def put(self, frame: str, text: str | None, *, role: str = "P", by_sense: bool = False,
            field: str | None = None, link: int | None = None) -> tuple[Item, ...]:  # fmt: skip
        """``text`` in the drawing's frame, if it has that frame and there is text."""
        target = self.frames.get(frame)
        if target is None or not text:
            return ()
        most = 1 if frame in _ONE_LINE else None
        item, clipped = in_frame(
            self.setter, text, target, role=role, by_sense=by_sense, field=field, link=link,
            max_lines=most, fewest=role == "H2",
        )  # fmt: skip
        if clipped and frame in _GROWING:
            grown = self._grown(target)
            item, clipped = in_frame(self.setter, text, grown, role=role, by_sense=True)
        if clipped and frame not in _UNCUT:
            self.cut.append(text)
        return (item,)

    def _grown(self, frame: Frame) -> Frame:
        """A frame of a cover with room for lines more, as far as no other frame is in the way."""
        style = self.setter.theme.styles[frame.style]
        line = style.smallest * style.pitch // 100
        rect = frame.rect
        others = [
            other.rect
            for name, other in self.frames.items()
            if name != frame.name and name in self.filled
        ]
        for lines in (3, 2):
            more = max(0, lines * line + ROOM - rect.height)
            up = 0 if frame.anchor == "top" else more
            wanted = Rect(rect.x, rect.y - up, rect.width, rect.height + more)
            if not any(meet(wanted, other) for other in others):
                return frame._replace(rect=wanted)
        return frame

    def title(self, slide: Slide, part: int = 0) -> tuple[Item, ...]:
        """The slide's title in the title placeholder, with 续 from the second page on.

        A slide without one stands under the heading of its part, or the speech's title.
        """
        heading = slide.title or slide.place
        whole = (heading.text if heading else self.deck.script.title).rstrip(_LOOSE)
        tail = CONTINUED[self.deck.lang] if part else ""
        shorter = _clauses(whole)
        text = next((head for head in shorter if self._fits_title(head + tail)), None)
        if text is not None and text != whole and not part:
            self.cut.append(whole)
        return self.put("title", (text or whole) + tail, role="H2", by_sense=True)

    def _fits_title(self, text: str) -> bool:
        frame = self.frames.get("title")
        if frame is None:
            return True
        width, height = frame.rect.width, frame.rect.height
        return not self.setter.fit(
            text, frame.style, width, height, by_sense=True, fewest=True
        ).clipped

    def page(self, title: tuple[Item, ...], shown: Shown, spoken: tuple[Piece, ...]) -> Page:
        """A page of points under a title."""
        return Page((*title, *shown.items), spoken, shown.builds(len(title)))


def _clauses(title: str) -> Iterator[str]:
    """A title, and what is left of it when its last clauses go."""
    yield title
    for end in range(len(title) - 1, len(title) // 3, -1):
        if title[end] in _LOOSE:
            yield title[:end]
