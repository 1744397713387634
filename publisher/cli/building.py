"""A build as it goes on: for a person a bar and a table in the end, for a program a line of JSON
for each event."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Self

from publisher.batch.build import Build, Outcome, State
from publisher.cli.console import Console
from publisher.cli.render import error_text, minutes, notice_text, text

if TYPE_CHECKING:
    from rich.progress import Progress

_COLUMNS = "speech formats slides pages minutes state".split()
_PAGES = ("script", "reading", "handout", "notes", "docx")
"""Kinds that have pages; Word divides them itself, so its number comes last."""
_NUMBERS = frozenset({"slides", "pages", "minutes"})
_FEW = 40
"""As many speeches as are told of one by one; of more, those that failed."""
_MOST = 100
"""Failures in the table in the end; each was told when it happened."""
_PATIENCE = 1.0
"""Seconds before there is a bar."""
_SELDOM = 10.0
"""Seconds between the lines of a log."""


class Tally:
    """How many speeches came out how, and in what time."""

    def __init__(self, console: Console, work: Build) -> None:
        self.console, self.total, self.out = console, work.total, work.out
        self.counts = dict.fromkeys(State, 0)
        self.began = console.clock()

    @property
    def done(self) -> int:
        return sum(self.counts.values())

    @property
    def seconds(self) -> float:
        return self.console.clock() - self.began

    @property
    def rate(self) -> float:
        """Speeches a second."""
        return self.done / max(self.seconds, 1e-3)

    @property
    def left(self) -> float:
        """Seconds, should the rest take as long as what is done."""
        return (self.total - self.done) / max(self.rate, 1e-3)


class Summary(Tally):
    """What a person sees."""

    def __init__(self, console: Console, work: Build) -> None:
        super().__init__(console, work)
        self._kept: list[Outcome] = []
        self._told = 0
        self._bar: Progress | None = None
        self._last = self.began

    def __enter__(self) -> Self:
        return self

    def outcome(self, outcome: Outcome) -> None:
        self.counts[outcome.state] += 1
        few = self.total <= _FEW
        if few or (outcome.state is State.FAILED and len(self._kept) < _MOST):
            self._kept.append(outcome)
        notices = outcome.notices
        self._told += bool(notices)
        if few:
            self.console.note(notices, outcome.source.name)
        else:
            self.console.count(notices)
        for error in outcome.errors:
            self.console.fail(error)
        self._show(outcome)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
        if kind is not None:
            return
        if self._kept:
            for line in table(sorted(self._kept)):
                self.console.say(line)
        if self.total > _FEW:
            self.console.say(self._totals())
            if self._told:
                self.console.say(text("build.noticed", count=self._told))

    def _totals(self) -> str:
        counts = {state.value: count for state, count in self.counts.items()}
        return text("build.totals", seconds=_spent(self.seconds), rate=f"{self.rate:.3g}", **counts)

    def _show(self, outcome: Outcome) -> None:
        """How far it is: a bar on a terminal, a line now and then in a log, nothing in a hurry."""
        now = self.console.clock()
        if self.console.quiet or now - self.began < _PATIENCE or self.done == self.total:
            return
        if sys.stderr.isatty():
            self._bar = self._bar or _bar(self.total)
            task = self._bar.task_ids[0]
            told = text("build.so-far", rate=f"{self.rate:.3g}", left=_spent(self.left))
            self._bar.update(task, completed=self.done, description=outcome.name, told=told)
        elif now - self._last >= _SELDOM:
            self._last = now
            line = text(
                "build.log", done=self.done, total=self.total, rate=f"{self.rate:.3g}",
                left=_spent(self.left), failed=self.counts[State.FAILED],
            )  # fmt: skip
            print(line, file=sys.stderr, flush=True)


class Events(Tally):
    """What a program reads: lines of JSON on standard output (docs/scale.md tells of each)."""

    def __enter__(self) -> Self:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        self._say("start", total=self.total)
        return self

    def outcome(self, outcome: Outcome) -> None:
        self.counts[outcome.state] += 1
        self.console.count(outcome.notices)
        files = {
            kind: {"sheets": entry.sheets, "seconds": entry.seconds, "file": entry.file or None}
            for kind, entry in outcome.entries.items()
        }
        notices = [
            {"code": n.code, "message": notice_text(n), "paragraph": n.paragraph}
            for n in outcome.notices
        ]
        errors = []
        for error in outcome.errors:
            self.console.fail(error)
            what, remedy = error_text(error)
            errors.append({"code": error.key, "message": what, "remedy": remedy or None,
                           "place": error.place, "exit_code": error.exit_code})  # fmt: skip
        self._say(
            "speech", number=outcome.number, name=outcome.name, source=str(outcome.source),
            state=outcome.state.value, files=files, notices=notices, errors=errors,
        )  # fmt: skip

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        counts = {state.value: count for state, count in self.counts.items()}
        self._say("end", **counts, seconds=round(self.seconds, 3), whole=kind is None)

    def _say(self, event: str, **values: Any) -> None:
        print(json.dumps({"event": event, **values}, ensure_ascii=False), flush=True)


def _bar(total: int) -> Progress:
    """Drawn when there is news: a thread that redraws it must not be copied by a fork."""
    from rich.console import Console as Terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.table import Column

    name = TextColumn("{task.description}", markup=False,
                      table_column=Column(no_wrap=True, ratio=1, overflow="ellipsis"))  # fmt: skip
    told = TextColumn("{task.fields[told]}", markup=False, table_column=Column(no_wrap=True))
    bar = Progress(BarColumn(20), MofNCompleteColumn(), told, name, console=Terminal(stderr=True),
                   auto_refresh=False, transient=True, expand=True)  # fmt: skip
    bar.add_task("", total=total, told="")
    bar.start()
    return bar


def _spent(seconds: float) -> str:
    """``47 s``, ``3:20``, ``1:05:00``."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}" if rest >= 60 else text("build.seconds", count=whole)


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """A plain table: a line for each speech under a line of headings, and below those that failed
    why, and what helps."""
    rows = [[text(f"build.{column}") for column in _COLUMNS], *map(_row, outcomes)]
    widths = [max(map(_cells, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths, _COLUMNS)).rstrip() for row in rows]


def _row(outcome: Outcome) -> list[str]:
    entries = outcome.entries
    slides = next((entries[kind].sheets for kind in ("pptx", "slides") if kind in entries), None)
    pages = next((entries[kind].sheets for kind in _PAGES if kind in entries), None)
    spoken = next((minutes(entry.seconds) for entry in entries.values()), None)
    numbers = ["–" if number is None else str(number) for number in (slides, pages, spoken)]
    state = text(f"build.{outcome.state.value}")
    if outcome.errors:
        state += text("line.colon") + error_text(outcome.errors[0])[0]
    return [outcome.name, ",".join(entries) or "–", *numbers, state]


def _padded(cell: str, width: int, column: str) -> str:
    blank = " " * (width - _cells(cell))
    return blank + cell if column in _NUMBERS else cell + blank


def _cells(words: str) -> int:
    """Columns of a terminal: two for wide and full-width characters (UAX #11)."""
    import unicodedata

    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in words)
