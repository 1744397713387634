"""publisher docx: the script of each speech as a Word document, for changes at the last minute."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import (
    SCRIPT,
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


@choosing(SCRIPT)
def docx(
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
    return run(speeches, "docx", output, said, console, Edits(fill_of(fill or ()), tidy))
