"""publisher pptx: a deck from each speech."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import Debug, Output, Quiet, Speeches, Strict, Theme


def pptx(
    speeches: Speeches,
    output: Output = None,
    theme: Theme = None,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.cli.run import run

    console = Console(quiet=quiet, debug=debug, strict=strict)
    return run(speeches, "pptx", output, theme, console)
