"""Rules of what stands inside a slide as an object: tables, charts, documents, media."""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from tests.judges.opc import A, C, P, Package, R
from tests.judges.rules import number, repeated, rule

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SIGNATURES = {
    "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "gif": b"GIF8",
    "bmp": b"BM", "xlsx": b"PK\3\4", "docx": b"PK\3\4", "pptx": b"PK\3\4",
}  # fmt: skip
PROGRAMS = {"docx": "Word.Document.12", "xlsx": "Excel.Sheet.12", "pptx": "PowerPoint.Show.12"}


@rule("table")
def table(package: Package) -> Iterator[str]:
    """Every row has a cell for every column; what a span covers is marked, and only that."""
    styles = package.root("ppt/tableStyles.xml").iter(A + "tblStyle")
    known = {style.get("styleId") for style in styles}
    for slide in package.slides:
        for frame in package.root(slide).iter(P + "graphicFrame"):
            for grid in frame.iter(A + "tbl"):
                yield from (f"{slide}: {fault}" for fault in _table_faults(frame, grid))
                style = grid.findtext(f"{A}tblPr/{A}tableStyleId")
                if style not in known:
                    yield f"{slide}: there is no table style {style}"


def _table_faults(frame: ET.Element, grid: ET.Element) -> Iterator[str]:
    columns = [number(column.get("w")) for column in grid.iter(A + "gridCol")]
    rows = grid.findall(A + "tr")
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        cells = row.findall(A + "tc")
        if len(cells) != len(columns):
            yield f"row {y} has {len(cells)} cells for {len(columns)} columns"
        for x, cell in enumerate(cells):
            wide, high = number(cell.get("gridSpan", "1")), number(cell.get("rowSpan", "1"))
            merged = "hMerge" in cell.attrib or "vMerge" in cell.attrib
            if merged != ((y, x) in covered):
                yield f"cell {y}, {x} is merged without a span over it, or not merged under one"
            if not merged:
                span = {(y + j, x + i) for j in range(high) for i in range(wide)}
                covered |= span - {(y, x)}
                if y + high > len(rows) or x + wide > len(columns):
                    yield f"cell {y}, {x} spans more than there is"
    extent = frame.find(f"{P}xfrm/{A}ext")
    if extent is not None and number(extent.get("cx")) != sum(columns):
        yield f"columns add up to {sum(columns)}, not {extent.get('cx')}"


@rule("chart")
def chart(package: Package) -> Iterator[str]:
    for slide in package.slides:
        kinds = {row.id: row.kind for row in package.relationships(slide)}
        for element in package.root(slide).iter(C + "chart"):
            if kinds.get(element.get(R + "id", "")) != "chart":
                yield f"{slide}: a frame without its chart"
    for part in package.named("charts"):
        root = package.root(part)
        yield from (f"{part}: {fault}" for fault in (*_axis_faults(root), *_series_faults(root)))
        for element in root.iter(C + "delete"):
            if element.get("val") not in ("0", "1"):
                yield f"{part}: c:delete says neither yes nor no"


def _axis_faults(root: ET.Element) -> Iterator[str]:
    """Ids are unsigned (21.2.2.9), and each axis crosses one that is there."""
    axes = {
        axis.findtext(C + "axId") or _val(axis, "axId"): _val(axis, "crossAx")
        for tag in ("catAx", "valAx", "dateAx", "serAx")
        for axis in root.iter(C + tag)
    }
    for own, other in axes.items():
        if not 0 <= number(own) < 2**32:
            yield f"{own} is no axis id"
        if other not in axes or other == own:
            yield f"axis {own} crosses {other}"
    for plot in root.iter():
        if plot.tag in (C + "barChart", C + "lineChart"):
            named = [e.get("val", "") for e in plot.findall(C + "axId")]
            if sorted(named) != sorted(axes):
                yield f"plotted on {named}, the axes are {sorted(axes)}"


def _val(parent: ET.Element, tag: str) -> str:
    child = parent.find(C + tag)
    return "" if child is None else child.get("val", "")


def _series_faults(root: ET.Element) -> Iterator[str]:
    series = list(root.iter(C + "ser"))
    for tag in ("idx", "order"):
        for value in repeated([_val(each, tag) for each in series]):
            yield f"two series with {tag} {value}"
    for cache in (*root.iter(C + "strCache"), *root.iter(C + "numCache")):
        places = [number(point.get("idx")) for point in cache.findall(C + "pt")]
        if any(a >= b for a, b in pairwise(places)) or (
            places and places[-1] >= number(_val(cache, "ptCount"))
        ):
            yield f"a cache of {_val(cache, 'ptCount')} has the points {places}"


@rule("chart-data")
def chart_data(package: Package) -> Iterator[str]:
    """A chart shows the numbers of its workbook, cell by cell."""
    for part in package.named("charts"):
        books = package.related(part, "package")
        external = [e.get(R + "id") for e in package.root(part).iter(C + "externalData")]
        if len(books) != 1 or len(external) != 1:
            yield f"{part}: {len(books)} workbooks, {len(external)} of them named"
            continue
        cells = _cells(package.read(books[0])) if books[0] in package else {}
        for reference in (
            *package.root(part).iter(C + "strRef"),
            *package.root(part).iter(C + "numRef"),
        ):
            places = _places(reference.findtext(C + "f") or "")
            for point in reference.iter(C + "pt"):
                index, shown = number(point.get("idx")), point.findtext(C + "v")
                place = places[index] if index < len(places) else "nowhere"
                if cells.get(place) != shown:
                    yield f"{part}: shows {shown!r}, {place} holds {cells.get(place)!r}"


def _cells(data: bytes) -> dict[str, str]:
    """The cells of the first sheet of a workbook by their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
            shared = "xl/sharedStrings.xml"
            table = ET.fromstring(archive.read(shared)) if shared in archive.namelist() else ()
    except (zipfile.BadZipFile, KeyError, ET.ParseError):
        return {}
    strings = ["".join(t.text or "" for t in row.iter(SHEET + "t")) for row in table]
    return {cell.get("r", ""): _content(cell, strings) for cell in sheet.iter(SHEET + "c")}


def _content(cell: ET.Element, strings: list[str]) -> str:
    value = cell.findtext(SHEET + "v") or ""
    if cell.get("t") == "s":
        return strings[number(value)]
    return cell.findtext(f"{SHEET}is/{SHEET}t") or value


def _places(formula: str) -> list[str]:
    """The cells of Sheet1!$B$2:$B$4, which is one column."""
    first, _, last = formula.rpartition("!")[2].partition(":")
    _, column, start = first.split("$") if first.count("$") == 2 else ("", "", "0")
    end = last.split("$")[-1] if last else start
    return [f"{column}{row}" for row in range(number(start), number(end) + 1)]


@rule("embedded-object")
def embedded_object(package: Package) -> Iterator[str]:
    """A document in the deck is there, is called by its program, and is opened by its icon."""
    for slide in package.slides:
        rows = {row.id: row for row in package.relationships(slide)}
        for frame in package.root(slide).iter(P + "graphicFrame"):
            for ole in frame.iter(P + "oleObj"):
                name, row = ole.get("name"), rows.get(ole.get(R + "id", ""))
                if row is None or row.kind != "package":
                    yield f"{slide}: {name} is not in the deck"
                elif PROGRAMS.get(row.target.rpartition(".")[2]) != ole.get("progId"):
                    yield f"{slide}: {ole.get('progId')} does not open {row.target}"
                if not name or ole.find(P + "embed") is None or ole.get("showAsIcon") != "1":
                    yield f"{slide}: {name!r} is not an embedded icon with a name"
                actions = [e.get("action") for e in frame.iter(A + "hlinkClick")]
                if actions != ["ppaction://ole?verb=0"]:
                    yield f"{slide}: {name} is not opened by a click"
                if not list(ole.iter(A + "blip")):
                    yield f"{slide}: {name} has no icon"


@rule("media")
def media(package: Package) -> Iterator[str]:
    """A file is what its extension says: PowerPoint goes by one, and repairs by the other."""
    for part in package.parts:
        signature = SIGNATURES.get(part.rpartition(".")[2].lower())
        if signature and not package.read(part).startswith(signature):
            yield part
