"""publisher pptx: a deck from each speech."""

from __future__ import annotations

from publisher.cli.making import Asked, making
from publisher.cli.options import DECK, FILE, Output, Speeches


@making({**DECK, **FILE})
def pptx(speeches: Speeches, asked: Asked, output: Output = None) -> int:
    from publisher.cli.run import run

    return run(speeches, "pptx", output, asked)
