"""What the lines between title and address are: subtitle, speaker, occasion, date."""

from __future__ import annotations

import re

from publisher.outline.roles import is_date, is_outer, is_secrecy
from publisher.traditional import simplified

_PLACE = "(?:会|班|上|仪式|活动|讲堂|论坛|典礼|现场)"
_DASHES = ("——", "—", "--", "──", "－－", "――")
_SPEECH = "(?:讲话|发言|致辞|致词|报告|汇报|演讲|主持词|主持稿|发言稿|讲话稿|演讲稿|党课|述职)"
_SPEAKING = (
    "(?:主讲|发言|汇报|讲话|宣讲|报告|授课|述职|演讲|致辞|主持|作者|单位|姓名|职务|学员|承诺|倡议)"
    "(?:人|者|单位)?\\s*[：:]"
)
_OCCASION = (
    f"(?:.{{4,14}}[年月日][，,]? *)?(?:在|于).{{4,60}}{_PLACE}$"
    "|.{4,40}(?:栏目|节目|[第总].{1,6}期)$|.{4,40}(?:会议材料|会议|大会|座谈会|研讨会|推进会|动员会|交流会|年会|论坛|讲坛|典礼|仪式|培训班)(?:之.{1,3})?$|(?:.{0,10})(?:录音|记录)整理$"
)
_OCCASIONS = tuple("会 班 上 仪式 活动 讲堂 论坛 讲坛 典礼 现场 栏目 节目 期 整理".split())
"""One of them is in each occasion. Patterns of a line are compiled where it has their signs."""
_ON_OCCASION = (
    f"在.{{4,70}}的{_SPEECH}(?:提纲|稿|材料)?$|(?:Remarks|Address|Speech|Keynote)\\b.{{0,80}}$"
)
_TITLE_ENDS = tuple(
    "讲话 发言 致辞 致词 贺词 报告 汇报 材料 体会 党课 演讲 述职 主持词 主持稿 提纲 宣讲 寄语 "
    "感悟 总结 倡议书 表态 讲义 辞 词 稿 记者问 speech remarks address".split()
)
_TITLE_THEN_ADDRESS = (
    rf"(.{{4,60}}?{_SPEECH})\s*((?:尊敬的|各位|同志们|同学们|老师们|女士们)[^。；？]{{0,40}}[：:])"
)
_SURNAMES = tuple("欧阳 司马 上官 诸葛 司徒 东方 尉迟 皇甫 慕容 令狐".split())
_NOBODY = frozenset("×XＸ某")
_OFFICES = tuple(
    "书记 主任 主席 教授 研究员 讲师 代表 委员 同志 支部 党委 党组 公司 总裁 总监 经理 镇长 "
    "乡长 县长 区长 市长 省长 州长 局长 处长 科长 部长 院长 校长 园长 会长 厅长 组长 所长 馆长 "
    "站长 队长 董事长 秘书长 理事长 村长 社长 总长 班长 行长 厂长 矿长 店长 台长 团长 政委 "
    "工程师 总工 医师 会长 干事 专员 巡视员 调研员 学员".split()
)
_UNITS = tuple(
    "小组 支部 总支 党委 党组 委员会 办公室 政府 局 厅 医院 学校 中学 小学 大学 学院 公司 集团 "
    "中心 协会 联合会 工会 法院 检察院 研究院 学会 大队 分局 支队 党校 总站 银行 指挥部 组织部 "
    "宣传部 统战部 办事处 管委会 村委会 居委会 团委 妇联 总工会 合作社".split()
)
_ADDRESSED = (*_UNITS, "常委会", "党委", "部", "会", "县委", "市委", "省委", "区委")
_VENUES = tuple(
    "剧场 剧院 影院 礼堂 会堂 会议室 会商室 会议中心 报告厅 发布厅 演播厅 多功能厅 大厅 广场 "
    "体育馆 图书馆 文化宫 俱乐部 教室 会场 操场 书院".split()
)
_DOING = tuple(
    "建 打造 推动 推进 加强 提升 做 抓 让 走 办 强 守 为 把 与 和 以 从 用 是 在 的".split()
)


def ends_as_title(text: str) -> bool:
    """Whether a line ends in a word for a speech: 讲话, 发言稿, 汇报材料."""
    line = simplified(text.strip()).lower()
    for more in ("提纲", "稿", "材料"):
        line = line.removesuffix(more) or line
    return line.endswith(_TITLE_ENDS)


def title_then_address(text: str) -> int | None:
    """Where the address begins in a line that holds the title too: …的讲话同志们：."""
    line = simplified(text)
    if "：" not in line and ":" not in line:
        return None
    found = re.match(_TITLE_THEN_ADDRESS, line)
    return None if found is None else found.start(2)


def _is_person(line: str) -> bool:
    """A name (张　三), an office (县委书记), or both."""
    if len(line) > 30 or line.endswith(("。", "；", "，")):
        return False
    if _is_name(line) or line.endswith(_OFFICES):
        return True
    at, office = max((line.rfind(office) + len(office), office) for office in _OFFICES)
    if office in line and _is_name(line[at:].lstrip()):
        return True
    first, blank, behind = line.replace("\u3000", " ").partition(" ")
    return blank != "" and len(first) > 1 and _is_name(behind.lstrip())


def _is_name(words: str) -> bool:
    """张三, 欧阳小雨, 张　三, ×××."""
    words = words.removesuffix("\n")
    size = len(words)
    if not 2 <= size <= 6:
        return False
    letters = [char.isalnum() and not char.isdecimal() for char in words]
    if all(letters):
        return size <= 3 or (size <= 5 and words.startswith(_SURNAMES))
    spaced = letters[0] and letters[-1] and not words[1:-1].strip(" \u3000")
    return (spaced and size > 2) or (size <= 4 and _NOBODY.issuperset(words))


def _is_english_person(line: str) -> bool:
    """Eleanor Marsh, Harbour Master of Port Alder: words with capitals, and a comma."""
    words = [word for word in line.split() if len(word) > 3]
    return line.isascii() and "," in line and len(words) > 1 and all(w[0].isupper() for w in words)


def is_unit(line: str) -> bool:
    """The name of a unit: 青石县人民医院."""
    return 3 < len(line) <= 30 and line.endswith(_UNITS) and not line.startswith(_DOING)


def _is_venue(line: str) -> bool:
    """Where it takes place, and perhaps when: 二楼阶梯教室　周四下午."""
    return len(line) <= 30 and any(part.endswith(_VENUES) for part in line.split()[:2])


def is_addressee(text: str) -> bool:
    """A unit that is addressed on a line of its own: 市人大常委会："""
    line = simplified(text.strip())
    return line[-1:] in ("：", ":") and 2 < len(line) <= 20 and line[:-1].endswith(_ADDRESSED)


def _is_occasion(line: str) -> bool:
    """Where and when it was given: 在全县教育工作会议上."""
    return any(sign in line for sign in _OCCASIONS) and re.match(_OCCASION, line) is not None


def _names_speaker(line: str) -> bool:
    """主讲人：张三."""
    return ("：" in line or ":" in line) and re.match(_SPEAKING, line) is not None


def front_role(text: str) -> str | None:
    """The role of a line between title and address, by its words; None if they do not say."""
    line = simplified(text.strip())
    if is_date(line):
        return "date"
    if is_outer(line):
        return None
    if is_secrecy(line):
        return "secrecy"
    bracketed = line.startswith(("（", "(")) and line.endswith(("）", ")"))
    bare = line.strip("（）()")
    if bracketed and _is_occasion(bare):
        return "occasion"
    if line.startswith(_DASHES) or (line[:1] in "在RASK" and re.match(_ON_OCCASION, line)):
        return "subtitle"
    if _names_speaker(line) and not any(mark in line for mark in "。！？"):
        return "speaker"
    if _is_occasion(line) or _is_venue(bare):
        return "occasion"
    if _is_person(bare) or is_unit(bare) or _is_english_person(line):
        return "speaker"
    return "subtitle" if bracketed else None
