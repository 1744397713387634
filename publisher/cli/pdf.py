"""publisher pdf: the script, the slides, or what is handed out of each speech as PDF."""

from __future__ import annotations

from publisher.cli.making import Asked, making
from publisher.cli.options import DECK, PAGES, PRINT, Output, PdfKind, Speeches

_ONLY = {"size": ("reading", "size-reading"), "per_page": ("handout", "per-page-handout")}
"""Options that mean something for one kind alone, and what is said elsewhere."""


@making({**DECK, **PAGES, **PRINT})
def pdf(speeches: Speeches, asked: Asked, output: Output = None, kind: PdfKind = "script") -> int:
    from publisher.cli.run import run
    from publisher.errors import UsageError
    from publisher.kinds import PDF_KINDS

    if kind not in PDF_KINDS:
        raise UsageError("kind-unknown", name=kind, known=", ".join(PDF_KINDS))
    for option, (own, key) in _ONLY.items():
        if option in asked.said and kind != own:
            raise UsageError(key)
    return run(speeches, kind, output, asked)
