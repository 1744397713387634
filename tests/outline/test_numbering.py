"""Every kind of number in the table is recognised, and its decoys are not."""

from __future__ import annotations

import pytest

from publisher.outline.kinds import LINE_KINDS, POINT_KINDS
from publisher.outline.numbering import line_marker, point_marker


@pytest.mark.parametrize("kind", LINE_KINDS + POINT_KINDS, ids=lambda kind: kind.name)
def test_each_kind_finds_its_own_example(kind):
    found = line_marker(kind.example + " 加强领导")
    assert found is not None
    assert found.kind is kind
    assert found.value in {0, 1, 2}  # 0: the last of however many


@pytest.mark.parametrize(
    ("text", "literal", "value", "title"),
    [
        ("一、总体要求", "一、", 1, "总体要求"),
        ("十二、总体要求", "十二、", 12, "总体要求"),
        ("二十一、总体要求", "二十一、", 21, "总体要求"),
        ("（三）总体要求", "（三）", 3, "总体要求"),
        ("(三)总体要求", "(三)", 3, "总体要求"),
        ("（四）、总体要求", "（四）", 4, "总体要求"),
        ("㈡总体要求", "㈡", 2, "总体要求"),
        ("2.总体要求", "2.", 2, "总体要求"),
        ("2．总体要求", "2．", 2, "总体要求"),
        ("２、总体要求", "２、", 2, "总体要求"),
        ("2) 总体要求", "2)", 2, "总体要求"),
        ("（2）总体要求", "（2）", 2, "总体要求"),
        ("⑵总体要求", "⑵", 2, "总体要求"),
        ("③总体要求", "③", 3, "总体要求"),
        ("1.2 总体要求", "1.2", 2, "总体要求"),
        ("第二部分　总体要求", "第二部分", 2, "总体要求"),
        ("第2章 总体要求", "第2章", 2, "总体要求"),
        ("一要在组织上覆盖", "一要", 1, "在组织上覆盖"),
        ("三是落实责任", "三是", 3, "落实责任"),
        ("一需强化观念", "一需", 1, "强化观念"),
        ("其三，塑造特色", "其三", 3, "塑造特色"),
        ("第二，落实责任", "第二", 2, "落实责任"),
        ("第一是要有信心", "第一是", 1, "要有信心"),
        ("第三个方面，落实责任", "第三个方面", 3, "落实责任"),
        ("首先，提高认识", "首先", 1, "提高认识"),
        ("再次，提高认识", "再次", 3, "提高认识"),
        ("最后，提高认识", "最后", 0, "提高认识"),
        ("IV. Our next steps", "IV.", 4, "Our next steps"),
        ("B. People always", "B.", 2, "People always"),
        ("Part Two: Our next steps", "Part Two:", 2, "Our next steps"),
        ("Secondly, we will act", "Secondly", 2, "we will act"),
        ("Finally, we will act", "Finally", 0, "we will act"),
    ],
)
def test_a_marker_has_its_literal_its_value_and_the_place_of_the_title(text, literal, value, title):
    found = line_marker(text)
    assert found is not None
    assert (found.literal, found.value, text[found.title_at :]) == (literal, value, title)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全县生产总值继续增长",
        "5.5%的增速来之不易",
        "3、4月份开展了活动",
        "一、二、三产业融合发展",
        "二、三线城市面临的问题",
        "第一产业增加值继续增长",
        "第一季度开局良好",
        "第一书记驻村帮扶",
        "第一要务是发展",
        "一是一，二是二",
        "一应俱全的服务设施",
        "其一生都在守护这片山林",
        "一要素保障到位",
        "再次感谢大家的支持",
        "第一章程规定了权利",
        "第一、二座的外墙渗水",
        "第一遍是在学校里读的",
        "1.5毫米厚的一层",
        "A股市场平稳运行",
        "一个地方有一个地方的特色",
    ],
)
def test_what_only_looks_like_a_number_is_none(text):
    assert line_marker(text) is None


def test_points_are_not_found_in_the_middle_of_a_word():
    assert point_marker("统一要求", 0) is None
    assert point_marker("统一要求", 2) is None


def test_a_number_ends_with_its_line() -> None:
    found = point_marker("第一部分\n其次，", 0)
    assert found is not None
    assert found.literal == "第一部分"
