"""The command line: parse, call, print, exit code. ``script`` is the console script."""

from __future__ import annotations

from collections.abc import Sequence

_OBJECTS = 500_000
"""New objects between two looks for cycles: with Python's 700, a deck looks 400 times. What we
make of a speech has none."""
_WAITING = frozenset({"atexit", "threading"})
"""Modules that whoever has something left to do at a process's end has imported."""


def script() -> int:
    """Run the process's command line. Returns the exit code, or ends with it at once: to free all
    that a deck was made of, object by object, takes 3 ms."""
    import os
    import sys

    code = main()
    if _WAITING.isdisjoint(sys.modules):
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
        except OSError:
            return code  # Python will say so
        os._exit(code)
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, by default the process's own. Returns the exit code."""
    import gc

    if arguments is None:
        gc.set_threshold(_OBJECTS)
    from publisher.cli.line import run_line

    code = run_line(arguments)
    if arguments is None:
        gc.freeze()  # the process ends: looking for cycles among all objects takes 20 ms more
    return code
