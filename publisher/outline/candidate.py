"""One place where a heading may begin, and what is seen there."""

from __future__ import annotations

from publisher.manuscript import Paragraph
from publisher.outline.cues import Look, Looks
from publisher.outline.numbering import Marker
from publisher.outline.sentences import STOPS

SHORT = 30
"""Characters of a usual heading; what is longer needs more evidence."""
LONG = 60
SENTENCE_MARKS = ("。", ".", "？", "?")
INLINE = "+"
"""What the form of a number inside a paragraph ends with: it counts apart from those of lines."""
LINE = "line"
"""The form of points that are lines of their own."""
OPEN, CLOSED, OUTER, CHORUS = "open", "closed", "outer", "chorus"
"""Sorts of unnumbered headings: lines that no mark closes, those of them that stand above others,
short sentences, and sentences that begin their paragraphs with the same words."""
_SENTENCE = 12
CLOSING = STOPS | frozenset("：:；;，,、…")
BLANKS = " \t\u3000\xa0\n"


class Candidate:
    """A place where a heading may begin, and what is seen there.

    ``start`` to ``end`` is the heading as it stands if it is one; ``last`` is where the next
    begins or the paragraph ends, ``rest`` counts the characters of body between them.
    ``family`` and ``form`` name its kind of number for ``nesting``; unnumbered ones go by their
    look. ``value`` is the number, -1 without. ``depth``: level in its automatic list, or parts
    of a number like 1.2.3 (the same kind may nest). ``lead``: it begins its line. ``explicit``:
    its level, set by hand.
    """

    __slots__ = (
        "depth", "end", "explicit", "family", "form", "last", "lead", "look", "marker", "more",
        "paragraph", "point", "rank", "reach", "rest", "said", "source", "start", "text", "value",
        "wears",
    )  # fmt: skip

    def __init__(
        self, paragraph: Paragraph, span: tuple[int, int, int], marker: Marker | None,
        looks: Looks, *, lead: bool, explicit: int | None, depth: int = 0, wears: bool = False,
        said: bool = False,
    ) -> None:  # fmt: skip
        text = paragraph.text
        self.paragraph = paragraph.index
        self.start, self.end, self.last = span
        self.reach = self.end
        """Where it ends if what begins before its end turns out to be text."""
        self.source = text
        self.marker = marker
        self.lead = lead
        self.explicit = explicit
        self.look: Look = looks.of(self.start, self.end)
        self.depth = depth
        self.wears = wears
        """Unnumbered, but its look stands out from the body's."""
        self.said = said
        """The author says that it is a heading."""
        self.more = 0
        """How many of the next paragraphs belong to it: 第一部分 | 总体要求."""
        kind = marker.kind if marker else None
        self.family = kind.family if kind else "unnumbered"
        self.rank = kind.rank if kind else 2.5
        self.point = kind.point if kind else False
        self.value = marker.value if marker else -1
        self.text = ""
        self.name(self.end)
        self.form = marker.form if marker else _form(self.text)
        self.rest = len(text[self.end : self.last].strip(BLANKS))
        if self.family != "unnumbered" and not (self.point or lead):
            self.form += INLINE
        if self.point and lead and not self.rest and self.text and self.text[-1] not in CLOSING:
            # 第一个办法：坐得住, a line of its own, counts apart from 第一，… in the text.
            self.form = LINE

    def name(self, end: int) -> None:
        """Lets it end there."""
        self.end = end
        begin = self.marker.title_at if self.marker else self.start
        self.text = self.source[begin:end].strip(BLANKS)


def _form(text: str) -> str:
    """Lines that no mark closes and short sentences are two sorts of unnumbered headings."""
    return CLOSED if text.endswith(SENTENCE_MARKS) else OPEN


def is_full(c: Candidate) -> bool:
    """一是办好课堂，由护士自己讲课；: a point that says more than its name."""
    return any(mark in c.text[:-1] for mark in "，,")


def says_more(c: Candidate) -> bool:
    """（1）改队伍，选聘十二名专员；: a number inside a paragraph that heads a whole sentence."""
    return not c.lead and is_full(c) and len(c.text) >= _SENTENCE
