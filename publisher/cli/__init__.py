"""The command line: parse, call, print, exit code. ``main`` is the console script."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, by default the process's own. Returns the exit code."""
    from publisher.cli.app import run_line

    return run_line(arguments)
