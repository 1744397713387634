"""publisher itself: what stands before a command."""

from __future__ import annotations

from typing import Annotated

from typer import Exit, Option

from publisher.cli.line import VERSION
from publisher.cli.render import text


def _show(wanted: bool) -> None:
    if wanted:
        print(VERSION)
        raise Exit


def publisher(
    version: Annotated[
        bool, Option("--version", help=text("help.version"), callback=_show, is_eager=True)
    ] = False,
) -> None:
    del version
