"""Strict documents (ISO/IEC 29500-1) as transitional ones (29500-4): the values that differ.

Measures with units, percentages with their sign, start and end for left and right, directions
of text by other names: what the namespaces do not say, and Word 2007 does not understand.
"""

from __future__ import annotations

import re

from publisher.readers.docx.ooxml import VAL, A, W, twips
from publisher.readers.docx.scrub.names import DGM, C
from publisher.readers.docx.scrub.trees import Node, space_of, take_out

_MEASURE = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?(?:pt|in|cm|mm|pc|pi)")
_PERCENT = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?%")
_IN_TWIPS = tuple(
    W + name for name in (
        "pgSz", "pgMar", "cols", "col", "docGrid", "spacing", "ind", "tab", "framePr", "gridCol",
        "trHeight", "tblW", "tcW", "tblInd", "tblCellSpacing", "wBefore", "wAfter", "top", "left",
        "start", "bottom", "right", "end", "tblpPr", "defaultTabStop", "hyphenationZone",
        "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
        "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin",
    )
)  # fmt: skip
_IN_HALF_POINTS = tuple(
    W + name for name in ("sz", "szCs", "kern", "position", "hps", "hpsRaise", "hpsBaseText")
)
_FIFTIETHS = tuple(W + name for name in ("tblW", "tcW", "tblInd", "tblCellSpacing", "wBefore",
                                         "wAfter"))  # fmt: skip
_WORDS = frozenset({"name", "descr", "title"})
_PER_PERCENT = {A: 1000, DGM: 1000, C: 1}
"""What a percent is in transitional drawings and charts (20.1.10.40, 21.2)."""

_SIDES = {"start": "left", "end": "right"}
_ALIGNED = (W + "jc", W + "lvlJc", W + "tab")
_SIDED = (W + "tblBorders", W + "tcBorders", W + "tblCellMar", W + "tcMar")
_INDENTS = {
    W + "start": W + "left", W + "end": W + "right", W + "startChars": W + "leftChars",
    W + "endChars": W + "rightChars",
}  # fmt: skip
_DIRECTIONS = {
    "tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV",
}  # fmt: skip


def loosen(root: Node) -> None:
    """Say what ``root`` says as a transitional part says it; one that does already stays."""
    _measures(root)
    _percentages(root)
    for node in root.iter(*_ALIGNED):
        _replace(node, VAL, _SIDES)
    for node in root.iter(W + "textDirection"):
        _replace(node, VAL, _DIRECTIONS)
    for sided in root.iter(*_SIDED):
        for node in sided:
            name = node.tag[len(W) :]
            node.tag = W + _SIDES.get(name, name)
    for node in root.iter(W + "ind"):
        for strict, transitional in _INDENTS.items():
            value = node.attrib.pop(strict, None)
            if value is not None and transitional not in node.attrib:
                node.set(transitional, value)
    for node in list(root.iter(W + "cnfStyle")):  # a hint that every Word makes for itself
        if node.get(VAL) is None:
            take_out(node)


def _replace(node: Node, attribute: str, names: dict[str, str]) -> None:
    value = node.get(attribute)
    if value in names:
        node.set(attribute, names[value])


def _measures(root: Node) -> None:
    """Twentieths of a point, or half points for sizes of type (22.9.2.15, 22.9.2.7)."""
    for tags, per in ((_IN_TWIPS, 1), (_IN_HALF_POINTS, 10)):
        for node in root.iter(*tags):
            for name, value in node.items():
                if _MEASURE.fullmatch(value):
                    measure = twips(value.replace("pi", "pc")) or 0
                    node.set(name, str(round(measure / per)))
    for node in root.iter(*_FIFTIETHS):
        share = node.get(W + "w", "")
        if _PERCENT.fullmatch(share):
            node.set(W + "w", str(round(float(share[:-1]) * 50)))
    for node in root.iter(W + "w"):  # of a run: how wide its characters are (17.3.2.43)
        scale = node.get(VAL, "")
        if _PERCENT.fullmatch(scale):
            node.set(VAL, str(round(float(scale[:-1]))))


def _percentages(root: Node) -> None:
    for node in root.iter():
        scale = _PER_PERCENT.get(space_of(node.tag))
        if scale is None:
            continue
        for name, value in node.items():
            if value.endswith("%") and name not in _WORDS and _PERCENT.fullmatch(value):
                node.set(name, str(round(float(value[:-1]) * scale)))
