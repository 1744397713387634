"""What a PDF is made of (ISO 32000-1, 7.3), as Python's own values, and how it is written.

A bool, int, float, list or dict is what it is called there too, None is null, a str a text string
and bytes a string of bytes. Keys of dictionaries have no solidus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from publisher.record import NamedTuple

NAMES = 512
"""Names that are remembered: each file has a few of its own, those of its fonts, and a batch must
not keep them all."""
_IRREGULAR = re.compile(rb"[^!-~]|[#()<>\[\]{}/%]")
"""What may not stand in a name as it is (7.3.5)."""
_ESCAPED = str.maketrans({each: f"\\{each}" for each in "\\()"})


class Name(str):
    """A name, without its solidus."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to the object of that number, generation 0."""

    number: int


class Stream(NamedTuple):
    """Bytes with their dictionary. Without a ``Filter`` they are packed when the file is written,
    unless ``plain``."""

    data: bytes
    entries: dict[str, Any]
    plain: bool = False


Packing: TypeAlias = Callable[[bytes], bytes]
"""What makes a stream's data as /FlateDecode has them."""
Value: TypeAlias = (
    "bool | int | float | str | bytes | Name | Ref | list[Any] | dict[str, Any] | None"
)
"""What stands inside of an object. Any is a Value too, for which mypy has no short word."""


class Document:
    """The objects of a file that is being made; ``root`` is its catalog, ``pages`` are in order.

    Dictionaries that were added may be filled until the file is written.
    """

    def __init__(self) -> None:
        self.objects: list[Value | Stream] = []
        self.info: dict[str, Any] = {}
        self.root: dict[str, Any] = {"Type": Name("Catalog")}
        self.pages: list[dict[str, Any]] = []
        self.places: list[Ref] = []
        """References to the pages."""
        self._tree: dict[str, Any] = {"Type": Name("Pages"), "Kids": self.places, "Count": 0}
        self.root_at, self.info_at = self.add(self.root), self.add(self.info)
        self.root["Pages"] = self._tree_at = self.add(self._tree)

    def add(self, value: Value | Stream) -> Ref:
        """``value`` as an object of its own."""
        self.objects.append(value)
        return Ref(len(self.objects))

    def at(self, ref: Ref) -> Any:
        """The object that ``ref`` refers to."""
        return self.objects[ref.number - 1]

    def add_page(self, page: Mapping[str, Any]) -> dict[str, Any]:
        """``page`` at the end of the document."""
        whole = {"Type": Name("Page"), "Parent": self._tree_at, **page}
        self.pages.append(whole)
        self.places.append(self.add(whole))
        self._tree["Count"] += 1
        return whole


def written(value: Value) -> str:
    """``value`` as it stands in a file, in ASCII."""
    return _WRITTEN[type(value)](value)


def _number(value: float) -> str:
    """To 0.0001, which is finer than any device draws."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


@lru_cache(NAMES)
def _name(value: str) -> str:
    escaped = _IRREGULAR.sub(lambda found: b"#%02X" % found[0][0], value.encode("utf-8"))
    return f"/{escaped.decode('ascii')}"


def _text(value: str) -> str:
    """What is not ASCII is UTF-16BE with its mark (7.9.2.2), as digits, which pack well."""
    if value.isascii() and value.isprintable():
        return f"({value.translate(_ESCAPED)})"
    return f"<feff{value.encode('utf-16-be').hex()}>"


def _array(value: list[Any]) -> str:
    return f"[{' '.join([_WRITTEN[type(each)](each) for each in value])}]"


def _dictionary(value: dict[str, Any]) -> str:
    entries = [f"/{key} {_WRITTEN[type(each)](each)}" for key, each in value.items()]
    return f"<<{' '.join(entries)}>>"


_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    Ref: lambda ref: f"{ref[0]} 0 R",
    Name: _name,
    int: str,
    dict: _dictionary,
    list: _array,
    str: _text,
    float: _number,
    bytes: lambda value: f"<{value.hex()}>",
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}
