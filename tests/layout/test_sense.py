"""Titles broken by sense (GB/T 9704 7.3.1)."""

from __future__ import annotations

import functools
import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from budoux import parser
from hypothesis import given
from hypothesis import strategies as st

from publisher.geometry import pt
from publisher.layout.clreq import forbidden_break
from publisher.layout.segment import _guessed_ends, segment
from publisher.layout.sense import break_title
from publisher.typeface.registry import Typefaces, load_typefaces


@functools.cache
def faces() -> Typefaces:
    return load_typefaces()


def broken(text: str, cells: float, max_lines: int = 4) -> tuple[str, ...] | None:
    return break_title(text, "biaosong", pt(22), round(pt(22) * cells), faces(), max_lines)


def test_two_meetings_of_one_title_are_parted_between_them() -> None:
    title = "在全县防汛抗旱暨小型水库安全度汛工作会议上的讲话"
    assert broken(title, 18) == ("在全县防汛抗旱", "暨小型水库安全度汛工作会议上的讲话")
    assert broken(title, 13) == ("在全县防汛抗旱", "暨小型水库安全度汛", "工作会议上的讲话")


def test_no_single_character_is_left_behind_a_mark() -> None:
    assert broken("市人大常委会副主任、市总工会主席　林秀榕", 12) == (
        "市人大常委会副主任、", "市总工会主席　林秀榕",
    )  # fmt: skip


@pytest.mark.parametrize("cells", [16, 20.1, 24])
def test_a_long_title_breaks_behind_the_body_that_meets_and_before_the_occasion(
    cells: float,
) -> None:
    assert broken("在某某镇委理论学习中心组深入学习城市工作会议精神专题研讨会上的发言", cells) == (
        "在某某镇委理论学习中心组",
        "深入学习城市工作会议精神",
        "专题研讨会上的发言",
    )


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (14, "深刻把握核心要义，/筑牢高质量发展思想根基"),
        (14, "聚焦关键领域突破，/擘画某某现代化新图景"),
        (9, "在组织体系上/坚持全域覆盖"),
        (9, "在理论武装上/做到融会贯通"),
        (7, "强化群众观念/核心地位"),
        (7, "聚焦民生需求/精准施策"),
        (7, "构建共建共治/共享格局"),
        (9, "引育创新主体，/激活源头活水"),
        (9, "在全市教育/工作会议上的讲话"),
        (16, "以高质量党建引领高质量发展/——在全校党员大会上的党课"),
        (16, "2025年度党支部书记/抓基层党建工作述职报告"),
        (10, "让青春在不懈奋斗中/绽放绚丽之花"),
        (18, "让青春在不懈奋斗中绽放绚丽之花/——在2026届毕业典礼上的致辞"),
        (20, "深入学习贯彻/习近平新时代中国特色社会主义思想"),
        (14, "关于进一步加强/安全生产工作的几点意见"),
        (20, "在云岫公交公司第三届职工代表大会/第二次会议上的工作报告"),
        (12, "在2026年春季学期/开学典礼上的讲话"),
        (14, "抓住建馆用馆的关键，/把好书送到人的手边"),
        (20, "在青禾县公共服务高质量发展推进大会/暨城乡公交一体化工作会议上的讲话"),
    ],
)
def test_titles_of_many_kinds_break_where_a_reader_pauses(cells: float, lines: str) -> None:
    assert broken(lines.replace("/", ""), cells) == tuple(lines.split("/"))


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert broken("在组织体系上坚持全域覆盖", 12) == ("在组织体系上坚持全域覆盖",)


def test_line_breaks_that_the_author_made_come_first() -> None:
    assert broken("让书香\n走进村庄", 20) == ("让书香", "走进村庄")


def test_a_set_phrase_that_no_line_holds_is_not_broken_by_sense() -> None:
    assert broken("习近平新时代中国特色社会主义思想", 10) is None


def test_too_few_lines_are_refused() -> None:
    assert broken("深刻把握核心要义，筑牢高质量发展思想根基", 14, 1) is None


def test_names_of_ones_own_are_kept_whole() -> None:
    words = ("青云山国家公园",)
    assert "青云山国家公园" in segment("走进青云山国家公园建设一线", frozenset(words))


TITLES = st.lists(
    st.sampled_from([
        "在", "全县", "上", "的", "讲话", "，", "推进会", "高质量发展", "坚持", "和", "《", "》",
        "2026年",
        "乡村振兴", "深入", "学习", "中", "“", "”", "党支部", "工作", "鹭", "鸶", "AI",
    ]),
    min_size=1,
    max_size=16,
).map("".join)  # fmt: skip


@given(TITLES, st.integers(6, 18))
def test_any_title_comes_out_whole_within_its_measure_and_by_the_rules(
    text: str, cells: int
) -> None:
    lines = broken(text, cells)
    if lines is None:
        return
    assert "".join(lines) == text
    for before, after in itertools.pairwise(lines):
        assert not forbidden_break(before[-1], after[0])
        assert after[0] != "的"
        assert after[0] != "和" or not before[-1].isalnum()
    assert len(lines) == 1 or sum(char.isalnum() for char in lines[-1]) >= 2


@given(TITLES)
def test_words_joined_are_the_title(text: str) -> None:
    assert "".join(segment(text)) == text


def test_running_text_fills_its_lines_where_a_title_is_balanced() -> None:
    text = "坐在馆里等读者，来的总是那几个人，没有什么变化"
    assert broken(text, 18) == ("坐在馆里等读者，", "来的总是那几个人，", "没有什么变化")
    running = break_title(text, "sans", pt(22), pt(22) * 18, faces(), running=True)
    assert running == ("坐在馆里等读者，来的总是那几个人，", "没有什么变化")


def test_words_are_guessed_as_budoux_guesses_them() -> None:
    file = Path(parser.MODEL_DIR, "zh-hans.json")
    theirs = parser.Parser(json.loads(file.read_text(encoding="utf-8")))
    for text in (
        "坐在馆里等读者，来的总是那几个人",
        "农村家庭知道家门口有书可借",
        "田",
        "AI改变生活",
    ):
        ends = list(itertools.accumulate(len(chunk) for chunk in theirs.parse(text)))
        assert _guessed_ends(text) == ends[:-1]


def test_the_model_is_not_loaded_for_words_of_ours() -> None:
    code = (
        "import sys; from publisher.layout.segment import _guessed_ends, segment;"
        "segment('深刻把握核心要义，筑牢高质量发展思想根基'); from publisher.layout import segment;"
        "print(segment._model.cache_info().currsize, 'budoux' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0 False"
