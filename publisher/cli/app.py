"""One command line: which commands there are, and what becomes of their errors."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper

from typer import Abort, Typer, TyperException

from publisher.cli.console import Console
from publisher.cli.help import Command, Group
from publisher.cli.render import text
from publisher.cli.usage import is_help, usage_error
from publisher.cli.version import publisher
from publisher.errors import InternalError, PublisherError

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "pptx": (),
    "pdf": (),
    "docx": (),
    "outline": (),
    "check": (),
    "build": (),
    "pack": (),
    "impose": (),
    "themes": ("list", "show", "new", "check", "export"),
    "fonts": ("list", "check"),
    "doctor": (),
}
"""The commands: each a function of its name in a module of its name, or where words follow it
a group of them, with a function for each (``themes list`` is ``themes_list``)."""
_INTERRUPTED = 130
"""128 and SIGINT, what shells expect."""


def run_line(arguments: Sequence[str] | None) -> int:
    """Run ``arguments``, by default those of the process. The one place that meets every error."""
    _speak_any_code_page()
    words = sys.argv[1:] if arguments is None else list(arguments)
    console = Console(debug="--debug" in words)
    try:
        command = application(words[0] if words else "")
        code = command(arguments, prog_name="publisher", standalone_mode=False)
        sys.stdout.flush()  # now, while a closed pipe can still be told from a bug
        if code == _INTERRUPTED:  # Typer has made an exit code of it
            raise KeyboardInterrupt
        return int(code or 0)
    except TyperException as error:
        if is_help(error):
            print(error.format_message(), file=sys.stderr)
            return 2
        console.fail(usage_error(error))
    except PublisherError as error:
        console.fail(error)
    except (KeyboardInterrupt, Abort):
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


def application(asked: str = "") -> Typer:
    """The commands, or the one that was ``asked`` for alone: making them all takes 6 ms.

    Their modules import what they call when they are called.
    """
    app = _group("publisher")
    app.callback(help=text("help.publisher"))(publisher)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        _add(app, name)
    return app


def _add(app: Typer, name: str) -> None:
    module = import_module(f"publisher.cli.{name}")
    if not COMMANDS[name]:
        app.command(name, cls=Command, help=text(f"help.{name}"))(getattr(module, name))
        return
    group = _group(name)
    group.callback()(_nothing)  # with one command alone, Typer would leave out its name
    for word in COMMANDS[name]:
        function = getattr(module, f"{name}_{word}")
        group.command(word, cls=Command, help=text(f"help.{name}-{word}"))(function)
    app.add_typer(group, name=name)


def _group(name: str) -> Typer:
    # Rich would cost more than a whole deck; its tracebacks would hide our messages.
    return Typer(
        cls=Group,
        help=text(f"help.{name}"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _nothing() -> None:
    pass


def _speak_any_code_page() -> None:
    """A console that lacks a character shows its number rather than failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
