"""How the stages grow with the text: python -m benchmarks.growth SPEECH.docx [--kind KIND] [-n 3]

CPU of each stage for a speech of ten and of a hundred times the text (`benchmarks/inputs.py`), and
how many times as much a character costs in the longer one. Each in a process of its own that has
published the speech itself before, so that no import or font falls on the shorter one; the least
of several. Ends with 1 where a stage grows more than the aim.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.races import ROOT
from benchmarks.stages import Costs, fresh, least, once, start

FEW, MANY = 10, 100
AIM = 1.2
KINDS = ("pptx", "script")
SMALL = 10.0
"""Milliseconds at MANY beneath which a stage is not judged: the clock is too coarse."""


Growth = dict[str, tuple[float, float, float]]
"""Of each stage: milliseconds at FEW and at MANY, and what a character costs more in MANY."""


def measure(speech: Path, kind: str, runs: int) -> Growth:
    """Of ``speech`` made FEW and MANY times as long."""
    found: list[Costs] = []
    characters = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_longer(speech, folder, (FEW, MANY))
        for times in (FEW, MANY):
            words = [str(speech), str(folder / f"times{times}.docx"), "--kind", kind]
            told = fresh("benchmarks.growth", words, runs)
            found.append(least(told, 0))
            characters.append(told[0][1]["characters"])
    few, many = found
    more = characters[1] / characters[0]
    return {stage: (few[stage], many[stage], many[stage] / few[stage] / more) for stage in few}


def make_longer(speech: Path, folder: Path, times: Iterable[int]) -> None:
    """By a process of its own: what this one holds counts as memory of all that it starts."""
    make = [sys.executable, "-m", "benchmarks.inputs", str(speech), "--out", str(folder)]
    words = [*make, "--times", *map(str, times)]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def costs(speech: Path, longer: Path, kind: str) -> list[dict[str, float]]:
    """What the stages cost for ``longer`` behind ``speech``, and how many characters it has."""
    from publisher.publication import Publication

    start()
    once(speech, kind)
    found = once(longer, kind)
    words = sum(len(p.text) for p in Publication(longer).manuscript.value.paragraphs())
    return [found, {"characters": words}]


def report(kind: str, growth: Growth) -> None:
    print(f"{kind:<14}{f'{FEW} times, ms':>14}{f'{MANY} times, ms':>16}{'a character':>14}")
    for stage, (few, many, ratio) in growth.items():
        if many > SMALL:
            print(f"  {stage:<12}{few:>14.1f}{many:>16.1f}{ratio:>14.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", nargs="?", default=ROOT / "examples/reading.docx", type=Path)
    parser.add_argument("longer", nargs="?", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--kind", help="pptx, script or another one (pptx and script)")
    parser.add_argument("-n", "--runs", default=3, type=int, help="how many processes (3)")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(costs(options.speech, options.longer, options.kind)))
        return
    worst = 0.0
    for kind in [options.kind] if options.kind else KINDS:
        growth = measure(options.speech, kind, options.runs)
        report(kind, growth)
        worst = max(worst, *(ratio for _, many, ratio in growth.values() if many > SMALL))
    if worst > AIM:
        sys.exit(1)


if __name__ == "__main__":
    main()
