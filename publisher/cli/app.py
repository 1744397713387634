"""publisher app: the same in the browser, for people without a terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, TypeAlias

from publisher.cli.console import Console
from publisher.cli.options import Debug, Quiet
from publisher.cli.parameters import Argument, Option
from publisher.cli.render import text

AppSpeeches: TypeAlias = Annotated[
    list[Path] | None, Argument(metavar="[SPEECH...]", help="help.app-speeches")
]
Host: TypeAlias = Annotated[
    str | None, Option("--host", metavar="ADDRESS", help="help.host", show_default=False)
]
Password: TypeAlias = Annotated[
    str | None, Option("--password", metavar="WORD", help="help.password", show_default=False)
]
Port: TypeAlias = Annotated[
    int, Option("--port", metavar="N", min=0, max=65535, help="help.port", show_default=False)
]
NoBrowser: TypeAlias = Annotated[bool, Option("--no-browser", help="help.no-browser")]


def app(
    speeches: AppSpeeches = None,
    host: Host = None,
    password: Password = None,
    port: Port = 0,
    no_browser: NoBrowser = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.web.app.serve import Start, serve

    console = Console(quiet=quiet, debug=debug)
    word = password or os.environ.get("PUBLISHER_PASSWORD")
    start = Start(tuple(speeches or ()), host, port, word, browse=not no_browser)
    serve(start, lambda address: console.say(text("app.running", address=address)))
    return console.finish()
