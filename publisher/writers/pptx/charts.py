"""Native charts (ECMA-376 21.2): data that people can edit, in the theme's colours and fonts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from publisher.geometry import pt
from publisher.plan import Chart, Colour, Series
from publisher.writers.pptx.chart_looks import LAST, NONE, looks
from publisher.writers.pptx.drawing import fill, identity, place, rule, scheme_colour
from publisher.writers.pptx.markup import HEAD
from publisher.writers.pptx.text import LANGUAGE, points, theme_fonts
from publisher.writers.pptx.workbook import cells, number
from publisher.writers.xml import attribute, escape

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SLOTS = ("accent1", "accent6", "accent2", "accent4", "dk2", "accent3")
"""The colours of series and slices in order: the field's, comparison's, the ornament's, …"""

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CATEGORIES, _VALUES = 111_111_111, 222_222_222
"""Axis ids: unsigned, and the same from run to run."""
_LINE = pt(2.5)
_HAIRLINE = 9_525
_EDGE = rule("ln", Colour("lt1"), pt(1.5))
# Labels lie flat: a program that turns them on end where they are tight would turn Chinese over.
_FLAT = '<a:bodyPr rot="0" vert="horz"/><a:lstStyle/>'
_END = f"<a:endParaRPr {LANGUAGE}/>"
# What says nothing of its ground is white in some programs.
_CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
_AXES = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
# A colour comes back lighter when there are more series than slots (20.1.2.3.20).
_SHADES = ("", '<a:lumMod val="60000"/><a:lumOff val="40000"/>', '<a:lumMod val="50000"/>')


def frame(number_: int, chart: Chart, reference: str) -> str:
    """The graphic frame that shows the chart part with the relationship id ``reference``."""
    name = chart.name or f"图表 {number_}"
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity(number_, name, chart.alt or name)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{place(chart.frame, 'p:xfrm')}<a:graphic><a:graphicData"
        f' uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{reference}"/></a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def chart_xml(chart: Chart, workbook: str) -> str:
    """The chart part; ``workbook`` is the relationship id of its numbers.

    Raises KeyError for a kind that a plan cannot name.
    """
    drawn = _Chart(chart)
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_REFERENCES}">'
        '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>'
        f"{drawn.caption()}<c:plotArea><c:layout/>{drawn.plot()}{_CLEAR}</c:plotArea>"
        f"{drawn.legend()}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_CLEAR}{drawn.words()}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


class _Chart:
    """One chart while it is written: its data, and how its labels look."""

    __slots__ = ("_chart", "_looks")

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._looks = looks(chart)

    def plot(self) -> str:
        return _PLOTS[self._chart.kind](self)

    def words(self, slot: str = "dk1") -> str:
        """Text properties, explicit everywhere, since each program inherits in its own way."""
        return f"<c:txPr>{_FLAT}<a:p>{self._level(slot)}{_END}</a:p></c:txPr>"

    def caption(self) -> str:
        """What is counted, at the top left."""
        if not self._looks.caption:
            return '<c:autoTitleDeleted val="1"/>'
        words = escape(self._looks.caption)
        run = f"<a:rPr {LANGUAGE} {self._look('accent4')}</a:rPr><a:t>{words}</a:t>"
        return (
            f"<c:title><c:tx><c:rich>{_FLAT}<a:p>{self._level('accent4')}<a:r>{run}</a:r></a:p></c:rich>"
            '</c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
            '<c:x val="0"/><c:y val="0"/></c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
            '<c:autoTitleDeleted val="0"/>'
        )

    def legend(self) -> str:
        """Whose colour is whose: beside a pie, above where there is more than one series."""
        where = "r" if self._chart.kind == "pie" else "t"
        if where == "t" and len(self._chart.series) < 2:
            return ""
        return (
            f'<c:legend><c:legendPos val="{where}"/><c:overlay val="0"/>'
            f"{_CLEAR}{self.words()}</c:legend>"
        )

    def bars(self, direction: str) -> str:
        gap, overlap = (60, -8) if len(self._chart.series) > 1 else (80, 0)
        rows = self._series(
            lambda n: f'<c:spPr>{_paint(n)}</c:spPr><c:invertIfNegative val="0"/>', "outEnd"
        )
        flat = direction == "bar"
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>'
            f'<c:varyColors val="0"/>{rows}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
            f"{_AXES}</c:barChart>{self._axes(flat=flat, from_zero=self._is_positive())}"
        )

    def lines(self) -> str:
        rows = self._series(
            lambda n: (
                f'<c:spPr><a:ln w="{_LINE}" cap="rnd">{_paint(n)}<a:round/></a:ln></c:spPr>'
                f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{_paint(n)}{_EDGE}'
                "</c:spPr></c:marker>"
            ),
            "t",
            '<c:smooth val="0"/>',
        )
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{rows}'
            f'<c:marker val="1"/>{_AXES}</c:lineChart>{self._axes(flat=False, from_zero=False)}'
        )

    def pie(self) -> str:
        """Slices from twelve o'clock, each with its value beside it."""
        slices = "".join(
            f'<c:dPt><c:idx val="{n}"/><c:bubble3D val="0"/><c:spPr>{_paint(n)}{_EDGE}</c:spPr>'
            "</c:dPt>"
            for n in range(len(self._chart.categories))
        )
        rows = self._series(lambda _: slices, "outEnd")
        return f'<c:pieChart><c:varyColors val="1"/>{rows}<c:firstSliceAng val="0"/></c:pieChart>'

    def _series(self, look: Callable[[int], str], where: str, tail: str = "") -> str:
        """All c:ser (21.2.2.170): ``look`` gives the look of the n-th, ``tail`` ends each."""
        return "".join(
            f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{self._name(n, series)}{look(n)}'
            f"{self._labels(series, where)}{self._data(n, series)}{tail}</c:ser>"
            for n, series in enumerate(self._chart.series)
        )

    def _name(self, n: int, series: Series) -> str:
        reference, _, _ = cells(n, len(self._chart.categories))
        return f"<c:tx>{_strings(reference, (series.name,))}</c:tx>"

    def _data(self, n: int, series: Series) -> str:
        _, categories, values = cells(n, len(self._chart.categories))
        return (
            f"<c:cat>{_strings(categories, self._chart.categories)}</c:cat>"
            f"<c:val>{_numbers(values, series.values)}</c:val>"
        )

    def _labels(self, series: Series, where: str) -> str:
        """Values at what shows them (21.2.2.49): all, the last alone, or none."""
        if self._looks.labels == NONE:
            return f"<c:dLbls>{_switches(value=False)}</c:dLbls>"
        form = attribute(self._looks.number_format(series))
        if self._looks.labels == LAST:
            where = self._end_of(series)
        look = (
            f'<c:numFmt formatCode="{form}" sourceLinked="0"/>{_CLEAR}{self.words()}'
            f'<c:dLblPos val="{where}"/>{_switches()}'
        )
        if self._looks.labels == LAST:
            there = [n for n, value in enumerate(series.values) if number(value) is not None]
            last = "".join(f'<c:dLbl><c:idx val="{n}"/>{look}</c:dLbl>' for n in there[-1:])
            return f"<c:dLbls>{last}{_switches(value=False)}</c:dLbls>"
        leaders = '<c:showLeaderLines val="0"/>' if self._chart.kind == "pie" else ""
        return f"<c:dLbls>{look}{leaders}</c:dLbls>"

    def _end_of(self, series: Series) -> str:
        """Where the last value of a line stands: above the highest, below the lowest."""
        ends = [_last(each) for each in self._chart.series]
        if len(ends) < 2 or min(ends) < _last(series) < max(ends):
            return "r"
        return "t" if _last(series) == max(ends) else "b"

    def _axes(self, *, flat: bool, from_zero: bool) -> str:
        """Categories on a hairline. Where every value says what it is, the other axis is deleted.

        A bar is as long as its value, so its axis begins at zero; flat bars are read downwards.
        """
        way, below, beside = ("maxMin", "l", "t") if flat else ("minMax", "b", "l")
        below_zero = self._looks.steps_below_zero()
        low = below_zero[0] if below_zero else 0
        least = f'<c:min val="{low}"/>' if from_zero or below_zero else ""
        step = f'<c:majorUnit val="{below_zero[1]}"/>' if below_zero else ""
        return (
            f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{way}"/>'
            f'</c:scaling><c:delete val="0"/><c:axPos val="{below}"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}'
            f'<c:tickLblPos val="low"/>{_line("accent4")}{self.words()}'
            f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
            f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
            f"{least}</c:scaling>{self._value_axis(beside)}"
            f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
            f'<c:crossBetween val="between"/>{step}</c:valAx>'
        )

    def _value_axis(self, beside: str) -> str:
        """Its numbers on hairlines across, where it is shown."""
        shown = bool(self._looks.ticks)
        form = attribute(self._looks.axis_format())
        grid = f"<c:majorGridlines>{_line('accent5')}</c:majorGridlines>" if shown else ""
        bare = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        return (
            f'<c:delete val="{int(not shown)}"/><c:axPos val="{beside}"/>{grid}'
            f'<c:numFmt formatCode="{form}" sourceLinked="0"/>{_NO_TICKS}'
            f'<c:tickLblPos val="nextTo"/>{bare}{self.words("accent4")}'
        )

    def _is_positive(self) -> bool:
        return all((v or 0) >= 0 for series in self._chart.series for v in series.values)

    def _level(self, slot: str) -> str:
        return f"<a:pPr><a:defRPr {self._look(slot)}</a:defRPr></a:pPr>"

    def _look(self, slot: str) -> str:
        """The rest of the opening tag of run properties, and what stands in them."""
        return f'sz="{points(self._looks.size)}" b="0">{fill(Colour(slot))}{theme_fonts("mn")}'


def _last(series: Series) -> float:
    return next((value for value in reversed(series.values) if value is not None), 0.0)


def _switches(*, value: bool = True) -> str:
    """What a label holds (21.2.2.187 ff.); programs take what is left out for yes."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>'
    )


def _line(slot: str) -> str:
    return f"<c:spPr>{rule('ln', Colour(slot), _HAIRLINE)}</c:spPr>"


_PLOTS: Mapping[str, Callable[[_Chart], str]] = {
    "column": lambda chart: chart.bars("col"),
    "bar": lambda chart: chart.bars("bar"),
    "line": _Chart.lines,
    "pie": _Chart.pie,
}


def _paint(n: int) -> str:
    """The fill of the n-th series or slice."""
    slot, shade = SLOTS[n % len(SLOTS)], _SHADES[n // len(SLOTS) % len(_SHADES)]
    return f"<a:solidFill>{scheme_colour(slot, shade=shade)}</a:solidFill>"


def _strings(reference: str, words: Sequence[str]) -> str:
    rows = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(word)}</c:v></c:pt>' for n, word in enumerate(words)
    )
    return (
        f'<c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{len(words)}"/>{rows}'
        "</c:strCache></c:strRef>"
    )


def _numbers(reference: str, values: Sequence[float | None]) -> str:
    """A cache has no point where the table has no number (21.2.2.71)."""
    written = ((n, number(value)) for n, value in enumerate(values))
    rows = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in written if v is not None)
    return (
        f"<c:numRef><c:f>{reference}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{rows}</c:numCache></c:numRef>'
    )
