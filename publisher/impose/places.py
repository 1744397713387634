"""Where links and bookmarks lead to: the page's place on its sheet (ISO 32000-1 12.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Name

from publisher.impose.drawing import Printed, moved, moved_box
from publisher.impose.source import Objgen, number_of

_DEEPEST = 64


class Destinations:
    """Changes destinations, each once, however many lead there."""

    def __init__(self, printed: Mapping[Objgen, Printed]) -> None:
        self._printed = printed

    def carry(self, root: pikepdf.Object) -> None:
        """Those of the catalog ``root``: named ones and bookmarks."""
        old = root.get("/Dests")
        if isinstance(old, pikepdf.Dictionary):
            for value in old.values():
                self._named(value)
        names = root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
        for pairs in _name_arrays(tree):
            for value in list(pairs)[1::2]:
                self._named(value)
        for item in _outline_items(root.get("/Outlines")):
            self.of_link(item)

    def of_link(self, item: pikepdf.Object) -> None:
        """What an annotation or a bookmark leads to, now or in an action (12.6.4.2)."""
        self._change(item.get("/Dest"))
        action = item.get("/A")
        if isinstance(action, pikepdf.Dictionary) and action.get("/S") == Name.GoTo:
            self._change(action.get("/D"))
            if "/SD" in action:
                del action["/SD"]

    def _named(self, value: object) -> None:
        """The value of a name: a destination, or a dictionary with one."""
        self._change(value.get("/D") if isinstance(value, pikepdf.Dictionary) else value)

    def _change(self, target: object) -> None:
        """Change a destination in place: others may share it.

        One that was changed names a sheet, and is not changed again.
        """
        if not isinstance(target, pikepdf.Array):
            return
        found = self._moved(list(target))
        if found is not None:
            while len(target):
                del target[0]
            for value in found:
                target.append(value)

    def _moved(self, target: list[object]) -> list[object] | None:
        """A destination on the sheet; what showed the whole page shows its frame."""
        page = target[0] if target else None
        if not isinstance(page, pikepdf.Dictionary):
            return None
        here = self._printed.get(page.objgen)
        if here is None:
            return None
        left, bottom, right, top = here.page.box
        kind = target[1] if len(target) > 1 else Name.Fit
        if kind == Name.XYZ:
            given = [*target[2:4], None, None]
            x, y = _or(given[0], left), _or(given[1], top)
            point = moved(here.matrix, x, y)
            return [here.sheet, Name.XYZ, *map(number_of, point), None]
        if kind in (Name.FitH, Name.FitBH) and len(target) > 2:
            point = moved(here.matrix, left, _or(target[2], top))
            return [here.sheet, Name.XYZ, *map(number_of, point), None]
        frame = moved_box(here.matrix, (left, bottom, right, top))
        return [here.sheet, Name.FitR, *map(number_of, frame)]


def _or(value: object, usual: float) -> float:
    try:
        return float(value)  # type: ignore[arg-type]  # null means unchanged
    except (TypeError, ValueError):
        return usual


def _name_arrays(tree: object, depth: int = 0) -> Iterator[pikepdf.Object]:
    """The arrays of names and values of a name tree (7.9.6)."""
    if not isinstance(tree, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    pairs, kids = tree.get("/Names"), tree.get("/Kids")
    if isinstance(pairs, pikepdf.Array):
        yield pairs
    for kid in kids if isinstance(kids, pikepdf.Array) else ():
        yield from _name_arrays(kid, depth + 1)


def _outline_items(outline: object) -> Iterator[pikepdf.Object]:
    """Every bookmark (12.3.3); a ring of them ends where it began."""
    waiting = [outline.get("/First")] if isinstance(outline, pikepdf.Dictionary) else []
    seen: set[Objgen] = set()
    while waiting:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield item
        waiting += [item.get("/Next"), item.get("/First")]
