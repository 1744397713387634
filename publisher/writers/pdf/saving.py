"""A document as the bytes of a file (ISO 32000-1, 7.5).

Objects without a stream lie packed in object streams, and the table that tells where each of them
is is a stream too. The same document gives the same bytes: the /ID is made of them, not of a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from publisher.writers.pdf.objects import Document, Name, Packing, Ref, Stream, Value, written

_TOGETHER = 100
"""Objects in one object stream: a reader unpacks them all to see one."""
_BINARY = b"%\xbf\xf7\xa2\xfe\n"
"""Tells programs that move files that this is no text (7.5.2)."""
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Kinds of entries of the table (table 18)."""


def saved(document: Document, version: str, pack: Packing, loose: Iterable[Ref] = ()) -> bytes:
    """``document`` as a file of that version of PDF, its streams packed by ``pack``;
    ``loose`` objects lie in no object stream."""
    objects = document.objects
    kept = {ref.number for ref in loose}
    alone = {
        number: value
        for number, value in enumerate(objects, 1)
        if isinstance(value, Stream) or number in kept
    }
    packed = [number for number in range(1, len(objects) + 1) if number not in alone]
    entries: list[tuple[int, int, int]] = [(_FREE, 0, 0)] * (len(objects) + 1)
    for first in range(0, len(packed), _TOGETHER):
        numbers = packed[first : first + _TOGETHER]
        alone[len(entries)] = _object_stream([(each, objects[each - 1]) for each in numbers])
        for i, number in enumerate(numbers):
            entries[number] = (_PACKED, len(entries), i)
        entries.append((_FREE, 0, 0))
    out = [f"%PDF-{version}\n".encode("ascii"), _BINARY]
    at = sum(map(len, out))
    for number, value in alone.items():
        entries[number] = (_PLAIN, at, 0)
        body = _written(number, value, pack)
        out += body
        at += sum(map(len, body))
    digest = sha256()
    for piece in out:
        digest.update(piece)
    entries.append((_PLAIN, at, 0))
    table = _table(entries, document, digest.digest()[:16])
    out += _written(len(entries) - 1, table, pack)
    out.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(out)


def _written(number: int, value: Value | Stream, pack: Packing) -> list[bytes]:
    """An object with its number. A stream's data always have a line end of their own behind them
    (ISO 19005-2, 6.1.7.1)."""
    if not isinstance(value, Stream):
        return [f"{number} 0 obj\n{written(value)}\nendobj\n".encode("ascii")]
    data, entries = value.data, value.entries
    if not value.plain and "Filter" not in entries:
        data, entries = pack(data), {**entries, "Filter": Name("FlateDecode")}
    head = written({**entries, "Length": len(data)})
    return [f"{number} 0 obj\n{head}\nstream\n".encode("ascii"), data, b"\nendstream\nendobj\n"]


def _object_stream(objects: list[tuple[int, Any]]) -> Stream:
    """Objects behind a list of their numbers and where they begin (7.5.7)."""
    bodies = [written(value) for _, value in objects]
    heads, at = [], 0
    for (number, _), body in zip(objects, bodies):
        heads.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(heads) + "\n"
    entries = {"Type": Name("ObjStm"), "N": len(objects), "First": len(head)}
    return Stream((head + "\n".join(bodies)).encode("ascii"), entries)


def _table(entries: list[tuple[int, int, int]], document: Document, digest: bytes) -> Stream:
    """The cross-reference stream, which is the trailer as well (7.5.8)."""
    most = max(place for _, place, _ in entries)
    width = (most.bit_length() + 7) // 8
    data = b"".join(
        bytes((kind, *place.to_bytes(width, "big"), index)) for kind, place, index in entries
    )
    trailer = {
        "Type": Name("XRef"),
        "Size": len(entries),
        "W": [1, width, 1],
        "Root": document.root_at,
        "Info": document.info_at,
        "ID": [digest, digest],
    }
    return Stream(data, trailer)
