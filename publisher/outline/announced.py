"""How many points a paragraph says will come."""

from __future__ import annotations

from publisher.outline.values import han_value
from publisher.traditional import simplified

_NUMERALS = "两二三四五六七八九十"
_COUNTED = tuple("点 个 条 方面 项 句 件 层 大 步 头".split())
_ENDING = 24
"""Characters at the end of a paragraph among which points are announced."""


def announced(text: str) -> int:
    """How many points a paragraph says will come; 0 where it says nothing of them."""
    ending = simplified(text.rstrip()[-_ENDING:])
    if not ending.endswith(("。", "：", "！", ".", ":")):
        return 0
    clause = ending[:-1]
    for mark in "，,。！!；;":
        clause = clause.rpartition(mark)[2]
    counts = [
        numeral
        for at, numeral in enumerate(clause, start=1)
        if numeral in _NUMERALS and clause.startswith(_COUNTED, at)
    ]
    return han_value(counts[-1]) if counts else 0
