"""Text boxes: their lines are laid for those who draw them, and only for them."""

from __future__ import annotations

from publisher.geometry import Rect, pt
from publisher.layout.fit import Setter
from publisher.layout.textbox import Laid, text_item
from publisher.plan import Line
from publisher.typeface.registry import load_typefaces
from tests.layout.plans import theme_of

BOX = Rect(pt(40), pt(50), pt(200), pt(90))
LINES = (Line(pt(1), pt(2), pt(3), ()), Line(pt(1), pt(9), pt(3), ()))


def test_lines_are_laid_once_and_not_before_somebody_looks() -> None:
    asked: list[bool] = []

    def lay() -> tuple[Line, ...]:
        asked.append(True)
        return LINES

    laid = Laid(lay)
    assert not asked
    assert (len(laid), laid[1], laid[:1], [*laid]) == (2, LINES[1], LINES[:1], [*LINES])
    assert len(asked) == 1


def test_laid_lines_are_as_good_as_a_tuple_of_them() -> None:
    laid, other = Laid(lambda: LINES), Laid(lambda: LINES[:1])
    assert laid == LINES
    assert laid == Laid(lambda: LINES)
    assert laid != other
    assert hash(laid) == hash(LINES)
    assert repr(laid) == repr(LINES)


def test_blocks_stand_below_each_other_as_paragraphs_of_one_box() -> None:
    setter = Setter(theme_of("red"), load_typefaces())
    blocks = [setter.set(text, "support", pt(20), pt(200)) for text in ("一行", "另一行")]
    item = text_item(blocks, BOX, "text", gap=pt(6))
    first, second = item.lines
    assert second.baseline - first.baseline == blocks[0].height + pt(6)
    assert [paragraph.before for paragraph in item.paragraphs] == [0, pt(6)]
    assert [(part.start, part.role) for part in item.parts] == [(0, "P"), (2, "P")]
