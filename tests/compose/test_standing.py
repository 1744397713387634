"""Which clauses stand by themselves, each rule with a sentence that it refuses."""

from __future__ import annotations

import pytest

from publisher.compose.clauses import sentences
from publisher.compose.condense import Wish, pick, spoken_sentences
from publisher.compose.standing import begins_alone, caused, ends_alone, leans, says_something
from publisher.traditional import simplified
from tests.compose.made import piece


def stands(text: str, first: int = 0, last: int = 0) -> bool:
    plain = simplified(text)
    sentence = sentences(plain)[0]
    return begins_alone(plain, sentence, first) and ends_alone(plain, sentence, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("全县的粮食产量年年增长，但是种粮人的收入没有跟上。", 0, 0),
        ("连续两次排在末位的，主要负责同志要向市委说明情况。", 0, 0),
        ("智能检修平台上线以后，老师傅们也要重新学起来。", 0, 0),
        ("傍晚六点到晚上九点，全市的用水量达到每小时五万吨。", 0, 0),
        ("随着气温的不断升高，用水的高峰就要到来。", 0, 0),
        ("党员干部要做到一帮思想，二帮技术，三帮生活。", 0, 0),
        ("每名党员联系两名群众，一帮思想。二帮技术。", 0, 1),
        ("如果没有稳定的经费来源，扎实推进就是一句空话。", 1, 1),
        ("我们绝不能只建不管，健全长效机制是关键所在。", 1, 1),
        ("力争在明年年底之前，完成全部书屋的改造提升任务。", 1, 1),
        ("重点是三件事：加快建设乡村的书屋和农家的学堂。", 1, 1),
        ("這些做法值得在全縣範圍內認真總結推廣。", 0, 0),
        ("如何才能把书屋真正办好办实办出成效？", 0, 0),
        ("（音乐起，请获奖的代表依次上台领奖）", 0, 0),
        ("老支书对大家说：“先修路。”", 0, 1),
    ],
)
def test_what_would_lose_something_is_refused(text: str, first: int, last: int) -> None:
    assert not stands(text, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("全县的粮食产量年年增长，但是种粮人的收入没有跟上。", 0, 1),
        ("书屋要建在人常走的地方，方便大家顺路借书还书。", 0, 0),
        ("全镇建成书屋二十三座，扎实推进全民阅读走进千家万户。", 1, 1),
        ("就业是民生之本，必须放在更加突出的位置。", 0, 1),
        ("如今的书屋天天有人，处处有书香和笑声。", 0, 0),
    ],
)
def test_what_is_whole_stands(text: str, first: int, last: int) -> None:
    assert stands(text, first, last)


@pytest.mark.parametrize(
    "words",
    [
        "各位来宾，大家上午好",
        "感谢各位的到来",
        "我给大家讲一个真实的例子",
        "打个比方",
        "听众朋友，晚上好",
        "我说完了，多谢大家",
        "下面我讲三点意见",
    ],
)
def test_greetings_thanks_and_talk_about_the_talk_say_nothing(words: str) -> None:
    assert not says_something(words) or leans(words)


def test_what_others_are_made_to_do_is_the_last_choice() -> None:
    text = "教育引导各级党员干部，自觉把个人奋斗融入建设事业。全面夯实基层治理的各项基础工作。"
    (first, _) = sentences(text)
    assert caused(text, first, 1)
    found = pick((piece(text),), Wish(16, 20))
    assert found is not None
    assert found.text == "全面夯实基层治理的各项基础工作"


@pytest.mark.parametrize("tag", ["答：", "主持人：", "尹春和：", "沈砚："])
def test_who_speaks_is_no_part_of_what_is_said(tag: str) -> None:
    text = tag + "补贴办法就贴在居委会门口的墙上。"
    assert text[spoken_sentences(text)[0][0].start :] == text.removeprefix(tag)
    found = pick((piece(text),), Wish(16, 30))
    assert found is not None
    assert found.text == "补贴办法就贴在居委会门口的墙上"


@pytest.mark.parametrize("lead", ["老支书说：", "例如：", "目标："])
def test_other_words_before_a_colon_are(lead: str) -> None:
    text = lead + "先修路，再种树。"
    assert spoken_sentences(text)[0][0].start == 0
