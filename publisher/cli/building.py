"""A build as it goes on: for a person a bar and a table in the end, for a program a line of JSON
for each event."""

from __future__ import annotations

import json
import shutil
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
_NUMBERS = ("build.slides", "build.pages", "build.minutes")
_FEW = 40
"""As many speeches as are told of one by one; of more, those that failed."""
_MOST = 100
"""Failures in the table in the end; each was told when it happened."""
_PATIENCE = 1.0
"""Seconds before there is a bar."""


class Tally:
    """How many speeches came out how, and in what time."""

    def __init__(self, console: Console, work: Build) -> None:
        self.console, self.total = console, work.total
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
        self._ahead = _Silent() if console.quiet else _Bar() if sys.stderr.isatty() else _Log()

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
        self._ahead.show(self, outcome.name)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._ahead.stop()
        if kind is not None:
            return
        kept = sorted(self._kept)
        for line in table(kept) if self.total <= _FEW else ():
            self.console.say(line)
        for line in failures(kept, _room()):
            self.console.say(line)
        if self.total > _FEW:
            self.console.say(self._totals())
            if self._told:
                self.console.say(text("build.noticed", count=self._told))

    def _totals(self) -> str:
        counts = {state.value: count for state, count in self.counts.items()}
        return text("build.totals", seconds=_spent(self.seconds), rate=f"{self.rate:.3g}", **counts)


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


class _Silent:
    """Shows how far a build is: not at all."""

    every = 0.0
    """Seconds between what is shown."""

    def __init__(self) -> None:
        self._last = 0.0

    def show(self, tally: Tally, name: str) -> None:
        """``name`` is done: show that, where it is time to."""
        spent = tally.seconds
        if spent >= max(_PATIENCE, self._last + self.every) and tally.done < tally.total:
            self._last = spent
            self.draw(tally, name)

    def draw(self, tally: Tally, name: str) -> None:
        del tally, name

    def stop(self) -> None:
        """Nothing more comes."""


class _Log(_Silent):
    """A line now and then."""

    every = 10.0

    def draw(self, tally: Tally, name: str) -> None:
        del name
        line = text("build.log", done=tally.done, total=tally.total, rate=f"{tally.rate:.3g}",
                    left=_spent(tally.left), failed=tally.counts[State.FAILED])  # fmt: skip
        print(line, file=sys.stderr, flush=True)


class _Bar(_Silent):
    """A bar on a terminal, drawn when there is news: a thread that redraws it would be in the
    way of a fork."""

    every = 0.1

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None

    def draw(self, tally: Tally, name: str) -> None:
        self._progress = self._progress or _progress(tally.total)
        told = text("build.so-far", rate=f"{tally.rate:.3g}", left=_spent(tally.left))
        task = self._progress.task_ids[0]
        self._progress.update(task, completed=tally.done, told=told, description=name, refresh=True)

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()


def _progress(total: int) -> Progress:
    from rich.console import Console as Terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.table import Column

    told = TextColumn("{task.fields[told]}", markup=False, table_column=Column(no_wrap=True))
    name = TextColumn("{task.description}", markup=False,
                      table_column=Column(no_wrap=True, overflow="ellipsis"))  # fmt: skip
    bar = Progress(BarColumn(20), MofNCompleteColumn(), told, name, console=Terminal(stderr=True),
                   auto_refresh=False, transient=True)  # fmt: skip
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
    """A plain table: a line for each speech under a line of headings."""
    return _columns([[text(f"build.{column}") for column in _COLUMNS], *map(_row, outcomes)])


def failures(outcomes: Sequence[Outcome], room: int | None = None) -> list[str]:
    """A table of what went wrong and what helps, which where there is not ``room`` for it (columns
    of a terminal) stands below; nothing where nothing did."""
    rows = [[outcome.name, *error_text(error)] for outcome in outcomes for error in outcome.errors]
    if not rows:
        return []
    rows.insert(0, [text(f"build.{column}") for column in ("failed", "reason", "remedy")])
    lines = _columns(rows)
    if room is None or max(map(_cells, lines)) <= room:
        return lines
    return _columns([pair for name, why, remedy in rows for pair in ([name, why], ["", remedy])])


def _room() -> int | None:
    """The columns of the terminal; None for a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _columns(rows: list[list[str]]) -> list[str]:
    widths = [max(map(_cells, column)) for column in zip(*rows, strict=True)]
    right = {i for i, head in enumerate(rows[0]) if head in map(text, _NUMBERS)}
    return ["  ".join(_padded(cell, width, i in right)
                      for i, (cell, width) in enumerate(zip(row, widths))).rstrip()
            for row in rows]  # fmt: skip


def _row(outcome: Outcome) -> list[str]:
    entries = outcome.entries
    slides = next((entries[kind].sheets for kind in ("pptx", "slides") if kind in entries), None)
    pages = next((entries[kind].sheets for kind in _PAGES if kind in entries), None)
    spoken = next((minutes(entry.seconds) for entry in entries.values()), None)
    numbers = ["–" if number is None else str(number) for number in (slides, pages, spoken)]
    state = text(f"build.{outcome.state.value}")
    return [outcome.name, ",".join(entries) or "–", *numbers, state]


def _padded(cell: str, width: int, right: bool) -> str:
    blank = " " * (width - _cells(cell))
    return blank + cell if right else cell + blank


def _cells(words: str) -> int:
    """Columns of a terminal: two for wide and full-width characters (UAX #11)."""
    import unicodedata

    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in words)
