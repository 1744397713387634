"""What short lines at the beginning and the end of a speech are: names, dates, addresses, thanks.

All patterns match one paragraph's text without blanks at its ends.
"""

from __future__ import annotations

import re

_WHO = (
    "同志们|同志|朋友们|朋友|同学们|同学|老师们|老师|代表们|委员们|战友们|同仁们|同事们|同事|校友们|家长们|家长"
    "|乡亲们|父老乡亲|女士们|先生们|女士|先生|来宾|嘉宾|领导|评委|代表|委员|伙伴们|伙伴|干部|党员|企业家|专家|学者"
    "|书记|主任|主席|局长|部长|校长|院长|市长|县长|镇长|区长|省长|处长|会长|总经理|董事长|常委|姐妹们|员工|长辈"
    "|青年们|孩子们|听众|观众|网友|大家|们"
)
_ENGLISH = r"(?:Dear|Distinguished|Honou?red|Respected|Ladies|Comrades|Colleagues|Friends|Mr|Madam)"
SALUTATION = re.compile(
    rf"(?:(?:尊敬的|敬爱的|亲爱的|各位|同志|女士|先生|朋友|老师|同学|代表|委员|战友)[^。；？“”]{{0,60}}?"
    rf"|[^。；？：:，,“”]{{0,16}}(?:书记|主任|主席|长|总)[，,、][^。；？：:“”]{{0,40}}?|)"
    rf"(?:{_WHO})\s*(?:[（(][^）)]{{0,12}}[）)])?\s*[：:！!]"
    rf"|{_ENGLISH}[^.:]{{0,80}}[:,]"
)
"""An address that ends with a colon (or an exclamation mark): the beginning of a paragraph."""
_VERB = re.compile("强调|指出|要求|告诉|教导|希望|关心|需要|坚持|认为|讲过|说过|必须|要")

# Dates are matched with their numerals of every kind as 9: 二〇二五年, 20XX年, ____年.
_NUMERALS = {ord(c): "9" for c in "0123456789０１２３４５６７８９〇○零一二三四五六七八九十XxＸ×_"}
_DATE = re.compile(
    r"9{2,4} *年(?: *(?:9{1,4}| +) *月(?: *(?:9{1,4}| +) *(?:日|号))?)?(?: *(?:上午|下午|晚))?"
    r"|9{4}[./-]9{1,2}[./-]9{1,2}|[A-Z][a-z]{2,8} 9{1,2},? 9{4}"
)
_PLACE = "(?:会|班|上|仪式|活动|讲堂)"
_DASH = re.compile("(?:——|—|--|──|－－)")
_SPEAKING = re.compile(
    "(?:主讲|发言|汇报|讲话|宣讲|报告|授课|述职|演讲|致辞|主持|作者|单位|姓名)(?:人|者|单位)?\\s*[：:]"
)
_LETTER = r"[^\W\d_]"
_HAN_NAME = (
    rf"(?:(?:欧阳|司马|上官|诸葛|司徒|东方|尉迟|皇甫|慕容|令狐)?{_LETTER}{{2,3}}"
    rf"|{_LETTER}[ \u3000]{{1,4}}{_LETTER}|×{{2,4}})$"
)
_NAME = re.compile(_HAN_NAME)
_OFFICES = tuple(
    (
        "书记 主任 主席 教授 研究员 讲师 代表 委员 同志 支部 党委 党组 公司 总裁 总监 经理 "
        "镇长 乡长 县长 区长 市长 省长 州长 局长 处长 科长 部长 院长 校长 园长 会长 厅长 组长 "
        "所长 馆长 站长 队长 董事长 秘书长 理事长 村长 社长 总长 班长 行长"
    ).split()
)
_OCCASION = re.compile(
    f"(?:.{{4,14}}[年月日][，,]? *)?(?:在|于).{{4,60}}{_PLACE}$"
    "|.{4,40}(?:会议材料|会议|大会|座谈会|研讨会)(?:之.{1,3})?$"
)
_SPEECH = "(?:讲话|发言|致辞|报告|汇报|演讲|主持词|发言稿|讲话稿|演讲稿)"
_ON_OCCASION = re.compile(f"在.{{4,70}}的{_SPEECH}(?:提纲|稿|材料)?$")
TITLE_END = re.compile(
    "(?:讲话|发言|致辞|贺词|报告|汇报|材料|体会|党课|演讲|述职|主持词|提纲|宣讲|寄语|感悟|总结"
    "|倡议书|表态|讲义|辞|稿)(?:提纲|稿|材料)?$"
)
TITLE_THEN_ADDRESS = re.compile(
    rf"(.{{4,60}}?{_SPEECH})\s*((?:尊敬的|各位|同志们)[^。；？]{{0,40}}[：:])"
)

_TALK = "(?:汇报|发言|讲话|演讲|报告|述职|讲)"
_ASK = "[请敬恳](?:.{0,8})(?:批评|指正|审议|指示|斧正)"
_WISH = "祝(?:大家|各位|愿|福|同志|全体|会议|大会|我们|伟大)"
LEAVE = re.compile(
    f"谢谢|感谢(?:大家|各位|聆听|倾听)|{_ASK}|{_WISH}|{_TALK}(?:到此|至此|就到这里|完毕|完了|结束)"
    f"|到此(?:结束|为止)|不(?:妥|当|足|到)之处|^以上(?:是|就是|意见|{_TALK})|[Tt]hank you|[Tt]hanks"
)
"""Words that take leave."""
_DONE = f"(?:我的)?{_TALK}(?:完毕|完了|到此结束|结束了?)"
LEAVE_SENTENCE = re.compile(
    rf"(?<=[。！？!?])\s*(?:(?:{_DONE}[，,。！]\s*)?(?:谢谢|感谢)(?:大家|各位|聆听)?[^。！？，,]{{0,12}}"
    rf"|{_DONE})[。！!]\s*$"
)
STAGE = re.compile("[（(](?:.{0,6}掌声.{0,4}|.{0,4}(?:鼓掌|起立|完|毕|结束))[）)]$")
ANNEX = re.compile(
    r"(?:附件|附录|附表|附)\s*[0-9一二三四五六]*\s*(?:[：:]|$)"
    r"|(?:名词解释|名词注释|注释|参考文献)\s*[：:]?$"
)

_NO_HEADING = (
    "——", "关键词", "摘要", "来源", "附件", "附：", "附:", "注：", "注:", "问：", "答：",
    "•", "●", "■", "◆", "▪", "★", "·", "http",
)  # fmt: skip
OUTER = re.compile(r"(?:前\s*言|引\s*言|序\s*言|导\s*语|结\s*语|结束语|尾\s*声|结\s*论|后\s*记)$")
"""Unnumbered headings that stand beside the outermost ones, whatever is open."""
QUESTION = ("问：", "问:", "Q：", "Q:", "记者：", "记者:")
ANSWER = ("答：", "答:", "A：", "A:")


def salutation_end(text: str) -> int | None:
    """Where the address that begins ``text`` ends, or None: 同志们：, 尊敬的各位领导、同志们："""
    found = SALUTATION.match(text.rstrip())
    if found is None or _VERB.search(found.group()):
        return None
    return found.end()


def is_date(text: str) -> bool:
    """A date and nothing else, in brackets or not."""
    line = text.strip().translate(_NUMERALS)
    return _DATE.fullmatch(line.strip("（）()[] \u3000")) is not None


def date_tail(text: str) -> int | None:
    """Where a date in brackets at the end of a line begins: 张三（2025年3月22日）."""
    line = text.rstrip()
    start = max(line.rfind("（"), line.rfind("("))
    closed = start > 0 and line.endswith(("）", ")")) and is_date(line[start:])
    return start if closed else None


def is_no_heading(text: str) -> bool:
    """Lines that never are unnumbered headings: addresses, stage directions, captions, dates."""
    line = text.strip()
    return bool(
        line.startswith(_NO_HEADING)
        or line.endswith(("：", ":"))
        or (line[:1] in "（(【[" and line[-1:] in "）)】]")
        or (line[:1] in "图表第" and line[1:2].translate(_NUMERALS) in "9 ")
        or not any(c.isalpha() for c in line)
        or is_date(line)
        or LEAVE.search(line)
        or salutation_end(line)
    )


_ANNOUNCING = re.compile(
    "以下|如下|下面|上述|几[点个项方]|[一二三四五六七八九两][个点项条]|方面|汇报|主要|具体|现将|首先|[我你他]"
)


def announces(text: str) -> bool:
    """Short sentences that lead over to what comes: 具体从三个维度展开。"""
    return _ANNOUNCING.search(text) is not None


_FRONT = (
    (_DASH, "subtitle"),
    (_ON_OCCASION, "subtitle"),
    (_SPEAKING, "speaker"),
    (_OCCASION, "occasion"),
)


def _is_person(line: str) -> bool:
    """A name (张　三), an office (县委书记), or both."""
    if len(line) > 30 or line.endswith(("。", "；", "，")):
        return False
    if _NAME.match(line) or line.endswith(_OFFICES):
        return True
    at, office = max((line.rfind(office) + len(office), office) for office in _OFFICES)
    if office in line and _NAME.match(line[at:].lstrip()):
        return True
    name = re.split("[ \u3000]", line, maxsplit=1)
    return len(name) > 1 and len(name[0]) > 1 and _NAME.match(name[1].lstrip()) is not None


def front_role(text: str) -> str | None:
    """The role of a line between title and address, by its words; None if they do not say."""
    line = text.strip()
    if is_date(line):
        return "date"
    bracketed = line.startswith(("（", "(")) and line.endswith(("）", ")"))
    bare = line.strip("（）()")
    if bracketed and _OCCASION.match(bare):
        return "occasion"
    for pattern, role in _FRONT:
        if pattern.match(line):
            return role
    if _is_person(bare):
        return "speaker"
    return "subtitle" if bracketed else None
