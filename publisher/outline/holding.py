"""Whether a new kind of number nests beneath what is open."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.outline.ahead import Ahead
from publisher.outline.announced import announced
from publisher.outline.candidate import CLOSED, LINE, OUTER, Candidate
from publisher.outline.roles import is_outer

_LINE_RANK = 1.2
"""A point on a line of its own holds whatever is customarily within 一、."""
_LINE_ALONE = 2.5
_RUN_IN = 1.2
_TEXT = 3.5
"""Points with text right behind them hold what is within these ranks: on a line of its own,
beginning the paragraph before, elsewhere."""


class Open:
    """A series that may still go on: its first and latest member (indices), level and name."""

    __slots__ = ("children", "first", "last", "level", "series")

    def __init__(self, first: int, level: int, series: int) -> None:
        self.first = first
        self.last = first
        self.level = level
        self.series = series
        self.children = False


class Holding:
    """What the candidates of a document, and those ahead, say of it."""

    def __init__(self, found: Sequence[Candidate], ahead: Ahead) -> None:
        self.found = found
        self.ahead = ahead

    def holds(self, series: Open, candidate: Candidate, index: int) -> bool:
        """Whether the candidate at ``index`` nests beneath the latest member of a series.

        Always, if it is customary (（一） beneath 一、). Otherwise where the series goes on
        after it, where its earlier members had something beneath them, or where both stand in
        one paragraph.
        """
        last = self.found[series.last]
        if last.explicit is not None:
            return True
        if last.value < 0:
            return self._line_holds(series, last, candidate, index)
        inside = candidate.paragraph == last.paragraph and not candidate.lead
        if inside or self.ahead.goes_on(series.last, index):
            return True
        if not last.point:
            return last.rank <= candidate.rank
        return series.children or self._point_holds(last, candidate)

    def _line_holds(self, series: Open, last: Candidate, candidate: Candidate, index: int) -> bool:
        """Unnumbered parts above 一、 show by this: 一、 begins again in each of them."""
        if is_outer(last.text) and candidate.form == LINE:
            return False
        if last.form == CLOSED and not (last.wears or last.text.endswith(("？", "?"))):
            return candidate.point  # a short sentence holds no numbers of lines
        outer = last.form == OUTER or (
            last.wears and last.look.prominence > candidate.look.prominence
        )
        again = self.ahead.begun[candidate.family] > 1
        rank = _LINE_RANK if candidate.form == LINE else candidate.rank
        inner = rank > 2 and candidate.family != self.ahead.outermost
        return outer or inner or again or self.ahead.parts(series.last, index)

    def _point_holds(self, last: Candidate, candidate: Candidate) -> bool:
        """A summary (一是…；二是…) before the first （一） holds nothing."""
        above = candidate.lead and candidate.paragraph == last.paragraph + 1
        run_in = last.lead and last.rest > 0
        if candidate.point:
            told = above and announced(last.source)
            return bool(told) or last.form == LINE != candidate.form or (above and run_in)
        if last.form == LINE or (above and last.lead and not last.rest):
            return candidate.rank > _LINE_RANK
        return candidate.rank > (_RUN_IN if above and run_in else _TEXT)
