"""Slide parts: the items of a sheet on its layout (ECMA-376 19.3.1.38)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from publisher.errors import InternalError
from publisher.geometry import Rect
from publisher.plan import (
    Attachment,
    Chart,
    Colour,
    Grid,
    Image,
    Item,
    Miniature,
    Shape,
    Sheet,
    Text,
)
from publisher.record import NamedTuple
from publisher.writers.pptx import animation
from publisher.writers.pptx.drawing import EMPTY_GROUP, fill, identity, picture, place, vector
from publisher.writers.pptx.ground import Standing
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.pptx.package import Part
from publisher.writers.pptx.text import LANGUAGE, Typesetter, body_properties
from publisher.writers.xml import attribute, escape

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"

_LOGO = "logo"
_FIRST = 3
"""The first item's shape id: 1 is the slide's group, 2 a title that is only read."""
# PowerPoint does not draw hidden shapes; LibreOffice draws those in placeholders, so clear ink.
_UNSEEN = f'<a:rPr {LANGUAGE} sz="1000" dirty="0">{fill(Colour("lt1", 0))}</a:rPr>'
_OVERRIDE = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
# MS-ODRAWXML: a link's words keep the colour that they have, and are not made blue.
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
    ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
_TIP = 255
"""Characters that the dialog of PowerPoint has room for in a tip."""


class Surroundings(NamedTuple):
    """What slides refer to: each other, their titles, pictures, charts and documents as parts.

    ``attached`` gives the parts of an attachment: the document, and the picture of its icon.
    """

    typesetter: Typesetter
    slides: Sequence[Part]
    titles: Sequence[str]
    media: Callable[[Image], Part]
    chart: Callable[[Chart], Part]
    attached: Callable[[Attachment], tuple[Part, Part]]
    animate: bool = False


def slide_xml(
    sheet: Sheet,
    standing: Standing,
    part: Part,
    around: Surroundings,
    attached: Sequence[Attachment] = (),
) -> str:
    """The slide of ``sheet``; what it refers to is added to the relationships of ``part``.

    What is ``attached`` stands above all else, and is read last.
    """
    canvas = _Canvas(part, around, standing)
    numbers = [0] * len(sheet.items)
    shapes: list[str] = []
    for number, index in enumerate(reading_order(sheet.items), _FIRST):
        numbers[index] = number
        shapes.append(canvas.draw(number, sheet.items[index]))
    shapes += (canvas.attach(n, each) for n, each in enumerate(attached, _FIRST + len(shapes)))
    unseen = canvas.unseen_title(_FIRST - 1, sheet.name)
    coming = animation.transition(sheet.seconds, animate=around.animate)
    if around.animate:
        coming += animation.timing(animation.targets(sheet, numbers))
    return (
        f"{HEAD}<p:sld {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}{unseen}{''.join(shapes)}"
        f"</p:spTree></p:cSld>{_OVERRIDE}{coming}</p:sld>"
    )


def title_of(sheet: Sheet) -> str:
    """The words of the sheet's title placeholder on one line, or its name."""
    for item in sheet.items:
        if isinstance(item, Text) and item.placeholder == "title":
            words = "".join(run.text for p in item.paragraphs for run in p.runs)
            return words.replace("\n", "")
    return sheet.name


def reading_order(items: Sequence[Item]) -> Sequence[int]:
    """The places of the items with the title's in front, unless something lies beneath it.

    The order of shapes is both what is read first and what is painted first.
    """
    places = range(len(items))
    for index, item in enumerate(items):
        if isinstance(item, Text) and item.placeholder == "title":
            before = places[:index]
            if any(_overlap(item.frame, items[other].frame) for other in before):
                return places
            return (index, *before, *places[index + 1 :])
    return places


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


class _Canvas:
    """Draws the items of one slide; each placeholder of the layout is filled once."""

    __slots__ = ("_around", "_free", "_part", "_standing")

    def __init__(self, part: Part, around: Surroundings, standing: Standing) -> None:
        self._part = part
        self._around = around
        self._free = dict(standing.holders)
        self._standing = standing

    def draw(self, number: int, item: Item) -> str:
        match item:
            case Text():
                return self._text(number, item)
            case Shape():
                return vector(item, number)
            case Image():
                return self._picture(number, item)
            case Grid():
                from publisher.writers.pptx.tables import table

                return table(number, item, self._around.typesetter)
            case Chart():
                return self._chart(number, item)
            case Miniature():
                raise InternalError("bug", detail="a deck shows slides in their own size alone")

    def attach(self, number: int, attachment: Attachment) -> str:
        from publisher.writers.pptx import attachments

        document, icon = self._around.attached(attachment)
        return attachments.frame(
            number,
            attachment,
            self._part.relate("package", document),
            self._part.relate("image", icon),
        )

    def unseen_title(self, number: int, words: str) -> str:
        """A title for screen readers and the outline view, where the slide shows none."""
        kind = self._free.get("title")
        if kind is None or not words:
            return ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{kind.label}" hidden="1"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{kind.markup}</p:nvPr>'
            f"</p:nvSpPr><p:spPr/><p:txBody>{body_properties('top', fitted=True)}<a:lstStyle/>"
            f"<a:p><a:r>{_UNSEEN}<a:t>{escape(words)}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    def _text(self, number: int, text: Text) -> str:
        kind = self._free.pop(text.placeholder or "", None)
        furniture = kind is not None and kind.is_furniture
        foreign = kind is not None and self._standing.foreign
        body = (
            f"<p:txBody>{body_properties(text.anchor, fitted=not furniture)}<a:lstStyle/>"
            f"{self._around.typesetter.paragraphs(text, plain=foreign)}</p:txBody>"
        )
        name = text.name or (kind.label if kind else f"文本 {number}")
        who = identity(number, name, "", self._jump(text.link), text=True)
        if kind is None:
            what = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
            where = f'{place(text.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        else:
            what = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{kind.markup}</p:nvPr>'
            frames = self._standing.drawing.frames
            there = not foreign and frames[text.placeholder or ""].rect == text.frame
            where = "" if there else place(text.frame)
        return f"<p:sp><p:nvSpPr>{who}{what}</p:nvSpPr><p:spPr>{where}</p:spPr>{body}</p:sp>"

    def _chart(self, number: int, chart: Chart) -> str:
        from publisher.writers.pptx import charts

        return charts.frame(number, chart, self._part.relate("chart", self._around.chart(chart)))

    def _picture(self, number: int, image: Image) -> str:
        kind = self._free.pop(_LOGO, None) if image.name == _LOGO else None
        blip = self._part.relate("image", self._around.media(image))
        name = image.name or f"图片 {number}"
        return picture(image.frame, number, name, image.alt, blip, kind.markup if kind else "")

    def _jump(self, link: int | None) -> str:
        """A click on the whole shape: its words keep their colour, and no line under them.

        On the words alone every program would draw that line; on a placeholder LibreOffice 7
        passes over the click, on a text box it does not.
        """
        if link is None or not 0 <= link < len(self._around.slides):
            return ""
        target = self._part.relate("slide", self._around.slides[link])
        words = self._around.titles[link][:_TIP]
        tip = f' tooltip="{attribute(words)}"' if words else ""
        return (
            f'<a:hlinkClick r:id="{target}" action="ppaction://hlinksldjump"{tip}>{_OWN_COLOUR}'
            "</a:hlinkClick>"
        )
