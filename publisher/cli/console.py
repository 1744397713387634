"""The terminal: results to standard output; errors, notices and progress to standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from publisher.cli.render import error_line, notice_lines, text
from publisher.errors import FindingsError, PublisherError
from publisher.events import Notice, Progress

_ASKED_FOR = frozenset({"placeholders-filled", "sidecar-added", "tidy-width", "tidy-doubled"})
"""Reports of what --fill, --tidy and <stem>.toml ask for."""
_PATIENCE = 1.0
"""Seconds before a progress line appears."""


class Console:
    """One run of one command: what it has to say, and the exit code in the end.

    ``inputs`` is how many speeches the run is about: a single one's failure ends with its own
    exit code, one among several with 1. ``clock`` gives seconds.
    """

    __slots__ = (
        *("clock", "debug", "inputs", "quiet", "strict"),
        *("_failure", "_notices", "_shown", "_since"),
    )

    def __init__(
        self,
        inputs: int = 1,
        *,
        quiet: bool = False,
        debug: bool = False,
        strict: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.inputs = inputs
        self.quiet = quiet
        self.debug = debug
        self.strict = strict
        self.clock = clock
        self._failure: PublisherError | None = None
        """The first of those that were told."""
        self._notices = 0
        self._since: float | None = None
        self._shown = False

    def say(self, line: str) -> None:
        """A result."""
        if not self.quiet:
            self._clear()
            print(line, flush=True)

    def note(self, notices: Sequence[Notice], file: str = "") -> None:
        """What a person should know about a result; ``file`` tells which, among several."""
        self.count(notices)
        for line in [] if self.quiet else notice_lines(notices, file):
            self._tell(line)

    def count(self, notices: Sequence[Notice]) -> None:
        """Notices that were shown already, for ``strict``: what was asked for is none."""
        self._notices += sum(notice.code not in _ASKED_FOR for notice in notices)

    def fail(self, error: PublisherError) -> None:
        """What went wrong; the run may go on."""
        self._failure = self._failure or error
        if self.debug:
            import traceback

            self._tell("".join(traceback.format_exception(error)).rstrip())
        self._tell(error_line(error))

    def finish(self) -> int:
        """The exit code (design of the command line: 0, 1, 4, or a single input's own)."""
        self._clear()
        if self._failure is not None:
            return self._failure.exit_code if self.inputs == 1 else 1
        if self.strict and self._notices:
            findings = FindingsError("strict", count=self._notices)
            self._tell(error_line(findings))
            return findings.exit_code
        return 0

    def progress(self, event: Progress) -> None:
        """A line that overwrites itself, on a terminal, once the run has taken a while."""
        now = self.clock()
        if self._since is None:
            self._since = now
        if self.quiet or now - self._since < _PATIENCE or not sys.stderr.isatty():
            return
        self._clear()
        percent = 100 * event.done // event.total
        sys.stderr.write("\r" + text("line.progress", label=event.label, percent=percent))
        sys.stderr.flush()
        self._shown = True

    def _tell(self, line: str) -> None:
        self._clear()
        print(line, file=sys.stderr, flush=True)

    def _clear(self) -> None:
        """Take the progress line away (ECMA-48 8.3.41 erase in line)."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            self._shown = False


def print_json(data: object) -> None:
    """``data`` for a program: UTF-8, whatever the console speaks (RFC 8259 8.1)."""
    import json

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(data, ensure_ascii=False, indent=2))
