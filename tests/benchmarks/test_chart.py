"""The chart tells what was measured."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.chart import FILES, chart
from benchmarks.peers import TYPST_ALONE
from benchmarks.races import Cost
from benchmarks.results import Result, Results

FACTS = {"machine": "Linux x86_64, Python 3.11.7", "cores": 2, "peers": {"pandoc": "3.9"}}
OURS, PEER = "#A8332A", "#C9C6C0"
TIMES = {
    ("deck", "pandoc"): (0.1, 0.2),
    ("script", "pandoc + Typst"): (0.3, 0.2),
    ("100 decks", "pandoc -P2"): (1.25, 12.5),
}


def result(name: str, peer: str, mine: float, other: float) -> Result:
    pair = Cost(mine, mine, 40), Cost(other, other, 180)
    return Result(name, peer, 0.5, (1, 1), (pair,) * 3)


@pytest.fixture
def results(tmp_path: Path) -> Results:
    found = Results(tmp_path / "today.json", FACTS)
    held = [result(*names, *times) for names, times in TIMES.items()]
    held += [result("script", TYPST_ALONE, 0.3, 0.1), result("nothing but start", "p", 1, 1)]
    for each in held:
        found.put(each)
    return Results.load(found.file)


def test_a_bar_is_as_long_as_its_ratio(results: Results) -> None:
    root = ElementTree.fromstring(chart(results, "2026-01-31", "en"))
    bars = [
        (rect.get("fill"), float(rect.get("width", "0")))
        for rect in root.iter("{http://www.w3.org/2000/svg}rect")
    ]
    ours = [width for fill, width in bars if fill == OURS]
    peers = [width for fill, width in bars if fill == PEER]
    assert len(set(peers)) == 1
    ratios = [mine / other for mine, other in TIMES.values()]
    assert [width / peers[0] for width in ours] == pytest.approx(ratios, rel=0.01)


@pytest.mark.parametrize("language", FILES)
def test_it_tells_every_race_with_its_seconds(results: Results, language: str) -> None:
    told = said(chart(results, "2026-01-31", language))
    for (_, peer), (mine, other) in TIMES.items():
        assert re.search(rf"{mine:.2f} (s|秒) · publisher · ×{mine / other:.2f}", told)
        assert re.search(rf"{other:.{1 if other > 10 else 2}f} (s|秒) · {re.escape(peer)}", told)
    assert "2026-01-31" in told
    assert "pandoc 3.9" in told


def test_what_read_no_docx_has_no_bar(results: Results) -> None:
    told = said(chart(results, "2026-01-31", "en"))
    assert TYPST_ALONE not in told
    assert told.count("publisher") == len(TIMES)


def said(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return "\n".join("".join(text.itertext()) for text in texts)
