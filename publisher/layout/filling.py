"""Titles and supports of points at one pair of sizes: the best pair at which all of them fit.

Smaller type costs most, then a break that reads badly, then a title of more lines than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

from publisher.geometry import Emu, pt
from publisher.layout.block import Block
from publisher.layout.fit import Setter
from publisher.layout.scale import sizes_between
from publisher.record import NamedTuple
from publisher.script import Point

_SUPPORT_POINT, _TITLE_POINT = 2.0, 1.0
_TITLE_LINE, _THIRD_LINE, _BAD = 1.5, 4.0, 4.0
"""What a point of size, a line of title more, and a bad break cost."""
_BARE = (5, 4)
"""Titles without support may be a quarter larger."""


class Filling(NamedTuple):
    """Blocks of points, title and support by point."""

    titles: tuple[Block, ...]
    supports: tuple[Block | None, ...]

    @property
    def title_height(self) -> Emu:
        return max(block.height for block in self.titles)

    @property
    def title_lines(self) -> int:
        return max(len(block.lines) for block in self.titles)

    @property
    def support_height(self) -> Emu:
        return max((block.height for block in self.supports if block), default=0)

    @property
    def support_lines(self) -> int:
        return max((len(block.lines) for block in self.supports if block), default=0)

    @property
    def size(self) -> Emu:
        """The size of the supports, or of the titles where there are none."""
        return max((b.size for b in self.supports if b), default=self.titles[0].size)

    @property
    def flaws(self) -> int:
        blocks = (*self.titles, *(block for block in self.supports if block))
        return sum(block.breaks_badly or block.rough for block in blocks)

    @property
    def bare(self) -> bool:
        return not any(self.supports)

    def height(self, i: int) -> Emu:
        """What the ``i``-th title and support take below each other."""
        support = self.supports[i]
        return self.titles[i].height + (support.height if support else 0)


Fits: TypeAlias = Callable[[Filling], bool]


def fill(
    setter: Setter, points: Sequence[Point], width: Emu, fits: Fits, *, beside: Emu = 0
) -> Filling | None:
    """The points in a measure of ``width``; None where nothing fits.

    ``beside`` is the measure of supports that do not stand under their titles.
    """
    style = "point-title"
    title_sizes = sizes_between(setter.theme.styles[style])
    support_sizes = sizes_between(setter.theme.styles["support"])
    if not any(point.support for point in points):
        grown = title_sizes[0] * _BARE[0] // _BARE[1]
        title_sizes = (*range(grown, title_sizes[0], -pt(1)), *title_sizes)
        support_sizes = support_sizes[:1]

    titles = _Texts(
        [point.title.text for point in points],
        lambda text, size: setter.set(text, style, size, width, by_sense=True),
        lambda text, size: setter.least(text, style, size, width),
    )
    measure = beside or width
    supports = _Texts(
        [point.support.text if point.support else None for point in points],
        lambda text, size: setter.set_evenly(text, "support", size, measure),
        lambda text, size: setter.least(text, "support", size, measure),
    )
    best: tuple[float, Filling] | None = None
    for price, upper, lower in _pairs(title_sizes, support_sizes):
        if best and price >= best[0]:
            break
        for filling in _nearer(titles, supports, upper, lower):
            if not fits(filling) or (best and price + _flaws(filling) >= best[0]):
                break  # with more lines it were no better
        else:
            best = (price + _flaws(filling), filling)
    return best[1] if best else None


class _Texts:
    """Texts by the size that they were tried in: as they are set, each size once, and in the fewest
    lines that they may have."""

    def __init__(
        self,
        texts: Sequence[str | None],
        make: Callable[[str, Emu], Block],
        least: Callable[[str, Emu], Block],
    ) -> None:
        self._texts = texts
        self._make = make
        self._least = least
        self._set: dict[Emu, tuple[Block | None, ...]] = {}

    def known(self, size: Emu) -> tuple[Block | None, ...]:
        """As they are set, or in the fewest lines if they were not yet."""
        return self._set.get(size) or self._each(self._least, size)

    def set(self, size: Emu) -> tuple[Block | None, ...]:
        if size not in self._set:
            self._set[size] = self._each(self._make, size)
        return self._set[size]

    def _each(self, make: Callable[[str, Emu], Block], size: Emu) -> tuple[Block | None, ...]:
        return tuple([None if text is None else make(text, size) for text in self._texts])


def _nearer(titles: _Texts, supports: _Texts, upper: Emu, lower: Emu) -> Iterator[Filling]:
    """What is known of a pair of sizes, with more effort each time: in the end all of it."""
    for above, below in (
        (titles.known, supports.known), (titles.set, supports.known), (titles.set, supports.set),
    ):  # fmt: skip
        yield Filling(tuple(filter(None, above(upper))), below(lower))


def _pairs(titles: Sequence[Emu], supports: Sequence[Emu]) -> list[tuple[float, Emu, Emu]]:
    """(price, title size, support size), the cheapest first."""
    found = [
        (
            (titles[0] - title) / pt(1) * _TITLE_POINT
            + (supports[0] - support) / pt(1) * _SUPPORT_POINT,
            title,
            support,
        )
        for title, support in product(titles, supports)
    ]
    return sorted(found, key=lambda each: each[0])


def _flaws(filling: Filling) -> float:
    lines = filling.title_lines
    return (lines > 1) * _TITLE_LINE + (lines > 2) * _THIRD_LINE + filling.flaws * _BAD
