"""A short run with fixed seeds, and every input that ever broke something."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.targets import TARGETS

FOUND = sorted(p for p in (Path(__file__).parent / "found").glob("*-*") if p.is_file())


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_of_chance_are_read_or_refused(name: str) -> None:
    target = TARGETS[name]
    for number in range(200):
        target.attempt(target.make(Random(f"test {number}")))


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_once_broke_something_does_not_any_more(file: Path) -> None:
    TARGETS[file.name.partition("-")[0]].attempt(file.read_bytes())
