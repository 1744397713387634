"""A document as bytes, and read back from them."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from publisher.deflate import quick
from publisher.writers.pdf.finished import BROKEN, Finished, unpacked
from publisher.writers.pdf.objects import Document, Name, Ref, Stream, written
from publisher.writers.pdf.saving import saved

VALUES: dict[str, Any] = {
    "Yes": True,
    "No": False,
    "Nothing": None,
    "Whole": -7,
    "Part": 0.25,
    "Latin": "a (b) \\c",
    "Lines": "a\nb\x7f",
    "Han": "题目𠮷",
    "Kind": Name("application/x y#(甲)"),
    "Many": [1, [2, "三"], {"Four": Name("Four")}],
    "Digest": b"\xff\x00)",
}


def document(count: int = 1) -> Document:
    made = Document()
    made.root["Own"] = [made.add({"Number": i, **VALUES}) for i in range(count)]
    content = made.add(Stream(b"q Q\n", {}))
    made.add_page({"MediaBox": [0, 0, 9, 9], "Resources": {}, "Contents": content})
    made.root["Plain"] = made.add(Stream(b"as it is", {"Type": Name("Metadata")}, plain=True))
    made.root["Packed"] = made.add(Stream(b"\x01", {"Filter": Name("RunLengthDecode")}))
    return made


@pytest.mark.parametrize("count", [1, 99, 100, 350])
def test_what_goes_in_comes_out_in_another_program(count: int) -> None:
    data = saved(document(count), "1.7", quick)
    assert data.startswith(b"%PDF-1.7\n")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [int(each.Number) for each in pdf.Root.Own] == list(range(count))
        own = pdf.Root.Own[count - 1]
        assert own.Yes is True
        assert own.No is False
        assert own.get("/Nothing") is None
        assert (int(own.Whole), float(own.Part)) == (-7, 0.25)
        assert [str(own[f"/{key}"]) for key in ("Latin", "Lines", "Han")] == [
            VALUES[key] for key in ("Latin", "Lines", "Han")
        ]
        assert str(own.Kind) == "/application/x y#(甲)"
        assert str(own.Many[1][1]) == "三"
        assert own.Many[2].Four == "/Four"
        assert bytes(own.Digest) == VALUES["Digest"]
        assert pdf.pages[0].Contents.read_bytes() == b"q Q\n"
        assert "/Filter" not in pdf.Root.Plain
        assert pdf.Root.Packed.read_raw_bytes() == b"\x01"


@pytest.mark.parametrize("count", [1, 350])
@pytest.mark.parametrize("by", ["us", "qpdf", "qpdf, linearized"])
def test_what_is_in_a_file_is_read_back(count: int, by: str) -> None:
    data = saved(document(count), "1.7", quick)
    if by != "us":
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            mode = pikepdf.ObjectStreamMode.generate
            pdf.save(out, object_stream_mode=mode, linearize="linearized" in by)
        data = out.getvalue()
    file = Finished(data)
    own = [file.at(ref) for ref in file.root["Own"]]
    assert [each["Number"] for each in own] == list(range(count))
    read = {key: value for key, value in own[-1].items() if key not in ("Number", "Digest")}
    known = {key: value for key, value in VALUES.items() if key != "Digest"}
    assert {"Nothing": None, **read} == known
    assert [page["MediaBox"] for page in file.pages] == [[0, 0, 9, 9]]
    assert unpacked(file.of(file.pages[0], "Contents")) == b"q Q\n"


def test_objects_that_are_to_stand_alone_are_seen_without_unpacking() -> None:
    made = document()
    alone = made.add({"Title": "found"})
    made.root["Alone"] = alone
    assert b"(found)" not in saved(made, "1.7", quick)
    data = saved(made, "1.7", quick, [alone])
    assert b"(found)" in data
    assert Finished(data).of(Finished(data).root, "Alone") == {"Title": "found"}


def test_the_identifier_is_that_of_the_content() -> None:
    ids = []
    for count in (1, 1, 2):
        with pikepdf.open(io.BytesIO(saved(document(count), "1.7", quick))) as pdf:
            assert pdf.trailer.ID[0] == pdf.trailer.ID[1]
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] == ids[1] != ids[2]
    assert len(ids[0]) == 16


def test_numbers_have_no_more_digits_than_they_need() -> None:
    assert [written(value) for value in (0.5, 10.0, 841.88976, -3, 0)] == [
        "0.5", "10", "841.8898", "-3", "0",
    ]  # fmt: skip


def test_a_reference_to_nothing_is_null() -> None:
    made = document()
    made.root["Gone"] = Ref(999)
    file = Finished(saved(made, "1.7", quick))
    assert file.of(file.root, "Gone") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"startxref", b"startxxxx"),
        (b"%%EOF\n", b"%%EOF\nmore"),
        (b"/XRef", b"/XXXX"),
        (b"/W [1", b"/W [2"),
        (b" 0 obj\n<</Type /ObjStm", b" 1 obj\n<</Type /ObjStm"),
        (b"/N 5", b"/N 4"),
        (b"/First", b"/Fixed"),
        (b"/Length ", b"/Lengths "),
        (b"/Size", b"/Encrypt 1 /Size"),
    ],
)
def test_a_torn_file_is_not_read(old: bytes, new: bytes) -> None:
    data = saved(document(), "1.7", quick)
    assert data.count(old) >= 1
    head, _, tail = data.rpartition(old)
    with pytest.raises(BROKEN):
        _read(head + new + tail)


def _read(data: bytes) -> None:
    file = Finished(data)
    assert [file.at(Ref(number)) for number in range(1, 20)]
