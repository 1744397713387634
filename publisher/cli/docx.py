"""publisher docx: the script of each speech as a Word document, for changes at the last minute."""

from __future__ import annotations

from publisher.cli.making import Asked, making
from publisher.cli.options import SCRIPT, Output, Speeches


@making(SCRIPT)
def docx(speeches: Speeches, asked: Asked, output: Output = None) -> int:
    from publisher.cli.run import run

    return run(speeches, "docx", output, asked)
