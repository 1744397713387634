"""Elements of WordprocessingML, and the units that Word counts in."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from publisher.geometry import PER_POINT, Emu
from publisher.writers.xml import writable

NAMES = ("w", "r", "wp", "a", "pic")
NAMESPACES = {name: nsmap[name] for name in NAMES}


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """``<w:tag …>`` with ``children``, None among them passed over; attributes are w: too."""
    found = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        give(found, name, value)
    found.extend(child for child in children if child is not None)
    return found


def root(tag: str, *children: Any) -> Any:
    """An element at the top of a part, which declares what may stand in it."""
    found = OxmlElement(f"w:{tag}", nsdecls=NAMESPACES)
    found.extend(child for child in children if child is not None)
    return found


def give(found: Any, name: str, value: object) -> None:
    """One more attribute; True and False are written as 1 and 0 (ST_OnOff, 17.17.4)."""
    said = str(int(value)) if isinstance(value, bool) else str(value)
    found.set(qn(name if ":" in name else f"w:{name}"), said)


def words(text: str, tag: str = "t") -> Any:
    """The ``w:t`` of ``text``, its blanks kept (XML 1.0, 2.10)."""
    found = element(tag)
    found.text = writable(text)
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return found


def twips(length: Emu) -> int:
    """Twentieths of a point, which Word measures pages and paragraphs in."""
    return round(length * 20 / PER_POINT)


def half_points(size: Emu) -> int:
    """The size of type; Word knows no quarters of a point (17.3.2.38)."""
    return round(size * 2 / PER_POINT)
