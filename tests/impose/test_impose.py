"""Whole files: what is on their sheets, where, and that it is what was on the pages."""

from __future__ import annotations

import random
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import ImageChops, ImageStat

from publisher.errors import UsageError
from publisher.geometry import PAPERS, Size, mm, pt, to_pt
from publisher.impose import impose
from publisher.impose.sheets import Fold, Rows, on_booklet, on_rows
from tests.impose.made import SLIDE, made, mm_of, on_sheets, placed, saved

A3 = PAPERS["A3"]


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 5, 8, 13, 16, 33])
def test_the_sheets_of_a_booklet_fold_into_its_pages_in_order(pages: int) -> None:
    pdf = on_sheets(made(pages), Fold())
    leaves: list[tuple[int | None, ...]] = []
    halves = []
    for sheet in pdf.pages:
        found: list[int | None] = [None, None]
        for number, matrix in placed(sheet).items():
            found[matrix[4] > mm(140) / 12_700] = number
        halves.append(found)
    for front, back in zip(halves[::2], halves[1::2]):
        leaves.append((front[1], back[0]))
    for front, back in reversed(list(zip(halves[::2], halves[1::2]))):
        leaves.append((back[1], front[0]))
    read = [page for leaf in leaves for page in leaf]
    assert read == [*range(pages), *[None] * (-pages % 4)]


def test_creep_is_measured_on_the_sheets() -> None:
    pdf = on_sheets(made(40), Fold(thickness=mm(0.15)), A3)
    right = [mm_of(placed(sheet)[2 * n][4]) for n, sheet in enumerate(pdf.pages[::2])]
    assert right == pytest.approx([210 - 0.15 * depth for depth in range(10)], abs=0.002)
    left = [mm_of(placed(sheet)[39 - 2 * n][4]) for n, sheet in enumerate(pdf.pages[::2])]
    assert left == pytest.approx([0.15 * depth for depth in range(10)], abs=0.002)


def test_pages_stay_what_they_are_and_share_what_they_shared() -> None:
    source = made(8)
    streams = [page.obj.Contents.read_bytes() for page in source.pages]
    pdf = on_sheets(source, Rows(4))
    forms = [form for sheet in pdf.pages for form in sheet.obj.Resources.XObject.values()]
    assert [form.read_bytes() for form in forms] == streams
    assert {form.Subtype for form in forms} == {Name.Form}
    assert len({form.Resources.Font.F1.objgen for form in forms}) == 1
    assert len({form.Resources.XObject.Im0.objgen for form in forms}) == 1
    images = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream)
              and obj.get("/Subtype") == Name.Image]  # fmt: skip
    assert len(images) == 1


def test_resources_of_a_parent_are_shared_and_not_copied() -> None:
    source = made(6)
    resources = source.pages[0].obj.Resources
    direct = Dictionary(Font=resources.Font, XObject=resources.XObject)
    for page in source.pages:
        del page.obj["/Resources"]
    source.Root.Pages.Resources = direct
    pdf = on_sheets(source, Fold())
    forms = [form for sheet in pdf.pages for form in sheet.obj.Resources.XObject.values()]
    assert len({form.Resources.objgen for form in forms}) == 1


def test_content_in_pieces_becomes_one_and_content_of_two_pages_serves_both() -> None:
    source = made(3)
    pieces = [source.make_stream(b"q 1 0 0 1 0 0 cm"), source.make_stream(b"/Page0 MP Q")]
    source.pages[0].obj.Contents = Array(pieces)
    source.pages[2].obj.Contents = source.pages[1].obj.Contents
    pdf = on_sheets(source, Rows(3))
    first, second, third = pdf.pages[0].obj.Resources.XObject.values()
    assert first.read_bytes() == b"q 1 0 0 1 0 0 cm\n/Page0 MP Q"
    assert second.read_bytes() == third.read_bytes()
    assert second.objgen != third.objgen


def test_a_page_that_draws_nothing_leaves_its_place_blank() -> None:
    source = made(4)
    del source.pages[1].obj["/Contents"]
    pdf = on_sheets(source, Rows(4))
    assert list(placed(pdf.pages[0])) == [0, 2, 3]


def test_nothing_of_the_old_pages_is_left() -> None:
    pdf = on_sheets(made(10), Fold())
    pages = [obj for obj in pdf.objects
             if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == Name.Page]  # fmt: skip
    assert len(pages) == len(pdf.pages) == 6


TURNS: list[dict[str, Any]] = [
    {},
    {"/Rotate": 90},
    {"/Rotate": 180},
    {"/Rotate": -90},
    {"/CropBox": [50, 100, 500, 700]},
    {"/CropBox": [50, 100, 500, 700], "/Rotate": 270},
    {"/UserUnit": 1.5},
    {"/MediaBox": [-100, -50, 495.276, 791.89]},
    {"/MediaBox": [595.276, 841.89, 0, 0]},
    {"/TrimBox": [30, 30, 565, 811], "/BleedBox": [20, 20, 575, 821]},
    {"/TrimBox": [0, 0, 10, 10]},
]


def look(page: Any, box: tuple[float, ...], size: tuple[int, int]) -> Any:
    """What a page shows in ``box`` (left, bottom, right, top), in grey, as large as ``size``."""
    width, height = page.get_size()
    crop = (box[0], box[1], width - box[2], height - box[3])
    picture = page.render(scale=size[0] / (box[2] - box[0]) * 2, crop=crop, grayscale=True)
    return picture.to_pil().resize(size)


def difference(one: Any, other: Any) -> float:
    """The mean difference of two grey pictures of one size, from 0 to 255."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


@pytest.mark.parametrize("entries", TURNS, ids=lambda entries: " ".join(entries) or "plain")
@pytest.mark.parametrize("scheme", [Fold(thickness=0, marks=False), Rows(2)], ids=["fold", "rows"])
def test_a_page_looks_on_its_sheet_as_it_looks_alone(entries: dict[str, Any], scheme: Any) -> None:
    source = made(5, boxes=[entries])
    data = saved(source)
    if "/BleedBox" in entries:
        for page in source.pages:  # what a viewer shall show is what is left when trimmed
            page.obj.CropBox = page.obj.TrimBox
    unit = entries.get("/UserUnit", 1)
    alone = pypdfium2.PdfDocument(saved(source))
    sheets = pypdfium2.PdfDocument(impose(data, scheme)[0].data)
    sizes = [Size(*(pt(side * unit) for side in page.get_size())) for page in alone]
    if isinstance(scheme, Fold):
        laid = on_booklet(sizes, PAPERS["A4"], scheme, pt(10) if "/BleedBox" in entries else 0)
    else:
        laid = on_rows(sizes, PAPERS["A4"], scheme)
    around = to_pt(laid.around)
    pictures = [look(page, (0, 0, *page.get_size()), (150, 200)) for page in alone]
    for sheet, places in zip(sheets, laid.sheets):
        for place in places.places:
            x, y, width, height = map(to_pt, place.frame)
            y = to_pt(laid.size.height) - y - height
            box = (x + around, y + around, x + width + around, y + height + around)
            seen = look(sheet, box, (150, 200))
            unlike = [difference(seen, picture) for picture in pictures]
            assert unlike[place.page] < 6
            assert unlike[place.page] < 0.6 * min(
                u for n, u in enumerate(unlike) if n != place.page
            )


def test_a_broad_page_in_an_upright_book_has_its_head_on_the_left() -> None:
    source = made(4)
    source.pages[1].obj.Rotate = 90
    pdf = on_sheets(source, Fold())
    a, b, c, d, _, _ = placed(pdf.pages[1])[1]
    assert (a, d) == (0.707071, 0.707071)  # turned back: it lies as it is in the file
    assert (b, c) == (0, 0)


def test_sheets_know_their_boxes_and_how_they_are_turned() -> None:
    pdf = on_sheets(made(4), Fold())
    for page in pdf.pages:
        assert [mm_of(float(v)) for v in page.obj.MediaBox] == pytest.approx([0, 0, 297, 210])
        assert page.obj.TrimBox == page.obj.MediaBox
    assert pdf.Root.ViewerPreferences.Duplex == Name.DuplexFlipShortEdge
    assert pdf.Root.ViewerPreferences.PrintScaling == Name("/None")
    rows = on_sheets(made(4), Rows(2))
    assert rows.Root.ViewerPreferences.Duplex == Name.DuplexFlipLongEdge


def test_a_file_for_the_press_keeps_its_bleed_its_intent_and_its_inks() -> None:
    trim, bleed = [30, 30, 625.276, 871.89], [21.5, 21.5, 633.78, 880.39]
    entries = {"/TrimBox": trim, "/BleedBox": bleed}
    source = made(4, (0, 0, 655.276, 901.89), boxes=[entries])
    profile = source.make_stream(b"a profile", N=4)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)
    source.Root.OutputIntents = Array([intent])
    pdf = on_sheets(source, Fold(), A3)
    page = pdf.pages[0]
    around = (mm_of(float(page.obj.MediaBox[2])) - 420) / 2
    assert around == pytest.approx(9, abs=0.01)
    assert [mm_of(float(v)) - around for v in page.obj.TrimBox] == pytest.approx(
        [0, 0, 420, 297], abs=0.01
    )
    assert [mm_of(float(v)) - around for v in page.obj.BleedBox] == pytest.approx(
        [-3, -3, 423, 300], abs=0.01
    )
    assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 4
    assert b"/All CS 1 SCN" in page.obj.Contents[1].read_bytes()
    assert page.obj.Resources.ColorSpace.All[1] == Name.All
    (matrix,) = placed(page).values() if len(placed(page)) == 1 else [placed(page)[0]]
    assert matrix[0] == pytest.approx(1, abs=1e-4)


def test_a_bleed_that_is_scaled_down_is_told() -> None:
    trim, bleed = [30, 30, 625.276, 871.89], [21.5, 21.5, 633.78, 880.39]
    data = saved(made(4, (0, 0, 655.276, 901.89), boxes=[{"/TrimBox": trim, "/BleedBox": bleed}]))
    assert impose(data, Fold(), A3)[1] == ()
    (told,) = impose(data, Fold())[1]
    assert (told.code, told.values) == ("impose-bleed", (("mm", "2.1"),))


def test_marks_are_grey_artifacts_and_may_be_left_out() -> None:
    with_marks = _first(made(4), Fold())
    assert b"/Artifact BMC q 0.25 w 0.5 G\n[3 2] 0 d\n420.944882 595.275591 m" in with_marks
    assert with_marks.endswith(b"EMC")
    assert b"Artifact" not in _first(made(4), Fold(marks=False))
    framed = _first(made(4), Rows(4, frames=True, cuts=True))
    # 4 edges and 8 strokes to a page; neighbours side by side share those between them
    assert framed.count(b" l\n") == 4 * 4 + 4 * 8 - 4


def _first(source: pikepdf.Pdf, scheme: Any) -> bytes:
    with on_sheets(source, scheme) as pdf:
        contents = pdf.pages[0].obj.Contents
        parts = contents if isinstance(contents, Array) else [contents]
        return b"\n".join(part.read_bytes() for part in parts)


def test_the_colour_space_in_which_pages_blend_comes_along() -> None:
    source = made(4)
    source.pages[2].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    pdf = on_sheets(source, Fold())
    groups = [page.obj.get("/Group") for page in pdf.pages]
    assert groups[0] is None
    assert Name.DeviceCMYK == groups[1].CS
    forms = [form for page in pdf.pages for form in page.obj.Resources.XObject.values()]
    assert sum("/Group" in form for form in forms) == 1


@pytest.mark.parametrize("scheme", [Fold(), Rows(6, frames=True)], ids=["fold", "rows"])
def test_the_same_file_gives_the_same_bytes(scheme: Any) -> None:
    data = saved(made(7))
    assert impose(data, scheme) == impose(data, scheme)


def test_an_old_file_stays_readable_for_old_programs() -> None:
    data = saved(made(4), object_stream_mode=pikepdf.ObjectStreamMode.disable, force_version="1.4")
    imposed, _ = impose(data, Fold())
    assert b"/ObjStm" not in imposed.data
    assert imposed.data.startswith(b"%PDF-1.4")


def test_the_file_is_hardly_larger_than_its_source() -> None:
    source, chance = made(100), random.Random(1)
    for page in source.pages:  # as much as a page of text draws
        numbers = " ".join(f"{chance.random():.3f}" for _ in range(1000))
        page.obj.Contents = source.make_stream(f"% {numbers}\n".encode("ascii"))
    data = saved(source)
    assert len(impose(data, Fold())[0].data) < 1.1 * len(data)


def test_what_was_done_is_told_in_numbers() -> None:
    imposed, notices = impose(saved(made(13)), Fold())
    assert (imposed.pages, imposed.sides) == (13, 8)
    assert imposed.scale == pytest.approx(0.7071, abs=1e-4)
    assert notices == ()
    assert impose(saved(made(14, SLIDE)), Rows(6))[0].sides == 3


def test_a_margin_without_room_is_told() -> None:
    with pytest.raises(UsageError) as raised:
        impose(saved(made(2)), Rows(2, margin=mm(100)), PAPERS["A5"])
    assert raised.value.key == "impose-margin"


def test_a_document_read_from_the_right_is_bound_there() -> None:
    source = made(4)
    source.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    pdf = on_sheets(source, Fold())
    found = placed(pdf.pages[0])
    assert found[0][4] < found[3][4]
