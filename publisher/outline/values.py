"""What a typed number counts: 一, 十二, ③, IV, B, Two, 其次."""

from __future__ import annotations

from publisher.traditional import simplified


def _values(row: str) -> dict[str, int]:
    """``首先 其次 再次=3``: each word is one more than the one before, unless it says."""
    found: dict[str, int] = {}
    value = 0
    for word in row.split():
        name, _, said = word.partition("=")
        value = int(said) if said else value + 1
        found[name] = value
    return found


_DIGITS = _values(
    "零=0 一=1 二 三 四 五 六 七 八 九 两=2 壹=1 贰 叁 肆 伍 陆 柒 捌 玖 貳=2 參=3 叄=3 陸=6"
)
_ENCLOSED = {
    c: i
    for row in ("①20", "❶10", "⑴20", "⒈20", "㈠10")
    for i, c in enumerate(map(chr, range(ord(row[0]), ord(row[0]) + int(row[1:]))), 1)
}
_ROMAN = _values("i=1 v=5 x=10") | {c: i for i, c in enumerate("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ", 1)}
_WORDS = _values(
    "首先=1 其次=2 再次=3 再者=0 然后=0 最后=0 first=1 second third fourth fifth sixth seventh "
    "one=1 two three four five six seven eight nine ten finally=0 lastly=0 last=0 next=0"
)


def han_value(text: str) -> int:
    """一 … 九十九 as an integer; other characters are passed over."""
    digits = "".join(c for c in text.replace("拾", "十") if c in _DIGITS or c == "十")
    tens, ten, ones = digits.rpartition("十")
    if ten:
        return (_DIGITS[tens[-1]] if tens[-1:] in _DIGITS else 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(ones, 0)


def last_int(text: str) -> int:
    return any_value(text.rstrip(".．、)）").replace("．", ".").rpartition(".")[2])


def roman_value(text: str) -> int:
    values = [_ROMAN[c] for c in text.lower() if c in _ROMAN]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following))


def letter_value(text: str) -> int:
    return ord(text.strip("(（")[0].upper()) - ord("A") + 1


def stem_value(text: str) -> int:
    """甲 1, 乙 2 …"""
    return "甲乙丙丁戊".index(text[0]) + 1


def volume_value(text: str) -> int:
    """上篇 1, 中篇 2; 下篇 may follow either."""
    return "下上中".index(text[0])


def pair_value(text: str) -> int:
    """一个 1, 另一个 2; 还有一个 may follow any."""
    return 2 if text.startswith("另") else 0 if text[0] in "还再" else han_value(text)


def last_value(_: str) -> int:
    """最后一件事, 还有一点: whatever number that is."""
    return 0


def word_value(text: str) -> int:
    for word in reversed(simplified(text).lower().replace(",", " ").split()):
        bare = word.rstrip(".:：，")
        for known in (bare, bare.removesuffix("ly")):
            if known in _WORDS:
                return _WORDS[known]
    return any_value(text.split()[-1])


def any_value(text: str) -> int:
    """Digits of either width, ㈠ ⑴ ⒈ ①, else Han numerals, else Roman ones."""
    digits = "".join(c for c in text if c.isdecimal())
    if digits:
        return int(digits)
    enclosed = next((_ENCLOSED[c] for c in text if c in _ENCLOSED), 0)
    return enclosed or han_value(text) or roman_value(text)
