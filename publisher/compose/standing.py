"""Which clauses stand by themselves: with subject, condition, negation and hedge.

Tables of words say what a clause leans on. What would lose it when cut there is refused.
"""

from __future__ import annotations

import re
from itertools import pairwise

from publisher.compose.clauses import Sentence

# A clause that begins so leans on what stood before it.
_LEANING = tuple(
    """
    这 那 它 其 此 该 他 她 从而 因此 因而 所以 使 让 令 并 而 但 却 也 又 还 更 则 就 才 都 以及
    同时 而且 否则 为此 即 如 例如 比如 对此 由此 然而 不过 特别是 尤其 包括 以便 进而 再 既 不是
    具体 下面 以下 以上 上述 前者 后者 相反 换言之 也就是说 结合 只有这样 另 二是 三是 后来 于是
    接着 随后 结果 首先， 其次， 再次， 最后， 第一， 第二， this that it its they these those and
    but so then which
    """.split()
)
# Words that only look so.
_WORDS = tuple(
    """
    如今 如期 如数 如约 就业 就医 就餐 就近 使命 使用 令人 再生 再造 都市 更新 更换 还田 还款 还贷
    即时 才干 才艺 并购 并网 让利 让路
    """.split()
)
# A clause that begins so is a condition or an aim: it needs what follows.
CONDITION = tuple(
    "如果 若 只要 只有 假如 要是 一旦 除非 在 当 对 对于 围绕 针对 根据 依据 按照 依照 "
    "通过 随着 由于 因为 为了 为 以 把 将 从 虽然 尽管 即使 作为 面对 立足 聚焦 经过 自 "
    "截至 凡 结合 紧密围绕 紧紧围绕 始终围绕 牢牢把握 if when unless although because since".split()
)
# What stands before a cut and must not be lost by it.
BINDING = tuple(
    "不 没 未 无 非 禁 勿 莫 力争 预计 争取 计划 拟 可能 尽量 原则上 尚 假如 如果 除非 "
    "只有 防止 避免 克服 杜绝 摒弃 反对 倘 据说 据称".split()
)
# A clause that begins so may open a sentence of its own: official prose drops the subject.
_ACTIONS = tuple(
    "坚持 健全 完善 推动 推进 加强 提升 提高 强化 优化 构建 打造 形成 建立 建设 发展 培育 "
    "壮大 深化 落实 抓好 做好 做到 实现 确保 保障 促进 发挥 支持 鼓励 引导 引育 引进 激发 "
    "激活 统筹 统一 规范 严格 严守 严肃 扎实 着力 大力 积极 主动 全面 深入 切实 充分 持续 "
    "不断 加快 扩大 拓宽 拓展 畅通 补齐 破解 解决 满足 凝聚 汇聚 弘扬 传承 保护 守护 筑牢 "
    "夯实 牢记 牢固 树立 认真 自觉 坚决 坚定 努力 始终 必须 应当 要 让 每 科学 合理 精准 "
    "定期 及时 主要 重点 开展 组织 实施 制定 搭建 创新 创建 改造 改善 增强 增进 巩固 倡导 "
    "开放 共享 用好 用足 管好 守好 讲好 办好 建好 列出 明确 压实 久久为功".split()
)
# What a clause has others do: those who do it are not the speaker.
_CAUSING = tuple("引导 教育 要求 促使 号召 动员 督促 鼓励 支持 组织 让 使 请".split())
_CONTRAST = tuple("但 而 却 不 并不 否则 才 也 就 则 都 还 更 只是 或者 以及".split())

# Greetings, thanks and what is said about the saying are said, not shown. What needs a pattern
# is compiled when a clause first begins or ends as it must: most never do.
_SAID = (
    *"高兴 荣幸 非常高兴 非常荣幸 十分高兴 十分荣幸 很高兴 很荣幸 感谢 多谢 谢谢".split(),
    *"打个比方 举例 举个例 问我 告诉我 对我".split(),
    *(f"{to}{whom}{says}" for to in "给跟同向" for whom in ("大家", "各位", "你们")
      for says in ("讲", "说", "举", "报告")),
    *("ladies", "dear", "good morning", "good afternoon", "good evening", "thank"),
)  # fmt: skip
_CALLING = tuple("尊敬的 敬爱的 亲爱的 各位 同志们 朋友们 大家".split())
_CALL = f"^(?:{'|'.join(_CALLING)})[^，。]{{0,16}}(?:[，,]?|[！!])(?:大家|你们|您|各位)?$"
_GREETED = tuple("大家 你们 您 各位 上午 下午 早上 晚上".split())
_LONGEST_GREETING = 16
_OF_MYSELF = (
    "我(?:(?:就|的)?(?:发言|汇报|讲话|党课)?(?:就?(?:讲|说)到这|(?:讲|说)?完了)"
    "|(?:给|跟|同|向)(?:大家|各位|你们)(?:讲|说|举|报告)|(?:先|再|就)?(?:讲|说|谈).{0,6}[点个件句条])"
)
_IN_A_WORD = ".{0,12}一句话$"
# A clause that ends so waits for the next: 新平台上线以后，…; 连续两次排在末位的，…
_WAITING = tuple(
    "的 者 时 时候 以后 之后 以前 之前 以来 期间 的话 过程中 之下 基础上 点 月 日".split()
)
_STOPS, _AFTER_NUMBER = (".", "．"), ("、", ")", "）")
_DEEDS = "帮是要靠抓看查问比学"
"""一帮思想，二帮技术 is not cut in between."""

_LONGEST_ADDRESS = 24
_REMEMBERED = 200
LEAST = 8
"""Characters of a clause that can stand for a text."""


def leans(clause: str) -> bool:
    """Whether a clause (simplified) leans on what stood before it."""
    words = clause.lstrip().lower()
    return words.startswith(_LEANING) and not words.startswith(_WORDS)


def says_something(words: str) -> bool:
    """Whether words (simplified) are more than a greeting, thanks, or talk about the talk, and no
    numbered item of a list."""
    bare = words.strip(" 　，。！!").lower()
    return not (bare[:1] in "（(【[" or _is_numbered(bare) or _is_only_said(bare))


def _is_numbered(bare: str) -> bool:
    if "①" <= bare[0] <= "⑩":
        return True
    if not bare[0].isdecimal():
        return False
    mark = 2 if bare[1:2].isdecimal() else 1
    stop = bare[mark : mark + 1] in _STOPS and not bare[mark + 1 : mark + 2].isdecimal()
    return stop or bare[mark : mark + 1] in _AFTER_NUMBER


def _is_only_said(bare: str) -> bool:
    line = bare.removesuffix("\n")
    return (
        bare.startswith(_SAID)
        or (bare.startswith(_CALLING) and _matches(_CALL, bare))
        or (line.endswith("好") and _greets(line.removesuffix("好")))
        or (bare[0] == "我" and bare[1:2] != "们" and _matches(_OF_MYSELF, bare))
        or (line.endswith("一句话") and _matches(_IN_A_WORD, bare))
    )


def _greets(words: str) -> bool:
    """各位领导，大家 before 好."""
    greeted = next((each for each in _GREETED if words.endswith(each)), None)
    before = words.removesuffix(greeted or "")
    return greeted is not None and len(before) <= _LONGEST_GREETING and "。" not in before


def _matches(pattern: str, bare: str) -> bool:
    return re.match(pattern, bare) is not None


def addressed(clause: str) -> bool:
    """Whether a clause (simplified) is an address: 各位代表，…"""
    words = clause.strip(" 　，,！!：:").lower()
    called = words.endswith("们") or words.startswith(("各位", "ladies and", "dear "))
    return called and len(words) <= _LONGEST_ADDRESS


def begins_alone(text: str, sentence: Sentence, i: int) -> bool:
    """Whether clauses from ``i`` on keep their subject, however many they are: nothing before is
    missed.

    ``text`` is simplified; ``sentence`` the clauses of one of its sentences.
    """
    first = text[sentence[i].start : sentence[i].end].lstrip()
    if i and not first.startswith(_ACTIONS):
        return False
    return first[:1] != "“" and not leans(first) and (i == 0 or _is_free(text, sentence, i))


def ends_alone(text: str, sentence: Sentence, i: int, j: int) -> bool:
    """Whether clauses ``i`` to ``j`` say something, and keep negation, condition and hedge."""
    whole = text[sentence[i].start : sentence[j].end]
    if whole.rstrip().endswith(("：", ":", "？", "?")) or "：“" in whole:
        return False
    return says_something(whole) and closes(text, sentence, j)


def caused(text: str, sentence: Sentence, i: int) -> bool:
    """Whether somebody else is made to do what clause ``i`` says: 引导干部…，自觉…"""
    told = before(text, sentence, i)
    return any(word in told for word in _CAUSING)


def before(text: str, sentence: Sentence, i: int) -> str:
    """What stands before clause ``i`` in its sentence, as far back as anybody remembers."""
    start = sentence[i].start
    return text[max(sentence[0].start, start - _REMEMBERED) : start]


def _is_free(text: str, sentence: Sentence, i: int) -> bool:
    """Whether nothing that stood before clause ``i`` in its sentence is missed."""
    told = before(text, sentence, i)
    opener = text[sentence[i - 1].start : sentence[i].start].lstrip()
    if told[-1] in "：:" or opener.startswith(CONDITION):
        return False
    return not any(word in told for word in BINDING)


def closes(text: str, sentence: Sentence, j: int) -> bool:
    """Whether nothing that follows clause ``j`` in its sentence is missed."""
    last = text[sentence[j].start : sentence[j].end].strip(" 　，；,;。")
    deed = _deed(last, "一二三四五")
    if deed is not None and deed == _deed(text[sentence[j].end :], "二三四五六"):
        return False
    if j + 1 == len(sentence):
        # A point in the sentence may have cut it off: 新平台上线以后，一要…
        cut_off = text[sentence[j].start : sentence[j].end].rstrip().endswith(("，", "、"))
        return not (cut_off and _waits(last))
    after = text[sentence[j + 1].start : sentence[j + 1].end].lstrip()
    if after.startswith(_CONTRAST) or _waits(last):
        return False
    return len(last) + 1 >= LEAST


def _deed(text: str, numerals: str) -> str | None:
    """What the first of these numerals counts that counts deeds."""
    if not any(number in text for number in numerals):
        return None
    found = (deed for number, deed in pairwise(text) if number in numerals and deed in _DEEDS)
    return next(found, None)


def _waits(clause: str) -> bool:
    return clause.startswith(CONDITION) or clause.removesuffix("\n").endswith(_WAITING)
