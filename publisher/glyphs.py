"""Glyphs as set: what stands for which characters, and where on its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from publisher.geometry import Emu
from publisher.record import NamedTuple, maker


class Glyph(NamedTuple):
    """A glyph as set.

    ``text`` is what it stands for: the cluster's characters on its first glyph, "" on the others.
    ``x`` is the left edge of its advance box from the line's ``x``; ``advance`` the box's width
    (a squeezed mark's is narrower than the font's); ``trim`` how much of it was taken away on the
    leading side, so that the ink stands ``trim`` further left than the font has it, and ``lift``
    higher.
    """

    text: str
    gid: int
    x: Emu
    advance: Emu
    trim: Emu = 0
    lift: Emu = 0


_glyph = maker(Glyph)
_NONE = repeat(0)


class Glyphs(Sequence[Glyph]):
    """Glyphs that follow each other, in columns that are never changed: of each what a ``Glyph``
    says.

    ``texts`` is a str where each glyph stands for one character; ``trims`` and ``lifts`` are
    empty where no glyph has one.
    """

    __slots__ = ("advances", "gids", "lifts", "texts", "trims", "xs")

    def __init__(
        self,
        texts: Sequence[str],
        gids: Sequence[int],
        xs: Sequence[Emu],
        advances: Sequence[Emu],
        trims: Sequence[Emu] = (),
        lifts: Sequence[Emu] = (),
    ) -> None:
        self.texts = texts
        self.gids = gids
        self.xs = xs
        self.advances = advances
        self.trims = trims
        self.lifts = lifts

    @classmethod
    def of(cls, glyphs: Iterable[Glyph]) -> Glyphs:
        """The same of glyphs one by one."""
        columns = tuple(zip(*glyphs))
        return cls(*columns) if columns else cls("", (), (), ())

    @property
    def text(self) -> str:
        """What they stand for."""
        return self.texts if isinstance(self.texts, str) else "".join(self.texts)

    def moved(self, by: Emu) -> Glyphs:
        """They all, ``by`` further right."""
        xs = [x + by for x in self.xs]
        return Glyphs(self.texts, self.gids, xs, self.advances, self.trims, self.lifts)

    def __len__(self) -> int:
        return len(self.gids)

    def __iter__(self) -> Iterator[Glyph]:
        trims, lifts = self.trims or _NONE, self.lifts or _NONE
        columns = zip(self.texts, self.gids, self.xs, self.advances, trims, lifts)
        return map(_glyph, columns)

    def __getitem__(self, at: Any) -> Any:
        """A glyph, or some in columns."""
        if isinstance(at, slice):
            texts, gids, xs = self.texts[at], self.gids[at], self.xs[at]
            return Glyphs(texts, gids, xs, self.advances[at], self.trims[at], self.lifts[at])
        trim, lift = (column[at] if column else 0 for column in (self.trims, self.lifts))
        return Glyph(self.texts[at], self.gids[at], self.xs[at], self.advances[at], trim, lift)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glyphs) and [*self] == [*other]

    def __hash__(self) -> int:
        return hash((*self,))

    def __repr__(self) -> str:
        return repr((*self,))
