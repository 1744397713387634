"""One small document for each trap: the text that must be there, and nothing that must not.

Where plain python-docx fails, loses text or lets text out, the trap says so and that is asserted
too, so that we know that the trap bites.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest

from publisher.readers.docx import read
from tests.readers.build import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONSHIPS,
    NAMESPACES,
    W,
    cell,
    docx,
    p,
    package,
    parts_of,
    r,
    relationships,
    row,
    style,
    t,
    table,
)
from tests.readers.build import field as complex_field
from tests.readers.test_text import box


@dataclass(frozen=True)
class Trap:
    """``body`` and ``options`` make the document; ``texts`` are its paragraphs as published.

    ``plain`` is what python-docx makes of it: "loses" or "leaks" text, "fails", or "reads".
    ``notices`` are the codes that the reader reports.
    """

    body: str
    texts: list[str]
    plain: str
    notices: list[str] = field(default_factory=list)
    options: Mapping[str, Any] = field(default_factory=dict)


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def with_note(kind: str) -> dict[str, Any]:
    note = f'<w:{kind} w:id="2">{p("引自文集。")}</w:{kind}>'
    return {
        "related": [("rId7", f"{kind}s", f"{kind}s.xml")],
        "parts": {f"word/{kind}s.xml": f"<w:{kind}s {NAMESPACES}>{note}</w:{kind}s>"},
    }


def hiding(kind: str, identifier: str, **more: Any) -> dict[str, Any]:
    return {"styles": style(identifier, "暗", "<w:rPr><w:vanish/></w:rPr>", kind=kind, **more)}


def default_hidden() -> dict[str, Any]:
    defaults = "<w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault>"
    return {"styles": f"<w:docDefaults>{defaults}</w:docDefaults>"}


SHOWN = '<w:vanish w:val="0"/>'
RUN_BREAKS = f"<w:r>{t('甲')}<w:br/>{t('乙')}<w:cr/>{t('丙')}</w:r>"
COMMENT = (
    '<w:commentRangeStart w:id="1"/>' + r("甲") + '<w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r>'
)
COMMENTS = {
    "related": [("rId7", "comments", "comments.xml")],
    "parts": {
        "word/comments.xml": f'<w:comments {NAMESPACES}><w:comment w:id="1">{p("密")}'
        "</w:comment></w:comments>"
    },
}
MATH = (
    "<m:oMath><m:r><m:t>x</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r>"
    "<m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
)
RUBY = f"<w:r><w:ruby><w:rt>{r('chén')}</w:rt><w:rubyBase>{r('谌')}</w:rubyBase></w:ruby></w:r>"
MERGED = table(
    row(cell("部门", properties='<w:vMerge w:val="restart"/>'), "任务"),
    row(cell(p(), properties="<w:vMerge/>"), cell("落实", properties='<w:gridSpan w:val="2"/>')),
)
CHUNK = '<w:altChunk r:id="rId7"/>'
LINKED = '<w:subDoc r:id="rId7"/>'
VML_BOX = (
    f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)
INVISIBLE = VML_BOX.replace("<v:shape>", '<v:shape style="visibility:hidden">')
UNSEEN = box(p("密")).replace("<wp:anchor>", '<wp:anchor><wp:docPr id="1" name="x" hidden="1"/>')


def member(text: str, hidden: str = "") -> str:
    """A text box of a group."""
    return (
        f'<wps:wsp><wps:cNvPr id="2" name="x"{hidden}/><wps:txbx><w:txbxContent>{p(text)}'
        "</w:txbxContent></wps:txbx></wps:wsp>"
    )


GROUP = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp>"
    + member("框")
    + member("密", ' hidden="1"')
    + "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)

READ = {
    "a content control around a paragraph": Trap(control(p("甲")) + p("乙"), ["甲", "乙"], "loses"),
    "a content control in a paragraph": Trap(p("甲", control(r("乙"))), ["甲乙"], "loses"),
    "a content control around a cell": Trap(
        table("<w:tr>" + control(cell("甲")) + cell("乙") + "</w:tr>"), ["甲", "乙"], "loses"
    ),
    "a content control around a row": Trap(table(control(row("甲"))), ["甲"], "loses"),
    "a content control in a content control": Trap(control(control(p("甲"))), ["甲"], "loses"),
    "a smart tag": Trap(p("甲", f"<w:smartTag>{r('乙')}</w:smartTag>"), ["甲乙"], "loses"),
    "custom XML in a paragraph": Trap(
        p("甲", f"<w:customXml>{r('乙')}</w:customXml>"), ["甲乙"], "loses"
    ),
    "custom XML around a paragraph": Trap(f"<w:customXml>{p('甲')}</w:customXml>", ["甲"], "loses"),
    "a text box, once": Trap(p("锚", box(p("框"))), ["锚", "框"], "loses"),
    "a text box of old": Trap(p("锚", VML_BOX), ["锚", "框"], "loses"),
    "an insertion": Trap(
        p("甲", f"<w:ins>{r('乙')}</w:ins>"), ["甲乙"], "loses", ["revision-accepted"]
    ),
    "an insertion in an insertion": Trap(
        p(f"<w:ins><w:ins>{r('乙')}</w:ins></w:ins>"), ["乙"], "loses", ["revision-accepted"]
    ),
    "what was moved here": Trap(
        p("甲", f"<w:moveTo>{r('乙')}</w:moveTo>"), ["甲乙"], "loses", ["revision-accepted"]
    ),
    "a simple field": Trap(
        p("第", f'<w:fldSimple w:instr=" REF a ">{r("三")}</w:fldSimple>', "项"),
        ["第三项"], "loses", ["field-result-kept"],
    ),
    "a complex field": Trap(
        p("第", complex_field(" REF a ", r("三")), "项"), ["第三项"], "reads", ["field-result-kept"]
    ),
    "a hyperlink": Trap(
        p("见", f'<w:hyperlink w:anchor="a">{r("网")}</w:hyperlink>'), ["见网"], "reads"
    ),
    "a symbol": Trap(
        p("甲", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), ["甲✓"], "loses"
    ),
    "the base of a ruby": Trap(p("姓", RUBY), ["姓谌"], "loses"),
    "breaks in a paragraph": Trap(p(RUN_BREAKS), ["甲\n乙\n丙"], "reads"),
    "a footnote": Trap(
        p("文", '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["文", "引自文集。"], "loses",
        ["footnote-kept"], with_note("footnote"),
    ),
    "an endnote": Trap(
        p("文", '<w:r><w:endnoteReference w:id="2"/></w:r>'), ["文", "引自文集。"], "loses",
        ["endnote-kept"], with_note("endnote"),
    ),
    "a table in a table": Trap(
        table(row(cell("甲", table(row("乙")), p("丙")))), ["甲", "乙", "丙"], "loses",
        ["nested-table"],
    ),
    "merged cells": Trap(MERGED, ["部门", "任务", "落实"], "reads"),
    "a formula": Trap(p("设", MATH), ["设x1/2"], "loses", ["math-as-text"]),
    "runs outside a paragraph": Trap(r("甲") + p("乙"), ["甲", "乙"], "loses"),
    "an element that nobody knows": Trap(
        p("甲", f"<w:someday>{r('乙')}</w:someday>"), ["甲乙"], "loses"
    ),
    "a right-to-left span": Trap(p("甲", f"<w:bdo>{r('乙')}</w:bdo>"), ["甲乙"], "loses"),
    "another file as a chunk": Trap(p("甲") + CHUNK, ["甲"], "reads", ["embedded-left-out"]),
    "a linked document": Trap(p("甲") + LINKED, ["甲"], "reads", ["embedded-left-out"]),
    "a number that Word makes": Trap(
        p("规划", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), ["一、规划"], "loses",
        options={"numbering":
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'},
    ),
}  # fmt: skip

LEFT_OUT = {
    "a deletion": Trap(
        p("甲", "<w:del><w:r><w:delText>密</w:delText></w:r></w:del>"), ["甲"], "reads",
        ["revision-left-out"],
    ),
    "a deletion that keeps its text as text": Trap(
        p("甲", f"<w:del>{r('密')}</w:del>"), ["甲"], "reads", ["revision-left-out"]
    ),
    "a deleted row": Trap(
        table(row("甲"), row("密", properties="<w:del/>")), ["甲"], "leaks", ["revision-left-out"]
    ),
    "what was moved away": Trap(
        p("甲", f"<w:moveFrom>{r('密')}</w:moveFrom>"), ["甲"], "reads", ["revision-left-out"]
    ),
    "a comment": Trap(p(COMMENT), ["甲"], "reads", ["comment-left-out"], COMMENTS),
    "hidden text": Trap(p("甲", r("密", "<w:vanish/>")), ["甲"], "leaks", ["hidden-left-out"]),
    "text hidden by its style": Trap(
        p("甲", r("密", '<w:rStyle w:val="h"/>')), ["甲"], "leaks", ["hidden-left-out"],
        hiding("character", "h"),
    ),
    "text hidden by its style's base": Trap(
        p("密", style="k") + p("甲"), ["甲"], "leaks", ["hidden-left-out"],
        {"styles": hiding("paragraph", "h")["styles"] + style("k", "明", based_on="h")},
    ),
    "text hidden by the default style": Trap(
        p("密", r("甲", SHOWN)), ["甲"], "leaks", ["hidden-left-out"],
        hiding("paragraph", "h", default=True),
    ),
    "text hidden by the document's defaults": Trap(
        p("密", r("甲", SHOWN)), ["甲"], "leaks", ["hidden-left-out"], default_hidden()
    ),
    "text hidden by the table's style": Trap(
        table(row("密", cell(p(r("甲", SHOWN)))))
        .replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="h"/></w:tblPr>') + p("乙"),
        ["甲", "乙"], "leaks", ["hidden-left-out"], hiding("table", "h"),
    ),
    "a hidden paragraph mark, which hides itself alone": Trap(
        p("甲", mark="<w:vanish/>") + p("乙"), ["甲", "乙"], "reads"
    ),
    "a hidden text box": Trap(p("锚", UNSEEN), ["锚"], "reads", ["hidden-left-out"]),
    "a hidden text box of old": Trap(p("锚", INVISIBLE), ["锚"], "reads", ["hidden-left-out"]),
    "a hidden text box in a group": Trap(
        p("锚", GROUP), ["锚", "框"], "loses", ["hidden-left-out"]
    ),
    "the code of a field": Trap(
        p("甲", complex_field(' HYPERLINK "密" ', r("乙"))), ["甲乙"], "reads",
        ["field-result-kept"],
    ),
    "a field in the code of a field": Trap(
        p(complex_field(" IF " + "</w:instrText></w:r>" + complex_field(" DOCPROPERTY 密 ", r("密"))
                        + "<w:r><w:instrText>", r("乙"))),
        ["乙"], "leaks", ["field-result-kept"],
    ),
    "a cached table of contents": Trap(
        p(complex_field(' TOC \\o "1-3" ', r("密\t1"))) + p("甲"), ["甲"], "leaks",
        ["contents-left-out"],
    ),
    "a table of contents in a control": Trap(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>" + p("甲"),
        ["甲"], "reads", ["contents-left-out"],
    ),
    "a page header": Trap(
        p("甲"), ["甲"], "reads", ["page-header-left-out"],
        {"related": [("rId7", "header", "header1.xml")],
         "parts": {"word/header1.xml": f"<w:hdr {NAMESPACES}>{p('内部资料')}</w:hdr>"}},
    ),
}  # fmt: skip


PLAIN_FAILS = (KeyError, ValueError, zipfile.BadZipFile)
"""python-docx has no error of its own for what it cannot open."""


def plain(path: Path) -> str:
    """What python-docx says stands in the document, tables included."""
    document = python_docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for found in document.tables:
        texts += [c.text for line in found.rows for c in line.cells]
    return "".join(texts)


def holds(trap: Trap, path: Path) -> None:
    manuscript, notices = read(path)
    assert [paragraph.text for paragraph in manuscript.paragraphs()] == trap.texts
    assert sorted(notice.code for notice in notices) == sorted(trap.notices)
    text = "".join(trap.texts)
    if trap.plain == "fails":
        with pytest.raises(PLAIN_FAILS):
            plain(path)
        return
    found = plain(path)
    lost = [c for c in text if not c.isspace() and c not in found]
    assert bool(lost) == (trap.plain == "loses")
    assert ("密" in found) == (trap.plain == "leaks")


@pytest.mark.parametrize("name", READ)
def test_everything_that_is_text_is_read(tmp_path: Path, name: str) -> None:
    trap = READ[name]
    holds(trap, docx(tmp_path, trap.body, **trap.options))


@pytest.mark.parametrize("name", LEFT_OUT)
def test_nothing_unpublished_gets_out(tmp_path: Path, name: str) -> None:
    trap = LEFT_OUT[name]
    holds(trap, docx(tmp_path, trap.body, **trap.options))


# --- packages ----------------------------------------------------------------------------


def strict(parts: dict[str, str | bytes | None]) -> dict[str, str | bytes | None]:
    """Namespaces and relationship types of ISO/IEC 29500-1."""
    return {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            DOCUMENT_RELATIONSHIPS, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts.items()
        if isinstance(content, str)
    }


def typed(kind: str) -> dict[str, str | bytes | None]:
    """A document with another content type of its main part."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert main in CONTENT_TYPES
    return {**parts_of(p("甲")), "[Content_Types].xml": CONTENT_TYPES.replace(main, kind)}


def renamed() -> dict[str, str | bytes | None]:
    """A main part that no relationship names and that is not called word/document.xml."""
    parts = parts_of(p("甲"))
    parts["word/正文.xml"] = parts.pop("word/document.xml")
    del parts["_rels/.rels"]
    parts["[Content_Types].xml"] = CONTENT_TYPES.replace("/document.xml", "/正文.xml")
    return parts


def related(*entries: tuple[str, str, str], body: str = "") -> dict[str, str | bytes | None]:
    """A document with further relationships."""
    return parts_of(body or p("甲"), related=entries)


PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    '<a:blip r:embed="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
PACKAGES: dict[str, tuple[dict[str, str | bytes | None], str, list[str]]] = {
    "strict": (strict(parts_of(p("甲"))), "fails", []),
    "with macros (.docm)": (
        typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "fails", []),
    "a template (.dotx)": (
        typed("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        "fails", []),
    "a template with macros (.dotm)": (
        typed("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), "fails", []),
    "of no content type": (typed("application/xml"), "fails", []),
    "without content types": (
        {k: v for k, v in parts_of(p("甲")).items() if k != "[Content_Types].xml"}, "fails", []),
    "with a main part of another name": (renamed(), "fails", []),
    "a picture that is missing": (
        related(("rId7", "image", "media/a.png"), body=p("甲", PICTURE)), "fails",
        ["picture-missing"]),
    "a picture called NULL": (
        related(("rId7", "image", "NULL"), body=p("甲", PICTURE)), "fails", ["picture-missing"]),
    "a link that points nowhere": (related(("rId7", "hyperlink", "#_top")), "fails", []),
    "core properties that are missing": (
        {k: v for k, v in parts_of(p("甲")).items() if k != "docProps/core.xml"}, "fails",
        ["part-unreadable"]),
    "styles called NULL": (
        {**parts_of(p("甲")),
         "word/_rels/document.xml.rels": relationships([("rId1", "styles", "NULL")])},
        "fails", ["part-unreadable"]),
    "with names that begin with a stroke": (
        {"/" + k: v for k, v in parts_of(p("甲")).items()}, "fails", []),
}  # fmt: skip


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_read(tmp_path: Path, name: str) -> None:
    parts, word, notices = PACKAGES[name]
    holds(Trap("", ["甲"], word, notices), package(tmp_path / "speech.docx", parts))


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".dotm", ".docx"])
def test_a_suffix_of_word_is_read_by_its_content(tmp_path: Path, suffix: str) -> None:
    path = docx(tmp_path, p("甲")).rename(tmp_path / f"讲话{suffix}")
    assert [q.text for q in read(path)[0].paragraphs()] == ["甲"]


def test_a_bad_checksum_in_a_part_that_nobody_needs(tmp_path: Path) -> None:
    parts = {"word/theme/theme1.xml": "<a/>" * 40}
    path = docx(tmp_path, p("甲"), parts=parts, related=[("rId7", "theme", "theme/theme1.xml")])
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as source:
        checksum = source.getinfo("word/theme/theme1.xml").CRC.to_bytes(4, "little")
    assert data.count(checksum) == 2
    path.write_bytes(bytes(data.replace(checksum, b"\x00\x01\x02\x03")))
    holds(Trap("", ["甲"], "fails"), path)


def test_external_pictures_and_templates_are_never_fetched(
    tmp_path: Path, monkeypatch: Any
) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the reader went to the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    away = "https://example.org/a.png"
    entries = [
        ("rId7", "image", away),
        ("rId8", "attachedTemplate", away),
        ("rId9", "styles", away),
    ]
    linked = PICTURE.replace("r:embed", "r:link")
    manuscript, notices = read(docx(tmp_path, p("甲", PICTURE, linked), related=entries))
    assert [q.text for q in manuscript.paragraphs()] == ["甲"]
    assert [(n.code, dict(n.values)["count"]) for n in notices] == [("picture-missing", "2")]
