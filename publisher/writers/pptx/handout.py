"""The handout master: what stands round the slides that are printed for the audience.

Programs print several slides to a page; the master says only what is above and below them
(ECMA-376 19.3.1.24).
"""

from __future__ import annotations

from publisher.geometry import Rect, mm, pt
from publisher.plan import Colour, Plan
from publisher.writers.pptx.drawing import COLOUR_MAP, EMPTY_GROUP, fill, identity, place
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.pptx.notes import SIZE
from publisher.writers.pptx.text import (
    EMPTY_PARAGRAPH,
    LANGUAGE,
    NUMBER_FIELD,
    points,
    theme_fonts,
)
from publisher.writers.xml import escape

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.handoutMaster+xml"

_MARGIN = mm(10)
_BAND = mm(12)
_RUN = (
    f'<a:rPr {LANGUAGE} sz="{points(pt(10))}" dirty="0">{fill(Colour("dk1"))}'
    f"{theme_fonts('mn')}</a:rPr>"
)
_NUMBER = f'<a:fld id="{NUMBER_FIELD}" type="slidenum">{_RUN}<a:t>‹#›</a:t></a:fld>'


def handout_master_xml(plan: Plan) -> str:
    """The master, headed by the deck's title: a loose sheet still says what it is of."""
    half = SIZE.width // 2 - _MARGIN
    right, foot = SIZE.width // 2, SIZE.height - _MARGIN - _BAND
    title = f"<a:p><a:r>{_RUN}<a:t>{escape(plan.meta.title)}</a:t></a:r></a:p>"
    number = f'<a:p><a:pPr algn="r"/>{_NUMBER}</a:p>'
    shapes = (
        _frame(2, "页眉", '"hdr" sz="quarter"', Rect(_MARGIN, _MARGIN, half, _BAND), title, "t")
        + _frame(3, "日期", '"dt" sz="quarter" idx="1"', Rect(right, _MARGIN, half, _BAND),
                 EMPTY_PARAGRAPH, "t")
        + _frame(4, "页脚", '"ftr" sz="quarter" idx="2"', Rect(_MARGIN, foot, half, _BAND),
                 EMPTY_PARAGRAPH, "b")
        + _frame(5, "编号", '"sldNum" sz="quarter" idx="3"', Rect(right, foot, half, _BAND),
                 number, "b")
    )  # fmt: skip
    return (
        f"{HEAD}<p:handoutMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill(Colour('lt1'))}"
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        f'{COLOUR_MAP}<p:hf ftr="0" dt="0"/></p:handoutMaster>'
    )


def _frame(number: int, name: str, kind: str, rect: Rect, words: str, anchor: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{identity(number, name, '', text=True)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type={kind}/></p:nvPr>'
        f'</p:nvSpPr><p:spPr>{place(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"/>'
        f"<a:lstStyle/>{words}</p:txBody></p:sp>"
    )
