"""The command line: parse, call, print, exit code. ``main`` is the console script."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

_INTERRUPTED = 130
"""128 and SIGINT, what shells expect."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, by default the process's own. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console of another code page shows \u escapes rather than failing.
            stream.reconfigure(errors="backslashreplace")
    from typer import Abort, TyperException

    from publisher.cli.console import Console
    from publisher.cli.render import text
    from publisher.cli.usage import is_help, usage_error
    from publisher.errors import InternalError, PublisherError

    console = Console(debug="--debug" in (sys.argv if arguments is None else arguments))
    try:
        return int(application()(arguments, prog_name="publisher", standalone_mode=False) or 0)
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


def application() -> typer.Typer:
    """The commands. Their modules import what they call when they are called."""
    from typer import Typer

    from publisher.cli.build import build
    from publisher.cli.doctor import doctor
    from publisher.cli.fonts import list_fonts
    from publisher.cli.help import Command, Group
    from publisher.cli.outline import outline
    from publisher.cli.pdf import pdf
    from publisher.cli.pptx import pptx
    from publisher.cli.render import text
    from publisher.cli.themes import list_themes
    from publisher.cli.version import publisher

    def group(help_text: str) -> Typer:
        # Rich would cost more than a whole deck; its tracebacks would hide our messages.
        return Typer(
            cls=Group,
            help=help_text,
            no_args_is_help=True,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
        )

    app = group(text("help.publisher"))
    app.callback(help=text("help.publisher"))(publisher)
    for command in (pptx, pdf, outline, build, doctor):
        name = command.__name__
        app.command(name, cls=Command, help=text(f"help.{name}"))(command)
    for name, listing in (("themes", list_themes), ("fonts", list_fonts)):
        of_kind = group(text(f"help.{name}"))
        of_kind.callback()(lambda: None)
        of_kind.command("list", cls=Command, help=text(f"help.{name}-list"))(listing)
        app.add_typer(of_kind, name=name)
    return app
