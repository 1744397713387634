"""A thousand speeches, twenty of them broken, through everything that may happen to a build:

    python -m benchmarks.thousand [SPEECH.docx] [--documents 1000] [--broken 20]

Published, published again, one changed, killed in the middle and gone on with. Prints what was
found, and ends with 1 where it is not as it must be. `make batch-all` runs it.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.inputs import make_documents
from publisher.batch.manifest import NAME

ROOT = Path(__file__).resolve().parents[1]
SPEECH = ROOT / "examples" / "reading.docx"
AGAIN = 0.02
"""The most that a run in which nothing changed may take, as a share of the first."""


def command(speeches: Path, out: Path) -> list[str]:
    words = [sys.executable, "-m", "publisher", "build", str(speeches), "--out", str(out)]
    return [*words, "--formats", "pptx,script", "--json"]


def build(speeches: Path, out: Path) -> tuple[int, dict[str, Any], float]:
    """The exit code, the last event, and the seconds of processor of it and its workers."""
    before = os.times()
    made = subprocess.run(command(speeches, out), cwd=ROOT, capture_output=True, encoding="utf-8")
    after = os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return made.returncode, json.loads(made.stdout.splitlines()[-1]), spent


def counts(end: dict[str, Any]) -> tuple[int, int, int]:
    return end["done"], end["unchanged"], end["failed"]


def files(out: Path) -> dict[str, tuple[int, bytes]]:
    """When each output was written, and what it holds."""
    found = (file for file in out.rglob("*") if file.is_file() and file.name != NAME)
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in found}


def faults(folder: Path, speech: Path, documents: int, broken: int) -> Iterator[str]:
    speeches, out = folder / "speeches", folder / "out"
    make_documents(speech, speeches, documents, broken)
    for file in speeches.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    good = documents - broken

    code, end, first = build(speeches, out)
    print(f"first run: exit code {code}, {counts(end)}, {first:.1f} s CPU", flush=True)
    if (code, counts(end)) != (1, (good, 0, broken)):
        yield "the first run"
    whole = files(out)
    if len(whole) != 2 * good:
        yield f"{len(whole)} files"

    code, end, again = build(speeches, out)
    print(f"again: {code}, {counts(end)}, {again:.2f} s CPU, {again / first:.2%}", flush=True)
    if counts(end) != (0, good, broken) or again > AGAIN * first or files(out) != whole:
        yield "the run in which nothing changed"

    changed = min(file for file in speeches.iterdir() if file.stem + ".pptx" in whole)
    other = max(file for file in speeches.iterdir() if file.stem + ".pptx" in whole)
    changed.write_bytes(other.read_bytes())
    code, end, _ = build(speeches, out)
    print(f"one changed: {code}, {counts(end)}", flush=True)
    if counts(end) != (1, good - 1, broken):
        yield "the run in which one changed"

    yield from _killed(speeches, folder / "killed", files(out), good, broken)


def _killed(
    speeches: Path, out: Path, whole: dict[str, tuple[int, bytes]], good: int, broken: int
) -> Iterator[str]:
    """A run that is killed in the middle, with all its workers' parent, and gone on with."""
    process = subprocess.Popen(command(speeches, out), cwd=ROOT, stdout=subprocess.PIPE)
    for _ in zip(process.stdout or (), range((good + broken) // 2)):
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    time.sleep(5)  # its workers end what they are at
    before = files(out)
    code, end, _ = build(speeches, out)
    after = files(out)
    print(f"killed with {len(before)} files, gone on with: {code}, {counts(end)}", flush=True)
    kept = {name: after[name] for name in before if not name.startswith(".")}
    if any(before[name] != kept[name] for name in kept):
        yield "an output was made twice"
    if {name: data for name, (_, data) in after.items()} != {
        name: data for name, (_, data) in whole.items()
    }:
        yield "the outputs differ from those of a run that was not killed"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("speech", nargs="?", type=Path, default=SPEECH)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--broken", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(Path(folder), asked.speech, asked.documents, asked.broken))
    print("\n".join(f"FAULT: {fault}" for fault in found) or "all as it must be")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
