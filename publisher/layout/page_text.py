"""A paragraph's text with what is put between its characters: marks of notes, chosen line breaks.

Offsets count the characters of the text as it stands in the speech; lines hold no ``\\n`` and one
stand-in for each mark.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from publisher.layout.footnotes import mark_span
from publisher.layout.letters import Span
from publisher.plan import Line


def composed(
    spans: Sequence[Span], marks: Iterable[int] = (), breaks: Iterable[int] = ()
) -> list[Span]:
    """``spans`` with a note's mark before each of the characters ``marks``, and a line break
    before each of ``breaks`` that has none; a mark stays with what is before it."""
    marks, breaks = list(marks), list(breaks)
    if not marks and not breaks:
        return [span for span in spans if span.text]
    whole = "".join(span.text for span in spans)
    chosen = {b for b in breaks if 0 < b < len(whole) and "\n" not in whole[b - 1 : b + 1]}
    events = sorted([*((mark, 0) for mark in marks), *((b, 1) for b in chosen)], reverse=True)
    found: list[Span] = []
    start = end = 0
    for span in spans:
        end += len(span.text)
        text = ""
        while events and events[-1][0] <= end:
            at, breaks_line = events.pop()
            text += whole[start:at]
            start = at
            if breaks_line:
                text += "\n"
            else:
                found += [span._replace(text=text)] if text else []
                found.append(mark_span(span.size))
                text = ""
        text += whole[start:end]
        start = end
        found += [span._replace(text=text)] if text else []
    return found


def from_character(spans: Iterable[Span], count: int) -> list[Span]:
    """``spans`` without their first ``count`` characters."""
    found: list[Span] = []
    for span in spans:
        rest = span.text[count:]
        count = max(count - len(span.text), 0)
        found += [span._replace(text=rest)] if rest else []
    return found


def breaks_of(text: str, lines: Iterable[str]) -> list[int]:
    """The offsets in ``text`` at which ``lines`` begin, which have all of it but ``\\n``."""
    places = [i for i, char in enumerate(text) if char != "\n"]
    starts = list(accumulate(map(len, lines)))[:-1]
    return [places[start] for start in starts]


class Lines:
    """In which of a paragraph's lines each character of its text stands.

    ``text`` may have ``\\n``; ``marks`` are the offsets of note marks, in order; ``ahead`` counts
    what the first line has before the text.
    """

    def __init__(
        self, lines: Sequence[Line], text: str, marks: Sequence[int] = (), ahead: int = 0
    ) -> None:
        self._lines = lines
        self._text = text
        self._marks = list(marks)
        self._ahead = ahead

    @functools.cached_property
    def _ends(self) -> list[int]:
        """How many characters there are up to the end of each line; most are never asked."""
        return list(accumulate(len(line.text) for line in self._lines))

    def of(self, offset: int) -> int:
        """The line of the character at ``offset``."""
        return self._line(offset, bisect_right(self._marks, offset))

    def of_mark(self, number: int) -> int:
        """The line of the mark with that number among the marks."""
        return self._line(self._marks[number], number)

    def at(self, offset: int) -> int:
        """How many characters of the lines stand before that at ``offset``, marks included."""
        return self._at(offset, bisect_right(self._marks, offset))

    def _at(self, offset: int, marks: int) -> int:
        return self._ahead + offset - self._text.count("\n", 0, offset) + marks

    def _line(self, offset: int, marks: int) -> int:
        at = self._at(offset, marks)
        return min(bisect_right(self._ends, at), max(len(self._ends) - 1, 0))
