"""What headers know, also those that are switched off."""

from __future__ import annotations

from typing import Any

from tests.readers.build import NAMESPACES, p, r
from tests.readers.build import field as complex_field
from tests.readers.leaks.leak import SECRET, Leak, deleted, part
from tests.readers.leaks.text import HIDDEN


def header(*content: str) -> dict[str, Any]:
    """A header that ``section`` refers to."""
    return part("word/header1.xml", f"<w:hdr {NAMESPACES}>{''.join(content)}</w:hdr>", "header")


def section(type_: str) -> str:
    return f'<w:sectPr><w:headerReference w:type="{type_}" r:id="rId9"/></w:sectPr>'


HEADERS = {
    "a header": Leak(
        p("甲", properties=section("default")) + p("乙"), ["甲", "乙"],
        ["scrub-hidden", "scrub-revisions", "scrub-fields"],
        header(p("页", HIDDEN, deleted(), complex_field(f" DOCVARIABLE {SECRET} ", r("眉")))),
    ),
    "the header of a first page, which is switched off": Leak(
        p("甲", properties=section("first")) + p("乙"), ["甲", "乙"],
        ["scrub-headers", "scrub-parts"], header(p(SECRET)),
    ),
    "the header of even pages, which is switched off": Leak(
        p("甲", properties=section("even")) + p("乙"), ["甲", "乙"],
        ["scrub-headers", "scrub-parts"], header(p(SECRET)),
    ),
    "a header that no section has": Leak(p("甲"), ["甲"], ["scrub-parts"], header(p(SECRET))),
}  # fmt: skip
