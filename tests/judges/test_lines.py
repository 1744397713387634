"""Lines are counted with care: LibreOffice never sets more of them than were measured.

Frames are as high as the measured lines need, so one line more would overflow; one line less
leaves a little air.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from publisher.geometry import Rect, pt, px
from publisher.layout.fit import Setter
from publisher.layout.textbox import text_item
from publisher.plan import Plan, PlanMeta, Sheet
from publisher.theme.load import load_theme
from publisher.typeface.registry import load_typefaces
from publisher.writers.pptx import write
from tests.judges import glyphs, render

pytestmark = [pytest.mark.judge, pytest.mark.xdist_group("render")]

COUNT = 300
_HAN = (
    "坚持以人民为中心推动城乡融合发展加快补齐基础设施短板把好事办到群众心坎上全镇干部要沉到一线去听民声"
    "解民忧去年粮食总产量稳中有升今年还要抓好高标准农田建设让种粮的农户有账算有奔头书屋开到家门口"
)
_LATIN = "GDP 5G AI PPT e-mail GB/T 9704 WiFi Python iPad APP VR Wi-Fi BIM OFD".split()
_FIGURES = "2025年 5.5% 120亿元 3,300字 98.6分 21.5万人次 1/3 ±0.5℃ 第3名 62.4万亩 ￥199".split()
_ADDRESSES = (
    "https://www.example.cn/read/2025/index.html?id=42",
    "http://example.com/a/very/long/path/to/the/page",
    "shuwu@example.cn",
)
_PAIRS = ("“%s”", "《%s》", "（%s）", "“%s……”", "“‘%s’”")
_MARKS = "，，，。；、：！？——"


def paragraph(chance: random.Random) -> str:
    """Han text with marks, some Latin, figures, addresses and quotations, as speeches have them."""
    parts: list[str] = []
    for _ in range(chance.randint(2, 7)):
        start = chance.randrange(len(_HAN) - 16)
        words = _HAN[start : start + chance.randint(3, 16)]
        kind = chance.random()
        if kind < 0.15:
            words = chance.choice(_PAIRS) % words
        elif kind < 0.3:
            words += chance.choice(_LATIN)
        elif kind < 0.5:
            words += chance.choice(_FIGURES)
        elif kind < 0.55:
            words += chance.choice(_ADDRESSES)
        mark = chance.choice(_MARKS)
        parts.append(words + (mark * 2 if mark == "—" else mark))
    return "".join(parts)


def test_predicted_lines_are_enough_and_seldom_too_many(tmp_path: Path) -> None:
    chance = random.Random(9704)
    theme = load_theme("red")
    setter = Setter(theme, load_typefaces())
    predicted: list[int] = []
    sheets: list[Sheet] = []
    for number in range(COUNT):
        text, size = paragraph(chance), pt(chance.choice((18, 20, 22, 24, 28)))
        block = setter.set(text, "support", size, px(chance.randint(320, 1100)))
        frame = Rect(px(64), px(40), block.measure, block.height)
        predicted.append(len(block.lines))
        sheets.append(Sheet((text_item(block, frame, f"p{number}"),), f"第{number}段", "picture"))
    deck = tmp_path / "lines.pptx"
    deck.write_bytes(
        write(Plan(PlanMeta("行"), theme.size, tuple(sheets)), theme, setter.typefaces)[0]
    )
    pages = glyphs.read(render.to_pdf([deck], tmp_path)[0])
    drawn = [_lines(page) for page in pages]
    above = [ours - theirs for ours, theirs in zip(predicted, drawn, strict=True)]
    assert len(above) == COUNT
    assert [number for number, more in enumerate(above) if more < 0] == []
    assert max(above) <= 1
    assert above.count(0) >= 0.85 * COUNT


def _lines(page: glyphs.Page) -> int:
    return len({round(char.baseline) for char in page.chars})
