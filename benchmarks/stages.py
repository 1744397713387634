"""What each stage of an output costs: python -m benchmarks.stages SPEECH.docx [--kind KIND] [-n 10]

CPU milliseconds, the least of several fresh processes: `cold` is the first time, with all that
the stage imports, opens and builds; `warm` the second time in the same process. The interpreter's
own start and end are not in it: `benchmarks.run` times whole processes.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT)}
Costs = dict[str, float]
"""CPU seconds of each stage."""


def start() -> float:
    """What the command line costs before any stage; it looks for cycles as `publisher` does."""
    from publisher.cli import _OBJECTS

    gc.set_threshold(_OBJECTS)
    return spent(lambda: [import_module(f"publisher.cli.{name}") for name in ("app", "run")])


def once(speech: Path, kind: str) -> Costs:
    """Each stage on the way from ``speech`` to its file of ``kind``."""
    from publisher.kinds import KINDS
    from publisher.named import theme_named
    from publisher.publication import Publication

    publication = Publication(speech)
    theme_named.cache_clear()
    is_script = KINDS[kind].plan == "pages"  # which needs no slides
    stages = {
        "read": lambda: publication.manuscript,
        "understand": lambda: publication.speech,
        "compose": lambda: publication.passages if is_script else publication.script,
        "theme": lambda: theme_named("red") if KINDS[kind].themed else None,
        "lay out": lambda: publication.plan(kind),
        "write": lambda: publication.file(kind),
    }
    return {name: spent(stage) for name, stage in stages.items()}


def spent(stage: Callable[[], object]) -> float:
    begin = time.process_time()
    stage()
    return time.process_time() - begin


def fresh(module: str, words: list[str], runs: int) -> list[list[Costs]]:
    """What ``module --once`` prints, each time in a process of its own."""
    command = [sys.executable, "-m", module, *words, "--once"]
    printed = (
        subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT).stdout
        for _ in range(runs)
    )
    return [json.loads(line) for line in printed]


def least(runs: list[list[Costs]], place: int) -> Costs:
    """Of each stage the least that any run took, in milliseconds."""
    return {name: 1000 * min(run[place][name] for run in runs) for name in runs[0][place]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", nargs="?", default=ROOT / "examples/reading.docx", type=Path)
    parser.add_argument("--kind", default="pptx", help="pptx, script or slides (pptx)")
    parser.add_argument("-n", "--runs", default=10, type=int, help="how many processes (10)")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    speech, kind = options.speech, options.kind
    if options.once:
        begin = {"command line": start()}
        print(json.dumps([begin, once(speech, kind), once(speech, kind)]))
        return
    runs = fresh("benchmarks.stages", [str(speech), "--kind", kind], options.runs)
    print(f"{speech.name} to {kind}, least of {options.runs} processes, CPU ms")
    print(f"{'':<14}{'cold':>8}{'warm':>8}")
    print(f"{'command line':<14}{least(runs, 0)['command line']:>8.1f}")
    warm = least(runs, 2)
    for name, cold in least(runs, 1).items():
        print(f"{name:<14}{cold:>8.1f}{warm[name]:>8.1f}")


if __name__ == "__main__":
    main()
