"""The kinds of numbers that people type before headings and points, as one readable table.

A *line* kind stands at the start of a paragraph (or after a line break in it); a *point* kind is
part of the sentence and may stand at the start of any sentence. The customary order, outside in,
is 第一章, 一、, （一）, 1., （1）, ① (GB/T 9704 7.3.3), then 一是 in running text. Which of them is
which level is decided per document (``nesting``); the order here only breaks ties.

Patterns are matched against the *shape* of a text (``_KIN``): so the table stays short, and both
widths and both scripts are one. A kind's pattern is compiled when a text first begins as it must:
most documents use four kinds of the thirty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from publisher.outline.values import (
    any_value,
    han_value,
    last_int,
    last_value,
    letter_value,
    pair_value,
    roman_value,
    stem_value,
    volume_value,
    word_value,
)
from publisher.traditional import SIMPLIFIED

# Han numerals are #, formal ones $, digits 9, 、 is /, blanks and full-width marks their plain
# kin, ① @, ⑴ &, ⒈ !, ㈠ ~.
_KIN = {
    "#": "一二三四五六七八九十", "$": "壹贰貳叁叄參肆伍陆陸柒捌玖拾",
    "9": "0123456789０１２３４５６７８９",
    "/": "、", ".": "．",
    ",": "，", ":": "：", "(": "（〔【", ")": "）〕】", " ": "\t\u3000\xa0", "I": "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
    "@": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿", "&": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "!": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "~": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "=": "#$/@&!~！",
}  # fmt: skip
SHAPES = SIMPLIFIED | {ord(c): code for code, kin in _KIN.items() for c in kin}


class Kind:
    """One kind of number.

    ``first``: characters (of the shape) that it may begin with; ``begins``: words, where
    characters say too little; ``sign``: what stands in it. ``family``: kinds of one family
    continue each other. ``rank``: customary place, outside in. ``weight``: how strongly it speaks
    for a heading. ``alone``: what a single one without a second adds. ``loose``: the words may
    change within one series (一需, 二要, 三要). ``inline``: may begin a sentence in a paragraph.
    """

    __slots__ = (
        "alone", "begins", "example", "family", "first", "inline", "loose", "name", "pattern",
        "point", "rank", "sign", "value", "weight",
    )  # fmt: skip

    def __init__(
        self, name: str, example: str, first: str, pattern: str, value: Callable[[str], int],
        family: str, rank: float, weight: float, alone: float = -2.0, *,
        point: bool = False, loose: bool = True, inline: bool = False,
        begins: Iterable[str] = ("",), sign: str = "",
    ) -> None:  # fmt: skip
        self.name = name
        self.example = example
        self.first = first
        self.pattern = pattern
        self.value = value
        self.family = family
        self.rank = rank
        self.weight = weight
        self.alone = alone
        self.point = point
        self.loose = loose
        self.inline = inline
        self.begins = tuple(begins)
        self.sign = sign


_WORD = "(?= *[^ 9.,:/%])"
# After 一、 these show that a list inside a sentence begins: 一、二、三产业; 二、三线城市.
_NOT_A_LIST = (
    "(?! *#{1,3}(?:/|,|和|产业|季度|线|级|等|类|次|把手|者|期|号|年级|楼|层|组|班|月|审|标段|站"
    "|院|道|岁|排|队|车间|营|连|团))"
)
_ANY = "(?:[#$]{1,3}|9{1,2})"
_NAMED = (
    "问题|任务|专题|主题|议题|议程|篇章|故事|关键词|建议|体会|感悟|启示|经验|做法|举措|案例|镜头|板块|单元"
    "|步骤|要点|目标|原则|重点|教训|观点|理由|变化|困难|难题|难点|发现|感受|思考|收获|关键|策略|对策|方法"
    "|行动|环节|细节|画面|误区|亮点|短板|事项|项目|原因|特点|优势|承诺|请求|要求|希望|心愿|疑问|阶段|模块"
    "|事例|数字|倡议|约定"
)
_HOST = (  # what a host says before 第一项议程: 下面，进行大会第一项议程
    "(?:(?:现在|下面|首先|接下来|接着)?,?(?:请|我们)?(?:进行|转入|进入|开始)?"
    "(?:今天)?(?:本次|这次)?(?:大会|会议|活动|仪式)?的?(?:进行|转入|进入)?)?"
)


def _firsts(words: str) -> str:
    """The characters that words between bars begin with."""
    return "".join(dict.fromkeys(word[0] for word in words.split("|")))


LINE_KINDS: tuple[Kind, ...] = (
    Kind("agenda", "第一项议程", "第现下首接请我进转开今本这大会活仪",
         f"{_HOST}第 *{_ANY} *(?:个(?:议程|环节)|项"
         "(?:(?:会议|大会)?(?:议程|议题|内容|日程|程序)|(?=[/,:])))",
         any_value, "agenda", 0, 4.0, 0.0, sign="第"),
    Kind("chapter", "第一部分", "第", f"第 *{_ANY} *(?:大?部分|板块|单元|篇章|章|篇|编|讲|幕)",
         any_value, "chapter", 0, 4.0),
    Kind("division", "第一节", "第", f"第 *{_ANY} *节", any_value, "division", 0.5, 3.0),
    Kind("part", "Part One", "PpCcS", "(?:[Pp]art|PART|[Cc]hapter|CHAPTER|Section|SECTION) +"
         "(?:9{1,2}|[IVX]{1,5}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even)\\b[.:]?",
         word_value, "part", 0, 3.5),
    Kind("named-en", "Lesson one:", "LPRSQNIT",
         "(?:Lesson|Point|Rule|Reason|Request|Step|Story|Question|Promise|Principle|Number|Idea"
         "|Truth|Task) (?:9{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even)[.:,]",
         word_value, "named-en", 1.5, 3.0, -4.0),
    Kind("named", "问题一：", _firsts(_NAMED),
         f"(?:{_NAMED})(?:之)? *{_ANY}(?=[/:., ]|$)", any_value, "named", 1.5, 3.0, -4.0,
         begins=_NAMED.split("|")),
    Kind("han-formal", "壹、", "$", "[$]{1,3} *[/.]", han_value, "han-formal", 0.8, 3.5),
    Kind("han", "一、", "#", f"#{{1,3}} *[/.]{_NOT_A_LIST}", han_value, "han", 1, 3.5,
         inline=True),
    Kind("han-bare", "一　", "#", "#{1,3}(?: +(?=[^ #9/.,:])|:(?=[^ ]))", han_value, "han-bare",
         1, 1.5, -4.0),
    Kind("han-bracket", "（一）", "(~#$", r"\(? *[#$]{1,3} *\)|~", any_value, "han-bracket", 2, 3.5,
         inline=True),
    Kind("decimal-deep", "1.2", "9", rf"9{{1,2}}(?:\.9{{1,2}}){{1,3}}[./]?{_WORD}",
         last_int, "decimal-deep", 3.2, 1.5, -3.0),
    Kind("decimal", "1.", "9!", "9{1,2} *[./](?!9)|!", any_value, "decimal", 3, 2.0,
         inline=True),
    Kind("decimal-paren", "1)", "9", r"9{1,2} *\)", any_value, "decimal", 3, 1.5, inline=True),
    Kind("bracket", "（1）", "(&", r"\( *9{1,2} *\)|&", any_value, "bracket", 4, 1.5,
         inline=True),
    Kind("circled", "①", "@", "@", any_value, "circled", 5, 1.0, inline=True),
    Kind("roman", "I.", "IVX", f"[IVX]{{1,5}}[./]{_WORD}", roman_value, "roman", 1, 2.5),
    Kind("letter", "A.", "ABCDEFGH", f"[A-H][./)]{_WORD}", letter_value, "letter", 2, 1.0,
         inline=True),
    Kind("stem", "甲、", "甲乙丙丁戊", "[甲乙丙丁戊]/", stem_value, "stem", 2, 1.5, -4.0,
         inline=True),
    Kind("volume", "上篇：", "上中下", "[上中下](?:篇|部分|半场|阕)(?=[/:. ]|$)", volume_value,
         "chapter", 0, 3.0, -4.0,
         begins=(which + part for which in "上中下" for part in ("篇", "部分", "半场", "阕"))),
    Kind("roman-small", "(i)", "(ivx", r"\([ivx]{1,4}\)|[ivx]{1,4}[.)] +" + _WORD, roman_value,
         "roman-small", 4.6, 1.0, inline=True, begins=("(i", "(v", "(x", *"ivx")),
    Kind("letter-small", "(a)", "(abcdefgh", rf"\([a-h]\)|[a-h][.)] +{_WORD}", letter_value,
         "letter-small", 4.5, 1.0, inline=True,
         begins=(bracket + letter for bracket in ("(", "") for letter in "abcdefgh")),
)  # fmt: skip

# 第一句话：, 第二件事： are points; 第一书记：, 第二季度： are not.
_NO_ORDINAL = (
    "季度|书记|产业|批|名|届|次|人民|中学|小学|医院|大队|支部|组|期|时间|天|年|月|周|日"
    "|轮|代|线|位|大|眼|手|排|遍|回|趟|番"
)
_THING = "[个件条点项桩层]"
_OF_IT = "[^ #9,/:.;()是]"

# The verbs that begin points. Strong ones mix in one series; two of the others must repeat
# themselves (一靠…二靠…), since 一看, 一有, 一在 begin many a plain sentence.
_VERBS = (
    "应在抓来靠看讲让则为以当能求有重学守严强促推建防保者曰用盼谢愿做查问算读转立改破补优提扩稳护联创带"
    "管清明落压拓引育树正怕忌戒比练赛不送访盯拆修治整收放减增找摸排听记写想思信省亮晒督考堵疏禁限降"
    "到选定请"
)
POINT_KINDS: tuple[Kind, ...] = (
    Kind("count", "一是", "#", "#{1,3}(?:是|要|需|须)", han_value, "count", 6, 3.0, point=True),
    Kind("count-weak", "一靠", "#", f"#{{1,3}}[{_VERBS}]",
         han_value, "count-weak", 6, 2.0, -6.0, point=True),
    Kind("count-bare", "一，", "#", "#{1,3}(?=[,:])",
         han_value, "count-bare", 6, 2.0, -6.0, point=True),
    Kind("pair", "一个是", "#另还再", f"(?:#|另#|还有#|再#){_THING}{_OF_IT}{{0,4}}就?是",
         pair_value, "pair", 6, 2.0, -6.0, point=True, sign="是",
         begins=(a + thing for a in ("#", "另#", "还有#", "再#") for thing in _THING[1:-1])),
    Kind("such", "其一", "其", "其#{1,3}(?=[,/: ]|是|为|要|在)", han_value, "such", 6, 3.0,
         point=True, begins=("其#",)),
    Kind("ordinal", "第一，", "第",
         f"第{_ANY}(?:个(?:大?方面|问题|话题|层面|关键词|层意思)|大?方面|点|个|条|步)?"
         "(?:就?是|要|(?=[,:]|/(?!#)| +[^ ,/:]))"
         f"|第#{{1,3}}(?!{_NO_ORDINAL})[^ #9,/:.;()]{{1,4}}(?=:)",
         any_value, "ordinal", 6, 3.0, point=True),
    Kind("ordinal-weak", "第一件事，", "第",
         f"第#{{1,3}}(?!{_NO_ORDINAL}){_OF_IT}{{1,5}}(?:就?是|(?=,))",
         han_value, "ordinal", 6, 2.5, -6.0, point=True, loose=False),
    Kind("ordinal-last", "最后一件事，", "最末还再",
         f"(?:最后|末了|还有|再有?)#{_THING}{_OF_IT}{{0,4}}(?:就?是|(?=[,:]))",
         last_value, "ordinal", 6, 2.5, -6.0, point=True,
         begins="最后# 末了# 还有# 再# 再有#".split()),
    Kind("ordinal-first", "头一条，", "头", f"头#{_THING}{_OF_IT}{{0,4}}(?:就?是|(?=[,:]))",
         han_value, "ordinal", 6, 2.5, -6.0, point=True),
    Kind("sequence", "首先", "首其再然最", "首先|其次|(?:再次|再者|然后|最后)(?=[,/:]|是|要)",
         word_value, "ordinal", 6, 2.5, -6.0, point=True,
         begins="首先 其次 再次 再者 然后 最后".split()),
    Kind("sequence-en", "First,", "FSTLN",
         "(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh)(?:ly| of all)?(?=[,:]| is )"
         "|(?:Next|Finally|Lastly|Last(?: but not least)?)(?=,)",
         word_value, "sequence-en", 6, 2.5, -6.0, point=True),
)  # fmt: skip

AUTOMATIC = Kind("automatic", "1", "", "", any_value, "automatic", 3, 1.5)
"""A number that Word made and that nobody would type so: 1 without a mark, 壹, Article 1."""

# What a marker's last character would be part of: 第一要务, 一是一, 第一章程, 一应俱全, 1.2亿元.
DECOYS = {
    "是": "一",
    "要": "务素件点义领旨害闻职塞",
    "应": "俱对急",
    "在": "于",
    "抓": "到",
    "来": "到",
    "章": "程",
    "篇": "章",
    "讲": "话",
    "节": "课目",
    "看": "就",
    "能": "级",
    "有": "机",
    "重": "天",
    "学": "期",
    "用": "户",
    "守": "卫",
    "保": "险",
    "建": "设",
    "推": "进",
} | dict.fromkeys("0123456789０１２３４５６７８９", "万亿个年月日元倍级米公吨平厘毫度分小斤克里％‰")
