"""Documents inside the deck: an embedded object shown by its icon (ECMA-376 19.3.2.4).

A document of Office's own formats is embedded as it is; any other would need a compound file
around it, and PowerPoint refuses raw bytes there.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.errors import InternalError
from publisher.plan import Attachment
from publisher.record import NamedTuple
from publisher.writers.pptx.drawing import identity, place
from publisher.writers.xml import attribute

_OLE = "http://schemas.openxmlformats.org/presentationml/2006/ole"
_OPENED = '<a:hlinkClick r:id="" action="ppaction://ole?verb=0"/>'
"""One click opens it in a show; at the desk it is two, as ever."""


class Program(NamedTuple):
    """Who opens a kind of document: its registered name, and what parts of the kind are called."""

    prog_id: str
    stem: str
    extension: str


PROGRAMS: Mapping[str, Program] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Program(
        "Word.Document.12", "Microsoft_Word_Document", "docx"
    ),
}


def program(attachment: Attachment) -> Program:
    """Who opens it. Raises InternalError ``bug`` for a kind that no deck can carry."""
    try:
        return PROGRAMS[attachment.media_type]
    except KeyError:
        detail = f"an attachment of type {attachment.media_type} cannot stand in a deck"
        raise InternalError("bug", detail=detail) from None


def frame(number: int, attachment: Attachment, document: str, icon: str) -> str:
    """The graphic frame; ``document`` and ``icon`` are relationship ids.

    The picture inside is how the object looks until it is opened, and has no identity.
    """
    where, name = attachment.frame, attribute(attachment.name)
    who = identity(number, attachment.name, attachment.alt or attachment.name, _OPENED)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{who}<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr>{place(where, "p:xfrm")}<a:graphic><a:graphicData uri="{_OLE}">'
        f'<p:oleObj name="{name}" showAsIcon="1" r:id="{document}" imgW="{where.width}"'
        f' imgH="{where.height}" progId="{program(attachment).prog_id}"><p:embed/>'
        '<p:pic><p:nvPicPr><p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{icon}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{place(where)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        "</p:oleObj></a:graphicData></a:graphic></p:graphicFrame>"
    )
