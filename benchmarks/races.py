"""A race: two entrants in turn, so that whatever else the machine does falls on both.

Each runs as processes of its own. What counts is kept pair by pair: seconds on the clock, seconds
of CPU, and the memory of the largest process. On Linux a process counts as its own what the one
that started it held: this one imports next to nothing, so that it is smaller than any other.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
Command = Sequence[str]


class Entrant(NamedTuple):
    """Commands one after the other, and what they make, which is taken away before each run.

    ``forgotten`` are files and folders that the system is to read from the disk again.
    """

    name: str
    commands: tuple[Command, ...]
    makes: Path | None
    forgotten: tuple[Path, ...] = ()


class Cost(NamedTuple):
    """Seconds on the clock and of CPU; megabytes (10**6) of the largest process, 0 where the
    system does not tell."""

    wall: float
    cpu: float
    peak: float


class EntrantError(Exception):
    """An entrant that did not come through."""


class Race(NamedTuple):
    """``aim`` is what our seconds over theirs may be at most; None is for information.

    ``share`` of the pairs that are asked for are run: what is long or only told needs fewer.
    """

    name: str
    ours: Entrant
    theirs: Entrant
    aim: float | None = None
    share: float = 1.0

    def pairs(self, asked: int) -> int:
        return max(min(asked, 3), round(asked * self.share))


Pair = tuple[Cost, Cost]


def run(entrant: Entrant, environment: dict[str, str]) -> Cost:
    """What ``entrant`` costs this time. Raises EntrantError."""
    if entrant.makes:
        _take_away(entrant.makes)
    for place in entrant.forgotten:
        _forget(place)
    costs = [_spend(command, environment) for command in entrant.commands]
    if entrant.makes and not entrant.makes.exists():
        raise EntrantError(f"{entrant.name} made no {entrant.makes.name}")
    wall, cpu, peak = zip(*costs, strict=True)
    return Cost(round(sum(wall), 4), round(sum(cpu), 4), round(max(peak), 1))


def _spend(command: Command, environment: dict[str, str]) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,  # so that it can be ended with all that it started
    )
    try:
        said = process.stderr.read()
        cpu, peak = _wait(process)
    except BaseException:  # a race that is stopped leaves nobody running
        _end(process)
        raise
    wall = time.perf_counter() - start
    process.stderr.close()
    if process.returncode:
        raise EntrantError(f"{Path(command[0]).name} ended with {process.returncode}: "
                     + said.decode(errors="replace").strip()[-300:])  # fmt: skip
    return Cost(wall, cpu, peak)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _wait(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """CPU seconds of the process and all that it waited for, megabytes of the largest of them."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0, 0.0
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    bytes_each = 1 if sys.platform == "darwin" else 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss * bytes_each / 1e6


def _take_away(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def can_forget() -> bool:
    return hasattr(os, "posix_fadvise")


def _forget(place: Path) -> None:
    """Have the system drop what it keeps in memory of a file, or of all files of a folder."""
    for folder, _, names in (
        os.walk(place) if place.is_dir() else [(place.parent, (), [place.name])]
    ):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123  thousands
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def hold(
    race: Race,
    asked: int,
    environment: dict[str, str],
    done: Iterable[Pair] = (),
    keep: Callable[[list[Pair]], None] = lambda _: None,
) -> list[Pair]:
    """The pairs of ``race``, those ``done`` before among them; ``keep`` gets them after each.

    Both run once before, to warm what they keep on the disk.
    """
    pairs = list(done)
    wanted = race.pairs(asked)
    if len(pairs) < wanted:
        run(race.ours, environment)
        run(race.theirs, environment)
    while len(pairs) < wanted:
        pairs.append((run(race.ours, environment), run(race.theirs, environment)))
        keep(pairs)
    return pairs


def size(entrant: Entrant) -> int:
    """The bytes of what was made."""
    made = entrant.makes
    if made is None:
        return 0
    files = made.rglob("*") if made.is_dir() else [made]
    return sum(file.stat().st_size for file in files if file.is_file())


class Sum(NamedTuple):
    """Medians of a race, and the quartiles of ours over theirs pair by pair."""

    ours: Cost
    theirs: Cost
    ratio: float
    low: float
    high: float
    cpu: float
    """The ratio of CPU, which other programs on the machine disturb less."""


def summed(pairs: Sequence[Pair]) -> Sum:
    ours, theirs = (Cost(*map(statistics.median, zip(*side, strict=True)))
                    for side in zip(*pairs, strict=True))  # fmt: skip
    ratios = [mine.wall / other.wall for mine, other in pairs]
    low, ratio, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    cpu = statistics.median(mine.cpu / other.cpu if other.cpu else 0.0 for mine, other in pairs)
    return Sum(ours, theirs, ratio, low, high, cpu)
