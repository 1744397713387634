"""DrawingML that slides and layouts share: colours, places, vector shapes, pictures."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from itertools import cycle

from publisher.geometry import Rect
from publisher.plan import Colour, Path, Shape
from publisher.writers.xml import attribute

# Palette slots as text and shapes name them, through the master's clrMap (ECMA-376 20.1.6.2).
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"/>'
)
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
# MS-ODRAWXML 2.31: assistive technology passes over what only adorns.
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
_PRESETS = {"rect": "rect", "ellipse": "ellipse"}
_POINT = '<a:pt x="%d" y="%d"/>'
_STEPS: Mapping[object, str] = {
    "M": f"<a:moveTo>{_POINT}</a:moveTo>",
    "L": f"<a:lnTo>{_POINT}</a:lnTo>",
    "C": f"<a:cubicBezTo>{_POINT * 3}</a:cubicBezTo>",
    "Z": "<a:close/>",
}


def scheme_colour(slot: str, alpha: int = 100, shade: str = "") -> str:
    """A theme colour, so that another theme recolours it; ``shade`` are transforms of it."""
    value = _MAPPED.get(slot, slot)
    inside = shade + (f'<a:alpha val="{alpha * 1000}"/>' if alpha < 100 else "")
    if not inside:
        return f'<a:schemeClr val="{value}"/>'
    return f'<a:schemeClr val="{value}">{inside}</a:schemeClr>'


@functools.lru_cache(maxsize=128)
def fill(colour: Colour | None) -> str:
    if colour is None:
        return "<a:noFill/>"
    return f"<a:solidFill>{scheme_colour(colour.slot, colour.alpha)}</a:solidFill>"


@functools.lru_cache(maxsize=128)
def rule(tag: str, colour: Colour | None, width: int) -> str:
    """A line's properties: the outline of a shape, the edge of a cell."""
    return f'<a:{tag} w="{width}">{fill(colour)}</a:{tag}>' if colour else _no_rule(tag)


def _no_rule(tag: str) -> str:
    return f"<a:{tag}><a:noFill/></a:{tag}>"


def place(frame: Rect, tag: str = "a:xfrm") -> str:
    return (
        f'<{tag}><a:off x="{frame.x}" y="{frame.y}"/>'
        f'<a:ext cx="{frame.width}" cy="{frame.height}"/></{tag}>'
    )


def identity(number: int, name: str, alt: str, inside: str = "", *, text: bool = False) -> str:
    """cNvPr. What neither says something (``alt``) nor is ``text`` is marked as decoration."""
    described = f' descr="{attribute(alt)}"' if alt else ""
    inside += "" if alt or text else _DECORATIVE
    head = f'<p:cNvPr id="{number}" name="{attribute(name)}"{described}'
    return f"{head}>{inside}</p:cNvPr>" if inside else f"{head}/>"


def vector(shape: Shape, number: int, *, drawn_by_user: bool = False) -> str:
    """A native shape; ``drawn_by_user`` marks the artwork of a layout (ECMA-376 19.3.1.33)."""
    geometry = (
        _custom_geometry(shape.path, shape.frame)
        if shape.path is not None
        else f'<a:prstGeom prst="{_PRESETS[shape.kind]}"><a:avLst/></a:prstGeom>'
    )
    origin = '<p:nvPr userDrawn="1"/>' if drawn_by_user else "<p:nvPr/>"
    return (
        f"<p:sp><p:nvSpPr>{identity(number, shape.name or f'图形 {number}', shape.alt)}"
        f"<p:cNvSpPr/>{origin}</p:nvSpPr>"
        f"<p:spPr>{place(shape.frame)}{geometry}{fill(shape.fill)}"
        f"{rule('ln', shape.stroke, shape.stroke_width)}</p:spPr></p:sp>"
    )


@functools.lru_cache(maxsize=512)
def _custom_geometry(path: Path, frame: Rect) -> str:
    """Absolute commands as a path inside the frame (ECMA-376 20.1.9.15), one unit to the EMU.

    Kept, because the artwork of a theme comes again in each of its decks.
    """
    numbers = [int(number) for _, *numbers in path.commands for number in numbers]
    template = "".join(_STEPS[verb] for verb, *_ in path.commands)
    steps = template % tuple(n - edge for n, edge in zip(numbers, cycle((frame.x, frame.y))))
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{frame.width}" h="{frame.height}">{steps}</a:path></a:pathLst></a:custGeom>'
    )


def picture(frame: Rect, number: int, name: str, alt: str, blip: str, placeholder: str) -> str:
    """A picture; ``blip`` is the id of its relationship, ``placeholder`` the p:ph or ""."""
    ungrouped = 'noGrp="1" ' if placeholder else ""
    return (
        f"<p:pic><p:nvPicPr>{identity(number, name, alt)}"
        f'<p:cNvPicPr><a:picLocks {ungrouped}noChangeAspect="1"/>'
        f"</p:cNvPicPr><p:nvPr>{placeholder}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{blip}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{place(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
