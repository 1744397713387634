"""Text into XML, whatever it holds: what every format that is written as XML shares."""

from __future__ import annotations

import functools
import re

# XML 1.0, 2.2 Char; C1 controls and DEL are allowed but discouraged there, and shown as boxes.
_ILLEGAL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_SPECIAL = rf'[&<>"\t\n\r{_ILLEGAL}]'
_UNWRITABLE = f"[{_ILLEGAL}]"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "\t", "\n": "\n"}
# A reader turns raw ones into spaces (XML 1.0, 3.3.3) or line feeds (2.11).
_IN_ATTRIBUTES = _ENTITIES | {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
REPLACEMENT = "\ufffd"


def escape(text: str) -> str:
    """``text`` as element content. What XML cannot hold becomes U+FFFD, a return a line feed."""
    if _is_clean(text):
        return _without_markup(text)
    return re.sub(_SPECIAL, _content, text)


@functools.lru_cache(maxsize=512)
def attribute(text: str) -> str:
    """``text`` as the value of an attribute in double quotes. Kept, for names come again."""
    if _is_clean(text):
        return _without_markup(text).replace("\n", "&#10;")
    return re.sub(_SPECIAL, _value, text)


def writable(text: str) -> str:
    """``text`` for a library that escapes by itself: what XML cannot hold becomes U+FFFD."""
    return text if _is_clean(text) else re.sub(_UNWRITABLE, REPLACEMENT, text)


def unwritable(text: str) -> int:
    """How many characters of ``text`` XML cannot hold."""
    return 0 if _is_clean(text) else len(re.findall(_UNWRITABLE, text))


def _is_clean(text: str) -> bool:
    """Whether nothing but markup and line feeds may have to be escaped, told without a pattern."""
    return text.isprintable() or text.replace("\n", "").replace("\u3000", "").isprintable()


def _without_markup(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def _content(match: re.Match[str]) -> str:
    return "\n" if match[0] == "\r" else _ENTITIES.get(match[0], REPLACEMENT)


def _value(match: re.Match[str]) -> str:
    return _IN_ATTRIBUTES.get(match[0], REPLACEMENT)
