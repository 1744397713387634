"""Pictures: in a line of their own, with what a screen reader says (ECMA-376 20.4)."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from publisher.story import StoryPage, StoryPicture
from publisher.writers.docx.markup import element
from publisher.writers.docx.package import Parts
from publisher.writers.docx.styles import lead, spacing
from publisher.writers.xml import writable

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}
_INLINE = (
    '<wp:inline {names} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="{name}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks'
    ' noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip'
    ' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
)


def picture(said: StoryPicture, page: StoryPage, parts: Parts) -> Any:
    """The ``w:p`` that holds a picture, which begins where the em box of its row does.

    Its line is as high as the picture: off the grid, and in the smallest type.
    """
    number, relationship = parts.media(said.data, _SUFFIXES[said.media_type], said.media_type)
    inline = parse_xml(
        _INLINE.format(
            names=nsdecls("wp", "a", "pic", "r"), cx=said.size.width, cy=said.size.height,
            id=number, name=f"图片 {number}", relationship=relationship,
        )
    )  # fmt: skip
    inline.docPr.set("descr", writable(said.alt))
    return element(
        "p",
        element(
            "pPr",
            element("keepNext") if said.keep else None,
            element("snapToGrid", val=False),
            spacing(said.before + lead(page)),
            element("jc", val="center"),
            element("rPr", _smallest()),
        ),
        element("r", element("rPr", _smallest()), element("drawing", inline)),
    )


def _smallest() -> Any:
    return element("sz", val=2)
