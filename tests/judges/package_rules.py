"""Rules of the zip, the package (ECMA-376 part 2) and presentation.xml."""

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
        for value in repeated([e.get("id", "") for e in section_list.iter(P14 + "section")]):
            yield f"{value} twice"
