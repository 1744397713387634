"""What a person should look at in an outline, as notices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.events import Notice, notice
from publisher.outline.candidate import Candidate
from publisher.outline.manuscripts import Kind
from publisher.outline.nesting import Place
from publisher.outline.weighing import Verdict
from publisher.speech import Speech

SURE = 0.65
"""Headings whose confidence is lower are worth a look; of a series, its first member."""
_WORDS = 24


def doubts(
    speech: Speech,
    kind: Kind | None,
    verdicts: Sequence[Verdict],
    places: Sequence[Place],
    *,
    reviewed: bool,
) -> Iterator[Notice]:
    """Missing title and headings, marks of secrecy, breaks in the numbers, doubtful headings.

    Codes: title-missing, headings-missing, secrecy-marked, number-gap, number-repeated,
    heading-doubtful (not where the author has ``reviewed`` the headings).
    """
    if speech.named("title") is None:
        yield notice("title-missing")
    if not verdicts and (kind is None or kind.headings):
        yield notice("headings-missing")
    if speech.secrecy is not None:
        yield notice("secrecy-marked", mark=speech.secrecy)
    yield from _breaks(verdicts, places)
    if not reviewed:
        yield from _doubtful(verdicts)


def _doubtful(verdicts: Sequence[Verdict]) -> Iterator[Notice]:
    for candidate, _, confidence in verdicts:
        if confidence < SURE and candidate.value <= 1:
            number = candidate.marker.literal if candidate.marker else ""
            words = number + candidate.text
            short = words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
            yield notice("heading-doubtful", candidate.paragraph, heading=short)


def _breaks(verdicts: Sequence[Verdict], places: Sequence[Place]) -> Iterator[Notice]:
    """Gaps and repeats in the numbers: reported, never repaired."""
    latest: dict[int, Candidate] = {}
    for verdict, place in zip(verdicts, places):
        candidate = verdict.candidate
        before = latest.get(place.series)
        if candidate.marker is None:
            continue
        if candidate.value and before is not None and before.marker is not None:
            facts = {"number": candidate.marker.literal, "before": before.marker.literal}
            if candidate.value > before.value + 1:
                yield notice("number-gap", candidate.paragraph, **facts)
            elif candidate.value <= before.value:
                yield notice("number-repeated", candidate.paragraph, **facts)
        latest[place.series] = candidate
