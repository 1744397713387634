"""The fonts of the library: each face in a few files that pages fetch as they need them.

Speeches share their characters, so one set of files serves all: what a reader's browser has once,
it has for every page. The files depend on the face alone; adding a speech changes none, though one
with rare characters may ask for one more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from publisher.record import NamedTuple
from publisher.typeface.opened import opened
from publisher.typeface.registry import Face
from publisher.typeface.webfont import packed
from publisher.writers.svg.fonts import family

Pack: TypeAlias = Callable[[Face, str], bytes]
_COMMON, _OTHER = 4, 6
"""Files that the common hanzi and the others are divided over."""
_LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040))))


class FontFile(NamedTuple):
    """A part of a face: its name, the characters in it, and whether these are seldom used."""

    name: str
    text: str
    rare: bool = False


@cache
def _parts() -> tuple[str, ...]:
    """The characters of GB/T 2312: marks and letters, common hanzi, the others."""
    marks = _LATIN + _rows(range(1, 10))
    return ("".join(dict.fromkeys(marks)), *_cut(_rows(range(16, 56)), _COMMON),
            *_cut(_rows(range(56, 88)), _OTHER))  # fmt: skip


def _rows(rows: Iterable[int]) -> str:
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, 95))
    return b"".join(cells).decode("gb2312", "ignore")


def _cut(text: str, count: int) -> Iterator[str]:
    edges = [round(len(text) * i / count) for i in range(count + 1)]
    return (text[a:b] for a, b in pairwise(edges))


@cache
def font_files(face: Face) -> tuple[FontFile, ...]:
    """The parts of ``face``, named for what is in them."""
    font = opened(face)
    found: list[FontFile] = []
    for number, part in enumerate(_parts()):
        text = "".join(char for char in part if font.gid(char) is not None)
        if text:
            size = face.path.stat().st_size
            digest = hashlib.sha256(f"{face.name} {size} {text}".encode()).hexdigest()[:8]
            name = f"{family(face.name)}-{number:02d}-{digest}.woff2"
            found.append(FontFile(name, text, rare=number > _COMMON))
    return tuple(found)


def needed_files(face: Face, used: AbstractSet[str]) -> Iterator[FontFile]:
    """The files of ``face`` for a library with these characters: all of the common ones, others
    where one of theirs is used."""
    return (part for part in font_files(face) if not part.rare or not used.isdisjoint(part.text))


@cache
def covered(face: Face) -> frozenset[str]:
    """The characters of the face that are in its files."""
    return frozenset("".join(part.text for part in font_files(face)))


def made(face: Face, name: str, pack: Pack = packed) -> bytes:
    """The file called ``name``."""
    (text,) = (part.text for part in font_files(face) if part.name == name)
    return pack(face, text)


def style_sheet(faces: Iterable[Face], used: AbstractSet[str]) -> str:
    """The rules by which a browser fetches what a page needs."""
    return "".join(
        f'@font-face{{font-family:"{family(face.name)}";src:url("{part.name}") format("woff2");'
        f"unicode-range:{_ranges(part.text)};font-display:swap}}\n"
        for face in faces
        for part in needed_files(face, used)
    )


def _ranges(text: str) -> str:
    """The characters of ``text`` as CSS has them: U+4E00-4E0F,U+4E10."""
    out: list[str] = []
    codes = sorted(map(ord, text))
    start = before = codes[0]
    for code in (*codes[1:], -1):
        if code != before + 1:
            out.append(f"U+{start:X}" + (f"-{before:X}" if before > start else ""))
            start = code
        before = code
    return ",".join(out)


def uncovered(needed: Mapping[str, str], faces: Callable[[str], Face]) -> dict[str, str]:
    """The characters of each face that are in none of its files: pages bring them themselves."""
    rest = {
        name: "".join(char for char in text if char not in covered(faces(name)))
        for name, text in needed.items()
    }
    return {name: text for name, text in rest.items() if text}
