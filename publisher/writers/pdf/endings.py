"""Streams end with a line end of their own before ``endstream`` (ISO 19005-2, 6.1.7.1).

qpdf writes none behind data that happen to end in one, as one stream in 256 does. Of those that
qpdf makes itself only the hint stream of a linearized file is written so.
"""

from __future__ import annotations

import re

_BEGIN = re.compile(rb">>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)(?![\d ]*R)")
_DICTIONARY = 1_000
"""Bytes before ``stream`` that the length is looked for in."""
_ENDS = re.compile(rb"\r?\nendstream")


def ill_ended(data: bytes) -> int | None:
    """Where the first stream begins that does not end as it must; None if there is none."""
    at = 0
    while begin := _BEGIN.search(data, at):
        at = begin.end()
        lengths = _LENGTH.findall(data, max(0, begin.start() - _DICTIONARY), begin.start())
        if not lengths:
            continue  # an indirect length, which none of ours has
        end = at + int(lengths[-1])
        if not _ENDS.match(data, end):
            return at
        at = end
    return None
