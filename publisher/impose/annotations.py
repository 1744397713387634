"""Annotations on sheets: links lead on, what shows on paper is drawn, the rest is left out."""

from __future__ import annotations

import pikepdf
from pikepdf import Annotation, Array, Name

from publisher.impose.drawing import Printed, moved, moved_box
from publisher.impose.places import Destinations
from publisher.impose.source import Box, number_in, number_of, rectangle
from publisher.record import NamedTuple

_HIDDEN, _PRINTED = 2, 4
"""Flags (ISO 32000-1 12.5.3)."""


class Carried(NamedTuple):
    """What became of a page's annotations.

    ``links`` go on the sheet; ``drawn`` are the content that shows others, with their forms by
    name; ``lost`` show nothing on paper.
    """

    links: tuple[pikepdf.Object, ...] = ()
    drawn: tuple[str, ...] = ()
    forms: tuple[tuple[str, pikepdf.Object], ...] = ()
    lost: int = 0


def carry_annotations(
    pdf: pikepdf.Pdf, here: Printed, destinations: Destinations, prefix: str
) -> Carried:
    """The annotations of one page; ``prefix`` begins the names of forms that are its own."""
    found = here.page.obj.get("/Annots")
    links: list[pikepdf.Object] = []
    drawn: list[str] = []
    forms: list[tuple[str, pikepdf.Object]] = []
    lost = 0
    for annotation in found if isinstance(found, pikepdf.Array) else ():
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        kind = annotation.get("/Subtype")
        box = rectangle(annotation.get("/Rect"))
        if kind == Name.Popup or box is None:
            continue  # it shows nothing of its own
        if kind == Name.Link:
            links.append(_moved(pdf, annotation, box, here, destinations))
            continue
        name = f"{prefix}A{len(forms)}"
        painted = _painted(annotation, name)
        if painted:
            drawn.append(painted)
            forms.append((name, _appearance(annotation)))
        else:
            lost += not int(number_in(annotation.get("/F"))) & _HIDDEN
    return Carried(tuple(links), tuple(drawn), tuple(forms), lost)


def _moved(
    pdf: pikepdf.Pdf,
    link: pikepdf.Object,
    box: Box,
    here: Printed,
    destinations: Destinations,
) -> pikepdf.Object:
    """A link in its place on the sheet."""
    link.Rect = Array([number_of(value) for value in moved_box(here.matrix, box)])
    corners = link.get("/QuadPoints")
    if isinstance(corners, pikepdf.Array):
        values = list(map(number_in, corners))
        points = [moved(here.matrix, x, y) for x, y in zip(values[::2], values[1::2])]
        link.QuadPoints = Array([number_of(value) for point in points for value in point])
    link.P = here.sheet
    destinations.of_link(link)
    return link if link.is_indirect else pdf.make_indirect(link)


def _painted(annotation: pikepdf.Object, name: str) -> str:
    """What draws it where it stood on its page, by its appearance for paper (12.5.5)."""
    content = Annotation(annotation).get_page_content_for_appearance(
        Name(f"/{name}"), 0, _PRINTED, _HIDDEN
    )
    words = " ".join(content.decode("ascii", "replace").split())
    return f"/Artifact BMC {words} EMC" if words else ""


def _appearance(annotation: pikepdf.Object) -> pikepdf.Object:
    """Its ordinary appearance, in the state that it is in."""
    normal = annotation.AP.N
    return normal if isinstance(normal, pikepdf.Stream) else normal[str(annotation.AS)]
