"""The kinds of numbers that people type before headings and points, as one readable table.

A *line* kind stands at the start of a paragraph (or after a line break in it); a *point* kind is
part of the sentence and may stand at the start of any sentence. The customary order, outside in,
is 第一章, 一、, （一）, 1., （1）, ① (GB/T 9704 7.3.3),
then 一是 in running text. Which of them is
which level is decided per document (``nesting``); the order here only breaks ties.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

# Patterns are matched against the *shape* of a text: Han numerals are #, digits 9, 、 is /,
# blanks and full-width marks their plain kin, ① @, ⑴ &, ⒈ !, ㈠ ~. So the table stays short, both
# widths are one, and the patterns compile in a tenth of the time.
_KIN = {
    "#": "一二三四五六七八九十", "9": "0123456789０１２３４５６７８９", "/": "、", ".": "．",
    ",": "，",
    ":": "：", "(": "（", ")": "）", " ": "\t\u3000\xa0", "I": "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ",
    "@": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿", "&": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "!": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "~": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "=": "#/@&!~！",
}  # fmt: skip
_SHAPES = {ord(c): code for code, kin in _KIN.items() for c in kin}
_REACH = 24
"""Characters of a line that its number and what must follow it may take."""
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_DINGBATS = "❶❷❸❹❺❻❼❽❾❿"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ORDER = {
    "首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "finally": 0, "lastly": 0,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip


def han_value(text: str) -> int:
    """一 … 九十九 as an integer; other characters are passed over."""
    digits = "".join(c for c in text if c in _DIGITS or c == "十")
    tens, ten, ones = digits.rpartition("十")
    if ten:
        return (_DIGITS[tens[-1]] if tens[-1:] in _DIGITS else 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(ones, 0)


def _last_int(text: str) -> int:
    return int(re.split(r"[.．]", text.rstrip(".．、"))[-1])


def _roman_value(text: str) -> int:
    letters = unicodedata.normalize("NFKC", text)
    values = [_ROMAN[c] for c in letters if c in _ROMAN]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following))


def _letter_value(text: str) -> int:
    return ord(text[0]) - ord("A") + 1


def _word_value(text: str) -> int:
    word = text.split()[-1].lower().rstrip(".:")
    for known in (word, word.removesuffix("ly")):
        if known in _ORDER:
            return _ORDER[known]
    return _any_value(word)


def _any_value(text: str) -> int:
    """Digits of any script and width, ㈠ ⑴ ⒈ ①, else Han numerals, else Roman ones."""
    text = unicodedata.normalize("NFKC", text)
    digits = "".join(c for c in text if c.isdecimal())
    if digits:
        return int(digits)
    if text[:1] in _DINGBATS:
        return _DINGBATS.index(text[0]) + 1
    return han_value(text) or _roman_value(text.upper())


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of number.

    ``family``: kinds of one family continue each other. ``rank``: customary place, outside in.
    ``weight``: how strongly it speaks for a heading. ``alone``: what a single one without
    a second adds. ``loose``: the words may change within one series (一需, 二要, 三要).
    """

    name: str
    example: str
    pattern: str
    value: Callable[[str], int]
    family: str
    rank: float
    weight: float
    alone: float = -2.0
    point: bool = False
    loose: bool = True


_WORD = "(?= *[^ 9.,:/%])"
# After 一、 these show that a list inside a sentence begins: 一、二、三产业; 二、三线城市.
_NOT_A_LIST = "(?! *#{1,3}(?:/|产业|季度|线|级|等|类|次|把手|者))"
_ANY = "(?:#{1,3}|9{1,2})"

LINE_KINDS: tuple[Kind, ...] = (
    Kind("chapter", "第一部分", f"第 *{_ANY} *(?:部分|板块|单元|章|篇|编|讲)",
         _any_value, "chapter", 0, 4.0),
    Kind("division", "第一节", f"第 *{_ANY} *节", _any_value, "division", 0.5, 3.0),
    Kind("part", "Part One", "(?:[Pp]art|PART|[Cc]hapter|CHAPTER) +(?:9{1,2}|[IVX]{1,5}"
         "|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\\b[.:]?",
         _word_value, "part", 0, 3.5),
    Kind("han", "一、", f"#{{1,3}} *[/.]{_NOT_A_LIST}", han_value, "han", 1, 3.5),
    Kind("han-bracket", "（一）", r"\( *#{1,3} *\)|~", _any_value, "han-bracket", 2, 3.5),
    Kind("decimal-deep", "1.2", rf"9{{1,2}}(?:\.9{{1,2}}){{1,3}}[./]?{_WORD}",
         _last_int, "decimal-deep", 3.2, 1.5, -3.0),
    Kind("decimal", "1.", "9{1,2} *[./](?!9)|!", _any_value, "decimal", 3, 2.0),
    Kind("decimal-paren", "1)", r"9{1,2} *\)", _any_value, "decimal", 3, 1.5),
    Kind("bracket", "（1）", r"\( *9{1,2} *\)|&", _any_value, "bracket", 4, 1.5),
    Kind("circled", "①", "@", _any_value, "circled", 5, 1.0),
    Kind("roman", "I.", f"[IVX]{{1,5}}[./]{_WORD}", _roman_value, "roman", 1, 2.5),
    Kind("letter", "A.", f"[A-Z][./)]{_WORD}", _letter_value, "letter", 2, 1.0),
)  # fmt: skip

# The verbs that begin points. Strong ones mix in one series; the others must repeat themselves
# (一靠…二靠…), since 一看, 一有, 一在 begin many a plain sentence.
POINT_KINDS: tuple[Kind, ...] = (
    Kind("count", "一是", "#{1,3}(?:是|要|需|须)", han_value, "count", 6, 3.0, point=True),
    Kind("count-weak", "一靠",
         "#{1,3}[应在抓来靠看讲让则为以当能求有重学守严强促推建防保]",
         han_value, "count-weak", 6, 2.0, -6.0, point=True, loose=False),
    Kind("such", "其一", "其#{1,3}(?=[,/: ]|是|为|要|在)", han_value, "such", 6, 3.0, point=True),
    Kind("ordinal", "第一，",
         "第#{1,3}(?:个方面|方面|点|个)?(?:是|要|(?=[,/:]| +[^ ,/:]))",
         han_value, "ordinal", 6, 3.0, point=True),
    Kind("sequence", "首先", "首先|其次|(?:再次|再者|最后)(?=[,/:]|是|要)",
         _word_value, "sequence", 6, 2.5, -6.0, point=True),
    Kind("sequence-en", "First,",
         "(?:First|Second|Third|Fourth|Fifth|Sixth)(?:ly)?(?=,)|(?:Finally|Lastly)(?=,)",
         _word_value, "sequence-en", 6, 2.5, -6.0, point=True),
)  # fmt: skip

# What a marker's last character would be part of: 第一要务, 一是一, 第一章程, 一应俱全, 1.2亿元.
_DECOYS = {
    "是": "一", "要": "务素件点义领旨害闻职塞", "应": "俱对急", "在": "于", "抓": "到", "来": "到",
    "章": "程", "篇": "章", "讲": "话", "节": "课目",
} | dict.fromkeys("0123456789０１２３４５６７８９",
"万亿个年月日元倍级米公吨平厘度分小％")  # fmt: skip

_KINDS = {kind.name.replace("-", "_"): kind for kind in LINE_KINDS + POINT_KINDS}


def _matcher(kinds: tuple[Kind, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{k.name.replace('-', '_')}>{k.pattern})" for k in kinds))


_LINE = _matcher(LINE_KINDS)
_POINT = _matcher(POINT_KINDS)
_AFTER_LINE = re.compile(r"[\s、.．：:]*")
_AFTER_POINT = re.compile(r"[\s，,、：:]*")


class Marker(NamedTuple):
    """A number found in a text: ``text[start:end]`` is the literal,
    ``title_at`` comes after it."""

    kind: Kind
    literal: str
    value: int
    """1, 2, 3 …; 0 for 最后, which may follow any."""
    form: str
    """What tells two series of one family apart: 、 from . after digits, 是 from 要."""
    start: int
    end: int
    title_at: int


def _marker(pattern: re.Pattern[str], text: str, at: int) -> Marker | None:
    shape = text[at : at + _REACH].translate(_SHAPES)
    found = pattern.match(shape)
    if found is None:
        return None
    kind = _KINDS[found.lastgroup or ""]
    end = at + found.end()
    literal = text[at:end]
    behind = text[end : end + 1]
    if behind and behind in _DECOYS.get(literal[-1], ""):
        return None
    form = ""
    if kind.family in {"decimal", "count", "count-weak"}:
        form = shape[found.end() - 1]
    skip = _AFTER_POINT if kind.point else _AFTER_LINE
    after = skip.match(text, end)
    title_at = after.end() if after else end
    return Marker(kind, literal, kind.value(literal), form, at, end, title_at)


def line_marker(text: str, at: int = 0) -> Marker | None:
    """The number that begins the line at ``at``, of either sort."""
    return _marker(_LINE, text, at) or _marker(_POINT, text, at)


def point_marker(text: str, at: int) -> Marker | None:
    """The number of a point (一是, 其一, 首先 …) that begins at ``at``."""
    return _marker(_POINT, text, at)
