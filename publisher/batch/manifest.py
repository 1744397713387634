"""What the output folder holds and what each file was made from: ``.publisher.sqlite``.

A table with a row for each speech, written as soon as the speech is done: a run that is killed
is gone on with. SQLite keeps it small in memory however many speeches there are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from publisher.batch.places import Place
from publisher.errors import OutputError
from publisher.events import Notice
from publisher.record import NamedTuple

NAME = ".publisher.sqlite"
_VERSION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS speech (
  name TEXT PRIMARY KEY, signature TEXT NOT NULL, entries TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS begun (run INTEGER PRIMARY KEY);
"""
_SPEED = """
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -8000;
"""
"""A killed program loses nothing so; after a power cut a broken manifest costs one more build."""
_ALONE = """
PRAGMA locking_mode = EXCLUSIVE;
BEGIN EXCLUSIVE;
COMMIT;
"""
"""The lock stays until the file is closed, by us or, where we are killed, by the system."""
_BUSY = 5
"""SQLITE_BUSY: somebody else has the lock."""
_PATIENCE = 2.0
"""Seconds to wait for somebody who is about to end."""


class Entry(NamedTuple):
    """One output: the fingerprint of what it was made from, and what was said about it."""

    fingerprint: str
    sheets: int
    seconds: int
    notices: tuple[Notice, ...] = ()
    file: str = ""
    """Its name, where what a person had changed kept the output's own."""

    def place(self, target: Place) -> Place:
        """Where the file was written: at ``target`` or beside it."""
        return target.with_name(self.file) if self.file else target

    def is_there(self, target: Place) -> bool:
        """Whether the file still is where it was written."""
        return self.place(target).is_file()


Entries = Mapping[str, Entry]
"""By the kind of output."""


class Row(NamedTuple):
    """A speech that was built: ``signature`` is what it looked like from outside, "" where that
    tells nothing (``publisher.batch.fingerprint``)."""

    name: str
    signature: str
    entries: Entries


class Manifest:
    """The manifest of ``folder``, which exists.

    One that is broken or of another version is empty: everything is then made again, which is all
    that can be lost. Raises OutputError where it cannot be written, and where another program is
    building into the folder: the two would take away each other's unfinished files.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / NAME
        self._begun = False
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == _BUSY:
                raise OutputError("output-building", place=str(folder)) from None
            self._began_anew(error)

    def _open(self) -> None:
        self._database = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
        try:
            self._database.executescript(_ALONE)
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            self._database.executescript(_SPEED)
            if version not in (0, _VERSION):
                self._database.execute("DROP TABLE IF EXISTS speech")
            self._database.executescript(_SCHEMA)
            self._database.execute("SELECT name, signature, entries FROM speech LIMIT 1").fetchone()
            if version != _VERSION:
                self._database.execute(f"PRAGMA user_version = {_VERSION}")
            self._database.execute("CREATE TEMP TABLE claim (target TEXT PRIMARY KEY, name TEXT)")
        except sqlite3.DatabaseError:
            self._database.close()
            raise

    def _began_anew(self, error: sqlite3.DatabaseError) -> None:
        try:
            self.file.unlink(missing_ok=True)
            self._open()
        except (OSError, sqlite3.DatabaseError):
            raise OutputError("output-failed", place=str(self.file), detail=error) from error

    @property
    def was_killed(self) -> bool:
        """Whether a run that had something to do never came to ``end``."""
        (begun,) = self._database.execute("SELECT count(*) FROM begun").fetchone()
        return bool(begun)

    def begin(self) -> None:
        """Say that there is something to do."""
        if not self._begun:
            self._begun = True
            self._database.execute("INSERT OR IGNORE INTO begun VALUES (1)")

    def end(self) -> None:
        """Say that the run ended, however it did."""
        if self.was_killed:
            self._database.execute("DELETE FROM begun")

    def row(self, name: str) -> Row | None:
        """What is known of a speech."""
        found = self._database.execute(
            "SELECT name, signature, entries FROM speech WHERE name = ?", (_stored(name),)
        ).fetchone()
        return found and _row(*found)

    def rows(self) -> Iterator[Row]:
        """All speeches, in the order of their names."""
        for found in self._database.execute(
            "SELECT name, signature, entries FROM speech ORDER BY name"
        ):
            yield _row(*found)

    def put(self, row: Row) -> None:
        """Keep what is known of a speech now."""
        entries = {kind: _data(entry) for kind, entry in row.entries.items()}
        self._database.execute(
            "INSERT OR REPLACE INTO speech VALUES (?, ?, ?)",
            (_stored(row.name), row.signature, json.dumps(entries, separators=(",", ":"))),
        )

    def claimed(self, target: str, name: str) -> str:
        """Whose the output ``target`` is in this run: of the first that asked, ``name`` or not."""
        self._database.execute(
            "INSERT OR IGNORE INTO claim VALUES (?, ?)", (_stored(target), _stored(name))
        )
        (owner,) = self._database.execute(
            "SELECT name FROM claim WHERE target = ?", (_stored(target),)
        ).fetchone()
        return str(owner)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _stored(name: str) -> str:
    """A name as SQLite can hold it: a file's name may be no proper Unicode."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _row(name: str, signature: str, entries: str) -> Row:
    found: dict[str, Any] = json.loads(entries)
    return Row(name, signature, {kind: _entry(data) for kind, data in found.items()})


def _data(entry: Entry) -> list[Any]:
    return [*entry[:3], [list(notice) for notice in entry.notices], entry.file]


def _entry(data: list[Any]) -> Entry:
    fingerprint, sheets, seconds, notices, file = data
    told = tuple(
        Notice(code, paragraph, tuple((key, value) for key, value in values))
        for code, paragraph, values in notices
    )
    return Entry(fingerprint, sheets, seconds, told, file)
