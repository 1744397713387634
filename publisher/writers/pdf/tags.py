"""Tags while drawing: which element each marked sequence of a sheet belongs to.

The painter asks for the marks of an item (ISO 32000-1 14.6) as it draws it; the elements gather
in a tree, in the order of drawing, which is the order of reading. ``structure`` writes the tree.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

from publisher.plan import Grid, GridCell, Line, Text
from publisher.writers.pdf.parts import divided
from publisher.writers.pdf.tree import Content, Element, Spot

LAYOUT = "/Artifact<</Type/Layout>>BDC"
"""Begins rules, fields and cards."""
PAGINATION = "/Artifact<</Type/Pagination>>BDC"
"""Begins page numbers, running heads, headers of tables that stand there again."""
_HEADINGS: Mapping[str, int] = {"Title": 0, **{f"H{level}": level for level in range(1, 7)}}
_LISTS: Mapping[str, str] = {"LI": "L", "TOCI": "TOC"}
"""Items, and what holds them."""
_INSIDE: Mapping[str, str] = {"LI": "LBody", "TOCI": "Reference", "Note": "P", "BlockQuote": "P"}
"""Elements that hold their text in another one."""
_BULLETS = frozenset("•·●◆■○□–—-")

Marked: TypeAlias = tuple[str, Sequence[Line]]
"""The operator that begins a marked sequence, and the lines that are drawn in it."""


class Tags:
    """The structure of a document that is being drawn, sheet by sheet.

    ``titled``: the document has a title, which is H1, so that headings are a level lower.
    ``unnamed`` stands for a figure of which nothing is said.
    ``counts`` are the marked sequences of each sheet, ``spots`` the links in their order.
    """

    def __init__(self, *, titled: bool, unnamed: str = "") -> None:
        self._unnamed = unnamed
        self.root = Element("Document")
        self.counts: list[int] = []
        self.spots: list[Spot] = []
        self._shift = int(titled)
        self._known: dict[tuple[Hashable, int], Element] = {}
        self._texts = self._notes = self._deepest = 0
        self._list: Element | None = None
        self._point: Element | None = None
        self._level = 0
        self._label: tuple[Element, str] | None = None

    # What is open: ``_list``, to which the next item is added; ``_point``, the body of the item
    # that a label began, with the ``_level`` of its heading; ``_label``, whose item is to come.

    def sheet(self) -> None:
        """A new sheet begins. Points under labels end with their slide, other lists go on."""
        self.counts.append(0)
        self._labelled()
        if self._point is not None:
            self._close()

    def end(self) -> None:
        """The last sheet is drawn."""
        self._labelled()

    def figure(self, alt: str) -> str:
        """The mark of a figure that ``alt`` stands for."""
        self._labelled()
        self._close()
        figure = self.root.add("Figure")
        figure.alt = alt or self._unnamed
        return self._mark(figure)

    def text(self, text: Text) -> Iterator[Marked]:
        """The marks of ``text``, and the lines to draw in each."""
        if text.role == "Artifact":
            if text.link is not None:
                self._lead(self.root.add("Link"), text)
            if text.lines:
                yield PAGINATION, text.lines
            return
        self._texts += 1
        whole: Hashable = text.element or self._texts
        for part, lines in divided(text):
            element = self._element(text, part, whole)
            if text.link is not None:
                element = element.add("Link")
                self._lead(element, text)
            yield self._mark(element), lines

    def cells(self, grid: Grid) -> Iterator[Marked]:
        """The marks of the cells of ``grid``, row by row, and their lines."""
        table = self._known.get((grid.element, -1)) if grid.element else None
        if table is None:
            self._labelled()
            self._close()
            table = self.root.add("Table")
            table.alt = grid.alt
            if grid.element:
                self._known[grid.element, -1] = table
        row, number = table, -1
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            if cell.text.role == "Artifact":
                yield PAGINATION, cell.text.lines
                continue
            if cell.row != number:
                row, number = table.add("TR"), cell.row
            element = _cell(row, cell)
            if any(run.glyphs for line in cell.text.lines for run in line.runs):
                yield self._mark(element), cell.text.lines

    # --- where an element goes ------------------------------------------------------------

    def _element(self, text: Text, part: int, whole: Hashable) -> Element:
        """What part ``part`` of ``text`` is drawn into: a new element, or one that goes on."""
        found = self._known.get((whole, part))
        if found is None:
            role = text.parts[part].role if text.parts else text.role
            found = self._known[whole, part] = self._new(text, role, whole)
        return found

    def _new(self, text: Text, role: str, whole: Hashable) -> Element:
        if role == "Label":
            self._labelled()
            self._label = Element("Lbl"), "".join(line.text for line in text.lines)
            return self._label[0]
        if text.role in _INSIDE:
            outer = self._known.get((whole, -1))
            if outer is None:
                outer = self._known[whole, -1] = self._outer(text)
            return outer.add(role if text.parts else _INSIDE[text.role])
        level = _HEADINGS.get(role)
        place = self._place(level)
        return place.add(role if level is None else self._heading(level), text.language)

    def _heading(self, level: int) -> str:
        """A heading's type; a plan that skips a level is no reason for a file that does."""
        self._deepest = min(max(level + self._shift, 1), self._deepest + 1, 6)
        return f"H{self._deepest}"

    def _outer(self, text: Text) -> Element:
        """The item, note or quotation that ``text`` stands in."""
        outer = Element(text.role, text.language)
        kind = _LISTS.get(text.role)
        if kind is not None:
            self._item(outer, kind, "".join(line.text for line in text.lines)[:1])
            return outer
        if text.role == "Note":
            self._notes += 1
            outer.identity = f"n{self._notes}"
        self._labelled()
        self._close()
        self.root.kids.append(outer)
        return outer

    def _item(self, item: Element, kind: str, mark: str) -> None:
        """``item`` at the end of the open list of its kind, or of a new one."""
        if self._list is None or self._point is not None or self._list.role != kind:
            self._close()
            self._list = self.root.add(kind)
        if self._label is not None:
            item.kids.append(self._label[0])
            self._label = None
        elif kind == "L":
            _count(self._list, mark)
        self._list.kids.append(item)

    def _place(self, level: int | None) -> Element:
        """What a text goes into: the item that a label began, else the document."""
        if self._label is not None:
            self._labelled()
            self._level = 9 if level is None else level
        elif level is not None and level <= self._level:
            self._close()
        if self._point is None:
            self._close()
            return self.root
        return self._point

    def _labelled(self) -> None:
        """The label that is waiting begins an item of the list of points."""
        if self._label is None:
            return
        label, words = self._label
        self._label = None
        if self._list is None or self._point is None:
            self._close()
            self._list = self.root.add("L")
            _count(self._list, words)
        item = self._list.add("LI")
        item.kids.append(label)
        self._point = item.add("LBody")

    def _close(self) -> None:
        self._list = self._point = None
        self._level = 0

    # --- what an element holds --------------------------------------------------------------

    def _mark(self, element: Element) -> str:
        """The operator that begins a marked sequence of ``element``."""
        mcid = self.counts[-1]
        self.counts[-1] += 1
        element.kids.append(Content(len(self.counts) - 1, mcid))
        return f"/{element.role}<</MCID {mcid}>>BDC"

    def _lead(self, link: Element, text: Text) -> None:
        assert text.link is not None  # noqa: S101  # only these are links
        words = "".join(line.text for line in text.lines).strip()
        spot = Spot(len(self.spots), len(self.counts) - 1, text.frame, text.link, words)
        link.kids.append(spot)
        self.spots.append(spot)


def _cell(row: Element, cell: GridCell) -> Element:
    """The element of a cell; what heads a column says so."""
    found = row.add(cell.text.role, cell.text.language)
    found.owner = "Table"
    if cell.rows > 1:
        found.attributes["RowSpan"] = cell.rows
    if cell.columns > 1:
        found.attributes["ColSpan"] = cell.columns
    if cell.text.role == "TH":
        found.attributes["Scope"] = "Column"
    return found


def _count(items: Element, label: str) -> None:
    """How the items of a list are counted (ISO 32000-1, table 347); by words, it does not say."""
    kind = "Disc" if label[:1] in _BULLETS else "Decimal" if label[:1].isdecimal() else ""
    if kind:
        items.owner = "List"
        items.attributes["ListNumbering"] = kind
