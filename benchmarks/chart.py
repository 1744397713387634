"""The results as a chart for the READMEs: python -m benchmarks.chart [RESULTS.json]

The newest results of benchmarks/results become docs/images/benchmark.svg and its Chinese sister:
a plan of our own, drawn by our own writer, so that it brings its fonts.
"""

import argparse
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from benchmarks.peers import TYPST_ALONE
from benchmarks.races import ROOT
from benchmarks.results import Result, Results, newest
from publisher.geometry import Emu, Rect, Size, px
from publisher.layout.fit import Setter
from publisher.layout.textbox import text_item
from publisher.named import theme_named
from publisher.plan import Colour, Item, Plan, PlanMeta, Shape, Sheet, Text
from publisher.theme.model import TextStyle, Theme, Typeface
from publisher.typeface.registry import load_typefaces
from publisher.writers.svg import write

IMAGES = ROOT / "docs" / "images"
FILES: Mapping[str, str] = {"en": "benchmark.svg", "zh": "benchmark.zh-CN.svg"}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "From one speech.docx, whole processes in turn",
        "legend": "Seconds, medians of {pairs} pairs; the line is the middle half of the ratios. "
        "The bars of all peers are equally long.",
        "facts": "{date} · {machine} · {cores} cores · {peers}",
        "deck": "One deck",
        "script": "One script, PDF/A-2a",
        "100 decks": "100 decks, two processes",
        "100 scripts": "100 scripts, two processes",
        "deck × 100": "A hundred times: deck",
        "script × 100": "A hundred times: script",
        "seconds": "{} s",
    },
    "zh": {
        "title": "同一篇 speech.docx，完整进程交替运行",
        "legend": "单位：秒，{pairs} 对的中位数；细线为比值的中间一半。对手的条形一律等长。",
        "facts": "{date} · {machine} · {cores} 核 · {peers}",
        "deck": "一份演示文稿",
        "script": "一份讲稿，PDF/A-2a",
        "100 decks": "一百份演示文稿，双进程",
        "100 scripts": "一百份讲稿，双进程",
        "deck × 100": "一百倍文字：演示文稿",
        "script × 100": "一百倍文字：讲稿",
        "seconds": "{} 秒",
    },
}
_WIDTH, _MARGIN = px(1040), px(40)
_LABEL = px(250)
"""The column of what is raced over."""
_BAR, _STEP, _GAP = px(16), px(24), px(20)
"""A bar's height, from bar to bar, and more between races."""
_SAID = px(330)
"""The room for seconds and names behind the longest bar."""
_PALETTE = {"chart-paper": "FFFFFF", "chart-ink": "2A2A2A", "chart-quiet": "6A6A68",
            "chart-ours": "A8332A", "chart-peer": "C9C6C0"}  # fmt: skip
_FONTS = {"chart": Typeface("sans", "微软雅黑", "Arial"),
          "chart-strong": Typeface("sansbold", "微软雅黑", "Arial", bold=True)}  # fmt: skip
_STYLES = {
    "chart-title": TextStyle("chart-strong", px(26), px(18), 130, "chart-ink"),
    "chart-label": TextStyle("chart-strong", px(17), px(11), 130, "chart-ink"),
    "chart-words": TextStyle("chart", px(15), px(10), 130, "chart-ink"),
    "chart-quiet": TextStyle("chart", px(14), px(9), 130, "chart-quiet"),
}


def chart(results: Results, date: str, language: str) -> bytes:
    """The races that a README tells of, as one SVG."""
    theme = _dressed(theme_named("red"))
    typefaces = load_typefaces()
    plan = _Board(Setter(theme, typefaces), results, date, language).plan()
    return write(plan, theme, typefaces)[0]


def _dressed(theme: Theme) -> Theme:
    return theme._replace(
        palette={**theme.palette, **_PALETTE},
        fonts={**theme.fonts, **_FONTS},
        styles={**theme.styles, **_STYLES},
    )


def _is_told(race: Result, words: Mapping[str, str]) -> bool:
    """Typst alone has read no .docx: a table may tell it with that, a bar cannot."""
    return race.name in words and race.peer != TYPST_ALONE


class _Board:
    """One chart: its races beneath each other, our bar above the peer's."""

    def __init__(self, setter: Setter, results: Results, date: str, language: str) -> None:
        self._setter, self._words, self._date = setter, _WORDS[language], date
        self._language = {"en": "en", "zh": "zh-Hans"}[language]
        self._facts = results.facts
        self._races = [race for race in results.races if _is_told(race, self._words)]
        longest = self._longest = max(1.0, *(1.1 * race.sum.ratio for race in self._races))
        self._unit = round((_WIDTH - 2 * _MARGIN - _LABEL - _SAID) / longest)
        """What a peer's time is long."""

    def plan(self) -> Plan:
        items = [*self._heading()]
        y = _MARGIN + px(92)
        for name, races in groupby(self._races, lambda race: race.name):
            label = Rect(_MARGIN, y - px(4), _LABEL - px(16), px(24))
            items.append(self._text(self._words[name], "chart-label", label))
            for race in races:
                items += self._race(race, y)
                y += 2 * _STEP + _GAP
        items.append(self._foot(y))
        size = Size(_WIDTH, y + px(24) + _MARGIN)
        ground = Shape(Rect(0, 0, *size), fill=Colour("chart-paper"))
        sheet = Sheet((ground, *items), "benchmark")
        return Plan(PlanMeta(self._words["title"], language=self._language), size, (sheet,))

    def _heading(self) -> Iterator[Item]:
        rect = Rect(_MARGIN, _MARGIN - px(12), _WIDTH - 2 * _MARGIN, px(40))
        yield self._text(self._words["title"], "chart-title", rect, role="Title")
        pairs = max(len(race.pairs) for race in self._races)
        legend = self._words["legend"].format(pairs=pairs)
        yield self._text(legend, "chart-quiet", rect._replace(y=rect.bottom, height=px(26)))

    def _race(self, race: Result, y: Emu) -> Iterator[Item]:
        told, x = race.sum, _MARGIN + _LABEL
        ours = f"{self._seconds(told.ours.wall)} · publisher · ×{told.ratio:.2f}"
        low, high = self._length(told.low), self._length(min(told.high, self._longest))
        bar = Rect(x, y, self._length(told.ratio), _BAR)
        yield from self._bar(bar, "chart-ours", ours, max(bar.right, x + high))
        spread = Rect(x + low, y + _BAR // 2 - px(1), max(px(2), high - low), px(2))
        yield Shape(spread, fill=Colour("chart-ink"))
        theirs = f"{self._seconds(told.theirs.wall)} · {race.peer}"
        bar = Rect(x, y + _STEP, self._length(1), _BAR)
        yield from self._bar(bar, "chart-peer", theirs, bar.right)

    def _bar(self, bar: Rect, colour: str, said: str, end: Emu) -> Iterator[Item]:
        yield Shape(bar, fill=Colour(colour))
        beside = Rect(end + px(12), bar.y - px(4), _SAID - px(12), px(24))
        yield self._text(said, "chart-words", beside)

    def _foot(self, y: Emu) -> Item:
        facts = self._facts
        peers = ", ".join(f"{name} {version}" for name, version in facts["peers"].items())
        words = self._words["facts"].format(
            date=self._date, machine=facts["machine"], cores=facts["cores"], peers=peers
        )
        return self._text(words, "chart-quiet", Rect(_MARGIN, y, _WIDTH - 2 * _MARGIN, px(24)))

    def _length(self, ratio: float) -> Emu:
        return round(self._unit * ratio)

    def _seconds(self, seconds: float) -> str:
        return self._words["seconds"].format(f"{seconds:.{2 if seconds < 10 else 1}f}")

    def _text(self, words: str, style: str, rect: Rect, role: str = "P") -> Text:
        block = self._setter.fit(words, style, rect.width, rect.height, max_lines=1)
        return text_item(block, rect, style, anchor="middle", role=role)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", nargs="?", type=Path, help="the newest ones of the folder")
    parser.add_argument("--out", default=IMAGES, type=Path, help="the folder (docs/images)")
    options = parser.parse_args()
    file = options.results or newest()
    results = Results.load(file)
    for language, name in FILES.items():
        (options.out / name).write_bytes(chart(results, file.stem, language))


if __name__ == "__main__":
    main()
