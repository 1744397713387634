"""How a count is written in each number format of Word (ST_NumberFormat, ECMA-376 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _units(
    digits: str, zero: str, units: str, *, bare_ten: bool, bare_one: bool = False
) -> Numeral:
    """Numerals with units (十百千): below 10 000, as Word goes no further.

    ``bare_ten`` writes 十一 for 一十一; ``bare_one`` writes 百 for 一百, as Japanese does.
    """

    def numeral(number: int) -> str:
        if not 0 < number < 10_000:
            return str(number)
        text, gap = "", False
        for place in (3, 2, 1, 0):
            digit = number // 10**place % 10
            if not digit:
                gap = bool(text)
                continue
            text += (zero if gap else "") + _digit(digit, place, text)
            gap = False
        return text

    def _digit(digit: int, place: int, before: str) -> str:
        unit = units[place - 1] if place else ""
        bare = digit == 1 and place and (bare_one or (bare_ten and place == 1 and not before))
        return unit if bare else digits[digit] + unit

    return numeral


def _positional(digits: str) -> Numeral:
    return lambda number: "".join(digits[int(c)] for c in str(number)) if number >= 0 else ""


def _cycle(symbols: str) -> Numeral:
    """A closed set such as 甲乙丙; a count beyond it is written in figures."""
    return lambda n: symbols[n - 1] if 0 < n <= len(symbols) else str(n)


def _letters(number: int) -> str:
    """a … z, aa, bb, … (Word repeats the letter)."""
    if not 0 < number <= 780:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _counting(number: int) -> str:
    """chineseCounting has 十 but no 百: 九十九, then 一〇〇."""
    return _thousands(number) if number < 100 else _positional(_HAN)(number)


def _chicago(number: int) -> str:
    """* † ‡ §, then each twice, and so on (Chicago Manual of Style, 14.25)."""
    if not 0 < number <= 80:
        return str(number)
    return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)


Numeral = Callable[[int], str]
_thousands = _units("零一二三四五六七八九", "零", "十百千", bare_ten=True)
_japanese = _units(_HAN, "", "十百千", bare_ten=True, bare_one=True)
_enclosed = _cycle(_CIRCLED)

NUMERALS: dict[str, Numeral] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "decimalEnclosedParen": _cycle("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _cycle("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousands,
    "taiwaneseDigital": _positional(_HAN),
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _positional(_HAN),
    "japaneseLegal": _units("〇壱弐参四伍六七八九", "", "拾百阡", bare_ten=False),
    "ideographDigital": _positional(_HAN),
    "chineseLegalSimplified": _units(_LEGAL, "零", "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": _units(_LEGAL_TRADITIONAL, "零", "拾佰仟", bare_ten=False),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _cycle("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "chicago": _chicago,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
"""Formats that are not here are written as ``decimal``, with a notice."""
