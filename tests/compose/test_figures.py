"""Key figures: digits with a unit, each with the clause that says what it measures."""

from __future__ import annotations

import pytest

from publisher.compose.figures import as_points, figures, key_figures
from publisher.script import Role
from tests.compose.made import TITLE, made, of_role, piece, titles


def found(text: str) -> list[tuple[str, str]]:
    return [(figure.words.text, figure.clause.text) for figure in figures((piece(text),))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全年地区生产总值增长5.5%。", "5.5%"),
        ("全县完成固定资产投资120亿元。", "120亿元"),
        ("新建高标准农田3.2万亩。", "3.2万亩"),
        ("各馆接待读者21.5万人次。", "21.5万人次"),
        ("签订搬迁协议1 291户。", "1 291户"),
        ("外借图书12,300册次。", "12,300册次"),
        ("全县有7300多名孩子随祖辈生活在村里。", "7300多名"),
        ("每亩节水30—50立方米。", "30—50立方米"),
        ("城鄉居民人均可支配收入突破３萬元。", "３萬元"),
        ("Attendance rose by 45% in a single year.", "45%"),
        ("The county lent 1.2 million books last year.", "1.2 million"),
    ],
)
def test_a_figure_is_as_written(text: str, words: str) -> None:
    assert [each[0] for each in found(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全县上下拼搏进取。",
        "3月22日，会议在县城召开。",
        "综合排名居全省第3位。",
        "认真执行条例第12条的规定。",
        "咨询电话是0571-87654321。",
        "建校70周年的时候我们再相聚。",
        "会议定于9:30开始。",
        "接到报警30分钟内到达现场。",
        "镇级河长每月巡河2次。",
        "全镇尚有6个村民小组没有接入管网。",
        "20XX年投入XX万元。",
        "他今年已经72岁了。",
        "第3批主题教育已经展开。",
        "四成的农户还没有参加。",
        "三年前是1.4‰。",
    ],
)
def test_dates_ordinals_ages_and_small_counts_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        # What leans on the clause before it comes with it.
        (
            "全县粮食总产量达到28.6万吨，比上年增长3.1%。",
            ["全县粮食总产量达到28.6万吨，比上年增长3.1%"],
        ),
        # A hedge holds for all of its sentence.
        ("预计全年实现产值30亿元，税收2.1亿元。", ["预计全年实现产值30亿元，税收2.1亿元"]),
        ("力争到明年年底，覆盖率达到95%。", ["力争到明年年底，覆盖率达到95%"]),
        # The year goes with the first figure.
        (
            "2024年，实现产值30亿元，税收2.1亿元。",
            ["2024年，实现产值30亿元", "税收2.1亿元"],
        ),
        # Where the first clause only says when or among what, it is no figure's.
        ("营运车辆156台中，新能源车达到129台。", ["营运车辆156台中，新能源车达到129台"]),
        # A figure that begins a short clause is what the next speaks of.
        ("3.5万元左右，是一户大致要出的数目。", ["3.5万元左右，是一户大致要出的数目"]),
        # Neither a list nor a quotation is cut into.
        ("经费中购书380万元、人员160万元、维修320万元。", []),
        ("他说：“去年一年就借出去12万册。”", []),
    ],
)
def test_the_clause_keeps_what_it_leans_on(text: str, clauses: list[str]) -> None:
    assert [each[1] for each in found(text)] == clauses


def test_two_that_stand_out_are_a_slide_and_small_ones_are_not() -> None:
    assert len(key_figures(figures((piece("新开线路19条，日均客运量达到1.86万人次。"),)))) == 2
    assert key_figures(figures((piece("名字上墙的有38名，新增志愿者15名。"),))) == ()
    many = "新增12.5万人，投入3亿元，建成15公里，覆盖98%，培训45人，发放320册。"
    kept = [figure.words.text for figure in key_figures(figures((piece(many),)))]
    assert len(kept) == 4
    assert {"12.5万人", "3亿元", "98%"} <= set(kept)


def test_a_clause_stands_without_its_figure_only_where_all_read_on() -> None:
    bare = figures((piece("全年报废老旧柴油车21台，新购纯电动车17台。"),))
    assert [point.support.text for point in as_points(bare) if point.support] == [
        "全年报废老旧柴油车",
        "新购纯电动车",
    ]
    leaning = figures((piece("全年报废老旧柴油车21台，新能源车达到129台。"),))
    assert [point.support.text for point in as_points(leaning) if point.support] == [
        "全年报废老旧柴油车21台",
        "新能源车达到129台",
    ]


def test_running_text_with_figures_is_a_slide_of_them() -> None:
    body = (
        "全年优化线路19条，日均客运量达到1.86万人次。群众说，车多了，路近了，出门方便了，"
        "去县城看病再也不用起大早，赶集回来也不用在路口等上半天。"
    )
    plan = "要把每一条线路都管好用好，让群众满意。" * 2
    script = made(*TITLE, "一、工作回顾", body, "二、下步打算", plan)
    (slide,) = of_role(script, Role.FIGURES)
    assert titles(slide) == ["19条", "1.86万人次"]
    assert slide.spoken()[-1].text == body
