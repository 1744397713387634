"""One drawing for every aspect: what hangs from a side keeps its distance, the middle gives way.

A drawing is made 1280 units wide. On a narrower slide of the same height its edges move along one
map: left of LEFT they stay, right of RIGHT they come in by the whole difference, between them
evenly. Ornaments keep their shape; only what reaches over the slide is drawn in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from publisher.geometry import Emu, Rect, Size, px
from publisher.plan import Path, Shape
from publisher.theme.model import Drawing

LEFT, RIGHT = px(120), px(900)
_ORNAMENT = px(360)
"""What is narrower than this is moved, never drawn in."""
_Map: TypeAlias = Callable[[Emu], Emu]


def adapted(drawing: Drawing, drawn: Size, wanted: Size) -> Drawing:
    """``drawing``, made for slides of the size ``drawn``, for slides of the size ``wanted``."""
    less = drawn.width - wanted.width
    if not less:
        return drawing

    def place(x: Emu) -> Emu:
        if x <= LEFT:
            return x
        return x - less if x >= RIGHT else x - less * (x - LEFT) // (RIGHT - LEFT)

    artwork = tuple(_shape(shape, place, drawn.width) for shape in drawing.artwork)
    frames = {
        name: frame._replace(rect=_rect(frame.rect, place))
        for name, frame in drawing.frames.items()
    }
    return drawing._replace(artwork=artwork, frames=frames)


def _rect(rect: Rect, place: _Map) -> Rect:
    left = place(rect.x)
    return Rect(left, rect.y, place(rect.right) - left, rect.height)


def _shape(shape: Shape, place: _Map, width: Emu) -> Shape:
    """A shape moved whole where it is an ornament or runs off the right side, else drawn in."""
    frame = shape.frame
    off_right = shape.path is not None and frame.x > 0 and frame.right >= width
    if off_right or (frame.width < _ORNAMENT and (shape.path is not None or frame.width < LEFT)):
        middle = width if off_right else frame.x + frame.width // 2
        return _mapped(shape, lambda x: x + place(middle) - middle)
    return _mapped(shape, place)


def _mapped(shape: Shape, place: _Map) -> Shape:
    path = shape.path and Path(
        tuple(
            (verb, *(place(int(n)) if i % 2 == 0 else n for i, n in enumerate(numbers)))
            for verb, *numbers in shape.path.commands
        )
    )
    return shape._replace(frame=_rect(shape.frame, place), path=path)
