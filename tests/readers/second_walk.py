"""A second way from a .docx to its characters, to check the reader against.

Every ``w:t`` of the text, by XPath over an lxml tree, less the exclusions that the reader
documents: deletions, text moved away, hidden runs, ruby readings, the second branch of
alternatives, tables of contents. No line of it is shared with the reader.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
W = f"{{{NS['w']}}}"
SHOWN = etree.XPath(
    "//w:body//*[self::w:t or self::m:t or self::w:noBreakHyphen or self::w:fldChar"
    " or self::w:instrText or self::w:footnoteReference or self::w:endnoteReference]"
    "[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:rt)]"
    "[not(ancestor::mc:Fallback[preceding-sibling::mc:Choice])]"
    "[not(ancestor::w:r[w:rPr/w:vanish[not(@w:val='0' or @w:val='false')]])]"
    "[not(ancestor::w:sdt[w:sdtPr/w:docPartObj/w:docPartGallery[@w:val='Table of Contents']])]",
    namespaces=NS,
)


def _visible(text: str) -> str:
    return "".join(text.split())


class _Contents:
    """Whether a place is inside a TOC field, or in the code of any."""

    def __init__(self) -> None:
        self.open: list[list[str]] = []

    def pass_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(["code", ""])
        elif kind == "separate" and self.open:
            self.open[-1][0] = "result"
        elif kind == "end" and self.open:
            self.open.pop()

    def hides(self) -> bool:
        return any(
            state == "code" or code.strip().upper().startswith("TOC") for state, code in self.open
        )


def characters(path: Path) -> str:
    """All characters that are no white space, notes behind the place that refers to them."""
    with zipfile.ZipFile(path) as source:
        body = etree.fromstring(source.read("word/document.xml"))
        notes = {
            kind: etree.fromstring(source.read(f"word/{kind}s.xml"))
            for kind in ("footnote", "endnote")
            if f"word/{kind}s.xml" in source.namelist()
        }
    contents = _Contents()
    found: list[str] = []
    for element in SHOWN(body):
        name = etree.QName(element).localname
        if name == "fldChar":
            contents.pass_mark(element.get(W + "fldCharType"))
        elif name == "instrText" and contents.open:
            contents.open[-1][1] += element.text or ""
        elif contents.hides():
            continue
        elif name == "t":
            found.append(element.text or "")
        elif name == "noBreakHyphen":
            found.append("\u2011")
        else:
            kind = name.removesuffix("Reference")
            wanted = f"//w:{kind}[@w:id='{element.get(W + 'id')}']//w:t/text()"
            found += notes[kind].xpath(wanted, namespaces=NS)
    return _visible("".join(found))
