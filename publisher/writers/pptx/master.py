"""The slide master: what all layouts have in common (ECMA-376 19.3.1.42)."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.geometry import Rect, mm, pt
from publisher.lately import lately
from publisher.plan import Colour
from publisher.theme.model import Drawing, Frame, TextStyle, Theme
from publisher.writers.pptx.drawing import COLOUR_MAP, EMPTY_GROUP, fill, identity, place
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.pptx.text import (
    EMPTY_PARAGRAPH,
    LANGUAGE,
    NUMBER_PARAGRAPH,
    Typesetter,
    body_properties,
    exact_spacing,
    prompt,
    style_spacing,
)

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
ID = 2_147_483_648
"""The least that a master or layout may have; layouts count on from it (19.7.14)."""

_STEP = mm(10)
_PLAIN = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>' + exact_spacing(0)
_DEFAULT_STYLE = TextStyle("text", pt(18), pt(18), 150, "dk1")


@lately
def master_xml(theme: Theme, typesetter: Typesetter, layout_ids: Sequence[str]) -> str:
    """The master, with the relationship ids of its layouts in order.

    Its title and body stand where the theme's content slides have them.
    """
    frames = _frames(theme)
    shapes = "".join(
        _placeholder(number, markup, label, frames[name], body)
        for number, (name, markup, label, body) in enumerate(_SHAPES, 2)
    )
    layouts = "".join(
        f'<p:sldLayoutId id="{ID + n}" r:id="{rid}"/>' for n, rid in enumerate(layout_ids, 1)
    )
    return (
        f'{HEAD}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgPr>{fill(Colour("lt2"))}'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>"
        f"{COLOUR_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/>{_text_styles(theme, typesetter, frames)}</p:sldMaster>'
    )


def plain_levels(typesetter: Typesetter) -> str:
    """Nine levels alike, with spacing in per cent: LibreOffice lets footers and shapes that fall
    back on exact spacing lose their first line."""
    return "".join(
        typesetter.level(f"lvl{n}pPr", _DEFAULT_STYLE, "dk1", "left", _PLAIN) for n in range(1, 10)
    )


def _frames(theme: Theme) -> dict[str, Frame]:
    """The five frames of the master, from the first drawing that is a content slide."""
    model = next(
        (d for d in theme.drawings.values() if "title" in d.frames and "body" in d.frames), None
    )
    return _spare_frames(theme) | (_known(model) if model else {})


def _known(drawing: Drawing) -> dict[str, Frame]:
    return {n: f for n, f in drawing.frames.items() if n in ("title", "body", "footer", "number")}


def _spare_frames(theme: Theme) -> dict[str, Frame]:
    width, height = theme.size
    left, inner, foot = width // 20, width - width // 10, height - height // 12
    style = next(iter(theme.styles), "")
    line = height // 20

    def frame(name: str, rect: Rect, align: str = "left") -> Frame:
        return Frame(name, rect, style, "dk1", align)

    return {
        "title": frame("title", Rect(left, height // 14, inner, height // 9)),
        "body": frame("body", Rect(left, height // 5, inner, height * 2 // 3)),
        "date": frame("date", Rect(width // 2 - width // 10, foot, width // 5, line), "center"),
        "footer": frame("footer", Rect(left, foot, width // 3, line)),
        "number": frame("number", Rect(left + inner - width // 8, foot, width // 8, line), "right"),
    }


_OUTLINE = "".join(
    f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr {LANGUAGE}/><a:t>{words}</a:t></a:r></a:p>'
    for level, words in enumerate(("单击此处编辑文本", "第二级", "第三级", "第四级", "第五级"))
)
_SHAPES = (
    ("title", '<p:ph type="title"/>', "标题占位符", prompt("单击此处编辑标题")),
    ("body", '<p:ph type="body" idx="1"/>', "文本占位符", _OUTLINE),
    ("date", '<p:ph type="dt" sz="half" idx="2"/>', "日期占位符", EMPTY_PARAGRAPH),
    ("footer", '<p:ph type="ftr" sz="quarter" idx="3"/>', "页脚占位符", EMPTY_PARAGRAPH),
    ("number", '<p:ph type="sldNum" sz="quarter" idx="4"/>', "编号占位符", NUMBER_PARAGRAPH),
)


def _placeholder(number: int, markup: str, label: str, frame: Frame, body: str) -> str:
    fitted = frame.name in ("title", "body")
    return (
        f"<p:sp><p:nvSpPr>{identity(number, label, '', text=True)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{markup}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{place(frame.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body_properties(frame.anchor, fitted=fitted)}<a:lstStyle/>{body}</p:txBody>"
        "</p:sp>"
    )


def _text_styles(theme: Theme, typesetter: Typesetter, frames: dict[str, Frame]) -> str:
    title, body = (_style(theme, frames[name]) for name in ("title", "body"))
    return (
        "<p:txStyles><p:titleStyle>"
        + typesetter.level(
            "lvl1pPr", title, frames["title"].colour, frames["title"].align, style_spacing(title)
        )
        + f"</p:titleStyle><p:bodyStyle>{_body_levels(body, frames['body'], typesetter)}"
        f"</p:bodyStyle><p:otherStyle>{plain_levels(typesetter)}</p:otherStyle></p:txStyles>"
    )


def _style(theme: Theme, frame: Frame) -> TextStyle:
    return theme.styles.get(frame.style, _DEFAULT_STYLE)


def _body_levels(style: TextStyle, frame: Frame, typesetter: Typesetter) -> str:
    """Our own paragraphs have no bullets; deeper levels are for people who type more."""
    first = typesetter.level("lvl1pPr", style, frame.colour, frame.align, style_spacing(style))
    plain = typesetter.level("lvlNpPr", style, frame.colour, frame.align, style_spacing(style))
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    return first + "".join(
        plain.replace("lvlNpPr", f"lvl{level}pPr")
        .replace('marL="0" indent="0"', f'marL="{_STEP * (level - 1)}" indent="-{_STEP // 2}"')
        .replace("<a:buNone/>", bullet)
        for level in range(2, 10)
    )
