"""Changes to ``<stem>.toml`` one by one, everything else in it kept as the author wrote it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any, NoReturn

import tomlkit
from tomlkit.items import AbstractTable

from publisher.errors import UsageError
from publisher.folding import as_key
from publisher.settings import Settings, read_settings
from publisher.sidecar import TABLES

_TITLE = "title"


def text_of(file: Path) -> str:
    """What stands in a sidecar, as TOML in UTF-8; nothing where there is no such file.

    Raises UsageError for a file that is no TOML.
    """
    return read_settings(file).text if file.is_file() else ""


def amended(text: str, table: str, key: str, value: object) -> str:
    """``text`` with ``key = value`` in ``[table]``; None takes the key away.

    A heading (``[outline]``) is the same with and without its marks, as in
    outline.corrections; of titles there is one. Raises UsageError for a table that is none.
    """
    if table not in TABLES:
        _unknown(table)
    document = tomlkit.parse(text)
    found = document.get(table)
    if not isinstance(found, AbstractTable):
        if value is None:
            return text
        found = tomlkit.table()
        document[table] = found
    for old in [old for old in found if _is_same(table, old, key) or _gives_way(found[old], value)]:
        if old != key or value is None:
            found.remove(old)
    if value is not None:
        found[key] = value
    return tomlkit.dumps(document)


def safe(settings: Settings, choices: Mapping[str, Any]) -> str:
    """``settings`` from somewhere else without what names a file there: such things are taken
    away, as are choices for the deck that are none of ``choices`` (name to what its value may be,
    None for anything)."""
    document = tomlkit.parse(settings.text)
    deck = document.get("deck")
    if isinstance(deck, AbstractTable):
        for key in list(deck):
            allowed = choices.get(key, ())
            if allowed is not None and deck[key] not in allowed:
                deck.remove(key)
    slides = document.get("slides")
    if isinstance(slides, AbstractTable):
        for treatment in slides.values():
            if isinstance(treatment, MutableMapping):
                treatment.pop("picture", None)
        for key in [key for key, treatment in slides.items() if treatment == {}]:
            slides.remove(key)
    return tomlkit.dumps(document)


def _is_same(table: str, one: str, other: str) -> bool:
    return one == other or (table == "outline" and as_key(one) == as_key(other))


def _gives_way(old: Any, new: object) -> bool:
    """Whether a title gives way to another."""
    return new == _TITLE and old == _TITLE


def _unknown(table: str) -> NoReturn:
    raise UsageError("setting-unknown", key=table, line=1, near="", known=", ".join(TABLES))
