"""Fields that show something and keep no result in the file: it is made from what they say."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from publisher.readers.docx.numerals import NUMERALS
from publisher.readers.docx.ooxml import VAL, W, integer, switch, val

# Plain strings: few documents have such fields, and ``re`` keeps what it has compiled.
_ENCLOSED = r"\\o\\ac\([^,，]*[,，]\s*(.+?)\s*\)\s*"
_RUBY = r".*\\o\\ad\(\\s\\up ?\d*\([^()]*\)[,，]\s*([^()]+?)\s*\)\s*"
_FRACTION = r"\\f\(\s*([^(),，\\]+?)\s*[,，]\s*([^(),，\\]+?)\s*\)\s*"
_HAN = "一二三四五六七八九十"


def shown(name: str, code: str, begin: Element) -> str | None:
    """What the reader of the paper sees of a field without result, None where nobody knows.

    ``code`` is all that stands behind its name, ``begin`` the mark with a form field's data.
    """
    if name == "EQ":
        return _equation(code.strip())
    data = begin.find(W + "ffData")
    if data is None:
        return None
    if name == "FORMDROPDOWN":
        return _chosen(data.find(W + "ddList"))
    if name == "FORMCHECKBOX":
        box = data.find(W + "checkBox")
        states = () if box is None else (box.find(W + "checked"), box.find(W + "default"))
        return "☒" if next((switch(s) for s in states if s is not None), False) else "☐"
    return None


def _equation(code: str) -> str | None:
    """Enclosed characters (带圈字符), phonetic guides and fractions (17.16.5.18)."""
    if len(code) > 400:
        return None
    if match := re.fullmatch(_ENCLOSED, code, re.IGNORECASE):
        inside = match[1]
        if inside.isdecimal() and len(inside) < 3:
            return NUMERALS["decimalEnclosedCircle"](int(inside))
        if len(inside) == 1 and inside in _HAN:
            return NUMERALS["ideographEnclosedCircle"](_HAN.index(inside) + 1)
        return inside
    if match := re.fullmatch(_RUBY, code, re.IGNORECASE):
        return match[1]
    if match := re.fullmatch(_FRACTION, code, re.IGNORECASE):
        return f"{match[1]}/{match[2]}"
    return None


def _chosen(choices: Element | None) -> str | None:
    """The entry of a drop-down list that is chosen (17.16.28)."""
    if choices is None:
        return None
    entries = [entry.get(VAL, "") for entry in choices.iterfind(W + "listEntry")]
    at = integer(val(choices, "result")) or integer(val(choices, "default")) or 0
    return entries[at] if 0 <= at < len(entries) else None
