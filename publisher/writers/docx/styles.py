"""The styles of the document: Word's own wherever it has one, so that a menu in any language knows
them, and headings are headings to it (ECMA-376 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publisher.geometry import PER_POINT, Emu
from publisher.record import NamedTuple
from publisher.story import Story, StoryPage, StoryStyle
from publisher.writers.docx.fonts import Fonts
from publisher.writers.docx.markup import element, give, half_points, root, twips

_KEPT = frozenset({"title", "subtitle", "salutation", "annexlabel"})
_WHOLE = frozenset({"title", "subtitle"})
LEVELS = 9


class WordStyle(NamedTuple):
    """A style's id and name; ``next`` is the id of that of a paragraph typed behind one."""

    id: str
    name: str
    next: str = ""


BODY = "BodyText"
NAMES: Mapping[str, WordStyle] = {
    "secrecy": WordStyle("Secrecy", "密级"),
    "title": WordStyle("Title", "Title", "Subtitle"),
    "subtitle": WordStyle("Subtitle", "Subtitle"),
    "occasion": WordStyle("Occasion", "场合"),
    "speaker": WordStyle("Speaker", "讲话人"),
    "date": WordStyle("Date", "Date"),
    "salutation": WordStyle("Salutation", "Salutation", BODY),
    "body": WordStyle(BODY, "Body Text"),
    "stage": WordStyle("Stage", "现场提示", BODY),
    "quote": WordStyle("Quote", "Quote", BODY),
    "closing": WordStyle("Closing", "Closing"),
    "signature": WordStyle("Signature", "Signature"),
    "annex": WordStyle("Annex", "附件说明"),
    "annexlabel": WordStyle("AnnexLabel", "附件标识", BODY),
    "caption": WordStyle("Caption", "caption", BODY),
    "cell": WordStyle("Cell", "表格文字"),
    "head": WordStyle("Head", "表头"),
    "note": WordStyle("FootnoteText", "footnote text"),
    **{f"heading{n}": WordStyle(f"Heading{n}", f"heading {n}", BODY) for n in range(1, 10)},
    **{f"contents{n}": WordStyle(f"TOC{n}", f"toc {n}") for n in range(1, 10)},
}
"""Styles of the story by Word's; names of our own are Chinese, as what they name is."""
REFERENCE, FOOTER, HEADER, CONTENTS_TITLE, TABLE = (
    "FootnoteReference", "Footer", "Header", "TOCHeading", "TableGrid",
)  # fmt: skip


def character_style(level: int) -> str:
    """The id of the style that the words of a heading wear inside a paragraph."""
    return f"Heading{level}Char"


def styles(story: Story, fonts: Fonts) -> Any:
    """The ``w:styles`` of the document.

    The grid is the page's, and tells how many lines and characters stand on it; its size of type
    is that of Normal (17.6.5). The text does not lean on it but has the same measures itself, an
    exact pitch and closer characters: so it comes out alike with every font, and in programs that
    give two cells to a character which is a hair wider than one.

    Marks may hang in the margin, as in Word by default. They should not (CLREQ 3.1.7); but
    LibreOffice reads the switch the wrong way round, and leaves out marks that it hangs.
    """
    page, body = story.page, story.styles["body"]
    defaults = element(
        "docDefaults",
        element("rPrDefault", element("rPr", *_voice(body, fonts), _language())),
        element("pPrDefault"),
    )
    size = half_points(page.em)
    grid = element("rPr", element("sz", val=size), element("szCs", val=size))
    found = [
        defaults,
        _style("Normal", "Normal", grid, default=True, quick=True),
        _style("DefaultParagraphFont", "Default Paragraph Font", kind="character", default=True),
    ]
    found += [_paragraph(role, style, page, fonts) for role, style in story.styles.items()]
    found += [_inside(level, story, fonts) for level in range(1, LEVELS + 1)]
    return root("styles", *found, *_others(story, fonts))


def _language() -> Any:
    return element("lang", val="en-US", eastAsia="zh-CN")


def _voice(style: StoryStyle, fonts: Fonts) -> list[Any]:
    size = half_points(style.size)
    narrower = _narrower(style.size)
    return [
        fonts.of(style.font),
        element("snapToGrid", val=False),
        element("spacing", val=narrower) if narrower else None,
        element("sz", val=size),
        element("szCs", val=size),
    ]


def _narrower(size: Emu) -> int:
    """What a character of a size that Word knows must be set closer by, in twips, to stand in a
    cell of the size that was asked for: 28 of 16 pt are a little more than 156 mm. Tenths of a
    point, since some programs round to these."""
    return int(size * 10 // PER_POINT) * 2 - 10 * half_points(size)


def _style(
    id_: str, name: str, *children: Any, kind: str = "paragraph", default: bool = False,
    quick: bool = False, based: str = "", link: str = "", following: str = "",
) -> Any:  # fmt: skip
    found = element(
        "style",
        element("name", val=name),
        element("basedOn", val=based) if based else None,
        element("next", val=following) if following else None,
        element("link", val=link) if link else None,
        element("uiPriority", val=1 if quick else 99),
        element("qFormat") if quick else None,
        *children,
        type=kind,
        styleId=id_,
    )
    if default:
        give(found, "default", True)
    return found


def _paragraph(role: str, style: StoryStyle, page: StoryPage, fonts: Fonts) -> Any:
    named, level = NAMES[role], style.level
    contents = role.startswith("contents")
    properties = element(
        "pPr",
        element("keepNext") if level or role in _KEPT else None,
        element("keepLines") if level or role in _WHOLE else None,
        _dotted(page) if contents else None,
        element("overflowPunct", val=True),
        element("snapToGrid", val=False),
        spacing(line=style.pitch),
        _hung(style.size) if role == "note" else indent(0, style.indent, page, shifted=contents),
        element("jc", val=_ALIGNED[style.align]),
        element("outlineLvl", val=level - 1) if level else None,
    )
    return _style(
        named.id, named.name, properties, element("rPr", *_voice(style, fonts)), quick=True,
        based="Normal", link=character_style(level) if level else "", following=named.next,
    )  # fmt: skip


def _hung(size: Emu) -> Any:
    """Notes stand in, their numbers out."""
    room = twips(size * 3 // 2)
    return element("ind", left=room, hanging=room)


_ALIGNED = {"justify": "both", "left": "left", "center": "center", "right": "right"}


def alignment(align: str) -> Any:
    """The ``w:jc`` of an alignment."""
    return element("jc", val=_ALIGNED[align])


def lead(page: StoryPage) -> Emu:
    """How far an exact line begins above the em box of its row: its baseline stands four fifths
    down it, and our rows begin with an em box."""
    return round(page.pitch * (1 - BELOW) - page.em * _EM_BASELINE)


BELOW = 0.2
"""How much of an exact line's height is below its baseline."""
_EM_BASELINE = 0.88
"""Where Chinese type stands in its em box (OpenType ``ideo`` −0.12)."""


def spacing(before: Emu = 0, line: Emu = 0, after: Emu = 0) -> Any:
    """The ``w:spacing`` of a paragraph, None where nothing is to be said."""
    found: dict[str, object] = {}
    if before:
        found["before"] = twips(before)
    if after:
        found["after"] = twips(after)
    if line:
        found |= {"line": twips(line), "lineRule": "exact"}
    return element("spacing", **found) if found else None


def indent(hang: Emu, cells: int, page: StoryPage, *, shifted: bool = False) -> Any:
    """The ``w:ind``: ``cells`` before the first line, or before all with ``shifted``; lines but
    the first stand in further by ``hang``."""
    room = twips(cells * page.em)
    if hang:
        return element("ind", left=room + twips(hang), hanging=twips(hang))
    if not cells:
        return None
    if shifted:
        return element("ind", leftChars=100 * cells, left=room)
    return element("ind", firstLineChars=100 * cells, firstLine=room)


def _dotted(page: StoryPage) -> Any:
    at = twips(page.area.width)
    return element("tabs", element("tab", val="right", leader="middleDot", pos=at))


def _inside(level: int, story: Story, fonts: Fonts) -> Any:
    style = story.styles[f"heading{level}"]
    return _style(
        character_style(level), f"heading {level} Char", element("rPr", *_voice(style, fonts)),
        kind="character", link=f"Heading{level}",
    )  # fmt: skip


def _others(story: Story, fonts: Fonts) -> Iterator[Any]:
    """Styles of what stands around the text."""
    yield _style(
        REFERENCE, "footnote reference",
        element("rPr", fonts.of("song"), element("vertAlign", val="superscript")),
        kind="character",
    )  # fmt: skip
    number = story.page.number
    yield _furniture(FOOTER, "footer", number.font, number.size, fonts)
    if story.page.head is not None:
        head = story.page.head
        yield _furniture(HEADER, "header", head.font, head.size, fonts)
    if story.contents is not None:
        style = story.styles["heading1"]
        room = twips(story.page.pitch)
        rows = element(
            "pPr", element("spacing", before=room, after=room), element("jc", val="center")
        )
        yield _style(
            CONTENTS_TITLE, "TOC Heading", rows, element("rPr", *_voice(style, fonts)),
            based="Normal",
        )  # fmt: skip
    yield _style(TABLE, "Table Grid", *_table(), kind="table")


def _furniture(id_: str, name: str, font: str, size: Emu, fonts: Fonts) -> Any:
    style = StoryStyle(font, size, "left", 0, round(size * LINE))
    properties = element(
        "pPr", element("snapToGrid", val=False), spacing(line=style.pitch)
    )  # fmt: skip
    return _style(
        id_, name, properties, element("rPr", *_voice(style, fonts)), based="Normal"
    )  # fmt: skip


LINE = 1.2
"""The height of a line of furniture, in its em."""


def _table() -> list[Any]:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = [element(side, val="single", sz=4, space=0, color="auto") for side in sides]
    return [element("tblPr", element("tblBorders", *rules))]
