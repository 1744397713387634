"""Files made to do harm: each ends with a clear refusal, or is read with a cap and a notice.

The files are small copies of the real ones; what they would cost at full size is bounded by the
limits that test_package.py tests one by one.
"""

from __future__ import annotations

import gc
import os
import zipfile

import pytest

from publisher.errors import InputError
from publisher.readers.docx import package as opc
from publisher.readers.docx import read
from tests.readers.build import (
    NAMESPACES,
    PNG,
    cell,
    docx,
    level,
    lists,
    numbered,
    p,
    parts_of,
    r,
    row,
    style,
    table,
)
from tests.readers.test_text import box

PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    '<a:blip r:embed="{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)


def image(data):
    """The options of a document that shows ``data`` as rId7."""
    return {"related": [("rId7", "image", "media/a")], "parts": {"word/media/a": data}}


def found(path):
    manuscript, notices = read(path)
    return [q.text for q in manuscript.paragraphs()], [n.code for n in notices]


def refused(path):
    with pytest.raises(InputError) as caught:
        read(path)
    return caught.value.key


def test_a_cell_that_spans_a_million_columns(tmp_path):
    path = docx(
        tmp_path,
        table(row(cell("甲", properties='<w:gridSpan w:val="1000000"/>'), "乙")),
        table(row("丙", properties='<w:gridBefore w:val="1000000"/>')),
    )
    assert found(path)[0] == ["甲", "乙", "丙"]
    assert all(len(block.widths) < 200 for block in read(path)[0].blocks)


def test_a_row_of_a_thousand_cells_keeps_all_its_words(tmp_path):
    texts, codes = found(docx(tmp_path, table(row(*["格"] * 1000))))
    assert texts == ["格"] * 1000
    assert codes == ["table-cut"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:ins>", "</w:ins>"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
         "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        ("<w:unknown>", "</w:unknown>"),
    ],
)  # fmt: skip
def test_nesting_is_read_until_it_is_absurd(tmp_path, before, after):
    levels = 12_000
    assert found(docx(tmp_path, before * levels + p("深") + after * levels))[0] == ["深"]
    levels = opc.LIMITS.depth + 20_000
    assert refused(docx(tmp_path, before * levels + p("深") + after * levels)) == "docx-too-big"


def test_text_boxes_in_both_branches_do_not_double_at_each_level(tmp_path):
    inside = ""
    for _ in range(10):
        inside = box(p("层", inside))
    assert found(docx(tmp_path, p(inside)))[0] == ["层"] * 10


def test_styles_in_a_circle_and_in_a_long_chain(tmp_path):
    circle = style("a", "heading 2", based_on="b") + style("b", "b", based_on="a")
    chain = "".join(style(f"s{i}", f"s{i}", based_on=f"s{i + 1}") for i in range(3000))
    body = [p("文", style=f"s{i}") for i in range(3000)]
    path = docx(tmp_path, p("甲", style="a"), *body, p("乙", style="b"), styles=circle + chain)
    assert len(found(path)[0]) == 3002


def test_lists_in_a_circle_and_in_a_long_chain(tmp_path):
    count = 2000
    links = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="n{i}"/></w:abstractNum>'
        f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>'
        for i in range(count)
    )
    linked = "".join(
        style(f"n{i}", "n", f'<w:pPr><w:numPr><w:numId w:val="{(i + 1) % count + 1}"/></w:numPr>'
              "</w:pPr>", kind="numbering")
        for i in range(count)
    )  # fmt: skip
    body = [numbered("文", num=i + 1) for i in range(count)]
    assert found(docx(tmp_path, *body, numbering=links, styles=linked))[0] == ["文"] * count


def test_a_number_that_would_be_longer_than_the_speech(tmp_path):
    path = docx(tmp_path, numbered("文"), numbering=lists(level("%1" * 100_000)))
    ((text,), _) = found(path)
    assert len(text) < 100


def test_one_picture_in_many_places_is_held_once(tmp_path):
    path = docx(tmp_path, p("甲", *[PICTURE.format("rId7")] * 500),
                **image(PNG))  # fmt: skip
    pictures = [b for b in read(path)[0].blocks if hasattr(b, "data")]
    assert len(pictures) == 500
    assert len({id(picture.data) for picture in pictures}) == 1


def test_pictures_have_a_limit_together_and_the_rest_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(media=3000))
    data = {f"word/media/a{i}.png": PNG + os.urandom(1000) for i in range(5)}
    related = [(f"p{i}", "image", f"media/a{i}.png") for i in range(5)]
    path = docx(tmp_path, p("甲", *[PICTURE.format(f"p{i}") for i in range(5)]), related=related,
                parts=data)  # fmt: skip
    manuscript, notices = read(path)
    assert len(manuscript.blocks) == 3
    assert dict(notices[0].values)["count"] == "3"


def test_a_picture_of_too_many_pixels_is_left_out(tmp_path):
    size = (60_000).to_bytes(4, "big")
    for data in (PNG[:16] + size + size + PNG[24:],
                 b"\xff\xd8\xff\xc0\x00\x0b\x08\xea\x60\xea\x60" + bytes(12)):  # fmt: skip
        path = docx(tmp_path, p("甲", PICTURE.format("rId7")),
                    **image(data))  # fmt: skip
        assert found(path) == (["甲"], ["picture-missing"])


def test_a_jpeg_of_segments_without_end(tmp_path):
    data = b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000
    path = docx(tmp_path, p("甲", PICTURE.format("rId7")),
                **image(data))  # fmt: skip
    assert found(path)[0] == ["甲"]


def test_a_header_that_thousands_refer_to_is_read_once(tmp_path):
    header = {"word/header1.xml": f"<w:hdr {NAMESPACES}>{p('内部')}</w:hdr>"}
    related = [(f"h{i}", "header", "header1.xml") for i in range(3000)]
    path = docx(tmp_path, p("甲"), related=related, parts=header)
    (notice,) = read(path)[1]
    assert dict(notice.values)["count"] == "1"


def test_the_same_complaint_in_a_thousand_wordings_is_told_a_few_times(tmp_path):
    signs = [f'<w:r><w:sym w:font="f{i}" w:char="F041"/></w:r>' for i in range(1000)]
    texts, codes = found(docx(tmp_path, p("甲", *signs)))
    assert texts == ["甲"]
    assert 2 < len(codes) < 30


def test_the_same_document_part_as_a_text_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(opc, "LIMITS", opc.LIMITS._replace(text=100_000))
    assert refused(docx(tmp_path, p("甲" * 50_000))) == "docx-too-big"
    assert refused(docx(tmp_path, f'<w:p a="{"x" * 200_000}"/>')) == "docx-too-big"


def test_names_that_never_come_again(tmp_path, monkeypatch):
    monkeypatch.setattr("publisher.readers.docx.stream.LIMITS", opc.LIMITS._replace(names=500))
    assert refused(docx(tmp_path, *[f'<w:p a{i}=""/>' for i in range(2000)])) == "docx-too-big"


def test_more_paragraphs_than_any_speech_has(tmp_path, monkeypatch):
    monkeypatch.setattr("publisher.readers.docx.LIMITS", opc.LIMITS._replace(paragraphs=50))
    assert refused(docx(tmp_path, p("甲") * 60)) == "docx-too-big"
    assert found(docx(tmp_path, "<w:p/>" * 500 + p("甲")))[0] == ["甲"]


def test_a_directory_of_endless_members_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as target:
        for i in range(1200):
            target.writestr(f"{i:0>2000}", b"")
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert refused(path) == "docx-too-big"


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_method_that_no_package_uses_is_refused(tmp_path, method):
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w", method) as target:
        for name, content in parts_of(p("甲")).items():
            assert content is not None
            target.writestr(name, content)
    assert refused(path) in {"docx-broken", "docx-not-word"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "big5"])
def test_other_encodings_are_read_and_cannot_hide_a_doctype(tmp_path, encoding):
    document = (
        f'<?xml version="1.0" encoding="{encoding}"?>{parts_of(p("規劃"))["word/document.xml"]}'
    )
    path = docx(tmp_path, parts={"word/document.xml": document.encode(encoding)})
    assert found(path)[0] == ["規劃"]
    hostile = document.replace("?>", '?><!DOCTYPE x [<!ENTITY e "x">]>', 1)
    path = docx(tmp_path, parts={"word/document.xml": hostile.encode(encoding)})
    assert refused(path) == "docx-doctype"


@pytest.mark.parametrize("encoding", ["cp037", "utf-7", "rot13", "zlib", "nonsense"])
def test_an_encoding_of_somebodys_own_is_refused(tmp_path, encoding):
    document = f'<?xml version="1.0" encoding="{encoding}"?>{parts_of(p("x"))["word/document.xml"]}'
    path = docx(tmp_path, parts={"word/document.xml": document.encode()})
    assert refused(path) == "docx-broken"


def test_reading_leaves_the_garbage_collector_as_it_was(tmp_path):
    path = docx(tmp_path, p(r("甲")))
    read(path)
    assert gc.isenabled()
    assert refused(docx(tmp_path, "<w:p>")) == "docx-broken"
    assert gc.isenabled()
