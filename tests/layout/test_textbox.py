"""Text boxes: blocks of set text at their place on a sheet."""

from __future__ import annotations

from publisher.geometry import Rect, pt
from publisher.layout.fit import Setter
from publisher.layout.textbox import text_item
from publisher.typeface.registry import load_typefaces
from tests.layout.plans import theme_of

BOX = Rect(pt(40), pt(50), pt(200), pt(90))


def test_blocks_stand_below_each_other_as_paragraphs_of_one_box() -> None:
    setter = Setter(theme_of("red"), load_typefaces())
    blocks = [setter.set(text, "support", pt(20), pt(200)) for text in ("一行", "另一行")]
    item = text_item(blocks, BOX, "text", gap=pt(6))
    first, second = item.lines
    assert second.baseline - first.baseline == blocks[0].height + pt(6)
    assert [paragraph.before for paragraph in item.paragraphs] == [0, pt(6)]
    assert [(part.start, part.role) for part in item.parts] == [(0, "P"), (2, "P")]
