"""Drawings inside a paragraph: frames, pictures, text boxes (ECMA-376 20.4, part 3, part 4)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from publisher.manuscript import Picture
from publisher.readers.docx.ooxml import MC, PIC, WP, WPG, A, M, V, W
from publisher.readers.docx.pictures import drawing_frame, shape_frame
from publisher.readers.docx.reading import Handler, Reading

_READABLE = (W + "t", PIC + "pic", V + "imagedata", M + "t", W + "sym")
_NESTED_ALTERNATIVES = 8
"""Deeper ones are taken as they come, so that looking ahead stays cheap."""
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_ON = frozenset({"1", "true", "on"})
_LEFT_OUT = {"chart": "chart", "chartex": "chart", "diagram": "SmartArt"}


def alternatives(reading: Reading, element: Element) -> None:
    """One branch of several (part 3, 10.2): the first that has something to read.

    Text boxes and pictures stand in the choice and again in the fallback.
    """
    branches = [*element.findall(MC + "Choice"), *element.findall(MC + "Fallback")]
    chosen = branches[:1]
    if reading.alternatives < _NESTED_ALTERNATIVES:
        chosen = [branch for branch in branches if _readable(branch)][:1] or chosen
    reading.restore("alternatives")
    reading.alternatives += 1
    reading.stack.extend(chosen)


def _readable(branch: Element) -> bool:
    return any(next(branch.iter(tag), None) is not None for tag in _READABLE)


def drawing(reading: Reading, element: Element) -> None:
    named = element.find(WP + "docPr")
    if named is not None and named.get("hidden", "0") in _ON:
        reading.leave_out("hidden-left-out", element)
        return
    reading.frame, reading.grouped = drawing_frame(element), False
    reading.enter(element)


def shape(reading: Reading, element: Element) -> None:
    if _INVISIBLE.search(element.get("style", "")):
        reading.leave_out("hidden-left-out", element)
        return
    reading.frame = shape_frame(element)
    reading.enter(element)


def group(reading: Reading, element: Element) -> None:
    reading.grouped = True
    reading.enter(element)


def graphic(reading: Reading, element: Element) -> None:
    kind = _LEFT_OUT.get(element.get("uri", "").rpartition("/")[2])
    if kind is not None:
        reading.losses.add("embedded-left-out", kind=kind)
    reading.enter(element)


def drawn_picture(reading: Reading, element: Element) -> None:
    _keep(reading, reading.pictures.drawn(element, reading.frame, grouped=reading.grouped))


def vml_picture(reading: Reading, element: Element) -> None:
    _keep(reading, reading.pictures.imaged(element, reading.frame))


def _keep(reading: Reading, picture: Picture | None) -> None:
    if picture is not None and reading.draft is not None:
        reading.draft.pictures.append(picture)


DRAWINGS: dict[str, Handler] = {
    MC + "AlternateContent": alternatives,
    WP + "inline": drawing,
    WP + "anchor": drawing,
    WPG + "wgp": group,
    A + "graphicData": graphic,
    PIC + "pic": drawn_picture,
    **dict.fromkeys((V + "shape", V + "rect", V + "roundrect", V + "oval"), shape),
    V + "imagedata": vml_picture,
}
