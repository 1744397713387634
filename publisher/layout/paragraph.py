"""Paragraphs: characters with a voice in, lines of positioned glyphs out.

``set_paragraph`` sets a page's paragraph at its best (``linebreak``). Lines come with ``x``
relative to the frame's left edge and baseline 0; ``place`` moves them onto a sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import TypeAlias

from publisher.geometry import Emu
from publisher.layout import clreq
from publisher.layout.clreq import MAY_BREAK, Kind, Level
from publisher.layout.ink import BOTH, ink_share, is_rest, to_middle
from publisher.layout.justify import set_out
from publisher.layout.kept import kept_ranges
from publisher.layout.letters import (
    Alignment,
    Letters,
    Span,
    forced_lines,
    letters_of,
    offset_in,
    runs_of,
)
from publisher.layout.linebreak import break_lines
from publisher.layout.placed import Boxes, Moves, Row
from publisher.layout.readings import above, make_room, readings_of
from publisher.layout.stretch import NOT_LETTERS, Manner, Stretch, measure_stretch
from publisher.layout.western import breaks_in, compounds, is_western
from publisher.plan import Line
from publisher.record import NamedTuple
from publisher.typeface.registry import Typefaces
from publisher.typeface.shaping import WESTERN, shape_runs
from publisher.typeface.tables import ready

Ranges: TypeAlias = Sequence[tuple[int, int]]
"""From which character, or box, to which."""


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
    together: Ranges | None = None,
    own: frozenset[str] = frozenset(),
) -> tuple[Line, ...]:
    """Set ``spans`` as one paragraph of width ``measure``, broken at its best by CLREQ's rules.

    Justified lines but the last end exactly at the measure with their last advance box, half an
    em wide for a mark. ``\\n`` ends a line, which then is not stretched; an empty text has no
    line. The lines' texts joined are the spans' without ``\\n``.

    ``together`` are ranges of the spans' characters that rather stay on one line; None are the
    names, phrases and figures that ``kept`` knows; those with a word of ``own`` stay more firmly.
    A paragraph in English is hyphenated and justified by its word spaces alone, ragged where these
    grow too wide.
    """
    text = "".join(span.text for span in spans)
    western = is_western(text)
    setting = _Setting(
        measure, typefaces, alignment, level, WESTERN if western else language, western
    )
    lines: list[Line] = []
    at = 0
    for part in forced_lines(spans):
        while text.startswith("\n", at):
            at += 1
        end = at + sum(len(span.text) for span in part)
        kept = partial(_kept_in, text, at, end, together, own)
        lines += setting.lines(part, 0 if lines else first_indent, kept)
        at = end
    return tuple(lines)


def _kept_in(
    text: str, start: int, end: int, together: Ranges | None, own: frozenset[str]
) -> tuple[Ranges, Ranges]:
    """What is kept together from one place in ``text`` to another, counted from there; and of it
    what has a word of ``own``."""
    known = kept_ranges(text, own) if together is None else together
    here = [(a, b) for a, b in known if start <= a and b <= end]
    firm = [(a, b) for a, b in here if any(word in text[a:b] for word in own)]
    return [(a - start, b - start) for a, b in here], [(a - start, b - start) for a, b in firm]


class _Setting(NamedTuple):
    """How a page's paragraph is set."""

    measure: Emu
    typefaces: Typefaces
    alignment: Alignment
    level: Level
    language: str
    western: bool

    def lines(
        self,
        spans: Sequence[Span],
        indent: Emu,
        kept: Callable[[], tuple[Ranges, Ranges]],
    ) -> Iterator[Line]:
        faces, measure = self.typefaces, self.measure
        letters = _level_words(letters_of(spans, faces, self.language), faces)
        hyphens = self._hyphens(letters)
        has_readings = any(span.ruby is not None for span in spans)
        readings = readings_of(letters, faces, self.language) if has_readings else []
        moves = {**self._moves(letters), **make_room(letters, readings)}
        together, own = kept() if self._may_break(letters, indent) else ((), ())
        stretch = measure_stretch(
            Boxes(letters.texts, letters.widths, letters.ems),
            lambda i: BOTH if i in moves else ink_share(faces, letters.faces[i], letters.gids[i]),
            Manner(
                self.level,
                _boxes_of(together, letters),
                {b: hyphen.widths[0] for b, hyphen in hyphens.items()},
                self.western,
                is_centred(self.language),
                _raised(spans, letters),
                [(reading.start, reading.end) for reading in readings],
                _boxes_of(own, letters),
            ),
        )
        ends, justified = self._ends(stretch, indent)
        start = 0
        for end in ends:
            margin = 0 if start else indent
            room = measure - margin
            hyphen = hyphens.get(end)
            natural = stretch.right[end] - stretch.left[start]
            full = natural > room or (justified and end != ends[-1])
            row, width = set_out(stretch, start, end, room if full else None)
            runs = runs_of(row, letters, moves)
            if hyphen:
                runs += runs_of(Row(0, [width], hyphen.widths), hyphen)
                width += hyphen.widths[0]
            shift = margin + offset_in(self.alignment, room - width)
            read = above(row, readings, letters) if readings else ()
            yield Line(shift, 0, width, runs, read)
            start = end

    def _may_break(self, letters: Letters, indent: Emu) -> bool:
        """Whether there may be more than one line; a quarter em at most stands between letters."""
        widest = sum(letters.widths) + len(letters) * max(letters.ems, default=0) // 4
        return widest > self.measure - indent

    def _ends(self, stretch: Stretch, indent: Emu) -> tuple[list[int], bool]:
        """Where the lines end, and whether they are justified."""
        justify = self.alignment == "justify"
        ends = break_lines(stretch, self.measure, indent, justify=justify, western=self.western)
        if justify and self.western and self._is_loose(stretch, ends, indent):
            return break_lines(stretch, self.measure, indent, justify=False), False
        return ends, justify

    def _hyphens(self, letters: Letters) -> dict[int, Letters]:
        """The hyphen that each break inside a word needs, in the voice of the letter before."""
        if not self.western:
            return {}
        places = breaks_in(letters.texts, self.language)
        return {b: _hyphen(letters.spans[b - 1], self.typefaces, self.language) for b in places}

    def _moves(self, letters: Letters) -> Moves:
        """Pauses and stops that are moved to the middle of their em."""
        if not is_centred(self.language):
            return {}
        return {
            i: to_middle(self.typefaces, letters.faces[i], letters.gids[i])
            for i, text in enumerate(letters.texts)
            if is_rest(text, letters.widths[i], letters.ems[i])
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


def _level_words(letters: Letters, typefaces: Typefaces) -> Letters:
    """Kerning between a letter and a space, moved into the space: at a line's end it falls away
    with it, and the letter keeps its own advance."""
    texts, widths = letters.texts, letters.widths
    if " " not in texts:
        return letters
    for i in [i for i, text in enumerate(texts) if i and text == " "]:
        if not widths[i]:
            continue
        face = ready(typefaces.face(letters.faces[i - 1]))
        more = letters.advances[i - 1] - face.advance(letters.gids[i - 1])
        kerned = letters.ems[i - 1] * more // face.units
        if kerned and widths[i] + kerned > 0:
            widths[i - 1] -= kerned
            widths[i] += kerned
    return letters


def _raised(spans: Sequence[Span], letters: Letters) -> list[int]:
    """The letters above or below the line."""
    if not any(span.rise for span in spans):
        return []
    return [i for i, span in enumerate(letters.spans) if span.rise]


def _boxes_of(ranges: Ranges, letters: Letters) -> list[tuple[int, int]]:
    """Ranges of characters as ranges of boxes."""
    texts = letters.texts
    if not ranges or isinstance(texts, str):
        return list(ranges)
    starts = accumulate(map(len, texts), initial=0)
    box = {at: i for i, at in enumerate(starts)}
    return [(box[a], box[b]) for a, b in ranges if a in box and b in box]


def _hyphen(span: Span, typefaces: Typefaces, language: str) -> Letters:
    """A hyphen as drawn at a line's end. It stands for nothing, so that the text stays whole."""
    *_, drawn = shape_runs("a-", span.role, typefaces, language)
    alone = drawn._replace(texts=[""], gids=drawn.gids[-1:], advances=drawn.advances[-1:])
    hyphen = Letters()
    hyphen.add(span, alone, alone.widths(span.size))
    hyphen.texts = alone.texts
    return hyphen


def broken_rules(lines: Sequence[Line], level: Level = "GB") -> list[str]:
    """The breaks, as the characters a|b about them, at which the measure left no way but to break
    a rule: a line start or end, a word or figure torn, a last line of one Han character.

    ``lines`` are those of ``set_paragraph``, from first to last.
    """
    if len(lines) < 2:
        return []
    texts = [line.text for line in lines]
    if _are_sound(texts, level):
        return []
    words = list("".join(texts))
    kinds = clreq.classes_of(words)
    table = clreq.pair_table(level)
    allowed = set(clreq.address_breaks(words))
    if is_western("".join(texts)):
        allowed |= {*breaks_in(words), *compounds(words)}
    found = []
    for b in accumulate(map(len, texts[:-1])):
        if not 0 < b < len(words) or b in allowed:
            continue
        alone = b == len(words) - len(texts[-1]) and _is_alone(kinds[b:])
        if alone or not table[kinds[b - 1]][kinds[b]] & MAY_BREAK:
            found.append(f"{words[b - 1]}|{words[b]}")
    return found


def _are_sound(texts: Sequence[str], level: Level) -> bool:
    """Whether all ends of lines are right whatever else stands there, as most are."""
    if sum(map(str.isalnum, texts[-1])) < _LETTERS:
        return False
    return all(clreq.surely_breaks(a[-1:], b[:1], level) for a, b in pairwise(texts))


_LETTERS = 2
"""So many in a last line are not alone."""


def _is_alone(kinds: Sequence[int]) -> bool:
    """Whether a last line has a single Han character and else marks."""
    letters = [kind for kind in kinds if kind not in NOT_LETTERS]
    return len(letters) == 1 and letters[0] in {int(Kind.HAN), int(Kind.UNIT)}
