"""``python -m tests.fuzz [--executions N] [--minutes M] [--seed S] [--targets docx text]``.

Runs the targets in turn until so many executions or minutes are over, and says how many there
were, the slowest, and the memory. An input that breaks something is kept in tests/fuzz/found.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from pathlib import Path
from random import Random

from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
SECONDS = 5.0
"""Longer than this, for inputs of some kilobytes, is a finding."""


def _memory() -> int:
    """The most memory this process had, in megabytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--executions", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", nargs="+", choices=TARGETS, default=list(TARGETS))
    said = parser.parse_args(arguments)
    end = time.monotonic() + said.minutes * 60
    counts = dict.fromkeys(said.targets, 0)
    slowest = dict.fromkeys(said.targets, 0.0)
    found: set[str] = set()
    for number in range(said.executions):
        if time.monotonic() > end:
            break
        name = said.targets[number % len(said.targets)]
        target = TARGETS[name]
        data = target.make(Random(f"{said.seed} {number}"))
        begin = time.process_time()
        try:
            target.attempt(data)
            finding = ""
        except Exception:  # noqa: BLE001  (whatever it is, it is what we look for)
            finding = traceback.format_exc()
        took = time.process_time() - begin
        if took > SECONDS:
            finding = f"{took:.1f} s"
        counts[name] += 1
        slowest[name] = max(slowest[name], took)
        place = "\n".join(line for line in finding.splitlines() if line.startswith("  File"))
        if finding and place not in found:
            found.add(place)
            FOUND.mkdir(exist_ok=True)
            file = FOUND / f"{name}-{said.seed}-{number}{target.suffix}"
            file.write_bytes(data)
            sys.stdout.write(f"{file.name}\n{finding}\n")
            sys.stdout.flush()
    for name, count in counts.items():
        sys.stdout.write(f"{name}: {count} executions, the slowest {slowest[name]:.2f} s\n")
    sys.stdout.write(f"{sum(counts.values())} in all, {len(found)} findings, {_memory()} MB\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
