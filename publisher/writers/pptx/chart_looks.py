"""How a native chart looks: as a plan has it drawn, so that a deck and its pages say the same.

A plan's chart is data and a drawing of it. The program that opens the deck makes its own from the
data; what it labels, how numbers are written and how large is taken from the drawing. A chart that
was not drawn labels every value, and has no axis for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.geometry import Emu, pt
from publisher.plan import Chart, Series, Text
from publisher.record import NamedTuple
from publisher.writers.pptx.workbook import number

ALL, LAST, NONE = "all", "last", "none"
"""Which values of a series say what they are."""

_SIZE = pt(18)
_CAPTION, _TICK, _VALUE = "caption", "tick", "value"
"""What layout calls the words above a chart, at its axis, and at a value."""
_SIGN = re.compile(r"[%％‰℃°]+")
"""Units that are written with their number unless they are drawn otherwise."""
_FIGURE = re.compile(r"[-−]?[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?")
_DIGITS = "-−0123456789,，."
_GROUPED = re.compile(r"[0-9][,，][0-9]{3}")
_THOUSANDS, _AS_IT_IS = "#,##0", "General"
_PLAIN = str.maketrans({",": None, "，": None, "−": "-"})


class Looks(NamedTuple):
    """The size of all words, the words above, which values are labelled, the numbers of the axis.

    ``written`` are the numbers at values as they stand there, ``sign`` what follows each;
    ``ticks`` are the axis's as they stand there, none where it is not shown.
    """

    size: Emu
    caption: str
    labels: str
    written: tuple[str, ...]
    sign: str
    ticks: tuple[str, ...]

    def number_format(self, series: Series) -> str:
        """How the labels of ``series`` are written (ECMA-376 18.8.31).

        One number of decimals for all, if they have it; if not, each its own, since a digit more
        than the speech says would be made up. Thousands are set off where they are so drawn.
        """
        drawn = {_value(word): word for word in self.written}
        values = [value for value in series.values if value is not None]
        if self.labels == LAST:
            values = values[-1:]
        words = [drawn.get(value, number(value) or "") for value in values]
        places = {len(word.partition(".")[2]) for word in words}
        whole = _THOUSANDS if self._is_grouped() else "0" if len(places) < 2 else _AS_IT_IS
        tail = "." + "0" * max(places) if any(places) and whole != _AS_IT_IS else ""
        return whole + tail + _quoted(self.sign)

    def axis_format(self) -> str:
        """How round numbers at an axis are written."""
        sign = self.ticks[0].lstrip(_DIGITS) if self.ticks else ""
        return (_THOUSANDS if self._is_grouped() else _AS_IT_IS) + _quoted(sign)

    def steps_below_zero(self) -> tuple[float, float] | None:
        """The lowest number of the axis and its step, where it goes below zero.

        Programs end an axis close under the lowest bar, whose label then lies on the categories.
        """
        found = (_FIGURE.match(tick) for tick in self.ticks)
        values = sorted(_value(match[0]) for match in found if match)
        return (values[0], values[1] - values[0]) if len(values) > 1 and values[0] < 0 else None

    def _is_grouped(self) -> bool:
        return any(_GROUPED.search(word) for word in self.written)


def _value(word: str) -> float:
    """A number as people write it."""
    return float(word.translate(_PLAIN))


def _quoted(sign: str) -> str:
    """Letters of a format that stand for themselves."""
    bare = sign.replace('"', "")
    return f'"{bare}"' if bare else ""


def looks(chart: Chart) -> Looks:
    """What the drawing of ``chart`` says."""
    words = [(text.name, "".join(_words(text))) for text in _texts(chart)]
    values = [text for name, text in words if name == _VALUE]
    captions = [text for name, text in words if name == _CAPTION]
    ticks = [text for name, text in words if name == _TICK]
    sign = chart.unit if _is_joined(chart.unit, values) else ""
    return Looks(
        size=min(_sizes(chart), default=_SIZE),
        caption="".join(captions) or ("" if sign else chart.unit),
        labels=_labelled(chart, len(values)),
        written=tuple(match[0] for text in values for match in _FIGURE.finditer(text)),
        sign=sign,
        ticks=tuple(ticks),
    )


def _is_joined(unit: str, values: list[str]) -> bool:
    """Whether the unit is written with each number (12.3%, 45万)."""
    if not unit:
        return False
    joined = re.compile(f"{_FIGURE.pattern}{re.escape(unit)}")
    if values:
        return any(joined.fullmatch(value) for value in values)
    return bool(_SIGN.fullmatch(unit))


def _labelled(chart: Chart, told: int) -> str:
    if not chart.drawn:
        return ALL
    count = sum(value is not None for series in chart.series for value in series.values)
    return ALL if told >= count else LAST if told else NONE


def _texts(chart: Chart) -> Iterator[Text]:
    return (item for item in chart.drawn if isinstance(item, Text))


def _words(text: Text) -> Iterator[str]:
    return (run.text for paragraph in text.paragraphs for run in paragraph.runs)


def _sizes(chart: Chart) -> Iterator[Emu]:
    for text in _texts(chart):
        for paragraph in text.paragraphs:
            yield from (run.size for run in paragraph.runs)
