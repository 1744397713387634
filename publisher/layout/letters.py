"""Letters: shaped glyphs with the voice that they come from, and their way into lines.

What both kinds of paragraphs are made of, those of pages (``paragraph``) and those of text boxes
(``wrapping``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from types import MappingProxyType
from typing import Literal, TypeAlias

from publisher.geometry import Emu
from publisher.layout.placed import Move, Moves, Placed
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


class Letter(NamedTuple):
    """A shaped glyph with the span that it comes from and its advance in EMU."""

    shaped: Shaped
    span: Span
    width: Emu


_letter, _glyph = maker(Letter), maker(Glyph)


def place(lines: Iterable[Line], x: Emu, first_baseline: Emu, pitch: Emu) -> tuple[Line, ...]:
    """The lines moved right by ``x``, on baselines ``pitch`` apart from ``first_baseline``."""
    return tuple(
        line._replace(x=x + line.x, baseline=first_baseline + row * pitch)
        for row, line in enumerate(lines)
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
            part.append(span._replace(text=first) if others else span)
        for text in others:
            if part or keep_empty:
                yield part
            part = [span._replace(text=text)] if text else []
    if part or keep_empty:
        yield part


def letters_of(
    spans: Iterable[Span], typefaces: Typefaces, language: str, *, rounded_up: bool = False
) -> list[Letter]:
    letters: list[Letter] = []
    for span in spans:
        shapes = shape(span.text, span.role, typefaces, language)
        size, up = span.size, -1 if rounded_up else 1
        # -(-a // b) is a / b rounded up.
        widths = [up * (up * size * shaped.advance // shaped.units) for shaped in shapes]
        letters += map(_letter, zip(shapes, repeat(span), widths))
    return letters


_NO_MOVES: Moves = MappingProxyType({})


def runs_of(
    placed: Sequence[Placed], letters: Sequence[Letter], moves: Moves = _NO_MOVES
) -> tuple[GlyphRun, ...]:
    """The boxes of a line, which follow each other, as glyphs, one run for each face, size and
    colour."""
    if not placed:
        return ()
    first = placed[0].box
    here = letters[first : first + len(placed)]
    changes = [
        i for i, (a, b) in enumerate(pairwise(here), 1) if a[1] is not b[1] or a[0][1] != b[0][1]
    ]
    cuts = [0, *(i for i in changes if _style(here[i - 1]) != _style(here[i])), len(here)]
    glyphs = [
        _glyph((letter[0][0], letter[0][2], x, width, trim, 0))
        for letter, (_, x, width, trim) in zip(here, placed)
    ]
    for box in moves:
        if first <= box < first + len(here):
            glyphs[box - first] = _moved(glyphs[box - first], here[box - first], moves[box])
    runs = []
    for start, end in pairwise(cuts):
        face, size, colour, rise, mark = _style(here[start])
        runs.append(GlyphRun(face, size, colour, tuple(glyphs[start:end]), rise, mark))
    return tuple(runs)


def _style(letter: Letter) -> tuple[str, Emu, Colour, Emu, str]:
    """What the glyphs of a run have in common."""
    shaped, span, _ = letter
    return shaped.face, span.size, span.colour, span.rise, span.mark


def _moved(glyph: Glyph, letter: Letter, move: Move) -> Glyph:
    size = letter.span.size
    trim = glyph.trim - round(size * move.right)
    return glyph._replace(trim=trim, lift=round(size * move.up))
