"""What each stage of an output costs: python benchmarks/stages.py SPEECH.docx [--kind KIND] [-n 10]

CPU milliseconds, the least of several fresh processes: `cold` is the first time, with all that
the stage imports, opens and builds; `warm` the second time in the same process. The interpreter's
own start and end are not in it: `benchmarks/run.py` times whole processes.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def once(speech: Path, kind: str) -> list[tuple[str, float, float]]:
    """(stage, cold, warm) in CPU seconds, of this process."""
    start = spent(lambda: [import_module(f"publisher.cli.{name}") for name in ("app", "run")])
    from publisher.kinds import KINDS
    from publisher.named import theme_named
    from publisher.publication import Publication

    columns = []
    for _ in range(2):
        publication = Publication(speech)
        theme_named.cache_clear()
        stages = {
            "read": lambda p=publication: p.manuscript,
            "understand": lambda p=publication: p.speech,
            "compose": lambda p=publication: p.script,
            "theme": lambda: theme_named("red") if KINDS[kind].themed else None,
            "lay out": lambda p=publication: p.plan(kind),
            "write": lambda p=publication: p.file(kind),
        }
        columns.append([spent(stage) for stage in stages.values()])
    return [("command line", start, 0.0), *zip(stages, *columns, strict=True)]


def spent(stage: Callable[[], object]) -> float:
    start = time.process_time()
    stage()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", nargs="?", default=ROOT / "examples/reading.docx", type=Path)
    parser.add_argument("--kind", default="pptx", help="pptx, script or slides (pptx)")
    parser.add_argument("-n", "--runs", default=10, type=int, help="how many processes (10)")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(once(options.speech, options.kind)))
        return
    command = [sys.executable, __file__, str(options.speech), "--kind", options.kind, "--once"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT)}
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)
        for _ in range(options.runs)
    ]
    print(f"{options.speech.name} to {options.kind}, least of {options.runs} processes, CPU ms")
    print(f"{'':<14}{'cold':>8}{'warm':>8}")
    for rows in zip(*runs, strict=True):
        cold, warm = (1000 * min(row[i] for row in rows) for i in (1, 2))
        print(f"{rows[0][0]:<14}{cold:>8.1f}{warm:>8.1f}")


if __name__ == "__main__":
    main()
