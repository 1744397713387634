"""publisher pptx: a deck from each speech."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import (
    DECK,
    FILE,
    Debug,
    Fill,
    Output,
    Quiet,
    Renew,
    Speeches,
    Strict,
    Tidy,
    choosing,
)
from publisher.options import Said


@choosing({**DECK, **FILE})
def pptx(
    speeches: Speeches,
    said: Said,
    output: Output = None,
    fill: Fill = None,
    tidy: Tidy = False,
    force: Renew = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.cli.run import run
    from publisher.publish import Edits
    from publisher.sidecar import fill_of

    console = Console(quiet=quiet, debug=debug, strict=strict)
    said = {**said, "force": force}
    return run(speeches, "pptx", output, said, console, Edits(fill_of(fill or ()), tidy))
