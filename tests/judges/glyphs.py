"""The characters of a finished PDF with their exact places, by MuPDF's structured text."""

import re
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tests.judges.programs import run

ASCENT = 0.88
"""How much of a Han em box stands above the baseline; the rest hangs below it."""
LATIN_ASCENT, LATIN_DESCENT = 0.75, 0.216
"""How far capitals and digits rise, and how far a g hangs down (the descent of Tinos)."""
_HANGING = frozenset("gjpqyQ,;()[]{}|_@$/\\")
_ROUND = 0.015
"""How far the round of a digit or letter that stands on the baseline dips below it."""


class Char(NamedTuple):
    """A character as drawn, in points from the page's top left: origin, advance, em."""

    text: str
    x: float
    baseline: float
    width: float
    size: float
    font: str

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.baseline - (LATIN_ASCENT if self.text.isascii() else ASCENT) * self.size

    @property
    def bottom(self) -> float:
        depth = 1 - ASCENT
        if self.text.isascii():
            depth = LATIN_DESCENT if _HANGING.intersection(self.text) else _ROUND
        return self.baseline + depth * self.size


class Page(NamedTuple):
    """A page's size in points and its characters, white space left out, in drawing order."""

    width: float
    height: float
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)


def read(pdf: Path) -> list[Page]:
    """The pages; a glyph wholly outside the page's box is not among its characters."""
    done = run("mutool", "draw", "-q", "-F", "stext", "-O", "mediabox-clip=no", pdf)
    if done.returncode:
        raise ValueError(f"{pdf.name}: {done.stderr.strip()}")
    # A form feed or another control character is legal in a PDF's text, not in XML.
    clean = re.sub(r"&#x(0?[0-8bcef]|1[0-9a-f]|fff[ef]);|[\x00-\x08\x0b-\x1f]", "", done.stdout)
    return [_page(page) for page in ET.fromstring(clean).iter("page")]


def _page(page: ET.Element) -> Page:
    chars = []
    for font in page.iter("font"):
        size, name = float(font.get("size", "0")), font.get("name", "")
        for char in font.iter("char"):
            text = char.get("c", "")
            if text.strip():
                left, _, right, *_ = map(float, char.get("quad", "").split())
                x, baseline = float(char.get("x", "0")), float(char.get("y", "0"))
                chars.append(Char(text, x, baseline, right - left, size, name))
    return Page(float(page.get("width", "0")), float(page.get("height", "0")), tuple(chars))
