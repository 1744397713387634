"""Typer's complaints about a command line as errors of ours."""

from __future__ import annotations

from typing import Any

from publisher.cli.render import text
from publisher.errors import UsageError


def usage_error(error: Any) -> UsageError:
    """The UsageError that says what Typer's exception ``error`` says.

    Typer keeps the classes to itself; what they carry tells them apart.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "publisher"
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        near = (error.possibilities or [""])[0]
        near = text("option-near", near=near) if near else ""
        return UsageError("option-unknown", name=option, command=command, near=near)
    if option:
        return UsageError("option-wrong", name=option, command=command)
    parameter = getattr(error, "param", None)
    if parameter is not None and hasattr(error, "param_type"):
        name = parameter.make_metavar(context)
        return UsageError("argument-missing", name=name, command=command)
    return UsageError("usage", detail=error.format_message().rstrip("."), command=command)


def is_help(error: Any) -> bool:
    """Whether Typer shows help because there was no command at all."""
    context = getattr(error, "ctx", None)
    return context is not None and error.format_message() == context.get_help()
