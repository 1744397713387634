"""publisher preview: one speech in the browser, refreshed whenever it is saved."""

from __future__ import annotations

from publisher.cli.app import NoBrowser, Port
from publisher.cli.console import Console
from publisher.cli.options import Debug, Quiet, Speech
from publisher.cli.render import text


def preview(
    speech: Speech,
    port: Port = 0,
    no_browser: NoBrowser = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.errors import InputError
    from publisher.web.app.serve import Start, serve

    console = Console(quiet=quiet, debug=debug)
    if not speech.exists():
        raise InputError("input-missing", place=str(speech))
    start = Start((speech,), port=port, single=True, browse=not no_browser)
    serve(start, lambda address: console.say(text("app.running", address=address)))
    return console.finish()
