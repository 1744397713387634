"""Text into XML, whatever it holds: what every format that is written as XML shares."""

from __future__ import annotations

import re

# XML 1.0, 2.2 Char; C1 controls and DEL are allowed but discouraged there, and shown as boxes.
_ILLEGAL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(rf'[&<>"\t\n\r{_ILLEGAL}]')
_UNWRITABLE = re.compile(f"[{_ILLEGAL}]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "\t", "\n": "\n"}
# A reader turns raw ones into spaces (XML 1.0, 3.3.3) or line feeds (2.11).
_IN_ATTRIBUTES = _ENTITIES | {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
REPLACEMENT = "\ufffd"


def escape(text: str) -> str:
    """``text`` as element content. What XML cannot hold becomes U+FFFD, a return a line feed."""
    return _SPECIAL.sub(_content, text) if _SPECIAL.search(text) else text


def attribute(text: str) -> str:
    """``text`` as the value of an attribute in double quotes."""
    return _SPECIAL.sub(_value, text) if _SPECIAL.search(text) else text


def writable(text: str) -> str:
    """``text`` for a library that escapes by itself: what XML cannot hold becomes U+FFFD."""
    return _UNWRITABLE.sub(REPLACEMENT, text)


def unwritable(text: str) -> int:
    """How many characters of ``text`` XML cannot hold."""
    return len(_UNWRITABLE.findall(text))


def _content(match: re.Match[str]) -> str:
    return "\n" if match[0] == "\r" else _ENTITIES.get(match[0], REPLACEMENT)


def _value(match: re.Match[str]) -> str:
    return _IN_ATTRIBUTES.get(match[0], REPLACEMENT)
