"""Word scripts of speeches, and what our own reader and python-docx find in them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import docx
from lxml import etree

from publisher.manuscript import Manuscript
from publisher.outline.infer import understand
from publisher.outline.report import as_json
from publisher.plan import Grid, Plan, Text
from publisher.publication import Publication
from publisher.readers.docx import read_stream
from publisher.speech import Speech
from tests.readers.build import cell, p, r, row, table
from tests.readers.build import docx as package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "我们要坚持以人民为中心的发展思想，把群众满意不满意作为工作的出发点和落脚点。"
READING = (
    "<w:r><w:ruby><w:rt><w:r><w:t>{above}</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>{base}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
RICH = (
    p("在全县乡村图书馆建设现场推进会议上的讲话", properties='<w:jc w:val="center"/>'),
    p("县长　王清", properties='<w:jc w:val="center"/>'),
    p("（2025年3月22日）", properties='<w:jc w:val="center"/>'),
    p("同志们："),
    p(
        S,
        r("重点", "<w:b/>"),
        r("引用", "<w:i/>"),
        r("划线", '<w:u w:val="single"/>'),
        r("着重", '<w:em w:val="dot"/>'),
        "，面积12m",
        r("2", '<w:vertAlign w:val="superscript"/>'),
        "、H",
        r("2", '<w:vertAlign w:val="subscript"/>'),
        "O。",
    ),
    p("一、提高认识"),
    p("（一）认识要再深化。" + S),
    p("（二）责任要再压实。一要抓早。" + S + "二要抓小。" + S + "三要抓实。" + S),
    p("（掌声）"),
    p(S, READING.format(above="chén", base="谌"), "家矶。"),
    p("“读书破万卷，下笔如有神。”"),
    p("二、抓好落实"),
    p("同志们！"),
    p("（一）抓关键。" + S * 2),
    table(
        row(
            cell(p("名称"), properties='<w:vMerge w:val="restart"/>'),
            cell(p("藏书（册）"), properties='<w:gridSpan w:val="2"/>'),
            properties="<w:tblHeader/>",
        ),
        row(
            cell(p(""), properties="<w:vMerge/>"),
            cell(p("2024年")),
            cell(p("2025年")),
            properties="<w:tblHeader/>",
        ),
        row("东馆", "12", "15"),
        row("西馆", "22", "25"),
        widths=(3000, 2500, 2500),
    ),
    p("（二）抓长远。" + S),
    p("We shall build “one more” of them every single year until all villages have a library."),
    p("谢谢大家！"),
    p("附件：任务分工表"),
    p("青禾县人民政府", properties='<w:jc w:val="right"/>'),
    p("2025年3月22日", properties='<w:jc w:val="right"/>'),
    p("附件"),
    p("任务分工表"),
    p("一、教育局"),
    p(S),
)


def rich(folder: Path) -> Path:
    """A speech with everything that a script can have, but notes (tests.noted) and pictures."""
    return package(folder, *RICH)


class Made(NamedTuple):
    """A Word script, and the publication that made it."""

    publication: Publication
    data: bytes

    @property
    def plan(self) -> Plan:
        return self.publication.plan("docx").value

    @property
    def document(self) -> Any:
        return docx.Document(io.BytesIO(self.data))

    def part(self, name: str) -> Any:
        """The root of ``word/<name>.xml``."""
        with ZipFile(io.BytesIO(self.data)) as archive:
            return etree.fromstring(archive.read(f"word/{name}.xml"))

    def read(self) -> tuple[Manuscript, Speech]:
        """What our reader makes of it."""
        manuscript, _ = read_stream(io.BytesIO(self.data), "script.docx")
        return manuscript, understand(manuscript)[0]


def word(source: Path, **said: object) -> Made:
    publication = Publication(source, said)
    return Made(publication, publication.file("docx").value)


def squeezed(text: str) -> str:
    return "".join(text.split())


def outline(manuscript: Manuscript, speech: Speech) -> dict[str, Any]:
    """What the contract of ``publisher outline --json`` says, evidence and places aside."""
    found = as_json("", manuscript, speech, (), "en")
    lines = ("title", "subtitle", "speaker", "occasion", "date", "salutation")
    headings = [(h["level"], h["number"], h["text"], h["run_in"]) for h in found["headings"]]
    return {**{line: found[line] for line in lines}, "headings": headings}


def on_pages(plan: Plan) -> str:
    """The text of the pages: of each paragraph its lines, of notes their words."""
    found: list[str] = []
    for sheet in plan.sheets:
        for item in sheet.items:
            if isinstance(item, Grid):
                found += ["".join(line.text for line in c.text.lines) for c in item.cells]
            elif isinstance(item, Text) and item.role != "Artifact":
                found.append("".join(line.text for line in item.lines))
    return squeezed("".join(found))
