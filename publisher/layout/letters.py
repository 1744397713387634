"""Letters: shaped glyphs with the voice that they come from, and their way into lines.

What both kinds of paragraphs are made of, those of pages (``paragraph``) and those of text boxes
(``wrapping``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from types import MappingProxyType
from typing import Literal, TypeAlias

from publisher.geometry import Emu
from publisher.layout.placed import Moves, Row
from publisher.manuscript import Ruby
from publisher.plan import Colour, Glyph, GlyphRun, Line
from publisher.record import NamedTuple, maker
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import Shaped, shape

Alignment: TypeAlias = Literal["justify", "left", "center", "right"]

EM_BASELINE = 0.88
"""Chinese faces stand on a baseline 0.88 em below the em box's top (OpenType ``ideo`` −0.12)."""


class Span(NamedTuple):
    """Characters of one voice: ``role`` is a font role of the typefaces, ``size`` the em.

    ``rise`` is how far they stand above the baseline; ``mark`` what is drawn to them (``voices``),
    ``ruby`` their reading, which stands above them.
    """

    text: str
    role: str
    size: Emu
    colour: Colour
    rise: Emu = 0
    mark: str = ""
    ruby: Ruby | None = None


class Letters:
    """Shaped glyphs, in columns: of each the glyph, the span that it comes from, the em, and its
    advance in EMU."""

    __slots__ = ("ems", "shapes", "spans", "widths")

    def __init__(self) -> None:
        self.shapes: list[Shaped] = []
        self.spans: list[Span] = []
        self.ems: list[Emu] = []
        self.widths: list[Emu] = []

    def __len__(self) -> int:
        return len(self.shapes)

    @property
    def texts(self) -> list[str]:
        return [shaped[0] for shaped in self.shapes]


_glyph = maker(Glyph)


def place(lines: Iterable[Line], x: Emu, first_baseline: Emu, pitch: Emu) -> tuple[Line, ...]:
    """The lines moved right by ``x``, on baselines ``pitch`` apart from ``first_baseline``."""
    return tuple(
        Line(x + line.x, first_baseline + row * pitch, *line[2:]) for row, line in enumerate(lines)
    )


def offset_in(alignment: Alignment, room: Emu) -> Emu:
    if alignment == "center":
        return max(0, room // 2)
    return max(0, room) if alignment == "right" else 0


def forced_lines(spans: Iterable[Span], *, keep_empty: bool = False) -> Iterator[list[Span]]:
    """The spans cut at each ``\\n``."""
    part: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        if first:
            part.append(Span(first, *span[1:]) if others else span)
        for text in others:
            if part or keep_empty:
                yield part
            part = [Span(text, *span[1:])] if text else []
    if part or keep_empty:
        yield part


def letters_of(
    spans: Iterable[Span], typefaces: Typefaces, language: str, *, rounded_up: bool = False
) -> Letters:
    """``spans`` as letters; an advance is a whole number of EMU, the next lower or higher one."""
    letters = Letters()
    for span in spans:
        shapes = shape(span.text, span.role, typefaces, language)
        # -(-a // b) is a / b rounded up.
        size, up = (-span.size, -1) if rounded_up else (span.size, 1)
        letters.shapes += shapes
        letters.spans += [span] * len(shapes)
        letters.ems += [span.size] * len(shapes)
        letters.widths += [up * (size * advance // units) for _, _, _, advance, units in shapes]
    return letters


_NO_MOVES: Moves = MappingProxyType({})


def runs_of(row: Row, letters: Letters, moves: Moves = _NO_MOVES) -> tuple[GlyphRun, ...]:
    """The boxes of a line as glyphs, one run for each face, size and colour."""
    first, end = row.first, row.first + len(row.xs)
    shapes, spans = letters.shapes[first:end], letters.spans[first:end]
    if not shapes:
        return ()
    texts, faces, gids, _, _ = zip(*shapes)
    columns = (texts, gids, row.xs, row.widths, row.trims, repeat(0))
    glyphs = tuple(map(_glyph, zip(*columns)))
    if moves:
        glyphs = tuple(_moved(glyphs, spans, first, moves))
    if faces.count(faces[0]) == spans.count(spans[0]) == len(shapes):
        return (_run(faces[0], spans[0], glyphs),)
    styles = [(face, *_style(span)) for face, span in zip(faces, spans)]
    changes = (i for i, (a, b) in enumerate(pairwise(styles), 1) if a != b)
    return tuple(
        _run(faces[a], spans[a], glyphs[a:b]) for a, b in pairwise((0, *changes, len(shapes)))
    )


def _run(face: str, span: Span, glyphs: tuple[Glyph, ...]) -> GlyphRun:
    size, colour, rise, mark = _style(span)
    return GlyphRun(face, size, colour, glyphs, rise, mark)


def _style(span: Span) -> tuple[Emu, Colour, Emu, str]:
    """What the glyphs of a run have in common, but for their face."""
    return span.size, span.colour, span.rise, span.mark


def _moved(
    glyphs: Iterable[Glyph], spans: Iterable[Span], first: int, moves: Moves
) -> Iterator[Glyph]:
    for i, (glyph, span) in enumerate(zip(glyphs, spans), first):
        move = moves.get(i)
        if move:
            trim, lift = glyph.trim - round(span.size * move.right), round(span.size * move.up)
            glyph = glyph._replace(trim=trim, lift=lift)
        yield glyph
