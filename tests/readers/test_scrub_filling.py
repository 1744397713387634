"""Placeholders of a copy, filled in as those of a speech are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.readers.docx.scrub import scrub
from tests.readers import images
from tests.readers.build import (
    NAMESPACES,
    docx,
    field,
    level,
    lists,
    numbered,
    p,
    r,
    row,
    table,
)
from tests.readers.copies import document, members, texts
from tests.readers.leaks.drawings import box, image, picture, vml
from tests.readers.leaks.headers import header, section
from tests.readers.leaks.leak import joined, part
from tests.readers.leaks.package import CHART, CHARTED
from tests.readers.test_text import box as plain_box

PAIRS = (("某某", "青山"), ("某某镇", "绿水镇"), ("XX", "李四\n王五"), ("○○", "A&B <c>"))


@pytest.mark.parametrize(
    "body",
    [
        p("在某某镇", r("某某", "<w:b/>")),
        p("在某", r("某", "<w:b/>"), r("镇和"), r("某某县")),
        p("某", "<w:r><w:tab/></w:r>", "某镇 XX年", r("X"), r("X")),
        p("某", "<w:ins>" + r("某") + "</w:ins>", "<w:del>" + r("间") + "</w:del>", "镇"),
        p("某", field(" DOCVARIABLE a ", r("某")), "镇○○", r("○"), r("○")),
        p("某", field(" REF a ", r("某")), "镇"),
        p("甲", box(p("某某", r("镇")), p("某", r("某镇")))),
        p("甲", plain_box(p("某某", r("镇")))),
        table(row("某某镇", "某某")) + p("XX"),
        p("<m:oMath><m:r><m:t>某某镇</m:t></m:r></m:oMath>某", "<w:r><w:br/></w:r>", "某"),
        p("某某", r("镇的，", "<w:vanish/>"), r("镇")),
        p(r("某某", '<w:vertAlign w:val="superscript"/>'), field(r" EQ \o\ac(某某,XX) ", "")),
        p("某某", "<w:r><w:noBreakHyphen/></w:r>", "某", "<w:r><w:softHyphen/></w:r>", "某镇"),
    ],
    ids=range(13),
)
def test_placeholders_are_filled_in_as_the_text_of_a_speech_is(tmp_path: Path, body: str) -> None:
    data = docx(tmp_path, body).read_bytes()
    copy, notices = scrub(data, PAIRS)
    assert texts(copy) == texts(data, PAIRS)
    assert "scrub-filled" in [notice.code for notice in notices]
    assert scrub(copy) == (copy, ())


def test_what_is_filled_in_looks_like_what_was_there(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        p("在", r("某", "<w:b/>"), r("某镇", "<w:i/>"), " 和"),
        fill=(("某某镇", " 青山 "),),
    )
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> 青山 </w:t>' in found
    assert "<w:i/>" not in found  # nothing was left of it


def test_headers_notes_descriptions_and_charts_are_filled_in(tmp_path: Path) -> None:
    pairs = (("某某", "青山"), ("粮食", "油料"))
    note = f'<w:footnote w:id="1">{p("某", r("某"))}</w:footnote>'
    notes = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
    shape = vml('<v:textpath string="某某大会"/>', ' alt="某某的图"')
    copy, notices = scrub(
        docx(
            tmp_path,
            p("甲", picture(descr="某某的图"), shape, CHARTED,
              '<w:r><w:footnoteReference w:id="1"/></w:r>', properties=section("default")),
            p("乙"),
            **joined(
                image(images.png()), header(p("某", r("某"))),
                part("word/footnotes.xml", notes, "footnotes", identifier="rId11"),
                part("word/charts/chart1.xml", CHART, "chart", identifier="rId8"),
            ),
        ).read_bytes(),
        pairs,
    )  # fmt: skip
    found = members(copy)
    assert "青山" in found["word/header1.xml"]
    assert "青山" in found["word/footnotes.xml"]
    assert "<c:v>油料</c:v>" in found["word/charts/chart1.xml"]
    assert found["word/document.xml"].count("青山的图") == 2
    assert 'string="青山大会"' in found["word/document.xml"]
    assert "某某" not in "".join(found.values())
    assert "scrub-filled" in [notice.code for notice in notices]


def test_the_numbers_of_word_are_not_filled_in(tmp_path: Path) -> None:
    data = docx(tmp_path, numbered("某"), numbering=lists(level("某%1、"))).read_bytes()
    copy, _ = scrub(data, (("某", "李"),))
    assert texts(copy) == ["某1、李"]


def test_tables_of_contents_are_filled_in_apart(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        p("某", field(' TOC \\o "1-3" ', r("某某镇")), "某镇"),
        fill=(("某某镇", "青山镇"),),
    )
    assert re.findall(r"<w:t[^>]*>([^<]*)</w:t>", found) == ["青山镇", "青山镇"]


def test_what_no_xml_may_hold_is_not_filled_in(tmp_path: Path) -> None:
    copy, _ = scrub(docx(tmp_path, p("某某")).read_bytes(), (("某某", "青\x00\x1b山\ud800\ufffe"),))
    assert texts(copy) == ["青山"]
