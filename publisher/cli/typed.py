"""Command lines as Typer reads them: the help, the errors, and whatever is not plain.

The one module that imports it, so that a plain line does not wait for it.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from publisher.cli.commands import COMMANDS, command_of
from publisher.cli.help import Command, Group
from publisher.cli.parameters import REQUIRED, Argument, Parameter, Run, parameters_of
from publisher.cli.render import text
from publisher.cli.usage import is_help, usage_error
from publisher.cli.version import publisher

_INTERRUPTED = 130
"""128 and SIGINT, what Typer makes of an interruption."""


def run_typed(arguments: Sequence[str] | None) -> int:
    """Run ``arguments``, by default those of the process. Raises UsageError for what cannot be
    understood, KeyboardInterrupt."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        command = application(words[0] if words else "")
        code = command(arguments, prog_name="publisher", standalone_mode=False)
    except typer.TyperException as error:
        if is_help(error):
            print(error.format_message(), file=sys.stderr)
            return 2
        raise usage_error(error) from error
    except typer.Abort:
        code = _INTERRUPTED
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    return int(code or 0)


def application(asked: str = "") -> typer.Typer:
    """The commands, or the one that was ``asked`` for alone: making them all takes 6 ms.

    Their modules import what they call when they are called.
    """
    app = _group("publisher")
    app.callback(help=text("help.publisher"))(publisher)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        _add(app, name)
    return app


def _add(app: typer.Typer, name: str) -> None:
    if not COMMANDS[name]:
        app.command(name, cls=Command, help=text(f"help.{name}"))(typed(command_of(name)))
        return
    group = _group(name)
    group.callback()(_nothing)  # with one command alone, Typer would leave out its name
    for word in COMMANDS[name]:
        run = typed(command_of(name, word))
        group.command(word, cls=Command, help=text(f"help.{name}-{word}"))(run)
    app.add_typer(group, name=name)


def _group(name: str) -> typer.Typer:
    # Rich would cost more than a whole deck; its tracebacks would hide our messages.
    return typer.Typer(
        cls=Group,
        help=text(f"help.{name}"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _nothing() -> None:
    pass


def typed(command: Run) -> Run:
    """``command`` with the signature that Typer reads its parameters from."""

    def run(**arguments: Any) -> int:
        return command(**arguments)

    parameters = [_typed(parameter) for parameter in parameters_of(command)]
    run.__dict__["__signature__"] = inspect.Signature(parameters)
    run.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": int}
    return run


def _typed(parameter: Parameter) -> inspect.Parameter:
    known, default = parameter.known, parameter.default
    told: Any
    if isinstance(known, Argument):
        told = typer.Argument(metavar=known.metavar, help=text(known.help), show_default=False)
    else:
        told = typer.Option(
            *known.names, metavar=known.metavar, help=text(known.help), min=known.min,
            max=known.max, show_default=known.show_default,
        )  # fmt: skip
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if default is REQUIRED else default,
        annotation=Annotated[parameter.annotation.__origin__, told],
    )
