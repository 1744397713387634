"""One command line: who reads it, and what becomes of its errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from publisher import __version__
from publisher.cli.commands import COMMANDS, command_of
from publisher.cli.console import Console
from publisher.cli.parameters import parameters_of
from publisher.cli.render import text
from publisher.cli.words import arguments_of
from publisher.errors import InternalError, PublisherError

VERSION = f"publisher {__version__}"
_INTERRUPTED = 130
"""128 and SIGINT, what shells expect."""


def run_line(arguments: Sequence[str] | None) -> int:
    """Run ``arguments``, by default those of the process. The one place that meets every error."""
    _speak_any_code_page()
    words = sys.argv[1:] if arguments is None else list(arguments)
    console = Console(debug="--debug" in words)
    try:
        code = _run_plainly(words)
        if code is None:
            from publisher.cli.typed import run_typed

            code = run_typed(arguments)
        sys.stdout.flush()  # now, while a closed pipe can still be told from a bug
        return code
    except PublisherError as error:
        console.fail(error)
    except KeyboardInterrupt:
        print(text("interrupted"), file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has heard enough (`publisher outline … | head`).
        sys.stdout = None
        return 0
    except Exception as error:  # noqa: BLE001 - the last line of defence, told as a bug of ours
        bug = InternalError("bug", detail=f"{type(error).__name__}: {error}")
        bug.__cause__ = error
        console.fail(bug)
    return console.finish()


def _run_plainly(words: Sequence[str]) -> int | None:
    """The exit code of a plain line; None where Typer is to read it."""
    name, rest = (words[0], words[1:]) if words else ("", ())
    if name == "--version":
        print(VERSION)
        return 0
    if name not in COMMANDS:
        return None
    word = ""
    if COMMANDS[name]:
        word, rest = (rest[0], rest[1:]) if rest else ("", ())
        if word not in COMMANDS[name]:
            return None
    command = command_of(name, word)
    found = arguments_of(parameters_of(command), rest)
    return None if found is None else command(**found)


def _speak_any_code_page() -> None:
    """A console that lacks a character shows its number rather than failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
