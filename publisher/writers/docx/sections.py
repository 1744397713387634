"""Sections: the page and its grid, page numbers and running heads (ECMA-376 17.6, 17.10)."""

from __future__ import annotations

from typing import Any

from publisher.geometry import PER_POINT, Emu
from publisher.record import NamedTuple
from publisher.story import StoryPage
from publisher.writers.docx.markup import element, half_points, twips, words
from publisher.writers.docx.notes import footnote_properties
from publisher.writers.docx.paragraphs import content
from publisher.writers.docx.styles import BELOW, FOOTER, HEADER, LINE, alignment, lead

_SLACK = 10
"""Twips of the page that no row needs, so that rounding never costs the last one."""


class Section(NamedTuple):
    """Pages of one kind.

    ``begins`` is a section type (17.18.77), ``numbers`` the form of its page numbers ("" for
    none), which begin at 1 with ``anew``; ``part`` is what its running head says.
    """

    begins: str = "nextPage"
    numbers: str = "decimal"
    anew: bool = False
    part: str = ""


def properties(section: Section, page: StoryPage) -> Any:
    """The ``w:sectPr`` without its headers and footers."""
    return element(
        "sectPr",
        footnote_properties(),
        element("type", val=section.begins),
        element("pgSz", w=twips(page.paper.width), h=twips(page.paper.height)),
        _margins(page),
        _numbering(section),
        element("titlePg") if page.head and section.part else None,
        _grid(page),
    )


def _margins(page: StoryPage) -> Any:
    """The margins of a right-hand page (17.6.11).

    What Word counts as text begins above our type area by ``lead``. Measured on paper, the type
    has the same margins.
    """
    top = twips(page.area.y - lead(page))
    bottom = twips(page.paper.height) - top - page.rows * twips(page.pitch) - _SLACK
    left = twips(page.area.x)
    footer = page.paper.height - page.number.baseline - _below(page.number.size)
    header = page.area.y // 2
    if page.head is not None:
        header = page.head.baseline + _below(page.head.size) - round(page.head.size * LINE)
    return element(
        "pgMar", top=top, right=twips(page.paper.width) - left - _width(page),
        bottom=max(bottom, 0), left=left, header=max(twips(header), 0),
        footer=max(twips(footer), 0), gutter=0,
    )  # fmt: skip


def _below(size: Emu) -> Emu:
    return round(BELOW * LINE * size)


def _width(page: StoryPage) -> int:
    return -(-page.area.width * 20 // PER_POINT)


def _numbering(section: Section) -> Any:
    said: dict[str, object] = {}
    if section.numbers not in {"", "decimal"}:
        said["fmt"] = section.numbers
    if section.anew:
        said["start"] = 1
    return element("pgNumType", **said) if said else None


def _grid(page: StoryPage) -> Any:
    """Rows and cells (17.6.5): ``charSpace`` is what a cell has more than the type, in 1/4096 pt.

    Rounded down, so that the last cell of a line is still within it.
    """
    size = half_points(page.em) / 2
    cell = _width(page) / 20 / page.columns
    if page.area.width > page.columns * page.em + page.columns:
        cell = page.em / PER_POINT
    return element(
        "docGrid",
        type="linesAndChars",
        linePitch=twips(page.pitch),
        charSpace=int((cell - size) * 4096 // 1),
    )


# --- furniture ------------------------------------------------------------------------------


def number(page: StoryPage, *, odd: bool) -> Any:
    """The ``w:p`` of the page number, on right-hand pages where ``odd``."""
    said = page.number
    align = said.odd if odd else said.even
    room = twips(said.indent)
    indent = element("ind", right=room) if align == "right" else element("ind", left=room)
    found = element(
        "p",
        element(
            "pPr", element("pStyle", val=FOOTER), indent if room and align != "center" else None,
            alignment(align),
        ),
    )  # fmt: skip
    before, _, after = said.form.partition("{number}")
    found.extend(_said(before))
    found.extend(field("PAGE", "1"))
    found.extend(_said(after))
    return found


def _said(form: str) -> list[Any]:
    before, gap, after = form.partition("{total}")
    total = field("NUMPAGES", "1") if gap else []
    return [*_run(before), *total, *_run(after)]


def _run(text: str) -> list[Any]:
    return [element("r", _hinted(), *content(text))] if text else []


def _hinted() -> Any:
    return element("rPr", element("rFonts", hint="eastAsia"))


def field(code: str, shown: str) -> list[Any]:
    """The runs of a field (17.16.18) that shows ``shown`` until a program works it out."""
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", words(f" {code} ", "instrText")),
        element("r", element("fldChar", fldCharType="separate")),
        *_run(shown),
        element("r", element("fldChar", fldCharType="end")),
    ]


def running_head(runs: list[Any], *, odd: bool) -> Any:
    """The ``w:p`` of a running head: at the outer edge, with a rule below."""
    rule = element("pBdr", element("bottom", val="single", sz=4, space=4, color="auto"))
    properties = element(
        "pPr", element("pStyle", val=HEADER), rule, alignment("right" if odd else "left")
    )
    return element("p", properties, *runs)


def part_of(name: str) -> list[Any]:
    """The part that a page belongs to: Word keeps it up by the headings of level 1."""
    return field("STYLEREF 1", name)


def title_of(name: str) -> list[Any]:
    """The title, as it is now."""
    return _run(name)
