"""What a build of a million speeches costs by itself: python -m benchmarks.million

Names alone: empty files stand for speeches and for what is made of them, and an engine that makes
nothing says that all is made. What is left is what the process does that leads the others: it
finds the speeches, enters each into the manifest, and the next time finds that nothing changed.
CPU and memory of each step, in a process of its own, at each number of speeches. Ends with 1 where
a step takes more memory than the aim, or a speech costs much more among many than among few.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.races import ROOT
from publisher.batch.build import Build, Order, Outcome, State
from publisher.batch.engines import Work
from publisher.batch.find import find_speeches
from publisher.batch.manifest import NAME, Entry
from publisher.batch.work import Done, Task
from publisher.kinds import KINDS

COUNTS = (10_000, 100_000, 1_000_000)
FORMATS = ("pptx", "script")
EACH = 1_000
"""Speeches in a folder."""
MOST, LINEAR = 500.0, 1.3
"""The aims: megabytes, and what a speech costs among most over what it costs at tenth as many."""
_TICK = 2.5
"""Seconds until a file is known by what it looks like (`publisher.batch.fingerprint.looks`)."""

Costs = dict[str, float]
"""Of a step: seconds of ``cpu``, megabytes at ``peak``, speeches in it, bytes of ``manifest``."""


class Names:
    """The engine that makes nothing."""

    def run(
        self,
        tasks: Iterable[Task],
        work: Work,  # noqa: ARG002 - as engines are called
    ) -> Iterator[tuple[Task, Done]]:
        for task in tasks:
            mark = sha256(task.name.encode()).hexdigest()
            yield task, Done(dict.fromkeys(task.kinds, Entry(mark, 20, 900)), task.kinds)


def make_names(folder: Path, count: int, each: int) -> None:
    """``count`` speeches in folders of ``each``, and beside them all that is made of them."""
    for number in range(count):
        name = f"{number // each:04}/{number:07}"
        if not number % each:
            (folder / "in" / name).parent.mkdir(parents=True)
            (folder / "out" / name).parent.mkdir(parents=True)
        (folder / "in" / f"{name}.docx").touch()
        for kind in FORMATS:
            (folder / "out" / (name + KINDS[kind].suffix)).touch()


def find(folder: Path) -> int:
    """Find all speeches."""
    return sum(1 for _ in find_speeches([folder / "in"], folder / "out"))


def first(folder: Path) -> int:
    """Build all: each is entered into the manifest."""
    return _built(folder, State.DONE)


def again(folder: Path) -> int:
    """Build all once more: nothing changed."""
    return _built(folder, State.UNCHANGED)


def _built(folder: Path, state: State) -> int:
    counts = dict.fromkeys(State, 0)

    def tell(outcome: Outcome) -> None:
        counts[outcome.state] += 1

    order = Order((folder / "in",), folder / "out", FORMATS)
    Build(order, folder).run(tell, Names())
    return counts[state]


STEPS = {"find": find, "first": first, "again": again}


def step(name: str, folder: Path) -> Costs:
    """What a step costs this process."""
    import resource  # there is none on Windows, where the tests of the steps still run

    before = time.process_time()
    done = STEPS[name](folder)
    cpu = time.process_time() - before
    bytes_each = 1 if sys.platform == "darwin" else 1024  # getrusage(2), as each calls it
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * bytes_each / 1e6
    manifest = folder / "out" / NAME
    size = manifest.stat().st_size if manifest.exists() else 0
    return {"cpu": cpu, "peak": peak, "speeches": done, "manifest": size}


def measure(count: int, where: Path | None, each: int) -> dict[str, Costs]:
    """The steps over ``count`` names, each in a process of its own."""
    with tempfile.TemporaryDirectory(dir=where) as name:
        make_names(Path(name), count, each)
        time.sleep(_TICK)
        found = {}
        for task in STEPS:
            words = [sys.executable, "-m", "benchmarks.million", "--step", task, name]
            told = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE)
            found[task] = json.loads(told.stdout)
            if found[task]["speeches"] != count:
                sys.exit(f"benchmarks: {task} did {found[task]['speeches']:.0f} of {count}")
    return found


def missed(costs: dict[int, dict[str, Costs]]) -> list[str]:
    """The aims that were not reached, in words."""
    said = [f"{name} of {count}: {cost['peak']:.0f} MB, aim {MOST:.0f}"
            for count, steps in costs.items() for name, cost in steps.items()
            if cost["peak"] > MOST]  # fmt: skip
    few, many = sorted(costs)[-2:] if len(costs) > 1 else (max(costs), max(costs))
    for name, cost in costs[many].items():
        growth = cost["cpu"] / many / (costs[few][name]["cpu"] / few)
        if growth > LINEAR:
            said.append(f"{name}: a speech costs {growth:.2f} times as much among {many} as among "
                        f"{few}, aim {LINEAR}")  # fmt: skip
    return said


def report(count: int, steps: dict[str, Costs]) -> None:
    for name, cost in steps.items():
        each = cost["cpu"] / count * 1e6
        print(f"{count:>9,} {name:<6}{cost['cpu']:>9.1f} s CPU{each:>8.0f} us each"
              f"{cost['peak']:>7.0f} MB{cost['manifest'] / 1e6:>9.1f} MB manifest",
              flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--counts", nargs="+", default=COUNTS, type=int, help="how many names")
    parser.add_argument("--each", default=EACH, type=int, help="speeches in a folder (1000)")
    parser.add_argument("--where", type=Path, help="the folder the names are made in for a while")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(step(options.step, options.folder)))
        return
    costs = {}
    for count in sorted(options.counts):
        costs[count] = measure(count, options.where, options.each)
        report(count, costs[count])
    said = missed(costs)
    print(*said, sep="\n")
    sys.exit(bool(said))


if __name__ == "__main__":
    main()
