"""Tables: which are data, what they are called, and what is said over them."""

from __future__ import annotations

import pytest

from publisher.compose.data import is_data
from publisher.script import Role
from tests.compose.made import TITLE, made, of_role, speech_of, treated
from tests.outline.build import table

TEXT = "要把这件事情抓紧抓实抓出成效，让群众看得见、摸得着、信得过。"


@pytest.mark.parametrize(
    "rows",
    [
        (("年份", "册数"), ("2023年", "1200"), ("2024年", "1900")),
        (("镇", "完成率", "目标"), ("青山镇", "92.5%", "90%"), ("东河镇", "88%", "90%")),
        (
            ("指标", "2023年（万元）", "2024年（万元）"),
            ("收入", "1,200", "1,350"),
            ("支出", "900", "870"),
        ),
        (("季度", "人次"), ("一季度", "-3.5"), ("二季度", "4.1"), ("三季度", "0")),
    ],
)
def test_categories_and_numbers_of_one_unit_are_data(rows: tuple[tuple[str, ...], ...]) -> None:
    assert is_data(table(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        (("任务", "责任人"), ("修路", "张山"), ("种树", "李河")),
        (("指标", "2024年"), ("客运量（万人次）", "43.5"), ("正点率（%）", "94.6")),
        (("年份", "产量（吨）", "产值（万元）"), ("2023年", "12", "300"), ("2024年", "14", "340")),
        (("行业", "起数", "同比"), ("运输", "9", "减少2起"), ("建筑", "4", "增加1起")),
        (("年份", "册数"), ("2023年", ""), ("2024年", "1900")),
        (("序号", "册数"), ("1", "1200"), ("2", "1900")),
        (("年份", "册数"), ("2023年", "1200")),
        (("镇", "亩"), ("青山镇", "30亩"), ("东河镇", "20户")),
        (("镇", "数"), *((f"第{i}镇", "5") for i in range(20))),
    ],
)
def test_words_gaps_and_several_units_are_not(rows: tuple[tuple[str, ...], ...]) -> None:
    assert not is_data(table(*rows))


def test_merged_cells_are_not() -> None:
    plain = table(("年份", "册数"), ("2023年", "1"), ("2024年", "2"))
    first = plain.rows[0][0]._replace(columns=2)
    assert is_data(plain)
    assert not is_data(plain._replace(rows=((first, plain.rows[0][1]), *plain.rows[1:])))


WORDS = table(("任务", "责任人"), ("修路", "张山"), ("种树", "李河"))


def test_a_table_that_is_no_data_stays_one_and_says_so() -> None:
    speech = speech_of(*TITLE, "一、分工", WORDS, "二、要求", TEXT)
    script, notices = treated(speech, charts=True)
    assert [s.role for s in script.slides if s.table] == [Role.TABLE]
    assert [(n.code, dict(n.values)) for n in notices] == [("table-not-data", {"title": "分工"})]
    assert treated(speech)[1] == []


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("表1　任务分工", "表1　任务分工"),
        ("任务分工情况见下表。", "任务分工情况"),
        ("具体的任务和责任人，大家看这张表。", "具体的任务和责任人"),
        ("大家辛苦了。", "分工"),
    ],
)
def test_a_table_is_called_by_its_caption_or_by_what_leads_to_it(before: str, title: str) -> None:
    script = made(*TITLE, "一、分工", before, WORDS, "二、要求", TEXT)
    (slide,) = of_role(script, Role.TABLE)
    assert slide.title is not None
    assert slide.title.text == title
    assert before in [piece.text for piece in slide.notes]
    assert of_role(script, Role.STATEMENT) == []
