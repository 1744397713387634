"""Letters: shaped glyphs with the voice that they come from, and their way into lines.

What both kinds of paragraphs are made of, those of pages (``paragraph``) and those of text boxes
(``wrapping``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Literal, TypeAlias

from publisher.geometry import Emu
from publisher.layout.placed import Moves, Row
from publisher.manuscript import Ruby
from publisher.plan import Colour, GlyphRun, Glyphs, Line
from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import ShapedRun, shape_runs

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
    """Shaped glyphs, in columns: of each what it stands for, its face, its glyph, its advance in
    units of the font, the span that it comes from, the em, and its advance in EMU.

    ``texts`` is a str where each stands for one character. At each of ``starts`` another look
    begins: face, size, colour, rise and mark, which are ``looks``.
    """

    __slots__ = (
        "advances", "ems", "faces", "gids", "looks", "spans", "starts", "texts", "widths",
    )  # fmt: skip

    def __init__(self) -> None:
        self.texts: Sequence[str] = ""
        self.faces: list[str] = []
        self.gids: list[int] = []
        self.advances: list[int] = []
        self.spans: list[Span] = []
        self.ems: list[Emu] = []
        self.widths: list[Emu] = []
        self.starts: list[int] = []
        self.looks: list[tuple[str, Emu, Colour, Emu, str]] = []

    def __len__(self) -> int:
        return len(self.gids)

    def add(self, span: Span, run: ShapedRun, widths: list[Emu]) -> None:
        """What a run of ``span`` comes to; its texts are added by who has all of them."""
        count = len(widths)
        look = (run.face, span.size, span.colour, span.rise, span.mark)
        if not self.looks or look != self.looks[-1]:
            self.starts.append(len(self.gids))
            self.looks.append(look)
        self.faces += [run.face] * count
        self.gids += run.gids
        self.advances += run.advances
        self.spans += [span] * count
        self.ems += [span.size] * count
        self.widths += widths


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
        if "\n" not in span.text:
            part += [span] if span.text else []
            continue
        first, *others = span.text.split("\n")
        part += [Span(first, *span[1:])] if first else []
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
    texts: list[Sequence[str]] = []
    for span in spans:
        for run in shape_runs(span.text, span.role, typefaces, language):
            letters.add(span, run, run.widths(span.size, rounded_up=rounded_up))
            texts.append(run.texts)
    letters.texts = joined(texts)
    return letters


def joined(texts: Sequence[Sequence[str]]) -> Sequence[str]:
    """Texts of glyphs one after the other, as a str where each is of one character."""
    if all(isinstance(text, str) for text in texts):
        return "".join(texts)  # type: ignore[arg-type]  # they are
    return [*chain.from_iterable(texts)]


_NO_MOVES: Moves = MappingProxyType({})


def runs_of(row: Row, letters: Letters, moves: Moves = _NO_MOVES) -> tuple[GlyphRun, ...]:
    """The boxes of a line as glyphs, one run for each face, size and colour."""
    first, end = row.first, row.first + len(row.xs)
    if first == end:
        return ()
    trims, lifts = _moved(row, letters.spans, moves) if moves else (row.trims, ())
    at = bisect_right(letters.starts, first)
    until = bisect_left(letters.starts, end, at)
    if at == until:
        texts, gids = letters.texts[first:end], letters.gids[first:end]
        glyphs = Glyphs(texts, gids, row.xs, row.widths, trims, lifts)
        return (_run(letters.looks[at - 1], glyphs),)
    runs: list[GlyphRun] = []
    edges = (first, *letters.starts[at:until], end)
    for look, (start, stop) in zip(letters.looks[at - 1 : until], pairwise(edges)):
        a, b = start - first, stop - first
        columns = letters.texts[start:stop], letters.gids[start:stop], row.xs[a:b], row.widths[a:b]
        runs.append(_run(look, Glyphs(*columns, trims[a:b], lifts[a:b])))
    return tuple(runs)


def _run(look: tuple[str, Emu, Colour, Emu, str], glyphs: Glyphs) -> GlyphRun:
    face, size, colour, rise, mark = look
    return GlyphRun(face, size, colour, glyphs, rise, mark)


def _moved(row: Row, spans: Sequence[Span], moves: Moves) -> tuple[Sequence[Emu], Sequence[Emu]]:
    """How far the ink of each box of a line is trimmed and lifted, with what moves it."""
    trims = [*row.trims] or [0] * len(row.xs)
    lifts = [0] * len(row.xs)
    for at, i in enumerate(range(row.first, row.first + len(row.xs))):
        move = moves.get(i)
        if move:
            trims[at] -= round(spans[i].size * move.right)
            lifts[at] = round(spans[i].size * move.up)
    return trims, lifts
