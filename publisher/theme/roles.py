"""Which frames each role's drawing has, and how small one may be: what layout counts on."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.record import NamedTuple


class Frames(NamedTuple):
    """``needed``: without it the role cannot be laid out. ``wanted``: without it something of the
    speech or of the office is not shown."""

    needed: tuple[str, ...]
    wanted: tuple[str, ...] = ()


_FURNITURE = ("place", "footer", "number")
_CONTENT = Frames(("title", "body"), _FURNITURE)

FRAMES_OF: Mapping[str, Frames] = {
    "cover": Frames(("title",), ("subtitle", "occasion", "speaker", "date", "unit", "logo")),
    "agenda": Frames(("title", "body"), ("number",)),
    "section": Frames(("title", "body"), ("label", "parts")),
    "points": _CONTENT,
    "comparison": _CONTENT,
    "sequence": _CONTENT,
    "figures": _CONTENT,
    "statement": _CONTENT,
    "text": _CONTENT,
    "quote": _CONTENT,
    "table": _CONTENT,
    "chart": _CONTENT,
    "picture": Frames(("title", "body"), ("caption", *_FURNITURE)),
    "closing": Frames(("title",), ("speaker",)),
}
"""By role. On a quote ``body`` is the quotation and ``title`` who said it."""

LEAST_EMS: Mapping[str, int] = {
    "title": 8,
    "subtitle": 12,
    "speaker": 8,
    "occasion": 12,
    "date": 8,
    "body": 16,
    "label": 4,
    "parts": 8,
    "place": 8,
    "footer": 12,
    "number": 2,
    "unit": 6,
    "caption": 12,
}
"""How many full-width characters of the smallest size a line of a frame must hold."""
LEAST_EMS_OF: Mapping[tuple[str, str], int] = {("agenda", "title"): 3, ("agenda", "body"): 12}
"""An agenda's title is two characters, its entries are short."""
