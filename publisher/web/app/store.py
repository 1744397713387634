"""The private folder that holds what visitors bring, for as long as the server runs."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import psutil

from publisher.config import NAME

_PREFIX = "publisher-app-"
_OWNER = "owner"
_DAY = 86_400
_TRIES, _PAUSE = 10, 0.1
"""How often a folder is taken away that does not go at once, and seconds between."""


class Store:
    """A folder that nobody else may look into (``mkdtemp``: 0700).

    What servers left behind that were killed is taken away when the next one starts.
    """

    def __init__(self) -> None:
        clear_abandoned()
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        process = psutil.Process()
        owner = f"{process.pid} {process.create_time()}"
        (self.folder / _OWNER).write_text(owner, encoding="ascii")
        # Settings are looked for upwards from a speech: here it ends, whatever stands above.
        (self.folder / NAME).write_bytes(b"")

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def clear_abandoned() -> None:
    """Take away the folders of servers of this user that are no more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_ours(folder) and not _is_alive(folder / _OWNER):
            _remove(folder)


def _remove(folder: Path) -> None:
    """Take ``folder`` away, at once or when nobody writes there any more: what is left of it
    without its owner's name would stay for a day."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_PAUSE)


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    ours = getattr(os, "getuid", lambda: found.st_uid)() == found.st_uid
    return ours and folder.is_dir() and not folder.is_symlink()


def _is_alive(owner: Path) -> bool:
    """Whether the process still runs that made a folder; one without a word of it has just been
    made, or was left by a process that was killed at once: a day is enough to tell."""
    try:
        pid, began = owner.read_text(encoding="ascii").split()
        made: float = psutil.Process(int(pid)).create_time()
        return abs(made - float(began)) < 1
    except psutil.Error:
        return False
    except (OSError, ValueError):
        return _age(owner.parent) < _DAY


def _age(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0
