"""The .docx files of the forms, from readable XML. Same speech and form, same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.corpus.forms import Line, lines
from tests.corpus.lists import Lists
from tests.corpus.parse import AnnotatedSpeech, Heading, Span, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering"}

CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORDML}.{kind}+xml"/>'
        for part, kind in _PARTS.items()
    )
    + "</Types>"
)
PACKAGE_RELATIONSHIPS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
DOCUMENT_RELATIONSHIPS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
    "</Relationships>"
)


class Style(NamedTuple):
    """A paragraph style: its id, its name, what it is based on, its outline level from 0."""

    id: str
    name: str
    based_on: str = ""
    outline: int | None = None

    @property
    def xml(self) -> str:
        level = f'<w:pPr><w:outlineLvl w:val="{self.outline}"/></w:pPr>'
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{self.based_on}"/>' if self.based_on else "")
            + (level if self.outline is not None else "")
            + "</w:style>\n"
        )


NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)
STANDARD = (
    Style("Title", "Title", "a"),
    Style("Subtitle", "Subtitle", "a"),
    Style("Heading1", "heading 1", "a", 0),
    Style("Heading2", "heading 2", "a", 1),
    Style("Heading3", "heading 3", "a", 2),
)
STANDARD_IDS = {
    "title": "Title", "subtitle": "Subtitle", 1: "Heading1", 2: "Heading2", 3: "Heading3",
}  # fmt: skip
LOCALIZED = (
    Style("a0", "公文正文", "a"),
    Style("a3", "标题", "a0"),
    Style("a5", "副标题", "a0"),
    Style("1", "heading 1", "a", 0),
    Style("3", "标题 2", "a0"),
    Style("4", "heading 3", "a", 2),
    Style("a7", "小节题目", "4"),
)
LOCALIZED_IDS = {"title": "a3", "subtitle": "a5", "body": "a0", 1: "1", 2: "3", 3: "a7"}
"""Level 1 as Chinese Word numbers it, 2 one off as in WPS, 3 the office's own style above it."""


class Look(NamedTuple):
    """A look of the official page (GB/T 9704 7.3); size in half-points."""

    font: str
    size: int = 32
    bold: bool = False
    align: str = ""
    indent: bool = False

    @property
    def run(self) -> str:
        bold = "<w:b/>" if self.bold else ""
        return (
            f'<w:rPr><w:rFonts w:eastAsia="{self.font}" w:hint="eastAsia"/>{bold}'
            f'<w:sz w:val="{self.size}"/></w:rPr>'
        )

    @property
    def paragraph(self) -> str:
        indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if self.indent else ""
        return indent + (f'<w:jc w:val="{self.align}"/>' if self.align else "")


BODY_LOOK = Look("仿宋_GB2312", indent=True)
_BYLINE = Look("楷体_GB2312", align="center")
ROLE_LOOKS = {
    "title": Look("方正小标宋简体", 44, align="center"),
    "subtitle": _BYLINE,
    "speaker": _BYLINE,
    "occasion": _BYLINE,
    "date": _BYLINE,
    "salutation": Look("仿宋_GB2312"),
    "signature": Look("仿宋_GB2312", align="right"),
}
HEADING_LOOKS = {
    1: Look("黑体", indent=True),
    2: Look("楷体_GB2312", indent=True),
    3: Look("仿宋_GB2312", bold=True, indent=True),
}


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _p(runs: str, properties: str = "") -> str:
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inside}{runs}</w:p>\n"


def _bare(line: Line) -> str:
    return _p(_run(line.typed))


def _outlined(line: Line) -> str:
    level = f'<w:outlineLvl w:val="{line.heading.level - 1}"/>' if line.heading else ""
    return _p(_run(line.typed), level)


def _styled(line: Line, ids: Mapping[str | int, str]) -> str:
    kind = line.heading.level if line.heading else line.role
    return _p(_run(line.typed), f'<w:pStyle w:val="{ids[kind]}"/>' if kind in ids else "")


def _look(span: Span, line: Line) -> Look:
    if not isinstance(span, Heading):
        return ROLE_LOOKS.get(line.role, BODY_LOOK)
    look = HEADING_LOOKS.get(span.level, BODY_LOOK)
    # 楷体 among 仿宋 is hard to see at a glance: run in, it is made bold.
    return look._replace(bold=True) if span.level == 2 and line.heading is None else look


def _direct(line: Line) -> str:
    """Number and words are runs of their own, as repeated editing leaves them."""
    runs = ""
    for span in line.spans:
        parts = (span.number, span.words) if isinstance(span, Heading) else (span,)
        runs += "".join(_run(part, _look(span, line).run) for part in parts)
    return _p(runs, _look(line.spans[0], line).paragraph)


def _numbered(line: Line, lists: Lists) -> str:
    if line.number is None or line.first is None:
        return _bare(line)
    level = line.first.level - 1
    number = lists.number(level, line.number)
    return _p(
        _run(line.typed),
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


WRITERS: dict[str, Callable[[Line, Lists], str]] = {
    "styles": lambda line, _: _styled(line, STANDARD_IDS),
    "direct": lambda line, _: _direct(line),
    "bare": lambda line, _: _bare(line),
    "numbered": _numbered,
    "outline": lambda line, _: _outlined(line),
    "localized": lambda line, _: _styled(line, LOCALIZED_IDS),
}
STYLES = {"styles": STANDARD, "localized": LOCALIZED}


def _table(table: Table) -> str:
    rows = ""
    for row in table.rows:
        cells = "".join(f"<w:tc>{_p(_run(cell))}</w:tc>" for cell in row)
        rows += f"<w:tr>{cells}</w:tr>\n"
    grid = "<w:gridCol/>" * max(map(len, table.rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>\n{rows}</w:tbl>\n"


def build(speech: AnnotatedSpeech, form: str) -> bytes:
    """The speech as .docx in one of ``forms.FORMS``."""
    lists = Lists()
    body = "".join(
        _table(block)
        if isinstance(block, Table)
        else "".join(WRITERS[form](line, lists) for line in lines(block, form))
        for block in speech.blocks
    )
    styles = NORMAL + "".join(style.xml for style in STYLES.get(form, ()))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONSHIPS,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONSHIPS,
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>\n{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{lists.xml()}</w:numbering>',
    }
    return _zip(parts)


def _zip(parts: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            # ZipInfo's own date is 1980: no clock in the bytes.
            package.writestr(
                zipfile.ZipInfo(name),
                f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}',
                zipfile.ZIP_DEFLATED,
            )
    return target.getvalue()
