"""A ruler for the GB/T 9704—2012 page: reads a finished PDF and measures what it finds.

Places come from the file itself (glyph origins, advances and sizes by MuPDF). An em box reaches
0.88 em above the baseline and 0.12 em below. Millimetres in the findings, points inside.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.judges import clreq, glyphs
from tests.judges.glyphs import Char, Page

MM = 72 / 25.4
EM = 442.2 / 28
"""The largest character of which 28 fill 156 mm (5.2.1, 5.2.4), in points."""
PITCH = (225 * MM - EM) / 21
"""22 lines fill 225 mm (5.2.3): 29.62 pt from baseline to baseline."""
TOP, FOOT, INNER, OUTER = 37 * MM, 35 * MM, 28 * MM, 26 * MM
TABLE = 14
"""Points: what is set smaller than this inside the type area is a table or a caption."""
ORPHAN = 3
"""A last line as short as this may have been given a character by the lines before it (CLREQ:
it holds two Han at least), so that these need not be full of cells."""
FACES = {
    r"[一二三四五六七八九十]+、": "NotoSansSC-Medium",
    r"（[一二三四五六七八九十]+）": "LXGWWenKai",
}
"""7.3.3: headings of level 1 in 黑体, of level 2 in 楷体; everything else is 仿宋."""
BODY, TITLE, FOLIO = ("Fandol", "PublisherFang", "Tinos"), "NotoSerifSC-Bold", "NotoSerifSC-Regular"
"""仿宋 with its companions, 小标宋, and the 宋体 of page numbers."""
PHRASES = 0.05
"""The share of plain lines that may hold other than their cells."""
SMALL = 0.1 * MM
"""What a place may differ by from the rule."""


class Line(NamedTuple):
    """The characters on one baseline of a page, from left to right."""

    page: int
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def baseline(self) -> float:
        return self.chars[0].baseline

    @property
    def left(self) -> float:
        return self.chars[0].x

    @property
    def right(self) -> float:
        """The right edge of the last advance box; a mark there counts half (GB/T 15834 5.1.10)."""
        last = self.chars[-1]
        half = last.text in clreq.NEVER_START and last.text not in "%％‰℃”’"
        width = last.size / 2 if half or last.text in "”’" else last.width
        return last.x + min(last.width, width)

    @property
    def size(self) -> float:
        return max(char.size for char in self.chars)


class Sheet(NamedTuple):
    """A page taken apart: its lines inside the type area, and what stands below it."""

    number: int
    lines: tuple[Line, ...]
    below: tuple[Line, ...]
    left: float
    right: float
    foot: float


def near(value: float, wanted: float, tolerance: float = SMALL) -> bool:
    return abs(value - wanted) <= tolerance


def read(pdf: Path) -> list[Sheet]:
    return [_sheet(number, page) for number, page in enumerate(glyphs.read(pdf), 1)]


def _sheet(number: int, page: Page) -> Sheet:
    odd = number % 2 == 1  # bound at the left: the inner margin is left on odd pages (6)
    left = INNER if odd else OUTER
    foot = page.height - FOOT
    rows: dict[int, list[Char]] = {}
    for char in page.chars:
        rows.setdefault(round(char.baseline * 4), []).append(char)
    lines = [
        Line(number, tuple(sorted(row, key=lambda char: char.x))) for _, row in sorted(rows.items())
    ]
    inside = tuple(line for line in lines if line.baseline < foot)
    below = tuple(line for line in lines if line.baseline >= foot)
    return Sheet(number, inside, below, left, left + 156 * MM, foot)


def findings(pdf: Path) -> list[str]:
    """Everything that is not as the standard says."""
    pages = glyphs.read(pdf)
    sheets = read(pdf)
    found = [
        f"page {number} is {page.width / MM:.1f} × {page.height / MM:.1f} mm"
        for number, page in enumerate(pages, 1)
        if not (near(page.width, 210 * MM) and near(page.height, 297 * MM))
    ]
    for sheet in sheets:
        found += [f"page {sheet.number}: {fault}" for fault in _grid(sheet)]
        found += [f"page {sheet.number}: {fault}" for fault in _page_number(sheet)]
    found += _title(sheets[0])
    for paragraph in paragraphs(sheets):
        for (line, sheet), (following, _) in pairwise(paragraph):
            place = f"page {sheet.number} 「{line.text[:8]}…{line.text[-4:]}」"
            found += [f"{place} {fault}" for fault in _full_line(line, following, sheet)]
    found += _plain_lines(sheets) + _faces(sheets)
    for sheet in sheets:
        for line in body(sheet):
            if clreq.starts_badly(line.text):
                found.append(f"page {sheet.number}: a line starts with {line.text[0]}")
            if clreq.ends_badly(line.text):
                found.append(f"page {sheet.number}: a line ends with {line.text[-1]}")
    return found


def _grid(sheet: Sheet) -> Iterator[str]:
    """5.2: the type area, and the baselines in it."""
    if not sheet.lines:
        yield "no lines"
        return
    first = TOP + glyphs.ASCENT * EM
    for line in body(sheet):
        row = (line.baseline - first) / PITCH
        if not near(line.baseline, first + round(row) * PITCH):
            yield f"「{line.text[:8]}」 stands {row - round(row):+.3f} of a line off the grid"
        elif not 0 <= round(row) <= 21:
            yield f"「{line.text[:8]}」 is line {round(row) + 1} of 22"
        if not near(line.size, EM, 0.02):
            yield f"「{line.text[:8]}」 is {line.size:.2f} pt"
        if line.left < sheet.left - SMALL or line.right > sheet.right + SMALL:
            yield f"「{line.text[:8]}」 leaves the type area"


def _page_number(sheet: Sheet) -> Iterator[str]:
    """7.5: — 1 — in 14 pt, its dash 7 mm below the type area, one character in."""
    if len(sheet.below) != 1:
        yield f"{len(sheet.below)} lines below the type area"
        return
    line = sheet.below[0]
    if line.text != f"—{sheet.number}—":
        yield f"the page number says {line.text}"
    if not near(line.size, 14, 0.02):
        yield f"the page number is {line.size:.2f} pt"
    # A dash lies at the middle of the em box.
    dash = line.baseline - (glyphs.ASCENT - 0.5) * line.size
    if not near(dash, sheet.foot + 7 * MM, 0.5 * MM):
        yield f"the page number's dash is {(dash - sheet.foot) / MM:.2f} mm below the type area"
    last = line.chars[-1]
    odd = sheet.number % 2 == 1
    indent = sheet.right - last.right if odd else line.chars[0].x - sheet.left
    # One character: its own size or the text's, the standard does not say which.
    if not (near(indent, 14, 2 * SMALL) or near(indent, EM, 2 * SMALL)):
        yield f"the page number is {indent / MM:.2f} mm in from the {'right' if odd else 'left'}"


def _title(sheet: Sheet) -> list[str]:
    """7.3.1: 22 pt, centred, a trapezium or a lozenge: no rectangle, no hourglass."""
    lines = [line for line in sheet.lines if near(line.size, 22, 0.02)]
    found = [] if lines else ["no title of 22 pt on page 1"]
    for line in lines:
        left, right = line.left, line.chars[-1].right
        full = left - sheet.left, sheet.right - right
        if not near(full[0], full[1], 11.1):  # half a mark at an end may be trimmed
            found.append(f"the title line 「{line.text}」 is not centred")
    lengths = [len(line.text) for line in lines]
    if len(lengths) > 1 and len(set(lengths)) == 1:
        found.append(f"the title is a rectangle: {lengths}")
    if len(lengths) == 3 and lengths[1] < min(lengths[0], lengths[2]):
        found.append(f"the title is an hourglass: {lengths}")
    return found


def body(sheet: Sheet) -> list[Line]:
    """The lines of the text: none of tables and captions, which are set smaller, and on page 1
    from the first line below the title that is not centred."""
    rows = [line for line in sheet.lines if line.size > TABLE]
    while sheet.number == 1 and rows and not _starts_text(rows[0], sheet):
        rows.pop(0)
    return rows


def _starts_text(line: Line, sheet: Sheet) -> bool:
    indents = (sheet.left, sheet.left + 2 * EM)
    return line.size < EM + 1 and any(near(line.left, indent, 0.5) for indent in indents)


def paragraphs(sheets: list[Sheet]) -> Iterator[list[tuple[Line, Sheet]]]:
    """The text's lines by paragraph: one goes on in a line that starts at the left edge."""
    rows = [(line, sheet) for sheet in sheets for line in body(sheet)]
    paragraph = rows[:1]
    for (line, sheet), (following, after) in pairwise(rows):
        flush = near(line.left, sheet.left, 0.5)
        salutation = line.text.endswith(("：", "！", ":")) and flush and len(paragraph) == 1
        if near(following.left, after.left, 0.5) and not salutation:
            paragraph.append((following, after))
        else:
            yield paragraph
            paragraph = [(following, after)]
    yield paragraph


def _faces(sheets: list[Sheet]) -> list[str]:
    """7.3: each kind of text in its face, read from the fonts' names in the file."""
    lines: list[tuple[str, str | tuple[str, ...], Line]] = []
    for paragraph in paragraphs(sheets):
        line = paragraph[0][0]
        face = next((f for p, f in FACES.items() if re.match(p, line.text)), None)
        lines.append(("a heading", face, line) if face else ("the text", BODY, line))
    lines += [("the title", TITLE, ln) for ln in sheets[0].lines if near(ln.size, 22, 0.02)]
    lines += [("the page number", FOLIO, line) for sheet in sheets for line in sheet.below]
    return [
        f"page {line.page}: {what} 「{line.text[:8]}」 is set in {line.chars[0].font}"
        for what, face, line in lines
        if not line.chars[0].font.startswith(face)
    ]


def _full_line(line: Line, following: Line, sheet: Sheet) -> Iterator[str]:
    if not near(line.right, sheet.right):
        yield f"ends {(line.right - sheet.right) / MM:+.3f} mm from the right edge"
    if clreq.splits_pair(line.text, following.text):
        yield f"tears {line.text[-1]}{following.text[0]} apart"


def _plain_lines(sheets: list[Sheet]) -> list[str]:
    """5.2.4: 28 characters to the line. A few plain lines may hold fewer for the sake of a phrase
    that stays whole, which no ruler can tell."""
    plain = [
        (line, sheet)
        for paragraph in paragraphs(sheets)
        if len(paragraph[-1][0].chars) > ORPHAN
        for (line, sheet), (following, _) in pairwise(paragraph)
        if is_plain(line, following)
    ]
    odd = [(line, sheet) for line, sheet in plain if len(line.chars) != cells(line, sheet)]
    if len(odd) <= len(plain) * PHRASES:
        return []
    return [
        f"page {sheet.number}: 「{line.text[:8]}」 is plain and holds "
        f"{len(line.chars)} of {cells(line, sheet)} cells"
        for line, sheet in odd
    ]


def cells(line: Line, sheet: Sheet) -> int:
    return 28 - round((line.left - sheet.left) / EM)


def is_plain(line: Line, following: Line) -> bool:
    """Nothing on the line asks for another measure than its cells: no Latin, no squeezed mark,
    no mark at an end, and nothing pushed out to the next line for a mark's sake."""
    chars = line.chars
    text = line.text
    return (
        all(not char.text.isascii() and near(char.width, EM, 0.05) for char in chars)
        and text[0] not in clreq.MARKS
        and text[-1] not in clreq.MARKS
        and not any(clreq.MARKS.issuperset(pair) for pair in pairwise(text))
        and not (clreq.MARKS | set("—…")) & set(following.text[:3])
        and not any(char.isascii() for char in following.text[:3])
    )
