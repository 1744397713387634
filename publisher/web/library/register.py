"""What the library holds and from what each speech was made: ``.publisher-library.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from publisher.output import write_file
from publisher.record import NamedTuple
from publisher.web.library.card import Card
from publisher.web.library.related import Related

NAME = ".publisher-library.json"
_VERSION = 1


class Record(NamedTuple):
    """One speech: ``key`` stands for all that it was made from; ``left`` is the code of the notice
    that says why it is not shown, with its ``mark``; else it has a card."""

    key: str
    left: str = ""
    mark: str = ""
    card: Card | None = None
    faces: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(slots=True)
class Register:
    """The records of a site by the speech's name."""

    folder: Path
    records: dict[str, Record] = field(default_factory=dict)
    known: bool = False
    """Whether the folder is a library's."""

    def save(self) -> None:
        """Raises OutputError."""
        data = {
            "version": _VERSION,
            "speeches": {n: _data(r) for n, r in sorted(self.records.items())},
        }
        text = json.dumps(data, ensure_ascii=False, indent=0)
        write_if_new(self.folder / NAME, text.encode("utf-8", "surrogatepass"))


def load_register(folder: Path) -> Register:
    """The register of ``folder``. One that is missing, broken or of another version is empty: then
    everything is made again."""
    file = folder / NAME
    try:
        data = json.loads(file.read_bytes().decode("utf-8", "surrogatepass"))
        if data["version"] != _VERSION:
            return Register(folder, known=True)
        records = {name: _record(each) for name, each in data["speeches"].items()}
        return Register(folder, records, known=True)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Register(folder, known=file.is_file())


def write_if_new(file: Path, data: bytes) -> bool:
    """Write ``file`` unless it is there already just so: servers and readers' browsers keep what
    did not change. Raises OutputError."""
    try:
        if file.read_bytes() == data:
            return False
    except OSError:
        pass
    write_file(file, data)
    return True


def _data(record: Record) -> dict[str, Any]:
    found = record._asdict()
    if record.card is not None:
        found["card"] = record.card._asdict()
    return found


def _record(data: dict[str, Any]) -> Record:
    card = None if data["card"] is None else Card.from_json(data["card"])
    related = tuple(Related(slug, tuple(terms)) for slug, terms in data["related"])
    return Record(data["key"], data["left"], data["mark"], card, tuple(data["faces"]), related)
