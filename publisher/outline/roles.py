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

_YEAR = "(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4}|[0-9]{2}[XxＸ×]{2}|[XxＸ×]{4}|×{2,4})"
_ANY = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[XxＸ×]{1,2}|[ \u3000_]{1,4})"
_DATE = (
    rf"{_YEAR}\s*年(?:\s*{_ANY}\s*月(?:\s*{_ANY}\s*[日号])?)?"
    r"|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}"
    r"|(?:[A-Z][a-z]{2,8}\s+[0-9]{1,2},?\s+[0-9]{4})"
)
DATE = re.compile(rf"[（(\[]?\s*(?:{_DATE})\s*(?:上午|下午|晚)?\s*[）)\]]?$")
DATE_TAIL = re.compile(rf"[（(]\s*(?:{_DATE})\s*[）)]$")
_PLACE = "(?:会|班|上|仪式|活动|讲堂)"
_PAREN_PLACE = re.compile(rf"[（(](?:(?:{_DATE})\s*[，,]?\s*)?(?:在|于).*{_PLACE}.*[）)]$")
_PAREN = re.compile(r"[（(].*[）)]$")
_DASH = re.compile("(?:——|—|--|──|－－)")
_SPEAKING = re.compile(
    "(?:主讲|发言|汇报|讲话|宣讲|报告|授课|述职|演讲|致辞|主持|作者|单位|姓名)(?:人|者|单位)?\\s*[：:]"
)
_HAN_NAME = (
    "(?:(?:欧阳|司马|上官|诸葛|司徒|东方|尉迟|皇甫|慕容|令狐)?[\u4e00-\u9fff]{2,3}"
    "|[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff]|[某×XＸ]{2,4})"
)
_NAME = re.compile(f"{_HAN_NAME}$")
_NAMED = re.compile(f"[^。；，]{{2,26}}[ \u3000]+{_HAN_NAME}$")
_OFFICE = re.compile(
    "[^。；，]{0,24}(?:书记|主任|主席|教授|研究员|讲师|代表|委员|同志|支部|党委|党组|公司|总裁|总监|经理"
    f"|[镇乡县区市省州局处科部院校园会厅组所馆站队董事秘书理村社总班]长)[ \u3000]*{_HAN_NAME}?$"
)
_OCCASION = re.compile(
    f"(?:在|于).{{4,60}}{_PLACE}$|.{{4,40}}(?:会议材料|会议|大会|座谈会|研讨会)(?:之.{{1,3}})?$"
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

_NO_HEADING = re.compile(
    r"[（(【\[].*[）)】\]]$|[图表]\s*[0-9一二三四五六七八九十]|[-—－]?\s*[0-9]+\s*[-—－]?$|第\s*[0-9]+\s*页|[问答][：:]"
    r"|[-—－─*＊=_·•…\s]+$|关键词|摘要|来源|(?:附件|附|注)[：:]?|[•●■◆▪★·]|https?:|——"
)
OUTER = re.compile(r"(?:前\s*言|引\s*言|序\s*言|导\s*语|结\s*语|结束语|尾\s*声|结\s*论|后\s*记)$")
"""Unnumbered headings that stand beside the outermost ones, whatever is open."""
QUESTION = re.compile("问\\s*[：:]|[Qq]\\s*[：:]|记者\\s*[：:]")
ANSWER = re.compile("答\\s*[：:]|[Aa]\\s*[：:]")


def salutation_end(text: str) -> int | None:
    """Where the address that begins ``text`` ends, or None: 同志们：, 尊敬的各位领导、同志们："""
    found = SALUTATION.match(text.rstrip())
    if found is None or _VERB.search(found.group()):
        return None
    return found.end()


def is_no_heading(text: str) -> bool:
    """Lines that never are unnumbered headings: addresses, stage directions, captions, dates."""
    line = text.strip()
    return bool(
        _NO_HEADING.match(line)
        or DATE.match(line)
        or LEAVE.search(line)
        or salutation_end(line)
        or line.endswith(("：", ":"))
    )


_ANNOUNCING = re.compile(
    "以下|如下|下面|上述|几[点个项方]|[一二三四五六七八九两][个点项条]|方面|汇报|主要|具体|现将|首先|[我你他]"
)


def announces(text: str) -> bool:
    """Short sentences that lead over to what comes: 具体从三个维度展开。"""
    return _ANNOUNCING.search(text) is not None


_FRONT = (
    (DATE, "date"),
    (_PAREN_PLACE, "occasion"),
    (_DASH, "subtitle"),
    (_ON_OCCASION, "subtitle"),
    (_SPEAKING, "speaker"),
    (_OCCASION, "occasion"),
)


def front_role(text: str) -> str | None:
    """The role of a line between title and address, by its words; None if they do not say."""
    line = text.strip()
    for pattern, role in _FRONT:
        if pattern.match(line):
            return role
    bare = line.strip("（）()")
    person = _NAME.match(bare) or _NAMED.match(bare) or _OFFICE.match(bare)
    if person and len(bare) <= 30 and not bare.endswith(("。", "；", "，")):
        return "speaker"
    return "subtitle" if _PAREN.match(line) else None
