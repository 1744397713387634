"""From characters to glyphs: which face draws each of them, which glyph, how far it advances."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from publisher.geometry import Emu
from publisher.record import NamedTuple
from publisher.typeface.opened import HAN, LATIN, Manner
from publisher.typeface.registry import Typefaces
from publisher.typeface.scripts import clusters, is_blank, is_latin, pattern, stretches
from publisher.typeface.tables import Ready, ready

WESTERN = "en"
"""The language of a paragraph whose quotes and dashes are those of Latin."""


class Shaped(NamedTuple):
    """A glyph as shaped.

    ``text`` is what it stands for: the characters of its cluster on the cluster's first glyph, ""
    on the others. ``advance`` is in font units, ``units`` of which make the em; kerning is in it.
    ``gid`` 0 is a character that no face has: see ``fallback``.
    """

    text: str
    face: str
    gid: int
    advance: int
    units: int


class ShapedRun(NamedTuple):
    """Glyphs of one face that follow each other, in columns, as ``Shaped`` has them.

    ``texts`` is a str where each glyph stands for one character.
    """

    texts: Sequence[str]
    face: str
    units: int
    gids: Sequence[int]
    advances: Sequence[int]

    def widths(self, size: Emu, *, rounded_up: bool = False) -> list[Emu]:
        """The advances at the em ``size``, each a whole number, the next lower or higher one."""
        units, advances = self.units, self.advances
        if advances.count(units) == len(advances):  # full-width, as nearly all of Chinese is
            return [size] * len(advances)
        if rounded_up:
            return [-(-size * advance // units) for advance in advances]
        return [size * advance // units for advance in advances]


def shape(text: str, role: str, typefaces: Typefaces, language: str = "zh-Hans") -> list[Shaped]:
    """Shape ``text`` in the voice ``role``.

    The texts of the glyphs joined are ``text``. —— is one glyph of two ems where the face has it,
    for two em dashes of the Noto faces leave a gap. A control character, a tab or line break too,
    is a blank without width: whoever sets the line gives it its meaning.
    Raises UsageError ``role-unknown``, InputError ``font-unreadable``.
    """
    return [
        Shaped(text, run.face, gid, advance, run.units)
        for run in shape_runs(text, role, typefaces, language)
        for text, gid, advance in zip(run.texts, run.gids, run.advances)
    ]


def shape_runs(
    text: str, role: str, typefaces: Typefaces, language: str = "zh-Hans"
) -> Sequence[ShapedRun]:
    """``shape`` in columns; two runs that follow each other may be of the same face."""
    return _voice(typefaces, role, language).runs(text)


def measure(text: str, role: str, size: Emu, typefaces: Typefaces) -> Emu:
    """The width of ``text`` set on one line with the em ``size``, rounded up."""
    advances: dict[int, int] = {}
    for run in shape_runs(text, role, typefaces):
        advances[run.units] = advances.get(run.units, 0) + sum(run.advances)
    return sum(-(-size * advance // units) for units, advance in advances.items())


_BESIDE_HAN = "([ -~]+|——)"
_RUNS = 512
"""Stretches that a voice remembers."""


@functools.lru_cache(maxsize=64)
def _voice(typefaces: Typefaces, role: str, language: str) -> _Voice:
    return _Voice(typefaces, role, language)


class _Voice:
    """The faces of a role in the order in which they are asked, and what they answered."""

    def __init__(self, typefaces: Typefaces, role: str, language: str) -> None:
        entry = typefaces.role(role)
        self._typefaces = typefaces
        self._language = language
        self._han = _unique((entry.han, *entry.fallback, entry.latin))
        self._latin = _unique((entry.latin, entry.han, *entry.fallback))
        self._last = entry.fallback[-1] if entry.fallback else entry.han
        self._ready: dict[str, Ready] = {}
        # Han characters and full-width marks shape to the same glyph everywhere: once is enough.
        # Of those that the first face has on the full em, which are nearly all, the glyph is.
        self._cells: dict[str, int] = {}
        self._others: dict[str, Shaped] = {}
        # Figures and words come again, and are tried in many sizes.
        self._run = functools.lru_cache(_RUNS)(self._shaped)

    def runs(self, text: str) -> list[ShapedRun]:
        if self._language != WESTERN:
            try:
                return list(self._usual(text))
            except KeyError:
                pass  # what is not usual: a character that is met for the first time
        out: list[ShapedRun] = []
        for kind, stretch in stretches(text, western=self._language == WESTERN):
            if kind == "han":
                out += self._of_han(stretch)
            elif kind == "other":
                out += self._run(stretch, latin=is_latin(stretch))
            elif kind == "dash":
                out += self._dash()
            elif kind == "control":
                out.append(_run_of((_blank(stretch, self._open(self._han[0])),)))
            else:
                out += self._run(stretch, latin=False)
        return out

    def _usual(self, text: str) -> Iterator[ShapedRun]:
        """Runs of cells, Latin of ASCII and ——, without asking what each character is.

        Raises KeyError where there is more.
        """
        for i, stretch in enumerate(pattern(_BESIDE_HAN).split(text)):
            if not stretch:
                continue
            if not i % 2:
                yield self._of_cells(stretch)
            elif stretch == "——":
                yield from self._dash()
            else:
                yield from self._run(stretch, latin=is_latin(stretch))

    def _of_cells(self, stretch: str) -> ShapedRun:
        """Characters that the first face has on the full em. Raises KeyError for others."""
        gids = list(map(self._cells.__getitem__, stretch))
        first = self._open(self._han[0])
        return ShapedRun(stretch, first.name, first.units, gids, [first.units] * len(gids))

    def _of_han(self, stretch: str) -> Sequence[ShapedRun]:
        """Runs of a Han stretch: one, where all are cells."""
        self._learn(stretch)
        if self._others.keys().isdisjoint(stretch):
            return (self._of_cells(stretch),)
        return _runs_of([self._others.get(char) or self._cell(char) for char in stretch])

    def _cell(self, char: str) -> Shaped:
        first = self._open(self._han[0])
        return Shaped(char, first.name, self._cells[char], first.units, first.units)

    def _open(self, name: str) -> Ready:
        if name not in self._ready:
            self._ready[name] = ready(self._typefaces.face(name))
        return self._ready[name]

    def _face_of(self, cluster: str, chain: tuple[str, ...]) -> Ready:
        """The first face that has the whole cluster, else its base character, else the last."""
        if is_blank(cluster):
            return self._open(chain[0])
        for wanted in _forms(cluster):
            for name in chain:
                face = self._open(name)
                if None not in map(face.gid, wanted):
                    return face
        return self._open(self._last)

    def _learn(self, chars: str) -> None:
        """Shape each new character of a Han stretch by itself, all those of a face in one go."""
        new = [c for c in dict.fromkeys(chars) if c not in self._cells and c not in self._others]
        usual = self._open(self._han[0]).cells(new, self._language)
        self._cells |= usual
        by_face: dict[Ready, list[str]] = {}
        for char in (char for char in new if char not in usual):
            by_face.setdefault(self._face_of(char, self._han), []).append(char)
        for face, group in by_face.items():
            placed = face.shape("".join(group), self._language, HAN)
            alone = len(placed) == len(group)
            for i, char in enumerate(group):
                gid = placed[i].gid if alone else face.gid(char) or 0
                advance = placed[i].advance if alone else face.advance(gid)
                if face.name == self._han[0] and advance == face.units:
                    self._cells[char] = gid
                else:
                    self._others[char] = Shaped(char, face.name, gid, advance, face.units)

    def _shaped(self, stretch: str, *, latin: bool) -> Sequence[ShapedRun]:
        """Shape a stretch in which the characters of one face may act on each other."""
        chain, manner = (self._latin, LATIN) if latin else (self._han, HAN)
        return _runs_of(list(self._each(stretch, chain, manner)))

    def _each(self, stretch: str, chain: tuple[str, ...], manner: Manner) -> Iterator[Shaped]:
        for face, group in groupby(clusters(stretch), lambda each: self._face_of(each, chain)):
            part = "".join(group)
            placed = face.shape(part, self._language, manner)
            if not placed:  # nothing but joiners, in a face that has no blank to show them by
                yield _blank(part, face)
            starts = sorted({0, *(glyph.start for glyph in placed)})
            texts = {a: part[a:b] for a, b in zip(starts, [*starts[1:], len(part)])}
            for glyph in placed:
                text = texts.pop(glyph.start, "")
                yield Shaped(text, face.name, glyph.gid, glyph.advance, face.units)

    @functools.cached_property
    def _two_em_dash(self) -> Shaped | None:
        """U+2E3A of the face that has the em dash, if it is two ems wide."""
        face = self._face_of("—", self._han)
        if face.gid("⸺") is None:
            return None
        placed = face.shape("⸺", self._language, HAN)
        if len(placed) != 1 or placed[0].advance != 2 * face.units:
            return None
        return Shaped("——", face.name, placed[0].gid, placed[0].advance, face.units)

    def _dash(self) -> Sequence[ShapedRun]:
        if self._two_em_dash is not None:
            return (_run_of((self._two_em_dash,)),)
        return self._of_han("——")


def _runs_of(shaped: Sequence[Shaped]) -> Sequence[ShapedRun]:
    """Glyphs as runs of one face each."""
    return tuple(_run_of(tuple(group)) for _, group in groupby(shaped, attrgetter("face")))


def _run_of(shaped: Sequence[Shaped]) -> ShapedRun:
    """Glyphs of one face as a run."""
    texts, faces, gids, advances, units = zip(*shaped)
    single = all(len(text) == 1 for text in texts)
    return ShapedRun("".join(texts) if single else texts, faces[0], units[0], gids, advances)


def _blank(text: str, face: Ready) -> Shaped:
    """A glyph without ink or width that stands for ``text``."""
    return Shaped(text, face.name, face.gid(" ") or 0, 0, face.units)


def _forms(cluster: str) -> tuple[str, ...]:
    """What a face should have for a cluster, best first: é, e with its mark, e."""
    if len(cluster) == 1:
        return (cluster,)
    from unicodedata import normalize

    return (normalize("NFC", cluster), cluster, cluster[0])


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
