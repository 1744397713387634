"""How well the outline is inferred, for each half and form (``make eval`` prints the table)."""

from __future__ import annotations

import pytest

from tests.corpus.evaluate import Result, results, total
from tests.corpus.forms import FORMS
from tests.corpus.parse import DEVELOPED

LEAST = 0.97
ASSERTED = (*DEVELOPED, "fresh")
"""Halves whose accuracy is asserted; nobody learns from the fresh one: its totals alone count."""


@pytest.fixture(scope="module", params=[(half, form) for half in ASSERTED for form in FORMS])
def judged(request: pytest.FixtureRequest) -> list[Result]:
    return results(*request.param)


def _report(judged: list[Result]) -> str:
    """The scores of each speech; the errors of those halves that may be learnt from."""
    report = []
    for result in judged:
        report.append(f"{result.speech.name} {result.headings.f1:.3f} {result.run_in.f1:.3f}")
        report += result.errors if result.speech.half in DEVELOPED else ()
    return "\n".join(report)


def test_headings_are_found_with_their_levels(judged: list[Result]) -> None:
    assert total(result.headings for result in judged).f1 >= LEAST, _report(judged)


def test_run_in_headings_are_told_from_the_text_behind_them(judged: list[Result]) -> None:
    assert total(result.run_in for result in judged).f1 >= LEAST, _report(judged)
