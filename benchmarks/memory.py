"""What a batch holds in memory: python -m benchmarks.memory SPEECH.docx [--documents 100 1000]

Megabytes of the largest process of `publisher build` (one of two workers, or the one that leads
them) over so many documents, each unlike the others: it must be flat. Ends with 1 where more
documents need more memory than the aims allow.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.course import Ours
from benchmarks.races import ROOT, Cost, run

MOST, FLAT = 120.0, 1.1
"""The aims: megabytes of a process, and those at most documents over those at fewest."""
KINDS = "pptx,script"


def measure(speech: Path, counts: Sequence[int]) -> dict[int, Cost]:
    """The cost of a batch of each size; the documents are made once and taken away."""
    found = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = Ours(folder)
        for count in counts:
            many = folder / str(count)
            make = [sys.executable, "-m", "benchmarks.inputs", str(speech), "--out", str(many)]
            words = [*make, "--documents", str(count)]
            subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            found[count] = run(ours.many(KINDS, many), dict(os.environ))
    return found


def missed(peaks: dict[int, float]) -> list[str]:
    """The aims that were not reached, in words."""
    few, many = min(peaks), max(peaks)
    said = [f"{n} documents: {peak:.0f} MB, aim {MOST:.0f}" for n, peak in peaks.items()
            if peak > MOST]  # fmt: skip
    if peaks[many] > FLAT * peaks[few]:
        said.append(f"{many} documents need {peaks[many] / peaks[few]:.2f} times the memory of "
                    f"{few}, aim {FLAT}")  # fmt: skip
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("speech", nargs="?", default=ROOT / "examples/reading.docx", type=Path)
    parser.add_argument("--documents", nargs="+", default=[100, 1000], type=int, help="how many")
    options = parser.parse_args()
    found = measure(options.speech, options.documents)
    for count, cost in found.items():
        print(f"{count:>7} documents {cost.wall:9.1f} s {cost.peak:6.0f} MB")
    if missed({count: cost.peak for count, cost in found.items()}):
        sys.exit(1)


if __name__ == "__main__":
    main()
