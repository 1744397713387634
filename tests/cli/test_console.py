import io
import sys
from collections.abc import Callable

import pytest

from publisher.cli.console import Console
from publisher.errors import InputError, OutputError
from publisher.events import Progress, notice


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_LANG", "en")


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal; called in the test, since pytest resets it before."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def run_for(console: Console, steps: int) -> None:
    for step in range(steps):
        console.progress(Progress("a.docx", step, steps))


def clock(step: float) -> Callable[[], float]:
    times = iter(range(1000))
    return lambda: next(times) * step


def test_a_long_run_shows_its_progress_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    console = Console(clock=clock(0.6))
    run_for(console, 4)
    assert terminal.getvalue() == "\ra.docx … 50 %\r\x1b[K\ra.docx … 75 %"
    assert console.finish() == 0
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_short_run_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    run_for(Console(clock=clock(0.1)), 5)
    assert not terminal.getvalue()


def test_nobody_is_shown_progress_who_does_not_look(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    run_for(Console(clock=clock(5), quiet=True), 5)
    assert not terminal.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    run_for(Console(clock=clock(5)), 5)
    assert isinstance(sys.stderr, io.StringIO)
    assert not sys.stderr.getvalue()


def test_a_single_input_fails_with_its_own_code_and_one_of_several_with_1() -> None:
    for inputs, expected in ((1, 5), (3, 1)):
        console = Console(inputs=inputs)
        console.fail(OutputError("output-full", place="a.pptx"))
        assert console.finish() == expected


def test_a_failure_weighs_more_than_notices() -> None:
    console = Console(strict=True)
    console.note([notice("title-missing")])
    console.fail(InputError("input-missing", place="b.docx"))
    assert console.finish() == 3
    strict = Console(strict=True)
    strict.note([notice("title-missing")])
    assert strict.finish() == 4
    easy = Console()
    easy.note([notice("title-missing")])
    assert easy.finish() == 0
