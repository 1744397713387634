"""One drawing for every aspect: what hangs from a side keeps its distance, the middle gives way.

A drawing is made 1280 units wide. On a narrower slide of the same height its edges move along one
map: those within MARGIN of a side keep their distance from it, those between them move evenly, so
that what is centred stays centred. Ornaments keep their shape; what reaches over the slide is
drawn in. Shapes of one group go the same way together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from publisher.geometry import Emu, Rect, Size, px
from publisher.plan import Path, Shape
from publisher.theme.model import Drawing

MARGIN = px(120)
_ORNAMENT = px(360)
"""What is narrower than this is moved, never drawn in; a mere bar or rule if narrower than
MARGIN."""
_Map: TypeAlias = Callable[[Emu], Emu]


def adapted(drawing: Drawing, drawn: Size, wanted: Size) -> Drawing:
    """``drawing``, made for slides of the size ``drawn``, for slides of the size ``wanted``."""
    less = drawn.width - wanted.width
    if not less:
        return drawing
    inner, right = drawn.width - 2 * MARGIN, drawn.width - MARGIN

    def place(x: Emu) -> Emu:
        if x <= MARGIN:
            return x
        return x - less if x >= right else x - less * (x - MARGIN) // inner

    artwork = tuple(
        _mapped(shape, along)
        for group in _groups(drawing)
        for along in (_way(group, place, drawn.width),)
        for shape in group
    )
    frames = {
        name: frame._replace(rect=_rect(frame.rect, place))
        for name, frame in drawing.frames.items()
    }
    return drawing._replace(artwork=artwork, frames=frames)


def _groups(drawing: Drawing) -> Iterator[tuple[Shape, ...]]:
    """The artwork from back to front, what was drawn as one group together."""
    numbers = drawing.groups or tuple(range(len(drawing.artwork)))
    pairs = zip(numbers, drawing.artwork, strict=True)
    for _, members in groupby(pairs, key=lambda pair: pair[0]):
        yield tuple(shape for _, shape in members)


def _way(group: Sequence[Shape], place: _Map, width: Emu) -> _Map:
    """How a group goes: whole, by its edge that looks to the nearer side, or drawn in."""
    left = min(shape.frame.x for shape in group)
    right = max(shape.frame.right for shape in group)
    bars = all(shape.path is None for shape in group)
    middle = width // 2
    if not bars and right >= width and left >= middle:
        anchor = width  # it runs off the right side, and goes on doing so
    elif right - left >= (MARGIN if bars else _ORNAMENT):
        return place
    elif right <= middle or left >= middle:
        anchor = left if right <= middle else right
    else:
        anchor = (left + right) // 2
    moved = place(anchor) - anchor
    return lambda x: x + moved


def _rect(rect: Rect, along: _Map) -> Rect:
    left = along(rect.x)
    return Rect(left, rect.y, along(rect.right) - left, rect.height)


def _mapped(shape: Shape, along: _Map) -> Shape:
    path = shape.path and Path(
        tuple(
            (verb, *(along(int(n)) if i % 2 == 0 else n for i, n in enumerate(numbers)))
            for verb, *numbers in shape.path.commands
        )
    )
    return shape._replace(frame=_rect(shape.frame, along), path=path)
