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
    found = [
        f"{' '.join(map(str, case))}: {finding}"
        for case, findings in matrix.judged(CASES[start : start + _SHARE], tmp_path)
        for finding in findings
    ]
    assert found == []
