"""Files of all sorts become plain ones, or are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest

from publisher.errors import InputError
from publisher.readers.docx import package as opc
from publisher.readers.docx.scrub import scrub
from tests.readers import images
from tests.readers.build import (
    NAMESPACES,
    cell,
    docx,
    level,
    lists,
    numbered,
    p,
    package,
    parts_of,
    r,
    style,
)
from tests.readers.copies import document, members, paragraphs, texts
from tests.readers.leaks.drawings import image, picture
from tests.readers.leaks.headers import header, section
from tests.readers.leaks.leak import joined, part, related_parts
from tests.readers.test_traps import PACKAGES, strict, typed


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_of_any_sort_becomes_a_plain_one(tmp_path: Path, name: str) -> None:
    parts, _, _ = PACKAGES[name]
    copy, _ = scrub(package(tmp_path / "speech.docx", parts).read_bytes())
    assert texts(copy) == ["甲"]
    assert python_docx.Document(io.BytesIO(copy)).paragraphs[0].text == "甲"
    found = members(copy)
    assert "document.main+xml" in found["[Content_Types].xml"]
    assert "word/document.xml" in found


def test_a_strict_document_becomes_a_transitional_one(tmp_path: Path) -> None:
    body = p(
        r("甲", '<w:sz w:val="16pt"/><w:w w:val="80%"/>'),
        properties='<w:tabs><w:tab w:val="end" w:pos="100pt"/></w:tabs>'
        '<w:ind w:start="12pt" w:endChars="200"/><w:jc w:val="end"/>'
        '<w:textDirection w:val="rl"/>',
    ) + (
        '<w:tbl><w:tblPr><w:tblW w:w="50%" w:type="pct"/><w:tblBorders><w:start w:val="single"/>'
        '</w:tblBorders></w:tblPr><w:tr><w:trPr><w:cnfStyle w:firstRow="1"/></w:trPr>'
        f"{cell('乙')}</w:tr></w:tbl>"
    )
    parts = strict(parts_of(body))
    root = str(parts["word/document.xml"]).replace(
        "<w:document ", '<w:document w:conformance="strict" '
    )
    data = package(tmp_path / "a.docx", {**parts, "word/document.xml": root}).read_bytes()
    copy, _ = scrub(data)
    found = members(copy)
    assert "purl.oclc.org" not in "".join(found.values())
    assert texts(copy) == ["甲", "乙"]
    for loose in (
        '<w:sz w:val="32"/>', '<w:w w:val="80"/>', '<w:tab w:val="right" w:pos="2000"/>',
        'w:left="240"', 'w:rightChars="200"', '<w:jc w:val="right"/>',
        '<w:textDirection w:val="tbRl"/>', 'w:w="2500" w:type="pct"', '<w:left w:val="single"/>',
    ):  # fmt: skip
        assert loose in found["word/document.xml"]
    assert "conformance" not in found["word/document.xml"]
    assert "cnfStyle" not in found["word/document.xml"]


def test_percentages_of_strict_drawings_are_thousandths(tmp_path: Path) -> None:
    drawn = picture(more='<a:alphaModFix amt="50%"/>', descr="完成50%")
    found = document(tmp_path, p("甲", drawn), **image(images.png()))
    assert 'amt="50000"' in found
    assert 'descr="完成50%"' in found


def test_the_same_document_gives_the_same_bytes_in_a_fixed_order(tmp_path: Path) -> None:
    data = docx(tmp_path, p("甲", picture()), **image(images.png())).read_bytes()
    copy, _ = scrub(data)
    assert copy == scrub(data)[0]
    with zipfile.ZipFile(io.BytesIO(copy)) as found:
        names = found.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(info.create_system, info.extra, info.comment) for info in found.infolist()} == {
            (0, b"", b"")
        }


def test_parts_are_copied_once_and_by_their_own_links(tmp_path: Path) -> None:
    """The header and the text each have an rId7, for pictures of their own."""
    head = part("word/_rels/header1.xml.rels", related_parts(("rId7", "image", "media/b.png")))
    options = joined(
        image(images.png()), header(p("眉", picture())), head,
        {"parts": {"word/media/b.png": images.png("L")}},
    )  # fmt: skip
    twice = p("甲", picture(), picture(), properties=section("default"))
    again = p("乙", properties=section("default"))
    copy, _ = scrub(docx(tmp_path, twice, again, p("末"), **options).read_bytes())
    found = members(copy)
    assert sorted(n for n in found if "media" in n or "header" in n) == [
        "word/_rels/header1.xml.rels", "word/header1.xml", "word/media/image1.png",
        "word/media/image2.png",
    ]  # fmt: skip
    assert found["word/_rels/document.xml.rels"].count("header1.xml") == 1


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        scrub(data, place="讲话.docx")
    assert caught.value.place == "讲话.docx"
    return caught.value.key


def test_what_the_reader_refuses_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    assert refused(b"") == "input-empty"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "docx-is-doc"
    assert refused(b"PK\x03\x04 and no more") == "docx-torn"
    parts = parts_of(p("甲"))
    entities = '<!DOCTYPE x [<!ENTITY e "x">]>'
    for name in ("word/document.xml", "word/styles.xml"):
        bomb = {**parts, name: entities + str(parts[name])}
        assert refused(package(tmp_path / "a.docx", bomb).read_bytes()) == "docx-doctype"
    sheet = {**parts, "word/document.xml": "<workbook/>"}
    assert refused(package(tmp_path / "a.docx", sheet).read_bytes()) == "docx-not-word"
    broken = {**parts, "word/document.xml": "<w:document"}
    assert refused(package(tmp_path / "a.docx", broken).read_bytes()) == "docx-broken"
    data = docx(tmp_path, p("甲" * 3000)).read_bytes()
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(xml_part=5000))
    assert refused(data) == "docx-too-big"
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(xml_part=10**6, tree=9000))
    assert refused(data) == "docx-too-big"


def test_a_part_that_is_not_what_it_is_said_to_be_is_done_without(tmp_path: Path) -> None:
    options = joined(
        part("word/header1.xml", "<w:hdr", "header"),
        part("word/footnotes.xml", f"<w:numbering {NAMESPACES}/>", "footnotes", identifier="rId8"),
    )
    refer = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(tmp_path, p("甲", refer, properties=section("default")), p("乙"), **options)
    copy, notices = scrub(data.read_bytes())
    assert texts(copy) == ["甲", "乙"]
    assert [notice.code for notice in notices].count("part-unreadable") == 2
    assert "headerReference" not in members(copy)["word/document.xml"]
    assert "footnoteReference" not in members(copy)["word/document.xml"]


def test_a_macro_document_says_that_it_is_none(tmp_path: Path) -> None:
    parts = typed("application/vnd.ms-word.document.macroEnabled.main+xml")
    copy, _ = scrub(package(tmp_path / "speech.docm", parts).read_bytes())
    assert "macroEnabled" not in members(copy)["[Content_Types].xml"]


def test_nesting_beyond_measure_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("深") + "</w:sdtContent></w:sdt>" * 5000
    assert refused(docx(tmp_path, deep).read_bytes()) == "docx-broken"
    some = "<w:sdt><w:sdtContent>" * 500 + p("深") + "</w:sdtContent></w:sdt>" * 500
    assert texts(scrub(docx(tmp_path, some).read_bytes())[0]) == ["深"]


def test_styles_and_numbers_stay(tmp_path: Path) -> None:
    styles = style("a", "Normal", '<w:rPr><w:sz w:val="32"/></w:rPr>', default=True) + style(
        "1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', based_on="a"
    )
    data = docx(tmp_path, p("甲", style="1"), numbered("乙"), styles=styles,
                numbering=lists(level("%1、", "chineseCounting"))).read_bytes()  # fmt: skip
    assert paragraphs(scrub(data)[0]) == paragraphs(data)
    assert paragraphs(data)[0].cues.heading_style == 1


def test_trees_and_pixels_are_imported_where_they_are_needed() -> None:
    import subprocess
    import sys

    loaded = "import sys, publisher.readers.docx.scrub.copier; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, check=True, encoding="utf-8"
    )
    assert {name.partition(".")[0] for name in done.stdout.split()} & {"lxml", "PIL"} == set()
