"""publisher pdf: the script or the slides of each speech as PDF."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import Debug, Fill, Output, PdfKind, Quiet, Speeches, Strict, Theme, Tidy


def pdf(
    speeches: Speeches,
    output: Output = None,
    kind: PdfKind = "script",
    theme: Theme = None,
    fill: Fill = None,
    tidy: Tidy = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.cli.run import run
    from publisher.errors import UsageError
    from publisher.publish import KINDS, Edits
    from publisher.sidecar import fill_of

    kinds = [name for name, known in KINDS.items() if known.writer == "pdf"]
    if kind not in kinds:
        raise UsageError("kind-unknown", name=kind, known=", ".join(kinds))
    console = Console(quiet=quiet, debug=debug, strict=strict)
    return run(speeches, kind, output, theme, console, Edits(fill_of(fill or ()), tidy))
