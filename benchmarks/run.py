"""publisher against its peers, from the same .docx: python -m benchmarks.run SPEECH.docx [-n 20]

Whole processes in turn (ours, theirs, ours, …): one deck, one script for the archive, a start from
a cold disk, ten and a hundred times the text, a hundred documents; seconds, CPU and memory of
each. Then how our own stages grow. All is kept in benchmarks/results/DATE.json after each pair, so
that a run that was stopped goes on where it was, and drawn as a chart (`benchmarks.chart`).
`--quick` is for a look: few pairs, small inputs, another file, no chart. A peer that is not here
is named.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import course, growth, peers, table
from benchmarks.races import ROOT, EntrantError, hold
from benchmarks.results import FOLDER, Results, facts, todays

QUICK = ROOT / "build" / "bench-quick.json"
NEEDED = {"pandoc", "Typst"}


def main() -> None:
    options = asked()
    # Ended from outside as by hand: what runs is stopped, what is made is taken away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if not options.speech.is_file():
        sys.exit(f"benchmarks: there is no {options.speech}")
    absent = list(peers.missing())
    if NEEDED & set(absent):
        sys.exit("benchmarks: pip install -r requirements/bench.txt")
    file = options.out or (QUICK if options.quick else todays())
    if options.again:
        file.unlink(missing_ok=True)
    results = Results.going_on(file, facts(options.speech, absent))
    failures = hold_all(results, options)
    if not (options.quick or options.only or results.growth):
        for kind in growth.KINDS:
            results.put_growth(kind, growth.measure(options.speech, kind, runs=5))
    table.print_growth(results.growth)
    table.print_missed(results.races, results.growth)
    if file.parent == FOLDER and not options.only:
        # In a process of its own, for this one is to stay small.
        subprocess.run([sys.executable, "-m", "benchmarks.chart"], cwd=ROOT, check=True)
    if failures:
        sys.exit(1)


def hold_all(results: Results, options: argparse.Namespace) -> int:
    """Every race that is asked for. How many of them could not be held."""
    failures = 0
    size = course.QUICK if options.quick else course.FULL
    table.print_head(results.facts, options.pairs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **peers.only_our_fonts(folder)}
        for race in course.races(options.speech.resolve(), folder, size):
            if options.only in f"{race.name} {race.theirs.name}":
                done = results.pairs(race)
                try:
                    hold(race, options.pairs, environment, done, results.keeper(race))
                except EntrantError as failure:
                    failures += 1
                    print(f"{race.name} against {race.theirs.name}: {failure}")
                    continue
                table.print_race(results.held(race))
    return failures


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", nargs="?", default=ROOT / "examples/reading.docx", type=Path)
    parser.add_argument("-n", "--pairs", default=20, type=int, help="how often each runs (20)")
    parser.add_argument("--quick", action="store_true", help="three pairs of small inputs")
    parser.add_argument("--only", default="", help="races whose name or peer has these words")
    parser.add_argument("--again", action="store_true", help="forget what was measured before")
    parser.add_argument("--out", type=Path, help="another file than benchmarks/results/DATE.json")
    options = parser.parse_args()
    if options.quick:
        options.pairs = min(options.pairs, 3)
    return options


if __name__ == "__main__":
    main()
