"""Rules of the zip, the package (ECMA-376 part 2) and presentation.xml."""

import re
from collections.abc import Iterator

from tests.judges.opc import CONTENT_TYPES, MAIN, P14, PKG_CT, P, Package, R
from tests.judges.rules import number, repeated, rule


@rule("well-formed")
def well_formed(package: Package) -> Iterator[str]:
    for name in [*package.parts, CONTENT_TYPES]:
        if name.endswith((".xml", ".rels")):
            package.root(name)
    for name, why in sorted(package.malformed.items()):
        yield f"{name}: {why}"


@rule("member-name")
def member_name(package: Package) -> Iterator[str]:
    # Part 2, 6.2.2 and annex B: Office opens nothing that is encrypted or packed in another way.
    for info in package.infos:
        name = info.filename
        if not name.isascii() or "\\" in name or name.startswith("/") or "//" in name:
            yield f"{name} is no part name"
        if set(name.split("/")) & {".", ".."} or name.endswith("/"):
            yield f"{name} is no part"
        if info.compress_type not in (0, 8) or info.flag_bits & 1:
            yield f"{name} is packed in a way of its own"


@rule("content-types-first")
def content_types_first(package: Package) -> Iterator[str]:
    if package.infos[0].filename != CONTENT_TYPES:
        yield f"the first member is {package.infos[0].filename}"


@rule("duplicate-member")
def duplicate_member(package: Package) -> Iterator[str]:
    # Part names are compared without case (part 2, 6.2.2.3).
    yield from repeated([info.filename.lower() for info in package.infos])


@rule("fixed-dates")
def fixed_dates(package: Package) -> Iterator[str]:
    for info in package.infos:
        if info.date_time != (1980, 1, 1, 0, 0, 0):
            yield f"{info.filename}: {info.date_time}"


@rule("content-type")
def content_type(package: Package) -> Iterator[str]:
    types = package.root(CONTENT_TYPES)
    defaults = {d.get("Extension", "").lower() for d in types.iter(PKG_CT + "Default")}
    overrides = [o.get("PartName", "").lstrip("/") for o in types.iter(PKG_CT + "Override")]
    for name in repeated(overrides):
        yield f"{name}: two overrides"
    for name in overrides:
        if name not in package:
            yield f"{name}: has a type but does not exist"
    for name in package.parts:
        if name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name}: has no type"
        elif name not in overrides and name.endswith(".xml"):
            yield f"{name}: is only application/xml"


@rule("relationship-target")
def relationship_target(package: Package) -> Iterator[str]:
    for part in ["", *package.parts]:
        rows = package.relationships(part)
        for name in repeated([row.id for row in rows]):
            yield f"{part}: two relationships {name}"
        for row in rows:
            if not row.external and row.target not in package:
                yield f"{part}: {row.id} leads to {row.target}, which does not exist"


OFFICE = "application/vnd.openxmlformats-officedocument."
# What kind of relationship leads to what type of part.
TYPES = {
    "slide": f"{OFFICE}presentationml.slide+xml",
    "slideLayout": f"{OFFICE}presentationml.slideLayout+xml",
    "slideMaster": f"{OFFICE}presentationml.slideMaster+xml",
    "notesSlide": f"{OFFICE}presentationml.notesSlide+xml",
    "notesMaster": f"{OFFICE}presentationml.notesMaster+xml",
    "handoutMaster": f"{OFFICE}presentationml.handoutMaster+xml",
    "theme": f"{OFFICE}theme+xml",
    "presProps": f"{OFFICE}presentationml.presProps+xml",
    "viewProps": f"{OFFICE}presentationml.viewProps+xml",
    "tableStyles": f"{OFFICE}presentationml.tableStyles+xml",
    "chart": f"{OFFICE}drawingml.chart+xml",
    "extended-properties": f"{OFFICE}extended-properties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "package": OFFICE,
    "image": "image/",
    "font": "application/x-fontdata",
}


@rule("relationship-type")
def relationship_type(package: Package) -> Iterator[str]:
    for part in ["", *package.parts]:
        for row in package.relationships(part):
            wanted, found = TYPES.get(row.kind, ""), package.types.get(row.target, "")
            if not row.external and row.target in package and not found.startswith(wanted):
                yield f"{part}: {row.target} is {found}, no {row.kind}"


@rule("relationship-used")
def relationship_used(package: Package) -> Iterator[str]:
    for part in package.parts:
        if not part.endswith(".xml"):
            continue
        known = {row.id for row in package.relationships(part)}
        for element in package.root(part).iter():
            for name, value in element.attrib.items():
                if name.startswith(R) and value and value not in known:
                    yield f"{part}: {value} has no relationship"


@rule("orphan-part")
def orphan_part(package: Package) -> Iterator[str]:
    reached: set[str] = set()
    queue = [""]
    while queue:
        for row in package.relationships(queue.pop()):
            if not row.external and row.target not in reached:
                reached.add(row.target)
                queue.append(row.target)
    for name in package.parts:
        if name not in reached:
            yield name


DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
"""W3CDTF, as far as core properties have it (part 2, 8.3)."""


@rule("properties")
def properties(package: Package) -> Iterator[str]:
    for kind in ("core-properties", "extended-properties"):
        if not package.related("", kind):
            yield f"no {kind}"
    for part in package.related("", "core-properties"):
        words = {e.tag.rpartition("}")[2]: (e.text or "").strip() for e in package.root(part)}
        for name in ("title", "language"):
            if not words.get(name):
                yield f"{part}: no {name}"
        for name in ("created", "modified"):
            if name in words and not re.fullmatch(DATE, words[name]):
                yield f"{part}: {name} {words[name]!r}"
        if words.get("category"):
            yield f"{part}: filed under {words['category']}"


@rule("counts")
def counts(package: Package) -> Iterator[str]:
    """What the file says that it holds, it holds."""
    noted = sum(bool(package.related(slide, "notesSlide")) for slide in package.slides)
    hidden = sum(package.root(slide).get("show") in ("0", "false") for slide in package.slides)
    true = {"Slides": len(package.slides), "Notes": noted, "HiddenSlides": hidden}
    for part in package.related("", "extended-properties"):
        for element in package.root(part):
            name = element.tag.rpartition("}")[2]
            if name in true and element.text != str(true[name]):
                yield f"{part}: {element.text} {name}, there are {true[name]}"


ID_LISTS = {
    (MAIN, "sldMasterIdLst"): "slideMaster",
    (MAIN, "notesMasterIdLst"): "notesMaster",
    (MAIN, "handoutMasterIdLst"): "handoutMaster",
    (MAIN, "sldIdLst"): "slide",
}


@rule("id-list")
def id_list(package: Package) -> Iterator[str]:
    """A part lists what it is related to, all of it and once: the rest is lost or repaired."""
    lists = ID_LISTS | {(m, "sldLayoutIdLst"): "slideLayout" for m in package.named("slideMasters")}
    for (part, tag), kind in lists.items():
        listed = [
            row.get(R + "id", "") for each in package.root(part).iter(P + tag) for row in each
        ]
        related = [row.id for row in package.relationships(part) if row.kind == kind]
        if sorted(listed) != sorted(related):
            yield f"{part}: {tag} has {listed}, related are {related}"
    if package.named("notesSlides") and not package.related(MAIN, "notesMaster"):
        yield f"{MAIN}: notes without a notes master"


@rule("own-theme")
def own_theme(package: Package) -> Iterator[str]:
    masters = ("slideMasters", "notesMasters", "handoutMasters")
    themes = [t for f in masters for m in package.named(f) for t in package.related(m, "theme")]
    for name in repeated(themes):
        yield f"{name} belongs to two masters"


ORDER = (
    "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz smartTags "
    "embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier "
    "extLst"
).split()


@rule("presentation-order")
def presentation_order(package: Package) -> Iterator[str]:
    # ECMA-376 19.2.1.26; Keynote loses the notes where the notes master comes later.
    names = [child.tag.removeprefix(P) for child in package.root(MAIN)]
    places = [ORDER.index(name) if name in ORDER else len(ORDER) for name in names]
    if places != sorted(places):
        yield " ".join(names)


@rule("slide-id")
def slide_id(package: Package) -> Iterator[str]:
    for value in repeated(package.slide_ids):
        yield f"{value} twice"
    for value in package.slide_ids:
        if not 256 <= number(value) < 2**31:
            yield f"{value} is outside 256 … 2147483647"


@rule("master-id")
def master_id(package: Package) -> Iterator[str]:
    ids = [e.get("id", "") for e in package.root(MAIN).iter(P + "sldMasterId")]
    for master in package.named("slideMasters"):
        ids += [e.get("id", "") for e in package.root(master).iter(P + "sldLayoutId")]
    for value in repeated(ids):
        yield f"{value} twice"
    for value in ids:
        if number(value) < 2**31:
            yield f"{value} is below 2147483648"


@rule("sections")
def sections(package: Package) -> Iterator[str]:
    lists = list(package.root(MAIN).iter(P14 + "sectionLst"))
    if not lists:
        yield "none"
    for section_list in lists:
        inside = [e.get("id", "") for e in section_list.iter(P14 + "sldId")]
        if inside != package.slide_ids:
            yield f"they hold {inside}, the presentation {package.slide_ids}"
        guids = [e.get("id", "") for e in section_list.iter(P14 + "section")]
        for value in repeated(guids):
            yield f"{value} twice"
        for value in guids:
            if not re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", value):
                yield f"{value!r} is no id of a section"
