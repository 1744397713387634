"""The index finds what stands in a text, wherever it begins."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from publisher.web.library.index import Text, folded, read_text, scripts, text_script

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def index_of(*texts: str) -> tuple[list[list[object]], dict[str, list[int]]]:
    """The index as the browser has it: the speeches, and the places of each pair."""
    files = scripts([Text(f"s{i}", text, 0, 0) for i, text in enumerate(texts)])
    speeches: list[list[object]] = []
    pairs: dict[str, list[int]] = {}
    for name, script in files.items():
        called = re.fullmatch(r"library\.(\w+)\((.*)\);\n", script, re.DOTALL)
        assert called
        first, second = json.loads(f"[{called[2]}]")
        if name == "speeches.js":
            speeches = second
        else:
            assert name == f"words/{first:02x}.js"
            pairs |= {pair: places(coded) for pair, coded in second.items()}
    return speeches, pairs


def places(coded: str) -> list[int]:
    found, at, number, power = [], 0, 0, 1
    for digit in coded:
        part = _DIGITS.index(digit)
        number += part % 32 * power
        power *= 32
        if part < 32:
            at += number
            found.append(at)
            number, power = 0, 1
    return found


@given(st.lists(st.text(alphabet="一二三好\nAa1。", max_size=60), max_size=4))
def test_every_pair_of_a_line_is_found_where_it_stands(texts: list[str]) -> None:
    speeches, pairs = index_of(*texts)
    whole = folded("".join(texts))
    starts = [start for _, start, *_ in speeches]
    assert starts == [sum(map(len, texts[:i])) for i in range(len(texts))]
    for pair, found in pairs.items():
        assert all(whole[at : at + 2] == pair for at in found)
    for text, start in zip(texts, starts, strict=True):
        for at in range(len(text) - 1):
            pair = folded(text[at : at + 2])
            if "\n" not in pair:
                assert isinstance(start, int)
                assert start + at in pairs[pair]


def test_width_and_case_do_not_matter_and_length_is_kept() -> None:
    assert folded("ＡＢＣ１２３ＷＰＳ") == "abc123wps"
    assert len(folded("ﬁ①㎡ß")) == 4


@given(st.text(max_size=80))
def test_a_text_comes_back_from_its_script(text: str) -> None:
    made = Text("slug", text.replace("\ud800", ""), 1, 2)
    assert read_text("slug", text_script(made)) == made
