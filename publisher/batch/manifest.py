"""What the output folder holds and what each file was made from: ``.publisher.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from publisher.events import Notice
from publisher.output import write_file

NAME = ".publisher.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One output: the fingerprint of what it was made from, and what was said about it."""

    fingerprint: str
    sheets: int
    seconds: int
    notices: tuple[Notice, ...] = ()
    file: str = ""
    """Its name, where what a person had changed kept the output's own."""


@dataclass(slots=True)
class Manifest:
    """The entries of an output folder by the file's name below it (POSIX)."""

    folder: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    _saved: dict[str, Entry] | None = None

    def current(self, name: str, fingerprint: str) -> Entry | None:
        """The entry of ``name`` where the file is there and made from just this."""
        entry = self.entries.get(name)
        if entry is None or entry.fingerprint != fingerprint:
            return None
        file = (self.folder / name).with_name(entry.file) if entry.file else self.folder / name
        return entry if file.is_file() else None

    def save(self) -> None:
        """Write what changed, if anything. Raises OutputError where that cannot be done."""
        if self.entries == self._saved:
            return
        data = {
            "version": _VERSION,
            "files": {name: _data(self.entries[name]) for name in sorted(self.entries)},
        }
        text = json.dumps(data, ensure_ascii=False, indent=1)
        write_file(self.folder / NAME, text.encode("utf-8", "surrogatepass"))


def load_manifest(folder: Path) -> Manifest:
    """The manifest of ``folder``.

    One that is missing, broken or of another version is empty: everything is then made again,
    which is all that can be lost.
    """
    try:
        data = json.loads((folder / NAME).read_bytes().decode("utf-8", "surrogatepass"))
        if data["version"] != _VERSION:
            return Manifest(folder)
        entries = {name: _entry(entry) for name, entry in data["files"].items()}
        return Manifest(folder, entries, dict(entries))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest(folder)


def _data(entry: Entry) -> dict[str, Any]:
    return {
        "fingerprint": entry.fingerprint,
        "sheets": entry.sheets,
        "seconds": entry.seconds,
        "notices": [notice._asdict() for notice in entry.notices],
        **({"file": entry.file} if entry.file else {}),
    }


def _entry(data: Mapping[str, Any]) -> Entry:
    notices = tuple(
        Notice(n["code"], n["paragraph"], tuple((k, v) for k, v in n["values"]))
        for n in data["notices"]
    )
    return Entry(
        str(data["fingerprint"]),
        int(data["sheets"]),
        int(data["seconds"]),
        notices,
        str(data.get("file", "")),
    )
