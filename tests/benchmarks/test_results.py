"""The results that the READMEs show: drawn from what was measured, and nobody's business."""

import re

import pytest

from benchmarks.chart import FILES, IMAGES, chart
from benchmarks.results import FOLDER, Results, newest

_FONTS = re.compile(rb"@font-face\{.*?\}", re.DOTALL)
"""Packed otherwise by other versions of the packer."""


@pytest.mark.parametrize("language", FILES)
def test_the_chart_is_that_of_the_newest_results(language: str) -> None:
    file = newest()
    drawn = chart(Results.load(file), file.stem, language)
    shown = (IMAGES / FILES[language]).read_bytes()
    assert _FONTS.sub(b"", shown) == _FONTS.sub(b"", drawn)


def test_results_name_no_place_and_nobody() -> None:
    for file in FOLDER.glob("*.json"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"/(?:home|tmp|root|work|usr)|\\\\|Users|@", text)
        assert set(Results.load(file).facts) == {
            "speech", "publisher", "peers", "left out", "machine", "cores",
        }  # fmt: skip
