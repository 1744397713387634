"""The structure tree as objects of the file (ISO 32000-1 14.7), when all sheets are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.writers.pdf.tags import Tags
from publisher.writers.pdf.tree import Content, Element, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf


def add_structure(pdf: pikepdf.Pdf, tags: Tags, links: Sequence[pikepdf.Object]) -> None:
    """The tree of ``tags`` with its way back from pages and links to elements.

    ``links`` are the annotations of ``tags.spots``. Page ``i`` has the key ``i``
    in the parent tree, the links follow.
    """
    from pikepdf import Array, Dictionary, Name

    writer = _Writer(pdf, tags, links)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = Array([writer.element(tags.root, root)])
    numbers: list[object] = []
    for page, marked in enumerate(writer.pages):
        if marked:
            numbers += [page, Array(marked)]
            pdf.pages[page].obj.StructParents = page
    for key, link in enumerate(writer.links, len(writer.pages)):
        numbers += [key, link]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(writer.pages) + len(writer.links)
    if writer.named:
        names = [part for pair in sorted(writer.named.items()) for part in pair]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for each in pdf.pages:
        if "/Annots" in each.obj:
            each.obj.Tabs = Name.S


class _Writer:
    """Writes elements, and keeps which element each marked sequence and link belongs to."""

    def __init__(self, pdf: pikepdf.Pdf, tags: Tags, links: Sequence[pikepdf.Object]) -> None:
        self._pdf = pdf
        self._refs = [page.obj for page in pdf.pages]
        self._annotations = links
        self.pages: list[list[object]] = [[None] * count for count in tags.counts]
        self.links: list[pikepdf.Object] = []
        self.named: dict[str, pikepdf.Object] = {}

    def element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        """``element`` and all that it holds, below ``parent``."""
        from pikepdf import Array, Dictionary, Name, String

        written = self._pdf.make_indirect(Dictionary(S=Name(f"/{element.role}"), P=parent))
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            written.Pg = self._refs[home]
        shown = (kid for kid in element.kids if self._annotations or not isinstance(kid, Spot))
        kids = [self._kid(kid, written, home) for kid in shown]
        if kids:
            written.K = kids[0] if len(kids) == 1 else Array(kids)
        if element.alt:
            written.Alt = String(element.alt)
        if element.language:
            written.Lang = String(element.language)
        if element.identity:
            written.ID = String(element.identity)
            self.named[element.identity] = written
        if element.attributes:
            own = {
                f"/{key}": Name(f"/{value}") if isinstance(value, str) else value
                for key, value in element.attributes.items()
            }
            written.A = Dictionary({"/O": Name(f"/{element.owner}"), **own})
        return written

    def _kid(
        self, kid: Element | Content | Spot, parent: pikepdf.Object, home: int | None
    ) -> pikepdf.Object | int:
        from pikepdf import Dictionary, Name

        if isinstance(kid, Element):
            return self.element(kid, parent)
        if isinstance(kid, Spot):
            annotation = self._annotations[kid.number]
            annotation.StructParent = len(self.pages) + len(self.links)
            self.links.append(parent)
            return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._refs[kid.page])
        self.pages[kid.page][kid.mcid] = parent
        if kid.page == home:
            return kid.mcid
        return Dictionary(Type=Name.MCR, Pg=self._refs[kid.page], MCID=kid.mcid)
