"""The press: sheets with their pages, in place of the pages that a PDF had."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.impose.annotations import carry_annotations
from publisher.impose.drawing import (
    Matrix,
    Printed,
    all_plates,
    boxes_of,
    marks_drawn,
    matrix_of,
    pages_drawn,
)
from publisher.impose.marks import Line
from publisher.impose.places import Destinations
from publisher.impose.sheets import Laid, Place
from publisher.impose.source import Forms, Objgen, SourcePage, number_of


class Press:
    """Makes the sheets of one file.

    ``printed`` is where each source page (by its object number) came to stand, ``links`` are the
    annotations that still are, ``lost`` counts those that show nothing on paper.
    """

    def __init__(
        self, pdf: pikepdf.Pdf, pages: Sequence[SourcePage], laid: Laid, *, plates: bool
    ) -> None:
        self._pdf, self._pages, self._laid, self._plates = pdf, pages, laid, plates
        self._forms = Forms(pdf)
        self.printed: dict[Objgen, Printed] = {}
        self.links: set[Objgen] = set()
        self.lost = 0
        self._marks: dict[tuple[Line, ...], pikepdf.Object] = {}
        self.destinations = Destinations(self.printed)

    def run(self) -> None:
        """Every sheet; a link may lead to a page that comes later, so places are settled first.

        The tree of pages is made whole: to insert sheets one by one takes longer for each.
        """
        pdf = self._pdf
        tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=[], Count=0))
        sheets = [
            pdf.make_indirect(Dictionary(Type=Name.Page, Parent=tree)) for _ in self._laid.sheets
        ]
        for index, sheet in enumerate(sheets):
            self._place(index, sheet)
        for index, sheet in enumerate(sheets):
            self._draw(index, sheet)
        tree.Kids, tree.Count = Array(sheets), len(sheets)
        pdf.Root.Pages = tree

    def _place(self, index: int, sheet: pikepdf.Object) -> None:
        laid = self._laid
        for place in laid.sheets[index].places:
            page = self._pages[place.page]
            matrix = matrix_of(page, place, laid.size.height, laid.around)
            form = self._forms.of(page, place.page)
            self.printed[page.obj.objgen] = Printed(sheet, form, matrix, page)

    def _draw(self, index: int, sheet: pikepdf.Object) -> None:
        drawn: list[tuple[Place, str, Matrix]] = []
        links: list[pikepdf.Object] = []
        forms: dict[str, pikepdf.Object] = {}
        groups: list[pikepdf.Object] = []
        for number, place in enumerate(self._laid.sheets[index].places):
            here = self.printed[self._pages[place.page].obj.objgen]
            carried = carry_annotations(self._pdf, here, self.destinations, f"P{number}")
            if "/Annots" in here.page.obj:
                del here.page.obj["/Annots"]
            links += carried.links
            self.lost += carried.lost
            painted = [f"/P{number} Do"] if here.form is not None else []
            if here.form is not None:
                forms[f"/P{number}"] = here.form
                groups += [here.form.Group] if "/Group" in here.form else []
            forms |= {f"/{name}": form for name, form in carried.forms}
            painted += carried.drawn
            if painted:
                drawn.append((place, " ".join(painted), here.matrix))
        marks = self._laid.sheets[index].marks
        sheet.Contents = self._content(pages_drawn(self._laid, drawn), marks)
        sheet.Resources = Dictionary(XObject=Dictionary(forms))
        if marks and self._plates and self._laid.bleed:
            sheet.Resources.ColorSpace = Dictionary(All=all_plates(self._pdf, self._pages))
        for key, box in boxes_of(self._laid).items():
            sheet[key] = Array([number_of(value) for value in box])
        if groups:  # of which the colour space is that in which the page blends
            sheet.Group = groups[0]
        if links:
            sheet.Annots, sheet.Tabs = Array(links), Name.S
        self.links |= {link.objgen for link in links}

    def _content(self, pages: bytes, marks: tuple[Line, ...]) -> pikepdf.Object:
        """A sheet's own content, and that of its marks, which sheets share."""
        pdf = self._pdf
        own = pdf.make_indirect(pikepdf.Stream(pdf, pages))
        if not marks:
            return own
        if marks not in self._marks:
            drawn = marks_drawn(marks, self._laid, plates=self._plates)
            self._marks[marks] = pdf.make_indirect(pikepdf.Stream(pdf, drawn))
        return Array([own, self._marks[marks]])
