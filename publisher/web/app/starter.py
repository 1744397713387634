"""What is double-clicked: the app without a console. Speeches dropped on it are opened."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Start the app with the files named in the arguments."""
    if sys.stdout is None or sys.stderr is None:  # Windows gives none to what has no console
        import os

        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - no path, kept
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere
    from publisher.web.app.serve import Start, serve

    serve(Start(tuple(map(Path, sys.argv[1:])), unseen=True), lambda _: None)
    return 0
