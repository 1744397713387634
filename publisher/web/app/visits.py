"""Visitors and what is theirs: nothing here leads from one to another."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from publisher.errors import InputError, UsageError
from publisher.web.app.document import Document
from publisher.web.app.limits import MB, Limits
from publisher.web.app.store import Store


class Visitor:
    """Somebody with a cookie: the speeches that are open, in order."""

    def __init__(self, folder: Path, limits: Limits, clock: Callable[[], float]) -> None:
        self.id = secrets.token_urlsafe(24)
        self.documents: dict[str, Document] = {}
        self.watching = 0
        self.seen = clock()
        self._folder = folder
        self._limits = limits

    def document(self, key: str) -> Document:
        """One of this visitor's speeches. Raises InputError."""
        found = self.documents.get(key)
        if found is None:
            raise InputError("app-gone")
        return found

    def room(self) -> Path:
        """A folder for one more speech. Raises UsageError where there are enough."""
        if len(self.documents) >= self._limits.speeches:
            raise UsageError("app-too-many", most=self._limits.speeches)
        if sum(document.bytes for document in self.documents.values()) >= self._limits.visitor:
            raise UsageError("app-too-big", most=self._limits.visitor // MB)
        folder = self._folder / secrets.token_hex(8)
        folder.mkdir(parents=True)
        return folder

    def add(self, document: Document) -> None:
        """Keep a speech. Raises UsageError where others came first, many at once."""
        if len(self.documents) >= self._limits.speeches:
            document.remove()
            raise UsageError("app-too-many", most=self._limits.speeches)
        self.documents[document.id] = document

    def bind(self, speech: Path) -> None:
        """Open a file of this machine where it stands."""
        self.add(Document(speech.absolute(), speech.name, self.room(), bound=True))

    def close(self, key: str) -> None:
        self.document(key).remove()
        del self.documents[key]

    def leave(self) -> None:
        self.documents.clear()
        shutil.rmtree(self._folder, ignore_errors=True)


class Visits:
    """All visitors by their cookie."""

    def __init__(
        self, store: Store, limits: Limits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._store = store
        self._limits = limits
        self._clock = clock
        self._visitors: dict[str, Visitor] = {}

    def begin(self, speeches: Iterable[Path] = ()) -> Visitor:
        """A new visitor, to whom ``speeches`` of this machine are shown.

        Raises UsageError where there are too many visitors.
        """
        self.sweep()
        if len(self._visitors) >= self._limits.visitors:
            raise UsageError("app-full")
        folder = self._store.folder / secrets.token_hex(8)
        visitor = Visitor(folder, self._limits, self._clock)
        for speech in speeches:
            visitor.bind(speech)
        self._visitors[visitor.id] = visitor
        return visitor

    def find(self, cookie: str | None) -> Visitor | None:
        """Who comes with ``cookie``."""
        visitor = self._visitors.get(cookie or "")
        if visitor is not None:
            visitor.seen = self._clock()
        return visitor

    def sweep(self) -> None:
        """Forget those that have long been silent, and take away their files."""
        now = self._clock()
        for visitor in list(self._visitors.values()):
            if not visitor.watching and now - visitor.seen > self._limits.idle:
                del self._visitors[visitor.id]
                visitor.leave()

    @property
    def watching(self) -> int:
        """How many pages are open."""
        return sum(visitor.watching for visitor in self._visitors.values())
