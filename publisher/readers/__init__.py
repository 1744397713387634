"""Readers: a file becomes a Manuscript. One reader for each format, one table line for each.

A reader is a module with ``read(path) -> (Manuscript, notices)``; it is imported when the first
file of its kind comes.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from publisher.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from publisher.events import Notice
    from publisher.manuscript import Manuscript

READERS = {".docx": "publisher.readers.docx"}
"""Which module reads a suffix (lower case)."""


def read(path: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript that ``path`` holds, and what was left out or doubtful on the way.

    Raises InputError where there is no such file, no reader for it, or the reader refuses it.
    """
    place = str(path)
    if path.is_dir():
        raise InputError("input-folder", place=place)
    if not path.exists():
        raise InputError("input-missing", place=place)
    if path.name.startswith("~$"):
        raise InputError("input-lock-file", place=place, document=path.name[2:])
    module = READERS.get(path.suffix.lower())
    if module is None:
        known = " ".join(READERS)
        raise InputError("input-format", place=place, suffix=path.suffix or path.name, known=known)
    reader = cast(
        "Callable[[Path], tuple[Manuscript, tuple[Notice, ...]]]", import_module(module).read
    )
    return reader(path)
