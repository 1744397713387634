"""What is seen of the candidates that are still to come, before any of them has its level."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from publisher.outline.candidate import OPEN, Candidate
from publisher.outline.roles import is_outer

_MEMBERS = 50
"""Members of a series that are looked at to understand what stands between them."""


class Ahead:
    """How numbers go on, and which unnumbered headings stand between them. Places are indices."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self.found = found
        self.alike = _following([(c.family, c.form) for c in found])
        self.kin = _following([(c.family, "") for c in found])
        numbered = [c for c in found if c.value >= 0 and not c.point]
        self.outermost = min(numbered, key=lambda c: c.rank).family if numbered else ""
        """The kind of number that customarily stands outside all others of the document."""
        self.begun = Counter(c.family for c in found if c.value == 1)
        self.bare = [
            i
            for i, c in enumerate(found)
            if c.value < 0 and c.explicit is None and not c.rest and not is_outer(c.text)
        ]
        """Unnumbered headings on lines of their own."""
        self.open = [i for i in self.bare if found[i].form == OPEN and not found[i].wears]
        """Those of them that neither a mark closes nor a look tells apart."""
        self.begin = self._begins()
        """The first member of each number's series, wherever the others stand."""
        self.divided: dict[int, bool] = {}
        """Which series unnumbered parts divide, by its first member."""
        self.beside: dict[int, bool] = {}
        """Of which series unnumbered headings in between are equals, by its first member."""

    def _begins(self) -> list[int]:
        latest: dict[str, int] = {}
        begin: list[int] = []
        for index, c in enumerate(self.found):
            before = latest.get(c.family)
            goes_on = before is not None and c.value == self.found[before].value + 1
            begin.append(begin[before] if before is not None and goes_on else index)
            latest[c.family] = index
        return begin

    def parts(self, above: int, index: int) -> bool:
        """Whether the unnumbered heading at ``above`` is one of several parts around a series.

        去年（一、二、）今年（三、四、）: parts stand before the series, at most one between two of
        its members and not between all, or behind it. More of them inside are its own headings.
        """
        first = self.begin[index]
        if first not in self.divided:
            self.divided[first] = self._is_divided(first)
        place = bisect_left(self.bare, above)
        return (
            self.divided[first] and len(self.bare) > 1 and self.bare[place : place + 1] == [above]
        )

    def _is_divided(self, first: int) -> bool:
        members = [first]
        while (after := self.kin[members[-1]]) >= 0:
            if self.found[after].value != self.found[members[-1]].value + 1:
                break
            members.append(after)
        gaps = [bisect_left(self.bare, b) - bisect_left(self.bare, a) for a, b in pairwise(members)]
        if any(gap > 1 for gap in gaps) or (gaps and all(gaps)):
            return False
        return len(members) == 1 or not self._stand_between(members)

    def _stand_between(self, members: list[int]) -> bool:
        """Whether unnumbered headings inside a series interrupt it rather than divide it.

        They do where one has other headings of its own before the series goes on, or where it is
        the only one and a single number would be all that it holds.
        """
        family = self.found[members[0]].family
        before = [bisect_left(self.bare, member) for member in members]
        dividing = [m for m, (a, b) in zip(members[1:], pairwise(before)) if b > a]
        for number in dividing:
            part = self.bare[bisect_left(self.bare, number) - 1]
            if self.found[part + 1].family != family:
                return True
        return len(dividing) == 1 and 1 in Counter(before).values()

    def goes_on(self, last: int, index: int) -> bool:
        """Whether the series whose latest member is ``last`` goes on after ``index``."""
        value = self.found[last].value
        wanted = {value + 1, 0} if value else set()
        return any(
            after > index and self.found[after].value in wanted
            for after in (self.alike[last], self.kin[last])
        )

    def has_equals(self, first: int, outermost: bool) -> bool:
        """Whether lines that no mark closes are its equals: one at most behind each member,
        and behind half of the members at most. More of them are headings beneath it.
        """
        if first not in self.beside:
            members = [first]
            while (after := self.alike[members[-1]]) >= 0 and len(members) < _MEMBERS:
                if self.found[after].value <= self.found[members[-1]].value:
                    break
                members.append(after)
            ends = [*members, len(self.found)] if outermost else members
            places = [bisect_left(self.open, end) for end in ends]
            gaps = [b - a for a, b in pairwise(places)]
            self.beside[first] = max(gaps, default=0) == 1 and sum(gaps) * 2 <= len(gaps)
            if outermost and self.found[members[-1]].rest and not any(gaps[:-1]):
                # A run-in heading is over with its paragraph: lines behind it are others.
                self.beside[first] = True
        return self.beside[first]


def _following(keys: list[tuple[str, str]]) -> list[int]:
    """For each place, the index of the next one with the same key; -1 where there is none."""
    following = [-1] * len(keys)
    latest: dict[tuple[str, str], int] = {}
    for index in range(len(keys) - 1, -1, -1):
        following[index] = latest.get(keys[index], -1)
        latest[keys[index]] = index
    return following
