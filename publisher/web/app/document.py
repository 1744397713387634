"""A speech on the page: its file, its author's word with what it was before, and its jobs."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from publisher.config import NAME
from publisher.errors import PublisherError, UsageError
from publisher.geometry import ASPECTS
from publisher.kinds import KINDS
from publisher.options import Density
from publisher.output import write_file
from publisher.readers import READERS
from publisher.sidecar import ROLES, sidecar_file
from publisher.sidecar.amend import amended, text_of
from publisher.theme.load import theme_names
from publisher.web.app.frames import Frame

CHOICES: dict[str, tuple[Any, ...] | None] = {
    "theme": tuple(theme_names()),
    "density": tuple(Density),
    "larger": (True, False),
    "aspect": tuple(ASPECTS),
    "unit": None,
    "logo": ("logo.png", "logo.jpg"),
}
"""What the page may choose for a deck, and among what; None is any words."""
_LEVELS = (*range(1, 10), True, False, "title")
_LONGEST_KEY, _LONGEST_VALUE = 4000, 1000
_MOST_STEPS = 200
_UNNAMED = "speech"


class Document:
    """``source`` is the file; ``name`` what its owner calls it, which is shown and never a path.

    ``bound`` is a file of the owner's own disk, whose sidecar stands beside it; any other is a
    copy in a folder of its own. ``folder`` is for what the page loads and downloads.
    """

    def __init__(self, source: Path, name: str, folder: Path, *, bound: bool) -> None:
        self.id = secrets.token_urlsafe(12)
        self.source = source
        self.name = name
        self.folder = folder
        self.bound = bound
        self.bytes = 0
        self.version = 0
        self.lock = asyncio.Lock()
        self._before: list[str] = []
        self._stamp = self._stamped()

    @property
    def stem(self) -> str:
        """What files made of it are called."""
        return stem_of(self.name)

    @property
    def sidecar(self) -> Path:
        return sidecar_file(self.source)

    @property
    def steps(self) -> int:
        """How many changes can be taken back."""
        return len(self._before)

    def job(self, name: str, lang: str, **more: Any) -> Frame:
        """A job for a worker about this speech."""
        place = {"folder": str(self.folder / "shown"), "address": f"/speech/{self.id}/shown"}
        return {"job": name, "source": str(self.source), "lang": lang, **place, **more}

    def change(self, table: str, key: str, value: object) -> None:
        """Put ``key = value`` into the sidecar; None takes it away.

        Raises UsageError for what the page cannot say, OutputError where it cannot be written.
        """
        valid = _VALID.get(table)
        if valid is None or not _is_words(key, _LONGEST_KEY) or not valid(key, value):
            raise UsageError("app-wrong")
        before = text_of(self.sidecar)
        after = amended(before, table, key, value)
        if after != before:
            self.put(after)

    def put(self, text: str) -> None:
        """Put ``text`` in the sidecar's place."""
        before = text_of(self.sidecar)
        self._write(text)
        self._before = [*self._before, before][-_MOST_STEPS:]

    def put_logo(self, name: str, data: bytes) -> None:
        """Keep a logo beside the sidecar, and name it there."""
        write_file(self.sidecar.with_name(name), data, self.source)
        self.change("deck", "logo", name)
        self.version += 1

    def undo(self) -> None:
        """Take back the last change."""
        if self._before:
            self._write(self._before.pop())

    def _write(self, text: str) -> None:
        if text.strip():
            write_file(self.sidecar, text.encode("utf-8"), self.source)
        else:
            self.sidecar.unlink(missing_ok=True)
        self._stamp = (self._stamp[0], _stamp(self.sidecar), self._stamp[2])
        self.version += 1

    def is_changed(self) -> bool:
        """Whether the file or its settings were saved by somebody else since this was asked, or
        since we wrote them; what the page changed before cannot be taken back any more then."""
        before, self._stamp = self._stamp, self._stamped()
        if before[1] != self._stamp[1]:
            self._before = []
        return before != self._stamp

    def _stamped(self) -> tuple[object, ...]:
        places = (self.source, self.sidecar, self.source.with_name(NAME))
        return tuple(_stamp(place) for place in places)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def shown_error(self, error: PublisherError) -> PublisherError:
        """``error`` with the owner's name for the file in place of ours."""
        if error.place:
            names = ((self.sidecar, f"{self.stem}.toml"), (self.source, self.name))
            for path, name in names:
                error.place = error.place.replace(str(path), name).replace(path.name, name)
        return error


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def stem_of(name: str) -> str:
    """A name for files without what some system forbids in one (Windows' signs and devices)."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = base.rsplit(".", 1)[0] if "." in base.strip(".") else base
    plain = "".join(" " if c in '<>:"|?*' or not c.isprintable() else c for c in stem)
    plain = " ".join(plain.split()).strip(". ")[:80]
    device = plain.split(".")[0].upper()
    is_device = device in {"CON", "PRN", "AUX", "NUL"} or device[:-1] in {"COM", "LPT"}
    return _UNNAMED if not plain or is_device else plain


def suffix_of(name: str) -> str | None:
    """The suffix of a name if there is a reader for it."""
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot >= 0 else ""
    return suffix if suffix in READERS else None


def _is_words(value: object, most: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= most and bool(value.strip())


_VALID: dict[str, Callable[[str, object], bool]] = {
    "outline": lambda _, value: value is None or value in _LEVELS,
    "fill": lambda _, value: value is None or _is_words(value, _LONGEST_VALUE),
    "speech": lambda key, value: (
        key in ROLES and (value is None or _is_words(value, _LONGEST_VALUE))
    ),
    "deck": lambda key, value: key in CHOICES and (value is None or _may_choose(key, value)),
}


def _may_choose(key: str, value: object) -> bool:
    known = CHOICES[key]
    return _is_words(value, _LONGEST_VALUE) if known is None else value in known


def is_kind(kind: object) -> bool:
    """Whether the page may show or make this kind of output."""
    return isinstance(kind, str) and kind in KINDS
