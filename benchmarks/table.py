"""The results in a terminal of 100 columns."""

from collections.abc import Iterable

from benchmarks.growth import AIM, FEW, MANY, SMALL
from benchmarks.results import Growth, Result

_ROW = "{:<18}{:<30}{:>8}{:>8}{:>7}{:>12}{:>6}{:>6}{:>5}"
MEMORY = (("deck", 90), ("script", 90), ("deck × 100", 300), ("script × 100", 300),
          ("100 decks", 120), ("100 scripts", 120))  # fmt: skip
"""Megabytes of our largest process at most; of a batch those of a worker."""


def print_head(facts: dict[str, object], pairs: int) -> None:
    print(f"{facts['speech']}, {pairs} pairs in turn, medians of whole processes")
    print(f"{facts['machine']}, {facts['cores']} cores; publisher {facts['publisher']}")
    if facts["left out"]:
        print("not here, left out: " + ", ".join(facts["left out"]))
    print(_ROW.format("", "peer", "ours s", "peer s", "ratio", "quartiles", "aim", "CPU", "MB"))


def print_race(result: Result) -> None:
    told = result.sum
    aim = "" if result.aim is None else f"{result.aim:.2f}"
    print(_ROW.format(
        result.name, result.peer, f"{told.ours.wall:.3f}", f"{told.theirs.wall:.3f}",
        f"{told.ratio:.2f}", f"{told.low:.2f}–{told.high:.2f}", aim, f"{told.cpu:.2f}",
        f"{told.ours.peak:.0f}",
    ), flush=True)  # fmt: skip


def print_growth(growth: Growth) -> None:
    for kind, stages in growth.items():
        few, many = f"ms × {FEW}", f"ms × {MANY}"
        print(f"\n{kind:<14}{few:>12}{many:>12}{'a character':>14}")
        for stage, (less, more, ratio) in stages.items():
            if more > SMALL:
                print(f"  {stage:<12}{less:>12.1f}{more:>12.1f}{ratio:>14.2f}")


def print_missed(races: Iterable[Result], growth: Growth) -> None:
    """The aims that were not reached, in words."""
    races = list(races)
    missed = [
        f"{race.name} against {race.peer}: {race.sum.ratio:.2f}, aim {race.aim}"
        for race in races
        if race.reached is False
    ]
    peaks = {race.name: race.sum.ours.peak for race in races}
    missed += [
        f"{name}: {peaks[name]:.0f} MB, aim {most}"
        for name, most in MEMORY
        if peaks.get(name, 0) > most
    ]
    missed += [
        f"{kind}, {stage}: a character costs {ratio:.2f} times as much × {MANY}, aim {AIM}"
        for kind, stages in growth.items()
        for stage, (_, more, ratio) in stages.items()
        if more > SMALL and ratio > AIM
    ]
    print("\nall aims are reached" if not missed else "\nnot reached:")
    for line in missed:
        print(f"  {line}")
