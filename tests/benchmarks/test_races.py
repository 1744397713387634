"""Races: in turn, what costs what, and going on where a run was stopped."""

import sys
from pathlib import Path

import pytest

from benchmarks.races import Cost, Entrant, EntrantError, Race, hold, summed
from benchmarks.results import Results

FACTS = {"speech": "speech.docx", "left out": []}


def writes(folder: Path, name: str, log: Path) -> Entrant:
    """An entrant that makes a file and tells a log that it ran."""
    target = folder / f"{name}.out"
    code = (
        "import sys, pathlib; target, log, name = sys.argv[1:];"
        "assert not pathlib.Path(target).exists();"
        "pathlib.Path(target).write_text(name); open(log, 'a').write(name)"
    )
    return Entrant(name, ((sys.executable, "-c", code, str(target), str(log), name),), target)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def race(tmp_path: Path, log: Path) -> Race:
    return Race("deck", writes(tmp_path, "a", log), writes(tmp_path, "b", log), aim=0.5)


def test_entrants_run_in_turn_and_anew(race: Race, log: Path) -> None:
    pairs = hold(race, 3, {})
    assert log.read_text(encoding="utf-8") == "ab" * 4
    assert len(pairs) == 3
    assert all(cost.wall > 0 for pair in pairs for cost in pair)


def test_one_that_makes_nothing_has_not_run(race: Race, tmp_path: Path) -> None:
    idle = race.ours._replace(commands=((sys.executable, "-c", ""),))
    with pytest.raises(EntrantError, match=r"made no a\.out"):
        hold(race._replace(ours=idle), 1, {})


def test_one_that_fails_tells_why(race: Race) -> None:
    wrong = race.theirs._replace(commands=((sys.executable, "-c", "raise SystemExit('no ink')"),))
    with pytest.raises(EntrantError, match="ended with 1: no ink"):
        hold(race._replace(theirs=wrong), 1, {})


def test_a_ratio_is_that_of_the_pairs_not_of_the_medians() -> None:
    costs = [(1, 2), (2, 4), (9, 18)]
    pairs = [(Cost(a, a, 50), Cost(b, b, 60)) for a, b in costs]
    told = summed(pairs)
    assert (told.ratio, told.low, told.high, told.cpu) == (0.5, 0.5, 0.5, 0.5)
    assert (told.ours, told.theirs) == (Cost(2, 2, 50), Cost(4, 4, 60))


def test_a_run_that_was_stopped_goes_on_where_it_was(race: Race, tmp_path: Path) -> None:
    file = tmp_path / "results" / "today.json"
    first = Results.going_on(file, FACTS)
    hold(race, 2, {}, first.pairs(race), first.keeper(race))
    again = Results.going_on(file, FACTS)
    assert again.races == first.races
    hold(race, 5, {}, again.pairs(race), again.keeper(race))
    (held,) = Results.load(file).races
    assert len(held.pairs) == 5
    assert held.pairs[:2] == first.races[0].pairs
    assert held.bytes == (1, 1)
    assert held.reached is (held.sum.ratio <= 0.5)


def test_what_was_measured_with_other_programs_is_not_gone_on_with(
    race: Race, tmp_path: Path
) -> None:
    file = tmp_path / "today.json"
    first = Results.going_on(file, FACTS)
    hold(race, 1, {}, first.pairs(race), first.keeper(race))
    assert Results.going_on(file, {**FACTS, "speech": "other.docx"}).races == []
