"""Files as they come: whole, damaged, mislabelled, hostile. Each refusal is an InputError."""

import struct
import zipfile
import zlib

import pytest

from publisher.errors import InputError
from publisher.messages import MESSAGES, sentence
from publisher.readers import read
from publisher.readers.docx import package as opc
from tests.readers.build import (
    DOCUMENT_RELATIONSHIPS,
    PACKAGE_RELATIONSHIPS,
    W,
    docx,
    p,
    package,
    parts_of,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path):
    """The key with which ``path`` is refused; both its sentences can be written."""
    with pytest.raises(InputError) as caught:
        read(path)
    error = caught.value
    assert error.exit_code == 3
    assert error.place == str(path)
    for key in (error.key, error.key + ".hint"):
        assert key in MESSAGES
        assert all(sentence(key, error.values, lang) for lang in ("zh", "en"))
    return error.key


def texts(path):
    return [q.text for q in read(path)[0].paragraphs()]


def test_a_missing_file(tmp_path):
    assert refused(tmp_path / "讲话.docx") == "input-missing"


def test_a_folder(tmp_path):
    assert refused(tmp_path) == "input-folder"


@pytest.mark.parametrize("name", ["讲话.pages", "讲话.pdf", "讲话"])
def test_a_format_that_nobody_reads(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"x")
    assert refused(path) == "input-format"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "input-empty"),
        ("各位领导、同志们：".encode(), "docx-not-zip"),
        (b"{\\rtf1}", "docx-not-zip"),
        (b"P", "docx-not-zip"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "docx-is-doc"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted"),
        (b"PK\x03\x04" + bytes(100), "docx-torn"),
    ],
)
def test_what_is_named_docx_and_is_not_one(tmp_path, content, key):
    path = tmp_path / "讲话.docx"
    path.write_bytes(content)
    assert refused(path) == key


def test_an_old_doc_that_holds_a_zipped_theme_is_no_docx(tmp_path):
    inner = package(tmp_path / "theme.zip", {"theme/theme1.xml": "<a/>"})
    path = tmp_path / "讲话.docx"
    path.write_bytes(OLE + bytes(600) + inner.read_bytes())
    assert zipfile.is_zipfile(path)
    assert refused(path) == "docx-is-doc"


def test_the_lock_file_of_word(tmp_path):
    path = tmp_path / "~$讲话.docx"
    path.write_bytes(b"\x05Admin" + bytes(156))
    assert refused(path) == "input-lock-file"


def test_a_name_may_have_capital_letters_blanks_and_signs(tmp_path):
    made = docx(tmp_path, p("甲"))
    path = made.rename(tmp_path / "讲话 （终稿）100%#1.DOCX")
    assert texts(path) == ["甲"]


def test_a_cut_off_file(tmp_path):
    path = docx(tmp_path, p("甲"))
    path.write_bytes(path.read_bytes()[:-200])
    assert refused(path) == "docx-torn"


def test_broken_xml_in_the_text_is_refused_and_elsewhere_reported(tmp_path):
    assert refused(docx(tmp_path, "<w:p>")) == "docx-broken"
    for part in ("word/styles.xml", "word/numbering.xml", "docProps/core.xml"):
        path = docx(tmp_path, p("甲"), parts={part: "<w:broken"})
        assert texts(path) == ["甲"]
        assert [n.code for n in read(path)[1]] == ["part-unreadable"]


def test_a_damaged_part_that_nobody_needs_is_never_read(tmp_path):
    path = docx(tmp_path, p("甲"), parts={"customXml/item1.xml": "<损坏/>" * 50})
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as source:
        at = source.getinfo("customXml/item1.xml").header_offset
    data[at + 60 : at + 66] = b"xxxxxx"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as source, pytest.raises((zlib.error, zipfile.BadZipFile)):
        source.read("customXml/item1.xml")
    assert texts(path) == ["甲"]


def test_a_damaged_text_is_refused(tmp_path):
    path = docx(tmp_path, p("甲" * 500))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as source:
        at = source.getinfo("word/document.xml").header_offset
    data[at + 60 : at + 80] = bytes(20)
    path.write_bytes(data)
    assert refused(path) == "docx-broken"


def test_a_zip_with_a_password(tmp_path):
    path = docx(tmp_path, p("甲"))
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1  # general purpose flag, bit 0, in the central directory
        at += 4
    at = 0
    while (at := data.find(b"PK\x03\x04", at)) >= 0:
        data[at + 6] |= 1
        at += 4
    path.write_bytes(data)
    assert refused(path) == "docx-encrypted"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_any_encoding(tmp_path, encoding):
    laughs = "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "哈" * 100}">' for i in range(9)
    )
    document = str(parts_of(p("&l8;"))["word/document.xml"])
    hostile = f"<!DOCTYPE w:document [{laughs}]>{document}"
    path = docx(tmp_path, parts={"word/document.xml": hostile.encode(encoding)})
    assert refused(path) == "docx-doctype"


def test_a_doctype_in_a_minor_part_is_refused_too(tmp_path):
    hostile = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles/>'
    assert refused(docx(tmp_path, p("甲"), parts={"word/styles.xml": hostile})) == "docx-doctype"
    assert refused(docx(tmp_path, p("甲"), parts={"word/numbering.xml": hostile})) == "docx-doctype"


def test_utf_16_is_read(tmp_path):
    document = str(parts_of(p("一、规划"))["word/document.xml"])
    for head in ("", '<?xml version="1.0" encoding="UTF-16"?>'):
        for encoding in ("utf-16", "utf-16-be"):
            data = (head + document).encode(encoding)
            assert texts(docx(tmp_path, parts={"word/document.xml": data})) == ["一、规划"]


def test_a_bomb_is_refused_by_its_declared_size(tmp_path):
    huge = b"<w:document>" + b" " * (opc.LIMITS.xml_part + 1)
    path = docx(tmp_path, parts={"word/document.xml": huge})
    assert path.stat().st_size < 1 << 20
    assert refused(path) == "docx-too-big"


def test_a_bomb_beside_the_text_is_left_alone(tmp_path):
    bomb = b" " * (opc.LIMITS.ratio_from + 1)
    path = docx(tmp_path, p("甲"), parts={"word/numbering.xml": bomb})
    assert texts(path) == ["甲"]
    assert [n.code for n in read(path)[1]] == ["part-unreadable"]


def test_a_text_may_repeat_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(ratio=20, ratio_from=1000))
    path = docx(tmp_path, p("同志们：") * 1000)
    with zipfile.ZipFile(path) as source:
        member = source.getinfo("word/document.xml")
    assert member.file_size > 20 * member.compress_size
    assert len(texts(path)) == 1000


def test_a_tree_too_large_for_memory_is_refused_and_a_long_text_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr("publisher.readers.docx.stream.LIMITS", opc.LIMITS._replace(tree=1_000_000))
    assert len(texts(docx(tmp_path, p("甲") * 4000))) == 4000
    assert refused(docx(tmp_path, f"<w:sdt>{p('甲') * 4000}</w:sdt>")) == "docx-too-big"


def test_more_tags_or_words_than_any_speech_has_are_refused(tmp_path, monkeypatch):
    path = docx(tmp_path, p("甲" * 50) * 20)
    limits = opc.LIMITS
    monkeypatch.setattr("publisher.readers.docx.stream.LIMITS", limits._replace(tags=100))
    assert refused(path) == "docx-too-big"
    monkeypatch.setattr("publisher.readers.docx.stream.LIMITS", limits)
    monkeypatch.setattr("publisher.readers.docx.LIMITS", limits._replace(characters=500))
    assert refused(path) == "docx-too-big"


def test_a_declared_size_that_lies_is_not_believed(tmp_path, monkeypatch):
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(xml_part=4096))
    path = docx(tmp_path, p("甲" * 5000))
    with zipfile.ZipFile(path) as source:
        size = source.getinfo("word/document.xml").file_size
    data = path.read_bytes().replace(struct.pack("<L", size), struct.pack("<L", 1000))
    path.write_bytes(data)
    assert refused(path) in {"docx-broken", "docx-too-big"}


def test_too_many_members_are_refused(tmp_path, monkeypatch):
    path = docx(tmp_path, p("甲"))
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(members=3))
    assert refused(path) == "docx-too-big"


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../evil.xml", "..\\evil.xml"])
def test_a_member_that_points_outside_is_refused(tmp_path, name):
    assert refused(docx(tmp_path, p("甲"), parts={name: "x"})) == "docx-broken"


def test_a_zip_without_a_text_of_word(tmp_path):
    path = package(tmp_path / "x.docx", {"xl/workbook.xml": "<workbook/>"})
    assert refused(path) == "docx-not-word"
    assert refused(docx(tmp_path, parts={"word/document.xml": "<x/>"})) == "docx-not-word"


def test_strict_documents_are_read(tmp_path):
    """ISO/IEC 29500-1: other namespaces, other relationship types, lengths with units."""
    strict = {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            DOCUMENT_RELATIONSHIPS, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts_of(
            p("一、规划", properties='<w:ind w:firstLine="32pt"/>')
        ).items()
        if isinstance(content, str)
    }
    (found,) = read(package(tmp_path / "x.docx", strict))[0].paragraphs()
    assert (found.text, found.cues.first_line_indent) == ("一、规划", 640)


def test_the_text_is_where_the_package_says(tmp_path):
    moved = parts_of(p("甲"))
    moved["文档/正文.xml"] = moved.pop("word/document.xml")
    moved["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"><Relationship Id="r" '
        f'Type="{DOCUMENT_RELATIONSHIPS}/officeDocument" '
        'Target="/%E6%96%87%E6%A1%A3/正文.xml"/></Relationships>'
    )
    assert texts(package(tmp_path / "x.docx", moved)) == ["甲"]


def test_part_names_differ_in_case_and_slashes(tmp_path):
    odd = parts_of(
        p("甲", style="h"), styles='<w:style w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    )
    odd["Word\\Styles.xml"] = odd.pop("word/styles.xml")
    (found,) = read(package(tmp_path / "x.docx", odd))[0].paragraphs()
    assert found.cues.heading_style == 1


def test_a_package_without_relationships_is_tried_at_the_usual_place(tmp_path):
    assert texts(docx(tmp_path, p("甲"), parts={"_rels/.rels": None})) == ["甲"]
    missing = {"word/_rels/document.xml.rels": None, "docProps/core.xml": None}
    assert texts(docx(tmp_path, p("甲"), parts=missing)) == ["甲"]


def test_what_a_person_filled_in_is_metadata(tmp_path):
    core = (
        "<dc:title> 在会议上的发言 </dc:title><dc:creator>王某</dc:creator><dc:language/>"
        "<dcterms:created>2025-07-20T08:00:00Z</dcterms:created>"
    )
    found = read(docx(tmp_path, p("甲"), core=core))[0].metadata
    assert (found.title, found.author) == ("在会议上的发言", "王某")
    assert (found.language, found.created) == (None, "2025-07-20T08:00:00Z")


@pytest.mark.parametrize(
    ("said", "east_asia", "language"),
    [
        ("", "zh-HK", "zh-HK"),
        ("", "zh-TW", "zh-TW"),
        ("", "zh-CN", None),
        ("", "ja-JP", None),
        ("zh-MO", "zh-TW", "zh-MO"),
    ],
)
def test_the_language_is_what_was_said_or_a_region_of_the_default_style(
    said, east_asia, language, tmp_path
):
    styles = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="{east_asia}"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    core = f"<dc:language>{said}</dc:language>"
    found = read(docx(tmp_path, p("甲"), styles=styles, core=core))[0]
    assert found.metadata.language == language


def test_a_document_with_no_text_is_an_empty_manuscript(tmp_path):
    manuscript, notices = read(docx(tmp_path, p()))
    assert (manuscript.blocks, notices) == ((), ())
