"""What is said of pages is carried over to their sheets: structure, links, bookmarks, labels."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from publisher.geometry import PAPERS
from publisher.impose import impose
from publisher.impose.labels import labels_of, sheet_label
from publisher.impose.sheets import Fold, Rows
from publisher.seal import is_untouched, sealed
from tests.impose.made import (
    made,
    on_sheets,
    opened,
    placed,
    saved,
    tagged,
    with_bookmarks,
    with_link,
)

SCALE = 210 / 297


def sheet_of(pdf: pikepdf.Pdf, obj: pikepdf.Object) -> int:
    return [page.obj.objgen for page in pdf.pages].index(obj.objgen)


def where(pdf: pikepdf.Pdf, number: int) -> tuple[int, tuple[float, ...]]:
    """The sheet on which a page is, and its matrix there."""
    return next(
        (index, found[number])
        for index, sheet in enumerate(pdf.pages)
        if number in (found := placed(sheet))
    )


def on_sheet(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


# --- structure ---------------------------------------------------------------------------


@pytest.fixture(params=[Fold(), Rows(2), Rows(1)], ids=["fold", "two", "one"])
def tree(request: pytest.FixtureRequest) -> pikepdf.Pdf:
    return on_sheets(tagged(), request.param)


def kids(element: pikepdf.Object) -> list[Any]:
    found = element.K
    return list(found) if isinstance(found, Array) else [found]


def test_every_piece_of_text_is_found_by_its_form(tree: pikepdf.Pdf) -> None:
    forms = {
        number: form
        for sheet in tree.pages
        for number, form in zip(placed(sheet), sheet.obj.Resources.XObject.values())
    }
    heading, paragraph, figure, link = tree.Root.StructTreeRoot.K.K
    assert kids(heading)[0].MCID == 0
    assert [kid.MCID for kid in kids(paragraph)] == [1, 0]
    assert [kid.Stm.objgen for kid in kids(paragraph)] == [forms[0].objgen, forms[1].objgen]
    assert kids(figure)[0].Stm.objgen == forms[1].objgen
    assert [kid.get("/MCID") for kid in kids(link)] == [2, None]
    for element in (heading, paragraph, figure, link):
        for kid in kids(element):
            assert kid.Type in {Name.MCR, Name.OBJR}
            page = kid.get("/Pg", element.Pg)
            sheet = tree.pages[sheet_of(tree, page)]
            if kid.Type == Name.MCR:
                on_it = [form.objgen for form in sheet.obj.Resources.XObject.values()]
                assert kid.Stm.objgen in on_it


def test_the_parent_tree_answers_for_forms_as_it_did_for_pages(tree: pikepdf.Pdf) -> None:
    numbers = tree.Root.StructTreeRoot.ParentTree.Nums
    parents = dict(zip([int(n) for n in list(numbers)[::2]], list(numbers)[1::2]))
    for sheet in tree.pages:
        assert "/StructParents" not in sheet.obj
        for form in sheet.obj.Resources.XObject.values():
            elements = parents[int(form.StructParents)]
            marked = re.findall(rb"/(\w+) <</MCID (\d+)>>", form.read_bytes())
            assert [str(elements[int(mcid)].S) for _, mcid in marked] == [
                f"/{tag.decode()}" for tag, _ in marked
            ]


def test_reading_order_and_words_about_the_document_stay(tree: pikepdf.Pdf) -> None:
    assert [str(element.S) for element in tree.Root.StructTreeRoot.K.K] == [
        "/H1", "/P", "/Figure", "/Link",
    ]  # fmt: skip
    assert tree.Root.MarkInfo.Marked
    assert str(tree.Root.Lang) == "en"
    assert tree.Root.ViewerPreferences.DisplayDocTitle


def test_the_box_of_a_figure_is_told_in_the_units_of_its_sheet(tree: pikepdf.Pdf) -> None:
    figure = tree.Root.StructTreeRoot.K.K[2]
    _, matrix = where(tree, 1)
    corners = [*on_sheet(matrix, 100, 300), *on_sheet(matrix, 300, 400)]
    assert [float(v) for v in figure.A.BBox] == pytest.approx(corners, abs=0.001)


def test_a_link_stays_an_element_with_its_annotation(tree: pikepdf.Pdf) -> None:
    link = tree.Root.StructTreeRoot.K.K[3]
    annotation = kids(link)[1].Obj
    index, _ = where(tree, 1)
    assert [a.objgen for a in tree.pages[index].obj.Annots] == [annotation.objgen]
    assert annotation.StructParent == 2
    assert tree.pages[index].obj.Tabs == Name.S


def test_a_reference_to_an_annotation_that_is_gone_goes_too() -> None:
    source = tagged()
    source.pages[1].obj.Annots[0].Subtype = Name.Text
    pdf = on_sheets(source, Fold())
    link = pdf.Root.StructTreeRoot.K.K[3]
    assert [kid.MCID for kid in kids(link)] == [2]


def test_a_tree_that_bites_its_tail_does_not_hang() -> None:
    source = tagged()
    heading = source.Root.StructTreeRoot.K.K[0]
    heading.K = Array([0, source.Root.StructTreeRoot.K])
    pdf = on_sheets(source, Fold())
    assert pdf.Root.StructTreeRoot.K.K[0].K[0].MCID == 0


# --- links and bookmarks -----------------------------------------------------------------


def test_links_stand_where_their_words_stand_and_lead_to_the_sheet() -> None:
    source = made(8)
    with_link(source, 2, 5)
    pdf = on_sheets(source, Fold())
    index, matrix = where(pdf, 2)
    (link,) = pdf.pages[index].obj.Annots
    corners = [*on_sheet(matrix, 100, 500), *on_sheet(matrix, 200, 520)]
    assert [float(v) for v in link.Rect] == pytest.approx(corners, abs=0.001)
    assert link.P.objgen == pdf.pages[index].obj.objgen
    target = link.A.D
    there, matrix = where(pdf, 5)
    assert sheet_of(pdf, target[0]) == there
    assert target[1] == Name.XYZ
    assert [float(v) for v in target[2:4]] == pytest.approx(on_sheet(matrix, 0, 841.89), abs=0.001)


def test_a_link_to_the_world_is_left_as_it_is() -> None:
    source = made(2)
    link = with_link(source, 0, 1)
    link.A = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    pdf = on_sheets(source, Rows(2))
    assert str(pdf.pages[0].obj.Annots[0].A.URI) == "https://example.org/"


def test_bookmarks_lead_to_the_page_on_its_sheet() -> None:
    pdf = on_sheets(with_bookmarks(made(7)), Fold())
    names = list(pdf.Root.Names.Dests.Names)
    named = dict(zip(map(str, names[::2]), names[1::2]))
    with pdf.open_outline() as outline:
        targets = [item.destination for item in outline.root]
    assert len(targets) == 7
    for number, target in enumerate(targets):
        index, matrix = where(pdf, number)
        if number % 3 == 2:
            target = named[str(target)]
        assert sheet_of(pdf, target[0]) == index
        if number % 3 == 0:
            assert [float(v) for v in target[2:4]] == pytest.approx(
                on_sheet(matrix, 100, 400), abs=0.001
            )
        elif number % 3 == 1:
            assert target[1] == Name.FitR
            corners = [*on_sheet(matrix, 0, 0), *on_sheet(matrix, 595.276, 841.89)]
            assert [float(v) for v in target[2:6]] == pytest.approx(corners, abs=0.001)
        else:
            assert [float(v) for v in target[2:4]] == pytest.approx(
                on_sheet(matrix, 0, 400), abs=0.001
            )


def test_a_destination_that_several_share_is_moved_once() -> None:
    source = made(4)
    shared = source.make_indirect(Array([source.pages[3].obj, Name.XYZ, 10, 20, 0]))
    for page in (0, 1):
        with_link(source, page, 3).A = Dictionary(S=Name.GoTo, D=shared)
    source.Root.Dests = Dictionary(last=shared)
    pdf = on_sheets(source, Fold())
    index, matrix = where(pdf, 3)
    target = pdf.Root.Dests["/last"]
    assert sheet_of(pdf, target[0]) == index
    assert [float(v) for v in target[2:4]] == pytest.approx(on_sheet(matrix, 10, 20), abs=0.001)


# --- annotations -------------------------------------------------------------------------


def with_note(pdf: pikepdf.Pdf, kind: str, flags: int, *, shown: bool) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[50, 60, 90, 80], F=flags)
    if shown:
        look = pdf.make_stream(b"0 0 1 rg 0 0 10 10 re f", Subtype=Name.Form, BBox=[0, 0, 10, 10])
        note.AP = Dictionary(N=look)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
    if kind == "Widget":
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))


@pytest.mark.parametrize(
    ("kind", "flags", "shown", "drawn", "lost"),
    [
        ("Stamp", 4, True, True, 0),
        ("Widget", 4, True, True, 0),
        ("Text", 0, True, False, 1),  # not for paper
        ("Text", 4, False, False, 1),
        ("Stamp", 6, True, False, 0),  # hidden: nobody misses it
        ("Popup", 0, False, False, 0),
    ],
)
def test_what_shows_on_paper_is_drawn_and_the_rest_is_told(
    kind: str, flags: int, shown: bool, drawn: bool, lost: int
) -> None:
    source = made(2)
    with_note(source, kind, flags, shown=shown)
    imposed, notices = impose(saved(source), Rows(2))
    with opened(imposed.data) as pdf:
        sheet = pdf.pages[0].obj
        content = sheet.Contents.read_bytes()
        assert ("/P0A0" in sheet.Resources.XObject) == drawn
        assert (b"/Artifact BMC q 4 0 0 2 50 60 cm /P0A0 Do Q EMC" in content) == drawn
        assert "/Annots" not in sheet
    told = dict(notices[0].values) if notices and kind != "Widget" else {}
    assert told == ({"count": str(lost)} if lost else {})


def test_a_form_is_printed_and_a_signature_is_told_to_be_lost() -> None:
    source = made(2)
    with_note(source, "Widget", 4, shown=True)
    imposed, notices = impose(saved(source), Rows(2))
    assert [n.code for n in notices] == ["impose-fields"]
    with opened(imposed.data) as pdf:
        assert "/AcroForm" not in pdf.Root
    source.Root.AcroForm.SigFlags = 3
    assert [n.code for n in impose(saved(source), Rows(2))[1]] == ["impose-signed"]


# --- the catalog -------------------------------------------------------------------------


def test_sheets_are_called_after_their_pages() -> None:
    pdf = on_sheets(made(8), Fold())
    assert [page.label for page in pdf.pages] == ["8, 1", "2, 7", "6, 3", "4, 5"]
    rows = on_sheets(made(8), Rows(4))
    assert [page.label for page in rows.pages] == ["1–4", "5–8"]


@pytest.mark.parametrize(
    ("labels", "label"),
    [(["1", "2", "3"], "1–3"), (["1", "2"], "1, 2"), (["i", "ii", "1"], "i, ii, 1"),
     (["1", "3", "4"], "1, 3, 4"), (["", "1"], "1"), ([], "")],
)  # fmt: skip
def test_a_label_names_a_run_or_each_page(labels: list[str], label: str) -> None:
    assert sheet_label(labels) == label


def test_labels_of_the_source_are_what_sheets_are_called_after() -> None:
    source = made(4)
    source.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.r), 2, Dictionary(S=Name.D)])
    assert [page.label for page in on_sheets(source, Fold()).pages] == ["2, i", "ii, 1"]


def test_pages_are_called_as_other_programs_call_them() -> None:
    source = made(60)
    ranges = [0, {"S": Name.r}, 5, {"S": Name.D, "St": 4}, 9, {"S": Name.A, "St": 22}, 14, {},
              15, {"P": String("附-"), "S": Name.R, "St": 398}, 19, {"S": Name.a, "St": 1},
              21, {"P": String("封底")}, 22, {"S": Name.D}]  # fmt: skip
    source.Root.PageLabels = Dictionary(
        Nums=[Dictionary(**entry) if isinstance(entry, dict) else entry for entry in ranges]
    )
    with opened(saved(source)) as pdf:
        assert labels_of(pdf, 60) == tuple(page.label for page in pdf.pages)
        assert labels_of(pdf, 60)[15:17] == ("附-CCCXCVIII", "附-CCCXCIX")


def test_letters_are_doubled_behind_z() -> None:
    source = made(2)
    source.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.a, St=27)])
    assert labels_of(source, 2) == ("aa", "bb")


def test_what_is_so_no_longer_goes_and_what_is_still_so_stays() -> None:
    source = made(4)
    root = source.Root
    root.OpenAction = Array([source.pages[2].obj, Name.Fit])
    root.PageLayout = Name.TwoPageRight
    root.Names = Dictionary(
        JavaScript=Dictionary(Names=[]), EmbeddedFiles=Dictionary(Names=["a", Dictionary()])
    )
    root.AF = Array([Dictionary(AFRelationship=Name.Source)])
    source.docinfo["/Title"] = "讲话"
    pdf = on_sheets(source, Fold(), PAPERS["A3"])
    assert not {"/OpenAction", "/PageLayout"} & set(pdf.Root.keys())
    assert list(pdf.Root.Names.keys()) == ["/EmbeddedFiles"]
    assert pdf.Root.AF[0].AFRelationship == Name.Source
    assert str(pdf.docinfo["/Title"]) == "讲话"


PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="uuid:7" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"{}>{}'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)
OLD = "publisher-seal:" + "a" * 64


@pytest.mark.parametrize(
    "packet",
    [
        None,
        PACKET.format("", f"<xmpMM:InstanceID>{OLD}</xmpMM:InstanceID>"),
        PACKET.format("", "<xmpMM:InstanceID>uuid:1</xmpMM:InstanceID>"),
        PACKET.format(' xmpMM:InstanceID="uuid:1"', ""),
        PACKET.format("", "<xmpMM:DocumentID>uuid:2</xmpMM:DocumentID>"),
    ],
    ids=["none", "ours", "element", "attribute", "without"],
)
def test_every_file_gets_a_seal_of_its_own(packet: str | None) -> None:
    source = made(4)
    if packet:
        source.Root.Metadata = source.make_stream(
            packet.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML
        )
    data = sealed(impose(saved(source), Fold())[0].data)
    assert is_untouched(data)
    assert not is_untouched(data.replace(b"%PDF-1.5", b"%PDF-1.6"))
    with opened(data) as pdf:
        words = pdf.Root.Metadata.read_bytes()
        assert words.count(b"publisher-seal:") == 1
        assert b"uuid:1" not in words
        if packet:
            assert b"xmpMM:InstanceID" in words
            assert words.count(b'rdf:about="uuid:7"') == words.count(b"rdf:about")
        with pdf.open_metadata() as meta:
            assert str(meta["xmpMM:InstanceID"]).startswith("publisher-seal:")
