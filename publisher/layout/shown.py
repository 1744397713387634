"""What arrangements are made of, and what they hand back.

An arrangement gets points and the body frame, and gives their items point by point, so that a
deck can bring them one by one; or None where they do not fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Emu, Rect
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.textbox import text_item
from publisher.plan import Colour, Item, Shape, Text
from publisher.record import NamedTuple
from publisher.speech import Piece

CARD, EDGE, FIELD = Colour("lt1"), Colour("accent5"), Colour("accent1")
RULE, QUIET, SECOND = Colour("accent2"), Colour("accent3"), Colour("accent6")
ON_FIELD = Colour("lt1")
OPTICAL = 42
"""Per cent of the free height that stands above a group: the eye takes this for the centre."""


class Shown(NamedTuple):
    """The items of an arrangement: ``common`` ones beneath, then those of each point.

    ``size`` is that of its supporting text (of its titles where it has none), ``flaws`` count bad
    breaks and the like: by these arrangements are compared.
    """

    points: tuple[tuple[Item, ...], ...]
    common: tuple[Item, ...] = ()
    size: Emu = 0
    flaws: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        return (*self.common, *(item for point in self.points for item in point))

    def builds(self, at: int) -> tuple[tuple[int, ...], ...]:
        """The indexes of each point's items on a sheet where these items begin at ``at``."""
        at += len(self.common)
        found: list[tuple[int, ...]] = []
        for point in self.points:
            found.append(tuple(range(at, at + len(point))))
            at += len(point)
        return tuple(found)


class Page(NamedTuple):
    """A slide's page: its items, what is spoken on it, and the items of each click.

    ``layout`` is the role whose drawing lies beneath, where it is not the slide's own.
    """

    items: tuple[Item, ...]
    spoken: tuple[Piece, ...] = ()
    builds: tuple[tuple[int, ...], ...] = ()
    layout: str | None = None


def middle(rect: Rect, height: Emu) -> Emu:
    """The top of a group of ``height`` that stands in the optical centre of ``rect``."""
    return rect.y + max(0, rect.height - height) * OPTICAL // 100


def meet(a: Rect, b: Rect) -> bool:
    """Whether two rectangles have room in common."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def wide_number(last: int) -> int:
    """A number as wide as any up to ``last``: a 1 is narrow, and a pair of them narrower."""
    return int("8" * len(str(last)))


def bar(rect: Rect, name: str, colour: Colour = FIELD) -> Shape:
    """A field without an edge: the bar of a card, a rule, a hairline."""
    return Shape(rect, "rect", colour, name=name)


def rule(setter: Setter, x: Emu, y: Emu, name: str, colour: Colour = RULE) -> Shape:
    """The short rule between a title and what supports it."""
    spacing = setter.theme.spacing
    return bar(Rect(x, y, spacing["rule-length"], spacing["rule-width"]), name, colour)


def hairline(setter: Setter, x: Emu, y: Emu, length: Emu, name: str, *, upright: bool = False,
             colour: Colour = EDGE) -> Shape:  # fmt: skip
    """A thin line from (x, y) rightwards, or downwards if ``upright``."""
    width = max(setter.theme.spacing["card-border"], 9_525)
    rect = Rect(x, y, width, length) if upright else Rect(x, y, length, width)
    return bar(rect, name, colour)


def card(setter: Setter, rect: Rect, name: str) -> Shape:
    """A card's ground and edge."""
    return Shape(rect, "rect", CARD, EDGE, setter.theme.spacing["card-border"], name=name)


def disc(rect: Rect, name: str, colour: Colour = FIELD) -> Shape:
    """A filled circle."""
    return Shape(rect, "ellipse", colour, name=name)


def stacked(
    blocks: Sequence[tuple[Block, str, str]], x: Emu, y: Emu, width: Emu
) -> tuple[tuple[Text, ...], Emu]:
    """(block, name, structure role) below each other from ``y`` on; and where they end."""
    items: list[Text] = []
    for block, name, role in blocks:
        rect = Rect(x, y, min(width, block.measure), block.height)
        items.append(text_item(block, rect, name, role=role))
        y += block.height
    return tuple(items), y
