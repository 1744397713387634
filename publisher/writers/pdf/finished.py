"""Reads a finished file back from its bytes (ISO 32000-1, 7.5), as a reader program does.

It knows what our files are made of: cross-reference streams, object streams, no encryption.
Nothing that the writer knew is used. A file that cannot be read raises UnreadableError.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from publisher.record import NamedTuple
from publisher.writers.pdf.objects import NAMES, Name, Ref, Stream

_TOKEN = re.compile(
    rb"(\d+) (\d+) R\b"
    rb"|/([^\s()<>\[\]{}/%]*)"
    rb"|([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?![^\s()<>\[\]{}/%])"
    rb"|(<<|\[)"
    rb"|(>>|\])"
    rb"|<([0-9A-Fa-f\s]*)>"
    rb"|\(((?:[^()\\]|\\.)*)\)"
    rb"|(true|false|null)\b"
    rb"|(endobj|stream\r?\n)"
    rb"|(\S)",
    re.DOTALL,
)
_REF, _NAME, _NUMBER, _OPEN, _CLOSE, _HEX, _LITERAL, _WORD, _END = 2, 3, 4, 5, 6, 7, 8, 9, 10
"""Which group of a token says what it is."""
_WORDS = {b"true": True, b"false": False, b"null": None}
_OBJECT = re.compile(rb"(\d+) 0 obj\b")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CODES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PLAIN, _PACKED = 1, 2
"""Kinds of entries of the table (table 18)."""
_UP = 2
"""PNG's filter type of a row that holds the difference from the one above."""


BROKEN = (LookupError, TypeError, ValueError, AttributeError, zlib.error)
"""What reading a file raises that is not built as it must be."""


class UnreadableError(ValueError):
    """What is wrong with the bytes."""


class Finished:
    """The file ``data``: its catalog ``root``, ``info``, and ``pages`` with their references."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._known: dict[int, Any] = {}
        self._packed: dict[int, _Packed] = {}
        start = _START.search(data, max(0, len(data) - 64))
        if start is None:
            raise UnreadableError("no end")
        self._places, self.trailer = self._table(int(start[1]))
        if "Encrypt" in self.trailer:
            raise UnreadableError("encrypted")
        self.root: dict[str, Any] = self.of(self.trailer, "Root")
        self.info: dict[str, Any] = self.of(self.trailer, "Info", {})
        self.places: list[Ref] = list(self._leaves(self.root["Pages"]))
        self.pages: list[dict[str, Any]] = [self.at(place) for place in self.places]

    def of(self, holder: dict[str, Any], key: str, default: Any = None) -> Any:
        """What ``holder`` has under ``key``, wherever it lies."""
        return self.at(holder[key]) if key in holder else default

    def at(self, value: Any) -> Any:
        """``value``, or what it refers to; None where that is not in the file."""
        if not isinstance(value, Ref):
            return value
        number = value.number
        if number not in self._known:
            kind, place, index = self._places.get(number, (0, 0, 0))
            if kind == _PLAIN:
                self._known[number] = self._object(place, number)
            elif kind == _PACKED:
                self._known[number] = self._stream_of(place).value(index, number)
            else:
                return None
        return self._known[number]

    def _leaves(self, node: Ref) -> Iterator[Ref]:
        """The pages below a node of their tree (7.7.3)."""
        held = self.at(node)
        if held["Type"] != "Pages":
            yield node
            return
        for kid in self.of(held, "Kids"):
            yield from self._leaves(kid)

    def _table(self, start: int) -> tuple[dict[int, tuple[int, int, int]], dict[str, Any]]:
        """Where each object is (7.5.8), and the trailer; what is said first counts."""
        places: dict[int, tuple[int, int, int]] = {}
        first: dict[str, Any] = {}
        at: int | None = start
        while at is not None:
            table = self._object(at)
            if not isinstance(table, Stream) or table.entries.get("Type") != "XRef":
                raise UnreadableError(f"no table at {at}")
            said = table.entries
            first = first or said
            kind, place, index = said["W"]
            size = kind + place + index
            rows, ranges = unpacked(table), said.get("Index", [0, said["Size"]])
            numbers = (n for i in range(0, len(ranges), 2)
                       for n in range(ranges[i], ranges[i] + ranges[i + 1]))  # fmt: skip
            for row, number in enumerate(numbers):
                entry = rows[row * size : (row + 1) * size]
                parts = entry[:kind], entry[kind : kind + place], entry[kind + place :]
                a, b, c = (int.from_bytes(part, "big") for part in parts)
                places.setdefault(number, (a, b, c))
            at = said.get("Prev")
        return places, first

    def _object(self, place: int, number: int | None = None) -> Any:
        """The object that begins there."""
        head = _OBJECT.match(self._data, place)
        if head is None or number not in (None, int(head[1])):
            raise UnreadableError(f"no object {number} at {place}")
        value, end = parsed(self._data, head.end())
        if end is None:
            return value
        length = self.at(value["Length"])
        return Stream(self._data[end : end + length], value)

    def _stream_of(self, number: int) -> _Packed:
        if number not in self._packed:
            self._packed[number] = _Packed.of(self.at(Ref(number)))
        return self._packed[number]


class _Packed(NamedTuple):
    """An object stream (7.5.7): what it holds, the objects' numbers, and where each begins."""

    data: bytes
    numbers: list[int]
    starts: list[int]

    @classmethod
    def of(cls, stream: Stream) -> _Packed:
        first, count = stream.entries["First"], stream.entries["N"]
        data = unpacked(stream)
        heads = [int(word) for word in data[:first].split()]
        if len(heads) != 2 * count:
            raise UnreadableError("an object stream does not hold what it says")
        return cls(data, heads[::2], [first + start for start in heads[1::2]])

    def value(self, index: int, number: int) -> Any:
        if self.numbers[index] != number:
            raise UnreadableError(f"object {number} is not where it is said to be")
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.data)
        return parsed(self.data, self.starts[index], end)[0]


Check: TypeAlias = Callable[[Finished], Iterator[str]]
"""Yields what is wrong with a file."""


def faults_by(checks: Mapping[str, Check], data: bytes) -> Iterator[str]:
    """What is wrong with a finished file, each with the name of the check that found it."""
    try:
        file = Finished(data)
        for name, check in checks.items():
            yield from (f"{name}: {fault}" for fault in check(file))
    except BROKEN as error:
        yield f"file: cannot be read: {error!r}"


def unpacked(stream: Stream) -> bytes:
    """The bytes of ``stream`` without its packing: none, or FlateDecode, with PNG's rows."""
    packing = stream.entries.get("Filter")
    if packing is None:
        return stream.data
    if packing not in ("FlateDecode", ["FlateDecode"]):
        raise UnreadableError(f"packed by {packing}")
    data = zlib.decompress(stream.data)
    how = stream.entries.get("DecodeParms") or {}
    return _rows(data, how["Columns"]) if how.get("Predictor", 1) > 1 else data


def _rows(data: bytes, columns: int) -> bytes:
    """Rows that hold their differences from those above (7.4.4.4)."""
    out, above = [], bytes(columns)
    for at in range(0, len(data), columns + 1):
        if data[at] != _UP:
            raise UnreadableError("rows packed in another way")
        above = bytes((a + b) & 0xFF for a, b in zip(above, data[at + 1 : at + 1 + columns]))
        out.append(above)
    return b"".join(out)


def parsed(data: bytes, start: int, end: int | None = None) -> tuple[Any, int | None]:
    """The value that begins at ``start``, and where its stream begins, if it has one."""
    open_values: list[list[Any]] = []
    values: list[Any] = []
    for token in _TOKEN.finditer(data, start, len(data) if end is None else end):
        kind = token.lastindex
        if kind == _NAME:
            values.append(_name(token[3]))
        elif kind == _REF:
            values.append(Ref(int(token[1])))
        elif kind == _NUMBER:
            values.append(float(token[4]) if b"." in token[4] else int(token[4]))
        elif kind == _OPEN:
            open_values.append(values)
            values = []
        elif kind == _CLOSE:
            made = values if token[6] == b"]" else dict(zip(values[::2], values[1::2]))
            values = open_values.pop()
            values.append(made)
        elif kind == _HEX:
            values.append(_string(bytes.fromhex(token[7].decode("ascii"))))
        elif kind == _LITERAL:
            values.append(_string(_ESCAPE.sub(_unescaped, token[8])))
        elif kind == _WORD:
            values.append(_WORDS[token[9]])
        elif kind == _END:
            return values[0], token.end() if token[10].startswith(b"s") else None
        else:
            raise UnreadableError(f"{token[0]!r} at {token.start()}")
    if len(values) != 1 or open_values:
        raise UnreadableError(f"no value at {start}")
    return values[0], None


@lru_cache(NAMES)
def _name(data: bytes) -> Name:
    name = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), data)
    return Name(name.decode("utf-8"))


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1].isdigit():
        return bytes([int(found[1], 8) & 0xFF])
    return _CODES.get(found[1], found[1])


def _string(data: bytes) -> str:
    """A text string (7.9.2.2)."""
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")
