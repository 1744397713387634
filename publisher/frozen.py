"""Shipped data as it was read: kept beside its sources, and good for as long as these are the same.

A theme is fifteen files of TOML and SVG; what they come to is one. ``python tools/freeze.py`` makes
all such files. Only what comes with publisher is frozen: thawing runs what the file says.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_SUM = 4
"""Bytes of the sum over the sources that stand before the value."""


def thawed(file: Path, sources: Iterable[Path]) -> Any | None:
    """What was frozen in ``file``; None where there is none, or its ``sources`` have changed."""
    try:
        data = file.read_bytes()
        if data[:_SUM] != _sum(sources):
            return None
    except OSError:
        return None
    try:
        from _pickle import loads  # what pickle has it from; the rest of it is for writing
    except ImportError:
        from pickle import loads

    return loads(memoryview(data)[_SUM:])  # noqa: S301 - it came with us


def frozen(value: object, sources: Iterable[Path]) -> bytes:
    """``value``, made of ``sources``, as a file to thaw."""
    import pickle

    return _sum(sources) + pickle.dumps(value, protocol=5)


def _sum(sources: Iterable[Path]) -> bytes:
    """A sum over the names and the bytes of files. Raises OSError."""
    total = 0
    for source in sources:
        total = zlib.crc32(source.read_bytes(), zlib.crc32(source.name.encode("utf-8"), total))
    return total.to_bytes(_SUM, "big")
