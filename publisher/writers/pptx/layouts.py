"""Slide layouts: each drawing of a theme as background, native artwork and real placeholders."""

from __future__ import annotations

from publisher.plan import Colour
from publisher.theme.model import Drawing, Frame, TextStyle, Theme
from publisher.writers.pptx.drawing import EMPTY_GROUP, fill, identity, place, vector
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.pptx.placeholders import LAYOUT_KINDS, Placeholder, placeholders
from publisher.writers.pptx.text import (
    EMPTY_PARAGRAPH,
    NUMBER_PARAGRAPH,
    Typesetter,
    body_properties,
    exact_spacing,
    prompt,
    style_spacing,
)
from publisher.writers.xml import attribute

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
BLANK = Drawing("", "空白", Colour("lt1"), (), {})
"""What a sheet without a drawing stands on."""


def layout_xml(drawing: Drawing, theme: Theme, typesetter: Typesetter) -> str:
    """A layout (ECMA-376 19.3.1.39): the drawing as a designer made it, and editable."""
    kinds = placeholders(drawing)
    first = 2 + len(kinds)
    artwork = "".join(
        vector(shape, first + n, drawn_by_user=True) for n, shape in enumerate(drawing.artwork)
    )
    frames = "".join(
        _placeholder(number, kind, drawing.frames[name], theme, typesetter)
        for number, (name, kind) in enumerate(kinds.items(), 2)
    )
    type_ = _layout_kind(drawing)
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} {type_}preserve="1" userDrawn="1">'
        f'<p:cSld name="{attribute(drawing.title)}"><p:bg><p:bgPr>{fill(drawing.background)}'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_GROUP}{artwork}{frames}</p:spTree>"
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _layout_kind(drawing: Drawing) -> str:
    kind = LAYOUT_KINDS.get(drawing.name)
    return f'type="{kind}" ' if kind else ""


def _placeholder(
    number: int, kind: Placeholder, frame: Frame, theme: Theme, typesetter: Typesetter
) -> str:
    style = theme.styles.get(frame.style)
    level = _level(style, frame, kind, typesetter) if style else ""
    return (
        f"<p:sp><p:nvSpPr>{identity(number, kind.label, '', text=True)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{kind.markup}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{place(frame.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body_properties(frame.anchor, fitted=not kind.is_furniture)}"
        f"<a:lstStyle>{level}</a:lstStyle>{_words(kind)}</p:txBody></p:sp>"
    )


def _level(style: TextStyle, frame: Frame, kind: Placeholder, typesetter: Typesetter) -> str:
    # Footers fall back on otherStyle, where exact spacing shifts LibreOffice's first line.
    lines = exact_spacing(0) if kind.is_furniture else style_spacing(style)
    return typesetter.level("lvl1pPr", style, frame.colour, frame.align, lines)


def _words(kind: Placeholder) -> str:
    if kind.kind == "sldNum":
        return NUMBER_PARAGRAPH
    return EMPTY_PARAGRAPH if kind.is_furniture else prompt(kind.label)
