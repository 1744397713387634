"""Who races whom over what: the list of races, with what may be reached at most."""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.peers import Pandoc, libreoffice, missing, office, pandoc_program
from benchmarks.races import ROOT, Command, Entrant, Race, can_forget

CORES = "2"
"""How many processes a batch may use, ours and theirs."""


class Course(NamedTuple):
    """How many documents a batch has, and how many times the text the long speeches."""

    documents: int
    longer: tuple[int, ...]


FULL, QUICK = Course(100, (10, 100)), Course(10, (10,))
LONG_AIMS = {100: 0.3}


def races(speech: Path, folder: Path, course: Course) -> Iterator[Race]:
    """The races over ``speech`` and what is made of it, all files in ``folder``."""
    absent = set(missing())
    inputs = _inputs(speech, folder / "in", course)
    our, pandoc = Ours(folder), Pandoc(pandoc_program(), folder)
    for long in (speech, *inputs.longer):
        subprocess.run(pandoc.typst_source(long, folder / f"{long.stem}.typ"), check=True)

    yield Race("deck", our.file("pptx", speech), pandoc.deck(speech), 0.6)
    yield Race("deck", our.file("pptx", speech), pandoc.deck(speech, 0), None, 0.5)
    script = our.file("pdf", speech)
    yield Race("script", script, pandoc.typst(speech), 0.8)
    if "WeasyPrint" not in absent:
        yield Race("script", script, pandoc.weasyprint(speech), None, 0.5)
    if soffice := office():
        yield Race("script", script, libreoffice(soffice, speech, folder), None, 0.5)
    yield Race("script", script, pandoc.typst_alone(speech), None, 0.5)
    yield Race("nothing but start", our.start(), pandoc.start(), None, 0.5)
    if can_forget():
        yield Race("deck, cold disk", our.cold(speech), pandoc.cold(speech), None, 0.5)

    for times, long in zip(course.longer, inputs.longer, strict=True):
        aim = LONG_AIMS.get(times)
        yield Race(f"deck × {times}", our.file("pptx", long), pandoc.deck(long), aim)
        yield Race(f"deck × {times}", our.file("pptx", long), pandoc.deck(long, 0), None, 0.5)
        yield Race(f"script × {times}", our.file("pdf", long), pandoc.typst(long), aim)
    count = course.documents
    for kind, what, aim in (("pptx", "decks", 0.15), ("script", "scripts", 0.3)):
        ours, theirs = our.many(kind, inputs.many), pandoc.many(kind, inputs.many)
        yield Race(f"{count} {what}", ours, theirs, aim)


class Inputs(NamedTuple):
    many: Path
    longer: tuple[Path, ...]


def _inputs(speech: Path, folder: Path, course: Course) -> Inputs:
    """Made by a process of its own: what this one holds in memory counts for all that it starts."""
    many, longer = folder / "many", folder / "longer"
    make = [sys.executable, "-m", "benchmarks.inputs", str(speech), "--out"]
    subprocess.run([*make, str(many), "--documents", str(course.documents)], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    times = [str(times) for times in course.longer]
    subprocess.run([*make, str(longer), "--times", *times], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    return Inputs(many, tuple(longer / f"times{each}.docx" for each in times))


class Ours:
    """publisher; all that it makes goes to ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # The console script where it is installed, the module in a bare checkout.
        script = shutil.which("publisher", path=sysconfig.get_path("scripts"))
        self._program: Command = [script] if script else [sys.executable, "-m", "publisher"]

    def file(self, suffix: str, speech: Path) -> Entrant:
        """The deck (pptx) or the script for the archive (pdf)."""
        target = self._folder / f"ours.{suffix}"
        command = (*self._program, suffix, str(speech), "--quiet", "-o", str(target))
        return Entrant("publisher", (command,), target)

    def many(self, kind: str, speeches: Path) -> Entrant:
        target = self._folder / f"ours-{kind}"
        command = (*self._program, "build", str(speeches), "--out", str(target), "--quiet",
                   "--formats", kind, *self._jobs())  # fmt: skip
        return Entrant("publisher build", (command,), target)

    def start(self) -> Entrant:
        return Entrant("publisher --version", ((*self._program, "--version"),), None)

    def cold(self, speech: Path) -> Entrant:
        """Python's library and environment, the package, its themes and fonts read anew."""
        paths = sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")
        own = (ROOT / name for name in ("publisher", "themes", "fonts"))
        warm = self.file("pptx", speech)
        return warm._replace(forgotten=(*map(Path, paths), *own))

    def _jobs(self) -> Command:
        """Two processes, where the program at hand can say so."""
        asked = [*self._program, "build", "--help"]
        known = "--jobs" in subprocess.run(asked, capture_output=True, check=True, cwd=ROOT,
                                           encoding="utf-8").stdout  # fmt: skip
        return ["--jobs", CORES] if known else []
