"""Each row of the tables of what goes, in a document of its own: none is there for nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from publisher.readers.docx.scrub import names, scrub
from tests.readers import images
from tests.readers.build import docx, field, p, r
from tests.readers.copies import document, texts
from tests.readers.leaks.drawings import image, picture
from tests.readers.leaks.leak import SECRET, joined, part


def element(tag: str, inside: str = "") -> str:
    """An element of any namespace."""
    space, _, name = tag[1:].partition("}")
    return f'<x:{name} xmlns:x="{space}">{inside}</x:{name}>'


def attribute(name: str) -> str:
    """An attribute of any namespace, or of none."""
    space, _, local = name.rpartition("}")
    if not space or space.endswith("/namespace"):
        return f' {"xml:" * bool(space)}{local}="{SECRET}"'
    return f' xmlns:x="{space[1:]}" x:{local}="{SECRET}"'


def tags(text: str) -> set[str]:
    return {node.tag for node in etree.fromstring(text.encode()).iter()}


def short(name: object) -> str:
    return str(name).rpartition("/")[2].replace("}", ":")


@pytest.mark.parametrize("tag", names.REMOVED, ids=short)
def test_what_is_removed_is_gone_with_what_is_in_it(tmp_path: Path, tag: str) -> None:
    for place in (f"<w:r>{element(tag, SECRET)}</w:r>", element(tag, r(SECRET))):
        found = document(tmp_path, p("甲", place))
        assert tag not in tags(found)
        assert SECRET not in found


@pytest.mark.parametrize("tag", [*names.UNWRAPPED, f"{names.W}sdt"], ids=short)
def test_what_is_unwrapped_leaves_its_content(tmp_path: Path, tag: str) -> None:
    inside = r("乙") if tag in names.UNWRAPPED else f"<w:sdtContent>{r('乙')}</w:sdtContent>"
    data = docx(tmp_path, p("甲", element(tag, inside))).read_bytes()
    copy, notices = scrub(data)
    assert texts(copy) == ["甲乙"]
    assert [notice.code for notice in notices] == [names.UNWRAPPED.get(tag, "scrub-controls")]


@pytest.mark.parametrize("tag", sorted(names.GONE), ids=short)
def test_what_was_deleted_goes_with_its_content(tmp_path: Path, tag: str) -> None:
    found = document(tmp_path, p("甲", element(tag, r(SECRET))))
    assert tag not in tags(found)
    assert SECRET not in found


@pytest.mark.parametrize("name", sorted(names.DROPPED_ATTRIBUTES), ids=short)
def test_attributes_that_no_copy_has_go(tmp_path: Path, name: str) -> None:
    shape = f"<w:r><w:pict><v:shape{attribute(name)}><v:imagedata/></v:shape></w:pict></w:r>"
    assert SECRET not in document(tmp_path, p("甲", shape, f"<w:r{attribute(name)}/>"))


@pytest.mark.parametrize("space", ["", "urn:x", "http://www.w3.org/XML/1998/namespace"])
def test_attributes_that_nobody_knows_go(tmp_path: Path, space: str) -> None:
    name = f"{{{space}}}lang" if space else "lang"
    found = document(tmp_path, p("甲").replace("<w:p>", f"<w:p{attribute(name)}>"))
    assert SECRET not in found
    assert "urn:x" not in found


@pytest.mark.parametrize("name", sorted(names.KEPT_FIELDS))
def test_fields_that_tell_of_the_text_stay_alive(tmp_path: Path, name: str) -> None:
    found = document(tmp_path, p("甲", field(f" {name} ", r("1"))))
    assert f"> {name} <" in found
    assert found.count("fldCharType") == 3


@pytest.mark.parametrize(
    "name",
    "AUTHOR USERNAME USERINITIALS USERADDRESS LASTSAVEDBY FILENAME TEMPLATE DATE TIME SAVEDATE "
    "CREATEDATE PRINTDATE EDITTIME REVNUM DOCVARIABLE DOCPROPERTY INFO TITLE SUBJECT COMMENTS "
    "KEYWORDS MERGEFIELD INCLUDETEXT INCLUDEPICTURE LINK DDE EMBED ADDIN CITATION DATABASE ASK "
    "FILLIN QUOTE IF MACROBUTTON GOTOBUTTON FORMTEXT CONTROL AUTOTEXT SET XE TC RD".split(),
)
def test_other_fields_are_what_they_showed(tmp_path: Path, name: str) -> None:
    found = document(
        tmp_path,
        p(field(f" {name.lower()} {SECRET} ", r("甲"))),
        p(f'<w:fldSimple w:instr="{name} {SECRET}">{r("乙")}</w:fldSimple>'),
    )
    assert "fld" not in found
    assert "instr" not in found
    assert SECRET not in found
    assert "甲" in found
    assert "乙" in found


@pytest.mark.parametrize(
    ("target", "stays"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("mailto:office@example.org", True),
        ("https://name@example.org/", False),
        ("http://[", False),
        ("file:///C:/a.docx", False),
        ("\\\\server\\share\\a.docx", False),
        ("C:\\a.docx", False),
        ("../a.docx", False),
        ("javascript:alert(1)", False),
    ],
)
def test_links_stay_where_they_lead_to_the_web(tmp_path: Path, target: str, stays: bool) -> None:
    linked = f'<w:hyperlink r:id="rId9">{r("甲")}</w:hyperlink>'
    coded = target.replace("\\", "\\\\")
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" TargetMode="External" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/hyperlink" Target="{target}"/></Relationships>'
    )
    data = docx(
        tmp_path,
        p(linked, field(f' HYPERLINK "{coded}" ', r("乙")), field(f" hyperlink {coded}", r("丙"))),
        parts={"word/_rels/document.xml.rels": rels},
    ).read_bytes()
    copy, _ = scrub(data)
    with zipfile.ZipFile(io.BytesIO(copy)) as found:
        text = found.read("word/document.xml").decode()
        related = found.namelist().count("word/_rels/document.xml.rels")
    assert texts(copy) == ["甲乙丙"]
    assert related == stays
    assert ("w:hyperlink " in text) == stays
    assert text.count("instrText>") == 4 * stays


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("图片 1", True), ("Picture 12", True), ("Text Box 3", True), ("文本框 4", True),
        ("IMG_2034.JPG", False), ("张三的签名", False), ("Drawing 1", True),
    ],
)  # fmt: skip
def test_names_stay_where_word_gave_them(tmp_path: Path, name: str, stays: bool) -> None:
    found = document(tmp_path, p("甲", picture(name=name)), **image(images.png()))
    assert (f'name="{name}"' in found) == stays
    assert ('name="Drawing 1"' in found) == (not stays or name == "Drawing 1")


@pytest.mark.parametrize(
    ("described", "stays"),
    [
        ("会场的照片", True), ("完成率由 50% 到 80%", True), ("C:\\Users\\li\\a.png", False),
        ("\\\\nas\\图\\a", False), ("照片.jpeg", False), ("file:///a", False),
        ("主席台/会场", True), ("/home/li/a", False), ("讲话.docx", False),
    ],
)  # fmt: skip
def test_descriptions_stay_where_they_describe(tmp_path: Path, described: str, stays: bool) -> None:
    found = document(tmp_path, p("甲", picture(descr=described)), **image(images.png()))
    assert (described in found) == stays


def test_only_what_the_text_refers_to_is_copied(tmp_path: Path) -> None:
    kinds = ("webSettings", "stylesWithEffects", "keyMapCustomizations", "ink", "tags", "users")
    options = joined(
        *(
            part(f"word/{kind}.xml", f"<a>{SECRET}</a>", kind, identifier=f"rId{number}")
            for number, kind in enumerate(kinds, 20)
        )
    )
    copy, _ = scrub(docx(tmp_path, p("甲"), **options).read_bytes())
    with zipfile.ZipFile(io.BytesIO(copy)) as found:
        assert found.namelist() == [
            "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
            "word/document.xml", "word/numbering.xml", "word/styles.xml",
        ]  # fmt: skip
