"""Rulers for the lectern copy, the book and footnotes: what is read from the finished files.

Each function names everything that is not as promised; places and sizes are those of the glyphs
in the file, in points.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pptx import Presentation

from tests.judges import glyphs
from tests.judges.glyphs import Char, Page

MM = 72 / 25.4
LARGE = 18
"""No text of a lectern copy is smaller."""
SEEN = 6
"""Characters by which a place in the speech is told."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
HEADING = "NotoSansSC"
_CUE = re.compile(r"〔▶(\d+)(?:–(\d+))?〕")
_TIME = re.compile(r"(\d+)分(\d\d)秒")


def rows(page: Page, left: float = 0, right: float = 1e9) -> list[list[Char]]:
    """The characters with their origin between ``left`` and ``right``, line by line."""
    found: dict[int, list[Char]] = {}
    for char in page.chars:
        if left <= char.x < right:
            found.setdefault(round(char.baseline), []).append(char)
    return [sorted(row, key=lambda char: char.x) for _, row in sorted(found.items())]


def words(row: list[Char]) -> str:
    return "".join(char.text for char in row)


def squeezed(text: str) -> str:
    return "".join(text.split())


# --- the lectern copy -----------------------------------------------------------------------


def lectern(pdf: Path, deck: Path, seconds: int, left_mm: float = 42) -> list[str]:
    """The copy against its deck: sizes, slide numbers at the words of their slides, times."""
    pages = glyphs.read(pdf)
    edge = left_mm * MM - 1
    found = [
        f"page {number}: {char.text} is {char.size:.1f} pt"
        for number, page in enumerate(pages, 1)
        for char in page.chars
        if char.size < LARGE - 0.05
    ]
    found += _cues(pages, deck, edge) + _times(pages, seconds, edge)
    for number, page in enumerate(pages, 1):
        text = [row for row in rows(page, edge) if row[0].baseline < page.height - 28 * MM]
        if text and number < len(pages) and _is_heading(text[-1]):
            found.append(f"page {number} ends with the heading {words(text[-1])}")
    return found


def _is_heading(row: list[Char]) -> bool:
    """In 黑体, and no caption of a picture."""
    return all(HEADING in char.font for char in row) and not words(row).startswith("图")


def _cues(pages: list[Page], deck: Path, edge: float) -> list[str]:
    notes = [
        squeezed(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""
        for slide in Presentation(str(deck)).slides
    ]
    shown: list[int] = []
    found = []
    for number, page in enumerate(pages, 1):
        lines = rows(page, edge)
        for row in rows(page, 0, edge):
            cue = _CUE.search(words(row))
            if cue is None:
                continue
            first, last = int(cue[1]), int(cue[2] or cue[1])
            shown += range(first, last + 1)
            told = next((n for n in notes[first - 1 : last] if n), "")
            at = min(range(len(lines)), key=lambda i: abs(lines[i][0].baseline - row[0].baseline))
            text = "".join(words(line) for line in lines[at : at + 3])
            if not text.startswith(told[:SEEN]):
                found.append(
                    f"page {number}: {cue[0]} stands at {text[:SEEN]}, its slide at {told[:SEEN]}"
                )
    if shown != list(range(1, len(notes) + 1)):
        found.append(f"the cues are {shown}, the deck has {len(notes)} slides")
    return found


def _times(pages: list[Page], seconds: int, edge: float) -> list[str]:
    """The parts of the first level, and what comes before them, are the whole."""
    total, first = 0, True
    for page in pages:
        lines = rows(page, edge)
        for row in rows(page, 0, edge):
            time = _TIME.search(words(row))
            if time is None:
                continue
            beside = min(lines, key=lambda line: abs(line[0].baseline - row[0].baseline))
            if first or re.match("[一二三四五六七八九十]+、", words(beside)):
                total += int(time[1]) * 60 + int(time[2])
            first = False
    return [] if total == seconds else [f"the times add up to {total} s, not {seconds} s"]


# --- the book -------------------------------------------------------------------------------


def book(pdf: Path, title: str) -> list[str]:
    """Contents, links, running heads, numbers outside, parts on right-hand pages."""
    pages = glyphs.read(pdf)
    printed = {i: number for i, page in enumerate(pages) if (number := _printed(page)) is not None}
    by_number = {number: i for i, number in printed.items()}
    found = list(_contents(pages, by_number)) + list(_linked(pdf, pages, by_number))
    part = ""
    for i, number in printed.items():
        if i % 2 != (number - 1) % 2:
            found.append(f"page {number} is on the wrong side of its sheet")
        x = _number_row(pages[i])[0].x
        if (x > pages[i].width / 2) != (number % 2 == 1):
            found.append(f"the number of page {number} is not outside")
        part = _part(pages[i]) or part
        found += [f"page {number} {fault}" for fault in _head(pages[i], number, title, part)]
    return found


def _part(page: Page) -> str:
    """The heading of the part that begins on a page, "" where none does."""
    large = [char for char in page.chars if char.size > 19 and HEADING in char.font]
    return "".join(char.text for char in large)


def _number_row(page: Page) -> list[Char]:
    lowest = [row for row in rows(page) if row[0].baseline > page.height - 25 * MM]
    return lowest[-1] if lowest else []


def _printed(page: Page) -> int | None:
    text = words(_number_row(page))
    return int(text) if text.isdigit() else None


def _entries(pages: list[Page]) -> Iterator[tuple[str, int]]:
    for page in pages:
        for row in rows(page):
            entry = re.fullmatch(r"(.+?)·{3,}(\d+)", words(row))
            if entry is not None:
                yield entry[1], int(entry[2])


def _contents(pages: list[Page], by_number: dict[int, int]) -> Iterator[str]:
    entries = list(_entries(pages))
    if not entries:
        yield "there are no contents"
    for text, number in entries:
        if number not in by_number:
            yield f"{text}: there is no page {number}"
        elif text not in pages[by_number[number]].text:
            yield f"{text} is not on page {number}"


def _linked(pdf: Path, pages: list[Page], by_number: dict[int, int]) -> Iterator[str]:
    wanted = [number for _, number in _entries(pages)]
    with pikepdf.open(pdf) as file:
        places = {page.obj.objgen: i for i, page in enumerate(file.pages)}
        leads = [
            places[annotation.A.D[0].objgen]
            for page in file.pages
            for annotation in page.obj.get("/Annots", [])
        ]
        labels = [page.label for page in file.pages]
    if leads != [by_number.get(number) for number in wanted]:
        yield f"the links lead to {leads}, the numbers to {wanted}"
    for number, i in by_number.items():
        if labels[i] != str(number):
            yield f"page {number} is labelled {labels[i]}"


def _head(page: Page, number: int, title: str, part: str) -> Iterator[str]:
    top = [row for row in rows(page) if row[0].baseline < 28 * MM]
    opens = _part(page) != ""
    if opens and number % 2 == 0:
        yield "begins a part on a left-hand page"
    if opens or number == 1:
        if top:
            yield "has a running head though a part begins on it"
    elif not top:
        yield "has no running head"
    elif not words(top[0]).startswith(squeezed(part if number % 2 and part else title)[:SEEN]):
        yield f"has the running head {words(top[0])}"


# --- footnotes, headings --------------------------------------------------------------------


def footnotes(pdf: Path, body: float, note: float) -> list[str]:
    """Each page's marks, raised in text of size ``body``, are ① ② … and have their notes of size
    ``note`` at its foot."""
    found = []
    for number, page in enumerate(glyphs.read(pdf), 1):
        marks = [c for c in page.chars if c.text in CIRCLED and c.size < 0.7 * body]
        feet = [
            row for row in rows(page)
            if row[0].text in CIRCLED and abs(row[0].size - note) < 0.1
        ]  # fmt: skip
        wanted = list(CIRCLED[: len(marks)])
        if [mark.text for mark in marks] != wanted:
            found.append(f"page {number}: the marks are {''.join(m.text for m in marks)}")
        if [row[0].text for row in feet] != wanted:
            found.append(
                f"page {number}: {len(marks)} marks, and at the foot "
                + "".join(row[0].text for row in feet)
            )
        text = [c.baseline for c in page.chars if abs(c.size - body) < 0.1]
        if feet and text and max(text) > min(row[0].baseline for row in feet):
            found.append(f"page {number}: text stands below the notes")
    return found


def headings(pdf: Path, body: float) -> list[str]:
    """No heading in 黑体 is the last line of text on its page."""
    found = []
    for number, page in enumerate(glyphs.read(pdf), 1):
        text = [row for row in rows(page) if abs(row[0].size - body) < 0.1]
        if text and _is_heading(text[-1]):
            found.append(f"page {number} ends with the heading {words(text[-1])}")
    return found


def ends(pdf: Path, headings: list[str]) -> list[str]:
    """No page ends with one of these ``headings``, whatever it is set in: the words of the speech
    go on below it. What stands in smaller type below the text does not count."""
    last = {squeezed(heading) for heading in headings}
    found = []
    for number, page in enumerate(glyphs.read(pdf), 1):
        size = _text_size(page)
        text = [row for row in rows(page, 45 * MM if _has_margin(page) else 0)
                if row[0].size >= size - 0.1 and not _is_number(row, page)]  # fmt: skip
        ending = "".join(squeezed(words(row)) for row in text[-3:])
        found += [
            f"page {number} ends with the heading {heading}"
            for heading in last
            if ending.endswith(heading)
        ]
    return found


def _text_size(page: Page) -> float:
    """The size that most Han characters of the page have."""
    sizes = Counter(round(char.size, 1) for char in page.chars if "一" <= char.text <= "鿿")
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _has_margin(page: Page) -> bool:
    return any(_TIME.search(words(row)) or _CUE.search(words(row)) for row in rows(page))


def _is_number(row: list[Char], page: Page) -> bool:
    text = words(row).strip("—– ")
    return row[0].baseline > page.height - 35 * MM and bool(re.fullmatch(r"[\d/ ]+", text))
