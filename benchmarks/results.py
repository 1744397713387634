"""What was measured, as a JSON file that is whole after each pair.

It tells which programs and what kind of machine, but no path and nobody's name.
"""

import importlib.metadata
import json
import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.peers import pandoc_version
from benchmarks.races import ROOT, Cost, Pair, Race, Sum, size, summed
from publisher import __version__

FOLDER = ROOT / "benchmarks" / "results"
PEERS = {"typst": "Typst", "weasyprint": "WeasyPrint"}
"""As packages are called, and as programs are."""
Growth = dict[str, dict[str, list[float]]]
"""Of each kind and stage: ms at ten and at a hundred times the text, and a character's ratio."""


class Result(NamedTuple):
    """A race that was held, wholly or in part."""

    name: str
    peer: str
    aim: float | None
    bytes: tuple[int, int]
    pairs: tuple[Pair, ...]

    @property
    def sum(self) -> Sum:
        return summed(self.pairs)

    @property
    def reached(self) -> bool | None:
        return None if self.aim is None else self.sum.ratio <= self.aim


class Results:
    """What a file holds; every change is written at once."""

    def __init__(self, file: Path, facts: dict[str, Any]) -> None:
        self.file, self.facts = file, facts
        self.growth: Growth = {}
        self._races: dict[tuple[str, str], Result] = {}

    @classmethod
    def load(cls, file: Path) -> "Results":
        told = json.loads(file.read_text(encoding="utf-8"))
        found = cls(file, told["facts"])
        found.growth = told["growth"]
        for race in told["races"]:
            pairs = tuple((Cost(*mine), Cost(*other)) for mine, other in race.pop("pairs"))
            sizes = tuple(race.pop("bytes"))
            result = Result(**race, bytes=sizes, pairs=pairs)
            found._races[result.name, result.peer] = result
        return found

    @classmethod
    def going_on(cls, file: Path, facts: dict[str, Any]) -> "Results":
        """What ``file`` holds if it was measured with the same programs and speech, else none."""
        if file.is_file():
            found = cls.load(file)
            if found.facts == facts:
                return found
        return cls(file, facts)

    @property
    def races(self) -> list[Result]:
        return list(self._races.values())

    def pairs(self, race: Race) -> Sequence[Pair]:
        """Those that were run before."""
        held = self._races.get((race.name, race.theirs.name))
        return held.pairs if held else ()

    def keeper(self, race: Race) -> Callable[[Iterable[Pair]], None]:
        """What takes the pairs of ``race`` after each."""

        def keep(pairs: Iterable[Pair]) -> None:
            sizes = size(race.ours), size(race.theirs)
            self.put(Result(race.name, race.theirs.name, race.aim, sizes, tuple(pairs)))

        return keep

    def put(self, result: Result) -> None:
        self._races[result.name, result.peer] = result
        self.save()

    def held(self, race: Race) -> Result:
        return self._races[race.name, race.theirs.name]

    def put_growth(self, kind: str, growth: dict[str, Sequence[float]]) -> None:
        self.growth[kind] = {
            stage: [round(number, 2) for number in numbers] for stage, numbers in growth.items()
        }
        self.save()

    def save(self) -> None:
        told = {
            "facts": self.facts,
            "races": [race._asdict() for race in self.races],
            "growth": self.growth,
        }
        text = json.dumps(told, ensure_ascii=False, indent=1)
        # Numbers of one row on one line.
        text = re.sub(r"\[[\d\s.,\[\]-]+\]", lambda row: re.sub(r"\s+", " ", row[0]), text)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        whole = self.file.with_suffix(".tmp")
        whole.write_text(text + "\n", encoding="utf-8")
        whole.replace(self.file)


def todays() -> Path:
    return FOLDER / f"{datetime.now(UTC):%Y-%m-%d}.json"


def newest() -> Path:
    return max(FOLDER.glob("*.json"))


def facts(speech: Path, absent: Iterable[str]) -> dict[str, Any]:
    """What ran on what. Two runs with the same facts can be put together."""
    there = {package: name for package, name in PEERS.items() if name not in set(absent)}
    versions = {name: importlib.metadata.version(package) for package, name in there.items()}
    return {
        "speech": speech.name,
        "publisher": _commit() or __version__,
        "peers": {"pandoc": pandoc_version(), **versions},
        "left out": sorted(absent),
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "cores": os.cpu_count(),
    }


def _commit() -> str:
    try:
        told = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, check=True,
                              capture_output=True, encoding="utf-8")  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.stdout.strip()
