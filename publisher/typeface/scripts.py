"""Which characters belong to the Chinese face, and which stand with Latin.

Han characters, full-width marks and symbols take the Chinese face, and so do “ ” ‘ ’ — … · : in
Unicode they are shared with Latin, in a Chinese text they are full-width marks (GB/T 15834, CLREQ
3.1.1). Letters and digits take the Latin face together with the ASCII marks and spaces between
and around them; ASCII marks on their own stay with the Chinese face.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["dash", "han", "extended", "control", "other"]

# The first character of each range and its class: h Chinese face, x joins the character before
# it (combining mark, variation selector, joiner), c control, d em dash, o with Latin. A range
# ends where the next begins.
_RANGES: tuple[tuple[int, str], ...] = (
    (0x0, "c"),
    (0x20, "o"),
    (0x7F, "c"),
    (0xA0, "o"),
    (0xB7, "h"),  # ·
    (0xB8, "o"),
    (0x300, "x"),
    (0x370, "o"),
    (0x1AB0, "x"),
    (0x1B00, "o"),
    (0x1DC0, "x"),
    (0x1E00, "o"),
    (0x200D, "x"),
    (0x200E, "o"),
    (0x2010, "h"),  # ‐ –
    (0x2014, "d"),
    (0x2015, "h"),  # ‘ ’ “ ” • …
    (0x2028, "c"),
    (0x202A, "o"),
    (0x2030, "h"),  # ‰ ′ ″ ※
    (0x205F, "o"),
    (0x20D0, "x"),
    (0x2100, "h"),  # ℃ № Ⅰ → ≥ ① ■ ★: in Chinese fonts drawn on the full em
    (0x2C00, "o"),
    (0x2E3A, "h"),  # ⸺ ⸻
    (0x2E3C, "o"),
    (0x2E80, "h"),
    (0x302A, "x"),
    (0x3030, "h"),
    (0x3099, "x"),
    (0x309B, "h"),
    (0xA4D0, "o"),
    (0xAC00, "h"),
    (0xD7A4, "o"),
    (0xF900, "h"),
    (0xFB00, "o"),
    (0xFE00, "x"),
    (0xFE10, "h"),
    (0xFE20, "x"),
    (0xFE30, "h"),
    (0xFE70, "o"),
    (0xFF00, "h"),
    (0xFFF0, "o"),
    (0x1F000, "h"),
    (0x1F3FB, "x"),
    (0x1F400, "h"),
    (0x1FB00, "o"),
    (0x20000, "h"),
    (0x3FFFE, "o"),
    (0xE0100, "x"),
    (0xE01F0, "o"),
)
_STARTS = tuple(start for start, _ in _RANGES)
_STRETCH = (
    r"(?P<dash>dd)|(?P<extended>[hd]x+)|(?P<han>(?:h(?!x)|d(?![dx]))+)"
    r"|(?P<control>c)|(?P<other>[ox]+)"
)


class _Classes(dict[str, str]):
    def __missing__(self, char: str) -> str:
        found = self[char] = _RANGES[bisect_right(_STARTS, ord(char)) - 1][1]
        return found


_CLASSES = _Classes()


@functools.cache
def pattern(source: str) -> re.Pattern[str]:
    """Compiled when it is first asked for."""
    return re.compile(source)


def _classes(text: str) -> str:
    """The class of each character, a letter each: patterns run over these (compiled in no time)."""
    return "".join(map(_CLASSES.__getitem__, text))


_SHARED = frozenset("‐‑‒–—―‘’“”•…·")
"""Marks that Latin has too: in a paragraph in English they stand with its letters."""


def stretches(text: str, *, western: bool = False) -> Iterator[tuple[Kind, str]]:
    """Cut ``text`` into stretches of one kind; joined they are ``text`` again.

    ``dash`` is —— (one mark, CLREQ 3.1.1), ``han`` a stretch whose characters need no shaping,
    ``extended`` a character with combining marks, ``control`` one that is never drawn, ``other``
    everything that is written with Latin, in a ``western`` paragraph its quotes and dashes too.
    """
    classes = _classes(text)
    if western:
        classes = "".join("o" if char in _SHARED else c for char, c in zip(text, classes))
    for match in pattern(_STRETCH).finditer(classes):
        yield match.lastgroup, text[slice(*match.span())]  # type: ignore[misc]  # names of Kind


def clusters(text: str) -> list[str]:
    """Cut ``text`` into characters with the marks that join them."""
    return [text[slice(*m.span())] for m in pattern(".x*").finditer(_classes(text))]


def joins(char: str) -> bool:
    """Whether a character joins the one before it: a combining mark, a joiner."""
    return _CLASSES[char] == "x"


def is_latin(stretch: str) -> bool:
    """Whether a stretch of kind ``other`` has a letter or digit, and so takes the Latin face."""
    return any(map(str.isalnum, stretch))


def is_blank(cluster: str) -> bool:
    """Whether a cluster draws nothing, so that no face needs a glyph for it (space, joiner)."""
    if cluster.isprintable():
        return cluster == " "
    from unicodedata import category  # seldom needed, and 1.5 ms to import

    return category(cluster[0]) in {"Zs", "Cf", "Cc", "Zl", "Zp"}
