"""From characters to glyphs: which face draws each of them, which glyph, how far it advances."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from itertools import groupby

from publisher.geometry import Emu
from publisher.record import NamedTuple
from publisher.typeface.opened import HAN, LATIN, Manner
from publisher.typeface.registry import Typefaces
from publisher.typeface.scripts import clusters, is_blank, is_latin, stretches
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


def shape(text: str, role: str, typefaces: Typefaces, language: str = "zh-Hans") -> list[Shaped]:
    """Shape ``text`` in the voice ``role``.

    The texts of the glyphs joined are ``text``. —— is one glyph of two ems where the face has it,
    for two em dashes of the Noto faces leave a gap. A control character, a tab or line break too,
    is a blank without width: whoever sets the line gives it its meaning.
    Raises UsageError ``role-unknown``, InputError ``font-unreadable``.
    """
    return _voice(typefaces, role, language).shape(text)


def measure(text: str, role: str, size: Emu, typefaces: Typefaces) -> Emu:
    """The width of ``text`` set on one line with the em ``size``, rounded up."""
    advances: dict[int, int] = {}
    for glyph in shape(text, role, typefaces):
        advances[glyph.units] = advances.get(glyph.units, 0) + glyph.advance
    return sum(-(-size * advance // units) for units, advance in advances.items())


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
        self._known: dict[str, Shaped] = {}
        # Figures and words come again, and are tried in many sizes.
        self._run = functools.lru_cache(_RUNS)(self._shaped)

    def shape(self, text: str) -> list[Shaped]:
        known = self._known
        if "——" not in text:
            try:
                return list(map(known.__getitem__, text))
            except KeyError:
                pass  # there is Latin in it, or a character that is met for the first time
        out: list[Shaped] = []
        for kind, stretch in stretches(text, western=self._language == WESTERN):
            if kind == "han":
                try:
                    shaped = list(map(known.__getitem__, stretch))
                except KeyError:
                    self._learn(stretch)
                    shaped = list(map(known.__getitem__, stretch))
                out += shaped
            elif kind == "other" and is_latin(stretch):
                out += self._run(stretch, latin=True)
            elif kind == "dash":
                out += self._dash()
            elif kind == "control":
                out.append(_blank(stretch, self._open(self._han[0])))
            else:
                out += self._run(stretch, latin=False)
        return out

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
        new = [char for char in dict.fromkeys(chars) if char not in self._known]
        by_face: dict[Ready, list[str]] = {}
        for char in new:
            by_face.setdefault(self._face_of(char, self._han), []).append(char)
        for face, group in by_face.items():
            placed = face.shape("".join(group), self._language, HAN)
            alone = len(placed) == len(group)
            for i, char in enumerate(group):
                gid = placed[i].gid if alone else face.gid(char) or 0
                advance = placed[i].advance if alone else face.advance(gid)
                self._known[char] = Shaped(char, face.name, gid, advance, face.units)

    def _shaped(self, stretch: str, *, latin: bool) -> tuple[Shaped, ...]:
        """Shape a stretch in which the characters of one face may act on each other."""
        chain, manner = (self._latin, LATIN) if latin else (self._han, HAN)
        return tuple(self._each(stretch, chain, manner))

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

    def _dash(self) -> Iterable[Shaped]:
        if self._two_em_dash is not None:
            return (self._two_em_dash,)
        if "—" not in self._known:
            self._learn("—")
        return (self._known["—"], self._known["—"])


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
