"""Notes: the words that are spoken, paragraph by paragraph, and their master.

The notes body holds the speech alone; where and when it is spoken stands in the header.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from publisher.geometry import Emu, Rect, Size, mm, pt
from publisher.lately import lately
from publisher.plan import Colour
from publisher.theme.model import TextStyle
from publisher.writers.pptx.drawing import COLOUR_MAP, EMPTY_GROUP, fill, identity, place, rule
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.pptx.text import (
    EMPTY_PARAGRAPH,
    LANGUAGE,
    NUMBER_FIELD,
    Typesetter,
    broken_runs,
    points,
    prompt,
    theme_fonts,
)

MASTER_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
SIZE = Size(6_858_000, 9_144_000)

_MARGIN = mm(19)
_BAND = mm(12)
_TEXT = pt(12)
_HEAD = pt(10)
# LibreOffice knows no notesStyle: fonts, size and spacing stand on every paragraph.
_INK = f"{fill(Colour('dk1'))}{theme_fonts('mn')}"
_RUN = f'<a:rPr {LANGUAGE} sz="{points(_TEXT)}" dirty="0">{_INK}</a:rPr>'
_HEAD_RUN = f'<a:rPr {LANGUAGE} sz="{points(_HEAD)}" dirty="0">{_INK}</a:rPr>'
_SPACING = (
    '<a:lnSpc><a:spcPct val="130000"/></a:lnSpc><a:spcBef><a:spcPts val="400"/></a:spcBef>'
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
)
_PARAGRAPH = f'<a:pPr marL="0" indent="0">{_SPACING}<a:buNone/></a:pPr>'
_NO_INSETS = '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/>'
_BOX = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'

_NUMBER_PARAGRAPH = (
    f'<a:p><a:pPr algn="r"/><a:fld id="{NUMBER_FIELD}" type="slidenum">{_HEAD_RUN}<a:t>‹#›</a:t>'
    "</a:fld></a:p>"
)

_HEADER = '<p:ph type="hdr" sz="quarter"/>'
_IMAGE = '<p:ph type="sldImg" idx="2"/>'
_BODY = '<p:ph type="body" sz="quarter" idx="3"/>'
_NUMBER = '<p:ph type="sldNum" sz="quarter" idx="5"/>'
_IMAGE_LOCKS = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
_LOCKS = '<a:spLocks noGrp="1"/>'


def notes_xml(paragraphs: Sequence[str], head: str) -> str:
    """The notes of one slide: exactly ``paragraphs`` in the body, ``head`` in the header."""
    body = "".join([f"<a:p>{_PARAGRAPH}{broken_runs(text, _RUN)}</a:p>" for text in paragraphs])
    header = f"<a:p>{broken_runs(head, _HEAD_RUN)}</a:p>" if head else EMPTY_PARAGRAPH
    return _form() % (body or EMPTY_PARAGRAPH, header)


@functools.cache
def _form() -> str:
    """Notes with a blank for the body and one for the header."""
    shapes = (
        _shape(2, "幻灯片图像", _IMAGE, "", "", _IMAGE_LOCKS)
        + _shape(3, "备注", _BODY, "", "%s")
        + _shape(4, "页眉", _HEADER, "", "%s")
        + _shape(5, "编号", _NUMBER, "", _NUMBER_PARAGRAPH)
    )
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


@lately
def notes_master_xml(typesetter: Typesetter, slide: Size) -> str:
    """The notes master, its picture in the proportions of ``slide``."""
    width, height = SIZE
    inner = width - 2 * _MARGIN
    half = inner // 2
    image = _image(inner, slide)
    text_top = image.bottom + mm(8)
    foot = height - _MARGIN // 2 - _BAND
    shapes = (
        _shape(2, "页眉", _HEADER, _at(Rect(_MARGIN, _MARGIN // 2, inner, _BAND)), EMPTY_PARAGRAPH)
        + _shape(3, "幻灯片图像", _IMAGE, _at(image) + _frame(), "", _IMAGE_LOCKS)
        + _shape(
            4,
            "备注",
            _BODY,
            _at(Rect(_MARGIN, text_top, inner, foot - text_top - mm(4))),
            prompt("单击此处编辑文本"),
        )
        + _shape(
            5, "编号", _NUMBER, _at(Rect(_MARGIN + half, foot, half, _BAND)), _NUMBER_PARAGRAPH
        )
    )
    style = TextStyle("text", _TEXT, _TEXT, 130, "dk1")
    levels = "".join(
        typesetter.level(f"lvl{n}pPr", style, "dk1", "left", _SPACING) for n in range(1, 10)
    )
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill(Colour('lt1'))}"
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        f"{COLOUR_MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def _image(inner: Emu, slide: Size) -> Rect:
    """The slide's picture at the head of the page, at most a third of it high."""
    height = min(inner * slide.height // slide.width, SIZE.height // 3)
    width = height * slide.width // slide.height
    return Rect((SIZE.width - width) // 2, _MARGIN // 2 + _BAND + mm(4), width, height)


def _at(frame: Rect) -> str:
    return place(frame) + _BOX


def _frame() -> str:
    return f"<a:noFill/>{rule('ln', Colour('accent5'), 9_525)}"


def _shape(number: int, name: str, markup: str, where: str, words: str, locks: str = _LOCKS) -> str:
    body = f"<p:txBody>{_NO_INSETS}<a:lstStyle/>{words}</p:txBody>" if words else ""
    return (
        f"<p:sp><p:nvSpPr>{identity(number, name, '', text=True)}<p:cNvSpPr>{locks}</p:cNvSpPr>"
        f"<p:nvPr>{markup}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>{body}</p:sp>"
    )
