"""What short lines at the beginning and the end of a speech are: names, dates, addresses, thanks.

Tables of words first; patterns only where order matters. They are plain strings: ``re`` compiles
each when a line first needs it and keeps it, so that importing this module costs nothing.
All functions read traditional characters as their simplified kin and pass over outer blanks.
"""

from __future__ import annotations

import re
from itertools import pairwise

from publisher.traditional import simplified

# --- addresses ---------------------------------------------------------------------------

_WHO = tuple(
    "同志们 同志 朋友们 朋友 同学们 同学 老师们 老师 代表们 委员们 战友们 同仁们 同仁 同事们 "
    "同事 校友们 家长们 家长 乡亲们 父老乡亲 女士们 先生们 女士 先生 来宾 嘉宾 领导 评委 代表 "
    "委员 伙伴们 伙伴 干部 党员 企业家 专家 学者 书记 主任 主席 局长 部长 校长 院长 市长 县长 "
    "镇长 乡长 区长 省长 处长 科长 会长 组长 总经理 董事长 常委 姐妹们 员工 长辈 青年们 孩子们 "
    "听众 观众 网友 大家 街坊 邻里 邻居 居民 村民 客人 贵宾 教授 理事 会员 弟兄们 兄弟 姐妹 "
    "工友 学长 学弟 学妹 侨胞 同胞 教练 医生 护士 院士 首长 官兵 们 老总 长官 前辈".split()
)
_ADDRESSING = tuple(
    "尊敬的 敬爱的 亲爱的 各位 同志 女士 先生 朋友 老师 同学 代表 委员 战友 全体 在座的".split()
)
_VERBS = tuple("强调 指出 要求 告诉 教导 希望 关心 需要 坚持 认为 讲过 说过 必须 要 辛苦".split())
_MORE_VERBS = (*_VERBS, *"谢 祝 贺 欢迎 受 是 给 向 把 让 对 问 答 说".split())
"""Words of no address; the second row may be names behind 尊敬的."""
_ENGLISH = tuple(
    "dear distinguished honoured honored respected ladies comrades colleagues friends mr mrs ms "
    "madam fellow members delegates president chairman your excellenc excellenc gentlemen "
    "families neighbours neighbors guests parents students teachers graduates shareholders "
    "volunteers everyone".split()
)
_GREETING = "[，,、 ]?(?:大家|大家(?:上午|下午|晚上|早上)|(?:上午|下午|晚上|早上))好$"
_PARTED = str.maketrans("，,、\u3000", "    ")
_LONGEST_ADDRESS = 90


def salutation_end(text: str) -> int | None:
    """Where the address that begins ``text`` ends, or None: 同志们：, 尊敬的各位领导、同志们："""
    start = len(text) - len(text.lstrip())
    head = text[start : start + _LONGEST_ADDRESS + 1]
    if head[:1].isascii():
        end = _english_address(head)
    else:
        end = _chinese_address(simplified(head))
    return None if end is None else start + end


def _chinese_address(head: str) -> int | None:
    end = next((at for at, char in enumerate(head) if char in "：:！!"), 0)
    names = head[:end]
    if not names or any(mark in names for mark in "。；？“”…《"):
        return None
    bracket = max(names.rfind("（"), names.rfind("("))
    if names.endswith(("）", ")")) and bracket > 0:
        names = names[:bracket]
    names = names.rstrip()
    if names.endswith("好"):
        names = re.sub(_GREETING, "", names)
    opened = names.startswith(_ADDRESSING)
    verbs = _VERBS if opened else _MORE_VERBS
    if not names.endswith(_WHO) or any(word in names for word in verbs):
        return None
    parts = names.strip().translate(_PARTED).split(" ")
    each = all(part.endswith(_WHO) and len(part) <= 12 for part in parts if part)
    plural = len(names) <= 24 and each and parts[0] != ""
    return end + 1 if opened or plural else None


def _english_address(head: str) -> int | None:
    at = 0
    while True:
        part = head[at:].lstrip()
        if not part.lower().removeprefix("and ").startswith(_ENGLISH):
            return at or None
        stop = next((i for i, char in enumerate(part) if char in ",:!.;?\n"), -1)
        if stop < 0 or part[stop] not in ",:!":
            return at or None
        at = len(head) - len(part) + stop + 1
        if part[stop] in ":!":
            return at


# --- taking leave ------------------------------------------------------------------------

_TALK = "(?:汇报|发言|讲话|演讲|报告|述职|党课|致辞|致词|课|讲)"
_THANKS = tuple(
    "谢谢 感谢大家 感谢各位 感谢聆听 感谢倾听 祝大家 祝各位 祝愿 祝福 祝同志 祝全体 祝会议 "
    "祝大会 祝我们 祝伟大 敬请批评 请批评 不妥之处 不当之处 不足之处 不到之处 到此结束 到此为止 "
    "散会 批评指正 请予审议 请审议 请指示 圆满结束 胜利闭幕 正式结束".split()
)
_THANKS_ENGLISH = ("thank you", "thanks", "god bless")
_CORRECT = "批评 指正 审议 评议 指示 斧正 意见".split()
_OVER = "到此 至此 就到这里 到这里 就这些 完毕 完了 结束".split()
_LEAVE = (
    (["祝"], "祝.{0,8}[们会国校家友民]"),
    (_CORRECT, f"[请敬恳].{{0,10}}(?:{'|'.join(_CORRECT)})"),
    (_OVER, f"{_TALK}(?:{'|'.join(_OVER)})"),
    (["以上"], f"^以上(?:是|就是|意见|{_TALK})"),
)
"""Signs, and a pattern that is compiled where one of them stands."""
_DONE = f"(?:我的)?{_TALK}(?:完毕|完了|到此结束|结束了?|就到这里)"
_LEAVE_SENTENCE = (
    rf"(?<=[。！？!?])\s*(?:(?:{_DONE}[，,。！]\s*)?(?:谢谢|感谢)(?:大家|各位|聆听)?[^。！？，,]{{0,12}}"
    rf"|{_DONE})[。！!]\s*$"
)
_TAIL = 60


def takes_leave(text: str) -> bool:
    """Whether a line says thanks, asks for correction, or says that the speech is over."""
    line = simplified(text.strip())
    if line[:1].isascii():
        return any(word in line.lower() for word in _THANKS_ENGLISH)
    return any(word in line for word in _THANKS) or any(
        re.search(pattern, line) is not None
        for signs, pattern in _LEAVE
        if any(sign in line for sign in signs)
    )


def leave_sentence(text: str) -> int | None:
    """Where the sentence that takes leave begins at the end of a longer paragraph."""
    start = max(len(text) - _TAIL, 0)
    tail = simplified(text[start:])
    if not any(word in tail for word in ("谢", "完", "结束", "到这里")):
        return None
    found = re.search(_LEAVE_SENTENCE, tail)
    return None if found is None else start + found.start()


# --- annexes -----------------------------------------------------------------------------

_ANNEX = r"(?:附件|附录|附表|附)\s*[0-9０-９一二三四五六七八九十]*\s*(?:[：:]|$)"
_ANNEX_ENGLISH = ("annex", "appendix", "attachment", "glossary")
_LABEL = 40
_TERMS = tuple("名词 术语 用语 词语 缩略语 概念 注释 参考文献".split())
_GLOSSARY = (
    r"(?:[^、.．）)]{0,8}(?:名词|术语|用语|词语|缩略语|概念)(?:解释|注释|说明|释义|简释|浅释)"
    r"|注释|参考文献|(?:附|有关|相关|文中)?(?:名词|术语))\s*[：:]?$"
)


def annex_label(text: str) -> str | None:
    """``annex`` for 附件：… and 附件2, ``glossary`` for 名词解释, None for everything else."""
    line = simplified(text.strip().strip("（）()[]【】"))
    if line[:1].isascii():
        return "annex" if len(line) < _LABEL and line.lower().startswith(_ANNEX_ENGLISH) else None
    if line[:1] == "附" and re.match(_ANNEX, line):
        return "annex"
    named = len(line) < 18 and any(term in line for term in _TERMS)
    return "glossary" if named and re.match(_GLOSSARY, line) else None


# --- marks of secrecy --------------------------------------------------------------------

_SECRECY = tuple(
    "绝密 机密 秘密 内部资料 内部材料 内部文件 内部使用 会后收回 请会后收回 注意保存 妥善保管 "
    "请勿外传 不得外传 严禁外传 请勿传播 不得翻印 不得复印 密级".split()
)
_SECRECY_LINE = (
    "[★☆*＊0-9０-９一二三四五六七八九十年月天个长期：:，,。、！!请（）()【】\\[\\]\\s\u3000]*"
)


def is_secrecy(text: str) -> bool:
    """A line that is nothing but a mark of secrecy: 机密★1年, 内部资料　注意保存."""
    line = simplified(text.strip())
    if len(line) > 30 or not any(word in line for word in _SECRECY):
        return False
    for word in _SECRECY:
        line = line.replace(word, "")
    return re.fullmatch(_SECRECY_LINE, line) is not None


# --- dates -------------------------------------------------------------------------------

# Dates are matched with their numerals of every kind as 9: 二〇二五年, 20XX年, ____年.
_NUMERALS = {ord(c): "9" for c in "0123456789０１２３４５６７８９〇○零一二三四五六七八九十百XxＸ×_"}
_DATE = (
    r"(?:(?:中华)?民国)?9{2,5} *年(?: *(?:9{1,4}| +) *月(?: *(?:9{1,4}| +) *(?:日|号))?)?"
    "(?: *(?:上午|下午|晚上?|中午))?(?: *9{1,2}(?:[:：]9{2}|[时点]))?"
    r"|9{4}[./-]9{1,2}[./-]9{1,2}"
    r"|(?:[A-Z][a-z]+, )?(?:[A-Z][a-z]{2,8}\.? 9{1,2}(?:st|nd|rd|th)?"
    r"|9{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}),? 9{4}"
)

_DATED = f"(?:{_DATE})(?:[于在写].{{1,10}}|(?<=[日晚午]) +.{{1,14}})?"  # 2025年3月于青山
_PLAIN_DATES = frozenset(
    f"9999年{'9' * month}月{day}" for month in (1, 2) for day in ("", "9日", "99日", "999日")
)
_OF_DATES = "9 年月日号上下午晚中时点:：民国华"
"""What a date in Chinese is of, up to where it was given or what follows it behind a blank."""


def is_date(text: str) -> bool:
    """A date and nothing else, in brackets or not."""
    line = text.strip().strip("（）()[] \u3000")
    if len(line) > 40 or ("年" not in line and not any(c in "0123456789" for c in line[-4:])):
        return False
    shape = simplified(line).translate(_NUMERALS).replace("\u3000", " ")
    if shape in _PLAIN_DATES:
        return True
    rest = shape.lstrip(_OF_DATES)
    likely = rest[:1].isascii() or rest[0] in "于在写" or " " in shape[: -len(rest)]
    return likely and re.fullmatch(_DATED, shape) is not None


def date_tail(text: str) -> int | None:
    """Where a date in brackets at the end of a line begins: 张三（2025年3月22日）."""
    line = text.rstrip()
    start = max(line.rfind("（"), line.rfind("("))
    closed = start > 0 and line.endswith(("）", ")")) and is_date(line[start:])
    return start if closed else None


# --- what is never an unnumbered heading ---------------------------------------------------

_NO_HEADING = (
    "——", "关键词", "摘要", "来源", "附件", "附：", "附:", "注：", "注:", "问：", "答：", "作者：",
    "•", "●", "■", "◆", "▪", "★", "·", "- ", "– ", "* ", "http", "（此", "(此",
)  # fmt: skip
_OUTER = tuple(
    "前言 引子 引言 序言 导语 导言 结语 结束语 尾声 结论 后记 开场白 开篇 结尾 "
    "写在前面 写在最后".split()
)
_PARTS = tuple(
    "回顾 情况 工作 做法 成效 成绩 问题 不足 差距 原因分析 原因剖析 根源剖析 打算 安排 任务 思路 "
    "方向 措施 体会 启示 建议 请求 要求 意见".split()
)
_ANNOUNCING = tuple(
    "以下 如下 下面 上述 几点 几个 几项 几方 方面 汇报 主要 具体 现将 首先 我 你 他 请".split()
)
_PART = 12


def is_outer(text: str) -> bool:
    """Unnumbered headings that stand beside the outermost ones, whatever is open."""
    name = simplified(text[:12]).replace("：", ":").partition(":")[0]
    return "".join(name.split()) in _OUTER


def is_part(text: str) -> bool:
    """Lines that name a part which every report has: 存在的问题, 下一步打算."""
    return len(text) <= _PART and "，" not in text and simplified(text).endswith(_PARTS)


def is_no_heading(text: str) -> bool:
    """Lines that never are unnumbered headings: addresses, stage directions, captions, dates."""
    line = text.strip()
    return bool(
        line.startswith(_NO_HEADING)
        or line.endswith(("：", ":"))
        or (line[:1] in "（(【[" and line[-1:] in "）)】]")
        or (line[:1] in "图表第" and line[1:2].translate(_NUMERALS) in "9 ")
        or (line[:1] in "“「" and line[-1:] in "”」" and line[-2:-1] in "。！？!?")
        or not any(c.isalpha() for c in line)
        or _names(line)
        or is_date(line)
        or takes_leave(line)
        or salutation_end(line) is not None
    )


def _names(line: str) -> bool:
    """Three names or more, set apart by blanks."""
    names = line.split()
    return len(names) >= _ROW and all(len(name) <= _NAME for name in names) and not line.isascii()


_ROW, _NAME = 3, 4


def announces(text: str) -> bool:
    """Short sentences that lead over to what comes: 具体从三个维度展开。"""
    plain = simplified(text)
    counted = any(a in "一二三四五六七八九两" and b in "个点项条" for a, b in pairwise(plain))
    return counted or any(word in plain for word in _ANNOUNCING)


# --- questions and answers -----------------------------------------------------------------

_ASKING = ("问", "记者", "提问", "提问者", "提问人", "q", "question", "网友", "主持人")
_ANSWERING = ("答", "回答", "a", "answer")
_SPEAKER = 14


def voice(text: str) -> str:
    """Who is speaking, where a paragraph begins with it: 问：, 答：, 新华社记者：, 江一泓：."""
    head = text.lstrip()[: _SPEAKER + 1]
    at = min((at for mark in "：:" if (at := head.find(mark)) >= 0), default=0)
    name = simplified(head[:at]) if at else ""
    return name.strip("【】[]（）() 0123456789一二三四五六七八九十").lower()


def is_transcript(texts: list[str]) -> bool:
    """Questions and answers, two of each at least, making up a third of the paragraphs."""
    voices = [name for text in texts if (name := voice(text))]
    asked = sum(name.endswith(_ASKING) for name in voices)
    others = [name for name in voices if not name.endswith(_ASKING)]
    answered = sum(name in _ANSWERING for name in others)
    names = max((others.count(voice) for voice in dict.fromkeys(others[:50])), default=0)
    return asked > 1 and max(answered, names) > 1 and (asked + answered + names) * 3 >= len(texts)


def is_question(text: str) -> bool:
    """A paragraph of a transcript in which somebody asks; a host who leads over does not."""
    name = voice(text)
    asks = text.rstrip().endswith(("？", "?")) or not name.endswith("主持人")
    return name.endswith(_ASKING) and asks
