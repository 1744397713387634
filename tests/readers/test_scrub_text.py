"""What a copy says, and what of its looks stays."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from publisher.readers.docx import read_stream
from publisher.readers.docx.scrub import scrub
from tests.conftest import EXAMPLES
from tests.corpus.files import build
from tests.corpus.forms import FORMS
from tests.corpus.parse import HALVES, load
from tests.readers import images
from tests.readers.build import (
    NAMESPACES,
    cell,
    docx,
    field,
    p,
    r,
    row,
    table,
)
from tests.readers.copies import document, members, paragraphs, texts
from tests.readers.leaks.drawings import box, image, picture
from tests.readers.leaks.headers import header, section
from tests.readers.leaks.leak import joined, part
from tests.readers.test_traps import LEFT_OUT, READ


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_through_with_every_cue(path: Path) -> None:
    data = path.read_bytes()
    pairs = (("某某", "青山"), ("读书", "看书"), ("公司", "集团公司"), ("河", "江"))
    for filled in ((), pairs):
        copy, notices = scrub(data, filled)
        assert paragraphs(copy) == paragraphs(data, filled)
        assert {"scrub-properties", "scrub-traces"} <= {notice.code for notice in notices}
        assert scrub(copy) == (copy, ())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("half", HALVES)
def test_every_form_of_the_corpus_comes_through(half: str, form: str) -> None:
    pairs = (("某某县", "青山县"), ("某某", "青山"), ("工作", "事"))
    for speech in load(half)[::4]:
        data = build(speech, form)
        copy, _ = scrub(data, pairs)
        assert paragraphs(copy) == paragraphs(data, pairs)
        assert scrub(copy) == (copy, ())


@pytest.mark.parametrize("name", [*READ, *LEFT_OUT])
def test_every_trap_of_the_reader_says_the_same(tmp_path: Path, name: str) -> None:
    trap = (READ | LEFT_OUT)[name]
    copy, _ = scrub(docx(tmp_path, trap.body, **trap.options).read_bytes())
    assert texts(copy) == trap.texts
    if "contents-left-out" not in trap.notices:  # Word shows it; the reader makes a new one
        assert not any("密" in content for content in members(copy).values())
    assert scrub(copy) == (copy, ())


def test_what_tells_of_the_text_alone_stays(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        p(field(" PAGE ", r("1")), '<w:fldSimple w:instr=" NUMPAGES "/>',
          properties="<w:keepNext/>"),
        p(field(' HYPERLINK "https://example.org/a" ', r("甲")), field(r" EQ \o\ac(○,1) ", "")),
        p('<w:hyperlink r:id="rId8" w:tooltip="乙">' + r("乙") + "</w:hyperlink>"),
        p('<w:bookmarkStart w:id="1" w:name="_Toc1"/>', "丙", '<w:bookmarkEnd w:id="1"/>',
          '<w:hyperlink w:anchor="_Toc1">' + r("丁", "<w:b/><w:color w:val=\"FF0000\"/>")
          + "</w:hyperlink>", r("戊"), '<w:r><w:tab/><w:br w:type="page"/></w:r>'),
        p("己", box(p("框"), p("框")), mark="<w:vanish/>"),
        related=[("rId8", "hyperlink", "https://example.org/")],
    )  # fmt: skip
    for kept in (
        "> PAGE <", '" NUMPAGES "', "HYPERLINK", r"\o\ac(○,1)", 'r:id="rId1" w:tooltip="乙"',
        'w:name="_Toc1"', 'w:anchor="_Toc1"', "<w:b/><w:color", "<w:keepNext/>", "<w:tab/>",
        '<w:br w:type="page"/>', "<w:vanish/>", 'Requires="wps"', "<mc:Fallback>",
    ):  # fmt: skip
        assert kept in found


def test_a_merge_that_was_accepted_is_one(tmp_path: Path) -> None:
    merged = '<w:tcW w:w="5" w:type="dxa"/><w:cellMerge w:id="1" w:author="a" w:vMerge="{}"/>'
    found = document(
        tmp_path,
        table(row(cell("甲", properties=merged.format("rest"))),
              row(cell(p(), properties=merged.format("cont")))),
    )  # fmt: skip
    assert re.findall(r'type="dxa"/><w:vMerge w:val="(\w+)"/>', found) == ["restart", "continue"]


def test_an_object_becomes_the_picture_of_it(tmp_path: Path) -> None:
    held = '<w:r><w:object w:dxaOrig="5"><v:shape o:ole="">{}</v:shape></w:object></w:r>'
    found = document(
        tmp_path, p("甲", held.format('<v:imagedata r:id="rId7" o:title=""/>')),
        **image(images.png()),
    )  # fmt: skip
    assert '<w:pict><v:shape><v:imagedata r:id="rId1" o:title=""/></v:shape></w:pict>' in found


def test_decoration_is_still_called_decoration(tmp_path: Path) -> None:
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    mark = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        f'<adec:decorative xmlns:adec="{space}" val="1"/></a:ext>'
        '<a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><x/></a:ext></a:extLst>'
    )
    drawn = picture().replace('descr=""/>', f'descr="">{mark}</wp:docPr>')
    found = document(tmp_path, p("甲", drawn), **image(images.png()))
    assert '<adec:decorative val="1"/>' in found.replace(f' xmlns:adec="{space}"', "")
    assert found.count("<a:ext ") == 2  # this one, and the size of the picture


def test_settings_of_the_layout_stay(tmp_path: Path) -> None:
    settings = (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="90"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr>'
        '<w:footnote w:id="-1"/></w:footnotePr><w:compat><w:balanceSingleByteDoubleByteWidth/>'
        '<w:compatSetting w:name="compatibilityMode" w:val="15" '
        'w:uri="http://schemas.microsoft.com/office/word"/><w:compatSetting w:name="x" w:val="1" '
        'w:uri="urn:x"/></w:compat></w:settings>'
    )
    options = part("word/settings.xml", settings, "settings")
    copy, notices = scrub(docx(tmp_path, p("甲"), **options).read_bytes())
    found = members(copy)["word/settings.xml"]
    assert "evenAndOddHeaders" in found
    assert "compressPunctuation" in found
    assert 'w:val="15"' in found
    assert "zoom" not in found
    assert "urn:x" not in found
    assert notices == ()


def test_a_title_stays_where_the_text_says_it_too(tmp_path: Path) -> None:
    core = "<dc:title>在某某镇的讲话</dc:title><dc:language>zh-CN</dc:language>"
    pairs = (("某某镇", "青山镇"),)
    data = docx(tmp_path, p("在某某镇", r("的讲话")), core=core).read_bytes()
    copy, notices = scrub(data, pairs)
    assert read_stream(io.BytesIO(copy), "")[0].metadata[:3] == ("在青山镇的讲话", None, "zh-CN")
    assert [notice.code for notice in notices] == ["scrub-filled"]
    copy, notices = scrub(docx(tmp_path, p("甲"), core=core).read_bytes(), pairs)
    assert read_stream(io.BytesIO(copy), "")[0].metadata.title is None
    assert [notice.code for notice in notices] == ["scrub-properties"]


def test_a_document_that_says_nothing_of_itself_has_no_such_part(tmp_path: Path) -> None:
    copy, notices = scrub(docx(tmp_path, p("甲")).read_bytes())
    assert "docProps/core.xml" not in members(copy)
    assert notices == ()


def test_headers_that_are_shown_stay(tmp_path: Path) -> None:
    even = part("word/settings.xml", f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/>"
                "</w:settings>", "settings", identifier="rId8")  # fmt: skip
    titled = section("first").replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    later = p("乙", properties="<w:sectPr><w:titlePg/></w:sectPr>")
    for body, options in (
        (p("甲", properties=titled), {}),
        (p("甲", properties=section("even")), even),
        (p("甲", properties=section("first")) + later, {}),  # goes on in the next section
    ):
        options = joined(header(p("眉")), options)
        copy, _ = scrub(docx(tmp_path, body, p("末"), **options).read_bytes())
        assert "眉" in members(copy)["word/header1.xml"]


def test_a_header_that_a_later_section_replaces_is_not_shown(tmp_path: Path) -> None:
    own = part("word/header2.xml", f"<w:hdr {NAMESPACES}>{p('新')}</w:hdr>", "header",
               identifier="rId10")  # fmt: skip
    later = (
        section("first").replace("rId9", "rId10").replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    )
    copy, _ = scrub(
        docx(tmp_path, p("甲", properties=section("first")), p("乙", properties=later), p("末"),
             **joined(header(p("旧")), own)).read_bytes()
    )  # fmt: skip
    found = "".join(members(copy).values())
    assert "新" in found
    assert "旧" not in found
