"""PDFs made for the tests: each page says which it is, so that it is known again on a sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher.geometry import PER_MM, PER_POINT
from publisher.impose import Scheme, impose

A4 = (0, 0, 595.276, 841.89)
SLIDE = (0, 0, 960, 540)


def made(
    count: int = 4, media: Sequence[float] = A4, *, boxes: Sequence[dict[str, Any]] = ()
) -> pikepdf.Pdf:
    """``count`` pages with one font and one picture between them; ``boxes`` add entries to each
    page in turn (/Rotate, /CropBox, …)."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                   Encoding=Name.WinAnsiEncoding)
    )  # fmt: skip
    image = pdf.make_stream(bytes(range(256)) * 3, Type=Name.XObject, Subtype=Name.Image,
                            Width=16, Height=16, ColorSpace=Name.DeviceRGB,
                            BitsPerComponent=8)  # fmt: skip
    resources = pdf.make_indirect(
        Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im0=image))
    )
    for number in range(count):
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(list(media)),
            Resources=resources,
            Contents=pdf.make_stream(drawing(number, media)),
        )
        for key, value in (boxes[number % len(boxes)] if boxes else {}).items():
            page[key] = Array(value) if isinstance(value, (list, tuple)) else value
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def drawing(number: int, media: Sequence[float]) -> bytes:
    """A page that is unlike itself turned or mirrored, and unlike the others."""
    left, bottom, right, top = media
    width, height = right - left, top - bottom
    bar = 0.1 + 0.8 * ((number * 7) % 23) / 23
    return (
        f"/Page{number} MP\n"
        f"q 0.9 g {left} {bottom} {width} {height} re f Q\n"
        f"q 0.1 g {left + 0.1 * width} {bottom + 0.7 * height} {bar * width * 0.8} "
        f"{0.2 * height} re f\n"
        f"{left + 0.1 * width} {bottom + 0.1 * height} {0.15 * width} {0.4 * height} re f Q\n"
        f"BT /F1 24 Tf {left + 0.4 * width} {bottom + 0.4 * height} Td (page {number}) Tj ET\n"
        f"q 40 0 0 40 {left + 0.6 * width} {bottom + 0.2 * height} cm /Im0 Do Q"
    ).encode("ascii")


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    out = io.BytesIO()
    options.setdefault("object_stream_mode", pikepdf.ObjectStreamMode.generate)
    pdf.save(out, deterministic_id=True, **options)
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def on_sheets(pdf: pikepdf.Pdf, scheme: Scheme, *paper: Any) -> pikepdf.Pdf:
    """The file that is imposed, read back."""
    return opened(impose(saved(pdf), scheme, *paper)[0].data)


def placed(sheet: pikepdf.Page) -> dict[int, tuple[float, ...]]:
    """The matrix of each page on a sheet, by its number, in the order of drawing."""
    found: dict[int, tuple[float, ...]] = {}
    matrix: tuple[float, ...] = ()
    for operands, operator in pikepdf.parse_content_stream(sheet):
        if str(operator) == "cm":
            matrix = tuple(map(float, operands))
        elif str(operator) == "Do":
            form = sheet.obj.Resources.XObject[str(operands[0])]
            name = re.search(rb"/Page(\d+) MP", form.read_bytes())
            if name:
                found[int(name[1])] = matrix
    return found


def mm_of(points: float) -> float:
    return points * PER_POINT / PER_MM


def with_bookmarks(pdf: pikepdf.Pdf) -> pikepdf.Pdf:
    """A bookmark to each page: its middle, the whole page, or by a name."""
    with pdf.open_outline() as outline:
        for number, page in enumerate(pdf.pages):
            if number % 3 == 0:
                target: Any = Array([page.obj, Name.XYZ, 100, 400, 0])
            elif number % 3 == 1:
                target = Array([page.obj, Name.Fit])
            else:
                target = String(f"page{number}")
            outline.root.append(pikepdf.OutlineItem(f"page {number}", target))
    names: list[Any] = []
    for number, page in enumerate(pdf.pages):
        names += [f"page{number}", Array([page.obj, Name.FitH, 400])]
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
    return pdf


def with_link(pdf: pikepdf.Pdf, page: int, to: int) -> pikepdf.Object:
    """A link over (100, 500, 200, 520) of one page to another; the annotation."""
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=[100, 500, 200, 520],
            F=4,
            P=pdf.pages[page].obj,
            Contents="to a page",
            A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[to].obj, Name.XYZ, 0, 841.89, 0])),
        )
    )
    annotations = pdf.pages[page].obj.get("/Annots", Array())
    annotations.append(link)
    pdf.pages[page].obj.Annots = annotations
    return link


_TAGGED = (
    b"""/H1 <</MCID 0>> BDC BT /F1 20 Tf 100 700 Td (Heading) Tj ET EMC
/P <</MCID 1>> BDC BT /F1 12 Tf 100 600 Td (Begins here ) Tj ET EMC
/Artifact BMC 0 0 50 5 re f EMC /Page0 MP""",
    b"""/P <</MCID 0>> BDC BT /F1 12 Tf 100 700 Td (and ends there.) Tj ET EMC
/Figure <</MCID 1>> BDC 100 300 200 100 re f EMC
/Link <</MCID 2>> BDC BT /F1 12 Tf 100 505 Td (back) Tj ET EMC /Page1 MP""",
)


def tagged() -> pikepdf.Pdf:
    """Two pages: a heading, a paragraph that crosses them, a figure, a link."""
    pdf = made(2)
    for number, (page, text) in enumerate(zip(pdf.pages, _TAGGED)):
        page.obj.Contents = pdf.make_stream(text)
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
    first, second = (page.obj for page in pdf.pages)
    annotation = with_link(pdf, 1, 0)
    annotation.StructParent = 2
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))

    def element(kind: str, page: pikepdf.Object, kids: Any, **more: Any) -> pikepdf.Object:
        return pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem, S=Name(f"/{kind}"), P=document, Pg=page, K=kids, **more
            )
        )

    heading = element("H1", first, 0)
    crossing = Dictionary(Type=Name.MCR, Pg=second, MCID=0)
    paragraph = element("P", first, Array([1, crossing]))
    box = Dictionary(O=Name.Layout, BBox=[100, 300, 300, 400], Placement=Name.Block)
    figure = element("Figure", second, 1, Alt="a black box", A=box)
    reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=second)
    link = element("Link", second, Array([2, reference]))
    document.K = Array([heading, paragraph, figure, link])
    root.K = document
    root.ParentTree = Dictionary(
        Nums=[0, Array([heading, paragraph]), 1, Array([paragraph, figure, link]), 2, link]
    )
    root.ParentTreeNextKey = 3
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    return pdf
