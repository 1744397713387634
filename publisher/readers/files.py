"""A file's bytes, or a sentence that says why there are none."""

from __future__ import annotations

from pathlib import Path

from publisher.errors import InputError


def bytes_of(path: Path, limit: int = 64 << 20) -> bytes:
    """The content of ``path``, at most ``limit`` bytes and one more, by which to tell.

    Raises InputError where it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError("input-missing", place=str(path)) from error
    except OSError as error:
        detail = error.strerror or ""
        raise InputError("input-unreadable", place=str(path), detail=detail) from error
