"""What fields and content controls know: codes, choices, names, bindings."""

from __future__ import annotations

from tests.readers.build import cell, p, r, row, table
from tests.readers.build import field as complex_field
from tests.readers.leaks.leak import SECRET, WHO, Leak

CONTENTS = (
    '<w:sdt><w:sdtPr><w:alias w:val="' + SECRET + '"/><w:docPartObj><w:docPartGallery '
    'w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
    + p("目录")
    + p(complex_field(' TOC \\o "1-3" ', r("甲\t1")))
    + "</w:sdtContent></w:sdt>"
)

SMART = (
    f'<w:smartTag w:uri="{SECRET}" w:element="PersonName"><w:smartTagPr><w:attr w:name="a" '
    f'w:val="{SECRET}"/></w:smartTagPr>{r("乙")}</w:smartTag>'
)


def control(inside: str) -> str:
    """A content control with names, choices and a binding."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/><w:id w:val="7"/>'
        f'<w:dataBinding w:xpath="/{SECRET}" w:storeItemID="a"/><w:dropDownList>'
        f'<w:listItem w:displayText="{SECRET}" w:value="{SECRET}"/></w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def custom(inside: str) -> str:
    """An element of somebody's own schema."""
    return (
        f'<w:customXml w:uri="{SECRET}" w:element="{SECRET}"><w:customXmlPr>'
        f'<w:attr w:name="{SECRET}" w:val="{SECRET}"/></w:customXmlPr>{inside}</w:customXml>'
    )


def choices(result: int) -> str:
    """A drop-down list of old, whose result is in its data."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:enabled/>'
        f'<w:helpText w:type="text" w:val="{SECRET}"/><w:ddList><w:result w:val="{result}"/>'
        f'<w:listEntry w:val="{SECRET}"/><w:listEntry w:val="乙"/></w:ddList></w:ffData>'
        "</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


FIELDS = {
    "the author of a document": Leak(
        p(complex_field(" AUTHOR  \\* MERGEFORMAT ", r("甲"))), ["甲"], ["scrub-fields"]
    ),
    "the code of a field": Leak(
        p(complex_field(f' DOCVARIABLE "{SECRET}" ', r("甲"))), ["甲"], ["scrub-fields"]
    ),
    "the path of a document": Leak(
        p(f'<w:fldSimple w:instr=" FILENAME {SECRET} \\p "><w:fldData>{SECRET}</w:fldData>{r("甲")}'
          "</w:fldSimple>"), ["甲"], ["scrub-fields"],
    ),
    "a condition": Leak(
        p(complex_field(f' IF 1 = 2 "{SECRET}" "甲" ', r("甲"))), ["甲"], ["scrub-fields"]
    ),
    "a field in the code of a field": Leak(
        p(complex_field(" SEQ </w:instrText></w:r>" + complex_field(
            f" DOCVARIABLE {SECRET} ", r(SECRET)) + "<w:r><w:instrText> ", r("甲")), "乙"),
        ["甲乙"], ["scrub-fields"],
    ),
    "a citation with its data": Leak(
        p(complex_field(" ADDIN EN.CITE ", r("甲")).replace(
            '"begin"/>', f'"begin"><w:fldData xml:space="preserve">{SECRET}</w:fldData></w:fldChar>'
        )), ["甲"], ["scrub-fields"],
    ),
    "the choices of a form": Leak(p("甲", choices(1)), ["甲乙"], ["scrub-fields"]),
    "an index entry": Leak(
        p("甲", complex_field(f' XE "{SECRET}" ', "")), ["甲"], ["scrub-fields"]
    ),
    "a link into a disk, as a field": Leak(
        p(complex_field(f' HYPERLINK "C:\\\\{SECRET}\\\\a.docx" ', r("甲"))), ["甲"],
        ["scrub-fields"],
    ),
    "a field that is half deleted": Leak(
        p(complex_field(" PAGE ", r("甲")).replace(
            "<w:r><w:instrText>", f"<w:del {WHO}><w:r><w:instrText>").replace(
            "</w:instrText></w:r>", "</w:instrText></w:r></w:del>")),
        ["甲"], ["scrub-fields", "scrub-revisions"],
    ),
    "a table of contents that is half deleted": Leak(
        p("甲", f"<w:del {WHO}>" + complex_field(f' TOC \\t "{SECRET}" ', "").replace(
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "</w:del>" + r(SECRET)
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')),
        ["甲"], ["scrub-fields", "scrub-revisions"],
    ),
    "a mark without its other end": Leak(
        p("甲", f"<w:r><w:instrText>{SECRET}</w:instrText></w:r>"
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "乙"), ["甲乙"], [],
    ),
    "a content control": Leak(
        control(p("甲")) + p(control(r("乙"))), ["甲", "乙"], ["scrub-controls"]
    ),
    "controls around a row and a cell": Leak(
        table(control(row("甲")), "<w:tr>" + control(cell("乙")) + "</w:tr>")
        + p("丙"), ["甲", "乙", "丙"], ["scrub-controls"],
    ),
    "a table of contents": Leak(CONTENTS + p("甲"), ["甲"], []),
    "custom XML and smart tags": Leak(
        custom(p("甲")) + p(custom(r("乙")), SMART), ["甲", "乙乙"],
        ["scrub-controls"],
    ),
}  # fmt: skip
