"""theme1.xml: the palette and the font pairs of a theme (ECMA-376 20.1.6.9)."""

from __future__ import annotations

from publisher.theme.model import SLOTS, Theme, Typeface
from publisher.writers.pptx.markup import HEAD
from publisher.writers.pptx.text import pair_typeface
from publisher.writers.xml import attribute

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
# Three of each are demanded (20.1.4.1.14); ours are all alike: no gradient, no shadow.
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>"
    + "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)


def theme_xml(theme: Theme) -> str:
    """The theme part. Every program finds Chinese in ``a:ea`` or under script Hans."""
    name = attribute(theme.title.get("zh", theme.name))
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{theme.palette[slot].upper()}"/></a:{slot}>' for slot in SLOTS
    )
    title, text = (pair_typeface(theme.fonts, pair) for pair in ("mj", "mn"))
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="{name}"><a:themeElements><a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_fonts("majorFont", title)}{_fonts("minorFont", text)}'
        f'</a:fontScheme><a:fmtScheme name="{name}">{_FORMATS}</a:fmtScheme></a:themeElements>'
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _fonts(tag: str, face: Typeface) -> str:
    latin, asian = attribute(face.latin), attribute(face.ea)
    return (
        f'<a:{tag}><a:latin typeface="{latin}"/><a:ea typeface="{asian}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{asian}"/></a:{tag}>'
    )
