"""Files of ours, broken on purpose: each break is found by the check that is named for it."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from publisher.errors import InternalError
from publisher.geometry import mm
from publisher.plan import OutlineEntry, Part, Shape
from publisher.writers.pdf import selfcheck, write
from publisher.writers.pdf.selfcheck import check_archive, faults
from tests.writers.pdf.plans import BLACK, TYPEFACES, page_plan
from tests.writers.pdf.test_tags import FRAME, grid, words


@cache
def good() -> bytes:
    """Two pages with all that is checked on them."""
    first = (
        words("题目", "Title"), words("一、甲", "H1"), words("文", link=1),
        words("（一）乙", "H2"), Shape(FRAME, fill=BLACK, alt="一条线"), words("1", "Artifact"),
    )  # fmt: skip
    note = words("①注", "Note", parts=(Part(0, "Lbl"), Part(1, "P")))
    second = (grid([[("指标", "TH")], [("数", "TD")]]), note)
    outline = (OutlineEntry(1, "一、甲", 0, mm(37)), OutlineEntry(2, "（一）乙", 0, mm(60)))
    return write(page_plan(first, second, outline=outline), None, TYPEFACES)[0]


def broken(change: Callable[[Pdf], None]) -> list[str]:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        change(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return list(faults(out.getvalue()))


def elements(pdf: Pdf, role: str) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, Dictionary)
            and each.get("/S") == role and "/P" in each]  # fmt: skip


def font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].obj.Resources.Font.values()))


def metadata(old: bytes, new: bytes = b"") -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return change


def content(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        stream = pdf.pages[0].obj.Contents.read_bytes()
        assert old in stream
        pdf.pages[0].obj.Contents = Stream(pdf, stream.replace(old, new, 1))

    return change


def no_alt(pdf: Pdf) -> None:
    del elements(pdf, "/Figure")[0]["/Alt"]


def deep_heading(pdf: Pdf) -> None:
    elements(pdf, "/H3")[0].S = Name.H5


def empty_to_unicode(pdf: Pdf) -> None:
    texts = font(pdf).ToUnicode.read_bytes()
    head, marker, _ = texts.partition(b"endcodespacerange\n")
    font(pdf).ToUnicode.write(head + marker + b"1 beginbfchar\n<0001> <0000>\nendbfchar\n")


def dangling_bookmark(pdf: Pdf) -> None:
    entry = pdf.Root.Outlines.First
    for key in ("/Dest", "/A"):
        if key in entry:
            del entry[key]
    entry.Dest = Array([pdf.make_indirect(Dictionary(Type=Name.Page)), Name.Fit])


def dangling_link(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots[0].A.D = Array([pdf.make_indirect(Dictionary()), Name.Fit])


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def no_scope(pdf: Pdf) -> None:
    del elements(pdf, "/TH")[0]["/A"]


def forgotten_mark(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1] = Array(list(numbers[1])[:-1])


def link_without_words(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def link_without_annotation(pdf: Pdf) -> None:
    link = elements(pdf, "/Link")[0]
    link.K = Array([kid for kid in link.K if isinstance(kid, int)])


def font_outside(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"]


def title_hidden(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def other_title(pdf: Pdf) -> None:
    pdf.trailer.Info.Title = String("别的")


def untagged(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def nameless_note(pdf: Pdf) -> None:
    del elements(pdf, "/Note")[0]["/ID"]


def test_a_good_file_passes() -> None:
    assert list(faults(good())) == []
    check_archive(good())


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (no_alt, "elements: a figure"),
        (deep_heading, "elements: a heading of level 5 follows one of level 2"),
        (no_scope, "elements: a header cell"),
        (nameless_note, "elements: a note"),
        (link_without_annotation, "elements: a link"),
        (content(b"/Artifact<</Type/Pagination>>BDC", b"q"), "content: "),
        (content(b"EMC", b""), "content: "),
        (content(b"/MCID 0", b"/MCID 77"), "content: page 1 has a mark"),
        (forgotten_mark, "content: page 1 has a mark"),
        (empty_to_unicode, "fonts: "),
        (font_outside, "fonts: "),
        (dangling_bookmark, "destinations: the bookmark"),
        (dangling_link, "destinations: a link"),
        (no_language, "catalog: no language"),
        (title_hidden, "catalog: the title"),
        (untagged, "catalog: not tagged"),
        (no_intent, "catalog: no output intent"),
        (metadata(b"<pdfuaid:part>1</pdfuaid:part>"), "metadata: no <pdfuaid"),
        (metadata(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<"), "metadata: no <pdfaid"),
        (metadata(b'prefix="pdfuaid"', b'prefix="other"'), "metadata: "),
        (other_title, "metadata: the titles"),
        (link_without_words, "links: one on page 1 has no words"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_broken_file_is_found_by_its_check(change: Callable[[Pdf], None], check: str) -> None:
    found = broken(change)
    assert any(fault.startswith(check) for fault in found), found


def test_a_stream_that_does_not_end_as_it_must_is_found() -> None:
    data = good()
    ends = data.index(b"\nendstream")
    broken = data[:ends] + b" " + data[ends + 1 :]
    assert next(faults(broken)).startswith("streams: ")


def test_a_file_that_fails_is_not_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.writers.pdf.finish.add_structure", lambda *_: None)
    with pytest.raises(InternalError) as caught:
        write(page_plan((words("甲"),)), None, TYPEFACES)
    assert caught.value.key == "archive-unsound"
    assert caught.value.exit_code == 70


@given(
    st.lists(
        st.sampled_from([
            b"/P<</MCID 0>>BDC", b"/H1<</MCID 1>>BDC", b"/Artifact<</Type/Layout>>BDC", b"EMC",
            b"BT", b"1 0 0 1 7 7 Tm [<00bd>-20<0c>] TJ", b"0 0 9 9 re f", b"q", b"Q", b"",
        ])
    )
)  # fmt: skip
def test_a_page_that_is_seen_at_a_glance_is_sound_to_who_looks_closer(tokens: list[bytes]) -> None:
    content = b"\n".join(tokens)
    seen, found = selfcheck._in_a_row(content), set[int]()
    faults = list(selfcheck._nested(content, found))
    if seen is not None:
        assert (seen, []) == (found, faults)


def test_sequences_in_a_row_are_seen_at_a_glance() -> None:
    page = b"/P<</MCID 0>>BDC\nBT\n[<00>] TJ\nET\nEMC\n/Artifact<</Type/Layout>>BDC\nf\nEMC"
    assert selfcheck._in_a_row(page) == {0}
    assert selfcheck._in_a_row(page[:-4]) is None
    assert selfcheck._in_a_row(page + b"\nf") is None
