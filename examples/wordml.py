"""How the examples look in WordprocessingML: one row a role, one function a construction."""

from __future__ import annotations

from dataclasses import dataclass

LINE = 29
"""Points from baseline to baseline: 22 lines in the 225 mm of GB/T 9704, 5.2.1."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one role is set. Sizes are points, the indent is in characters."""

    font: str = "仿宋_GB2312"
    size: float = 16
    bold: bool = False
    align: str = "both"
    indent: int = 2
    style: str = "Normal"
    level: int | None = None
    """The level of Word's own numbering, in speeches numbered that way."""
    keep: bool = False
    """On one page with what follows."""


BODY = Look()
LOOKS = {
    "title": Look("方正小标宋简体", 22, align="center", indent=0, style="Title"),
    "subtitle": Look("楷体_GB2312", 16, align="center", indent=0, style="Subtitle"),
    "byline": Look("楷体_GB2312", 16, align="center", indent=0),
    "salutation": Look(indent=0),
    "body": BODY,
    "spaced": Look(indent=0),
    "closing": BODY,
    "blank": Look(indent=0),
    "caption": Look("黑体", 12, align="center", indent=0),
    "picture": Look(align="center", indent=0),
    "h1": Look("黑体", 16, style="Heading1", level=0, keep=True),
    "h2": Look("楷体_GB2312", 16, bold=True, style="Heading2", level=1, keep=True),
    "h3": Look(bold=True, style="Heading3", level=2, keep=True),
    "run2": Look("楷体_GB2312", 16, bold=True, level=1),
    "run3": Look(bold=True, level=2),
}
STYLES = (
    ("Normal", "Normal", BODY, None),
    ("Title", "Title", LOOKS["title"], None),
    ("Subtitle", "Subtitle", LOOKS["subtitle"], None),
    ("Heading1", "heading 1", LOOKS["h1"], 0),
    ("Heading2", "heading 2", LOOKS["h2"], 1),
    ("Heading3", "heading 3", LOOKS["h3"], 2),
    ("ListParagraph", "List Paragraph", BODY, None),
)
"""Style id, name, look, outline level; the first is the default one."""

LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'

NUMBERS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
)
"""Format and text of each level (ECMA-376 Part 1, 17.9.17 and 17.9.11)."""


def run_properties(look: Look) -> str:
    """The ``w:rPr`` of a look: East Asian text in its font, digits and Latin in Times."""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    half = round(look.size * 2)
    return (
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
        f' w:eastAsia="{look.font}" w:cs="Times New Roman"/>{bold}'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )


def paragraph_properties(look: Look, *, line: int = LINE, number: bool = False) -> str:
    """Page flow, list level, spacing and indent, in schema order (ECMA-376 Part 1, 17.3.1.26)."""
    indent = round(look.indent * look.size * 20)
    keep = "<w:keepNext/>" if look.keep else ""
    level = f'<w:ilvl w:val="{look.level}"/><w:numId w:val="1"/>'
    return (
        f"{keep}{f'<w:numPr>{level}</w:numPr>' if number else ''}"
        f'<w:spacing w:before="0" w:after="0" w:line="{line * 20}" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="{look.indent * 100}" w:firstLine="{indent}"/>'
        f'<w:jc w:val="{look.align}"/>'
    )


def runs(text: str, look: Look | None) -> str:
    """The runs of one piece; without a look the paragraph style alone decides."""
    properties = run_properties(look) if look else ""
    return "".join(
        f'<w:r>{properties}<w:t xml:space="preserve">{part}</w:t></w:r>' for part in text.split("|")
    )


def styled(role: str, pieces: list[str]) -> str:
    """A paragraph that says what it is by its style; only bylines are set by hand."""
    look = LOOKS[role]
    if look.style != "Normal" or look == BODY:
        return f'<w:p><w:pPr><w:pStyle w:val="{look.style}"/></w:pPr>{runs(pieces[0], None)}</w:p>'
    return direct(role, pieces)


def direct(role: str, pieces: list[str], *, number: bool = False, style: str = "") -> str:
    """A paragraph of style Normal with everything set by hand."""
    look = LOOKS[role]
    lead, *rest = pieces or [""]
    if role == "spaced":
        # Two typed full-width spaces instead of an indent.
        lead = "\u3000\u3000" + lead
    body = "".join(runs(piece, BODY) for piece in rest)
    line = 34 if role == "title" else LINE
    return (
        f"<w:p><w:pPr>{style}{paragraph_properties(look, line=line, number=number)}"
        f"{run_properties(look)}</w:pPr>"
        f"{runs(lead, look) if lead else ''}{body}</w:p>"
    )


def numbered(role: str, pieces: list[str]) -> str:
    """As ``direct``, with the heading's number left to Word."""
    style = '<w:pStyle w:val="ListParagraph"/>' if role == "run3" else ""
    return direct(role, pieces, number=LOOKS[role].level is not None, style=style)


PARAGRAPHS = {"styled": styled, "direct": direct, "numbered": numbered}


def table(rows: list[list[str]]) -> str:
    """A ruled table over the whole text width, its first row the header."""
    # 156 mm in twentieths of a point: labels and comparisons need more than figures.
    widths = [2900, *[(8844 - 2900 - 2500) // (len(rows[0]) - 2)] * (len(rows[0]) - 2), 2500]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = ""
    for number, row in enumerate(rows):
        look = Look("黑体" if number == 0 else "仿宋_GB2312", 12, align="center", indent=0)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"<w:p><w:pPr>{paragraph_properties(look, line=22)}</w:pPr>{runs(cell, look)}</w:p>"
            "</w:tc>"
            for cell, width in zip(row, widths)
        )
        header = "<w:tblHeader/>" if number == 0 else ""
        body += f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )
