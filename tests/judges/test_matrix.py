"""A pairwise choice of speeches, themes, densities and aspects before all the judges of decks."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.judges import matrix

CASES = matrix.pairwise()
_SHARE = 15
"""Cases to a test: LibreOffice takes longer to start than to draw a deck."""


def test_the_choice_holds_every_pair_and_is_small() -> None:
    whole = list(matrix.every())
    for one, other in combinations(range(4), 2):
        pairs = {(case[one], case[other]) for case in CASES}
        wanted = {
            (case[one], case[other]) for case in whole if case.speech in {c.speech for c in CASES}
        }
        assert wanted <= pairs
    assert len(CASES) <= 70


@pytest.mark.judge
@pytest.mark.xdist_group("matrix")
@pytest.mark.parametrize("start", range(0, len(CASES), _SHARE))
def test_decks_of_all_kinds_pass_every_judge(start: int, tmp_path: Path) -> None:
    decks = list(matrix.made(CASES[start : start + _SHARE], tmp_path))
    found = [
        f"{' '.join(map(str, deck.case))}: {finding}"
        for deck, findings in matrix.judged(decks, tmp_path)
        for finding in findings
    ]
    assert found == []


def test_a_deck_is_judged_again_only_when_it_comes_out_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = CASES[:2]
    bytes_of = {first: "one", second: "two"}
    seen: list[matrix.Case] = []

    def made(cases: list[matrix.Case], folder: Path) -> list[matrix.Deck]:
        return [matrix.Deck(case, folder, bytes_of[case]) for case in cases]

    def judged(decks: list[matrix.Deck], _: Path) -> list[tuple[matrix.Deck, list[str]]]:
        seen.extend(deck.case for deck in decks)
        return [(deck, ["bad"] if deck.digest == "two" else []) for deck in decks]

    monkeypatch.setattr(matrix, "made", made)
    monkeypatch.setattr(matrix, "judged", judged)
    done = tmp_path / matrix.DONE.name
    assert matrix.judge_all([first, second], done) == (2, {second: ["bad"]})
    assert matrix.judge_all([first, second], done) == (2, {second: ["bad"]})
    assert seen == [first, second]
    bytes_of[second] = "mended"
    assert matrix.judge_all([first, second], done) == (2, {})
    assert seen == [first, second, second]
