"""publisher pdf: the script, the slides, or what is handed out of each speech as PDF."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import (
    DECK,
    PAGES,
    PRINT,
    Debug,
    Fill,
    Output,
    PdfKind,
    Quiet,
    Renew,
    Speeches,
    Strict,
    Tidy,
    choosing,
)
from publisher.options import Said

_ONLY = {"size": ("reading", "size-reading"), "per_page": ("handout", "per-page-handout")}
"""Options that mean something for one kind alone, and what is said elsewhere."""


@choosing({**DECK, **PAGES, **PRINT})
def pdf(
    speeches: Speeches,
    said: Said,
    output: Output = None,
    kind: PdfKind = "script",
    fill: Fill = None,
    tidy: Tidy = False,
    force: Renew = False,
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
    for option, (own, key) in _ONLY.items():
        if option in said and kind != own:
            raise UsageError(key)
    console = Console(quiet=quiet, debug=debug, strict=strict)
    said = {**said, "force": force}
    return run(speeches, kind, output, said, console, Edits(fill_of(fill or ()), tidy))
