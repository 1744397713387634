"""Speeches by the hundred: told apart by topic, speaker, kind, date and a phrase of their own."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.speeches import make_speech

TOPICS = (
    "河湖治理 乡村阅读 公交服务 校园安全 医保改革 老旧小区 防汛抗旱 粮食生产 招商引资 垃圾分类 "
    "森林防火 人才引进 社区养老 青年就业 数字乡村 文物保护 食品安全 交通治堵 科技创新 志愿服务 "
    "节水灌溉 果树修剪 职业教育 电商物流 博物馆建设"
).split()
KINDS = ("推进会", "动员会", "总结会", "座谈会", "启动仪式")
SPEAKERS = (
    "县长　李和", "副县长　沈知秋", "教育局局长　周明远", "水利局局长　韩树", "镇党委书记　陆小禾",
)  # fmt: skip
_SAID = (
    "{t}关系千家万户，办好这件事要有细水长流的耐心。",
    "过去一年，我们围绕{t}做了{n}件实事，群众看得见、摸得着。",
    "也要看到，{t}还有短板：有的地方热闹一阵，冷清一年。",
    "要把{t}放在心上，一件事一件事地办，一个村一个村地走。",
    "基层的同志讲得好：办法总比困难多，{t}更是如此。",
    "今年{t}要新增{n}处示范点，六月底前完成，年底统一验收。",
    "各单位要算清{t}这本账，把{n}万元用在刀刃上。",
    "做好{t}，既靠制度，也靠人，更靠日复一日的功夫。",
)
_HEADS = (("认清{t}的分量", "抓住{t}的关键", "健全{t}的机制"),
          ("{t}为什么重要", "{t}难在哪里", "{t}怎么办好"))  # fmt: skip


def own_phrase(number: int) -> str:
    """Three characters that speech ``number`` has in the middle of its text, and no other."""
    first, second, third = (
        0x6C00 + number // 100,
        0x7200 + number // 10 % 10,
        0x7300 + number % 10,
    )
    return chr(first) + chr(second) + chr(third)


def paragraphs(number: int) -> tuple[str, ...]:
    """The text of speech ``number``: the same for the same number."""
    chance = Random(number)
    topic, other = chance.sample(TOPICS, 2)
    speaker, kind = chance.choice(SPEAKERS), chance.choice(KINDS)
    date = f"{chance.randint(2019, 2025)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"

    def said(count: int, about: str = topic) -> str:
        picked = chance.sample(_SAID, count)
        return "".join(each.format(t=about, n=chance.randint(3, 98)) for each in picked)

    lines = [f"在全县{topic}{kind}上的讲话", speaker, f"（{date}）", "同志们：", said(3)]
    for mark, head in zip("一二三", chance.choice(_HEADS)):
        lines.append(f"{mark}、{head.format(t=topic)}")
        lines += [said(chance.randint(3, 5)) for _ in range(chance.randint(1, 3))]
        for place, wish in zip("一二", ("实", "细")):
            lines += [f"（{place}）{topic}要{wish}", said(3)]
    lines.insert(8, f"档案里有一句话常被引用，编号是{own_phrase(number)}，至今仍有用处。")
    lines.append(f"同{other}相比，这件事更要久久为功。" + said(2, other))
    lines.append("谢谢大家！")
    return tuple(lines)


def make_many(folder: Path, count: int) -> list[Path]:
    """``count`` speeches in ``folder``, a hundred to a subfolder."""
    return [
        make_speech(
            folder / f"{number // 100:02d}" / f"speech-{number:04d}.docx", paragraphs(number)
        )
        for number in range(count)
    ]
