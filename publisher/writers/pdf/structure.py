"""The structure tree as objects of the file (ISO 32000-1 14.7), when all sheets are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from publisher.writers.pdf.objects import Document, Name, Ref, Value
from publisher.writers.pdf.tags import Tags
from publisher.writers.pdf.tree import Content, Element, Spot


def add_structure(document: Document, tags: Tags, links: Sequence[Ref]) -> None:
    """The tree of ``tags`` with its way back from pages and links to elements.

    ``links`` are the annotations of ``tags.spots``. Page ``i`` has the key ``i``
    in the parent tree, the links follow.
    """
    writer = _Writer(document, tags, links)
    root: dict[str, Any] = {"Type": Name("StructTreeRoot")}
    document.root["StructTreeRoot"] = at = document.add(root)
    document.root["MarkInfo"] = {"Marked": True}
    root["K"] = [writer.element(tags.root, at)]
    numbers: list[Value] = []
    for number, (page, marked) in enumerate(zip(document.pages, writer.pages)):
        if marked:
            numbers += [number, marked]
            page["StructParents"] = number
        if "Annots" in page:
            page["Tabs"] = Name("S")
    for key, link in enumerate(writer.links, len(writer.pages)):
        numbers += [key, link]
    root["ParentTree"] = document.add({"Nums": numbers})
    root["ParentTreeNextKey"] = len(writer.pages) + len(writer.links)
    if writer.named:
        names = [part for pair in sorted(writer.named.items()) for part in pair]
        root["IDTree"] = document.add({"Names": names})


class _Writer:
    """Writes elements, and keeps which element each marked sequence and link belongs to."""

    def __init__(self, document: Document, tags: Tags, links: Sequence[Ref]) -> None:
        self._document = document
        self._annotations = links
        self.pages: list[list[Ref | None]] = [[None] * count for count in tags.counts]
        self.links: list[Ref] = []
        self.named: dict[str, Ref] = {}

    def element(self, element: Element, parent: Ref) -> Ref:
        """``element`` and all that it holds, below ``parent``."""
        written: dict[str, Any] = {"S": Name(element.role), "P": parent}
        at = self._document.add(written)
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            written["Pg"] = self._document.places[home]
        shown = (kid for kid in element.kids if self._annotations or not isinstance(kid, Spot))
        kids = [self._kid(kid, at, home) for kid in shown]
        if kids:
            written["K"] = kids[0] if len(kids) == 1 else kids
        if element.alt:
            written["Alt"] = element.alt
        if element.language:
            written["Lang"] = element.language
        if element.identity:
            written["ID"] = element.identity
            self.named[element.identity] = at
        if element.attributes:
            own = {
                key: Name(value) if isinstance(value, str) else value
                for key, value in element.attributes.items()
            }
            written["A"] = {"O": Name(element.owner), **own}
        return at

    def _kid(self, kid: Element | Content | Spot, parent: Ref, home: int | None) -> Value:
        if isinstance(kid, Element):
            return self.element(kid, parent)
        page = self._document.places[kid.page]
        if isinstance(kid, Spot):
            annotation = self._annotations[kid.number]
            self._document.at(annotation)["StructParent"] = len(self.pages) + len(self.links)
            self.links.append(parent)
            return {"Type": Name("OBJR"), "Obj": annotation, "Pg": page}
        self.pages[kid.page][kid.mcid] = parent
        if kid.page == home:
            return kid.mcid
        return {"Type": Name("MCR"), "Pg": page, "MCID": kid.mcid}
