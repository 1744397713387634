"""Builds of names alone: each step comes to all of them, and aims that are missed are told."""

import os
from pathlib import Path

import pytest

from benchmarks.million import LINEAR, MOST, STEPS, make_names, missed

COUNT = 25


@pytest.fixture
def names(tmp_path: Path) -> Path:
    make_names(tmp_path, COUNT, 10)
    for file in (tmp_path / "in").rglob("*.docx"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return tmp_path


def test_each_step_comes_to_all_names(names: Path) -> None:
    assert [step(names) for step in STEPS.values()] == [COUNT] * 3


def test_a_speech_whose_file_is_gone_is_made_again(names: Path) -> None:
    STEPS["first"](names)
    next((names / "out").rglob("*.pptx")).unlink()
    assert STEPS["again"](names) == COUNT - 1


def test_what_grows_or_takes_too_much_is_told() -> None:
    few = {"find": {"cpu": 1.0, "peak": 20.0}}
    assert missed({10: few, 100: {"find": {"cpu": 10 * LINEAR, "peak": MOST}}}) == []
    (slow,) = missed({10: few, 100: {"find": {"cpu": 10.1 * LINEAR, "peak": MOST}}})
    assert "times as much" in slow
    (large,) = missed({10: few, 100: {"find": {"cpu": 10.0, "peak": MOST + 1}}})
    assert f"aim {MOST:.0f}" in large
