"""Readers: a file becomes a Manuscript. One reader for each format, one table line for each.

A reader is a module with ``read(path) -> (Manuscript, notices)``; it is imported when the first
file of its kind comes.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from publisher.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from publisher.events import Notice
    from publisher.manuscript import Manuscript

_DOCX = "publisher.readers.docx"
_OFFICE = "publisher.readers.office"
_MARKDOWN = "publisher.readers.markdown"

READERS = {
    ".docx": _DOCX,
    ".docm": _DOCX,
    ".dotx": _DOCX,
    ".dotm": _DOCX,
    ".doc": _OFFICE,
    ".wps": _OFFICE,
    ".odt": _OFFICE,
    ".rtf": _OFFICE,
    ".txt": "publisher.readers.text",
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
}
"""Which module reads a suffix (lower case)."""

IN_FOLDERS = (".docx", ".docm", ".doc", ".wps", ".odt", ".rtf")
"""What is taken for a speech when a folder is named; notes and READMEs stand there too."""

STANDARD_INPUT = Path("-")
"""In place of a file: plain text, or Markdown that begins like it."""


def read(path: Path) -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript that ``path`` holds, and what was left out or doubtful on the way.

    Raises InputError where there is no such file, no reader for it, or the reader refuses it.
    """
    if path == STANDARD_INPUT:
        return _read_standard_input()
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


def read_text(data: bytes, name: str = "-") -> tuple[Manuscript, tuple[Notice, ...]]:
    """The manuscript of text without a file; ``name`` stands for it in messages.

    Markdown is told by the suffix of ``name``, else by a first line that only Markdown has.
    Raises InputError for nothing at all and for what is no text.
    """
    from publisher.readers.markdown import is_markdown, read_markdown
    from publisher.readers.text import read_text as read_plain

    if is_markdown(data, name):
        return read_markdown(data, name)
    return read_plain(data, name)


def _read_standard_input() -> tuple[Manuscript, tuple[Notice, ...]]:
    from publisher.readers.encoding import MOST_BYTES

    return read_text(sys.stdin.buffer.read(MOST_BYTES + 1))
