"""Names and value types of WordprocessingML (ECMA-376 part 1), shared by the docx reader."""

from __future__ import annotations

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"
XML = "{http://www.w3.org/XML/1998/namespace}"

VAL = W + "val"

STRICT_NAMESPACES = tuple(
    (b"http://purl.oclc.org/ooxml/" + strict, b"http://schemas.openxmlformats.org/" + transitional)
    for strict, transitional in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/chart", b"drawingml/2006/chart"),  # and chartDrawing
        (b"drawingml/diagram", b"drawingml/2006/diagram"),
        (b"drawingml/lockedCanvas", b"drawingml/2006/lockedCanvas"),
    )
)
"""Strict namespaces (ISO/IEC 29500-1) and the transitional ones that the reader knows."""

_OFF = frozenset({"0", "false", "off", "none"})
_TWIPS_PER_UNIT = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0}
_LONGEST = 1_000_000
"""Lengths and counts beyond this are somebody's joke."""


def val(parent: Element | None, tag: str) -> str | None:
    """The ``w:val`` of the child ``w:tag``, if both are there."""
    child = None if parent is None else parent.find(W + tag)
    return None if child is None else child.get(VAL)


def switch(element: Element | None) -> bool | None:
    """ST_OnOff (17.17.4) of a property element: present means on unless it says otherwise."""
    if element is None:
        return None
    return (element.get(VAL) or "1").lower() not in _OFF


def integer(text: str | None) -> int | None:
    """A whole number as producers write it ("21", "21.0"), or None; never a huge one."""
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return int(max(-_LONGEST, min(_LONGEST, number))) if number == number else None


def twips(text: str | None) -> int | None:
    """ST_TwipsMeasure or a universal measure such as "12.5pt" (22.9.2.15), in 1/20 pt."""
    if not text:
        return None
    scale = _TWIPS_PER_UNIT.get(text[-2:])
    if scale is None:
        return integer(text)
    try:
        return integer(str(float(text[:-2]) * scale))
    except ValueError:
        return None
