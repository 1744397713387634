"""Drawings inside a paragraph: frames, pictures, text boxes (ECMA-376 20.4, part 3, part 4)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from publisher.manuscript import Picture
from publisher.readers.docx.ooxml import MC, PIC, WP, WPG, WPS, A, M, V, W
from publisher.readers.docx.pictures import drawing_frame, shape_frame
from publisher.readers.docx.reading import Handler, Reading

_READABLE = (W + "t", PIC + "pic", V + "imagedata", M + "t", W + "sym")
SHAPES = frozenset(
    V + name for name in (
        "shape", "rect", "roundrect", "oval", "group", "line", "polyline", "curve", "arc", "image",
    )
)  # fmt: skip
NESTED_ALTERNATIVES = 8
"""Deeper ones are taken as they come, so that looking ahead stays cheap."""
_INVISIBLE = r"(?i)visibility\s*:\s*hidden"
_ON = frozenset({"1", "true", "on"})
_NAMED = ("}docPr", "}cNvPr")
_LEFT_OUT = {"chart": "chart", "chartex": "chart", "diagram": "SmartArt"}


def alternatives(reading: Reading, element: Element) -> None:
    """One branch of several (part 3, 10.2): the first that has something to read.

    Text boxes and pictures stand in the choice and again in the fallback.
    """
    chosen = chosen_branch(element, deep=reading.alternatives >= NESTED_ALTERNATIVES)
    reading.restore("alternatives")
    reading.alternatives += 1
    reading.stack.extend(() if chosen is None else (chosen,))


def chosen_branch(element: Element, *, deep: bool = False) -> Element | None:
    """The branch of a ``mc:AlternateContent`` that is read; ``deep`` ones are not looked into."""
    branches = [*element.findall(MC + "Choice"), *element.findall(MC + "Fallback")]
    readable = () if deep else (branch for branch in branches if _readable(branch))
    return next(iter(readable), branches[0] if branches else None)


def _readable(branch: Element) -> bool:
    return any(next(branch.iter(tag), None) is not None for tag in _READABLE)


def is_hidden(element: Element) -> bool:
    """Whether a ``wp:inline``, ``wp:anchor``, ``pic:pic``, ``wps:wsp`` or ``wpg:grpSp`` is hidden
    by its name's ``hidden`` (20.1.2.2.8), or a VML shape by its style."""
    for child in element:
        if child.tag.endswith(_NAMED):
            return child.get("hidden", "0") in _ON
        if child.tag == PIC + "nvPicPr":
            return is_hidden(child)
    return re.search(_INVISIBLE, element.get("style", "")) is not None


def drawing(reading: Reading, element: Element) -> None:
    if is_hidden(element):
        reading.leave_out("hidden-left-out", element)
        return
    reading.frame, reading.grouped = drawing_frame(element), False
    reading.enter(element)


def shape(reading: Reading, element: Element) -> None:
    if is_hidden(element):
        reading.leave_out("hidden-left-out", element)
        return
    reading.frame = shape_frame(element)
    reading.enter(element)


def group(reading: Reading, element: Element) -> None:
    reading.grouped = True
    member(reading, element)


def member(reading: Reading, element: Element) -> None:
    """A shape or a group, which may be hidden while the drawing around it is not."""
    if is_hidden(element):
        reading.leave_out("hidden-left-out", element)
    else:
        reading.enter(element)


def graphic(reading: Reading, element: Element) -> None:
    kind = _LEFT_OUT.get(element.get("uri", "").rpartition("/")[2])
    if kind is not None:
        reading.losses.add("embedded-left-out", kind=kind)
    reading.enter(element)


def drawn_picture(reading: Reading, element: Element) -> None:
    if is_hidden(element):
        reading.leave_out("hidden-left-out", element)
        return
    _keep(reading, reading.pictures.drawn(element, reading.frame, grouped=reading.grouped))


def vml_picture(reading: Reading, element: Element) -> None:
    _keep(reading, reading.pictures.imaged(element, reading.frame))


def _keep(reading: Reading, picture: Picture | None) -> None:
    if picture is not None and reading.draft is not None:
        reading.draft.pictures.append(picture)


HANDLERS: dict[str, Handler] = {
    MC + "AlternateContent": alternatives,
    WP + "inline": drawing,
    WP + "anchor": drawing,
    WPG + "wgp": group,
    WPG + "grpSp": member,
    WPS + "wsp": member,
    A + "graphicData": graphic,
    PIC + "pic": drawn_picture,
    **dict.fromkeys(SHAPES, shape),
    V + "imagedata": vml_picture,
}
