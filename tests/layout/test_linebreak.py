"""Breaking at its best: whatever the classes and the measure, rules hold where they can hold."""

import importlib.util
import time
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.layout import linebreak
from publisher.layout.clreq import (
    IN_FIGURE,
    IN_WORD,
    MAY_BREAK,
    SEVERABLE,
    Kind,
    Level,
    address_breaks,
    forbidden_break,
)
from publisher.layout.linebreak import break_lines
from publisher.layout.placed import Boxes
from publisher.layout.stretch import Manner, Stretch, measure_stretch

EM = 1000
LEVELS: tuple[Level, ...] = ("none", "basic", "GB", "strict")
ALPHABET = "字的人一二，、。；：！？“”‘’《》（）【】·～／—…%℃￥$aBz059 .-/\u00a0亿元年"
"""At least one of every class."""


def measured(text: str, manner: Manner | None = None) -> Stretch:
    widths = [EM if char >= "\u00b7" or char in "—…" else EM // 2 for char in text]
    boxes = Boxes(list(text), widths, [EM] * len(text))
    return measure_stretch(boxes, lambda _: 0.0, manner or Manner())


def lines(text: str, cells: int, manner: Manner | None = None) -> list[str]:
    ends = break_lines(measured(text, manner), cells * EM)
    return [text[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]


def is_possible(stretch: Stretch, measure: int, ends: int = MAY_BREAK) -> bool:
    """Whether any way keeps all the rules, but for those of ``ends``: lines may be as loose as
    they like, as tight as CLREQ lets them be."""
    count = len(stretch.widths)
    reached = {0}
    for end in range(1, count + 1):
        if end < count and not stretch.flags[end - 1] & ends:
            continue
        last = stretch.last[end]
        for start in reached:
            over = stretch.right[end] - stretch.left[start] - measure
            if over <= max(0, stretch.shrink[max(last, start)] - stretch.shrink[start]):
                reached.add(end)
                break
    return count in reached


def test_the_alphabet_has_every_class() -> None:
    from publisher.layout.clreq import classes_of

    assert {Kind(kind) for kind in classes_of(list(ALPHABET + "5亿"))} == set(Kind)


@settings(deadline=None, max_examples=300)
@given(
    st.text(st.sampled_from(ALPHABET), min_size=1, max_size=90),
    st.integers(6, 40),
    st.sampled_from(LEVELS),
)
def test_characters_stay_in_order_and_rules_hold_where_they_can(
    text: str, cells: int, level: Level
) -> None:
    stretch = measured(text, Manner(level))
    measure = cells * EM
    ends = break_lines(stretch, measure)
    assert ends[-1] == len(text)
    assert all(a < b for a, b in pairwise(ends))
    torn = [end for end in ends[:-1] if not stretch.flags[end - 1] & MAY_BREAK]
    if is_possible(stretch, measure):
        assert torn == []


@settings(deadline=None, max_examples=400)
@given(
    st.text(st.sampled_from(ALPHABET + "0123abc" * 6), min_size=1, max_size=70),
    st.integers(6, 12),
    st.sampled_from(LEVELS),
)
def test_the_rule_of_least_weight_gives_way(text: str, cells: int, level: Level) -> None:
    """A word before a figure, both before a mark; each only where nothing lighter would do."""
    stretch = measured(text, Manner(level))
    measure = cells * EM
    broken = [stretch.flags[b - 1] for b in break_lines(stretch, measure)[:-1]]
    torn = [flags for flags in broken if not flags & MAY_BREAK]
    assert all(flags & SEVERABLE for flags in broken)
    if is_possible(stretch, measure, MAY_BREAK | IN_WORD):
        assert all(flags & IN_WORD for flags in torn)
    elif is_possible(stretch, measure, MAY_BREAK | IN_WORD | IN_FIGURE):
        assert all(flags & (IN_WORD | IN_FIGURE) for flags in torn)


@settings(deadline=None)
@given(
    st.text(st.sampled_from("字的人，。“”"), min_size=1, max_size=60),
    st.integers(6, 20),
    st.data(),
)
def test_phrases_kept_together_never_cost_a_rule(
    text: str, cells: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    manner = Manner(together=[(start, end)])
    stretch = measured(text, manner)
    ends = break_lines(stretch, cells * EM)
    assert ends[-1] == len(text)
    if is_possible(stretch, cells * EM):
        assert all(stretch.flags[b - 1] & MAY_BREAK for b in ends[:-1])


def test_a_phrase_is_kept_where_the_measure_allows_and_parted_where_it_does_not() -> None:
    text = "字" * 27 + "王知秋" + "字" * 20
    kept = Manner(together=[(27, 30)])
    assert lines(text, 28)[0] == "字" * 27 + "王"
    assert lines(text, 28, kept)[0] == "字" * 27
    long = Manner(together=[(0, 40)])
    assert len(lines("字" * 50, 28, long)[0]) == 28


@pytest.mark.parametrize("count", [13, 14, 15, 29, 41, 43])
def test_no_last_line_has_one_character(count: int) -> None:
    for cells in (10, 12, 14, 28):
        found = lines("字" * count + "。", cells)
        assert len(found) == 1 or len(found[-1]) > 2, (count, cells)


def test_a_word_gives_way_before_a_figure_and_a_figure_before_a_mark() -> None:
    for text, cells, weakest in (
        ("（" + "w" * 20 + "）", 6, IN_WORD),
        ("“120亿元”", 3, IN_FIGURE | IN_WORD),
    ):
        stretch = measured(text)
        ends = break_lines(stretch, cells * EM)
        assert len(ends) > 1
        assert all(stretch.flags[b - 1] & weakest for b in ends[:-1]), text


def test_levels_differ_in_marks_alone() -> None:
    assert not forbidden_break("字", "，", "none")
    assert not forbidden_break("（", "字", "none")
    for level in LEVELS:
        for pair in ("——", "……", "ab", "5%", "￥5", "8年", "6亿"):
            assert forbidden_break(*pair, level), (pair, level)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("https://www.example.cn/read/index.html?id=a", ["https://www.", "example.", "cn/", "read/",
         "index.", "html?", "id=a"]),
        ("见 www.example.org/a-b/list 处", ["见 www.", "example.", "org/", "a-", "b/", "list 处"]),
        ("shuwu@mail.example.cn", ["shuwu@mail.", "example.cn"]),
        ("10/20 和 a/b", ["10/20 和 a/b"]),
        ("https://", ["https://"]),
    ],
)  # fmt: skip
def test_addresses_divide_behind_their_marks_and_before_letters(
    text: str, parts: list[str]
) -> None:
    breaks = [0, *address_breaks(list(text)), len(text)]
    assert [text[a:b] for a, b in pairwise(breaks)] == parts


def test_an_address_fills_its_lines_and_needs_no_hyphen() -> None:
    address = "https://www.example.cn/read/index.html"
    assert lines(f"字字{address}。", 22) == [f"字字{address}。"]
    narrow = lines(f"字字字字{address}字字", 9)
    assert "".join(narrow) == f"字字字字{address}字字"
    assert all(line[-1] in "/." for line in narrow[1:-1])


@settings(deadline=None, max_examples=15)
@given(st.text(st.sampled_from(ALPHABET), min_size=20, max_size=60), st.integers(6, 40))
def test_a_paragraph_of_a_hundred_thousand_characters_does_not_hang(text: str, cells: int) -> None:
    text = (text * (100_000 // len(text) + 1))[:100_000]
    start = time.process_time()
    ends = break_lines(measured(text), cells * EM)
    assert ends[-1] == 100_000
    assert time.process_time() - start < 20


def test_marks_in_the_middle_of_their_em_keep_it_where_that_is_the_practice() -> None:
    boxes = Boxes(list("好，」好。"), [EM] * 5, [EM] * 5)
    simplified = measure_stretch(boxes, lambda _: 0.5)
    centred = measure_stretch(boxes, lambda _: 0.5, Manner(centred=True))
    assert simplified.right[-1] == 4 * EM
    assert centred.right[-1] == 5 * EM
    lower_left = measure_stretch(boxes, lambda _: 0.0, Manner(centred=True))
    assert lower_left.right[-1] == 4 * EM


@pytest.mark.parametrize("cells", [7, 12, 28])
@pytest.mark.parametrize("western", [False, True])
def test_no_way_is_cheaper_than_the_one_that_is_found(
    cells: int, western: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dijkstra's order holds as long as no line costs less than nothing: looked at one by one, in
    the order of their breaks, all ways come to the same."""
    searches: list[Any] = []
    best = linebreak._Search.best
    monkeypatch.setattr(
        linebreak._Search, "best", lambda search: searches.append(search) or best(search)
    )
    marked = "他说：“读书，是一生的事。”三年来，全县办了46个馆、118个点；"
    for text in (marked * 4, "一个人读书" * 20, "Our towns grow slowly, and read more. " * 4):
        stretch = measured(text)
        for justify in (True, False):
            break_lines(stretch, cells * EM, 2 * EM, justify=justify, western=western)
    assert len(searches) >= 6
    for search in searches:
        count = len(search.stretch.widths)
        ahead, dues = search._ahead(), linebreak._Dues(search.parted)
        cost = {0: 0.0}
        for start in range(count):
            if start not in cost:
                continue
            for end, line in search._lines(start, ahead, dues):
                assert line >= 0
                total = cost[start] + line + linebreak._LINE
                cost[end] = min(total, cost.get(end, total))
        found = best(search)[0]
        assert found == cost.get(count, linebreak._NEVER)


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    file = Path(__file__).parents[2] / "benchmarks" / "lines.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_lines", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def corpus(benchmark: ModuleType) -> list[tuple[Stretch, set[int]]]:
    return list(benchmark.measured(benchmark.paragraphs()))


@pytest.mark.parametrize("cells", [14, 16, 20, 28, 40])
def test_a_text_is_squeezed_and_stretched_less_than_where_lines_are_filled_one_by_one(
    cells: int, benchmark: ModuleType, corpus: list[tuple[Stretch, set[int]]]
) -> None:
    """All paragraphs of the corpus; first fit leaves their last lines as they fall."""
    measure, indent = cells * benchmark.EM, 2 * benchmark.EM
    best = other = benchmark.Sum()
    for stretch, kept in corpus:
        ends = break_lines(stretch, measure, indent)
        best = best.add(stretch, ends, measure, indent, kept)
        ends = benchmark.first_fit(stretch, measure, indent)
        other = other.add(stretch, ends, measure, indent, kept)
    assert best.squeezed < other.squeezed
    assert best.stretched < other.stretched
    assert best.worst_squeeze < other.worst_squeeze
    assert best.parted < other.parted
    assert (best.alone, other.alone > 10) == (0, True)
