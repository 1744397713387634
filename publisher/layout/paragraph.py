"""Paragraphs: characters with a voice in, lines of positioned glyphs out.

``set_paragraph`` sets a page's paragraph at its best (``linebreak``); ``wrap_paragraph`` foretells
how an office program will break a text box, never with fewer lines than it. Lines come with ``x``
relative to the frame's left edge and baseline 0; ``place`` moves them onto a sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import HAN_LATIN, MAY_BREAK, Kind, Level
from publisher.layout.ink import BOTH, Moves, ink_share, is_rest, to_middle
from publisher.layout.justify import Placed, set_out
from publisher.layout.kept import kept_ranges
from publisher.layout.linebreak import break_lines
from publisher.layout.stretch import NOT_LETTERS, Box, Manner, Stretch, measure_stretch
from publisher.layout.western import breaks_in, compounds, is_western
from publisher.plan import Colour, Glyph, GlyphRun, Line
from publisher.typeface.metrics import face_metrics
from publisher.typeface.opened import opened
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import WESTERN, Shaped, shape

Alignment: TypeAlias = Literal["justify", "left", "center", "right"]

EM_BASELINE = 0.88
"""Chinese faces stand on a baseline 0.88 em below the em box's top (OpenType ``ideo`` −0.12)."""


_NO_MOVES: Moves = MappingProxyType({})


class Span(NamedTuple):
    """Characters of one voice: ``role`` is a font role of the typefaces, ``size`` the em.

    ``rise`` is how far they stand above the baseline; ``mark`` what is drawn to them (``voices``).
    """

    text: str
    role: str
    size: Emu
    colour: Colour
    rise: Emu = 0
    mark: str = ""


class _Letter(NamedTuple):
    """A shaped glyph with the span that it comes from and its advance in EMU."""

    shaped: Shaped
    span: Span
    width: Emu


def is_centred(language: str) -> bool:
    """Whether pauses and stops stand in the middle of their em (CLREQ 3.1.6: Taiwan, Hong Kong)."""
    return language.lower().startswith(_CENTRED)


def set_paragraph(
    spans: Sequence[Span],
    measure: Emu,
    typefaces: Typefaces,
    *,
    first_indent: Emu = 0,
    alignment: Alignment = "justify",
    level: Level = "GB",
    language: str = "zh-Hans",
    together: Sequence[tuple[int, int]] | None = None,
) -> tuple[Line, ...]:
    """Set ``spans`` as one paragraph of width ``measure``, broken at its best by CLREQ's rules.

    Justified lines but the last end exactly at the measure with their last advance box, half an
    em wide for a mark. ``\\n`` ends a line, which then is not stretched; an empty text has no
    line. The lines' texts joined are the spans' without ``\\n``.

    ``together`` are ranges of the spans' characters that rather stay on one line; None are the
    names, phrases and figures that ``kept`` knows. A paragraph in
    English is hyphenated and justified by its word spaces alone, ragged where these grow too wide.
    """
    text = "".join(span.text for span in spans)
    western = is_western(text)
    if together is None:
        together = kept_ranges(text)
    setting = _Setting(
        measure, typefaces, alignment, level, WESTERN if western else language, western
    )
    lines: list[Line] = []
    at = 0
    for part in _forced_lines(spans):
        while text.startswith("\n", at):
            at += 1
        length = sum(len(span.text) for span in part)
        here = [(a - at, b - at) for a, b in together if at <= a and b <= at + length]
        lines += setting.lines(part, 0 if lines else first_indent, here)
        at += length
    return tuple(lines)


class _Setting(NamedTuple):
    """How a page's paragraph is set."""

    measure: Emu
    typefaces: Typefaces
    alignment: Alignment
    level: Level
    language: str
    western: bool

    def lines(
        self, spans: Sequence[Span], indent: Emu, together: Sequence[tuple[int, int]]
    ) -> Iterator[Line]:
        letters = _level_words(_letters(spans, self.typefaces, self.language), self.typefaces)
        hyphens = self._hyphens(letters)
        moves = self._moves(letters)
        stretch = measure_stretch(
            [Box(shaped.text, width, span.size) for shaped, span, width in letters],
            lambda i: BOTH if i in moves else _share_of(letters[i], self.typefaces),
            Manner(
                self.level,
                _boxes_of(together, letters),
                {b: hyphen.width for b, hyphen in hyphens.items()},
                self.western,
                is_centred(self.language),
                [i for i, letter in enumerate(letters) if letter.span.rise],
            ),
        )
        justify = self.alignment == "justify"
        ends = break_lines(stretch, self.measure, indent, justify=justify)
        if justify and self.western and self._is_loose(stretch, ends, indent):
            justify = False
            ends = break_lines(stretch, self.measure, indent, justify=False)
        start = 0
        for end in ends:
            margin = 0 if start else indent
            room = self.measure - margin
            hyphen = hyphens.get(end)
            natural = stretch.right[end] - stretch.left[start]
            full = natural > room or (justify and end != ends[-1])
            placed, width = set_out(stretch, start, end, room if full else None)
            runs = _runs(placed, letters, moves)
            if hyphen:
                runs = (*runs, _run_of(hyphen, width))
                width += hyphen.width
            yield Line(margin + _offset(self.alignment, room - width), 0, width, runs)
            start = end

    def _hyphens(self, letters: Sequence[_Letter]) -> dict[int, _Letter]:
        """The hyphen that each break inside a word needs, in the voice of the letter before."""
        if not self.western:
            return {}
        places = breaks_in([letter.shaped.text for letter in letters], self.language)
        return {b: _hyphen(letters[b - 1].span, self.typefaces, self.language) for b in places}

    def _moves(self, letters: Sequence[_Letter]) -> Moves:
        """Pauses and stops that are moved to the middle of their em."""
        if not is_centred(self.language):
            return {}
        return {
            i: to_middle(self.typefaces, letter.shaped.face, letter.shaped.gid)
            for i, letter in enumerate(letters)
            if is_rest(letter.shaped.text, letter.width, letter.span.size)
        }

    def _is_loose(self, stretch: Stretch, ends: Sequence[int], indent: Emu) -> bool:
        start = 0
        for end in ends[:-1]:
            room = self.measure - (0 if start else indent)
            need = room - (stretch.right[end] - stretch.left[start])
            last = stretch.last[end]
            if need > (stretch.gaps[last] - stretch.gaps[start]) * stretch.em * _LOOSEST:
                return True
            start = end
        return False


_CENTRED = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
_LOOSEST = 0.5
"""What each word space of an English line may take more than its own, in ems."""


def _level_words(letters: list[_Letter], typefaces: Typefaces) -> list[_Letter]:
    """Kerning between a letter and a space, moved into the space: at a line's end it falls away
    with it, and the letter keeps its own advance."""
    for i, (before, after) in enumerate(pairwise(letters)):
        if after.shaped.text != " " or not after.width:
            continue
        shaped = before.shaped
        own = opened(typefaces.face(shaped.face)).advance(shaped.gid)
        kerned = before.span.size * (shaped.advance - own) // shaped.units
        if kerned and after.width + kerned > 0:
            letters[i] = before._replace(width=before.width - kerned)
            letters[i + 1] = after._replace(width=after.width + kerned)
    return letters


def _boxes_of(
    ranges: Sequence[tuple[int, int]], letters: Sequence[_Letter]
) -> list[tuple[int, int]]:
    """Ranges of characters as ranges of boxes."""
    if not ranges:
        return []
    box, at = {}, 0
    for i, letter in enumerate(letters):
        box[at] = i
        at += len(letter.shaped.text)
    box[at] = len(letters)
    return [(box[a], box[b]) for a, b in ranges if a in box and b in box]


def _hyphen(span: Span, typefaces: Typefaces, language: str) -> _Letter:
    """A hyphen as drawn at a line's end. It stands for nothing, so that the text stays whole."""
    (hyphen,) = _letters([span._replace(text="a-")], typefaces, language)[1:]
    return hyphen._replace(shaped=hyphen.shaped._replace(text=""))


def _run_of(letter: _Letter, x: Emu) -> GlyphRun:
    shaped, span, width = letter
    glyph = Glyph("", shaped.gid, x, width, 0)
    return GlyphRun(shaped.face, span.size, span.colour, (glyph,), span.rise, span.mark)


def broken_rules(lines: Sequence[Line], level: Level = "GB") -> list[str]:
    """The breaks, as the characters a|b about them, at which the measure left no way but to break
    a rule: a line start or end, a word or figure torn, a last line of one Han character.

    ``lines`` are those of ``set_paragraph``, from first to last.
    """
    words = [char for line in lines for char in line.text]
    kinds = clreq.classes_of(words)
    table = clreq.pair_table(level)
    western = is_western("".join(words))
    allowed = set(clreq.address_breaks(words))
    if western:
        allowed |= {*breaks_in(words), *compounds(words)}
    found = []
    b = 0
    for line in lines[:-1]:
        b += len(line.text)
        if not 0 < b < len(words) or b in allowed:
            continue
        alone = b == len(words) - len(lines[-1].text) and _is_alone(kinds[b:])
        if alone or not table[kinds[b - 1]][kinds[b]] & MAY_BREAK:
            found.append(f"{words[b - 1]}|{words[b]}")
    return found


def _is_alone(kinds: Sequence[int]) -> bool:
    """Whether a last line has a single Han character and else marks."""
    letters = [kind for kind in kinds if kind not in NOT_LETTERS]
    return len(letters) == 1 and letters[0] in {int(Kind.HAN), int(Kind.UNIT)}


def wrap_paragraph(
    spans: Sequence[Span],
    measure: Emu,
    typefaces: Typefaces,
    *,
    alignment: Alignment = "left",
    first_indent: Emu = 0,
) -> tuple[Line, ...]:
    """Break ``spans`` as PowerPoint or LibreOffice will, rather one line more than fewer.

    Greedy and ragged: marks keep their full width, a quarter em stands between Han and Latin,
    nothing hangs; a mark that would begin a line takes the character before it along; a word is
    broken only where it is wider than the measure. ``\\n`` ends a line, and an empty line stays.
    """
    lines: list[Line] = []
    for part in _forced_lines(spans, keep_empty=True):
        letters = _letters(part, typefaces, "zh-Hans", rounded_up=True)
        lines += _wrap_part(letters, measure, alignment, 0 if lines else first_indent)
    return tuple(lines)


def _wrap_part(
    letters: Sequence[_Letter], measure: Emu, alignment: Alignment, indent: Emu
) -> Iterator[Line]:
    if not letters:
        yield Line(_offset(alignment, measure), 0, 0, ())
        return
    kinds = clreq.classes_of([letter.shaped.text for letter in letters])
    table = clreq.pair_table("office")
    flags = [table[a][b] for a, b in pairwise(kinds)] + [MAY_BREAK]
    for b in clreq.address_breaks([letter.shaped.text for letter in letters], after="/"):
        flags[b - 1] |= MAY_BREAK
    gaps = [
        max(letters[i].span.size, letters[i + 1].span.size) // 4 if flag & HAN_LATIN else 0
        for i, flag in enumerate(flags)
    ]
    start = 0
    while start < len(letters):
        margin = 0 if start else indent
        end = _greedy_end(letters, kinds, flags, gaps, start, measure - margin)
        placed, width = _lay_flush(letters, kinds, gaps, start, end)
        shift = margin + _offset(alignment, measure - margin - width)
        yield Line(shift, 0, width, _runs(placed, letters))
        start = end


def _greedy_end(
    letters: Sequence[_Letter],
    kinds: list[int],
    flags: list[int],
    gaps: list[Emu],
    start: int,
    measure: Emu,
) -> int:
    """The end of the line that begins at ``start``: its last legal break that fits."""
    x = 0
    fitting = start
    i = start
    while i < len(letters):
        x += letters[i].width
        if x > measure and kinds[i] != int(Kind.SPACE):
            break
        i += 1
        if flags[i - 1] & MAY_BREAK:
            fitting = i
        x += gaps[i - 1]
    if i == len(letters):
        return i
    if fitting > start:
        return fitting
    i = max(i, start + 1)  # not even one word fits: break inside it, but never inside a cluster
    while i < len(letters) and kinds[i] == int(Kind.JOINED):
        i += 1
    return i


def _lay_flush(
    letters: Sequence[_Letter], kinds: list[int], gaps: list[Emu], start: int, end: int
) -> tuple[list[Placed], Emu]:
    """The boxes of a line at their natural places; spaces at its end have no width."""
    seen = end
    while seen > start and kinds[seen - 1] == int(Kind.SPACE):
        seen -= 1
    placed: list[Placed] = []
    x = right = 0
    for i in range(start, end):
        if i >= seen:
            placed.append(Placed(i, right, 0, 0))
            continue
        width = letters[i].width
        placed.append(Placed(i, x, width, 0))
        right = x + width
        x = right + gaps[i]
    return placed, right


def place(lines: Iterable[Line], x: Emu, first_baseline: Emu, pitch: Emu) -> tuple[Line, ...]:
    """The lines moved right by ``x``, on baselines ``pitch`` apart from ``first_baseline``."""
    return tuple(
        Line(x + line.x, first_baseline + row * pitch, line.width, line.runs)
        for row, line in enumerate(lines)
    )


def ascent_of(role: str, size: Emu, typefaces: Typefaces) -> Emu:
    """How far the em box of the role's Chinese face reaches above the baseline."""
    metrics = face_metrics(typefaces.face(typefaces.role(role).han))
    return round(size * metrics.em_top / metrics.units)


def text_width(spans: Sequence[Span], typefaces: Typefaces) -> Emu:
    """The width of ``spans`` on one line as ``wrap_paragraph`` reckons it."""
    lines = wrap_paragraph(spans, 1 << 60, typefaces)
    return max((line.width for line in lines), default=0)


def _offset(alignment: Alignment, room: Emu) -> Emu:
    if alignment == "center":
        return max(0, room // 2)
    return max(0, room) if alignment == "right" else 0


def _forced_lines(spans: Iterable[Span], *, keep_empty: bool = False) -> Iterator[list[Span]]:
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


def _letters(
    spans: Iterable[Span], typefaces: Typefaces, language: str, *, rounded_up: bool = False
) -> list[_Letter]:
    letters: list[_Letter] = []
    make = _Letter._make
    for span in spans:
        size = span.size
        up = 0 if not rounded_up else 1
        for shaped in shape(span.text, span.role, typefaces, language):
            whole, rest = divmod(size * shaped.advance, shaped.units)
            letters.append(make((shaped, span, whole + (up and rest > 0))))
    return letters


def _share_of(letter: _Letter, typefaces: Typefaces) -> float:
    return ink_share(typefaces, letter.shaped.face, letter.shaped.gid)


def _runs(
    placed: Sequence[Placed], letters: Sequence[_Letter], moves: Moves = _NO_MOVES
) -> tuple[GlyphRun, ...]:
    """The boxes of a line as glyphs, one run for each face, size and colour."""
    runs: list[GlyphRun] = []
    make = Glyph._make

    def style(place: Placed) -> tuple[str, Emu, Colour, Emu, str]:
        shaped, span, _ = letters[place.box]
        return shaped.face, span.size, span.colour, span.rise, span.mark

    for (face, size, colour, rise, mark), group in groupby(placed, style):
        glyphs = []
        for box, x, width, trim in group:
            shaped = letters[box].shaped
            lift = 0
            if box in moves:
                trim -= round(size * moves[box].right)
                lift = round(size * moves[box].up)
            glyphs.append(make((shaped.text, shaped.gid, x, width, trim, lift)))
        runs.append(GlyphRun(face, size, colour, tuple(glyphs), rise, mark))
    return tuple(runs)
