"""Rules of what happens in a show: transitions, builds, times, links (ECMA-376 19.3 and 19.5)."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.judges.opc import AHYP, MAIN, A, P, Package, R
from tests.judges.rules import number, repeated, rule

# What a root holds, in the order of the schema. PowerPoint repairs a file with another order.
CHILDREN = {
    "slides": "cSld clrMapOvr transition timing extLst",
    "slideLayouts": "cSld clrMapOvr transition timing hf extLst",
    "slideMasters": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    "notesSlides": "cSld clrMapOvr extLst",
    "notesMasters": "cSld clrMap hf notesStyle extLst",
    "handoutMasters": "cSld clrMap hf extLst",
}
LONGEST = 86_399_000
"""Milliseconds: what a dialog of hours, minutes and seconds can show."""


@rule("child-order")
def child_order(package: Package) -> Iterator[str]:
    for folder, order in CHILDREN.items():
        known = order.split()
        for part in package.named(folder):
            names = [child.tag.removeprefix(P) for child in package.root(part)]
            strange = [name for name in names if name not in known]
            places = [known.index(name) for name in names if name in known]
            if strange or places != sorted(set(places)):
                yield f"{part}: {' '.join(names)}"


@rule("timing")
def timing(package: Package) -> Iterator[str]:
    for slide in package.slides:
        root = package.root(slide)
        shapes = _paragraphs(root)
        for node in root.iter():
            spid = node.get("spid")
            if spid is None:
                continue
            if spid not in shapes:
                yield f"{slide}: no shape {spid} to animate"
            for span in node.iter(P + "pRg"):
                start, end = number(span.get("st")), number(span.get("end"))
                if not 0 <= start <= end < shapes.get(spid, 0):
                    yield f"{slide}: shape {spid} has no paragraphs {start} to {end}"
        for value in repeated([e.get("id", "") for e in root.iter(P + "cTn")]):
            yield f"{slide}: time node {value} twice"


def _paragraphs(root: ET.Element) -> dict[str, int]:
    """How many paragraphs each shape has, by its id."""
    return {
        e.get("id", ""): len(list(s.iter(A + "p")))
        for s in root.iter()
        for e in s.findall(f"*/{P}cNvPr")
    }


@rule("build-list")
def build_list(package: Package) -> Iterator[str]:
    """What the list says of a shape and what the effects do to it must be one."""
    for slide in package.slides:
        root = package.root(slide)
        listed = [
            (build.get("spid", ""), build.get("grpId", ""))
            for builds in root.iter(P + "bldLst")
            for build in builds
        ]
        for value in repeated([" ".join(pair) for pair in listed]):
            yield f"{slide}: two builds of shape and group {value}"
        moved = {
            (target.get("spid", ""), effect.get("grpId", ""))
            for effect in root.iter(P + "cTn")
            if effect.get("grpId") is not None
            for target in effect.iter(P + "spTgt")
        }
        for spid, group in sorted({*listed} ^ moved):
            yield f"{slide}: shape {spid} in group {group} is built and not moved, or moved unbuilt"


@rule("rehearsed-times")
def rehearsed_times(package: Package) -> Iterator[str]:
    """Times may be written; a show runs by them only where somebody turned that on."""
    timed = False
    for slide in package.slides:
        for transition in package.root(slide).iter(P + "transition"):
            time = transition.get("advTm")
            timed = timed or time is not None
            if time is not None and not 0 < number(time) <= LONGEST:
                yield f"{slide}: is shown for {time} milliseconds"
            if transition.get("advClick", "1") in ("0", "false"):
                yield f"{slide}: does not wait for a click"
    for part in package.related(MAIN, "presProps"):
        show = package.root(part).find(P + "showPr")
        if timed and (show is None or show.get("useTimings") not in ("0", "false")):
            yield f"{part}: the show runs by its times"


@rule("slide-jump")
def slide_jump(package: Package) -> Iterator[str]:
    for slide in package.slides:
        targets = {row.id: row.target for row in package.relationships(slide)}
        for element in package.root(slide).iter():
            if element.get("action") == "ppaction://hlinksldjump":
                target = targets.get(element.get(R + "id", ""), "nothing")
                if target not in package.slides:
                    yield f"{slide}: jumps to {target}"


@rule("hyperlink")
def hyperlink(package: Package) -> Iterator[str]:
    """A link leads somewhere, and says so in the way that its kind demands."""
    for slide in package.slides:
        rows = {row.id: row for row in package.relationships(slide)}
        for click in package.root(slide).iter(A + "hlinkClick"):
            action, reference = click.get("action", ""), click.get(R + "id", "")
            row = rows.get(reference)
            if not action and (row is None or row.kind != "hyperlink" or not row.external):
                yield f"{slide}: {reference!r} is no address"
            if action and not action.startswith("ppaction://"):
                yield f"{slide}: {action} is no action"
            if action == "ppaction://hlinksldjump" and (row is None or row.kind != "slide"):
                yield f"{slide}: {reference!r} is no slide"
        for row in rows.values():
            if row.kind == "hyperlink" and not row.external:
                yield f"{slide}: {row.id} leads into the package as an address"


@rule("link-colour")
def link_colour(package: Package) -> Iterator[str]:
    """Words that are a link keep their colour (MS-ODRAWXML, hlinkClr)."""
    for slide in package.slides:
        for properties in package.root(slide).iter(A + "rPr"):
            for click in properties.iter(A + "hlinkClick"):
                if [e.get("val") for e in click.iter(AHYP + "hlinkClr")] != ["tx"]:
                    yield f"{slide}: a link takes the colour of links"
