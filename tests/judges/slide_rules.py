"""Rules of slides, layouts, masters and notes (ECMA-376 part 1, 19 and 20)."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.judges.opc import ADEC, MAIN, A, P, Package
from tests.judges.rules import number, repeated, rule

LITERAL = {A + tag for tag in ("srgbClr", "sysClr", "prstClr", "scrgbClr", "hslClr")}
ONE_OF = {
    "slides": "slideLayout",
    "slideLayouts": "slideMaster",
    "slideMasters": "theme",
    "notesSlides": "notesMaster",
    "notesMasters": "theme",
    "handoutMasters": "theme",
}


@rule("one-parent")
def one_parent(package: Package) -> Iterator[str]:
    for folder, kind in ONE_OF.items():
        for part in package.named(folder):
            count = len(package.related(part, kind))
            if count != 1:
                yield f"{part}: {count} relationships to a {kind}"


@rule("notes")
def notes(package: Package) -> Iterator[str]:
    for slide in package.slides:
        for page in package.related(slide, "notesSlide"):
            if package.related(page, "slide") != [slide]:
                yield f"{page}: does not lead back to {slide}"
    for page in package.named("notesSlides"):
        for slide in package.related(page, "slide"):
            if page not in package.related(slide, "notesSlide"):
                yield f"{slide}: does not lead to {page}"


@rule("placeholder")
def placeholder(package: Package) -> Iterator[str]:
    parents = [(s, "slideLayout") for s in package.slides]
    parents += [(n, "notesMaster") for n in package.named("notesSlides")]
    for part, kind in parents:
        for parent in package.related(part, kind):
            known = {_ph(ph) for ph in package.root(parent).iter(P + "ph")}
            for ph in package.root(part).iter(P + "ph"):
                if _ph(ph) not in known:
                    yield f"{part}: {_ph(ph)} is not in {parent}"
        for value in repeated([str(_ph(ph)) for ph in package.root(part).iter(P + "ph")]):
            yield f"{part}: {value} twice"


def _ph(ph: ET.Element) -> tuple[str, str]:
    kind = ph.get("type", "obj")
    # A title is found by its type alone (ECMA-376 19.7.10), everything else by its index.
    return ("title", "") if kind in ("title", "ctrTitle") else (kind, ph.get("idx", "0"))


@rule("title")
def title(package: Package) -> Iterator[str]:
    for slide in package.slides:
        shapes = [
            s
            for s in package.root(slide).iter(P + "sp")
            if any(_ph(ph) == ("title", "") for ph in s.iter(P + "ph"))
        ]
        if len(shapes) != 1:
            yield f"{slide}: {len(shapes)} title placeholders"
        elif not "".join(t.text or "" for t in shapes[0].iter(A + "t")).strip():
            yield f"{slide}: the title is empty"


def drawn(package: Package) -> list[str]:
    """The parts that hold shapes."""
    folders = (
        "slides",
        "slideLayouts",
        "slideMasters",
        "notesSlides",
        "notesMasters",
        "handoutMasters",
    )
    return [part for folder in folders for part in package.named(folder)]


@rule("shape-id")
def shape_id(package: Package) -> Iterator[str]:
    for part in drawn(package):
        root = package.root(part)
        # The picture that stands for an embedded object has no identity of its own.
        inner = {e for ole in root.iter(P + "oleObj") for e in ole.iter(P + "cNvPr")}
        ids = [e.get("id", "") for e in root.iter(P + "cNvPr") if e not in inner]
        for value in repeated(ids):
            yield f"{part}: {value} twice"
        for value in ids:
            if number(value) < 1:
                yield f"{part}: {value!r} is no shape id"


@rule("alternative-text")
def alternative_text(package: Package) -> Iterator[str]:
    for slide in package.slides:
        root = package.root(slide)
        inner = {e for ole in root.iter(P + "oleObj") for e in ole.iter(P + "pic")}
        for tag in ("pic", "graphicFrame"):
            for frame in root.iter(P + tag):
                if frame in inner:
                    continue
                properties = next(frame.iter(P + "cNvPr"), ET.Element("none"))
                marked = any(d.get("val") == "1" for d in properties.iter(ADEC + "decorative"))
                if not (properties.get("descr") or marked):
                    yield f"{slide}: {properties.get('name')} has none"


@rule("text-body")
def text_body(package: Package) -> Iterator[str]:
    for part in drawn(package):
        for element in package.root(part).iter():
            if element.tag in (P + "txBody", A + "txBody") and element.find(A + "p") is None:
                yield f"{part}: a text body without a paragraph"


@rule("language")
def language(package: Package) -> Iterator[str]:
    for part in [*package.slides, *package.named("notesSlides")]:
        for run in package.root(part).iter(A + "r"):
            properties = run.find(A + "rPr")
            if properties is None or not properties.get("lang"):
                yield f"{part}: 「{(run.findtext(A + 't') or '')[:12]}」 has no lang"


@rule("east-asian-font")
def east_asian_font(package: Package) -> Iterator[str]:
    for part in [*drawn(package), MAIN]:
        for element in package.root(part).iter():
            latin, asian = element.find(A + "latin"), element.find(A + "ea")
            if latin is not None and asian is None:
                yield f"{part}: {latin.get('typeface')} for Latin, none for Chinese"
    for part in package.named("theme"):
        for tag in ("majorFont", "minorFont"):
            for fonts in package.root(part).iter(A + tag):
                asian = fonts.find(A + "ea")
                hans = [f for f in fonts.iter(A + "font") if f.get("script") == "Hans"]
                if asian is None or not (asian.get("typeface") or hans):
                    yield f"{part}: {tag} has no Chinese typeface"


@rule("theme-colour")
def theme_colour(package: Package) -> Iterator[str]:
    # Swapping the theme part alone must restyle the deck: slides, charts, tables, the pen.
    for part in package.parts:
        if not part.endswith(".xml") or part.startswith("ppt/theme/"):
            continue
        for element in package.root(part).iter():
            if element.tag in LITERAL:
                yield f"{part}: the literal colour {element.get('val')}"


@rule("inside-the-slide")
def inside_the_slide(package: Package) -> Iterator[str]:
    size = package.root(MAIN).find(P + "sldSz")
    width, height = (number(size.get(k)) for k in ("cx", "cy")) if size is not None else (0, 0)
    for slide in package.slides:
        for shape in package.root(slide).findall(f"{P}cSld/{P}spTree/*"):
            name = next((e.get("name") for e in shape.iter(P + "cNvPr")), None)
            for transform in [*shape.findall(f"*/{A}xfrm"), *shape.findall(P + "xfrm")]:
                x, y = _pair(transform, "off", "x", "y")
                w, h = _pair(transform, "ext", "cx", "cy")
                if w < 0 or h < 0 or x < 0 or y < 0 or x + w > width or y + h > height:
                    yield f"{slide}: {name} at {x}, {y}, {w} × {h}"


def _pair(transform: ET.Element, tag: str, first: str, second: str) -> tuple[int, int]:
    element = transform.find(A + tag)
    if element is None:
        return 0, 0
    # Not number(): a negative offset must stay one.
    return int(element.get(first, "0")), int(element.get(second, "0"))


@rule("control-character")
def control_character(package: Package) -> Iterator[str]:
    # Legal in XML, but PowerPoint writes them as _x000B_ and shows them so.
    for part in [*package.slides, *package.named("notesSlides")]:
        for element in package.root(part).iter(A + "t"):
            if re.search(r"[\x00-\x1f\x7f-\x9f]|_x[0-9A-F]{4}_", element.text or ""):
                yield f"{part}: {element.text!r}"
