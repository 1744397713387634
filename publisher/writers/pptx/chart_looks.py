"""How a native chart looks: as a plan has it drawn, so that a deck and its pages say the same.

A plan's chart is data and a drawing of it. The program that opens the deck makes its own from the
data; what it labels, how numbers are written and how large is taken from the drawing. A chart that
was not drawn labels every value, and has no axis for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publisher.geometry import Emu, pt
from publisher.plan import Chart, Series, Text
from publisher.writers.pptx.workbook import number

ALL, LAST, NONE = "all", "last", "none"
"""Which values of a series say what they are."""

_SIZE = pt(18)
_CAPTION, _TICK, _VALUE = "caption", "tick", "value"
"""What layout calls the words above a chart, at its axis, and at a value."""
_SIGN = re.compile(r"[%％‰℃°]+")
"""Units that are never written away from their number."""
_FIGURE = re.compile(r"[-−]?[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9][,，][0-9]{3}")
_THOUSANDS, _AS_IT_IS = "#,##0", "General"
_PLAIN = str.maketrans({",": None, "，": None, "−": "-"})


class Looks(NamedTuple):
    """The size of all words, the words above, which values are labelled, whether an axis is shown.

    ``written`` are the numbers of the drawing as they stand there, ``sign`` what follows each.
    """

    size: Emu
    caption: str
    labels: str
    axis: bool
    written: tuple[str, ...]
    sign: str

    def number_format(self, series: Series) -> str:
        """How the numbers of ``series`` are written (ECMA-376 18.8.31).

        One number of decimals for all, if they have it; if not, each its own, since a digit more
        than the speech says would be made up. Thousands are set off where they are so drawn.
        """
        drawn = {float(word.translate(_PLAIN)): word for word in self.written}
        words = [drawn.get(v, number(v) or "") for v in series.values if v is not None]
        places = {len(word.partition(".")[2]) for word in words}
        whole = _THOUSANDS if self._is_grouped() else "0" if len(places) < 2 else _AS_IT_IS
        tail = "." + "0" * max(places) if any(places) and whole != _AS_IT_IS else ""
        return whole + tail + _quoted(self.sign)

    def axis_format(self) -> str:
        """How round numbers at an axis are written."""
        whole = _THOUSANDS if self._is_grouped() else _AS_IT_IS
        return whole + _quoted(self.sign if _SIGN.fullmatch(self.sign) else "")

    def _is_grouped(self) -> bool:
        return any(_GROUPED.search(word) for word in self.written)


def _quoted(sign: str) -> str:
    """Letters of a format that stand for themselves."""
    bare = sign.replace('"', "")
    return f'"{bare}"' if bare else ""


def looks(chart: Chart) -> Looks:
    """What the drawing of ``chart`` says."""
    words = [(text.name, "".join(_words(text))) for text in _texts(chart)]
    values = [text for name, text in words if name == _VALUE]
    captions = [text for name, text in words if name == _CAPTION]
    sign = chart.unit if _is_joined(chart.unit, values) else ""
    return Looks(
        size=min(_sizes(chart), default=_SIZE),
        caption="".join(captions) or ("" if sign else chart.unit),
        labels=_labelled(chart, len(values)),
        axis=any(name == _TICK for name, _ in words),
        written=tuple(match[0] for text in values for match in _FIGURE.finditer(text)),
        sign=sign,
    )


def _is_joined(unit: str, values: list[str]) -> bool:
    """Whether the unit is written with each number (12.3%, 45万)."""
    if not unit:
        return False
    joined = re.compile(f"{_FIGURE.pattern}{re.escape(unit)}")
    return bool(_SIGN.fullmatch(unit)) or any(joined.fullmatch(value) for value in values)


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
