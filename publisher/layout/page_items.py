"""What the flow put on a page, as items: its blocks, the notes at its foot, its margin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol, TypeVar, cast

from publisher.geometry import Emu, Rect
from publisher.layout.flow import Block, Foot, Placement
from publisher.layout.footnotes import foot_items, with_numbers
from publisher.layout.page_blocks import Aside, TextBlock
from publisher.layout.page_furniture import Furnisher
from publisher.layout.page_tables import TableBlock
from publisher.plan import Grid, Item, Text
from publisher.typeface.registry import Typefaces

_P = TypeVar("_P", Placement, Foot)


class Drawn(Block, Protocol):
    """A block that can be drawn: all that are given to the flow here."""

    def items(self, area: Rect, row: int) -> list[Item]:
        """Its items in the type area ``area``, from ``row`` on."""
        ...


def by_page(found: Sequence[_P]) -> Mapping[int, list[_P]]:
    return {page: list(group) for page, group in groupby(found, lambda each: each.page)}


def text_items(
    placed: Sequence[Placement], feet: Sequence[Foot], page: int, furnisher: Furnisher
) -> list[Item]:
    """The items of page ``page`` (from 0), those of its margin first."""
    profile, typefaces = furnisher.compositor.profile, furnisher.compositor.typefaces
    area = profile.area(page)
    items: list[Item] = []
    asides: list[tuple[Emu, Aside]] = []
    numbers = iter(range(1, 1 << 30))
    for each in placed:
        block = cast(Drawn, each.block)
        drawn = block.items(area, each.row)
        if block.notes:
            drawn = [_numbered(item, numbers, typefaces) for item in drawn]
        if isinstance(block, TextBlock):
            asides += [(block.baseline(area, each.row, a.line), a) for a in block.asides]
        elif isinstance(block, TableBlock):
            top = area.y + each.row * profile.pitch + profile.em
            asides += [(top, aside) for aside in block.asides]
        items += drawn
    items += foot_items(feet, area, profile, typefaces)
    return [*furnisher.asides(asides, area), *items]


def _numbered(item: Item, numbers: Iterator[int], typefaces: Typefaces) -> Item:
    """``item`` with the numbers of the notes that it refers to."""
    if isinstance(item, Text):
        return with_numbers(item, numbers, typefaces)
    if not isinstance(item, Grid):
        return item
    cells = [cell._replace(text=with_numbers(cell.text, numbers, typefaces)) for cell in item.cells]
    return item._replace(cells=tuple(cells))
