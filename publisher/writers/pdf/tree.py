"""The structure tree while it grows: elements, and what they hold (ISO 32000-1 14.7)."""

from __future__ import annotations

from typing import TypeAlias

from publisher.geometry import Rect
from publisher.record import NamedTuple


class Content(NamedTuple):
    """The marked sequence ``mcid`` of sheet ``page``."""

    page: int
    mcid: int


class Spot(NamedTuple):
    """A place on sheet ``page`` that leads to sheet ``target``; ``words`` say what is there.

    ``number`` counts the places of the document from 0.
    """

    number: int
    page: int
    frame: Rect
    target: int
    words: str


Kid: TypeAlias = "Element | Content | Spot"


class Element:
    """A structure element: its type, what it holds, and what is said of it.

    ``attributes`` are those of one owner by name (ISO 32000-1 14.8.5), a word being a name.
    """

    __slots__ = ("alt", "attributes", "identity", "kids", "language", "owner", "role")

    def __init__(self, role: str, language: str | None = None) -> None:
        self.role = role
        self.language = language
        self.kids: list[Kid] = []
        self.alt = ""
        self.identity = ""
        self.owner = ""
        self.attributes: dict[str, str | int] = {}

    def add(self, role: str, language: str | None = None) -> Element:
        """A new element at the end of this one."""
        element = Element(role, language)
        self.kids.append(element)
        return element
