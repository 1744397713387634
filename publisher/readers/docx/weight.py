"""What a piece of XML weighs, against the limits: counted, without reading it."""

from __future__ import annotations

import functools

from publisher.record import NamedTuple

PIECE = 32 << 10
"""Bytes of a part that are looked at in one go."""


class Weight(NamedTuple):
    """Of a piece of XML that ends behind a tag; those of its pieces add up to a part's."""

    tags: int
    opened: int
    """How many more elements are open behind it than before it."""
    size: int
    """About what its elements and their text take in memory, in bytes."""


def weight_of(data: bytes) -> Weight:
    """The weight of ``data``. Kept a while, because the parts of a template (350 KB of styles in
    Word's own) come again with each of its documents."""
    return _weighed(data) if len(data) <= 2 * PIECE else _weighed.__wrapped__(data)


@functools.lru_cache(maxsize=32)
def _weighed(data: bytes) -> Weight:
    # To look for a character takes a tenth of the time that two take, and most have no such one.
    tags = data.count(b"<")
    notes = data.count(b"<!") if b"!" in data else 0
    notes += data.count(b"<?") if b"?" in data else 0
    attributes = data.count(b'="') + (data.count(b"='") if b"'" in data else 0)
    opened = tags - 2 * data.count(b"</") - data.count(b"/>") - notes
    return Weight(tags, opened, 60 * tags + 250 * attributes + 4 * len(data))
