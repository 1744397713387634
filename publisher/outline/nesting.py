"""Levels, from the order in which kinds of numbers nest in this document.

A stack of open series: a kind that is open returns to its level, a new kind goes one deeper than
the innermost open heading. Points in running text (一是, 其一) are tied to their context more
loosely: a new kind nests beneath them only where something shows it (``holding``).
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.outline.ahead import Ahead
from publisher.outline.candidate import CLOSED, LINE, OPEN, Candidate
from publisher.outline.cues import Look
from publisher.outline.holding import Holding, Open
from publisher.outline.roles import is_outer
from publisher.record import NamedTuple

DEEPEST = 9


class Place(NamedTuple):
    """Where a candidate stands: its level from 1, and which series it belongs to."""

    level: int
    series: int


def nest(found: Sequence[Candidate]) -> list[Place]:
    """The place of each candidate, in one pass. Candidates come in reading order."""
    return _Nesting(found).places()


class _Nesting:
    def __init__(self, found: Sequence[Candidate]) -> None:
        self.found = found
        self.stack: list[Open] = []
        self.series = 0
        self.at = 0
        """The candidate that a place is sought for."""
        self.ahead = Ahead(found)
        self.holding = Holding(found, self.ahead)
        self.known: dict[str, tuple[int, tuple[str, ...]]] = {}
        """Where each kind of number first stood: its level, and the kinds above it."""
        self.worn: dict[Look, int] = {}
        """The level of each look of unnumbered headings."""

    def places(self) -> list[Place]:
        places: list[Place] = []
        for index, candidate in enumerate(self.found):
            self.at = index
            if candidate.explicit is not None:
                home = self._fixed(candidate, candidate.explicit)
            elif candidate.value < 0:
                home = self._unnumbered(candidate)
            else:
                home = self._numbered(candidate, index)
            home.last = index
            if candidate.wears and candidate.explicit is None:
                self.worn.setdefault(candidate.look, home.level)
            places.append(Place(home.level, home.series))
        return places

    def _push(self, level: int) -> Open:
        if self.stack:
            self.stack[-1].children = True
        self.series += 1
        home = Open(self.at, min(level, DEEPEST), self.series)
        self.stack.append(home)
        return home

    def _deeper(self, family: str = "") -> Open:
        """One level below the innermost; a kind that skips a level keeps the level it had."""
        while len(self.stack) >= DEEPEST:
            self.stack.pop()
        level = self.stack[-1].level + 1 if self.stack else 1
        if family:
            above = tuple(self.found[s.last].family for s in self.stack)
            known, kinds = self.known.setdefault(family, (level, above))
            if above == kinds[: len(above)]:
                level = max(level, known)
        return self._push(level)

    def _return_to(self, home: Open, anew: bool) -> Open:
        while self.stack[-1] is not home:
            self.stack.pop()
        if anew:
            self.series += 1
            home.series = self.series
            home.first = self.at
            home.children = False
        return home

    def _fixed(self, candidate: Candidate, level: int) -> Open:
        """A level set by hand closes everything at its level and below."""
        left: Open | None = None
        while self.stack and self.stack[-1].level >= level:
            if self.stack[-1].level == level and self._interrupted(self.stack[-1]):
                break
            left = self.stack.pop()
        kin = self._of_family(candidate) if candidate.said else []
        home = self._push(level)
        if kin and self.found[kin[0].last].value == candidate.value - 1:
            home.series = kin[0].series
        if left is not None and left.level == level:
            before = self.found[left.last]
            if before.family == candidate.family and before.value < candidate.value:
                home.series = left.series
        return home

    def _interrupted(self, series: Open) -> bool:
        """Whether numbers without a level set by hand go on behind a heading that has one."""
        last = self.found[series.last]
        numbered = last.value >= 0 and last.explicit is None and not last.point
        return numbered and self.ahead.goes_on(series.last, self.at)

    def _numbered(self, candidate: Candidate, index: int) -> Open:
        same = self._of_family(candidate)
        home = self._continued(candidate, index, same)
        if home is not None:
            return self._return_to(home, anew=candidate.value == 1)
        while self.stack and not self.holding.holds(self.stack[-1], candidate, index):
            self.stack.pop()
        return self._deeper("" if candidate.point else candidate.family)

    def _of_family(self, candidate: Candidate) -> list[Open]:
        """The open series of its kind, innermost first; not one that the author moved."""
        return [
            s
            for s in reversed(self.stack)
            if self.found[s.last].family == candidate.family
            and not (self.found[s.last].said and self.found[s.last].explicit is not None)
        ]

    def _continued(self, candidate: Candidate, index: int, same: list[Open]) -> Open | None:
        """The open series that a number goes on with, or begins again; innermost first."""
        if candidate.marker is not None and not candidate.marker.kind.loose:
            same = [s for s in same if self.found[s.last].form == candidate.form]
        if not same:
            return None
        alike = [s for s in same if self._alike(s, candidate)]
        value = candidate.value
        if value == 1:
            return alike[0] if alike else self._begun_again(candidate, index, same[0])
        if value == 0:
            return same[0]
        for choice in (alike, same):
            for home in choice:
                if self.found[home.last].value == value - 1:
                    return home
        return (alike or same)[0]

    def _alike(self, series: Open, candidate: Candidate) -> bool:
        last = self.found[series.last]
        return last.form == candidate.form and last.depth == candidate.depth

    def _begun_again(self, candidate: Candidate, index: int, home: Open) -> Open | None:
        """Whether a 1 of the same family, written otherwise, is its neighbour or nests in it."""
        last = self.found[home.last]
        if candidate.point:
            nests = self.holding.holds(home, candidate, index)
        else:
            nests = candidate.depth > last.depth or self.ahead.goes_on(home.last, index)
        return None if nests else home

    def _unnumbered(self, candidate: Candidate) -> Open:
        """Unnumbered headings are told apart by look: the more prominent is the outer."""
        if is_outer(candidate.text):
            while len(self.stack) > 1:
                self.stack.pop()
            return self._return_to(self.stack[0], anew=True) if self.stack else self._push(1)
        for home in self.stack if candidate.wears else ():
            other = self.found[home.last]
            if other.look == candidate.look and not other.point:
                self._return_to(home, anew=False)
                return self._push(home.level) if other.value >= 0 else home
        if candidate.wears and candidate.look in self.worn:
            return self._beside(self.worn[candidate.look])
        plain_sentence = candidate.form == CLOSED and not candidate.wears
        if plain_sentence and self._comes_right_after():
            return self._deeper()
        prominence = candidate.look.prominence
        for home in reversed(self.stack) if plain_sentence else self.stack:
            other = self.found[home.last]
            alike = candidate.wears or other.form == candidate.form
            if other.value >= 0 or other.explicit is not None or not alike:
                continue
            if other.look.prominence <= prominence:
                return self._return_to(home, anew=False)
        equal = self._equal(candidate)
        if equal is not None:
            # It stands beside the series, which may go on after it.
            self._return_to(equal, anew=False)
            return self._push(equal.level)
        while self.stack and self._is_in_text(self.stack[-1]):
            self.stack.pop()
        return self._deeper()

    def _is_in_text(self, series: Open) -> bool:
        """Points of running text hold no lines; those on lines of their own do."""
        last = self.found[series.last]
        return last.point and last.form != LINE

    def _beside(self, level: int) -> Open:
        """At a level, or as deep as the headings above it go; numbers at it may go on after it."""
        while self.stack and self.stack[-1].level > level:
            self.stack.pop()
        deepest = self.stack[-1].level + 1 if self.stack else 1
        return self._push(min(level, deepest))

    def _comes_right_after(self) -> bool:
        """Whether the last line was a heading: what comes next stands beneath it."""
        before, here = self.found[self.at - 1], self.found[self.at]
        above = before.paragraph + before.more == here.paragraph - 1
        return self.at > 0 and before.value >= 0 and above and not before.rest

    def _equal(self, candidate: Candidate) -> Open | None:
        """The numbered series that an unnumbered heading is an equal of: 二、, 自我剖析, 三、.

        The innermost that goes on after it, else the outermost; not where the heading comes
        right after a number, as what stands beneath it does.
        """
        if candidate.form != OPEN or candidate.wears or not self.stack:
            return None
        if self._comes_right_after():
            return None
        numbered = [
            home
            for home in self.stack
            if (other := self.found[home.last]).value >= 0
            and (other.form == LINE or not other.point)
            and other.explicit is None
        ]
        goes_on = (home for home in reversed(numbered) if self.ahead.goes_on(home.last, self.at))
        home = next(goes_on, self.stack[0])
        return (
            home
            if home in numbered and self.ahead.has_equals(home.first, home is self.stack[0])
            else None
        )
