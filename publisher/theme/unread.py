"""What a drawing says that the reader passes over: better known before a slide looks different."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

_HARMLESS = frozenset({"none", "normal", "auto", "nonzero", ""})
_PASSED_OVER = (
    "filter clip-path mask stroke-dasharray mix-blend-mode marker-start marker-mid marker-end"
).split()
_WITHOUT_PICTURE = frozenset({"defs", "metadata", "namedview"})


def unread(file: Path) -> tuple[str, ...]:
    """The features that ``file`` uses and that are not drawn, each once, in order; none where it
    is no XML, of which the reader speaks."""
    source = file.read_bytes()
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        return ()
    try:
        root = ET.fromstring(source)
    except ET.ParseError:
        return ()
    return tuple(dict.fromkeys(_features(root)))


def _features(element: ET.Element) -> Iterator[str]:
    tag = element.tag.rsplit("}", 1)[-1]
    if tag == "style" and (element.text or "").strip():
        yield "<style>"
    if tag in _WITHOUT_PICTURE:
        # A style sheet is at home in <defs>, where Illustrator puts it.
        yield from (f for child in element for f in _features(child) if f == "<style>")
        return
    said = _said(element)
    yield from (name for name in _PASSED_OVER if said.get(name, "") not in _HARMLESS)
    # A single outline without holes looks the same by either rule.
    if said.get("fill-rule") == "evenodd" and len(re.findall("[Mm]", element.get("d", ""))) > 1:
        yield "fill-rule: evenodd"
    for child in element:
        yield from _features(child)


def _said(element: ET.Element) -> Mapping[str, str]:
    said = dict(element.attrib)
    for declaration in element.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        said[name.strip()] = value.strip()
    return said
