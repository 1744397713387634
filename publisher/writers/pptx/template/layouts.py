"""The layouts of a template: their names, kinds and placeholders with the places they stand at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.geometry import Rect, Size
from publisher.record import NamedTuple
from publisher.writers.pptx.template.source import Source

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/presentationml/main}"
_ON_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
"""Whose place a placeholder has that states none (ECMA-376 19.7.10)."""
_BODY_LIKE = frozenset(
    {"body", "obj", "subTitle", "tbl", "chart", "pic", "dgm", "media", "clipArt"}
)
TITLES = frozenset({"title", "ctrTitle"})


class Holder(NamedTuple):
    """A placeholder: its type, its index, its place, and how text in it is set.

    ``size`` is the type in EMU, ``align`` and ``anchor`` as DrawingML has them (ctr, b); None
    where neither the layout nor its master says.
    """

    kind: str
    idx: int
    rect: Rect
    size: int | None = None
    align: str | None = None
    anchor: str | None = None

    @property
    def is_title(self) -> bool:
        return self.kind in TITLES

    @property
    def takes_text(self) -> bool:
        return self.kind in _BODY_LIKE


class Layout(NamedTuple):
    """One slide layout: its part, its name and kind (ST_SlideLayoutType), its placeholders."""

    part: str
    name: str
    kind: str
    holders: tuple[Holder, ...]

    @property
    def title(self) -> Holder | None:
        return next((h for h in self.holders if h.is_title), None)

    @property
    def body(self) -> Holder | None:
        """The largest placeholder that takes text or anything."""
        among = [h for h in self.holders if h.takes_text]
        return max(among, key=lambda h: h.rect.width * h.rect.height, default=None)

    def of(self, kind: str) -> Holder | None:
        """The first placeholder of this type."""
        return next((h for h in self.holders if h.kind == kind), None)


def slide_size(source: Source) -> Size:
    """The size of its slides (ECMA-376 19.2.1.39)."""
    size = source.root(source.main).find(f"{_P}sldSz")
    return Size(int(size.get("cx")), int(size.get("cy"))) if size is not None else Size(0, 0)


def read_layouts(source: Source) -> tuple[Layout, ...]:
    """All layouts of all masters, in their order."""
    found: list[Layout] = []
    for master in source.related(source.main, "slideMaster"):
        root = source.root(master)
        inherited = {h.kind: h for h in _holders(root, {}, root)}
        for part in source.related(master, "slideLayout"):
            layout = source.root(part)
            name = layout.find(f"{_P}cSld").get("name", "")
            holders = tuple(_holders(layout, inherited, root))
            found.append(Layout(part, name, layout.get("type", ""), holders))
    return tuple(found)


def _holders(root: Any, inherited: dict[str, Holder], master: Any) -> Iterator[Holder]:
    for shape in root.iter(f"{_P}sp", f"{_P}pic", f"{_P}graphicFrame"):
        mark = next(shape.iter(f"{_P}ph"), None)
        if mark is None:
            continue
        kind, idx = mark.get("type", "obj"), int(mark.get("idx", "0"))
        above = inherited.get(kind) or inherited.get(_ON_MASTER.get(kind, kind))
        rect = _place(shape) or (above.rect if above else None)
        if rect is None or rect.width <= 0 or rect.height <= 0:
            continue
        level = next(shape.iter(f"{_A}lvl1pPr"), None)
        if level is None and above is None:
            level = _master_level(master, kind)
        body = next(shape.iter(f"{_A}bodyPr"), None)
        run = level.find(f"{_A}defRPr") if level is not None else None
        size = run.get("sz") if run is not None else None
        yield Holder(
            kind,
            idx,
            rect,
            int(size) * 127 if size else (above.size if above else None),
            (level.get("algn") if level is not None else None) or (above.align if above else None),
            (body.get("anchor") if body is not None else None) or (above.anchor if above else None),
        )


def _master_level(master: Any, kind: str) -> Any:
    """The first level of the master's own text style for such a placeholder (19.3.1.51)."""
    style = "titleStyle" if kind in TITLES else "bodyStyle"
    return master.find(f"{_P}txStyles/{_P}{style}/{_A}lvl1pPr")


def _place(shape: Any) -> Rect | None:
    for xfrm in shape.iter(f"{_A}xfrm", f"{_P}xfrm"):
        off, ext = xfrm.find(f"{_A}off"), xfrm.find(f"{_A}ext")
        if off is not None and ext is not None:
            numbers = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
            x, y, width, height = map(int, numbers)
            return Rect(x, y, width, height)
    return None
