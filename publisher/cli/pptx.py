"""publisher pptx: a deck from each speech."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import Debug, Fill, Output, Quiet, Speeches, Strict, Theme, Tidy


def pptx(
    speeches: Speeches,
    output: Output = None,
    theme: Theme = None,
    fill: Fill = None,
    tidy: Tidy = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.cli.run import run
    from publisher.publish import Edits
    from publisher.sidecar import fill_of

    console = Console(quiet=quiet, debug=debug, strict=strict)
    return run(speeches, "pptx", output, theme, console, Edits(fill_of(fill or ()), tidy))
