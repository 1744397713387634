"""How long each sheet is spoken about, and what the head of its notes says."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.compose import compose
from publisher.layout.slides import lay_out_slides
from publisher.layout.timing import clock, notes_heads, seconds_of
from publisher.manuscript import statistics
from publisher.options import Options
from publisher.outline.infer import understand
from publisher.readers import read
from publisher.typeface.registry import Typefaces
from tests.layout.plans import piece, theme_of


@pytest.mark.parametrize("rate", [180, 220, 240])
def test_the_seconds_of_all_sheets_are_the_time_of_the_speech(
    example: Path, rate: int, typefaces: Typefaces
) -> None:
    manuscript = read(example)[0]
    script = compose(understand(manuscript)[0])[0]
    plan = lay_out_slides(script, theme_of("red"), typefaces, Options(rate=rate))[0]
    assert sum(sheet.seconds for sheet in plan.sheets) == statistics(manuscript, rate)["seconds"]


def test_rounding_never_drifts_and_blanks_are_not_spoken() -> None:
    notes = [[piece("一二 三\n")]] * 100
    seconds = seconds_of(notes, 220)
    assert sum(seconds) == round(300 * 60 / 220)
    assert set(seconds) == {0, 1}
    assert seconds_of([[piece("　 \n")], []], 220) == [0, 0]


def test_the_head_of_the_notes_tells_time_total_and_paragraphs() -> None:
    notes = [[piece("一" * 44, 0)], [], [piece("二" * 220, 4), piece("三" * 22, 6)]]
    seconds = seconds_of(notes, 220)
    assert seconds == [12, 0, 66]
    assert notes_heads(notes, seconds, "zh") == [
        "本页 0:12　累计 0:12／1:18　第 1 段",
        "本页 0:00　累计 0:12／1:18",
        "本页 1:06　累计 1:18／1:18　第 5–7 段",
    ]
    assert notes_heads(notes, seconds, "en")[2] == (
        "1:06 on this slide, 1:18 of 1:18 so far, paragraphs 5–7"
    )


def test_a_clock_counts_minutes_beyond_the_hour() -> None:
    assert [clock(second) for second in (0, 59, 60, 3_725)] == ["0:00", "0:59", "1:00", "62:05"]


def test_every_sheet_of_a_deck_has_its_head(example: Path, typefaces: Typefaces) -> None:
    script = compose(understand(read(example)[0])[0])[0]
    plan = lay_out_slides(script, theme_of("blue"), typefaces)[0]
    total = clock(sum(sheet.seconds for sheet in plan.sheets))
    assert all(f"／{total}" in sheet.notes_head for sheet in plan.sheets)
    assert plan.sheets[-1].notes_head.startswith(f"本页 {clock(plan.sheets[-1].seconds)}　")
    assert f"累计 {total}／{total}" in plan.sheets[-1].notes_head
