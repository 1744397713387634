"""What the file says of itself, and how programs open and print it."""

from __future__ import annotations

import re

from publisher.geometry import SLIDE_4_3, SLIDE_16_9, Size
from publisher.plan import Plan, PlanMeta
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.xml import escape

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
PRESENTATION_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml"
VIEW_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml"

_EPOCH = "1980-01-01T00:00:00Z"
"""No clock is read: a speech that carries no date has that of the zip's stamps."""
_W3CDTF = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
_ELEMENTS = "http://purl.org/dc/"
_FORMATS = {SLIDE_16_9: "宽屏", SLIDE_4_3: "全屏显示(4:3)"}


def core_xml(meta: PlanMeta) -> str:
    """Core properties (ECMA-376 part 2, 11); an empty property is left out."""
    created = meta.created if meta.created and re.fullmatch(_W3CDTF, meta.created) else _EPOCH
    keywords = "; ".join(meta.keywords)
    texts = (
        ("dc:title", meta.title),
        ("dc:creator", meta.author),
        ("cp:keywords", keywords),
        ("dc:language", meta.language),
        ("cp:lastModifiedBy", meta.author),
    )
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in texts if text)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{created}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    return (
        f"{HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="{_ELEMENTS}elements/1.1/" xmlns:dcterms="{_ELEMENTS}terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{body}<cp:revision>1</cp:revision>{dates}</cp:coreProperties>"
    )


def app_xml(plan: Plan) -> str:
    """Extended properties (ECMA-376 22.2): what is counted is counted here, nothing is guessed."""
    noted = sum(bool(sheet.notes or sheet.notes_head) for sheet in plan.sheets)
    return (
        f"{HEAD}<Properties"
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>publisher</Application>{_format(plan.size)}"
        f"<Slides>{len(plan.sheets)}</Slides><Notes>{noted}</Notes><HiddenSlides>0</HiddenSlides>"
        "</Properties>"
    )


def _format(size: Size) -> str:
    """The name that PowerPoint in Chinese has for a slide of this size, if it has one."""
    name = _FORMATS.get(size)
    return f"<PresentationFormat>{name}</PresentationFormat>" if name else ""


def presentation_properties_xml() -> str:
    """How the deck is printed and shown (ECMA-376 19.2.1.28).

    Printed it is a handout, three slides to a page with lines beside them, in grey, since that is
    what offices print in. Shown it waits for a click: the slides carry their times, and a show
    runs by them only where somebody turns that on (``useTimings``, 19.2.1.30).
    """
    return (
        f"{HEAD}<p:presentationPr {NAMESPACES}>"
        '<p:prnPr prnWhat="handouts3" clrMode="gray" frameSlides="1"/>'
        '<p:showPr showNarration="1" useTimings="0"><p:present/><p:sldAll/><p:penClr>'
        '<a:schemeClr val="accent1"/></p:penClr></p:showPr></p:presentationPr>'
    )


def view_properties_xml() -> str:
    return (
        f'{HEAD}<p:viewPr {NAMESPACES} lastView="sldView"><p:normalViewPr>'
        '<p:restoredLeft sz="15620"/><p:restoredTop sz="75000"/></p:normalViewPr>'
        '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale>'
        '<p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr>'
        '<p:gridSpacing cx="72008" cy="72008"/></p:viewPr>'
    )
