"""Build the example speeches from sources/*.toml: ``python examples/build.py [FOLDER]``.

The same sources give the same bytes: no clock, and every date in the files is fixed. A source is
a list of paragraphs, each a role and its text. Of a run-in paragraph (run2, run3) the first piece
is the heading and the rest is body; a bar splits a piece into several runs, the way a word
processor leaves them after an evening of editing.
"""

from __future__ import annotations

import io
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from wordml import (
    BODY,
    LANGUAGE,
    LINE,
    NUMBERS,
    PARAGRAPHS,
    STYLES,
    Look,
    paragraph_properties,
    run_properties,
    runs,
    table,
)

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
WRITTEN = datetime(2025, 1, 1, 8, 0, tzinfo=UTC)


def add_picture(document: Any, name: str, alternative: str) -> None:
    """A picture in a line of its own, with its alternative text."""
    paragraph = document.add_paragraph()
    drawing = paragraph.add_run().add_picture(str(SOURCES / name), width=Mm(130))
    drawing._inline.docPr.set("descr", alternative)
    # A line as high as the picture: the body's exact pitch would clip it.
    properties = (
        '<w:keepNext/><w:spacing w:before="120" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
    )
    paragraph._p.insert(0, element(f"<w:pPr>{properties}</w:pPr>"))


def add_content(document: Any, look: str, paragraphs: Iterable[list[str]]) -> None:
    """Append every paragraph of the source; rows in sequence become one table."""
    end = document.element.body.sectPr
    for role, group in groupby(paragraphs, key=itemgetter(0)):
        entries = [pieces for _, *pieces in group]
        if role == "row":
            end.addprevious(element(table(entries)))
            continue
        for pieces in entries:
            if role == "picture":
                add_picture(document, *pieces)
            else:
                end.addprevious(element(PARAGRAPHS[look](role, pieces)))


def element(xml: str) -> Any:
    """Parse one element, its prefix declared."""
    return parse_xml(re.sub(r"^<[\w:]+", rf"\g<0> {nsdecls('w')}", xml))


def write_styles(document: Any) -> None:
    """Replace the template's 400 kB of styles by the few that a speech uses."""
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    defaults = run_properties(BODY).replace("</w:rPr>", f"{LANGUAGE}</w:rPr>")
    blocks = [
        f"<w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    ]
    for identifier, name, look, level in STYLES:
        default = ' w:default="1"' if name == "Normal" else ""
        based = "" if default else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
        line = 34 if name == "Title" else LINE
        blocks.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{identifier}">'
            f'<w:name w:val="{name}"/>{based}<w:qFormat/>'
            f"<w:pPr>{paragraph_properties(look, line=line)}{outline}</w:pPr>"
            f"{run_properties(look)}</w:style>"
        )
    blocks.append(
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    for block in blocks:
        root.append(element(block))


def write_numbering(document: Any) -> None:
    """One multilevel list: 一、 （一） 1. with nothing between number and text."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (kind, text) in enumerate(NUMBERS)
    )
    multilevel = '<w:multiLevelType w:val="multilevel"/>'
    for block in (
        f'<w:abstractNum w:abstractNumId="0">{multilevel}{levels}</w:abstractNum>',
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ):
        root.append(element(block))


def set_page(document: Any) -> None:
    """The page of GB/T 9704, 5.2: A4, type area 156 × 225 mm; page number — 1 — at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    look = Look("宋体", 14, align="center", indent=0)
    dash = runs("—", look)
    field = "".join(
        f"<w:r>{run_properties(look)}{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    space = runs(" ", look)
    old = section.footer.paragraphs[0]._p
    xml = f"<w:p><w:pPr>{paragraph_properties(look)}</w:pPr>"
    old.addprevious(element(f"{xml}{dash}{space}{field}{space}{dash}</w:p>"))
    old.getparent().remove(old)


def drop_ballast(document: Any, look: str) -> None:
    """Leave out the template's thumbnail and the parts that say nothing about the speech."""
    ballast = {"thumbnail", "stylesWithEffects", "customXml", "webSettings", "fontTable"}
    if look != "numbered":
        ballast.add("numbering")
    for owner in (document.part.package, document.part):
        for identifier, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[1] in ballast:
                del owner.rels[identifier]
    for relation in document.part.package.rels.values():
        if relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = (
                b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://'
                b'schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
            )
    settings = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture", "w:proofState"):
        for element in settings.findall(qn(name)):
            settings.remove(element)
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")


def set_properties(document: Any, title: str) -> None:
    """Core properties without a person and without today."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by = title, "publisher examples", ""
    core.comments, core.keywords, core.revision, core.language = "", "", 1, "zh-CN"
    core.created = core.modified = WRITTEN


def repacked(package: bytes) -> bytes:
    """The same parts with the dates and system marks of a zip made fixed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(member, old.read(name))
    return target.getvalue()


def build(source: Path) -> tuple[str, bytes]:
    """File name and bytes of the speech that a source describes."""
    speech = tomllib.loads(source.read_text(encoding="utf-8"))
    document = docx.Document()
    paragraphs = speech["paragraphs"]
    write_styles(document)
    if speech["look"] == "numbered":
        write_numbering(document)
    set_page(document)
    add_content(document, speech["look"], paragraphs)
    title = next(entry[1] for entry in paragraphs if entry[0] == "title")
    set_properties(document, title.replace("|", ""))
    drop_ballast(document, speech["look"])
    target = io.BytesIO()
    document.save(target)
    return speech["file"], repacked(target.getvalue())


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else HERE
    for source in sorted(SOURCES.glob("*.toml")):
        name, data = build(source)
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
